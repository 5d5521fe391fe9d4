import Facts
import Seeded
import Testing

@testable import Intake

@Suite("Evidence of a column")
struct EvidenceTests {
    func decimal(_ cells: [String], _ locale: String = "en") -> (ColumnReading.DecimalSign, Bool) {
        let reading = ColumnEvidence(cells).settled(locale: locale, kind: .money)
        return (reading.decimal, reading.isDecimalAssumed)
    }

    func order(_ cells: [String], _ locale: String = "en") -> (ColumnReading.DateOrder, Bool) {
        let reading = ColumnEvidence(cells).settled(locale: locale, kind: .day)
        return (reading.dateOrder, reading.isDateOrderAssumed)
    }

    @Test(
        "one cell that can only have a comma decides, whatever the locale",
        arguments: [
            "1,5", "1.234,50", "0,5", "12,50", "1234,567", "0,123", "1.234.567", "1 234,567", "1'234,50", "-0,5 €", "12,5%",
            "1,5E+3", "(1,50)",
        ])
    func commas(_ cell: String) {
        #expect(decimal(["1,234", cell, "1,234", "7"]) == (.comma, false))
    }

    @Test(
        "one cell that can only have a point decides, whatever the locale",
        arguments: [
            "1.5", "1,234.50", "0.5", "12.50", "1234.567", "0.123", "1,234,567", "1 234.567", "$1,234.50", "1,23,456", "12.5%",
            "1.5E+3",
            "-1234.5", "１２．５",
        ])
    func points(_ cell: String) {
        #expect(decimal(["1.234", cell, "1.234", "7"], "de") == (.point, false))
    }

    @Test("a column that could be either is read by the locale, and that is told")
    func eitherSign() {
        #expect(decimal(["1,234", "5,678", "12"]) == (.point, true))
        #expect(decimal(["1,234"], "de") == (.comma, true))
        #expect(decimal(["1.234"], "de") == (.comma, true))
        #expect(decimal(["1.234"], "zh-Hans") == (.point, true))
        #expect(decimal(["1.5", "1,5"], "fr") == (.comma, true))
    }

    @Test("a column of whole numbers assumes nothing")
    func whole() {
        #expect(decimal(["1", "2345", "", "N/A", "-7", "1 234", "€5"], "de") == (.comma, false))
        #expect(decimal([]) == (.point, false))
    }

    @Test("what is no number decides nothing")
    func noNumbers() {
        #expect(decimal(["12,50 or so", "1,2,3.4.5", "Acme, 12,5 Ltd", "a,b", "v1.5"]) == (.point, false))
        #expect(ColumnEvidence(["12,50 or so", "hello", "2026-11-03", "2026-11-03T10:00:00Z", "-", "5"]) == ColumnEvidence())
    }

    @Test("most cells decide a mixed column, and a cell with both signs is read by its own form")
    func mixed() {
        let cells = ["1.234,50", "2,5", "3,75", "1,234.50", "1.234"]
        let reading = ColumnEvidence(cells).settled(locale: "en", kind: .number)
        #expect(reading.decimal == .comma)
        #expect(!reading.isDecimalAssumed)
        let values = cells.map { reading.amount($0).value?.value }
        #expect(values == ["1234.50", "2.5", "3.75", "1234.50", "1234"].map { ExactDecimal($0) })
        #expect(reading.amount("99.5") == .bad)
    }

    @Test("a value above 12 decides which of day and month comes first")
    func dates() {
        #expect(order(["03/11/2026", "15/03/2026"]) == (.dayMonthYear, false))
        #expect(order(["03/11/2026", "03/15/2026"], "en-GB") == (.monthDayYear, false))
        #expect(order(["03/11/26", "15/03/26"]) == (.dayMonthYear, false))
        #expect(order(["03/11/26", "03/15/26"], "de") == (.monthDayYear, false))
        #expect(order(["15/03/2026"], "zh-Hans") == (.dayMonthYear, false))
        #expect(order(["03.11.2026", "03.25.2026"], "de") == (.monthDayYear, false))
        #expect(order(["3/11/2026 10:11", "15/3/2026 9:00"]) == (.dayMonthYear, false))
        #expect(order(["99-11-03", "98-12-31"]) == (.yearMonthDay, false))
        #expect(order(["26-11-15", "26-11-03"], "zh-Hans") == (.yearMonthDay, true))
    }

    @Test("a column of dates that could be either is read by the locale, and that is told")
    func eitherOrder() {
        #expect(order(["03/11/2026", "04/12/2026"]) == (.monthDayYear, true))
        #expect(order(["03/11/2026"], "en-GB") == (.dayMonthYear, true))
        #expect(order(["03/11/2026"], "de") == (.dayMonthYear, true))
        #expect(order(["03/11/2026"], "zh-Hans") == (.yearMonthDay, true))
        #expect(order(["26/11/03"], "zh-Hans") == (.yearMonthDay, true))
        #expect(order(["03/15/2026", "15/03/2026"], "en") == (.monthDayYear, true))
    }

    @Test("points between the numbers of a date settle nothing: it is read by the locale too")
    func dotted() {
        #expect(order(["03.11.2026"]) == (.monthDayYear, true))
        #expect(order(["03.11.2026"], "en-GB") == (.dayMonthYear, true))
        #expect(order(["03.11.2026", "04.12.2026"], "de") == (.dayMonthYear, true))
        #expect(order(["03.11.26", "04.11.26"], "zh-Hans") == (.yearMonthDay, true))
        #expect(order(["03.11.2026", "24.12.2026"]) == (.dayMonthYear, false))
    }

    @Test("where dates begin with the year, one that ends with it has the month before the day")
    func yearFirst() {
        let reading = ColumnEvidence(["03/11/2026"]).settled(locale: "zh-Hans", kind: .day)
        #expect(reading.day("03/11/2026") == .value(DaySpan(Day("2026-03-11")!)))
        #expect(reading.isDateOrderAssumed)
    }

    @Test("dates without doubt assume nothing")
    func certainDates() {
        #expect(
            order(["2026-11-03", "20261103", "3 Nov 2026", "2026年11月3日", "46329", "2026-11", "03/03/2026", "", "N/A"]).1
                == false)
        #expect(order([]) == (.monthDayYear, false))
    }

    @Test("most dates decide a column of both, and the others are errors")
    func mixedDates() {
        let cells = ["15/03/2026", "16/03/2026", "03/17/2026", "03/04/2026"]
        let reading = ColumnEvidence(cells).settled(locale: "en", kind: .stamp)
        #expect(reading.dateOrder == .dayMonthYear)
        #expect(reading.day(cells[2]) == .bad)
        #expect(reading.day(cells[3]) == .value(DaySpan(Day("2026-04-03")!)))
    }

    @Test("neither the order of cells nor how a column is cut into parts changes what it shows")
    func mergeable() {
        var random = Seeded(7)
        let forms = [
            "1,234", "1.234", "1,5", "1.5", "12", "", "1.234,50", "1,234.50", "03/11/2026", "15/03/2026", "03/15/26",
            "03.11.2026", "26-11-03",
            "hello", "2026-11-03", "-", "€ 5,00", "3 Nov 2026", "2026-03-02 10:11:12",
        ]
        for _ in 0..<200 {
            var cells = (0..<Int.random(in: 0...40, using: &random)).map { _ in forms.randomElement(using: &random)! }
            let whole = ColumnEvidence(cells)
            cells.shuffle(using: &random)
            let cut = Int.random(in: 0...cells.count, using: &random)
            let left = ColumnEvidence(Array(cells[..<cut]))
            let right = ColumnEvidence(Array(cells[cut...]))
            var (leftFirst, rightFirst) = (left, right)
            leftFirst.merge(right)
            rightFirst.merge(left)
            #expect(leftFirst == whole)
            #expect(rightFirst == whole)
        }
    }

    @Test(
        "knows the customs of the usual locales",
        arguments: [
            ("en", ColumnReading.DecimalSign.point, ColumnReading.DateOrder.monthDayYear), ("en-US", .point, .monthDayYear),
            ("en_US.UTF-8", .point, .monthDayYear), ("C", .point, .monthDayYear), ("en-GB", .point, .dayMonthYear),
            ("en-AU", .point, .dayMonthYear), ("de", .comma, .dayMonthYear), ("de-CH", .point, .dayMonthYear),
            ("fr", .comma, .dayMonthYear),
            ("fr-CH", .comma, .dayMonthYear), ("es", .comma, .dayMonthYear), ("es-MX", .point, .dayMonthYear),
            ("pt-BR", .comma, .dayMonthYear), ("zh-Hans", .point, .yearMonthDay), ("zh-Hant-TW", .point, .yearMonthDay),
            ("zh-Hant-HK", .point, .dayMonthYear), ("ja", .point, .yearMonthDay), ("ko-KR", .point, .yearMonthDay),
            ("sv-SE", .comma, .dayMonthYear), ("xx", .point, .dayMonthYear),
        ])
    func locales(_ locale: String, _ decimal: ColumnReading.DecimalSign, _ order: ColumnReading.DateOrder) {
        let custom = LocaleCustom(locale)
        #expect(custom.decimal == decimal)
        #expect(custom.dateOrder == order)
    }
}
