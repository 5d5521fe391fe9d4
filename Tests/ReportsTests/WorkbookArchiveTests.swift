import Foundation
import Seeded
import Testing

@testable import Reports

/// The archive that a workbook is.
@Suite struct WorkbookArchiveTests {
    private func archive(_ parts: [(name: String, pieces: [[UInt8]])], at path: String) throws -> CInt {
        let archive = try #require(path.withCString { zipOpen($0, 0) })
        for (name, pieces) in parts {
            _ = name.withCString {
                zipOpenNewFileInZip4_64(archive, $0, nil, nil, 0, nil, 0, nil, 8, -1, 0, -15, 8, 0, nil, 0, 0, 0, 0)
            }
            for piece in pieces {
                _ = piece.withUnsafeBytes { zipWriteInFileInZip(archive, $0.baseAddress!, UInt32($0.count)) }
            }
            _ = zipCloseFileInZip(archive)
        }
        return zipClose(archive, nil)
    }

    /// The checksum of bytes, bit by bit.
    private func checksum(_ bytes: [UInt8]) -> UInt32 {
        var rest = UInt32.max
        for byte in bytes {
            rest ^= UInt32(byte)
            for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
        }
        return ~rest
    }

    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gtm-archive-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.appendingPathComponent("book.xlsx").path)
    }

    @Test func `all parts come out as they were handed over, with their checksums, and the same bytes each time`() throws {
        var random = Seeded(7)
        let parts = (0..<40).map { number in
            let pieces = (0..<Int.random(in: number == 3 ? 0...0 : 1...5, using: &random)).map { _ in
                (0..<Int.random(in: 1...20_000, using: &random)).map { _ in
                    UInt8.random(in: 0...UInt8(number * 6), using: &random)
                }
            }
            return (name: "xl/part\(number).xml", pieces: pieces)
        }
        try inFolder { path in
            #expect(try archive(parts, at: path) == 0)
            let documents = try #require(WholeFile.documents(path))
            #expect(documents.count == parts.count)
            for part in parts { #expect(documents[part.name] == Array(part.pieces.joined()), "\(part.name)") }
            let bytes = [UInt8](try #require(FileManager.default.contents(atPath: path)))
            var at = 0
            for part in parts {
                #expect(Array(bytes[at..<at + 4]) == [0x50, 0x4B, 3, 4])
                func number(_ place: Int, _ width: Int) -> Int {
                    (0..<width).reduce(0) { $0 | Int(bytes[at + place + $1]) << (8 * $1) }
                }
                #expect(
                    number(14, 4) == Int(checksum(Array(part.pieces.joined()))) && number(22, 4) == part.pieces.joined().count)
                at += 30 + number(26, 2) + number(28, 2) + number(18, 4)
            }
            #expect(try archive(parts, at: path + ".again") == 0)
            #expect(FileManager.default.contents(atPath: path + ".again").map { [UInt8]($0) } == bytes)
        }
    }

    @Test func `workbooks are packed so: their parts, packed again, are the same bytes`() throws {
        let book = try WorkbookReading(WorkbookFixture().report)
        defer { book.remove() }
        let bytes = try #require(FileManager.default.contents(atPath: book.path))
        let documents = try #require(WholeFile.documents(book.path))
        // In the order in which they stand in the file.
        let places = documents.keys.map { (name: $0, at: bytes.firstRange(of: Data($0.utf8))!.lowerBound) }
        let names = places.sorted { $0.at < $1.at }.map(\.name)
        try inFolder { path in
            let parts = names.map { (name: $0, pieces: [documents[$0]!]) }
            let status = try archive(parts, at: path)
            #expect(status == 0 && FileManager.default.contents(atPath: path) == bytes)
        }
    }

    @Test func `an archive that cannot be written says so`() throws {
        #expect("/nonexistent/book.xlsx".withCString { zipOpen($0, 0) } == nil)
        // A device that is always full.
        #expect(try archive([("a.xml", [Array("<a/>".utf8)])], at: "/dev/full") == -1)
    }
}
