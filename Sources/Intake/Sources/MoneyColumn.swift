import Facts

/// A column of amounts, and what its amounts recur by.
struct MoneyColumn: Sendable {
    /// How often an amount is due.
    enum Recurrence: Sendable {
        /// Once, or once a year: it counts as it is.
        case asItIs
        /// Every month.
        case monthly
        /// Every interval that stands in a column, else the one that `interval:` of `sources.yml` gives, else every year.
        case every(TextKey)

        /// What an amount is multiplied with and divided by to be annual.
        ///
        /// - Parameter months: The months that the amount is for, where the interval says so.
        func factor(months: Int64?) -> (Int64, Int64) {
            switch self {
            case .asItIs: (1, 1)
            case .monthly: (12, 1)
            case .every: (12, months ?? 12)
            }
        }
    }

    /// The column.
    let key: NumberKey
    /// How often its amounts are due.
    let recurrence: Recurrence

    /// TableAmounts that count as they are.
    static func amount(_ key: NumberKey) -> MoneyColumn { MoneyColumn(key: key, recurrence: .asItIs) }
    /// TableAmounts of a year.
    static func annual(_ key: NumberKey) -> MoneyColumn { MoneyColumn(key: key, recurrence: .asItIs) }
    /// TableAmounts of a month.
    static func monthly(_ key: NumberKey) -> MoneyColumn { MoneyColumn(key: key, recurrence: .monthly) }
    /// TableAmounts of an interval that another column holds.
    static func every(_ interval: TextKey, _ key: NumberKey) -> MoneyColumn {
        MoneyColumn(key: key, recurrence: .every(interval))
    }

    /// The column that says how often the amounts are due, where there is one.
    var interval: TextKey? { if case .every(let key) = recurrence { key } else { nil } }
}

extension RowCheck {
    /// That there is an amount, and that the interval is known where the amount is for one. Rows whose status does not count need
    /// none.
    static let recurringAmount = RowCheck { rows, verdicts in
        let statuses = rows[.status]
        let isExcluded = statuses?.pool.texts.map { TermStatus.meaning(of: $0) == .noTerm } ?? []
        let columns = rows.money.compactMap { money in
            rows[money.key].map { (cells: $0, key: money.key, interval: money.interval.map { Intervals($0, rows) }) }
        }
        for row in 0..<rows.count {
            let column = columns.first { $0.cells.digits[row] != NumberColumn.missing }
            if let column, column.interval == nil { continue }
            if let statuses, isExcluded[Int(statuses.codes[row])] { continue }
            guard let column else {
                guard let key = columns.first?.key ?? rows.money.first?.key else { return }
                verdicts.reject(
                    row,
                    Problem(
                        .missingRequired, column: rows.place(key),
                        ["column": key.name, "why": "", "fill": "the cell; 0 is an amount too"]))
                continue
            }
            if let problem = column.interval?.problem(row, of: column.key) { verdicts.reject(row, problem) }
        }
    }

    /// The intervals that amounts of a batch are for.
    private struct Intervals {
        private let key: TextKey
        private let place: Int?
        private let cells: TextColumn?
        private let isKnown: [Bool]
        /// Whether `sources.yml` says what amounts without an interval are for.
        private let isSettled: Bool

        init(_ key: TextKey, _ rows: CheckedRows) {
            self.key = key
            place = rows.place(key)
            cells = rows[key]
            isKnown = cells?.pool.texts.map { Vocabulary.months(interval: $0) != nil } ?? []
            isSettled = rows.rules.interval.flatMap(Vocabulary.months(interval:)) != nil
        }

        func problem(_ row: Int, of amount: NumberKey) -> Problem? {
            guard let cells, cells.codes[row] != 0 else {
                return isSettled
                    ? nil
                    : Problem(
                        .missingRequired, column: place,
                        [
                            "column": key.name, "why": ", which says what `\(amount.name)` is for",
                            "fill": "month, quarter, year or a number of months",
                        ])
            }
            guard !isKnown[Int(cells.codes[row])] else { return nil }
            let found = Recognition.shortened(cells.pool.text(cells.codes[row]), 60)
            return Problem(.badInterval, column: place, ["found": found, "or": ""])
        }
    }
}
