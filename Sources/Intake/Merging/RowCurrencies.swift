import Facts

/// Which currency the amounts of a table are in: by its column of currencies and by what is written with the amounts.
struct RowCurrencies {
    /// What is known of one amount's currency.
    enum Finding {
        /// It is of this currency; empty for the reporting one.
        case code(String)
        /// It has a sign that several currencies share, and nothing tells which of them is meant.
        case shared(String)
        /// The column says one currency and the amount another.
        case contradiction(column: String, amount: String)
    }

    /// The codes of the column of currencies, by the pool's code; the first is of rows without one.
    private let names: [String]
    private let reporting: CurrencyMark
    private let locale: String
    private var known: [UInt64: Finding] = [:]

    init(_ names: [String], _ exchange: Exchange) {
        self.names = names
        reporting = CurrencyMark(code: exchange.reporting.code)
        locale = exchange.locale
    }

    /// The currency of an amount with a mark of its own in a row of the column's `code`, noted for the next of the kind.
    mutating func find(_ code: UInt32, _ mark: CurrencyMark) -> Finding {
        let key = UInt64(code) << 32 | UInt64(mark.packed)
        if let found = known[key] { return found }
        let found = finding(code, mark)
        known[key] = found
        return found
    }

    /// The currency of an amount; as ``find(_:_:)`` has it.
    func finding(_ code: UInt32, _ mark: CurrencyMark) -> Finding {
        let name = names[Int(code)]
        let isShared = CurrencyMark(code: name) == .none && CurrencyMark(sign: name) != .none
        let own = isShared ? CurrencyMark(sign: name) : CurrencyMark(code: name)
        if own == .none, !name.isEmpty { return .code(name) }
        guard let joined = own.joined(with: mark == .none ? own : mark) else {
            return .contradiction(column: name, amount: mark.sign)
        }
        let resolved = joined.resolved(reporting: reporting, locale: locale)
        if resolved == .none { return .code("") }
        return resolved.code.map { .code($0) } ?? .shared(resolved.sign)
    }
}

extension RowCurrencies.Finding {
    /// The currency's code, empty for the reporting one; nil where it is not known.
    var code: String? {
        if case .code(let code) = self { return code }
        return nil
    }

    /// The currency's code, or the sign that says too little; empty for the reporting one.
    var text: String {
        switch self {
        case .code(let code): code
        case .shared(let sign): sign
        case .contradiction(let column, _): column
        }
    }

    /// Why an amount's currency is not known; nil where it is.
    ///
    /// - Parameters:
    ///   - currency: The place of the source's column of currencies, where it has one.
    ///   - amount: The place of the amount's column.
    func problem(_ currency: Int?, _ amount: Int) -> Problem? {
        switch self {
        case .code: nil
        case .shared(let sign): Problem(.whichCurrency, column: amount, ["sign": sign])
        case .contradiction(let column, let sign):
            Problem(
                .twoCurrencies, column: currency ?? amount, ["column": Recognition.shortened(column, 20), "amount": sign])
        }
    }
}
