/// Rows by group, in their order, as one array, and where each group begins in it, with the end of the last.
///
/// - Parameters:
///   - keys: By row its group, from 0.
///   - groups: How many groups there are.
@inlinable
public func rowsByGroup<Keys: RandomAccessCollection>(
    _ rows: some Collection<Int>, by keys: Keys, groups: Int
) -> (rows: [Int], offsets: [Int]) where Keys.Element == UInt32, Keys.Index == Int {
    var offsets = [Int](repeating: 0, count: groups + 1)
    for row in rows { offsets[Int(keys[row]) + 1] += 1 }
    for group in 0..<groups { offsets[group + 1] += offsets[group] }
    var next = offsets
    var sorted = [Int](repeating: 0, count: rows.count)
    for row in rows {
        sorted[next[Int(keys[row])]] = row
        next[Int(keys[row])] += 1
    }
    return (sorted, offsets)
}
