import CSV
import Facts
import Intake
import Languages
import Metrics
import Yams

/// Reads `sources.yml`: what a company says of its exports.
///
///     sources:
///       subscriptions:
///         files: ["*abos*.csv"]
///         aliases: {customer_id: [Kundennummer]}
///         end_date: last_day
///         required: true
///         max_age: 40
enum SourcesFile {
    /// The rules by source.
    ///
    /// - Parameter settings: Those of the pipeline, whose dimensions and stages are columns too.
    static func read(
        _ text: String, file: String, settings: IntakeSettings = IntakeSettings(inbox: "", asOf: .distantPast)
    ) throws(PipelineError) -> [SourceName: SourceRules] {
        var top = try YAMLMapping(text: text, file: file)
        let node = top.take("sources")
        try top.finish()
        guard let node else { return [:] }
        let sources = try top.mapping(node, "sources")
        var rules: [SourceName: SourceRules] = [:]
        for (key, node) in sources.entries {
            guard let name = SourceName(rawValue: key) else {
                let names = KnownSource.all.map(\.name.rawValue)
                let hint =
                    nearest(key, in: names).map { "did you mean `\($0)`?" } ?? "sources are \(names.joined(separator: ", "))"
                throw sources.failure(node, "no source is called `\(key)`", hint: hint)
            }
            let columns = settings.columns(of: name)
            rules[name] = node.isNothing ? SourceRules() : try rule(try sources.mapping(node, key), columns)
        }
        return rules
    }

    private static func rule(_ mapping: YAMLMapping, _ columns: [KnownColumn]) throws(PipelineError) -> SourceRules {
        var (mapping, rules) = (mapping, SourceRules())
        if let node = mapping.take("files") {
            rules.patterns = try mapping.someTexts(node, "files")
            for pattern in rules.patterns where pattern.contains("[") && !pattern.drop(while: { $0 != "[" }).contains("]") {
                throw mapping.failure(
                    node, "`\(pattern.prefix(40))` fits no name: its `[` has no `]`", hint: "write `*abos*.csv`")
            }
        }
        if let node = mapping.take("aliases") {
            let aliases = try mapping.mapping(node, "aliases")
            try check(aliases, columns.map(\.name), "column")
            var owners: [String: String] = [:]
            for (column, node) in aliases.entries {
                let names = try aliases.someTexts(node, column)
                for name in names {
                    let key = IntakeSettings.key(ofColumn: name)
                    if let owner = owners[key], owner != column {
                        throw aliases.failure(
                            node, "`\(name.prefix(40))` is an alias of `\(owner)` and of `\(column)`",
                            hint: "a column is one of them")
                    }
                    owners[key] = column
                }
                rules.aliases[column] = names
            }
        }
        if let node = mapping.take("load") {
            rules.load = try mapping.choice(node, "load", words(LoadRule.allCases))
        }
        if let node = mapping.take("required") { rules.isRequired = try mapping.flag(node, "required") }
        if let node = mapping.take("max_age") { rules.maxAge = try mapping.whole(node, "max_age", in: 0...36_600) }
        if let node = mapping.take("max_rejected") { rules.maxRejected = try share(node, "max_rejected", mapping) }
        if let node = mapping.take("end_date") {
            rules.endDate = try mapping.choice(node, "end_date", words(EndDateMode.allCases))
        }
        try readWriting(&mapping, columns, into: &rules)
        if let node = mapping.take("interval") {
            let text = try mapping.text(node, "interval")
            guard SourceRules.isInterval(text) else {
                throw mapping.failure(
                    node, "`interval` takes month, quarter, year or a number of months from 1 to 1200, found `\(node.shown)`")
            }
            rules.interval = text
        }
        if let node = mapping.take("won_stages") { rules.wonStages = try mapping.someTexts(node, "won_stages") }
        if let node = mapping.take("lost_stages") {
            rules.lostStages = try mapping.someTexts(node, "lost_stages")
            if let both = rules.lostStages.first(where: rules.wonStages.contains) {
                throw mapping.failure(node, "`\(both)` is in `won_stages` and in `lost_stages`")
            }
        }
        if let node = mapping.take("scale") { rules.scale = try mapping.choice(node, "scale", ["5": 5, "10": 10, "100": 100]) }
        try readGates(&mapping, columns, into: &rules)
        if let node = mapping.take("private") { rules.privateColumns = try mapping.someTexts(node, "private") }
        try mapping.finish()
        return rules
    }

    /// How a source's files are written.
    private static func readWriting(
        _ mapping: inout YAMLMapping, _ columns: [KnownColumn], into rules: inout SourceRules
    ) throws(PipelineError) {
        if let node = mapping.take("decimal") {
            let signs: [String: Character] = ["comma": ",", "point": ".", ",": ",", ".": "."]
            (rules.decimal, rules.decimals) = try byColumn(
                node, "decimal", signs, mapping, columns.filter(\.isNumber).map(\.name), "column of numbers")
        }
        if let node = mapping.take("date_order") {
            (rules.dateOrder, rules.dateOrders) = try byColumn(
                node, "date_order", words(DateOrder.allCases), mapping, columns.filter(\.isDate).map(\.name), "column of dates")
        }
        if let node = mapping.take("encoding") {
            let name = try mapping.text(node, "encoding")
            guard TextEncoding(named: name) != nil else {
                let names = TextEncoding.allCases.map { $0.displayName.lowercased().replacing(" ", with: "-") }
                let hint = nearest(name, in: names).map { "did you mean `\($0)`?" } ?? ""
                throw mapping.failure(
                    node, "`encoding` takes one of \(names.joined(separator: ", ")); found `\(node.shown)`", hint: hint)
            }
            rules.encoding = name
        }
        let nodes = ["delimiter", "quote"].compactMap { mapping.take($0) }
        if let node = mapping.take("delimiter") {
            let names: [String: UInt8] = ["comma": 44, "semicolon": 59, "tab": 9, "pipe": 124, "space": 32, "\\t": 9]
            rules.delimiter = try character(node, "delimiter", names, mapping, "comma, semicolon, tab, pipe, space")
        }
        if let node = mapping.take("quote") {
            let names: [String: UInt8] = ["double": 34, "single": 39]
            rules.quote =
                try mapping.text(node, "quote") == "none"
                ? Quoting.none : .character(try character(node, "quote", names, mapping, "double, single, none"))
        }
        if case .character(let quote)? = rules.quote, let node = nodes.last, [9, 32, 44, 59, 124].contains(quote) {
            throw mapping.failure(
                node, "`quote` takes no usual delimiter, found `\(node.shown)`", hint: "double, single or none")
        }
        if let delimiter = rules.delimiter, let node = nodes.first, rules.quote == .character(delimiter) || delimiter == 34 {
            throw mapping.failure(
                node, "`delimiter` is the quote: a cell could have neither in it",
                hint: "correct one of `delimiter` and `quote`")
        }
        if let node = mapping.take("escape") {
            rules.escape = try mapping.choice(node, "escape", ["doubled": .doubled, "backslash": .backslash])
        }
        if let node = mapping.take("header_row") {
            let isNone = try mapping.text(node, "header_row") == "none"
            // A header further down is none: what stands above a table is a page at most.
            rules.headerRow = isNone ? 0 : try mapping.whole(node, "header_row", in: 1...10_000, or: "none")
        }
    }

    /// One character by itself or by its name.
    private static func character(
        _ node: Node, _ key: String, _ names: [String: UInt8], _ mapping: YAMLMapping, _ shown: String
    ) throws(PipelineError) -> UInt8 {
        let text = try mapping.text(node, key)
        if let byte = names[text.lowercased()] { return byte }
        guard let byte = text.first?.asciiValue, text.count == 1, byte >= 32 || byte == 9, byte != 127,
            !text.utf8.allSatisfy({ ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 || (48...57).contains($0) })
        else {
            let hint = nearest(text, in: names.keys.sorted()).map { "did you mean `\($0)`?" } ?? "a letter or a digit is none"
            throw mapping.failure(
                node, "`\(key)` takes one character of ASCII, or \(shown); found `\(node.shown)`",
                hint: hint)
        }
        return byte
    }

    /// One choice for all columns, or a choice by column.
    private static func byColumn<Choice>(
        _ node: Node, _ key: String, _ choices: [String: Choice], _ mapping: YAMLMapping, _ columns: [String], _ kind: String
    ) throws(PipelineError) -> (all: Choice?, some: [String: Choice]) {
        guard case .mapping = node else { return (try mapping.choice(node, key, choices), [:]) }
        let each = try mapping.mapping(node, key)
        try check(each, columns, kind)
        var some: [String: Choice] = [:]
        for (column, node) in each.entries where !node.isNothing { some[column] = try each.choice(node, column, choices) }
        return (nil, some)
    }

    /// That the keys of a mapping are names of columns.
    private static func check(_ mapping: YAMLMapping, _ columns: [String], _ kind: String) throws(PipelineError) {
        var left = mapping
        for column in columns { _ = left.take(column) }
        try left.finish { name in "the source has no \(kind) `\(name)`" }
    }

    private static func words<Choice: RawRepresentable<String>>(_ choices: [Choice]) -> [String: Choice] {
        Dictionary(uniqueKeysWithValues: choices.map { ($0.rawValue, $0) })
    }

    /// A share from 0 to 1, or a percentage with its sign.
    static func share(_ node: Node, _ key: String, _ mapping: YAMLMapping) throws(PipelineError) -> Double {
        let text = try mapping.text(node, key)
        let isPercent = text.hasSuffix("%")
        guard let value = Double(isPercent ? String(text.dropLast()) : text), value >= 0, value <= (isPercent ? 100 : 1) else {
            throw mapping.failure(node, "`\(key)` takes a share like 0.05 or 5%, found `\(node.shown)`")
        }
        return isPercent ? value / 100 : value
    }
}
