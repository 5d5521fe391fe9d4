public import Facts
public import RollUps

/// Two moments between which a change is explained: a period, and what it is compared with.
public struct Comparison: Sendable {
    /// The period whose value is explained.
    public let period: Period
    /// The period it is compared with.
    public let against: Period
    /// Whether that is a year ago: each stock twelve months before the period's end, each flow over the period a year before.
    public let isYearAgo: Bool

    /// One period with any other, each taken as it is.
    public init(_ period: Period, against other: Period) {
        (self.period, against, isYearAgo) = (period, other, false)
    }

    /// A period with the year before it.
    public init(yearBefore period: Period, _ calendar: PeriodCalendar) {
        (self.period, against, isYearAgo) = (period, calendar.yearBefore(period), true)
    }

    /// The days that a measure looks at in the period.
    public func now(_ leaf: Leaf) -> Frame { leaf.window.frame(of: period) }

    /// The days that a measure looks at in what the period is compared with.
    public func before(_ leaf: Leaf) -> Frame {
        let (leaf, period) = earlier(leaf)
        return leaf.window.frame(of: period)
    }

    /// The measure as it was in what the period is compared with: what is looked at, from which period.
    func earlier(_ leaf: Leaf) -> (Leaf, Period) {
        guard isYearAgo else { return (leaf, against) }
        var leaf = leaf
        leaf.window = Window(shifts: [.yearAgo]).around(leaf.window)
        return (leaf, period)
    }
}
