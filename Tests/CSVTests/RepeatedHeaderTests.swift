import Seeded
import Testing

@testable import CSV
@testable import Properties

/// A header that comes again: at the top of each page, or above another export of the same columns.
@Suite struct RepeatedHeaderTests {
    private static let names = ["Date", "Amount", "Category"]

    private static func rows(_ days: Range<Int>) -> [[String]] {
        days.map { ["2026-10-\($0 < 10 ? "0" : "")\($0)", "10.00", "ads"] }
    }

    private static func text(_ rows: [[String]], _ delimiter: String = ",") -> String {
        rows.map { $0.joined(separator: delimiter) + "\n" }.joined()
    }

    /// The cells of rows in the order category, date, amount.
    private static func turned(_ rows: [[String]]) -> [[String]] { rows.map { [$0[2], $0[0], $0[1]] } }

    @Test(arguments: [
        "", "\n", "\nSecond page\n", "\nSpend report, page 2\nall regions\n\n", "Page 1 of 2\n\n", "Spend report,,\n,,\n",
    ])
    func `the table goes on below it, whatever stands between the pages`(_ between: String) throws {
        for size in [1, 2, 5, 40] {
            let pages = (0..<3).map { Self.rows($0 * size + 1..<($0 + 1) * size + 1) }
            let text = pages.map { Self.text([Self.names] + $0) }.joined(separator: between)
            let table = try document("Spend report\n" + text)
            #expect(table.layout.header == Self.names)
            #expect(table.records == pages.flatMap { $0 }, "\(size) after \(between)")
            #expect(!table.findings.map(\.code).contains("second-table"))
            #expect(!table.findings.map(\.code).contains("short-row"))
        }
    }

    @Test(arguments: [",", ";", "\t", "|", ", "])
    func `below one in another order each cell goes to its column`(_ delimiter: String) throws {
        for (lineEnd, between) in [("\n", ""), ("\n", "\n"), ("\r\n", "\nNext export\n"), ("\r\n", "")] {
            for size in [2, 7] {
                let all = Self.rows(1..<size * 3 + 1)
                let text =
                    Self.text([Self.names] + all[..<size], delimiter) + between
                    + Self.text(Self.turned([Self.names] + all[size..<2 * size]), delimiter) + between
                    + Self.text([Self.names] + all[(2 * size)...], delimiter)
                let table = try document(
                    text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd))
                #expect(table.layout.header == Self.names)
                #expect(table.records == all, "\(size) \(between)")
                #expect(table.findings.map(\.code).contains("turned-header"))
            }
        }
    }

    @Test func `the few records above one in another order are no titles, however unlike those below they are`() throws {
        let table = try document(
            "currency,rate,date,units\nUSD,2.9674,2026-05-03,nan\nUSD,172.0600,2026-07-22,100\n\ncurrency,units,rate,date\n"
                + "USD,100,113.4900,N/A\nJPY,none,2.0378,none\n")
        #expect(table.layout.header == ["currency", "rate", "date", "units"])
        #expect(table.records.map { $0[1] } == ["2.9674", "172.0600", "113.4900", "2.0378"])
        #expect(table.records.map { $0[3] } == ["nan", "100", "100", "none"])
    }

    @Test func `quotes, cells over lines, Chinese names, case, and marks where files were joined do not matter`() throws {
        let quoted = try document(
            "Date,Amount,Note\n2026-10-01,1.00,x\n2026-10-02,2.00,y\n\"Note\",\"Date\",\"Amount\"\n\"big, red\",2026-10-03,3.00\n"
                + "\"say \"\"hi\"\"\",2026-10-04,4.00\n\"two\nlines\",2026-10-05,5.00\n")
        #expect(quoted.records.map { $0[2] } == ["x", "y", "big, red", "say \"hi\"", "two\nlines"])
        #expect(quoted.records.map { $0[0].suffix(2) } == ["01", "02", "03", "04", "05"])
        let names = ["日期", "金额", "类别"]
        let text = Self.text([names] + Self.rows(1..<4)) + "\n" + Self.text(Self.turned([names] + Self.rows(4..<8)))
        let chinese = try Document.read(bytes: encoded(text, "GBK"), name: "费用.csv")
        #expect(chinese.records == Self.rows(1..<8))
        let loud = try document(
            Self.text([Self.names] + Self.rows(1..<4))
                + Self.text([Self.names.map { " \($0.uppercased())" }] + Self.rows(4..<6)))
        #expect(loud.records == Self.rows(1..<6))
        for quote in ["", "\""] {
            func page(_ rows: [[String]]) -> String { "\u{FEFF}" + Self.text(rows.map { $0.map { quote + $0 + quote } }) }
            let joined = try document(page([Self.names] + Self.rows(1..<4)) + page([Self.names] + Self.rows(4..<6)))
            #expect(joined.records == Self.rows(1..<6))
        }
    }

    @Test func `all rows of a header of several come again as none`() throws {
        let names = [Self.names, ["(day)", "(EUR)", "(kind)"]]
        let table = try document(Self.text(names + Self.rows(1..<6)) + "\n" + Self.text(names + Self.rows(6..<9)))
        #expect(table.layout.header == ["Date (day)", "Amount (EUR)", "Category (kind)"])
        #expect(table.records == Self.rows(1..<9))
        let turned = try document(Self.text(names + Self.rows(1..<6)) + Self.text(Self.turned(names + Self.rows(6..<9))))
        #expect(turned.records == Self.rows(1..<9))
        #expect(turned.layout.header == table.layout.header)
    }

    @Test func `other names begin another table, and a copy of the table is no more of it`() throws {
        let rows = Self.rows(1..<6)
        for (other, code) in [
            ("Month,Budget,Owner\n2026-10,5.00,Ann\n2026-11,6.00,Bo\n2026-12,7.00,Cy\n", "second-table"),
            ("Region,Owner\nEMEA,Ann\nAPAC,Bo\nLATAM,Cy\n", "second-table"),
            ("Id,Name,Plan,Seats,Country\n1,Acme,Pro,5,DE\n2,Beta,Pro,7,FR\n3,Coda,Basic,2,DE\n", "second-table"),
            (Self.text([Self.names] + rows), "copied-table"), (Self.text(Self.turned([Self.names] + rows)), "copied-table"),
            (Self.text([Self.names] + rows.prefix(3)), "copied-table"),
        ] {
            for between in ["", "\n"] where between == "\n" || !other.hasPrefix("Month") {
                let table = try document(Self.text([Self.names] + rows) + between + other)
                #expect(table.records == rows, "\(other)")
                #expect(table.findings.map(\.code) == [code])
            }
        }
        // Two records alike may be two; so may be records that are all alike.
        let two = try document(Self.text([Self.names] + rows) + Self.text([Self.names] + rows.prefix(2)))
        #expect(two.records == rows + rows.prefix(2))
        let same = [[String]](repeating: ["a", "b", "1"], count: 5)
        #expect(try document(Self.text([Self.names] + same + [Self.names] + same)).records == same + same)
        // Where quotes were lost, a copy is one all the same; one of other records is none.
        var spoilt = rows
        spoilt[3][1] = "\"10.00"
        #expect(try document(Self.text([Self.names] + rows) + Self.text([Self.names] + spoilt)).records == rows)
        #expect(
            try document(Self.text([Self.names] + rows) + Self.text([Self.names] + rows.prefix(2) + Self.rows(8..<11))).records
                .count == 10)
    }

    @Test func `records below a header that does not say which column is which are in doubt`() throws {
        let text =
            "Id,Sum,Sum,Day\nA,1,2,2026-10-01\nB,3,4,2026-10-02\nDay,Id,Sum,Sum\n2026-10-03,C,5,6\nId,Sum,Sum,Day\nD,7,8,2026-10-04\n"
        let table = try document(text)
        #expect(table.doubtful == ["2026-10-03"])
        let short = try document("Id,Sum,Day\nA,1,2026-10-01\nB,3,2026-10-02\nDay,Id,Sum\n2026-10-03,C\n2026-10-04,D,5\n")
        #expect(short.doubtful == ["2026-10-03"])
        #expect(short.records.last == ["D", "5", "2026-10-04"])
    }

    @Test func `what is far down a large file is found as well, and where chunks end is not to be seen`() throws {
        let rows = (0..<30_000).map { ["2026-10-0\($0 % 9 + 1)", "\($0).50", "kind \($0 % 7)"] }
        let text =
            Self.text([Self.names] + rows[..<25_000]) + "Second export\n\n"
            + Self.text(Self.turned([Self.names] + rows[25_000...]))
        let table = try document(text)
        let read = table.map(workers: 2) { batch in
            (0..<batch.count).map { record in (0..<3).map { String(decoding: batch.field(record, $0), as: UTF8.self) } }
        }.flatMap { $0 }
        #expect(read == rows)
        #expect(table.findings.map(\.code) == ["page-lines", "turned-header"])
    }

    @Test(arguments: 0..<6)
    func `fast and plain reading agree on it at any chunk boundary, on one thread and on two`(_ number: Int) throws {
        var seed = Seeded(UInt64(number) + 500)
        let names = ["Date", "Amount", "Category", ""]
        let dialect = Dialect(skipsSpaceAfterDelimiter: number % 2 == 0)
        let between = dialect.skipsSpaceAfterDelimiter ? ", " : ","
        var lines: [String] = []
        for _ in 0..<300 {
            var order = Array(0..<4)
            if seed.next(2) == 0 { order.swapAt(seed.next(4), seed.next(4)) }
            switch seed.next(12) {
            case 0: lines.append(order.map { names[$0] }.joined(separator: between))
            case 1: lines.append("Report of October, page".components(seed.next(2)))
            case 2: lines.append("")
            case 3: lines.append(",,,")
            case 4: lines.append("short,row")
            case 5: lines.append("a,b,c,d,e")
            default:
                lines.append(
                    ["2026-10-01", "\"a\nb\"", "\"x, y\"", "5", ""].shuffled(&seed).prefix(4).joined(separator: between))
            }
        }
        let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
        let grammar = Grammar(dialect, expected: 4)
        let header = HeaderRows(rows: [names, ["(day)", "", "x", "y"]], titles: ["Report of September"], grammar)
        try checkAgreement(bytes, grammar, header: header, chunkSizes: [64, 90, 150, 333, 1000, 4096, 1 << 20])
    }
}

extension String {
    /// The text, or its first word.
    fileprivate func components(_ all: Int) -> String { all == 0 ? self : String(prefix { $0 != " " }) }
}

extension [String] {
    fileprivate func shuffled(_ seed: inout Seeded) -> [String] { shuffled(using: &seed) }
}
