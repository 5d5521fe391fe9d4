import Facts
import Testing

@testable import Intake

/// Statuses of subscriptions and of people, with and without a reason.
@Suite struct StatusWordsTests {
    @Test(arguments: [
        "Canceled", "Canceled (voluntary)", "Churned - price", "Cancelled-involuntary", "3. Churned: no budget",
        "Cancelled by customer",
        "canceled_non_payment", "Not renewed", "Lost", "Lost - competitor", "Expired - not renewed", "Contract terminated",
        "Canceled (customer)", "Cancelled - requested by customer", "Subscription cancelled / expired", "Storniert",
        "gekündigt (Preis)",
        "Résilié - prix", "Cancelada (precio)", "已流失（价格）", "已终止合作", "不续费", "合同已终止", "已取消-价格", "流失：竞品", "已到期 未续费",
    ])
    func `ended, whatever the reason`(_ status: String) { #expect(TermStatus.meaning(of: status) == .ended) }

    @Test(arguments: [
        "Trial", "Trial - extended", "试用-延长", "试用（延长）", "Evaluation", "Testphase", "Expired trial", "Expired (trial)",
        "Trial - not converted",
        "Draft (v2)", "Quote - pending approval", "Void - duplicate", "报价（待审批）",
        "Périod d'essai".replacing("Périod", with: "Période"),
    ])
    func `no term, whatever stands behind`(_ status: String) { #expect(TermStatus.meaning(of: status) == .noTerm) }

    @Test(arguments: [
        "", "Active", "Live", "Current", "In Force", "Signed", "Paid", "past_due", "Past Due", "Non-renewing", "Non Renewing",
        "生效", "正常", "服务中",
        "aktiv", "actif", "activo", "Active (annual)", "Active - pending cancellation", "Canceled at period end",
        "Cancelled (at period end)",
        "Pending cancellation", "Scheduled to cancel", "Cancellation requested", "Canceled - pending approval", "取消（审批中）",
        "有效（续约）",
        "Auto-renew", "已签约（2026）", "合同生效", "en cours", "In Dunning", "Scheduled", "待生效", "Cancellation pending",
        "Trial - converted",
        "Closed - Won",
    ])
    func `running, and what has yet to end`(_ status: String) { #expect(TermStatus.meaning(of: status) == .live) }

    @Test(arguments: [
        "Paused", "Suspended (non-payment)", "On-hold: migration", "暂停（欠费）", "Pausiert - Umbau",
    ])
    func `at rest, whatever the reason`(_ status: String) { #expect(TermStatus.meaning(of: status) == .paused) }

    @Test(arguments: [
        "Cancelled (renewed)", "Canceled - reactivated", "试用（已转正）", "Active (trial)", "Active / Cancelled",
        "Contract closed", "Cancelled (effective 2026-12-31)", "Cancelled 2026-12-31", "Gold", "Churned - saved", "已流失（已挽回）",
        "已取消（预计年底）",
    ])
    func `what contradicts itself, or is not known, is not judged`(_ status: String) {
        #expect(TermStatus.meaning(of: status) == .unknown)
    }

    @Test func `terms whose status nobody knows are told with their ARR, those that run are not`() throws {
        let rows = ["Active", "Gold", "Gold", "Cancelled (renewed)", "Trial - extended", "Canceled (price)"].enumerated()
        let text = "customer_id,start_date,arr,status\n" + rows.map { "C\($0.offset),2026-01-01,100,\($0.element)\n" }.joined()
        let result = try TemporaryInbox.result(text, name: "subscriptions.csv")
        #expect(result.facts.terms?.count == 4)
        #expect(Set(result.codes) == ["ended-without-date", "excluded-status", "unknown-term-status"])
        let finding = try #require(result.findings.first { $0.kind == .unknownTermStatus })
        #expect(
            finding.message.hasPrefix("3 subscriptions")
                && finding.message.contains("`gold`, `cancelled (renewed)`; 300.00 USD"))
    }

    @Test(arguments: [
        ("Terminated", true), ("Terminated - voluntary", true), ("Leaver (redundancy)", true), ("离职（主动）", true), ("主动离职", true),
        ("Terminated 2026-10-31", true), ("Resigned: relocation", true), ("Voluntary termination", true),
        ("Inactive - retired", true),
        ("Entlassen", true), ("Inactive (parental leave)", false), ("Resigned - notice period", false),
        ("Terminated (pending)", false),
        ("离职（办理中）", false), ("Retired - rehired", false), ("Active", false), ("On leave", false),
        ("在职", false),
    ])
    func `people who left, whatever the reason`(_ status: String, _ hasLeft: Bool) {
        #expect(PersonStatus.hasLeft(status) == hasLeft)
    }
}
