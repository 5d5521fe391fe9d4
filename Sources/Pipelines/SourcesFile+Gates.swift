import Facts
import Intake
import Languages
import Metrics
import Yams

extension SourcesFile {
    /// Reads what a source's files must pass.
    static func readGates(
        _ mapping: inout YAMLMapping, _ columns: [KnownColumn], into rules: inout SourceRules
    ) throws(PipelineError) {
        if let node = mapping.take("rows") { rules.rows = try band(node, mapping) }
        if let node = mapping.take("unique") {
            rules.unique = try mapping.someTexts(node, "unique")
            for (place, name) in rules.unique.enumerated() {
                try known(name, node, mapping, columns.map(\.name))
                if rules.unique[..<place].contains(name) {
                    throw mapping.failure(node, "`unique` names `\(name)` twice", hint: "keep one of them")
                }
            }
        }
        if let node = mapping.take("ranges") {
            let ranges = try mapping.mapping(node, "ranges")
            for (name, node) in ranges.entries {
                try known(name, node, ranges, columns.filter { $0.isNumber || $0.isDate }.map(\.name))
                guard let column = columns.first(where: { $0.name == name }) else { continue }
                rules.ranges[name] = try range(node, ranges, column)
            }
        }
        guard let node = mapping.take("gates") else { return }
        var gates = try mapping.mapping(node, "gates")
        for gate in Gate.allCases {
            guard let node = gates.take(gate.rawValue) else { continue }
            let action = try gates.choice(
                node, gate.rawValue, ["stop": GateAction.stop, "warn": .warn, "off": .off, "false": .off, "no": .off])
            guard action != .off || gate.worksUnasked else {
                throw gates.failure(
                    node, "`\(gate.rawValue)` takes one of stop, warn; found `\(node.shown)`",
                    hint: "leave `\(gate.rawValue):` of the source out, and it is not asked")
            }
            rules.gates[gate] = action
        }
        try gates.finish()
    }

    private static func band(_ node: Node, _ mapping: YAMLMapping) throws(PipelineError) -> RowBand {
        var fields = try mapping.mapping(node, "rows")
        var band = RowBand()
        let most = 1_000_000_000
        if let node = fields.take("min") { band.least = try fields.whole(node, "min", in: 0...most) }
        if let node = fields.take("max") {
            band.most = try fields.whole(node, "max", in: 0...most)
            if let least = band.least, let most = band.most, most < least {
                throw fields.failure(node, "`max` is less than `min`")
            }
        }
        if let node = fields.take("within") {
            let text = try fields.text(node, "within")
            let isPercent = text.hasSuffix("%")
            guard let value = Double(isPercent ? String(text.dropLast()) : text), value >= 0, value <= 10_000 else {
                throw fields.failure(node, "`within` takes a share like 0.5 or 50%, found `\(node.shown)`")
            }
            band.within = isPercent ? value / 100 : value
        }
        if let node = fields.take("last") { band.last = try fields.whole(node, "last", in: 1...1000) }
        try fields.finish()
        guard band.least != nil || band.most != nil || band.within != nil else {
            throw mapping.failure(node, "`rows` takes {min: 100}, {max: 100000}, {within: 50%} or several of them")
        }
        return band
    }

    private static func range(_ node: Node, _ ranges: YAMLMapping, _ column: KnownColumn) throws(PipelineError) -> ValueRange {
        var fields = try ranges.mapping(node, column.name)
        let (least, most) = (fields.take("min"), fields.take("max"))
        try fields.finish()
        guard least != nil || most != nil else {
            throw ranges.failure(node, "`\(column.name)` takes a range like {min: 0, max: 1000}")
        }
        let result: ValueRange
        if column.isDate {
            func day(_ node: Node) throws(PipelineError) -> Day {
                guard let day = Day(try fields.text(node, column.name)) else {
                    throw fields.failure(node, "`\(column.name)` takes dates like 2026-01-31, found `\(node.shown)`")
                }
                return day
            }
            result = .days(try least.map(day), try most.map(day))
        } else {
            func number(_ node: Node) throws(PipelineError) -> ExactDecimal {
                guard let number = ExactDecimal(try fields.text(node, column.name)) else {
                    throw fields.failure(node, "`\(column.name)` takes numbers like 1000.50, found `\(node.shown)`")
                }
                return number
            }
            result = .numbers(try least.map(number), try most.map(number))
        }
        let isTurned =
            switch result {
            case .numbers(let least?, let most?): Number.less(most.number, least.number)
            case .days(let least?, let most?): most < least
            default: false
            }
        if isTurned { throw ranges.failure(node, "`max` of `\(column.name)` is less than its `min`") }
        return result
    }

    /// That a name is one of some columns.
    private static func known(
        _ name: String, _ node: Node, _ mapping: YAMLMapping, _ columns: [String]
    ) throws(PipelineError) {
        guard !columns.contains(name) else { return }
        let hint = nearest(name, in: columns).map { "did you mean `\($0)`?" } ?? "they are \(columns.joined(separator: ", "))"
        throw mapping.failure(node, "the source has no such column `\(name)`", hint: hint)
    }
}
