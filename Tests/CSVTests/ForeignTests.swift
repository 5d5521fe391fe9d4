import Testing

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

@testable import CSV

@Suite("What is no CSV")
struct ForeignTests {
    @Test(
        "is named, with what to do",
        arguments: [
            ("PK\u{3}\u{4}....[Content_Types].xml....xl/workbook.xml", "an Excel workbook (.xlsx)"),
            ("PK\u{3}\u{4}....data.csv....", "a ZIP archive"),
            ("<!DOCTYPE html><html><body>Sign in</body></html>", "a web page (HTML), often an error or sign-in page"),
            ("  \n<html>502</html>", "a web page (HTML), often an error or sign-in page"),
            ("{\"error\": \"expired\"}\n", "JSON, not CSV"), ("[{\"id\": 1, \"n\": 2}]", "JSON, not CSV"),
            ("%PDF-1.7 …", "a PDF"), ("PAR1\u{0}\u{1}\u{2}", "a Parquet file"), ("<?xml version=\"1.0\"?><a/>", "an XML file"),
        ])
    func kinds(text: String, name: String) throws {
        let error = #expect(throws: CSVError.self) { try document(text) }
        #expect(error?.code == .notACSV)
        #expect(error?.message == "this is \(name)")
        #expect(error?.hint.isEmpty == false)
    }

    @Test("an error is two lines: what, and what to do")
    func description() throws {
        let error = #expect(throws: CSVError.self) { try document("{\"a\": 1}") }
        #expect(
            error?.description == """
                test.csv: this is JSON, not CSV [not-a-csv]
                    hint: export the data as CSV, or convert it first
                """)
    }

    @Test(
        "text that begins like something else is a CSV still",
        arguments: ["PDF,n\nx,1\n", "[id],[n]\na,1\n", "<5,n\na,1\n", "ORC,n\na,1\n"])
    func innocent(text: String) throws {
        #expect(try document(text).records.count == 1)
    }

    @Test("directories, absent files and unreadable ones are errors")
    func paths() {
        #expect(throws: CSVError.self) { try Document.open(path: "/") }
        let directory = #expect(throws: CSVError.self) { try Document.open(path: "/tmp") }
        #expect(directory?.code == .notAFile)
        let absent = #expect(throws: CSVError.self) { try Document.open(path: "/tmp/there-is-no-such-file.csv") }
        #expect(
            absent?.description == "/tmp/there-is-no-such-file.csv: there is no such file [not-found]\n    hint: check the path"
        )
        let device = #expect(throws: CSVError.self) { try Document.open(path: "/dev/null") }
        #expect(device?.code == .notAFile)
    }

    /// `a,b\n1,2\n` as gzip, stored.
    private static let packed: [UInt8] = [
        0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 8, 0, 0xF7, 0xFF, 0x61, 0x2C, 0x62, 0x0A, 0x31, 0x2C, 0x32, 0x0A,
    ]

    /// The check sum of RFC 1952, bit by bit.
    private static func checkSum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { part, _ in part & 1 == 1 ? 0xEDB8_8320 ^ (part >> 1) : part >> 1 }
        }
    }

    @Test("gzip is unpacked, told by its first bytes; what is damaged is an error")
    func gzip() throws {
        let sum = Self.checkSum(Array("a,b\n1,2\n".utf8))
        let trailer = (0..<4).map { UInt8(truncatingIfNeeded: sum >> (8 * $0)) } + [8, 0, 0, 0]
        let table = try Document.read(bytes: Self.packed + trailer, name: "x.csv")
        #expect(table.layout.isCompressed)
        #expect(table.records == [["1", "2"]])
        let twice = try Document.read(bytes: Self.packed + trailer + Self.packed + trailer, name: "x.csv.gz")
        #expect(twice.records == [["1", "2"], ["1", "2"]])
        let cut = #expect(throws: CSVError.self) { try Document.read(bytes: Self.packed, name: "x.csv.gz") }
        #expect(cut?.code == .damagedArchive)
    }

    @Test("a file on disk reads as its bytes do, with several workers and chunks")
    func onDisk() throws {
        var template = Array("/tmp/csv-tests-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        defer { unlink(template) }
        var text = "id,name,n\n"
        for row in 0..<60_000 { text += "\(row),\"name, \(row % 7)\nof it\",\(row * 3)\n" }
        let bytes = Array(text.utf8)
        #expect(write(descriptor, bytes, bytes.count) == bytes.count)
        close(descriptor)
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let file = try Document.open(path: path)
        #expect(file.size == bytes.count)
        let sums = file.map(workers: 2) { batch in (batch.count, batch.offset(0)) }
        #expect(sums.map(\.0).reduce(0, +) == 60_000)
        #expect(sums.map(\.1) == sums.map(\.1).sorted())
        #expect(sums.count > 1)
        #expect(file.findings.isEmpty)
        #expect(file.line(at: sums[1].1) % 2 == 0)
    }
}
