import Foundation
import Testing

@testable import Pipelines

/// How a report names its pipeline's file.
struct PipelineFileNameTests {
    @Test func `a file in pipelines is named with that folder, any other alone, and never where it lies on the machine`() throws
    {
        let top = FileManager.default.temporaryDirectory.appending(path: "gtm-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: top) }
        for folder in ["pipelines", "conf"] {
            try FileManager.default.createDirectory(at: top.appending(path: folder), withIntermediateDirectories: true)
            try Data("inbox: inbox\n".utf8).write(to: top.appending(path: "\(folder)/all weeks.yml"))
        }
        func name(_ path: String) throws -> String? { try Configuration.read(top.path + "/" + path).file }
        #expect(try name("pipelines/all weeks.yml") == "pipelines/all weeks.yml")
        #expect(try name("conf/../pipelines/./all weeks.yml") == "pipelines/all weeks.yml")
        #expect(try name("conf/all weeks.yml") == "all weeks.yml")
        try FileManager.default.createSymbolicLink(
            at: top.appending(path: "link"), withDestinationURL: top.appending(path: "pipelines"))
        #expect(try name("link/all weeks.yml") == "pipelines/all weeks.yml")
    }
}
