import Facts
import Foundation
import Testing

@testable import Pipelines

@Suite final class PublishingTests {
    private let folder = NSTemporaryDirectory() + "/gtm-publishing-" + UUID().uuidString

    deinit { Files.remove(folder) }

    private func publish(_ text: String, period: String = "2026-03") throws {
        let publication = try Publication(reports: folder, pipeline: "p", period: period, calendar: PeriodCalendar())
        try publication.write(Array(text.utf8), "a.txt")
        try publication.write(Array(text.utf8), "rejected/b.txt")
        try publication.publish()
    }

    @Test func `a folder is published whole, and latest points at it`() throws {
        try publish("one")
        #expect(Files.text(folder + "/p/latest/rejected/b.txt") == "one")
        try publish("two")
        #expect(Files.text(folder + "/p/latest/a.txt") == "two")
        try publish("three", period: "2026-04")
        #expect(Files.text(folder + "/p/latest/a.txt") == "three")
        #expect(Files.names(in: folder + "/p") == ["2026-03", "2026-04", "latest"])
    }

    @Test func `what a killed run left aside is cleared, and the last report stands until then`() throws {
        try publish("one")
        let killed = try Publication(reports: folder, pipeline: "p", period: "2026-03", calendar: PeriodCalendar())
        try killed.write(Array("half".utf8), "a.txt")
        #expect(Files.text(folder + "/p/latest/a.txt") == "one")
        try publish("two")
        #expect(Files.text(folder + "/p/latest/a.txt") == "two")
        #expect(Files.names(in: folder + "/p") == ["2026-03", "latest"])
    }

    @Test func `two runs of one pipeline do not go on at once`() throws {
        let first = try RunLock(state: folder, pipeline: "p")
        let error = #expect(throws: PipelineError.self) { _ = try RunLock(state: folder, pipeline: "p") }
        #expect(error?.status == 75)
        _ = try RunLock(state: folder, pipeline: "q")
        first.release()
        _ = try RunLock(state: folder, pipeline: "p")
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
