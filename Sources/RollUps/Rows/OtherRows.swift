import Facts

extension RowFinder {
    /// The costs of a frame, each with its part.
    func costs(_ sum: SpendSum, _ frame: Frame, _ slice: Int) -> [CountedRow] {
        guard let spend = facts.spend else { return [] }
        let columns = rollUp.members.columns(own: spend.members, customers: spend.customers)
        let category: Spend.Category? = sum == .marketing ? .marketing : sum == .sales ? .sales : nil
        let last = min(frame.end, rollUp.settings.asOf)
        return (0..<spend.count).compactMap { row in
            guard spend.starts[row] <= last, category == nil || spend.categories[row] == category,
                slice == 0 || columns.contains(where: { $0.slice(row) == slice })
            else { return nil }
            let (start, count) = (spend.starts[row], max(1, spend.ends[row] - spend.starts[row] + 1))
            let days = max(0, frame.start - start)..<max(max(0, frame.start - start), min(count, last - start + 1))
            let amount = SpendDays.part(spend.amounts[row], of: count, days)
            guard amount != 0 else { return nil }
            return CountedRow(
                table: .spend, row: row, day: start + days.lowerBound, customer: spend.customers?[row] ?? 0,
                amount: rollUp.money(Int128(amount)),
                role: count == 1 ? .counts : .days(days.count, of: count, whole: rollUp.money(Int128(spend.amounts[row]))))
        }
    }

    /// The invitations or answers of a frame.
    func answers(_ sum: VoiceSum, _ frame: Frame, _ slice: Int) -> [CountedRow] {
        guard let surveys = facts.surveys else { return [] }
        let columns = rollUp.members.columns(own: surveys.members, customers: surveys.customers)
        let asOf = rollUp.settings.asOf
        let isByInvitation = sum == .invited || sum == .answered
        return (0..<surveys.count).compactMap { row in
            let (responded, score) = (surveys.responded[row], surveys.scores[row])
            let day = isByInvitation ? surveys.invited[row] : responded
            let isAnswered = score >= 0 && responded.isFinite && responded <= asOf
            guard day.isFinite, day >= frame.start, day <= min(frame.end, asOf), sum == .invited || isAnswered,
                isByInvitation || sum == .responses || VoiceSum(score: Int(score)) == sum,
                slice == 0 || columns.contains(where: { $0.slice(row) == slice })
            else { return nil }
            return CountedRow(
                table: .surveys, row: row, day: day, customer: surveys.customers?[row] ?? 0, amount: Number(1), role: .counts)
        }
    }

    /// The rows of use for which customers count as active.
    func active(_ end: Day, _ slice: Int) -> [CountedRow] {
        guard let usage = facts.usage else { return [] }
        let uses = UseRows(facts, asOf: rollUp.settings.asOf)
        return customers(slice).compactMap { customer in
            guard rollUp.revenue.level(customer, end) > 0 else { return nil }
            let row = uses.latest(customer, from: end - 27, to: end) { usage.active[$0] > 0 }
            return row.map { use($0, usage.days[$0], Number(1)) }
        }
    }

    /// Each customer's row of use that counts.
    func uses(_ sum: UseSum, _ frame: Frame, _ slice: Int) -> [CountedRow] {
        guard let usage = facts.usage, let seats = usage.seats else { return [] }
        let uses = UseRows(facts, asOf: rollUp.settings.asOf)
        return customers(slice).compactMap { customer in
            let row = uses.latest(customer, from: frame.start, to: frame.end) { seats[$0] != Quantity.missing }
            return row.map { row in
                let amount = sum == .seats ? seats[row] : usage.active[row]
                return use(row, usage.days[row], Number(Int128(amount), over: Int128(Quantity.scale)))
            }
        }
    }

    private func use(_ row: Int, _ day: Day, _ amount: Number?, _ role: CountedRow.Role = .counts) -> CountedRow {
        CountedRow(table: .usage, row: row, day: day, customer: facts.usage!.customers[row], amount: amount, role: role)
    }

    /// Each team's row that says its size.
    func sizes(_ frame: Frame, _ slice: Int) -> [CountedRow] {
        guard let headcount = facts.headcount else { return [] }
        let columns = rollUp.members.columns(own: headcount.members, customers: nil)
        return rollUp.activity.teams.compactMap { team in
            guard let latest = team.last(where: { $0.day <= frame.stock }), frame.stock - latest.day <= 92,
                slice == 0 || columns.contains(where: { $0.slice(latest.row) == slice })
            else { return nil }
            return CountedRow(
                table: .headcount, row: latest.row, day: latest.day, customer: 0,
                amount: Number(Int128(latest.fte), over: Int128(Quantity.scale)), role: .counts)
        }
    }

    /// The terms of customers whose health is scored; of points with the use and answers that it is known by.
    func scored(_ sum: HealthSum, _ day: Day, _ slice: Int) -> [CountedRow] {
        let uses = UseRows(facts, asOf: rollUp.settings.asOf)
        let settings = rollUp.settings.health
        let answers = sum == .points ? AnswerRows(facts) : nil
        let known = Dictionary(
            rollUp.healthParts(at: day).lazy.map { (Int($0.customer), $0) }, uniquingKeysWith: { one, _ in one })
        return customers(slice).flatMap { customer -> [CountedRow] in
            guard let parts = known[customer], let health = CustomerHealth(parts, settings: settings),
                let (band, points) = rollUp.points(of: parts),
                sum == .points || sum == .scored || sum == HealthSum(band)
            else { return [] }
            var rows = book.counting(customer, day).map { term($0, day, .scored(health)) }
            guard sum == .points else { return rows }
            for place in rows.indices {
                rows[place].amount = place == 0 ? Number(points, over: Int128(Quantity.scale)) : nil
            }
            if parts.usage != nil, let usage = facts.usage {
                let row = uses.latest(customer, from: day - (settings.usageDays - 1), to: day) {
                    usage.seats?[$0] ?? Quantity.missing > 0
                }
                if let row { rows.append(use(row, usage.days[row], nil, .evidence)) }
            }
            if parts.voice != nil, let answers {
                rows += answers.rows(customer, from: day - (settings.voiceDays - 1), to: day).map { row, responded in
                    CountedRow(
                        table: .surveys, row: row, day: responded, customer: UInt32(customer), amount: nil, role: .evidence)
                }
            }
            return rows
        }
    }
}

/// The rows of use by customer, in the order in which the latest is looked for.
struct UseRows: Sendable {
    private let rows: ByCustomer<Int>
    private let days: [Day]

    init(_ facts: FactSet, asOf: Day) {
        guard let usage = facts.usage else {
            (rows, days) = (ByCustomer(facts.customerIDs.count), [])
            return
        }
        days = usage.days
        rows = ByCustomer(
            (0..<usage.count).lazy.filter { usage.days[$0] <= asOf }, facts.customerIDs.count, of: usage.customers
        ) {
            $0
        } before: {
            usage.days[$0] < usage.days[$1]
        }
    }

    /// A customer's latest row from `start` to `end` that passes the filter.
    func latest(_ customer: Int, from start: Day, to end: Day, where included: (Int) -> Bool) -> Int? {
        rows[customer].last { days[$0] >= start && days[$0] <= end && included($0) }
    }
}

/// The answers with a score by customer, as they were read.
struct AnswerRows: Sendable {
    private let rows: ByCustomer<Int>
    private let days: [Day]

    init(_ facts: FactSet) {
        guard let surveys = facts.surveys, let customers = surveys.customers else {
            (rows, days) = (ByCustomer(facts.customerIDs.count), [])
            return
        }
        days = surveys.responded
        rows = ByCustomer(
            (0..<surveys.count).lazy.filter { surveys.scores[$0] >= 0 && surveys.responded[$0].isFinite },
            facts.customerIDs.count, of: customers
        ) {
            $0
        } before: {
            $0 < $1
        }
    }

    /// A customer's answers from `start` to `end`, both included, each with its day.
    func rows(_ customer: Int, from start: Day, to end: Day) -> [(row: Int, day: Day)] {
        rows[customer].filter { days[$0] >= start && days[$0] <= end }.map { ($0, days[$0]) }
    }
}
