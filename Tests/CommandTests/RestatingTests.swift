import Foundation
import Languages
import Testing

@Suite struct RestatingTests {
    private static let pipeline = "grain: month\nperiods: 3\ninbox: inbox\nmetrics: metrics.yml\n"
    private static let metrics = """
        metrics:
          cost_per_lead:
            name: {en: Cost per lead}
            description: {en: What a lead costs.}
            formula: spend / leads
            unit: money
            better: lower
            section: acquisition

        """

    /// A company that published January as of 10 February: two customers, four leads, costs of 400.
    private func company() throws -> Workspace {
        let place = try Workspace()
        try place.write(Self.pipeline, "p.yml")
        try place.write(Self.metrics, "metrics.yml")
        try place.write(
            "subscription_id,customer_id,start_date,arr\nS1,A,2025-12-01,1000\nS2,B,2026-01-15,2000\n",
            "inbox/subscriptions 2026-02-01.csv")
        let leads = (1...4).map { "L\($0),2026-01-0\($0),,\n" }.joined()
        try place.write("lead_id,created_at,won_at,lost_at\n" + leads, "inbox/leads 2026-02-01.csv")
        try place.write("date,amount\n2026-01-05,400\n", "inbox/spend 2026-02-01.csv")
        _ = try run(place, "2026-02-10")
        return place
    }

    private struct Record: Decodable {
        struct Restated: Decodable {
            var metric: String
            var period: String
            var published: String?
            var now: String?
            var files: [String]

            var text: String { "\(metric) \(period) \(published ?? "-") \(now ?? "-") \(files.joined(separator: " "))" }
        }
        struct Redefined: Decodable {
            var metric: String
            var before: String
            var after: String
            var old: String?
            var new: String?

            var text: String { "\(metric) | \(before) | \(after) | \(old ?? "-") | \(new ?? "-")" }
        }
        var restated: [Restated]?
        var redefined: [Redefined]?
    }

    private func run(_ place: Workspace, _ asOf: String, _ more: [String] = []) throws -> Record {
        let outcome = try Program.run(["run", "p.yml", "--as-of", asOf] + more, in: place.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(Record.self, from: place.data("reports/p/latest/run.json"))
    }

    private func page(_ place: Workspace) throws -> String {
        try place.text("reports/p/latest/report.html").replacing(/<[^>]*>/, with: " ")
    }

    @Test func `with nothing published before, and with no new file, nothing is restated`() throws {
        let place = try company()
        #expect(try run(place, "2026-02-10").restated == nil)
        let record = try run(place, "2026-03-10")
        #expect(record.restated?.isEmpty == true && record.redefined?.isEmpty == true)
        #expect(try !page(place).contains("Restated"))
    }

    @Test func `a term entered late restates the months that were published, with both values and the file`() throws {
        let place = try company()
        try place.write(
            "subscription_id,customer_id,start_date,arr\nS3,C,2025-12-15,5000\nS4,D,2026-02-20,70\n",
            "inbox/subscriptions 2026-03-01.csv")
        try place.write("lead_id,created_at,won_at,lost_at\nL5,2026-02-11,,\n", "inbox/leads 2026-03-01.csv")
        let record = try run(place, "2026-03-10")
        let arr = record.restated?.filter { $0.metric == "arr" }.map(\.text)
        #expect(
            arr == [
                "arr 2026-01 3000 8000 subscriptions 2026-03-01.csv", "arr 2025-12 1000 6000 subscriptions 2026-03-01.csv",
            ])
        // February was not published before, and a lead of February changes nothing in January.
        #expect(record.restated?.contains { $0.period == "2026-02" } == false)
        #expect(record.restated?.contains { $0.metric == "cost_per_lead" } == false)
        let page = try page(place)
        #expect(page.contains("ARR of month 2026-01 from $3,000 to $8,000 (subscriptions 2026-03-01.csv (2 rows))"))
        #expect(page.contains("Restated: values of earlier periods that changed since the report as of 10 Feb 2026"))
    }

    @Test func `what only went on growing is not restated, what was corrected is`() throws {
        let place = try company()
        // L1 of January is won in March: the cohort of January grows, as it does.
        try place.write(
            "lead_id,created_at,won_at,lost_at\nL1,2026-01-01,2026-03-01,\n", "inbox/leads 2026-03-01.csv")
        #expect(try run(place, "2026-03-10").restated?.map(\.text) == [])
        #expect(try place.metric("lead_to_won", "2026-01") == "0.25")
        // L2 turns out to have been won in January.
        try place.write(
            "lead_id,created_at,won_at,lost_at\nL2,2026-01-02,2026-01-20,\n", "inbox/leads 2026-04-01.csv")
        let changed = try run(place, "2026-04-10").restated?.filter { $0.metric == "win_rate" }.map(\.text)
        #expect(changed == ["win_rate 2026-01 - 1 leads 2026-04-01.csv"])
    }

    @Test func `a newer file of later days alone is not named for what an older one restated`() throws {
        let place = try company()
        try place.write("date,amount\n2026-01-20,100\n", "inbox/spend emea 2026-03-01.csv")
        try place.write("date,amount\n2026-02-20,900\n", "inbox/spend 2026-03-02.csv")
        try place.write("lead_id,created_at,won_at,lost_at\nL5,2026-02-11,,\n", "inbox/leads 2026-03-03.csv")
        for (name, day) in [("spend emea 2026-03-01.csv", 1), ("spend 2026-03-02.csv", 2), ("leads 2026-03-03.csv", 3)] {
            try place.setModified("inbox/" + name, 1_772_323_200 + Double(day) * 86_400)
        }
        // The new spend of February adds to what was there, so that January does not have it. Leads of one id replace each other:
        // that a newer file moved a lead from January to February can't be told from its days.
        let changed = try run(place, "2026-03-10").restated?.filter { $0.metric == "cost_per_lead" }.map(\.text)
        #expect(changed == ["cost_per_lead 2026-01 100 125 spend emea 2026-03-01.csv leads 2026-03-03.csv"])
    }

    @Test func `a file overwritten with later days is named for the days that it no longer has`() throws {
        let place = try company()
        try place.write("date,amount\n2026-01-20,100\n", "inbox/spend emea 2026-03-01.csv")
        try place.write("date,amount\n2026-02-20,900\n", "inbox/spend 2026-02-01.csv")
        let changed = try run(place, "2026-03-10").restated?.filter { $0.metric == "cost_per_lead" }.map(\.text)
        // Which of the two came last hangs on the clock.
        let overwritten = "spend 2026-02-01.csv", other = "spend emea 2026-03-01.csv"
        let value = "cost_per_lead 2026-01 100 25"
        #expect(changed == ["\(value) \(overwritten) \(other)"] || changed == ["\(value) \(other) \(overwritten)"])
    }

    @Test func `a retracted file restates, and says that it was retracted`() throws {
        let place = try company()
        let list = try Program.run(["inputs", "p.yml"], in: place.folder).output
        let sha = try #require(
            list.split(separator: "\n").first { $0.hasSuffix("spend 2026-02-01.csv") }?.split(separator: " ")[1])
        #expect(try Program.run(["inputs", "forget", String(sha), "p.yml"], in: place.folder).status == 0)
        try place.write("date,amount\n2026-01-05,100\n", "inbox/spend 2026-03-01.csv")
        let changed = try run(place, "2026-03-10").restated?.filter { $0.metric == "cost_per_lead" }.map(\.text)
        #expect(changed == ["cost_per_lead 2026-01 100 25 spend 2026-03-01.csv spend 2026-02-01.csv"])
        #expect(try page(place).contains("spend 2026-02-01.csv, retracted"))
    }

    @Test func `a changed formula is told apart from the business`() throws {
        let place = try company()
        try place.write(Self.metrics.replacing("spend / leads", with: "2 * spend / leads"), "metrics.yml")
        try place.write("date,amount\n2026-02-05,90\n", "inbox/spend 2026-03-01.csv")
        try place.write("lead_id,created_at,won_at,lost_at\nL5,2026-02-11,,\n", "inbox/leads 2026-03-01.csv")
        let record = try run(place, "2026-03-10")
        #expect(record.restated?.map(\.text) == [])
        #expect(record.redefined?.map(\.text) == ["cost_per_lead | spend / leads | 2 * spend / leads | 90 | 180"])
        #expect(try page(place).contains("Redefined: metrics that are defined otherwise since the report as of 10 Feb 2026"))
        // By the next report that is how it is defined.
        #expect(try run(place, "2026-04-10").redefined?.isEmpty == true)
    }

    @Test func `a changed option, and changed rules of sources, are told with the values both ways`() throws {
        let place = try company()
        try place.write(Self.pipeline + "config: {gross_margin: 0.5}\n", "p.yml")
        let record = try run(place, "2026-03-10", ["--period", "2026-01"])
        let payback = record.redefined?.first { $0.metric == "cac_payback_months" }
        #expect(payback?.text == "cac_payback_months | gross_margin: 1 | gross_margin: 0.5 | 2.4 | 4.8")
        #expect(record.redefined?.contains { $0.metric == "arr" } == false)
        try place.write("sources:\n  spend: {decimal: comma}\n", "sources.yml")
        try place.write("date,amount\n2026-01-06,\"1,234\"\n", "inbox/spend 2026-03-01.csv")
        let next = try run(place, "2026-03-11", ["--period", "2026-01"])
        #expect(next.restated?.contains { $0.metric == "cost_per_lead" && $0.published == "100" } == true)
        #expect(next.redefined?.first { $0.metric == "cost_per_lead" }?.after.contains("sources.yml") == true)
    }

    @Test func `a restatement is made again byte for byte`() throws {
        let place = try company()
        try place.write(
            "subscription_id,customer_id,start_date,arr\nS3,C,2025-12-15,5000\n", "inbox/subscriptions 2026-03-01.csv")
        _ = try run(place, "2026-03-10")
        let known = try place.knownAt()
        let first = try place.data("reports/p/2026-02/report.html")
        try place.write("date,amount\n2026-01-05,9\n", "inbox/spend 2026-04-01.csv")
        try FileManager.default.removeItem(atPath: place.path("inbox/subscriptions 2026-03-01.csv"))
        _ = try run(place, "2026-04-10")
        let again = try Program.run(
            ["run", "p.yml", "--as-of", "2026-03-10", "--known-at", known, "--reports", "again"], in: place.folder)
        #expect(again.status == 0)
        #expect(try place.data("again/p/2026-02/report.html") == first)
    }
}
