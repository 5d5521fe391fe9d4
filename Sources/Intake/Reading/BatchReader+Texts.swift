import CSV
import Facts

extension BatchReader {
    /// A column of texts as codes; `code` gives the code of one that was not met in the batch before.
    @inline(__always)
    func texts(
        _ batch: borrowing Batch, _ position: Int, _ reader: CellReader,
        _ code: (UnsafeRawBufferPointer, inout BytePool) -> UInt32
    ) -> TextColumn {
        var pool = BytePool()
        let codes = [UInt32](unsafeUninitializedCapacity: batch.count) { codes, used in
            used = batch.count
            withUnsafeTemporaryAllocation(of: ShortCell.self, capacity: ShortCell.slots) { memory in
                memory.initialize(repeating: ShortCell())
                for row in 0..<batch.count {
                    let raw = batch.rawField(row, position)
                    guard raw.count > 0 else {
                        codes[row] = 0
                        continue
                    }
                    // The same bytes in the same column are the same text, quotes and all.
                    if raw.count <= ShortCell.limit {
                        let cell = ShortCell(raw)
                        let slot = cell.slot
                        if memory[slot].isSame(cell) {
                            codes[row] = memory[slot].code
                            continue
                        }
                        codes[row] = self.code(of: batch.field(row, position), &pool, reader, code)
                        memory[slot] = cell
                        memory[slot].code = codes[row]
                    } else {
                        codes[row] = self.code(of: batch.field(row, position), &pool, reader, code)
                    }
                }
            }
        }
        return TextColumn(codes: CodeColumn(asTheyAre: codes), pool: pool)
    }

    @inline(__always)
    private func code(
        of field: UnsafeRawBufferPointer, _ pool: inout BytePool, _ reader: CellReader,
        _ code: (UnsafeRawBufferPointer, inout BytePool) -> UInt32
    ) -> UInt32 {
        let cell = PlainCells.trimmed(field)
        return reader.isMissing(cell) ? 0 : code(cell, &pool)
    }

    /// A column of ids that several rows may have, in the form in which they are compared; cells with several ids as they stand.
    func ids(_ batch: borrowing Batch, _ position: Int, _ reader: CellReader, areLists: Bool, _ marks: inout IDMarks)
        -> TextColumn
    {
        var dressed = DressedIDs()
        return texts(batch, position, reader) { cell, pool in
            if IDCell.isPlain(cell, &marks) { return pool.code(cell) }
            guard areLists, IDParts.areSeveral(cell) else { return dressed.code(cell, &pool, &marks) }
            // Each has a dress of its own.
            IDParts.forEach(cell) { part in
                if !IDCell.isPlain(part, &marks) { IDCell.withCompared(part, &marks) { _ in } }
            }
            return pool.code(cell)
        }
    }

    /// A column of ids of which each is most likely met once, in the form in which they are compared, end to end.
    func idList(
        _ batch: borrowing Batch, _ position: Int, _ reader: CellReader, _ marks: inout IDMarks
    ) -> TextList {
        let (list, arePlain) = list(batch, position, reader, &marks)
        guard !arePlain else { return list }
        var result = TextList()
        result.reserveCapacity(rows: list.count, bytes: list.byteCount)
        for row in list.indices {
            list.withBytes(row) { cell in
                if cell.count == 0 || IDCell.isPlain(cell, &marks) {
                    result.append(cell)
                } else {
                    IDCell.withCompared(cell, &marks) { result.append($0) }
                }
            }
        }
        return result
    }

    /// The ids of a column as they stand, end to end, and whether all are compared so.
    private func list(
        _ batch: borrowing Batch, _ position: Int, _ reader: CellReader, _ marks: inout IDMarks
    ) -> (TextList, arePlain: Bool) {
        var (capacity, arePlain, seen) = (0, true, marks)
        for row in 0..<batch.count { capacity += batch.rawField(row, position).count }
        let list = TextList(count: batch.count, capacity: capacity) { bytes, ends in
            var end = 0
            guard var target = bytes.baseAddress else {
                for row in 0..<batch.count { ends[row] = 0 }
                return 0
            }
            for row in 0..<batch.count {
                let cell = PlainCells.trimmed(batch.field(row, position))
                if cell.count > 0, !reader.isMissing(cell) {
                    if !IDCell.isPlain(cell, &seen) { arePlain = false }
                    target.copyMemory(from: cell.baseAddress!, byteCount: cell.count)
                    target += cell.count
                    end += cell.count
                }
                ends[row] = UInt32(truncatingIfNeeded: end)
            }
            return end
        }
        marks = seen
        return (list, arePlain)
    }
}

/// The ids of a batch that are not compared as they stand: each different cell is looked at once.
private struct DressedIDs {
    private var cells = BytePool()
    /// The codes of what they are compared as, by code of the cell.
    private var codes: [UInt32] = [0]

    mutating func code(_ cell: UnsafeRawBufferPointer, _ pool: inout BytePool, _ marks: inout IDMarks) -> UInt32 {
        let seen = Int(cells.code(cell))
        if seen < codes.count { return codes[seen] }
        let code = pool.code(dressed: cell, &marks)
        codes.append(code)
        return code
    }
}

/// The bytes of a short cell as it stands in the file, in two words, and the code of its text.
private struct ShortCell {
    /// How many different cells are kept in mind.
    static let slots = 256
    /// The greatest length.
    static let limit = 16

    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private var count: UInt32 = 0
    var code: UInt32 = 0

    init() {}

    /// A cell of 1 to 16 bytes, behind which 16 more can be read.
    @inline(__always)
    init(_ raw: UnsafeRawBufferPointer) {
        let base = raw.baseAddress!
        count = UInt32(truncatingIfNeeded: raw.count)
        let first = base.loadUnaligned(as: UInt64.self).littleEndian
        if raw.count <= 8 {
            low = first & (UInt64.max >> UInt64(truncatingIfNeeded: 64 &- raw.count &* 8))
        } else {
            low = first
            high =
                base.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian
                & (UInt64.max >> UInt64(truncatingIfNeeded: 128 &- raw.count &* 8))
        }
    }

    @inline(__always)
    var slot: Int {
        let mixed = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xE703_7ED1_A0B4_28DB
        return Int(truncatingIfNeeded: mixed >> 56)
    }

    @inline(__always)
    func isSame(_ other: ShortCell) -> Bool { low == other.low && high == other.high && count == other.count }
}
