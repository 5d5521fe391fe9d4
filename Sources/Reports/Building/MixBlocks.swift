import Facts
import Languages
import Metrics
import RollUps

/// How revenue comes: what recurs beside what does not, and what there is of it for each head.
extension Composer {
    private func mix(_ phrase: MixPhrase, _ parts: String...) -> String { phrase.text(language, parts) }

    // MARK: - Recurring beside one-off

    /// How many of the months are listed with their sum and share; the chart's own data has all.
    private static let monthsOfMix = 7

    /// Recurring beside one-off revenue by month; nothing where there is no one-off revenue or no ARR.
    func revenueMixBlocks() -> [Block] {
        guard let found = context.rollUp.revenueMix() else { return [] }
        let title = mix(.title, context.currency.unit(context.locale))
        let format = Format(.money, digits: 0)
        let parts = [
            Chart.Series(name: mix(.recurring), values: found.months.map(\.recurring), role: .member(0)),
            Chart.Series(name: mix(.oneOff), values: found.months.map(\.oneOff), role: .member(1)),
        ]
        let chart = Chart(
            id: "revenue-mix", title: title, kind: .stackedColumns, categories: found.months.map { heading($0.period) },
            series: parts, format: format, alternative: sentences([title + say(.colon)] + words(found)))
        let rows = found.months.suffix(Composer.monthsOfMix).reversed().map { month in
            let share = month.recurring / month.total
            return Table.Row([
                .text(heading(month.period)), fixed(month.recurring, format), fixed(month.oneOff, format),
                fixed(month.total, format),
                .value(
                    Value(
                        share, Format(.percent, digits: 1), .quotient(of: 1, by: 3),
                        hint: share == nil ? say(.whyZero, mix(.total)) : "")),
            ])
        }
        let table = Table(
            id: "revenue-mix-table", title: title,
            columns: [Table.Column(mix(.month))]
                + [.recurring, .oneOff, .total, .share].map { Table.Column(mix($0), isNumeric: true) },
            rows: rows, isOnPaper: false, isFolded: true)
        return [.chart(chart), .table(table), .note(sentences(words(found)))]
    }

    /// The crossing and the dip.
    private func words(_ found: RevenueMix) -> [String] {
        let format = Format(.money, digits: 0)
        var texts: [String] = []
        let whole = found.months.filter { !$0.period.isToDate }
        if let month = found.crossing {
            texts.append(
                mix(.crossing, shortName(month.period), text(month.recurring, format), text(month.oneOff, format)))
        } else if let last = whole.last {
            texts.append(mix(Number.less(last.oneOff, last.recurring) ? .alwaysMore : .notYet))
        }
        if let (peak, bottom) = found.dip {
            let fell = mix(
                .dip, text(peak.total, format), shortName(peak.period), text(bottom.total, format), shortName(bottom.period))
            let after = found.recovered.map { mix(.recovered, shortName($0.period)) } ?? mix(.notRecovered)
            texts.append(fell + language.forms.space + after)
        } else if !whole.isEmpty {
            texts.append(mix(.noDip))
        }
        return texts
    }

    // MARK: - Per head

    /// How many months are listed.
    private static let monthsOfHeads = 7
    /// How many teams are listed at most: those with most heads.
    private static let mostTeams = 12

    /// Revenue per head by month, and by month and team; nothing where there is no headcount or no ARR.
    func headBlocks() -> [Block] {
        guard context.rollUp.firstEvent(.headcount) != nil, context.rollUp.firstEvent(.subscriptions) != nil else { return [] }
        var months = [context.calendar.period(.month, holding: context.asOf)]
        while months.count < Composer.monthsOfHeads { months.append(context.calendar.before(months[months.count - 1])) }
        let shown = months.map { $0.upTo(context.asOf) }
        let heads = shown.map { context.rollUp.headcount(at: $0.end) }
        let arr = shown.map { context.rollUp.value(Leaf("arr_closing"), $0, .total) }
        guard heads.contains(where: { !$0.isEmpty }) else { return [] }
        let (money, count, perHead) = (
            Format(.money, digits: 0), Format(.plain, digits: 1), Format(.money, digits: 0)
        )
        func none(_ month: Period) -> String { mix(.noHeads, dayText(month.end)) }
        func rate(_ amount: Number?, _ heads: Number?, _ columns: (Int, Int)?, _ why: String) -> Table.Cell {
            let rate = amount.flatMap { amount in heads.flatMap { amount / $0 } }
            let origin: Value.Origin = columns.map { .quotient(of: $0.0, by: $0.1) } ?? .fixed
            return .value(Value(rate, perHead, rate == nil ? .fixed : origin, hint: rate == nil ? why : ""))
        }
        let rows = shown.indices.map { place -> Table.Row in
            let month = shown[place]
            let sum = heads[place].isEmpty ? nil : heads[place].reduce(Number.zero) { $0 + $1.fte }
            let new = context.rollUp.value(Leaf("arr_new"), month, .total)
            let (noARR, noNew) = (
                whyUndefined(Leaf("arr_closing"), month, .total), new == nil ? whyUndefined(Leaf("arr_new"), month, .total) : ""
            )
            return Table.Row([
                .text(heading(month)), fixed(arr[place], money, hint: arr[place] == nil ? noARR : ""),
                fixed(sum, count, hint: none(month)), rate(arr[place], sum, (1, 2), sum == nil ? none(month) : noARR),
                fixed(new, money, hint: noNew), rate(new, sum, (4, 2), sum == nil ? none(month) : noNew),
            ])
        }
        let columns: [MixPhrase] = [.arr, .heads, .arrPerHead, .newARR, .newARRPerHead]
        let byMonth = Table(
            id: "revenue-per-head", title: mix(.headsTitle),
            columns: [Table.Column(mix(.month))] + columns.map { Table.Column(mix($0), isNumeric: true) }, rows: rows,
            isOnPaper: false, isFolded: true)
        return [.table(byMonth), .table(teamTable(shown, heads, arr, rate: { rate($0, $1, nil, $2) }, none: none))]
    }

    private func teamTable(
        _ months: [Period], _ heads: [[(team: String, fte: Number)]], _ arr: [Number?],
        rate: (Number?, Number?, String) -> Table.Cell, none: (Period) -> String
    ) -> Table {
        let byTeam = heads.map { Dictionary($0.map { ($0.team, $0.fte) }, uniquingKeysWith: +) }
        var largest: [String: Number] = [:]
        for month in byTeam.reversed() { largest.merge(month) { $1 } }
        let teams = largest.sorted { a, b in
            a.value == b.value ? precedes(a.key, b.key) : Number.less(b.value, a.value)
        }.map(\.key)
        let places = months.indices
        return Table(
            id: "revenue-per-head-by-team", title: mix(.teamsTitle),
            columns: [Table.Column(mix(.team))] + places.map { Table.Column(heading(months[$0]), isNumeric: true) },
            rows: teams.prefix(Composer.mostTeams).map { team in
                Table.Row(
                    [.text(team.isEmpty ? say(.noMember) : team)]
                        + places.map { place in
                            let own = byTeam[place][team]
                            let why =
                                own == nil ? none(months[place]) : whyUndefined(Leaf("arr_closing"), months[place], .total)
                            return rate(arr[place], own, why)
                        })
            }, isOnPaper: false, isFolded: true)
    }
}
