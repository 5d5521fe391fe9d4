import Testing

@testable import CSV

/// Reads `text` with nothing settled beforehand.
func document(_ text: String, _ overrides: Overrides = Overrides()) throws -> Document {
    try Document.read(bytes: Array(text.utf8), name: "test.csv", overrides: overrides)
}

@Suite("Records")
struct RecordTests {
    @Test("quotes, doubled quotes, delimiters and line ends inside quotes are part of the value")
    func quotedCells() throws {
        let table = try document("id,text,n\n1,\"say \"\"hi\"\", now\",2\n2,\"two\nlines\",3\n3,,4\n")
        #expect(table.layout.header == ["id", "text", "n"])
        #expect(table.records == [["1", "say \"hi\", now", "2"], ["2", "two\nlines", "3"], ["3", "", "4"]])
        #expect(table.findings.isEmpty)
    }

    @Test("LF, CRLF, CR and mixed line ends, with none, one or several at the end", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(end: String) throws {
        for last in ["", end, end + end + end] {
            let table = try document("a,b\(end)1,x\(end)\(end)2,y" + last)
            #expect(table.layout.header == ["a", "b"])
            #expect(table.records == [["1", "x"], ["2", "y"]])
        }
        let mixed = try document("a,b\n1,x\(end)2,y\n3,z\(end)4,u\n5,v\n")
        #expect(mixed.records.map { $0[1] } == ["x", "y", "z", "u", "v"])
    }

    @Test("nothing in, nothing out; a header alone is a table without records")
    func emptyFiles() throws {
        for text in ["", "\u{FEFF}", "\n\n", "\r\n"] {
            let table = try document(text)
            #expect(table.isEmpty)
            #expect(table.records.isEmpty)
            #expect(table.asCSV().isEmpty)
        }
        let header = try document("id,name,amount\n")
        #expect(!header.isEmpty)
        #expect(header.layout.header == ["id", "name", "amount"])
        #expect(header.records.isEmpty)
        #expect(String(decoding: header.asCSV(), as: UTF8.self) == "id,name,amount\n")
    }

    @Test("a byte order mark is no part of the first name, and lines are those of the file")
    func mark() throws {
        let table = try document("\u{FEFF}id,n\n\n1,\"a\nb\"\n2,c\n")
        #expect(table.layout.hadBOM)
        #expect(table.layout.header == ["id", "n"])
        let offsets = table.map(workers: 1) { batch in (0..<batch.count).map { batch.offset($0) } }.flatMap { $0 }
        #expect(offsets.map { table.line(at: $0) } == [3, 5])
        #expect(offsets.map { table.rawText(at: $0) } == ["1,\"a\nb\"", "2,c"])
    }

    @Test("a stray quote touches its own record only, and nothing is lost")
    func strayQuotes() throws {
        let lines = ["1,5\" pipe,a", "2,\"open,b", "3,\"in\"side\",c", "4,\"twice\"\",d", "5,\"x, y\",e", "6,plain,f"]
        let table = try document("id,text,kind\n" + lines.joined(separator: "\n") + "\n")
        #expect(
            table.records == [
                ["1", "5\" pipe", "a"], ["2", "\"open", "b"], ["3", "in\"side", "c"], ["4", "twice\"", "d"],
                ["5", "x, y", "e"], ["6", "plain", "f"],
            ])
        #expect(table.findings.map(\.line) == [2, 3, 4, 5])
        #expect(table.findings.allSatisfy { $0.code == "stray-quote" })
    }

    @Test("short and long records keep their cells; --as csv pads the short ones")
    func raggedRecords() throws {
        let table = try document("a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,1,1\n2,2,2\n")
        #expect(table.records[1] == ["4", "5"])
        #expect(table.records[2] == ["6", "7", "8", "9"])
        #expect(table.findings.map(\.code) == ["short-row", "long-row"])
        #expect(table.findings[0].message == "expected 3 cells, found 2")
        #expect(String(decoding: table.asCSV(), as: UTF8.self) == "a,b,c\n1,2,3\n4,5,\n6,7,8,9\n1,1,1\n2,2,2\n")
    }

    @Test("a record in another delimiter is read by its own")
    func otherDelimiter() throws {
        let table = try document("a,b,c\n1,2,3\n4;5;6\n7,8,9\n1,1,1\n")
        #expect(table.records[1] == ["4", "5", "6"])
        #expect(table.findings.map(\.code) == ["other-delimiter"])
    }

    @Test("a batch tells quoted cells from others and gives the record's own text")
    func batch() throws {
        let table = try document("a,b\n\"1\",2\n3,\"x\"\"y\"\n")
        let facts = table.map(workers: 1) { batch in
            (0..<batch.count).map { record in
                "\(batch.isQuoted(record, 0)) \(batch.isQuoted(record, 1)) \(batch.isQuoted(record, 5)) "
                    + String(decoding: batch.text(record), as: UTF8.self)
            }
        }.flatMap { $0 }
        #expect(facts == ["true false false \"1\",2", "false true false 3,\"x\"\"y\""])
    }

    @Test("an error thrown for a batch comes out of map")
    func throwing() throws {
        struct Stop: Error, Equatable {}
        let table = try document("a,b\n1,2\n")
        #expect(throws: Stop()) { try table.map(workers: 2) { (_: borrowing Batch) throws(Stop) -> Int in throw Stop() } }
    }

    @Test("the writer quotes only where it must, and what it writes reads back the same")
    func writer() throws {
        var writer = Writer()
        writer.append(record: ["5\" pipe", "plain", "a,b", "two\nlines", " padded", ""])
        writer.append(record: [""])
        let text = String(decoding: writer.bytes, as: UTF8.self)
        #expect(text == "\"5\"\" pipe\",plain,\"a,b\",\"two\nlines\",\" padded\",\n\"\"\n")
    }
}
