import Facts
import Languages
import Testing

@testable import Reports

@Suite("Formats")
struct WorkbookFormatsTests {
    let usd = Currency("USD")

    func text(_ number: Number?, _ kind: Format.Kind, _ digits: Int, signed: Bool = false, locale: String = "en") -> String {
        Format(kind, digits: digits, isSigned: signed).text(number, currency: usd, locale: locale)
    }

    @Test("Numbers are grouped by thousands")
    func grouping() {
        #expect(text(Number(0), .count, 0) == "0")
        #expect(text(Number(999), .count, 0) == "999")
        #expect(text(Number(1_000), .count, 0) == "1,000")
        #expect(text(Number(1_234_567), .count, 0) == "1,234,567")
        #expect(text(Number(-1_234_567), .count, 0) == "-1,234,567")
        #expect(text(Number(123_456_789, over: 100), .money, 2) == "1,234,567.89")
        #expect(text(Number(12), .plain, 2) == "12.00")
    }

    @Test("Percentages and percentage points are a hundredfold of the fraction")
    func percentages() {
        #expect(text(Number(1, over: 8), .percent, 1) == "12.5%")
        #expect(text(Number(1, over: 8), .percent, 0) == "13%")
        #expect(text(Number(21, over: 1_000), .percentagePoints, 1, signed: true) == "+2.1 pts")
        #expect(text(Number(-21, over: 1_000), .percentagePoints, 1, signed: true) == "-2.1 pts")
        #expect(text(Number(21, over: 1_000), .percentagePoints, 1, signed: true, locale: "zh-Hans") == "+2.1 个百分点")
        #expect(text(Number(12), .percent, 0) == "1,200%")
    }

    @Test("Ties go away from 0, also where the nearest double lies below them")
    func ties() {
        #expect(text(Number(2_675, over: 1_000), .plain, 2) == "2.68")
        #expect(text(Number(-2_675, over: 1_000), .plain, 2) == "-2.68")
        #expect(text(Number(1, over: 2), .count, 0) == "1")
        #expect(text(.inexact(1.005), .plain, 2) == "1.01")
        #expect(text(.inexact(0.9125 - 0.9), .percent, 1) == "1.2%" || text(.inexact(0.9125 - 0.9), .percent, 1) == "1.3%")
        #expect(text(Number(99_995, over: 100_000), .percent, 1) == "100.0%")
    }

    @Test("What rounds to 0 has no sign")
    func zero() {
        #expect(text(Number(-1, over: 1_000_000), .percent, 1) == "0.0%")
        #expect(text(Number(1, over: 1_000_000), .percent, 1, signed: true) == "0.0%")
        #expect(text(Number(-1, over: 3), .plain, 0, signed: true) == "0")
        #expect(text(Number(0), .plain, 1, signed: true) == "0.0")
    }

    @Test("Undefined is n/a in every locale")
    func undefined() {
        #expect(text(nil, .money, 0) == "n/a")
        #expect(text(nil, .percentagePoints, 1, signed: true, locale: "zh-Hans") == "n/a")
    }

    @Test("Large and small doubles are written out")
    func extremes() {
        #expect(text(.inexact(1.5e21), .plain, 0) == "1,500,000,000,000,000,000,000")
        #expect(text(.inexact(1e-9), .plain, 2) == "0.00")
        #expect(text(.inexact(5e-3), .plain, 2) == "0.01")
    }

    @Test("Money has no more digits than its currency")
    func minorDigits() {
        let format = Format(.money, digits: 2)
        #expect(format.text(Number(25, over: 2), currency: Currency("JPY"), locale: "en") == "13")
        #expect(format.excelFormat(currency: Currency("JPY")) == "#,##0")
        #expect(format.excelFormat(currency: usd) == "#,##0.00")
    }

    @Test("The number formats of Excel say the same")
    func excel() {
        #expect(Format(.count, digits: 0).excelFormat(currency: usd) == "#,##0")
        #expect(Format(.percent, digits: 1).excelFormat(currency: usd) == "#,##0.0%")
        #expect(
            Format(.percent, digits: 1, isSigned: true).excelFormat(currency: usd)
                == "\"▲ \"+#,##0.0%;\"▼ \"-#,##0.0%;#,##0.0%")
        #expect(
            Format(.percentagePoints, digits: 1, isSigned: true).excelFormat(currency: usd)
                == "\"▲ \"+#,##0.0\" pts\";\"▼ \"-#,##0.0\" pts\";#,##0.0\" pts\"")
        #expect(
            Format(.plain, digits: 1, isSigned: true).excelFormat(currency: usd, isHigherBetter: false)
                == "\"▲ \"+#,##0.0\" worse\";\"▼ \"-#,##0.0\" better\";#,##0.0")
        #expect(Format(.percent, digits: 1).excelZeroFormat(currency: usd) == "#,##0.0%;#,##0.0%;#,##0.0%")
        #expect(Format(.percentagePoints, digits: 1).workbookFactor == 100)
    }

    @Test("Axes use one unit, and no more digits than their steps need")
    func axes() {
        let money = Format(.money, digits: 0)
        let units = Language.en.forms.units
        let (thousand, million) = (units[0], units[1])
        #expect(money.axisUnit(for: [Number(9_999)]) == nil)
        #expect(money.axisUnit(for: [Number(-500_000), nil]) == thousand)
        #expect(money.axisUnit(for: [Number(1_000_000)]) == million)
        #expect(money.axisText(Number(1_500_000), unit: million, digits: 1) == "1.5M")
        #expect(money.axisText(Number(0), unit: million, digits: 1) == "0")
        #expect(money.axisText(Number(-50_000), unit: thousand, digits: 0) == "−50k")
        #expect(money.axisDigits(step: 500_000, unit: million) == 1)
        #expect(money.axisExcelFormat(unit: million, digits: 1) == "#,##0.0,,\"M\";-#,##0.0,,\"M\";0")
        let percent = Format(.percent, digits: 1)
        #expect(percent.axisDigits(step: 0.2, unit: nil) == 0)
        #expect(percent.axisDigits(step: 0.005, unit: nil) == 1)
        #expect(percent.axisText(Number(1, over: 5), unit: nil, digits: 0) == "20%")
    }
}
