public import Facts
import RollUps

/// What a metric that is a stock or a flow comes to if it goes on as it did: for the next four periods, and by the end of the quarter.
///
/// A damped trend over its own past (``DampedTrend``), with the interval that four in five of the same projections, made in that past,
/// would have kept to. It is withheld where there is too little past, or where assuming no change would have done as well.
public struct Outlook: Sendable {
    /// A period ahead, what the metric comes to in it or at its end, and the 80 % interval of that.
    public struct Point: Sendable {
        /// The whole period.
        public let period: Period
        /// The middle, and the ends of the interval.
        public let value, low, high: Number
    }

    /// Why nothing is projected.
    public enum Obstacle: Sendable, Equatable {
        /// There are fewer complete periods than ``leastPeriods``; so many.
        case short(Int)
        /// On its own past, the last value was no worse a guess.
        case naive
    }

    /// Why a subject is nothing to be projected at all.
    public enum Exclusion: Sendable {
        /// It neither adds up over days nor is taken at the end of one: a rate, a mean.
        case noPace
        /// It goes on growing after its period ends.
        case maturing
        /// It is undefined in the last complete period.
        case undefined
        /// Files of the last complete period are late.
        case late(Late)
    }

    /// What it rests on: the past that the model was fitted to and held against.
    public struct Basis: Sendable {
        /// The first and the last complete period that it looks at, and how many these are.
        public let first, last: Period, periods: Int
        /// How many periods a season of the model has; nil where it has none.
        public let season: Int?
        /// How far off the model was on that past, as a share of how far off assuming no change was; nil where that was never off, or
        /// the past is too short.
        public let miss: Double?
        /// The same beside the value a season before; nil without three seasons.
        public let seasonMiss: Double?
    }

    /// How many complete periods there must be.
    public static let leastPeriods = Foresight.least
    /// How many periods ahead are projected.
    public static let periodsAhead = 4

    /// What is projected.
    public let subject: Subject
    /// Whether it is taken at the end of a day, and not added up over the days.
    public let isStock: Bool
    /// The next four periods, the next one first; empty where there is an obstacle.
    public let ahead: [Point]
    /// The fiscal quarter that holds the day after the last complete period, of weeks and months: a stock at its end, a flow with what is
    /// there already. Nil for longer periods, and where the past is too short for that.
    public let quarter: Point?
    /// Why there is nothing; nil where there is something.
    public let obstacle: Obstacle?
    /// What it rests on.
    public let basis: Basis
}

extension Judge {
    /// Why there is nothing to be projected of a subject after a complete period; nil where there may be.
    public func exclusion(_ subject: Subject, after last: Period) -> Outlook.Exclusion? {
        let behaviour = behaviour(of: subject)
        guard behaviour == .flow || behaviour == .stock else { return .noPace }
        if grows(subject.resolved) { return .maturing }
        if let late = lacks(subject.resolved, last) { return .late(late) }
        return value(subject.resolved, over: last, .total) == nil ? .undefined : nil
    }

    /// What a subject comes to after a complete period; nil where there is an ``exclusion(_:after:)``.
    public func outlook(_ subject: Subject, after last: Period) -> Outlook? {
        if exclusion(subject, after: last) != nil { return nil }
        let season: Int? =
            switch last.grain {
            case .week: 52
            case .month: 12
            case .quarter: 4
            case .year: nil
            }
        let most = max(104, 4 * (season ?? 0))
        var (values, period): ([Double], Period) = ([], last)
        while values.count < most, lacks(subject.resolved, period) == nil,
            let value = value(subject.resolved, over: period, .total)
        {
            values.append(value.double)
            period = calendar.before(period)
        }
        let isStock = behaviour(of: subject) == .stock
        func basis(_ foresight: Foresight?) -> Outlook.Basis {
            func share(_ other: Double?) -> Double? {
                foresight.flatMap { found in other.flatMap { $0 > 0 ? found.missed.model / $0 : nil } }
            }
            return Outlook.Basis(
                first: calendar.after(period), last: last, periods: values.count, season: foresight?.season,
                miss: share(foresight?.missed.last), seasonMiss: share(foresight?.missed.season))
        }
        func nothing(_ obstacle: Outlook.Obstacle, _ foresight: Foresight? = nil) -> Outlook {
            Outlook(
                subject: subject, isStock: isStock, ahead: [], quarter: nil, obstacle: obstacle, basis: basis(foresight))
        }
        guard values.count >= Foresight.least else { return nothing(.short(values.count)) }

        var next: [Period] = []
        while next.count < Outlook.periodsAhead { next.append(calendar.after(next.last ?? last)) }
        var sums = next.indices.map { Foresight.Sum(weights: Array(repeating: 0, count: $0) + [1]) }
        let toQuarter = quarter(after: last, subject, isStock: isStock, newest: values[0])
        if let toQuarter { sums.append(toQuarter.sum) }
        let foresight = Foresight(values.reversed(), season: season, sums: sums)
        guard foresight.beatsNaive else { return nothing(.naive, foresight) }
        func point(_ period: Period, _ range: Foresight.Interval?, known: Double = 0) -> Outlook.Point? {
            guard let range, let value = number(range.value + known), let low = number(range.low + known),
                let high = number(range.high + known)
            else { return nil }
            return Outlook.Point(period: period, value: value, low: low, high: high)
        }
        return Outlook(
            subject: subject, isStock: isStock, ahead: zip(next, foresight.ranges).compactMap { point($0, $1) },
            quarter: toQuarter.flatMap { point($0.period, foresight.ranges.last ?? nil, known: $0.known) }, obstacle: nil,
            basis: basis(foresight))
    }

    /// The quarter that goes on after a period: what of it is known, and what of the coming periods makes up the rest, by days.
    private func quarter(after last: Period, _ subject: Subject, isStock: Bool, newest: Double)
        -> (period: Period, known: Double, sum: Foresight.Sum)?
    {
        guard last.grain == .week || last.grain == .month else { return nil }
        let quarter = calendar.period(.quarter, holding: last.end + 1)
        var coming: [Period] = []
        while (coming.last ?? last).end < quarter.end { coming.append(calendar.after(coming.last ?? last)) }
        func days(_ from: Day, _ to: Day) -> Double { Double(to - from + 1) }
        if isStock {
            let before = coming.count > 1 ? coming[coming.count - 2] : last
            let share = Double(quarter.end - before.end) / Double(coming[coming.count - 1].end - before.end)
            var weights = [Double](repeating: 0, count: coming.count)
            weights[coming.count - 1] = share
            if coming.count > 1 { weights[coming.count - 2] = 1 - share }
            return (quarter, coming.count > 1 ? 0 : (1 - share) * newest, Foresight.Sum(weights: weights))
        }
        var known = 0.0
        if quarter.start <= last.end {
            guard let value = value(subject.resolved, over: quarter.upTo(last.end), .total) else { return nil }
            known = value.double
        }
        let weights = coming.map { days(max($0.start, quarter.start), min($0.end, quarter.end)) / days($0.start, $0.end) }
        return (quarter, known, Foresight.Sum(weights: weights))
    }

    /// To a hundredth: what lies behind that is not known ahead.
    private func number(_ value: Double) -> Number? { Number.finite((value * 100).rounded() / 100) }
}
