import Facts
import Seeded
import Testing

@Suite struct NumberTests {
    @Test func `fractions stay exact`() {
        let third = Number(1, over: 3)
        #expect(third + third + third == Number(1))
        #expect((Number(2) / Number(6)) == third)
        #expect(Number(1) / Number.zero == nil)
        #expect(third * Number(-3) == Number(-1))
        #expect(Number.less(Number(1, over: 3), Number(333_333, over: 1_000_000)) == false)
    }

    @Test(arguments: [
        (Number(1, over: 3), "0.333333333333"), (Number(2, over: 3), "0.666666666667"), (Number(1), "1"), (Number.zero, "0"),
        (Number(123_456_789_012_345), "123456789012000"), (Number(-5, over: 4), "-1.25"),
        (Number(1, over: 1_000_000_000_000_000), "0.000000000000001"),
        (Number(9_999_999_999_994, over: 10), "999999999999"), (Number(9_999_999_999_995, over: 10), "1000000000000"),
        (Number(9_999_999_999_999, over: 10), "1000000000000"),
        (Number.inexact(0.1), "0.1"), (Number.inexact(23.665431), "23.665431"),
        (Number.inexact(1e-20), "0.00000000000000000001"),
        (
            Number(397_300_679_445_000_000_000_000_000_000_000_001, over: 100_000_000_000_000_000_000_000_000_000_000_000_007),
            "0.00397300679445"
        ),
    ])
    func `twelve significant digits are rounded half-even and trimmed`(_ number: Number, _ text: String) {
        #expect(number.significant() == text)
    }

    @Test(arguments: [
        (Number(5, over: 1000), 2, "0.00"), (Number(15, over: 1000), 2, "0.02"), (Number(-25, over: 1000), 2, "-0.02"),
        (Number(2, over: 3), 2, "0.67"), (Number(7), 0, "7"), (Number(1234), 3, "1234.000"), (Number(-1, over: 3), 1, "-0.3"),
    ])
    func `fixed places are rounded half-even`(_ number: Number, _ digits: Int, _ text: String) {
        #expect(number.fixed(digits) == text)
    }

    @Test(arguments: [
        (Int128(5), 2, "0.05"), (0, 2, "0.00"), (-7, 3, "-0.007"), (123_456, 0, "123456"), (-123_456, 2, "-1234.56"),
        (Int128(Int64.max), 2, "92233720368547758.07"), (Int128(Int64.min), 3, "-9223372036854775.808"),
        (Int128(Int64.max) * 100, 2, "9223372036854775807.00"), (10, 1, "1.0"),
    ])
    func `amounts in minor units have the currency's digits`(_ minor: Int128, _ digits: Int, _ text: String) {
        #expect(Number.text(minor: minor, digits: digits) == text)
        #expect(Number(minor, over: ExactDecimal.powersOfTen[digits]).fixed(digits) == text)
    }

    @Test func `whole numbers below and nearest`() {
        #expect([Number(7, over: 2), Number(-7, over: 2), Number(3), .inexact(-0.5)].map(\.floor) == [3, -4, 3, -1])
        #expect(
            [Number(7, over: 2), Number(5, over: 2), Number(-7, over: 3), .inexact(1.5)].map(\.roundedHalfEven) == [
                4, 2, -2, 2,
            ])
        #expect(Number(-2).magnitude == Number(2))
    }

    @Test func `results that outgrow 128 bits become doubles instead of trapping`() {
        var number = Number(Int64.max)
        for _ in 0..<6 { number = number * number }
        guard case .inexact(let value) = number else {
            Issue.record("expected a double")
            return
        }
        #expect(value.isFinite || value == .infinity)
    }

    @Test func `decimals are read exactly or not at all`() {
        #expect(ExactDecimal("1234.50") == ExactDecimal(digits: 123_450, scale: 2))
        #expect(ExactDecimal("-0.8") == ExactDecimal(digits: -8, scale: 1))
        for text in ["", "-", ".", "1e5", "1,5", "12345678901234567890", " 1", "+1", "1.2.3"] {
            #expect(ExactDecimal(text) == nil)
        }
    }

    @Test func `money is rounded half-even once`() {
        let usd = Currency("usd")
        #expect(ExactDecimal("0.125")!.minorUnits(in: usd) == 12)
        #expect(ExactDecimal("0.135")!.minorUnits(in: usd) == 14)
        #expect(ExactDecimal("-0.125")!.minorUnits(in: usd) == -12)
        #expect(ExactDecimal("100")!.minorUnits(rate: ExactDecimal("1.16")!, factor: (12, 1), in: usd) == 139_200)
        #expect(ExactDecimal("100")!.minorUnits(factor: (12, 7), in: usd) == 17_143)
        #expect(ExactDecimal("1.5")!.minorUnits(in: Currency("JPY")) == 2)
        #expect(ExactDecimal("1.2345")!.minorUnits(in: Currency("KWD")) == 1234)
        #expect(ExactDecimal("999999999999999999")!.minorUnits(factor: (12, 1), in: usd) == nil)
    }
}

@Suite struct ZoneTests {
    /// Central European time around 2026: one hour ahead of UTC, two in summer.
    let berlin = Zone(identifier: "test", changes: [1_774_746_000, 1_792_890_000], offsets: [3600, 7200, 3600])

    @Test func `an instant falls on the day the zone's clocks show`() {
        let lateEvening = Stamp(microseconds: 1_768_517_999_000_000)  // 2026-01-15T22:59:59Z
        #expect(lateEvening.day(in: berlin).description == "2026-01-15")
        #expect(Stamp(microseconds: 1_768_518_000_000_000).day(in: berlin).description == "2026-01-16")
        #expect(Stamp(microseconds: -1).day(in: .utc).description == "1969-12-31")
    }

    @Test func `local time and instant agree outside changes of the clock`() {
        for local in stride(from: Int64(1_760_000_000), to: 1_800_000_000, by: 86_399) {
            let instant = berlin.instant(ofLocal: local)
            if instant + berlin.offset(at: instant) != local {
                // Only in the hour that the clocks skip.
                #expect(abs(instant - 1_774_746_000) <= 7200)
            }
        }
    }

    @Test func `of an hour that occurs twice the first is meant`() {
        let twice: Int64 = 1_792_890_000 + 3600 + 1800  // 02:30 on the night the clocks go back
        #expect(berlin.instant(ofLocal: twice) == twice - 7200)
    }

    @Test("The least whole number has no exact negative, and is no trap")
    func least() throws {
        let least = Number(Int128.min)
        #expect(-least == .inexact(0x1p127))
        #expect((Number(1) / least)?.double == -0x1p-127)
        #expect((Number(0) - least).double == 0x1p127)
    }

    @Test func `a whole number of any size becomes the double nearest to it`() {
        var seeded = Seeded(1)
        var wholes: [Int128] = [0, 1, -1, .max, .min, .min + 1, 1 << 63, -(1 << 63), 1 << 64, (1 << 64) - 1]
        for bits in 50...126 {
            let power = Int128(1) << Int128(bits)
            // Halfway between two doubles, and beside that.
            let half = bits > 53 ? Int128(1) << Int128(bits - 53) : 1
            wholes += [power, power + 1, power - 1, power + half, power + half + 1, power + half - 1, power + 3 * half]
        }
        for _ in 0..<20_000 {
            let whole = Int128(truncatingIfNeeded: UInt128(seeded.next()) << 64 | UInt128(seeded.next()))
            wholes.append(whole >> Int128(seeded.next(127)))
        }
        for whole in wholes { #expect(Number(whole).double == Double(whole)) }
    }
}
