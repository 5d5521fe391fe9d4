import Facts

/// Puts metrics in where they are named and windows at the leaves, each metric once; finds unknown names and circles.
struct Resolver {
    /// A resolved tree may have this many nodes; Excel's formulas end at 8,192 characters.
    static let mostNodes = 1000
    /// A resolved tree may be this high; what walks a tree goes one call deeper a level.
    static let highest = 250
    /// Metrics that name metrics that name metrics …, at most.
    static let longestChain = 200

    let entries: [Entry]
    let measures: Set<String>
    let config: [String: ExactDecimal]
    private let numbers: [String: Int]
    private var resolved: [Expression?]
    private var path: [Int] = []

    init(entries: [Entry], measures: Set<String>, config: [String: ExactDecimal]) {
        self.entries = entries
        self.measures = measures
        self.config = config
        self.numbers = [String: Int](uniqueKeysWithValues: entries.enumerated().map { ($1.id, $0) })
        self.resolved = Array(repeating: nil, count: entries.count)
    }

    /// The resolved trees of all entries, in their order.
    static func resolve(
        _ entries: [Entry], measures: Set<String>, config: [String: ExactDecimal]
    ) throws(MetricsError) -> [Expression] {
        var resolver = Resolver(entries: entries, measures: measures, config: config)
        var all: [Expression] = []
        for index in entries.indices { all.append(try resolver.metric(index)) }
        return all
    }

    private mutating func metric(_ index: Int) throws(MetricsError) -> Expression {
        if let done = resolved[index] { return done }
        let entry = entries[index]
        guard let formula = entry.formula else { preconditionFailure("\(entry.id) has no formula") }
        path.append(index)
        defer { path.removeLast() }
        try check(formula, entry)
        let tree = try put(formula.expression)
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
        for mention in formula.mentions {
            let name = mention.name
            if mention.isSetting {
                guard config[name] == nil else { continue }
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
            } else if !measures.contains(name) {
                let hint = nearest(name, in: measures.sorted() + entries.map(\.id)).map { "did you mean `\($0)`?" }
                throw formula.error(
                    .unknownName, "there is no measure or metric `\(name)`", hint: hint ?? "`gtm metrics` lists them all",
                    at: mention
                ).moved(to: entry.formulaPlace)
            }
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
        guard let formula = entry.formula, let mention = formula.mentions.first(where: { $0.name == names[1] && !$0.isSetting })
        else { return MetricsError(.circular, message, hint: hint) }
        return formula.error(.circular, message, hint: hint, at: mention).moved(to: entry.formulaPlace)
    }

    /// The tree over leaves.
    private mutating func put(_ expression: Expression) throws(MetricsError) -> Expression {
        switch expression {
        case .number, .leaf: return expression
        case .config(let name, _): return .config(name, config[name])
        case .name(let id):
            guard let index = numbers[id] else { return .leaf(Leaf(id)) }
            return try metric(index)
        case .negative(let x): return .negative(try put(x))
        case .binary(let operation, let x, let y): return .binary(operation, try put(x), try put(y))
        case .call(let function, let parts):
            var all: [Expression] = []
            for part in parts { all.append(try put(part)) }
            return .call(function, all)
        case .window(let window, let x): return try put(x).within(window)
        }
    }
}

extension Expression {
    /// This resolved tree with a window around each of its leaves.
    func within(_ window: Window) -> Expression {
        switch self {
        case .number, .name, .config, .window: self
        case .leaf(let leaf): .leaf(Leaf(leaf.measure, window.around(leaf.window)))
        case .negative(let x): .negative(x.within(window))
        case .binary(let operation, let x, let y): .binary(operation, x.within(window), y.within(window))
        case .call(let function, let parts): .call(function, parts.map { $0.within(window) })
        }
    }
}
