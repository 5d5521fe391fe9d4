/// How a sheet is divided into printed pages.
struct Pagination {
    /// The rows that begin a page, besides the first.
    private(set) var breaks: [Int] = []
    /// How much smaller than one page wide it is made, 1 or more, so that no page is left almost empty.
    private(set) var shrink = 1.0

    /// Chooses the least shrinking, of what is allowed, that gives the fewest pages.
    ///
    /// - Parameters:
    ///   - starts: The rows that begin something that is kept together, ascending.
    ///   - end: The row after the last.
    ///   - height: How high a row is, in points.
    ///   - page: How many points fit a page, unshrunk.
    ///   - repeated: How many points of each page but the first the repeated rows take.
    ///   - most: How much it may be shrunk at most, 1 or more.
    init(starts: [Int], end: Int, height: (Int) -> Double, page: Double, repeated: Double, most: Double) {
        let edges = [0] + starts.filter { $0 > 0 && $0 < end } + [end]
        let blocks = zip(edges, edges.dropFirst()).filter { $0 < $1 }.map { from, to in
            (start: from, points: (from..<to).reduce(0.0) { $0 + height($1) })
        }
        var best = Int.max
        for step in 0...max(0, Int(((most - 1) * 50).rounded(.down))) {
            let shrink = 1 + Double(step) / 50
            let (breaks, pages) = Pagination.divide(blocks, page: page * shrink, repeated: repeated)
            if pages < best { (best, self.breaks, self.shrink) = (pages, breaks, shrink) }
        }
    }

    private static func divide(_ blocks: [(start: Int, points: Double)], page: Double, repeated: Double) -> ([Int], Int) {
        var (breaks, pages, used) = ([Int](), 1, 0.0)
        for block in blocks {
            let room = page - (pages > 1 ? repeated : 0)
            // What is longer than a page is torn apart anyway, so that it begins where it is unless little would stand there.
            let isLong = block.points > page - repeated
            if used > 0, used + block.points > room, !isLong || used > room * 0.8 {
                breaks.append(block.start)
                pages += 1
                used = 0
            }
            used += block.points
            while used > page - (pages > 1 ? repeated : 0) {
                used -= page - (pages > 1 ? repeated : 0)
                pages += 1
            }
        }
        return (breaks, pages)
    }
}
