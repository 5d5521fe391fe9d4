import Testing

@testable import CSV
@testable import Properties

/// Which records are the table: what stands above it, how many rows its header has, and where it has none.
@Suite struct TableTests {
    private static let names = ["Date", "Campaign", "Amount"]
    private static let rows = [
        ["2026-10-01", "ads", "100.00"], ["2026-10-02", "events", "200.50"], ["2026-10-03", "ads", "30.25"],
    ]

    private static func text(_ rows: [[String]]) -> String { rows.map { $0.joined(separator: ",") + "\n" }.joined() }

    /// A text with other delimiters and line ends.
    private static func dressed(_ text: String) -> [String] {
        [text, text.replacing(",", with: ";"), text.replacing(",", with: "\t"), text.replacing("\n", with: "\r\n")]
    }

    private static func check(_ text: String, _ header: [String], _ records: [[String]]) throws {
        for text in dressed(text) {
            let table = try document(text)
            #expect(table.layout.header == header, "\(text)")
            #expect(table.records == records, "\(text)")
        }
    }

    @Test(arguments: [
        "Spend report\n", "Spend report\nOctober 2026\n\n", "Spend report,,\n", "Spend report,,\n,,\n", ",Spend report,\n",
        ",,Spend report\n",
        "Account:,Acme\nPeriod:,2026-10\n", "Account:,Acme,\nPeriod:,2026-10,\n", "Account,Acme\nExported,2026-11-01\n\n",
        "Spend report\nAcme Ltd\nOctober 2026\nAll regions\nIn EUR\nDraft\n\n",
        "Spend report\nAcme Ltd\nOctober 2026\nAll regions\nIn EUR\n",
        "Account,Acme\nExported,2026-11-01\nCurrency,EUR\nRows,2\nUser,Ann\nTeam,Sales\n\n",
        "Spend report,October 2026,all regions\n", "Report,Spend,2026-10-31\n", "Report: Spend,From: 1 Oct,To: 31 Oct\n",
        "报表：费用,2026年10月,全部\n", "Spend report,Acme,all regions\n\n", "Spend report,October 2026,all regions\n,,\n",
    ])
    func `titles are no part of the header, however many cells they have and however few records follow`(_ above: String) throws
    {
        for count in 1...3 {
            try Self.check(
                above + Self.text([Self.names] + Self.rows.prefix(count)), Self.names, Array(Self.rows.prefix(count)))
        }
    }

    @Test func `a title with all cells of a record above eight lines of its like is not looked for`() throws {
        func header(_ titles: Int) throws -> [String] {
            let above = String(repeating: "Report,Spend,2026-10-31\n", count: titles)
            return try document(above + Self.text([Self.names] + Self.rows)).layout.header
        }
        #expect(try header(7) == Self.names)
        #expect(try header(8) != Self.names)
    }

    @Test(arguments: [
        ("(day),(name),(EUR)", ["Date (day)", "Campaign (name)", "Amount (EUR)"]),
        (",,(EUR)", ["Date", "Campaign", "Amount (EUR)"]),
        (",,EUR", ["Date", "Campaign", "Amount EUR"]),
    ])
    func `rows of a header belong together with a blank line between them`(_ second: String, _ names: [String]) throws {
        for between in ["\n", "\n\n", "\n\n\n", "\n,,\n"] {
            for above in ["", "Spend report\n\n"] {
                for count in 1...3 {
                    let text =
                        above + "Date,Campaign,Amount" + between + second + "\n" + Self.text(Array(Self.rows.prefix(count)))
                    try Self.check(text, names, Array(Self.rows.prefix(count)))
                }
            }
        }
    }

    @Test func `the rows of a header by themselves are told too`() throws {
        let table = try document("Spend,,Leads\nWeek,Ads,Ads\n2026-10-05,1.50,3\n2026-10-12,1.00,5\n2026-10-19,1.00,6\n")
        #expect(table.layout.header == ["Spend Week", "Ads", "Leads Ads"])
        #expect(table.layout.headerRows == [["Spend", "", "Leads"], ["Week", "Ads", "Ads"]])
    }

    @Test(arguments: 0...4)
    func `three rows of a survey's header are one, with any number of answers`(_ answers: Int) throws {
        let names = ["StartDate", "Status", "ResponseId", "Q1", "Q2"]
        let labels = ["startDate", "status", "_recordId", "QID1", "QID2_TEXT"].map { "{\"\"ImportId\"\":\"\"\($0)\"\"}" }
        let rows = (1...4).map { ["2026-10-0\($0) 10:00:00", "IP Address", "R_\($0)", "\($0 + 5)", "fine"] }
        for questions in [
            ["Start Date", "Response Type", "Response ID", "How likely are you to recommend us?", "Why?"],
            ["开始", "类型", "编号", "您有多大可能推荐？", "原因"],
        ] {
            let text = Self.text([names, questions, labels.map { "\"\($0)\"" }] + rows.prefix(answers))
            let header = names.indices.map { "\(names[$0]) \(questions[$0]) \(labels[$0].replacing("\"\"", with: "\""))" }
            for lineEnd in ["\n", "\r\n"] {
                let table = try document(text.replacing("\n", with: lineEnd))
                #expect(table.layout.header == header)
                #expect(table.records == Array(rows.prefix(answers)))
                #expect(table.layout.headerLines == 1...3)
            }
        }
    }

    @Test(arguments: [
        "C1,2026-10-01,5.00\nC2,2026-10-02,7.50\n", "C1,2026-10-01,5.00\n", "\"C1\",2026-10-01,5.00\n\"C2\",2026-10-02,7.50\n",
        "2026-10-01 10:00:00,a@b.co,9\n2026-10-02 11:00:00,c@d.co,8\n", "客户一,2026-10-01,12000\n客户二,2026-10-05,900\n",
        "2026-10-01,ads,100.00,pending\n2026-10-02,tv,20.00,5\n2026-10-03,tv,30.00,7\n2026-10-04,tv,30.00,8\n",
        "2026-10-01,ads,100.00,\n2026-10-02,,200.50,x\n2026-10-03,ads,,y\n2026-10-04,tv,3.10,z\n",
    ])
    func `a table without a header has names of its own and keeps its first record`(_ text: String) throws {
        for text in Self.dressed(text) {
            let table = try document(text)
            let lines = text.split { $0.isNewline }
            #expect(table.records.count == lines.count, "\(text)")
            #expect(table.layout.headerLines == nil)
            #expect(table.layout.headerRows.isEmpty)
            #expect(table.layout.header == table.records[0].indices.map { "column_\($0 + 1)" })
            #expect(table.findings.map(\.code) == ["no-header"])
        }
    }

    @Test(arguments: [["Team", "2026-01", "2026-02"], ["Team", "2026-01-01", "2026-02-01"], ["Team", "2025", "2026"]])
    func `months and days above numbers are names`(_ names: [String]) throws {
        try Self.check(
            Self.text([names, ["Sales", "5", "6"], ["Marketing", "3", "4"]]), names,
            [["Sales", "5", "6"], ["Marketing", "3", "4"]])
    }
}

/// Records that are quoted as a whole.
@Suite struct WrappedRecordTests {
    private static let rows = [
        ["Date", "Note", "Amount"], ["2026-10-01", "big, red", "100.00"], ["2026-10-02", "say \"hi\"", "20.50"],
        ["2026-10-03", "two\nlines", "3.25"],
        ["2026-10-04", "", "4.00"],
    ]

    private static func wrapped(_ line: String) -> String { "\"" + line.replacing("\"", with: "\"\"") + "\"" }

    private static func lines(_ rows: [[String]], _ delimiter: String, quotesAll: Bool) -> [String] {
        rows.map(Style(delimiter: delimiter, quotesAll: quotesAll).line)
    }

    @Test(arguments: [",", ";", "\t", "|"])
    func `are read as the cells inside, all or some of them`(_ delimiter: String) throws {
        for quotesAll in [false, true] {
            let lines = Self.lines(Self.rows, delimiter, quotesAll: quotesAll)
            let all = lines.map(Self.wrapped)
            let some = [lines[0], all[1], all[2], all[3], lines[4]]
            let ended = all.map { $0 + delimiter }
            for lines in [all, some, ended, Array(all.prefix(2)), Array(all.prefix(3))] {
                for lineEnd in ["\n", "\r\n"] {
                    let table = try document(lines.joined(separator: lineEnd) + lineEnd)
                    #expect(table.layout.header == Self.rows[0], "\(lines)")
                    #expect(table.records == Array(Self.rows[1..<lines.count]), "\(lines)")
                    #expect(table.findings.map(\.code).contains("wrapped-record"))
                }
            }
        }
    }

    @Test func `stand below titles, in other encodings, come again as headers, and one alone among others`() throws {
        let all = Self.lines(Self.rows, ",", quotesAll: false).map(Self.wrapped)
        for title in ["Report\n\n", "\"Report, all\"\n", "Report\n"] {
            let table = try document(title + all.joined(separator: "\n"))
            #expect(title == "Report\n" || table.records == Array(Self.rows.dropFirst()))
        }
        let paged = try document((all + [all[0], Self.wrapped("2026-10-05,x,5.00")]).joined(separator: "\n"))
        #expect(paged.records == Array(Self.rows.dropFirst()) + [["2026-10-05", "x", "5.00"]])
        let chinese = try Document.read(
            bytes: encoded("\"日期,备注,金额\"\n\"2026-10-01,好,5.00\"\n\"2026-10-02,很好,6.00\"\n", "GBK"), name: "x.csv")
        #expect(chinese.layout.header == ["日期", "备注", "金额"])
        let one = try document("a,b,c\n1,2,3\n\"4,5,6\"\n7,8,9\n1,1,1\n")
        #expect(one.records == [["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"], ["1", "1", "1"]])
    }

    @Test(arguments: [
        "note\n\"a, b\"\n\"c, d\"\n", "\"City, State\"\n\"Austin, TX\"\n\"Boston, MA\"\n", "note\n\"a,b,c\"\n\"d,e,f\"\n",
        "a,b,c\n1,2,3\n\"see one, two, three\"\n4,5,6\n",
    ])
    func `are told from a column of texts and from sentences`(_ text: String) throws {
        let table = try document(text)
        #expect(!table.findings.map(\.code).contains("wrapped-record"))
        #expect(table.layout.columnCount == (text.hasPrefix("a") ? 3 : 1))
    }

    @Test func `are those that are nearly all alike inside`() throws {
        func count(_ odd: Int) throws -> Int {
            let lines = (0..<20).map { $0 > 3 && $0 <= 3 + odd ? "\"\($0),x\"" : "\"\($0),x,5.00\"" }
            return try document("\"id,name,sum\"\n" + lines.joined(separator: "\n") + "\n").layout.columnCount
        }
        #expect(try count(2) == 3)
        #expect(try count(5) == 1)
    }

    @Test func `are found at any chunk boundary`() throws {
        let lines = Self.lines(Self.rows + Self.rows + Self.rows, ",", quotesAll: false)
        let text = (0..<200).map { number in
            number % 3 == 0 ? lines[number % lines.count] : Self.wrapped(lines[number % lines.count])
        }
        var grammar = Grammar(Dialect(), expected: 3)
        grammar.unwraps = true
        try checkAgreement(
            Array((text.joined(separator: "\n") + "\n").utf8), grammar, chunkSizes: [64, 100, 333, 4096, 1 << 20])
    }
}
