import Facts
import Languages
import Metrics
import RollUps

/// What needs the reader: targets off track, actions overdue, ARR at risk and up for renewal, data that is late or was rejected.
extension Composer {
    func attention(_ standings: [Standing]) -> [Block] {
        let rows = (targetRows(standings) + actionRows() + launchRows() + unusualRows() + revenueRows() + dataRows()).map(
            withGoal)
        if rows.isEmpty { return [.note(say(.nothingNeedsAttention))] }
        return [
            .table(
                Table(
                    id: "attention", title: say(.needsAttention),
                    columns: [
                        Table.Column(say(.status)), Table.Column(say(.what)), Table.Column(say(.howMuch), isNumeric: true),
                        Table.Column(say(.dueByNow), isNumeric: true), Table.Column(say(.target), isNumeric: true),
                        Table.Column(say(.attainment), isNumeric: true), Table.Column(say(.detail)),
                    ], rows: rows, isFolded: true))
        ]
    }

    /// A row with empty cells for what only targets have.
    private func withGoal(_ row: Table.Row) -> Table.Row {
        guard row.cells.count == 4 else { return row }
        return Table.Row(row.cells[..<3] + [.empty, .empty, .empty] + row.cells[3...])
    }

    /// What is off track, each once: over the shortest of its targets' periods, with the longer ones named.
    private func targetRows(_ standings: [Standing]) -> [Table.Row] {
        let length = { (standing: Standing) in Grain.allCases.firstIndex(of: standing.period.grain) ?? 0 }
        let off = standings.filter { $0.verdict == .offTrack }.sorted { length($0) < length($1) }
        var rows: [Table.Row] = []
        for id in context.catalogue.metrics.map(\.id) + context.catalogue.measures.map(\.id) {
            var rest = off.filter { $0.subject.id == id }
            while let first = rest.first {
                let same = rest.filter { $0.dimension == first.dimension && $0.member == first.member }
                rest.removeAll { $0.dimension == first.dimension && $0.member == first.member }
                rows.append(targetRow(first, longer: same.dropFirst().map { heading($0.period) }))
            }
        }
        return rows
    }

    private func targetRow(_ standing: Standing, longer: [String]) -> Table.Row {
        let format = format(standing.subject.id)
        var what = say(.namedPeriod, name(standing.subject.id), heading(standing.period))
        if !standing.dimension.isEmpty { what = say(.namedPeriod, what, whose(standing)) }
        var details: [String] = []
        if !standing.owner.isEmpty { details.append(standing.owner) }
        if !longer.isEmpty { details.append(say(.alsoOffTrack, list(longer))) }
        return Table.Row([
            .status(.bad, say(.offTrack)), .text(what), fixed(standing.actual, format),
            fixed(standing.due, dueFormat(standing)),
            fixed(standing.goal, format),
            fixed(standing.attainment, Format(.percent, digits: 1), hint: standing.attainment == nil ? say(.noRatio) : ""),
            .text(details.joined(separator: language.forms.semicolon)),
        ])
    }

    /// How many overdue actions are named.
    private static let mostActions = 5

    private func actionRows() -> [Table.Row] {
        let overdue = actionStandings().filter(\.isOverdue).sorted { a, b in
            let (due, other) = (a.action.due ?? .distantFuture, b.action.due ?? .distantFuture)
            return due != other ? due < other : precedes(a.action.task, b.action.task)
        }
        guard !overdue.isEmpty else { return [] }
        var named = overdue.prefix(Composer.mostActions).map { item in
            let who = [item.action.owner, item.action.department].first { !$0.isEmpty } ?? say(.noMember)
            return say(.actionInWords, item.action.task, who, item.action.due.map { dayText($0) } ?? "")
        }
        if overdue.count > named.count { named.append(say(.andMore, text(overdue.count - named.count))) }
        return [
            Table.Row([
                .status(.bad, say(.overdue)), .text(say(.overdueActions)), count(overdue.count),
                .text(named.joined(separator: language.forms.semicolon)),
            ])
        ]
    }

    private func revenueRows() -> [Table.Row] {
        var rows: [Table.Row] = []
        if let risk = number("arr_at_risk", now), !risk.isZero {
            let customers = customersAtRiskNow().count
            rows.append(
                Table.Row([
                    .status(.bad, say(.atRisk)), .text(name("arr_at_risk")), .value(value("arr_at_risk")),
                    .text(say(.customersCounted, text(customers))),
                ]))
        }
        let ends = endsAhead()
        if !ends.isEmpty {
            let open = ends.reduce(Int128(0)) { $0 + max(0, $1.arr - $1.signed) }
            let risk = ends.filter { $0.health?.band == .atRisk }.reduce(Int128(0)) { $0 + $1.arr }
            let format = Format(.money, digits: 0)
            rows.append(
                Table.Row([
                    .status(risk > 0 ? .bad : .watch, say(.dueSoon)), .text(say(.endsTitle)),
                    fixed(money(ends.reduce(0) { $0 + $1.arr }), format),
                    .text(say(.endsDetail, text(money(open), format), text(money(risk), format))),
                ]))
        }
        return rows
    }

    /// How many warnings about the data are told on the summary.
    private static let mostWarnings = 5

    private func dataRows() -> [Table.Row] {
        var rows: [Table.Row] = []
        func add(_ status: Status, _ what: String, _ number: Int, _ detail: String) {
            let word = say(status == .bad ? .offTrack : .watch)
            rows.append(Table.Row([.status(status, word), .text(what), count(number), .text(detail)]))
        }
        for late in lateTold {
            let what =
                late.series.map { say(.lateSeries, sourceName(late.source), $0) } ?? say(.lateSource, sourceName(late.source))
            add(.watch, what, period.end - late.since, say(.lateDetail, dayText(late.since)))
        }
        let aside = context.data.sources.filter { $0.rejected > 0 }
        if !aside.isEmpty {
            let parts = aside.map { source in
                let money = source.rejectedMoney.isEmpty ? "" : say(.inBrackets, source.rejectedMoney)
                return "\(sourceName(source.name)) \(text(source.rejected))\(money)"
            }
            add(.watch, say(.rejectedRows), aside.reduce(0) { $0 + $1.rejected }, list(parts))
        }
        let unknown = context.data.files.filter { $0.source == nil && twin(of: $0) == nil }
        if !unknown.isEmpty { add(.watch, say(.unrecognisedFiles), unknown.count, list(unknown.map(\.path))) }
        // In words, worst first; the table of findings has the rest.
        let warnings = context.data.remarks.filter { $0.severity == .warning && !$0.isSaidElsewhere }
        for warning in warnings.prefix(Composer.mostWarnings) {
            let place = warning.place.isEmpty ? "" : say(.inBrackets, warning.place)
            add(.watch, capital(warning.message) + place, max(1, warning.count), warning.hint)
        }
        if warnings.count > Composer.mostWarnings {
            add(.watch, say(.moreWarnings), warnings.count - Composer.mostWarnings, say(.seeFindings))
        }
        return rows
    }
}

/// Whether all data is in.
extension Composer {
    /// What is late in the reported period: whole sources first.
    func lateNow() -> [Late] {
        let late = context.rollUp.facts.late.filter { $0.from <= period.start }
        return late.filter { $0.series == nil } + late.filter { $0.series != nil }
    }

    /// The source of terms of which no export came since the period began, or no snapshot is of a day of it or later; nil where one did.
    var lateTerms: Late? {
        shared.lateTerms { lateNow().first { $0.source == .subscriptions || $0.source == .snapshots } ?? olderSnapshot }
    }

    /// What is late, with the snapshots of ARR where the newest is from before the period.
    private var lateTold: [Late] {
        let late = lateNow()
        return late + [lateTerms].compactMap(\.self).filter { terms in !late.contains { $0.source == terms.source } }
    }

    /// The newest snapshot of ARR, where it is from before the period: what moved since is not known, whatever the file's name says.
    private var olderSnapshot: Late? {
        guard let terms = context.rollUp.facts.terms, case .snapshots = terms.origin else { return nil }
        let newest = terms.starts.lazy.filter { $0 <= context.asOf }.max()
        guard let newest, newest < period.start else { return nil }
        return Late(source: .snapshots, from: period.start, since: newest)
    }

    /// What is late, by name: the source, or the files of it like one.
    func nameOfLate(_ late: Late) -> String {
        late.series.map { say(.seriesOf, sourceName(late.source), $0) } ?? sourceName(late.source)
    }

    /// What is missing from the data: what is late, what was rejected; empty where all is in.
    var dataGaps: [String] { dataGaps(withMoney: true) }

    /// How much money the rejected rows are of, by currency.
    var rejectedMoney: [String] { context.data.sources.filter { $0.rejected > 0 }.map(\.rejectedMoney).filter { !$0.isEmpty } }

    func dataGaps(withMoney: Bool) -> [String] {
        var parts: [String] = []
        let late = lateTold
        if !late.isEmpty {
            let named = late.map { late in
                say(.since, nameOfLate(late), dayText(late.since))
            }
            parts.append(say(.late, list(named)))
        }
        let missed = context.data.sources.compactMap { source in
            context.data.missed[source.name].map { say(.since, sourceName(source.name), dayText($0)) }
        }
        if !missed.isEmpty { parts.append(say(.noNewExport, list(missed))) }
        let aside = context.data.sources.filter { $0.rejected > 0 }
        if !aside.isEmpty {
            let money = withMoney ? rejectedMoney : []
            let rows = text(aside.reduce(0) { $0 + $1.rejected })
            parts.append(say(.rejectedRowsInWords, rows) + (money.isEmpty ? "" : say(.inBrackets, list(money))))
        }
        return parts
    }

    /// The verdict on the data: all in, or what is late and what was rejected.
    func dataVerdict() -> String {
        let parts = dataGaps
        return say(.labelled, say(.data), parts.isEmpty ? say(.allIn) : parts.joined(separator: language.forms.semicolon))
    }
}

extension Remark {
    /// Whether the summary says it in its own words: what is late, and files that are of no source.
    fileprivate var isSaidElsewhere: Bool { code.hasPrefix("late-") || code == "unrecognised-file" }
}
