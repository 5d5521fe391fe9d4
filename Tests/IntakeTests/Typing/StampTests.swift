import Facts
import Testing

@testable import Intake

@Suite("Time stamps")
struct StampTests {
    /// 2026-03-02 00:00 UTC.
    static let midnight: Int64 = 20_514 * 86_400_000_000
    static let shanghai = Zone(identifier: "Asia/Shanghai", changes: [], offsets: [28_800])
    /// New York around 2026, in winter, summer and winter time.
    static let newYork = Zone(
        identifier: "America/New_York", changes: [1_772_953_200, 1_793_512_800], offsets: [-18_000, -14_400, -18_000])

    func at(_ hour: Int64, _ minute: Int64, _ second: Int64 = 0, _ fraction: Int64 = 0) -> Stamp {
        Stamp(microseconds: Self.midnight + (hour * 3600 + minute * 60 + second) * 1_000_000 + fraction)
    }

    @Test(
        "reads 10:11:12 on 2 March 2026",
        arguments: [
            "2026-03-02 10:11:12", "2026-03-02T10:11:12", "2026-03-02T10:11:12Z", "2026-03-02t10:11:12z",
            "2026-03-02 10:11:12Z",
            "2026-03-02 10:11:12 UTC", "2026-03-02 10:11:12 GMT", "2026-03-02T10:11:12.000Z", "2026-03-02T18:11:12+08:00",
            "2026-03-02T18:11:12+0800", "2026-03-02T18:11:12+08", "2026-03-02 18:11:12 +08:00", "2026-03-02 18:11:12 GMT+0800",
            "2026-03-02 18:11:12 UTC+8", "2026-03-02T05:11:12-05:00", "2026-03-02T15:41:12+05:30", "2026-03-01T22:11:12-12:00",
            "20260302T101112Z", "20260302T101112", "20260302101112", "20260302 10:11:12", "2026/3/2 10:11:12",
            "2026/03/02 10:11:12 AM",
            "2 Mar 2026 10:11:12", "Mar 2, 2026, 10:11:12 AM", "Mar 2, 2026 at 10:11:12 a.m.", "Mon, 02 Mar 2026 10:11:12 GMT",
            "Mon, 02 Mar 2026 10:11:12 +0000", "2026年3月2日 10:11:12", "2026年3月2日10时11分12秒", "2026年3月2日 上午10:11:12",
            "2026年3月2日上午10点11分12秒", "２０２６－０３－０２　１０：１１：１２", "2026-03-02\u{202F}10:11:12\u{202F}AM", "2026-03-02  10:11:12",
            "2026-03-02T10:11:12,000", "2026.03.02 10:11:12", "2026-03-02T10:11:12.0000000009Z", "2026-03-02T10:11:12+00",
            "2026-03-02T10:11:12−00:00", "46083.4244444444",
        ])
    func seconds(_ text: String) {
        #expect(ColumnReading.canonical.stamp(text) == .value(at(10, 11, 12)))
    }

    @Test("reads numeric dates in the column's order, with a time")
    func ordered() {
        for text in ["02/03/2026 10:11", "02.03.2026 10:11", "02.03.2026, 10:11", "2/3/26 10:11 AM", "02-03-2026T10:11"] {
            #expect(ColumnReading.dayFirst.stamp(text) == .value(at(10, 11)))
        }
        for text in ["03/02/2026 10:11", "3/2/2026, 10:11:00 AM", "3/2/26 10:11"] {
            #expect(ColumnReading.monthFirst.stamp(text) == .value(at(10, 11)))
        }
    }

    @Test("reads minutes, hours and halves of the day")
    func halves() {
        for (text, stamp) in [
            ("2026-03-02 10:11", at(10, 11)), ("2026-03-02T10:11Z", at(10, 11)), ("2026-03-02T10", at(10, 0)),
            ("2026-03-02 3 PM", at(15, 0)),
            ("2026-03-02 3:04 PM", at(15, 4)), ("2026-03-02 3:04pm", at(15, 4)), ("2026-03-02 03:04:05 p.m.", at(15, 4, 5)),
            ("2026-03-02 12:00 AM", at(0, 0)), ("2026-03-02 12:30 PM", at(12, 30)), ("2026-03-02 12:59:59 am", at(0, 59, 59)),
            ("2026/3/2 下午 03:04:05", at(15, 4, 5)), ("2026年3月2日下午3点", at(15, 0)), ("2026年3月2日 下午12:30", at(12, 30)),
            ("2026年3月2日 上午12:30", at(0, 30)), ("2026年3月2日15时04分", at(15, 4)), ("2026年3月2日15時4分5秒", at(15, 4, 5)),
            ("2026-03-02 9:05", at(9, 5)), ("2026-03-02 3:04 PM +00:00", at(15, 4)), ("2026年3月2日 午後3:04", at(15, 4)),
        ] {
            #expect(ColumnReading.canonical.stamp(text) == .value(stamp), "\(text)")
        }
    }

    @Test("keeps microseconds and leaves out what is finer")
    func fractions() {
        for (text, stamp) in [
            ("2026-03-02T10:11:12.5Z", at(10, 11, 12, 500_000)), ("2026-03-02 10:11:12.123456", at(10, 11, 12, 123_456)),
            ("2026-03-02 10:11:12.1234569", at(10, 11, 12, 123_456)), ("2026-03-02 10:11:12,25", at(10, 11, 12, 250_000)),
            ("2026/3/2 10:11:12.000001", at(10, 11, 12, 1)), ("20260302T101112.5Z", at(10, 11, 12, 500_000)),
        ] {
            #expect(ColumnReading.canonical.stamp(text) == .value(stamp), "\(text)")
        }
    }

    @Test("the day's end is the next midnight, and a leap second the next minute")
    func ends() {
        let next = Stamp(microseconds: Self.midnight + 86_400_000_000)
        for text in ["2026-03-02 24:00:00", "2026-03-02T24:00:00Z", "2026-03-02 24:00", "2026-03-02 23:59:60", "2026-03-03"] {
            #expect(ColumnReading.canonical.stamp(text) == .value(next))
        }
    }

    @Test("without an offset the zone decides, and a date alone is its midnight there")
    func zones() {
        let reading = ColumnReading.canonical
        #expect(reading.stamp("2026-03-02 18:11:12", zone: Self.shanghai) == .value(at(10, 11, 12)))
        #expect(reading.stamp("2026/3/2 6:11:12 PM", zone: Self.shanghai) == .value(at(10, 11, 12)))
        #expect(reading.stamp("2026-03-02T10:11:12Z", zone: Self.shanghai) == .value(at(10, 11, 12)))
        #expect(reading.stamp("2026-03-02", zone: Self.shanghai) == .value(at(-8, 0)))
        #expect(reading.stamp("2026-03-02", zone: Self.newYork) == .value(at(5, 0)))
        #expect(reading.stamp("2026-07-02 00:00:00.5", zone: Self.newYork) == reading.stamp("2026-07-02T04:00:00.5Z"))
        // An hour that occurs twice is the first; one that is skipped counts from before.
        #expect(reading.stamp("2026-11-01 01:30:00", zone: Self.newYork) == reading.stamp("2026-11-01T05:30:00Z"))
        #expect(reading.stamp("2026-03-08 02:30:00", zone: Self.newYork) == reading.stamp("2026-03-08T07:30:00Z"))
    }

    @Test("before 1970 the parts of a second still run forward")
    func early() {
        #expect(ColumnReading.canonical.stamp("1969-12-30 23:59:59.25") == .value(Stamp(microseconds: -86_400_750_000)))
        #expect(
            ColumnReading.canonical.stamp("1969-12-30 23:59:59.25", zone: Self.shanghai)
                == .value(Stamp(microseconds: -86_400_750_000 - 28_800_000_000)))
    }

    @Test(
        "does not take for a time stamp what is none",
        arguments: [
            "2026-03-02 25:00:00", "2026-03-02 24:00:01", "2026-03-02 10:60", "2026-03-02 10:11:61", "2026-03-02 13:00 PM",
            "2026-03-02 0:30 PM",
            "2026-03-02T", "2026-03-02 10:", "2026-03-02 10", "2026-03-02 10:11:12 XYZ", "2026-03-02T10:11:12+15:00",
            "2026-03-02T10:11:12+8:0",
            "2026-03-02T10:11:12+08:60", "2026-03-02T10:11:12ZZ", "2026-03-02T10:11:12Z+08", "2026-03-02 10:11:12 AM PM",
            "10:11:12",
            "2026-02-30 10:11:12", "2026-03-02 10:11:12.", "2026-03-02 10:11:12.5.5", "2026-03-02 1:2:3:4",
            "2026-03-02 10-11-12",
            "2026-03-02  ,", "2026-11 10:00", "46083.5 10:00", "20260302T1", "20260302T10111", "2026-03-02 23:58:60",
            "2026-03-02 110:00",
            "20260302256060",
        ])
    func bad(_ text: String) {
        #expect(ColumnReading.canonical.stamp(text) == .bad)
    }
}
