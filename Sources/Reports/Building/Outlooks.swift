import Facts
import Languages
import Metrics
import RollUps

/// Where the scorecard's stocks and flows lead, if they go on as they did.
extension Composer {
    private func say(_ phrase: OutlookPhrase, _ parts: String...) -> String { phrase.text(language, parts) }

    /// The last period that is over, from which on all is projected.
    var lastWhole: Period { period.isToDate ? context.calendar.before(period) : period }

    /// What each metric of the scorecard comes to, of those that have a pace, in its order.
    func outlooks(_ standings: [Standing]) -> [Outlook] {
        shared.outlooks {
            let subjects = context.scorecardMetrics(standings).compactMap { context.catalogue.subject($0.id) }
            let (judge, last) = (context.judge, lastWhole)
            return concurrently(subjects.count) { judge.outlook(subjects[$0], after: last) }.compactMap { $0 }
        }
    }

    /// Where the north star and ARR lead by the end of the quarter, as sentences; empty where that is not known.
    func outlookSentences(_ standings: [Standing], of ids: [String]? = nil) -> [String] {
        let leading = ids ?? [context.northStar, "arr"]
        let all = outlooks(standings)
        let overtaken = all.first { $0.subject.id == "arr" }.flatMap(overtaken)
        return all.filter { leading.contains($0.subject.id) }.compactMap { outlook in
            guard overtaken != nil, isOfARR(outlook.subject.resolved) else {
                return outlook.quarter.map { sentence(outlook, $0) }
            }
            return outlook.subject.id == "arr" ? overtaken : nil
        }
    }

    /// That ARR is already where its trend did not lead, in a sentence; nil where nothing is known from after the last whole period, or ARR is
    /// on its way from what it was then to the interval, give or take half of that.
    private func overtaken(_ outlook: Outlook) -> String? {
        guard context.asOf > lastWhole.end, let point = outlook.quarter, point.period.start <= context.asOf else { return nil }
        let toDate = context.calendar.period(.quarter, holding: context.asOf).upTo(context.asOf)
        func value(_ period: Period) -> Number? {
            outlook.subject.resolved.value(leaf: { context.rollUp.value($0, period, .total) })
        }
        guard let actual = value(toDate), let before = value(lastWhole) else { return nil }
        let room = (point.high - point.low) * Number(1, over: 2)
        let least = (Number.less(before, point.low) ? before : point.low) - room
        let most = (Number.less(point.high, before) ? before : point.high) + room
        guard Number.less(actual, least) || Number.less(most, actual) else { return nil }
        let format = format(outlook.subject.id)
        return say(
            .overtaken, dayText(context.asOf), name(outlook.subject.id), text(actual, format), periodName(lastWhole),
            periodName(point.period), text(point.low, format), text(point.high, format))
    }

    /// Whether a formula is made of ARR alone.
    func isOfARR(_ formula: Expression) -> Bool { formula.leaves.allSatisfy { $0.measure.hasPrefix("arr_") } }

    private func sentence(_ outlook: Outlook, _ point: Outlook.Point) -> String {
        let format = format(outlook.subject.id)
        func words(_ number: Number) -> String { text(number, format) }
        let said = say(
            outlook.isStock ? .stockSentence : .flowSentence, name(outlook.subject.id), periodName(point.period),
            words(point.value),
            words(point.low), words(point.high))
        return goal(outlook, point.period).map { say(.withTarget, said, words($0)) } ?? said + language.forms.stop
    }

    /// What is projected, period by period, beside the targets, and what is not and why.
    func outlookBlocks(_ standings: [Standing]) -> [Block] {
        let all = outlooks(standings)
        guard !all.isEmpty else { return [] }
        let shown = all.filter { $0.obstacle == nil }
        var blocks: [Block] = []
        if !shown.isEmpty {
            let rows = shown.flatMap { outlook in
                (outlook.ahead + (outlook.quarter.map { [$0] } ?? [])).map { point in
                    let format = format(outlook.subject.id)
                    return Table.Row([
                        .text(name(outlook.subject.id)), .text(periodName(point.period)), fixed(point.value, format),
                        fixed(point.low, format), fixed(point.high, format),
                        goal(outlook, point.period).map { fixed($0, format) } ?? .empty,
                    ])
                }
            }
            let columns =
                [Table.Column(say(.metric)), Table.Column(say(OutlookPhrase.period))]
                + [OutlookPhrase.projected, .low, .high, .target].map { Table.Column(say($0), isNumeric: true) }
            blocks.append(
                .table(
                    Table(
                        id: "outlook", title: say(OutlookPhrase.title), columns: columns, rows: rows, isLong: true,
                        isFolded: true)))
            blocks.append(.note(say(OutlookPhrase.method)))
        }
        let least = text(Outlook.leastPeriods)
        let short = all.filter { if case .short = $0.obstacle { true } else { false } }
        if short.count == all.count {
            blocks.append(.note(say(.shortAlone, least)))
        } else if !short.isEmpty {
            blocks.append(.note(say(.short, least, list(short.map { name($0.subject.id) }))))
        }
        let naive = all.filter { $0.obstacle == .naive }
        if !naive.isEmpty { blocks.append(.note(say(.naive, list(naive.map { name($0.subject.id) })))) }
        if let contracted { blocks.append(.note(contracted)) }
        return blocks
    }

    /// The target of the total for a period ahead; nil where there is none.
    func goal(_ outlook: Outlook, _ period: Period) -> Number? {
        let found = context.rollUp.facts.targets.last { target in
            target.dimension.isEmpty && context.catalogue.subject(target.metric)?.id == outlook.subject.id
                && context.calendar.period(named: target.period) == period
        }
        return found?.value.number
    }

    /// ARR that is contracted for the end of the quarter that goes on, by the terms signed by now alone; nil where terms are absent or
    /// have no known ends.
    var contracted: String? {
        guard let terms = context.rollUp.facts.terms, terms.origin == .subscriptions else { return nil }
        let quarter = context.calendar.period(.quarter, holding: lastWhole.end + 1)
        var sums = [Int128](repeating: 0, count: terms.customers.reduce(0) { max($0, Int($1) + 1) })
        for row in 0..<terms.count where terms.starts[row] <= quarter.end && terms.ends[row] > quarter.end {
            sums[Int(terms.customers[row])] += Int128(terms.arr[row])
        }
        // A customer whose terms come to less than 0 counts as 0, as in ARR.
        let sum = sums.reduce(Int128(0)) { $0 + max(0, $1) }
        return say(.contracted, periodName(quarter), text(money(sum), format("arr")))
    }
}
