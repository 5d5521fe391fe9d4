import Facts
import Seeded
import Testing

@testable import Intake

@Suite("Where columns are kept")
struct StorageTests {
    @Test("offsets of rows come back as they were given, near and far apart", arguments: 0..<4)
    func offsets(seed: Int) {
        var dice = Seeded(UInt64(seed))
        var (expected, at): ([Int], Int) = ([], 0)
        var offsets = RowOffsets()
        for _ in 0..<1000 {
            at +=
                Int.random(in: 0..<9, using: &dice) == 0
                ? Int.random(in: 0..<200_000, using: &dice) : Int.random(in: 1..<300, using: &dice)
            if Int.random(in: 0..<100, using: &dice) == 0 { at = 7 }
            expected.append(at)
            offsets.append(at)
        }
        var twice = offsets
        twice.append(contentsOf: offsets)
        #expect((0..<offsets.count).map { offsets[$0] } == expected)
        #expect((0..<twice.count).map { twice[$0] } == expected + expected)
    }

    @Test("the rows that a later one repeats are found as by looking at all pairs", arguments: [10, 1000, 70_000])
    func repeats(count: Int) {
        var dice = Seeded(UInt64(count))
        let texts = (0..<count).map { _ in "L\(Int.random(in: 0..<count * 2, using: &dice))" }
        var last: [String: Int] = [:]
        var expected: [[Int]] = []
        for (row, text) in texts.enumerated() {
            if let old = last[text] { expected.append([old, row]) }
            last[text] = row
        }
        let list = TextList(texts)
        let found = list.repeats(among: (0..<count).map(Int32.init)).sorted { $0.new < $1.new }.map { [$0.old, $0.new] }
        #expect(found == expected)
        #expect(!list.isAscending)
        #expect(TextList(Set(texts).sorted()).isAscending)
        #expect(!TextList(["a", "b", "b"]).isAscending)
    }

    @Test("of rows that all differ those that others repeat, or that repeat others, are found", arguments: UInt64(1)...40)
    func apart(seed: UInt64) {
        var dice = Seeded(seed)
        let most = seed % 8 == 0 ? 100_000 : 60
        func some(_ count: Int) -> [String] { (0..<count).map { _ in "L\(Int.random(in: 0..<most, using: &dice))" } }
        let (before, after) = (some(.random(in: 0...most / 4, using: &dice)), some(.random(in: 0...most / 4, using: &dice)))
        let own = Set(some(most)).sorted()
        let list = TextList(before + own + after)
        let apart = before.count..<before.count + own.count
        let rows = list.indices.map(Int32.init).filter { _ in Int.random(in: 0..<20, using: &dice) > 0 }
        #expect(list.isAscending(in: apart))
        let (found, expected) = (list.repeats(among: rows, apart: apart), list.repeats(among: rows))
        #expect(
            Set(found.map { [$0.old, $0.new] }) == Set(expected.map { [$0.old, $0.new] }) && found.count == expected.count)
    }

    @Test("text lists join, filter and count their bytes")
    func lists() {
        var list = TextList(["a", "", "客户"])
        list.append(contentsOf: TextList(["b"]))
        list.append(contentsOf: TextList(empty: 1))
        list.append("c")
        #expect(Array(list) == ["a", "", "客户", "b", "", "c"])
        #expect(Array(list.filtered { $0 % 2 == 0 }) == ["a", "客户", ""])
        #expect(list.byteCount == 9)
    }

    @Test("text lists give back what was put in, whatever their texts have in common", arguments: UInt64(1)...30)
    func packed(seed: UInt64) {
        var dice = Seeded(seed)
        let beginning = String(repeating: "ab", count: Int.random(in: 0...140, using: &dice))
        func some(_ count: Int) -> [String] {
            (0..<count).map { number in
                switch Int.random(in: 0..<(seed % 3 == 0 ? 60 : 4000), using: &dice) {
                case 0: ""
                case 1: String(repeating: "客", count: Int.random(in: 80...400, using: &dice))
                case 2: "x"
                default: beginning + String(number + 1_000_000)
                }
            }
        }
        var (list, texts) = (TextList(), [String]())
        for _ in 0..<6 {
            let more = some(Int.random(in: 0...90, using: &dice))
            texts += more
            if Bool.random(using: &dice) {
                let plain = TextList(count: more.count, capacity: more.reduce(0) { $0 + $1.utf8.count }) { bytes, ends in
                    var end = 0
                    for (row, text) in more.enumerated() {
                        for byte in text.utf8 {
                            bytes[end] = byte
                            end += 1
                        }
                        ends[row] = UInt32(end)
                    }
                    return end
                }
                #expect(Array(plain) == more)
                if list.isEmpty, Bool.random(using: &dice) { list = plain } else { list.append(contentsOf: plain) }
            } else {
                for text in more { list.append(text) }
            }
        }
        #expect(Array(list) == texts)
        #expect(list.indices.map { list.length($0) } == texts.map { $0.utf8.count })
        let (start, end) = (texts.count / 5, texts.count * 4 / 5)
        var found: [String] = []
        list.forEach(in: start..<end) { row, text in
            #expect(row == start + found.count)
            found.append(String(decoding: text, as: UTF8.self))
            return found.count < 100
        }
        #expect(found == Array(texts[start..<end].prefix(100)))
        #expect(Array(list.filtered { $0 % 3 == 0 }) == texts.indices.filter { $0 % 3 == 0 }.map { texts[$0] })
        #expect(list.rows { $0.count == 1 } == texts.indices.filter { texts[$0].utf8.count == 1 })
        #expect(list.isAscending == zip(texts, texts.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }

    @Test("lists of many texts join, and keep some, as lists of few do", arguments: UInt64(1)...4)
    func many(seed: UInt64) {
        var dice = Seeded(seed)
        func some(_ count: Int) -> [String] {
            (0..<count).map { number in
                switch Int.random(in: 0..<5000, using: &dice) {
                case 0: ""
                case 1: String(repeating: "客", count: Int.random(in: 80...400, using: &dice))
                default: "lead-\(number * 7 % 1_000_003)"
                }
            }
        }
        let one = some(Int.random(in: 0...70_000, using: &dice))
        let other = some(Int.random(in: 70_000...140_000, using: &dice))
        var list = TextList(one)
        list.append(contentsOf: TextList(other))
        #expect(Array(list) == one + other)
        #expect(list.size == TextList(one + other).size)
        let share = [0.999, 0.7, 0.01, 0][Int(seed) - 1]
        let rows = list.indices.filter { _ in Double.random(in: 0..<1, using: &dice) < share }
        var kept = list
        kept.keep(rows.map(Int32.init))
        let all = one + other
        #expect(Array(kept) == rows.map { all[$0] })
        #expect(kept.size == TextList(rows.map { all[$0] }).size)
    }

    @Test("columns of every kind and width keep the rows asked for", arguments: UInt64(1)...40)
    func kept(seed: UInt64) {
        var dice = Seeded(seed)
        let count = Int.random(in: 0...40, using: &dice)
        func some<T>(_ value: () -> T) -> [T] { (0..<count).map { _ in value() } }
        let (isMissing, isWide) = (some { Bool.random(using: &dice) }, Bool.random(using: &dice))
        let whole = some { Int64.random(in: 0...(isWide ? 1 << 40 : 1000), using: &dice) }
        let most: UInt32 = [200, 60_000, 1_000_000][Int(seed % 3)]
        let columns: [ColumnData] = [
            .stamps(StampColumn(zip(whole, isMissing).map { $1 ? .missing : Stamp(microseconds: $0 * 500_000) })),
            .numbers(
                NumberColumn(
                    digits: WholeColumn(whole), scales: whole.map { Int8($0 % 5) },
                    marks: isWide ? Array(repeating: .none, count: count) : nil, signs: isWide ? nil : isMissing)),
            .texts(TextColumn(codes: CodeColumn(whole.map { UInt32($0 % Int64(most)) }))),
            .days(DayColumn(values: whole.map { Int32($0 % 20_000) })), .flags(isMissing.map { $0 ? -1 : 1 }),
            .list(TextList(whole.map { "id-\($0)" })),
        ]
        let rows = (0..<count).filter { _ in Bool.random(using: &dice) }
        for column in columns {
            var kept = column
            kept.keep(rows.map(Int32.init))
            var expected = column.filtered((0..<count).map { rows.contains($0) })
            #expect(kept.count == rows.count && kept.tokens == expected.tokens)
            // What is kept can grow; codes without texts cannot.
            if case .texts = kept { continue }
            kept = .joined([kept, column])
            expected = .joined([expected, column])
            #expect(kept.tokens == expected.tokens)
        }
    }

    @Test("ids that begin alike take few bytes each")
    func beginnings() {
        var list = TextList()
        for number in 0..<32_000 { list.append("lead-2026-\(number + 100_000)") }
        #expect(list.byteCount < 32_000 * 3)
        #expect(list.size < 32_000 * 5)
        #expect(list[31_999] == "lead-2026-131999")
        #expect(list.isAscending)
    }

    @Test("plain stamps are read as by the grammar of all stamps, and nothing else is", arguments: ["UTC", "Berlin"])
    func stamps(name: String) {
        let berlin = Zone(identifier: "Berlin", changes: [1_711_846_800, 1_729_990_800], offsets: [3600, 7200, 3600])
        // Years that no export has are left to the slower reading.
        let zone = name == "UTC" ? Zone.utc : berlin
        var plain = PlainStamp(zone)
        var read = 0
        var dice = Seeded(5)
        for _ in 0..<24_000 {
            func number(_ range: ClosedRange<Int>, _ width: Int) -> String {
                let text = String(Int.random(in: range, using: &dice))
                return String(repeating: "0", count: max(0, width - text.count)) + text
            }
            var text = number(2023...2025, 4) + "-" + number(0...13, 2) + "-" + number(0...32, 2)
            text += Bool.random(using: &dice) ? "T" : " "
            text += number(0...24, 2) + ":" + number(0...60, 2) + ":" + number(0...60, 2)
            if Int.random(in: 0..<4, using: &dice) == 0 { text += "Z" }
            var bytes = Array(text.utf8)
            if Int.random(in: 0..<8, using: &dice) == 0 {
                bytes[Int.random(in: 4..<bytes.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
            }
            let padded = bytes + Array(repeating: 0, count: 16)
            padded.withUnsafeBytes { all in
                let cell = UnsafeRawBufferPointer(rebasing: all[..<bytes.count])
                guard let fast = plain.read(cell) else { return }
                read += 1
                #expect(
                    CellReader(.stamp, zone: zone).spelledStamp(cell).value?.microseconds == Int64(fast) * 1_000_000, "\(text)")
            }
        }
        #expect(read > 5_000)
    }

    @Test("dates of three numbers are read, and bear witness, as by the grammar of all dates", arguments: 0..<3)
    func numericMoments(seed: Int) {
        let orders: [ColumnReading.DateOrder] = [.yearMonthDay, .dayMonthYear, .monthDayYear]
        let reading = ColumnReading(decimal: .point, dateOrder: orders[seed])
        let zone = Zone(identifier: "Berlin", changes: [1_711_846_800, 1_729_990_800], offsets: [3600, 7200, 3600])
        var dice = Seeded(UInt64(seed))
        var (count, halves) = (0, 0)
        for _ in 0..<24_000 {
            func number(_ range: ClosedRange<Int>) -> String {
                let text = String(Int.random(in: range, using: &dice))
                return text.count == 1 && Bool.random(using: &dice) ? "0" + text : text
            }
            let separator = ["/", ".", "-"].randomElement(using: &dice)!
            var parts = [number(0...32), number(0...14), String(Int.random(in: 2023...2025, using: &dice))]
            if Int.random(in: 0..<4, using: &dice) == 0 { parts.reverse() }
            var text = parts.joined(separator: separator)
            if Bool.random(using: &dice) { text += " " + number(0...24) + ":" + number(0...60) }
            if Int.random(in: 0..<3, using: &dice) == 0 { text += ":" + number(0...60) }
            if Int.random(in: 0..<3, using: &dice) == 0 {
                text +=
                    ["", " ", "\u{202F}"].randomElement(using: &dice)! + ["AM", "PM", "am", "pm"].randomElement(using: &dice)!
            }
            var bytes = Array(text.utf8)
            if Int.random(in: 0..<8, using: &dice) == 0 {
                bytes[Int.random(in: 0..<bytes.count, using: &dice)] = Array("0123456789 :./-".utf8).randomElement(
                    using: &dice)!
            }
            bytes.withUnsafeBytes { cell in
                guard let moment = NumericMoment(cell, reading.dateOrder) else { return }
                count += 1
                if text.hasSuffix("m") || text.hasSuffix("M") { halves += 1 }
                let local = Int64(moment.day.number) * 86_400 + Int64(moment.seconds)
                let stamp = Stamp(microseconds: zone.instant(ofLocal: local) * 1_000_000)
                let text = String(decoding: cell, as: UTF8.self)
                #expect(CellReader(.stamp, reading, zone: zone).spelledStamp(cell) == .value(stamp), "\(text)")
                #expect(CellReader(.day, reading, zone: zone).spelledDay(cell) == .value(DaySpan(moment.day)), "\(text)")
                var (own, whole) = (ColumnEvidence(), ColumnEvidence())
                if let date = moment.date { own.add(date) }
                whole.add(cell)
                #expect(own == whole, "\(text)")
            }
        }
        #expect(count > 4000)
        #expect(halves > 300)
    }
}
