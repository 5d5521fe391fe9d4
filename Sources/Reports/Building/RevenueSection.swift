import Facts
import Languages
import Metrics
import RollUps

/// Recurring revenue: what it was made of, who kept and who left, and what is known ahead.
extension Composer {
    /// The movements from opening to closing ARR, with the number of customers where one is counted.
    private static let bridge: [(arr: String, customers: String?, sign: Int)] = [
        ("arr_opening", "customers_opening", 1), ("arr_new", "customers_new", 1),
        ("arr_reactivation", "customers_reactivated", 1), ("arr_expansion", nil, 1), ("arr_contraction", nil, -1),
        ("arr_churn", "customers_churned", -1), ("arr_closing", "customers_closing", 1),
    ]

    func revenue() -> [Block] {
        let metrics = metricTable(.revenue)
        if let absence = absence(.subscriptions) { return [absence] + metrics }
        let (charts, tables) = bridgeBlocks()
        return [.message(bridgeMessage())] + whyChanged(.revenue) + charts + arrChart() + retentionChart() + tables + metrics
            + renewalNote()
            + breakdowns("revenue", ["arr", "net_new_arr", "customers", "arpa", "nrr", "grr", "logo_retention"])
            + cohortTable() + movers() + revenueMixBlocks() + ahead()
    }

    /// What the period won and lost.
    private func bridgeMessage() -> String {
        let numbers = Dictionary(uniqueKeysWithValues: Composer.bridge.map { ($0.arr, number($0.arr, now)) })
        func part(_ id: String) -> Number? { numbers[id] ?? nil }
        guard let new = part("arr_new"), let back = part("arr_reactivation"), let more = part("arr_expansion"),
            let less = part("arr_contraction"), let gone = part("arr_churn")
        else { return say(.arrUndefined, value("net_new_arr").hint) }
        let format = format("arr_new")
        return say(
            .bridgeMessage, periodNoun(period, isCapital: true), text(new + back + more, format), text(new, format),
            text(back, format), text(more, format), text(less + gone, format), text(less, format), text(gone, format))
    }

    private func bridgeBlocks() -> (charts: [Block], tables: [Block]) {
        let title = say(.bridgeTitle, heading(period), context.currency.unit(context.locale))
        let ids = Composer.bridge
        let format = Format(.money, digits: 0)
        let values: [Number?] = ids.map { id in number(id.arr, now).map { id.sign < 0 ? -$0 : $0 } }
        func series(_ phrase: Phrase, _ role: Chart.Series.Role, _ places: [Int]) -> Chart.Series {
            Chart.Series(
                name: say(phrase), values: values.indices.map { places.contains($0) ? values[$0] : nil }, role: role)
        }
        let bridge = chart(
            "arr-bridge", title, .bridge, categories: ids.map { name($0.arr) },
            [
                series(.balance, .actual, [0, 6]), series(.gained, .favourable, [1, 2, 3]),
                series(.lost, .unfavourable, [4, 5]),
            ], format: format)
        let rows = ids.map { id in
            let isBalance = id.arr == "arr_opening" || id.arr == "arr_closing"
            let label = isBalance ? name(id.arr) : say(id.sign > 0 ? .plus : .minus, name(id.arr))
            return Table.Row(
                [.text(label), .value(value(id.arr)), id.customers.map { .value(value($0)) } ?? .empty], isStrong: isBalance)
        }
        let table = Table(
            id: "arr-bridge-table", title: title,
            columns: [
                Table.Column(say(.movement)), Table.Column(say(.arr), isNumeric: true),
                Table.Column(name("customers"), isNumeric: true),
            ], rows: rows, isFolded: true)
        let movements = Composer.bridge.filter { $0.arr != "arr_opening" && $0.arr != "arr_closing" }.map { id in
            Chart.Series(
                name: name(id.arr), values: self.series(id.arr).map { value in value.map { id.sign < 0 ? -$0 : $0 } },
                role: id.sign > 0 ? .favourable : .unfavourable)
        }
        let overTime = chart(
            "arr-movements", say(.movementsTitle, context.currency.unit(context.locale)), .stackedColumns, movements,
            format: format)
        let byPeriod = measureTable(
            "arr-movements-table", title: say(.movementsTable), ids.map(\.arr) + ids.compactMap(\.customers))
        return ([bridge, overTime], [.table(table)] + byPeriod)
    }

    private func arrChart() -> [Block] {
        let series = [
            Chart.Series(name: name("arr"), values: series("arr"), role: .actual),
            Chart.Series(name: say(.yearAgo), values: series("arr", shift: .yearAgo), role: .yearBefore),
        ]
        let block = chart("arr", say(.arrTitle, context.currency.unit(context.locale)), .lines, series, format: format("arr"))
        return [withGoal(block, of: "arr")]
    }

    private func retentionChart() -> [Block] {
        [
            chart(
                "retention", say(.retentionTitle), .lines,
                [("nrr", .member(0)), ("grr", .member(1)), ("logo_retention", .member(2))])
        ]
    }

    /// How much of what was due is still open.
    private func renewalNote() -> [Block] {
        let open = context.rollUp.renewals.dueDays.filter { $0.isOpen && $0.day >= period.start && $0.day <= period.end }
        guard !open.isEmpty else { return [] }
        let left = open.reduce(Int128(0)) { $0 + $1.due - $1.renewed }
        return [.note(say(.stillOpen, text(money(left), Format(.money, digits: 0)), text(open.count)))]
    }

    // MARK: - Cohorts

    /// How many cohorts are shown at most.
    private static let mostCohorts = 16
    /// How many quarters of each, as a page holds.
    private static let mostQuarters = 11

    /// Customers by the quarter of their first ARR, and how much of it is left after so many quarters.
    private func cohortTable() -> [Block] {
        var names: [String] = []
        var rows: [String: [CohortQuarter]] = [:]
        for row in context.rollUp.cohorts() {
            if rows[row.cohort] == nil { names.append(row.cohort) }
            rows[row.cohort, default: []].append(row)
        }
        guard !names.isEmpty else { return [.note(say(.noCohorts))] }
        let shown = names.suffix(Composer.mostCohorts)
        let oldest = shown.map { rows[$0, default: []].count }.max() ?? 0
        let longest = min(oldest, Composer.mostQuarters)
        let percent = Format(.percent, digits: 0)
        let cells = shown.map { cohort -> Table.Row in
            let quarters = rows[cohort, default: []]
            let start = money(quarters[0].arr)
            let kept = (0..<longest).map { index -> Table.Cell in
                guard index < quarters.count else { return .empty }
                let quarter = quarters[index]
                let share = quarter.arr > 0 ? Number(quarter.arrKept, over: quarter.arr) : nil
                let left = say(.cohortHint, periodName(quarter.quarter), text(quarter.customersKept), text(quarter.customers))
                return fixed(share, percent, hint: share == nil ? say(.cohortEmpty) : left)
            }
            let begun = fixed(start, Format(.money, digits: 0))
            return Table.Row([.text(periodName(cohort)), count(quarters[0].customers), begun] + kept)
        }
        let columns =
            [
                Table.Column(say(.cohort)), Table.Column(name("customers"), isNumeric: true),
                Table.Column(say(.arr), isNumeric: true),
            ] + (0..<longest).map { Table.Column(say(.quartersLater, text($0)), isNumeric: true) }
        let all = Table.Row(allCohorts(names.map { rows[$0, default: []] }, quarters: longest, percent), isStrong: true)
        var note: [Block] = names.count > shown.count ? [.note(say(.moreInCohorts, text(names.count - shown.count)))] : []
        if oldest > longest { note.append(.note(say(.moreQuarters, text(longest)))) }
        var table = Table(id: "cohorts", title: say(.cohortTitle), columns: columns, rows: cells + [all])
        table.isHeatMap = true
        return [.table(table)] + note
    }

    /// The average curve: of all cohorts that are so old what is left after so many quarters, of what they began with.
    private func allCohorts(_ cohorts: [[CohortQuarter]], quarters: Int, _ percent: Format) -> [Table.Cell] {
        let starts = cohorts.compactMap(\.first)
        let kept = (0..<quarters).map { index -> Table.Cell in
            let old = cohorts.compactMap { $0.dropFirst(index).first }
            let start = old.reduce(Int128(0)) { $0 + $1.arr }
            let left = old.reduce(Int128(0)) { $0 + $1.arrKept }
            return fixed(start > 0 ? Number(left, over: start) : nil, percent, hint: start > 0 ? "" : say(.cohortEmpty))
        }
        return [
            .text(say(.total)), count(starts.reduce(0) { $0 + Int($1.customers) }),
            fixed(money(starts.reduce(Int128(0)) { $0 + $1.arr }), Format(.money, digits: 0)),
        ] + kept
    }

    // MARK: - Customers

    /// How many customers a list names at most.
    static let mostCustomers = 15

    /// The customers whose ARR moved most in the reported period.
    private func movers() -> [Block] {
        var changes: [UInt32: Int128] = [:]
        var kinds: [UInt32: [MovementKind]] = [:]
        context.rollUp.forEachMovement(in: [period]) { movement in
            let isLoss = movement.kind == .contraction || movement.kind == .churn
            changes[movement.customer, default: 0] += isLoss ? -movement.amount : movement.amount
            if !kinds[movement.customer, default: []].contains(movement.kind) {
                kinds[movement.customer, default: []].append(movement.kind)
            }
        }
        let ranks = context.rollUp.customerRanks
        let ranked = changes.first(Composer.mostCustomers) { a, b in
            let (one, other) = (a.value.magnitude, b.value.magnitude)
            return one != other ? one > other : ranks[Int(a.key)] < ranks[Int(b.key)]
        }
        guard !ranked.isEmpty else { return [.note(say(.noMovements, periodNoun(period)))] }
        let format = Format(.money, digits: 0)
        let signed = Format(.money, digits: 0, isSigned: true)
        let known = knownOfMoves(ranked.map { (customer: $0.key, change: $0.value) })
        let rows = ranked.map { customer, change in
            Table.Row([
                .text(customerName(customer)), .text(list(kinds[customer, default: []].map { say(Phrase($0)) })),
                .value(Value(money(change), signed, isFavourable: change == 0 ? nil : change > 0)),
                fixed(money(context.rollUp.revenue.level(Int(customer), period.end)), format),
                .text(customerOwner(customer)), .text(known[customer] ?? ""),
            ])
        }
        let table = Table(
            id: "movers", title: say(.moversTitle, heading(period)),
            columns: [
                Table.Column(say(.customer)), Table.Column(say(.movement)), Table.Column(say(.change), isNumeric: true),
                Table.Column(say(.arrAtEnd), isNumeric: true), Table.Column(say(.owner)),
                Table.Column(CustomerPhrase.known.text(language)),
            ], rows: rows)
        let more = changes.count - rows.count
        let note: [Block] = more > 0 ? [.note(say(.moreInMovements, text(more)))] : []
        return [.table(table)] + note
    }

    /// Terms signed that have not started, and terms that end in the next 90 days.
    private func ahead() -> [Block] {
        let format = Format(.money, digits: 0)
        let (starts, ends) = (startsAhead(), endsAhead())
        func level(_ customer: UInt32) -> Table.Cell {
            fixed(money(context.rollUp.revenue.level(Int(customer), context.asOf)), format)
        }
        var blocks: [Block] = []
        if starts.isEmpty {
            blocks.append(.note(say(.noStartsAhead, dayText(context.asOf))))
        } else {
            let (starts, others) = listed(starts) { $0.arr }
            let rows = starts.map { start in
                Table.Row([
                    .text(customerName(start.customer)), .day(start.day), fixed(money(start.arr), format),
                    level(start.customer),
                ])
            }
            let columns = [
                Table.Column(say(.customer)), Table.Column(say(.starts)), Table.Column(say(.termARR), isNumeric: true),
                Table.Column(say(.arrToday), isNumeric: true),
            ]
            blocks.append(
                .table(
                    Table(
                        id: "starts-ahead", title: say(.startsTitle), columns: columns, rows: rows, isLong: true,
                        isOnPaper: false, isFolded: true)))
            if let others { blocks.append(others) }
        }
        if ends.isEmpty {
            blocks.append(.note(say(.noEndsAhead, dayText(context.asOf))))
        } else {
            let (ends, others) = listed(ends) { $0.arr }
            let rows = ends.map { end in
                Table.Row(
                    [
                        .text(customerName(end.customer)), .day(end.day), fixed(money(end.arr), format),
                        fixed(money(end.signed), format), healthCell(end.health),
                    ] + healthParts(end.health) + [.text(customerOwner(end.customer))])
            }
            let columns =
                [
                    Table.Column(say(.customer)), Table.Column(say(.ends)), Table.Column(say(.termARR), isNumeric: true),
                    Table.Column(say(.signedNext), isNumeric: true), Table.Column(say(.health)),
                ] + healthPartColumns + [Table.Column(say(.owner))]
            blocks.append(
                .table(
                    Table(
                        id: "ends-ahead", title: say(.endsTitle), columns: columns, rows: rows, isLong: true, isOnPaper: false,
                        isFolded: true))
            )
            if let others { blocks.append(others) }
        }
        return blocks
    }
}
