import Facts
import Intake
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
    /// The sources of the data contract.
    static let sourceNames = [
        "subscriptions", "arr_snapshots", "spend", "nps", "leads", "lead_events", "customers", "usage", "headcount", "targets",
        "actions", "initiatives", "value_map", "one_off_revenue", "fx_rates",
    ]

    /// The rules by source.
    static func read(_ text: String, file: String) throws(PipelineError) -> [String: SourceRules] {
        var top = try YAMLMapping(text: text, file: file)
        let node = top.take("sources")
        try top.finish()
        guard let node else { return [:] }
        let sources = try top.mapping(node, "sources")
        var rules: [String: SourceRules] = [:]
        for (name, node) in sources.entries {
            guard sourceNames.contains(name) else {
                let hint =
                    nearest(name, in: sourceNames).map { "did you mean `\($0)`?" }
                    ?? "sources are \(sourceNames.joined(separator: ", "))"
                throw sources.failure(node, "no source is called `\(name)`", hint: hint)
            }
            rules[name] = node.isNothing ? SourceRules() : try rule(try sources.mapping(node, name))
        }
        return rules
    }

    private static func rule(_ mapping: YAMLMapping) throws(PipelineError) -> SourceRules {
        var (mapping, rules) = (mapping, SourceRules())
        if let node = mapping.take("files") { rules.patterns = try mapping.texts(node, "files") }
        if let node = mapping.take("aliases") {
            let aliases = try mapping.mapping(node, "aliases")
            for (column, node) in aliases.entries { rules.aliases[column] = try aliases.texts(node, column) }
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
        if let node = mapping.take("decimal") {
            rules.decimal = try mapping.choice(node, "decimal", ["comma": ",", "point": ".", ",": ",", ".": "."])
        }
        if let node = mapping.take("date_order") {
            rules.dateOrder = try mapping.choice(node, "date_order", words(DateOrder.allCases))
        }
        if let node = mapping.take("encoding") { rules.encoding = try mapping.text(node, "encoding") }
        if let node = mapping.take("delimiter") {
            let names: [String: UInt8] = ["comma": 44, "semicolon": 59, "tab": 9, "pipe": 124, "space": 32]
            let text = try mapping.text(node, "delimiter")
            guard let found = names[text] ?? (text.count == 1 ? text.first?.asciiValue : text == "\\t" ? 9 : nil) else {
                throw mapping.failure(
                    node, "`delimiter` takes one character, or comma, semicolon, tab, pipe, space; found `\(text)`")
            }
            rules.delimiter = found
        }
        if let node = mapping.take("interval") { rules.interval = try mapping.text(node, "interval") }
        if let node = mapping.take("private") { rules.privateColumns = try mapping.texts(node, "private") }
        try mapping.finish()
        return rules
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
