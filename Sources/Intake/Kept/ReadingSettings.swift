import Facts

extension IntakeSettings {
    /// The settings as the reading of one file has them: what must not matter to it is not there.
    ///
    /// The as-of date is asked of ``FileReader/asOf``, and then noted.
    var forReading: IntakeSettings {
        var settings = self
        (settings.inbox, settings.asOf, settings.fxDate, settings.maxRejected) = ("", .distantPast, nil, 0)
        (settings.calendar, settings.sourcesFile, settings.grain) = (PeriodCalendar(), "", .month)
        (settings.lastReport, settings.counted) = (nil, [:])
        (settings.keepsOrigins, settings.keepsLeadIDs) = (false, true)
        (settings.keeper, settings.fingerprints, settings.kept) = (nil, nil, nil)
        return settings
    }

    /// Everything that the reading of a file depends on, as one text: where it is the same, a content under a path is read the same.
    ///
    /// It is made of all settings there are but those that the reading cannot see, and of how many threads there are, of which nothing
    /// depends: what is added to them later is part of it at once.
    var readingText: String {
        var settings = forReading
        settings.workers = 1
        return CanonicalText.of(settings)
    }
}

/// Any value as a text that is the same for equal values, in every process.
enum CanonicalText {
    static func of(_ value: Any) -> String {
        var text = ""
        add(value, to: &text)
        return text
    }

    private static func add(_ value: Any, to text: inout String) {
        switch value {
        case let value as String: quote(value, to: &text)
        case let value as [String: String]:
            text += "{"
            for (key, value) in value.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                quote(key, to: &text)
                quote(value, to: &text)
            }
            text += "}"
        default: addParts(of: value, to: &text)
        }
    }

    private static func addParts(of value: Any, to text: inout String) {
        let mirror = Mirror(reflecting: value)
        precondition(mirror.displayStyle != .class, "settings are values")
        switch mirror.displayStyle {
        case .dictionary, .set:
            // Of the same elements in any order.
            text += "{"
            for part in mirror.children.map({ of($0.value) }).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
                quote(part, to: &text)
            }
            text += "}"
        case .optional where mirror.children.isEmpty: text += "-"
        case nil: quote("\(value)", to: &text)
        case .enum where mirror.children.isEmpty: quote("\(value)", to: &text)
        default:
            text += "("
            for child in mirror.children {
                text += (child.label ?? "") + "="
                add(child.value, to: &text)
            }
            text += ")"
        }
    }

    private static func quote(_ value: String, to text: inout String) { text += "\(value.utf8.count):\(value)" }
}
