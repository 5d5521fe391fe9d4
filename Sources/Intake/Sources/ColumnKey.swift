import Facts

/// The key of a column: its name in the contract, which stands nowhere else, and in its type what its cells are kept as.
///
///     merged[.startDate]    // DayColumn?
///
/// Keys that several sources have stand in `SharedColumns.swift`, the others below their source.
struct ColumnKey<Cells: ColumnCells>: AnyColumnKey, Hashable {
    let name: String

    init(_ name: String) { self.name = name }
}

/// A key of whatever cells, where it only matters which column is meant.
protocol AnyColumnKey: Sendable {
    /// The contract's name.
    var name: String { get }
}

typealias TextKey = ColumnKey<TextColumn>
typealias IDKey = ColumnKey<TextList>
typealias NumberKey = ColumnKey<NumberColumn>
typealias DayKey = ColumnKey<DayColumn>
typealias StampKey = ColumnKey<StampColumn>
typealias FlagKey = ColumnKey<[Int8]>

/// The cells of a column in the form in which a ``ColumnKey`` gives them.
protocol ColumnCells: SendableMetatype {
    /// The cells of a column; nil where it is of another kind.
    init?(_ data: ColumnData)
    /// The same cells as a column of any kind.
    var data: ColumnData { get }
}

extension TextColumn: ColumnCells {
    init?(_ data: ColumnData) {
        guard case .texts(let cells) = data else { return nil }
        self = cells
    }
    var data: ColumnData { .texts(self) }
}

extension TextList: ColumnCells {
    init?(_ data: ColumnData) {
        guard case .list(let cells) = data else { return nil }
        self = cells
    }
    var data: ColumnData { .list(self) }
}

extension NumberColumn: ColumnCells {
    init?(_ data: ColumnData) {
        guard case .numbers(let cells) = data else { return nil }
        self = cells
    }
    var data: ColumnData { .numbers(self) }
}

extension DayColumn: ColumnCells {
    init?(_ data: ColumnData) {
        guard case .days(let cells) = data else { return nil }
        self = cells
    }
    var data: ColumnData { .days(self) }
}

/// A cell of which a column is a plain array.
protocol ArrayCell: SendableMetatype {
    static func cells(of data: ColumnData) -> [Self]?
    static func data(_ cells: [Self]) -> ColumnData
}

extension StampColumn: ColumnCells {
    init?(_ data: ColumnData) {
        guard case .stamps(let cells) = data else { return nil }
        self = cells
    }
    var data: ColumnData { .stamps(self) }
}

extension Int8: ArrayCell {
    static func cells(of data: ColumnData) -> [Int8]? { if case .flags(let cells) = data { cells } else { nil } }
    static func data(_ cells: [Int8]) -> ColumnData { .flags(cells) }
}

extension Array: ColumnCells where Element: ArrayCell {
    init?(_ data: ColumnData) {
        guard let cells = Element.cells(of: data) else { return nil }
        self = cells
    }
    var data: ColumnData { Element.data(self) }
}

/// The places of a source's columns by their names.
struct ColumnPlaces: Sendable {
    private var byName: [String: Int] = [:]

    /// The place of a column; nil where the source has none of that name.
    subscript(_ key: any AnyColumnKey) -> Int? { byName[key.name] }

    /// The place of a column by the name that a person wrote.
    subscript(named name: String) -> Int? { byName[name] }

    mutating func add(_ key: any AnyColumnKey, at place: Int) { byName[key.name] = place }
}

/// Typed columns of a source, of a batch of rows or of a whole file, by key. A key is looked up once a column, never once a row.
struct TypedColumns {
    /// Where each column stands.
    let places: ColumnPlaces
    /// By the source's columns; nil where there is none.
    let columns: [ColumnData?]
    /// How many rows there are.
    let count: Int

    /// The cells of a column; nil where there is no such column.
    subscript<Cells>(_ key: ColumnKey<Cells>) -> Cells? { self[any: key].flatMap(Cells.init) }

    /// A column, whatever its cells are.
    subscript(any key: any AnyColumnKey) -> ColumnData? { places[key].flatMap { columns[$0] } }
}
