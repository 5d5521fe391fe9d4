import Facts
import Testing

@Suite struct TextsTests {
    @Test(arguments: [
        ("", "", 0), ("abc", "", 3), ("", "ab", 2), ("arr", "arr", 0), ("ar", "arr", 1), ("arrr", "arr", 1), ("acr", "arr", 1),
        ("rar", "arr", 1), ("kitten", "sitting", 3), ("ca", "abc", 3), ("客户号", "客户编号", 1),
    ])
    func `letters put in, taken out, changed or swapped are counted`(_ a: String, _ b: String, _ expected: Int) {
        #expect(Texts.distance(Array(a), Array(b)) == expected)
        #expect(Texts.distance(Array(b.utf8), Array(a.utf8)) == Texts.distance(Array(a.utf8), Array(b.utf8)))
    }

    @Test(arguments: [("", 0), ("arr", 3), ("北京", 4), ("Ａ", 2), ("e\u{301}", 1), ("…", 1), ("한국", 4)])
    func `a letter of East Asia takes two places, an accent none`(_ text: String, _ places: Int) {
        #expect(Texts.width(text) == places)
    }
}
