extension TextList {
    /// How many texts are packed by one job: a whole number of blocks.
    private static let slice = 1 << 15

    /// Adds the texts of another list.
    public mutating func append(contentsOf other: TextList) {
        // Once the last block is whole, those that follow are packed several at once.
        var next = 0
        while next < other.count, count & (TextList.slice - 1) != 0 || other.count - next < TextList.slice {
            let rows = next..<Swift.min(other.count, next + TextList.slice - count & (TextList.slice - 1))
            append(rows, of: other)
            next = rows.upperBound
        }
        join(packed: next..<other.count) { rows in
            var part = TextList()
            part.append(rows, of: other)
            return part
        }
    }

    /// Keeps some of the rows, which ascend.
    public mutating func keep(_ rows: [Int32]) {
        let all = self
        self = TextList()
        reserveCapacity(rows: rows.count, bytes: all.byteCount)
        join(packed: 0..<rows.count) { places in
            let own = rows[places]
            var (part, next) = (TextList(), own.startIndex)
            guard let (first, last) = own.first.flatMap({ first in own.last.map { (first, $0) } }) else { return part }
            all.forEach(in: Int(first)..<Int(last) + 1) { row, text in
                if row == Int(own[next]) {
                    part.append(text)
                    next += 1
                }
                return true
            }
            return part
        }
    }

    /// Adds what is made of the parts of a range: of each but the last as many texts as go into whole blocks.
    private mutating func join(packed range: Range<Int>, _ job: @Sendable (Range<Int>) -> TextList) {
        inRounds(over: range, by: TextList.slice, job) { join($0) }
    }

    /// Adds the texts of some rows of another list that follow one another.
    private mutating func append(_ rows: Range<Int>, of other: TextList) {
        other.forEach(in: rows) { _, text in
            append(text)
            return true
        }
    }
}
