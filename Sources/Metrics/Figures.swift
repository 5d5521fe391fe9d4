public import Facts
import Languages
import RollUps

/// The company's own figures in formulas: `figure.net_burn`.
enum FigureID {
    /// The id of a figure as a formula names it.
    static func id(_ name: String) -> String { Measure.figurePrefix + Figure.canonical(name) }

    /// The name of a figure in the form of ids; nil of what is none.
    static func name(_ id: String) -> String? {
        id.hasPrefix(Measure.figurePrefix) ? String(id.dropFirst(Measure.figurePrefix.utf8.count)) : nil
    }

    /// An id as formulas have it: `figure.net_burn`, `figure."24/7 support hours"`.
    static func written(_ id: String) -> String {
        guard let name = name(id), !Lexer.isName(name) else { return id }
        return Measure.figurePrefix + MemberName.quoted(name)
    }

    /// The first letter of a name as a capital: what readers call a figure that no file has.
    fileprivate static func shown(_ name: String) -> String {
        let spaced = Catalogue.spaced(name)
        return spaced.prefix(1).uppercased() + spaced.dropFirst()
    }
}

extension NamedMeasure {
    /// A figure that formulas name, before any file is read.
    init(unknownFigure id: String) {
        let name = FigureID.shown(FigureID.name(id) ?? id)
        self.init(
            measure: Measure(unknownFigure: id), name: Wording(name),
            description: Wording { CataloguePhrase.figure.text($0) })
    }

    /// The same figure as the files have it.
    fileprivate func fitted(to figure: Figure) -> NamedMeasure {
        let description: CataloguePhrase = figure.kind == .flow ? .figureFlow : .figureStock
        return NamedMeasure(
            measure: measure.fitted(to: figure), name: Wording(figure.name), description: Wording { description.text($0) })
    }
}

extension Catalogue {
    /// The ids of the figures in resolved formulas, in the order of their first use.
    static func figures(_ trees: [Expression]) -> [String] {
        var seen: Set<String> = []
        return trees.flatMap(\.leaves).map(\.measure).filter { FigureID.name($0) != nil && seen.insert($0).inserted }
    }

    /// The ids of the figures that formulas name, in the order of their first use.
    public var figures: [String] { measures.lazy.filter(\.measure.isFigure).map(\.id) }

    /// The same catalogue with what the files say of the figures that formulas name: what they count in, how they behave over time
    /// and how people write them.
    public func fitted(to figures: [Figure]) -> Catalogue {
        if self.figures.isEmpty { return self }
        let known = [String: Figure](figures.map { (Figure.key($0.name), $0) }, uniquingKeysWith: { first, _ in first })
        var copy = self
        copy.measures = measures.map { measure in
            guard let name = FigureID.name(measure.id), let figure = known[Figure.key(name)] else { return measure }
            return measure.fitted(to: figure)
        }
        return copy
    }

    /// Parts of a metric's formula that are added or compared and do not fit together by what the files say of its figures; nil where
    /// all fit.
    public func misfit(_ metric: Metric, _ figures: [Figure]) -> (left: String, right: String)? {
        let known = [String: Figure](figures.map { (Figure.key($0.name), $0) }, uniquingKeysWith: { first, _ in first })
        do {
            _ = try metric.resolved.quantity { id in
                guard let name = FigureID.name(id) else { return measure(id).map { Quantity($0.measure.unit) } }
                guard let figure = known[Figure.key(name)], !figure.unitIsAssumed else { return .unknown }
                return Quantity(figure.unit == .money ? .money : .count)
            }
            return nil
        } catch {
            func words(_ side: (part: Expression, quantity: Quantity)) -> String { "`\(side.part)` is \(side.quantity)" }
            return (words(error.left), words(error.right))
        }
    }
}
