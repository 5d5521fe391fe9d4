import CSV
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
                // Cents of the reporting currency are so whatever else a row names.
                let own = units[index].currency == reporting ? nil : currencies
                for row in numbers.takeMinorUnits(reporting, locale, own) { tooLarge(row, index) }
            }
            columns[index] = .numbers(numbers)
        }
    }
}

extension FileReader {
    /// Takes amounts whose columns' names have the code of the reporting currency to be in it where the column of currencies says others:
    /// they are those that customers pay in, not what the amounts are in. Other names that the column contradicts are told.
    func settleCurrencies(_ result: inout ReadFile) {
        guard spread == nil, let place = source.places[.currency], let column = columns[place],
            case .texts(let texts)? = result.table[place]
        else { return }
        let amounts = source.columns.indices.filter { source.columns[$0].kind == .money && columns[$0] != nil }
        guard let first = amounts.first(where: { units[$0].currency != .none }), let amount = columns[first] else { return }
        let (reporting, header) = (CurrencyMark(code: settings.currency.code), document.layout.header)
        func code(_ mark: CurrencyMark) -> String? { mark.resolved(reporting: reporting, locale: settings.locale).code }
        let named = code(units[first].currency)
        let isOther = texts.pool.texts.map { text in
            guard !text.isEmpty else { return false }
            let (mark, sign) = (CurrencyMark(code: text), CurrencyMark(sign: text))
            return (mark == .none && sign != .none ? code(sign) : text) != named
        }
        let rows = isOther.contains(true) ? texts.codes.count { isOther[Int($0)] } : 0
        guard rows > 0, let named else { return }
        let values: FindingValues = [
            "column": header[amount], "currency": named, "other": header[column], "rows": rows,
        ]
        guard amounts.allSatisfy({ units[$0].currency == reporting }) else {
            result.found.add(Finding(.contradictingCurrency, file: file.path, column: header[column], values))
            return
        }
        var none = TextColumn()
        none.codes = CodeColumn(repeating: 0, count: texts.codes.count)
        result.table[place] = .texts(none)
        result.found.add(Finding(.assumedCurrency, file: file.path, column: header[amount], values))
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
