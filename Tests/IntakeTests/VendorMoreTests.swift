import Facts
import Languages
import Testing

@testable import Intake

/// One row each of more programs of the same kinds: what it becomes, after a letter for the kind of fact.
@Suite struct VendorMoreTests {
    static let exports: [(program: String, fact: String, text: String)] = [
        (
            "Copper", "L 1 2026-09-01 won 2026-10-20 lost - 10000",
            "Opportunity Id,Opportunity,Primary Contact,Company,Value,Currency,Pipeline,Stage,Status,Loss Reason,Close Date,Created Date,Owned By\n1,Acme,Al,Acme,100,USD,Sales,Proposal,Won,,10/20/2026,9/1/2026,Ann\n"
        ),
        (
            "Insightly", "L 1 2026-09-01 won 2026-10-20 lost - 10000",
            "Record ID,Opportunity Name,Opportunity State,Current State Reason,Opportunity Value,Currency,Forecast Close Date,Actual Close Date,Date Created,Date Updated,Organization Name\n1,Acme,WON,x,100,USD,2026-10-31,2026-10-20,2026-09-01 09:00,2026-10-20 09:00,Acme\n"
        ),
        (
            "ActiveCampaign", "L 1 2026-09-01 won - lost 2026-10-20 10000",
            "Deal ID,Title,Value,Currency,Pipeline,Stage,Status,Owner,Created Date,Closed Date,Account Name\n1,Acme,100,USD,Sales,Demo,Lost,Ann,2026-09-01,2026-10-20,Acme\n"
        ),
        (
            "SugarCRM", "L 1 2026-09-01 won · lost · 10000",
            "ID,Opportunity Name,Account Name,Sales Stage,Opportunity Amount,Currency,Expected Close Date,Date Created,Lead Source\n1,Acme,Acme,Closed Won,100,USD,2026-10-20,2026-09-01,Web\n"
        ),
        (
            "Odoo", "L Acme / 2026-09-01 2026-09-01 won 2026-10-20 lost - 10000",
            "External ID,Opportunity,Customer,Expected Revenue,Stage,Created on,Closed Date,Won/Lost\nx1,Acme,Acme,100,Won,2026-09-01 09:00:00,2026-10-20 09:00:00,Won\n"
        ),
        (
            "Zoho Billing", "T SUB-1 C1 2026-01-01 … 120000",
            "Customer ID,Customer Name,Subscription Number,Plan Name,Status,Currency Code,Amount,Interval,Interval Unit,Activated Date,Current Term Starts At,Current Term Ends At,Cancelled Date\nC1,Acme,SUB-1,Pro,Live,USD,100,1,months,2026-01-01,2026-11-01,2026-12-01,\n"
        ),
        (
            "Braintree", "T S1 C1 2026-01-01 … 12000",
            "Subscription ID,Plan ID,Subscription Status,Price,Currency,First Billing Date,Next Billing Date,Billing Frequency (months),Customer ID,Created Date\nS1,pro,Active,10.00,USD,2026-01-01,2026-12-01,1,C1,2026-01-01\n"
        ),
        (
            "SaaSOptics", "T K1 C1 2026-01-01 2027-01-01 120000",
            "Customer Number,Customer Name,Contract Number,Item,Start Date,End Date,Amount,MRR,ARR,Currency\nC1,Acme,K1,Pro,2026-01-01,2026-12-31,1200,100,1200,USD\n"
        ),
        (
            "SatisMeter", "S 2026-10-01 9 · Good",
            "Rating,Feedback,Category,Created,User ID,Name,Email\n9,Good,promoter,2026-10-01 09:00,u1,Ann,a@a.example\n"
        ),
        (
            "Hotjar", "S 2026-10-01 9 · Good",
            "Number,User,Date Submitted,Country,Source URL,Device,How likely are you to recommend us to a friend or colleague?,What's the reason for your score?\n1,u1,2026-10-01 09:00:00,DE,/x,desktop,9,Good\n"
        ),
        (
            "Survicate", "S 2026-10-01 9 · Good",
            "Respondent uuid,Date & Time (UTC),Email,Q1: How likely are you to recommend Example to a friend?,Q1: Score label,Q2: Why?\nr1,2026-10-01 09:00:00,a@a.example,9,Promoter,Good\n"
        ),
        (
            "Alchemer", "S 2026-10-01 9 · Good",
            "Response ID,Time Started,Date Submitted,Status,Contact ID,Language,How likely are you to recommend Example to others?,Comments\n1,2026-10-01 09:00:00,2026-10-01 09:05:00,Complete,,English,9,Good\n"
        ),
        (
            "Jotform", "S 2026-10-01 9 · Good",
            "Submission Date,How likely are you to recommend us to a friend?,Comments\n2026-10-01 09:00:00,9,Good\n"
        ),
        (
            "Pendo", "S 2026-10-01 9 A1 Good",
            "Visitor ID,Account ID,Response Date,NPS Rating,Qualitative Response\nv1,A1,2026-10-01 09:00:00,9,Good\n"
        ),
        (
            "Amazon Ads", "C 2026-10-01 2026-10-01 1000 marketing",
            "Date,Portfolio name,Currency,Campaign Name,Impressions,Clicks,Click-Thru Rate (CTR),Cost Per Click (CPC),Spend\n\"Oct 01, 2026\",P,USD,Brand,1000,10,1%,$1.00,$10.00\n"
        ),
        (
            "Taboola", "C 2026-10-01 2026-10-01 1000 marketing",
            "Day,Campaign,Campaign ID,Impressions,Clicks,CTR,Spent,Currency\n2026-10-01,A,1,1000,10,1%,10.00,USD\n"
        ),
        (
            "Snapchat", "C 2026-10-01 2026-10-01 1000 marketing",
            "Start Time,End Time,Campaign Name,Currency,Amount Spent,Paid Impressions\n2026-10-01,2026-10-01,A,USD,10.00,1000\n"
        ),
        (
            "Apple Search Ads", "C 2026-10-01 2026-10-01 1000 marketing",
            "Date,Campaign Name,Campaign ID,Local Spend,Currency,Impressions,Taps\n2026-10-01,A,1,10.00,USD,1000,10\n"
        ),
        (
            "Wave", "C 2026-10-01 2026-10-01 1000 marketing",
            "Transaction ID,Transaction Date,Account Name,Transaction Description,Debit Amount (Two Column Approach),Credit Amount (Two Column Approach),Account Type\n1,2026-10-01,Advertising & Promotion,Kit,10.00,,Expense\n1,2026-10-01,Cash on Hand,Kit,,10.00,Asset\n"
        ),
        (
            "NetSuite", "C 2026-10-01 2026-10-01 1000 marketing",
            "Date,Document Number,Type,Name,Account,Memo,Amount (Debit),Amount (Credit)\n10/1/2026,1,Bill,Ink,6200 Advertising,Kit,10.00,\n"
        ),
        (
            "Expensify", "C 2026-10-01 2026-10-01 1000 marketing",
            "Timestamp,Merchant,Amount,MCC,Category,Tag,Description,Reimbursable,Original Currency,Original Amount\n2026-10-01,Ink,10.00,,Advertising,,Kit,yes,USD,10.00\n"
        ),
        (
            "飞书", "L 一期 / 示例 / 2026-09-01 2026-09-01 won 2026-10-20 lost - 10000",
            "商机名称,客户名称,预计金额,阶段,赢单日期,输单日期,创建日期\n一期,示例,100,已赢单,2026-10-20,,2026-09-01\n"
        ),
        (
            "悟空CRM", "L 示例 / 2026-10-01 2026-10-01 won · lost · ·",
            "线索名称,线索来源,客户级别,手机,邮箱,创建时间,负责人,是否转化\n示例,官网,A,138,a@a.example,2026-10-01 09:00:00,李四,否\n"
        ),
        (
            "Salesforce in German", "L 006A 2026-09-21 won 2026-10-20 lost - 100000",
            "Opportunity-ID,Opportunity-Name,Phase,Betrag,Schlusstermin,Erstelldatum,Accountname\n006A,Acme,Closed Won,\"1.000,00\",20.10.2026,21.09.2026,Acme\n"
        ),
        (
            "Google Ads in German", "C 2026-10-01 2026-10-01 246912 marketing",
            "Kampagnenbericht\n1. Oktober 2026 - 31. Oktober 2026\nTag,Kampagne,Kampagnenstatus,Währungscode,Kosten,Klicks,Impressionen\n2026-10-01,Marke,Aktiviert,EUR,\"1.234,56\",10,100\nGesamt: Konto,--,--,EUR,\"1.269,06\",20,200\n"
        ),
        (
            "Google Ads by month", "C 2026-09-01 2026-09-30 220000 other",
            "Campaign report\n\"1 September 2026 - 31 October 2026\"\nCampaign,Month,Currency code,Cost\nBrand,September 2026,EUR,\"1,100.00\"\n"
        ),
        (
            "Xero in two currencies", "C 2026-10-05 2026-10-05 30000 marketing",
            "Account Transactions,,,,,,,,\nExample Ltd,,,,,,,,\nFor the period 1 October 2026 to 31 October 2026,,,,,,,,\n,,,,,,,,\nDate,Source,Description,Reference,Currency,Debit (Source),Credit (Source),Debit (GBP),Credit (GBP),Running Balance (GBP)\nAdvertising,,,,,,,,,\n05 Oct 2026,Payable Invoice,Google,INV-1,GBP,100.00,0.00,100.00,0.00,100.00\nTotal Advertising,,,,,,,100.00,20.00,80.00\nTotal,,,,,,,100.00,20.00,80.00\n"
        ),
        (
            "Xero's ledger with taxes", "C 2026-10-25 2026-10-25 1000 marketing",
            "Date,Source,Contact,Description,Reference,Gross,Tax,Net,Account,Account Code\n25/10/2026,Spend Money,Google,Ads,R1,12.00,2.00,10.00,Advertising,400\n"
        ),
        (
            "SurveyMonkey with a group and a score", "S 2026-10-13 3 · Bad",
            "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,How likely is it that you would recommend Example Inc. to a friend or colleague?,,What is the primary reason for your score?\n,,,,,,,,,Response,How likely is it that you would recommend Example Inc. to a friend or colleague?,Open-Ended Response\n11855,4001,10/13/2026 09:00:00 AM,10/13/2026 09:03:00 AM,1.1.1.1,,,,,Detractor,3,Bad\n"
        ),
        (
            "问卷星 without an answer", "S - -1 · (空)",
            "序号,提交答卷时间,所用时间,来源,您有多大可能向朋友或同事推荐我们的产品？,原因\n2,2026/10/2 9:00:00,60秒,微信,(跳过),(空)\n"
        ),
        (
            "Zuora's data source", "T A-S1 A1 2026-01-01 2027-01-01 120000",
            "Account: Account Number,Account: Name,Account: Currency,Subscription: Name,Subscription: Status,Subscription: Contract Effective Date,Subscription: Subscription End Date,Product Rate Plan: Name,Rate Plan Charge: MRR\nA1,Acme,USD,A-S1,Active,2026-01-01,2026-12-31,Pro,100.00\n"
        ),
        (
            "Paddle", "T sub_01 ctm_01 2026-01-01 … 120000",
            "subscription_id,customer_id,customer_email,status,currency_code,product_name,price_name,quantity,unit_price,billing_interval,billing_frequency,started_at,next_billed_at,canceled_at\nsub_01,ctm_01,a@a.example,active,USD,Pro,Monthly,2,50.00,month,1,2026-01-01T10:00:00Z,2026-12-01T10:00:00Z,\n"
        ),
        (
            "ChartMogul", "T S1 C1 2026-01-01 … 120000",
            "Customer external ID,Customer name,Subscription external ID,Plan,Start date,End date,MRR,Currency\nC1,Acme,S1,Pro,2026-01-01,,100.00,USD\n"
        ),
        (
            "Medallia", "S 2026-10-13 9 C1 Good",
            "Survey ID,Response Date,Likelihood to Recommend,Primary Reason for Score,Account ID\n1,10/13/2026,9,Good,C1\n"
        ),
        (
            "Microsoft Forms", "S 2026-10-13 9 · Good",
            "Id,Start time,Completion time,Email,Name,How likely are you to recommend us to a friend or colleague?,Why did you give this score?\n1,10/13/26 9:00:00,10/13/26 9:05:00,anonymous,,9,Good\n"
        ),
        (
            "Sage 50", "C 2026-10-13 2026-10-13 10000 marketing",
            "N/C,Name,Date,Ref,Details,Debit,Credit\n6201,Advertising,13/10/2026,B1,Google,100.00,\n"
        ),
        (
            "Sage Intacct", "C 2026-10-13 2026-10-13 10000 marketing",
            "Posted dt.,Doc,Memo,Department,Location,Vendor,Account no.,Account title,Txn no.,Jrnl,Debit,Credit,Balance\n10/13/2026,B1,Ads,Marketing,US,Google,6201,Advertising,1,APJ,100.00,,100.00\n"
        ),
        (
            "金蝶", "C 2026-10-13 2026-10-13 10000 marketing",
            "日期,凭证字号,科目编码,科目名称,摘要,借方金额,贷方金额,方向,余额\n2026-10-13,记-1,6601.01,销售费用-广告费,投放,100.00,,借,100.00\n2026-10-31,,6601.01,销售费用-广告费,本月合计,100.00,,借,100.00\n"
        ),
    ]

    @Test func `one row of each of many programs`() throws {
        for (program, fact, text) in Self.exports {
            let result = try TemporaryInbox.result(text)
            let facts =
                result.terms.map { "T " + $0 } + result.costs.map { "C " + $0 } + result.leadsWithLosses.map { "L " + $0 }
                + result.surveys.map { "S " + $0 }
            #expect(facts == [fact], "\(program)")
        }
    }
}
