import Facts
import Languages
import Metrics
import Reports

/// An invented report of the size that a weekly pipeline makes: 9 sections, 13 periods, some two dozen tables, a dozen charts.
///
/// It is made with a linear congruential generator, the same on every run, and holds what is hard to draw: undefined values,
/// values below 0, names that are markup, and a name of 40,000 letters.
struct PageFixture {
    /// Names as an enemy would choose them.
    static let script = "<script>alert(1)</script>"
    static let handler = "\"><img onerror=alert(1) x='"
    /// A quotation mark with an accent on it is one `Character`, and still ends an attribute.
    static let accented = "\"\u{301} onmouseover=alert(1) <\u{301}b>"
    static let long = String(repeating: "Verylongname", count: 3334).prefix(40_000).description

    private var seed: UInt64 = 2026
    private let periods: [Period]
    private let locale: String
    private let weeks: [String]

    /// The report.
    static func report(locale: String = "en") throws -> Report {
        var fixture = PageFixture(locale: locale)
        return Report(
            company: "Northwind Ledger", pipeline: "weekly",
            title: fixture.say("Weekly go-to-market report", "每周市场与销售报告"),
            subtitle: fixture.say(
                "Week 2026-W45 · 2 – 8 November 2026 · as of 2026-11-15 · USD",
                "2026-W45 周 · 2026年11月2日至8日 · 截至 2026-11-15 · USD"),
            currency: Currency("USD"), locale: locale, asOf: Day("2026-11-15")!, periods: fixture.periods,
            sections: fixture.sections(), numbers: Numbers(rows: []), catalogue: try Catalogue.standard())
    }

    private init(locale: String) {
        let calendar = PeriodCalendar()
        var all = [calendar.period(.week, holding: Day("2026-11-08")!)]
        while all.count < 13 { all.insert(calendar.before(all[0]), at: 0) }
        (periods, weeks, self.locale) = (all, all.map(\.name), locale)
    }

    private func say(_ english: String, _ chinese: String) -> String { locale == "en" ? english : chinese }

    private mutating func random(_ low: Int, _ high: Int) -> Int {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return low + Int((seed >> 33) % UInt64(high - low + 1))
    }

    /// A wandering series.
    private mutating func walk(_ start: Int, _ step: Int, over scale: Int = 1, gaps: Set<Int> = []) -> [Number?] {
        var value = start
        return weeks.indices.map { index in
            value += random(-step / 2, step)
            return gaps.contains(index) ? nil : Number(Int128(value), over: Int128(scale))
        }
    }

    private let money = Format(.money, digits: 0)
    private let count = Format(.count, digits: 0)
    private let percent = Format(.percent, digits: 1)

    private mutating func sections() -> [Section] {
        [
            summary(), revenue(), acquisition(), conversion(), voice(),
            metricSection("activity", say("Activity and health", "活跃与健康度"), tables: 3),
            metricSection("plan", say("Plan", "计划"), tables: 4), data(), definitions(),
        ]
    }

    private mutating func summary() -> Section {
        let names: [(String, Format, Int, Int, Bool)] = [
            (say("Annual recurring revenue", "年度经常性收入"), money, 12_400_000, 90_000, true),
            (say("Net revenue retention", "净收入留存率"), percent, 1040, 12, true),
            (say("Customer acquisition cost", "获客成本"), money, 8_100, 700, false),
            (say("CAC payback, months (on revenue)", "获客成本回收期（月）"), Format(.plain, digits: 1), 14, 2, false),
            (say("Win rate", "赢单率"), percent, 270, 30, true),
            (say("Net promoter score", "净推荐值"), Format(.plain, digits: 0), 35, 8, true),
            (say("Active rate", "活跃率"), percent, 810, 12, true),
        ]
        var rows: [Table.Row] = []
        for (index, (name, format, start, step, higher)) in names.enumerated() {
            let isRate = format.kind == .percent
            let series = walk(start, step, over: isRate ? 1000 : 1, gaps: index == 5 ? [3, 4, 9] : [])
            let change =
                isRate ? Format(.percentagePoints, digits: 1, isSigned: true) : Format(.percent, digits: 1, isSigned: true)
            let isUp = Number.less(series[11] ?? .zero, series[12] ?? .zero)
            let status: [(Status, String)] = [
                (.good, say("On track", "达标")), (.watch, say("Watch", "关注")), (.bad, say("Off track", "落后")),
                (.none, say("No target", "无目标")),
            ]
            let difference = isRate ? series[12]! - series[11]! : (series[12]! / (series[11] ?? series[10]!))! - Number(1)
            rows.append(
                .init([
                    .text(name), .value(Value(series[12], format, hint: say("As of 8 November 2026", "截至2026年11月8日"))),
                    .value(Value(difference, change, isFavourable: isUp == higher)),
                    .value(
                        Value(
                            index == 4 ? nil : series[0], format, hint: index == 4 ? say("No leads a year ago", "一年前没有线索") : "")
                    ),
                    .value(
                        Value(
                            index == 6 ? nil : series[2], format,
                            hint: index == 6 ? say("No target for this week", "本周无目标") : "")),
                    .status(status[index % 4].0, status[index % 4].1), .trend(series), .text(index == 2 ? "" : "Ana Lindqvist"),
                ]))
        }
        let columns: [Table.Column] = [
            .init(say("Metric", "指标")), .init(say("Now", "本期"), isNumeric: true), .init(say("Change", "变化"), isNumeric: true),
            .init(say("Year ago", "去年同期"), isNumeric: true), .init(say("Target", "目标"), isNumeric: true),
            .init(say("Status", "状态")),
            .init(say("Last 13 weeks", "最近13周")), .init(say("Owner", "负责人")),
        ]
        let attention = Table(
            id: "attention", title: say("Needs attention", "需要关注"),
            columns: [.init(say("What", "事项")), .init(say("Due", "到期")), .init(say("ARR", "年度经常性收入"), isNumeric: true)],
            rows: [
                .init([.text("Renewal of \(Self.script)"), .day(Day("2026-12-01")!), .value(Value(Number(184_000), money))]),
                .init([.text(Self.handler), .day(Day("2026-12-09")!), .value(Value(Number(96_500), money))]),
                .init([.text(Self.long), .day(Day("2027-01-04")!), .value(Value(Number(12_000), money))]),
                .init([.text(Self.accented), .empty, .value(Value(nil, money, hint: Self.accented))]),
            ])
        return Section(
            id: "summary", title: say("Summary", "摘要"),
            blocks: [
                .message(
                    say(
                        "ARR grew 0.7% to 12,486,500: expansion at large customers outweighed the churn of two accounts.",
                        "本周年度经常性收入增长0.7%，达到12,486,500：大客户的扩展超过了两个中型客户的流失。")),
                .headline(
                    name: say("Annual recurring revenue", "年度经常性收入"),
                    value: Value(
                        Number(12_486_500), money, isFavourable: true, hint: say("Sum of contracts in force", "有效合同之和")),
                    detail: say("+0.7% on the week before · target 12,600,000", "比上周 +0.7% · 目标 12,600,000")),
                .headline(
                    name: say("LTV : CAC", "LTV : CAC"),
                    value: Value(nil, Format(.plain, digits: 1), hint: say("No customer was won in the window", "期间没有新客户")),
                    detail: ""),
                .headline(
                    name: say("Change of revenue churn", "收入流失率变动"),
                    value: Value(Number(12, over: 1000), Format(.percent, digits: 1, isSigned: true), isFavourable: false),
                    detail: say("+0.4 pp on the week before", "比上周 +0.4 个百分点")),
                .table(Table(id: "scorecard", title: say("Scorecard", "记分卡"), columns: columns, rows: rows)), .table(attention),
                .note(say("All sources hold data up to 2026-11-14.", "所有来源的数据截至 2026-11-14。")),
                .sentences(
                    title: say("What changed and why", "变化及原因"),
                    [say("ARR rose 1.2%: <smb> & others +4,000.", "ARR 上升 1.2%：<smb> 等 +4,000。")]),
            ])
    }

    private mutating func revenue() -> Section {
        let bridge = Chart(
            id: "bridge", title: say("ARR from opening to closing, week 2026-W45, USD", "2026-W45 周年度经常性收入的变动（美元）"),
            kind: .bridge,
            categories: [
                say("Opening", "期初"), say("New", "新增"), say("Reactivation", "重新激活"), say("Expansion", "扩展"),
                say("Contraction", "缩减"),
                say("Churn", "流失"), say("Closing", "期末"),
            ],
            series: [
                .init(name: "ARR", values: [Number(1_240_000), nil, nil, nil, nil, nil, Number(1_248_650)], role: .actual),
                .init(
                    name: "+", values: [nil, Number(84_200), Number(6_000), Number(61_450), nil, nil, nil], role: .favourable),
                .init(name: "−", values: [nil, nil, nil, nil, Number(-38_000), Number(-105_000), nil], role: .unfavourable),
            ], format: money, alternative: say("From 1,240,000 to 1,248,650.", "从 1,240,000 到 1,248,650。"))
        let movements = Chart(
            id: "movements", title: say("ARR movements by week", "每周年度经常性收入变动"), kind: .stackedColumns, categories: weeks,
            series: [
                .init(name: say("New", "新增"), values: walk(60_000, 30_000), role: .favourable),
                .init(name: say("Expansion", "扩展"), values: walk(40_000, 20_000), role: .favourable),
                .init(name: say("Contraction", "缩减"), values: walk(-20_000, 4_000), role: .unfavourable),
                .init(name: say("Churn", "流失"), values: walk(-50_000, 9_000), role: .unfavourable),
            ], format: money, alternative: say("New and expansion exceed churn in ten of thirteen weeks.", "十三周中有十周新增与扩展超过流失。"))
        let retention = Chart(
            id: "retention", title: say("Retention over the last 13 weeks", "最近13周的留存"), kind: .lines, categories: weeks,
            series: [
                .init(name: "NRR", values: walk(1040, 12, over: 1000), role: .member(0)),
                .init(name: "GRR", values: walk(905, 8, over: 1000, gaps: [4, 5]), role: .member(1)),
                .init(name: say("Logo retention", "客户留存"), values: walk(900, 8, over: 1000), role: .member(2)),
            ], format: percent, alternative: say("NRR rises to 109%.", "净留存率上升。"))
        return Section(
            id: "revenue", title: say("Recurring revenue", "经常性收入"),
            blocks: [
                .message(say("Expansion carried the week.", "本周靠扩展增长。")), .chart(bridge), .chart(movements), .chart(retention),
                .chart(years("arr", say("ARR, this year and the year before", "年度经常性收入与去年同期"), 12_000_000, 120_000)),
                .table(periodTable("revenue-metrics", say("Recurring revenue by week", "每周经常性收入"), rows: 20)),
                .table(periodTable("revenue-segments", say("By segment", "按细分"), rows: 14)), .table(customers()),
            ])
    }

    private mutating func years(_ id: String, _ title: String, _ start: Int, _ step: Int) -> Chart {
        Chart(
            id: id, title: title, kind: .columns, categories: weeks,
            series: [
                .init(name: say("Year before", "去年"), values: walk(start * 4 / 5, step), role: .yearBefore),
                .init(name: say("Actual", "实际"), values: walk(start, step), role: .actual),
                .init(name: say("Target", "目标"), values: walk(start * 11 / 10, step / 2), role: .target),
            ], format: money, alternative: say("This year lies above the year before.", "今年高于去年。"))
    }

    private mutating func acquisition() -> Section {
        let single = Chart(
            id: "spend", title: say("Spend by week, USD", "每周支出（美元）"), kind: .columns, categories: weeks,
            series: [.init(name: say("Spend", "支出"), values: walk(84_000, 15_000, gaps: [2]), role: .actual)], format: money,
            alternative: say("Spend by week.", "每周支出。"))
        let cac = Chart(
            id: "cac", title: say("CAC, trailing three months", "近三个月获客成本"), kind: .lines, categories: weeks,
            series: [
                .init(name: say("CAC", "获客成本"), values: walk(8_100, 500, gaps: [6]), role: .actual),
                .init(name: say("Year before", "去年"), values: walk(7_400, 300), role: .yearBefore),
                .init(name: say("Target", "目标"), values: weeks.map { _ in Number(8_000) }, role: .target),
            ], format: money, alternative: say("CAC lies above its target.", "获客成本高于目标。"))
        return Section(
            id: "acquisition", title: say("Acquisition", "获客"),
            blocks: [
                .chart(single), .chart(cac),
                .table(periodTable("acquisition-metrics", say("Acquisition by week", "每周获客"), rows: 18)),
                .table(periodTable("acquisition-channels", say("CAC by channel", "按渠道的获客成本"), rows: 12)),
                .table(periodTable("acquisition-spend", say("Spend by channel", "按渠道的支出"), rows: 12)),
            ])
    }

    private mutating func conversion() -> Section {
        let names = say("Leads|MQLs|SQLs|Opportunities|Won", "线索|市场合格线索|销售合格线索|商机|赢单").split(separator: "|").map(String.init)
        let funnel = Chart(
            id: "funnel", title: say("Funnel of the leads created in 2026-W32, in counts", "2026-W32 创建线索的漏斗（数量）"), kind: .bars,
            categories: names,
            series: [.init(name: say("Leads", "线索"), values: [1240, 610, 322, 140, 38].map { Number($0) }, role: .actual)],
            format: count,
            alternative: say("1,240 leads became 38 customers.", "1,240 条线索转化为 38 个客户。"))
        let channels = Chart(
            id: "channels", title: say("What each channel added to the change in CAC", "各渠道对获客成本变化的贡献"), kind: .bars,
            categories: ["Paid search", "Events and field marketing in Europe", Self.script, "Partner", "(none)"],
            series: [.init(name: "CAC", values: [Number(840), Number(-310), Number(120), nil, .zero], role: .actual)],
            format: Format(.money, digits: 0, isSigned: true), alternative: say("Paid search added most.", "付费搜索贡献最大。"))
        return Section(
            id: "conversion", title: say("Conversion", "转化"),
            blocks: [
                .chart(funnel), .chart(channels),
                .table(periodTable("conversion-metrics", say("Conversion by week", "每周转化"), rows: 16)),
                .table(periodTable("conversion-channels", say("Lead to won by channel", "按渠道的赢单转化"), rows: 10)),
                .table(periodTable("conversion-speed", say("Speed", "速度"), rows: 6)),
            ])
    }

    private mutating func voice() -> Section {
        let scores = Chart(
            id: "scores", title: say("Responses by kind", "按类别的回复"), kind: .stackedColumns, categories: weeks,
            series: [
                .init(name: say("Promoters", "推荐者"), values: walk(40, 6), role: .member(0)),
                .init(name: say("Passives", "中立者"), values: walk(20, 6), role: .member(1)),
                .init(name: say("Detractors", "贬损者"), values: walk(12, 6), role: .member(2)),
            ], format: count, alternative: say("Promoters lead.", "推荐者居多。"))
        let none = Chart(
            id: "nothing", title: say("Response rate of the new survey", "新调查的回复率"), kind: .lines, categories: weeks,
            series: [.init(name: "Rate", values: weeks.map { _ in nil }, role: .actual)], format: percent,
            alternative: say("No survey yet.", "尚无调查。"))
        let one = Chart(
            id: "one", title: say("Seat use since the first import", "首次导入以来的席位使用"), kind: .lines, categories: weeks,
            series: [.init(name: "Rate", values: weeks.indices.map { $0 == 12 ? Number(7, over: 9) : nil }, role: .actual)],
            format: percent, alternative: say("One value.", "一个值。"))
        return Section(
            id: "voice", title: say("Voice of the customer", "客户之声"),
            blocks: [
                .chart(scores), .chart(none), .chart(one),
                .table(periodTable("voice-metrics", say("Answers by week", "每周回复"), rows: 8)),
                .note(say("The newest detractors' words are quoted as they were written.", "最新贬损者的原话。")),
            ])
    }

    private mutating func metricSection(_ id: String, _ title: String, tables: Int) -> Section {
        var blocks: [Block] = [.chart(years("\(id)-chart", title, 400, 30))]
        for index in 0..<tables {
            blocks.append(.table(periodTable("\(id)-\(index)", "\(title) \(index + 1)", rows: random(8, 20))))
        }
        return Section(id: id, title: title, blocks: blocks)
    }

    private mutating func periodTable(_ id: String, _ title: String, rows count: Int) -> Table {
        let reasons = [say("No spend in the period", "期间没有支出"), say("The window begins before the source does", "窗口早于数据来源")]
        let rows = (0..<count).map { row in
            let format = [money, percent, self.count, Format(.plain, digits: 2)][row % 4]
            let values = walk(random(2_000, 900_000), 1_000, over: [1, 1_000_000, 1, 10_000][row % 4])
            return Table.Row(
                [.text("\(say("Measure", "指标")) \(row + 1)")]
                    + values.enumerated().map { index, value in
                        let isUndefined = row % 5 == 3 && index < 4
                        return .value(Value(isUndefined ? nil : value, format, hint: isUndefined ? reasons[index % 2] : ""))
                    }, isStrong: row == count - 1)
        }
        return Table(
            id: id, title: title, columns: [.init(say("Metric", "指标"))] + weeks.map { .init($0, isNumeric: true) }, rows: rows)
    }

    private mutating func customers() -> Table {
        let rows = (0..<60).map { index in
            Table.Row([
                .text(index == 7 ? Self.long : "Customer \(index) GmbH & Co. KG"),
                .text(
                    "Said “we moved the finance team over; the import of old invoices still fails now and then” (\(index))"
                ),
                .day(Day("2026-11-02")! + index % 7),
                .value(
                    Value(
                        Number(random(-50_000, 90_000)), Format(.money, digits: 0, isSigned: true), isFavourable: index % 3 > 0)
                ),
            ])
        }
        return Table(
            id: "customers", title: say("Customers that moved most", "变动最大的客户"),
            columns: [
                .init(say("Customer", "客户")), .init(say("Words", "原话")), .init(say("Day", "日期")), .init("ARR", isNumeric: true),
            ], rows: rows,
            isLong: true, isOnPaper: false)
    }

    private func data() -> Section {
        Section(
            id: "data", title: say("Data", "数据"),
            blocks: [
                .note(say("The source `plan` is absent: nothing is said about targets.", "缺少来源 plan：无法说明目标。")),
                .table(
                    Table(
                        id: "sources", title: say("Sources", "来源"),
                        columns: [
                            .init(say("Source", "来源")), .init(say("Rows", "行数"), isNumeric: true),
                            .init(say("Rejected", "被拒"), isNumeric: true),
                        ],
                        rows: [
                            .init([.text("leads"), .value(Value(Number(12_034), count)), .value(Value(Number(7), count))])
                        ])),
            ])
    }

    private func definitions() -> Section {
        Section(
            id: "definitions", title: say("Definitions", "定义"),
            blocks: [
                .table(
                    Table(
                        id: "definitions", title: say("Every metric shown", "所有指标"),
                        columns: [.init(say("Metric", "指标")), .init(say("Formula in words", "公式")), .init(say("Unit", "单位"))],
                        rows: (0..<40).map {
                            .init([
                                .text("metric_\($0)"),
                                .text(
                                    "new ARR plus reactivated ARR plus expansion less contraction less churn, over \($0) months"
                                ), .text("USD"),
                            ])
                        }))
            ])
    }
}
