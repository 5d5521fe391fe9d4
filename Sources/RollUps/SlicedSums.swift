/// What a pass came to: a few sums for each slice.
///
/// While it is added to, every slice has its sums; then only those that something was added to.
struct SlicedSums: Sendable {
    private let width: Int
    private var cells: [Int128]
    /// Whether anything was added to a slice; of no use once compact.
    private var touched: [Bool]
    /// The slices that have sums, in order; nil while all do.
    private var places: [Int32]?

    init(slices: Int, width: Int) {
        self.width = width
        cells = Array(repeating: 0, count: slices * width)
        touched = Array(repeating: false, count: slices)
    }

    /// The sums of all slices, as they were added up elsewhere: by slice, then sum. Slices whose sums are all 0 have none.
    init(slices: Int, width: Int, cells: [Int128]) {
        self.width = width
        self.cells = cells
        touched = (0..<slices).map { slice in (slice * width..<(slice + 1) * width).contains { cells[$0] != 0 } }
        compact()
    }

    mutating func add(_ value: Int128, to sum: Int, slices: some Sequence<Int>) {
        for slice in slices {
            cells[slice * width + sum] += value
            touched[slice] = true
        }
    }

    mutating func set(_ value: Int128, sum: Int, slice: Int) {
        cells[slice * width + sum] = value
        touched[slice] = true
    }

    /// Keeps the sums of slices that have any, where they are few. To be called once, after the last change.
    mutating func compact() {
        let count = touched.count { $0 }
        guard touched.count > 1024, count < touched.count / 2 else { return }
        var (own, kept): ([Int32], [Int128]) = ([], [])
        own.reserveCapacity(count)
        kept.reserveCapacity(count * width)
        for slice in touched.indices where touched[slice] {
            own.append(Int32(slice))
            kept.append(contentsOf: cells[slice * width..<(slice + 1) * width])
        }
        (places, cells, touched) = (own, kept, [])
    }

    func callAsFunction(_ sum: Int, _ slice: Int) -> Int128 {
        guard places != nil else { return cells[slice * width + sum] }
        return place(slice).map { cells[$0 * width + sum] } ?? 0
    }

    /// The same by a sum's name.
    func callAsFunction(_ sum: some RawRepresentable<Int>, _ slice: Int) -> Int128 { self(sum.rawValue, slice) }

    func isTouched(_ slice: Int) -> Bool { places == nil ? touched[slice] : place(slice) != nil }

    /// Where the sums of a slice are; nil where it has none.
    private func place(_ slice: Int) -> Int? {
        guard let places else { return slice }
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < slice { low = middle + 1 } else { high = middle }
        }
        return low < places.count && places[low] == slice ? low : nil
    }
}
