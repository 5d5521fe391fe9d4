import Facts

/// The amounts of a table in the reporting currency.
struct TableAmounts {
    /// Stands for "no amount".
    static let missing = WholeColumn.missing

    /// Minor units by row; ``missing`` where there is no amount or it cannot be converted.
    var minor: WholeColumn
    /// Rows whose amount cannot be converted, and why.
    var problems: [(row: Int, problem: Problem)] = []
    private let money: [Money]
    private let currencies: TextColumn?
    private let currencyPlace: Int?
    private var known: RowCurrencies

    /// A money column of the table.
    private struct Money {
        /// Its place among the source's columns.
        let index: Int
        let column: NumberColumn
        let recurrence: MoneyColumn.Recurrence
        /// The intervals that its amounts are for, by row, and the months of each.
        let intervals: TextColumn?
        let months: [Int64?]
        /// The months that amounts without an interval are for.
        let usualMonths: Int64?

        init?(_ money: MoneyColumn, _ merged: Merged, usualMonths: Int64?) {
            guard let index = merged.source.places[money.key], let column = merged[money.key] else { return nil }
            (self.index, self.column, self.usualMonths) = (index, column, usualMonths)
            recurrence = money.recurrence
            intervals = money.interval.flatMap { merged[$0] }
            months = intervals?.pool.texts.map(Vocabulary.months(interval:)) ?? []
        }

        /// What makes a row's amount annual.
        func factor(_ row: Int) -> (Int64, Int64) {
            guard case .every = recurrence else { return recurrence.factor(months: nil) }
            let code = Int(intervals?.codes[row] ?? 0)
            return recurrence.factor(months: code == 0 ? usualMonths : months[code] ?? usualMonths)
        }
    }

    /// Converts each row's first amount among the source's money columns.
    ///
    /// - Parameter interval: The months that amounts without an interval are for; nil where nothing says so.
    init(_ merged: Merged, _ exchange: Exchange, interval: Int64?) {
        money = merged.source.money.compactMap { Money($0, merged, usualMonths: interval) }
        currencies = merged[.currency]
        let names = currencies?.pool.texts ?? [""]
        known = RowCurrencies(names, exchange)
        currencyPlace = merged.source.places[.currency]
        minor = []
        minor.reserveCapacity(merged.count)
        let rates = names.indices.map { known.finding(UInt32($0), .none).code.flatMap(exchange.rate) }
        for row in 0..<merged.count {
            guard let (place, value) = value(row) else {
                minor.append(TableAmounts.missing)
                continue
            }
            let code = currencies?.codes[row] ?? 0
            let mark = money[place].column.marks?[row] ?? .none
            let rate = mark == .none ? rates[Int(code)] : known.find(code, mark).code.flatMap(exchange.rate)
            guard let rate else {
                minor.append(TableAmounts.missing)
                problems.append((row, noRate(row, place)))
                continue
            }
            guard let found = exchange.minor(value, rate: rate, factor: factor(row, place)), found != TableAmounts.missing
            else {
                minor.append(TableAmounts.missing)
                problems.append((row, Problem(.tooLarge, column: money[place].index, ["what": "amount"])))
                continue
            }
            minor.append(found)
        }
    }

    /// The first amount of a row as written, and the place of its column among the money columns that files have.
    @inline(__always)
    func value(_ row: Int) -> (place: Int, value: ExactDecimal)? {
        for place in money.indices { if let value = money[place].column[row] { return (place, value) } }
        return nil
    }

    /// What some rows come to in minor units; nil where none has an amount.
    func sum(_ rows: [Int]) -> Int128? {
        let known = rows.map { minor[$0] }.filter { $0 != TableAmounts.missing }
        return known.isEmpty ? nil : known.reduce(0) { $0 + Int128($1) }
    }

    /// The same in words: `1200.00 EUR`.
    func text(_ rows: [Int], in currency: Currency) -> String {
        "\(currency.text(sum(rows) ?? 0)) \(currency.code)"
    }

    /// The row's currency: of its own cell, else as written with the amount at a place; empty for the reporting one, and where it is
    /// not known which, the sign.
    func currency(_ row: Int, _ place: Int) -> String { finding(row, place).text }

    private func finding(_ row: Int, _ place: Int) -> RowCurrencies.Finding {
        known.finding(currencies?.codes[row] ?? 0, money[place].column.marks?[row] ?? .none)
    }

    /// Why the amount at a place has no rate.
    private func noRate(_ row: Int, _ place: Int) -> Problem {
        let (found, index) = (finding(row, place), money[place].index)
        if let problem = found.problem(currencyPlace, index) { return problem }
        let name = Recognition.shortened(found.code ?? "", 20)
        return Problem(.noRate, column: currencies?.codes[row] ?? 0 == 0 ? index : currencyPlace, ["currency": name])
    }

    /// What makes the amount at a place annual, where the source's amounts recur.
    func factor(_ row: Int, _ place: Int) -> (Int64, Int64) { money[place].factor(row) }

    /// Whether an amount is of the reporting currency and a whole number of its minor units, as it stands: there is nothing to note of it.
    private func isPlain(_ row: Int, _ place: Int, _ value: ExactDecimal, in reporting: Currency) -> Bool {
        guard currencies?.codes[row] ?? 0 == 0, money[place].column.marks == nil, value.scale <= reporting.minorDigits else {
            return false
        }
        let factor = factor(row, place)
        return factor.0 == factor.1
    }

    /// Notes the amounts of rows that became facts.
    func note(_ rows: FactRows, in exchange: inout Exchange) {
        for row in rows where minor[row] != TableAmounts.missing {
            guard let (place, value) = value(row), !isPlain(row, place, value, in: exchange.reporting) else { continue }
            exchange.note(value, currency: currency(row, place), factor: factor(row, place), minor: minor[row])
        }
    }
}

extension Merged {
    /// Whether the source's amounts are all of one column, of the reporting currency, and whole numbers of its minor units as they stand:
    /// there is nothing to convert, and nothing to note of them.
    func amountsArePlain(in reporting: Currency) -> Bool {
        guard source.money.count == 1, case .asItIs = source.money[0].recurrence, let cells = self[source.money[0].key],
            cells.marks == nil, self[.currency]?.codes.contains(where: { $0 != 0 }) != true
        else { return false }
        let most = Int64.max / Int64(ExactDecimal.powersOfTen[reporting.minorDigits])
        return zip(cells.digits, cells.scales).allSatisfy { digits, scale in
            digits == TableAmounts.missing || scale <= reporting.minorDigits && digits >= -most && digits <= most
        }
    }

    /// The amounts of a source whose amounts are plain, in minor units by row: their cells are turned into them in place, and are gone.
    mutating func takePlainAmounts(in reporting: Currency) -> WholeColumn {
        guard let place = source.places[source.money[0].key], case .numbers(var cells)? = columns[place] else { return [] }
        columns[place] = nil
        var minor = cells.digits
        cells.digits = []
        let powers = (0...reporting.minorDigits).map { Int64(ExactDecimal.powersOfTen[reporting.minorDigits - $0]) }
        for row in minor.indices where minor[row] != TableAmounts.missing { minor[row] *= powers[Int(cells.scales[row])] }
        return minor
    }
}
