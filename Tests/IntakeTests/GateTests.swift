import Facts
import Testing

@testable import Intake

@Suite struct GateTests {
    @Test func `a missing required column names the file, the columns it has and the nearest match`() throws {
        let inbox = TemporaryInbox([
            "leads.csv": "lead_id,craeted,company\nL1,2026-01-01,X\n", "spend.csv": "date,vendor\n2026-01-01,x\n",
        ])
        let error = try #require(inbox.failure())
        #expect(error.kind == .dataError && error.kind.exitStatus == 65)
        #expect(error.file == "leads.csv")
        #expect(
            error.message.contains("`created_at`") && error.message.contains("`craeted`") && error.message.contains("`company`")
        )
        #expect(error.hint.contains("is it `craeted`?"))
        #expect(error.others.map(\.file) == ["spend.csv"])
    }

    @Test func `an absent or empty inbox, or one with nothing usable, is status 66`() throws {
        #expect(throws: IntakeError.self) { try collect(inbox: "/nowhere/at/all") }
        let empty = TemporaryInbox()
        #expect(empty.failure()?.kind == .noInput)
        empty.write(".hidden.csv", "date,amount\n2026-01-01,1\n")
        #expect(empty.failure()?.code == "empty-inbox")
        empty.write("notes.csv", "plant,room\nficus,12\n")
        let error = try #require(empty.failure())
        #expect(error.code == "no-usable-file" && error.kind.exitStatus == 66)
        #expect(error.message.contains("notes.csv"))
    }

    @Test func `a required source without a file is status 66, and an unrecognised file is named`() throws {
        let inbox = TemporaryInbox(["spend.csv": "date,amount\n2026-01-01,1\n", "abos.csv": "foo,bar\n1,2\n"])
        let error = try #require(inbox.failure { $0.rules[.subscriptions, default: SourceRules()].isRequired = true })
        #expect(error.kind == .noInput)
        #expect(error.message.contains("`subscriptions`") && error.message.contains("abos.csv"))
    }

    @Test func `a source whose newest event is too old at the as-of date is status 66`() throws {
        let inbox = TemporaryInbox(["spend.csv": "date,amount\n2026-11-01,1\n2027-01-01,1\n"])
        #expect(inbox.failure { $0.rules[.spend, default: SourceRules()].maxAge = 14 } == nil)
        let error = try #require(inbox.failure { $0.rules[.spend, default: SourceRules()].maxAge = 13 })
        #expect(error.code == "stale-source" && error.message.contains("2026-11-01") && error.message.contains("14 days"))
    }

    @Test func `more than 5 % of a file of 100 rows rejected is status 65`() throws {
        func inbox(_ good: Int, _ bad: Int) -> TemporaryInbox {
            let rows = (0..<good).map { "2026-01-01,\($0)\n" } + (0..<bad).map { "2026-01-01,x\($0)\n" }
            return TemporaryInbox(["spend.csv": "date,amount\n" + rows.joined()])
        }
        #expect(inbox(95, 5).failure() == nil)
        #expect(inbox(50, 49).failure() == nil)
        let error = try #require(inbox(94, 6).failure())
        #expect(error.kind == .dataError && error.file == "spend.csv" && error.line == 96)
        #expect(error.message.contains("6 of 100 rows") && error.message.contains("bad-money"))
        #expect(inbox(94, 6).failure { $0.rules[.spend, default: SourceRules()].maxRejected = 0.06 } == nil)
    }

    @Test func `the hint of a file with too many rejects is that of the most frequent reason`() throws {
        let rows = "2026-99-01,1,USD\n" + (0..<110).map { "2026-01-01,\($0),CHF\n" }.joined()
        let error = try #require(TemporaryInbox(["spend.csv": "date,amount,currency\n" + rows]).failure())
        #expect(error.message.contains("most often no-rate, 110 times") && error.line == 3)
        #expect(error.hint.contains("fx_rates.csv") && !error.hint.contains("2026-99-01"))
        let few = "date,amount\n2026-01-01,x\n2026-99-01,1\n2026-98-01,1\n"
        let small = try #require(TemporaryInbox(["spend.csv": few]).failure())
        #expect(small.line == 3 && small.hint.contains("2026-99-01"))
    }

    @Test func `a folder named like a file is reported and not read`() throws {
        let inbox = TemporaryInbox(["spend.csv": "date,amount\n2026-01-01,1\n"])
        inbox.makeFolder("leads.csv")
        let result = try inbox.intake()
        #expect(result.codes == ["not-a-file"])
        #expect(result.files.map(\.file.path) == ["leads.csv", "spend.csv"])
    }

    @Test func `a file of two sources by its name is decided by its columns, and reported where they do not decide`() throws {
        let inbox = TemporaryInbox([
            "customer subscriptions.csv": "customer_id,start_date,arr\nA,2026-01-01,5\n",
            "table.csv": "date,amount\n2026-01-01,1\n",
        ])
        let result = try inbox.intake()
        #expect(result.report("customer subscriptions.csv").source == .subscriptions)
        #expect(result.report("table.csv").source == nil)
        let finding = try #require(result.findings.first { $0.code == "ambiguous-file" })
        #expect(finding.message.contains("`spend`") && finding.message.contains("`one_off_revenue`"))
        let settled = try inbox.intake { $0.rules[.spend, default: SourceRules()].patterns = ["tab*.csv"] }
        #expect(settled.report("table.csv").source == .spend)
    }

    @Test func `files are recognised by their columns when their names say nothing`() throws {
        let inbox = TemporaryInbox([
            "export (1).csv": "客户编号,开始日期,年费,币种\nA,2026-01-01,5,USD\n",
            "a.csv": "Lead ID,Created Date,Closed Won Date\nL1,2026-01-01,\n",
            "b.csv": "customerId,Date,Active Users\nA,2026-01-01,5\n", "c.csv": "Currency,Rate\nEUR,2\n",
        ])
        let result = try inbox.intake()
        #expect(result.files.map(\.source) == [.leads, .usage, .exchangeRates, .subscriptions])
    }

    @Test func `an unknown file with a suggestive name does not fail the run`() throws {
        let inbox = TemporaryInbox(["spend.csv": "date,amount\n2026-01-01,1\n", "plant tasks.csv": "plant,room\nficus,12\n"])
        #expect(try inbox.intake().codes == ["unrecognised-file"])
    }

    @Test func `aliases of sources.yml are more names for a column`() throws {
        let inbox = TemporaryInbox(["spend.csv": "Buchungstag,Betrag\n2026-01-01,5\n"])
        let result = try inbox.intake {
            $0.rules[.spend, default: SourceRules()].aliases = ["date": ["Buchungstag"], "amount": ["BETRAG"]]
        }
        #expect(result.costs == ["2026-01-01 2026-01-01 500 other"])
    }

    @Test func `a small file all of whose rows are rejected is 65 where metrics come from its source`() throws {
        let good = "customer_id,start_date,arr\nA,2026-01-01,5\n"
        let bad = TemporaryInbox(["subscriptions.csv": good, "spend.csv": "date,amount\n2026-01-01,x\n2026-01-02,y\n"])
        let error = try #require(bad.failure())
        #expect(error.kind == .dataError && error.code == "all-rejected" && error.file == "spend.csv" && error.line == 2)
        // Totals are no rows that could have been used.
        bad.write("spend.csv", "date,campaign,amount\nsoon,a,1\nsoon,b,2\n2026-10-31,Total,3\n")
        #expect(bad.failure()?.code == "all-rejected")
        // One that can be used is enough; so is one that is sound but does not count.
        bad.write("spend.csv", "date,amount\n2026-01-01,x\n2026-01-02,1\n")
        #expect(bad.failure() == nil)
        let trials = TemporaryInbox([
            "subscriptions.csv": "customer_id,start_date,arr,status\nA,2026-01-01,5,trial\nB,soon,5,active\n"
        ])
        #expect(trials.failure() == nil)
    }

    @Test func `a file that only plans come from never stops a report unless it is required`() throws {
        let inbox = TemporaryInbox([
            "spend.csv": "date,amount\n2026-01-01,1\n", "headcount.csv": "date,team\n2026-10,Sales\n",
            "targets.csv": "metric,period,value\nnew_arr,whenever,5\n", "fx_rates.csv": "currency,day\nEUR,2026-01-01\n",
            "actions.csv": "department,task,due_date\n"
                + (1...120).map { "Sales,Task \($0),\($0 % 2 == 0 ? "soon" : "2026-12-01")\n" }.joined(),
        ])
        let result = try inbox.intake()
        #expect(result.facts.actions.count == 60)
        let warned = Set(result.findings.filter { $0.severity == .warning }.map(\.file))
        #expect(warned.isSuperset(of: ["headcount.csv", "targets.csv", "fx_rates.csv", "actions.csv"]))
        let required = inbox.failure { $0.rules[.headcount, default: SourceRules()].isRequired = true }
        #expect(required?.kind == .dataError && required?.file == "headcount.csv")
    }

    @Test func `exchange rates that amounts ask for are no plans`() throws {
        let inbox = TemporaryInbox([
            "spend.csv": "date,amount,currency\n2026-01-01,1,EUR\n2026-01-01,1,USD\n",
            "fx_rates.csv": "currency,day\nEUR,2026-01-01\n",
        ])
        let error = try #require(inbox.failure())
        #expect(error.kind == .dataError && error.file == "fx_rates.csv")
    }

    @Test(arguments: ["plant,room\nficus,12\n", "", "date,amount\n", "<html><body>Please sign in</body></html>"])
    func `what came in the place of a required source's file is 66, though an older one is there`(_ text: String) throws {
        let inbox = TemporaryInbox([
            "ausgaben-2026-10.csv": "date,amount,vendor\n2026-01-01,1,x\n", "ausgaben-2026-11.csv": text,
        ])
        let require: (inout IntakeSettings) -> Void = {
            $0.rules[.spend, default: SourceRules()].isRequired = true
            $0.rules[.spend]!.patterns = text.hasPrefix("plant") || text.hasPrefix("<") ? ["*10.csv"] : ["ausg*"]
        }
        let error = try #require(inbox.failure(require))
        #expect(error.kind == .noInput && error.file == "ausgaben-2026-11.csv", "\(error)")
        #expect(try inbox.intake { $0.rules[.spend, default: SourceRules()].patterns = ["*10.csv"] }.costs.count == 1)
    }

    @Test func `a file of another name beside those of a required source is a warning`() throws {
        let inbox = TemporaryInbox([
            "spend-2026-10.csv": "date,amount\n2026-01-01,1\n", "plants-2026-11.csv": "plant,room\nficus,12\n",
        ])
        #expect(inbox.failure { $0.rules[.spend, default: SourceRules()].isRequired = true } == nil)
    }

    @Test func `an inbox of which no row can be used is 66`() throws {
        let inbox = TemporaryInbox(["targets.csv": "metric,period,value\nnew_arr,whenever,5\n"])
        #expect(inbox.failure()?.code == "no-usable-row")
    }
}
