import Facts
import Testing

@testable import Intake

@Suite struct JoinTests {
    private let terms = """
        subscription_id,customer_id,start_date,end_date,arr
        S1,A,2026-01-01,,100
        S2,B,2026-01-01,,200
        S3,C,2026-01-01,2026-06-01,400
        S4,D,2026-01-01,,40

        """

    private func found(_ files: KeyValuePairs<String, String>, _ code: String) throws -> [Finding] {
        try TemporaryInbox(files).intake().findings.filter { $0.code == code }
    }

    @Test func `Customers that the customers' file lacks are told with their ARR`() throws {
        let found = try found(["subscriptions.csv": terms, "customers.csv": "customer_id\nA\nB\nD\n"], "unknown-customers")
        #expect(found.map(\.severity) == [.note])
        #expect(
            found[0].message.hasPrefix("1 of 4 customers of `subscriptions`, with 0.00 USD of ARR on 2026-11-15, are not in"))
    }

    @Test func `Half of the ARR without a row in customers is a warning`() throws {
        let found = try found(["subscriptions.csv": terms, "customers.csv": "customer_id\nA\nC\nD\n"], "unknown-customers")
        #expect(found.map(\.severity) == [.warning])
        #expect(
            found[0].message.contains("1 of 4") && found[0].message.contains("200.00 USD")
                && found[0].message.hasSuffix(": `B`"))
    }

    @Test func `Two systems with two kinds of id are told in particular`() throws {
        let found = try found(
            ["subscriptions.csv": terms, "customers.csv": "customer_id\n001\n002\n003\n"], "ids-of-another-system")
        #expect(found.map(\.severity) == [.warning])
        #expect(found[0].message.contains("none of the 4 customers of `subscriptions`, with 340.00 USD of ARR on 2026-11-15"))
        #expect(found[0].message.contains("`A`, `B`, `C` and 1 more here and `001` there"))
    }

    @Test func `All known is not worth a word`() throws {
        let result = try TemporaryInbox([
            "subscriptions.csv": terms, "customers.csv": "customer_id\n'A\nB\u{A0}\nC\nD\nE\n",
            "usage.csv": "customer_id,date,active_users\nA,2026-09-01,3\nE,2026-09-01,3\n",
        ]).intake()
        #expect(result.codes.isEmpty)
    }

    @Test func `Ids of other sources that no customer has are told with rows and money`() throws {
        let result = try TemporaryInbox([
            "subscriptions.csv": terms,
            "usage.csv": "customer_id,date,active_users\nX,2026-09-01,3\nX,2026-09-02,3\nA,2026-09-01,3\n",
            "nps.csv": "response_id,responded_at,score,customer_id\n1,2026-09-01,9,A\n2,2026-09-02,9,B\n3,2026-09-03,9,Y\n",
            "spend.csv": "date,amount,customer_id\n2026-09-01,70,Z\n2026-09-01,70,\n",
            "one_off_revenue.csv": "date,amount,customer_id\n2026-09-01,11,A\n",
        ]).intake()
        let found = result.findings.filter { $0.code == "unknown-ids" }
        #expect(
            found.map { "\($0.severity) \($0.message)" } == [
                "note 1 of 3 ids of customers in `nps` (1 row) are of no customer: `Y`",
                "warning 1 of 2 ids of customers in `usage` (2 rows) are of no customer: `X`",
                "warning 1 of 1 ids of customers in `spend` (1 row, 70.00 USD) are of no customer: `Z`; not one meets: two systems may have two kinds of id",
            ])
    }

    @Test(arguments: [(",", Finding.Severity.note), (",2026-09-09", .warning)])
    func `Leads need not be customers before they are won`(_ won: String, _ severity: Finding.Severity) throws {
        let found = try found(
            [
                "subscriptions.csv": terms,
                "leads.csv": "lead_id,created_at,customer_id,amount,won_at\n"
                    + ["P", "Q", "R"].enumerated().map { "\($0),2026-09-01,\($1),5\(won == "," ? "," : won)\n" }.joined()
                    + "9,2026-09-01,,5,\n",
            ], "unknown-ids")
        #expect(found.map(\.severity) == [severity])
        #expect(found[0].message.contains("3 of 3 ids of customers in `leads` (3 rows, 15.00 USD)"))
    }

    @Test func `Leads of files without wins are never a warning`() throws {
        let found = try found(
            ["subscriptions.csv": terms, "leads.csv": "lead_id,created_at,customer_id\n1,2026-09-01,P\n"], "unknown-ids")
        #expect(found.map(\.severity) == [.note])
    }

    @Test func `Initiatives and members that match nothing are told`() throws {
        let result = try TemporaryInbox([
            "subscriptions.csv": terms, "customers.csv": "customer_id,channel,initiative\nA,Web,i1\nB,Web,I9\nC,,I1\nD,,I1\n",
            "initiatives.csv": "initiative_id,name\nI1,One\n",
            "spend.csv": "date,amount,initiative\n2026-09-01,70,I1\n2026-09-01,30,I7\n2026-09-01,30,\n",
            "targets.csv": "metric,period,value,dimension,member\narr,2026-11,5,channel,web\narr,2026-11,5,channel,Fairs\n",
        ]).intake()
        let texts = result.findings.filter { $0.code.hasPrefix("unknown-") }.map { "\($0.severity) \($0.message)" }
        #expect(
            texts == [
                "warning 1 of 2 initiatives of `spend` (1 row, 30.00 USD) are not in `initiatives`: `I7`",
                "warning 2 of 3 initiatives of `customers` (2 rows) are not in `initiatives`: `I9`, `i1`",
                "note 1 of the targets' members are in no row: channel `Fairs`",
            ])
    }

    @Test func `A customer below zero is told with the day and the money`() throws {
        let found = try found(
            [
                "subscriptions.csv": """
                subscription_id,customer_id,start_date,end_date,mrr
                S1,H,2026-03-01,,500
                S2,I,2026-06-01,2026-09-01,-50
                S3,J,2026-03-01,,100
                S4,J,2026-05-01,2026-07-01,-150
                S5,K,2027-05-01,,-150
                S6,L,2026-05-01,,100
                S7,L,2026-05-01,,-100

                """
            ], "negative-arr")
        #expect(found.map(\.severity) == [.warning])
        #expect(
            found[0].message
                == "the terms of 2 customers sum to less than 0 on some day and count as 0 there, first those of `J` from 2026-05-01: "
                + "-1200.00 USD of ARR at the lowest")
    }

    @Test func `Terms of one subscription and plan that overlap are told with the money`() throws {
        let found = try found(
            [
                "subscriptions.csv": """
                subscription_id,customer_id,plan,start_date,end_date,arr
                S1,A,Pro,2026-01-01,2026-07-01,100
                S1,A,pro,2026-06-01,2027-01-01,120
                S2,B,Pro,2026-01-01,2026-07-01,100
                S2,B,Pro,2026-07-01,2027-07-01,100
                S3,C,Pro,2026-01-01,2026-07-01,100
                S3,C,Extra,2026-06-01,2027-01-01,120
                S4,D,,2026-01-01,,100
                S4,D,,2026-06-01,2026-07-01,10
                S4,D,,2026-08-01,2026-09-01,10

                """
            ], "overlapping-terms")
        #expect(found.map(\.severity) == [.note] && found.first?.line == 3)
        #expect(
            found[0].message
                == "terms of one plan overlap in 2 subscriptions, first in `S1` from 2026-06-01, and are summed: 3 terms on top of another, "
                + "140.00 USD of ARR, 120.00 of it on 2026-11-15")
    }
}
