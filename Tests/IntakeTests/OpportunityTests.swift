import Facts
import Testing

@testable import Intake

/// Deals of CRMs beside their leads.
@Suite struct OpportunityTests {
    /// Deals in words, as ``IntakeResult/leadsWithLosses`` has leads.
    private func deals(_ text: String, name: String = "deals.csv") throws -> [String] {
        let result = try TemporaryInbox.result(text, name: name)
        #expect(result.export.source == .opportunities)
        return result.leadsWithLosses
    }

    @Test func `a closed deal whose stage says won or lost takes the day it was closed`() throws {
        #expect(
            try deals(
                """
                opportunity_id,created_at,won_at,lost_at,stage,closed_at,amount
                1,2026-01-01,,,Closed Won,2026-02-01,10
                2,2026-01-01,,,Closed Lost,2026-02-02,10
                3,2026-01-01,,,Demo,2026-02-03,10
                4,2026-01-01,2026-01-20,,Closed Lost,2026-02-04,10
                5,2026-01-01,,2026-01-21,Closed Won,2026-02-05,10

                """) == [
                    "1 2026-01-01 won 2026-02-01 lost - 1000", "2 2026-01-01 won - lost 2026-02-02 1000",
                    "3 2026-01-01 won - lost - 1000", "4 2026-01-01 won 2026-01-20 lost - 1000",
                    "5 2026-01-01 won - lost 2026-01-21 1000",
                ])
    }

    @Test func `amounts are converted from the deal's currency, and what rounding added is noted`() throws {
        let inbox = TemporaryInbox([
            "opportunities.csv":
                "opportunity_id,created_at,amount,currency\n1,2026-01-01,10.01,EUR\n2,2026-01-01,3,USD\n3,2026-01-01,3,JPY\n",
            "fx_rates.csv": "currency,rate\nEUR,1.25\n",
        ])
        let result = try inbox.intake()
        #expect(result.facts.deals?.rows.amounts?.sorted() == [300, 1251])
        #expect(!result.rounding.isZero && result.codes.contains("no-rate"))
        #expect(result.rates.map(\.currency) == ["EUR"])
    }

    @Test(arguments: [
        // Leads may name deals without their zeros, and deals may have lost theirs.
        (["000017", "000038"], ["17", "38.0"], 2), (["17", "38"], ["'000017;000099", "'000038"], 2),
        // Where one file has both, they are two ids.
        (["000017", "17"], ["0017", "38"], 0),
        // Ids may have blanks in them.
        (["Élan 9", "Élan 10", "D7"], ["élan 4;Élan 9", "D6 D7"], 2),
    ])
    func `leads name their deals, with or without leading zeros`(_ deals: [String], _ named: [String], _ joined: Int) throws {
        let inbox = TemporaryInbox([
            "opportunities.csv": "opportunity_id,created_at\n" + deals.map { "\($0),2026-01-02\n" }.joined(),
            "leads.csv": "lead_id,created_at,opportunity_id\nL1,2026-01-01,\(named[0])\nL2,2026-01-01,\(named[1])\n",
        ])
        #expect(try inbox.intake().facts.deals?.leads.count { $0 != Deals.noLead } == joined)
    }

    @Test(arguments: [
        "\"=\"\"L1\"\";=\"\"L2\"\"\"", "{L1};{L2}", "'L1|'L2", "L9;L2;ann@example.com", "\"L1, L2\"",
    ])
    func `each of several ids in a cell has a dress of its own`(_ cell: String) throws {
        let inbox = TemporaryInbox([
            "opportunities.csv": "opportunity_id,created_at,lead_id\n1,2026-01-02,\(cell)\n",
            "leads.csv": "lead_id,created_at\nL2,2026-01-01\n",
        ])
        #expect(try inbox.intake().facts.deals?.leads == [0])
    }

    @Test func `deals name leads whose ids have blanks in them`() throws {
        let inbox = TemporaryInbox([
            "opportunities.csv": "opportunity_id,created_at,lead_id\n1,2026-01-02,Lead 8;Lead 9\n2,2026-01-02,Lead 7\n",
            "leads.csv": "lead_id,created_at\nLead 9,2026-01-01\n9,2026-01-01\n",
        ])
        let result = try inbox.intake()
        #expect(result.facts.deals?.leads.map { $0 < 0 ? "" : result.facts.leads!.ids[Int($0)] } == ["Lead 9", ""])
    }

    @Test func `the newest file's row of a deal counts, and each row becomes one thing`() throws {
        let inbox = TemporaryInbox([
            "deals 2026-01-31.csv":
                "deal_id,created_at,stage,closed_at,amount\n1,2026-01-01,Demo,2026-02-01,10\n2,2026-01-02,Demo,2026-02-01,x\n",
            "deals 2026-02-28.csv":
                "deal_id,created_at,stage,closed_at,amount\n1,2026-01-01,Closed Won,2026-02-01,20\n3,2026-01-03,Demo,,5\n",
            "leads.csv": "lead_id,created_at\nL1,2026-01-01\n",
        ])
        let result = try inbox.intake()
        #expect(result.facts.deals?.rows.amounts?.sorted() == [500, 2000])
        let old = result.report("deals 2026-01-31.csv")
        #expect([old.rows, old.facts, old.replaced, old.rejected, old.excluded] == [2, 0, 1, 1, 0])
        #expect(result.report("deals 2026-02-28.csv").facts == 2)
        #expect(result.rejectedMoney.isEmpty || result.rejectedMoney.allSatisfy { $0.source == .opportunities })
        #expect(result.newestEvents[.opportunities] == Day("2026-02-01"))
        #expect(result.facts.sources.contains(.opportunities))
    }

    @Test func `a stage of the funnel behind opportunity is a column of deals too`() throws {
        let inbox = TemporaryInbox([
            "deals.csv": "deal_id,created_at,mql date,proposal_at,won_at\n1,2026-01-01,2025-12-01,2026-01-05,\n"
        ])
        let result = try inbox.intake { $0.stages = ["lead", "mql", "opportunity", "proposal", "won"] }
        let reached = try #require(result.facts.deals?.rows.reached)
        #expect(
            reached.map { $0?[0].day(in: .utc).description ?? "·" }[0...3] == ["2026-01-01", "·", "2026-01-01", "2026-01-05"])
    }

    @Test func `leads and deals of each vendor are told apart, and joined as the vendor does`() throws {
        let pairs: [(vendor: String, leads: String, deals: String, by: String)] = [
            (
                "HubSpot",
                """
                Record ID,First Name,Last Name,Email,Contact owner,Lead Status,Lifecycle Stage,Create Date,Original Source,Associated Company,Associated Company IDs,Associated Deal,Associated Deal IDs
                1,Ann,Lee,ann@acme.example,Ben,Open,Customer,2026-09-01 09:00,Organic Search,Acme,9001,Acme - New,101

                """,
                """
                Record ID,Deal Name,Deal Stage,Pipeline,Amount,Currency,Close Date,Create Date,Deal owner,Associated Company,Associated Company IDs,Associated Contact,Associated Contact IDs
                101,Acme - New,Closed won (Sales Pipeline),Sales Pipeline,1000,USD,2026-10-20 14:30,2026-09-05 09:15,Ann,Acme,9001,Ann Lee (ann@acme.example),1;2

                """, "lead id"
            ),
            (
                "HubSpot without associations",
                """
                Record ID,First Name,Last Name,Email,Contact owner,Lifecycle Stage,Create Date,Primary Associated Company ID
                1,Ann,Lee,ann@acme.example,Ben,Customer,2026-09-01 09:00,9001

                """,
                """
                Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal owner,Associated Company IDs
                101,Acme - New,Closed won,Sales Pipeline,1000,2026-10-20 14:30,2026-09-05 09:15,Ann,9001

                """, "customer"
            ),
            (
                "Salesforce",
                """
                "Lead ID","First Name","Last Name","Company / Account","Email","Lead Source","Lead Status","Lead Owner","Created Date","Converted","Converted Date","Converted Account ID","Converted Opportunity ID"
                "00Q1","Ann","Lee","Acme","a@acme.example","Web","Qualified","Ben","9/1/2026","1","9/21/2026","001A","006A"

                """,
                """
                "Opportunity ID","Opportunity Owner","Account Name","Opportunity Name","Stage","Fiscal Period","Amount","Probability (%)","Close Date","Created Date","Lead Source","Type"
                "006A","Ann","Acme","Acme 100","Closed Won","Q4-2026","12000.00","100","10/20/2026","9/21/2026","Web","New"

                """, "deal id"
            ),
            (
                "Salesforce's API names",
                """
                Id,LastName,FirstName,Name,Company,Email,LeadSource,Status,OwnerId,IsConverted,ConvertedDate,ConvertedAccountId,ConvertedOpportunityId,CreatedDate
                00Q1,Lee,Ann,Ann Lee,Acme,a@acme.example,Web,Qualified,005A,true,2026-09-21,001A,006A,2026-09-01T08:00:00.000Z

                """,
                """
                Id,AccountId,Name,StageName,Amount,Probability,CloseDate,Type,NextStep,LeadSource,IsClosed,IsWon,ForecastCategory,OwnerId,CreatedDate,ContactId
                006A,001A,Acme,Closed Won,12000,100,2026-10-20,New,,Web,true,true,Closed,005A,2026-09-21T08:00:00.000Z,003A

                """, "deal id"
            ),
            (
                "Pipedrive",
                """
                Lead - ID,Lead - Title,Lead - Labels,Lead - Source,Lead - Lead created,Lead - Owner,Lead - Value,Lead - Organization,Lead - Organization ID,Lead - Contact person
                ab-1,Acme lead,Hot,Web forms,2026-09-01 09:00:00,Ann,500,Acme,71,Al

                """,
                """
                Deal - ID,Deal - Title,Deal - Owner,Deal - Value,Deal - Currency of Value,Deal - Organization,Deal - Organization ID,Deal - Pipeline,Deal - Contact person,Deal - Stage,Deal - Status,Deal - Deal created,Deal - Won time,Deal - Lost time,Deal - Deal closed on,Deal - Expected close date
                1,Acme,Ann,1000,USD,Acme,71,Main,Al,Negotiations Started,Won,2026-09-15 09:00:00,2026-10-01 09:00:00,,2026-10-01 09:00:00,2026-12-31

                """, "customer"
            ),
            (
                "Zoho",
                """
                Record Id,Lead Owner,Company,First Name,Last Name,Email,Lead Source,Lead Status,Created Time,Converted Deal.id
                zcrm_1,Ben,Acme,Ann,Lee,a@acme.example,Web,Qualified,2026-09-01 09:00:00,zcrm_9

                """,
                """
                Record Id,Deal Name,Deal Owner,Amount,Stage,Closing Date,Account Name,Account Name.id,Contact Name.id,Created Time,Probability (%)
                zcrm_9,Acme 100,Ben,1000,Closed Won,2026-10-01,Acme,zcrm_7,zcrm_8,2026-09-15 09:00:00,100

                """, "deal id"
            ),
            (
                "纷享销客",
                """
                线索编号,姓名,公司,手机,线索来源,线索状态,负责人,线索池,创建时间,转换时间
                L-1,张三,示例科技,138,官网,已转换,李四,华东线索池,2026-08-01 09:00,2026-09-01 10:00

                """,
                """
                商机编号,商机名称,客户名称,商机金额(元),预计成交日期,商机阶段,商机状态,阶段变更时间,负责人,创建时间,销售线索
                O-1,示例一期,示例科技,"12,000.00",2026-12-31,赢单,赢单,2026-10-20 15:00,李四,2026-09-01 09:00,L-1

                """, "lead id"
            ),
            (
                "销售易",
                """
                线索编号,线索名称,公司名称,线索来源,线索状态,创建日期,线索所有人
                X-1,张三,示例科技,官网,已转换,2026-08-01,李四

                """,
                """
                机会编号,机会名称,客户名称,机会类型,销售金额,结单日期,销售阶段,赢率,机会来源,阶段更新时间,商机所有人,创建日期
                P-1,示例一期,示例科技,新购,12000,2026-10-20,赢单,100,官网,2026-10-20,李四,2026-09-01

                """, "company name"
            ),
            (
                "a CRM of one's own",
                "lead_id,created_at,company,opportunity_id\nL1,2026-09-01,Acme,7\n",
                "opportunity_id,created_at,amount,won_at,lead_id\n7,2026-09-15,10,2026-10-01,\n", "deal id"
            ),
        ]
        for pair in pairs {
            let inbox = TemporaryInbox(["fx_rates.csv": "currency,rate\nCNY,0.5\n", "a.csv": pair.leads, "b.csv": pair.deals])
            let result = try inbox.intake()
            #expect(result.report("a.csv").source == .leads, "\(pair.vendor)")
            #expect(result.report("b.csv").source == .opportunities, "\(pair.vendor)")
            #expect(result.facts.leads?.count == 1 && result.facts.deals?.leads == [0], "\(pair.vendor)")
            let message = result.findings.first { $0.kind == .joinedDeals }?.message
            #expect(message == "1 of 1 deals joined a lead (1 by \(pair.by))", "\(pair.vendor)")
        }
    }

    @Test func `a file of leads with stages stays one of leads, whatever else it names`() throws {
        for (name, header) in [
            ("pipeline.csv", "lead_id,created_at,stage,closed_at,amount"),
            ("crm.csv", "lead_id,created_at,mql_at,sql_at,won_at,amount"),
            ("export.csv", "deal_id,created_at,mql_at,sql_at,opportunity_at,won_at"),
            ("export.csv", "opportunity_id,created_at,mql_at,won_at"),
            ("export.csv", "lead_id,created_at,won_at,amount,deal_id"), ("leads.csv", "id,created_at,status,amount"),
        ] {
            let row = header.split(separator: ",").map { $0.hasSuffix("_at") ? "2026-01-01" : $0 == "amount" ? "10" : "x" }
            let result = try TemporaryInbox.result(header + "\n" + row.joined(separator: ",") + "\n", name: name)
            #expect(result.export.source == .leads, "\(name) \(header)")
        }
    }

    @Test func `deals that sources.yml takes for leads are leads by their own ids`() throws {
        let result = try TemporaryInbox.result(
            """
            Deal - ID,Deal - Title,Deal - Value,Deal - Organization,Deal - Status,Deal - Stage,Deal - Deal created,Deal - Deal closed on
            1,Acme,1000,Acme,Won,Demo,2026-09-01 09:00:00,2026-10-01 09:00:00

            """, name: "deals.csv"
        ) { $0.rules[.leads, default: SourceRules()].patterns = ["deals*.csv"] }
        #expect(result.export.source == .leads)
        #expect(result.leadsWithLosses == ["1 2026-09-01 won 2026-10-01 lost - 100000"])
    }
}
