public import Facts

/// One month's revenue by how it comes.
public struct RevenueMonth: Sendable, Hashable {
    /// The month; to date where it holds the as-of date and is not over.
    public var period: Period
    /// What recurs: a twelfth of ARR, as the mean over the month's days, in units of the currency, unrounded; of a month to date its share of
    /// the days. So months of 28 and 31 days compare.
    public var recurring: Number
    /// What does not: sales of `one_off_revenue` dated in the month, in units of the currency.
    public var oneOff: Number
    /// Both together.
    public var total: Number { recurring + oneOff }
}

/// Recurring beside one-off revenue by month, where a company moves from the one to the other.
public struct RevenueMix: Sendable {
    /// From the first month on of which either is known, the last 24 up to the as-of date.
    public let months: [RevenueMonth]
    /// The first whole month in which more recurs than not, after one in which not; nil where there is none.
    public let crossing: RevenueMonth?
    /// The whole month in which both together lie furthest below what an earlier whole month came to, and that earlier one; nil where they
    /// never fell.
    public let dip: (peak: RevenueMonth, bottom: RevenueMonth)?
    /// The first whole month after the dip that comes to what the peak did; nil where there is none.
    public let recovered: RevenueMonth?

    /// How many months are looked at.
    public static let most = 24

    init(_ months: [RevenueMonth]) {
        self.months = months
        let whole = months.filter { !$0.period.isToDate }
        func recursMore(_ month: RevenueMonth) -> Bool { Number.less(month.oneOff, month.recurring) }
        let before = whole.firstIndex { !recursMore($0) }
        crossing = before.flatMap { before in whole[before...].first(where: recursMore) }
        var (peak, deepest): (RevenueMonth?, Number) = (nil, .zero)
        var dip: (peak: RevenueMonth, bottom: RevenueMonth)?
        for month in whole {
            if let top = peak, Number.less(month.total, top.total) {
                let fall = top.total - month.total
                if Number.less(deepest, fall) { (deepest, dip) = (fall, (top, month)) }
            } else {
                peak = month
            }
        }
        self.dip = dip
        recovered = dip.flatMap { dip in
            whole.first { $0.period.start > dip.bottom.period.start && !Number.less($0.total, dip.peak.total) }
        }
    }
}

extension LocalRollUp {
    /// Recurring beside one-off revenue; nil where no sale of `one_off_revenue` happened by the as-of date, or ARR is unknown.
    public func revenueMix() -> RevenueMix? {
        let asOf = settings.asOf
        let sales = facts.oneOffs.filter { $0.day <= asOf }
        guard let firstSale = sales.map(\.day).min(), let firstARR = revenue.firstEvent else { return nil }
        let calendar = PeriodCalendar()
        var period = calendar.period(.month, holding: asOf)
        let first = max(min(firstSale, firstARR).startOfMonth, period.start.months(before: RevenueMix.most - 1))
        var sums: [Day: Int128] = [:]
        for sale in sales { sums[sale.day.startOfMonth, default: 0] += Int128(sale.amount) }
        var months: [RevenueMonth] = []
        while period.start >= first {
            let shown = period.upTo(asOf)
            // ARR is known from its first event on; before it there was none.
            let daily = (0...(shown.end - shown.start)).reduce(Int128(0)) { $0 + revenue.closing(0, shown.start + $1) }
            months.append(
                RevenueMonth(
                    period: shown,
                    recurring: Number(
                        daily, over: 12 * Int128(period.end - period.start + 1) * Int128(facts.currency.minorUnits)),
                    oneOff: money(sums[period.start] ?? 0)))
            period = calendar.before(period)
        }
        return RevenueMix(months.reversed())
    }
}
