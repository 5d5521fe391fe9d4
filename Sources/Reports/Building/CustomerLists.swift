import Facts
import Languages
import Metrics
import RollUps

/// Lists of customers that someone should call, and whether the pipeline covers the quarter's targets.
extension Composer {
    private func word(_ phrase: CustomerPhrase, _ parts: String...) -> String { phrase.text(language, parts) }

    // MARK: - Detractors

    /// How many detractors are named.
    private static let mostDetractors = 50

    /// The customers whose latest answer is that of a detractor, those with most ARR first.
    func detractorsByARR() -> [Block] {
        guard let surveys = context.rollUp.facts.surveys, surveys.customers != nil else { return [] }
        let (days, end) = (context.rollUp.settings.health.voiceDays, period.end)
        let ranks = context.rollUp.customerRanks
        let found = latestAnswers().enumerated().compactMap { customer, row -> (customer: UInt32, row: Int, arr: Int128)? in
            guard row >= 0, surveys.scores[Int(row)] <= 6 else { return nil }
            return (UInt32(customer), Int(row), context.rollUp.revenue.level(customer, end))
        }
        guard !found.isEmpty else { return [.note(word(.noDetractors, text(days), dayText(end)))] }
        let ends = [UInt32: Day](endsAhead().map { ($0.customer, $0.day) }, uniquingKeysWith: min)
        let format = Format(.money, digits: 0)
        let largest = found.first(Composer.mostDetractors) { a, b in
            a.arr != b.arr ? a.arr > b.arr : ranks[Int(a.customer)] < ranks[Int(b.customer)]
        }
        let rows = largest.map { entry in
            Table.Row([
                .text(customerName(entry.customer)), fixed(money(entry.arr), format),
                count(Int(surveys.scores[entry.row])),
                .day(surveys.responded[entry.row]), healthCell(context.rollUp.health(of: entry.customer, at: end)),
                ends[entry.customer].map { .day($0) } ?? .empty, .text(customerOwner(entry.customer)),
                .text(surveys.comments[entry.row]),
            ])
        }
        let columns = [
            Table.Column(say(.customer)), Table.Column(say(.arr), isNumeric: true), Table.Column(say(.score), isNumeric: true),
            Table.Column(say(.day)), Table.Column(say(.health)), Table.Column(say(.endsSoon)), Table.Column(say(.owner)),
            Table.Column(say(.comment)),
        ]
        let title = word(.detractorsTitle, text(days), dayText(end))
        var blocks: [Block] = [
            .table(
                Table(
                    id: "detractors-by-arr", title: title, columns: columns, rows: rows, isLong: true, isOnPaper: false,
                    isFolded: true))
        ]
        let sum = found.reduce(Int128(0)) { $0 + $1.arr }
        if let whole = number("arr_closing", now), let share = money(sum) / whole {
            blocks.append(
                .note(
                    word(
                        .detractorsNote, text(found.count), text(money(sum), format),
                        text(share, Format(.percent, digits: 1)))))
        }
        if found.count > rows.count { blocks.append(.note(say(.andMore, text(found.count - rows.count)))) }
        return blocks
    }

    // MARK: - Movements

    /// What the data says of why some customers' ARR moved in the reported period: the reason given with a term that ended, the plans
    /// before and after, and of one that fell the latest answer. Empty of whom nothing is known.
    func knownOfMoves(_ changes: [(customer: UInt32, change: Int128)]) -> [UInt32: String] {
        guard let terms = context.rollUp.facts.terms else { return [:] }
        var wanted = [Bool](repeating: false, count: context.rollUp.facts.customerIDs.count)
        for (customer, _) in changes { wanted[Int(customer)] = true }
        let (surveys, latest) = (context.rollUp.facts.surveys, latestAnswers())
        var rows: [UInt32: [Int]] = [:]
        for row in 0..<terms.count where wanted[Int(terms.customers[row])] {
            rows[terms.customers[row], default: []].append(row)
        }
        var known: [UInt32: String] = [:]
        for (customer, change) in changes {
            let own = rows[customer] ?? []
            var parts = reasons(own, terms)
            if let plans = plansMoved(own, terms) { parts.append(plans) }
            let answer = Int(latest[Int(customer)])
            if change < 0, answer >= 0, let surveys {
                parts.append(word(.scored, text(Int(surveys.scores[answer])), dayText(surveys.responded[answer])))
            }
            known[customer] = list(parts)
        }
        return known
    }

    /// The reasons given with the terms that ended in the period, each once.
    private func reasons(_ rows: [Int], _ terms: Terms) -> [String] {
        guard let reasons = terms.reasons else { return [] }
        var found: [String] = []
        for row in rows where terms.ends[row] >= period.start && terms.ends[row] <= period.end && !reasons[row].isEmpty {
            if !found.contains(reasons[row]) { found.append(reasons[row]) }
        }
        return found
    }

    /// The plans of a customer before the period and at its end, where they differ.
    private func plansMoved(_ rows: [Int], _ terms: Terms) -> String? {
        guard let plan = context.rollUp.members.dimensions.firstIndex(where: { $0.name == "plan" }),
            let codes = terms.members[plan]
        else { return nil }
        func plans(_ day: Day) -> [String] {
            let standing = rows.filter {
                terms.starts[$0] <= day && day < terms.ends[$0] && terms.arr[$0] > 0 && codes[$0] != 0
            }
            return Set(standing.map { memberName(plan, codes[$0]) }).sorted(by: precedes)
        }
        let (before, after) = (plans(period.start - 1), plans(period.end))
        guard before != after, !before.isEmpty, !after.isEmpty else { return nil }
        return word(.fromTo, before.joined(separator: " + "), after.joined(separator: " + "))
    }

    /// By customer code the row of the latest answer in the days that health looks at, of several of one day the lowest; −1 where there is
    /// none.
    private func latestAnswers() -> [Int32] { shared.latestAnswers { findLatestAnswers() } }

    private func findLatestAnswers() -> [Int32] {
        var latest = [Int32](repeating: -1, count: context.rollUp.facts.customerIDs.count)
        guard let surveys = context.rollUp.facts.surveys, let customers = surveys.customers else { return latest }
        let first = period.end - context.rollUp.settings.health.voiceDays
        for row in 0..<surveys.count where surveys.scores[row] >= 0 && customers[row] != 0 {
            let (day, other) = (surveys.responded[row], Int(latest[Int(customers[row])]))
            guard day.isFinite, day <= period.end, day > first else { continue }
            if other >= 0, (surveys.responded[other], -Int(surveys.scores[other])) >= (day, -Int(surveys.scores[row])) {
                continue
            }
            latest[Int(customers[row])] = Int32(row)
        }
        return latest
    }

    // MARK: - Coverage

    /// What is added to by deals won, and whether it is money.
    private static let covered: [(id: String, isMoney: Bool)] = [
        ("won", false), ("won_amount", true), ("customers_new", false), ("arr_new", true), ("net_new_arr", true), ("arr", true),
        ("arr_closing", true),
    ]

    /// Whether the open pipeline, at the win rate and average deal of the last twelve months, is enough for the quarter's targets.
    func coverage(_ standings: [Standing]) -> [Block] {
        let end = period.end
        let frame = Frame(start: end.months(before: 12) + 1, end: end, stock: end)
        func measure(_ id: String) -> Number? { context.rollUp.value(id, frame, .total) }
        guard let open = measure("open_opportunities") else { return [] }
        let quarters = standings.filter { standing in
            standing.whole.grain == .quarter && standing.dimension.isEmpty
                && Composer.covered.contains { $0.id == standing.subject.id }
        }
        guard !quarters.isEmpty else { return [] }
        let rate = measure("won").flatMap { won in measure("lost").flatMap { won / (won + $0) } }
        let deal = measure("won_amount").flatMap { sum in measure("won_with_amount").flatMap { sum / $0 } }
        let percent = Format(.percent, digits: 1)
        let money = Format(.money, digits: 0)
        let rows = quarters.map { standing in
            let format = format(standing.subject.id)
            let isMoney = Composer.covered.first { $0.id == standing.subject.id }!.isMoney
            let expected = rate.flatMap { rate in isMoney ? deal.map { open * rate * $0 } : open * rate }
            let left = standing.actual.map { standing.goal - $0 }
            let isReached = left.map { $0.signum <= 0 } ?? false
            let ratio = isReached ? nil : left.flatMap { left in expected.flatMap { $0 / left } }
            let reason = reason(standing)
            return Table.Row([
                .text(name(standing.subject.id)), .text(heading(standing.whole)), fixed(standing.goal, format),
                fixed(standing.actual, format, hint: reason),
                fixed(isReached ? .zero : left, format, hint: reason), count(Int(clamping: open.roundedHalfEven)),
                fixed(rate, percent, hint: rate == nil ? word(.noRate) : ""),
                isMoney ? fixed(deal, money, hint: deal == nil ? word(.noRate) : "") : .empty,
                fixed(expected, format, hint: expected == nil ? word(.noRate) : ""),
                fixed(
                    ratio, percent,
                    hint: ratio == nil ? (isReached ? word(.isReached) : reason.isEmpty ? word(.noRate) : reason) : ""),
            ])
        }
        let titles: [(String, Table.Column.Card?)] = [
            (say(.target), nil), (word(.reached), nil), (word(.toGo), .due), (word(.open), nil), (word(.winRate), nil),
            (word(.averageDeal), nil), (word(.expected), nil), (word(.coverage), .value),
        ]
        let columns =
            [Table.Column(say(.metric)), Table.Column(say(.goalPeriod), card: .when)]
            + titles.map { Table.Column($0.0, isNumeric: true, card: $0.1) }
        return [
            .table(Table(id: "coverage", title: word(.coverageTitle), columns: columns, rows: rows, look: .cards)),
            .note(word(.coverageNote, dayText(end))),
        ]
    }
}
