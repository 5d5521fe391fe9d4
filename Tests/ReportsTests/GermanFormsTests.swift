import Facts
import Languages
import Testing

@testable import Reports

/// How German writes numbers, days and periods.
@Suite struct GermanFormsTests {
    private let euro = Currency("EUR")

    private func shown(_ number: Number?, _ format: Format = Format(.money, digits: 0)) -> String {
        format.shown(number, currency: euro, locale: "de")
    }

    @Test func `money is in Tsd. and Mio., with a decimal comma and the currency behind`() {
        #expect(shown(Number(14_194_509)) == "14,19\u{A0}Mio.\u{A0}€")
        #expect(shown(Number(-47_816)) == "−47,8\u{A0}Tsd.\u{A0}€")
        #expect(shown(Number(1_420_000_000)) == "1,42\u{A0}Mrd.\u{A0}€")
        #expect(shown(Number(771)) == "771\u{A0}€" && shown(Number(0)) == "0\u{A0}€" && shown(nil) == "n/a")
        #expect(shown(Number(152_300), Format(.money, digits: 0, isSigned: true)) == "+152,3\u{A0}Tsd.\u{A0}€")
        let franc = Format(.money, digits: 0).shown(Number(1_500), currency: Currency("CHF"), locale: "de")
        #expect(franc == "1,5\u{A0}Tsd.\u{A0}CHF")
    }

    @Test func `counts have full stops between thousands, percentages a space before their sign`() {
        #expect(shown(Number(1_234_567), Format(.count, digits: 0)) == "1.234.567")
        #expect(shown(Number(-1, over: 8), Format(.percent, digits: 1)) == "−12,5\u{A0}%")
        #expect(shown(Number(21, over: 1000), Format(.percentagePoints, digits: 1, isSigned: true)) == "+2,1\u{A0}PP")
        #expect(shown(Number(1_234_567, over: 100), Format(.plain, digits: 2)) == "12.345,67")
    }

    @Test func `axes and cells of the workbook have the same units`() {
        #expect(Axis([1_240_000], fromZero: true).labels(Format(.money, digits: 0), locale: "de").last == "1,5\u{A0}Mio.")
        let money = Format(.money, digits: 0)
        #expect(money.excelFormat(currency: euro, locale: "de") == "[$-407]#,##0")
        let percent = Format(.percent, digits: 1, isSigned: true).excelFormat(
            currency: euro, locale: "de", isHigherBetter: true)
        let parts = [
            #"[$-407]"▲ "+#,##0.0" "%" besser""#, #"[$-407]"▼ "-#,##0.0" "%" schlechter""#, #"[$-407]#,##0.0" "%"#,
        ]
        #expect(percent.replacing("\u{A0}", with: " ") == parts.joined(separator: ";"))
        let units = Language.de.forms.units
        #expect(
            money.axisExcelFormat(unit: units[1], digits: 1, .de)
                == "[$-407]#,##0.0,,\"\u{A0}Mio.\";[$-407]-#,##0.0,,\"\u{A0}Mio.\";0")
    }

    @Test func `days and their ranges are written out`() throws {
        let forms = Language.de.forms
        func text(_ start: String, _ end: String) throws -> String {
            try forms.text(#require(Day(start)), to: #require(Day(end))).replacing("\u{A0}", with: " ")
        }
        #expect(try text("2026-11-14", "2026-11-14") == "14. November 2026")
        #expect(try text("2026-11-09", "2026-11-15") == "9. bis 15. November 2026")
        #expect(try text("2026-10-26", "2026-11-01") == "26. Oktober bis 1. November 2026")
        #expect(try text("2026-12-28", "2027-01-03") == "28. Dezember 2026 bis 3. Januar 2027")
        #expect(forms.text(try #require(Day("2026-03-05"))).replacing("\u{A0}", with: " ") == "5. März 2026")
    }

    @Test func `weeks are KW, quarters and months stand before their year`() throws {
        let (forms, calendar) = (Language.de.forms, PeriodCalendar())
        func names(_ name: String) throws -> [String] {
            let period = try #require(calendar.period(named: name))
            return [forms.heading(period, in: 2026), forms.name(period, in: 2026)].map { $0.replacing("\u{A0}", with: " ") }
        }
        #expect(try names("2026-W46") == ["KW 46", "KW 46"])
        #expect(try names("2025-W02") == ["KW 02/2025", "KW 02/2025"])
        #expect(try names("2026-Q4") == ["Q4/2026", "Q4"])
        #expect(try names("2026-11") == ["11/2026", "November"])
        #expect(try names("2025-11") == ["11/2025", "November 2025"])
        #expect(try names("2026") == ["2026", "2026"])
    }

    @Test func `other languages write them as before`() throws {
        let period = try #require(PeriodCalendar().period(named: "2026-W46"))
        #expect(Language.en.forms.heading(period, in: 2026) == "2026-W46")
        #expect(Language.zhHans.forms.name(period, in: 2026) == "第46周")
        let (start, end) = (try #require(Day("2026-10-26")), try #require(Day("2026-11-01")))
        #expect(Language.en.forms.text(start, to: end) == "26 October to 1 November 2026")
        #expect(Language.zhHans.forms.text(start, to: end) == "2026年10月26日至11月1日")
    }
}
