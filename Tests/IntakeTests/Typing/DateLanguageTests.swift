import Facts
import Testing

@testable import Intake

/// Dates with their weekday, in the languages of the field, and as programs print them.
@Suite struct DateLanguageTests {
    @Test(arguments: [
        ("lun. 5 octobre 2026", "2026-10-05"), ("mar. 6 octobre 2026", "2026-10-06"), ("Mo., 07.09.2026", "2026-09-07"),
        ("Montag, 7. September 2026", "2026-09-07"), ("Do 03.09.2026", "2026-09-03"),
        ("lunes, 3 de agosto de 2026", "2026-08-03"),
        ("miércoles 5 de agosto de 2026", "2026-08-05"), ("2026/07/06(月)", "2026-07-06"), ("2026年7月6日(月)", "2026-07-06"),
        ("2026年7月6日 月曜日", "2026-07-06"), ("2026年8月3日 星期一", "2026-08-03"), ("2026年8月3日（周一）", "2026-08-03"),
        ("2026-08-03 礼拜一", "2026-08-03"), ("周二 2026-11-03", "2026-11-03"), ("segunda-feira, 3 de agosto de 2026", "2026-08-03"),
        ("seg, 3 ago 2026", "2026-08-03"), ("lunedì 3 agosto 2026", "2026-08-03"), ("mar 4 ago 2026", "2026-08-04"),
        ("sam. 01 avril 2017", "2017-04-01"), ("mercredi 1er avril 2026", "2026-04-01"),
        ("måndag den 3 augusti 2026", "2026-08-03"),
        ("2026-08-03 (Mon)", "2026-08-03"), ("2026-08-03 Monday", "2026-08-03"), ("3 Aug 2026, Mon", "2026-08-03"),
        ("2026년 8월 3일 월요일", "2026-08-03"), ("2026년 8월 3일 (월)", "2026-08-03"), ("le 5 octobre 2026", "2026-10-05"),
        ("the 3rd of November 2026", "2026-11-03"), ("3rd Nov 2026", "2026-11-03"), ("3º de agosto de 2026", "2026-08-03"),
        ("令和8年8月3日", "2026-08-03"), ("民國115年8月3日", "2026-08-03"), ("26年8月3日", "2026-08-03"), ("2026年8月份", "2026-08-01"),
        ("Mar 3, 2026", "2026-03-03"), ("Mar 2026", "2026-03-01"), ("mar 03/11/2026", "2026-11-03"),
        ("Tue 03 Mar 2026", "2026-03-03"),
        ("Mar 11/2026", "2026-03-11"),
    ])
    func `a weekday beside a date is read past`(_ text: String, _ expected: String) {
        #expect(ColumnReading.dayFirst.day(text).value?.first == Day(expected), "\(text)")
    }

    @Test(arguments: [
        "Foo, 07.09.2026", "2026-08-03 (Foo)", "2026-08-03 (Mon", "lun.", "lunes de agosto", "Q4 2026", "2026-Q4", "2026Q4",
        "2026 Q4",
        "第四季度", "2026年第4季度", "4. Quartal 2026", "H1 2026", "KW 45 2026", "2026-08-03 Mon Tue", "Mon-Fri", "31 juin 2026",
    ])
    func `what is no date stays none`(_ text: String) {
        #expect(ColumnReading.dayFirst.day(text) == .bad, "\(text)")
    }

    static let zones: [(String, String?)] = [
        // as programs print it, and the instant in UTC
        ("Sun Mar 29 2026 00:00:00 GMT+0530 (India Standard Time)", "2026-03-28 18:30:00"),
        ("Mon Jun 01 2026 00:30:00 GMT+0200 (Central European Summer Time)", "2026-05-31 22:30:00"),
        ("Mon Jun 01 2026 00:30:00 GMT+0200 (Mitteleuropäische Sommerzeit)", "2026-05-31 22:30:00"),
        ("Mon Jun 01 2026 00:30:00 GMT+1000 (Australian Eastern Standard Time)", "2026-05-31 14:30:00"),
        ("Mon Jun 01 2026 08:30:00 GMT+0800 (中国标准时间)", "2026-06-01 00:30:00"),
        ("Mon Jun  1 00:30:00 CEST 2026", "2026-05-31 22:30:00"),
        ("Mon Apr 06 12:30:00 UTC 2026", "2026-04-06 12:30:00"), ("Mon Jun  1 00:30:00 2026", "2026-06-01 00:30:00"),
        ("Wed Oct 10 20:19:24 +0000 2018", "2018-10-10 20:19:24"), ("Mon, 01 Jun 2026 00:30:00 +0200", "2026-05-31 22:30:00"),
        ("2026-06-01 00:30:00 +0200 CEST", "2026-05-31 22:30:00"),
        ("2026-06-01T00:30:00+02:00[Europe/Paris]", "2026-05-31 22:30:00"),
        ("2026-06-01 00:30:00 (CEST)", "2026-05-31 22:30:00"), ("2026-06-01 00:30 MESZ", "2026-05-31 22:30:00"),
        ("2026-06-01 00:30:00 IST +0530", "2026-05-31 19:00:00"), ("2026-06-01 00:30:00 +0530 IST", "2026-05-31 19:00:00"),
        ("2026-06-01 09:30 JST", "2026-06-01 00:30:00"), ("2026-06-01 10:30 AEST", "2026-06-01 00:30:00"),
        ("2026-06-01 00:30 Coordinated", nil), ("2026-06-01 00:30:00 IST", nil), ("2026-06-01 00:30:00 CST", nil),
        ("2026-06-01 00:30:00 (IST)", nil), ("2026-06-01 00:30:00 AST", nil), ("Mon Jun  1 00:30:00 CST 2026", nil),
        ("2026-06-01 00:30:00 GMT+0530 (India", nil), ("2026-06-01T00:30:00[Europe/Paris]", nil),
    ]

    @Test(arguments: zones)
    func `a zone in words counts where it is of one zone, or an offset stands beside`(_ text: String, _ expected: String?) {
        let stamp = ColumnReading.canonical.stamp(text)
        let wanted = expected.map { ColumnReading.canonical.stamp($0) }
        #expect(stamp == wanted ?? .bad, "\(text)")
    }

    static let hours: [(String, String?)] = [
        ("03/03/2026 12:15:00 a. m.", "00:15:00"), ("26/03/2026 1:05:09 p. m.", "13:05:09"),
        ("03/03/2026 1:05 p.m", "13:05:00"),
        ("03/03/2026 上午9:05", "09:05:00"), ("03/03/2026 下午9:05", "21:05:00"), ("2026年3月3日 凌晨2:00", "02:00:00"),
        ("2026年3月3日 晚上8:30", "20:30:00"), ("2026年3月3日 中午12:30", "12:30:00"), ("2026年3月3日 中午1:30", "13:30:00"),
        ("2026年3月3日 晚上12:30", nil), ("03/03/2026 14h30", "14:30:00"), ("03/03/2026 à 14h30", "14:30:00"),
        ("03/03/2026 14h", "14:00:00"),
        ("03/03/2026 14 h 30", "14:30:00"), ("03/03/2026 14h30m15s", "14:30:15"), ("03.03.2026 14.30", "14:30:00"),
        ("03.03.2026 14.30.15", "14:30:15"), ("03.03.2026, 14:30 Uhr", "14:30:00"), ("03.03.2026 um 14.30 Uhr", "14:30:00"),
        ("3 de marzo de 2026 a las 14:30", "14:30:00"), ("3 mars 2026 kl. 14.30", "14:30:00"),
        ("3 marzo 2026 alle ore 14:30", "14:30:00"),
        ("03/03/2026 14 Uhr", "14:00:00"), ("03/03/2026 14.5", nil), ("03/03/2026 25h00", nil), ("03/03/2026 14h60", nil),
    ]

    @Test(arguments: hours)
    func `hours are read as each language writes them`(_ text: String, _ expected: String?) {
        let stamp = ColumnReading.dayFirst.stamp(text)
        let day = text.contains("26/03") ? "2026-03-26" : "2026-03-03"
        let wanted = expected.map { ColumnReading.canonical.stamp("\(day) \($0)") }
        #expect(stamp == wanted ?? .bad, "\(text)")
    }

    func order(_ cells: [String], _ locale: String = "en") -> (ColumnReading.DateOrder, Bool) {
        let reading = ColumnEvidence(cells).settled(locale: locale, kind: .day)
        return (reading.dateOrder, reading.isDateOrderAssumed)
    }

    @Test func `a weekday that fits one order alone tells which it is`() {
        #expect(order(["Mo., 07.09.2026"]) == (.dayMonthYear, false))
        #expect(order(["Mon 03/02/2026"], "de") == (.monthDayYear, false))
        #expect(order(["03/11/2026", "Tuesday 03/11/2026"]) == (.dayMonthYear, false))
        // Of neither order: it says nothing.
        #expect(order(["Sun 03/11/2026"]) == (.monthDayYear, true))
    }

    @Test func `where years of two digits stand is told by the column: years are few, days are many`() {
        let first = (13...30).map { "26/10/\($0)" }
        #expect(order(first) == (.yearMonthDay, false))
        #expect(order(["26/10/13", "26/10/14", "26/11/02"]) == (.yearMonthDay, false))
        #expect(order(["25-12-30", "26-01-02", "26-01-15", "26-02-20"], "de") == (.yearMonthDay, false))
        #expect(order((13...30).map { "\($0)/10/26" }, "zh-Hans") == (.dayMonthYear, false))
        #expect(order((1...12).map { "\($0 < 10 ? "0" : "")\($0)/15/26" }, "zh-Hans") == (.monthDayYear, false))
        // One date says too little, and that is told.
        #expect(order(["26/10/13"]) == (.dayMonthYear, true))
        #expect(order(["26/10/13"], "zh-Hans") == (.yearMonthDay, true))
    }

    func monthNumber(_ cells: [String]) -> (ColumnReading.MonthNumber, Bool) {
        let reading = ColumnEvidence(cells).settled(locale: "en", kind: .day)
        return (reading.monthNumber, reading.isMonthNumberAssumed)
    }

    @Test func `a month's name with a number is a month of a year or a day of an unknown one, by the column`() {
        #expect(monthNumber(["Nov-26", "Dec-26", "Jan-27"]) == (.year, true))
        #expect(monthNumber(["26-Nov", "26-Dec"]) == (.year, true))
        #expect(monthNumber(["Nov-26"]) == (.year, true))
        #expect(monthNumber(["Nov-99", "Dec-99"]) == (.year, false))
        #expect(monthNumber(["Nov-02", "Nov-26"]) == (.day, false))
        #expect(monthNumber(["Nov-02", "Nov-15", "Nov-26"]) == (.day, false))
        #expect(monthNumber(["05-Jan", "05-Feb", "05-Mar"]) == (.day, false))
        #expect(monthNumber(["2026-11", "Nov 2026", "Nov '26"]) == (.year, false))
        var days = ColumnReading.canonical
        days.monthNumber = .day
        #expect(days.day("Nov-26") == .bad)
        #expect(days.day("Nov '26") == .value(DaySpan(year: 2026, month: 11)))
        #expect(ColumnReading.canonical.day("26-Nov") == .value(DaySpan(year: 2026, month: 11)))
        #expect(ColumnReading.canonical.stamp("Nov-26") == .bad)
    }

    @Test func `months with a year of two digits are reported, days of no year are rejected`() throws {
        let months = TemporaryInbox(["spend.csv": "date,amount\nNov-25,5\nDec-25,6\nJan-26,7\n"])
        let read = try months.intake()
        let spans = read.costs.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        #expect(spans == ["2025-11-01 2025-11-30", "2025-12-01 2025-12-31", "2026-01-01 2026-01-31"])
        #expect(read.codes == ["assumed-month-year"])
        let days = TemporaryInbox(["spend.csv": "date,amount\n02-Nov,5\n15-Nov,6\n26-Nov,7\n2026-11-01,1\n"])
        #expect(try days.intake().report("spend.csv").rejected == 3)
    }

    @Test func `columns of one file whose order nothing shows follow the one that shows it`() throws {
        let rows = "03/02/2026,25/03/2026,1\n04/02/2026,26/03/2026,2\n"
        let inbox = TemporaryInbox(["spend.csv": "date,end_date,amount\n" + rows])
        let result = try inbox.intake()
        #expect(result.facts.spend?.starts.map(\.description) == ["2026-02-03", "2026-02-04"])
        #expect(!result.codes.contains("assumed-date-order"))
    }

    @Test func `columns of one file that show different orders leave the others to the locale`() throws {
        let inbox = TemporaryInbox([
            "leads.csv":
                "lead_id,created_at,mql_at,won_at\nL1,25/01/2026,01/26/2026,02/03/2026\nL2,26/01/2026,01/27/2026,02/04/2026\n"
        ])
        let result = try inbox.intake()
        #expect(result.leads.first?.contains("2026-02-03") == true)
        #expect(result.codes.contains("assumed-date-order"))
    }
}
