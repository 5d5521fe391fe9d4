import Languages
import Metrics
import RollUps

/// The catalogue as text, for `gtm metrics`.
public struct CatalogueText: Sendable {
    private let catalogue: Catalogue
    private let language: Language

    /// The standard catalogue, or that of a pipeline with the company's own metrics.
    ///
    /// - Parameters:
    ///   - pipeline: The pipeline file; nil for the standard catalogue.
    ///   - locale: `en`, `zh-Hans` or `de`.
    public init(pipeline: String?, locale: String) throws(PipelineError) {
        guard let language = Language(rawValue: locale) else {
            let names = Language.allCases.map(\.rawValue)
            throw PipelineError(
                .usage, "no language is called `\(locale)`", hint: "the languages are \(names.joined(separator: ", "))")
        }
        self.language = language
        if let pipeline {
            catalogue = try Configuration.read(pipeline).catalogue
        } else {
            do { catalogue = try Catalogue.standard() } catch { throw PipelineError("catalogue", error) }
        }
    }

    /// A line that says that nothing is wrong: reading it has shown that.
    public var verdict: String {
        let own = catalogue.metrics.count(where: \.isCustom)
        let redefined = catalogue.metrics.count(where: \.isRedefined)
        return "ok: \(catalogue.metrics.count) metrics, \(own) of the company's own, \(redefined) redefined"
    }

    /// A metric or measure as a paragraph, or all of them as a line each.
    public func text(of id: String?) throws(PipelineError) -> String {
        guard let id else { return list() }
        if let metric = catalogue[id] { return paragraph(metric) }
        if let measure = catalogue.measure(id) {
            return """
                \(measure.id): \(measure.name[language])
                  \(measure.description[language])
                  unit     \(measure.measure.unit.rawValue), \(measure.measure.kind.rawValue), from \(measure.measure.source.rawValue)

                """
        }
        let names = catalogue.metrics.map(\.id) + catalogue.measures.map(\.id)
        let hint = nearest(id, in: names).map { "did you mean `\($0)`?" } ?? "`gtm metrics` lists them all"
        throw PipelineError(.usage, "no metric or measure is called `\(id)`", hint: hint)
    }

    private func paragraph(_ metric: Metric) -> String {
        var lines = ["\(metric.id): \(metric.name[language])", "  \(metric.description[language])"]
        lines.append("  formula  \(metric.formula)")
        lines.append("  in words \(catalogue.words(metric.expression, language))")
        lines.append("  unit     \(metric.unit.rawValue), \(metric.better.rawValue) is better".replacingNone())
        if metric.isOnRevenue { lines.append("  note     on revenue: no gross_margin is configured, so 1 is used") }
        if !metric.source.isEmpty { lines.append("  source   \(metric.source[language])") }
        return lines.joined(separator: "\n") + "\n"
    }

    private func list() -> String {
        let width = (catalogue.metrics.map(\.id) + catalogue.measures.map(\.id)).map(\.count).max() ?? 0
        func line(_ id: String, _ unit: String, _ name: String) -> String {
            id + String(repeating: " ", count: width - id.count + 2) + unit
                + String(repeating: " ", count: max(1, 14 - unit.count)) + name
        }
        var lines = ["metrics"] + catalogue.metrics.map { line($0.id, $0.unit.rawValue, $0.name[language]) }
        lines += ["", "measures"] + catalogue.measures.map { line($0.id, $0.measure.unit.rawValue, $0.name[language]) }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension String {
    /// "none is better" says nothing.
    fileprivate func replacingNone() -> String { hasSuffix(", none is better") ? String(dropLast(16)) : self }
}
