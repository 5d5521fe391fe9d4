import Facts
import Testing

@testable import Intake

@Suite("Amounts")
struct AmountTests {
    static let byPoint: [(String, String)] = [
        ("1234.5", "1234.5"), ("0", "0"), ("-1234.50", "-1234.50"), ("+5", "5"), ("1,234.50", "1234.50"),
        ("1.234,50", "1234.50"),
        ("1 234,50", "1234.50"), ("1'234.50", "1234.50"), ("1’234.50", "1234.50"), ("(1,234)", "-1234"), ("-1,234", "-1234"),
        ("1,234-", "-1234"), ("−1,234", "-1234"), ("–1,234", "-1234"), ("－１，２３４．５", "-1234.5"), ("１２３４", "1234"),
        ("1\u{A0}234,50", "1234.50"), ("1\u{202F}234.50", "1234.50"), ("1\u{2009}234\u{2009}567", "1234567"),
        ("１\u{3000}２３４", "1234"), ("1,234,567", "1234567"), ("1.234.567", "1234567"), ("1.234.567,8", "1234567.8"),
        ("1,23,456.78", "123456.78"), ("12,34,56,789", "123456789"), ("1.234", "1.234"), ("1,234", "1234"), ("0.123", "0.123"),
        (".5", "0.5"), ("-.5", "-0.5"), ("5.", "5"), ("1.5E+3", "1500"), ("1.5e-3", "0.0015"), ("1E5", "100000"),
        ("1.23457E+11", "123457000000"), ("-2.5E-02", "-0.025"), ("0E+99", "0"), ("007", "7"),
        ("123456789012345678", "123456789012345678"), ("0.123456789012345678", "0.123456789012345678"),
        ("00000000000000000000012", "12"), ("  12.5\t", "12.5"), ("\u{FEFF}12.5\u{200B}", "12.5"), ("12.5%", "0.125"),
        ("12.5 %", "0.125"), ("１２％", "0.12"), ("(5%)", "-0.05"), ("- 5", "-5"), ("( 1,234.00 )", "-1234.00"),
    ]

    static let byComma: [(String, String)] = [
        ("1234,5", "1234.5"), ("-1234,50", "-1234.50"), ("1.234,50", "1234.50"), ("1,234.50", "1234.50"), ("1.234", "1234"),
        ("1,234", "1.234"), ("12,50", "12.50"), ("0,123", "0.123"), (",5", "0.5"), ("1234,567", "1234.567"),
        ("1,234,567", "1234567"), ("1.234.567", "1234567"), ("1,5E+3", "1500"), ("12,5 %", "0.125"), ("1234", "1234"),
        ("12 345 678,9", "12345678.9"), ("1.234,50-", "-1234.50"),
    ]

    static let unreadable = [
        "12,50 or so", "1,2,3.4.5", "12-34", "--5", "+-5", "-5-", "(-5)", "-(5)", "(5", "5)", "((5))", "(5)-", "5+", "1,5",
        "12,50",
        "0,123", "1234,567", "12,34", "1,2345", "1234,567.8", "1.234.56", "0,123,456", "1,23,45", "1'23", "12 34", "1,234 567",
        "1.234'567", "1,234.5.6", ",", ".", "-.", "$", "USD", "%", "5%%", "%5", "$5%", "1 234 567 89", "1,,234", "1.2.3", "abc",
        "12a", "a12", "1e", "1E+", "1E+1000", "1.5E+3,5", "1,234E+2", "1234567890123456789", "99999999999999999999999",
        "0.1234567890123456789", "1E18", "1E-19", "#VALUE!", "#DIV/0!", "Inf", "$5 €", "USD 5 EUR", "12.5 XXQ",
        "5 000 000 000 0",
        "2026-11-03", "10:30", "=1+1", "1/2", "0x1F", "1_000", "١٢", "5th", "1 min", "500,---", "500.-5", ",-", ".-",
        "5 billion", "5 mil", "K 25", "5 T", "5KK", "1.2K M",
        "5 k%",
    ]

    @Test("reads every way of writing a number where the point is the decimal sign", arguments: byPoint)
    func point(_ text: String, _ expected: String) {
        #expect(ColumnReading.canonical.number(text).value?.value == ExactDecimal(expected))
    }

    @Test("reads every way of writing a number where the comma is the decimal sign", arguments: byComma)
    func comma(_ text: String, _ expected: String) {
        #expect(ColumnReading.comma.number(text).value?.value == ExactDecimal(expected))
    }

    @Test("does not guess at a cell that is no number", arguments: unreadable)
    func bad(_ text: String) {
        #expect(ColumnReading.canonical.amount(text) == .bad)
    }

    @Test(
        "does not take a point for a group sign where it cannot be one", arguments: ["12.50", "1.5", "0.123", "1234.567", "5."])
    func badByComma(_ text: String) {
        #expect(ColumnReading.comma.amount(text) == .bad)
    }

    @Test(
        "finds the currency on either side, by code or by symbol",
        arguments: [
            ("USD 1,234", "USD"), ("1,234 usd", "USD"), ("1,234.00USD", "USD"), ("1.234,50 €", "EUR"), ("€1,234", "EUR"),
            ("EUR -5", "EUR"), ("-€5", "EUR"), ("€-5", "EUR"), ("US$ 1,234", "USD"), ("HK$1,234", "HKD"), ("R$ 5,00", "BRL"),
            ("A$5", "AUD"), ("$1,234 CAD", "CAD"), ("CHF 1'234.50", "CHF"), ("Fr. 5", "CHF"),
            ("5 zł", "PLN"), ("₹1,23,456", "INR"), ("RMB 5", "CNY"), ("5美元", "USD"), ("5 欧元", "EUR"), ("1.2万美元", "USD"),
            ("¥5元", "CNY"), ("人民币5", "CNY"),
            ("CN¥5", "CNY"),
            ("5円", "JPY"), ("₩5", "KRW"), ("5원", "KRW"), ("(5 GBP)", "GBP"), ("5 EUR", "EUR"), ("5e2 EUR", "EUR"),
        ])
    func currency(_ text: String, _ code: String) {
        let reading = text == "R$ 5,00" ? ColumnReading.comma : .canonical
        #expect(reading.amount(text).value?.currency.code == code)
    }

    @Test("keeps a symbol that several currencies share, until the reporting currency is known")
    func shared() throws {
        for (text, mark) in [
            ("$1,234", CurrencyMark.dollar), ("¥1,234", .yen), ("￥1,234", .yen), ("\\1,234", .yen), ("1,234元", .yuan),
            ("5 kr", .crown), ("kr. 5", .crown), ("5 kr.", .crown), ("£5", .pound), ("￡5", .pound), ("Rs.500", .rupee),
            ("5 lei", .leu), ("R 1000", .rand), ("5 dollars", .dollar),
        ] {
            let amount = try #require(ColumnReading.canonical.amount(text).value, "\(text)")
            #expect(amount.currency == mark)
            #expect(amount.currency.code == nil)
        }
        for (mark, reporting, locale, code) in [
            (CurrencyMark.dollar, "USD", "en", "USD"), (.dollar, "CAD", "en", "CAD"), (.dollar, "EUR", "de", "USD"),
            (.pound, "EUR", "en", "GBP"), (.pound, "EGP", "en", "EGP"), (.yen, "CNY", "en", "CNY"), (.yen, "JPY", "zh", "JPY"),
            (.yen, "USD", "zh-Hans", "CNY"), (.yen, "USD", "ja-JP", "JPY"), (.yen, "USD", "en", nil),
            (.yuan, "USD", "en", "CNY"),
            (.yuan, "TWD", "zh-Hant", "TWD"), (.crown, "USD", "en", nil), (.crown, "EUR", "sv", nil),
            (.crown, "SEK", "en", "SEK"),
            (.rupee, "EUR", "en", nil), (.rupee, "PKR", "en", "PKR"), (.rand, "ZAR", "en", "ZAR"), (.rand, "EUR", "en", nil),
            (CurrencyMark(code: "GBP"), "USD", "en", "GBP"),
        ] as [(CurrencyMark, String, String, String?)] {
            let resolved = mark.resolved(reporting: CurrencyMark(code: reporting), locale: locale)
            #expect(resolved.code == code, "\(mark.sign) in \(reporting), \(locale)")
            #expect(resolved != .none)
        }
    }

    @Test("reads a cell that holds only a currency")
    func currencyCells() {
        for (text, code) in [
            ("USD", "USD"), (" eur ", "EUR"), ("€", "EUR"), ("US$", "USD"), ("ＵＳＤ", "USD"), ("RMB", "CNY"), ("美元", "USD"),
            ("$", "$"),
            ("kr", "kr"), ("Rs.", "Rs"), ("US dollar", "USD"), ("XXQ", "XXQ"), ("N/A", ""),
        ] {
            #expect(cell(text) { CellReader(.currency).meaning($0) } == code)
        }
        #expect(CurrencyMark(code: "US") == .none)
    }

    @Test("a percent sign divides by a hundred and is told")
    func percent() throws {
        let reading = ColumnReading.canonical
        for (text, value, hadSign) in [
            ("12.5%", "0.125", true), ("12.5", "12.5", false), ("0.4", "0.4", false), ("１２.５％", "0.125", true),
            ("-3 %", "-0.03", true),
        ] {
            let share = try #require(reading.percent(text).value)
            #expect(share.value == ExactDecimal(value))
            #expect(share.isPercent == hadSign)
        }
        #expect(reading.number("12.5%").value?.isPercent == true)
        #expect(reading.amount("12.5%") == .bad)
        if case .missing = reading.percent("-") {} else { Issue.record("a dash is missing") }
    }

    @Test("a missing amount is neither zero nor an error", arguments: ["", " ", "NA", "—", "#N/A", "null", "\u{3000}"])
    func missing(_ text: String) {
        #expect(ColumnReading.canonical.amount(text) == .missing)
    }

    @Test("bytes that are not UTF-8, or far too many, are an error and nothing worse")
    func brokenBytes() {
        for bytes: [UInt8] in [
            [0xE2, 0x88], [0xFF], [0x31, 0xC2], [0x80, 0x31], [0xE2, 0x31, 0x31], Array(repeating: 0x31, count: 500),
        ] {
            bytes.withUnsafeBytes {
                #expect(CellReader(.money).amount($0) == .bad)
                #expect(CellReader(.day).spelledDay($0) == .bad)
                #expect(CellReader(.stamp).spelledStamp($0) == .bad)
                #expect(CellReader(.flag).flag($0) == .bad)
                #expect(!MissingWords.isMissing($0))
                var evidence = ColumnEvidence()
                evidence.add($0)
                #expect(evidence == ColumnEvidence())
            }
        }
    }
}
