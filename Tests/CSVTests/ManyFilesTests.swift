import Foundation
import Testing

@testable import CSV

/// More files than may be open at once, and files whose first lines are longer than what is usually looked at.
@Suite struct ManyFilesTests {
    /// A folder of its own, gone with the test.
    private final class Folder {
        let path = FileManager.default.temporaryDirectory.appending(path: "gtm-\(UUID().uuidString)").path

        init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func file(_ name: String, _ text: String) throws -> String {
            try Data(text.utf8).write(to: URL(filePath: path + "/" + name))
            return path + "/" + name
        }
    }

    private func open(_ text: String) throws -> Document { try Document.read(bytes: Array(text.utf8), name: "test.csv") }

    @Test func `files that rest are read again as they were, or say that they are not`() throws {
        let folder = try Folder()
        let documents = try (0..<400).map { number in
            try Document.open(path: folder.file("\(number).csv", "id,day\n\(number),2026-10-01\n"))
        }
        for document in documents {
            _ = document.map(workers: 1) { $0.count }
            document.rest()
        }
        for (number, document) in documents.enumerated() {
            #expect(document.cells(at: 7) == ["\(number)", "2026-10-01"])
            #expect(document.readError == nil)
        }
        // The first ones were beyond what may stay open: one of them is replaced by another file.
        _ = try folder.file("other.csv", "id,day\n0,2026-10-01\n")
        try FileManager.default.removeItem(atPath: folder.path + "/0.csv")
        try FileManager.default.moveItem(atPath: folder.path + "/other.csv", toPath: folder.path + "/0.csv")
        #expect(documents[0].cells(at: 7) == [])
        #expect(documents[0].readError?.code == .unreadable)
    }

    @Test(
        "a first line, cell or blank stretch longer than a megabyte loses nothing",
        arguments: [
            "id,day,text\nX,2026-10-01,\"" + String(repeating: "x", count: 1_060_000) + "\nmore, \"\"text\"\"\"\n",
            "id,day," + String(repeating: "c", count: 1_060_000) + "\nX,2026-10-01,y\n",
            String(repeating: "\n", count: 1_060_000) + "id,day,text\nX,2026-10-01,y\n",
        ])
    func long(start: String) throws {
        let document = try open(start + (0..<200).map { "L\($0),2026-10-0\(1 + $0 % 9),note \($0)\n" }.joined())
        #expect(document.layout.header.prefix(2) == ["id", "day"])
        let records = document.records.map { $0.prefix(2).joined(separator: ",") }
        #expect(records.count == 201)
        #expect(records.first == "X,2026-10-01" && records.last == "L199,2026-10-02")
    }
}
