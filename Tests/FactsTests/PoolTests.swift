import Facts
import Seeded
import Testing

struct PoolTests {
    @Test func `each text gets the next code, and keeps it`() {
        var pool = Pool()
        let texts = (0..<5000).map { $0 % 7 == 0 ? "客户 \($0)" : "customer \($0)" }
        let codes = texts.map { pool.code($0) }
        #expect(codes == (1...5000).map { UInt32($0) })
        #expect(texts.map { pool.find($0) } == codes)
        #expect(texts.map { pool.code($0) } == codes)
        #expect(codes.map { pool[$0] } == texts)
        #expect(pool.count == 5001)
    }

    @Test func `what another pool knows is found at once`() {
        var pool = Pool()
        for number in 0..<40_000 where number % 3 > 0 { _ = pool.code("C\(number)") }
        let others = [""] + (0..<40_000).map { "C\($0)" }
        let known = pool.known(others.count) { others[Int($0)] }
        #expect(known == others.map { pool.find($0) ?? UInt32.max })
        #expect(Pool().known(3) { others[Int($0)] } == [0, UInt32.max, UInt32.max])
        #expect(pool.known(1) { others[Int($0)] } == [0])
    }

    @Test(arguments: UInt64(1)...4)
    func `many texts at once get the codes that one after the other gets`(_ seed: UInt64) {
        var dice = Seeded(seed)
        let odd = ["", "é", "e\u{301}", "K", "\u{212A}", "a;b", "a\u{37E}b", "客户", "名字"]
        let texts = (0..<40_000).map { _ in
            Int.random(in: 0..<10, using: &dice) == 0
                ? odd.randomElement(using: &dice)! : "C\(Int.random(in: 0..<30_000, using: &dice))"
        }
        var (one, other) = (Pool(), Pool())
        for text in texts.prefix(1000) { #expect(one.code(text) == other.code(text)) }
        #expect(one.codes(texts.count) { texts[$0] } == texts.map { other.code($0) })
        #expect(one.texts.map { Array($0.utf8) } == other.texts.map { Array($0.utf8) })
        #expect(one.codes(0) { _ in "" } == [])
        #expect(texts.map { one.find($0) } == texts.map { other.find($0) })
    }

    @Test func `the empty text is no value`() {
        var pool = Pool()
        #expect(pool.find("") == 0)
        #expect(pool.code("") == 0)
        #expect(pool.find("a") == nil)
        #expect(pool.find("é") == nil)
    }

    @Test(arguments: [
        ("é", "e\u{301}"), ("K", "\u{212A}"), ("a;b", "a\u{37E}b"), ("`", "\u{1FEF}"), ("Å1", "\u{212B}1"),
        ("\u{212A}é", "Ke\u{301}"),
    ])
    func `letters that Unicode takes for the same are one text, however they come first`(_ one: String, _ other: String) {
        for (first, second) in [(one, other), (other, one)] {
            var pool = Pool()
            #expect(pool.code(first) == 1)
            #expect(pool.find(second) == 1)
            #expect(pool.code(second) == 1)
            #expect(pool[1].utf8.elementsEqual(first.utf8))
        }
    }

    @Test func `ranks are in code-point order`() {
        var pool = Pool()
        let texts = ["b", "a", "abcdefgh2", "abcdefgh1", "abcdefgh", "客户", "é", "Z", "a\u{0}", "abcdefg"]
        for text in texts { _ = pool.code(text) }
        let ranks = pool.ranks
        let sorted = pool.texts.indices.sorted { ranks[$0] < ranks[$1] }.map { pool.texts[$0] }
        #expect(sorted == ([""] + texts).sorted { precedes($0, $1) })
    }

    @Test func `ranks of ids that begin alike are in code-point order`() {
        var pool = Pool()
        let texts = ["C00012", "C0001", "C000", "C00011", "C0009\u{0}", "C0009", "C00010000000000002", "C00010000000000001"]
        for text in texts { _ = pool.code(text) }
        let ranks = pool.ranks
        let sorted = pool.texts.indices.sorted { ranks[$0] < ranks[$1] }.map { pool.texts[$0] }
        #expect(sorted == ([""] + texts).sorted { precedes($0, $1) })
    }
}
