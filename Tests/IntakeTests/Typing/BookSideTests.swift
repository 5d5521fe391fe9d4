import Facts
import Testing

@testable import Intake

/// Debit and credit, behind amounts and in a column of their own.
@Suite struct BookSideTests {
    static let cells: [(String, String?)] = [
        ("100.00 DR", "100"), ("30.00 CR", "-30"), ("30.00CR", "-30"), ("30.00 Cr.", "-30"), ("DR 100.00", "100"),
        ("100,00 S", nil),
        ("100.00 S", "100"), ("30.00 H", "-30"), ("100.00 Soll", "100"), ("30.00 Haben", "-30"), ("1,234.56 D", "1234.56"),
        ("1,234.56 C", "-1234.56"), ("借 100.00", "100"), ("30.00贷", "-30"), ("€ 30.00 CR", "-30"), ("30.00 EUR CR", "-30"),
        ("-30.00 CR", nil), ("(30.00) CR", nil), ("30.00- DR", nil), ("30.00 CR DR", nil), ("30.00 CRX", nil), ("30% CR", nil),
        ("0.00 CR", "0"),
    ]

    @Test(arguments: cells)
    func `of a cost a debit adds and a credit takes away`(_ text: String, _ expected: String?) {
        let value = cell(text) { CellReader(.money, credit: -1).amount($0) }.value?.value.number
        #expect(value == expected.flatMap { ExactDecimal($0) }?.number, "\(text)")
    }

    @Test func `of other money nobody knows what a credit is`() throws {
        for text in ["30.00 CR", "100.00 DR", "100.00 S"] { #expect(ColumnReading.canonical.amount(text) == .bad) }
        let inbox = TemporaryInbox([
            "subscriptions.csv": "subscription_id,customer_id,start_date,arr\nS,C,2026-01-01,30.00 CR\nT,D,2026-01-01,5\n"
        ])
        #expect(try inbox.intake().codes == ["bad-money"])
    }

    @Test func `in columns of debit and credit a side that says the same changes nothing`() throws {
        let text = "date,account,debit,credit\n2026-01-01,Ads,100.00 DR,\n2026-01-02,Ads,,30.00 CR\n2026-01-03,Ads,20.00,5.00\n"
        let result = try TemporaryInbox(["spend.csv": text]).intake()
        #expect(result.facts.spend?.amounts == [100_00, -30_00, 15_00])
    }

    @Test(arguments: [
        ("date,amount,S/H", "S", "H"), ("date,amount,Dr/Cr", "Dr", "Cr"), ("date,amount,D/C", "D", "C"),
        ("date,amount,Type", "Debit", "Credit"),
        ("date,amount,Transaction type", "DEBIT", "CREDIT"), ("date,amount,Soll/Haben-Kennzeichen", "Soll", "Haben"),
        ("日期,金额,借贷方向", "借", "贷"), ("日期,金额,借贷", "借方", "贷方"), ("date,amount,Debit/Credit", "debit", "credit"),
    ])
    func `a column of sides gives costs their sign`(_ header: String, _ debit: String, _ credit: String) throws {
        let text = "\(header)\n2026-01-01,100.00,\(debit)\n2026-01-02,30.00,\(credit)\n2026-01-03,0,\(credit)\n"
        let result = try TemporaryInbox(["spend.csv": text]).intake()
        #expect(result.facts.spend?.amounts == [100_00, -30_00, 0])
    }

    @Test func `a sign and a side at once, or no side, are rejected and said`() throws {
        let text = "date,amount,Dr/Cr\n2026-01-01,-100.00,Dr\n2026-01-02,-30.00,Cr\n2026-01-03,5,\n2026-01-04,7,Dr\n"
        let result = try TemporaryInbox(["spend.csv": text]).intake()
        #expect(result.facts.spend?.amounts == [7_00])
        #expect(result.codes == ["unclear-side"])
        #expect(result.report("spend.csv").rejected == 3)
    }

    @Test func `a type that says more than debit and credit is a category`() throws {
        let text = "date,amount,type\n2026-01-01,100,marketing\n2026-01-02,30,sales\n2026-01-03,5,credit\n"
        let result = try TemporaryInbox(["spend.csv": text]).intake()
        #expect(result.facts.spend?.amounts == [100_00, 30_00, 5_00])
    }
}
