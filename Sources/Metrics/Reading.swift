import Facts
import Languages
import Yams

/// One metric as a file has it: any attribute may be missing.
struct Entry {
    /// Where something stands in a file, both 1-based.
    struct Place {
        var file: String
        var line: Int?
        var column: Int?
    }

    var id: String
    /// Where the id stands.
    var place: Place
    var name: Wording?
    var description: Wording?
    var formula: Formula?
    /// Where the formula's value stands.
    var formulaPlace: Place
    var unit: Metric.Unit?
    var better: Metric.Better?
    var section: Metric.Section?
    var owner: String?
    /// The target, whether it was written with `%`, and where.
    var target: (value: ExactDecimal, isPercent: Bool, place: Place)?
    var source: Wording?
    /// Whether only formulas see it.
    var isHidden = false
    /// Where that stands.
    var hiddenPlace: Place?
    /// Whether something is wrong with it that is told already.
    var isBroken = false
    var isCustom = false
    var isRedefined = false

    static let keys = [
        "id", "name", "description", "formula", "unit", "better", "section", "owner", "target", "source", "hidden",
    ]
}

/// Reads a catalogue file, ours or a company's, into entries; every complaint has its line and column.
struct CatalogueReader {
    let file: String
    private let text: String
    private let lines: [Substring.UTF8View]

    /// Takes what is wrong; nil where the first error ends the reading.
    private let problems: Problems?

    init(_ text: String, file: String, _ problems: Problems? = nil) {
        self.problems = problems
        self.text = text
        self.file = file
        self.lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }

    /// The file's top level, nil when it is empty.
    func root(keys: [String]) throws(MetricsError) -> Node.Mapping? {
        if let line = Aliases.excess(in: text) {
            throw MetricsError(
                .tooLarge, "there are more than \(Aliases.most) aliases (`*name`)", hint: "write out what they stand for",
                file: file, line: line)
        }
        let node: Node?
        do {
            // The basic resolver leaves every scalar a text; the default one would match each against a dozen patterns.
            node = try Yams.compose(yaml: text, .basic)
        } catch {
            throw complaint(error)
        }
        guard let node, !node.isNothing else { return nil }
        let mapping = try mapping(node, "the file", example: "metrics:")
        try check(mapping, keys: keys)
        return mapping
    }

    /// The metrics under `metrics:`, a map by id or a list of maps with an `id`.
    func metrics(_ node: Node) throws(MetricsError) -> [Entry] {
        var entries: [Entry] = []
        if node.isNothing { return entries }
        if let list = node.sequence {
            for item in list {
                try problems.collect { () throws(MetricsError) in
                    let fields = try mapping(item, "an item of the list", example: "- id: my_metric")
                    guard let id = value(fields, "id") else {
                        throw error(.missingKey, "this metric has no `id`", hint: "add one, such as id: my_metric", at: item)
                    }
                    entries.append(try entry(id, fields))
                }
            }
        } else {
            for (key, item) in try mapping(node, "`metrics`", example: "metrics: {my_metric: {formula: spend / won}}") {
                try problems.collect { () throws(MetricsError) in
                    let fields = try mapping(item, "a metric", example: "my_metric: {formula: spend / won, unit: money}")
                    if let id = value(fields, "id") {
                        throw error(
                            .unknownKey, "`id` belongs to a list of metrics", hint: "here the key is the id", at: id)
                    }
                    entries.append(try entry(key, fields))
                }
            }
        }
        var places: [String: Entry.Place] = [:]
        var once: [Entry] = []
        for entry in entries {
            try problems.collect { () throws(MetricsError) in
                if let first = places[entry.id] {
                    throw MetricsError(
                        .duplicate, "the metric `\(entry.id)` is here twice, first in line \(first.line ?? 0)",
                        hint: "keep one, or give the other an id of its own", file: file, line: entry.place.line,
                        column: entry.place.column)
                }
                places[entry.id] = entry.place
                once.append(entry)
            }
        }
        return once
    }

    private func entry(_ key: Node, _ fields: Node.Mapping) throws(MetricsError) -> Entry {
        let id = try string(key, "id")
        guard Lexer.isName(id) else {
            throw error(
                .badValue, "`\(id)` cannot be the id of a metric", hint: "letters, digits and _, such as cost_per_lead", at: key
            )
        }
        var entry = Entry(id: id, place: place(key), formulaPlace: place(key))
        var isWhole = try problems.collect { () throws(MetricsError) in try check(fields, keys: Entry.keys) }
        // Takes the value of a key, where it is there.
        func take(_ key: String, _ read: (Node) throws(MetricsError) -> Void) throws(MetricsError) {
            guard let node = value(fields, key) else { return }
            isWhole = try problems.collect { () throws(MetricsError) in try read(node) } && isWhole
        }
        try take("name") { (node) throws(MetricsError) in entry.name = try wording(node, "name") }
        try take("description") { (node) throws(MetricsError) in entry.description = try wording(node, "description") }
        try take("source") { (node) throws(MetricsError) in entry.source = try wording(node, "source") }
        try take("owner") { (node) throws(MetricsError) in entry.owner = try string(node, "owner") }
        try take("unit") { (node) throws(MetricsError) in entry.unit = try option(node, "unit") }
        try take("better") { (node) throws(MetricsError) in entry.better = try option(node, "better") }
        try take("section") { (node) throws(MetricsError) in entry.section = try option(node, "section") }
        try take("hidden") { (node) throws(MetricsError) in
            switch try string(node, "hidden") {
            case "true", "yes": entry.isHidden = true
            case "false", "no": break
            case let text: throw error(.badValue, "`\(text)` is neither true nor false", hint: "write hidden: true", at: node)
            }
            entry.hiddenPlace = place(node)
        }
        try take("target") { (node) throws(MetricsError) in
            var number = try string(node, "target")
            let isPercent = number.hasSuffix("%")
            if isPercent { number = String(number.dropLast().reversed().drop { $0 == " " }.reversed()) }
            guard var value = ExactDecimal(number), value.scale <= 12 else {
                throw error(.badValue, "`target` is no number: `\(number)`", hint: "write it like 1200000 or 12.5%", at: node)
            }
            if isPercent { value.scale += 2 }
            entry.target = (value, isPercent, place(node))
        }
        try take("formula") { (node) throws(MetricsError) in
            let formula = try string(node, "formula")
            entry.formulaPlace = formulaPlace(node, formula)
            do throws(MetricsError) {
                entry.formula = try Formula(formula)
            } catch {
                throw error.moved(to: entry.formulaPlace)
            }
        }
        entry.isBroken = !isWhole
        return entry
    }

    /// Names and descriptions by id.
    func names(_ node: Node) throws(MetricsError) -> [String: (name: Wording, description: Wording)] {
        var names: [String: (name: Wording, description: Wording)] = [:]
        for (key, item) in try mapping(node, "this", example: "spend: {name: Spend}") {
            let fields = try mapping(item, "this", example: "spend: {name: Spend}")
            try check(fields, keys: ["name", "description"])
            guard let name = value(fields, "name") else { throw error(.missingKey, "there is no `name`", at: key) }
            var description = Wording("")
            if let node = value(fields, "description") { description = try wording(node, "description") }
            names[try string(key, "id")] = (try wording(name, "name"), description)
        }
        return names
    }

    // MARK: Values

    /// A text, or one by language.
    private func wording(_ node: Node, _ key: String) throws(MetricsError) -> Wording {
        guard let fields = node.mapping else {
            let text = try string(node, key)
            return Wording(text)
        }
        let languages = Language.allCases.map(\.rawValue)
        try check(fields, keys: languages)
        var texts: [Language: String] = [:]
        for language in Language.allCases {
            guard let node = value(fields, language.rawValue) else { continue }
            texts[language] = try string(node, key)
        }
        guard !texts.isEmpty else {
            let hint = "give it one for " + languages.joined(separator: " or ")
            throw error(.badValue, "`\(key)` has no text", hint: hint, at: node)
        }
        return Wording(texts)
    }

    private func string(_ node: Node, _ key: String) throws(MetricsError) -> String {
        guard let scalar = node.scalar else {
            throw error(.badValue, "`\(key)` is a list or a map where a text was expected", hint: "write \(key): …", at: node)
        }
        guard !scalar.string.isEmpty else {
            throw error(.badValue, "`\(key)` is empty", hint: "give it a value or drop it", at: node)
        }
        return scalar.string
    }

    private func option<Option: RawRepresentable<String> & CaseIterable>(
        _ node: Node, _ key: String
    ) throws(MetricsError) -> Option {
        let text = try string(node, key)
        if let option = Option(rawValue: text) { return option }
        let options = Option.allCases.map(\.rawValue)
        let known = "`\(key)` is one of " + options.joined(separator: ", ")
        let hint = nearest(text, in: options).map { "did you mean `\($0)`? \(known)" } ?? known
        throw error(.badValue, "`\(text)` is no \(key)", hint: hint, at: node)
    }

    private func mapping(_ node: Node, _ what: String, example: String) throws(MetricsError) -> Node.Mapping {
        if let mapping = node.mapping { return mapping }
        throw error(.badValue, "\(what) is no map of keys and values", hint: "write it like \(example)", at: node)
    }

    private func check(_ mapping: Node.Mapping, keys: [String]) throws(MetricsError) {
        for (key, _) in mapping {
            let text = key.scalar?.string ?? ""
            guard !keys.contains(text) else { continue }
            try problems.collect { () throws(MetricsError) in throw unknown(text, keys, at: key) }
        }
    }

    private func unknown(_ text: String, _ keys: [String], at key: Node) -> MetricsError {
        var hint =
            nearest(text, in: keys).map { "did you mean `\($0)`?" } ?? "the keys here are " + keys.joined(separator: ", ")
        if text.contains(")") { hint = "within { } a formula that has a comma needs quotation marks" }
        return error(.unknownKey, "there is no key `\(text)` here", hint: hint, at: key)
    }

    /// The value of a key. Keys are compared as texts, without the tags that Yams would resolve.
    func value(_ mapping: Node.Mapping, _ key: String) -> Node? {
        for (candidate, value) in mapping where candidate.scalar?.string == key { return value }
        return nil
    }

    // MARK: Places

    private func place(_ node: Node) -> Entry.Place {
        Entry.Place(file: file, line: node.mark?.line, column: node.mark?.column)
    }

    /// Where the first character of a formula stands. Where it does not stand there as it is (several lines, escapes), the column
    /// is nil and the caret text alone shows the part that is meant.
    private func formulaPlace(_ node: Node, _ formula: String) -> Entry.Place {
        var place = place(node)
        guard let line = place.line, let column = place.column, lines.indices.contains(line - 1) else { return place }
        let isQuoted = node.scalar?.style == .singleQuoted || node.scalar?.style == .doubleQuoted
        let start = column - 1 + (isQuoted ? 1 : 0)
        let rest = Substring(lines[line - 1]).unicodeScalars.dropFirst(start)
        place.column = rest.starts(with: formula.unicodeScalars) ? start + 1 : nil
        return place
    }

    private func error(_ code: MetricsError.Code, _ message: String, hint: String = "", at node: Node) -> MetricsError {
        MetricsError(code, message, hint: hint, file: file, line: node.mark?.line, column: node.mark?.column)
    }

    private func complaint(_ error: any Error) -> MetricsError {
        let hint = "indent with spaces, and put a text that has `: `, ` #` or a leading sign in quotation marks"
        switch error as? YamlError {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let message = context.map { "\(problem) \($0.text)" } ?? problem
            return MetricsError(.badYAML, message, hint: hint, file: file, line: mark.line, column: mark.column)
        case .duplicatedKeysInMapping(let keys, let context):
            return MetricsError(
                .duplicate, "the key `\(keys.first ?? "")` is here more than once", hint: "keep one of them", file: file,
                line: context.mark.line, column: context.mark.column)
        case .reader(let problem, _, _, _):
            return MetricsError(.badYAML, problem, hint: "save the file as UTF-8 text", file: file)
        default: return MetricsError(.badYAML, "\(error)", hint: hint, file: file)
        }
    }
}

extension MetricsError {
    /// The same error, with the place of the formula it is about; without its column where that is not known.
    func moved(to place: Entry.Place) -> MetricsError {
        var error = self
        error.file = place.file
        error.line = place.line
        if let start = place.column {
            error.column = start + (column ?? 1) - 1
        } else {
            error.column = nil
        }
        return error
    }
}
