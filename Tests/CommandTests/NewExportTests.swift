import Foundation
import Languages
import Testing

@Suite struct NewExportTests {
    private static let subscriptions = "subscription_id,customer_id,start_date,arr\n"
    private static let leads = "lead_id,created_at,won_at,lost_at\n"
    private static let answers = "response_id,responded_at,score\n"

    /// A company that published January as of 2 February.
    private func company(sources: String = "") throws -> Workspace {
        let place = try Workspace()
        try place.write("grain: month\nperiods: 3\ninbox: inbox\n", "p.yml")
        if !sources.isEmpty { try place.write("sources:\n" + sources, "sources.yml") }
        try drop(place, "01", "A")
        try place.write("customer_id,name\nA,Alpha\n", "inbox/customers.csv")
        #expect(try run(place, "2026-02-02").status == 0)
        return place
    }

    /// Drops a month's exports, as people do: under the same names.
    private func drop(_ place: Workspace, _ month: String, _ letter: String, answers: Bool = true) throws {
        try place.write(Self.subscriptions + "S\(letter),\(letter),2026-\(month)-05,1000\n", "inbox/subscriptions.csv")
        try place.write(Self.leads + "L\(letter),2026-\(month)-03,,\n", "inbox/leads.csv")
        if answers { try place.write(Self.answers + "R\(letter),2026-\(month)-03,9\n", "inbox/nps.csv") }
    }

    private func run(_ place: Workspace, _ asOf: String, _ more: [String] = []) throws -> Program.Outcome {
        try Program.run(["run", "p.yml", "--as-of", asOf] + more, in: place.folder)
    }

    private func day() -> String { Date().formatted(.iso8601.year().month().day()) }

    /// Today as readers see it: 2 Mar 2026.
    private func dayInWords() -> String {
        let format = DateFormatter()
        (format.locale, format.timeZone, format.dateFormat) = (Locale(identifier: "en_US_POSIX"), .gmt, "d MMM yyyy")
        return format.string(from: Date())
    }

    @Test func `a source that came with the last report and does not come now is a warning`() throws {
        let place = try company()
        try drop(place, "02", "B", answers: false)
        let outcome = try run(place, "2026-03-02")
        #expect(outcome.status == 0)
        #expect(
            outcome.errors.contains("no new export of nps since \(day()), while one came with the last report [no-new-export]"))
        // A list of customers is not due in every period.
        #expect(!outcome.errors.contains("no new export of customers"))
        let page = try place.text("reports/p/latest/report.html")
        #expect(
            page.contains("No new export of nps since") && page.contains("no new export: NPS surveys since \(dayInWords())"))
    }

    @Test func `what came with each of several reports is missed whatever it is`() throws {
        let place = try company()
        try drop(place, "02", "B")
        try place.write("customer_id,name\nA,Alpha\nB,Beta\n", "inbox/customers.csv")
        #expect(try !run(place, "2026-03-02").errors.contains("no-new-export"))
        try drop(place, "03", "C")
        let outcome = try run(place, "2026-04-02")
        #expect(outcome.errors.contains("no new export of customers"))
        #expect(outcome.errors.contains("each of the last 2 reports"))
        // Once it was not there, it is missed no more.
        try drop(place, "04", "D")
        #expect(try !run(place, "2026-05-02").errors.contains("no-new-export"))
    }

    @Test func `it stops the run or is silent where sources_yml says so`() throws {
        let stops = try company(sources: "  nps: {gates: {new_export: stop}}\n")
        try drop(stops, "02", "B", answers: false)
        let outcome = try run(stops, "2026-03-02")
        #expect(outcome.status == 66 && outcome.errors.contains("no new export of nps"))
        #expect(!stops.exists("reports/p/2026-02"))
        let silent = try company(sources: "  nps: {gates: {new_export: off}}\n")
        try drop(silent, "02", "B", answers: false)
        #expect(try !run(silent, "2026-03-02").errors.contains("no-new-export"))
    }

    @Test func `a report made again, and one of the past, say the same`() throws {
        let place = try company()
        try drop(place, "02", "B", answers: false)
        #expect(try run(place, "2026-03-02").status == 0)
        let page = try place.data("reports/p/2026-02/report.html")
        let known = try JSONDecoder().decode(Record.self, from: place.data("reports/p/2026-02/run.json")).knownAt
        #expect(try run(place, "2026-03-02").errors.contains("no-new-export"))
        try drop(place, "03", "C")
        #expect(try run(place, "2026-04-02").status == 0)
        #expect(try run(place, "2026-03-02", ["--known-at", known, "--reports", "again"]).status == 0)
        #expect(try place.data("again/p/2026-02/report.html") == page)
    }

    @Test func `nothing is missed where nothing at all came, as when past reports are made`() throws {
        let place = try company()
        let outcome = try run(place, "2026-02-20", ["--period", "2026-02"])
        #expect(!outcome.errors.contains("no-new-export"))
    }

    private struct Record: Decodable { var knownAt: String }
}
