import Facts

extension BatchReader {
    /// Gives amounts the currency that their columns' names say, and takes those in cents for what they are.
    func takeUnits(_ columns: inout [ColumnData?], _ tooLarge: (_ row: Int, _ column: Int) -> Void) {
        for index in columns.indices where units[index] != .none && source.columns[index].kind == .money {
            guard case .numbers(var numbers)? = columns[index] else { continue }
            var currencies: TextColumn?
            if case .texts(let column)? = source.places[.currency].flatMap({ columns[$0] }) { currencies = column }
            numbers.take(units[index].currency, currencies)
            if units[index].scale == .minor {
                for row in numbers.takeMinorUnits(reporting, locale, currencies) { tooLarge(row, index) }
            }
            columns[index] = .numbers(numbers)
        }
    }
}

extension NumberColumn {
    /// Gives amounts without a currency of their own, in the cell or in the column of currencies, the one that the column's name
    /// says.
    mutating func take(_ currency: CurrencyMark, _ currencies: TextColumn?) {
        guard currency != .none else { return }
        var marks = marks ?? Array(repeating: .none, count: digits.count)
        for row in digits.indices where digits[row] != NumberColumn.missing {
            if marks[row] == .none, currencies.map({ $0.codes[row] == 0 }) ?? true { marks[row] = currency }
        }
        self.marks = marks
    }

    /// Takes amounts for counts of their currencies' minor units: of the row's currency, else the one written with the amount,
    /// else the reporting one. Rows whose amount has too many decimals then are given back.
    mutating func takeMinorUnits(_ reporting: CurrencyMark, _ locale: String, _ currencies: TextColumn?) -> [Int] {
        var bad: [Int] = []
        for row in digits.indices where digits[row] != NumberColumn.missing {
            let mark = (marks?[row] ?? .none).resolved(reporting: reporting, locale: locale)
            let own = currencies.map { $0.pool.text($0.codes[row]) } ?? ""
            let code = own.isEmpty ? (mark == .none ? reporting : mark).code ?? "" : own
            let scale = Int(scales[row]) + Currency(code).minorDigits
            if scale > 18 {
                digits[row] = NumberColumn.missing
                bad.append(row)
            } else {
                scales[row] = Int8(scale)
            }
        }
        return bad
    }
}
