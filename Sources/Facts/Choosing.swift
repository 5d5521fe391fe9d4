/// Calls `body` with those of the places from 0 on for which `fits` is 1; for the others it is 0.
///
/// Where it is as good as chance whether one fits, a branch for each is guessed wrong every other time, which costs more than all else. So
/// 64 places are looked at without one, and each of those that fit is found by its bit.
@inlinable @inline(__always)
public func forEachPlace(of count: Int, where fits: (_ place: Int) -> UInt32, do body: (_ place: Int) -> Void) {
    var first = 0
    while first < count {
        let end = min(count, first &+ 64)
        var bits: UInt64 = 0
        for place in first..<end { bits |= UInt64(fits(place)) &<< UInt64(truncatingIfNeeded: place &- first) }
        while bits != 0 {
            body(first &+ bits.trailingZeroBitCount)
            bits &= bits &- 1
        }
        first = end
    }
}
