import Facts
import Testing

@testable import Intake

@Suite struct LoadRuleTests {
    @Test func `for one key the newest file's row wins, whatever the order of the files`() throws {
        let inbox = TemporaryInbox([
            "leads_2026-10-31.csv": "lead_id,created_at,amount\nL1,2026-10-01,100\nL2,2026-10-02,200\n",
            "leads_2026-11-07.csv": "lead_id,created_at,amount\nL1,2026-10-01,150\nL3,2026-11-01,300\n",
        ])
        let expected = ["L1 2026-10-01 · · · · 15000", "L2 2026-10-02 · · · · 20000", "L3 2026-11-01 · · · · 30000"]
        let result = try inbox.intake()
        #expect(result.leads == expected)
        let (files, settings) = try inbox.reading { _ in }
        #expect(try assemble(files.reversed(), settings: settings).leads == expected)
        #expect(result.report("leads_2026-10-31.csv").replaced == 1)
        #expect(result.report("leads_2026-10-31.csv").facts == 1)
    }

    @Test func `in one file the later row wins`() throws {
        let inbox = TemporaryInbox(["leads.csv": "lead_id,created_at,amount\nL1,2026-10-01,100\nL1,2026-10-01,150\n"])
        #expect(try inbox.intake().leads == ["L1 2026-10-01 · · · · 15000"])
    }

    @Test func `without a date in the name the modification time says which file is newer`() throws {
        let inbox = TemporaryInbox()
        inbox.write("leads a.csv", "lead_id,created_at,amount\nL1,2026-10-01,150\n", modified: 1_790_000_000)
        inbox.write("leads b.csv", "lead_id,created_at,amount\nL1,2026-10-01,100\n", modified: 1_780_000_000)
        #expect(try inbox.intake().leads == ["L1 2026-10-01 · · · · 15000"])
    }

    @Test func `the newest file that holds a subscription gives all of its terms`() throws {
        let header = "subscription_id,customer_id,plan,start_date,end_date,arr\n"
        let inbox = TemporaryInbox([
            "subscriptions-2026-10-31.csv": header
                + "S1,A,Pro,2025-01-01,2026-01-01,1000\nS1,A,Pro,2026-01-01,2027-01-01,1200\nS2,B,Pro,2026-01-01,,500\n",
            "subscriptions-2026-11-15.csv": header + "S1,A,Pro,2025-01-01,2026-01-01,1100\n",
        ])
        let result = try inbox.intake()
        #expect(result.terms == ["S1 A 2025-01-01 2026-01-01 110000", "S2 B 2026-01-01 … 50000"])
        #expect(result.report("subscriptions-2026-10-31.csv").replaced == 2)
        let finding = try #require(result.findings.first { $0.code == "replaced-amount" })
        #expect(finding.message.contains("1000.00") && finding.message.contains("1100.00"))
    }

    @Test func `subscriptions without ids are told apart by customer, plan and start`() throws {
        let header = "customer_id,plan,start_date,mrr\n"
        let inbox = TemporaryInbox([
            "subscriptions-2026-10-31.csv": header + "A,Pro,2026-01-01,100\nA,Lite,2026-01-01,10\nB,Pro,2026-01-01,50\n",
            "subscriptions-2026-11-15.csv": header + "A,Pro,2026-01-01,120\n",
        ])
        #expect(
            try inbox.intake().terms == [" A 2026-01-01 … 12000", " A 2026-01-01 … 144000", " B 2026-01-01 … 60000"])
    }

    @Test func `overlapping exports count a row as often as the file that has it most often`() throws {
        let inbox = TemporaryInbox([
            "spend-ads-2026-10.csv": "date,amount\n2026-10-01,5\n2026-10-01,5\n2026-10-02,7.0\n",
            "spend-ads-2026-11.csv": "date,amount\n2026-10-01,5.00\n2026-10-02,7\n2026-10-02,7\n2026-11-01,9\n",
            "spend-fairs-2026-11.csv": "date,amount\n2026-11-01,9\n",
        ])
        let result = try inbox.intake()
        #expect(
            result.costs == [
                "2026-10-01 2026-10-01 500 other", "2026-10-01 2026-10-01 500 other", "2026-10-02 2026-10-02 700 other",
                "2026-10-02 2026-10-02 700 other", "2026-11-01 2026-11-01 900 other", "2026-11-01 2026-11-01 900 other",
            ])
        #expect(result.report("spend-ads-2026-11.csv").replaced == 2)
        #expect(result.codes == ["overlapping-rows"])
    }

    @Test func `columns that one of two overlapping files lacks are not compared`() throws {
        let inbox = TemporaryInbox([
            "spend-2026-10.csv": "date,amount\n2026-10-01,5\n",
            "spend-2026-11.csv": "date,amount,category\n2026-10-01,5,sales\n2026-11-01,6,sales\n",
        ])
        #expect(try inbox.intake().costs == ["2026-10-01 2026-10-01 500 sales", "2026-11-01 2026-11-01 600 sales"])
    }

    @Test func `survey files without response ids add up, overlaps taken out`() throws {
        let inbox = TemporaryInbox([
            "nps-2026-10.csv": "responded_at,score\n2026-10-01,9\n2026-10-02,3\n",
            "nps-2026-11.csv": "responded_at,score\n2026-10-02,3\n2026-11-01,10\n",
        ])
        #expect(try inbox.intake().facts.surveys?.scores.sorted() == [3, 9, 10])
    }

    @Test func `rows without a response id in a file that has the column do not replace each other`() throws {
        let inbox = TemporaryInbox([
            "nps.csv": "response_id,responded_at,score\n,2026-10-01,9\n,2026-10-02,3\nR1,2026-10-02,3\n"
        ])
        #expect(try inbox.intake().facts.surveys?.count == 3)
    }

    @Test func `a snapshot is the newest file and nothing else`() throws {
        let inbox = TemporaryInbox([
            "customers-2026-10-31.csv": "customer_id,name\nA,Old\nB,Gone\n",
            "customers-2026-11-15.csv": "customer_id,name\nA,New\n",
        ])
        let result = try inbox.intake { $0.rules[.customers, default: SourceRules()].load = .snapshot }
        #expect(result.facts.customers?.names == ["New"])
        #expect(result.report("customers-2026-10-31.csv").replaced == 2)
    }

    @Test func `the same bytes are read once, whatever their name`() throws {
        let text = "date,amount\n2026-10-01,5\n"
        let inbox = TemporaryInbox(["spend.csv": text, "costs copy.csv": text])
        let result = try inbox.intake()
        #expect(result.costs.count == 1)
        #expect(result.files.count { $0.sameAs != nil } == 1)
    }

    @Test func `newer content at the same path replaces the older where rows add up`() throws {
        let (old, new) = (TemporaryInbox(["spend.csv": "date,amount\n2026-10-01,5\n2026-10-02,6\n"]), TemporaryInbox())
        new.write("spend.csv", "date,amount\n2026-10-01,5\n2026-10-03,7\n", modified: 1_800_000_000)
        let settings = IntakeSettings(inbox: new.path, asOf: Day("2026-11-15")!)
        let files = try (collect(inbox: old.path) + collect(inbox: new.path)).map { read($0, settings: settings) }
        let result = try assemble(files, settings: settings)
        #expect(result.costs == ["2026-10-01 2026-10-01 500 other", "2026-10-03 2026-10-03 700 other"])
    }

    @Test func `the latest date in a name counts, in all the ways people write them`() {
        let dates = [
            "leads_2026-11-15": "2026-11-15", "leads 20261115": "2026-11-15", "leads_2026_11": "2026-11-01",
            "leads-2026-W46": "2026-11-09",
            "Leads 15.11.2026": "2026-11-15", "leads_2026-01-01_2026-03-31": "2026-03-31", "线索2026年11月15日": "2026-11-15",
            "leads-2026-Q4": "2026-10-01", "leads 20261115103000": "2026-11-15", "leads_202611": "2026-11-01",
            "leads Nov 2026": "2026-11-01",
            "leads-2026": "2026-01-01", "nps Q3 2026": "2026-07-01", "11-15-2026": "2026-11-15",
        ]
        for (name, date) in dates { #expect(NameDates.latest(in: name)?.description == date, "\(name)") }
        #expect(NameDates.latest(in: "leads (2) v13") == nil)
        #expect(NameDates.stem(of: "spend-ads-2026-01-01_2026-10-31") == NameDates.stem(of: "spend-ads-2026-W46 (2)"))
        #expect(NameDates.stem(of: "emea/spend") != NameDates.stem(of: "apac/spend"))
    }
}
