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
            let other = ColumnReading(decimal: decimal == .comma ? .point : .comma, dateOrder: dateOrder)
            let value = other.decimal == .comma ? "comma" : "point"
            return [(ColumnRule(key: "decimal", column: column.name, value: value), other)]
        case .day, .stamp:
            let orders: [DateOrder] = [.dayMonthYear, .monthDayYear, .yearMonthDay]
            return orders.filter { $0 != dateOrder }.map { order in
                (
                    ColumnRule(key: "date_order", column: column.name, value: order.rule.rawValue),
                    ColumnReading(decimal: decimal, dateOrder: order)
                )
            }
        case .text, .id, .word, .currency, .flag: return []
        }
    }

    /// What a cell is as a column of a kind, in one form whatever way it is written; nil where it is none, empty where it says
    /// that there is nothing.
    func meaning(_ cell: UnsafeRawBufferPointer, as kind: ColumnKind, zone: Zone) -> String? {
        if ColumnReading.isMissing(cell) { return "" }
        func text<Value>(_ cell: Cell<Value>, _ text: (Value) -> String) -> String? {
            switch cell {
            case .value(let value): text(value)
            case .missing: ""
            case .bad: nil
            }
        }
        switch kind {
        case .text, .id, .word: return cell.asText
        case .currency: return text(currency(cell)) { $0.code ?? cell.asText }
        case .money: return text(amount(cell).map { $0.isPercent ? nil : $0 }) { $0.value.plainText }
        case .number, .score: return text(amount(cell)) { $0.value.plainText }
        case .percent: return text(percent(cell)) { $0.value.plainText }
        case .day: return text(day(cell, zone: zone)) { $0.isMonth ? String("\($0.first)".dropLast(3)) : "\($0.first)" }
        case .stamp: return text(stamp(cell, zone: zone)) { $0.inWords(zone) }
        case .flag: return text(flag(cell)) { $0 ? "yes" : "no" }
        }
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

extension Stamp {
    /// `2026-04-03 10:00:00`, as clocks of the zone show it.
    fileprivate func inWords(_ zone: Zone) -> String {
        let day = day(in: zone)
        let seconds = (microseconds - Stamp(startOf: day, in: zone).microseconds) / 1_000_000
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day) \(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    }
}

extension ExactDecimal {
    /// The number without trailing zeros: `1234.5`.
    fileprivate var plainText: String { number.significant(18) }
}
