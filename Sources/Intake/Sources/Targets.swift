import Facts

extension Source {
    /// Goals, one row a metric and period; or one row a metric with periods across, or one row a period with metrics across.
    static let targets = Source(
        name: .targets, role: .plans,
        load: .upsert, key: [.metric, .period, .brokenDownBy, .member],
        words: [
            "targets", "target", "goals", "goal", "okr", "kpi", "kpis", "quota", "quotas", "budget", "ziele", "zielwerte",
            "planzahlen", "objectifs", "objetivos", "obiettivi", "metas", "目标", "指标目标", "指标",
        ],
        columns: [
            Column.word(
                .metric, "kpi", "measure", "goal", "metric id", "metric name", "kpi name", "indicator", "objective", "kennzahl",
                "kennzahlen", "messgröße", "indicateur", "métrique", "indicador", "métrica", "indicatore",
                "指标", "指标名称", "度量", "考核指标", "目标项"
            ).required,
            Column.text(
                .period, "quarter", "month", "week", "time", "time period", "timeframe", "period name", "due", "zeitraum",
                "periode", "quartal", "monat", "kw", "trimestre", "mois", "semaine", "periodo", "mes",
                "mese", "周期", "期间", "季度", "月份", "时间", "月度", "周", "周次", "考核周期"
            ).required,
            Column.percent(
                .value, "target", "target value", "goal value", "plan", "planned", "budget", "quota", "amount", "ziel",
                "zielwert", "soll", "sollwert", "planwert", "wert", "objectif", "cible", "valeur", "objetivo", "meta",
                "valor", "obiettivo", "valore", "doel", "streefwaarde", "目标", "目标值", "计划", "计划值", "数值", "值"
            ).required,
            Column.plan.onlyWhere { !Head.isNumber($0) },
            Column.owner.also("verantwortlicher", "responsable", "responsabile", "verantwoordelijke", "dri", "accountable"),
            .text(.brokenDownBy, "breakdown", "by", "维度"),
            Column.text(.member, "dimension value", "segment value", "成员", "维度值").aName,
            .currency,
            Column.text(.unitOfTarget, "unit", "units", "uom", "einheit", "unité", "unidad", "unità", "eenheid", "单位"),
            Column.text(
                .yearOfTarget, "year", "fiscal year", "fy", "calendar year", "jahr", "geschäftsjahr", "année", "año", "ano",
                "anno", "jaar", "年", "年份", "年度", "财年"
            ).onlyWhere { Vocabulary.year($0) != nil || WrittenPeriod.hasYear($0) },
        ], derivations: [.instead(.period, of: [.yearOfTarget])],
        spread: SpreadRule(value: .value, keys: [(.period, TargetColumnName.periods)]),
        needs: [.segment, .region, .channel, .plan, .industry, .owner],
        fit: { source, settings in
            let names = settings.targetNames
            source.spread?.keys.append((.metric, { $0.map { TargetMetric($0, names) == nil ? nil : $0 } }))
        },
        // Which rows are of one target is known once periods and metrics are.
        upsert: { _ in [] },
        build: { $0.buildTargets(&$1) })
}

extension AnyColumnKey where Self == TextKey {
    static var metric: Self { Self("metric") }
    static var period: Self { Self("period") }
    static var brokenDownBy: Self { Self("dimension") }
    static var member: Self { Self("member") }
    static var unitOfTarget: Self { Self("unit") }
    static var yearOfTarget: Self { Self("year") }
}

extension AnyColumnKey where Self == NumberKey {
    static var value: Self { Self("value") }
}

/// A metric as people name it in a plan, with what its amounts are in: `ARR`, `NRR target`, `Marketing spend (k€)`.
struct TargetMetric {
    /// The metric's or measure's id.
    let id: String
    /// What the name says its amounts are in.
    let unit: HeaderUnit

    /// Nil where no metric or measure has the name. An id as it stands goes before names, names before ids in other letters.
    init?(_ text: String, _ names: [String: String]) {
        let id = text.lowercased()
        if names[id] == id {
            (self.id, unit) = (id, .none)
            return
        }
        let plain = TargetColumnName.withoutTarget(text) ?? text
        for name in [text, plain] {
            if let id = names[HeaderNames.key(name)] {
                (self.id, unit) = (id, .none)
                return
            }
        }
        let name = HeaderName(plain)
        guard let short = name.short, let id = names[short] else { return nil }
        (self.id, unit) = (id, name.unit)
    }
}
