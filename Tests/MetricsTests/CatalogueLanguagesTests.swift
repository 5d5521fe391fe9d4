import Languages
import Testing

@testable import Metrics

@Suite struct CatalogueLanguagesTests {
    @Test func `Every language names all metrics, measures and settings, and no others`() throws {
        let catalogue = try Catalogue.standard()
        let phrases = FormulaPhrase.allCases.map(\.key) + CataloguePhrase.allCases.map(\.key)
        var keys = catalogue.metrics.flatMap { metric in
            ["name", "description", "source"].map { "metrics.\(metric.id).\($0)" }
        }
        keys += catalogue.measures.flatMap { measure in ["name", "description"].map { "measures.\(measure.id).\($0)" } }
        keys += ["gross_margin", "churn_grace_days", "renewal_grace_days", "response_sla_minutes"].map { "settings.\($0).name" }
        for language in Language.allCases {
            let own = language.book.catalogue.keys.filter { !$0.hasPrefix("sources.") }
            #expect(own == Set(phrases + (language == .en ? [] : keys)), "\(language)")
        }
    }
}
