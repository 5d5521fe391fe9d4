import Facts

/// The candidate that someone who wrote `name` most likely meant, or nil when none is near.
///
/// Nearness is ``Texts/distance(_:_:)``, without regard to case and with `-` and spaces taken as `_`. A candidate of which `name` is a
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
        var distance = Texts.distance(wanted, other)
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
