import Facts
import Testing

@testable import Intake

@Suite struct SourceTests {
    @Test func `terms that have ended and do not say when are excluded, with rows and money`() throws {
        let rows = ["A,2026-01-01,,active", "B,2026-01-01,,canceled", "C,2026-01-01,,已退款", "D,2026-01-01,2026-05-01,expired"]
        let text = "customer_id,start_date,end_date,status,arr\n" + rows.map { "\($0),100\n" }.joined()
        let result = try TemporaryInbox(["subscriptions.csv": text]).intake()
        #expect(result.facts.terms?.count == 2)
        let finding = try #require(result.findings.first { $0.code == "ended-without-date" })
        #expect(finding.severity == .warning && finding.line == 3 && finding.message.hasPrefix("2 subscriptions"))
        #expect(finding.message.contains("200.00 USD"))
        #expect(result.files[0].excluded == 2)
    }

    @Test func `a term that ends on the day it starts is excluded, one that ends before is rejected`() throws {
        let text =
            "customer_id,start_date,end_date,arr\nA,2026-02-01,2026-02-01,5\nB,2026-02-01,2026-01-01,5\nC,2026-02-01,2026-03-05,5\n"
        let result = try TemporaryInbox(["subscriptions.csv": text]).intake()
        #expect(result.facts.terms?.count == 1)
        #expect(result.codes == ["end-before-start", "term-of-no-days"])
    }

    @Test func `arr goes before mrr before an amount and its interval`() throws {
        let inbox = TemporaryInbox([
            "subscriptions.csv": """
            customer_id,start_date,arr,mrr,amount,interval
            A,2026-01-01,1000,1,1,month
            B,2026-01-01,,100,1,month
            C,2026-01-01,,,100,month
            D,2026-01-01,,,100,Quarterly
            E,2026-01-01,,,100,年
            F,2026-01-01,,,100,7
            G,2026-01-01,0,100,,

            """
        ])
        let result = try inbox.intake()
        #expect(
            result.terms == [
                " A 2026-01-01 … 100000", " B 2026-01-01 … 120000", " C 2026-01-01 … 120000", " D 2026-01-01 … 40000",
                " E 2026-01-01 … 10000", " F 2026-01-01 … 17143", " G 2026-01-01 … 0",
            ])
        // 1200/7 = 171.428571…: rounded up by 4/7 of a cent, once.
        #expect(result.rounding == Number(1, over: 7))
    }

    @Test func `last days of service are found out over all files and said`() throws {
        let rows = (1...9).map { "C\($0),2025-01-0\($0),\($0 == 1 ? "2025-12-31" : "2026-01-0\($0 - 1)"),10\n" }.joined()
        let inbox = TemporaryInbox([
            "subscriptions-a.csv": "customer_id,start_date,end_date,arr\n" + rows,
            "subscriptions-b.csv": "customer_id,start_date,end_date,arr\nX,2025-03-01,2025-03-15,10\nY,2025-03-01,,10\n",
        ])
        let result = try inbox.intake()
        #expect(result.endDates == .lastDay)
        #expect(result.terms.contains(" C1 2025-01-01 2026-01-01 1000"))
        #expect(result.terms.contains(" X 2025-03-01 2025-03-16 1000"))
        #expect(result.codes == ["assumed-last-day"])
        let settled = try inbox.intake { $0.rules[.subscriptions, default: SourceRules()].endDate = .firstDayWithout }
        #expect(settled.terms.contains(" C1 2025-01-01 2025-12-31 1000"))
        #expect(settled.codes.isEmpty)
    }

    @Test func `ends of both kinds are read as first days without service, with a warning`() throws {
        let inbox = TemporaryInbox([
            "subscriptions.csv":
                "customer_id,start_date,end_date,arr\nA,2025-01-01,2025-12-31,1\nB,2025-01-01,2026-01-01,1\nC,2025-01-01,2026-01-01,1\n"
        ])
        let result = try inbox.intake()
        #expect(result.endDates == .firstDayWithout)
        #expect(result.codes == ["doubtful-end-date"])
    }

    @Test func `trials, drafts and quotes do not count and are reported with their amount`() throws {
        let inbox = TemporaryInbox([
            "subscriptions.csv":
                "subscription_id,customer_id,start_date,end_date,arr,status\nS1,A,2026-01-01,,10,active\nS2,B,2026-01-01,,20.50,Trialing\nS3,C,2026-01-01,2026-01-01,,作废\n"
        ])
        let result = try inbox.intake()
        #expect(result.terms == ["S1 A 2026-01-01 … 1000"])
        #expect(result.report("subscriptions.csv").excluded == 2)
        #expect(
            result.moneyExcluded == [MoneySum(source: .subscriptions, currency: "USD", amount: Number(41, over: 2), rows: 1)])
        #expect(result.codes == ["excluded-status"])
    }

    @Test func `a snapshot holds until the source's next, and an absent customer has nothing from there`() throws {
        let inbox = TemporaryInbox([
            "arr_snapshots.csv": "customer_id,date,mrr\nA,2026-01,100\nB,2026-01,50\nA,2026-02,110\nA,2026-12,500\n"
        ])
        let result = try inbox.intake()
        #expect(
            result.terms == [" A 2026-01-31 2026-02-28 120000", " A 2026-02-28 … 132000", " B 2026-01-31 2026-02-28 60000"])
        #expect(result.facts.terms?.origin == .snapshots(first: Day("2026-01-31")!))
        #expect(result.report("arr_snapshots.csv").excluded == 1)
    }

    @Test func `snapshots stand back where there are subscriptions`() throws {
        let inbox = TemporaryInbox([
            "arr_snapshots.csv": "customer_id,date,arr\nA,2026-01,100\n",
            "subscriptions.csv": "customer_id,start_date,arr\nA,2026-01-01,7\n",
        ])
        let result = try inbox.intake()
        #expect(result.terms == [" A 2026-01-01 … 700"])
        #expect(result.codes == ["source-not-used"])
    }

    @Test func `a cost may be of a day, a month or a range`() throws {
        let inbox = TemporaryInbox([
            "spend.csv":
                "date,end_date,amount,category\n2026-02,,30000,marketing\n2026-03-05,,-5.5,Sales\n2026-03-01,2026-03-10,7,其他\n"
        ])
        #expect(
            try inbox.intake().costs == [
                "2026-02-01 2026-02-28 3000000 marketing", "2026-03-01 2026-03-10 700 other",
                "2026-03-05 2026-03-05 -550 sales",
            ])
    }

    @Test func `a score without an answer's date is dated by the invitation`() throws {
        let inbox = TemporaryInbox([
            "nps.csv":
                "response_id,invited_at,responded_at,score\nR1,2026-10-01,,9\nR2,2026-10-01,,\nR3,2026-10-01,2026-10-03 09:00,10\nR4,,,9\n"
        ])
        let result = try inbox.intake()
        let surveys = try #require(result.facts.surveys)
        #expect(surveys.responded == [Day("2026-10-01")!, .distantPast, Day("2026-10-03")!])
        #expect(surveys.scores == [9, -1, 10])
        #expect(result.codes == ["missing-date"])
    }

    @Test func `stages of the pipeline's own are columns of leads`() throws {
        let inbox = TemporaryInbox(["leads.csv": "lead_id,created_at,demo_at,won_at\nL1,2026-01-01,2026-01-05,2026-01-09\n"])
        let result = try inbox.intake { $0.stages = ["lead", "demo", "won"] }
        #expect(result.leads == ["L1 2026-01-01 2026-01-05 2026-01-09 ·"])
    }

    @Test func `a lead won before it was created is kept and reported`() throws {
        let inbox = TemporaryInbox(["leads.csv": "lead_id,created_at,won_at\nL1,2026-01-05,2026-01-01\n"])
        let result = try inbox.intake()
        #expect(result.leads.count == 1)
        #expect(result.findings.map(\.description).first?.hasPrefix("leads.csv:2:won_at: the lead was won before") == true)
    }

    @Test func `events of leads are folded: the earliest stamp, the latest cell`() throws {
        let inbox = TemporaryInbox([
            "lead_events.csv": """
            lead_id,stage,at,amount,segment
            L1,MQL,2026-01-05,,
            L1,lead,2026-01-01,,smb
            L1,mql,2026-01-03,100,
            L1,won,2026-02-01,120,mid
            L1,won,2026-12-01,999,big
            L2,mql,2026-01-07,,
            L2,lost,2026-01-09,,
            L3,first_response,2027-01-01,,

            """
        ])
        let result = try inbox.intake()
        #expect(result.leads == ["L1 2026-01-01 2026-01-03 - - 2026-02-01 12000", "L2 2026-01-07 2026-01-07 - - - -"])
        let leads = try #require(result.facts.leads)
        #expect(leads.members[0].map { $0.map { result.facts.dimensions[0].members[$0] } } == ["mid", ""])
        #expect(result.report("lead_events.csv").excluded == 2)
    }

    @Test func `the rate in force on the first day of the fiscal year is used for all time`() throws {
        let inbox = TemporaryInbox([
            "fx_rates.csv":
                "currency,rate,date\nEUR,1.1,2025-07-01\nEUR,1.2,2026-01-01\nEUR,1.3,2026-06-01\nGBP,1.5,2026-05-01\nGBP,1.6,2026-08-01\nCHF,1.05,\nUSD,7,2026-01-01\n",
            "one_off_revenue.csv":
                "date,amount,currency\n2024-01-01,10,eur\n2024-01-01,10,GBP\n2024-01-01,10,chf\n2024-01-01,10,\n2024-01-01,10,USD\n",
        ])
        #expect(try inbox.intake().facts.oneOffs.map(\.amount) == [1200, 1500, 1050, 1000, 1000])
        #expect(
            try inbox.intake { $0.fxDate = Day("2026-08-15")! }.facts.oneOffs.map(\.amount) == [1300, 1600, 1050, 1000, 1000])
        let fiscal = try inbox.intake { $0.calendar.fiscalStart = 7 }
        #expect(fiscal.facts.oneOffs.map(\.amount) == [1300, 1500, 1050, 1000, 1000])
        #expect(fiscal.rates.map(\.currency) == ["CHF", "EUR", "GBP"])
    }

    @Test func `a currency written with the amount counts where no column says otherwise`() throws {
        let inbox = TemporaryInbox([
            "fx_rates.csv": "currency,rate\nEUR,2\n",
            "one_off_revenue.csv": "date,amount\n2026-01-01,€10\n2026-01-01,\"1,000.50\"\n",
        ])
        #expect(try inbox.intake().facts.oneOffs.map(\.amount) == [2000, 100_050])
    }

    @Test func `money is rounded half-even once, to the reporting currency's minor unit`() throws {
        let inbox = TemporaryInbox([
            "one_off_revenue.csv": "date,amount\n2026-01-01,0.125\n2026-01-01,0.135\n2026-01-01,-0.125\n2026-01-01,0.1250001\n"
        ])
        let result = try inbox.intake()
        #expect(result.facts.oneOffs.map(\.amount) == [12, 14, -12, 13])
        #expect(try inbox.intake { $0.currency = Currency("JPY") }.facts.oneOffs.map(\.amount) == [0, 0, 0, 0])
    }

    @Test func `targets keep their value, percentages become fractions`() throws {
        let inbox = TemporaryInbox([
            "targets.csv":
                "metric,period,value,owner\narr,2026-Q4,\"5,000,000\",Ann\nNRR,2026-q4,110%,\nwin_rate,2026-11,25,\nwin_rate,2026,30,\n"
        ])
        let result = try inbox.intake {
            $0.percentMetrics = [
                PercentMetric(id: "nrr", canExceedOne: true), PercentMetric(id: "win_rate", canExceedOne: false),
            ]
        }
        #expect(
            result.facts.targets.map { $0.value.number } == [
                Number(5_000_000), Number(11, over: 10), Number(1, over: 4), Number(3, over: 10),
            ])
        #expect(result.facts.targets.map(\.period) == ["2026-Q4", "2026-Q4", "2026-11", "2026"])
        #expect(result.codes == ["assumed-percent"])
    }

    @Test func `actions, initiatives and the value map are read`() throws {
        let inbox = TemporaryInbox([
            "actions.csv":
                "department,task,due_date,percent,done_date\nSales,Call,2026-11-20,40,\nSales,Mail,2026-11-20,100%,2026-11-01\n",
            "initiatives.csv": "initiative_id,name,stage,new_customers,launch_date\nI1,Insight,Validate,是,2026-03-01\n",
            "value_map.csv": "initiative,kind,text\nI1,Pain,Slow\n",
        ])
        let facts = try inbox.intake().facts
        #expect(facts.actions.map { $0.progress?.number } == [Number(2, over: 5), Number(1)])
        #expect(facts.initiatives.first?.flags == ["new_customers": true])
        #expect(facts.initiatives.first?.texts == ["stage": "validate"])
        #expect(facts.valueMap == [ValueMapEntry(initiative: "I1", kind: "pain", text: "Slow")])
        #expect(facts.sources == [.actions, .initiatives, .valueMap])
    }

    @Test func `every alias of a source means one column`() {
        for source in Source.all(IntakeSettings(inbox: "", asOf: Day("2026-01-01")!)) {
            var owner: [String: String] = [:]
            // A flag shares its name with a time, a side with a category, a percentage with a status; the cells tell which it is.
            for column in source.columns
            where !column.isDimension && !(column.isAuxiliary && column.kind == .flag) && column.isCell == nil
                && column.name != "percent"
            {
                for alias in column.aliases {
                    let key = HeaderNames.key(alias)
                    #expect(!key.isEmpty, "\(source.name).\(column.name): \(alias)")
                    if let other = owner[key] { Issue.record("\(source.name): `\(alias)` is \(other) and \(column.name)") }
                    owner[key] = column.name
                }
            }
        }
    }

    @Test func `every source of the contract is listed once, in its order`() {
        #expect(Source.standard.map(\.name) == SourceName.allCases)
    }

    @Test func `a source's table is built behind those that it comes after`() {
        let order = Source.inOrder(Source.standard).map(\.name)
        #expect(Set(order) == Set(SourceName.allCases) && order.count == SourceName.allCases.count)
        for source in Source.standard {
            for other in source.after { #expect(order.firstIndex(of: other)! < order.firstIndex(of: source.name)!) }
        }
    }
}
