import Facts

/// How a column of the contract is made of others, in rows where it has no cell of its own.
///
/// Those that any source may use stand here, the others beside their source.
struct Derivation: Sendable {
    /// The column that is made.
    let column: any AnyColumnKey
    /// The columns it is made of: groups of which a file must have one whole.
    let needs: [[any AnyColumnKey]]
    /// All columns it looks at.
    let uses: [any AnyColumnKey]
    /// Whether it is made only in files that have no such column at all.
    let isInstead: Bool
    /// Whether a file with these headers is one for which it is made; nil where ``needs`` say enough.
    let isFor: (@Sendable (_ header: [String]) -> Bool)?
    /// Makes the column of others of the same rows.
    let make: @Sendable (_ own: inout ColumnData, _ others: TypedColumns) -> Void

    /// A derivation that gives the column's cells new ones.
    ///
    /// - Parameters:
    ///   - needs: Groups of columns of which a file must have one whole.
    ///   - also: Columns that it looks at where they are there.
    init<Cells>(
        _ key: ColumnKey<Cells>, of needs: [[any AnyColumnKey]], also: [any AnyColumnKey] = [], isInstead: Bool = false,
        isFor: (@Sendable (_ header: [String]) -> Bool)? = nil,
        _ make: @escaping @Sendable (_ own: Cells, _ others: TypedColumns) -> Cells
    ) {
        (column, self.needs, uses) = (key, needs, Array(needs.joined()) + also)
        (self.isInstead, self.isFor) = (isInstead, isFor)
        self.make = { own, others in
            if let cells = Cells(own) { own = make(cells, others).data }
        }
    }
}

extension Derivation {
    /// The first of some columns that has a cell.
    static func first<Cells: FillableCells>(_ key: ColumnKey<Cells>, of keys: [ColumnKey<Cells>]) -> Derivation {
        Derivation(key, of: keys.map { [$0] }) { own, others in
            var own = own
            for other in keys { if let cells = others[other] { own.fill(from: cells) } }
            return own
        }
    }

    /// The first of some columns that the file has, where it has no such column at all.
    static func instead<Cells>(_ key: ColumnKey<Cells>, of keys: [ColumnKey<Cells>]) -> Derivation {
        Derivation(key, of: keys.map { [$0] }, isInstead: true) { own, others in
            keys.lazy.compactMap { others[$0] }.first ?? own
        }
    }

    /// The month of a date whose year and month have columns of their own, or the day where that has one too.
    static let month = Derivation(
        DayKey.date, of: [[TextKey.yearOfDate, TextKey.monthOfDate], [TextKey.yearOfDate, TextKey.dayOfDate]], isInstead: true
    ) { own, others in
        guard let years = others[.yearOfDate] else { return own }
        let (months, dates) = (others[.monthOfDate], others[.dayOfDate])
        let yearOf = years.pool.texts.map(Vocabulary.year)
        let monthOf = months?.pool.texts.map(Vocabulary.month) ?? []
        let dayOf = dates?.pool.texts.map(Vocabulary.dayOfMonth) ?? []
        var days = own
        for row in days.values.indices where days.values[row] == DayColumn.missing {
            guard let year = yearOf[Int(years.codes[row])] else { continue }
            let month = months.flatMap { monthOf[Int($0.codes[row])] }
            guard let dates else {
                if let month { days.values[row] = Int32(Day.number(year: year, month: month, day: 1) * 2 + 1) }
                continue
            }
            // A day whose cell is empty or of another month is none.
            guard let date = dayOf[Int(dates.codes[row])], let number = date.month ?? month, month == nil || month == number,
                let day = Day(year: year, month: number, day: date.day)
            else { continue }
            days.values[row] = day.number * 2
        }
        return days
    }

    /// The first day of cells that hold two.
    static func first(of key: TextKey) -> Derivation { range(.date, key) { $0.first } }

    /// The last day of cells that hold two.
    static func last(of key: TextKey) -> Derivation { range(.endDate, key) { $0.last } }

    private static func range(_ made: DayKey, _ key: TextKey, _ side: @escaping @Sendable (DateRange) -> Day) -> Derivation {
        Derivation(made, of: [[key]], isInstead: true) { own, others in
            guard let cells = others[key] else { return own }
            let found = cells.pool.texts.map { DateRange($0).map(side) }
            var days = own
            for row in days.values.indices where days.values[row] == DayColumn.missing {
                if let day = found[Int(cells.codes[row])] { days.values[row] = day.number * 2 }
            }
            return days
        }
    }

    /// The last day of a week that begins on a day.
    static func week(_ key: DayKey, of start: DayKey) -> Derivation {
        Derivation(key, of: [[start]], isInstead: true) { own, others in
            guard let weeks = others[start] else { return own }
            var days = own
            for row in days.values.indices where days.values[row] == DayColumn.missing {
                if let day = weeks.first(row) { days.values[row] = (day + 6).number * 2 }
            }
            return days
        }
    }

    /// What is left of one amount after another; of either, one may be missing.
    static func difference(_ key: NumberKey, of more: NumberKey, less: NumberKey) -> Derivation {
        Derivation(key, of: [[more], [less]]) { own, others in
            let (more, less) = (others[more], others[less])
            return own.filled { row in
                let (a, b) = (more?[row], less?[row])
                guard a != nil || b != nil else { return nil }
                let (x, y) = (a ?? ExactDecimal(digits: 0, scale: 0), b ?? ExactDecimal(digits: 0, scale: 0))
                let scale = max(x.scale, y.scale)
                let left = Int128(x.digits) * ExactDecimal.powersOfTen[scale - x.scale]
                let right = Int128(y.digits) * ExactDecimal.powersOfTen[scale - y.scale]
                let mark = a != nil ? more?.marks?[row] : less?.marks?[row]
                return Int64(exactly: left - right).map { (ExactDecimal(digits: $0, scale: scale), mark ?? .none) }
            }
        }
    }

    /// A price for one, times how many; a quantity that is missing is one.
    static func product(_ key: NumberKey, of price: NumberKey, times: NumberKey) -> Derivation {
        Derivation(key, of: [[price]], also: [times]) { own, others in
            guard let prices = others[price] else { return own }
            let quantities = others[times]
            return own.filled { row in
                guard let value = prices[row] else { return nil }
                let quantity = quantities?[row] ?? ExactDecimal(digits: 1, scale: 0)
                let (digits, overflow) = value.digits.multipliedReportingOverflow(by: quantity.digits)
                guard !overflow, value.scale + quantity.scale <= 18 else { return nil }
                return (ExactDecimal(digits: digits, scale: value.scale + quantity.scale), prices.marks?[row] ?? .none)
            }
        }
    }

    /// An id made of other columns, all of which must have a cell, for rows of programs that give none.
    static func identity(_ key: IDKey, of keys: [any AnyColumnKey]) -> Derivation {
        Derivation(key, of: [keys], isInstead: true) { own, others in
            let parts = keys.map { others[any: $0] }
            return TextList(
                (0..<others.count).map { row in
                    guard own.length(row) == 0 else { return own[row] }
                    let texts = parts.compactMap { $0?.nameInID(row) }
                    return texts.count == parts.count ? texts.joined(separator: " / ") : ""
                })
        }
    }
}

/// Cells of which missing ones can be taken from another column.
protocol FillableCells: ColumnCells {
    /// Gives missing cells those of another column.
    mutating func fill(from other: Self)
}

extension DayColumn: FillableCells {
    mutating func fill(from other: DayColumn) {
        for row in values.indices where values[row] == DayColumn.missing { values[row] = other.values[row] }
    }
}

extension StampColumn: FillableCells {
    mutating func fill(from other: StampColumn) {
        for row in indices where self[row].isMissing { self[row] = other[row] }
    }
}

extension NumberColumn {
    /// The numbers, and where there is none, those that are made.
    fileprivate func filled(_ made: (Int) -> (ExactDecimal, CurrencyMark)?) -> NumberColumn {
        var result = self
        for row in digits.indices where digits[row] == NumberColumn.missing {
            if let (value, mark) = made(row) { result.set(row, value, mark: mark, sign: false) }
        }
        return result
    }
}

extension ColumnData {
    /// What a cell adds to an id that is made of others; nil where it is missing.
    fileprivate func nameInID(_ row: Int) -> String? {
        switch self {
        case .texts(let column): column.codes[row] == 0 ? nil : column.pool.text(column.codes[row])
        case .stamps(let column): column[row].isMissing ? nil : column[row].day(in: .utc).description
        default: nil
        }
    }
}
