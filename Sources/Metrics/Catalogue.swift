public import Facts
public import Languages
public import RollUps

/// All metrics of a pipeline, checked and resolved, and what its measures are called.
///
/// The standard metrics are data, in `catalogue.yml`, and so are those that a company adds in its `metrics.yml`. The program knows
/// none of them by name.
///
///     let catalogue = try Catalogue.standard()
///     catalogue["nps"]!.formula    // 100 * (nps_promoters - nps_detractors) / nps_responses
public struct Catalogue: Sendable {
    /// The metrics, in the catalogue's order; the company's own come last, in the order of its file.
    public private(set) var metrics: [Metric]
    /// The measures, in the catalogue's order, and behind them the figures that formulas name.
    public internal(set) var measures: [NamedMeasure]
    /// The settings that formulas may use, with `gross_margin` = 1 where none is configured.
    public let config: [String: ExactDecimal]
    /// What formulas need from the roll-ups: every measure over the period itself, in the order of `measures`, then the windowed
    /// ones in the order of their first use. The rows of the *Numbers* sheet.
    public let leaves: [Leaf]

    /// For each metric, the numbers in `leaves` of the leaves of its program.
    private(set) var leafNumbers: [[Int]]
    private var metricNumbers: [String: Int]
    private let measureNumbers: [String: Int]
    private let settingNames: [String: Wording]
    /// The formulas of hidden metrics by id, unresolved: readers see them where they are named.
    let helpers: [String: Expression]

    /// The metric of an id, or nil.
    public subscript(id: String) -> Metric? { metricNumbers[id].map { metrics[$0] } }
    /// The measure of an id, or nil.
    public func measure(_ id: String) -> NamedMeasure? { measureNumbers[id].map { measures[$0] } }
    /// The place of a metric in `metrics`, or nil.
    public func index(of metric: String) -> Int? { metricNumbers[metric] }
    /// What readers call a setting: its name in the catalogue, else its id with spaces.
    public func name(ofSetting id: String) -> Wording {
        settingNames[id] ?? Wording(Catalogue.spaced(id))
    }

    /// The same without the metrics whose formulas use some measures, and where asked without anyone's name as an owner.
    public func without(_ measures: Set<String>, owners: Bool) -> Catalogue {
        var copy = self
        let kept = metrics.indices.filter { number in !metrics[number].leaves.contains { measures.contains($0.measure) } }
        copy.metrics = kept.map { number in
            var metric = metrics[number]
            if owners { metric.owner = nil }
            return metric
        }
        copy.leafNumbers = kept.map { leafNumbers[$0] }
        copy.metricNumbers = [String: Int](uniqueKeysWithValues: copy.metrics.enumerated().map { ($1.id, $0) })
        return copy
    }

    /// The standard catalogue.
    ///
    /// - Parameters:
    ///   - stages: The funnel's stages; each beyond the standard five adds the measures `S` and `cohort_S` and, from the stage A
    ///     before it, the metric `A_to_S`. The default is the standard five.
    ///   - config: The pipeline's settings that formulas use. The default is none: then `gross_margin` is 1, and the metrics that
    ///     use it are `isOnRevenue`.
    public static func standard(
        stages: [String] = Measure.standardStages, config: [String: ExactDecimal] = [:]
    ) throws(MetricsError) -> Catalogue {
        try load(overrides: nil, file: "", stages: stages, config: config)
    }

    /// The standard catalogue with a company's own metrics and overrides.
    ///
    /// The file holds `metrics:`, a map by id or a list. A new metric needs `formula` and `unit`; for one of the standard catalogue
    /// every attribute that is given takes the place of the standard one.
    ///
    ///     metrics:
    ///       cost_per_lead: {name: Cost per lead, formula: spend / leads, unit: money, better: lower}
    ///       nrr: {target: 110%}
    ///
    /// - Parameters:
    ///   - overrides: The text of the company's file; nil or empty for none.
    ///   - file: The file's path, for errors.
    ///   - stages: See `standard(stages:config:)`.
    ///   - config: See `standard(stages:config:)`.
    ///   - dimensions: The pipeline's, which `only()` may name; nil where no pipeline is known, and any will do.
    public static func load(
        overrides: String?, file: String, stages: [String] = Measure.standardStages, config: [String: ExactDecimal] = [:],
        dimensions: [String]? = nil
    ) throws(MetricsError) -> Catalogue {
        try Catalogue(overrides: overrides, file: file, stages: stages, config: config, dimensions: dimensions)
    }

    /// - Parameter problems: Takes what is wrong, so that the rest is read; nil where the first error ends the reading.
    init(
        overrides: String?, file: String, stages: [String], config given: [String: ExactDecimal], dimensions: [String]?,
        problems: Problems? = nil
    ) throws(MetricsError) {
        let shipped = try Shipped(stages: stages)
        var entries = shipped.entries
        if let overrides { try Catalogue.merge(overrides, file: file, into: &entries, measures: shipped.measures, problems) }

        var config = given
        let hasMargin = config["gross_margin"] != nil
        if !hasMargin { config["gross_margin"] = ExactDecimal(digits: 1, scale: 0) }
        let units = [String: Measure.Unit](uniqueKeysWithValues: shipped.measures.map { ($0.id, $0.measure.unit) })
        let trees = try Resolver.resolve(
            entries, measures: units, medians: Set(shipped.measures.lazy.filter { $0.measure.kind == .median }.map(\.id)),
            config: config, dimensions: dimensions, problems)

        let measures = shipped.measures + Catalogue.figures(trees).map(NamedMeasure.init(unknownFigure:))
        let sources = [String: Measure.Source](uniqueKeysWithValues: measures.map { ($0.id, $0.measure.source) })
        var metrics: [Metric] = []
        var helpers: [String: Expression] = [:]
        for (entry, tree) in zip(entries, trees) {
            if entry.isBroken { continue }
            if entry.isHidden {
                try problems.collect { () throws(MetricsError) in
                    if entry.isCustom, entry.target == nil { return }
                    let message =
                        entry.isCustom
                        ? "the hidden metric `\(entry.id)` has a target"
                        : "`\(entry.id)` is a standard metric, which reports show"
                    let hint =
                        entry.isCustom
                        ? "drop one of the two: what is hidden is judged nowhere"
                        : "only the company's own metrics can be hidden"
                    throw MetricsError(.badValue, message, hint: hint).moved(to: entry.hiddenPlace ?? entry.place)
                }
                helpers[entry.id] = entry.formula?.expression
                continue
            }
            let isOnRevenue = !hasMargin && tree.settings.contains("gross_margin")
            try problems.collect { () throws(MetricsError) in
                metrics.append(try Metric(entry, tree, isOnRevenue: isOnRevenue, sources: sources))
            }
        }
        var leaves = measures.map { Leaf($0.id) }
        var numbers = [Leaf: Int](uniqueKeysWithValues: leaves.enumerated().map { ($1, $0) })
        self.leafNumbers = metrics.map { metric in
            metric.leaves.map { leaf in
                if let number = numbers[leaf] { return number }
                numbers[leaf] = leaves.count
                leaves.append(leaf)
                return leaves.count - 1
            }
        }
        self.leaves = leaves
        self.metrics = metrics
        self.measures = measures
        self.config = config
        self.metricNumbers = [String: Int](uniqueKeysWithValues: metrics.enumerated().map { ($1.id, $0) })
        self.measureNumbers = [String: Int](uniqueKeysWithValues: measures.enumerated().map { ($1.id, $0) })
        self.settingNames = shipped.settingNames
        self.helpers = helpers
    }

    /// Puts a company's metrics over the standard ones and behind them.
    private static func merge(
        _ text: String, file: String, into entries: inout [Entry], measures: [NamedMeasure], _ problems: Problems?
    ) throws(MetricsError) {
        let reader = CatalogueReader(text, file: file, problems)
        guard let root = try reader.root(keys: ["metrics"]), let list = reader.value(root, "metrics") else { return }
        var standing = [String: Int](uniqueKeysWithValues: entries.enumerated().map { ($1.id, $0) })
        for entry in try reader.metrics(list) {
            func fault(_ code: MetricsError.Code, _ message: String, _ hint: String) -> MetricsError {
                MetricsError(code, message, hint: hint, file: file, line: entry.place.line, column: entry.place.column)
            }
            if let index = standing[entry.id] {
                entries[index].override(with: entry)
                continue
            }
            let isWhole = try problems.collect { () throws(MetricsError) in
                if measures.contains(where: { $0.id == entry.id }) {
                    throw fault(.nameTaken, "`\(entry.id)` is the name of a measure", "give the metric an id of its own")
                }
                if Expression.reserved.contains(entry.id) {
                    throw fault(
                        .nameTaken, "`\(entry.id)` is a word of the formula language", "give the metric an id of its own")
                }
                if entry.isBroken { return }
                guard entry.formula != nil else {
                    // Whoever leaves out the formula meant a standard metric.
                    let near = nearest(entry.id, in: entries.filter { !$0.isCustom }.map(\.id)).map {
                        "did you mean the standard metric `\($0)`?"
                    }
                    throw fault(
                        .missingKey, "the new metric `\(entry.id)` has no `formula`",
                        near ?? "add one, such as formula: spend / won")
                }
                guard entry.unit != nil else {
                    let units = Metric.Unit.allCases.map(\.rawValue).joined(separator: ", ")
                    throw fault(.missingKey, "the new metric `\(entry.id)` has no `unit`", "add one of " + units)
                }
            }
            if !isWhole, measures.contains(where: { $0.id == entry.id }) { continue }
            standing[entry.id] = entries.count
            entries.append(isWhole ? entry : entry.broken)
            entries[entries.count - 1].isCustom = true
        }
    }

    /// `cost_per_lead` as `cost per lead`.
    static func spaced(_ id: String) -> String { String(id.map { $0 == "_" ? " " : $0 }) }
}

extension Entry {
    /// The same as a metric that is not computed, so that others may name it.
    fileprivate var broken: Entry {
        var copy = self
        copy.isBroken = true
        return copy
    }

    /// Takes over every attribute that `other` gives. A definition that was replaced is no longer from its old source.
    fileprivate mutating func override(with other: Entry) {
        name = other.name ?? name
        description = other.description ?? description
        unit = other.unit ?? unit
        better = other.better ?? better
        section = other.section ?? section
        isHidden = other.isHidden
        hiddenPlace = other.hiddenPlace ?? hiddenPlace
        owner = other.owner ?? owner
        target = other.target ?? target
        if let replacement = other.formula {
            isRedefined = replacement.expression != formula?.expression
            formula = replacement
            formulaPlace = other.formulaPlace
            if isRedefined {
                source = Wording { CataloguePhrase.redefined.text($0) }
            }
        }
        source = other.source ?? source
    }
}

extension Metric {
    fileprivate init(
        _ entry: Entry, _ tree: Expression, isOnRevenue: Bool, sources: [String: Measure.Source]
    ) throws(MetricsError) {
        guard let formula = entry.formula, let unit = entry.unit else {
            preconditionFailure("\(entry.id) lacks formula or unit")
        }
        if let target = entry.target, target.isPercent, unit != .percent {
            throw MetricsError(
                .badValue, "the target of `\(entry.id)` is in percent, the metric is in \(unit.rawValue)", hint: "drop the `%`",
                file: target.place.file, line: target.place.line, column: target.place.column)
        }
        let program = Program(tree)
        let spaced = Catalogue.spaced(entry.id)
        self.id = entry.id
        self.name = entry.name ?? Wording { $0.forms.hasCapitals ? spaced.prefix(1).uppercased() + spaced.dropFirst() : spaced }
        self.description = entry.description ?? Wording("")
        self.formula = formula.text
        self.expression = formula.expression
        self.resolved = tree
        self.unit = unit
        self.better = entry.better ?? .neither
        self.section = entry.section ?? Section(showing: program.leaves.first.flatMap { sources[$0.measure] })
        self.owner = entry.owner
        self.target = entry.target?.value
        self.source = entry.source ?? Wording { CataloguePhrase.own.text($0) }
        self.isOnRevenue = isOnRevenue
        self.isCustom = entry.isCustom
        self.isRedefined = entry.isRedefined
        self.program = program
    }
}

extension Metric.Section {
    /// Where a metric is shown that names no section: by the source of the first measure in its formula.
    fileprivate init(showing source: Measure.Source?) {
        switch source {
        case .spend: self = .acquisition
        case .leads, .opportunities: self = .conversion
        case .nps: self = .voice
        case .usage, .headcount: self = .activity
        case .subscriptions, .figures, nil: self = .revenue
        }
    }
}
