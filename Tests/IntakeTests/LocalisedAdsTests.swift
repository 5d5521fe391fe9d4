import Facts
import Testing

@testable import Intake

/// Exports of advertising platforms in the language of their user.
@Suite struct LocalisedAdsTests {
    /// Two days of cost, `1.000,50` and `20,25`, by the header and the cells before and behind the cost of each.
    private static let googleAds: [(language: String, text: String)] = [
        (
            "de",
            "Kampagnenbericht\n1. Oktober 2026 - 31. Oktober 2026\nTag,Kampagne,Anzeigengruppe,Währungscode,Kosten,Impr.,Klicks\n2026-10-01,A,G,EUR,\"1.000,50\",9,1\n2026-10-02,B,G,EUR,\"20,25\",9,1\nGesamt: Konto, --, --,EUR,\"1.020,75\",18,2\n"
        ),
        (
            "fr",
            "Rapport sur les campagnes\n1 octobre 2026 - 31 octobre 2026\nJour,Campagne,Groupe d'annonces,Code de la devise,Coût,Impr.,Clics\n2026-10-01,A,G,EUR,\"1 000,50\",9,1\n2026-10-02,B,G,EUR,\"20,25\",9,1\n"
        ),
        (
            "es",
            "Informe de campaña\n1 de octubre de 2026 - 31 de octubre de 2026\nDía,Campaña,Grupo de anuncios,Código de moneda,Coste,Impr.,Clics\n2026-10-01,A,G,EUR,\"1.000,50\",9,1\n2026-10-02,B,G,EUR,\"20,25\",9,1\n"
        ),
        (
            "pt",
            "Relatório de campanha\n1 de outubro de 2026 - 31 de outubro de 2026\nDia,Campanha,Grupo de anúncios,Código da moeda,Custo,Impr.,Cliques\n2026-10-01,A,G,EUR,\"1.000,50\",9,1\n2026-10-02,B,G,EUR,\"20,25\",9,1\n"
        ),
        (
            "it",
            "Report campagne\n1 ottobre 2026 - 31 ottobre 2026\nGiorno,Campagna,Gruppo di annunci,Codice valuta,Costo,Impr.,Clic\n2026-10-01,A,G,EUR,\"1.000,50\",9,1\n2026-10-02,B,G,EUR,\"20,25\",9,1\n"
        ),
        (
            "nl",
            "Campagnerapport\n1 oktober 2026 - 31 oktober 2026\nDag,Campagne,Advertentiegroep,Valutacode,Kosten,Vertoningen,Klikken\n2026-10-01,A,G,EUR,\"1.000,50\",9,1\n2026-10-02,B,G,EUR,\"20,25\",9,1\n"
        ),
        (
            "ja",
            "キャンペーン レポート\n2026年10月1日～2026年10月31日\n日,キャンペーン,広告グループ,通貨コード,費用,表示回数,クリック数\n2026-10-01,A,G,EUR,\"1,000.50\",9,1\n2026-10-02,B,G,EUR,20.25,9,1\n"
        ),
        (
            "zh",
            "广告系列报告\n2026年10月1日 - 2026年10月31日\n天,广告系列,广告组,货币代码,费用,展示次数,点击次数\n2026-10-01,A,G,EUR,\"1,000.50\",9,1\n2026-10-02,B,G,EUR,20.25,9,1\n"
        ),
        (
            "zh-Hant",
            "廣告活動報表\n2026年10月1日 - 2026年10月31日\n日,廣告活動,廣告群組,貨幣代碼,費用,曝光,點擊\n2026-10-01,A,G,EUR,\"1,000.50\",9,1\n2026-10-02,B,G,EUR,20.25,9,1\n"
        ),
    ]

    private static let metaHeaders: [(language: String, header: String)] = [
        (
            "de",
            "Berichtsstart,Berichtsende,Kampagnenname,Tag,Auslieferung der Kampagne,Ausgegebener Betrag (EUR),Impressionen,Ende"
        ),
        (
            "de",
            "Berichtsanfang,Berichtsende,Kampagnenname,Tag,Auslieferung der Kampagne,Ausgegebener Betrag (EUR),Impressionen,Ende"
        ),
        (
            "fr",
            "Début des rapports,Fin des rapports,Nom de la campagne,Jour,Diffusion de la campagne,Montant dépensé (EUR),Impressions,Fin"
        ),
        (
            "es",
            "Inicio del informe,Fin del informe,Nombre de la campaña,Día,Entrega de la campaña,Importe gastado (EUR),Impresiones,Finalización"
        ),
        (
            "pt",
            "Início dos relatórios,Término dos relatórios,Nome da campanha,Dia,Veiculação da campanha,Valor usado (EUR),Impressões,Término"
        ),
        (
            "pt",
            "Início dos relatórios,Encerramento dos relatórios,Nome da campanha,Dia,Veiculação da campanha,Valor gasto (EUR),Impressões,Término"
        ),
        (
            "it",
            "Inizio dei report,Fine dei report,Nome della campagna,Giorno,Pubblicazione della campagna,Importo speso (EUR),Impression,Fine"
        ),
        (
            "nl",
            "Start rapportage,Einde rapportage,Campagnenaam,Dag,Levering van campagne,Besteed bedrag (EUR),Weergaven,Eindigt op"
        ),
        ("ja", "レポート開始日,レポート終了日,キャンペーン名,日,キャンペーンの配信,消化金額 (EUR),インプレッション,終了日"),
        ("zh", "报告开始日期,报告结束日期,广告系列名称,天,广告系列投放,已花费金额 (EUR),展示次数,结束日期"),
        ("zh", "报告开始日期,报告结束日期,广告系列名称,单日,广告系列投放,花费金额 (EUR),展示次数,结束日期"),
        ("zh-Hant", "分析報告開始,分析報告結束,行銷活動名稱,天數,行銷活動投遞,花費金額 (EUR),曝光次數,結束時間"),
    ]

    private static let costs = ["2026-10-01 2026-10-01 200100 marketing", "2026-10-02 2026-10-02 4050 marketing"]

    @Test func `Google Ads by day in nine languages`() throws {
        for (language, text) in Self.googleAds {
            let result = try TemporaryInbox.result(text, name: "report.csv")
            #expect(result.costs == Self.costs, "\(language)")
            #expect(result.export.rejected == 0, "\(language)")
        }
    }

    @Test func `Meta Ads by day in nine languages`() throws {
        for (language, header) in Self.metaHeaders {
            let comma = !["ja", "zh", "zh-Hant"].contains(language)
            let result = try TemporaryInbox.result(
                header + "\n"
                    + "2026-10-01,2026-10-31,A,2026-10-01,active,\(comma ? "\"1000,50\"" : "1000.50"),9,2026-12-31\n"
                    + "2026-10-01,2026-10-31,B,2026-10-02,active,\(comma ? "\"20,25\"" : "20.25"),9,2027-01-31\n",
                name: "Bericht-1.csv")
            #expect(result.costs == Self.costs, "\(header)")
        }
    }

    @Test
    func `Meta Ads without days: a cost is spread from the report's first to its last day, not to the end of the campaign`()
        throws
    {
        for (language, header) in Self.metaHeaders {
            let names = header.split(separator: ",").map(String.init)
            let comma = !["ja", "zh", "zh-Hant"].contains(language)
            let result = try TemporaryInbox.result(
                (names[0...2] + names[4...]).joined(separator: ",") + "\n"
                    + "2026-10-01,2026-10-31,A,active,\(comma ? "\"1000,50\"" : "1000.50"),9,2026-12-31\n"
                    + "2026-10-01,2026-10-31,B,active,\(comma ? "\"20,25\"" : "20.25"),9,\n", name: "Bericht-1.csv")
            #expect(
                result.costs == ["2026-10-01 2026-10-31 200100 marketing", "2026-10-01 2026-10-31 4050 marketing"], "\(header)")
        }
    }

    @Test func `a campaign's schedule is no period of its cost, in whichever report it stands`() throws {
        let exports: [(header: String, row: String, cost: String)] = [
            (
                "Reporting starts,Reporting ends,Campaign name,Amount spent (USD),Impressions,Starts,Ends",
                "2026-10-05,2026-10-11,A,10,9,2026-01-01,2026-12-31", "2026-10-05 2026-10-11 1000 marketing"
            ),
            (
                "Campaign,Day,Start date,End date,Currency code,Cost,Impr.", "A,2026-10-05,2026-01-01,2026-12-31,USD,10,9",
                "2026-10-05 2026-10-05 1000 marketing"
            ),
            (
                "Date,Campaign name,Start time,End time,Cost,Currency,Impressions,Clicks",
                "2026-10-05,A,2026-01-01 00:00:00,2026-12-31 23:59:59,10,USD,9,1", "2026-10-05 2026-10-05 1000 marketing"
            ),
            (
                "Start Date (in UTC),End Date (in UTC),Campaign Name,Campaign Start Date,Campaign End Date,Total Spent,Currency,Impressions",
                "10/5/2026,10/18/2026,A,1/1/2026,12/31/2026,10,USD,9", "2026-10-05 2026-10-18 1000 marketing"
            ),
            (
                "Tag,Kampagne,Startdatum,Enddatum,Währungscode,Kosten,Impressionen",
                "2026-10-05,A,2026-01-01,2026-12-31,USD,10,9", "2026-10-05 2026-10-05 1000 marketing"
            ),
            (
                "日期,推广计划,开始日期,结束日期,消费,展现,点击", "2026-10-05,A,2026-01-01,2026-12-31,10,9,1",
                "2026-10-05 2026-10-05 1000 marketing"
            ),
            ("date,end_date,amount,category", "2026-10-05,2026-10-18,10,marketing", "2026-10-05 2026-10-18 1000 marketing"),
            (
                "Start date,End date,Amount,Vendor", "2026-10-05,2026-10-18,10,Ink", "2026-10-05 2026-10-18 1000 other"
            ),
        ]
        for (header, row, cost) in exports {
            let result = try TemporaryInbox.result(header + "\n" + row + "\n", name: "Kosten.csv")
            #expect(result.costs == [cost], "\(header)")
        }
    }

    @Test func `LinkedIn, Microsoft and TikTok in other languages`() throws {
        let exports: [(program: String, text: String)] = [
            (
                "LinkedIn, German",
                "Startdatum (in UTC),Währung,Kampagnenname,Gesamtausgaben,Impressionen,Klicks\n01.10.2026,EUR,A,\"1.000,50\",9,1\n13.10.2026,EUR,B,\"20,25\",9,1\n"
            ),
            (
                "LinkedIn, French",
                "Date de début (en UTC),Devise,Nom de la campagne,Total dépensé,Impressions,Clics\n01/10/2026,EUR,A,\"1 000,50\",9,1\n13/10/2026,EUR,B,\"20,25\",9,1\n"
            ),
            (
                "Microsoft, German",
                "Datum,Kampagne,Währungscode,Ausgaben,Impressionen,Klicks\n01.10.2026,A,EUR,\"1.000,50\",9,1\n13.10.2026,B,EUR,\"20,25\",9,1\n"
            ),
            (
                "Microsoft, Spanish",
                "Fecha,Campaña,Código de divisa,Gasto,Impresiones,Clics\n2026-10-01,A,EUR,\"1.000,50\",9,1\n2026-10-02,B,EUR,\"20,25\",9,1\n"
            ),
            (
                "TikTok, Italian",
                "Data,Nome campagna,Costo,Valuta,Impressioni,Clic\n2026-10-01,A,\"1.000,50\",EUR,9,1\n2026-10-02,B,\"20,25\",EUR,9,1\n"
            ),
            (
                "TikTok, Chinese",
                "按天,推广系列名称,消耗,币种,展示量,点击量\n2026-10-01,A,1000.50,EUR,9,1\n2026-10-02,B,20.25,EUR,9,1\n"
            ),
            (
                "TikTok, Japanese",
                "日別,キャンペーン名,費用,通貨,インプレッション数,クリック数\n2026-10-01,A,1000.50,EUR,9,1\n2026-10-02,B,20.25,EUR,9,1\n"
            ),
            ("百度推广", "日期,账户,推广计划,推广单元,展现量,点击量,消费(EUR)\n2026-10-01,x,A,u,9,1,1000.50\n2026-10-02,x,B,u,9,1,20.25\n"),
        ]
        for (program, text) in exports {
            let result = try TemporaryInbox.result(text, name: "Export.csv")
            let expected = text.contains("13") ? [Self.costs[0], "2026-10-13 2026-10-13 4050 marketing"] : Self.costs
            #expect(result.costs == expected, "\(program)")
        }
    }

    @Test func `weeks and months by their names in other languages`() throws {
        let weeks = try TemporaryInbox.result("Woche,Kampagne,Kosten,Klicks\n2026-10-05,A,10,1\n")
        #expect(weeks.costs == ["2026-10-05 2026-10-11 1000 marketing"])
        for name in ["Monat", "Mois", "Mes", "Mês", "Mese", "Maand", "月", "月份"] {
            let months = try TemporaryInbox.result("\(name),Campaign,Cost,Clicks\n2026-10-01,A,10,1\n")
            #expect(months.costs == ["2026-10-01 2026-10-31 1000 marketing"], "\(name)")
        }
        for name in ["Semaine", "Semana", "Settimana", "Week", "週", "周"] {
            let weeks = try TemporaryInbox.result("\(name),Campaign,Cost,Clicks\n2026-10-05,A,10,1\n")
            #expect(weeks.costs == ["2026-10-05 2026-10-11 1000 marketing"], "\(name)")
        }
    }

    @Test func `a Tag that is a label is no date`() throws {
        let result = try TemporaryInbox.result("Datum,Tag,Betrag,Lieferant\n2026-10-05,Messe,10,Ink\n", name: "Kosten.csv")
        #expect(result.costs == ["2026-10-05 2026-10-05 1000 other"])
        let labels = try TemporaryInbox.result("Tag,Kosten,Lieferant\nMesse,10,Ink\nWeb,20,Ink\n", name: "Kosten.csv") {
            $0.maxRejected = 1
        }
        #expect(labels.costs == [])
    }
}
