import Facts
import Foundation
import Glibc
import Languages
import Testing

@testable import Pipelines

@Suite final class PublishingTests {
    private let folder = NSTemporaryDirectory() + "/gtm-publishing-" + UUID().uuidString

    deinit { Files.remove(folder) }

    private func publish(_ text: String, period: String = "2026-03") throws {
        let publication = try Publication(reports: folder, pipeline: "p", period: period, calendar: PeriodCalendar())
        try publication.write(Array(text.utf8), "report.html")
        try publication.write(Array(text.utf8), "rejected/leads.csv")
        try publication.publish()
    }

    @Test func `a folder is published whole, and latest points at it`() throws {
        try publish("one")
        #expect(Files.text(folder + "/p/latest/rejected/leads.csv") == "one")
        try publish("two")
        #expect(Files.text(folder + "/p/latest/report.html") == "two")
        try publish("three", period: "2026-04")
        #expect(Files.text(folder + "/p/latest/report.html") == "three")
        #expect(Files.names(in: folder + "/p") == ["2026-03", "2026-04", "latest"])
    }

    @Test func `what a killed run left aside is cleared, and the last report stands until then`() throws {
        try publish("one")
        let killed = try Publication(reports: folder, pipeline: "p", period: "2026-03", calendar: PeriodCalendar())
        try killed.write(Array("half".utf8), "report.html")
        #expect(Files.text(folder + "/p/latest/report.html") == "one")
        try publish("two")
        #expect(Files.text(folder + "/p/latest/report.html") == "two")
        #expect(Files.names(in: folder + "/p") == ["2026-03", "latest"])
    }

    @Test func `two runs of one pipeline do not go on at once`() throws {
        let first = try RunLock(state: folder, pipeline: "p", home: folder + "/reports/p")
        let error = #expect(throws: PipelineError.self) {
            _ = try RunLock(state: folder, pipeline: "p", home: folder + "/elsewhere/p")
        }
        #expect(error?.status == 75)
        _ = try RunLock(state: folder, pipeline: "q", home: folder + "/reports/q")
        first.release()
        _ = try RunLock(state: folder, pipeline: "p", home: folder + "/reports/p")
    }

    @Test func `two states do not write one report at once`() throws {
        let first = try RunLock(state: folder + "/one", pipeline: "p", home: folder + "/reports/p")
        let error = #expect(throws: PipelineError.self) {
            _ = try RunLock(state: folder + "/two", pipeline: "p", home: folder + "/reports/../reports/p")
        }
        #expect(error?.status == 75)
        // Nothing is held by the one that was sent away.
        #expect(!RunLock.isHeld(state: folder + "/two", pipeline: "p"))
        first.release()
        _ = try RunLock(state: folder + "/two", pipeline: "p", home: folder + "/reports/p")
    }

    @Test func `what was put into a period's folder stays, and what cannot be told from a report's does not`() throws {
        try publish("one")
        try Files.write(Array("mine".utf8), to: folder + "/p/2026-03/notes.txt")
        try publish("two")
        #expect(Files.text(folder + "/p/2026-03/notes.txt") == "mine")
        #expect(Files.text(folder + "/p/2026-03/report.html") == "two")
    }

    @Test func `without exchange one folder takes the place of another and people's files stay`() throws {
        try publish("one")
        try Files.write(Array("mine".utf8), to: folder + "/p/2026-03/notes.txt")
        let leftovers = Leftovers(home: folder + "/p", calendar: PeriodCalendar())
        let aside = try Leftovers.newFolder("new", "2026-03", in: folder + "/p")
        try Files.write(Array("two".utf8), to: aside + "/report.html")
        try leftovers.replace("2026-03", by: aside)
        #expect(Files.text(folder + "/p/latest/report.html") == "two")
        #expect(Files.text(folder + "/p/latest/notes.txt") == "mine")
        #expect(Files.names(in: folder + "/p") == ["2026-03", "latest"])
    }

    @Test func `what a run was killed in the middle of replacing is put back`() throws {
        try publish("one")
        #expect(rename(folder + "/p/2026-03", folder + "/p/.old-2026-03~1") == 0)
        Leftovers(home: folder + "/p", calendar: PeriodCalendar()).mend()
        #expect(Files.text(folder + "/p/latest/report.html") == "one")
        #expect(Files.names(in: folder + "/p") == ["2026-03", "latest"])
    }
}

@Suite struct ConfiguredPlacesTests {
    private func objection(_ configuration: String, reports: String? = nil) throws -> PipelineError? {
        let folder = NSTemporaryDirectory() + "/gtm-places-" + UUID().uuidString
        defer { Files.remove(folder) }
        try Files.makeFolder(folder + "/inbox/deep")
        try Files.write(Array(configuration.utf8), to: folder + "/p.yml")
        #expect(symlink("inbox/deep", folder + "/link") == 0)
        do throws(PipelineError) {
            _ = try Configuration.read(folder + "/p.yml", reports: reports.map { $0.isEmpty ? "" : Files.join(folder, $0) })
            return nil
        } catch {
            #expect(Set(Files.names(in: folder)) == ["inbox", "link", "p.yml"])
            return error
        }
    }

    @Test(arguments: [
        "", "inbox", "inbox/deep/er", "link/reports", "nowhere/../inbox/reports", ".", "./link/..",
    ])
    func `reports in the inbox, or an inbox in the reports, are refused`(_ reports: String) throws {
        #expect(try objection("inbox: inbox\n", reports: reports)?.status == 78)
    }

    @Test(arguments: ["reports", "inbox2", "inbox-reports/x", "link/../../reports"])
    func `folders beside each other are not`(_ reports: String) throws {
        #expect(try objection("inbox: inbox\n", reports: reports) == nil)
    }

    @Test(arguments: [
        "pipeline: ..", "pipeline: a/b", "pipeline: \"\"", "pipeline: .hidden", "pipeline: \"a\\nb\"", "reports: ''",
        "state: ''",
        "state: inbox/state", "archive_to: ''", "pipeline: " + String(repeating: "x", count: 300),
    ])
    func `names and folders that write elsewhere are refused`(_ line: String) throws {
        #expect(try objection("inbox: inbox\n\(line)\n")?.status == 78)
    }
}

@Suite struct MomentTests {
    @Test(
        arguments: [
            ("2026-11-16T06:00:00Z", "2026-11-16T06:00:00Z"), ("2026-11-16 06:00", "2026-11-16T05:00:00Z"),
            ("2026-11-16T06:00:00.123456Z", "2026-11-16T06:00:00.123456Z"),
            ("2026-11-16T06:00:00.5+08:00", "2026-11-15T22:00:00.500000Z"),
            ("2026-11-16", "2026-11-16T22:59:59.999999Z"), ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
        ])
    func `a moment is read as people and run.json write it`(_ text: String, _ meant: String) throws {
        let zone = try #require(Zones.zone("Europe/Berlin"))
        #expect(Moment.microseconds(text, zone).map(Moment.text) == meant)
    }

    @Test(arguments: [
        "", "yesterday", "2026-13-01", "2026-11-16T", "2026-11-16T25:00", "2026-11-16T06:00:00X", "2026-11-16T06",
    ])
    func `what is no moment is none`(_ text: String) { #expect(Moment.microseconds(text, .utc) == nil) }
}

@Suite struct InboxPlaceTests {
    @Test func `an inbox is known by its place as seen from the state folder`() {
        #expect(InboxPlace.place(of: "/nowhere/a/inbox", from: "/nowhere/a/.gtm") == "../inbox")
        #expect(InboxPlace.place(of: "/nowhere/a", from: "/nowhere/a") == ".")
        #expect(InboxPlace.place(of: "/tmp/../nowhere/in", from: "/nowhere/b/c") == "../../in")
    }
}
