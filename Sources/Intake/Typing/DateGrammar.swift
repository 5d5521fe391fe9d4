import Facts

extension CellScanner {
    /// Reads a date from where the scanner stands, with a weekday before or behind it, leaving it after the date; nil when there
    /// is none.
    mutating func date() -> WrittenDate? {
        let start = at
        if let weekday = weekdayBefore(), let date = bareDate(), date.isDay { return withWeekday(date, weekday) }
        // `Mar` is Tuesday in three languages, and March.
        at = start
        guard let written = bareDate() else { return nil }
        return written.isDay ? withWeekday(written, nil) : written
    }

    /// Whether the text is a date, or a day and a month without a year: `10-Sep`, `1/5`.
    var isDateLike: Bool {
        mutating get {
            at = 0
            if let date = date(), isAtEnd || next == Unit.space {
                switch date {
                case .serial, .epoch: return false
                default: return true
                }
            }
            at = 0
            if digits() != nil {
                let isSlash = next == Unit.slash
                guard separator() != nil else { return false }
                return isSlash ? digits() != nil && isAtEnd : monthName() != nil && isAtEnd
            }
            return monthName() != nil && separator() != nil && digits() != nil && isAtEnd
        }
    }

    private mutating func withWeekday(_ date: WrittenDate, _ before: WrittenWeekday?) -> WrittenDate {
        let behind = weekdayBehind()
        guard case .numbers(var numbers) = date else { return date }
        numbers.weekday = (before ?? behind).flatMap { $0.day }
        return .numbers(numbers)
    }

    private mutating func bareDate() -> WrittenDate? {
        skipSpaces()
        skipArticle()
        if Unit.isLetter(next) { return monthNameFirst() }
        if let year = eraYear() { return monthAndDayByMarks(year) }
        let start = at
        guard let (number, count) = digits() else { return nil }
        switch count {
        case 1, 2:
            if CalendarWords.isYear(next), count == 2 {
                at += 1
                return monthAndDayByMarks(NumericDate.fullYear(number))
            }
            return shortNumberFirst(number, isTwoDigits: count == 2)
        case 4: return yearFirst(number)
        case 5: return serial(number)
        case 6:
            guard (1900...2099).contains(number / 100) else { return nil }
            return month(year: number / 100, number % 100)
        case 8: return day(year: number / 10000, number / 100 % 100, number % 100)
        case 10: return epoch(number, perSecond: 1)
        case 13: return epoch(number, perSecond: 1000)
        case 14:
            // 20261103101112: the time begins in the middle of the digits.
            at = start + 8
            let date = number / 1_000_000
            return day(year: date / 10000, date / 100 % 100, date % 100)
        default: return nil
        }
    }

    private func day(year: Int, _ month: Int, _ day: Int) -> WrittenDate? {
        Day(year: year, month: month, day: day) == nil ? nil : .day(year: year, month: month, day: day)
    }

    private func month(year: Int, _ month: Int) -> WrittenDate? {
        (1...12).contains(month) && year > 0 ? .month(year: year, month: month) : nil
    }

    /// `2026-11-03`, `2026/11`, `2026年11月3日`, `2026-Nov-03`
    private mutating func yearFirst(_ year: Int) -> WrittenDate? {
        let start = at
        skipSpaces()
        if CalendarWords.isYear(next) {
            at += 1
            return monthAndDayByMarks(year)
        }
        at = start
        guard let separator = separator() else {
            skipSpaces()
            return nameThenDay(year)
        }
        if Unit.isLetter(next) { return nameThenDay(year) }
        guard let (second, count) = digits(), count <= 2 else { return nil }
        let beforeThird = at
        guard self.separator() == separator else {
            at = beforeThird
            return month(year: year, second)
        }
        guard let (third, thirdCount) = digits(), thirdCount <= 2 else {
            at = beforeThird
            return nil
        }
        if separator == Unit.point { _ = take(Unit.point) }
        return day(year: year, second, third)
    }

    private mutating func nameThenDay(_ year: Int) -> WrittenDate? {
        guard let name = monthName() else { return nil }
        let start = at
        guard skipConnectors(), let (number, count) = digits(), count <= 2, next != Unit.colon else {
            at = start
            return month(year: year, name)
        }
        return day(year: year, name, number)
    }

    /// What follows `2026年`.
    private mutating func monthAndDayByMarks(_ year: Int) -> WrittenDate? {
        skipSpaces()
        guard let (second, count) = digits(), count <= 2 else { return nil }
        skipSpaces()
        guard CalendarWords.isMonth(next) else { return nil }
        at += 1
        _ = take(0x4EFD)  // 份
        let start = at
        skipSpaces()
        guard let (third, thirdCount) = digits(), thirdCount <= 2 else {
            at = start
            return month(year: year, second)
        }
        skipSpaces()
        guard CalendarWords.isDay(next) else { return nil }
        at += 1
        return day(year: year, second, third)
    }

    /// `Nov 3, 2026`, `November 3rd 2026`, `Nov 2026`, `Nov-26`, `Nov  3 14:05:09 CET 2026`
    private mutating func monthNameFirst() -> WrittenDate? {
        guard let name = monthName() else { return nil }
        if next == Unit.space, afterNext == Unit.apostrophe { at += 1 }
        let isYear = take(Unit.apostrophe)
        if !isYear { _ = skipConnectors() }
        guard let (number, count) = digits() else { return nil }
        if count == 4 { return month(year: number, name) }
        guard count <= 2 else { return nil }
        if isYear { return isAtEnd && count == 2 ? month(year: NumericDate.fullYear(number), name) : nil }
        if isAtEnd { return count == 2 ? .monthNumber(month: name, number: number) : nil }
        skipOrdinal()
        guard skipConnectors() else { return nil }
        let start = at
        if let year = year() { return day(year: year, name, number) }
        at = start
        guard let year = takeYearAtEnd() else { return nil }
        return day(year: year, name, number)
    }

    /// Takes the year from the end of what Unix prints, so that the time stands last; nil (at the same place) when there is none,
    /// or no time before it.
    private mutating func takeYearAtEnd() -> Int? {
        let end = at
        guard let (_, digits) = digits(), digits <= 2, next == Unit.colon, count - end > 8 else {
            at = end
            return nil
        }
        at = count - 5
        let year = take(Unit.space) ? self.digits() : nil
        at = end
        guard let year, year.count == 4 else { return nil }
        dropLast(5)
        return year.value
    }

    /// `03/11/2026`, `3. November 2026`, `3-Nov-26`, `11/2026`
    private mutating func shortNumberFirst(_ first: Int, isTwoDigits: Bool) -> WrittenDate? {
        skipOrdinal()
        let start = at
        if let separator = separator(), let (second, count) = digits() {
            if count == 4 { return month(year: second, first) }
            guard count <= 2, self.separator() == separator, let (third, thirdCount) = digits() else { return nil }
            // 26/11/3: a year has at least two digits, so it must be the first.
            if thirdCount == 1, isTwoDigits { return day(year: NumericDate.fullYear(first), second, third) }
            guard thirdCount == 2 || thirdCount == 4 else { return nil }
            let numbers = NumericDate(
                first: first, second: second, third: third, isYearLast: thirdCount == 4, mayBeginWithYear: isTwoDigits)
            return .numbers(numbers)
        }
        at = start
        _ = skipConnectors()
        guard let name = monthName() else { return nil }
        if isAtEnd { return isTwoDigits ? .monthNumber(month: name, number: first) : nil }
        _ = skipConnectors()
        guard let year = year() else { return nil }
        return day(year: year, name, first)
    }

    /// `46329` or `46329.4244`, in the 1900 system.
    private mutating func serial(_ number: Int) -> WrittenDate? {
        guard (20_000...80_000).contains(number) else { return nil }
        let day = number - 25_569
        guard next == Unit.point || next == Unit.comma, Unit.isDigit(afterNext) else {
            return .serial(day: day, milliseconds: nil)
        }
        at += 1
        var (fraction, power) = (0, 1)
        while Unit.isDigit(next) {
            if power < 10_000_000_000 { (fraction, power) = (fraction * 10 + Int(next - Unit.zero), power * 10) }
            at += 1
        }
        return .serial(day: day, milliseconds: (fraction * 86_400_000 + power / 2) / power)
    }

    /// `1793714709`, `1793714709.25` or `1793714709250`: the time in seconds or milliseconds since 1970, of a year from 2010 to 2029, which no
    /// other way of writing a date in as many digits begins like.
    private mutating func epoch(_ number: Int, perSecond: Int) -> WrittenDate? {
        guard (1_262_304_000..<1_900_000_000).contains(number / perSecond) else { return nil }
        var (microseconds, unit) = (number * (1_000_000 / perSecond), 1_000_000 / perSecond)
        if next == Unit.point, Unit.isDigit(afterNext) {
            at += 1
            while Unit.isDigit(next) {
                unit /= 10
                microseconds += Int(next - Unit.zero) * unit
                at += 1
            }
        }
        return .epoch(microseconds: Int64(microseconds))
    }

    /// A year of four digits or two, not followed by a colon.
    private mutating func year() -> Int? {
        guard let (number, count) = digits(), count == 2 || count == 4, next != Unit.colon else { return nil }
        return count == 2 ? NumericDate.fullYear(number) : number
    }

    /// Reads `-`, `/` or `.` with blanks around it, or nil (at the same place) when there is none.
    private mutating func separator() -> UInt16? {
        let start = at
        skipSpaces()
        let unit = next
        guard unit == Unit.minus || unit == Unit.slash || unit == Unit.point else {
            at = start
            return nil
        }
        at += 1
        skipSpaces()
        return unit
    }

    /// Passes over what stands between a month's name and numbers: a blank, one of `-/.,`, `de`, `of`; false when nothing does.
    private mutating func skipConnectors() -> Bool {
        let start = at
        skipSpaces()
        if next == Unit.minus || next == Unit.slash || next == Unit.point || next == Unit.comma { at += 1 }
        skipSpaces()
        let beforeWord = at
        if let word = word(), !CalendarWords.connectors.contains(word) { at = beforeWord }
        skipSpaces()
        return at > start
    }

    /// Passes over `st`, `nd`, `rd`, `th`, `er`, `º` right after a number.
    private mutating func skipOrdinal() {
        if take(0xBA) || take(0xAA) || take(0xB0) { return }
        let start = at
        if let word = word(), !CalendarWords.ordinals.contains(word) { at = start }
    }

    /// Reads the name of a month and the point of an abbreviation, or nil (at the same place) when there is none.
    mutating func monthName() -> Int? {
        let start = at
        guard let word = word(), let month = CalendarWords.months[word] else {
            at = start
            return nil
        }
        _ = take(Unit.point)
        return month
    }

    /// Passes over `the`, `le`, `den` before a date.
    private mutating func skipArticle() {
        skipSpaces()
        let start = at
        guard let word = word(), CalendarWords.articles.contains(word), next == Unit.space else {
            at = start
            return
        }
        skipSpaces()
    }

    /// The year after 令和 (Reiwa) or 民國 (Republic of China), with its 年, or nil (at the same place) when there is none.
    private mutating func eraYear() -> Int? {
        let start = at
        let isReiwa = next == 0x4EE4 && afterNext == 0x548C
        guard isReiwa || next == 0x6C11 && (afterNext == 0x570B || afterNext == 0x56FD) else { return nil }
        at += 2
        skipSpaces()
        // 元 is the first.
        let number = take(0x5143) ? 1 : digits().map { $0.value }
        guard let number, (1...200).contains(number), CalendarWords.isYear(next) else {
            at = start
            return nil
        }
        at += 1
        return (isReiwa ? 2018 : 1911) + number
    }
}
