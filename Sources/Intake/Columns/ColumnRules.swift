import Facts

/// A line of `sources.yml` about how one column is written: `decimal: {amount: comma}`.
struct ColumnRule: Sendable, Equatable {
    /// `decimal` or `date_order`.
    var key: String
    /// The column's contract name.
    var column: String
    /// What `sources.yml` is to say of it: `comma`, `day_first`.
    var value: String

    /// The rule as it is written in running text.
    var inWords: String { "`\(key): {\(column): \(value)}`" }
}

extension ColumnReading {
    /// The other ways in which cells of a column may be written, with what `sources.yml` would say for each; the likeliest first.
    func otherRules(for column: Column) -> [(rule: ColumnRule, reading: ColumnReading)] {
        switch column.kind {
        case .money, .number, .score, .percent:
            let other = given(decimal == .comma ? .point : .comma)
            let value = other.decimal == .comma ? "comma" : "point"
            return [(ColumnRule(key: "decimal", column: column.name, value: value), other)]
        case .day, .stamp:
            let orders: [DateOrder] = [.dayMonthYear, .monthDayYear, .yearMonthDay]
            return orders.filter { $0 != dateOrder }.map { order in
                (
                    ColumnRule(key: "date_order", column: column.name, value: order.rule.rawValue),
                    given(order)
                )
            }
        case .text, .id, .word, .currency, .flag: return []
        }
    }
}

extension ColumnReading {
    /// The same with a decimal sign that `sources.yml` says.
    func given(_ decimal: DecimalSign) -> ColumnReading {
        var reading = self
        reading.decimal = decimal
        (reading.isDecimalAssumed, reading.areThousandsInDoubt, reading.isDecimalGiven) = (false, false, true)
        reading.areThousandsAssumed = false
        return reading
    }

    /// The same with an order of dates that `sources.yml` says.
    func given(_ order: DateOrder) -> ColumnReading {
        var reading = self
        reading.dateOrder = order
        (reading.isDateOrderAssumed, reading.isDateOrderShown) = (false, true)
        return reading
    }
}

extension ColumnKind {
    /// Whether its cells are numbers or money.
    var isNumber: Bool { [.money, .number, .score, .percent].contains(self) }
    /// Whether its cells are dates or time stamps.
    var isDate: Bool { [.day, .stamp].contains(self) }
}

extension ColumnReading.DateOrder {
    /// What `sources.yml` calls it.
    var rule: DateOrder {
        switch self {
        case .dayMonthYear: .dayFirst
        case .monthDayYear: .monthFirst
        case .yearMonthDay: .yearFirst
        }
    }

    /// `day first`
    var inWords: String { rule.rawValue.replacing("_", with: " ") }
}
