/// Every different text of a column once, so that rows hold 32-bit codes.
///
/// Code 0 is the empty text, which stands for "no value". Texts are told apart as Swift does: what Unicode takes for the same letters
/// is the same text, as it was first written.
public struct Pool: Sendable {
    /// The texts by code.
    public private(set) var texts: [String] = [""]
    /// Codes of texts in ASCII by their hash, 0 where the place is free, and the hashes by code: most texts are such, and are found
    /// without asking Unicode.
    private var table: [UInt32] = []
    private var hashes: [UInt32] = [0]
    /// The codes of all others.
    private var others: [String: UInt32] = [:]

    /// A pool that holds the empty text only.
    public init() {}

    /// How many codes there are, the empty text's included.
    public var count: Int { texts.count }

    /// The code of a text, a new one where it was not seen before.
    public mutating func code(_ text: String) -> UInt32 {
        text.isEmpty ? 0 : code(HashedText(text))
    }

    private mutating func code(_ hashed: HashedText) -> UInt32 {
        let text = hashed.text
        if text.isEmpty { return 0 }
        let code = UInt32(texts.count)
        guard let hash = hashed.hash else {
            if let known = others[text] { return known }
            others[text] = code
            add(text, hash: 0)
            return code
        }
        if texts.count * 2 > table.count { grow() }
        let place = place(of: text, hash)
        if table[place] != 0 { return table[place] }
        table[place] = code
        add(text, hash: hash)
        return code
    }

    /// The code of a text, or nil where it was never seen.
    public func find(_ text: String) -> UInt32? { text.isEmpty ? 0 : find(HashedText(text)) }

    private func find(_ hashed: HashedText) -> UInt32? {
        if hashed.text.isEmpty { return 0 }
        guard let hash = hashed.hash else { return others[hashed.text] }
        guard !table.isEmpty else { return nil }
        let code = table[place(of: hashed.text, hash)]
        return code == 0 ? nil : code
    }

    /// By code of another pool the code of its text here, `UInt32.max` where it was never seen; several are looked up at once.
    ///
    /// - Parameters:
    ///   - count: How many codes the other pool has, that of the empty text included.
    ///   - text: The text of one of them.
    public func known(_ count: Int, _ text: @Sendable (UInt32) -> String) -> [UInt32] {
        guard self.count > 1 else { return [0] + Array(repeating: UInt32.max, count: Swift.max(1, count) - 1) }
        let parts = concurrently(over: 0..<count, by: 1 << 14) { range in
            var codes: [UInt32] = []
            codes.reserveCapacity(range.count)
            for start in stride(from: range.lowerBound, to: range.upperBound, by: Pool.few) {
                find((start..<Swift.min(range.upperBound, start + Pool.few)).map { HashedText(text(UInt32($0))) }[...], &codes)
            }
            return codes
        }
        return parts.count == 1 ? parts[0] : Array(parts.joined())
    }

    /// A text with its hash, nil of what is not in ASCII.
    private struct HashedText: Sendable {
        let text: String
        let hash: UInt32?

        init(_ text: String) { (self.text, hash) = (text, Pool.hash(text)) }
    }

    /// How many texts are looked up at a time: in a large pool waits for memory overlap then, which would follow one another if each were
    /// looked up by itself.
    private static let few = 64

    /// Appends the codes of some texts, `UInt32.max` of those that were never seen.
    private func find(_ some: ArraySlice<HashedText>, _ codes: inout [UInt32]) {
        let first = codes.count
        // The first code where each would stand, if that has the same hash.
        for hashed in some { codes.append(table.isEmpty ? 0 : table[Int(hashed.hash ?? 0) & (table.count - 1)]) }
        for (place, hashed) in some.enumerated() where hashes[Int(codes[first + place])] != hashed.hash {
            codes[first + place] = 0
        }
        for (place, hashed) in some.enumerated() {
            let code = codes[first + place]
            if code == 0 || texts[Int(code)] != hashed.text { codes[first + place] = find(hashed) ?? UInt32.max }
        }
    }

    /// The codes of many texts, new ones in their order; what does not hang on the texts before is found for several at once.
    ///
    /// - Parameters:
    ///   - count: How many texts there are.
    ///   - text: The text of a place.
    public mutating func codes(_ count: Int, _ text: @Sendable (Int) -> String) -> [UInt32] {
        var codes: [UInt32] = []
        codes.reserveCapacity(count)
        if count > Pool.few {
            texts.reserveCapacity(texts.count + count)
            hashes.reserveCapacity(hashes.count + count)
        }
        while (texts.count + count) * 2 > table.count { grow() }
        inRounds(over: 0..<count, by: 1 << 14) { places in
            places.map { HashedText(text($0)) }
        } each: { part in
            for start in stride(from: 0, to: part.count, by: Pool.few) {
                let (some, first) = (part[start..<Swift.min(part.count, start + Pool.few)], codes.count)
                find(some, &codes)
                for (place, hashed) in some.enumerated() where codes[first + place] == UInt32.max {
                    codes[first + place] = code(hashed)
                }
            }
        }
        return codes
    }

    /// Takes the texts of another pool, in the order of its codes; by its code the code here.
    mutating func take(_ other: Pool) -> [UInt32] {
        if count == 1 {
            self = other
            return other.texts.indices.map { UInt32($0) }
        }
        var codes = known(other.count) { other.texts[Int($0)] }
        let new = codes.indices.filter { codes[$0] == UInt32.max }
        let texts = other.texts
        for (place, code) in zip(new, self.codes(new.count) { texts[new[$0]] }) { codes[place] = code }
        return codes
    }

    /// Whether each code is the one of the same number.
    static func areSame(_ codes: [UInt32]) -> Bool { codes.enumerated().allSatisfy { $0 == $1 } }

    /// The text of a code.
    public subscript(code: UInt32) -> String { texts[Int(code)] }

    private mutating func add(_ text: String, hash: UInt32) {
        texts.append(text)
        hashes.append(hash)
    }

    /// Where a text stands in the table, or would.
    private func place(of text: String, _ hash: UInt32) -> Int {
        var place = Int(hash) & (table.count - 1)
        while true {
            let code = Int(table[place])
            if code == 0 || hashes[code] == hash && texts[code] == text { return place }
            place = (place + 1) & (table.count - 1)
        }
    }

    private mutating func grow() {
        let old = table
        table = Array(repeating: 0, count: max(64, old.count * 4))
        for code in old where code != 0 {
            var place = Int(hashes[Int(code)]) & (table.count - 1)
            while table[place] != 0 { place = (place + 1) & (table.count - 1) }
            table[place] = code
        }
    }

    /// The hash of a text in ASCII, or one that Unicode takes for such; nil of any other.
    private static func hash(_ text: String) -> UInt32? {
        var text = text
        if let hash = text.withUTF8({ bytes in
            bytes.allSatisfy { $0 < 0x80 } ? ByteHash.hash(UnsafeRawBufferPointer(bytes)) : nil
        }) {
            return hash
        }
        guard text.unicodeScalars.allSatisfy({ $0.isASCII || same[$0] != nil }) else { return nil }
        var plain = String(String.UnicodeScalarView(text.unicodeScalars.map { same[$0] ?? $0 }))
        return plain.withUTF8 { ByteHash.hash(UnsafeRawBufferPointer($0)) }
    }

    /// The only scalars that are canonically equivalent to one of ASCII: the Greek question mark, the varia and the Kelvin sign.
    private static let same: [Unicode.Scalar: Unicode.Scalar] = ["\u{37E}": ";", "\u{1FEF}": "`", "\u{212A}": "K"]
}

extension Pool {
    /// By code the place of its text among all in code-point order.
    public var ranks: [UInt32] {
        // Ids begin alike: they are told apart by what follows.
        let shared = sharedCount
        // Each half is sorted by itself, at once.
        let halves = [0..<texts.count / 2, texts.count / 2..<texts.count]
        let sorted = concurrently(2) { half in
            halves[half].map { RankedText(key: Pool.beginning(texts[$0], from: shared), code: UInt32($0)) }.sorted(by: isBefore)
        }
        var ranks = [UInt32](repeating: 0, count: texts.count)
        var next = (0, 0)
        for rank in 0..<UInt32(texts.count) {
            let isSecond =
                next.0 == sorted[0].count
                || next.1 < sorted[1].count && isBefore(sorted[1][next.1], sorted[0][next.0])
            ranks[Int(isSecond ? sorted[1][next.1].code : sorted[0][next.0].code)] = rank
            if isSecond { next.1 += 1 } else { next.0 += 1 }
        }
        return ranks
    }

    /// A text by its beginning and its code.
    private struct RankedText: Sendable {
        var key: UInt64
        var code: UInt32
    }

    /// Most texts are told apart by eight bytes.
    private func isBefore(_ a: RankedText, _ b: RankedText) -> Bool {
        a.key != b.key ? a.key < b.key : precedes(texts[Int(a.code)], texts[Int(b.code)])
    }

    /// How many bytes all texts but the empty one begin with.
    private var sharedCount: Int {
        guard let first = texts.first(where: { !$0.isEmpty }).map({ Array($0.utf8) }) else { return 0 }
        var count = first.count
        for text in texts where !text.isEmpty && count > 0 {
            var same = 0
            for byte in text.utf8 {
                guard same < count, byte == first[same] else { break }
                same += 1
            }
            count = same
        }
        return count
    }

    /// The eight bytes of a text behind what all begin with, as a number; of two numbers that differ the lesser one's text comes first.
    private static func beginning(_ text: String, from shared: Int) -> UInt64 {
        var (key, count): (UInt64, Int) = (0, 0)
        for byte in text.utf8.dropFirst(shared).prefix(8) { (key, count) = (key << 8 | UInt64(byte), count + 1) }
        return count == 0 ? 0 : key << UInt64(8 * (8 - count))
    }
}

/// Code-point order, which does not depend on a locale or on Unicode's idea of equivalence.
public func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
