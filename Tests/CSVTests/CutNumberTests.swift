import Seeded
import Testing

@testable import CSV
@testable import Properties

extension Document {
    /// The first cells of the records in which nothing is sure.
    var doubtful: [String] {
        map(workers: 1) { batch in
            (0..<batch.count).filter { batch.isDoubtful($0) }.map { String(decoding: batch.field($0, 0), as: UTF8.self) }
        }.flatMap { $0 }
    }
}

/// Numbers with a comma that nobody quoted, in files with commas.
@Suite struct CutNumberTests {
    /// A file of `Day,Kind,Amount,Plan` with these amounts as they stand in it.
    private static func text(_ amounts: [String], lineEnd: String = "\n", last: String = "Pro") -> String {
        let rows = amounts.enumerated().map { "2026-10-\($0.offset + 10),ads,\($0.element),\(last)" }
        return (["Day,Kind,Amount,Plan"] + rows).map { $0 + lineEnd }.joined()
    }

    @Test(arguments: [
        ["12,000", "24,000", "6,500"], ["1,100.00", "2,200.00", "3,300.00"], ["950", "1,200", "13,345", "80"],
        ["1,234,567", "12,000", "900"], ["$1,250", "$2,345", "$12,345"], ["USD 1,250", "USD 200", "USD 12,345"],
        ["1,250 €", "2,050 €", "12,345 €"], ["¥1,020.00", "¥12,300.00", "¥800.00"], ["￥1,020", "￥12,300", "￥800"],
        ["-1,250.00", "(2,000.00)", "12,345.00"], ["1,250.00-", "2,000.00", "3.00"], ["1,250.00 CR", "2,500.00 DR"],
        ["US$ 1,250", "US$ 2,500"], ["1,250 kr", "12,000 kr"], ["\"12,000\"", "24,500", "1,050"],
        ["100,05", "20,50", "7,25"], ["1.100,50", "20,50", "7,25"], ["€ 100,50", "€ 20,75"], ["100", "20,5", "7,25"],
        ["12,5%", "100%", "7,25%"],
    ])
    func `its pieces are one cell again where that alone makes the records fit`(_ amounts: [String]) throws {
        for lineEnd in ["\n", "\r\n", "\n\n"] {
            let table = try document(Self.text(amounts, lineEnd: lineEnd))
            #expect(table.layout.header == ["Day", "Kind", "Amount", "Plan"])
            #expect(table.records.map { $0.count } == amounts.map { _ in 4 })
            #expect(table.records.map { $0[2] } == amounts.map { $0.filter { $0 != "\"" } })
            #expect(table.doubtful.isEmpty)
            #expect(table.findings.map(\.code) == ["cut-number"])
        }
    }

    @Test func `so it is in several columns, under titles, with a second row of names, a note below, and cells over lines`()
        throws
    {
        let two = try document(
            "Report, October\n\nDay,Clicks,Cost\n(date),(number),(EUR)\n2026-10-01,1,250,3,400.50\n2026-10-02,2,000,1,100.00\n"
                + "2026-10-03,980,12.50\n2026-10-04,12,345,2,000.00\n\nSource: books, ledger, October, 2026, all\n")
        #expect(two.layout.header == ["Day (date)", "Clicks (number)", "Cost (EUR)"])
        #expect(
            two.records.map { Array($0.dropFirst()) } == [
                ["1,250", "3,400.50"], ["2,000", "1,100.00"], ["980", "12.50"], ["12,345", "2,000.00"],
            ])
        let quoted = try document(
            "Id,Name,ARR\nA,\"Acme, Inc\",12,000\nB,\"Beta \"\"B\"\"\",24,500\nC,\"Two\nlines\",1,050\nD,5\" pipe,2,000\n")
        #expect(
            quoted.records == [
                ["A", "Acme, Inc", "12,000"], ["B", "Beta \"B\"", "24,500"], ["C", "Two\nlines", "1,050"],
                ["D", "5\" pipe", "2,000"],
            ])
        let chinese = try Document.read(
            bytes: encoded("日期,渠道,费用\n2026-10-01,百度,1,020.00\n2026-10-02,微信,12,300.00\n2026-10-03,抖音,800.00\n", "GBK"),
            name: "费用.csv")
        #expect(chinese.layout.header == ["日期", "渠道", "费用"])
        #expect(chinese.records.map { $0[2] } == ["1,020.00", "12,300.00", "800.00"])
        let spaced = try document(
            "Day, Kind, Amount\n2026-10-01, ads, 1,100.00\n2026-10-02, tv, 2,200.00\n2026-10-03, tv, 900.00\n")
        #expect(spaced.records.map { $0[2] } == ["1,100.00", "2,200.00", "900.00"])
    }

    @Test func `an empty last cell and a delimiter at the end of each line are no piece`() throws {
        let empty = try document("Day,Amount,Note\n2026-10-01,1,000,\n2026-10-02,2,500,x\n2026-10-03,800,\n")
        #expect(empty.records == [["2026-10-01", "1,000", ""], ["2026-10-02", "2,500", "x"], ["2026-10-03", "800", ""]])
        let ended = try document("Day,Amount,Note\n2026-10-01,1,000,a,\n2026-10-02,2,500,x,\n2026-10-03,800,b,\n")
        #expect(
            ended.records.map { $0.prefix(3) } == [
                ["2026-10-01", "1,000", "a"], ["2026-10-02", "2,500", "x"], ["2026-10-03", "800", "b"],
            ])
        let header = try document("Day,Kind,Amount,\n2026-10-01,ads,1,100.00\n2026-10-02,tv,12,050.00\n")
        #expect(header.records.map { $0[2] } == ["1,100.00", "12,050.00"])
    }

    @Test func `a record that can be mended in two ways is left and in doubt`() throws {
        let table = try document(
            "Day,Clicks,Cost\n1 Oct,1,250,300\n2 Oct,2,000,100\n3 Oct,12,345,20\n4 Oct,5,3,000.00\n5 Oct,5,200\n")
        #expect(table.doubtful == ["1 Oct"])
        #expect(table.records[0] == ["1 Oct", "1", "250", "300"])
        #expect(table.records[3] == ["4 Oct", "5", "3,000.00"])
        #expect(table.findings.map(\.code) == ["doubtful-number", "cut-number"])
    }

    @Test(arguments: [
        "Id,ARR,Plan\nS1,12,500,Pro\nS2,24,250,Pro\nS3,6,120,Basic\n",
        "Id,Cost,Plan\nS1,12,50,Pro\nS2,24,25,Pro\nS3,6,12,Basic\n",
        "Day,Amount,Note\n2026-10-01,1,250,\n2026-10-02,2,500,\n",
    ])
    func `where nothing shows that it is a number and no column without a name, all such records are in doubt`(_ text: String)
        throws
    {
        let table = try document(text)
        #expect(table.doubtful.count == table.records.count)
        #expect(table.records.allSatisfy { $0.count == 4 })
        #expect(table.findings.map(\.code) == ["doubtful-number"])
    }

    @Test func `a record whose last cell is empty is in doubt even where the others show nothing`() throws {
        let table = try document("Id,Qty,Note\nA,5,x\nB,7,y\nC,1,250,\nD,9,z\n")
        #expect(table.doubtful == ["C"])
        let far = try document(
            "Id,Qty,Note\n" + String(repeating: "A,5,\(String(repeating: "x", count: 95))\n", count: 11_000) + "C,1,250,\n")
        #expect(far.doubtful == ["C"])
    }

    @Test(arguments: [
        "amount,plan\n1,250,Pro\n2,300,Basic\n3,120,Pro\n", "\"amount\",\"plan\"\n\"1\",1250,\"Pro\"\n\"2\",300,\"Basic\"\n",
        "id,amount,plan\nA1,250,Pro,\nA2,300,Basic,\n", "id,amount,plan\n1,250,Pro,\n2,300,Basic,\n3,120,Pro,\n",
        "id,amount,plan,\n1,250,Pro,\n2,300,Basic,\n3,120,Pro,\n", "a,b\n1,10,20\n2,30,40\n3,5,6\n",
    ])
    func `numbers of rows without a name, and delimiters at the ends of lines, are what they were`(_ text: String) throws {
        let table = try document(text)
        let cells = text.split(separator: "\n").dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { $0 != "\"" } }
        }
        #expect(table.records == cells)
        #expect(table.doubtful.isEmpty)
        #expect(table.layout.columnCount == cells[0].count)
    }

    @Test(arguments: [";", "\t", "|"])
    func `files with another delimiter are not touched`(_ delimiter: String) throws {
        let rows = [
            ["Day", "Kind", "Amount"], ["2026-10-01", "ads", "1,100.00"], ["2026-10-02", "tv", "100,50"],
            ["2026-10-03", "tv", "5"],
        ]
        let table = try document(rows.map { $0.joined(separator: delimiter) + "\n" }.joined())
        #expect([table.layout.header] + table.records == rows)
        #expect(table.findings.isEmpty)
    }

    @Test func `one record with a cell too many among many is not mended`() throws {
        let table = try document("id,qty,price\n1,5,120\n9,5,120,7\n3,7,140\n4,8,100\n")
        #expect(table.records[1] == ["9", "5", "120", "7"])
    }

    @Test func `records that are too long for other reasons decide too`() throws {
        func table(cut: Int, other: Int) throws -> Document {
            var rows = (0..<cut).map { "A\($0),\(10 + $0),0\(10 + $0),Pro" }
            for row in 0..<other { rows.insert("B\(row),red, blue,Pro", at: 1) }
            return try document("Id,ARR,Plan\n" + rows.joined(separator: "\n") + "\n")
        }
        // Of 20 one: mended. Of 20 five: none is, and all that may be are in doubt. Of 20 twelve: something else is the matter.
        #expect(try table(cut: 19, other: 1).records[0] == ["A0", "10,010", "Pro"])
        #expect(try table(cut: 15, other: 5).doubtful.count == 15)
        #expect(try table(cut: 8, other: 12).doubtful.isEmpty)
    }

    @Test func `lines that nearly all end with a delimiter end with one`() throws {
        func doubtful(ended: Int, others: Int) throws -> Int {
            var rows = (0..<ended).map { "A\($0),\(10 + $0),\(110 + $0)," }
            for row in 0..<others { rows.insert("B\(row),x y z,,", at: 1) }
            return try document("Id,Qty,Price\n" + rows.joined(separator: "\n") + "\n").doubtful.count
        }
        #expect(try doubtful(ended: 12, others: 8) == 0)
        #expect(try doubtful(ended: 20, others: 0) == 20)
    }

    @Test func `the header is looked for below twenty lines of titles`() throws {
        func records(_ titles: Int) throws -> [[String]] {
            let above = (0..<titles).map { "Title\($0)\n" }.joined()
            return try document(above + Self.text(Array(repeating: "12,000", count: 12) + ["950", "80"])).records
        }
        #expect(try records(19).map(\.count) == Array(repeating: 4, count: 14))
        #expect(try records(20).map(\.count) == Array(repeating: 5, count: 12) + [4, 4])
    }

    @Test(arguments: 0..<40)
    func `the ways to put pieces together are those that trying all of them finds`(_ number: Int) {
        var seed = Seeded(UInt64(number) + 40)
        let texts = [
            "1", "12", "123", "000", "050", "5.5", "123.50", "$1", "(12", "345)", "x", "", "1.234", "2026-10-01", "50%", "07",
        ]
        for _ in 0..<60 {
            let cells = (0..<(2 + seed.next(9))).map { _ in texts[seed.next(texts.count)] }
            let expected = 1 + seed.next(cells.count)
            var numbers = CutNumbers(sign: seed.next(2) == 0 ? .thousands : .decimals, use: .mend)
            numbers.columns = UInt128(seed.next(1 << 10)) | (seed.next(2) == 0 ? .max : 0)
            numbers.known = UInt128(seed.next(1 << 10))
            let pieces = cells.map { text in Array(text.utf8).withUnsafeBytes { NumberPiece($0) } }
            let ways = pieces.withUnsafeBufferPointer { numbers.ways($0, expected: expected) }
            var all: [Set<Int>] = []
            let spare = cells.count - expected
            for joints in 0..<(1 << (cells.count - 1)) where spare > 0 && joints.nonzeroBitCount == spare {
                if isWay(pieces, joints, numbers) { all.append(Set((0..<cells.count).filter { joints >> $0 & 1 != 0 })) }
            }
            #expect(ways.count == min(2, all.count), "\(cells) to \(expected)")
            if let first = all.first, all.count == 1 {
                #expect(Set((0..<cells.count).filter { ways.joints.contains($0) }) == first)
            }
        }
    }

    /// Whether each run of joined cells is a number by the words of the contract.
    private func isWay(_ pieces: [NumberPiece], _ joints: Int, _ numbers: CutNumbers) -> Bool {
        var (cell, column) = (0, 0)
        while cell < pieces.count {
            var end = cell + 1
            while joints >> (end - 1) & 1 != 0 { end += 1 }
            let bit = UInt128(1) << UInt128(column)
            if end - cell == 1 {
                if numbers.known & bit != 0, pieces[cell].contains(.startsWithZero) { return false }
            } else if numbers.columns & bit == 0 {
                return false
            } else if numbers.sign == .decimals {
                guard end - cell == 2, pieces[cell].contains(.whole), pieces[cell + 1].contains(.fraction) else { return false }
            } else {
                guard pieces[cell].contains(.head), pieces[end - 1].contains(.tail),
                    pieces[(cell + 1)..<(end - 1)].allSatisfy({ $0.contains(.group) })
                else { return false }
            }
            (cell, column) = (end, column + 1)
        }
        return true
    }

    @Test(arguments: 0..<4)
    func `fast and plain reading agree on it at any chunk boundary`(_ number: Int) throws {
        var seed = Seeded(UInt64(number) + 77)
        let amounts = ["12,000", "950", "1,234,567.50", "1,250,300", "\"5,000\"", "x\",y", "7\"", "", "1,", "12,0\n00"]
        let rows = (0..<160).map { "R\($0),\(amounts[seed.next(amounts.count)]),\"a\nb\",\(seed.next(400))" }
        let bytes = Array((rows.joined(separator: "\n") + "\n").utf8)
        for use in [CutNumbers.Use.mend, .watch] {
            for sign in [CutNumbers.Sign.thousands, .decimals] {
                var grammar = Grammar(Dialect(), expected: 4)
                grammar.numbers = CutNumbers(sign: sign, use: use)
                try checkAgreement(bytes, grammar, chunkSizes: [64, 100, 333, 4096, 1 << 20])
            }
        }
    }
}
