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
        join(packed: (other.count - next + TextList.slice - 1) / TextList.slice) { [next] number in
            let first = next + number * TextList.slice
            var part = TextList()
            part.append(first..<Swift.min(other.count, first + TextList.slice), of: other)
            return part
        }
    }

    /// Keeps some of the rows, which ascend.
    public mutating func keep(_ rows: [Int32]) {
        let all = self
        self = TextList()
        reserveCapacity(rows: rows.count, bytes: all.byteCount)
        join(packed: (rows.count + TextList.slice - 1) / TextList.slice) { number in
            let own = rows[number * TextList.slice..<Swift.min(rows.count, (number + 1) * TextList.slice)]
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

    /// Adds what some jobs give: each but the last as many texts as go into whole blocks.
    private mutating func join(packed count: Int, _ job: @Sendable (Int) -> TextList) {
        inRounds(count, job) { join($0) }
    }

    /// Adds the texts of some rows of another list that follow one another.
    private mutating func append(_ rows: Range<Int>, of other: TextList) {
        other.forEach(in: rows) { _, text in
            append(text)
            return true
        }
    }
}
