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
        for row in 0..<surveys.count {
            func count(_ sum: VoiceSum, _ day: Day) {
                let number = days.number(day)
                cube.add(1, measure: sum.rawValue, slice: 0, day: number)
                for column in columns { cube.add(1, measure: sum.rawValue, slice: column.slice(row), day: number) }
            }
            let (invited, responded, score) = (surveys.invited[row], surveys.responded[row], surveys.scores[row])
            let answered = score >= 0 && happened(responded)
            if answered {
                count(.responses, responded)
                count(VoiceSum(score: Int(score)), responded)
                first = min(first ?? responded, responded)
            }
            if happened(invited) {
                count(.invited, invited)
                if answered { count(.answered, invited) }
                first = min(first ?? invited, invited)
            }
        }
        cube.seal()
        (counts, firstEvent) = (cube, first)
    }
}
