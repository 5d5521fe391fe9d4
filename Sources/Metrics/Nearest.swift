/// The candidate that someone who wrote `name` most likely meant, or nil when none is near.
///
/// Nearness is the number of letters to add, drop, replace or swap with their neighbour (Damerau–Levenshtein distance in its
/// "optimal string alignment" form), without regard to case and with `-` and spaces taken as `_`. A candidate of which `name` is a
/// whole word (`churn` in `arr_churn`) counts as two away. Of equally near ones the first wins.
///
///     nearest("arr_closng", in: ["arr_opening", "arr_closing"])    // arr_closing
public func nearest(_ name: String, in candidates: some Sequence<String>) -> String? {
    let wanted = folded(name)
    guard !wanted.isEmpty, wanted.count <= 100 else { return nil }
    let limit = max(2, wanted.count / 2)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
        let other = folded(candidate)
        var distance = distance(wanted, other)
        if distance > 2, wanted.count > 2 {
            let words = other.split(separator: UInt8(ascii: "_"))
            if words.contains(where: { $0.elementsEqual(wanted) }) { distance = 2 }
        }
        if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.candidate
}

private func folded(_ name: String) -> [UInt8] {
    name.lowercased().utf8.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") ? UInt8(ascii: "_") : $0 }
}

private func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1..<max(1, a.count + 1) {
        var row = [i]
        for j in 1..<max(1, b.count + 1) {
            var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforeLast[j - 2] + 1) }
            row.append(cost)
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}
