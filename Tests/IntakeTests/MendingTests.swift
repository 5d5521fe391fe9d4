import CSV
import Facts
import Testing

@testable import Intake

/// Rejects that were mended and dropped again, as people do it.
@Suite struct MendingTests {
    private static let costs = "date,amount,vendor\n2026-10-01,5,a\n2026-10-02,abc,b\n2026-10-03,7,c\n"
    private static let right = [
        "2026-10-01 2026-10-01 500 other", "2026-10-02 2026-10-02 650 other", "2026-10-03 2026-10-03 700 other",
    ]

    /// The rejects of an inbox with changed rows, as a file.
    private func mended(
        _ inbox: TemporaryInbox, delimiter: String = ",", _ change: (inout [String: String]) -> Void
    ) throws -> String {
        let table = try #require(try inbox.intake().rejected.first)
        var lines = [table.header]
        for row in table.rows {
            var cells = Dictionary(uniqueKeysWithValues: zip(table.header, row))
            change(&cells)
            lines.append(table.header.map { cells[$0]! })
        }
        return lines.map { line in
            line.map { $0.contains(where: { ",;\"".contains($0) }) ? "\"\($0.replacing("\"", with: "\"\""))\"" : $0 }
                .joined(separator: delimiter)
        }.joined(separator: "\n") + "\n"
    }

    private func expectRight(_ inbox: TemporaryInbox, _ comment: Comment? = nil) throws {
        let after = try inbox.intake()
        #expect(after.costs == Self.right, comment)
        #expect(after.rejected.isEmpty, comment)
        for file in after.files where file.sameAs == nil {
            #expect(file.rows == file.facts + file.replaced + file.rejected + file.excluded, comment)
        }
    }

    @Test(arguments: ["rejected/spend.csv", "fixed.csv", "deep/er/Mappe1.csv", "leads.csv", "2027-01-01.csv"])
    func `the mended file may have any name and stand anywhere`(_ name: String) throws {
        let inbox = TemporaryInbox(["spend-2026-10.csv": Self.costs])
        inbox.write(name, try mended(inbox) { $0["amount"] = "6.50" })
        try expectRight(inbox, "\(name)")
    }

    @Test func `a row that was mended twice is what it was mended to last`() throws {
        let inbox = TemporaryInbox(["spend-2026-10.csv": Self.costs])
        let (first, second) = (try mended(inbox) { $0["amount"] = "99" }, try mended(inbox) { $0["amount"] = "6.50" })
        inbox.write("b/spend.csv", first, modified: 1_700_000_100)
        inbox.write("a/spend.csv", second, modified: 1_700_000_200)
        try expectRight(inbox)
    }

    @Test(arguments: ["1,002", "3.0", "3", " 3 ", "3,00"])
    func `the line may be dressed as a spreadsheet does`(_ line: String) throws {
        #expect(Array(line.utf8).withUnsafeBytes(MendedRow.line) == (line.hasPrefix("1") ? 1002 : 3))
        let none = ["", "x", "1.5", "12,34", "3-4"].map { Array($0.utf8).withUnsafeBytes(MendedRow.line) }
        #expect(none.allSatisfy { $0 == nil })
    }

    @Test func `a mended row without a line is rejected, not counted beside its original`() throws {
        let inbox = TemporaryInbox(["spend-2026-10.csv": Self.costs])
        inbox.write(
            "spend.csv",
            try mended(inbox) {
                $0["amount"] = "6.50"
                $0["gtm_line"] = "third"
            })
        let after = try inbox.intake()
        #expect(after.costs.count == 2 && after.codes.contains("bad-line"))
    }

    @Test func `a spreadsheet may turn columns round, drop the marks that are not needed and write in its own way`() throws {
        let inbox = TemporaryInbox(["spend-2026-10.csv": Self.costs])
        inbox.write("Mappe1.csv", "vendor;GTM_File;amount;gtm_line;date\nb;spend-2026-10.csv;6,50;3;02.10.2026\n")
        try expectRight(inbox)
        let thousands = TemporaryInbox(["spend-2026-10.csv": "date,amount,vendor\n2026-10-01,1.5,a\n2026-10-02,abc,b\n"])
        thousands.write(
            "Mappe1.csv",
            "date;amount;vendor;gtm_file;gtm_line\n02.10.2026;234,567;b;spend-2026-10.csv;3\n13.10.2026;1,5;c;spend-2026-10.csv;9\n"
        )
        #expect(try thousands.intake().costs.contains("2026-10-02 2026-10-02 23457 other"))
    }

    @Test func `the original sent again under another name keeps its broken row aside until that is mended too`() throws {
        let inbox = TemporaryInbox(["spend-2026-10-05.csv": Self.costs])
        inbox.write("spend.csv", try mended(inbox) { $0["amount"] = "6.50" })
        inbox.write("spend-2026-10-06.csv", Self.costs + "2026-10-04,8,d\n")
        let after = try inbox.intake()
        #expect(after.costs == Self.right + ["2026-10-04 2026-10-04 800 other"])
        #expect(after.rejected[0].rows.count == 1 && after.rejected[0].rows[0].contains("spend-2026-10-06.csv"))
    }

    @Test func `the original sent again with the same bytes under another name is mended by the old name`() throws {
        let inbox = TemporaryInbox(["spend-2026-10-05.csv": Self.costs])
        inbox.write("spend.csv", try mended(inbox) { $0["amount"] = "6.50" })
        inbox.write("spend-2026-10-06.csv", Self.costs)
        try expectRight(inbox)
    }

    @Test func `where other records stand at the lines now, mended rows are of the older content`() throws {
        let inbox = TemporaryInbox(["spend.csv": Self.costs])
        let mending = try mended(inbox) { $0["amount"] = "6.50" }
        inbox.write("rejected/spend.csv", mending)
        inbox.write(
            "spend.csv", "date,amount,vendor\n2026-11-01,50,x\n2026-11-02,60,y\n2026-11-03,70,z\n", modified: 1_700_000_500)
        let after = try inbox.intake()
        #expect(after.costs.map { $0.prefix(7) } == ["2026-11", "2026-11", "2026-11"])
        #expect(after.codes == ["mended-older-content"] && after.report("rejected/spend.csv").replaced == 1)
        // The same record at the line, mended at its source: the mended row stands in for it, and is the same.
        inbox.write("spend.csv", Self.costs.replacing("abc", with: "6.50"), modified: 1_700_000_600)
        try expectRight(inbox)
    }

    @Test func `by key the newer content goes before a mended row of the older`() throws {
        let inbox = TemporaryInbox(["leads.csv": "lead_id,created_at,amount,company\nL1,2026-10-01,abc,A\nL2,2026-10-02,20,B\n"]
        )
        inbox.write("rejected.csv", try mended(inbox) { $0["amount"] = "10" })
        inbox.write(
            "leads.csv", "lead_id,created_at,amount,company\nL2,2026-10-02,25,B\nL3,2026-10-03,30,C\n", modified: 1_700_000_500)
        #expect(
            try inbox.intake().leads == [
                "L1 2026-10-01 · · · · 1000", "L2 2026-10-02 · · · · 2500", "L3 2026-10-03 · · · · 3000",
            ])
    }

    @Test func `a mended row counts where its file is no longer there, with that file's age`() throws {
        let inbox = TemporaryInbox([
            "leads-2026-10-31.csv": "lead_id,created_at,amount\nL1,2026-10-01,abc\nL2,2026-10-01,7\n",
            "leads-2026-11-15.csv": "lead_id,created_at,amount\nL1,2026-10-01,300\n",
        ])
        let mending = try mended(inbox) { $0["amount"] = "100" }
        let later = TemporaryInbox([
            "leads-2026-11-15.csv": "lead_id,created_at,amount\nL1,2026-10-01,300\n", "leads.csv": mending,
        ])
        #expect(try later.intake().leads == ["L1 2026-10-01 · · · · 30000"])
        let alone = TemporaryInbox(["x.csv": mending])
        #expect(try alone.intake { $0.rules[.leads] = SourceRules() }.leads == ["L1 2026-10-01 · · · · 10000"])
    }

    @Test func `rows of several files in one file of rejects go each to its own`() throws {
        let inbox = TemporaryInbox([
            "spend-a.csv": "date,amount,vendor\n2026-10-01,x,a\n2026-10-04,1,a\n",
            "spend-b.csv": "date,amount\n2026-10-02,y\n2026-10-05,2\n",
        ])
        inbox.write("spend.csv", try mended(inbox) { $0["amount"] = "9" })
        let after = try inbox.intake()
        #expect(after.costs.count == 4 && after.rejected.isEmpty)
        #expect(["spend-a.csv", "spend-b.csv"].allSatisfy { after.report($0).replaced == 1 })
    }
}
