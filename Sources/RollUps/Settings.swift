public import Facts

/// What the roll-ups need to know of the pipeline besides the facts.
public struct RollUpSettings: Sendable {
    /// The as-of date: events after it have not happened.
    public var asOf: Day
    /// How the company cuts time.
    public var calendar: PeriodCalendar
    /// The stages of the funnel, in order, from the creation of a lead to `won`.
    public var stages: [String]
    /// Gaps in a customer's ARR of at most so many days are closed. The default is 0.
    public var churnGraceDays: Int
    /// How long after a due day a new term still renews it. The default is 30.
    public var renewalGraceDays: Int
    /// Within how many minutes a first response is in time. The default is 60.
    public var responseMinutes: ExactDecimal
    /// How customer health is weighed and banded.
    public var health: HealthSettings

    /// The same time in microseconds.
    public var responseMicroseconds: Int64 {
        Int64(clamping: Int128(responseMinutes.digits) * 60_000_000 / ExactDecimal.powersOfTen[responseMinutes.scale])
    }

    /// Settings with the catalogue's defaults.
    public init(
        asOf: Day, calendar: PeriodCalendar = PeriodCalendar(), stages: [String] = Measure.standardStages,
        churnGraceDays: Int = 0, renewalGraceDays: Int = 30,
        responseMinutes: ExactDecimal = ExactDecimal(digits: 60, scale: 0), health: HealthSettings = HealthSettings()
    ) {
        self.asOf = asOf
        self.calendar = calendar
        self.stages = stages
        self.churnGraceDays = churnGraceDays
        self.renewalGraceDays = renewalGraceDays
        self.responseMinutes = responseMinutes
        self.health = health
    }
}

/// The weights of the parts of customer health and the limits of its bands.
public struct HealthSettings: Sendable, Hashable {
    /// Weight of seat use. The default is 40.
    public var usage: Int64
    /// Weight of survey answers. The default is 30.
    public var voice: Int64
    /// Weight of the ARR trend. The default is 30.
    public var trend: Int64
    /// How many days, up to the day of the score, use is looked for in. The default is 28.
    public var usageDays: Int
    /// How many days, up to the day of the score, survey answers are looked for in. The default is 180.
    public var voiceDays: Int
    /// How many days before the day of the score the ARR is compared with. The default is 90.
    public var trendDays: Int
    /// Scores below this are at risk. The default is 40.
    public var atRiskBelow: ExactDecimal
    /// Scores below this, and not at risk, are on watch. The default is 70.
    public var watchBelow: ExactDecimal

    /// Settings with the catalogue's defaults.
    public init(
        usage: Int64 = 40, voice: Int64 = 30, trend: Int64 = 30, usageDays: Int = 28, voiceDays: Int = 180, trendDays: Int = 90,
        atRiskBelow: ExactDecimal = ExactDecimal(digits: 40, scale: 0),
        watchBelow: ExactDecimal = ExactDecimal(digits: 70, scale: 0)
    ) {
        self.usage = usage
        self.voice = voice
        self.trend = trend
        self.usageDays = usageDays
        self.voiceDays = voiceDays
        self.trendDays = trendDays
        self.atRiskBelow = atRiskBelow
        self.watchBelow = watchBelow
    }
}
