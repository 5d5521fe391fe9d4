import Facts

@testable import Intake

/// Cells given as text, for tests only.
extension ColumnReading {
    /// A reading with a comma before the decimals.
    static let comma = ColumnReading(decimal: .comma)
    /// A reading with the day first.
    static let dayFirst = ColumnReading(dateOrder: .dayMonthYear)
    /// A reading with the month first.
    static let monthFirst = ColumnReading(dateOrder: .monthDayYear)

    func amount(_ text: String) -> Cell<Amount> { cell(text) { CellReader(.money, self).amount($0) } }
    func number(_ text: String) -> Cell<Amount> { cell(text) { CellReader(.number, self).amount($0) } }
    func percent(_ text: String) -> Cell<Amount> { cell(text) { CellReader(.percent, self).amount($0) } }
    func day(_ text: String, zone: Zone = .utc) -> Cell<DaySpan> { CellReader(.day, self, zone: zone).day(text) }
    func stamp(_ text: String, zone: Zone = .utc) -> Cell<Stamp> { CellReader(.stamp, self, zone: zone).stamp(text) }
    func flag(_ text: String) -> Cell<Bool> { cell(text) { CellReader(.flag, self).flag($0) } }
}

extension CellReader {
    func day(_ text: String) -> Cell<DaySpan> {
        var evidence = ColumnEvidence()
        return cell(text) { day($0, &evidence) }
    }

    func stamp(_ text: String) -> Cell<Stamp> {
        var (evidence, plain) = (ColumnEvidence(), PlainStamp(clock ?? zone))
        return cell(text) { stamp($0, &plain, &evidence) }
    }

    func meaning(_ text: String) -> String? { cell(text) { meaning($0) } }
}

extension ColumnEvidence {
    /// The evidence of some cells.
    init(_ cells: [String]) {
        self.init()
        for text in cells { cell(text) { add($0) } }
    }
}

/// Calls `body` with the bytes of a text, followed in memory by others that must not be read.
func cell<Result>(_ text: String, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let bytes = Array(text.utf8) + Array("999".utf8)
    return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<text.utf8.count])) }
}
