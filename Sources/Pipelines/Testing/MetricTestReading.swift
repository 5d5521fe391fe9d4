import CSV
import Facts
import Intake
import Languages
import Metrics
import Yams

extension MetricTest {
    /// The tests of a file: a list of them under `tests:`, or one at the top.
    ///
    /// - Parameter configuration: The pipeline's.
    static func read(_ text: String, file: String, _ configuration: Configuration) throws(PipelineError) -> [MetricTest] {
        var top = try YAMLMapping(text: text, file: file)
        guard let list = top.take("tests") else {
            return [try MetricTest(&top, Files.stem(of: file), line: 1, configuration)]
        }
        try top.finish()
        guard case .sequence(let nodes) = list else {
            throw top.failure(
                list, "`tests` takes a list of tests, found \(list.kindName)", hint: "begin each with `- name: …`")
        }
        var tests: [MetricTest] = []
        for node in nodes {
            var mapping = try top.mapping(node, "tests")
            let name = "\(Files.stem(of: file)) \(tests.count + 1)"
            tests.append(try MetricTest(&mapping, name, line: node.mark?.line ?? 1, configuration))
        }
        return tests
    }

    private init(
        _ mapping: inout YAMLMapping, _ usualName: String, line: Int, _ configuration: Configuration
    ) throws(PipelineError) {
        // A key that is mistyped is told before the one that is missing for it.
        for key in ["name", "source", "text", "period", "as_of", "grain", "config", "sources", "expect"] {
            _ = mapping.take(key)
        }
        try mapping.finish()
        let top = mapping
        name = try mapping.take("name").map { node throws(PipelineError) in try top.words(node, "name") } ?? usualName
        source = try mapping.take("source").map { node throws(PipelineError) in try top.words(node, "source") } ?? ""
        if let node = mapping.take("text") {
            if let text = node.scalar?.string {
                self.text = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0.rawValue, text) })
            } else {
                for (language, node) in try top.mapping(node, "text").entries {
                    self.text[language] = try top.words(node, language)
                }
            }
        }
        (file, self.line, self.configuration) = (mapping.file, line, configuration)
        try self.configuration.take(&mapping)
        let calendar = self.configuration.calendar
        var last: Day?
        if let node = mapping.take("period") {
            let text = try top.text(node, "period")
            guard let period = calendar.period(named: text), period.grain == self.configuration.grain else {
                throw top.failure(
                    node, "`\(node.shown)` is no \(self.configuration.grain.rawValue)",
                    hint:
                        "write it like \(calendar.period(self.configuration.grain, holding: Day("2026-11-15")!).name), or set `grain`"
                )
            }
            (self.period, last) = (text, period.end)
        }
        if let node = mapping.take("as_of") {
            guard let day = Day(try top.text(node, "as_of")) else {
                throw top.failure(node, "`as_of` takes a date like 2026-03-31, found `\(node.shown)`")
            }
            asOf = day
        } else if let last {
            asOf = last
        } else {
            throw mapping.missing("as_of")
        }
        if let node = mapping.take("sources") {
            for (key, node) in try top.mapping(node, "sources").entries {
                guard SourceName(rawValue: key) != nil else {
                    let names = SourceName.allCases.map(\.rawValue)
                    throw top.failure(
                        node, "no source is called `\(key)`",
                        hint: nearest(key, in: names).map { "did you mean `\($0)`?" }
                            ?? "they are \(names.joined(separator: ", "))")
                }
                files.append(("\(key).csv", try MetricTest.csv(node, key, top)))
            }
        }
        guard let node = mapping.take("expect") else { throw mapping.missing("expect") }
        expectations = try self.configuration.expectations(try top.mapping(node, "expect"))
    }

    /// The rows of a source as CSV: a text as it is, or a list of mappings, whose keys are the columns.
    private static func csv(_ node: Node, _ key: String, _ top: YAMLMapping) throws(PipelineError) -> [UInt8] {
        if node.isNothing { return [] }
        if let text = node.scalar?.string { return Array(text.utf8) }
        guard case .sequence(let nodes) = node else {
            throw top.failure(node, "`\(key)` takes a list of rows or a CSV text, found \(node.kindName)")
        }
        var header: [String] = []
        var rows: [[String: String]] = []
        for node in nodes {
            var row: [String: String] = [:]
            for (column, cell) in try top.mapping(node, key).entries {
                if !header.contains(column) { header.append(column) }
                row[column] = cell.isNothing ? "" : try top.text(cell, column)
            }
            rows.append(row)
        }
        var writer = Writer()
        writer.append(record: header)
        for row in rows { writer.append(record: header.map { row[$0] ?? "" }) }
        return writer.bytes
    }
}

extension Configuration {
    /// Takes over what a test sets for itself. Of the rules of sources only what gives rows their meaning is left: the rows of a test are
    /// written plainly, and none is missed.
    fileprivate mutating func take(_ test: inout YAMLMapping) throws(PipelineError) {
        let top = test
        if let node = test.take("grain") {
            grain = try top.choice(node, "grain", Dictionary(uniqueKeysWithValues: Grain.allCases.map { ($0.rawValue, $0) }))
        }
        for (name, rules) in sources {
            var plain = SourceRules()
            (plain.load, plain.endDate, plain.interval) = (rules.load, rules.endDate, rules.interval)
            (plain.wonStages, plain.lostStages) = (rules.wonStages, rules.lostStages)
            sources[name] = plain
        }
        archiveTo = nil
        guard let node = test.take("config") else { return }
        try readNumbers(node, top)
        do {
            loadedCatalogue = try Catalogue.load(
                overrides: metricsName.flatMap { texts[$0] }, file: metricsName ?? "", stages: stages, config: numbers,
                dimensions: dimensions)
        } catch {
            throw PipelineError(.configuration, lines: error.description)
        }
    }

    /// What values are expected: `nrr: 1.05`, or by member `leads: {all: 3, channel: {events: 1}}`.
    fileprivate func expectations(_ mapping: YAMLMapping) throws(PipelineError) -> [MetricTest.Expectation] {
        var all: [MetricTest.Expectation] = []
        for (id, node) in mapping.entries {
            guard catalogue.explainable(id) != nil else {
                let names = catalogue.metrics.map(\.id) + catalogue.measures.map(\.id)
                throw mapping.failure(
                    node, "no metric or measure is called `\(id)`",
                    hint: nearest(id, in: names).map { "did you mean `\($0)`?" } ?? "`gtm metrics` lists them all")
            }
            guard case .mapping = node else {
                all.append(try expectation(id, nil, node, mapping))
                continue
            }
            var parts = try mapping.mapping(node, id)
            if let node = parts.take("all") { all.append(try expectation(id, nil, node, mapping)) }
            for dimension in dimensions {
                guard let node = parts.take(dimension) else { continue }
                for (member, node) in try parts.mapping(node, dimension).entries {
                    all.append(try expectation(id, (dimension, member), node, mapping))
                }
            }
            try parts.finish { "`\($0)` is no dimension of the pipeline" }
        }
        return all
    }

    private func expectation(
        _ id: String, _ member: (dimension: String, name: String)?, _ node: Node, _ mapping: YAMLMapping
    ) throws(PipelineError) -> MetricTest.Expectation {
        let text = try mapping.text(node, id)
        var expectation = MetricTest.Expectation(metric: id, member: member, text: text)
        if ["undefined", "n/a"].contains(text.lowercased()) { return expectation }
        var digits = text.filter { $0 != "," && $0 != "_" && $0 != " " }
        let isPercent = digits.hasSuffix("%")
        if isPercent { digits.removeLast() }
        guard var number = ExactDecimal(digits), number.scale <= 12 else {
            throw mapping.failure(
                node, "`\(id)` takes a number like 12.5 or 12.5%, or undefined; found `\(node.shown)`")
        }
        if isPercent { number.scale += 2 }
        expectation.number = number
        return expectation
    }
}
