import Facts
import Testing

@testable import Intake

/// Exports of places that sell advertising, and of the books, in the header layouts that they document.
@Suite struct VendorSpendTests {
    @Test func `Google Ads' report has titles above it and totals below`() throws {
        let text = """
            Campaign report
            "October 1, 2026 - October 31, 2026"
            Campaign status,Campaign,Campaign ID,Day,Currency code,Cost,Impr.,Clicks,Conversions
            Enabled,Brand,111,2026-10-01,EUR,"1,033.33","12,345",321,4.00
            Enabled,Generic,112,2026-10-02,EUR,0.01,1, --,0.00
            Total: Campaigns, --, --, --,EUR,"1,033.34","12,346",321,4.00
            Total: Account, --, --, --,EUR,"1,033.34","12,346",321,4.00

            """
        let result = try TemporaryInbox.result(text, name: "Campaign report.csv")
        let expected = ["2026-10-01 2026-10-01 206666 marketing", "2026-10-02 2026-10-02 2 marketing"]
        #expect(result.costs == expected)
        #expect(result.export.rejected == 0)
        let inbox = TemporaryInbox(["fx_rates.csv": "currency,rate\nEUR,2\n"])
        inbox.writeUTF16("Campaign report.csv", text.replacing("\"1,033.33\"", with: "1033.33").replacing(",", with: "\t"))
        #expect(try inbox.intake().costs == expected)
    }

    @Test func `Google Ads' report without days is not read, and what it lacks is said`() throws {
        let result = try TemporaryInbox.result(
            """
            Campaign report
            "September 1, 2026 - September 30, 2026"
            Campaign status,Campaign,Budget,Campaign type,Impr.,Interactions,Avg. cost,Cost,Currency code,Conversions,Cost / conv.
            Enabled,Spring,50.00,Search,"40,000",900,1.10,990.00,CAD,30.00,33.00
            Paused,Old,10.00,Display,0,0,0.00,0.00,CAD,0.00,0.00

            """)
        #expect(result.export.source == nil)
        #expect(result.findings.contains { $0.message.contains("most like `spend`, but has no `date`") })
    }

    @Test func `LinkedIn's report is UTF-16 with tabs and lines above it`() throws {
        let inbox = TemporaryInbox(["fx_rates.csv": "currency,rate\nEUR,2\n"])
        inbox.writeUTF16(
            "account_500000_campaign_performance_report.csv",
            """
            Campaign Performance Report (in UTC)
            Report Start: October 1, 2026, 12:00 AM
            Report End: October 31, 2026, 11:59 PM
            Date Generated: November 2, 2026, 8:00 AM

            Start Date (in UTC)\tAccount Name\tCurrency\tCampaign Group Name\tCampaign ID\tCampaign Name\tCampaign Type\tCampaign Start Date\tCampaign End Date\tTotal Spent\tImpressions\tClicks\tClick Through Rate
            10/01/2026\tExample\tEUR\tDefault\t300000001\tCTO whitepaper\tSponsored\t9/1/2026\t\t33.33\t1000\t4\t0.40%
            10/13/2026\tExample\tEUR\tDefault\t300000001\tCTO whitepaper\tSponsored\t9/1/2026\t\t"1,233.34"\t1100\t5\t0.45%

            """)
        let result = try inbox.intake()
        #expect(result.costs == ["2026-10-01 2026-10-01 6666 marketing", "2026-10-13 2026-10-13 246668 marketing"])
    }

    @Test func `Meta's report has its currency in a header, and a range or a day`() throws {
        let days = try TemporaryInbox.result(
            """
            Reporting starts,Reporting ends,Campaign name,Campaign ID,Day,Campaign delivery,Amount spent (EUR),Impressions,Reach,Link clicks,CPC (cost per link click) (EUR)
            2026-10-01,2026-10-31,Autumn,120210000000000001,2026-10-01,active,33.33,5000,4000,100,0.33
            2026-10-01,2026-10-31,Autumn,120210000000000001,2026-10-02,active,"1,000.00",5000,4000,100,10.00

            """, name: "Untitled-report-Oct-1-2026-to-Oct-31-2026.csv")
        #expect(days.costs == ["2026-10-01 2026-10-01 6666 marketing", "2026-10-02 2026-10-02 200000 marketing"])
        let range = try TemporaryInbox.result(
            """
            Campaign name,Campaign delivery,Amount spent (GBP),Impressions,Reporting starts,Reporting ends
                        ,,410.50,9000,2026-10-01,2026-10-31
            Autumn,active,310.00,5000,2026-10-01,2026-10-31
            Winter,active,100.50,4000,2026-10-01,2026-10-31

            """)
        #expect(range.costs == ["2026-10-01 2026-10-31 30150 marketing", "2026-10-01 2026-10-31 93000 marketing"])
        #expect(range.export.excluded == 1)
    }

    @Test func `巨量引擎's report`() throws {
        let result = try TemporaryInbox.result(
            """
            时间-天,项目ID,项目名称,消耗,展示数,平均千次展现费用(元),点击数,点击率%,平均点击单价(元),转化数,平均转化成本,转化率%
            2026-10-01,7001,品牌推广,2000.00,20000,100.00,200,1.00,10.00,10,200.00,5.00
            2026-10-02,7001,品牌推广,1500.50,18000,83.36,190,1.06,7.90,9,166.72,4.74
            合计,,,3500.50,38000,92.12,390,1.03,8.98,19,184.24,4.87

            """
        ) { $0.currency = Currency("CNY") }
        #expect(result.costs == ["2026-10-01 2026-10-01 200000 marketing", "2026-10-02 2026-10-02 150050 marketing"])
        let older = try TemporaryInbox.result(
            """
            推广类型,账户名称,账户ID,计划ID,计划名称,日期,消耗(元),展示次数,点击率(%),点击次数,转化数
            信息流,示例,1,2,秋季,2026-10-01,100.00,2000,1.00,20,1

            """)
        #expect(older.costs == ["2026-10-01 2026-10-01 5000 marketing"])
    }

    @Test func `QuickBooks' transactions by account are costs of the account above them, and their totals none`() throws {
        let result = try TemporaryInbox.result(
            """
            Transaction Detail by Account
            Example Inc.
            "January 1 - October 31, 2026"

            ,Date,Transaction Type,Num,Name,Memo/Description,Split,Amount,Balance
            Advertising & Marketing,,,,,,,,
            ,01/05/2026,Expense,,Inkwell,Press kit,Checking,"1,250.00","1,250.00"
            ,01/17/2026,Bill,B-9,Printers,Flyers,Accounts Payable (A/P),300.50,"1,550.50"
            Total for Advertising & Marketing,,,,,,,"$1,550.50",
            Office Expenses,,,,,,,,
            ,02/03/2026,Expense,,Tools Ltd,Refund,Checking,(20.00),(20.00)
            Total for Office Expenses,,,,,,,$ -20.00,
            TOTAL,,,,,,,"$1,530.50",


            "Sunday, November 1, 2026 05:23 PM GMT-07:00 - Accrual Basis"

            """, name: "Example Inc._Transaction Detail by Account.csv")
        #expect(
            result.costs == [
                "2026-01-05 2026-01-05 125000 marketing", "2026-01-17 2026-01-17 30050 marketing",
                "2026-02-03 2026-02-03 -2000 other",
            ])
        #expect(result.export.rejected == 0)
        #expect(result.codes.contains("group-rows"))
    }

    @Test func `QuickBooks' debits and credits are what was spent and what came back`() throws {
        let result = try TemporaryInbox.result(
            """
            Date,Transaction Type,Num,Name,Memo/Description,Account,Debit,Credit
            01/05/2026,Expense,,Inkwell,Press kit,Advertising & Promotion,"1,250.00",
            01/17/2026,Vendor Credit,,Inkwell,Return,Advertising & Promotion,,250.00

            """)
        #expect(result.costs == ["2026-01-05 2026-01-05 125000 marketing", "2026-01-17 2026-01-17 -25000 marketing"])
    }

    @Test func `Xero's account transactions`() throws {
        let result = try TemporaryInbox.result(
            """
            Account Transactions
            Example Ltd
            For the period 1 January 2026 to 31 October 2026

            Date,Source,Description,Reference,Debit,Credit,Running Balance,Gross,Tax
            Advertising,,,,,,,,
            05 Jan 2026,Payable Invoice,Inkwell - Press kit,INV-1,"1,250.00",0.00,"1,250.00","1,500.00",250.00
            17 Jan 2026,Payable Credit Note,Inkwell - Return,CN-1,0.00,250.00,"1,000.00",(300.00),(50.00)
            Total Advertising,,,,"1,250.00",250.00,"1,000.00","1,200.00",200.00
            Wages and Salaries,,,,,,,,
            Opening Balance,,,,0.00,0.00,0.00,0.00,0.00
            31 Jan 2026,Manual Journal,Payroll,,"4,000.00",0.00,"4,000.00","4,000.00",0.00
            Total Wages and Salaries,,,,"4,000.00",0.00,"4,000.00","4,000.00",0.00
            Total,,,,"5,250.00",250.00,"5,000.00","5,200.00",200.00

            """, name: "Example_Ltd_-_Account_Transactions.csv")
        #expect(
            result.costs == [
                "2026-01-05 2026-01-05 125000 marketing", "2026-01-17 2026-01-17 -25000 marketing",
                "2026-01-31 2026-01-31 400000 other",
            ])
        #expect(result.export.rejected == 0)
    }

    @Test func `an amount's unit may stand in its name`() throws {
        let result = try TemporaryInbox.result("日期,花费(万元),渠道\n2026-10-01,1.5,线下\n", name: "费用.csv")
        #expect(result.costs == ["2026-10-01 2026-10-01 750000 other"])
        let micros = try TemporaryInbox.result("day,campaign_name,cost_micros,clicks\n2026-10-01,Brand,33330000,10\n")
        #expect(micros.costs == ["2026-10-01 2026-10-01 3333 marketing"])
        let month = try TemporaryInbox.result("Month,Campaign,Cost (EUR),Clicks\n2026-10-01,Brand,100,10\n")
        #expect(month.costs == ["2026-10-01 2026-10-31 20000 marketing"])
    }
}
