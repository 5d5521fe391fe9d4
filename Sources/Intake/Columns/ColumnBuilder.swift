import Facts

/// A column that grows where it is: each kind has its own place, so that adding rows never copies those that are there.
struct ColumnBuilder: Sendable {
    private var texts = TextColumn()
    private var list = TextList()
    private var numbers = NumberColumn()
    private var days = DayColumn()
    private var stamps = StampColumn()
    private var flags: [Int8] = []
    private let shape: Shape

    private enum Shape { case texts, list, numbers, days, stamps, flags }

    /// An empty column of a kind.
    init(_ kind: ColumnKind) { self.init(like: ColumnData(kind)) }

    /// A column that goes on from another.
    init(_ data: consuming ColumnData) {
        switch consume data {
        case .texts(let data): (texts, shape) = (data, .texts)
        case .list(let data): (list, shape) = (data, .list)
        case .numbers(let data): (numbers, shape) = (data, .numbers)
        case .days(let data): (days, shape) = (data, .days)
        case .stamps(let data): (stamps, shape) = (data, .stamps)
        case .flags(let data): (flags, shape) = (data, .flags)
        }
    }

    /// An empty column of the kind of another.
    init(like data: ColumnData) {
        shape =
            switch data {
            case .texts: .texts
            case .list: .list
            case .numbers: .numbers
            case .days: .days
            case .stamps: .stamps
            case .flags: .flags
            }
    }

    /// The column.
    var data: ColumnData {
        switch shape {
        case .texts: .texts(texts)
        case .list: .list(list)
        case .numbers: .numbers(numbers)
        case .days: .days(days)
        case .stamps: .stamps(stamps)
        case .flags: .flags(flags)
        }
    }

    /// Adds rows, which must be of the same kind.
    mutating func append(_ more: ColumnData) {
        switch more {
        case .texts(let more): texts.append(more)
        case .list(let more): list.append(contentsOf: more)
        case .numbers(let more): numbers.append(more)
        case .days(let more): days.values.append(contentsOf: more.values)
        case .stamps(let more): stamps.append(contentsOf: more)
        case .flags(let more): flags.append(contentsOf: more)
        }
    }

    /// Makes room for so many rows in all.
    ///
    /// - Parameter bytes: How many bytes ids have; nil for as many as those that are there have, on the average.
    mutating func reserveCapacity(_ rows: Int, bytes: Int? = nil) {
        switch shape {
        case .texts: texts.codes.reserveCapacity(rows)
        case .list:
            let length = list.isEmpty ? 0 : list.byteCount / list.count + 1
            list.reserveCapacity(rows: rows, bytes: bytes ?? length * rows)
        case .numbers:
            numbers.digits.reserveCapacity(rows)
            numbers.scales.reserveCapacity(rows)
        case .days: days.values.reserveCapacity(rows)
        case .stamps: stamps.reserveCapacity(rows)
        case .flags: flags.reserveCapacity(rows)
        }
    }

    /// Has the system bring in the memory of rows that will soon be added, at once instead of page by page.
    mutating func bringIn(_ rows: Range<Int>) {
        switch shape {
        case .texts:
            texts.codes.withStorage(
                { ReservedMemory.bringIn(&$0, rows) }, { ReservedMemory.bringIn(&$0, rows) },
                { ReservedMemory.bringIn(&$0, rows) })
        case .list:
            let length = list.byteCount / max(1, list.count) + 1
            list.withStorage { bytes, lengths in
                ReservedMemory.bringIn(&bytes, bytes.count..<bytes.count + length * rows.count)
                ReservedMemory.bringIn(&lengths, rows)
            }
        case .numbers: numbers.digits.withStorage { ReservedMemory.bringIn(&$0, rows) }
        case .days: ReservedMemory.bringIn(&days.values, rows)
        case .stamps: stamps.withStorage(rows) { ReservedMemory.bringIn(&$0, $1) }
        case .flags: break
        }
    }
}
