/// A level and a trend that flattens out, with additive seasons where asked: what a series comes to if it goes on as it did.
///
/// Source: E. S. Gardner and E. McKenzie, "Forecasting trends in time series", Management Science 31 (1985); the seasons as of
/// Holt and Winters. Only sums, products and comparisons of IEEE doubles: the same on every machine.
struct DampedTrend {
    /// How fast level, trend and seasons follow what is new, each from 0 to 1, and how much of the trend is left a period later.
    struct Rates: Equatable {
        var level, trend, season, damping: Double
    }

    private var level: Double
    private var trend: Double
    /// The seasons' deviations from the level, that of the next period first; a single 0 without seasons.
    private var seasons: [Double]
    private var next = 0
    let rates: Rates

    /// The model that would have foretold each value from those before it best, by the sum of squared errors.
    ///
    /// - Parameters:
    ///   - values: One a period, the oldest first; at least two, and two whole seasons where there are seasons.
    ///   - season: How many periods a season has; nil for none.
    init(_ values: ArraySlice<Double>, season: Int?) {
        let start = DampedTrend(startOf: values, season: season)
        var best = start
        var least = Double.infinity
        for rates in DampedTrend.rates(isSeasonal: season != nil) {
            var model = DampedTrend(start, rates)
            let error = model.follow(values, giveUpAt: least)
            if error < least { (best, least) = (model, error) }
        }
        self = best
    }

    /// What the next periods come to, the next one first.
    func ahead(_ count: Int) -> [Double] {
        var (damped, sum) = (1.0, 0.0)
        return (0..<count).map { step in
            damped *= rates.damping
            sum += damped
            return level + sum * trend + seasons[(next + step) % seasons.count]
        }
    }

    /// Takes up values one by one: the sum of the squared errors with which each was foretold, or infinity once that is more than a
    /// bound.
    private mutating func follow(_ values: ArraySlice<Double>, giveUpAt bound: Double) -> Double {
        var sum = 0.0
        for value in values {
            let damped = rates.damping * trend
            let error = value - (level + damped + seasons[next])
            sum += error * error
            if sum > bound { return .infinity }
            level = level + damped + rates.level * error
            trend = damped + rates.level * rates.trend * error
            seasons[next] += rates.season * (1 - rates.level) * error
            next = next + 1 == seasons.count ? 0 : next + 1
        }
        return sum
    }

    private init(_ start: DampedTrend, _ rates: Rates) {
        (level, trend, seasons) = (start.level, start.trend, start.seasons)
        self.rates = rates
    }

    /// Where a series starts: seasons as the mean deviations from the means of its first two, level and trend as the straight line
    /// through its first ten values without them.
    private init(startOf values: ArraySlice<Double>, season: Int?) {
        var seasons = [0.0]
        if let season {
            seasons = [Double](repeating: 0, count: season)
            for year in 0..<2 {
                let own = values.dropFirst(year * season).prefix(season)
                let mean = own.reduce(0, +) / Double(season)
                for (place, value) in own.enumerated() { seasons[place] += (value - mean) / 2 }
            }
        }
        let first = values.prefix(10).enumerated().map { $1 - seasons[$0 % seasons.count] }
        let count = Double(first.count)
        let (middle, mean) = ((count + 1) / 2, first.reduce(0, +) / count)
        var (along, across) = (0.0, 0.0)
        for (place, value) in first.enumerated() {
            let distance = Double(place + 1) - middle
            along += distance * (value - mean)
            across += distance * distance
        }
        trend = across > 0 ? along / across : 0
        level = mean - trend * middle
        self.seasons = seasons
        rates = Rates(level: 0, trend: 0, season: 0, damping: 1)
    }

    private static func rates(isSeasonal: Bool) -> [Rates] {
        [0.1, 0.3, 0.5, 0.7, 0.9].flatMap { level in
            [0, 0.1, 0.3].flatMap { trend in
                [0.8, 0.9, 0.98].flatMap { damping in
                    (isSeasonal ? [0.05, 0.2] : [0]).map { season in
                        Rates(level: level, trend: trend, season: season, damping: damping)
                    }
                }
            }
        }
    }
}
