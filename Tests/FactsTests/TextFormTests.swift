import Facts
import Testing

@Suite struct TextFormTests {
    @Test(arguments: [
        ("Ａｃｍｅ　１２", "Acme 12"), ("Mu\u{308}ller", "Müller"), ("ｶﾞｽ", "ガス"), ("か\u{3099}", "が"),
        ("\u{1112}\u{1161}\u{11AB}", "한"),
        ("a\u{A0}b\u{202F}c", "a b c"), ("\u{FEFF}a\u{200B}b\u{AD}c\u{200F}", "abc"), ("A\u{2011}1", "A-1"), ("ﬁt", "fit"),
        ("Stufe Ⅲ", "Stufe III"), ("  a  b ", "a  b"), ("\u{212B}", "Å"), ("e\u{302}\u{301}", "ế"), ("表", "表"),
        ("\u{3000}", ""),
    ])
    func `A text has one form, whatever it is made of`(_ text: String, _ plain: String) {
        #expect(Array(TextForm.plain(text).unicodeScalars) == Array(plain.unicodeScalars))
        #expect(Array(TextForm.plain(plain).unicodeScalars) == Array(plain.unicodeScalars), "and keeps it")
    }

    @Test(arguments: [
        [
            "Paid Search", "paid search", " PAID  SEARCH", "Paid\u{A0}Search", "Ｐａｉｄ　Ｓｅａｒｃｈ", "paid\tsearch",
            "\u{FEFF}Paid Search",
        ],
        ["Straße", "STRASSE", "strasse", "Strasse"], ["ΟΔΟΣ", "οδος", "Οδός".replacing("ό", with: "ο")],
        ["İstanbul", "istanbul", "ISTANBUL"],
        ["Île-de-France", "I\u{302}le-de-France", "île\u{2011}de\u{2010}france"], ["华东", "华东 ", "\u{3000}华东"],
        ["", " ", "\u{200B}"],
    ])
    func `Names that differ in case, spaces, width or form are one`(_ names: [String]) {
        #expect(Set(names.map(TextForm.folded)).count == 1, "\(names.map(TextForm.folded))")
    }

    @Test func `Names that differ in anything else are several`() {
        let names = ["Paid Search", "PaidSearch", "Paid-Search", "Paid Search 2", "Paid Seärch", "Paid Social", "paid_search"]
        #expect(Set(names.map(TextForm.folded)).count == names.count)
    }
}
