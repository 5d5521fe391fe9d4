import Facts

/// The days on which something happened, numbered without gaps.
///
/// One stray date in the year 1900 must not cost a cell for each day since: where days are far apart, only those that occur get
/// a number.
struct DayIndex: Sendable {
    private let base: Day
    /// For each day from `base` on, how many of the days that occur are not after it.
    private let ranks: [Int32]
    /// How many days have a number.
    let count: Int

    /// An index of every day from `first` to `last`.
    init(from first: Day, to last: Day) {
        base = first
        count = max(0, last - first + 1)
        ranks = (0..<Int32(count)).map { $0 + 1 }
    }

    /// An index of the days that occur.
    init(of days: some Collection<Day>) {
        var (first, last) = (Day.distantFuture, Day.distantPast)
        for day in days { (first, last) = (min(first, day), max(last, day)) }
        base = days.isEmpty ? Day(0) : first
        var ranks = [Int32](repeating: 0, count: days.isEmpty ? 0 : last - first + 1)
        for day in days { ranks[day - first] = 1 }
        var rank: Int32 = 0
        for offset in ranks.indices {
            rank += ranks[offset]
            ranks[offset] = rank
        }
        (self.ranks, count) = (ranks, Int(rank))
    }

    /// The days that have a number, in order.
    var days: [Day] {
        ranks.indices.filter { ranks[$0] > ($0 > 0 ? ranks[$0 - 1] : 0) }.map { base + $0 }
    }

    /// How many of the days are not after `day`.
    func rank(_ day: Day) -> Int {
        let offset = day - base
        if offset < 0 || ranks.isEmpty { return 0 }
        return Int(ranks[min(offset, ranks.count - 1)])
    }

    /// The number of a day that occurs.
    func number(_ day: Day) -> Int { Int(ranks[day - base]) - 1 }
}
