import Facts
import Testing

@testable import Reports

struct ShownNumbersTests {
    private let usd = Currency("USD")

    private func shown(_ number: Number?, _ format: Format = Format(.money, digits: 0), locale: String = "en") -> String {
        format.shown(number, currency: usd, locale: locale)
    }

    @Test func `money is in thousands and millions, with its sign before the currency`() {
        #expect(shown(Number(14_194_509)) == "$14.19M")
        #expect(shown(Number(-47_816)) == "−$47.8k")
        #expect(shown(Number(771)) == "$771")
        #expect(shown(Number(0)) == "$0")
        #expect(shown(Number(1_420_000_000)) == "$1.42B")
        #expect(shown(Number(152_300), Format(.money, digits: 0, isSigned: true)) == "+$152.3k")
        #expect(shown(Number(1, over: 4), Format(.money, digits: 2)) == "$0.25")
        #expect(shown(nil) == "n/a")
    }

    @Test func `Chinese counts money in 万 and 亿, and leaves the unit to the heading`() {
        #expect(shown(Number(14_194_509), locale: "zh-Hans") == "1,419.5\u{A0}万")
        #expect(shown(Number(-47_816), locale: "zh-Hans") == "−4.8\u{A0}万")
        #expect(shown(Number(9_300), locale: "zh-Hans") == "9,300")
        #expect(shown(Number(1_250_000_000), locale: "zh-Hans") == "12.50\u{A0}亿")
    }

    @Test func `what rounds up to the next unit is in it`() {
        #expect(shown(Number(999_960)) == "$1.00M")
        #expect(shown(Number(999_940)) == "$999.9k")
        #expect(shown(Number(1_999, over: 2)) == "$1.0k")
        #expect(shown(Number(99_999_999), locale: "zh-Hans") == "1.00\u{A0}亿")
    }

    @Test func `what rounds to 0 has no sign, and other numbers have all their digits`() {
        #expect(shown(Number(-1, over: 10)) == "$0")
        #expect(shown(Number(-1, over: 8), Format(.percent, digits: 1)) == "−12.5%")
        #expect(shown(Number(1_234_567), Format(.count, digits: 0)) == "1,234,567")
        #expect(!Format(.count, digits: 0).isShortened(Number(1_234_567), currency: usd, locale: "en"))
        #expect(Format(.money, digits: 0).isShortened(Number(1_234), currency: usd, locale: "en"))
        #expect(!Format(.money, digits: 0).isShortened(Number(1_234), currency: usd, locale: "zh-Hans"))
    }

    @Test func `an axis in Chinese is in 万`() {
        #expect(Axis([1_240_000], fromZero: true).labels(Format(.money, digits: 0), locale: "zh-Hans").last == "150\u{A0}万")
    }

    @Test func `a currency without a common sign stands with its code`() {
        let franc = Currency("CHF")
        #expect(Format(.money, digits: 0).shown(Number(1_500), currency: franc, locale: "en") == "CHF\u{A0}1.5k")
        #expect(franc.unit("zh-Hans") == "瑞士法郎")
        #expect(usd.unit("en") == "USD")
    }
}
