import Facts

/// What the cells of a column show about how they are written.
///
/// Counts and sets only, so that cells may be added in any order and parts of a column merged.
struct ColumnEvidence: Sendable, Equatable {
    /// Cells that can only have a decimal point, and those that can only have a decimal comma.
    private var points = 0, commas = 0
    /// Cells such as `1.234` and `1,234`, which may have either.
    private var eitherPoint = 0, eitherComma = 0
    /// The same with a currency that has no third decimal, so that the sign stands between thousands: `1.234 €`.
    private var groupPoint = 0, groupComma = 0
    /// Dates such as `03/11/2026`, by the orders that are possible: bits of ``Orders``.
    private var yearLast = InlineArray<8, Int>(repeating: 0)
    /// Dates such as `03/11/26`, likewise.
    private var shortYear = InlineArray<8, Int>(repeating: 0)
    /// The first and the last numbers of the latter, as bits.
    private var firsts = UInt128(0), lasts = UInt128(0)
    /// The months and numbers of cells such as `Nov-26`, as bits.
    private var months = UInt16(0), monthNumbers = UInt128(0)

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

    /// Adds one cell that is such a date.
    mutating func add(_ date: NumericDate) { count(date) }

    /// Adds the cells of another part of the column.
    mutating func merge(_ other: ColumnEvidence) {
        points += other.points
        commas += other.commas
        eitherPoint += other.eitherPoint
        eitherComma += other.eitherComma
        groupPoint += other.groupPoint
        groupComma += other.groupComma
        for orders in 0..<8 {
            yearLast[orders] += other.yearLast[orders]
            shortYear[orders] += other.shortYear[orders]
        }
        firsts |= other.firsts
        lasts |= other.lasts
        months |= other.months
        monthNumbers |= other.monthNumbers
    }

    /// How the column is to be read: what most of the cells that decide anything decide, else as is usual in the locale.
    ///
    /// - Parameters:
    ///   - locale: Such as `en`, `en-GB`, `zh-Hans`, `de_CH`.
    ///   - kind: What the column holds; says which of the assumptions matter.
    ///   - hasNoThirdDecimal: Whether the file says beside the cells that they are money without a third decimal, so that `1.234`
    ///     is a thousand.
    func settled(locale: String, kind: ValueKind, hasNoThirdDecimal: Bool = false) -> ColumnReading {
        let custom = LocaleCustom(locale)
        var reading = ColumnReading(decimal: custom.decimal, dateOrder: custom.dateOrder)
        switch kind {
        case .money, .number, .percent: settleDecimal(&reading, kind == .money, hasNoThirdDecimal, custom)
        case .day, .stamp:
            settleDates(&reading)
            settleMonthNumbers(&reading)
        case .flag, .text: break
        }
        return reading
    }

    private func settleDecimal(
        _ reading: inout ColumnReading, _ isMoney: Bool, _ hasNoThirdDecimal: Bool, _ locale: LocaleCustom
    ) {
        if points != commas {
            reading.decimal = points > commas ? .point : .comma
            reading.areThousandsInDoubt = isMoney && (reading.decimal == .point ? groupPoint : groupComma) > 0
            return
        }
        let byPoint = groupPoint + (isMoney && hasNoThirdDecimal ? eitherPoint : 0)
        let byComma = groupComma + (isMoney && hasNoThirdDecimal ? eitherComma : 0)
        if isMoney, points == 0, (byPoint > 0) != (byComma > 0) {
            reading.decimal = byPoint > 0 ? .comma : .point
            reading.areThousandsAssumed = groupPoint + groupComma == 0 && reading.decimal != locale.decimal
        } else {
            reading.isDecimalAssumed = points > 0 || eitherPoint + eitherComma + groupPoint + groupComma > 0
        }
    }

    /// `Nov-26` and `26-Nov` are months where the numbers may be years, and days of an unknown year where there are more of them
    /// than months.
    private func settleMonthNumbers(_ reading: inout ColumnReading) {
        guard monthNumbers != 0 else { return }
        let isOver31 = monthNumbers >> 32 != 0
        let isUnder10 = monthNumbers & 0x3FF != 0
        let areDays = monthNumbers.nonzeroBitCount > months.nonzeroBitCount || isUnder10
        reading.monthNumber = areDays && !isOver31 ? .day : .year
        reading.isMonthNumberAssumed = reading.monthNumber == .year && !isOver31
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
        var isYearInDoubt = false
        if shortDates > 0, possible.count > 1, possible.contains(.yearMonthDay) {
            switch yearPlace {
            case .first: possible = [.yearMonthDay]
            case .last: possible.removeAll { $0 == .yearMonthDay }
            case nil where reading.dateOrder == .yearMonthDay: break
            case nil:
                // 15/03/26 has the day first, unless people of the locale begin with the year; 26/10/13 may have the year there.
                possible.removeAll { $0 == .yearMonthDay }
                isYearInDoubt = firsts.nonzeroBitCount <= lasts.nonzeroBitCount
            }
        }
        if !possible.contains(reading.dateOrder) { reading.dateOrder = possible[0] }
        // Year-month-day and month-day-year differ in short dates only.
        let others = possible.filter { $0 != reading.dateOrder }
        let isSame = shortDates == 0 && reading.dateOrder != .dayMonthYear && !others.contains(.dayMonthYear)
        reading.isDateOrderAssumed = !others.isEmpty && !isSame || isYearInDoubt
        reading.isDateOrderShown = !reading.isDateOrderAssumed
    }

    private enum YearPlace { case first, last }

    /// Where the years of short dates are: years are few, days are many. Nil where there are too few dates to tell.
    private var yearPlace: YearPlace? {
        let (first, last) = (firsts.nonzeroBitCount, lasts.nonzeroBitCount)
        guard max(first, last) >= 3, max(first, last) >= 2 * min(first, last) else { return nil }
        return first < last ? .first : .last
    }

    /// Looks closer at a cell that is not plainly canonical.
    @inline(never)
    private mutating func look(_ cell: UnsafeRawBufferPointer) {
        var text = CellScanner(cell)
        if let number = SpelledNumber(&text) {
            count(number)
            return
        }
        text.at = 0
        switch text.date() {
        case .numbers(let numbers)?: count(numbers)
        case .monthNumber(let month, let number)? where text.isAtEnd:
            months |= 1 << UInt16(month)
            monthNumbers |= 1 << UInt128(number)
        default: break
        }
    }

    private mutating func count(_ number: SpelledNumber) {
        switch (number.shape.last, number.shape.sign) {
        case (.either, .point?): if number.groupsByForm { groupPoint += 1 } else { eitherPoint += 1 }
        case (.either, .comma?): if number.groupsByForm { groupComma += 1 } else { eitherComma += 1 }
        case (_, .point): points += 1
        case (_, .comma): commas += 1
        case (_, nil): break
        }
    }

    private mutating func count(_ date: NumericDate) {
        var (orders, fitting) = (0, 0)
        // Most dates: no day of these years stands for none.
        if date.isYearLast, date.weekday == nil, 1971...2098 ~= date.third {
            func isDay(_ day: Int, _ month: Int) -> Bool {
                1...12 ~= month && day >= 1 && (day <= 28 || day <= Day.daysInMonth(year: date.third, month: month))
            }
            if isDay(date.first, date.second) { orders |= 1 }
            if isDay(date.second, date.first) { orders |= 2 | 4 }
            if orders != 0, date.first != date.second { yearLast[orders] += 1 }
            return
        }
        for (order, bit) in Orders.all {
            guard let day = date.day(order) else { continue }
            if Placeholders.holds(Int(day.number)) { return }
            orders |= bit
            if date.weekday == day.weekday { fitting |= bit }
        }
        // A weekday that is of one order's day alone tells which it is.
        if fitting != 0 { orders = fitting }
        // 03/03/2026 says nothing.
        if orders == 0 || date.isYearLast && date.first == date.second { return }
        if date.isYearLast {
            yearLast[orders] += 1
        } else {
            shortYear[orders] += 1
            firsts |= 1 << UInt128(date.first)
            lasts |= 1 << UInt128(date.third)
        }
    }

    static func == (a: ColumnEvidence, b: ColumnEvidence) -> Bool {
        guard (a.points, a.commas) == (b.points, b.commas), (a.eitherPoint, a.eitherComma) == (b.eitherPoint, b.eitherComma),
            (a.groupPoint, a.groupComma) == (b.groupPoint, b.groupComma), (a.firsts, a.lasts) == (b.firsts, b.lasts),
            (a.months, a.monthNumbers) == (b.months, b.monthNumbers)
        else { return false }
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
