import Facts

/// Reads the cells of one column. There is no other reading of cells: a run and a preview ask this one.
///
/// What the column's cells show about themselves is settled before (``ColumnReading``), what its name says of them is known from
/// the header (``HeaderUnit``). Cells as programs write them are read straight from their bytes; any other is folded and read by
/// the grammars. Where the straight way reads a cell at all, it reads what the grammar reads.
struct CellReader: Sendable {
    /// What the cells are.
    let kind: ColumnKind
    /// What the whole column settled.
    let way: ColumnReading
    /// The zone of times without an offset, and of days.
    let zone: Zone
    /// The zone of times by the column's name; nil where that says nothing.
    let clock: Zone?
    /// The power of ten that amounts are multiplied by, by the column's name.
    let tens: Int
    /// The currency of amounts without one of their own, by the column's name.
    let currency: CurrencyMark
    /// Whether the column's name says that its days stand for months, of which they are the first.
    let isMonth: Bool
    /// Whether `NA` and `None` are values, as in names.
    let isName: Bool
    /// What a credit does to the column: −1 where it takes away from a cost, 1 where the column holds credits; 0 where it is not
    /// known, and such cells cannot be read.
    let credit: Int
    /// The decimal sign as a byte.
    let sign: UInt8

    /// A reader of a column's cells.
    init(_ column: Column, _ way: ColumnReading, unit: HeaderUnit = .none, isMonth: Bool = false, zone: Zone) {
        self.init(
            column.kind, way, unit: unit, isMonth: isMonth, isName: column.isName, credit: column.credit, zone: zone)
    }

    /// A reader of cells of a kind; without more, as programs write them.
    init(
        _ kind: ColumnKind, _ way: ColumnReading = .canonical, unit: HeaderUnit = .none, isMonth: Bool = false,
        isName: Bool = false, credit: Int = 0, zone: Zone = .utc
    ) {
        (self.kind, self.way, self.zone) = (kind, way, zone)
        (clock, currency) = (unit.zone, unit.currency)
        if case .tens(let power) = unit.scale, kind.isCounted { tens = power } else { tens = 0 }
        (self.isMonth, self.isName, self.credit) = (isMonth, isName, credit)
        sign = way.decimal == .point ? UInt8(ascii: ".") : UInt8(ascii: ",")
    }

    /// The same column's reader for cells written in another way.
    func reading(_ other: ColumnReading) -> CellReader {
        CellReader(self, other)
    }

    private init(_ reader: CellReader, _ way: ColumnReading) {
        (kind, zone, clock, tens, currency) = (reader.kind, reader.zone, reader.clock, reader.tens, reader.currency)
        (isMonth, isName, credit) = (reader.isMonth, reader.isName, reader.credit)
        self.way = way
        sign = way.decimal == .point ? UInt8(ascii: ".") : UInt8(ascii: ",")
    }

    /// Whether a text cell says that it has no value.
    @inline(__always)
    func isMissing(_ cell: UnsafeRawBufferPointer) -> Bool { MissingWords.isMissing(cell, isName: isName) }

    /// Whether a text says yes or no, as a cell does; nil where it says neither.
    static func flag(_ text: String) -> Bool? {
        var text = text
        return text.withUTF8 { CellReader(.flag).flag(UnsafeRawBufferPointer($0)).value }
    }

    /// Reads yes or no: yes/no, y/n, true/false, t/f, 1/0, 是/否, ✓/✗, ✔/✘, √, ☑/☐ or □, in any case, and the same words in the languages of
    /// spreadsheets: ja/nein, WAHR/FALSCH, oui/non, VRAI/FAUX, sí/no.
    func flag(_ cell: UnsafeRawBufferPointer) -> Cell<Bool> {
        let text = CellScanner(cell)
        guard text.isReadable else { return .bad }
        switch text.count {
        case 1:
            switch text.next {
            case 0x31, 0x79, 0x74, 0x662F, 0x2713, 0x2714, 0x2611, 0x221A: return .value(true)  // 1 y t 是 ✓ ✔ ☑ √
            case 0x30, 0x6E, 0x66, 0x5426, 0x2717, 0x2718, 0x2610, 0x25A1: return .value(false)  // 0 n f 否 ✗ ✘ ☐ □
            default: break
            }
        case 2 where text.equals("no"): return .value(false)
        case 3 where text.equals("yes"): return .value(true)
        case 4 where text.equals("true"): return .value(true)
        case 5 where text.equals("false"): return .value(false)
        default: break
        }
        if let said = FlagWords.meaning(text) { return .value(said) }
        return text.isMissing ? .missing : .bad
    }

    /// What a cell is, in one form whatever way it is written; nil where it cannot be read, empty where it says that there is
    /// nothing.
    func meaning(_ cell: UnsafeRawBufferPointer) -> String? {
        func text<Value>(_ cell: Cell<Value>, _ text: (Value) -> String) -> String? {
            switch cell {
            case .value(let value): text(value)
            case .missing: ""
            case .bad: nil
            }
        }
        var evidence = ColumnEvidence()
        switch kind {
        case .text, .id, .word: return isMissing(cell) ? "" : PlainCells.trimmed(cell).asText
        case .currency: return isMissing(cell) ? "" : code(of: PlainCells.trimmed(cell))
        case .money, .number, .score, .percent: return text(amount(cell)) { $0.value.plainText }
        case .day: return text(day(cell, &evidence)) { $0.isMonth ? String("\($0.first)".dropLast(3)) : "\($0.first)" }
        case .stamp:
            var plain = PlainStamp(clock ?? zone)
            return text(stamp(cell, &plain, &evidence)) { $0.inWords(zone) }
        case .flag: return text(flag(cell)) { $0 ? "yes" : "no" }
        }
    }

    /// Whether a cell is read straight from its bytes and means the same whatever way the column is written in, as most do.
    func isPlain(_ cell: UnsafeRawBufferPointer) -> Bool {
        switch kind {
        case .day: plainDay(cell) != nil
        case .stamp: Moment.plain(cell) != nil
        case .money, .number, .percent: PlainCells.isWhole(cell) && plainNumber(cell) != nil
        default: false
        }
    }
}

extension ColumnKind {
    /// Whether a unit in the column's name multiplies its cells.
    var isCounted: Bool { self == .money || self == .number }
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
