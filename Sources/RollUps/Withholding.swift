public import Facts

extension LocalRollUp {
    /// The same numbers under other names, without some that are nobody's business: facts that were changed in their texts alone, or lack
    /// all spend. Nothing of what was left out is in it.
    ///
    /// - Parameters:
    ///   - facts: These facts with other texts; without `spend` where no measure of it is to be known.
    ///   - members: By dimension the names of the same members.
    public func withholding(_ facts: FactSet, members pools: [Pool]) -> LocalRollUp {
        var parts: [Folded] = [
            .revenue(revenue), .renewals(renewals), .voice(voice), .funnel(funnel), .activity(activity), .figures(figures),
        ]
        if facts.spend != nil { parts.append(.spend(spend)) }
        return LocalRollUp(
            facts, members: members.named(pools), settings: settings, parts: parts, initiativeLeads: initiativeLeads)
    }
}
