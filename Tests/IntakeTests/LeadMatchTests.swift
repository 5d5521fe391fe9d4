import Facts
import Seeded
import Testing

@testable import Intake

/// Which lead takes each deal, from files to joins.
@Suite struct LeadMatchTests {
    /// Each deal with the lead that takes it, in words: `D1 L1`, or `D1 -`.
    private func joins(_ leads: String, _ deals: String, _ change: (inout IntakeSettings) -> Void = { _ in }) throws -> [String]
    {
        try TemporaryInbox(["leads.csv": leads, "deals.csv": deals]).intake(change).joins
    }

    @Test func `a deal joins a lead by its id, of several the earliest created`() throws {
        let leads = "lead_id,created_at,company\nL1,2026-03-01,A\nL2,2026-01-01,B\nL3,2026-02-01,C\n"
        for separator in [";", "; ", "|", " | ", "，", "；", "、", "｜", " ", "\n", ";;"] {
            let cell = ["L3", "L2", "L1"].joined(separator: separator)
            let deals =
                "deal_id,created_at,amount,lead_id\nD1,2026-04-01,1,\"\(cell)\"\nD2,2026-04-01,1,L1\nD3,2026-04-01,1,L9\n"
            #expect(try joins(leads, deals) == ["D1 L2", "D2 L1", "D3 -"], "\(separator)")
        }
        let comma = "deal_id,created_at,amount,lead_id\nD1,2026-04-01,1,\"L1,L3\"\n"
        #expect(try joins(leads, comma) == ["D1 L3"])
    }

    @Test func `ids in another dress are the same, one by one in a cell too`() throws {
        let leads =
            "lead_id,created_at,company\n00Q5g00000ABCDE,2026-01-01,A\n1001,2026-01-02,B\n1002,2026-01-03,C\na@x.example,2026-01-04,D\n"
        let deals = """
            deal_id,created_at,amount,lead_id
            D1,2026-04-01,1,00Q5g00000ABCDEEA5
            D2,2026-04-01,1,"x; 00Q5g00000ABCDEEA5"
            D3,2026-04-01,1,1001.0
            D4,2026-04-01,1,"1003, 1002.0"
            D5,2026-04-01,1,'1001
            D6,2026-04-01,1,A@X.example

            """
        #expect(
            try joins(leads, deals) == [
                "D1 00Q5g00000ABCDE", "D2 00Q5g00000ABCDE", "D3 1001", "D4 1002", "D5 1001", "D6 a@x.example",
            ])
        let zeros = "deal_id,created_at,amount,lead_id\nD1,2026-04-01,1,7\nD2,2026-04-01,1,\"8;7\"\n"
        #expect(try joins("lead_id,created_at\n0007,2026-01-01\n0008,2026-01-02\n", zeros) == ["D1 7", "D2 7"])
    }

    @Test func `of leads created at the same time the one whose id comes first takes a deal, in whatever order they stand`()
        throws
    {
        let deals = "deal_id,created_at,amount,customer_id\nD1,2026-04-01,1,C1\n"
        #expect(try joins("lead_id,created_at,customer_id\nL2,2026-01-01,C1\nL1,2026-01-01,C1\n", deals) == ["D1 L1"])
        #expect(try joins("lead_id,created_at,customer_id\nL1,2026-01-01,C1\nL2,2026-01-01,C1\n", deals) == ["D1 L1"])
    }

    @Test func `a deal joins the lead that names it, one of several deals in a cell`() throws {
        let leads = """
            Record ID,Email,Lifecycle Stage,Create Date,Associated Deal IDs
            1,a@a.example,Customer,2026-01-01 09:00,31;32
            2,b@b.example,Lead,2026-01-02 09:00,
            3,c@c.example,Lead,2026-01-03 09:00,32

            """
        let deals =
            "Record ID,Deal Name,Deal Stage,Create Date,Amount\n31,A,Demo,2026-02-01,1\n32,B,Demo,2026-02-02,1\n33,C,Demo,2026-02-03,1\n"
        #expect(try joins(leads, deals) == ["31 1", "32 1", "33 -"])
    }

    @Test func `ids go before the customer, and the customer before the company`() throws {
        let leads = """
            lead_id,created_at,customer_id,company,opportunity_id
            L1,2026-01-01,C1,Acme,
            L2,2026-01-02,C2,Bolt,D3
            L3,2026-01-03,C3,Cord,

            """
        let deals = """
            deal_id,created_at,amount,lead_id,customer_id,company
            D1,2026-02-01,1,L3,C1,Bolt
            D2,2026-02-01,1,L9,C1,Bolt
            D3,2026-02-01,1,,C1,Cord
            D4,2026-02-01,1,,C9,Bolt

            """
        #expect(try joins(leads, deals) == ["D1 L3", "D2 L1", "D3 L2", "D4 L2"])
    }

    @Test func `a company is the same without regard to case, spaces, width and Unicode form`() throws {
        let leads = "lead_id,created_at,company\nL1,2026-01-01,ACME  Ltd\nL2,2026-01-01,Café\nL3,2026-01-01,示例科技ＡＢ\n"
        let deals =
            "deal_id,created_at,amount,company\nD1,2026-02-01,1,acme ltd\nD2,2026-02-01,1,Cafe\u{301}\nD3,2026-02-01,1,示例科技AB\nD4,2026-02-01,1,Acme\n"
        #expect(try joins(leads, deals) == ["D1 L1", "D2 L2", "D3 L3", "D4 -"])
    }

    @Test func `a lead that is younger than the deal does not take it by company, but by id and customer`() throws {
        let leads = "lead_id,created_at,customer_id,company\nL1,2026-03-01,C1,Acme\n"
        let deals = """
            deal_id,created_at,amount,lead_id,customer_id,company
            D1,2026-02-01,1,L1,,
            D2,2026-02-01,1,,C1,
            D3,2026-02-01,1,,,Acme
            D4,2026-03-01,1,,,Acme

            """
        #expect(try joins(leads, deals) == ["D1 L1", "D2 L1", "D3 -", "D4 L1"])
    }

    @Test func `a deal joins by the domain of an e-mail address, unless it is a public host or of several companies`() throws {
        let leads = """
            lead_id,created_at,company,email
            L1,2026-01-01,Acme Inc,ann@acme.example
            L2,2026-01-02,Acme Inc.,bo@ACME.example
            L3,2026-01-03,Bolt,cy@bolt.example
            L4,2026-01-04,Cord,di@gmail.com
            L5,2026-01-05,Dart,ed@vip.163.com
            L6,2026-01-06,,flo@eve.example

            """
        let deals = """
            deal_id,created_at,amount,company,email
            D1,2026-02-01,1,,x@acme.example
            D2,2026-02-01,1,Bolt Limited,"Cy Boe <CY@bolt.example>"
            D3,2026-02-01,1,,di@gmail.com
            D4,2026-02-01,1,,ed@vip.163.com
            D5,2026-02-01,1,,"me@qq.com; x@eve.example"
            D6,2026-02-01,1,,no address

            """
        #expect(try joins(leads, deals) == ["D1 -", "D2 L3", "D3 -", "D4 -", "D5 L6", "D6 -"])
    }

    @Test func `a domain without names of companies is of one where its leads have one customer`() throws {
        let leads = """
            lead_id,created_at,customer_id,email
            L1,2026-01-01,C1,a@acme.example
            L2,2026-01-02,C2,b@acme.example
            L3,2026-01-02,C3,c@bolt.example
            L4,2026-01-03,,d@bolt.example

            """
        let deals = "deal_id,created_at,amount,email\nD1,2026-02-01,1,x@acme.example\nD2,2026-02-01,1,x@bolt.example\n"
        #expect(try joins(leads, deals) == ["D1 -", "D2 L3"])
    }

    @Test func `leads after the as-of date take no deal`() throws {
        let leads = "lead_id,created_at,customer_id\nL1,2026-12-01,C1\nL2,2026-01-02,C2\n"
        let deals = "deal_id,created_at,amount,lead_id,customer_id\nD1,2026-02-01,1,L1,C2\nD2,2026-02-01,1,L1,\n"
        #expect(try joins(leads, deals) == ["D1 L2", "D2 -"])
    }

    @Test func `leads of events take deals by id and customer`() throws {
        let events = "lead_id,stage,at,customer_id\nL1,lead,2026-01-01,C1\nL1,mql,2026-01-05,\nL2,lead,2026-01-02,\n"
        let deals = "deal_id,created_at,amount,lead_id,customer_id\nD1,2026-02-01,1,,C1\nD2,2026-02-01,1,L2,\n"
        let result = try TemporaryInbox(["lead_events.csv": events, "deals.csv": deals]).intake()
        #expect(result.joins == ["D1 L1", "D2 L2"])
    }

    @Test func `rows that were mended or rejected do not shift the others' companies`() throws {
        let inbox = TemporaryInbox([
            "leads.csv": "lead_id,created_at,company\nL1,2026-01-01,Acme\nL2,soon,Bolt\nL3,2026-01-03,Cord\n",
            "deals.csv":
                "deal_id,created_at,amount,company\nD1,2026-02-01,1,Acme\nD2,2026-02-01,1,Bolt\nD3,2026-02-01,1,Cord\n",
        ])
        #expect(try inbox.intake().joins == ["D1 L1", "D2 -", "D3 L3"])
        inbox.write(
            "rejected-leads.csv",
            "lead_id,created_at,company,gtm_file,gtm_line\nL2,2026-01-02,Bolt,leads.csv,3\n", modified: 1_700_000_100)
        #expect(try inbox.intake().joins == ["D1 L1", "D2 L2", "D3 L3"])
    }

    @Test func `the report says how many deals joined by what, and how many did not`() throws {
        let leads =
            "lead_id,created_at,customer_id,company,email\nL1,2026-01-01,C1,Acme,a@acme.example\nL2,2026-01-01,C2,Bolt,b@bolt.example\n"
        let deals = """
            deal_id,created_at,amount,lead_id,customer_id,company,email
            D1,2026-02-01,1,L1,,,
            D2,2026-02-01,1,,C1,,
            D3,2026-02-01,1,,,acme,
            D4,2026-02-01,1,,,,x@bolt.example
            D5,2026-02-01,12.50,,,Cord,
            D6,2026-02-01,,L7,,,
            D7,2027-02-01,9,,,,

            """
        let finding = try #require(
            TemporaryInbox(["leads.csv": leads, "deals.csv": deals]).intake().findings.first { $0.kind == .joinedDeals })
        #expect(
            finding.message
                == "4 of 6 deals joined a lead (1 by lead id, 1 by customer, 1 by company name, 1 by e-mail domain); 2 joined none and count by themselves, 12.50 USD; 1 name leads that no file has"
        )
        #expect(finding.severity == .note)
        let none = try TemporaryInbox(["leads.csv": leads, "deals.csv": "deal_id,created_at,amount\nD1,2026-02-01,1\n"])
            .intake()
        #expect(none.findings.first { $0.kind == .joinedDeals }?.severity == .warning)
        let alone = try TemporaryInbox(["deals.csv": deals]).intake()
        #expect(alone.codes.contains("deals-are-leads") && !alone.codes.contains("joined-deals"))
    }

    /// The rules once more, lead by lead and with texts: the second computation.
    @Test(arguments: 1...20)
    func `random leads and deals join as a plain search has it`(_ seed: UInt64) throws {
        var dice = Seeded(seed)
        func some(_ texts: [String]) -> String { texts[dice.next(texts.count)] }
        func day() -> String { "2026-0\(1 + dice.next(6))-1\(dice.next(10))" }
        let companies = ["", "Acme", "ACME", "acme ", "Bolt", "Bolt  Ltd", "bolt ltd", "Cord", "Dart"]
        let mails = ["", "a@acme.example", "b@Acme.example", "c@bolt.example", "d@gmail.com", "e@qq.com", "f@dart.example"]
        let customers = ["", "", "C1", "C2", "C3", "C4"]
        let leads = (0..<12).map { index in
            PlainRow(
                id: "L\(index)", created: day(), others: dice.next(4) == 0 ? ["D\(dice.next(20))", "D\(dice.next(20))"] : [],
                customer: some(customers), company: some(companies), email: some(mails))
        }
        let deals = (0..<20).map { index in
            PlainRow(
                id: "D\(index)", created: day(), others: dice.next(3) == 0 ? ["L\(dice.next(15))", "L\(dice.next(15))"] : [],
                customer: some(customers), company: some(companies), email: some(mails))
        }
        func lines(_ rows: [PlainRow]) -> String {
            rows.map { "\($0.id),\($0.created),\($0.others.joined(separator: ";")),\($0.customer),\($0.company),\($0.email)\n" }
                .joined()
        }
        let found = try joins(
            "lead_id,created_at,opportunity_id,customer_id,company,email\n" + lines(leads),
            "opportunity_id,created_at,lead_id,customer_id,company,email\n" + lines(deals))
        #expect(found == deals.map { deal in "\(deal.id) \(deal.lead(among: leads) ?? "-")" }.sorted())
    }
}

/// A lead or a deal as texts.
private struct PlainRow {
    var id: String
    var created: String
    var others: [String]
    var customer: String
    var company: String
    var email: String

    var name: String { company.lowercased().split(separator: " ").joined(separator: " ") }
    var domain: String {
        let host = email.lowercased().split(separator: "@").last.map(String.init) ?? ""
        return ["gmail.com", "qq.com"].contains(host) ? "" : host
    }

    func lead(among leads: [PlainRow]) -> String? {
        func first(_ leads: [PlainRow]) -> String? { leads.min { ($0.created, $0.id) < ($1.created, $1.id) }?.id }
        func isOne(_ texts: [String]) -> Bool { Set(texts).subtracting([""]).count < 2 }
        if let lead = first(leads.filter { others.contains($0.id) }) { return lead }
        if let lead = first(leads.filter { $0.others.contains(id) }) { return lead }
        if !customer.isEmpty, let lead = first(leads.filter { $0.customer == customer }) { return lead }
        let byName = leads.filter { !name.isEmpty && $0.name == name }
        let byDomain = leads.filter { !domain.isEmpty && $0.domain == domain }
        var candidates = byName
        let names = byDomain.map(\.name)
        if Set(names) == [""] ? isOne(byDomain.map(\.customer)) : isOne(names) { candidates += byDomain }
        // The earliest of a company's leads; where it is younger than the deal, so are all the others.
        return first(candidates.filter { $0.created <= created })
    }
}

extension IntakeResult {
    /// Each deal with the lead that takes it: `D1 L1`, or `D1 -`; sorted.
    fileprivate var joins: [String] {
        guard let deals = facts.deals else { return [] }
        return deals.leads.enumerated().map { row, lead in
            "\(deals.rows.ids[row]) \(lead == Deals.noLead ? "-" : facts.leads!.ids[Int(lead)])"
        }.sorted()
    }
}
