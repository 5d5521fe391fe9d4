/// The rows of the header, for knowing them where they come again amid the records: at the top of every page, or where another
/// export of the same columns, in any order, was pasted below.
struct HeaderRows: Sendable {
    /// The names row by row, as ``key(_:_:)`` has them.
    private let rows: [[[UInt8]]]
    /// The places of each name in the first row.
    private let places: [[UInt8]: [Int]]
    /// Whether the first row has one name twice, so that its columns cannot be told apart in another order.
    private let isAmbiguous: Bool
    /// The lines above the header, which may come again with it, by their first cells without digits.
    private let titles: Set<[UInt8]>
    /// The bytes that a record can begin with that is one of the rows, the bytes that can stand behind that one, and hashes of what
    /// its first two cells can be.
    private var firstBytes = ByteSet()
    private var secondBytes = ByteSet()
    private var hashes: [UInt64] = []
    /// By the first byte of a name, in small letters, a bit for each length that such names have; 63 stands for longer ones too.
    private var lengths = [UInt64](repeating: 0, count: 256)
    private let quote: UInt8
    /// The longest name in bytes.
    private let longest: Int
    /// The number of cells of the first row.
    var width: Int { rows[0].count }

    /// Nothing where the header's first row has fewer than two names, which a record may hold by chance.
    init?(rows: [[String]], titles: [String], _ grammar: Grammar) {
        self.rows = rows.map { $0.map { Self.key(Array($0.utf8)) } }
        guard let first = self.rows.first, first.count > 1, first.count(where: { !$0.isEmpty }) > 1 else { return nil }
        places = Dictionary(grouping: first.indices, by: { first[$0] })
        isAmbiguous = places.contains { !$0.key.isEmpty && $0.value.count > 1 }
        self.titles = Set(titles.map { Self.withoutDigits(Self.key(Array($0.utf8))) }.filter { !$0.isEmpty })
        quote = grammar.hasQuote ? grammar.quote : 0
        longest = self.rows.joined().map(\.count).max() ?? 0
        for name in self.rows.joined() {
            hashes.append(name.withUnsafeBytes { Self.hash($0) })
            lengths[Int(name.first ?? 0)] |= 1 << UInt64(min(name.count, 63))
            firstBytes.insert(name.first ?? grammar.delimiter)
            if let first = name.first, (0x61...0x7A).contains(first) { firstBytes.insert(first & 0xDF) }
            insertSecondBytes(name, grammar)
        }
        firstBytes.insert(Byte.space)
        firstBytes.insert(0xEF)  // a byte order mark in the middle of files that were joined
    }

    /// What a record is among the header's rows.
    enum Match: Equatable {
        /// The first row, with its columns in the order that is given; nothing where that is its own.
        case names(ColumnOrder?)
        /// A further row.
        case further
    }

    /// Whether the record may be one of the rows, as far as its first two bytes tell.
    @inline(__always)
    func mayBegin(_ bytes: UnsafePointer<UInt8>, _ start: Int) -> Bool {
        // In a file that quotes every cell, the bytes behind the quote tell more.
        let first = bytes[start] == quote ? start + 1 : start
        guard firstBytes.contains(bytes[first]) else { return false }
        return secondBytes.contains(bytes[first + 1]) || bytes[first] == Byte.space || bytes[first] == 0xEF
    }

    /// Takes in the bytes that can stand behind the first one of a cell that is this name.
    private mutating func insertSecondBytes(_ name: [UInt8], _ grammar: Grammar) {
        guard let first = name.first, first != quote, !grammar.backslash else {
            // What stands behind an empty cell's delimiter, a quote that is part of the name or a backslash may be anything.
            for byte in UInt8.min...UInt8.max { secondBytes.insert(byte) }
            return
        }
        if name.count == 1 {
            for byte in [grammar.delimiter, quote, Byte.space, Byte.tab, Byte.cr, Byte.lf] { secondBytes.insert(byte) }
            return
        }
        secondBytes.insert(name[1])
        if (0x61...0x7A).contains(name[1]) { secondBytes.insert(name[1] & 0xDF) }
    }

    /// What the record of the batch is; nothing where it is a record of the table. `order` is the order of the columns before it.
    func match(_ batch: borrowing Batch, _ record: Int, order: ColumnOrder?) -> Match? {
        let cells = batch.fieldCount(record)
        guard mayBeName(batch.field(record, 0)), mayBeName(batch.field(record, 1)) else { return nil }
        for (number, row) in rows.enumerated() where cells >= row.count {
            guard (row.count..<cells).allSatisfy({ batch.rawField(record, $0).isEmpty }) else { continue }
            let isSame = row.indices.allSatisfy { cell in
                Self.isKey(batch.field(record, cell), row[order?.column(of: cell, width: row.count) ?? cell])
            }
            if isSame { return number == 0 ? .names(order) : .further }
        }
        guard cells >= width, let names = turned(batch, record) else { return nil }
        return .names(names.isOwn ? nil : names)
    }

    /// The order in which a record has the names of the first row; nothing where it does not have them all.
    private func turned(_ batch: borrowing Batch, _ record: Int) -> ColumnOrder? {
        let cells = batch.fieldCount(record)
        guard (width..<cells).allSatisfy({ batch.rawField(record, $0).isEmpty }) else { return nil }
        var used: [[UInt8]: Int] = [:]
        var columns: [Int] = []
        for cell in 0..<width {
            let key = Self.key(Array(batch.field(record, cell)))
            let number = used[key, default: 0]
            guard let all = places[key], number < all.count else { return nil }
            columns.append(all[number])
            used[key] = number + 1
        }
        let order = ColumnOrder(columns: columns, isKnown: true)
        return order.isOwn || !isAmbiguous ? order : ColumnOrder(columns: columns, isKnown: false)
    }

    /// Whether a record may stand between the last one of a page and the header of the next: a line of words, one that stood above
    /// the header too, or nothing but delimiters.
    func isPageLine(_ batch: borrowing Batch, _ record: Int) -> Bool {
        let cells = batch.fieldCount(record)
        let first = batch.field(record, 0)
        if cells == 1 {
            let shape = Shape(first)
            if shape == .text || shape == .word { return true }
        } else if (0..<cells).allSatisfy({ batch.field(record, $0).isEmpty }) {
            return true
        }
        return !titles.isEmpty && first.count <= 400 && titles.contains(Self.withoutDigits(Self.key(Array(first))))
    }

    /// Whether a cell may be a name, without making its key.
    private func mayBeName(_ cell: UnsafeRawBufferPointer) -> Bool {
        var (low, high) = (0, cell.count)
        if high >= 3, cell[0] == 0xEF, cell[1] == 0xBB, cell[2] == 0xBF { return true }
        while low < high, cell[low] == Byte.space || cell[low] == Byte.tab { low += 1 }
        while high > low, cell[high - 1] == Byte.space || cell[high - 1] == Byte.tab { high -= 1 }
        let first = low < high ? cell[low] : 0
        let small = (0x41...0x5A).contains(first) ? first | 0x20 : first
        guard lengths[Int(small)] >> UInt64(min(high - low, 63)) & 1 != 0 else { return false }
        return high - low <= longest && hashes.contains(Self.hash(UnsafeRawBufferPointer(rebasing: cell[low..<high])))
    }

    /// A hash that does not know capital English letters (Fowler, Noll and Vo's).
    private static func hash(_ text: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text { hash = (hash ^ UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)) &* 0x100_0000_01B3 }
        return hash
    }

    /// Whether a cell has a key, without making it.
    private static func isKey(_ cell: UnsafeRawBufferPointer, _ key: [UInt8]) -> Bool {
        if cell.count == key.count, cell.elementsEqual(key) { return true }
        guard cell.count >= key.count, cell.count <= key.count + 64 else { return false }
        return Self.key(Array(cell)) == key
    }

    /// A name without regard to the case of English letters, blanks around it, and a byte order mark or quotes behind one.
    private static func key(_ cell: [UInt8]) -> [UInt8] {
        var low = cell.startIndex
        var high = cell.endIndex
        if cell.starts(with: [0xEF, 0xBB, 0xBF]) {
            low += 3
            if high - low >= 2, cell[low] == Byte.doubleQuote, cell[high - 1] == Byte.doubleQuote {
                (low, high) = (low + 1, high - 1)
            }
        }
        while low < high, cell[low] == Byte.space || cell[low] == Byte.tab { low += 1 }
        while high > low, cell[high - 1] == Byte.space || cell[high - 1] == Byte.tab { high -= 1 }
        return cell[low..<high].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    /// A title without its digits, which change from page to page.
    private static func withoutDigits(_ key: [UInt8]) -> [UInt8] { key.filter { !(0x30...0x39).contains($0) } }
}

/// A set of bytes.
struct ByteSet: Sendable {
    private var bits = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))

    mutating func insert(_ byte: UInt8) {
        let bit = UInt64(1) << UInt64(byte & 63)
        switch byte >> 6 {
        case 0: bits.0 |= bit
        case 1: bits.1 |= bit
        case 2: bits.2 |= bit
        default: bits.3 |= bit
        }
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        let word = byte & 0x80 == 0 ? (byte & 0x40 == 0 ? bits.0 : bits.1) : (byte & 0x40 == 0 ? bits.2 : bits.3)
        return word >> UInt64(byte & 63) & 1 != 0
    }
}
