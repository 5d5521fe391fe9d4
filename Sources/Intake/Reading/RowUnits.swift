import CSV
import Facts

/// A column beside amounts that says what each of them is counted in: `万元`, `k`, `EUR thousands`.
struct RowUnits: Sendable {
    /// Its place in the file.
    let place: Int
    let name: String
    /// Whether its first cells are such units, so that one that is none leaves an amount in doubt.
    let isSure: Bool
    /// Whether a unit may be one of quantities, so that only one with a currency is of amounts.
    private let mayBeOfQuantities: Bool

    /// What a cell says: the power of ten, and the currency where it names one.
    struct Unit { var tens: Int, currency: CurrencyMark }

    /// The column of a file; nil where it has none.
    init?(_ source: Source, _ header: [String], _ columns: [Int?], _ head: () -> [[String]]) {
        guard !source.money.isEmpty, source.name != .leads, source.places[named: "unit"] == nil else { return nil }
        let taken = Set(columns.compactMap { $0 })
        let keys = header.map(HeaderNames.key)
        let free = keys.indices.filter { RowUnits.names.contains(keys[$0]) && !taken.contains($0) }
        guard let place = free.first(where: { RowUnits.ofMoney.contains(keys[$0]) }) ?? free.first else { return nil }
        let isOfMoney = RowUnits.ofMoney.contains(keys[place])
        mayBeOfQuantities = !isOfMoney && keys.contains(where: RowUnits.quantities.contains)
        (self.place, name) = (place, header[place])
        let (quantities, cells) = (mayBeOfQuantities, head().compactMap { $0.indices.contains(place) ? $0[place] : nil })
        isSure = cells.contains { RowUnits.unit($0, quantities).map { $0.tens != 0 } ?? false }
    }

    /// What a cell says amounts are counted in; nil where it says something else.
    func unit(_ text: String) -> Unit? { RowUnits.unit(text, mayBeOfQuantities) }

    private static func unit(_ text: String, _ mayBeOfQuantities: Bool) -> Unit? {
        guard !text.isEmpty, text.utf8.count <= 40 else { return nil }
        let unit = HeaderUnit(brackets: [text])
        guard unit.unknown == nil, !unit.isLoneLetter, case .tens(let tens) = unit.scale, tens >= 0 else { return nil }
        guard unit.currency != .none || tens != 0 && !mayBeOfQuantities else { return nil }
        return Unit(tens: tens, currency: unit.currency)
    }

    private static func set(_ names: String...) -> Set<String> { Set(names.map(HeaderNames.key)) }
    private static let ofMoney = set(
        "金额单位", "货币单位", "币种单位", "数量级", "量级", "amount unit", "currency unit", "magnitude", "betragseinheit", "währungseinheit",
        "unité monétaire", "金額単位")
    private static let names = ofMoney.union(
        set(
            "单位", "计量单位", "单位名称", "unit", "units", "unit of measure", "uom", "scale", "einheit", "unité", "unidad", "unidade",
            "unità", "単位"))
    private static let quantities = set(
        "数量", "件数", "采购数量", "quantity", "qty", "count", "menge", "anzahl", "quantité", "cantidad", "quantidade", "quantità")
}

extension BatchReader {
    /// Multiplies amounts by what the column beside them says they are counted in. A cell's own unit goes before that; where the amount's
    /// name says another one, or the cell of units none, nobody knows.
    func takeRowUnits(
        _ batch: borrowing Batch, _ columns: inout [ColumnData?], _ inDoubt: (_ row: Int, _ problem: Problem) -> Void
    ) {
        guard let rowUnits else { return }
        let cells = texts(batch, rowUnits.place, CellReader(.text)) { $1.code($0) }
        let said = cells.pool.texts.map(rowUnits.unit)
        guard rowUnits.isSure || said.contains(where: { $0.map { $0.tens != 0 } ?? false }) else { return }
        for index in columns.indices where source.columns[index].kind == .money {
            guard let position = positions[index], case .numbers(var numbers)? = columns[index] else { continue }
            let own = units[index]
            for row in numbers.digits.indices where numbers.digits[row] != NumberColumn.missing && numbers.digits[row] != 0 {
                let unit = said[Int(cells.codes[row])]
                func doubt() {
                    let text = cells.pool.text(cells.codes[row])
                    inDoubt(
                        row,
                        Problem(
                            .unclearUnit,
                            ["unit": Recognition.shortened(text, 40), "column": Recognition.shortened(rowUnits.name, 40)]))
                }
                guard let unit else {
                    if rowUnits.isSure { doubt() }
                    continue
                }
                if own != .none {
                    let areSame = own.currency == unit.currency || own.currency == .none || unit.currency == .none
                    if own.scale != .tens(unit.tens) || !areSame { doubt() }
                    continue
                }
                let hasUnit = CellReader.hasUnit(batch.field(row, position))
                if unit.tens != 0, !hasUnit {
                    guard let value = numbers[row]?.times(tens: unit.tens) else {
                        doubt()
                        continue
                    }
                    numbers.set(row, value)
                }
                let hasMark = numbers.marks.map { $0[row] != .none } ?? false
                if unit.currency != .none, !hasMark { numbers.set(row, numbers[row]!, mark: unit.currency, sign: false) }
            }
            columns[index] = .numbers(numbers)
        }
    }
}

extension CellReader {
    /// Whether a cell says itself what its amount is counted in: `5万`, `50,000元`.
    fileprivate static func hasUnit(_ cell: UnsafeRawBufferPointer) -> Bool {
        var text = CellScanner(cell)
        guard text.isReadable, let spelled = SpelledNumber(&text) else { return false }
        return spelled.tens != 0 || spelled.isInPlainUnits
    }
}
