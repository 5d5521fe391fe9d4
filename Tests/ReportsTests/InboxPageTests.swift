import Facts
import Foundation
import Languages
import Metrics
import Testing

@testable import Reports

/// States of an inbox with something of everything.
enum InboxFixture {
    static func status(published: Bool, locale: String = "zh-Hans") -> InboxStatus {
        var status = InboxStatus(
            company: "A & <B>", pipeline: "weekly", locale: locale, time: "2026-11-16 06:00", period: "2026-W46")
        if published {
            status.published = "2026-W46"
        } else {
            status.failure = "leads.csv: bad\n    hint: mend"
            status.latest = "2026-W45"
        }
        let spend = Wording([.en: "spend", .zhHans: "支出"])
        status.late = [
            .init(source: spend, since: Day("2026-11-01")!), .init(source: spend, series: "ads.csv", since: Day("2026-11-02")!),
        ]
        let remark = Remark(
            severity: .warning, code: "bad-money", place: "a.csv:2:amount", message: "<i>", hint: "mend", count: 1)
        let states: [InboxStatus.State] = [.read, .unrecognised, .refused, .left, .same("b.csv"), .retracted, .unfinished]
        status.files = states.enumerated().map { number, state in
            var file = InboxStatus.File(path: "\"f\(number)'.csv", state: state, came: "2026-11-16 05:00")
            (file.source, file.sourceName) = (spend, "spend")
            (file.rows, file.used, file.rejected) = (3, 2, number == 0 ? 1 : 0)
            file.isGone = number == 6
            file.remarks = [remark]
            return file
        }
        status.rejects = [.init(source: "spend", path: "2026 W46/rejected/sp\"end.csv", rows: 1, isIncomplete: false)]
        status.remarks = [Remark(severity: .note, code: "rounding", place: "", message: "x", hint: "", count: 1)]
        return status
    }
}

@Suite struct InboxPageMarkupTests {
    @Test(arguments: Language.allCases.map(\.rawValue))
    func `the page is well-formed, loads nothing and escapes all names`(_ locale: String) throws {
        for published in [true, false] {
            let bytes = try renderInbox(InboxFixture.status(published: published, locale: locale))
            let html = String(decoding: bytes, as: UTF8.self)
            #expect(html.contains("A &amp; &lt;B&gt;") && !html.contains("<B>") && !html.contains("<i>"))
            #expect(html.contains("href=\"2026%20W46/rejected/sp%22end.csv\""))
            #expect(html.contains("&quot;f0&#39;.csv"))
            #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("src="))
            #expect(html.contains("default-src 'none'"))
            #expect(try renderInbox(InboxFixture.status(published: published, locale: locale)) == bytes)
        }
    }
}
