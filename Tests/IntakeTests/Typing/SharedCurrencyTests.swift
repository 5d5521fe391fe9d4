import Facts
import Testing

@testable import Intake

/// Signs that several currencies share, beside a column of currencies and without.
@Suite struct SharedCurrencyTests {
    private func spend(_ rows: String, header: String = "date,amount", currency: String, locale: String = "en") throws
        -> IntakeResult
    {
        let inbox = TemporaryInbox([
            "fx_rates.csv":
                "currency,rate\nSEK,0.09\nNOK,0.085\nUSD,0.9\nCAD,0.6\nJPY,0.006\nCNY,0.13\nINR,0.01\nGBP,1.2\nEGP,0.02\nEUR,1.1\n",
            "spend.csv": header + "\n" + rows,
        ])
        return try inbox.intake {
            $0.currency = Currency(currency)
            $0.locale = locale
        }
    }

    static let shared: [(String, String, String, Int?)] = [
        // what is written, the reporting currency, the locale, what comes of it in minor units (nil: rejected)
        ("100 kr", "EUR", "en", nil), ("100 kr", "SEK", "en", 100_00), ("kr 100", "DKK", "da", 100_00),
        ("100 kr", "EUR", "sv", nil),
        ("$100", "USD", "en", 100_00), ("$100", "EUR", "de", 90_00), ("$100", "CAD", "en", 100_00),
        ("¥100", "CNY", "en", 100_00),
        ("￥100", "JPY", "en", 100), ("¥100", "EUR", "zh-Hans", 13_00), ("¥100", "EUR", "ja", 60), ("¥100", "EUR", "en", nil),
        ("£100", "EUR", "en", 120_00), ("£100", "EGP", "en", 100_00), ("Rs 100", "EUR", "en", nil),
        ("Rs. 100", "INR", "en", 100_00),
        ("₹100", "EUR", "en", 1_00), ("R 100", "ZAR", "en", 100_00), ("R 100", "EUR", "en", nil), ("L 100", "EUR", "en", nil),
        ("100元", "EUR", "en", 13_00), ("100美元", "EUR", "en", 90_00), ("100 lei", "EUR", "en", nil),
        ("100 lei", "RON", "en", 100_00),
    ]

    @Test(arguments: shared)
    func `a shared sign is the reporting currency only where that is one of its own`(
        _ amount: String, _ currency: String, _ locale: String, _ expected: Int?
    ) throws {
        let result = try spend("2026-01-01,\(amount)\n2026-01-02,7\n", currency: currency, locale: locale)
        #expect(result.facts.spend?.amounts.count == (expected == nil ? 1 : 2))
        #expect(result.codes.contains("which-currency") == (expected == nil))
        if let expected { #expect(result.facts.spend?.amounts.first.map { Int($0) } == expected) }
    }

    static let columns: [(String, Int?, String?)] = [
        ("100 kr,SEK", 9_00, nil), ("$100,CAD", 60_00, nil), ("$100,USD", 90_00, nil), ("$100,", 90_00, nil),
        ("¥100,CNY", 13_00, nil),
        ("¥100,JPY", 60, nil), ("£100,EGP", 2_00, nil), ("100,kr", nil, "which-currency"), ("100,$", 90_00, nil),
        ("$100,SEK", nil, "two-currencies"), ("€100,USD", nil, "two-currencies"), ("100 kr,USD", nil, "two-currencies"),
        ("100 USD,CAD", nil, "two-currencies"), ("100 kr,", nil, "which-currency"), ("100,EUR", 100_00, nil),
        ("€100,EUR", 100_00, nil),
    ]

    @Test(arguments: columns)
    func `a column of currencies decides, unless it contradicts`(_ cells: String, _ expected: Int?, _ code: String?) throws {
        let result = try spend("2026-01-01,\(cells)\n2026-01-02,7,\n", header: "date,amount,currency", currency: "EUR")
        #expect(result.facts.spend?.amounts.count == (expected == nil ? 1 : 2), "\(cells)")
        if let expected { #expect(result.facts.spend?.amounts.first.map { Int($0) } == expected, "\(cells)") }
        if let code { #expect(result.codes.contains(code), "\(cells): \(result.codes)") }
    }

    @Test func `a currency in the column's name is that of rows that say none`() throws {
        let result = try spend(
            "2026-01-01,100,\n2026-01-02,100,SEK\n2026-01-03,€100,\n", header: "date,amount (USD),currency", currency: "EUR")
        #expect(result.facts.spend?.amounts == [90_00, 9_00, 100_00])
    }

    @Test func `what was rejected for its currency is summed under its sign`() throws {
        let result = try spend("2026-01-01,100 kr\n2026-01-02,7\n", currency: "EUR")
        #expect(result.rejectedMoney.map(\.currency) == ["kr"])
        #expect(result.rejectedMoney.map(\.amount) == [Number(100)])
    }
}
