import Facts
import Seeded
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

    @Test func `Names in ASCII are folded by their bytes as by their letters`() {
        var random = Seeded(11)
        for _ in 0..<5000 {
            let bytes = (0..<random.next(14)).map { _ in UInt8(random.next([128, 48, 34][random.next(3)])) }
            let text = String(decoding: bytes.map { $0 < 34 && random.next(2) == 0 ? 32 : $0 }, as: UTF8.self)
            let words = TextForm.plain(text).uppercased().lowercased().split(separator: " ")
            #expect(TextForm.folded(text) == words.joined(separator: " "), "\(Array(text.utf8))")
        }
    }

    @Test(arguments: 1...20)
    func `A folder folds as names are folded, whatever letters stand beside each other`(_ seed: UInt64) {
        var random = Seeded(seed)
        let ranges: [ClosedRange<UInt32>] = [
            0x00...0x7F, 0x20...0x5A, 0x80...0x24F, 0x300...0x36F, 0x370...0x4FF, 0x900...0x97F, 0x1100...0x11FF,
            0x1E00...0x2190,
            0x2460...0x2480, 0x3000...0x3100, 0x4E00...0x4E50, 0xAC00...0xAC50, 0xFB00...0xFB06, 0xFE00...0xFFFF,
            0x1F600...0x1F610,
        ]
        var folder = TextFolder()
        for _ in 0..<2000 {
            let some = (0...random.next(2)).map { _ in ranges[random.next(ranges.count)] } + [0x20...0x7A]
            let text = String(
                String.UnicodeScalarView(
                    (0..<random.next(12)).compactMap { _ in
                        let range = some[random.next(some.count)]
                        return Unicode.Scalar(range.lowerBound + UInt32(random.next(range.count)))
                    }))
            // What stands before is left as it is.
            var folded: [UInt8] = [120]
            Array(text.utf8).withUnsafeBytes { folder.fold($0, into: &folded) }
            #expect(folded == [120] + TextForm.folded(text).utf8, "\(text.unicodeScalars.map(\.value))")
        }
        for damaged: [UInt8] in [
            [0xC3], [97, 0xE2, 0x82], [0xED, 0xA0, 0x80], [0xC0, 0x80, 98], [0xE2, 0x28, 0xA1], [0xFF, 32],
        ] {
            var folded: [UInt8] = []
            damaged.withUnsafeBytes { folder.fold($0, into: &folded) }
            #expect(folded == Array(TextForm.folded(String(decoding: damaged, as: UTF8.self)).utf8))
        }
    }
}
