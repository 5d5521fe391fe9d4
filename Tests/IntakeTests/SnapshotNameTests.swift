import Facts
import Testing

@testable import Intake

/// Snapshots of ARR that bear their day in the file's name alone.
@Suite struct SnapshotNameTests {
    @Test func `the day of a name, of a month its last`() {
        for (name, day) in [
            ("ARR 2026-10-31", "2026-10-31"), ("ARR_20261031", "2026-10-31"), ("MRR by customer Oct 2026", "2026-10-31"),
            ("arr-2026-09", "2026-09-30"),
            ("ARR 202602", "2026-02-28"), ("ARR 31.10.2026", "2026-10-31"), ("ARR 15 Oct 2026", "2026-10-15"),
            ("快照2026年10月31日", "2026-10-31"),
            ("快照2026年10月", "2026-10-31"), ("arr 2026-10-01_2026-10-31", "2026-10-31"), ("ARR Oct 5 2026", "2026-10-05"),
        ] { #expect(NameDates.lastDay(in: name)?.description == day, "\(name)") }
        for name in ["ARR", "ARR 2026", "ARR 2026-W44", "ARR 2026-Q3", "ARR Q3 2026", "ARR 10-11-2026", "arr v2"] {
            #expect(NameDates.lastDay(in: name) == nil, "\(name)")
        }
    }

    @Test func `a file that is called after ARR and bears a date is a snapshot of that day`() throws {
        let result = try TemporaryInbox([
            "ARR 2026-09-30.csv": "Customer ID,Customer Name,ARR\nC1,Acme,1200\nC2,Beta,2400\n",
            "ARR 2026-10-31.csv": "Customer ID,Customer Name,ARR\nC1,Acme,1200\nC3,Ceta,3600\n",
        ]).intake()
        #expect(result.terms.count == 4)
        #expect(result.terms.filter { $0.contains("C2 2026-09-30 2026-10-31 240000") }.count == 1)
        let note = try #require(result.findings.first { $0.kind == .assumedNameDay })
        #expect(note.severity == .note && note.message.contains("2026-"))
        let month = try TemporaryInbox.result("Customer,MRR\nAcme,100\n", name: "MRR by customer Oct 2026.csv")
        #expect(month.terms.count == 1 && month.terms[0].contains("Acme 2026-10-31"))
    }

    @Test func `a column of dates goes before the name, and customers stay customers`() throws {
        let dated = try TemporaryInbox.result("Customer ID,Date,ARR\nC1,2026-08-31,1200\n", name: "ARR 2026-10-31.csv")
        #expect(dated.terms.count == 1 && dated.terms[0].contains("C1 2026-08-31") && !dated.codes.contains("assumed-name-day"))
        let customers = try TemporaryInbox(["客户清单-ARR-20261031.csv": "客户编号,客户名称,行业,ARR\nC1,甲,软件,1200\n"]).intake()
        #expect(customers.terms.isEmpty && customers.codes.contains("unread-revenue") && customers.facts.customers != nil)
        // Another name says nothing of what the rows are.
        let plain = try TemporaryInbox(["export 2026-10-31.csv": "Customer ID,Customer Name,ARR\nC1,Acme,1200\n"]).intake()
        #expect(plain.terms.isEmpty && plain.codes.contains("unread-revenue"))
    }

    @Test func `a snapshot that parts a customer's ARR in rows is told with what is left out`() throws {
        let result = try TemporaryInbox.result(
            "Customer ID,Plan,ARR\nC1,Pro,1200\nC1,Extra,2400\nC2,Pro,1200\nC2,Pro,1200\n", name: "ARR 2026-10-31.csv")
        let finding = try #require(result.findings.first { $0.kind == .repeatedSnapshot })
        #expect(finding.severity == .warning && finding.line == 2 && finding.message.hasPrefix("1 rows"))
        #expect(finding.message.contains("1200.00"))
        let corrected = try TemporaryInbox([
            "ARR 2026-10-31.csv": "Customer ID,ARR\nC1,1200\n", "ARR 2026-10-31 (1).csv": "Customer ID,ARR\nC1,2400\n",
        ]).intake()
        #expect(!corrected.codes.contains("repeated-snapshot"))
    }

    @Test func `a mended row of such a file is of its day too`() throws {
        let mended =
            "Customer ID,ARR,gtm_file,gtm_line,gtm_column,gtm_code,gtm_hint\nC2,2400,ARR 2026-10-31.csv,3,ARR,bad-money,x\n"
        let result = try TemporaryInbox([
            "ARR 2026-10-31.csv": "Customer ID,ARR\nC1,1200\nC2,abc\n", "mended.csv": mended,
        ]).intake { $0.rules[.snapshots, default: SourceRules()].maxRejected = 0.9 }
        #expect(result.terms.count == 2 && result.terms.allSatisfy { $0.contains(" 2026-10-31 ") })
        let alone = try TemporaryInbox(["mended.csv": mended]).intake()
        #expect(alone.terms.count == 1 && alone.terms[0].contains("C2 2026-10-31 "))
    }
}
