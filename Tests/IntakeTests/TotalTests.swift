import Facts
import Testing

@testable import Intake

/// Rows that sum up others are no facts.
@Suite struct TotalTests {
    /// The minor units of all costs of one file, and the codes found.
    private func costs(_ text: String, _ name: String = "spend.csv") throws -> (
        amounts: [Int64], codes: [String], report: FileReport
    ) {
        let result = try TemporaryInbox([name: text] as KeyValuePairs).intake()
        return (result.facts.spend?.amounts ?? [], result.codes, result.files[0])
    }

    @Test(arguments: [
        // Dated or not, with marks, at the bottom or the top, called so in a column that nobody reads.
        "date,campaign,amount\n2026-10-01,A,100\n2026-10-02,B,500\n2026-10-31,Total,600\n",
        "date,campaign,amount\n2026-10-01,A,100\n2026-10-02,B,500\nTotal,,600\n",
        "date,campaign,amount\n2026-10-01,A,100\n2026-10-02,B,500\n2026-10-31,**TOTAL:**,600\n",
        "date,campaign,amount\n2026-10-31,Grand Total,600\n2026-10-01,A,100\n2026-10-02,B,500\n",
        "date,campaign,amount\nTotal,,600\n2026-10-01,A,100\n2026-10-02,B,500\n",
        "date,ad,amount\n2026-10-01,A,100\n2026-10-02,B,500\n2026-10-31,Gesamtergebnis,600\n",
        "date,campaign,amount,\n2026-10-01,A,100,\n2026-10-02,B,500,\n2026-10-31,,600,Total\n",
        "date,channel,amount\n2026-10-01,A,100\n2026-10-02,B,500\n2026-10-31,Total for October,600\n",
        // With nothing but empty names.
        "date,campaign,amount\n2026-10-01,A,100\n2026-10-02,B,500\n2026-10-31,,600\n",
        "date,campaign,amount\n2026-10-01,A,100\n2026-10-02,B,500\n2026-10-31,--,600\n",
        "date,campaign,amount\n2026-10-31,,600\n2026-10-01,A,100\n2026-10-02,B,500\n",
        "date,campaign,amount\n2026-10-01,A,100\n2026-10-02,B,500\n,,600\n",
        // Off by rounding, with subtotals, with a total of one row each.
        "date,campaign,amount\n2026-10-01,A,100\n2026-10-02,B,500\n2026-10-31,Total,600.02\n",
        "date,campaign,amount\n2026-10-01,A,100\n2026-10-01,A Total,100\n2026-10-02,B,500\n2026-10-02,B Total,500\n2026-10-02,Total,600\n",
        "date,campaign,amount\n2026-10-01,Subtotal,100\n2026-10-01,A,100\n2026-10-02,Subtotal,500\n2026-10-02,B,500\n2026-10-31,Total,600\n",
        // The total twice.
        "date,campaign,amount\n2026-10-01,A,100\n2026-10-02,B,500\n2026-10-31,Subtotal,600\n2026-10-31,Grand total,600\n",
    ])
    func `a total in whatever dress does not count`(_ text: String) throws {
        let (amounts, codes, report) = try costs(text)
        #expect(amounts.sorted() == [10_000, 50_000], "\(codes)")
        #expect(report.rejected == 0 && report.rows == report.facts + report.excluded)
        #expect(!codes.contains("named-like-total"))
    }

    @Test(arguments: [
        "Total", "TOTALS", "Grand total:", "Sub-Total", "合计", "总 计", "小计：", "Gesamt", "Summe", "Zwischensumme", "Total général",
        "Sous-total", "Total general", "Suma total", "Total Geral", "Soma", "Totale", "Totale complessivo", "合計", "総計", "小計",
        "Totaal", "Eindtotaal", "Итого", "Всего", "Results from 2 campaigns", "Ergebnisse von 2 Kampagnen",
        "Résultats de 2 campagnes", "Resultados de 2 campañas", "Risultati di 2 campagne", "Resultaten van 2 campagnes",
        "キャンペーン2件の結果", "2 个广告系列的成效", "Razem", "Celkem", "Toplam", "합계", "Yhteensä", "Grand Totals (2 records)", "总计（元）",
        "Total [EUR]", "Итого:",
    ])
    func `a total is known by its name in many languages`(_ name: String) throws {
        let (amounts, codes, _) = try costs(
            "date,campaign,amount\n2026-10-01,A,100\n2026-10-02,B,500\n2026-10-31,\(name),600\n")
        #expect(amounts == [10_000, 50_000], "\(name) \(codes)")
    }

    @Test(arguments: ["Total Wine", "All", "Totality", "Summer", "Allen & Co", "Gesamtschule", "计算机", "Somme Valley"])
    func `a name that is like a total's alone counts without a word`(_ name: String) throws {
        let (amounts, codes, _) = try costs(
            "date,campaign,amount\n2026-10-01,A,100\n2026-10-02,B,500\n2026-10-31,\(name),601\n")
        #expect(amounts.count == 3 && codes.isEmpty, "\(name) \(codes)")
    }

    @Test func `the words alone count, and that is said`() throws {
        let (amounts, codes, _) = try costs("date,campaign,amount\n2026-10-01,A,100\n2026-10-02,B,500\n2026-10-31,Total,601\n")
        #expect(amounts == [10_000, 50_000, 60_100] && codes == ["named-like-total"])
    }

    @Test func `the sum alone counts, and that is said with its line`() throws {
        let inbox = TemporaryInbox(["spend.csv": "date,campaign,amount\n2026-10-01,A,120\n2026-10-02,B,513\n2026-10-31,C,633\n"]
        )
        let result = try inbox.intake()
        #expect(result.costs.count == 3 && result.codes == ["sum-without-name"])
        #expect(result.findings[0].line == 4 && result.findings[0].severity == .warning)
    }

    @Test func `a campaign of that name is a name though it looks as if missing`() throws {
        let text = "date,campaign,channel,amount\n2026-10-01,A,ads,120\n2026-10-02,B,ads,513\n2026-10-31,NA,ads,633\n"
        let (amounts, codes, _) = try costs(text)
        #expect(amounts.count == 3 && codes == ["sum-without-name"])
        #expect(try costs(text.replacing("NA", with: "N/A")).codes == ["total-row"])
    }

    @Test func `a row with the names of the one above it is no total, one with those of all is`() throws {
        let text = "date,campaign,ad,amount\n2026-10-01,A,x,120\n2026-10-02,B,y,513\n2026-10-31,B,,633\n"
        #expect(try costs(text).codes == ["sum-without-name"])
        #expect(try costs(text.replacing("A,", with: "B,")).codes == ["total-row"])
    }

    @Test func `a row without a name is no total where no row has one, where another cell names it, or where it is no sum`()
        throws
    {
        #expect(try costs("date,amount\n2026-10-01,120\n2026-10-02,513\n2026-10-31,633\n").amounts.count == 3)
        #expect(
            try costs("date,campaign,ad,amount\n2026-10-01,A,x,120\n2026-10-02,B,y,513\n2026-10-31,,z,633\n").amounts.count == 3
        )
        #expect(try costs("date,campaign,amount\n2026-10-01,A,120\n2026-10-02,,120\n").amounts.count == 2)
        #expect(try costs("date,campaign,amount\n2026-10-01,A,120\n2026-10-01,,120\n").amounts.count == 1)
        #expect(try costs("date,campaign,amount\n2026-10-01,A,120\n2026-10-02,B,7\n2026-10-02,,500\n").amounts.count == 3)
    }

    @Test func `a total with a date missing that is no sum is rejected`() throws {
        let (amounts, codes, report) = try costs(
            "date,campaign,amount\n2026-10-01,A,100\n2026-10-02,B,500\n,Total,700\n2026-10-03,C,1\n")
        #expect(amounts == [10_000, 50_000, 100] && codes == ["missing-required"] && report.rejected == 1)
    }

    @Test func `a total counts rows that were rejected above it, and rows that cannot be read may be why it is more`() throws {
        let unread = "date,campaign,amount\n2026-10-01,A,100\n2026-10-02,B,2OO\n2026-10-31,Total,300\n"
        let unproved = try costs(unread)
        #expect(unproved.amounts == [10_000] && unproved.codes == ["bad-money", "unproved-total"])
        let (amounts, codes, report) = try costs(
            "date,campaign,amount\n2026-10-01,A,100\nsoon,B,200\n2026-10-31,Total,300\n2026-10-31,,300\n")
        #expect(amounts == [10_000] && codes == ["bad-date", "total-row"])
        #expect(report.rejected == 1 && report.excluded == 2)
    }

    @Test func `a customer of that name beside a total of it all`() throws {
        let inbox = TemporaryInbox([
            "arr_snapshots.csv":
                "customer_id,date,arr\nC1,2026-10-31,1000\nTotal,2026-10-31,500\nC2,2026-10-31,2000\nGrand total,2026-10-31,3500\n"
        ])
        let result = try inbox.intake()
        #expect(result.facts.terms?.arr == [100_000, 50_000, 200_000])
        #expect(result.codes == ["named-like-total", "total-row"])
    }

    @Test func `each month's total, beside its month or all at the end`() throws {
        let rows = ["C1,2026-09-30,1000\nC2,2026-09-30,2000\n", "C1,2026-10-31,1500\nC2,2026-10-31,2500\n"]
        let totals = ["Total,2026-09-30,3000\n", "Total,2026-10-31,4000\n"]
        for text in [
            rows[0] + totals[0] + rows[1] + totals[1], totals[0] + rows[0] + totals[1] + rows[1],
            rows[0] + rows[1] + totals[0] + totals[1], rows[0] + rows[1] + totals[1] + totals[0],
        ] {
            let result = try TemporaryInbox(["arr_snapshots.csv": "customer_id,date,arr\n" + text]).intake()
            #expect(result.facts.terms?.count == 4 && result.codes == ["total-row"], "\(text)")
        }
    }

    @Test func `two amount columns must both be sums`() throws {
        func rows(_ total: String) throws -> Int? {
            try TemporaryInbox([
                "usage.csv":
                    "customer_id,date,active_users,seats\nA,2026-10-01,5,10\nB,2026-10-01,7,20\nTotal,2026-10-01,\(total)\n"
            ]).intake().facts.usage?.active.count
        }
        #expect(try rows("12,30") == 2)
        #expect(try rows("12,") == 2)
        #expect(try rows("12,31") == 3)
    }

    @Test func `totals of teams, subscriptions, one-off sales and leads`() throws {
        let inbox = TemporaryInbox([
            "headcount.csv": "date,team,fte\n2026-10,Sales,3\n2026-10,Marketing,2\n2026-10,Total,5\n",
            "subscriptions.csv":
                "subscription_id,customer_id,start_date,mrr\nS1,A,2026-01-01,100\nS2,B,2026-01-01,50\nTotal,Total,2026-01-01,150\n",
            "one_off_revenue.csv": "date,amount,customer_id\n2026-10-01,10,A\n2026-10-02,20,B\n2026-10-31,30,合计\n",
            "leads.csv": "lead_id,created_at,amount\nL1,2026-10-01,10\nL2,2026-10-02,20\nTotal,2026-10-31,30\n",
        ])
        let result = try inbox.intake()
        #expect(result.facts.headcount?.teams == ["Sales", "Marketing"])
        #expect(result.terms == ["S1 A 2026-01-01 … 120000", "S2 B 2026-01-01 … 60000"])
        #expect(result.facts.oneOffs.map(\.amount) == [1000, 2000])
        #expect(result.leads.count == 2)
        #expect(result.codes == ["total-row"] && result.findings.count == 4)
    }

    @Test func `a total far down a long file, in parts and in the whole`() throws {
        var text = "date,campaign,amount\n"
        for month in 1...9 {
            for row in 1...2000 { text += "2026-0\(month)-15,C\(row % 7),\(row % 89).\(10 + row % 90)\n" }
            let sum = (1...2000).reduce(0) { $0 + $1 % 89 * 100 + 10 + $1 % 90 }
            text += "2026-0\(month)-28,Subtotal,\(sum / 100).\(Day.twoDigits(sum % 100))\n"
        }
        let sum = 9 * (1...2000).reduce(0) { $0 + $1 % 89 * 100 + 10 + $1 % 90 }
        text += "2026-09-30,,\(sum / 100).\(Day.twoDigits(sum % 100))\n"
        let inbox = TemporaryInbox(["spend.csv": text])
        for workers in [1, 3] {
            let result = try inbox.intake { $0.workers = workers }
            #expect(result.facts.spend?.amounts.count == 18_000)
            #expect(result.files[0].excluded == 10)
        }
    }
}
