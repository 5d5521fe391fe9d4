import Facts
import RollUps

/// Puts metrics in where they are named and windows at the leaves, each metric once; finds unknown names and circles.
struct Resolver {
    /// A resolved tree may have this many nodes; Excel's formulas end at 8,192 characters.
    static let mostNodes = 1000
    /// A resolved tree may be this high; what walks a tree goes one call deeper a level.
    static let highest = 250
    /// Metrics that name metrics that name metrics …, at most.
    static let longestChain = 200

    let entries: [Entry]
    let measures: [String: Measure.Unit]
    let medians: Set<String>
    let config: [String: ExactDecimal]
    let dimensions: [String]?
    private let numbers: [String: Int]
    private var resolved: [Expression?]
    /// What each counts in, where it is resolved.
    private var quantities: [Quantity?]
    private var path: [Int] = []
    /// The metric that an error is about.
    private var failing: Int?
    /// Takes what is wrong; nil where the first error ends it.
    private let problems: Problems?

    private init(
        entries: [Entry], measures: [String: Measure.Unit], medians: Set<String>, config: [String: ExactDecimal],
        dimensions: [String]?, _ problems: Problems?
    ) {
        self.entries = entries
        self.measures = measures
        self.medians = medians
        self.problems = problems
        self.config = config
        self.dimensions = dimensions
        self.numbers = [String: Int](uniqueKeysWithValues: entries.enumerated().map { ($1.id, $0) })
        self.resolved = Array(repeating: nil, count: entries.count)
        self.quantities = Array(repeating: nil, count: entries.count)
    }

    /// The resolved trees of all entries, in their order.
    ///
    /// - Parameters:
    ///   - measures: What each measure counts in, by its id.
    ///   - medians: The measures that are the middle of values.
    ///   - dimensions: The pipeline's; nil where no pipeline is known, and any name will do.
    ///   - problems: Takes what is wrong; then a metric that is has the tree 0.
    static func resolve(
        _ entries: [Entry], measures: [String: Measure.Unit], medians: Set<String>, config: [String: ExactDecimal],
        dimensions: [String]?, _ problems: Problems?
    ) throws(MetricsError) -> [Expression] {
        var resolver = Resolver(
            entries: entries, measures: measures, medians: medians, config: config, dimensions: dimensions, problems)
        for index in entries.indices where entries[index].formula == nil { resolver.giveUp(index) }
        var all: [Expression] = []
        for index in entries.indices {
            while true {
                do {
                    all.append(try resolver.metric(index))
                    break
                } catch {
                    guard let problems else { throw error }
                    problems.add(error)
                    // Those that name it are read as if it were well.
                    resolver.giveUp(resolver.failing ?? index)
                    resolver.failing = nil
                }
            }
        }
        return all
    }

    private mutating func giveUp(_ index: Int) {
        resolved[index] = .number(ExactDecimal(digits: 0, scale: 0))
        quantities[index] = .unknown
    }

    private mutating func metric(_ index: Int) throws(MetricsError) -> Expression {
        if let done = resolved[index] { return done }
        do {
            return try resolve(index)
        } catch {
            failing = failing ?? index
            throw error
        }
    }

    private mutating func resolve(_ index: Int) throws(MetricsError) -> Expression {
        let entry = entries[index]
        guard let formula = entry.formula else { preconditionFailure("\(entry.id) has no formula") }
        path.append(index)
        defer { path.removeLast() }
        try check(formula, entry)
        let tree = try put(formula.expression, formula, entry)
        quantities[index] = try quantity(of: formula, entry)
        let size = tree.size
        guard size.nodes <= Resolver.mostNodes, size.height <= Resolver.highest else {
            throw MetricsError(
                .tooLarge,
                "`\(entry.id)`, with the metrics it names put in, has more than \(Resolver.mostNodes) parts "
                    + "or is more than \(Resolver.highest) deep",
                hint: "name fewer metrics in one formula"
            ).moved(to: entry.formulaPlace)
        }
        if let limit = ExcelLimits.passed(by: tree) {
            throw MetricsError(
                .tooLarge, "`\(entry.id)`, with the metrics it names put in, has \(limit)",
                hint: "name fewer parts in one formula"
            ).moved(to: entry.formulaPlace)
        }
        resolved[index] = tree
        return tree
    }

    /// That all names are known, and that none of them leads back here.
    private func check(_ formula: Formula, _ entry: Entry) throws(MetricsError) {
        var first: MetricsError?
        for mention in formula.mentions {
            do { try check(mention, formula, entry) } catch {
                guard let problems else { throw error }
                problems.add(error)
                first = first ?? error
            }
        }
        if let first { throw first }
    }

    private func check(_ mention: Formula.Mention, _ formula: Formula, _ entry: Entry) throws(MetricsError) {
        let name = mention.name
        if mention.kind == .figure {
            // Which figures there are the files say.
            return
        } else if mention.kind == .dimension {
            _ = try dimension(mention.name, formula, entry)
        } else if mention.kind == .setting {
            guard config[name] == nil else { return }
            let hint = nearest(name, in: config.keys.sorted()).map { "did you mean config.\($0)?" }
            throw formula.error(
                .unknownSetting, "the pipeline has no setting `\(name)`",
                hint: hint ?? "set it in the pipeline: config: {\(name): …}", at: mention
            ).moved(to: entry.formulaPlace)
        } else if let other = numbers[name] {
            if path.contains(other) { throw circle(through: other) }
            guard path.count < Resolver.longestChain else {
                throw formula.error(
                    .tooLarge, "more than \(Resolver.longestChain) metrics name each other in a chain",
                    hint: "write the formula over measures", at: mention
                ).moved(to: entry.formulaPlace)
            }
        } else if measures[name] == nil {
            let hint = nearest(name, in: measures.keys.sorted() + entries.map(\.id)).map { "did you mean `\($0)`?" }
            throw formula.error(
                .unknownName, "there is no measure or metric `\(name)`", hint: hint ?? "`gtm metrics` lists them all",
                at: mention
            ).moved(to: entry.formulaPlace)
        }
    }

    /// The circle that ends in naming `other`, told from the first metric on it that the company wrote.
    private func circle(through other: Int) -> MetricsError {
        var members = Array(path[path.firstIndex(of: other)!...])
        if let first = members.firstIndex(where: { entries[$0].isCustom || entries[$0].isRedefined }) {
            members = Array(members[first...] + members[..<first])
        }
        let names = (members + [members[0]]).map { entries[$0].id }
        let entry = entries[members[0]]
        let message = "the metric `\(names[0])` is defined by itself: " + names.joined(separator: " → ")
        let hint = "define one of them over measures"
        guard let formula = entry.formula,
            let mention = formula.mentions.first(where: { $0.name == names[1] && $0.kind == .name })
        else { return MetricsError(.circular, message, hint: hint) }
        return formula.error(.circular, message, hint: hint, at: mention).moved(to: entry.formulaPlace)
    }

    /// A dimension as the pipeline spells it.
    private func dimension(_ name: String, _ formula: Formula, _ entry: Entry) throws(MetricsError) -> String {
        guard let dimensions else { return name }
        func key(_ text: String) -> String { String(text.lowercased().filter { $0.isLetter || $0.isNumber }) }
        if let found = dimensions.first(where: { $0 == name }) ?? dimensions.first(where: { key($0) == key(name) }) {
            return found
        }
        let hint =
            nearest(name, in: dimensions).map { "did you mean `\($0)`?" } ?? "its dimensions are "
            + dimensions.joined(separator: ", ")
        throw formula.error(
            .unknownName, "the pipeline has no dimension `\(name)`", hint: hint,
            at: formula.mentions.first { $0.name == name && $0.kind == .dimension }!
        ).moved(to: entry.formulaPlace)
    }

    /// What a formula counts in, whose metrics are all resolved; that what it adds up fits together.
    private func quantity(of formula: Formula, _ entry: Entry) throws(MetricsError) -> Quantity? {
        if let sum = formula.expression.sumOfMedians(isMedian) {
            throw MetricsError(
                .badFormula, "`\(sum)` adds medians: the middle of one and the middle of another are the middle of nothing",
                hint: "add up what they are the middle of, or compare them: with - or in a ratio"
            ).moved(to: entry.formulaPlace)
        }
        do {
            return try formula.expression.quantity { id in
                if FigureID.name(id) != nil { return .unknown }
                return numbers[id].map { quantities[$0] } ?? measures[id].map(Quantity.init)
            }
        } catch {
            let message =
                "`\(error.left.part)` is \(error.left.quantity), `\(error.right.part)` is \(error.right.quantity): they cannot be added or compared"
            let hint = "divide or multiply one of them, or drop it"
            let names = error.right.part.names
            guard let mention = formula.mentions.first(where: { $0.kind == .name && names.contains($0.name) }) else {
                throw MetricsError(.badFormula, message, hint: hint).moved(to: entry.formulaPlace)
            }
            throw formula.error(.badFormula, message, hint: hint, at: mention).moved(to: entry.formulaPlace)
        }
    }

    /// Whether a measure or metric is the middle of values.
    private func isMedian(_ id: String) -> Bool {
        if medians.contains(id) { return true }
        guard let tree = numbers[id].flatMap({ resolved[$0] }) else { return false }
        return tree.isMedian(isMedian)
    }

    /// The tree over leaves.
    private mutating func put(_ expression: Expression, _ formula: Formula, _ entry: Entry) throws(MetricsError) -> Expression {
        switch expression {
        case .number, .leaf: return expression
        case .config(let name, _): return .config(name, config[name])
        case .name(let id):
            guard let index = numbers[id] else { return .leaf(Leaf(id)) }
            return try metric(index)
        case .negative(let x): return .negative(try put(x, formula, entry))
        case .binary(let operation, let x, let y):
            return .binary(operation, try put(x, formula, entry), try put(y, formula, entry))
        case .call(let function, let parts):
            var all: [Expression] = []
            for part in parts { all.append(try put(part, formula, entry)) }
            return .call(function, all)
        case .window(let window, let x): return try put(x, formula, entry).within(window)
        case .only(let member, let x):
            let member = MemberName(dimension: try dimension(member.dimension, formula, entry), name: member.name)
            let tree = try put(x, formula, entry)
            if let other = tree.leaves.lazy.compactMap(\.only).first(where: { $0 != member }) {
                throw MetricsError(
                    .badFormula, "`\(entry.id)` asks for `\(member)` and for `\(other)` at once, which is not kept",
                    hint: "use one only() around a measure"
                ).moved(to: entry.formulaPlace)
            }
            return tree.of(member)
        }
    }
}

extension Expression {
    /// Whether it is the middle of values as it is, or through functions of one value.
    fileprivate func isMedian(_ named: (String) -> Bool) -> Bool {
        switch self {
        case .name(let id): named(id)
        case .leaf(let leaf): named(leaf.measure)
        case .negative(let x), .window(_, let x), .only(_, let x): x.isMedian(named)
        case .call(_, let parts): parts.contains { $0.isMedian(named) }
        case .number, .config, .binary: false
        }
    }

    /// The first sum of two medians in it.
    fileprivate func sumOfMedians(_ named: (String) -> Bool) -> Expression? {
        for part in parts { if let found = part.sumOfMedians(named) { return found } }
        guard case .binary(.plus, let x, let y) = self, x.isMedian(named), y.isMedian(named) else { return nil }
        return self
    }

    /// The names in it.
    fileprivate var names: Set<String> {
        if case .name(let id) = self { return [id] }
        return parts.reduce(into: []) { $0.formUnion($1.names) }
    }

    /// This resolved tree with its measures of one member alone.
    func of(_ member: MemberName) -> Expression {
        switch self {
        case .number, .name, .config, .window, .only: self
        case .leaf(let leaf): .leaf(leaf.isElapsed ? leaf : Leaf(leaf.measure, leaf.window, only: member))
        case .negative(let x): .negative(x.of(member))
        case .binary(let operation, let x, let y): .binary(operation, x.of(member), y.of(member))
        case .call(let function, let parts): .call(function, parts.map { $0.of(member) })
        }
    }

    /// This resolved tree with a window around each of its leaves.
    func within(_ window: Window) -> Expression {
        switch self {
        case .number, .name, .config, .window, .only: self
        case .leaf(let leaf): .leaf(Leaf(leaf.measure, window.around(leaf.window), only: leaf.only))
        case .negative(let x): .negative(x.within(window))
        case .binary(let operation, let x, let y): .binary(operation, x.within(window), y.within(window))
        case .call(let function, let parts): .call(function, parts.map { $0.within(window) })
        }
    }
}
