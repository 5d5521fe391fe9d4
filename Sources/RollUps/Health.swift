public import Facts

/// How likely a customer is to stay, as of a day.
///
/// Source: metric catalogue, "Customer health".
public struct CustomerHealth: Sendable {
    /// The customer's code.
    public var customer: UInt32
    /// The score, 0 to 100.
    public var score: Number
    /// ARR at the end of the day, in minor units; above 0.
    public var arr: Int128
    /// At risk, on watch, or healthy.
    public var band: Band
    /// The part of the seats that is used, 0 to 1; nil where no use with seats is known.
    public var usage: Number?
    /// The mean survey score over 10, 0 to 1; nil where there is no answer.
    public var voice: Number?
    /// ARR over what it was before, 0 to 1; nil where there was none.
    public var trend: Number?

    /// Which band a score falls in.
    public enum Band: Sendable { case atRisk, watch, healthy }

    /// The health of a customer of which some parts are known; nil where their weights are 0.
    init?(_ parts: HealthParts, settings: HealthSettings) {
        let shares = [parts.usage, parts.voice, parts.trend].map { $0.map { Number($0.part, over: $0.whole) } }
        var (sum, weights) = (Number.zero, Int64(0))
        for (share, weight) in zip(shares, [settings.usage, settings.voice, settings.trend]) {
            guard let share else { continue }
            sum = sum + Number(weight) * share
            weights += weight
        }
        guard weights > 0, let score = sum * Number(100) / Number(weights) else { return nil }
        (customer, arr, self.score) = (parts.customer, parts.arr, score)
        (usage, voice, trend) = (shares[0], shares[1], shares[2])
        band =
            Number.less(score, settings.atRiskBelow.number)
            ? .atRisk : Number.less(score, settings.watchBelow.number) ? .watch : .healthy
    }
}

/// What is known of a customer's health at the end of a day.
struct HealthParts {
    /// A part of a whole, 0 to 1, not in lowest terms.
    struct Share {
        var part: Int128
        var whole: Int128

        /// So much of a whole, all of it at most.
        init(_ part: Int128, of whole: Int128) { (self.part, self.whole) = (min(part, whole), whole) }
    }

    var customer: UInt32
    /// In minor units; above 0.
    var arr: Int128
    var usage: Share?
    var voice: Share?
    var trend: Share?

    /// What is known of a customer; nil where it has no ARR then, or neither its use nor its voice is known.
    init?(
        _ customer: Int, at day: Day, _ revenue: Revenue, _ activity: Activity, _ settings: HealthSettings, knowsUse: Bool,
        knowsVoice: Bool
    ) {
        guard activity.isHeardOf(customer) else { return nil }
        self.init(
            customer, at: day, arr: revenue.level(customer, day), before: revenue.level(customer, day - settings.trendDays),
            activity, settings, knowsUse: knowsUse, knowsVoice: knowsVoice)
    }

    /// The same of a customer whose ARR is known at the end of the day, and of the day that it is compared with.
    init?(
        _ customer: Int, at day: Day, arr: Int128, before: Int128, _ activity: Activity, _ settings: HealthSettings,
        knowsUse: Bool, knowsVoice: Bool
    ) {
        guard arr > 0 else { return nil }
        self.arr = arr
        self.customer = UInt32(customer)
        if knowsUse {
            usage = activity.latestUse(customer, from: day - (settings.usageDays - 1), to: day) { $0.seats > 0 }
                .map { Share(Int128($0.active), of: Int128($0.seats)) }
        }
        if knowsVoice { voice = HealthParts.voice(activity.answers[customer], at: day, settings) }
        // The trend alone says nothing about the customer.
        guard usage != nil || voice != nil else { return nil }
        if before > 0 { trend = Share(arr, of: before) }
    }

    private static func voice(_ answers: ArraySlice<Activity.Answer>, at day: Day, _ settings: HealthSettings) -> Share? {
        var (scores, count): (Int128, Int128) = (0, 0)
        for answer in answers where answer.day <= day && answer.day > day - settings.voiceDays {
            scores += Int128(answer.score)
            count += 1
        }
        return count > 0 ? Share(scores, of: 10 * count) : nil
    }

    /// The band, and the score times the ARR in billionths, rounded half-even; nil where numbers of 128 bits are too short for it.
    func points(_ settings: HealthSettings, minorUnits: Int64) -> (band: CustomerHealth.Band, points: Int128)? {
        // The score is 100 times this sum over the weights.
        var (sum, whole, weights, isTooLarge): (Int128, Int128, Int128, Bool) = (0, 1, 0, false)
        func times(_ a: Int128, _ b: Int128) -> Int128 {
            let (product, overflow) = a.multipliedReportingOverflow(by: b)
            isTooLarge = isTooLarge || overflow
            return product
        }
        func add(_ share: Share?, _ weight: Int64) {
            guard let share else { return }
            let (total, overflow) = times(sum, share.whole).addingReportingOverflow(
                times(times(Int128(weight), share.part), whole))
            (sum, isTooLarge) = (total, isTooLarge || overflow)
            whole = times(whole, share.whole)
            weights += Int128(weight)
        }
        add(usage, settings.usage)
        add(voice, settings.voice)
        add(trend, settings.trend)
        let score = (part: times(100, sum), whole: times(whole, weights))
        func isBelow(_ limit: ExactDecimal) -> Bool {
            times(score.part, ExactDecimal.powersOfTen[limit.scale]) < times(Int128(limit.digits), score.whole)
        }
        let band: CustomerHealth.Band =
            isBelow(settings.atRiskBelow) ? .atRisk : isBelow(settings.watchBelow) ? .watch : .healthy
        let points = (
            part: times(times(score.part, arr), Int128(Quantity.scale)), whole: times(score.whole, Int128(minorUnits))
        )
        return isTooLarge || weights <= 0 ? nil : (band, Number.divideHalfEven(points.part, points.whole))
    }
}
