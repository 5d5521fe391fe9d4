import Facts
import Languages
import Metrics

/// The Excel formulas of statuses: the rule by which the report judges, over the cells of the value and of what is due, with the limits as
/// settings.
extension CellFormulas {
    /// The formula of a status, without `=`; nil where it would not give what the report says, as of a share that is rounded on a tie.
    ///
    /// - Parameters:
    ///   - share: How much of the due is reached, or the gap to it in points, behind the word.
    ///   - cell: The cell of a column that the rule names.
    func status(_ rule: StatusRule, _ status: Status, _ share: Value?, cell: (Int) -> String) -> String? {
        let (actual, due) = (cell(rule.actual), cell(rule.due))
        let gap = "ROUND(\(rule.isLowerBetter ? "\(due)-\(actual)" : "\(actual)-\(due)"),12)"
        let ratio = rule.isLowerBetter ? "\(due)/\(actual)" : "\(actual)/\(due)"
        func text(_ status: Status) -> String { CellFormulas.quoted(rule.text(status)) }
        func judged(_ value: String, _ onTrack: StatusLimit, _ watch: StatusLimit) -> String {
            "IF(\(value)>=\(onTrack.cellName),\(text(.good)),IF(\(value)>=\(watch.cellName),\(text(.watch)),\(text(.bad))))"
        }
        var body = judged("ROUND(\(ratio),12)", .onTrack, .watch)
        if rule.isPercent {
            body = "IF(\(due)>=\(StatusLimit.pointsFrom.cellName),\(judged(gap, .onTrackPoints, .watchPoints)),\(body))"
        }
        body = "IF(\(due)<=0,IF(\(gap)>=0,\(text(.good)),\(text(.bad))),\(body))"
        if rule.isLowerBetter { body = "IF(\(actual)<=0,\(CellFormulas.quoted(Format.undefined)),\(body))" }
        if let share, let number = share.number {
            let isGap = share.format.kind == .percentagePoints
            let digits =
                isGap
                ? gapInWords("\(actual)-\(due)", number, share.format) : shareInWords(ratio, number, share.format)
            guard let digits else { return nil }
            body += "&\" \"&\(digits)"
        } else if share != nil {
            return nil
        }
        return "IFERROR(\(body),\(CellFormulas.quoted(Format.undefined)))"
    }

    /// A share in percent with one digit after the decimal sign, as the report writes it in its locale: without `TEXT`, whose codes
    /// differ from one country's spreadsheet programs to another's. Nil where it would be written otherwise.
    private func shareInWords(_ ratio: String, _ number: Number, _ format: Format) -> String? {
        let tenths = CellFormulas.rounded(number * Number(1000), 0)
        guard tenths >= 0, tenths < 1e9, let (before, sign, unit) = signs(of: format), before.isEmpty,
            written(number, format) == "\(Int(tenths) / 10)\(sign)\(Int(tenths) % 10)\(unit)"
        else { return nil }
        return tenthsInWords("ROUND(1000*\(ratio),0)", sign, unit)
    }

    /// A gap in percentage points in the same way, with the sign before it: `+1.7 pts`.
    private func gapInWords(_ gap: String, _ number: Number, _ format: Format) -> String? {
        let tenths = CellFormulas.rounded(number * Number(1000), 0)
        guard abs(tenths) < 1e9, let (plus, sign, unit) = signs(of: format) else { return nil }
        let below = written(Number(-876, over: 1000), format)
        guard let eight = below.firstIndex(of: "8") else { return nil }
        let (minus, size) = (below[..<eight], Int(abs(tenths)))
        let before = tenths > 0 ? plus : tenths < 0 ? String(minus) : ""
        guard written(number, format) == "\(before)\(size / 10)\(sign)\(size % 10)\(unit)" else { return nil }
        // The last digits of a difference of doubles are cut off, as those of a change are.
        let rounded = "ROUND(1000*ROUND(\(gap),12),0)"
        let signs = "IF(\(rounded)>0,\(CellFormulas.quoted(plus)),IF(\(rounded)<0,\(CellFormulas.quoted(String(minus))),\"\"))"
        return "\(signs)&\(tenthsInWords("ABS(\(rounded))", sign, unit))"
    }

    private func tenthsInWords(_ tenths: String, _ sign: String, _ unit: String) -> String {
        "INT(\(tenths)/10)&\(CellFormulas.quoted(sign))&MOD(\(tenths),10)&\(CellFormulas.quoted(unit))"
    }

    private func written(_ number: Number, _ format: Format) -> String {
        format.exact(number, currency: report.currency, locale: report.locale)
    }

    /// How the locale writes such a number: what stands before 87, the decimal sign, and what follows the 6.
    private func signs(of format: Format) -> (before: String, decimal: String, after: String)? {
        let sample = written(Number(876, over: 1000), format)
        guard let eight = sample.firstIndex(of: "8"), let seven = sample.firstIndex(of: "7"),
            let six = sample.firstIndex(of: "6"),
            sample.index(after: eight) == seven, seven < six
        else { return nil }
        return (
            String(sample[..<eight]), String(sample[sample.index(after: seven)..<six]),
            String(sample[sample.index(after: six)...])
        )
    }

    /// A text as a constant of a formula.
    private static func quoted(_ text: String) -> String {
        "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

/// The limits of a status, each a setting with a cell of its own below *Numbers*.
enum StatusLimit: String, CaseIterable {
    case onTrack = "on_track"
    case watch
    case pointsFrom = "points_from"
    case onTrackPoints = "on_track_points"
    case watchPoints = "watch_points"

    /// As pipeline files have it below `config`: `status.on_track`.
    var id: String { "status." + rawValue }

    /// What its cell is called: `status_on_track`.
    var cellName: String { "status_" + rawValue }

    /// Its value.
    func value(_ limits: Standing.Limits) -> Number {
        switch self {
        case .onTrack: limits.onTrack
        case .watch: limits.watch
        case .pointsFrom: limits.pointsFrom
        case .onTrackPoints: limits.onTrackPoints
        case .watchPoints: limits.watchPoints
        }
    }

    /// What it is.
    func title(_ language: Language) -> String {
        switch self {
        case .onTrack: Phrase.leastAttainment.text(language, [Phrase.onTrack.text(language)])
        case .watch: Phrase.leastAttainment.text(language, [Phrase.watch.text(language)])
        case .pointsFrom: Phrase.pointsFrom.text(language)
        case .onTrackPoints: Phrase.leastGap.text(language, [Phrase.onTrack.text(language)])
        case .watchPoints: Phrase.leastGap.text(language, [Phrase.watch.text(language)])
        }
    }
}
