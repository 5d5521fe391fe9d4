import Facts

/// Every different text of a column once, as UTF-8 bytes, so that rows hold 32-bit codes and no `String` is made per row.
///
/// Code 0 is the empty text. Codes are given in the order of first sight. Open addressing with linear probing over a table
/// of powers of two; the hash is a multiply-and-fold over eight bytes at a time and has no seed, so runs are alike.
struct BytePool: Sendable {
    private var bytes: [UInt8] = []
    /// Where the text of each code ends; that of code 0 ends at 0.
    private var ends: [Int] = [0]
    private var hashes: [UInt32] = [0]
    /// Codes by hash; 0 where the place is free.
    private var table: [UInt32] = []
    private var mask = 0
    /// How texts were first written, by code, where that is not how they are compared.
    private(set) var written: [UInt32: String] = [:]

    /// How many codes there are, the empty text's included.
    var count: Int { ends.count }

    /// The code of a text, a new one where it was not seen before.
    mutating func code(_ text: UnsafeRawBufferPointer) -> UInt32 {
        text.count > 0 ? code(text, hash: BytePool.hash(text)) : 0
    }

    /// The code of a text that is not empty.
    @inline(__always)
    private mutating func code(_ text: UnsafeRawBufferPointer, hash: UInt32) -> UInt32 {
        if ends.count * 2 > table.count { grow() }
        var place = Int(hash) & mask
        while true {
            let code = table[place]
            if code == 0 { break }
            if hashes[Int(code)] == hash, isEqual(Int(code), text) { return code }
            place = (place + 1) & mask
        }
        let code = UInt32(ends.count)
        table[place] = code
        hashes.append(hash)
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
        return code
    }

    /// The code of a text that was written in another way.
    mutating func code(_ text: UnsafeRawBufferPointer, written cell: @autoclosure () -> String) -> UInt32 {
        let next = UInt32(count)
        let code = code(text)
        if code == next { written[code] = cell() }
        return code
    }

    /// The code of a text.
    mutating func code(_ text: String) -> UInt32 {
        var text = text
        return text.withUTF8 { code(UnsafeRawBufferPointer($0)) }
    }

    /// The code of a text; nil where it was never seen, and for the empty text.
    func find(_ text: String) -> UInt32? {
        var text = text
        return text.withUTF8 { find(UnsafeRawBufferPointer($0)) }
    }

    /// The code of a text; nil where it was never seen, and for the empty text.
    func find(_ text: UnsafeRawBufferPointer) -> UInt32? {
        guard text.count > 0, !table.isEmpty else { return nil }
        let hash = BytePool.hash(text)
        var place = Int(hash) & mask
        while table[place] != 0 {
            let code = table[place]
            if hashes[Int(code)] == hash, isEqual(Int(code), text) { return code }
            place = (place + 1) & mask
        }
        return nil
    }

    /// Calls `body` with the bytes of a code's text.
    func withBytes<Result>(_ code: UInt32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        bytes.withUnsafeBytes { all in
            body(UnsafeRawBufferPointer(rebasing: all[(code == 0 ? 0 : ends[Int(code) - 1])..<ends[Int(code)]]))
        }
    }

    /// The text of a code.
    func text(_ code: UInt32) -> String {
        code == 0 ? "" : String(decoding: bytes[ends[Int(code) - 1]..<ends[Int(code)]], as: UTF8.self)
    }

    /// The codes of texts whose bytes are as asked for.
    func codes(where isWanted: (UnsafeRawBufferPointer) -> Bool) -> [UInt32] {
        bytes.withUnsafeBytes { all in
            (1..<UInt32(max(1, count))).filter { code in
                isWanted(UnsafeRawBufferPointer(rebasing: all[ends[Int(code) - 1]..<ends[Int(code)]]))
            }
        }
    }

    /// The texts of all codes.
    var texts: [String] { (0..<UInt32(count)).map(text) }

    /// Takes in the texts of another pool; gives the new code of each of its codes.
    mutating func merge(_ other: BytePool) -> [UInt32] {
        var codes = [UInt32](repeating: 0, count: other.count)
        let first = UInt32(count)
        other.bytes.withUnsafeBytes { all in
            for start in stride(from: 1, to: max(1, other.count), by: 64) {
                let some = start..<min(other.count, start + 64)
                findLikely(other.hashes, some, &codes)
                for code in some where codes[code] != 0 {
                    let text = UnsafeRawBufferPointer(rebasing: all[other.ends[code - 1]..<other.ends[code]])
                    if !isEqual(Int(codes[code]), text) { codes[code] = 0 }
                }
                for code in some where codes[code] == 0 {
                    let text = UnsafeRawBufferPointer(rebasing: all[other.ends[code - 1]..<other.ends[code]])
                    codes[code] = self.code(text, hash: other.hashes[code])
                }
            }
        }
        for (code, cell) in other.written where codes[Int(code)] >= first { written[codes[Int(code)]] = cell }
        return codes
    }

    /// For each of some hashes the first code where it would stand, if that has the same hash; else 0. Of a large pool nothing lies in a
    /// processor's cache: here the waits for memory overlap, which would follow one another if each text were looked up by itself.
    private func findLikely(_ hashes: [UInt32], _ some: Range<Int>, _ codes: inout [UInt32]) {
        guard !table.isEmpty else { return }
        for place in some { codes[place] = table[Int(hashes[place]) & mask] }
        for place in some where self.hashes[Int(codes[place])] != hashes[place] { codes[place] = 0 }
    }

    @inline(__always)
    private func isEqual(_ code: Int, _ text: UnsafeRawBufferPointer) -> Bool {
        let start = ends[code - 1]
        guard ends[code] - start == text.count else { return false }
        return bytes.withUnsafeBytes { all in
            for index in 0..<text.count where all[start + index] != text[index] { return false }
            return true
        }
    }

    private mutating func grow() {
        var size = max(64, table.count * 4)
        while size < ends.count * 2 { size *= 4 }
        mask = size - 1
        table = [UInt32](repeating: 0, count: size)
        for code in 1..<max(1, ends.count) {
            var place = Int(hashes[code]) & mask
            while table[place] != 0 { place = (place + 1) & mask }
            table[place] = UInt32(code)
        }
    }

    @inline(__always)
    static func hash(_ text: UnsafeRawBufferPointer) -> UInt32 { ByteHash.hash(text) }

    @inline(__always)
    static func mix(_ value: UInt64) -> UInt64 { ByteHash.mix(value) }
}

extension BytePool {
    /// Writes the texts as they lie in memory, and how some were first written.
    func store(in sink: inout some ColumnSink) {
        let written = written.sorted { $0.key < $1.key }
        sink.write(bytes)
        sink.write(ends)
        sink.write(hashes)
        sink.write(written.map(\.key))
        sink.write(written.map(\.value.utf8.count))
        sink.write(written.flatMap { Array($0.value.utf8) })
    }

    /// Reads what ``store(in:)`` wrote.
    init(from supply: inout some ColumnSupply) throws(ColumnDamage) {
        bytes = try supply.values(UInt8.self)
        ends = try supply.values(Int.self)
        hashes = try supply.values(UInt32.self)
        let codes = try supply.values(UInt32.self)
        let (sizes, cells) = (try supply.values(Int.self), try supply.values(UInt8.self))
        try ColumnDamage.unless(
            ends.first == 0 && ends.last == bytes.count && hashes.count == ends.count && ends.count <= Int(UInt32.max),
            "texts without their places")
        var (isAscending, before) = (true, 0)
        for end in ends {
            isAscending = isAscending && end >= before
            before = end
        }
        try ColumnDamage.unless(isAscending, "texts that lie elsewhere")
        var start = 0
        try ColumnDamage.unless(sizes.count == codes.count, "names without their cells")
        for (code, size) in zip(codes, sizes) {
            try ColumnDamage.unless(
                code < ends.count && size >= 0 && size <= cells.count - start, "names that are written in no known way")
            written[code] = String(decoding: cells[start..<start + size], as: UTF8.self)
            start += size
        }
        if ends.count > 1 { grow() }
    }
}
