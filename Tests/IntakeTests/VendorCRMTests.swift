import Facts
import Testing

@testable import Intake

/// Exports of CRMs, in the header layouts that they document.
@Suite struct VendorCRMTests {
    @Test func `Salesforce's opportunity report gives a close date its outcome, and none to a forecast`() throws {
        let result = try TemporaryInbox.result(
            """
            "Opportunity ID","Opportunity Owner","Account Name","Opportunity Name","Stage","Fiscal Period","Amount Currency","Amount","Expected Revenue","Probability (%)","Age","Close Date","Created Date","Next Step","Lead Source","Type"
            "006A","Ann","Acme","Acme 100","Closed Won","Q4-2026","USD","12000.00","12000.00","100","30","10/20/2026","9/1/2026","","Web","New"
            "006B","Ann","Bolt","Bolt 10","Closed Lost","Q4-2026","EUR","500.00","0.00","0","30","10/21/2026","9/13/2026","","Web","New"
            "006C","Ben","Cord","Cord 5","Negotiation/Review","Q4-2026","USD","900.00","810.00","90","30","12/31/2026","9/3/2026","","Web","New"

            """, name: "report1763370000.csv")
        #expect(result.export.source == .opportunities)
        #expect(
            result.leadsWithLosses == [
                "006A 2026-09-01 won 2026-10-20 lost - 1200000", "006B 2026-09-13 won - lost 2026-10-21 100000",
                "006C 2026-09-03 won - lost - 90000",
            ])
    }

    @Test func `Salesforce's booleans say what became of an opportunity, by label and by API name`() throws {
        let labels = try TemporaryInbox.result(
            """
            Opportunity ID,Opportunity Name,Amount,Close Date,Closed,Won,Created Date
            006A,Acme,12000,2026-10-20,1,1,2026-09-01
            006B,Bolt,500,2026-10-21,1,0,2026-09-02
            006C,Cord,900,2026-12-31,0,0,2026-09-03

            """)
        let names = try TemporaryInbox.result(
            """
            Id,AccountId,Name,StageName,Amount,CloseDate,IsClosed,IsWon,CreatedDate,CurrencyIsoCode
            006A,001A,Acme,Signed,12000,2026-10-20,true,true,2026-09-01T08:00:00.000Z,USD
            006B,001B,Bolt,Gone,500,2026-10-21,true,false,2026-09-02T08:00:00.000Z,USD
            006C,001C,Cord,Talks,900,2026-12-31,false,false,2026-09-03T08:00:00.000Z,USD

            """)
        let expected = [
            "006A 2026-09-01 won 2026-10-20 lost - 1200000", "006B 2026-09-02 won - lost 2026-10-21 50000",
            "006C 2026-09-03 won - lost - 90000",
        ]
        #expect(labels.leadsWithLosses == expected)
        #expect(names.leadsWithLosses == expected)
    }

    @Test func `Salesforce's standard report has no id, so its rows are told apart by name, account and creation`() throws {
        let result = try TemporaryInbox.result(
            """
            Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount,Expected Revenue,Probability (%),Age,Close Date,Created Date,Next Step,Lead Source,Type
            Ann,Acme,Renewal,Closed Won,Q4-2026,100,100,100,3,2026-10-20,2026-09-01,,Web,New
            Ann,Bolt,Renewal,Prospecting,Q4-2026,200,20,10,3,2026-12-20,2026-09-02,,Web,New

            """)
        #expect(
            result.leadsWithLosses == [
                "Renewal / Acme / 2026-09-01 2026-09-01 won 2026-10-20 lost - 10000",
                "Renewal / Bolt / 2026-09-02 2026-09-02 won - lost - 20000",
            ])
        #expect(result.codes.contains("assumed-identity"))
    }

    @Test func `Salesforce's lead report is leads, converted ones opportunities`() throws {
        let result = try TemporaryInbox.result(
            """
            Lead ID,First Name,Last Name,Title,Company / Account,Email,Lead Source,Lead Status,Street,Rating,Lead Owner,Created Date,Converted,Converted Date
            00Q1,Ann,Lee,CTO,Acme,a@a.example,Web,Qualified,1 Road,Hot,Ben,2026-10-01,1,2026-10-09
            00Q2,Bo,Moe,CFO,Bolt,b@b.example,Event,Open - Not Contacted,2 Road,,Ben,2026-10-02,0,

            """)
        #expect(result.leads == ["00Q1 2026-10-01 · · 2026-10-09 · ·", "00Q2 2026-10-02 · · - · ·"])
        #expect(result.facts.leads?.members[2]?.map { result.facts.dimensions[2].members[$0] } == ["Web", "Event"])
    }

    @Test func `HubSpot's deals close as their stage says`() throws {
        let result = try TemporaryInbox.result(
            """
            Record ID,Deal Name,Deal Stage,Pipeline,Amount,Currency,Close Date,Create Date,Deal owner,Original Source Type,Associated Company,Associated Company IDs
            101,Acme,Closed won (Sales Pipeline),Sales Pipeline,1000,USD,2026-10-20 14:30,2026-09-01 09:15,Ann,Organic Search,Acme,9001
            102,Bolt,Closed lost (Sales Pipeline),Sales Pipeline,2000,EUR,2026-10-21 14:30,2026-09-02 09:15,Ann,Paid Search,Bolt,9002
            103,Cord,Contract sent (Sales Pipeline),Sales Pipeline,3000,USD,2026-12-01 14:30,2026-09-03 09:15,Ann,Offline,Cord,9003

            """, name: "hubspot-crm-exports-all-deals-2026-11-01.csv")
        #expect(
            result.leadsWithLosses == [
                "101 2026-09-01 won 2026-10-20 lost - 100000", "102 2026-09-02 won - lost 2026-10-21 400000",
                "103 2026-09-03 won - lost - 300000",
            ])
        #expect(result.facts.deals?.rows.customers?.map { result.facts.customerIDs[$0] } == ["9001", "9002", "9003"])
    }

    @Test func `HubSpot's contacts are leads with their lifecycle's dates, its companies are customers`() throws {
        let contacts = try TemporaryInbox.result(
            """
            Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Lifecycle Stage,Create Date,Became a Lead Date,Became a Marketing Qualified Lead Date,Became a Sales Qualified Lead Date,Became an Opportunity Date,Became a Customer Date,Associated Company,Original Source
            1,Ann,Lee,a@a.example,1,Ben,Open,Customer,2026-09-01 09:00,2026-09-01 09:00,2026-09-02 09:00,2026-09-05 09:00,2026-09-09 09:00,2026-10-01 09:00,Acme,Organic Search
            2,Bo,Moe,b@b.example,2,Ben,New,Lead,2026-09-02 09:00,2026-09-02 09:00,,,,,Bolt,Direct Traffic

            """, name: "hubspot-crm-exports-all-contacts-2026-11-01.csv")
        #expect(
            contacts.leads == [
                "1 2026-09-01 2026-09-02 2026-09-05 2026-09-09 2026-10-01 ·", "2 2026-09-02 - - - - ·",
            ])
        let newer = try TemporaryInbox.result(
            #"""
            Record ID,Email,Lead Status,Create Date,"Date entered ""Marketing Qualified Lead (Lifecycle Stage Pipeline)""","Date entered ""Customer (Lifecycle Stage Pipeline)"""
            1,a@a.example,Open,2026-09-01 09:00,2026-09-02 09:00,2026-10-01 09:00

            """#)
        #expect(newer.leads == ["1 2026-09-01 2026-09-02 · · 2026-10-01 ·"])
        let companies = try TemporaryInbox.result(
            """
            Record ID,Company name,Company owner,Create Date,Phone Number,Last Activity Date,City,Country/Region,Industry
            9001,Acme,Ann,2026-01-01 09:00,1,2026-10-01 09:00,Berlin,Germany,Software

            """, name: "hubspot-crm-exports-all-companies-2026-11-01.csv")
        #expect(companies.export.source == .customers && companies.customers == ["9001 Acme"])
        #expect(
            try TemporaryInbox.result("Record ID,Company name,Company owner,Create Date,Industry\n1,Acme,Ann,2026-01-01,IT\n")
                .export.source == .customers)
    }

    @Test func `Pipedrive's deals have their names with a prefix`() throws {
        let result = try TemporaryInbox.result(
            """
            Deal - ID,Deal - Title,Deal - Creator,Deal - Owner,Deal - Value,Deal - Currency of Value,Deal - Weighted value,Deal - Probability,Deal - Organization,Deal - Organization ID,Deal - Pipeline,Deal - Contact person,Deal - Stage,Deal - Status,Deal - Deal created,Deal - Update time,Deal - Last stage change,Deal - Won time,Deal - Lost time,Deal - Deal closed on,Deal - Lost reason,Deal - Expected close date
            1,Acme,Ann,Ann,1000,USD,1000,,Acme,71,Main,Al,Negotiations Started,Won,2026-09-01 09:00:00,2026-10-01 09:00:00,2026-09-20 09:00:00,2026-10-01 09:00:00,,2026-10-01 09:00:00,,2026-12-31
            2,Bolt,Ann,Ann,500,EUR,500,,Bolt,72,Main,Bo,Proposal Made,Lost,2026-09-02 09:00:00,2026-10-02 09:00:00,2026-09-20 09:00:00,,2026-10-02 09:00:00,2026-10-02 09:00:00,Price,2026-12-31
            3,Cord,Ann,Ann,300,USD,300,,Cord,73,Main,Cy,Demo Scheduled,Open,2026-09-03 09:00:00,2026-10-03 09:00:00,2026-09-20 09:00:00,,,,,2026-12-31

            """, name: "deals-1234-56.csv")
        #expect(
            result.leadsWithLosses == [
                "1 2026-09-01 won 2026-10-01 lost - 100000", "2 2026-09-02 won - lost 2026-10-02 100000",
                "3 2026-09-03 won - lost - 30000",
            ])
        #expect(result.facts.deals?.rows.customers?.map { result.facts.customerIDs[$0] } == ["71", "72", "73"])
    }

    @Test func `Pipedrive's leads, and its deals without a prefix`() throws {
        let leads = try TemporaryInbox.result(
            """
            Lead - ID,Lead - Title,Lead - Labels,Lead - Source,Lead - Lead created,Lead - Owner,Lead - Value,Lead - Currency of Value,Person - Name,Organization - Name
            ab-1,Acme lead,Hot,Web forms,2026-10-05 09:00:00,Ann,500,USD,Al,Acme

            """, name: "leads-1234-57.csv")
        #expect(leads.leads.map { $0.prefix(15) } == ["ab-1 2026-10-05"])
        let deals = try TemporaryInbox.result(
            """
            ID,Title,Value,Currency,Organization,Stage,Status,Add time,Won time,Lost time,Close time
            1,Acme,1000,USD,Acme,Demo,Won,2026-09-01 09:00:00,2026-10-01 09:00:00,,2026-10-01 09:00:00
            2,Bolt,500,USD,Bolt,Demo,Lost,2026-09-02 09:00:00,,2026-10-02 09:00:00,2026-10-02 09:00:00

            """)
        #expect(
            deals.leadsWithLosses == [
                "1 2026-09-01 won 2026-10-01 lost - 100000", "2 2026-09-02 won - lost 2026-10-02 50000",
            ])
    }

    @Test func `纷享销客's leads and opportunities`() throws {
        let leads = try TemporaryInbox.result(
            """
            线索编号,姓名,公司,手机,线索来源,线索状态,负责人,线索池,创建时间,转换时间
            L-1,张三,示例科技,138,官网,已转换,李四,华东线索池,2026-10-01 09:00,2026-10-08 10:00
            L-2,王五,样例贸易,139,展会,跟进中,李四,华东线索池,2026-10-02 09:00,

            """)
        #expect(leads.leads == ["L-1 2026-10-01 · · 2026-10-08 · ·", "L-2 2026-10-02 · · - · ·"])
        let deals = try TemporaryInbox.result(
            """
            商机编号,商机名称,客户名称,商机金额(元),预计成交日期,商机阶段,商机状态,阶段变更时间,负责人,创建时间
            O-1,示例一期,示例科技,"12,000.00",2026-12-31,赢单,赢单,2026-10-20 15:00,李四,2026-09-01 09:00
            O-2,样例一期,样例贸易,8000,2026-12-31,输单,输单,2026-10-21 15:00,李四,2026-09-02 09:00
            O-3,样例二期,样例贸易,5000,2026-12-31,需求确认,进行中,2026-10-22 15:00,李四,2026-09-03 09:00

            """)
        #expect(
            deals.leadsWithLosses == [
                "O-1 2026-09-01 won 2026-10-20 lost - 600000", "O-2 2026-09-02 won - lost 2026-10-21 400000",
                "O-3 2026-09-03 won - lost - 250000",
            ])
    }

    @Test func `销售易's opportunities`() throws {
        let result = try TemporaryInbox.result(
            """
            机会编号,机会名称,客户名称,机会类型,销售金额,结单日期,销售阶段,赢率,机会来源,阶段更新时间,商机所有人,创建日期
            P-1,示例一期,示例科技,新购,12000,2026-10-20,赢单,100,官网,2026-10-20,李四,2026-09-01
            P-2,样例一期,样例贸易,新购,8000,2026-12-20,方案报价,50,展会,2026-10-21,李四,2026-09-02

            """
        ) { $0.currency = Currency("CNY") }
        #expect(
            result.leadsWithLosses == [
                "P-1 2026-09-01 won 2026-10-20 lost - 1200000", "P-2 2026-09-02 won - lost - 800000",
            ])
    }
}
