import Testing

@testable import CSV

@Suite("Layout")
struct LayoutTests {
    private static let body = "id,day,amount\nA1,2026-11-03,12.50\nA2,2026-11-04,3.00\nA3,2026-11-05,7.25\nA4,2026-11-06,1.00\n"

    @Test(
        "title lines, blank lines and a sep line above the header are skipped and reported",
        arguments: [
            "Sales report\nWeek 45, all regions\n\n", "Sales report\n", "\n\n", "Sales report,,\n,,\n", "sep=,\n",
            "Report:,Sales\n\n",
        ])
    func preamble(above: String) throws {
        let table = try document(above + Self.body)
        #expect(table.layout.header == ["id", "day", "amount"])
        #expect(table.records.count == 4)
        #expect(table.layout.headerLines?.lowerBound == above.split(separator: "\n", omittingEmptySubsequences: false).count)
    }

    @Test("a total or a note below is no record")
    func footer() throws {
        for below in ["Total,,23.75\n", "\nTotal,,23.75\n", "\nExported by the shop on 7 November\n", "合计,,23.75\n"] {
            let table = try document(Self.body + below)
            #expect(table.records.count == 4, "\(below)")
            #expect(table.findings.map(\.code) == ["footer"], "\(below)")
        }
        let last = try document(Self.body + "A5,2026-11-07\n")
        #expect(last.records.last == ["A5", "2026-11-07"])
    }

    @Test("a header of two or three rows is joined cell by cell")
    func severalRows() throws {
        let rows = "A1,2026-11-03,12.50\nA2,2026-11-04,3.00\nA3,2026-11-05,7.25\n"
        let two = try document("customer,sign,sum\nid,day,of all\n" + rows)
        #expect(two.layout.header == ["customer id", "sign day", "sum of all"])
        #expect(two.layout.headerLines == 1...2)
        let three = try document("customer,,sum\nid,day,of all\n,(UTC),(EUR)\n" + rows)
        #expect(three.layout.header == ["customer id", "day (UTC)", "sum of all (EUR)"])
        #expect(three.records.count == 3)
    }

    @Test("a file without a header keeps its first record")
    func noHeader() throws {
        let table = try document("A1,2026-11-03,12.50\nA2,2026-11-04,3.00\nA3,2026-11-05,7.25\n")
        #expect(table.layout.headerLines == nil)
        #expect(table.layout.header == ["column_1", "column_2", "column_3"])
        #expect(table.records.count == 3)
        #expect(table.findings.map(\.code) == ["no-header"])
    }

    @Test(
        "a first record whose number and day are spoiled is a record all the same, and no second row of the header",
        arguments: [
            "2026-02,3x00,marketing", ",3x00,marketing", "2026-02,12.3.4,events", "unknown,to be told,marketing",
            ",1200 or so,sales",
        ])
    func spoiled(record: String) throws {
        let body = (1...9).map { "2026-02-0\($0),3\($0)00,\($0 % 2 == 0 ? "marketing" : "sales")\n" }.joined()
        let table = try document("date,amount,category\n\(record)\n" + body)
        #expect(table.layout.header == ["date", "amount", "category"])
        #expect(
            table.records.count == 10
                && table.records[0] == record.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
    }

    @Test(
        "units and years below names are rows of the header",
        arguments: [",(000 USD),(kind)", "(day),(EUR),(kind)", ",2026,2027", "day,EUR,kind"])
    func units(row: String) throws {
        let body = (1...9).map { "2026-02-0\($0),3\($0)00,\($0 % 2 == 0 ? "marketing" : "sales")\n" }.joined()
        #expect(try document("date,amount,category\n\(row)\n" + body).records.count == 9)
    }

    @Test("years as column names are a header all the same")
    func years() throws {
        let table = try document("country,2024,2025,2026\nFR,1.5,2.5,3.5\nDE,4.5,5.5,6.5\n")
        #expect(table.layout.header == ["country", "2024", "2025", "2026"])
    }

    @Test("of several tables the main one is read and the others are reported")
    func severalTables() throws {
        let table = try document(Self.body + "\nregion,owner\nEMEA,Ann\nAPAC,Bo\n")
        #expect(table.layout.header == ["id", "day", "amount"])
        #expect(table.records.count == 4)
        #expect(table.findings.map(\.code) == ["second-table"])
        #expect(table.findings[0].line == 7)
    }

    @Test("overrides go before every guess")
    func overrides() throws {
        let text = "a;b,c\n1;2,5\n3;4,5\n"
        #expect(try document(text).layout.header == ["a", "b,c"])
        #expect(try document(text, Overrides(delimiter: UInt8(ascii: ","))).layout.header == ["a;b", "c"])
        #expect(try document("x,y\n1,2\n", Overrides(headerRow: 0)).records == [["x", "y"], ["1", "2"]])
        #expect(try document("x,y\na,b\n1,2\n", Overrides(headerRow: 2)).layout.header == ["a", "b"])
        #expect(try document("a,b\n'1','2'\n", Overrides(quote: Quoting.none)).records == [["'1'", "'2'"]])
    }

    @Test(
        "the dialect that makes the most typed table wins",
        arguments: [
            ("price;when\n1,50;10:00\n2,75;11:30\n3,10;09:15\n", ";"), ("id,at\n5,10:00:00\n6,11:30:15\n", ","),
            ("when,n\n2026-11-03 10:00:00,5\n2026-11-04 11:00:00,6\n", ","), ("a|b|c\n1|x, y|2\n2|z, u|3\n", "|"),
            ("a\tb\nx y\t1,5\nz u\t2,5\n", "\t"), ("a^b^c\n1^2^3\n4^5^6\n", "^"),
            ("name\nJohn Smith\nMary Jones\nAnn Lee\n", ","), ("note\n\"a, b\"\n\"c, d\"\n", ","),
        ])
    func delimiters(text: String, delimiter: String) throws {
        #expect(try document(text).layout.dialect.delimiter == delimiter.utf8.first)
    }

    @Test("apostrophes are quotes only where they stand around cells")
    func apostrophes() throws {
        #expect(try document("a,b\nit's,1\ndon't,2\n").layout.dialect.quote == UInt8(ascii: "\""))
        let quoted = try document("a,b\n'x, y',1\n'it''s',2\n")
        #expect(quoted.records == [["x, y", "1"], ["it's", "2"]])
    }

    @Test("backslashes escape where they do, and are text where they are not")
    func backslashes() throws {
        let escaped = try document("a,b,c\n\"say \\\"hi\\\", you\",1,2\n\"x\",2,3\n\"5\\\" pipe\",3,4\n")
        #expect(escaped.records[0] == ["say \"hi\", you", "1", "2"])
        let path = try document("a,b\n\"C:\\temp\",1\nC:\\new,2\n")
        #expect(path.records == [["C:\\temp", "1"], ["C:\\new", "2"]])
    }
}

@Suite("Large documents")
struct LargeTests {
    @Test("a cell longer than what is looked at first is read whole")
    func longCell() throws {
        let cell = String(repeating: "x y, z\n", count: 220_000)
        let table = try document("a,b,c\n1,\"" + cell + "\",3\n4,5,6\n")
        let sizes = table.map(workers: 2) { batch in (0..<batch.count).map { batch.field($0, 1).count } }.flatMap { $0 }
        #expect(sizes == [cell.utf8.count, 1])
        #expect(table.layout.columnCount == 3)
    }

    @Test("a stray quote early in it changes one record")
    func strayQuote() throws {
        let record = "4,\(String(repeating: "5", count: 60)),6\n"
        let table = try document("a,b,c\n1,2,3\n1,\"x,3\n" + String(repeating: record, count: 25_000))
        let counts = table.map(workers: 2) { batch in batch.count }
        #expect(counts.reduce(0, +) == 25_002)
        #expect(table.findings.map(\.line) == [3])
    }

    @Test("a total at its very end is found")
    func total() throws {
        let table = try document("id,day,n\n" + String(repeating: "A,2026-11-03,6\n", count: 80_000) + "Total,,480000\n")
        #expect(table.map(workers: 1) { batch in batch.count }.reduce(0, +) == 80_000)
        #expect(table.findings.map(\.code) == ["footer"])
    }

    @Test("zero bytes at the end are no records, and are told")
    func zeros() throws {
        let text = "a,b\n1,2\n3,4\n"
        func read(_ bytes: [UInt8]) throws -> Document { try Document.read(bytes: bytes, name: "test.csv") }
        let zeros = [UInt8](repeating: 0, count: 3_000_001)
        let table = try read(Array(text.utf8) + zeros)
        #expect(table.findings.map(\.code) == ["zero-bytes"])
        #expect(table.findings[0].line == 3 && table.findings[0].message.contains("3000001 bytes of zeros"))
        #expect(table.asCSV() == Array("a,b\n1,2\n3,4\n".utf8))
        // A record that is cut off is still there.
        #expect(try read(Array("a,b\n1,2\n3,".utf8) + zeros).asCSV() == Array("a,b\n1,2\n3,\n".utf8))
        // Text of two bytes a character ends with a zero itself.
        let wide: [UInt8] =
            [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        #expect(try read(wide + zeros.dropLast()).asCSV() == table.asCSV())
        #expect(try read(wide).findings.isEmpty)
        #expect(try read(wide + zeros.dropLast()).layout.encoding == read(wide).layout.encoding)
    }
}
