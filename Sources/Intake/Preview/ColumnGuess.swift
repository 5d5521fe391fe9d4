import CSV
import Facts

/// How one column of a file is understood: which known column it is, how its cells are read, and how sure that is.
public struct ColumnGuess: Sendable, Hashable {
    /// The header as in the file.
    public var header: String
    /// The column of the data contract, or those that are made of it; nil where it is kept as it is.
    public var column: String?
    /// What its cells are: `money`, `day`, `stamp`, `text`, …; of a column that is kept, what they look like.
    public var kind: String
    /// What was found out about its cells, such as "decimal comma"; empty where nothing needs saying.
    public var reading: String
    /// Whether the locale and not the column decided about ``reading``.
    public var isAssumed = false
    /// How many of its cells show by themselves how the column is written.
    public var deciding = 0
    /// Cells that are not empty.
    public var filled = 0
    /// Cells that cannot be read as the column's kind.
    public var misfits = 0
    /// The first few of those.
    public var examples: [Misfit] = []
    /// The currencies written in the cells, sorted.
    public var currencies: [String] = []
    /// A cell that would mean something else if the column were written in another way, and what; nil where there is none.
    public var doubt: Doubt?

    /// A cell that cannot be read as its column's kind.
    public struct Misfit: Sendable, Hashable {
        /// The 1-based physical line of its record.
        public var line: Int
        /// The cell.
        public var cell: String
    }

    /// A cell that can be read in another way.
    public struct Doubt: Sendable, Hashable {
        /// The cell.
        public var cell: String
        /// What it is read as, plainly: `1234`, `2026-04-03`; nil where it is a misfit.
        public var meaning: String?
        /// What it would be, plainly.
        public var other: String
        /// The key of `sources.yml` that overrules the reading, and its value.
        public var key: String, value: String
    }

    init(header: String) {
        self.header = header
        kind = ""
        reading = ""
    }
}

/// What is found out about the cells of one column, in one pass.
struct ColumnTrial: Sendable {
    /// What reads the cells; nil where they are only counted.
    let reader: CellReader?
    /// The column's name, or those of the columns that are made of it.
    var name: String
    /// What the column's cells are.
    let kind: ColumnKind
    let others: [(rule: ColumnRule, reader: CellReader)]
    private let isName: Bool
    var filled = 0
    var misfits = 0
    var examples: [(offset: Int, cell: String)] = []
    var marks: Set<CurrencyMark> = []
    var deciding = 0
    /// For each other reading, a cell that means something else by it, and a misfit that means something by it.
    var doubts: [(cell: String, meaning: String?, other: String)?]
    var rescues: [(cell: String, meaning: String?, other: String)?]

    /// A trial of a column; without a reader its cells are only counted.
    init(_ column: Column, _ reader: CellReader?) {
        kind = column.kind
        name = column.name
        isName = column.isName
        self.reader = reader
        others =
            reader.map { reader in
                reader.way.otherRules(for: column).map { ($0.rule, reader.reading($0.reading)) }
            } ?? []
        doubts = others.map { _ in nil }
        rescues = doubts
    }

    mutating func add(_ cell: UnsafeRawBufferPointer, offset: Int) {
        guard let reader else {
            if !MissingWords.isMissing(cell, isName: isName) { filled += 1 }
            return
        }
        if reader.isPlain(cell) {
            filled += 1
            return
        }
        let meaning = reader.meaning(cell)
        if meaning?.isEmpty == true { return }
        filled += 1
        if reader.kind == .text { return }
        guard let meaning else {
            misfits += 1
            if examples.count < 3 { examples.append((offset, cell.asText)) }
            for (number, other) in others.enumerated() where rescues[number] == nil {
                guard let second = other.reader.meaning(cell) else { continue }
                rescues[number] = (cell.asText, nil, second)
            }
            return
        }
        if reader.kind == .money, case .value(let amount) = reader.amount(cell) {
            let mark = amount.currency == .none ? reader.currency : amount.currency
            if mark != .none { marks.insert(mark) }
        }
        guard !others.isEmpty else { return }
        // A cell with both signs shows by itself which is which.
        var decides = cell.contains(UInt8(ascii: ",")) && cell.contains(UInt8(ascii: ".")) && reader.kind.isNumber
        for (number, other) in others.enumerated() {
            let second = other.reader.meaning(cell)
            if let second, second != meaning {
                if doubts[number] == nil { doubts[number] = (cell.asText, meaning, second) }
            } else if second == nil {
                decides = true
            }
        }
        if decides { deciding += 1 }
    }

    mutating func merge(_ later: ColumnTrial) {
        filled += later.filled
        misfits += later.misfits
        examples = Array((examples + later.examples).prefix(3))
        marks.formUnion(later.marks)
        deciding += later.deciding
        doubts = zip(doubts, later.doubts).map { $0 ?? $1 }
        rescues = zip(rescues, later.rescues).map { $0 ?? $1 }
    }

    /// What the trial shows, as a guess.
    func guess(_ header: String, _ settings: IntakeSettings, line: (Int) -> Int) -> ColumnGuess {
        var guess = ColumnGuess(header: header)
        guess.column = name
        guess.kind = kind == .id ? "text" : "\(kind)"
        (guess.filled, guess.misfits, guess.deciding) = (filled, misfits, deciding)
        guess.examples = examples.map { ColumnGuess.Misfit(line: line($0.offset), cell: $0.cell) }
        let unit = HeaderName(header).unit
        let reporting = CurrencyMark(code: settings.currency.code)
        let named = filled > 0 && kind == .money ? reader?.currency ?? .none : .none
        let resolved = marks.union(named == .none ? [] : [named]).map {
            $0.resolved(reporting: reporting, locale: settings.locale)
        }
        guess.currencies = Set(resolved.map { $0.code ?? "\($0.sign) (which?)" }).sorted()
        let likely = zip(rescues, doubts).map { $0 ?? $1 }
        if let number = likely.firstIndex(where: { $0 != nil }), let doubt = likely[number] {
            let rule = others[number].rule
            guess.doubt = ColumnGuess.Doubt(
                cell: doubt.cell, meaning: doubt.meaning, other: doubt.other, key: rule.key, value: rule.value)
        }
        guard let reading = reader?.way else { return guess }
        switch kind {
        case .money, .number, .score, .percent:
            if reading.decimal == .comma || reading.isDecimalAssumed || guess.doubt != nil {
                guess.reading = reading.decimal == .comma ? "decimal comma" : "decimal point"
            }
            if unit.scale != .tens(0), kind.isCounted {
                guess.reading += (guess.reading.isEmpty ? "in " : ", in ") + unit.scaleInWords
            }
            guess.isAssumed = reading.isDecimalAssumed
        case .day, .stamp:
            if reading.isDateOrderAssumed || deciding > 0 || guess.doubt != nil { guess.reading = reading.dateOrder.inWords }
            guess.isAssumed = reading.isDateOrderAssumed
            if reading.isMonthNumberAssumed {
                guess.reading = "month and year"
                guess.isAssumed = true
            }
        case .text, .id, .word, .currency, .flag: break
        }
        return guess
    }
}

extension Source {
    /// The columns that are made of one that is no column of the contract: `won_at, lost_at`.
    func made(of key: any AnyColumnKey) -> String {
        var names: [String] = []
        for derivation in derivations where derivation.uses.contains(where: { $0.name == key.name }) {
            let made = places[derivation.column].map { columns[$0] }
            let own = made?.isAuxiliary == true ? self.made(of: derivation.column) : derivation.column.name
            if !names.contains(own) { names.append(own) }
        }
        return "for " + names.joined(separator: ", ")
    }
}
