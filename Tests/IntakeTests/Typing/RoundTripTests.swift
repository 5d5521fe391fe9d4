import Facts
import Seeded
import Testing

@testable import Intake

@Suite("What is written in a locale's form is read back")
struct RoundTripTests {
    /// A way of writing numbers: group sign, decimal sign, what stands before and after.
    static let forms: [(group: String, decimal: String, before: String, after: String)] = [
        ("", ".", "", ""), (",", ".", "", ""), (",", ".", "$", ""), (",", ".", "USD ", ""), (".", ",", "", " €"),
        ("", ",", "", ""),
        (" ", ",", "", ""), ("\u{A0}", ",", "", "\u{A0}€"), ("\u{202F}", ",", "", "\u{202F}EUR"), ("'", ".", "CHF ", ""),
        ("’", ".", "", ""), ("，", "．", "￥", ""),
    ]

    /// The digits of a number with a group sign between every three.
    static func grouped(_ digits: String, _ sign: String) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += sign }
            text.append(digit)
        }
        return text
    }

    @Test("numbers, with their sign before, behind or as brackets", arguments: forms.indices)
    func numbers(_ index: Int) {
        let form = Self.forms[index]
        let reading = ColumnReading(decimal: form.decimal == "," ? .comma : .point)
        var random = Seeded(UInt64(index))
        for _ in 0..<500 {
            let scale = [0, 1, 2, 2, 2, 3, 6].randomElement(using: &random)!
            let length = Int.random(in: scale...15, using: &random)
            let magnitude = Int64.random(in: 0..<Int64(ExactDecimal.powersOfTen[max(length, 1)]), using: &random)
            var digits = String(magnitude)
            while digits.count <= scale { digits = "0" + digits }
            let whole = Self.grouped(String(digits.dropLast(scale)), form.group)
            let body = scale == 0 ? whole : whole + form.decimal + digits.suffix(scale)
            let negative = magnitude > 0 && Bool.random(using: &random)
            let marked = form.before + body + form.after
            let text =
                negative
                ? ["-" + marked, "−" + marked, "(" + marked + ")", marked + "-"].randomElement(using: &random)! : marked
            let expected = ExactDecimal(digits: negative ? -magnitude : magnitude, scale: scale)
            // `1.234` with a group sign and no decimals is read by the column's sign, which is this form's.
            #expect(reading.number(text).value?.value == expected, "\(text)")
        }
    }

    @Test("a column of numbers with decimals settles itself, whatever the locale", arguments: forms.indices)
    func columns(_ index: Int) {
        let form = Self.forms[index]
        var random = Seeded(UInt64(index) + 100)
        let cells = (0..<50).map { _ in
            let whole = Self.grouped(String(Int.random(in: 0..<10_000_000, using: &random)), form.group)
            return form.before + whole + form.decimal + String(Int.random(in: 10...99, using: &random)) + form.after
        }
        for locale in ["en", "de", "zh-Hans"] {
            let reading = ColumnEvidence(cells).settled(locale: locale, kind: .money)
            #expect(reading.decimal == (form.decimal == "," ? .comma : .point))
            #expect(!reading.isDecimalAssumed)
        }
    }

    @Test("days from 1900 to 2100, in every form")
    func days() {
        var random = Seeded(5)
        let english = ["Jan", "Feb", "March", "April", "May", "June", "Jul", "Aug", "Sept", "Oct", "November", "DEC"]
        for _ in 0..<2000 {
            let day = Day(Int.random(in: -25_566...47_846, using: &random))
            if Placeholders.holds(Int(day.number)) { continue }
            let (y, m, d) = day.civil
            let (mm, dd) = (m < 10 ? "0\(m)" : "\(m)", d < 10 ? "0\(d)" : "\(d)")
            let anyOrder = [
                "\(y)-\(mm)-\(dd)", "\(y)/\(m)/\(d)", "\(y)\(mm)\(dd)", "\(d) \(english[m - 1]) \(y)",
                "\(english[m - 1]) \(d), \(y)",
                "\(y)年\(m)月\(d)日", "\(y)-\(mm)-\(dd) 23:59:59.9",
            ]
            for text in anyOrder { #expect(ColumnReading.canonical.day(text) == .value(DaySpan(day)), "\(text)") }
            for text in ["\(d)/\(m)/\(y)", "\(dd).\(mm).\(y)", "\(dd)-\(mm)-\(y)"] {
                #expect(ColumnReading.dayFirst.day(text) == .value(DaySpan(day)), "\(text)")
            }
            #expect(ColumnReading.monthFirst.day("\(m)/\(d)/\(y)") == .value(DaySpan(day)))
            if (1970...2069).contains(y) {
                let yy = mmText(y % 100)
                #expect(ColumnReading.dayFirst.day("\(dd)/\(mm)/\(yy)") == .value(DaySpan(day)))
                #expect(ColumnReading.monthFirst.day("\(mm)/\(dd)/\(yy)") == .value(DaySpan(day)))
                #expect(ColumnReading.canonical.day("\(yy)-\(mm)-\(dd)") == .value(DaySpan(day)))
                #expect(ColumnReading.canonical.day("\(Int(day.number) + 25_569)") == .value(DaySpan(day)) || y < 1955)
            }
            if Placeholders.holds(Int(day.startOfMonth.number)) { continue }
            #expect(ColumnReading.canonical.day("\(y)-\(mm)") == .value(DaySpan(year: y, month: m)))
        }
    }

    @Test("time stamps, in every form, and the straight way agrees with the grammar")
    func stamps() {
        var random = Seeded(6)
        for _ in 0..<2000 {
            let microseconds = Int64.random(in: -2_208_988_800_000_000...4_102_444_799_999_999, using: &random)
            let day = Stamp(microseconds: microseconds).day(in: .utc)
            if Placeholders.holds(Int(day.number)) { continue }
            let rest = microseconds - Int64(day.number) * 86_400_000_000
            let (h, min, s, us) = (rest / 3_600_000_000, rest / 60_000_000 % 60, rest / 1_000_000 % 60, rest % 1_000_000)
            let fraction = String(String(1_000_000 + us).dropFirst())
            let clock = "\(mmText(Int(h))):\(mmText(Int(min))):\(mmText(Int(s)))"
            let twelve = "\((h + 11) % 12 + 1):\(mmText(Int(min))):\(mmText(Int(s))).\(fraction) \(h < 12 ? "AM" : "PM")"
            for text in [
                "\(day) \(clock).\(fraction)", "\(day)T\(clock).\(fraction)Z", " \(day)T\(clock).\(fraction)000+0000",
                "\(day) \(twelve)",
                "\(day)  \(clock),\(fraction)",
            ] {
                #expect(ColumnReading.canonical.stamp(text) == .value(Stamp(microseconds: microseconds)), "\(text)")
            }
            let offset = Int64.random(in: -12 * 60...14 * 60, using: &random)
            let local = Stamp(microseconds: microseconds - us)
            let sign = offset < 0 ? "-" : "+"
            let zone = "\(sign)\(mmText(Int(abs(offset)) / 60)):\(mmText(Int(abs(offset)) % 60))"
            let expected = Stamp(microseconds: local.microseconds - offset * 60_000_000)
            #expect(ColumnReading.canonical.stamp("\(day)T\(clock)\(zone)") == .value(expected))
            #expect(ColumnReading.canonical.stamp("\(day) \(clock) \(zone)") == .value(expected))
        }
    }

    @Test("random bytes are read, found missing or rejected, and never trap")
    func noise() {
        var random = Seeded(8)
        let alphabet = Array("0123456789012345.,-/: '()+$€¥%eETZ年月日时上午下午NovamPMA\u{A0}\u{3000}１，".utf8)
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in alphabet.randomElement(using: &random)! }
            bytes.withUnsafeBytes { cell in
                for reading in [ColumnReading.canonical, .comma, .dayFirst, .monthFirst] {
                    for kind in ColumnKind.all { _ = CellReader(kind, reading, zone: StampTests.newYork).meaning(cell) }
                }
                var evidence = ColumnEvidence()
                evidence.add(cell)
            }
        }
    }

    /// A number of two digits.
    private func mmText(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
