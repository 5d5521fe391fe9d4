import Facts

/// What the cells of a column show about how they are written.
///
/// Counts only, so that cells may be added in any order and parts of a column merged.
struct ColumnEvidence: Sendable, Equatable {
    /// Cells that can only have a decimal point, and those that can only have a decimal comma.
    private var points = 0, commas = 0
    /// Cells such as `1,234` and `1.234`, which may have either.
    private var undecided = 0
    /// Dates such as `03/11/2026`, by the orders that are possible: bits of ``Orders``.
    private var yearLast = InlineArray<8, Int>(repeating: 0)
    /// Dates such as `03/11/26`, likewise.
    private var shortYear = InlineArray<8, Int>(repeating: 0)

    /// No cells yet.
    init() {}

    /// Adds one cell.
    mutating func add(_ cell: UnsafeRawBufferPointer) {
        switch Self.glance(cell) {
        case .nothing: break
        case .point: points += 1
        case .look: look(cell)
        }
    }

    /// Adds the cells of another part of the column.
    mutating func merge(_ other: ColumnEvidence) {
        points += other.points
        commas += other.commas
        undecided += other.undecided
        for orders in 0..<8 {
            yearLast[orders] += other.yearLast[orders]
            shortYear[orders] += other.shortYear[orders]
        }
    }

    /// How the column is to be read: what most of the cells that decide anything decide, else as is usual in the locale.
    ///
    /// - Parameters:
    ///   - locale: Such as `en`, `en-GB`, `zh-Hans`, `de_CH`.
    ///   - kind: What the column holds; says which of the two assumptions matter.
    func settled(locale: String, kind: ValueKind) -> ColumnReading {
        let custom = LocaleCustom(locale)
        var reading = ColumnReading(decimal: custom.decimal, dateOrder: custom.dateOrder)
        switch kind {
        case .money, .number, .percent:
            if points != commas {
                reading.decimal = points > commas ? .point : .comma
            } else {
                reading.isDecimalAssumed = undecided > 0 || points > 0
            }
        case .day, .stamp: settleDates(&reading)
        case .flag, .text: break
        }
        return reading
    }

    /// The possible orders of a date, as bits.
    private enum Orders {
        static let all: [(order: ColumnReading.DateOrder, bit: Int)] = [
            (.dayMonthYear, 1), (.monthDayYear, 2), (.yearMonthDay, 4),
        ]
    }

    private func settleDates(_ reading: inout ColumnReading) {
        var (dates, shortDates) = (0, 0)
        for orders in 1..<8 {
            dates += yearLast[orders] + shortYear[orders]
            shortDates += shortYear[orders]
        }
        guard dates > 0 else { return }
        let support = Orders.all.map { entry in
            (1..<8).reduce(0) { sum, orders in orders & entry.bit == 0 ? sum : sum + yearLast[orders] + shortYear[orders] }
        }
        let best = support.max() ?? 0
        var possible = zip(Orders.all, support).filter { $0.1 == best }.map { $0.0.order }
        // 15/03/26 decides for the day first, unless people of the locale begin with the year.
        if reading.dateOrder != .yearMonthDay, possible.count > 1 { possible.removeAll { $0 == .yearMonthDay } }
        if !possible.contains(reading.dateOrder) { reading.dateOrder = possible[0] }
        // Year-month-day and month-day-year differ in short dates only.
        let others = possible.filter { $0 != reading.dateOrder }
        let isSame = shortDates == 0 && reading.dateOrder != .dayMonthYear && !others.contains(.dayMonthYear)
        reading.isDateOrderAssumed = !others.isEmpty && !isSame
    }

    /// Looks closer at a cell that is not plainly canonical.
    @inline(never)
    private mutating func look(_ cell: UnsafeRawBufferPointer) {
        var text = CellScanner(cell)
        if let number = SpelledNumber(&text) {
            count(number.shape)
            return
        }
        text.at = 0
        guard case .numbers(let numbers)? = text.date() else { return }
        count(numbers)
    }

    private mutating func count(_ shape: NumberShape) {
        switch (shape.last, shape.sign) {
        case (.either, _): undecided += 1
        case (_, .point): points += 1
        case (_, .comma): commas += 1
        case (_, nil): break
        }
    }

    private mutating func count(_ date: NumericDate) {
        var orders = 0
        for (order, bit) in Orders.all where date.day(order) != nil { orders |= bit }
        // 03/03/2026 says nothing.
        if orders == 0 || date.isYearLast && date.first == date.second { return }
        if date.isYearLast { yearLast[orders] += 1 } else { shortYear[orders] += 1 }
    }

    static func == (a: ColumnEvidence, b: ColumnEvidence) -> Bool {
        guard (a.points, a.commas, a.undecided) == (b.points, b.commas, b.undecided) else { return false }
        return (0..<8).allSatisfy { a.yearLast[$0] == b.yearLast[$0] && a.shortYear[$0] == b.shortYear[$0] }
    }
}

extension ColumnEvidence {
    /// What a first glance shows.
    private enum Glance {
        /// The cell decides nothing.
        case nothing
        /// It is a plain number that can only have a decimal point.
        case point
        /// It needs a closer look.
        case look
    }

    /// Sorts out cells that are canonical, or that hold no digit, or too much to be a number or date.
    @inline(__always)
    private static func glance(_ cell: UnsafeRawBufferPointer) -> Glance {
        let count = cell.count
        guard count > 0, let bytes = cell.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return .nothing }
        var at = bytes[0] == UInt8(ascii: "-") ? 1 : 0
        let start = at
        while at < count, bytes[at] &- 48 <= 9 { at += 1 }
        if at == count { return .nothing }
        let whole = at - start
        if whole > 0 {
            if bytes[at] == UInt8(ascii: ".") {
                let point = at
                at += 1
                while at < count, bytes[at] &- 48 <= 9 { at += 1 }
                guard at == count, at - start <= 19 else { return .look }
                let isEither = at - point == 4 && whole <= 3 && bytes[start] != UInt8(ascii: "0")
                return isEither ? .look : .point
            }
            // An ISO date or time stamp is never in doubt.
            if whole == 4, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "/") { return .nothing }
            return count > 4 * CellScanner.capacity ? .nothing : .look
        }
        guard count <= 4 * CellScanner.capacity else { return .nothing }
        while at < count {
            // A digit, or the beginning of something that may be one in full width.
            if bytes[at] &- 48 <= 9 || bytes[at] == 0xEF { return .look }
            at += 1
        }
        return .nothing
    }
}
