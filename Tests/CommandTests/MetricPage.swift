import Facts
import Languages
import Metrics
import Pipelines
import RollUps

/// The page of a metric in the guide, made of the catalogue: what it is, what it is made of, which options touch it, where the field
/// disputes, and an example that can be done in the head.
struct MetricPage {
    let catalogue: Catalogue
    let metric: Metric
    let example: WorkedExample?
    let language: Language

    /// The languages of the documentation.
    static let languages: [Language] = [.en, .zhHans]

    /// Where pages of a language lie, as seen from the repository.
    static func folder(_ language: Language) -> String { language == .en ? "docs/metrics" : "docs/zh/metrics" }

    private func say(_ en: String, _ zh: String) -> String { language == .en ? en : zh }

    var text: String {
        var lines = [
            "# \(metric.name[language]) (`\(metric.id)`)", "", metric.description[language], "",
            "| | |", "| --- | --- |",
            row(say("formula", "公式"), "`\(metric.formula.split(separator: "\n").joined(separator: " "))`"),
            row(say("in words", "文字"), catalogue.words(metric.expression, language)),
        ]
        if metric.resolved.description != metric.expression.description {
            lines.append(row(say("over measures", "以度量表示"), "`\(metric.resolved)`"))
        }
        lines.append(row(say("unit", "单位"), "\(metric.unit.rawValue)"))
        lines.append(row(say("better", "较好"), better))
        lines.append(row(say("section", "章节"), metric.section.rawValue))
        lines += ["", "## " + say("What it is made of", "构成"), "", measureHeader, "| --- | --- | --- | --- |"]
        lines += measures.map { measure in
            "| `\(measure.id)` | \(cell(measure.name[language])): \(cell(measure.description[language])) "
                + "| \(measure.measure.unit.rawValue), \(measure.measure.kind.rawValue) | `\(measure.measure.source.name.rawValue)` |"
        }
        lines += ["", "## " + say("Definition, disputes and choices", "定义、争议与选择"), ""]
        lines += definition
        lines += ["", "## " + say("Options", "选项"), ""]
        lines +=
            options.isEmpty ? [say("None but the formula itself, in `metrics.yml`.", "除在 `metrics.yml` 中改写公式外没有选项。")] : options
        if let example { lines += ["", "## " + say("Worked example", "算例"), ""] + worked(example) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func row(_ name: String, _ value: String) -> String { "| \(name) | \(cell(value)) |" }
    private func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

    private var better: String {
        switch metric.better {
        case .higher: say("higher", "越高越好")
        case .lower: say("lower", "越低越好")
        case .neither: say("neither", "无")
        }
    }

    private var measureHeader: String {
        say("| measure | what it is | unit, kind | source |", "| 度量 | 含义 | 单位、类型 | 来源 |")
    }

    private var measures: [NamedMeasure] {
        var seen: Set<String> = []
        return metric.leaves.compactMap { seen.insert($0.measure).inserted ? catalogue.measure($0.measure) : nil }
    }

    /// The sentences of the source, those that tell disputes, choices and options by themselves.
    private var definition: [String] {
        let marks =
            language == .en
            ? ["Disputed: ", "Choice: ", "Option: "] : ["争议：", "本报告的选择：", "可选："]
        var parts: [String] = []
        var rest = Substring(metric.source[language])
        while !rest.isEmpty {
            let next = marks.compactMap { mark in rest.dropFirst().ranges(of: mark).first?.lowerBound }.min() ?? rest.endIndex
            parts.append(String(rest[..<next]).trimmed)
            rest = rest[next...]
        }
        return parts.map { part in
            guard let mark = marks.first(where: part.hasPrefix) else { return "- " + part }
            return "- **\(mark.trimmed)** \(part.dropFirst(mark.count))"
        }
    }

    /// The options of the pipeline file that change its value.
    private var options: [String] {
        let ids = Set(metric.leaves.map(\.measure))
        let sources = Set(measures.map(\.measure.source))
        var lines: [String] = []
        func add(_ option: String, _ en: String, _ zh: String) { lines.append("- `\(option)`: " + say(en, zh)) }
        if metric.resolved.settings.contains("gross_margin") {
            add("config: {gross_margin: 0.8}", "the share of revenue that is gross profit; without it 1", "毛利占收入的比例；未设置时为 1")
        }
        let renewals: Set = ["renewals_due", "renewals_won", "arr_due", "arr_renewed"]
        if !ids.isDisjoint(with: renewals) {
            add(
                "config: {renewal_grace_days: 30}", "how long after a due day a new term still renews it",
                "到期后多少天内的新合同仍算续约")
        } else if sources.contains(.subscriptions) {
            add(
                "config: {churn_grace_days: 0}", "gaps in a customer's ARR of at most so many days are no churn",
                "客户 ARR 中断不超过这些天数时不算流失")
        }
        if ids.contains("leads_answered_in_time") {
            add("config: {response_sla_minutes: 60}", "within how many minutes a lead is to be answered", "应在多少分钟内响应线索")
        }
        if !ids.isDisjoint(with: ["health_points", "arr_scored", "arr_at_risk"]) {
            add(
                "config: {health: {weights: …, bands: …, windows: …}}",
                "how health is weighed, where the bands begin, how far it looks back",
                "健康度的权重、分档与回看天数")
        }
        if !sources.isDisjoint(with: [.leads, .opportunities]) {
            add("funnel: {stages: […]}", "the stages of the funnel", "漏斗的各阶段")
        }
        return lines
    }

    private func worked(_ example: WorkedExample) -> [String] {
        var lines = [example.text[language.rawValue] ?? "", ""]
        var facts = [say("period", "期间") + " `\(example.period)`", say("as of", "截至") + " `\(example.asOf)`"]
        facts += example.settings.map { "`config: {\($0)}`" }
        lines.append(facts.joined(separator: say(", ", "，")))
        for rows in example.rows {
            lines +=
                ["", "`\(rows.source)`:", "", "```csv"] + rows.csv.split(whereSeparator: \.isNewline).map(String.init) + ["```"]
        }
        lines += ["", "`\(metric.id)` = **\(example.value)**", ""]
        lines.append(
            say(
                "Source: \(example.source). It is run with all others by `gtm test`.",
                "来源：\(example.source == "Made for this catalogue" ? "为本目录编写" : example.source)。`gtm test` 会运行全部算例。"))
        return lines
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
