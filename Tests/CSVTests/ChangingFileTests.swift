import Testing

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

@testable import CSV

@Suite("A file that is written to while it is read")
struct ChangingFileTests {
    @Test("is not taken for what it was when it was opened")
    func writtenTo() throws {
        var template = Array("/tmp/gtm-changing-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        let path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
        defer {
            close(descriptor)
            unlink(path)
        }
        let text = Array("a,b\n1,2\n3,4\n".utf8)
        #expect(pwrite(descriptor, text, text.count, 0) == text.count)
        // An earlier hour, as the clock of files is coarse.
        let earlier = [timespec(tv_sec: 1_700_000_000, tv_nsec: 0), timespec(tv_sec: 1_700_000_000, tv_nsec: 0)]
        futimens(descriptor, earlier)
        let document = try Document.open(path: path)
        _ = document.map(workers: 1) { $0.count }
        #expect(document.readError == nil)
        #expect(pwrite(descriptor, "7", 1, 4) == 1)
        _ = document.map(workers: 1) { $0.count }
        #expect(document.readError?.code == .unreadable)
        #expect(document.findings.map(\.code) == ["read-failed"])
    }
}
