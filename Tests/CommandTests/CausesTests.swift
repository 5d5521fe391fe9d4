import Languages
import Testing

/// What a report says of changes whose cause was put there.
@Suite struct CausesTests {
    private static let channels = ["paid search", "partner", "events"]

    /// Fifteen months of a company that spends alike on three channels, each of which wins as many customers of about as much ARR, to
    /// 2026-03; in the last of them `lastSpend` on paid search, and a customer of 50,000 who ends then.
    private func company(_ each: Int, lastSpend: Int = 10_000, locale: String = "en") throws -> Workspace {
        let workspace = try Workspace()
        try workspace.write(
            """
            company: Test
            grain: month
            inbox: inbox
            locale: \(locale)
            dimensions: [segment, channel]
            sections: [summary, revenue, acquisition]
            """ + "\n", "p.yml")
        var terms = "subscription_id,customer_id,start_date,end_date,arr,segment,channel\n"
        terms += "S0,Whale,2025-01-05,2026-03-20,50000,enterprise,partner\n"
        var spend = "date,amount,channel\n"
        var number = 0
        for month in 0..<15 {
            let name = "\(2025 + month / 12)-" + (month % 12 < 9 ? "0" : "") + "\(month % 12 + 1)"
            for channel in CausesTests.channels {
                let isLast = month == 14 && channel == "paid search"
                spend += "\(name),\((isLast ? lastSpend : 10_000) + month * 37 % 11 * 20),\(channel)\n"
                for place in 0..<each {
                    number += 1
                    let segment = number % 2 == 0 ? "smb" : "enterprise"
                    terms +=
                        "S\(number),C\(number),\(name)-1\(place % 9),,\(1000 + month * 53 % 7 * 10),\(segment),\(channel)\n"
                }
            }
        }
        try workspace.write(terms, "inbox/subscriptions.csv")
        try workspace.write(spend, "inbox/spend.csv")
        let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-03-31"], in: workspace.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return workspace
    }

    /// The sentences of the page, and of the mail.
    private func sentences(_ workspace: Workspace) throws -> [Substring] {
        try workspace.text("reports/p/latest/report.html").replacing("&#39;", with: "'").split(separator: "<li>")
            .compactMap { $0.split(separator: "</li>").first }
    }

    @Test func `of dimensions that tell alike of ARR the first is named, in every run`() throws {
        let place = try Workspace()
        try place.write("grain: month\nperiods: 3\ninbox: inbox\ndimensions: [segment, region, channel]\n", "p.yml")
        // What came in one month and left in the next: no member has both, so that along each dimension all is told.
        var rows = "customer_id,start_date,end_date,arr,segment,region,channel\n"
        for number in 0..<24 {
            let arr = "\(10_000 + number * 3_271).\(17 + number * 3)"
            let members = "s\(number % 5),r\(number % 7),c\(number % 4)"
            rows +=
                number < 12
                ? "N\(number),2026-02-\(10 + number),,\(arr),\(members)\n"
                : "O\(number),2025-01-01,2026-03-\(number - 2),\(arr),\(members)\n"
        }
        try place.write(rows, "inbox/subscriptions.csv")
        for _ in 0..<4 {
            let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-03-31", "--replace"], in: place.folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let page = try place.text("reports/p/latest/report.html")
            let sentence = try #require(page.firstMatch(of: /Net new ARR fell from [^<]*/)).output
            #expect(sentence.contains("by segment, "), "\(sentence)")
        }
    }

    @Test func `a channel that costs twice as much is named, with what it spent and brought and what that makes`() throws {
        let company = try company(6, lastSpend: 20_000)
        let cause = "paid search spent $9.9k more and brought as many customers (+$548)"
        #expect(try sentences(company).contains { $0.hasPrefix("Customer acquisition cost rose ") && $0.contains(cause) })
        #expect(try company.text("reports/p/latest/mail.txt").contains("\n  paid search from "))
        let part = "cac,2026-03,2026-02,channel,paid search,rate,547.78"
        #expect(try company.text("reports/p/latest/explanations.csv").contains(part))
    }

    @Test func `a large customer who leaves is named first`() throws {
        let found = try sentences(try company(6)).first { $0.hasPrefix("Net new ARR fell ") }
        #expect(
            found?.contains(": Whale alone −$50.0k; churned ARR up $50.0k; by channel, partner −$50.2k.") == true,
            "\(found ?? "nothing")")
    }

    @Test func `what rests on few cases has no sentence, but its arithmetic`() throws {
        let company = try company(1, lastSpend: 20_000)
        #expect(try !sentences(company).contains { $0.contains("Customer acquisition cost ") })
        #expect(
            try company.text("reports/p/latest/explanations.csv").contains("\ncac,2026-03,2026-02,channel,paid search,rate,"))
    }

    @Test func `in Chinese the same parts are told`() throws {
        let found = try sentences(try company(6, lastSpend: 20_000, locale: "zh-Hans"))
        #expect(found.contains { $0.contains("paid search 支出多 9,860，带来客户数量不变（+548）") }, "\(found)")
        let cause = "：仅 Whale 一家 −5.0\u{A0}万；流失 ARR 增加 5.0\u{A0}万；按渠道，partner −5.0\u{A0}万。"
        #expect(found.contains { $0.contains(cause) }, "\(found)")
    }
}
