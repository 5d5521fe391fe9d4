import Facts
import Seeded
import Testing

@testable import Intake

@Suite struct IDTests {
    static let long = "0015g00000ABcdEAAZ"

    @Test(arguments: [
        "001": [
            "001", " 001 ", "=\"001\"", "'001", "'001'", "\"001\"", "001.0", "001.00", "\u{FEFF}001", "0\u{200B}01",
            "001\u{A0}", "００１",
            "'001.0", "=\"'001\"", "{001}", "\u{200E}001\u{200F}", "001,0",
        ],
        "1001": ["1001", "1001.000", "1001.0", "1.001E+3", "1.001E3", "1,001e+03"],
        "ann@example.com": [
            "ann@example.com", "Ann@Example.COM", "mailto:ann@example.com", "MAILTO:Ann@example.com", "{ann@example.com}",
        ],
        "müller@example.com": ["Müller@example.com", "MU\u{308}LLER@EXAMPLE.com"],
        "550e8400-e29b-41d4-a716-446655440000": [
            "550E8400-E29B-41D4-A716-446655440000", "{550e8400-E29B-41d4-a716-446655440000}",
            "urn:uuid:550e8400-e29b-41d4-a716-446655440000", "'{550E8400-E29B-41D4-A716-446655440000}",
        ],
        "550e8400e29b41d4a716446655440000": ["550E8400E29B41D4A716446655440000"],
        "001D000000IqhSL": ["001D000000IqhSL", "001D000000IqhSLIAZ", "'001D000000IqhSLIAZ"],
        "Ünit-7": ["Ünit-7", "U\u{308}nit-7", "Ünit\u{2011}7"],
        "客户 7": ["客户 7", "客户\u{3000}7", "客户\u{A0}７"],
        "": ["=\"\"", "\u{200B}", "", "NA", "{}", "=\"NA\""],
    ])
    func `An id is compared without what exports do to it`(_ id: String, _ dresses: [String]) {
        for dress in dresses { #expect(IDCell.compared(dress) == id, "\(dress)") }
        #expect(IDCell.compared(id) == id, "once undressed, it stays")
    }

    @Test(arguments: [
        "abc", "ABC", "A.0", "v1.0", "1.000", "12.000", "1001.5", "1.0.0", "12E5", "1E10", "4E+", "1.00123E+12", "org:7", "a@b",
        "Ann@Home",
        "001D000000IqhSLIAA", "123456789012345678", "550E8400-E29B-41D4-A716-44665544000Z", "O'Neil", "A+7", "=7", "00", "0",
        "L-1,5",
        "Acme Ltd.", "2024.10",
    ])
    func `What is no dress stays`(_ id: String) { #expect(IDCell.compared(id) == id) }

    @Test func `The shown spelling is the one of the oldest file, in every source`() throws {
        let inbox = TemporaryInbox([
            "customers-2026-09-01.csv": "customer_id,name\n'007,Bond\n008.0,Bill\n",
            "subscriptions-2026-10-01.csv":
                "subscription_id,customer_id,start_date,arr\nS1,=\"007\",2026-01-01,100\nS2,8,2026-01-01,50\n",
            "subscriptions-2026-11-01.csv":
                "subscription_id,customer_id,start_date,arr\nS1,007,2026-01-01,120\ns2,008,2026-01-01,5\n",
        ])
        let result = try inbox.intake()
        #expect(
            result.terms
                == [
                    "S1 '007 2026-01-01 +∞ 12000", "S2 008.0 2026-01-01 +∞ 5000", "s2 008.0 2026-01-01 +∞ 500",
                ].map { $0.replacing("+∞", with: "\(Day.distantFuture)") })
        #expect(Set(result.facts.customers!.customers.map { result.facts.customerIDs[$0] }) == ["'007", "008.0"])
        #expect(result.codes.contains("joined-ids"))
    }

    @Test func `A file that comes again is as old as it was when ids are shown`() throws {
        let customers = "customer_id,name\n007.0,Bond\n"
        let inbox = TemporaryInbox([
            "customers-2026-09-01.csv": customers, "customers-2026-11-01.csv": customers,
            "subscriptions-2026-10-01.csv": "subscription_id,customer_id,start_date,arr\nS1,'007,2026-01-01,100\n",
        ])
        #expect(try inbox.intake().facts.customerIDs.texts == ["", "007.0"])
    }

    @Test func `An id in pieces is shown in pieces where the oldest file has it so`() throws {
        for (old, new) in [("Mu\u{308}-1", "Mü-1"), ("Mü-1", "Mu\u{308}-1")] {
            let inbox = TemporaryInbox([
                "customers-2026-09-01.csv": "customer_id\n\(old)\n",
                "subscriptions-2026-10-01.csv": "subscription_id,customer_id,start_date,arr\nS1,\(new),2026-01-01,100\n",
            ])
            let texts = try inbox.intake().facts.customerIDs.texts
            #expect(texts.map { Array($0.utf8) } == ["", old].map { Array($0.utf8) })
        }
    }

    @Test func `Every source knows a customer in every dress`() throws {
        let inbox = TemporaryInbox([
            "subscriptions-2026-10-01.csv": "subscription_id,customer_id,start_date,arr\nS1,007,2026-01-01,100\n",
            "usage.csv": "customer_id,date,active_users\n\"=\"\"007\"\"\",2026-10-30,9\n",
            "nps.csv": "response_id,responded_at,score,customer_id\n1,2026-10-02,9,7.0\n",
            "customers.csv": "customer_id,segment\n'7,Ent\n",
            "leads.csv": "lead_id,created_at,customer_id\nL1,2026-10-01,0７\n",
            "opportunities.csv": "opportunity_id,created_at,customer_id,stage\nO1,2026-10-01,00007,Demo\n",
            "spend.csv": "date,amount,customer_id\n2026-10-01,10,{7}\n",
            "one_off_revenue.csv": "date,amount,customer_id\n2026-10-01,10,7\u{A0}\n",
            "lead_events.csv": "lead_id,stage,at,customer_id\nL2,lead,2026-10-01,7\n",
        ])
        let facts = try inbox.intake().facts
        #expect(facts.customerIDs.texts == ["", "'7"])
        #expect(facts.spend?.customers == [1] && facts.oneOffs.map(\.customer) == [1] && facts.deals?.rows.customers == [1])
    }

    @Test func `Deals find leads whose zeros a spreadsheet took off, one or several in a cell`() throws {
        let inbox = TemporaryInbox([
            "leads.csv": "lead_id,created_at\n007,2026-09-01\n008,2026-09-02\n'009,2026-09-03\n",
            "opportunities.csv":
                "opportunity_id,created_at,stage,lead_id\nO1,2026-10-01,Demo,8; 7\nO2,2026-10-01,Demo,9.0\nO3,2026-10-01,Demo,='7\n",
        ])
        let facts = try inbox.intake().facts
        #expect(facts.deals?.leads.sorted() == [-1, 0, 2])
    }

    @Test func `Exports in another dress replace each other`() throws {
        let inbox = TemporaryInbox([
            "leads-2026-10-01.csv": "lead_id,created_at,mql_at\n1001,2026-09-01,\n1002,2026-09-02,\n1003,2026-09-03,\n",
            "leads-2026-11-01.csv":
                "lead_id,created_at,mql_at\n1001.0,2026-09-01,2026-09-05\n'1002,2026-09-02,2026-09-06\n１００３,2026-09-03,\n",
        ])
        let result = try inbox.intake()
        #expect(
            result.leads.map { String($0.prefix(26)) } == [
                "1001 2026-09-01 2026-09-05", "1002 2026-09-02 2026-09-06", "1003 2026-09-03 - · · · ·".prefix(26).description,
            ])
        #expect(result.report("leads-2026-10-01.csv").replaced == 3)
    }

    @Test func `Zeros lost in one of two files are found again where that is unique`() throws {
        let both = TemporaryInbox([
            "subscriptions-2026-10-01.csv":
                "subscription_id,customer_id,start_date,arr\n0010,0001,2026-01-01,100\n0020,0002,2026-01-01,100\n",
            "subscriptions-2026-11-01.csv":
                "subscription_id,customer_id,start_date,arr\n10,1,2026-01-01,100\n20,2,2026-01-01,100\n",
        ])
        let joined = try both.intake()
        #expect(joined.terms.count == 2)
        #expect(Set(joined.facts.customerIDs.texts) == ["", "0001", "0002"])
        let finding = joined.findings.first { $0.code == "joined-ids" && $0.column == "customer_id" }
        #expect(
            finding?.message.contains("`1` of subscriptions-2026-11-01.csv = `0001` of subscriptions-2026-10-01.csv") == true)

        let told = TemporaryInbox([
            "customers.csv": "customer_id,segment\n0001,A\n01,B\n",
            "subscriptions.csv": "subscription_id,customer_id,start_date,arr\nS1,1,2026-01-01,100\n",
        ])
        let apart = try told.intake()
        #expect(Set(apart.facts.customerIDs.texts) == ["", "0001", "01", "1"])
        #expect(!apart.codes.contains("joined-ids"))
    }

    @Test(arguments: 1...12)
    func `Whichever ids lost zeros, those that no file tells apart are one`(_ seed: UInt64) throws {
        var random = Seeded(seed)
        let files = (0..<3).map { _ in
            (0..<8).map { _ in
                let number = String(random.next(20) * [1, 1, 1, 100][random.next(4)])
                return String(repeating: "0", count: [0, 0, 0, 1, 2][random.next(5)]) + number
            }
        }
        let inbox = TemporaryInbox([
            "customers-2026-09-01.csv": "customer_id,name\n" + files[0].map { "\($0),A\n" }.joined(),
            "subscriptions-2026-10-01.csv": "subscription_id,customer_id,start_date,arr\n"
                + files[1].enumerated().map { "S\($0),\($1),2026-01-01,100\n" }.joined(),
            "usage-2026-11-01.csv": "customer_id,date,active_users\n"
                + files[2].enumerated().map { "\($1),2026-10-\(10 + $0),9\n" }.joined(),
        ])
        var forms: [Int: [String]] = [:]
        var apart: Set<Int> = []
        for ids in files {
            for (number, own) in Dictionary(grouping: Set(ids), by: { Int($0)! }) {
                if own.count > 1 { apart.insert(number) }
                for id in own where !forms[number, default: []].contains(id) { forms[number, default: []].append(id) }
            }
        }
        let expected = forms.flatMap { apart.contains($0.key) ? $0.value : [$0.value[0]] }
        let result = try inbox.intake()
        #expect(Set(result.facts.customerIDs.texts.dropFirst()) == Set(expected))
        #expect(result.codes.contains("joined-ids") == forms.contains { $0.value.count > 1 && !apart.contains($0.key) })
    }

    @Test func `Lists of ids find their zeros again too`() throws {
        let inbox = TemporaryInbox([
            "leads-2026-10-01.csv": "lead_id,created_at\n007,2026-09-01\n008,2026-09-02\n",
            "leads-2026-11-01.csv": "lead_id,created_at\n7,2026-09-01\n9,2026-09-03\n",
        ])
        #expect(try inbox.intake().leads.map { String($0.prefix(3)) } == ["007", "008", "9 2"])
    }

    @Test(arguments: ["1.00123E+12", "5.4e+17", "1,00123E+12", "540000000000000000", "1.00123E12"])
    func `Ids that lost digits so that rows are alike are refused`(_ id: String) {
        let cell = id.contains(",") ? "\"\(id)\"" : id
        let inbox = TemporaryInbox(["leads.csv": "lead_id,created_at\n\(cell),2026-09-01\n\(cell),2026-09-02\n"])
        let failure = inbox.failure()
        #expect(failure?.code == "lost-digits" && failure?.kind == .dataError && failure?.line == 3, "\(failure as Any)")
    }

    @Test(arguments: ["1234567890123456", "5E17", "12E5"])
    func `Ids that lost nothing are not refused`(_ id: String) throws {
        let inbox = TemporaryInbox(["leads.csv": "lead_id,created_at\n\(id),2026-09-01\n\(id),2026-09-02\n"])
        #expect(try inbox.intake().leads.count == 1)
    }

    @Test func `Ids that lost digits and stay apart are only reported`() throws {
        let inbox = TemporaryInbox(["leads.csv": "lead_id,created_at\n1.00123E+12,2026-09-01\n1.00124E+12,2026-09-02\n"])
        let result = try inbox.intake()
        #expect(result.leads.count == 2 && result.codes.contains("lost-digits"))
    }

    @Test func `A plan whose ids lost digits is left out with a warning, and refused where it is required`() throws {
        let actions = "action_id,department,task,due_date\n5.4E+17,Sales,A,2026-12-01\n5.4E+17,Sales,B,2026-12-02\n"
        let inbox = TemporaryInbox(["actions.csv": actions, "customers.csv": "customer_id\nA\n"])
        let result = try inbox.intake()
        #expect(result.facts.actions.isEmpty && result.facts.customers?.count == 1)
        #expect(result.findings.filter { $0.code == "lost-digits" }.map(\.severity) == [.warning])
        #expect(inbox.failure { $0.rules[.actions, default: SourceRules()].isRequired = true }?.code == "lost-digits")
    }

    @Test func `A long id that ends in zeros by nature is left alone`() throws {
        // One id in ten ends in a zero: as a customer of several terms it says nothing.
        let inbox = TemporaryInbox([
            "subscriptions.csv":
                "subscription_id,customer_id,start_date,arr\nS1,1234567890123450,2026-01-01,1\nS2,1234567890123450,2026-02-01,1\n"
        ])
        #expect(try inbox.intake().terms.count == 2)
    }

    @Test func `A mended row meets the ids of other files`() throws {
        let inbox = TemporaryInbox([
            "leads-2026-10-01.csv": "lead_id,created_at\n007,2026-09-01\n008,soon\n",
            "customers.csv": "customer_id\nA\n",
        ])
        inbox.write(
            "rejected/leads.csv", "lead_id,created_at,gtm_file,gtm_line\n8.0,2026-09-02,leads-2026-10-01.csv,3\n",
            modified: 1_800_000_000)
        let result = try inbox.intake { $0.maxRejected = 1 }
        #expect(result.leads.map { String($0.prefix(3)) } == ["007", "8 2"])
    }

    @Test(arguments: 1...2)
    func `The result does not depend on how many threads read`(_ seed: Int) throws {
        var rows = "customer_id,date,active_users\n"
        for row in 0..<12_000 {
            let id = (row * 7919 + seed) % 500
            let dress = ["%", "=\"%\"", "'%", "%.0", "\u{FEFF}%"][(row * seed) % 5].replacing("%", with: "\(id)")
            rows += "\"\(dress.replacing("\"", with: "\"\""))\",\(Day("2026-01-01")! + row / 500),1\n"
        }
        let inbox = TemporaryInbox(["usage.csv": rows])
        let one = try inbox.intake { $0.workers = 1 }
        let many = try inbox.intake { $0.workers = 4 }
        #expect(one.facts.customerIDs.texts == many.facts.customerIDs.texts)
        #expect(one.facts.customerIDs.count == 501)
        #expect(one.facts.usage!.customers == many.facts.usage!.customers)
    }
}
