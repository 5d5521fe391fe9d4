import Facts
import Testing

@testable import Intake

@Suite struct MemberTests {
    private func members(_ result: IntakeResult, _ dimension: Int = 2) -> Set<String> {
        Set(result.facts.dimensions[dimension].members.texts)
    }

    @Test func `A member is shown as most rows of all sources write it`() throws {
        let inbox = TemporaryInbox([
            "customers.csv": "customer_id,channel\nA,paid search\nB,PAID SEARCH\nC,events\n",
            "spend.csv":
                "date,amount,channel\n2026-09-01,1,Paid  Search\n2026-09-02,1,Paid  Search\n2026-09-03,1,Ｐaid Search\n",
        ])
        let result = try inbox.intake()
        #expect(members(result) == ["", "Paid  Search", "events"])
        let finding = try #require(result.findings.first { $0.code == "folded-members" })
        #expect(finding.column == "channel" && finding.severity == .note)
        #expect(
            finding.message.contains(
                "`Paid  Search` is also written `PAID SEARCH` (1 row), `paid search` (1 row), `Ｐaid Search` (1 row)"))
    }

    @Test func `Rows that were rejected, for whatever reason, are rows too`() throws {
        let inbox = TemporaryInbox([
            "spend.csv": "date,amount,channel,currency\n2026-09-01,1,events,\n2026-09-02,x,Events,\n2026-09-03,1,Events,SEK\n"
        ])
        let result = try inbox.intake { $0.maxRejected = 1 }
        #expect(result.report("spend.csv").rejected == 2)
        #expect(members(result) == ["", "Events"])
    }

    @Test func `Of spellings that are equally frequent the first in code-point order is shown`() throws {
        let inbox = TemporaryInbox(["customers.csv": "customer_id,channel\nA,events\nB,Events\nC,EVENTS\n"])
        #expect(members(try inbox.intake()) == ["", "EVENTS"])
    }

    @Test func `Letters in pieces are another spelling of one member`() throws {
        let pieces = "Que\u{301}bec"
        for (often, seldom) in [(pieces, "Québec"), ("Québec", pieces)] {
            let inbox = TemporaryInbox(["customers.csv": "customer_id,channel\nA,\(seldom)\nB,\(often)\nC,\(often)\n"])
            let texts = try inbox.intake().facts.dimensions[2].members.texts
            #expect(texts.map { Array($0.utf8) } == ["", often].map { Array($0.utf8) })
        }
    }

    @Test func `Each dimension is told by itself`() throws {
        let inbox = TemporaryInbox(["customers.csv": "customer_id,channel,segment\nA,events,SMB\nB,Events,smb\n"])
        let found = try inbox.intake().findings.filter { $0.code == "folded-members" }
        #expect(found.compactMap(\.column).sorted() == ["channel", "segment"])
    }

    @Test func `The word for none is none`() throws {
        let inbox = TemporaryInbox(["customers.csv": "customer_id,channel\nA,(none)\nB,(None)\nC,\nD,events\n"])
        let result = try inbox.intake()
        #expect(members(result) == ["", "events"])
        #expect(result.facts.customers!.members[2]!.filter { $0 == 0 }.count == 3)
        #expect(!result.codes.contains("folded-members"))
    }

    @Test func `Targets name members as people write them`() throws {
        let inbox = TemporaryInbox([
            "customers.csv": "customer_id,channel\nA,Paid Search\n",
            "subscriptions.csv": "subscription_id,customer_id,start_date,arr\nS,A,2026-01-01,10\n",
            "targets.csv": """
            metric,period,value,dimension,member
            arr,2026-11,5,Channel,PAID  search
            arr,2026-11,6,channel,paid search
            arr,2026-12,7,channel,Fairs

            """,
        ])
        let targets = try inbox.intake().facts.targets.map { "\($0.period) \($0.value.digits) \($0.dimension) \($0.member)" }
        #expect(targets == ["2026-11 6 channel Paid Search", "2026-12 7 channel Fairs"])
    }

    @Test func `Rows that differ in the spelling of a member only overlap`() throws {
        let inbox = TemporaryInbox([
            "spend-2026-09.csv": "date,amount,channel\n2026-09-01,10,Paid Search\n2026-09-02,10,Events\n",
            "spend-2026-10.csv": "date,amount,channel\n2026-09-02,10,events\n2026-10-02,10,events\n",
        ])
        #expect(try inbox.intake().costs.count == 3)
    }

    @Test func `A plan in another spelling is the same term`() throws {
        let inbox = TemporaryInbox([
            "subscriptions.csv":
                "subscription_id,customer_id,start_date,arr,plan\nS,A,2026-01-01,10,Pro\nS,A,2026-01-01,20,pro\nS,A,2026-01-01,5,Add-on\n"
        ])
        #expect(try inbox.intake().terms.map { $0.split(separator: " ").last! } == ["2000", "500"])
    }
}
