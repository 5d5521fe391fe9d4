import Facts
import Languages
import Metrics
import RollUps
import Testing

@Suite("The standard catalogue")
struct CatalogueTests {
    /// The table of the metric catalogue's page: id, unit, better, formula.
    static let table: [(id: String, unit: String, better: String, formula: String)] = [
        ("arr", "money", "higher", "arr_closing"),
        ("net_new_arr", "money", "higher", "arr_new + arr_reactivation + arr_expansion − arr_contraction − arr_churn"),
        ("arr_growth_yoy", "percent", "higher", "arr_closing / year_ago(arr_closing) − 1"),
        ("customers", "count", "higher", "customers_closing"),
        ("arpa", "money", "higher", "arr_closing / customers_closing"),
        ("nrr", "percent", "higher", "nrr_retained / nrr_base"),
        ("grr", "percent", "higher", "grr_retained / nrr_base"),
        ("logo_retention", "percent", "higher", "customers_kept / customers_year_ago"),
        ("logo_churn_rate", "percent", "lower", "customers_churned / customers_opening"),
        ("revenue_churn_rate", "percent", "lower", "(arr_churn + arr_contraction) / arr_opening"),
        ("quick_ratio", "ratio", "higher", "(arr_new + arr_reactivation + arr_expansion) / (arr_contraction + arr_churn)"),
        ("renewal_rate", "percent", "higher", "arr_renewed / arr_due"),
        ("renewal_rate_logos", "percent", "higher", "renewals_won / renewals_due"),
        ("cac", "money", "lower", "spend / customers_new"),
        ("cac_trailing", "money", "lower", "trailing(spend, 3 months) / trailing(customers_new, 3 months)"),
        ("cac_payback_months", "months", "lower", "spend / (arr_new / 12 × config.gross_margin)"),
        ("ltv", "money", "higher", "arpa × config.gross_margin / (1 − logo_retention)"),
        ("ltv_cac", "ratio", "higher", "ltv / (trailing(spend, 12 months) / trailing(customers_new, 12 months))"),
        ("magic_number", "ratio", "higher", "trailing(net_new_arr, 3 months) / prior(trailing(spend, 3 months), 3 months)"),
        ("sales_efficiency", "ratio", "higher", "arr_new / spend"),
        ("nps", "points", "higher", "100 × (nps_promoters − nps_detractors) / nps_responses"),
        ("nps_margin", "points", "none", margin),
        ("nps_trailing", "points", "higher", "trailing(nps, 3 months)"),
        ("nps_response_rate", "percent", "higher", "nps_answered / nps_invited"),
        ("lead_to_mql", "percent", "higher", "cohort_mqls / cohort_leads"),
        ("mql_to_sql", "percent", "higher", "cohort_sqls / cohort_mqls"),
        ("sql_to_opportunity", "percent", "higher", "cohort_opportunities / cohort_sqls"),
        ("opportunity_to_won", "percent", "higher", "cohort_won / cohort_opportunities"),
        ("lead_to_won", "percent", "higher", "cohort_won / cohort_leads"),
        ("win_rate", "percent", "higher", "won / (won + lost)"),
        ("average_deal", "money", "higher", "won_amount / won_with_amount"),
        ("sales_cycle_days", "days", "lower", "cycle_days"),
        ("pipeline_velocity", "money_per_day", "higher", "open_opportunities × win_rate × average_deal / sales_cycle_days"),
        ("lead_response_minutes", "minutes", "lower", "response_minutes"),
        ("lead_response_in_time", "percent", "higher", "leads_answered_in_time / leads"),
        ("active_rate", "percent", "higher", "customers_active / customers_closing"),
        ("seat_utilisation", "percent", "higher", "users_active / seats"),
        ("arr_per_fte", "money", "higher", "arr_closing / fte"),
        ("health_score", "points", "higher", "health_points / arr_scored"),
        ("arr_at_risk_share", "percent", "lower", "arr_at_risk / arr_scored"),
    ]

    static let margin: String = {
        let p = "((nps_promoters + 0.75) / (nps_responses + 3))"
        let d = "((nps_detractors + 0.75) / (nps_responses + 3))"
        return "nps_responses / nps_responses × 196 × sqrt((\(p) + \(d) − (\(p) − \(d)) × (\(p) − \(d))) / (nps_responses + 3))"
    }()

    @Test("has every metric of the page, with its unit, direction and formula, in its order")
    func page() throws {
        let catalogue = try Catalogue.standard()
        #expect(catalogue.metrics.map(\.id) == Self.table.map(\.id))
        for row in Self.table {
            let metric = try #require(catalogue[row.id])
            #expect(metric.unit.rawValue == row.unit, "\(row.id)")
            #expect(metric.better.rawValue == row.better, "\(row.id)")
            #expect(metric.expression == (try Expression.parse(row.formula)), "\(row.id)")
            #expect(!metric.isCustom && !metric.isRedefined)
        }
    }

    @Test("says everything in both languages")
    func wording() throws {
        let catalogue = try Catalogue.standard(stages: ["lead", "mql", "demo", "sql", "opportunity", "won"])
        func isChinese(_ text: String) -> Bool { text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
        for metric in catalogue.metrics {
            #expect(!metric.name[.en].isEmpty && isChinese(metric.name[.zhHans]), "\(metric.id)")
            #expect(!metric.description[.en].isEmpty && isChinese(metric.description[.zhHans]), "\(metric.id)")
            #expect(!metric.source[.en].isEmpty && isChinese(metric.source[.zhHans]), "\(metric.id)")
            #expect(!isChinese(metric.name[.en] + metric.description[.en] + metric.source[.en]), "\(metric.id)")
            #expect(!catalogue.words(metric.expression, .en).contains("_"), "\(metric.id)")
            #expect(isChinese(catalogue.words(metric.expression, .zhHans)), "\(metric.id)")
        }
        for measure in catalogue.measures {
            #expect(!measure.name[.en].isEmpty && isChinese(measure.name[.zhHans]), "\(measure.id)")
            #expect(!measure.description[.en].isEmpty && isChinese(measure.description[.zhHans]), "\(measure.id)")
        }
        for language in Language.allCases {
            #expect(Set(catalogue.metrics.map { $0.name[language] }).count == catalogue.metrics.count)
            #expect(Set(catalogue.measures.map { $0.name[language] }).count == catalogue.measures.count)
        }
    }

    @Test("has a name for every measure, and lists the leaves that formulas need: measures, then windowed ones, each once")
    func leaves() throws {
        let catalogue = try Catalogue.standard()
        #expect(catalogue.measures.map(\.measure) == Measure.all())
        #expect(catalogue.leaves.prefix(catalogue.measures.count).map(\.description) == Measure.all().map(\.id))
        #expect(Set(catalogue.leaves).count == catalogue.leaves.count)
        #expect(catalogue.leaves.contains(Leaf("arr_closing", Window(shifts: [.yearAgo]))))
        for metric in catalogue.metrics {
            #expect(Set(metric.leaves).isSubset(of: catalogue.leaves))
            #expect(metric.leaves == metric.resolved.leaves)
        }
    }

    @Test(
        "is read out in words",
        arguments: [
            ("nps", "100 × (promoters − detractors) ÷ survey responses", "100 × (推荐者数 − 贬损者数) ÷ 问卷回答数"),
            (
                "cac_trailing", "spend over the last 3 months ÷ new customers over the last 3 months",
                "近 3 个月的获客支出 ÷ 近 3 个月的新客户数"
            ),
            ("ltv", "ARR per customer × gross margin ÷ (1 − customer retention)", "客均 ARR × 毛利率 ÷ (1 − 客户留存率)"),
            (
                "magic_number", "net new ARR over the last 3 months ÷ (spend over the last 3 months, 3 months earlier)",
                "近 3 个月的净新增 ARR ÷ 3 个月前的近 3 个月的获客支出"
            ),
            ("arr_growth_yoy", "ARR at the end ÷ ARR at the end a year earlier − 1", "期末 ARR ÷ 去年同期的期末 ARR − 1"),
        ])
    func words(id: String, en: String, zhHans: String) throws {
        let catalogue = try Catalogue.standard()
        let expression = try #require(catalogue[id]).expression
        #expect(catalogue.words(expression, .en) == en)
        #expect(catalogue.words(expression, .zhHans) == zhHans)
    }

    @Test("names the windowed leaves for the Numbers sheet")
    func leafWords() throws {
        let catalogue = try Catalogue.standard()
        let leaf = Leaf("spend", Window(shifts: [.prior(.months(3))], trailing: .months(3)))
        #expect(catalogue.words(leaf, .en) == "Spend over the last 3 months, 3 months earlier")
        #expect(catalogue.words(leaf, .zhHans) == "3 个月前的近 3 个月的获客支出")
        #expect(catalogue.words(Leaf("arr_closing"), .en) == "ARR at the end")
        #expect(
            catalogue.words(try Expression.parse("sqrt(won) - min(-lost, trailing(won + lost, 1 month))"), .en)
                == "square root of (leads won) − smallest of (−leads lost, (leads won + leads lost) over the last month)")
    }

    @Test("Without a gross margin 1 is used, and what uses it is on revenue")
    func grossMargin() throws {
        let without = try Catalogue.standard()
        #expect(without.metrics.filter(\.isOnRevenue).map(\.id) == ["cac_payback_months", "ltv", "ltv_cac"])
        #expect(without.config["gross_margin"] == ExactDecimal(digits: 1, scale: 0))
        let with = try Catalogue.standard(config: ["gross_margin": ExactDecimal("0.8")!])
        #expect(with.metrics.filter(\.isOnRevenue).isEmpty)
        #expect(with["cac_payback_months"]!.resolved.excel { $0.measure } == "spend/(arr_new/12*0.8)")
        let values = ["spend": Number(800), "arr_new": Number(1200)]
        #expect(with["cac_payback_months"]!.resolved.value { values[$0.measure] } == Number(10))
        #expect(without["cac_payback_months"]!.resolved.value { values[$0.measure] } == Number(8))
    }

    @Test("A funnel stage beyond the five adds two measures and the rate from the stage before it")
    func stages() throws {
        let catalogue = try Catalogue.standard(stages: ["lead", "mql", "demo_held", "sql", "opportunity", "won", "live"])
        let demo = try #require(catalogue["mql_to_demo_held"])
        #expect(demo.formula == "cohort_demo_held / cohort_mqls")
        #expect(demo.name[.en] == "MQL to demo held" && demo.name[.zhHans] == "MQL → demo held 转化率")
        #expect(demo.unit == .percent && demo.better == .higher && demo.section == .conversion)
        #expect(catalogue["won_to_live"]?.formula == "cohort_live / cohort_won")
        #expect(catalogue.measures.suffix(4).map(\.id) == ["demo_held", "cohort_demo_held", "live", "cohort_live"])
        #expect(catalogue["lead_to_mql"] != nil && catalogue.metrics.count == Self.table.count + 2)
    }

    @Test("A funnel stage whose names are taken is refused", arguments: ["spend", "nps", "prior", "two words", "lead", "lost"])
    func badStage(stage: String) {
        let stages = Measure.standardStages + [stage]
        #expect(complaint { _ = try Catalogue.standard(stages: stages) }?.contains("funnel stage") == true)
    }
}
