import Facts

/// A cube of measure × slice × day, filled by adding and then summed up, so that any range of days is one subtraction.
///
/// Two cubes over the same days merge by addition: chunk with chunk, file with file. A slice in which little happens takes room for
/// what happens alone, so that a dimension with a member for nearly every row costs no more than its rows; one in which much does, a
/// value for each day.
struct DayCube<Value: FixedWidthInteger & Sendable>: Sendable {
    let days: DayIndex
    private let slices: Int
    /// For each measure and slice where its values are: from 0 on, the number of its row of `full`; below, while values are added, −1
    /// less how many it has in `few`, and once sealed −2 less where they begin there; −1 where there are none.
    private var starts: [Int32]
    /// A row of values by day for each measure and slice with many; running sums once sealed.
    private var full: [Value] = []
    /// What was added to the others; once sealed by measure and slice, then day, with running sums.
    private var few: [Entry] = []
    /// How many a measure and slice has in `few` before it gets a row of `full`, which takes as much room then; hardly any where all rows
    /// together take little.
    private let most: Int32
    /// Whether all rows together take little.
    private let isSmall: Bool

    private struct Entry: Sendable {
        var cell: Int32
        var day: Int32
        var value: Value
    }

    init(days: DayIndex, measures: Int, slices: Int) {
        self.days = days
        self.slices = slices
        starts = Array(repeating: -1, count: measures * slices)
        let row = days.count * MemoryLayout<Value>.stride
        isSmall = measures * slices * row <= 1 << 22
        most = Int32(clamping: min(max(4, row / MemoryLayout<Entry>.stride), isSmall ? 16 : .max))
    }

    /// Adds to the cell of a measure, a slice and a day's number (`DayIndex.number`).
    @inline(__always)
    mutating func add(_ value: Value, measure: Int, slice: Int, day: Int) {
        let cell = measure &* slices &+ slice
        if starts[cell] >= 0 { full[Int(starts[cell]) &* days.count &+ day] += value } else { addFew(value, cell, day) }
    }

    /// Adds a value to a measure on the day of each of some rows.
    ///
    /// - Parameters:
    ///   - rows: The places of the rows.
    ///   - slices: By place the row's slice.
    ///   - days: By place the number of the row's day.
    mutating func count(_ measure: Int, _ rows: [Int32], slices own: [Int32], days numbers: [Int32], each value: Value = 1) {
        own.withUnsafeBufferPointer { own in
            add(rows, days: numbers, { _ in value }) { [first = measure &* slices] row in first &+ Int(own[row]) }
        }
    }

    /// Adds 1 to a measure of each of some rows on the row's day: to the measure with the row's number, counted from one on.
    mutating func count(from measure: Int, _ more: [Int32], _ rows: [Int32], slices own: [Int32], days numbers: [Int32]) {
        own.withUnsafeBufferPointer { own in
            more.withUnsafeBufferPointer { more in
                add(rows, days: numbers, { _ in 1 }) { [slices] row in (measure &+ Int(more[row])) &* slices &+ Int(own[row]) }
            }
        }
    }

    /// The same with a value of each row in place of 1.
    mutating func add(
        from measure: Int, _ more: [Int32], _ rows: [Int32], slices own: [Int32], days numbers: [Int32], _ values: [Value]
    ) {
        own.withUnsafeBufferPointer { own in
            more.withUnsafeBufferPointer { more in
                values.withUnsafeBufferPointer { values in
                    add(rows, days: numbers, { values[$0] }) { [slices] row in
                        (measure &+ Int(more[row])) &* slices &+ Int(own[row])
                    }
                }
            }
        }
    }

    /// Adds each of some rows' values to the row's cell, on its day.
    @inline(__always)
    private mutating func add(
        _ rows: [Int32], days numbers: [Int32], _ value: (_ row: Int) -> Value, _ cell: (_ row: Int) -> Int
    ) {
        let count = days.count
        // Rows of slices with few values are added after, as nothing is moved while the others are.
        var rest: [Int32] = []
        starts.withUnsafeBufferPointer { starts in
            full.withUnsafeMutableBufferPointer { full in
                numbers.withUnsafeBufferPointer { numbers in
                    for row in rows {
                        let start = starts[cell(Int(row))]
                        if start >= 0 {
                            full[Int(start) &* count &+ Int(numbers[Int(row)])] += value(Int(row))
                        } else {
                            rest.append(row)
                        }
                    }
                }
            }
        }
        for row in rest { add(value(Int(row)), measure: 0, slice: cell(Int(row)), day: Int(numbers[Int(row)])) }
    }

    @inline(never)
    private mutating func addFew(_ value: Value, _ cell: Int, _ day: Int) {
        if starts[cell] == -1 - most {
            begin(cell)
            full[Int(starts[cell]) * days.count + day] += value
        } else {
            starts[cell] -= 1
            few.append(Entry(cell: Int32(cell), day: Int32(day), value: value))
        }
    }

    /// Makes a row of values by day for a measure and slice; what it has among the few goes there in the end.
    private mutating func begin(_ cell: Int) {
        // Room that is not used costs no memory, and rows that are moved cost twice theirs.
        if isSmall, full.isEmpty { full.reserveCapacity(starts.count * days.count) }
        starts[cell] = Int32(full.count / days.count)
        full.append(contentsOf: repeatElement(0, count: days.count))
    }

    /// Adds another cube over the same days, which is not sealed either.
    mutating func merge(_ other: DayCube) {
        for entry in other.few { add(entry.value, measure: 0, slice: Int(entry.cell), day: Int(entry.day)) }
        for cell in starts.indices where other.starts[cell] >= 0 {
            if starts[cell] < 0 { begin(cell) }
            let (own, theirs) = (Int(starts[cell]) * days.count, Int(other.starts[cell]) * days.count)
            for day in 0..<days.count { full[own + day] += other.full[theirs + day] }
        }
    }

    /// Adds what a measure has, in each slice, to another measure. To be called before the cube is sealed.
    mutating func add(_ measure: Int, to other: Int) {
        pour { [slices] cell in cell / slices == measure ? cell - (measure - other) * slices : nil }
    }

    /// Adds what some slices have, in each measure, to a slice that is none of them. To be called before the cube is sealed.
    mutating func add(slices some: Range<Int>, to slice: Int) {
        pour { [slices] cell in some.contains(cell % slices) ? cell - cell % slices + slice : nil }
    }

    /// Adds the values of measures and slices to others.
    ///
    /// - Parameter target: Where the values of one go, nil where nowhere; nothing goes on from there.
    private mutating func pour(_ target: (Int) -> Int?) {
        for place in few.indices {
            let entry = few[place]
            if let cell = target(Int(entry.cell)) { add(entry.value, measure: 0, slice: cell, day: Int(entry.day)) }
        }
        for cell in starts.indices where starts[cell] >= 0 {
            guard let other = target(cell) else { continue }
            if starts[other] < 0 { begin(other) }
            let (own, theirs) = (Int(starts[other]) * days.count, Int(starts[cell]) * days.count)
            for day in 0..<days.count { full[own + day] += full[theirs + day] }
        }
    }

    /// Turns values by day into running sums. To be called once, after the last `add`.
    mutating func seal() {
        sortFew()
        for row in stride(from: 0, to: full.count, by: max(1, days.count)) {
            for day in row + 1..<max(row + 1, row + days.count) { full[day] += full[day - 1] }
        }
    }

    /// Brings the few values in the order of measures, slices and days, as running sums.
    private mutating func sortFew() {
        // Where each one's values go next; of those that have got a row meanwhile, nowhere.
        var next: [Int32] = []
        next.reserveCapacity(starts.count)
        var count: Int32 = 0
        for cell in starts.indices {
            next.append(count)
            if starts[cell] < -1 {
                let own = -1 - starts[cell]
                starts[cell] = -2 - count
                count += own
            }
        }
        let added = few
        few = Array(repeating: Entry(cell: 0, day: 0, value: 0), count: Int(count))
        for entry in added {
            let cell = Int(entry.cell)
            if starts[cell] >= 0 {
                full[Int(starts[cell]) * days.count + Int(entry.day)] += entry.value
            } else {
                few[Int(next[cell])] = entry
                next[cell] += 1
            }
        }
        var start = 0
        while start < few.count {
            let cell = few[start].cell
            let end = Int(next[Int(cell)])
            if end - start > 1 { few[start..<end].sort { $0.day < $1.day } }
            for place in start + 1..<max(start + 1, end) { few[place].value += few[place - 1].value }
            start = end
        }
    }

    /// The sum over the days up to `day`, included.
    func sum(measure: Int, slice: Int, upTo day: Day) -> Value {
        let cell = measure * slices + slice
        let start = starts[cell]
        if start == -1 { return 0 }
        let rank = days.rank(day)
        if start >= 0 { return rank == 0 ? 0 : full[Int(start) * days.count + rank - 1] }
        var place = Int(-2 - start)
        var sum: Value = 0
        while place < few.count, few[place].cell == cell, few[place].day < rank {
            sum = few[place].value
            place += 1
        }
        return sum
    }

    /// The sum over the days from `start` to `end`, both included; 0 where the end is before the start.
    func sum(measure: Int, slice: Int, from start: Day, to end: Day) -> Value {
        end < start ? 0 : sum(measure: measure, slice: slice, upTo: end) - sum(measure: measure, slice: slice, upTo: start - 1)
    }
}
