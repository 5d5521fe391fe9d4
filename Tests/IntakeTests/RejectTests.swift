import CSV
import Facts
import Testing

@testable import Intake

@Suite struct RejectTests {
    /// Each kind of row that cannot be used: file, header, row, code, column.
    static let cases: [(file: String, header: String, row: String, code: String, column: String)] = [
        ("spend.csv", "date,amount", "2026-01-01,abc", "bad-money", "amount"),
        ("spend.csv", "date,amount", "2026-13-01,5", "bad-date", "date"),
        ("spend.csv", "date,amount", ",5", "missing-required", "date"),
        ("spend.csv", "date,end_date,amount", "2026-02-01,2026-01-01,5", "end-before-start", "end_date"),
        ("spend.csv", "date,amount,currency", "2026-01-01,5,XTS", "no-rate", "currency"),
        ("spend.csv", "date,amount", "2026-01-01,999999999999999999", "too-large", "amount"),
        (
            "subscriptions.csv", "customer_id,start_date,end_date,arr", "A,2026-02-01,2026-01-01,5", "end-before-start",
            "end_date"
        ),
        ("subscriptions.csv", "customer_id,start_date,arr", "A,2026-02-01,", "missing-required", "arr"),
        ("subscriptions.csv", "customer_id,start_date,amount,interval", "A,2026-02-01,5,fortnight", "bad-interval", "interval"),
        ("nps.csv", "invited_at,score", "2026-02-01,11", "bad-score", "score"),
        ("nps.csv", "invited_at,score", "2026-02-01,7.5", "bad-score", "score"),
        ("nps.csv", "invited_at,score", "2026-02-01,-1", "bad-score", "score"),
        ("nps.csv", "invited_at,score", "2026-02-01,ten", "bad-score", "score"),
        ("nps.csv", "invited_at,score", ",9", "missing-date", "responded_at"),
        ("leads.csv", "lead_id,created_at", "L1,2026-02-30 10:00", "bad-time", "created_at"),
        ("leads.csv", "lead_id,created_at,won_at", "L1,2026-02-20,soon", "bad-time", "won_at"),
        ("lead_events.csv", "lead_id,stage,at", "L1,dreaming,2026-01-01", "unknown-stage", "stage"),
        ("usage.csv", "customer_id,date,active_users", "A,2026-01-01,many", "bad-number", "active_users"),
        ("usage.csv", "customer_id,date,active_users", "A,2026-01-01,-3", "number-out-of-range", "active_users"),
        ("targets.csv", "metric,period,value", "arr,2026-Q5,3", "bad-period", "period"),
        ("targets.csv", "metric,period,value", "arr,2026-Q4,lots", "bad-percent", "value"),
        ("value_map.csv", "initiative,kind,text", "I1,wish,More", "unknown-kind", "kind"),
        ("initiatives.csv", "initiative_id,name,new_value", "I1,X,perhaps", "bad-flag", "new_value"),
        ("fx_rates.csv", "currency,rate", "EUR,0", "number-out-of-range", "rate"),
    ]

    @Test(arguments: cases.indices)
    func `a row that cannot be used is rejected with its line, column, code and cells`(_ index: Int) throws {
        let (file, header, row, code, column) = Self.cases[index]
        let inbox = TemporaryInbox(["customers.csv": "customer_id\nZ\n"])
        inbox.write(file, header + "\n" + row + "\n")
        let result = try inbox.intake {
            $0.rules[.subscriptions, default: SourceRules()].endDate = .firstDayWithout
            $0.maxRejected = 1
        }
        let report = result.report(file)
        #expect((report.rows, report.rejected, report.facts) == (1, 1, 0), "\(row)")
        let finding = try #require(result.findings.first { $0.code == code }, "\(result.findings)")
        #expect(finding.file == file && finding.line == 2)
        #expect(finding.column ?? "" == column || column == "responded_at")
        #expect(!finding.message.isEmpty && !finding.hint.isEmpty)
        let table = try #require(result.rejected.first)
        #expect(table.header.suffix(5) == ["gtm_file", "gtm_line", "gtm_column", "gtm_code", "gtm_hint"])
        #expect(table.rows.count == 1)
        let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        #expect(Array(table.rows[0].prefix(table.header.count - 5)) == Array(cells.prefix(table.header.count - 5)))
        #expect(Array(table.rows[0].suffix(5).prefix(4)) == [file, "2", finding.column ?? "", code])
    }

    @Test func `a row with more cells than the header is rejected with all of them`() throws {
        let rows = "2026-01-01,5\n2026-01-02,6,more\n2026-01-03,7\n2026-01-04,8\n"
        let result = try TemporaryInbox(["spend.csv": "date,amount\n" + rows]).intake()
        #expect(result.codes.contains("extra-cells"))
        #expect(result.costs.count == 3)
        #expect(result.rejected[0].rows[0].last?.contains("more cells: more") == true)
    }

    @Test func `the rejected money is told by source and currency`() throws {
        let inbox = TemporaryInbox([
            "spend.csv": "date,amount,currency\n2026-01-01,5,\nnever,7.25,\n2026-01-01,100,XTS\n2026-01-01,abc,\n"
        ])
        #expect(
            try inbox.intake().rejectedMoney == [
                MoneySum(source: .spend, currency: "USD", amount: Number(29, over: 4), rows: 1),
                MoneySum(source: .spend, currency: "XTS", amount: Number(100), rows: 1),
            ])
    }

    @Test func `findings of one kind and file are told once, with a count and the first three places`() throws {
        let rows = (0..<90).map { "2026-01-01,x\($0)\n" }.joined()
        let result = try TemporaryInbox(["spend.csv": "date,amount\n2026-01-01,5\n" + rows]).intake()
        #expect(result.findings.count == 1)
        #expect(result.findings[0].count == 90 && result.findings[0].places.map(\.line) == [3, 4, 5])
        #expect(result.findings[0].description.contains("(90 times, next at 4:amount and 5:amount) [bad-money]"))
        #expect(result.rejected[0].rows.count == 90)
    }

    @Test func `a column of decimal commas is read so, and what else is in it is rejected`() throws {
        let inbox = TemporaryInbox(["spend.csv": "date,amount\n01.02.2026,\"1.234,50\"\n13.02.2026,\"12,5\"\n14.02.2026,x\n"])
        let result = try inbox.intake()
        #expect(result.costs == ["2026-02-01 2026-02-01 123450 other", "2026-02-13 2026-02-13 1250 other"])
        #expect(result.rejected.first?.rows.count == 1)
    }

    /// Writes a source's rejects as a file of the inbox, after changing cells.
    private func drop(_ table: RejectedTable, in inbox: TemporaryInbox, _ mend: (inout [String]) -> Void) {
        var writer = Writer()
        writer.append(record: table.header)
        for var row in table.rows {
            mend(&row)
            writer.append(record: row)
        }
        inbox.write("rejected/\(table.source).csv", String(decoding: writer.bytes, as: UTF8.self))
    }

    @Test func `a mended row is read as the line that it mends, and retires the reject`() throws {
        let inbox = TemporaryInbox([
            "spend-2026-10.csv": "date,amount,vendor\n2026-10-01,5,a\n2026-10-02,abc,\"b, \"\"c\"\"\"\n",
            "spend-2026-11.csv": "date,amount,vendor\n2026-11-01,7,d\n",
        ])
        let before = try inbox.intake()
        drop(before.rejected[0], in: inbox) { $0[1] = "6.50" }
        let after = try inbox.intake()
        #expect(
            after.costs == [
                "2026-10-01 2026-10-01 500 other", "2026-10-02 2026-10-02 650 other", "2026-11-01 2026-11-01 700 other",
            ])
        #expect(after.rejected.isEmpty)
        let (mended, original) = (after.report("rejected/spend.csv"), after.report("spend-2026-10.csv"))
        #expect((mended.rows, mended.facts, mended.mended) == (1, 1, 1))
        #expect((original.rows, original.facts, original.replaced, original.rejected) == (2, 1, 1, 0))
    }

    @Test func `a mended row has the age of the file it mends`() throws {
        let inbox = TemporaryInbox([
            "leads-2026-10-31.csv": "lead_id,created_at,amount\nL1,2026-10-01,abc\n",
            "leads-2026-11-15.csv": "lead_id,created_at,amount\nL1,2026-10-01,300\n",
        ])
        drop(try inbox.intake { $0.maxRejected = 1 }.rejected[0], in: inbox) { $0[2] = "100" }
        let after = try inbox.intake()
        #expect(after.leads == ["L1 2026-10-01 · · · · 30000"])
        #expect(after.report("rejected/leads.csv").replaced == 1)
    }

    @Test func `a mended row may be written as its file is, or as programs write`() throws {
        let inbox = TemporaryInbox(["spend.csv": "date,amount\n13.02.2026,\"1.234,5\"\n14.02.2026,x\n15.02.2026,y\n"])
        var values = ["\"2.000,5\"", "1000.25"].makeIterator()
        drop(try inbox.intake().rejected[0], in: inbox) { $0[1] = values.next()!.filter { $0 != "\"" } }
        #expect(
            try inbox.intake().costs == [
                "2026-02-13 2026-02-13 123450 other", "2026-02-14 2026-02-14 200050 other",
                "2026-02-15 2026-02-15 100025 other",
            ])
    }

    @Test func `rejects dropped again unmended are rejected again, once`() throws {
        let inbox = TemporaryInbox(["spend.csv": "date,amount\n2026-10-01,5\n2026-10-02,abc\n"])
        let before = try inbox.intake()
        drop(before.rejected[0], in: inbox) { _ in }
        let after = try inbox.intake()
        #expect(after.costs == before.costs)
        #expect(after.rejected == before.rejected)
    }

    @Test func `rejects of currencies and dates are mended in the same way`() throws {
        let inbox = TemporaryInbox([
            "subscriptions.csv":
                "subscription_id,customer_id,start_date,end_date,arr,currency\nS1,A,2026-01-01,,10,XTS\nS2,B,2026-03-01,2026-02-01,20,\nS3,C,2026-01-01,,30,\n"
        ])
        drop(try inbox.intake().rejected[0], in: inbox) { row in
            row[5] = "USD"
            if row[0] == "S2" { row[3] = "2027-03-01" }
        }
        let after = try inbox.intake()
        #expect(after.terms == ["S1 A 2026-01-01 … 1000", "S2 B 2026-03-01 2027-03-01 2000", "S3 C 2026-01-01 … 3000"])
        #expect(after.rejected.isEmpty)
    }

    @Test func `private columns are left out of the rejects, which say so and cannot be dropped again`() throws {
        let inbox = TemporaryInbox([
            "leads.csv": "lead_id,created_at,amount,company\nL1,never,5,Secret\nL2,2026-01-01,5,Secret\n"
        ])
        let hide: (inout IntakeSettings) -> Void = {
            $0.rules[.leads, default: SourceRules()].privateColumns = ["Company", "amount"]
        }
        let table = try inbox.intake(hide).rejected[0]
        #expect(table.header.prefix(3) == ["lead_id", "created_at", "gtm_file"])
        #expect(table.omitted == ["amount", "company"])
        #expect(table.rows[0].last?.contains("private columns are left out") == true)
        drop(table, in: inbox) { $0[1] = "2026-01-01" }
        let after = try inbox.intake(hide)
        #expect(after.leads.count == 1)
        #expect(after.codes.contains("mended-lacks-columns"))
    }
}
