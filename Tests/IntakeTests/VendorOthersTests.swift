import Facts
import Testing

@testable import Intake

/// Exports of programs that the guide has no section for: what a few rows of each become, after a letter for the kind of fact.
@Suite struct VendorOthersTests {
    typealias Export = (program: String, facts: [String], text: String)

    static let billing: [Export] = [
        (
            "ChartMogul, subscriptions", ["T S1 C1 2026-01-01 … 120000", "T S2 C2 2026-02-01 2026-05-01 240000"],
            "Customer name,Customer external ID,Subscription external ID,Plan,Quantity,Subscription MRR,Subscription ARR,Currency,Start date,End date,Subscription status\nAcme,C1,S1,Pro,1,100.00,1200.00,USD,2026-01-01,,Active\nBeta,C2,S2,Pro,2,200.00,2400.00,USD,2026-02-01,2026-05-01,Cancelled\n"
        ),
        (
            "ProfitWell", ["T  C1 2026-01-01 … 120000"],
            "Customer ID,Email,Status,Plan Name,Plan Interval,Plan Currency,MRR,Activated On,Churned On\nC1,a@a.example,active,Pro,month,usd,100.00,2026-01-01,\n"
        ),
        (
            "Zuora, subscriptions", ["T A-S1 A1 2026-01-15 2027-01-15 120000"],
            "Subscription Number,Account Number,Account Name,Status,Contract Effective Date,Service Activation Date,Subscription Start Date,Subscription End Date,Term Type,MRR,Currency,Auto Renew\nA-S1,A1,Acme,Active,2026-01-01,2026-01-10,2026-01-15,2027-01-15,TERMED,100.00,USD,true\n"
        ),
        (
            "Maxio", ["T 77 C1 2026-01-15 … 120000"],
            "Subscription ID,Customer ID,Customer Name,Product Name,State,Activated At,Current Period Started At,Current Period Ends At,Canceled At,MRR in Cents,Currency\n77,C1,Acme,Pro,active,2026-01-15 10:00:00,2026-11-15 10:00:00,2026-12-15 10:00:00,,10000,USD\n"
        ),
        (
            "Paddle Classic", ["T 501 a@a.example 2026-01-15 … 120000"],
            "Subscription ID,Customer Email,Product Name,Status,Quantity,Unit Price,Currency,Billing Interval,Start Date,Cancelled Date\n501,a@a.example,Pro,active,2,50.00,USD,Monthly,2026-01-15,\n"
        ),
        (
            "Lemon Squeezy", ["T 31 8 2026-01-15 2026-06-15 120000"],
            "id,store_id,customer_id,customer_name,customer_email,product_name,variant_name,status,price,currency,interval,created_at,renews_at,ends_at\n31,1,8,Acme,a@a.example,Pro,Monthly,expired,100.00,USD,month,2026-01-15T10:00:00Z,2026-06-15T10:00:00Z,2026-06-15T10:00:00Z\n"
        ),
        (
            "Fastbill, German", ["T 9 K1 2026-01-15 … 120000"],
            "Abonummer;Kundennummer;Tarif;Betrag;Währung;Abrechnungsintervall;Startdatum;Enddatum;Status\n9;K1;Pro;100,00;USD;monatlich;15.01.2026;;aktiv\n"
        ),
    ]

    static let crm: [Export] = [
        (
            "Zoho CRM", ["L z1 2026-09-01 won 2026-10-20 lost - 10000", "L z2 2026-09-02 won - lost 2026-10-21 5000"],
            "Record Id,Deal Owner,Amount,Deal Name,Closing Date,Account Name,Stage,Type,Probability (%),Lead Source,Currency,Created Time,Modified Time\nz1,Ann,100,A,2026-10-20,Acme,Closed Won,New,100,Web,USD,2026-09-01 09:00:00,2026-10-20 09:00:00\nz2,Ann,50,B,2026-10-21,Beta,Closed Lost to Competition,New,0,Web,USD,2026-09-02 09:00:00,2026-10-21 09:00:00\n"
        ),
        (
            "Dynamics 365", ["L 8a1f 2026-09-01 won 2026-10-20 lost - 10000", "L 8a2f 2026-09-02 won - lost 2026-10-21 5000"],
            "(Do Not Modify) Opportunity,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Topic,Potential Customer,Est. Close Date,Est. Revenue,Status,Status Reason,Actual Close Date,Actual Revenue,Created On\n8a1f,x,2026-10-20 09:00,A,Acme,2026-10-31,120,Won,Won,2026-10-20,100,2026-09-01 09:00\n8a2f,x,2026-10-21 09:00,B,Beta,2026-10-31,50,Lost,Out-Sold,2026-10-21,50,2026-09-02 09:00\n"
        ),
        (
            "Freshsales", ["L 11 2026-09-01 won 2026-10-20 lost - 10000", "L 12 2026-09-02 won - lost - 5000"],
            "Deal id,Deal name,Deal value,Currency,Deal stage,Deal pipeline,Expected close date,Closed date,Sales owner,Account name,Created at\n11,A,100,USD,Won,Default,2026-10-31,2026-10-20,Ann,Acme,2026-09-01 09:00\n12,B,50,USD,Negotiation,Default,2026-12-31,,Ann,Beta,2026-09-02 09:00\n"
        ),
        (
            "Close", ["L oppo_1 2026-09-01 won 2026-10-20 lost - ·", "L oppo_2 2026-09-02 won - lost 2026-10-21 ·"],
            "id,lead_id,lead_name,status_label,status_type,date_created,date_won,date_lost,confidence,user_name,value_period\noppo_1,lead_1,Acme,Won,won,2026-09-01T09:00:00+00:00,2026-10-20,,100,Ann,monthly\noppo_2,lead_2,Beta,Lost - price,lost,2026-09-02T09:00:00+00:00,,2026-10-21,0,Ann,monthly\n"
        ),
        (
            "monday", ["L 5001 2026-09-01 won 2026-10-20 lost - 10000"],
            "Name,Stage,Owner,Deal value,Account,Close date,Created date,Item ID\nA,Won,Ann,100,Acme,2026-10-20,2026-09-01,5001\n"
        ),
        (
            "HubSpot in German",
            ["L 901 2026-09-01 won 2026-10-20 lost - 10000", "L 902 2026-09-02 won - lost 2026-10-21 5000"],
            "Datensatz-ID,Deal-Name,Deal-Phase,Pipeline,Abschlussdatum,Erstellungsdatum,Betrag,Währung,Zuständiger Mitarbeiter für Deal\n901,A,Abgeschlossen und gewonnen,Vertrieb,2026-10-20 10:00,2026-09-01 09:00,100,USD,Ann\n902,B,Abgeschlossen und verloren,Vertrieb,2026-10-21 10:00,2026-09-02 09:00,50,USD,Ann\n"
        ),
        (
            "HubSpot in French", ["L 901 2026-09-01 won 2026-10-20 lost - 10000"],
            "ID de l'objet,Nom de la transaction,Phase de la transaction,Pipeline,Date de fermeture,Date de création,Montant,Devise\n901,A,Fermé gagné,Ventes,2026-10-20 10:00,2026-09-01 09:00,100,USD\n"
        ),
        (
            "HubSpot in Spanish", ["L 901 2026-09-01 won - lost 2026-10-20 10000"],
            "ID de registro,Nombre del negocio,Etapa del negocio,Pipeline,Fecha de cierre,Fecha de creación,Valor,Moneda\n901,A,Cierre perdido,Ventas,2026-10-20 10:00,2026-09-01 09:00,100,USD\n"
        ),
        (
            "HubSpot in Japanese", ["L 901 2026-09-01 won 2026-10-20 lost - 10000"],
            "レコードID,取引名,取引ステージ,パイプライン,クローズ日,作成日,金額,通貨\n901,A,成約,営業,2026-10-20 10:00,2026-09-01 09:00,100,USD\n"
        ),
        (
            "Pipedrive in Portuguese", ["L 31 2026-09-01 won 2026-10-20 lost - 10000"],
            "Negócio - ID,Negócio - Título,Negócio - Valor,Negócio - Moeda,Negócio - Status,Negócio - Data de criação,Negócio - Data de ganho,Negócio - Data de perda,Negócio - Organização\n31,A,100,USD,Ganho,2026-09-01 09:00:00,2026-10-20 09:00:00,,Acme\n"
        ),
        (
            "销帮帮", ["L X-1 2026-09-01 won 2026-10-20 lost - 10000"],
            "销售机会编号,机会名称,关联客户,预计金额(USD),销售阶段,结单日期,负责人,创建时间\nX-1,甲,某公司,100,赢单,2026-10-20,李四,2026-09-01 09:00\n"
        ),
    ]

    static let surveys: [Export] = [
        (
            "Qualtrics", ["S 2026-10-13 9 C1 Good", "S 2026-10-14 3 C2 Bad"],
            "StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,ExternalReference,Q1_NPS_GROUP,Q1,Q2\nStart Date,End Date,Response Type,IP Address,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,External Data Reference,How likely are you to recommend Example to a friend? - Group,How likely are you to recommend Example to a friend?,What is the main reason for your score?\n\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"endDate\"\"}\",\"{\"\"ImportId\"\":\"\"status\"\"}\",\"{\"\"ImportId\"\":\"\"ipAddress\"\"}\",\"{\"\"ImportId\"\":\"\"progress\"\"}\",\"{\"\"ImportId\"\":\"\"duration\"\"}\",\"{\"\"ImportId\"\":\"\"finished\"\"}\",\"{\"\"ImportId\"\":\"\"recordedDate\"\"}\",\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"externalDataReference\"\"}\",\"{\"\"ImportId\"\":\"\"QID1_NPS_GROUP\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\"}\"\n2026-10-13 09:00:00,2026-10-13 09:05:00,IP Address,1.1.1.1,100,300,True,2026-10-13 09:05:01,R_1,C1,Promoter,9,Good\n2026-10-14 09:00:00,2026-10-14 09:05:00,IP Address,1.1.1.2,100,300,True,2026-10-14 09:05:01,R_2,C2,Detractor,3,Bad\n"
        ),
        (
            "AskNicely", ["S 2026-10-13 9 · Good"],
            "ID,Name,Email,Score,Comment,Sent,Responded,Status,Theme\n1,Ann,a@a.example,9,Good,2026-10-12 09:00,2026-10-13 09:00,responded,Price\n"
        ),
        (
            "Google Forms", ["S 2026-10-13 9 · Good"],
            "Timestamp,Email Address,\"On a scale from 0 to 10, how likely are you to recommend us to a friend or colleague?\",What is the main reason for your answer?\n10/13/2026 9:00:00,a@a.example,9,Good\n"
        ),
        (
            "Google Forms in German", ["S 2026-10-13 9 · Gut"],
            "Zeitstempel,E-Mail-Adresse,Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?,Warum haben Sie diese Bewertung gegeben?\n13.10.2026 09:00:00,a@a.example,9,Gut\n"
                .replacing("ist es, dass", with: "ist es dass")
        ),
        (
            "Microsoft Forms in Chinese", ["S 2026-10-13 9 · 好"],
            "ID,开始时间,完成时间,电子邮件,名称,您有多大可能向朋友推荐我们？,给出这个分数的原因是什么？\n1,2026/10/13 9:00:00,2026/10/13 9:05:00,anonymous,,9,好\n"
        ),
        (
            "Wootric", ["S 2026-10-13 9 · Good"],
            "Response Id,Score,Feedback,Created at,End user id,End user email,Segment\n1,9,Good,2026-10-13 09:00:00 UTC,u1,a@a.example,promoter\n"
        ),
        (
            "Retently", ["S 2026-10-13 9 · Good"],
            "Customer email,Customer name,Company,Score,Feedback,Date sent,Date responded,Channel,Rating category\na@a.example,Ann,Acme,9,Good,2026-10-12 09:00,2026-10-13 09:00,email,Promoter\n"
        ),
        (
            "腾讯问卷", ["S 2026-10-13 9 · 好"],
            "编号,开始答题时间,结束答题时间,答题时长,IP,渠道,1.您有多大可能将我们推荐给朋友？,2.打分的主要原因是什么？\n1,2026-10-13 09:00:00,2026-10-13 09:05:00,300,1.1.1.1,微信,9,好\n"
        ),
    ]

    static let ads: [Export] = [
        (
            "TikTok", ["C 2026-10-01 2026-10-01 1000 marketing", "C 2026-10-02 2026-10-02 2000 marketing"],
            "Campaign name,Primary status,Campaign Budget,By Day,Cost,CPC (destination),CPM,Impressions,Clicks (destination),Currency\nA,Active,100,2026-10-01,10.00,1,1,1000,10,USD\nB,Active,100,2026-10-02,20.00,1,1,1000,10,USD\nTotal of 2 results,-,-,-,30.00,1,1,2000,20,USD\n"
        ),
        (
            "Microsoft Advertising", ["C 2026-10-01 2026-10-01 1000 marketing", "C 2026-10-02 2026-10-02 2000 marketing"],
            "Report Name: Campaign Performance\nReport Time: 10/1/2026,10/31/2026\nTime Zone: (GMT) Coordinated Universal Time\nLast Completed Available Day: 10/31/2026\n\nGregorian date,Account name,Campaign,Campaign status,Currency code,Impressions,Clicks,Spend\n10/1/2026,Example,A,Active,USD,1000,10,10.00\n10/2/2026,Example,B,Active,USD,1000,10,20.00\n,,,,,2000,20,30.00\n©2026 Microsoft Corporation. All rights reserved.\n"
        ),
        (
            "X", ["C 2026-10-01 2026-10-01 1000 marketing"],
            "Time period,Campaign name,Campaign ID,Campaign objective,Campaign start,Campaign end,Currency,Impressions,Spend,Clicks\n2026-10-01,A,c1,Website clicks,2026-09-01,2026-12-31,USD,1000,10.00,10\n"
        ),
        (
            "Reddit", ["C 2026-10-01 2026-10-01 1000 marketing"],
            "Date,Campaign Name,Campaign ID,Amount Spent (USD),Impressions,Clicks,CTR,eCPM\n2026-10-01,A,1,10.00,1000,10,1%,10.00\n"
        ),
        (
            "Pinterest", ["C 2026-10-01 2026-10-01 1000 marketing"],
            "Date,Campaign name,Campaign ID,Campaign start time,Campaign end time,Spend in account currency,Impressions,Pin clicks\n2026-10-01,A,1,2026-09-01,2026-12-31,10.00,1000,10\n"
        ),
        (
            "Amazon", ["C 2026-10-01 2026-10-31 1000 marketing"],
            "Start Date,End Date,Portfolio name,Currency,Campaign Name,Impressions,Clicks,Spend,14 Day Total Sales\n\"Oct 01, 2026\",\"Oct 31, 2026\",P,USD,A,1000,10,$10.00,$90.00\n"
        ),
        (
            "百度推广", ["C 2026-10-01 2026-10-01 500 marketing", "C 2026-10-02 2026-10-02 1000 marketing"],
            "日期,账户,推广计划,推广单元,展现,点击,消费(元),平均点击价格,点击率\n2026-10-01,示例,A,u,100,10,10.00,1.00,1%\n2026-10-02,示例,B,u,100,10,20.00,1.00,1%\n合计,,,,200,20,30.00,,\n"
        ),
        (
            "腾讯广告", ["C 2026-10-01 2026-10-01 500 marketing"],
            "日期,推广计划ID,推广计划名称,曝光量,点击量,点击率,花费(元),千次展现均价\n2026/10/01,1,A,100,10,10%,10.00,100.00\n"
        ),
        (
            "小红书", ["C 2026-10-01 2026-10-01 500 marketing"],
            "时间,账号,计划名称,单元名称,消费(元),展现量,点击量\n2026-10-01,示例,A,u,10.00,100,10\n"
        ),
    ]

    static let books: [Export] = [
        (
            "用友", ["C 2026-10-13 2026-10-13 10000 marketing", "C 2026-10-14 2026-10-14 -2000 marketing"],
            "日期,凭证号数,科目编码,科目名称,摘要,借方,贷方,方向,余额\n2026-10-13,记-0001,660101,销售费用/广告费,投放,100.00,,借,100.00\n2026-10-14,记-0002,660101,销售费用/广告费,退款,,20.00,借,80.00\n,,,,本月合计,100.00,20.00,借,80.00\n,,,,本年累计,100.00,20.00,借,80.00\n"
        ),
        (
            "Odoo", ["C 2026-10-13 2026-10-13 10000 marketing"],
            "Date,Journal Entry,Account,Partner,Label,Debit,Credit,Balance\n2026-10-13,BILL/2026/10/0001,600100 Advertising,Google,Ads,100.00,0.00,100.00\n"
        ),
        (
            "lexoffice", ["C 2026-10-13 2026-10-13 10000 marketing"],
            "Belegdatum;Belegnummer;Lieferant;Kategorie;Betrag;Währung\n13.10.2026;B1;Google;Werbung;100,00;USD\n"
        ),
        (
            "NetSuite", ["C 2026-10-13 2026-10-13 10000 marketing"],
            "Period,Date,Type,Document Number,Name,Account,Memo,Debit,Credit,Currency\nOct 2026,10/13/2026,Bill,B1,Google,6200 Advertising,Ads,100.00,,USD\n"
        ),
        (
            "MYOB", ["C 2026-10-13 2026-10-13 10000 marketing"],
            "Date,ID no.,Src,Memo,Account no.,Account name,Debit,Credit\n13/10/2026,1,PJ,Ads,6-1200,Advertising,$100.00,\n"
        ),
        (
            "Bexio", ["C 2026-10-13 2026-10-13 10000 marketing"],
            "Datum;Referenz;Beschreibung;Konto;Soll;Haben\n13.10.2026;1;Google;6600 Werbung;100.00;\n"
        ),
    ]

    @Test func `billing, by the rows of their exports`() throws { try check(Self.billing) }
    @Test func `deals, by the rows of their exports`() throws { try check(Self.crm) }
    @Test func `surveys, by the rows of their exports`() throws { try check(Self.surveys) }
    @Test func `advertising, by the rows of their exports`() throws { try check(Self.ads) }
    @Test func `books, by the rows of their exports`() throws { try check(Self.books) }

    @Test func `a currency that is not read is said where it is another`() throws {
        let text = "Date,Vendor,Amount,Settlement currency code\n2026-10-01,Ink,10.00,EUR\n"
        #expect(try TemporaryInbox.result(text, name: "costs.csv").codes.contains("unread-currency"))
        #expect(
            try !TemporaryInbox.result(text.replacing("EUR", with: "USD"), name: "costs.csv").codes.contains("unread-currency"))
    }

    private func check(_ exports: [Export]) throws {
        for (program, expected, text) in exports {
            do {
                let result = try TemporaryInbox.result(text)
                let facts =
                    result.terms.map { "T " + $0 } + result.costs.map { "C " + $0 } + result.leadsWithLosses.map { "L " + $0 }
                    + result.surveys.map { "S " + $0 }
                #expect(facts == expected, "\(program): \(result.findings.map(\.message))")
            } catch { Issue.record("\(program): \(error)") }
        }
    }
}
