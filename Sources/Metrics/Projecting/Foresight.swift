/// What a series comes to, with how far that was off on its own past.
///
/// At each origin of the past the model is fitted to what was known there, and held against what came: the errors give the intervals,
/// and whether it is any better than to assume that nothing changes.
struct Foresight {
    /// A sum of coming values, each times a weight: the next period's first.
    struct Sum {
        var weights: [Double]
    }

    /// A sum of coming values, and its 80 % interval.
    struct Interval: Equatable {
        var value, low, high: Double
    }

    /// How many values there must be.
    static let least = 12
    /// The share of earlier errors that an interval covers.
    private static let coverage = 0.8
    /// How many periods ahead the model is held against the naive one.
    private static let horizon = 4

    /// Whether the model was nearer to what came than its last value, and than the value a season before where there are three seasons.
    let beatsNaive: Bool
    /// How far off the model, its last value, and the value a season before were on the past in all; the last nil without three seasons.
    let missed: (model: Double, last: Double, season: Double?)
    /// How many periods a season of the model has; nil where it has none, as there are not three or they do not help.
    let season: Int?
    /// The ranges of the sums asked for; nil where the past is too short to tell how far off one would have been.
    let ranges: [Interval?]

    /// - Parameters:
    ///   - values: One a period, the oldest first; at least ``least``.
    ///   - season: How many periods a season has; nil for none.
    ///   - sums: What is asked for.
    init(_ values: [Double], season: Int?, sums: [Sum]) {
        let season = season.flatMap { values.count >= 3 * $0 ? $0 : nil }
        let origins = (season.map { 2 * $0 } ?? max(6, values.count / 2))..<values.count
        let longest = max(Foresight.horizon, sums.map(\.weights.count).max() ?? 0)
        func trial(_ season: Int?) -> Trial { Trial(values, season, origins, longest, sums) }
        let plain = trial(nil)
        let seasonal = season.map(trial).flatMap { $0.error < plain.error ? $0 : nil }
        let best = seasonal ?? plain
        self.season = seasonal == nil ? nil : season
        let last = Foresight.error(values, origins) { origin, _ in values[origin - 1] }
        let yearBefore = season.map { season in Foresight.error(values, origins) { values[$0 + $1 - season] } }
        missed = (best.error, last, yearBefore)
        beatsNaive = best.error < last && yearBefore.map { best.error < $0 } ?? true
        let ahead = DampedTrend(values[...], season: self.season).ahead(longest)
        ranges = zip(sums, best.misses).map { sum, misses in
            guard !misses.isEmpty else { return nil }
            let rank = Int((Foresight.coverage * Double(misses.count + 1)).rounded(.up))
            let miss = misses.sorted()[min(rank, misses.count) - 1]
            let value = sum.of(ahead[...])
            return Interval(value: value, low: value - miss, high: value + miss)
        }
    }

    /// How far off a guess was in all, over the origins and up to four periods ahead.
    private static func error(_ values: [Double], _ origins: Range<Int>, _ guess: (_ origin: Int, _ step: Int) -> Double)
        -> Double
    {
        origins.reduce(0) { sum, origin in
            (0..<min(horizon, values.count - origin)).reduce(sum) { $0 + abs(values[origin + $1] - guess(origin, $1)) }
        }
    }

    /// A model held against the past.
    private struct Trial {
        /// How far off it was in all, up to four periods ahead.
        let error: Double
        /// How far off each sum was, at the origins behind which it lies in the past.
        let misses: [[Double]]

        init(_ values: [Double], _ season: Int?, _ origins: Range<Int>, _ longest: Int, _ sums: [Sum]) {
            let paths = origins.map { origin in
                DampedTrend(values[..<origin], season: season).ahead(min(longest, values.count - origin))
            }
            error = Foresight.error(values, origins) { paths[$0 - origins.lowerBound][$1] }
            misses = sums.map { sum in
                origins.filter { sum.weights.count <= values.count - $0 }.map { origin in
                    abs(sum.of(values[origin...]) - sum.of(paths[origin - origins.lowerBound][...]))
                }
            }
        }
    }
}

extension Foresight.Sum {
    /// The sum over values of which the first is the next period's.
    func of(_ values: ArraySlice<Double>) -> Double { zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 } }
}
