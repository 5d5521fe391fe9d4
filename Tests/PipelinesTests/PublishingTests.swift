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
