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
    init(of days: some Sequence<Day>) {
        let sorted = Set(days).sorted()
        base = sorted.first ?? Day(0)
        count = sorted.count
        var ranks: [Int32] = []
        if let last = sorted.last {
            ranks.reserveCapacity(last - base + 1)
            var rank: Int32 = 0
            for day in sorted {
                while ranks.count < day - base { ranks.append(rank) }
                rank += 1
                ranks.append(rank)
            }
        }
        self.ranks = ranks
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

/// A cube of measure × slice × day, filled by adding and then summed up, so that any range of days is one subtraction.
///
/// Two cubes over the same days merge by addition: chunk with chunk, file with file.
struct DayCube<Value: FixedWidthInteger & Sendable>: Sendable {
    let days: DayIndex
    private let slices: Int
    /// For each measure and slice where its values by day begin; −1 until something is added.
    private var starts: [Int]
    /// By day; running sums once sealed.
    private var values: [Value] = []

    init(days: DayIndex, measures: Int, slices: Int) {
        self.days = days
        self.slices = slices
        starts = Array(repeating: -1, count: measures * slices)
    }

    /// Adds to the cell of a measure, a slice and a day's number (`DayIndex.number`).
    @inline(__always)
    mutating func add(_ value: Value, measure: Int, slice: Int, day: Int) {
        let index = measure &* slices &+ slice
        if starts[index] < 0 { begin(index) }
        values[starts[index] &+ day] += value
    }

    /// Makes room for the values of a measure and slice.
    @inline(never)
    private mutating func begin(_ index: Int) {
        starts[index] = values.count
        values.append(contentsOf: repeatElement(0, count: days.count))
    }

    /// Adds another cube over the same days.
    mutating func merge(_ other: DayCube) {
        for index in starts.indices where other.starts[index] >= 0 {
            if starts[index] < 0 { begin(index) }
            let (own, theirs) = (starts[index], other.starts[index])
            for day in 0..<days.count { values[own + day] += other.values[theirs + day] }
        }
    }

    /// Turns values by day into running sums. To be called once, after the last `add`.
    mutating func seal() {
        for start in starts where start >= 0 {
            for day in 1..<max(1, days.count) { values[start + day] += values[start + day - 1] }
        }
    }

    /// The sum over the days up to `day`, included.
    func sum(measure: Int, slice: Int, upTo day: Day) -> Value {
        let start = starts[measure * slices + slice]
        guard start >= 0 else { return 0 }
        let rank = days.rank(day)
        return rank == 0 ? 0 : values[start + rank - 1]
    }

    /// The sum over the days from `start` to `end`, both included; 0 where the end is before the start.
    func sum(measure: Int, slice: Int, from start: Day, to end: Day) -> Value {
        end < start ? 0 : sum(measure: measure, slice: slice, upTo: end) - sum(measure: measure, slice: slice, upTo: start - 1)
    }
}
