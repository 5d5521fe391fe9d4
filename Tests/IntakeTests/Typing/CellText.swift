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

    static func isMissing(_ text: String) -> Bool { cell(text) { isMissing($0) } }
    func amount(_ text: String) -> Cell<Amount> { cell(text) { amount($0) } }
    func percent(_ text: String) -> Cell<(value: ExactDecimal, hadSign: Bool)> { cell(text) { percent($0) } }
    func currency(_ text: String) -> Cell<CurrencyMark> { cell(text) { currency($0) } }
    func day(_ text: String) -> Cell<DaySpan> { cell(text) { day($0) } }
    func day(_ text: String, zone: Zone) -> Cell<DaySpan> { cell(text) { day($0, zone: zone) } }
    func stamp(_ text: String, zone: Zone = .utc) -> Cell<Stamp> { cell(text) { stamp($0, zone: zone) } }
    func flag(_ text: String) -> Cell<Bool> { cell(text) { flag($0) } }
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
