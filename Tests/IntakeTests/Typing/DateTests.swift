import Facts
import Testing

@testable import Intake

@Suite("Dates")
struct DateTests {
    static let third = Day(year: 2026, month: 11, day: 3)!

    @Test(
        "reads 3 November 2026 in forms that leave no doubt",
        arguments: [
            "2026-11-03", "2026/11/3", "2026/11/03", "2026.11.03", "2026-11-3", "20261103", "3 Nov 2026", "03 Nov 2026",
            "3-Nov-2026",
            "3-Nov-26", "03-NOV-26", "3Nov2026", "3/Nov/2026", "Nov 3, 2026", "Nov. 3, 2026", "November 3, 2026",
            "NOVEMBER 3 2026",
            "Nov 3rd, 2026", "3rd November 2026", "3rd of November, 2026", "November 3 2026", "Nov-03-2026", "2026-Nov-03",
            "2026 November 3", "3. November 2026", "3 novembre 2026", "3 de noviembre de 2026", "Tue, 3 Nov 2026",
            "Tuesday, November 3, 2026", "Tue Nov 03 2026", "2026年11月3日", "2026年11月03日", "2026 年 11 月 3 日", "2026年11月3号",
            "２０２６年１１月３日", "2026年11月3日 星期二", "2026年11月3日周二", "2026년 11월 3일", "2026. 11. 3.", "46329", " 2026-11-03 ",
            "\u{FEFF}2026-11-03", "２０２６－１１－０３", "2026‐11‐03", "２０２６／１１／３", "2026–11–03",
        ])
    func certain(_ text: String) {
        #expect(ColumnReading.canonical.day(text) == .value(DaySpan(Self.third)))
        #expect(ColumnReading.dayFirst.day(text) == .value(DaySpan(Self.third)))
        #expect(ColumnReading.monthFirst.stamp(text) == .value(Stamp(startOf: Self.third, in: .utc)))
    }

    @Test("reads numeric dates in the order of the column")
    func ordered() {
        for text in [
            "03/11/2026", "3/11/2026", "03.11.2026", "3.11.2026", "03-11-2026", "03/11/26", "3.11.26", "3. 11. 2026",
            "03 / 11 / 2026",
        ] {
            #expect(ColumnReading.dayFirst.day(text) == .value(DaySpan(Self.third)))
        }
        for text in ["11/03/2026", "11/3/2026", "11-03-2026", "11/03/26", "11/3/26"] {
            #expect(ColumnReading.monthFirst.day(text) == .value(DaySpan(Self.third)))
        }
        for text in ["26-11-03", "26/11/3", "11/03/2026", "2026/11/3"] {
            #expect(ColumnReading.canonical.day(text) == .value(DaySpan(Self.third)))
        }
    }

    @Test(
        "reads the names of the months in the usual languages",
        arguments: [
            ("1 janvier 2026", 1), ("1er février 2026", 2), ("1. März 2026", 3), ("1 Mrz 2026", 3), ("1 avr. 2026", 4),
            ("1 mai 2026", 5),
            ("1. Juni 2026", 6), ("1 juil. 2026", 7), ("1 août 2026", 8), ("1 AOÛT 2026", 8), ("1 de septiembre de 2026", 9),
            ("1. Okt. 2026", 10), ("1 ottobre 2026", 10), ("1 nov. 2026", 11), ("1. Dezember 2026", 12),
            ("1 DÉCEMBRE 2026", 12),
            ("1 dic 2026", 12), ("1 enero 2026", 1), ("1. Jänner 2026", 1), ("Sept 1, 2026", 9),
        ])
    func names(_ text: String, _ month: Int) {
        #expect(ColumnReading.canonical.day(text) == .value(DaySpan(Day(year: 2026, month: month, day: 1)!)))
    }

    @Test(
        "reads months as their first to last day",
        arguments: [
            "2026-11", "2026/11", "2026.11", "2026年11月", "2026 年 11 月", "Nov 2026", "November 2026", "NOV-2026", "Nov-26",
            "Nov '26",
            "11/2026", "11-2026", "11.2026", "2026 Nov", "2026-Nov", "202611", "noviembre de 2026", "November, 2026", "２０２６－１１",
        ])
    func months(_ text: String) {
        let expected = DaySpan(year: 2026, month: 11)
        #expect(expected.first.description == "2026-11-01")
        #expect(expected.last.description == "2026-11-30")
        #expect(ColumnReading.canonical.day(text) == .value(expected))
        #expect(ColumnReading.canonical.stamp(text) == .bad)
    }

    @Test("takes years of two digits for 1970 to 2069")
    func centuries() {
        for (text, year) in [
            ("1/2/00", 2000), ("1/2/69", 2069), ("1/2/70", 1970), ("1/2/99", 1999), ("1-Feb-69", 2069), ("1-Feb-70", 1970),
        ] {
            #expect(ColumnReading.dayFirst.day(text) == .value(DaySpan(Day(year: year, month: 2, day: 1)!)))
        }
    }

    @Test("reads serial numbers of spreadsheets, with a fraction as the time")
    func serials() {
        let reading = ColumnReading.canonical
        #expect(reading.day("36526") == .value(DaySpan(Day("2000-01-01")!)))
        #expect(reading.day("46329.75") == .value(DaySpan(Self.third)))
        #expect(reading.stamp("46329.75") == .value(Stamp(microseconds: 20_760 * 86_400_000_000 + 64_800_000_000)))
        #expect(reading.stamp("46083.424444444441") == reading.stamp("2026-03-02 10:11:12"))
        #expect(reading.stamp("46083,424444") == reading.stamp("2026-03-02 10:11:11.962"))
        #expect(reading.day("46329.99999999999") == reading.day("2026-11-04"))
        for text in ["19999", "80001", "4632", "463290", "1"] { #expect(reading.day(text) == .bad) }
    }

    @Test("reads seconds and milliseconds since 1970, as programs note times")
    func epochs() {
        let reading = ColumnReading.canonical
        for (text, time) in [
            ("1793714709", "2026-11-03T14:05:09Z"), ("1793714709000", "2026-11-03T14:05:09Z"),
            ("1793714709250", "2026-11-03T14:05:09.25Z"),
            ("1793714709.25", "2026-11-03T14:05:09.25Z"), ("1262304000", "2010-01-01T00:00:00Z"),
            ("1899999999", "2030-03-17T17:46:39Z"),
        ] {
            #expect(reading.stamp(text) == reading.stamp(time), "\(text)")
            // Where days are wanted, it is what a program wrote that has amounts in cents too.
            #expect(reading.day(text) == .bad, "\(text)")
        }
        // Before 2010 it may be any number, and 2026110314 is no such time.
        for text in ["1262303999", "1900000000", "2026110314", "17937147090", "179371470900", "1793714709 5", "-1793714709"] {
            #expect(reading.stamp(text) == .bad, "\(text)")
        }
    }

    @Test(
        "does not take for a date what is none",
        arguments: [
            "2026-02-30", "2026-13-01", "2026-00-10", "2026-11-00", "2026-11-31", "2025-02-29", "1900-02-29",
            "20261301",
            "20260230", "2026-13", "2026年13月", "2026年2月30日", "31 Nov 2026", "Feb 29, 2025", "Nov", "2026",
            "26",
            "2026-W46", "2026-Q4", "2026-11/03", "2026-11-03-04", "11/26", "3 Nov", "1/2/3", "1/2/026", "10:11", "2026-11-03 5",
            "tomorrow",
            "2026-11-031", "12026-11-03", "3 Foo 2026", "2026-11-03 abc", "2026-11-03Z", "13/13/2026", "2026年", "11月3日",
            "-46329",
            "3//11//2026", "2026--11-03", "2026-11-03 25:00", "1234567890", "Mon", "32 Jan 2026", "202613",
        ])
    func bad(_ text: String) {
        for reading in [ColumnReading.canonical, .dayFirst, .monthFirst] {
            #expect(reading.day(text) == .bad)
            #expect(reading.stamp(text) == .bad)
        }
    }

    @Test("a day or month out of range in the column's order is an error, not another order")
    func outOfOrder() {
        #expect(ColumnReading.dayFirst.day("11/15/2026") == .bad)
        #expect(ColumnReading.monthFirst.day("15/11/2026") == .bad)
        #expect(ColumnReading.canonical.day("15/11/2026") == .bad)
        #expect(ColumnReading.dayFirst.day("30/02/2026") == .bad)
    }

    @Test("of a time stamp takes the date as written, or with an offset the day in the zone")
    func datesOfStamps() {
        let reading = ColumnReading.canonical
        let shanghai = Zone(identifier: "Asia/Shanghai", changes: [], offsets: [28_800])
        let day = DaySpan(Self.third)
        let next = DaySpan(Self.third + 1)
        for text in ["2026-11-03 20:00:00", "2026-11-03T20:00:00", "3 Nov 2026 8 pm", "2026/11/3 20:00", "20261103200000"] {
            #expect(reading.day(text) == .value(day))
            #expect(reading.day(text, zone: shanghai) == .value(day))
        }
        for text in ["2026-11-03 20:00:00Z", "2026-11-03T20:00:00.5+00:00", "2026-11-03 20:00 UTC", "2026-11-04T04:00:00+0800"]
        {
            #expect(reading.day(text, zone: shanghai) == .value(next))
        }
        #expect(reading.day("2026-11-03T20:00:00Z") == .value(day))
        #expect(reading.day("2026-11-03 24:00:00") == .value(next))
        #expect(reading.day("2026-11-03T00:00:00Z", zone: shanghai) == .value(day))
    }

    @Test("a missing date is not an error", arguments: ["", "-", "N/A", "NULL", " \u{A0}"])
    func missing(_ text: String) {
        #expect(ColumnReading.canonical.day(text) == .missing)
        #expect(ColumnReading.canonical.stamp(text) == .missing)
    }
}
