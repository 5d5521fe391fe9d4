import Facts
import Testing

@testable import Intake

/// Units of thousands and millions, in cells and in the names of columns.
@Suite struct UnitTests {
    static let cells: [(String, String?)] = [
        ("1.2K", "1200"), ("1.2 k", "1200"), ("3.4M", "3400000"), ("$1.2M", "1200000"), ("1.2M USD", "1200000"),
        ("USD 1.2M", "1200000"), ("1.5bn", "1500000000"), ("1.5B", "1500000000"), ("(1.2K)", "-1200"), ("-0.5k", "-500"),
        ("1.2万", "12000"), ("1.2万元", "12000"), ("￥3千", "3000"), ("5百万円", "5000000"), ("2億", "200000000"),
        ("1.5 亿元", "150000000"), ("十万元", nil), ("3만원", "30000"), ("5 Mio. €", "5000000"), ("5 Mio EUR", "5000000"),
        ("3 Mrd. €", "3000000000"), ("25 TEUR", "25000"), ("TEUR 25", "25000"), ("25 T€", "25000"), ("25 k€", "25000"),
        ("k$ 25", "25000"), ("25 MSEK", "25000000"), ("3 mkr", "3000000"), ("1.25 million dollars", "1250000"),
        ("5 thousand euros", "5000"), ("2.5 lakh", "250000"), ("₹ 1.5 crore", "15000000"), ("1,234K", "1234000"),
        ("0.000001K", "0.001"), ("999999999999999K", "999999999999999000"), ("9999999999999999K", nil), ("5e3K", "5000000"),
        ("5 K%", nil), ("5 KK", nil), ("K5", nil), ("5 mil", nil), ("5 billion", nil), ("5 T", nil), ("5 months", nil),
    ]

    @Test(arguments: cells)
    func `a unit in a cell multiplies exactly`(_ text: String, _ expected: String?) {
        let value = ColumnReading.canonical.amount(text).value?.value
        #expect(
            value?.number == expected.flatMap { ExactDecimal($0) }?.number, "\(text) is \(value?.number.significant() ?? "bad")"
        )
    }

    @Test func `a unit in a cell is read by the column's decimal sign`() {
        for (text, expected) in [
            ("2,5 Tsd.", "2500"), ("1,5 Mio. €", "1500000"), ("1.234 Tsd.", "1234000"), ("0,3 Mrd", "300000000"),
        ] {
            #expect(ColumnReading.comma.amount(text).value?.value.number == ExactDecimal(expected)?.number, "\(text)")
        }
        #expect(ColumnReading.canonical.amount("2,5 Tsd.") == .bad)
        #expect(ColumnEvidence(["2,5 Tsd.", "1,234"]).settled(locale: "en", kind: .money).decimal == .comma)
    }

    @Test(arguments: [
        ("ARR ($K)", 3, "$"), ("ARR (k€)", 3, "EUR"), ("ARR ($000s)", 3, "$"), ("ARR (USD '000)", 3, "USD"),
        ("ARR (T€)", 3, "EUR"),
        ("ARR ($M)", 6, "$"), ("ARR ($MM)", 6, "$"), ("ARR (Mio. USD)", 6, "USD"), ("ARR (kUSD)", 3, "USD"),
        ("ARR (in thousands)", 3, ""),
        ("ARR (thousands)", 3, ""), ("ARR (in Millions of USD)", 6, "USD"), ("ARR k", 3, ""), ("ARR K", 3, ""),
        ("ARR [k€]", 3, "EUR"),
        ("ARR (USDk)", 3, "USD"), ("ARR (€m)", 6, "EUR"), ("ARR (£'000)", 3, "£"), ("ARR (MEUR)", 6, "EUR"),
        ("ARR (TEUR)", 3, "EUR"),
        ("ARR (T EUR)", 3, "EUR"), ("ARR in TEUR", 3, "EUR"), ("ARR in k€", 3, "EUR"), ("Umsatz in Mio. €", 6, "EUR"),
        ("Umsatz Tsd. €", 3, "EUR"), ("Betrag (in 1.000 €)", 3, "EUR"), ("Amount (1,000 EUR)", 3, "EUR"),
        ("Amount (x1000 USD)", 3, "USD"),
        ("ARR (US$ bn)", 9, "USD"), ("ARR (Mrd. €)", 9, "EUR"), ("Montant (milliers d'euros)", 3, "EUR"),
        ("Importe (miles de €)", 3, "EUR"),
        ("Belopp (tkr)", 3, "kr"), ("Belopp (MSEK)", 6, "SEK"), ("ARR (₹ lakhs)", 5, "INR"), ("ARR (INR Cr)", 7, "INR"),
        ("金额（万元）", 4, "元"), ("金额(千)", 3, ""), ("金额（单位：百万元）", 6, "元"), ("金额万元", 4, "元"), ("amount 百万", 6, ""), ("ARR 千", 3, ""),
        ("MRR 十亿", 9, ""), ("Net ARR 万元", 4, "元"), ("金额 百万元", 6, "元"), ("金額（百万円）", 6, "JPY"),
        ("売上（億円）", 8, "JPY"), ("金额（万美元）", 4, "USD"), ("amount_thousands", 3, ""), ("arr_usd_k", 3, "USD"),
        ("ARR USD m", 6, "USD"),
        ("Cost (all) ($K)", 3, "$"), ("ARR ($K) (net)", 3, "$"), ("cost_micros", -6, ""), ("ARR (MM)", 6, ""),
        ("ARR (K)", 3, ""),
        ("ARR (M)", 6, ""), ("ARR $K", 3, "$"), ("ARR, USD thousands", 3, "USD"), ("ARR (000s)", 3, ""), ("ARR (000)", 3, ""),
    ])
    func `a unit in a column's name multiplies, and names the currency`(_ name: String, _ power: Int, _ currency: String) {
        let unit = HeaderName(name).unit
        #expect(unit.scale == .tens(power), "\(name)")
        #expect(unit.currency.sign == currency, "\(name)")
        #expect(unit.unknown == nil, "\(name)")
    }

    @Test(arguments: [
        ("ARR (Kunde)", ""), ("Amount (total)", ""), ("Amount (net)", ""), ("Amount (ALL)", ""), ("Revenue (top)", ""),
        ("Amount (M Kunden)", ""), ("Amount (k users)", ""), ("ARR (USD)", "USD"), ("ARR ($)", "$"), ("Cost USD", "USD"),
        ("Amount (USD, net)", "USD"), ("Betrag (EUR inkl. MwSt)", "EUR"), ("花费(元)", "元"), ("Plan m", ""), ("ARR m", ""),
        ("Value (USD/year)", "USD"), ("Total", ""), ("评分", ""), ("业务单元", ""), ("Amount 2026", ""), ("Amount (2026)", ""),
        ("Cost per 1000", ""), ("Revenue (FY26)", ""), ("Deal value", ""),
    ])
    func `what is no unit does not multiply`(_ name: String, _ currency: String) {
        let unit = HeaderName(name).unit
        #expect(unit.scale == .tens(0), "\(name)")
        #expect(unit.currency.sign == currency, "\(name)")
    }

    @Test(arguments: [
        "ARR ($ Q)", "ARR (USD per 100 seats)", "ARR (€ at spot)", "ARR (thousands, unaudited)", "Amount (USD zz)",
    ])
    func `what stands beside a currency or a unit and is not understood is reported`(_ name: String) throws {
        #expect(HeaderName(name).unit.unknown != nil)
        let inbox = TemporaryInbox()
        inbox.write(
            "subscriptions.csv",
            "subscription_id,customer_id,start_date,\"\(name.replacing("Amount", with: "ARR"))\"\nS,C,2026-01-01,25\n")
        inbox.write("fx_rates.csv", "currency,rate\nEUR,2\n")
        #expect(try inbox.intake().codes.contains("unknown-unit"))
    }

    @Test func `a cell's own unit goes before the one in the column's name`() {
        let reader = CellReader(.money, unit: HeaderName("ARR ($K)").unit)
        for (text, expected) in [
            ("25", "25000"), ("1.2M", "1200000"), ("25k", "25000"), ("1.234", "1234"), ("$1.234", "1234"), ("0.5", "500"),
        ] {
            #expect(cell(text) { reader.amount($0) }.value?.value.number == ExactDecimal(expected)?.number, "\(text)")
        }
    }

    @Test func `amounts in a run and in its preview are multiplied, those rejected too`() throws {
        let inbox = TemporaryInbox([
            "subscriptions.csv":
                "subscription_id,customer_id,start_date,end_date,\"ARR ($K)\"\nS,C,2026-01-01,,25\nT,C,2026-05-01,2026-01-01,7\n"
        ])
        let result = try inbox.intake { $0.rules[.subscriptions, default: SourceRules()].endDate = .firstDayWithout }
        #expect(result.terms == ["S C 2026-01-01 9999-12-31 2500000"] || result.terms.first?.hasSuffix(" 2500000") == true)
        #expect(result.rejectedMoney.map(\.amount) == [Number(7000)])
        #expect(result.report("subscriptions.csv").assumptions.contains { $0.contains("thousands") })
    }

    @Test func `a letter alone in brackets is a unit, and is told`() throws {
        let inbox = TemporaryInbox([
            "subscriptions.csv": "subscription_id,customer_id,start_date,ARR (M)\nS,C,2026-01-01,0.025\n"
        ])
        let result = try inbox.intake()
        #expect(result.codes.contains("assumed-unit"))
        #expect(result.terms.first?.hasSuffix(" 2500000") == true)
    }

    @Test(arguments: [
        ("500,-", "500"), ("€ 12,–", "12"), ("500.-", "500"), ("500,--", "500"), ("1 234,-", "1234"), ("1.234,-", "1234"),
        ("1'234.-", "1234"), ("CHF 500.–", "500"), ("500,— kr", "500"), ("kr. 1.000,-", "1000"), ("500:-", "500"),
        ("1.500:-", "1500"),
        ("-500,-", "-500"), ("(500,-)", "-500"), ("0,-", "0"), ("12,50-", "-12.50"), ("1,234-", "-1234"), ("500-", "-500"),
        ("500,-- EUR", "500"),
    ])
    func `a dash in place of cents is no minus`(_ text: String, _ expected: String) {
        let reading = text == "12,50-" ? ColumnReading.comma : .canonical
        #expect(reading.amount(text).value?.value.number == ExactDecimal(expected)?.number, "\(text)")
    }

    @Test func `a dash in place of cents shows the decimal sign`() {
        #expect(ColumnEvidence(["500,-", "1,234"]).settled(locale: "en", kind: .money).decimal == .comma)
        #expect(ColumnEvidence(["500.-", "1.234"]).settled(locale: "de", kind: .money).decimal == .point)
    }

    @Test func `money in a currency without a third decimal has none`() {
        for (cells, locale, expected) in [
            (["1.234 €", "5.678 €", "900 €"], "en", ["1234", "5678", "900"]), (["$1,234", "$5,678"], "de", ["1234", "5678"]),
            (["1.234 €", "1.500"], "en", ["1234", "1500"]), (["€1.234", "$1,234"], "en", ["1234", "1234"]),
            (["¥1,234"], "de", ["1234"]), (["1.234 kr"], "en", ["1234"]), (["1.234 KWD"], "en", ["1.234"]),
            (["1.234 KWD"], "de", ["1234"]), (["1.234 €", "12,50 €"], "en", ["1234", "12.50"]), (["$0.125"], "en", ["0.125"]),
            (["1.234,50 €", "1.234 €"], "en", ["1234.50", "1234"]), (["1.234567 €"], "en", ["1.234567"]),
            (["$1.234M"], "en", ["1234000"]),
        ] {
            let reading = ColumnEvidence(cells).settled(locale: locale, kind: .money)
            let values = cells.map { reading.amount($0).value?.value.number }
            #expect(values == expected.map { ExactDecimal($0)!.number }, "\(cells)")
        }
        // A column of points in which one amount can only be in thousands: nobody knows.
        let doubtful = ColumnEvidence(["$12.50", "$1.234"]).settled(locale: "en", kind: .money)
        #expect(doubtful.amount("$1.234") == .bad)
        #expect(doubtful.amount("$12.50").value != nil)
        // Where sources.yml says so, it has three decimals.
        #expect(doubtful.given(.point).amount("$1.234").value?.value.number == Number(1234, over: 1000))
        // A count has no currency.
        #expect(ColumnReading.canonical.number("1.234 €").value?.value.number == Number(1234, over: 1000))
    }

    @Test func `a currency in the name or in a column of its own settles thousands too`() throws {
        for (header, row) in [("date,Amount (EUR)", "2026-01-01,1.234"), ("date,amount,currency", "2026-01-01,1.234,EUR")] {
            let inbox = TemporaryInbox(["spend.csv": "\(header)\n\(row)\n"])
            let result = try inbox.intake { $0.currency = Currency("EUR") }
            #expect(result.facts.spend?.amounts == [123_400], "\(header)")
            #expect(result.codes == ["assumed-thousands"])
        }
        let dinars = TemporaryInbox(["spend.csv": "date,amount,currency\n2026-01-01,1.234,KWD\n"])
        let result = try dinars.intake { $0.currency = Currency("KWD") }
        #expect(result.facts.spend?.amounts == [1234])
        #expect(result.codes.contains("assumed-decimal"))
    }

    @Test func `a preview shows the unit and the currency of a column's name`() throws {
        let inbox = TemporaryInbox(["subscriptions.csv": "subscription_id,customer_id,start_date,ARR (k€)\nS,C,2026-01-01,25\n"]
        )
        let settings = IntakeSettings(inbox: inbox.path, asOf: Day("2026-11-15")!)
        let file = try #require(try collect(inbox: inbox.path).first)
        let preview = FilePreview(try OpenedFile(file, settings: settings), settings: settings)
        let guess = try #require(preview.columns.last)
        #expect(guess.reading == "in thousands")
        #expect(guess.currencies == ["EUR"])
    }
}
