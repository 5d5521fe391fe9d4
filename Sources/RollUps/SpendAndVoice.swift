public import Facts

/// Costs, spread over their days.
///
/// Source: data contract, "Spend": a cost of several days is spread evenly on its absolute amount in minor units, left-over units
/// to the earliest days, then the sign is put back, so that the total is exact.
public struct SpendDays: Sendable {
    /// Flows by slice: all spend, marketing, sales.
    private(set) var amounts: DayCube<Int128>
    /// The first day with a cost up to the as-of date.
    let firstEvent: Day?

    /// Folds all costs.
    init(_ spend: Spend?, members: Members, settings: RollUpSettings) {
        let spend = spend ?? Spend(dimensions: members.dimensions.count)
        let rows = (0..<spend.count).filter { spend.starts[$0] <= settings.asOf }
        firstEvent = rows.lazy.map { spend.starts[$0] }.min()
        let columns = members.columns(own: spend.members, customers: spend.customers)
        let days = DayIndex(of: SpendDays.daysWithCosts(spend, rows, asOf: settings.asOf))
        amounts = DayCube(days: days, measures: SpendSum.allCases.count, slices: members.sliceCount)
        for row in rows {
            let sums: [SpendSum] =
                spend.categories[row] == .marketing
                ? [.all, .marketing] : spend.categories[row] == .sales ? [.all, .sales] : [.all]
            let slices = [0] + columns.map { $0.slice(row) }
            SpendDays.spread(spend.amounts[row], from: spend.starts[row], to: spend.ends[row]) { day, amount in
                guard day <= settings.asOf, amount != 0 else { return day <= settings.asOf }
                let number = days.number(day)
                for sum in sums {
                    for slice in slices { amounts.add(Int128(amount), measure: sum.rawValue, slice: slice, day: number) }
                }
                return true
            }
        }
        amounts.seal()
    }

    /// Calls `body` with each day of a cost and its part, until it returns false.
    ///
    ///     spread(3_000_000, from: first of February, to: last of February)   // 24 days of 107_143, 4 of 107_142
    public static func spread(_ amount: Int64, from start: Day, to end: Day, _ body: (Day, Int64) -> Bool) {
        let count = UInt64(max(1, end - start + 1))
        let (share, left) = amount.magnitude.quotientAndRemainder(dividingBy: count)
        for offset in 0..<count {
            let part = Int64(share + (offset < left ? 1 : 0))
            if !body(start + Int(offset), amount < 0 ? -part : part) { return }
        }
    }

    /// What some of a cost's days come to, numbered from 0; of none 0.
    static func part(_ amount: Int64, of count: Int, _ days: Range<Int>) -> Int64 {
        let (share, left) = amount.magnitude.quotientAndRemainder(dividingBy: UInt64(max(1, count)))
        let larger = days.clamped(to: 0..<Int(left)).count
        let part = Int64(share) * Int64(days.count) + Int64(larger)
        return amount < 0 ? -part : part
    }

    /// The days up to the as-of date on which some cost falls.
    private static func daysWithCosts(_ spend: Spend, _ rows: [Int], asOf: Day) -> Set<Day> {
        var days = Set<Day>()
        var ranges = Set<ClosedRange<Day>>()
        for row in rows {
            let range = spend.starts[row]...min(spend.ends[row], asOf)
            if ranges.insert(range).inserted {
                var day = range.lowerBound
                while day <= range.upperBound {
                    days.insert(day)
                    day = day + 1
                }
            }
        }
        return days
    }
}

/// Survey invitations and answers, folded by day.
public struct Voice: Sendable {
    /// Flows by slice; see ``VoiceSum``.
    private(set) var counts: DayCube<Int64>
    /// The first invitation or answer up to the as-of date.
    let firstEvent: Day?

    /// Folds all invitations.
    init(_ surveys: Surveys?, members: Members, settings: RollUpSettings) {
        let surveys = surveys ?? Surveys(dimensions: members.dimensions.count)
        let columns = members.columns(own: surveys.members, customers: surveys.customers)
        let happened: (Day) -> Bool = { $0.isFinite && $0 <= settings.asOf }
        let days = DayIndex(of: (surveys.invited + surveys.responded).filter(happened))
        var cube = DayCube<Int64>(days: days, measures: VoiceSum.allCases.count, slices: members.sliceCount)
        var first: Day?
        let (invitations, answers, scores) = (surveys.invited, surveys.responded, surveys.scores)
        // Rows are taken in blocks: by place in one the row's slices, the total first, the numbers of its days, and the rows of each sum.
        let block = 1 << 13
        var slices = [[Int32]](repeating: [Int32](repeating: 0, count: block), count: columns.count + 1)
        var (invited, answered) = (slices[0], slices[0])
        var chosen = [[Int32]](repeating: [], count: VoiceSum.allCases.count)
        for start in stride(from: 0, to: surveys.count, by: block) {
            let rows = start..<min(surveys.count, start + block)
            for (place, column) in columns.enumerated() { column.slices(of: rows, into: &slices[place + 1]) }
            for sum in chosen.indices { chosen[sum].removeAll(keepingCapacity: true) }
            for (place, row) in rows.enumerated() {
                let (invitation, answer, score) = (invitations[row], answers[row], scores[row])
                let isAnswered = score >= 0 && happened(answer)
                if isAnswered {
                    answered[place] = Int32(days.number(answer))
                    chosen[VoiceSum.responses.rawValue].append(Int32(place))
                    chosen[VoiceSum(score: Int(score)).rawValue].append(Int32(place))
                    first = min(first ?? answer, answer)
                }
                if happened(invitation) {
                    invited[place] = Int32(days.number(invitation))
                    chosen[VoiceSum.invited.rawValue].append(Int32(place))
                    if isAnswered { chosen[VoiceSum.answered.rawValue].append(Int32(place)) }
                    first = min(first ?? invitation, invitation)
                }
            }
            for sum in VoiceSum.allCases {
                let numbers = sum == .invited || sum == .answered ? invited : answered
                for own in slices { cube.count(sum.rawValue, chosen[sum.rawValue], slices: own, days: numbers) }
            }
        }
        cube.seal()
        (counts, firstEvent) = (cube, first)
    }
}
