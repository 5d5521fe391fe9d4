/// A day of the week as a cell names it.
struct WrittenWeekday: Equatable {
    /// Monday being 0; nil where the word is of two days in two languages.
    var day: Int?
}

extension CellScanner {
    /// Reads `Tue, `, `Mo., `, `lunes, `, `segunda-feira ` before a date, or nil (at the same place) when there is none.
    mutating func weekdayBefore() -> WrittenWeekday? {
        let start = at
        skipSpaces()
        guard let weekday = weekday() else {
            at = start
            return nil
        }
        let end = at
        while next == Unit.point || next == Unit.comma || next == Unit.space { at += 1 }
        // `Mar-03`: what is joined to a number is no weekday, but for those that are characters.
        guard at > end || !Unit.isLetter(unit(end - 1)) else {
            at = start
            return nil
        }
        return weekday
    }

    /// Reads `(月)`, ` 星期二`, ` Mon`, `, lundi` behind a date, or nil (at the same place) when there is none.
    mutating func weekdayBehind() -> WrittenWeekday? {
        let start = at
        _ = take(Unit.comma)
        skipSpaces()
        let isBracketed = take(Unit.open)
        guard let weekday = isBracketed ? weekday() ?? sinoWeekday() : weekday() else {
            at = start
            return nil
        }
        _ = take(Unit.point)
        if isBracketed, !take(Unit.close) {
            at = start
            return nil
        }
        return weekday
    }

    private mutating func weekday() -> WrittenWeekday? {
        let start = at
        if let word = word() {
            guard let days = Weekdays.words[word] else {
                at = start
                return nil
            }
            // segunda-feira
            if next == Unit.minus, Unit.isLetter(afterNext) {
                at += 1
                if self.word() != Weekdays.feira {
                    at = start
                    return nil
                }
            }
            return WrittenWeekday(day: days.count == 1 ? days.first : nil)
        }
        // 星期二 礼拜二 周二 週二
        if next == 0x661F && afterNext == 0x671F || (next == 0x793C || next == 0x79AE) && afterNext == 0x62DC {
            at += 2
        } else if next == 0x5468 || next == 0x9031 {
            at += 1
        } else {
            // 月曜日 火曜 월요일
            guard let weekday = sinoWeekday(), next == 0x66DC || next == 0xC694 else {
                at = start
                return nil
            }
            at += 1
            if next == 0x65E5 || next == 0xC77C { at += 1 }
            return weekday
        }
        guard let day = Weekdays.chinese(next) else {
            at = start
            return nil
        }
        at += 1
        return WrittenWeekday(day: day)
    }

    /// Reads 月, 火, 一, 월 and their like, or nil when there is none.
    private mutating func sinoWeekday() -> WrittenWeekday? {
        guard let day = Weekdays.chinese(next) ?? Weekdays.japanese(next) else { return nil }
        at += 1
        return WrittenWeekday(day: day)
    }
}

/// The days of the week in the languages of the field, Monday being 0.
enum Weekdays {
    /// The second half of Portuguese weekdays.
    static let feira = Word("feira")

    /// Folded words and abbreviations, each with the days that it is in some language.
    static let words: [Word: Set<Int>] = {
        let lines = [
            "mon monday mo montag lun lundi lunes lunedi seg segunda ma maandag man mandag mandag",
            "tue tues tuesday di dienstag mar mardi mart martes martedi ter terca di dinsdag tir tirsdag tis tisdag",
            "wed weds wednesday mi mittwoch mer mercredi mie mierc miercoles mercoledi qua quarta wo woensdag ons onsdag",
            "thu thur thurs thursday do donnerstag jeu jeudi jue jueves gio giovedi qui quinta donderdag tor torsdag",
            "fri friday fr freitag ven vendredi vie viernes venerdi sex sexta vr vrijdag fre fredag",
            "sat saturday sa samstag sonnabend sam samedi sab sabado sabato za zaterdag lor lordag",
            "sun sunday so sonntag dim dimanche dom domingo domenica zo zondag son sondag do di",
        ]
        var words: [Word: Set<Int>] = [:]
        for (day, line) in lines.enumerated() {
            for word in line.split(separator: " ") { words[Word(word), default: []].insert(day) }
        }
        // Tuesday in French, too.
        words[Word("ma"), default: []].insert(1)
        return words
    }()

    /// The day of 一 to 六, 日 and 天.
    static func chinese(_ unit: UInt16) -> Int? {
        switch unit {
        case 0x4E00: 0
        case 0x4E8C: 1
        case 0x4E09: 2
        case 0x56DB: 3
        case 0x4E94: 4
        case 0x516D: 5
        case 0x65E5, 0x5929: 6
        default: nil
        }
    }

    /// The day of 月 to 日, and of 월 to 일.
    static func japanese(_ unit: UInt16) -> Int? {
        switch unit {
        case 0x6708, 0xC6D4: 0
        case 0x706B, 0xD654: 1
        case 0x6C34, 0xC218: 2
        case 0x6728, 0xBAA9: 3
        case 0x91D1, 0xAE08: 4
        case 0x571F, 0xD1A0: 5
        case 0x65E5, 0xC77C: 6
        default: nil
        }
    }
}
