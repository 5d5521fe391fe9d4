import Facts
import Languages
import Metrics
import Testing

@testable import Reports

/// What a reader of a German report sees first.
@Suite struct GermanReportTests {
    private func report(_ grain: Grain = .week) throws -> Report {
        buildReport(try BuildingFixture(grain: grain, locale: "de", currency: Currency("EUR")).context())
    }

    private func spaced(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

    @Test func `the page says the week, the state of ARR and the four answers in German`() throws {
        let report = try report()
        let page = spaced(String(decoding: try renderPage(report), as: UTF8.self))
        #expect(page.contains("<html lang=\"de\"") && page.contains("Go-to-Market-Wochenbericht"))
        #expect(page.contains("KW 46 · 9. bis 15. November 2026 · Stand 15. Nov. 2026 · in EUR"))
        for question in [
            "Sind wir im Plan?", "Was hat sich am meisten verändert, und warum?", "Wer muss handeln?", "Sind alle Daten da?",
        ] {
            #expect(page.contains(question))
        }
        #expect(page.firstMatch(of: /Der ARR liegt Ende KW 46 bei [\d.,]+ (Tsd|Mio)\. €/) != nil)
        #expect(page.firstMatch(of: /[+−]\d+,\d %/) != nil)
        for section in ["Zusammenfassung", "Wiederkehrender Umsatz", "Kundengewinnung", "Stimme der Kunden", "Definitionen"] {
            #expect(page.contains(">\(section)<"), "\(section)")
        }
    }

    @Test func `the mail is German to its last line`() throws {
        let report = try report()
        let text = spaced(String(decoding: renderMailText(report), as: UTF8.self))
        #expect(
            text.contains("Sind wir im Plan?\n") && text.contains("Der ganze Bericht steht in der angehängten Arbeitsmappe."))
        #expect(text.contains("KW 46") && !text.contains("W46 "))
        let words = text.split { !$0.isLetter }
        #expect(Set<Substring>(["the", "of", "and", "is", "are", "target", "week"]).isDisjoint(with: words), "\(text)")
    }

    @Test(arguments: [
        (Grain.month, "Go-to-Market-Monatsbericht", "1. bis 31. Oktober 2026"),
        (.quarter, "Go-to-Market-Quartalsbericht", "1. Juli bis 30. September 2026"),
        (.year, "Go-to-Market-Jahresbericht", "1. Januar bis 31. Dezember 2025"),
    ])
    func `the other grains have their titles and spans`(_ grain: Grain, _ title: String, _ span: String) throws {
        let report = try report(grain)
        #expect(report.title == title && spaced(report.subtitle).contains(span), "\(report.title), \(report.subtitle)")
    }

    @Test func `a text that a company gives in English alone is shown`() throws {
        let overrides = """
            metrics:
              one: {name: {en: Cost of one, de: Kosten je Stück}, formula: spend / leads, unit: money}
              two: {name: {en: Cost of two}, formula: spend / won, unit: money}
            """
        let catalogue = try Catalogue.load(overrides: overrides, file: "metrics.yml")
        #expect(catalogue["one"]?.name[.de] == "Kosten je Stück" && catalogue["two"]?.name[.de] == "Cost of two")
        #expect(catalogue["nrr"]?.name[.de] == "NRR" && catalogue["nrr"]?.name[.zhHans] != "NRR")
        #expect(catalogue.words(try Expression.parse("0.5 * prior(spend)"), .de) == "0,5 × Ausgaben der Vorperiode")
    }
}
