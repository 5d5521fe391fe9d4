import CZlib
import Foundation
import Testing

@testable import State

@Suite struct ArchiveTests {
    private func add(_ parts: [[UInt8]], to archive: Archive, as sha256: String) throws {
        let copy = archive.copy()
        for part in parts { part.withUnsafeBytes { copy.add($0) } }
        try copy.finish(sha256: sha256)
    }

    private func unpacked(_ path: String) -> [UInt8]? {
        guard let file = gzopen(path, "rb") else { return nil }
        defer { gzclose(file) }
        var (bytes, chunk) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
        while true {
            let count = gzread(file, &chunk, UInt32(chunk.count))
            guard count > 0 else { return count == 0 ? bytes : nil }
            bytes += chunk.prefix(Int(count))
        }
    }

    @Test(arguments: [0, 1, 5, 1_000, 300_000, 2_000_000, 4 << 20, 9_000_001])
    func `a content comes out as it went in, in whatever parts`(_ size: Int) throws {
        let state = try TemporaryState()
        let archive = Archive(state: state.folder)
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
        let parts = stride(from: 0, to: size, by: 77_777).map { Array(bytes[$0..<min(size, $0 + 77_777)]) }
        try add(parts, to: archive, as: "abcdef")
        #expect(archive.path(of: "abcdef") == state.folder + "/archive/ab/cdef.gz")
        try archive.settle()
        #expect(archive.holds("abcdef") && !archive.holds("abcdee"))
        #expect(unpacked(archive.path(of: "abcdef")) == bytes)
    }

    @Test(arguments: ["状态目录", "José Núñez", "😀 Ablage", "a/b"])
    func `the state may lie in a folder of any name`(_ name: String) throws {
        let state = try TemporaryState()
        let folder = state.folder + "/" + name
        try FileManager.default.createDirectory(atPath: folder + "/archive", withIntermediateDirectories: true)
        let archive = Archive(state: folder)
        try add([Array("ARR".utf8)], to: archive, as: "abcdef")
        try archive.settle()
        #expect(archive.holds("abcdef") && unpacked(folder + "/archive/ab/cdef.gz") == Array("ARR".utf8))
    }

    @Test func `what is gzip already is kept as it is`() throws {
        let state = try TemporaryState()
        let archive = Archive(state: state.folder)
        let bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 1, 2, 3]
        try add([bytes], to: archive, as: "aabb")
        try archive.settle()
        #expect(try Data(contentsOf: URL(filePath: archive.path(of: "aabb"))) == Data(bytes))
    }

    @Test func `a content is there once it is settled, once however often it came, and nothing is left beside it`() throws {
        let state = try TemporaryState()
        let archive = Archive(state: state.folder)
        for _ in 0..<3 { try add([[1, 2, 3]], to: archive, as: "aabb") }
        #expect(!FileManager.default.fileExists(atPath: archive.path(of: "aabb")))
        try archive.settle()
        #expect(unpacked(archive.path(of: "aabb")) == [1, 2, 3])
        #expect(try FileManager.default.contentsOfDirectory(atPath: state.folder + "/archive/new") == [])
    }

    @Test func `copies of processes that are no more are cleared, those of others are not`() throws {
        let state = try TemporaryState()
        let archive = Archive(state: state.folder)
        let folder = state.folder + "/archive/new"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in ["999999999-1", "1-1"] { _ = FileManager.default.createFile(atPath: folder + "/" + name, contents: nil) }
        archive.clear()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["1-1"])
    }

    @Test func `a copy that cannot be written is an error at its end`() throws {
        let copy = Archive(state: "/proc/nowhere").copy()
        [UInt8(1)].withUnsafeBytes { copy.add($0) }
        #expect(throws: StateError.self) { try copy.finish(sha256: "aabb") }
    }
}
