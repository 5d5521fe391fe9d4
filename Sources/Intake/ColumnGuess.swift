/// How one column of a file is understood: which known column it is, and how its cells are read.
public struct ColumnGuess: Sendable, Hashable {
    /// The header as in the file.
    public var header: String
    /// The column of the data contract, or those that are made of it; nil where it is kept as it is.
    public var column: String?
    /// What its cells are: `money`, `day`, `stamp`, `text`, …; empty where it is no known column.
    public var kind: String
    /// What was found out about its cells, such as "decimal comma, assumed"; empty where nothing needs saying.
    public var reading: String
}

extension ReadFile {
    /// How each of the file's columns is understood, from left to right; empty where the source is not known.
    ///
    /// - Parameter settings: Those that the file was read with.
    public func columnGuesses(_ settings: IntakeSettings) -> [ColumnGuess] {
        guard let source = Source.all(settings).first(where: { $0.name == source }) else { return [] }
        var guesses = header.map { ColumnGuess(header: $0, column: nil, kind: "", reading: "") }
        for (number, column) in source.columns.enumerated() {
            guard columns.indices.contains(number), let place = columns[number], guesses.indices.contains(place) else {
                continue
            }
            let reading = readings.indices.contains(number) ? readings[number] : .canonical
            guesses[place].column = column.isAuxiliary ? source.made(of: column.name) : column.name
            guesses[place].kind = "\(column.kind)"
            guesses[place].reading = words(reading, column.kind)
        }
        return guesses
    }

    private func words(_ reading: ColumnReading, _ kind: ColumnKind) -> String {
        switch kind {
        case .money, .number, .score, .percent:
            guard reading.decimal == .comma || reading.isDecimalAssumed else { return "" }
            return (reading.decimal == .comma ? "decimal comma" : "decimal point")
                + (reading.isDecimalAssumed ? ", assumed" : "")
        case .day, .stamp:
            let order =
                switch reading.dateOrder {
                case .yearMonthDay: ""
                case .dayMonthYear: "day first"
                case .monthDayYear: "month first"
                }
            return reading.isDateOrderAssumed ? order + ", assumed" : order
        case .text, .id, .word, .currency, .flag: return ""
        }
    }
}

extension Source {
    /// The columns that are made of one that is no column of the contract: `won_at, lost_at`.
    fileprivate func made(of name: String) -> String {
        var names: [String] = []
        for derivation in derivations where derivation.uses.contains(name) {
            let made = index(derivation.column).map { columns[$0] }
            let own = made?.isAuxiliary == true ? self.made(of: derivation.column) : derivation.column
            if !names.contains(own) { names.append(own) }
        }
        return "for " + names.joined(separator: ", ")
    }
}
