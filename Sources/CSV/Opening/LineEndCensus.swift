/// Which line ends there are, and whether a carriage return alone is one.
struct LineEndCensus {
    private(set) var kinds: LineEnds = []
    private(set) var hasBareCR = false

    init(_ bytes: [UInt8]) {
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == Byte.lf { kinds.insert(previous == Byte.cr ? .crlf : .lf) }
            if previous == Byte.cr, byte != Byte.lf { hasBareCR = true }
            previous = byte
        }
        if previous == Byte.cr { hasBareCR = true }
    }

    /// Whether carriage returns are the only line ends.
    var onlyCR: Bool { hasBareCR && kinds.isEmpty }

    /// Whether the lone carriage returns of a file that has line feeds too end records: both sides of them are records.
    func bareCREndsRecords(_ bytes: [UInt8], _ dialect: Dialect) -> Bool {
        let split = Sample(bytes, Grammar(dialect, bareCR: true))
        let width = split.usualCells
        guard width > 1 else { return false }
        let table = Sample(bytes, Grammar(dialect, bareCR: true, expected: width))
        var ends = 0
        var sound = 0
        for record in 0..<table.count {
            let end = table.end(record)
            guard end < bytes.count, bytes[end] == Byte.cr, end + 1 >= bytes.count || bytes[end + 1] != Byte.lf else {
                continue
            }
            ends += 1
            let isSound = table.cells(record) == width
            let isNextSound = record + 1 >= table.count || table.cells(record + 1) == width
            if isSound && isNextSound { sound += 1 }
        }
        return sound * 2 > ends
    }
}
