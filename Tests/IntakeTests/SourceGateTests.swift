import Facts
import Testing

@testable import Intake

@Suite struct SourceGateTests {
    private static let header = "lead_id,created_at,amount\n"

    private func leads(_ count: Int, _ letter: String = "L") -> String {
        Self.header + (0..<count).map { "\(letter)\($0),2026-01-0\($0 % 9 + 1),\($0)\n" }.joined()
    }

    private func rules(_ source: SourceName = .leads, _ change: @escaping (inout SourceRules) -> Void)
        -> (inout IntakeSettings) -> Void
    {
        { change(&$0.rules[source, default: SourceRules()]) }
    }

    @Test func `a file with too few rows beside the last ones is status 65, or a warning`() throws {
        let inbox = TemporaryInbox([
            "leads-2026-01-01.csv": leads(20, "A"), "leads-2026-01-08.csv": leads(22, "B"),
            "leads-2026-01-15.csv": leads(9, "C"),
        ])
        let band = RowBand(within: 0.5)
        let error = try #require(inbox.failure(rules { $0.rows = band }))
        #expect(error.kind == .dataError && error.file == "leads-2026-01-15.csv" && error.code == "rows-out-of-band")
        #expect(error.message.contains("9 rows") && error.message.contains("had 21 in the middle"))
        let warned = try inbox.intake(
            rules {
                $0.rows = band
                $0.gates = [.rows: .warn]
            })
        #expect(warned.codes.contains("rows-out-of-band"))
        #expect(inbox.failure(rules { $0.rows = RowBand(within: 0.6) }) == nil)
        #expect(inbox.failure(rules { $0.rows = RowBand(least: 9, most: 9) }) == nil)
        #expect(inbox.failure(rules { $0.rows = RowBand(most: 8) })?.message.contains("at most 8") == true)
    }

    @Test func `only the newest file of a series is compared, and with nothing before it nothing is`() throws {
        let inbox = TemporaryInbox([
            "leads-2026-01-01.csv": leads(2, "A"), "leads-2026-01-08.csv": leads(20, "B"),
            "leads-2026-01-15.csv": leads(21, "C"),
            "leads emea-2026-01-15.csv": leads(3, "D"),
        ])
        #expect(inbox.failure(rules { $0.rows = RowBand(within: 0.1, last: 1) }) == nil)
        #expect(inbox.failure(rules { $0.rows = RowBand(within: 0.1, last: 2) }) != nil)
    }

    @Test func `two rows alike in the unique columns stop the run, in one export and among all that counts`() throws {
        let inbox = TemporaryInbox(["leads.csv": Self.header + "L1,2026-01-01,5\nL2,2026-01-02,6\nL1,2026-01-03,7\n"])
        let error = try #require(inbox.failure(rules { $0.unique = ["lead_id"] }))
        #expect(error.code == "repeated-key" && error.line == 4)
        #expect(error.message.contains("1 row has the same `lead_id`") && error.message.contains("leads.csv:2"))
        // Another export of the same lead takes its place, which is no repetition.
        let parts = TemporaryInbox([
            "leads-2026-01-01.csv": Self.header + "L1,2026-01-01,5\n",
            "leads-2026-01-08.csv": Self.header + "L1,2026-01-01,7\n",
        ])
        #expect(parts.failure(rules { $0.unique = ["lead_id"] }) == nil)
        let costs = TemporaryInbox(["spend.csv": "date,amount,campaign\n2026-01-01,5,a\n2026-01-02,6,a\n2026-01-01,7,b\n"])
        #expect(costs.failure(rules(.spend) { $0.unique = ["date", "campaign"] }) == nil)
        #expect(costs.failure(rules(.spend) { $0.unique = ["date"] })?.code == "repeated-key")
    }

    @Test func `cells out of their range stop the run, numbers and days`() throws {
        let inbox = TemporaryInbox(["leads.csv": Self.header + "L1,2026-01-01,5\nL2,2019-01-02,600\nL3,2026-01-03,\n"])
        func range(_ column: String, _ range: ValueRange) -> IntakeError? {
            inbox.failure(rules { $0.ranges = [column: range] })
        }
        let hundred = ExactDecimal(digits: 100, scale: 0)
        let error = try #require(range("amount", .numbers(nil, hundred)))
        #expect(error.code == "out-of-range" && error.line == 3 && error.column == "amount")
        #expect(error.message.contains("100 or less") && error.message.contains("`600`"))
        #expect(range("amount", .numbers(ExactDecimal(digits: 5, scale: 0), ExactDecimal(digits: 600, scale: 0))) == nil)
        #expect(range("created_at", .days(Day("2020-01-01"), nil))?.line == 3)
        #expect(range("created_at", .days(Day("2019-01-02"), Day("2026-01-03"))) == nil)
    }

    @Test func `an export that does not come to its control total stops the run`() throws {
        let spend = "date,amount\n2026-01-01,5.25\n2026-01-02,6\n"
        func failure(_ totals: String, _ change: @escaping (inout SourceRules) -> Void = { _ in }) -> IntakeError? {
            TemporaryInbox(["spend.csv": spend, "total.csv": "source,column,value\n" + totals]).failure(rules(.spend, change))
        }
        #expect(failure("spend,amount,11.25\nspend,rows,2\n") == nil)
        let error = try #require(failure("spend,amount,12.25\n"))
        #expect(error.code == "control-total" && error.kind == .dataError && error.file == "total.csv" && error.line == 2)
        #expect(error.message.contains("`amount` of spend.csv comes to 11.25 and not to 12.25"))
        #expect(failure("spend,rows,3\n")?.message.contains("has 2 rows and not 3") == true)
        #expect(failure("leads,rows,3\n")?.kind == .noInput)
        #expect(failure("spend,amount,12.25\n") { $0.gates = [.totals: .warn] } == nil)
        #expect(failure("spend,amount,12.25\n") { $0.gates = [.totals: .off] } == nil)
    }

    @Test func `totals are known by their columns, and what is only called a total is read as what it is`() throws {
        let inbox = TemporaryInbox([
            "Total ARR.csv": "customer_id,start_date,arr\nA,2026-01-01,5\n",
            "totals of all.csv": "date,amount,vendor,category\n2026-01-01,5,x,marketing\n",
            "checks.csv": "Source,Column,Value\nspend,amount,5\n",
        ])
        let result = try inbox.intake()
        #expect(result.report("Total ARR.csv").source == .subscriptions)
        #expect(result.report("totals of all.csv").source == .spend)
        #expect(result.report("checks.csv").source == .controlTotals)
    }

    @Test func `a control total is held against the export that came with it, or the one that it names`() throws {
        let old = "date,amount\n2026-01-01,5\n"
        let new = "date,amount\n2026-01-08,7\n"
        let inbox = TemporaryInbox([
            "spend-2026-01-05.csv": old, "spend-2026-01-12.csv": new,
            "total-2026-01-06.csv": "source,column,value\nspend,amount,5\n",
        ])
        #expect(inbox.failure() == nil)
        inbox.write("total-2026-01-12.csv", "source,column,value\nspend,amount,6\n")
        #expect(inbox.failure()?.message.contains("spend-2026-01-12.csv comes to 7.00") == true)
        inbox.write(
            "total-2026-01-12.csv", "source,column,value,file\nspend,amount,5,spend-2026-01-05.csv\nspend,amount,7,*01-12*\n")
        inbox.write("total-2026-01-06.csv", "source,column,value\nspend,amount,7\n", modified: 1)
        #expect(inbox.failure()?.message.contains("spend-2026-01-05.csv comes to 5.00 and not to 7") == true)
    }

    @Test func `required, max_age and max_rejected only warn where they are told to`() throws {
        let inbox = TemporaryInbox(["spend.csv": "date,amount\n2026-01-01,1\n"])
        let result = try inbox.intake {
            $0.rules[.leads, default: SourceRules()].isRequired = true
            $0.rules[.leads]?.gates = [.required: .warn]
            $0.rules[.spend, default: SourceRules()].maxAge = 14
            $0.rules[.spend]?.gates = [.maxAge: .warn]
        }
        #expect(result.codes.contains("missing-source") && result.codes.contains("stale-source"))
        let bad = TemporaryInbox([
            "spend.csv": "date,amount\n" + String(repeating: "2026-01-01,x\n", count: 5), "leads.csv": leads(2),
        ])
        #expect(bad.failure()?.kind == .dataError)
        #expect(try bad.intake(rules(.spend) { $0.gates = [.maxRejected: .warn] }).codes.contains("too-many-rejects"))
    }
}
