import Facts
import Languages
import Testing

@testable import Intake

/// Exports of programs of the same kinds that the aliases were not written for.
@Suite struct VendorKinTests {
    @Test func `Zuora's charges have their object before each name`() throws {
        let result = try TemporaryInbox.result(
            """
            Account: Account Number,Account: Name,Subscription: Name,Subscription: Status,Rate Plan Charge: MRR,Rate Plan Charge: Effective Start Date,Rate Plan Charge: Effective End Date,Account: Currency,Product: Name
            A-1,Acme,S-1,Active,100,2026-01-01,2027-01-01,USD,Pro
            A-2,Bolt,S-2,Draft,50,2026-02-01,,EUR,Pro

            """)
        #expect(result.terms == ["S-1 A-1 2026-01-01 2027-01-01 120000"])
        #expect(result.export.excluded == 1)
    }

    @Test func `Maxio's subscriptions are in cents`() throws {
        let result = try TemporaryInbox.result(
            """
            subscription_id,customer_id,customer_reference,state,product_name,product_price_in_cents,interval,interval_unit,currency,activated_at,created_at,canceled_at,expires_at,current_period_started_at,current_period_ends_at,next_assessment_at
            9001,500,shop-1,active,Pro,29900,1,month,USD,2026-03-05 12:00:00 -0500,2026-03-05 12:00:00 -0500,,,2026-11-05 12:00:00 -0500,2026-12-05 12:00:00 -0500,2026-12-05 12:00:00 -0500
            9002,501,shop-2,canceled,Pro,120000,12,month,EUR,2025-03-05 12:00:00 -0500,2025-03-05 12:00:00 -0500,2026-02-01 12:00:00 -0500,,2025-03-05 12:00:00 -0500,2026-03-05 12:00:00 -0500,

            """)
        #expect(result.terms == ["9001 500 2026-03-05 … 358800", "9002 501 2025-03-05 2026-02-01 240000"])
    }

    @Test func `Zoho CRM's deals have a closing date`() throws {
        let result = try TemporaryInbox.result(
            """
            Record Id,Deal Owner.id,Deal Owner,Amount,Deal Name,Closing Date,Account Name.id,Account Name,Stage,Type,Probability (%),Expected Revenue,Next Step,Lead Source,Contact Name,Created Time,Modified Time,Currency
            zcrm_1,zcrm_9,Ann,1000,Acme,2026-10-20,zcrm_71,Acme,Closed Won,New,100,1000,,Web,Al,2026-09-01 09:00:00,2026-10-20 09:00:00,USD
            zcrm_2,zcrm_9,Ann,500,Bolt,2026-10-21,zcrm_72,Bolt,Closed Lost to Competition,New,0,0,,Web,Bo,2026-09-02 09:00:00,2026-10-21 09:00:00,EUR
            zcrm_3,zcrm_9,Ann,300,Cord,2026-12-31,zcrm_73,Cord,Negotiation/Review,New,90,270,,Web,Cy,2026-09-03 09:00:00,2026-10-22 09:00:00,USD

            """, name: "Deals_2026_11_01.csv")
        #expect(
            result.leadsWithLosses == [
                "zcrm_1 2026-09-01 won 2026-10-20 lost - 100000", "zcrm_2 2026-09-02 won - lost 2026-10-21 100000",
                "zcrm_3 2026-09-03 won - lost - 30000",
            ])
    }

    @Test func `Zoho CRM's leads`() throws {
        let result = try TemporaryInbox.result(
            """
            Record Id,Lead Owner.id,Lead Owner,Company,First Name,Last Name,Title,Email,Phone,Lead Source,Lead Status,Industry,Created Time,Converted Date Time
            zcrm_1,zcrm_9,Ann,Acme,Al,Lee,CTO,a@a.example,1,Web,Contacted,IT,2026-09-01 09:00:00,2026-09-05 09:00:00
            zcrm_2,zcrm_9,Ann,Bolt,Bo,Moe,CFO,b@b.example,2,Event,Junk Lead,IT,2026-09-02 09:00:00,

            """)
        #expect(result.leads == ["zcrm_1 2026-09-01 · · 2026-09-05 · ·", "zcrm_2 2026-09-02 · · - · ·"])
    }

    @Test func `Dynamics 365's opportunities`() throws {
        let result = try TemporaryInbox.result(
            """
            (Do Not Modify) Opportunity,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Topic,Account,Est. Revenue,Actual Revenue,Est. Close Date,Actual Close Date,Status,Status Reason,Owner,Created On
            8a1f,x,2026-10-20 09:00,Acme 100,Acme,1000,1000,2026-10-01,2026-10-20,Won,Won,Ann,2026-09-01 09:00
            8a2f,x,2026-10-21 09:00,Bolt 10,Bolt,500,0,2026-10-01,2026-10-21,Lost,Out-Sold,Ann,2026-09-02 09:00
            8a3f,x,2026-10-22 09:00,Cord 5,Cord,300,,2026-12-31,,Open,In Progress,Ann,2026-09-03 09:00

            """)
        #expect(
            result.leadsWithLosses == [
                "8a1f 2026-09-01 won 2026-10-20 lost - 100000", "8a2f 2026-09-02 won - lost 2026-10-21 50000",
                "8a3f 2026-09-03 won - lost - 30000",
            ])
    }

    @Test func `Freshsales' deals`() throws {
        let result = try TemporaryInbox.result(
            """
            ID,Name,Deal value,Currency,Deal stage,Deal pipeline,Closed date,Expected close date,Sales account,Sales owner,Lost reason,Created at,Updated at
            1,Acme,1000,USD,Won,Default,2026-10-20,2026-10-31,Acme,Ann,,2026-09-01 09:00:00,2026-10-20 09:00:00
            2,Bolt,500,EUR,Lost,Default,2026-10-21,2026-10-31,Bolt,Ann,Price,2026-09-02 09:00:00,2026-10-21 09:00:00
            3,Cord,300,USD,Demo,Default,,2026-12-31,Cord,Ann,,2026-09-03 09:00:00,2026-10-22 09:00:00

            """)
        #expect(
            result.leadsWithLosses == [
                "1 2026-09-01 won 2026-10-20 lost - 100000", "2 2026-09-02 won - lost 2026-10-21 100000",
                "3 2026-09-03 won - lost - 30000",
            ])
    }

    @Test func `Close's opportunities`() throws {
        let result = try TemporaryInbox.result(
            """
            id,lead_id,lead_name,contact_name,status_type,status_label,value,value_currency,value_period,confidence,user_name,date_created,date_won,date_lost,note
            oppo_1,lead_1,Acme,Al,won,Won,1000,USD,one_time,100,Ann,2026-09-01 09:00:00,2026-10-20,,
            oppo_2,lead_2,Bolt,Bo,lost,Lost,500,EUR,one_time,0,Ann,2026-09-02 09:00:00,,2026-10-21,
            oppo_3,lead_3,Cord,Cy,active,Active,300,USD,one_time,50,Ann,2026-09-03 09:00:00,,,

            """)
        #expect(
            result.leadsWithLosses.map { $0.split(separator: " ").dropFirst().joined(separator: " ") } == [
                "2026-09-01 won 2026-10-20 lost - 100000", "2026-09-02 won - lost 2026-10-21 100000",
                "2026-09-03 won - lost - 30000",
            ])
    }

    @Test func `Qualtrics' answers are under three lines of names`() throws {
        let result = try TemporaryInbox.result(
            #"""
            StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,LocationLatitude,LocationLongitude,DistributionChannel,UserLanguage,Q1_NPS_GROUP,Q1,Q2
            Start Date,End Date,Response Type,IP Address,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,Recipient Last Name,Recipient First Name,Recipient Email,External Data Reference,Location Latitude,Location Longitude,Distribution Channel,User Language,On a scale from 0-10 how likely are you to recommend Example to a friend or colleague? - Group,On a scale from 0-10 how likely are you to recommend Example to a friend or colleague?,Why did you give this score?
            "{""ImportId"":""startDate"",""timeZone"":""America/Denver""}","{""ImportId"":""endDate"",""timeZone"":""America/Denver""}","{""ImportId"":""status""}","{""ImportId"":""ipAddress""}","{""ImportId"":""progress""}","{""ImportId"":""duration""}","{""ImportId"":""finished""}","{""ImportId"":""recordedDate"",""timeZone"":""America/Denver""}","{""ImportId"":""_recordId""}","{""ImportId"":""recipientLastName""}","{""ImportId"":""recipientFirstName""}","{""ImportId"":""recipientEmail""}","{""ImportId"":""externalDataReference""}","{""ImportId"":""locationLatitude""}","{""ImportId"":""locationLongitude""}","{""ImportId"":""distributionChannel""}","{""ImportId"":""userLanguage""}","{""ImportId"":""QID1_NPS_GROUP""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}"
            2026-10-01 09:00:00,2026-10-01 09:05:00,IP Address,10.0.0.1,100,300,True,2026-10-01 09:05:02,R_1,Lee,Ann,a@a.example,C-1,47.1,8.5,email,EN,Promoter,10,Great
            2026-10-02 09:00:00,2026-10-02 09:05:00,IP Address,10.0.0.2,100,300,True,2026-10-02 09:05:02,R_2,Moe,Bo,b@b.example,C-2,47.1,8.5,email,EN,Detractor,3,Slow

            """#)
        #expect(
            result.surveys == ["2026-10-01 10 C-1 Great", "2026-10-02 3 C-2 Slow"]
                || result.surveys == ["2026-10-01 10 · Great", "2026-10-02 3 · Slow"])
        #expect(result.export.rejected == 0)
    }

    @Test func `AskNicely's answers`() throws {
        let result = try TemporaryInbox.result(
            """
            response_id,person_id,name,email,answer,comment,status,sent,opened,responded,question_type
            1,11,Ann,a@a.example,10,Great,won,2026-10-01 09:00:00,2026-10-01 10:00:00,2026-10-01 11:00:00,nps
            2,12,Bo,b@b.example,,,,2026-10-02 09:00:00,,,nps

            """)
        #expect(result.surveys == ["2026-10-01 10 · Great", "- -1 · "])
    }

    @Test func `Google Forms' answers`() throws {
        let result = try TemporaryInbox.result(
            """
            Timestamp,Email Address,"On a scale of 0 to 10, how likely are you to recommend our product to others?",What could we do better?
            2026/10/01 9:05:02 AM GMT+2,a@a.example,9,Faster exports
            2026/10/02 9:05:02 AM GMT+2,b@b.example,4,

            """)
        #expect(result.surveys == ["2026-10-01 9 · Faster exports", "2026-10-02 4 · "])
    }

    @Test func `腾讯问卷's answers`() throws {
        let result = try TemporaryInbox.result(
            """
            编号,开始答题时间,结束答题时间,答题时长,语言,地理位置国家和地区,1.您有多大可能将我们推荐给同事？,2.请说明您打分的理由
            1,2026-10-01 09:00:00,2026-10-01 09:01:00,60,简体中文,中国,9,好用
            2,2026-10-02 09:00:00,2026-10-02 09:01:00,60,简体中文,中国,5,一般

            """)
        #expect(result.surveys == ["2026-10-01 9 · 好用", "2026-10-02 5 · 一般"])
    }

    @Test func `Microsoft Advertising's report`() throws {
        let result = try TemporaryInbox.result(
            """
            "Report Name: Campaign Performance"
            "Report Time: 10/1/2026,10/31/2026"
            "Time Zone: (GMT-08:00) Pacific Time (US & Canada); Tijuana"
            "Last Completed Available Day: 11/1/2026"

            "Gregorian date","Account name","Account number","Campaign name","Campaign status","Currency code","Impressions","Clicks","CTR","Avg. CPC","Spend"
            "10/1/2026","Example","X0001","Brand","Active","EUR","1000","10","1.00%","1.00","10.00"
            "10/13/2026","Example","X0001","Brand","Active","EUR","2000","20","1.00%","1.00","1,020.50"

            "©2026 Microsoft Corporation. All rights reserved. "

            """)
        #expect(result.costs == ["2026-10-01 2026-10-01 2000 marketing", "2026-10-13 2026-10-13 204100 marketing"])
    }

    @Test func `the reports of TikTok, X, Reddit and Pinterest`() throws {
        let tiktok =
            "By Day,Campaign name,Ad group name,Cost,Currency,Impressions,Clicks (destination)\n2026-10-01,Autumn,All,12.50,EUR,1000,10\nTotal of 1 results,-,-,12.50,EUR,1000,10\n"
        let x = "Time period,Campaign name,Campaign ID,Impressions,Spend,Currency\n2026-10-01,Autumn,1,1000,12.50,EUR\n"
        let reddit =
            "Date,Campaign Name,Ad Group Name,Impressions,Clicks,Amount Spent (EUR)\n2026-10-01,Autumn,All,1000,10,12.50\n"
        let pinterest =
            "Date,Campaign name,Campaign ID,Impressions,Spend in account currency,Account currency\n2026-10-01,Autumn,1,1000,12.50,EUR\n"
        for text in [tiktok, x, reddit, pinterest] {
            let result = try TemporaryInbox.result(text)
            #expect(result.costs == ["2026-10-01 2026-10-01 2500 marketing"], "\(text)")
        }
    }

    @Test func `the reports of 腾讯广告 and 百度推广`() throws {
        let tencent = "日期,账户ID,广告名称,曝光次数,点击次数,花费(元),转化目标量\n2026-10-01,1,秋季,1000,10,20.00,1\n总计,,,1000,10,20.00,1\n"
        let baidu = "日期,账户,推广计划,展现,点击,消费,点击率,平均点击价格\n2026-10-01,示例,秋季,1000,10,20.00,1.00%,2.00\n"
        for text in [tencent, baidu] {
            let result = try TemporaryInbox.result(text) { $0.currency = Currency("CNY") }
            #expect(result.costs == ["2026-10-01 2026-10-01 2000 marketing"], "\(text)")
        }
    }

    @Test func `the books of Sage, FreshBooks and Zoho`() throws {
        let sage =
            "Date,Type,Reference,Details,Nominal Code,Nominal Name,Debit,Credit,Balance\n05/01/2026,PI,INV-1,Press kit,6201,Advertising,1250.00,,1250.00\n17/01/2026,PC,CN-1,Return,6201,Advertising,,250.00,1000.00\n"
        #expect(
            try TemporaryInbox.result(sage).costs == [
                "2026-01-05 2026-01-05 125000 marketing", "2026-01-17 2026-01-17 -25000 marketing",
            ])
        let freshbooks =
            "Date,Expense Category,Vendor,Description,Client,Amount,Currency,Tax\n2026-01-05,Advertising,Inkwell,Press kit,,1250.00,EUR,0\n"
        #expect(try TemporaryInbox.result(freshbooks).costs == ["2026-01-05 2026-01-05 250000 marketing"])
        let zoho =
            "Expense Date,Expense Description,Expense Account,Paid Through,Vendor,Project Name,Customer Name,Currency Code,Exchange Rate,Expense Amount,Total,Is Billable\n2026-01-05,Press kit,Advertising And Marketing,Petty Cash,Inkwell,,,EUR,1.00,1250.00,1250.00,false\n"
        #expect(try TemporaryInbox.result(zoho).costs == ["2026-01-05 2026-01-05 250000 marketing"])
    }

    @Test func `a Chinese ledger has balances and totals of months between its entries`() throws {
        let result = try TemporaryInbox.result(
            """
            日期,凭证字号,科目编码,科目名称,摘要,借方金额,贷方金额,方向,余额
            2026-01-01,,660101,广告费,期初余额,,,平,0.00
            2026-01-05,记-3,660101,广告费,支付广告费,1250.00,,借,1250.00
            2026-01-17,记-9,660101,广告费,冲回,,250.00,借,1000.00
            2026-01-31,,660101,广告费,本月合计,1250.00,250.00,借,1000.00
            2026-01-31,,660101,广告费,本年累计,1250.00,250.00,借,1000.00

            """
        ) { $0.currency = Currency("CNY") }
        #expect(result.costs == ["2026-01-05 2026-01-05 125000 marketing", "2026-01-17 2026-01-17 -25000 marketing"])
    }

    @Test func `German headers of the general sources`() throws {
        let spend =
            "Buchungstag;Kategorie;Kampagne;Betrag;Währung\n05.01.2026;Marketing;Herbst;1.250,00;EUR\n17.01.2026;Vertrieb;;99,50;EUR\n"
        #expect(
            try TemporaryInbox.result(spend, name: "ausgaben.csv") { $0.locale = "de" }.costs == [
                "2026-01-05 2026-01-05 250000 marketing", "2026-01-17 2026-01-17 19900 sales",
            ])
        let terms =
            "Vertragsnummer;Kundennummer;Vertragsbeginn;Vertragsende;Betrag;Abrechnungszeitraum;Währung\nV1;K1;01.01.2026;01.01.2027;100,00;monatlich;EUR\n"
        #expect(
            try TemporaryInbox.result(terms, name: "abos.csv") { $0.locale = "de" }.terms == [
                "V1 K1 2026-01-01 2027-01-01 240000"
            ])
    }
}
