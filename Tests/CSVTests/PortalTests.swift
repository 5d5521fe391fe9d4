import Testing

@testable import CSV

/// Files as statistical offices and portals publish them: what stands around the table is no part of it.
@Suite("Files of portals")
struct PortalTests {
    private static let areas = ["North", "South", "East", "West", "Centre", "Islands"]

    private static func rows(_ columns: Int) -> [[String]] {
        areas.enumerated().map { at, area in [area] + (1...columns).map { "\((at + 3) * 17 * $0 % 97).\($0)" } }
    }

    private static func text(_ rows: [[String]], _ delimiter: String = ",") -> String {
        rows.map { $0.joined(separator: delimiter) + "\n" }.joined()
    }

    @Test("titles above, notes and totals below, padded with delimiters or not")
    func around() throws {
        let table = [["Area", "2010", "2011", "2012"]] + Self.rows(3)
        let body = Self.text(table)
        for above in ["", "Emissions by area\nthousand tonnes\n\n", "Emissions by area,,,\nthousand tonnes,,,\n,,,\n"] {
            for below in [
                "", "\nSource: Statistics Office\n",
                ",,,\nSource: Statistics Office,,,\n\"Note: provisional, may change\",,,\n",
                "* provisional, may change\n", "__________\nFootnote one.\n(C) Statistics Office\n", ",,,\nTotal,1,2,3\n",
            ] {
                let read = try document(above + body + below)
                #expect(read.layout.header == table[0], "\(above)\(below)")
                #expect(read.records == Array(table.dropFirst()), "\(above)\(below)")
            }
        }
    }

    @Test("a key without values is a record, and so is a last number alone")
    func keys() throws {
        let read = try document("name,day,n\nChicago Reader,2026-01-01,4\nTribune,2026-01-02,5\nRow of blanks,,\n")
        #expect(read.records.last == ["Row of blanks", "", ""])
        let short = try document("id,who,n\n1,Ann,2\n2,Bo,3\n3,Cy,4\n4\n")
        #expect(short.records.last == ["4"])
    }

    @Test(
        "rows of a header: merged cells, units, years under names, two languages",
        arguments: [
            ("Area,2010,,2011,\n,Male,Female,Male,Female\n", ["Area", "2010 Male", "Female", "2011 Male", "Female"]),
            ("Area,Temp,Rain,Wind,Sun\n,°C,mm,km/h,h\n", ["Area", "Temp °C", "Rain mm", "Wind km/h", "Sun h"]),
            (
                "Area,Births,Births,Deaths,Deaths\n,2001,2011,2001,2011\n",
                ["Area", "Births 2001", "Births 2011", "Deaths 2001", "Deaths 2011"]
            ),
            ("地區,人口,面積,收入,支出\nArea,People,Size,Income,Cost\n", ["地區 Area", "人口 People", "面積 Size", "收入 Income", "支出 Cost"]),
        ])
    func headers(text: String, names: [String]) throws {
        let read = try document(text + Self.text(Self.rows(4)))
        #expect(read.layout.header == names)
        #expect(read.records == Self.rows(4))
    }

    @Test("years, months and names with digits are column names")
    func names() throws {
        for header in [
            ["Area", "2010", "2011"], ["Area", "2026-01", "2026-02"], ["Area", "TiO2", "kid5"], ["", "Var1", "Col2"],
        ] {
            let read = try document(Self.text([header] + Self.rows(2)))
            #expect(read.layout.header == header)
            #expect(read.layout.headerLines == 1...1)
        }
    }

    @Test("sections of a table stay in it; a second titled table does not")
    func sections() throws {
        let rows = Self.rows(3)
        let sections = try document("Area,a,b,c\n" + Self.text(rows) + "\nAbroad\n" + Self.text(rows))
        #expect(sections.records.count == 13)
        let tables = try document("Table 1\nArea,a,b,c\n" + Self.text(rows) + "\nTable 2\nArea,d,e\n" + Self.text(Self.rows(2)))
        #expect(tables.layout.header == ["Area", "a", "b", "c"])
        #expect(tables.records == rows)
    }

    @Test("of numbers of cells that are equally common the header's is right, and names keep their blanks")
    func tiny() throws {
        let read = try document("a, b ,c\n1,2,,4\n5\n6,7,8\n")
        #expect(read.layout.columnCount == 3)
        #expect(read.layout.header == ["a", " b ", "c"])
    }

    @Test("Hong Kong's characters are read, and one zero byte makes no UTF-16")
    func bytes() throws {
        let read = try Document.read(bytes: encoded("地區,人口\n深水埗,5\n中西區,7\n灣仔,9\n", "BIG5-HKSCS"), name: "x.csv")
        #expect(read.layout.encoding == .big5)
        #expect(read.records[0] == ["深水埗", "5"])
        #expect(try document("a,b\n\0,2\n").layout.header == ["a", "b"])
    }

    @Test("a stray quote is laid to the cell where it explains the others")
    func strayQuote() throws {
        let read = try document("a,b,c,d\n1,x,2,y\n1,\"p, q\",\"7,\"r, s\"\n1,z,3,u\n1,z,4,u\n")
        #expect(read.records[1] == ["1", "p, q", "\"7", "r, s"])
    }
}
