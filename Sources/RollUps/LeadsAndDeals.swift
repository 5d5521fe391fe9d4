import Facts

/// Leads with what their deals make of them, and the deals that no lead takes, as of a date.
///
/// Source: data contract, "Opportunities". A lead takes from its deals what its own cells do not say: the earliest creation as
/// `opportunity`, the earliest win, the last loss where all of them are lost, the amount. A deal without a lead counts from
/// `opportunity` on and is in no cohort. Where no lead was created by the as-of date, deals are the leads.
struct LeadsAndDeals: Sendable {
    /// The leads; nil where there are none.
    private(set) var leads: Leads?
    /// Deals that no lead takes; nil where there is no deal, or deals are the leads. Those after the as-of date are left out.
    private(set) var deals: Leads?
    /// Whether deals are the leads.
    private(set) var dealsAreLeads = false
    /// The first event of the leads' own up to the as-of date, or of the deals that are the leads.
    private(set) var firstOfLeads: Day?
    /// The earliest event of both up to the as-of date; nil where there is none.
    private(set) var first: Stamp?
    /// The first event of any deal up to the as-of date; nil where there is none, or deals are the leads.
    private(set) var firstOfDeals: Day?

    /// Leads and deals as they stood at the end of a day.
    init(_ facts: FactSet, asOf: Day) {
        let cut = Stamp(startOf: asOf + 1, in: facts.zone)
        let (own, all, counted) = (facts.leads, facts.deals, facts.counted)
        leads = own
        first = [own?.firstEvent(before: cut), counted?.first].compactMap { $0 }.min()
        firstOfLeads = first?.day(in: facts.zone)
        guard let all else { return }
        let happened = (0..<all.count).filter { all.rows.reached[0]![$0] < cut }
        firstOfDeals = happened.isEmpty ? nil : all.rows.firstEvent(before: cut)?.day(in: facts.zone)
        defer { first = ([leads, deals].map { $0?.firstEvent(before: cut) } + [counted?.first]).compactMap { $0 }.min() }
        if !happened.isEmpty, counted?.hasLeads != true, own?.reached[0]?.contains(where: { $0 < cut }) != true {
            leads = all.rows
            dealsAreLeads = true
            (firstOfLeads, firstOfDeals) = (firstOfDeals, nil)
        } else {
            // What files of deals have a column for is known of leads too, if only that it has not happened.
            leads = own?.taking(all, happened, before: cut)
            deals = all.rows.only(happened.filter { all.leads[$0] == Deals.noLead })
        }
    }

    /// The same without the columns that nobody needs once all are folded.
    var slim: LeadsAndDeals {
        var slim = self
        (slim.leads, slim.deals) = (leads?.slim, deals?.slim)
        return slim
    }
}

extension Leads {
    /// The earliest stamp of any kind before a moment; nil where there is none.
    func firstEvent(before cut: Stamp) -> Stamp? {
        let stamps = stamps
        let first = concurrently(stamps.count) { stamps[$0].earliest }.filter { !$0.isMissing }.min()
        return first.flatMap { $0 < cut ? $0 : nil }
    }

    /// All columns of stamps.
    var stamps: [StampColumn] { (reached + [lost, responded]).compactMap { $0 } }

    /// The rows with the columns that are looked at once all are folded: whose they are, creation, win and first response. Of the others
    /// it is still known that files have them.
    fileprivate var slim: Leads {
        var slim = self
        slim.ids = TextList()
        for stage in stages.indices.dropFirst() where reached[stage] != nil && stages[stage] != "won" {
            slim.reached[stage] = []
        }
        if lost != nil { slim.lost = [] }
        if amounts != nil { slim.amounts = [] }
        slim.owners = nil
        return slim
    }

    /// When each was won; nil where no file has the column.
    var won: StampColumn? { stages.firstIndex(of: "won").flatMap { reached[$0] } }

    /// Some of the rows.
    fileprivate func only(_ rows: [Int]) -> Leads {
        func some<Value>(_ column: [Value]?) -> [Value]? { column.map { column in rows.map { column[$0] } } }
        var part = Leads(stages: stages, dimensions: members.count)
        part.ids = TextList(rows.lazy.map { ids[$0] })
        part.reached = reached.map { $0?.picked(rows) }
        part.responded = responded?.picked(rows)
        part.lost = lost?.picked(rows)
        part.amounts = amounts.map { column in WholeColumn(rows.lazy.map { column[$0] }) }
        part.customers = some(customers)
        part.members = members.map { column in column.map { column in CodeColumn(rows.lazy.map { column[$0] }) } }
        return part
    }

    /// The leads with what their deals say, where their own cells do not.
    ///
    /// - Parameter rows: The deals that were created before `cut`.
    fileprivate func taking(_ deals: Deals, _ rows: [Int], before cut: Stamp) -> Leads {
        var copy = self
        let rows = rows.filter { deals.leads[$0] != Deals.noLead }
        let ends = DealEnds(deals.rows, rows, before: cut)
        func take(_ taken: StampColumn, _ own: inout StampColumn?) {
            if own == nil { own = StampColumn(missing: count) }
            for lead in 0..<count where !taken[lead].isMissing && (own![lead].isMissing || own![lead] >= cut) {
                own![lead] = taken[lead]
            }
        }
        for stage in stages.indices.dropFirst() {
            guard let column = stages[stage] == "won" ? ends.won : deals.rows.reached[stage] else { continue }
            var earliest = StampColumn(missing: count)
            for row in rows where !column[row].isMissing && column[row] < cut {
                let lead = Int(deals.leads[row])
                if earliest[lead].isMissing || column[row] < earliest[lead] { earliest[lead] = column[row] }
            }
            take(earliest, &copy.reached[stage])
        }
        var (number, lostNumber) = ([Int32](repeating: 0, count: count), [Int32](repeating: 0, count: count))
        for row in rows { number[Int(deals.leads[row])] += 1 }
        if let lost = ends.lost {
            var last = StampColumn(missing: count)
            for row in rows where !lost[row].isMissing {
                let lead = Int(deals.leads[row])
                lostNumber[lead] += 1
                if last[lead].isMissing || lost[row] > last[lead] { last[lead] = lost[row] }
            }
            for lead in 0..<count where lostNumber[lead] < number[lead] { last[lead] = .missing }
            take(last, &copy.lost)
        }
        if let amounts = deals.rows.amounts {
            if copy.amounts == nil { copy.amounts = WholeColumn(missing: count) }
            for row in rows where amounts[row] != Leads.noAmount {
                let lead = Int(deals.leads[row])
                let own = self.amounts?[lead] ?? Leads.noAmount
                let isWon = ends.won.map { !$0[row].isMissing } ?? false
                guard own == Leads.noAmount, number[lead] == 1 || isWon else { continue }
                let before = copy.amounts![lead]
                copy.amounts![lead] = before == Leads.noAmount ? amounts[row] : before + amounts[row]
            }
        }
        return copy
    }
}

/// When deals were won and lost: of both the later, the win where they are at the same time; missing where it has not happened.
private struct DealEnds {
    /// By deal; nil where no file has the column.
    private(set) var won: StampColumn?
    private(set) var lost: StampColumn?

    init(_ deals: Leads, _ rows: [Int], before cut: Stamp) {
        won = deals.stages.firstIndex(of: "won").flatMap { deals.reached[$0] }
        lost = deals.lost
        for row in rows {
            if let stamp = won?[row], stamp >= cut { won![row] = .missing }
            if let stamp = lost?[row], stamp >= cut { lost![row] = .missing }
            guard let wonAt = won?[row], let lostAt = lost?[row], !wonAt.isMissing, !lostAt.isMissing else { continue }
            if lostAt > wonAt { won![row] = .missing } else { lost![row] = .missing }
        }
    }
}
