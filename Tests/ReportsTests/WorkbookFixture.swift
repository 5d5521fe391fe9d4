import Facts
import Languages
import Metrics
import Reports
import RollUps

/// A report of an invented company over invented measures: every metric of the catalogue over 13 weeks, in total and for three
/// members, with the texts that go wrong where text is taken for something else.
struct WorkbookFixture {
    static let formula = "=HYPERLINK(\"http://x\")"
    static let long = String(repeating: "wide ", count: 8_000)

    let catalogue = try! Catalogue.standard(config: ["gross_margin": ExactDecimal("0.8")!])
    let usd = Currency("USD")
    let locale: String
    let members = ["search", "partners", "(none)"]
    let periods: [Period]

    init(locale: String = "en") {
        self.locale = locale
        let calendar = PeriodCalendar()
        let last = calendar.period(.week, holding: Day("2026-11-08")!)
        periods = (0..<13).map { calendar.period(.week, holding: last.start - 7 * (12 - $0)) }
    }

    /// An invented value that depends on the names only: a base by measure and member, a trend, and some noise.
    func measure(_ leaf: Leaf, _ slice: Slice, _ period: Int) -> Number? {
        guard leaf.measure != "fte" else { return nil }
        let frame = leaf.window.frame(of: periods[period])
        var seed = leaf.measure.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        let weeks = (frame.end - Day("2024-01-01")!) / 7
        seed = (seed ^ UInt64(weeks)) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let noise = Int128(seed >> 40) % 2_000
        var base: Int128
        switch leaf.measure {
        case "arr_opening": base = 812_000_000 + Int128(weeks) * 900_000
        case "arr_closing", "nrr_retained": base = 812_900_000 + Int128(weeks) * 900_000
        case "nrr_base", "arr_scored": base = 790_000_000 + Int128(weeks) * 900_000
        case "grr_retained", "arr_healthy": base = 741_000_000 + Int128(weeks) * 900_000
        case let id where id.hasPrefix("arr_"): base = 2_100_000 + noise * 900
        case "health_points": base = 5_500_000_000
        case "spend": base = 4_200_000 + noise * 400
        case let id where id.hasPrefix("spend") || id == "won_amount": base = 2_000_000 + noise * 200
        case "customers_new", "customers_churned": base = 300 + noise / 4
        case let id where id.hasPrefix("customers") || id == "seats": base = 38_000 + noise
        default: base = 1_000 + noise * 4
        }
        if leaf.window.trailing != nil { base *= 13 }
        switch slice {
        case .total: break
        case .member(_, let code): base = base * Int128(code + 1) / 6
        }
        // Counts are whole, money has cents.
        let isMoney = catalogue.measure(leaf.measure)?.measure.unit == .money
        return isMoney ? Number(base, over: 100) : Number(base / 100)
    }

    func metric(_ id: String, _ period: Int, _ shift: Shift?, _ slice: Slice) -> Number? {
        catalogue[id]!.resolved.value { leaf in
            var leaf = leaf
            if let shift { leaf.window.shifts.insert(shift, at: 0) }
            return measure(leaf, slice, period)
        }
    }

    func format(_ unit: Metric.Unit) -> Format {
        switch unit {
        case .money, .moneyPerDay: Format(.money, digits: 0)
        case .count: Format(.count, digits: 0)
        case .percent: Format(.percent, digits: 1)
        case .points, .ratio, .months, .days, .minutes: Format(.plain, digits: 1)
        }
    }

    func value(_ id: String, _ period: Int = 12, _ shift: Shift? = nil, _ slice: Slice = .total, hint: String = "") -> Value {
        Value(
            metric(id, period, shift, slice), format(catalogue[id]!.unit),
            .metric(id: id, period: period, shift: shift, slice: slice), hint: hint)
    }

    /// The change between two values of a row.
    func change(_ now: Value, _ before: Value, columns: (Int, Int), _ metric: Metric) -> Value {
        let isRelative = metric.unit != .percent && metric.unit != .points
        var number: Number?
        if let a = now.number, let b = before.number { number = isRelative ? (a / b).map { $0 - Number(1) } : a - b }
        let format =
            isRelative
            ? Format(.percent, digits: 1, isSigned: true)
            : Format(metric.unit == .percent ? .percentagePoints : .plain, digits: 1, isSigned: true)
        let isFavourable = number.flatMap { number -> Bool? in
            metric.better == .neither || number.isZero ? nil : (number.signum > 0) == (metric.better == .higher)
        }
        return Value(
            number, format, .change(now: columns.0, before: columns.1, isRelative: isRelative), isFavourable: isFavourable)
    }

    func scorecard(_ metrics: [Metric], id: String) -> Table {
        let columns: [Table.Column] = [
            .init("Metric"), .init("Now", isNumeric: true), .init("Week before", isNumeric: true),
            .init("Change", isNumeric: true), .init("Year ago", isNumeric: true), .init("Change over a year", isNumeric: true),
            .init("Target", isNumeric: true), .init("Status"), .init("Last 13 weeks"), .init("Owner"),
        ]
        let rows = metrics.enumerated().map { index, metric in
            let now = value(metric.id, hint: metric.id == "arr_per_fte" ? "No headcount file has been read." : "")
            let (before, yearAgo) = (value(metric.id, 11), value(metric.id, 12, .yearAgo))
            let status: Table.Cell = [
                .status(.good, "on track"), .status(.watch, "watch"), .status(.bad, "off track"), .empty,
            ][index % 4]
            return Table.Row([
                .text(metric.name[locale == "en" ? .en : .zhHans]), .value(now), .value(before),
                .value(change(now, before, columns: (1, 2), metric)), .value(yearAgo),
                .value(change(now, yearAgo, columns: (1, 4), metric)),
                index % 4 == 3 ? .empty : .value(Value(now.number, now.format)), status,
                .trend(periods.indices.map { metric.id == "nps" && $0 < 3 ? nil : self.metric(metric.id, $0, nil, .total) }),
                .text(["Ana Lima", "Head of marketing", "陈伟"][index % 3]),
            ])
        }
        return Table(
            id: id, title: "Scorecard, week 2026-W45 against the week before and a year ago", columns: columns, rows: rows)
    }

    func lines(_ id: String) -> Chart {
        let metric = catalogue[id]!
        return Chart(
            id: "lines-\(id)", title: "\(metric.name[.en]), last 13 weeks", kind: .lines, categories: periods.map(\.name),
            series: [
                .init(
                    name: "this year", values: periods.indices.map { $0 == 4 ? nil : self.metric(id, $0, nil, .total) },
                    role: .actual),
                .init(
                    name: "year before", values: periods.indices.map { self.metric(id, $0, .yearAgo, .total) },
                    role: .yearBefore),
            ], format: format(metric.unit), alternative: "\(metric.name[.en]) by week, this year and the year before.")
    }

    var bridge: Chart {
        let values: [(String, Int, Chart.Series.Role)] = [
            ("Opening", 812_400, .actual), ("New", 64_000, .favourable), ("Reactivation", 8_000, .favourable),
            ("Expansion", 31_500, .favourable), ("Contraction", -22_000, .unfavourable), ("Churn", -140_250, .unfavourable),
            ("Closing", 753_650, .actual),
        ]
        func series(_ name: String, _ role: (Chart.Series.Role) -> Bool, _ as: Chart.Series.Role) -> Chart.Series {
            .init(name: name, values: values.map { role($0.2) ? Number($0.1) : nil }, role: `as`)
        }
        return Chart(
            id: "bridge", title: "ARR from opening to closing, week 2026-W45, USD", kind: .bridge, categories: values.map(\.0),
            series: [
                series("ARR", { if case .actual = $0 { true } else { false } }, .actual),
                series("gained", { if case .favourable = $0 { true } else { false } }, .favourable),
                series("lost", { if case .unfavourable = $0 { true } else { false } }, .unfavourable),
            ], format: Format(.money, digits: 0, isSigned: false),
            alternative: "ARR fell from 812,400 to 753,650, most of it churn.")
    }

    func stacked(_ kind: Chart.Kind, _ id: String) -> Chart {
        let parts: [(String, Chart.Series.Role, Int128)] = [
            ("arr_new", .favourable, 1), ("arr_reactivation", .favourable, 1), ("arr_expansion", .favourable, 1),
            ("arr_contraction", .unfavourable, -1), ("arr_churn", .unfavourable, -1),
        ]
        return Chart(
            id: id, title: "ARR movements, last 13 weeks, USD", kind: kind, categories: periods.map(\.name),
            series: parts.map { id, role, sign in
                .init(
                    name: String(id.dropFirst(4)),
                    values: periods.indices.map { period in measure(Leaf(id), .total, period).map { $0 * Number(sign) } },
                    role: role)
            }, format: Format(.money, digits: 0), alternative: "ARR movements by week.")
    }

    var funnel: Chart {
        let stages = ["Leads", "Marketing-qualified", "Sales-qualified", "Opportunities", "Won"]
        return Chart(
            id: "funnel", title: "Funnel of leads created in 2026-W45", kind: .bars, categories: stages,
            series: [.init(name: "Leads", values: [412, 201, 120, 44, 9].map { Number($0) }, role: .actual)],
            format: Format(.count, digits: 0), alternative: "Of 412 leads 9 were won.")
    }

    var customers: Table {
        let names = [
            Self.formula, "=cmd|' /C calc'!A0", "@x", "+1+1", "-2", "http://example.com", "a\u{1}b\0c", "_x0041_", "北京数据科技有限公司",
            Self.long,
        ]
        return Table(
            id: "customers", title: "Customers that moved most",
            columns: [
                .init("Customer"), .init("Since"), .init("ARR", isNumeric: true), .init("Comment"),
            ],
            rows: names.enumerated().map { index, name in
                Table.Row([
                    .text(name), .day(Day("2025-01-31")! + index),
                    .value(Value(Number(Int128(index) * 1_234_567, over: 100), Format(.money, digits: 2))),
                    .text(
                        index == 1
                            ? "The service was down twice in one week and nobody called us back; we are looking at others now."
                            : "ok"),
                ])
            } + [
                Table.Row(
                    [.text("All"), .empty, .value(Value(Number(55_555), Format(.money, digits: 2))), .empty], isStrong: true)
            ], isLong: true)
    }

    func bySlice(_ id: String) -> Table {
        let metric = catalogue[id]!
        return Table(
            id: "by-\(id)", title: "\(metric.name[.en]) by channel",
            columns: [
                .init("Channel"), .init("Now", isNumeric: true), .init("Before", isNumeric: true),
                .init("Change", isNumeric: true),
            ],
            rows: members.indices.map { code in
                let slice = Slice.member(dimension: 0, code: UInt32(code))
                let (now, before) = (value(id, 12, nil, slice), value(id, 11, nil, slice))
                return Table.Row([
                    .text(members[code]), .value(now), .value(before), .value(change(now, before, columns: (1, 2), metric)),
                ])
            })
    }

    func spend(_ title: String) -> Table {
        Table(
            id: "spend", title: title, columns: [.init("Measure")] + periods.map { .init($0.name, isNumeric: true) },
            rows: ["spend", "customers_new"].map { id in
                Table.Row(
                    [.text(id)]
                        + periods.indices.map { period in
                            .value(
                                Value(
                                    measure(Leaf(id), .total, period), Format(id == "spend" ? .money : .count, digits: 0),
                                    .measure(Leaf(id), period: period, slice: .total)))
                        })
            })
    }

    var numbers: Numbers {
        var leaves: [Leaf] = []
        for leaf in catalogue.leaves + [Leaf("customers_new"), Leaf("spend")] {
            var shifted = leaf
            shifted.window.shifts.insert(.yearAgo, at: 0)
            for one in [leaf, shifted] where !leaves.contains(one) { leaves.append(one) }
        }
        var rows: [Numbers.Row] = []
        for leaf in leaves {
            let named = catalogue.measure(leaf.measure)!
            let isMoney = named.measure.unit == .money
            for slice in [Slice.total] + members.indices.map({ .member(dimension: 0, code: UInt32($0)) }) {
                var member = ""
                if case .member(_, let code) = slice { member = members[Int(code)] }
                if !member.isEmpty, leaf.window.shifts.count > 0 { continue }
                rows.append(
                    .init(
                        leaf: leaf, slice: slice, name: named.name[.en], dimension: member.isEmpty ? "" : "channel",
                        member: member,
                        values: periods.indices.map { measure(leaf, slice, $0) },
                        format: Format(isMoney ? .money : .count, digits: isMoney ? 2 : 0)))
            }
        }
        return Numbers(rows: rows)
    }

    var report: Report {
        let metrics = catalogue.metrics
        var sections = [
            Section(
                id: "summary", title: "Summary",
                blocks: [
                    .message(
                        "ARR fell by 7 % to 753,650: churn of two enterprise customers outweighed a good week for new business from partners."
                    ),
                    .headline(name: "ARR", value: value("arr"), detail: "+0.1 % on the week before; target 9.5M by December"),
                    .headline(name: "Net revenue retention", value: value("nrr"), detail: "target 105 %"),
                    .headline(name: "NPS", value: value("nps"), detail: "of 112 responses"),
                    .table(scorecard(Array(metrics.prefix(14)), id: "scorecard")),
                    .note("Money in USD. Periods are ISO weeks. The gross margin is configured as 80 %."),
                    .sentences(title: "What changed and why", ["ARR rose 1.2%: smb +4,000.", "=1+1 is text here."]),
                ]),
            Section(
                id: "revenue", title: "Recurring revenue",
                blocks: [
                    .message("Churn was the largest in a year."), .chart(bridge), .chart(stacked(.stackedColumns, "moves")),
                    .chart(lines("nrr")),
                    .chart(lines("arr")), .table(bySlice("arr")), .table(bySlice("arpa")),
                ]),
            Section(
                id: "acquisition", title: "Acquisition: spend/customers [all channels]?",
                blocks: [
                    .chart(lines("cac")), .chart(stacked(.columns, "columns")), .table(spend("Spend and new customers")),
                    .table(bySlice("cac")),
                ]),
            Section(id: "conversion", title: "Conversion", blocks: [.chart(funnel), .table(bySlice("win_rate"))]),
            Section(id: "voice", title: "Voice", blocks: [.note("No NPS export has been found in the inbox.")]),
            Section(id: "customers", title: "Customers", blocks: [.message("Ten customers moved."), .table(customers)]),
        ]
        for index in 0..<3 {
            sections.append(
                Section(
                    id: "all-\(index)", title: "All metrics",
                    blocks: [
                        .chart(lines("nps")),
                        .table(scorecard(index == 0 ? metrics : Array(metrics.prefix(20)), id: "all-\(index)")),
                    ]))
        }
        return Report(
            company: "Acme & Söhne", pipeline: "weekly", title: "Weekly go-to-market report",
            subtitle: "Week 2026-W45 · 2 – 8 November 2026 · as of 2026-11-15 · USD", currency: usd, locale: locale,
            asOf: Day("2026-11-15")!, periods: periods, sections: sections, numbers: numbers, catalogue: catalogue)
    }
}
