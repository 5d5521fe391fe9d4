import Facts

extension LocalRollUp {
    /// The members of a dimension that a report lists: those of any row that counts up to the as-of date, by name in code-point
    /// order. Code 0 is `(none)`.
    ///
    /// - Parameter dimension: The index of the dimension among the pipeline's.
    public func membersInUse(_ dimension: Int) -> [UInt32] {
        let used = used[dimension]
        return used { findMembersInUse(dimension) }
    }

    private func findMembersInUse(_ dimension: Int) -> [UInt32] {
        let (asOf, ofCustomer) = (settings.asOf, members.ofCustomer[dimension])
        var used = [Bool](repeating: false, count: members.dimensions[dimension].members.count)
        func add(_ own: MemberColumns?, _ customers: [UInt32]?, _ rows: some Sequence<Int>) {
            guard let own else { return }
            let column = members.columns(own: own, customers: customers)[dimension]
            let base = members.index(dimension: dimension, code: 0)
            for row in rows { used[column.slice(row) - base] = true }
        }
        if let terms = facts.terms {
            if dimension == members.plan {
                add(terms.members, nil, (0..<terms.count).lazy.filter { terms.starts[$0] <= asOf })
            } else {
                for row in 0..<terms.count where terms.starts[row] <= asOf {
                    used[Int(ofCustomer[Int(terms.customers[row])])] = true
                }
            }
        }
        if let usage = facts.usage, dimension != members.plan {
            for row in 0..<usage.count where usage.days[row] <= asOf {
                used[Int(ofCustomer[Int(usage.customers[row])])] = true
            }
        }
        if let spend = facts.spend {
            add(spend.members, spend.customers, (0..<spend.count).lazy.filter { spend.starts[$0] <= asOf })
        }
        if let surveys = facts.surveys {
            let happened: (Day) -> Bool = { $0.isFinite && $0 <= asOf }
            add(
                surveys.members, surveys.customers,
                (0..<surveys.count).lazy.filter { happened(surveys.invited[$0]) || happened(surveys.responded[$0]) })
        }
        if let headcount = facts.headcount {
            add(headcount.members, nil, (0..<headcount.count).lazy.filter { headcount.days[$0] <= asOf })
        }
        if let figures = facts.figures {
            add(figures.members, nil, (0..<figures.count).lazy.filter { figures.starts[$0] <= asOf })
        }
        for code in used.indices where funnel.isUsed[members.index(dimension: dimension, code: UInt32(code))] {
            used[code] = true
        }
        let names = members.dimensions[dimension].members
        return (0..<UInt32(used.count)).filter { used[Int($0)] }.sorted { a, b in
            precedes(a == 0 ? "(none)" : names[a], b == 0 ? "(none)" : names[b])
        }
    }

    /// The name of a member: `(none)` for code 0.
    public func memberName(_ dimension: Int, _ code: UInt32) -> String {
        code == 0 ? "(none)" : members.dimensions[dimension].members[code]
    }
}
