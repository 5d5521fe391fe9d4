extension RecordReader {
    /// Takes the quotes off a record that is quoted as a whole (`"1,""a, b"",2"`, as a spreadsheet writes lines that it was given in
    /// one column), in place, and cuts it into its cells; their number, or nothing where the bytes inside are no such record: then
    /// all is as it was. The record's `cells` cells were just cut, from the end `firstEnd` on; but the first, all must be empty.
    func unwrap(_ start: Int, _ firstEnd: Int, _ cells: Int) -> Int? {
        let end = Int(buffer.ends[firstEnd])
        let last = Int(buffer.ends[firstEnd + cells - 1])
        guard grammar.unwraps, grammar.expected > 1, end - start > 4, last - start <= Self.reach, bytes[start] == grammar.quote,
            bytes[end - 1] == grammar.quote, last - end == cells - 1
        else { return nil }
        let old = buffer.scratch.take(last - start)
        old.update(from: bytes + start, count: last - start)
        let ends = (0..<cells).map { buffer.ends[firstEnd + $0] }
        // The inside takes fewer bytes; what is left over becomes blanks, behind a line end while the cells are cut.
        let inside = Cell(bytes, start, end, grammar, isFirst: true)
        let count = inside.unescape(UnsafePointer(old) - start, grammar, into: buffer.bytes + start)
        for at in start + count..<last { buffer.bytes[at] = Byte.space }
        buffer.bytes[start + count] = Byte.lf
        buffer.endCount = firstEnd
        let cut = strict(at: start)
        buffer.bytes[start + count] = Byte.space
        if cut.verdict == .sound, cut.next == start + count + 1, fits(start, firstEnd, cut.cells),
            areApart(start, firstEnd, cut.cells)
        {
            return cut.cells
        }
        (buffer.bytes + start).update(from: old, count: last - start)
        buffer.endCount = firstEnd
        for end in ends { buffer.appendEnd(Int(end)) }
        return nil
    }

    /// Whether no cell but the first begins with a blank, as behind the commas of a sentence, where that is not usual here.
    private func areApart(_ start: Int, _ firstEnd: Int, _ cells: Int) -> Bool {
        grammar.skipsSpace
            || (0..<cells - 1).allSatisfy { bytes[Int(buffer.ends[firstEnd + $0]) + 1] != Byte.space }
    }
}
