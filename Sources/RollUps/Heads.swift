public import Facts

extension LocalRollUp {
    /// How many people each team has at the end of a day, in full-time equivalents, by the names of the teams: its latest row up to that day,
    /// if that is not older than 92 days. The same rule as the measure `fte`, which is the sum of all teams. Teams without such a row are not
    /// there.
    public func headcount(at day: Day) -> [(team: String, fte: Number)] {
        guard let headcount = facts.headcount else { return [] }
        return activity.teams.compactMap { rows in
            guard let latest = rows.last(where: { $0.day <= day }), day - latest.day <= Activity.oldestHeadcount else {
                return nil
            }
            return (headcount.teams[latest.row], Number(Int128(latest.fte), over: Int128(Quantity.scale)))
        }
    }
}
