import Facts

/// The terms of customers as ARR counts them: those that begin by the as-of date, with their ends once gaps are closed.
struct TermBook: Sendable {
    let terms: Terms
    /// By term the first day on which it does not count.
    private let ends: [Day]
    /// The same by customer, with their ends as they were read.
    let byCustomer: CustomerTerms

    init(_ terms: Terms?, customers: Int, settings: RollUpSettings) {
        let terms = terms ?? Terms(origin: .subscriptions, dimensions: 0)
        self.terms = terms
        byCustomer = CustomerTerms(terms, customers: customers, asOf: settings.asOf)
        var ends = terms.ends
        if settings.churnGraceDays > 0 {
            for customer in 0..<customers {
                for term in StepsOfARR.closingGaps(byCustomer[customer], settings) { ends[Int(term.row)] = term.end }
            }
        }
        self.ends = ends
    }

    /// The rows of a customer's terms, in order.
    func rows(of customer: Int) -> [Int] { byCustomer[customer].map { Int($0.row) }.sorted() }

    /// A customer's terms at the end of a day, those of nothing left out.
    /// The terms that count on a day.
    func standing(_ customer: Int, _ day: Day) -> [Int] {
        rows(of: customer).filter { terms.starts[$0] <= day && day < ends[$0] && terms.arr[$0] != 0 }
    }

    private func sum(_ rows: [Int]) -> Int128 { rows.reduce(0) { $0 + Int128(terms.arr[$1]) } }

    /// A customer's terms that make its ARR at the end of a day; none of a customer whose terms sum to 0 or less.
    ///
    /// - Parameter byPlan: Whether terms of several plans may sum to 0: each plan has its own then.
    func counting(_ customer: Int, _ day: Day, byPlan: Bool = false) -> [Int] {
        let rows = standing(customer, day)
        let sum = sum(rows)
        return sum > 0 || byPlan && sum == 0 ? rows : []
    }

    /// The terms that make a movement of a customer's ARR on a day, and whether each begins to count or ceases to.
    ///
    /// Where the terms together are below 0 before or after, which counts as 0, they are all that stood on the other side of the day.
    func moving(_ customer: Int, _ day: Day) -> [(row: Int, begins: Bool)] {
        let (before, after) = (standing(customer, day - 1), standing(customer, day))
        if sum(before) < 0 { return after.map { ($0, true) } }
        if sum(after) < 0 { return before.map { ($0, false) } }
        let own = rows(of: customer).filter { terms.arr[$0] != 0 && terms.starts[$0] < ends[$0] }
        return own.filter { terms.starts[$0] == day }.map { ($0, true) } + own.filter { ends[$0] == day }.map { ($0, false) }
    }
}

extension RowFinder {
    /// A term as it counts with its ARR.
    func term(_ row: Int, _ day: Day, minus: Bool = false, _ role: CountedRow.Role = .counts) -> CountedRow {
        let arr = Int128(book.terms.arr[row])
        return CountedRow(
            table: .terms, row: row, day: day, customer: book.terms.customers[row], amount: rollUp.money(minus ? -arr : arr),
            role: role)
    }

    /// The terms that count on a day.
    func standing(_ slice: Slice, _ day: Day, isCount: Bool) -> [CountedRow] {
        // By plan ARR follows the term.
        var plan: (column: CodeColumn?, code: UInt32)?
        if case .member(let dimension, let code) = slice, dimension == rollUp.members.plan {
            plan = (book.terms.members[dimension], code)
        }
        let customers = customers(plan == nil ? rollUp.members.index(slice) : 0)
        return customers.flatMap { customer in
            let rows = book.counting(customer, day, byPlan: plan != nil).filter { row in
                plan.map { ($0.column?[row] ?? 0) == $0.code } ?? true
            }
            .map { term($0, day) }
            return isCount ? RowFinder.once(rows) : rows
        }
    }

    /// The terms that begin and end where ARR moves so.
    func moving(_ kind: MovementKind, _ frame: Frame, _ slice: Slice, isCount: Bool) -> [CountedRow] {
        var found: [CountedRow] = []
        let falls = kind == .churn || kind == .contraction
        for customer in customers(rollUp.members.index(slice)) {
            rollUp.revenue.forEachMovement(of: customer, from: frame.start, to: frame.end) { movement in
                guard movement.kind == kind else { return }
                let rows = book.moving(customer, movement.day).map { row, begins in
                    term(row, movement.day, minus: begins == falls, begins ? .begins : .ends)
                }
                found += isCount ? RowFinder.once(rows) : rows
            }
        }
        return found
    }

    /// The terms of both ends of retention.
    func retained(_ sum: RetentionSum, _ end: Day, _ slice: Slice) -> [CountedRow] {
        let base = end.months(before: 12)
        return customers(rollUp.members.index(slice)).flatMap { customer -> [CountedRow] in
            let (before, now) = (rollUp.revenue.level(customer, base), rollUp.revenue.level(customer, end))
            guard before > 0 else { return [] }
            let isBase = sum == .base || sum == .customersBefore || sum == .gross && before < now
            let role = CountedRow.Role.retained(before: before, now: now)
            let day = isBase || now <= 0 ? base : end
            var rows = book.counting(customer, day).map { term($0, day, role) }
            if sum == .customersBefore || sum == .customersKept { rows = RowFinder.once(rows) }
            // Who has left adds nothing, and is shown all the same.
            if !isBase, now <= 0 { for row in rows.indices { rows[row].amount = .zero } }
            return rows
        }
    }

    /// The terms that came up for renewal, and those that renewed them.
    func renewals(_ sum: DueSum, _ frame: Frame, _ slice: Int, isCount: Bool) -> [CountedRow] {
        let terms = book.terms
        var found: [CountedRow] = []
        var serving = Serving(rollUp.settings)
        for customer in customers(slice) {
            let own = book.rows(of: customer)
            var taken: [(row: Int, amount: Int128)] = []
            serving.serve(UInt32(customer), book.byCustomer[customer]) { row, amount in
                taken.append((row, amount))
            } due: { due in
                defer { taken = [] }
                guard frame.start <= due.day, due.day <= frame.end else { return }
                let rows: [CountedRow] =
                    sum == .due
                    ? own.filter { terms.ends[$0] == due.day && terms.arr[$0] != 0 }.map { term($0, due.day, .ends) }
                    : taken.map { row, amount in
                        var row = term(row, due.day, .renews(arr: Int128(terms.arr[row])))
                        row.amount = rollUp.money(amount)
                        return row
                    }
                found += isCount ? RowFinder.once(rows) : rows
            }
        }
        return found
    }
}
