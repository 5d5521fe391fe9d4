import Facts

/// Leads and deals row by row, as each counts.
struct FunnelRows: Sendable {
    private let facts: FactSet
    private let settings: RollUpSettings
    private let tables: FunnelTables
    private let dealsAreLeads: Bool
    /// By place among the deals that no lead takes, the row among all deals.
    private let alone: [Int]
    /// By lead the deals that it takes, as far as they were created by the as-of date.
    private let dealsOf: [Int: [Int]]
    private let stages: [String]
    private let cut: Stamp

    init(_ facts: FactSet, _ members: Members, _ settings: RollUpSettings) {
        (self.facts, self.settings) = (facts, settings)
        let rows = LeadsAndDeals(facts, asOf: settings.asOf)
        stages = rows.leads?.stages ?? settings.stages
        tables = FunnelTables(rows, members, stages: stages)
        dealsAreLeads = rows.dealsAreLeads
        cut = Stamp(startOf: settings.asOf + 1, in: facts.zone)
        var (alone, dealsOf): ([Int], [Int: [Int]]) = ([], [:])
        if let deals = facts.deals, !rows.dealsAreLeads {
            for row in 0..<deals.count where deals.rows.reached[0]![row] < cut {
                if deals.leads[row] == Deals.noLead {
                    alone.append(row)
                } else {
                    dealsOf[Int(deals.leads[row]), default: []].append(row)
                }
            }
        }
        (self.alone, self.dealsOf) = (alone, dealsOf)
    }

    /// What a lead or deal has come to by the as-of date.
    private struct Course {
        /// By stage the day; nil where it was not reached.
        var days: [Day?]
        var lost: Day?
        var furthest: Int
    }

    private func day(_ column: StampColumn?, _ row: Int) -> Day? {
        guard let stamp = column?[row], !stamp.isMissing, stamp < cut else { return nil }
        return stamp.day(in: facts.zone)
    }

    private func course(_ table: Leads, _ row: Int) -> Course {
        var course = Course(days: table.reached.map { day($0, row) }, lost: day(table.lost, row), furthest: -1)
        if let won = stages.firstIndex(of: "won"), course.days[won] != nil, course.lost != nil {
            // Of both the later; won when at the same time.
            if table.lost![row] > table.reached[won]![row] { course.days[won] = nil } else { course.lost = nil }
        }
        course.furthest = course.days.lastIndex { $0 != nil } ?? -1
        return course
    }

    /// The rows that count in a measure.
    func rows(_ observed: Observed, _ frame: Frame, _ slice: Int) -> [CountedRow] {
        var found: [CountedRow] = []
        for number in 0..<tables.count {
            let isLead = number < tables.leads.count
            let (table, row) = isLead ? (tables.leads, number) : (tables.deals, number - tables.leads.count)
            guard let counted = count(observed, frame, table, row, isLead: isLead) else { continue }
            var isOf = slice == 0
            if !isOf { tables.forEachSlice(of: number) { isOf = isOf || $0 == slice } }
            guard isOf else { continue }
            let own = CountedRow(
                table: isLead && !dealsAreLeads ? .leads : .deals, row: isLead ? row : alone[row], day: counted.day,
                customer: table.customers?[row] ?? 0, amount: counted.amount, role: .counts)
            found += isLead && !dealsAreLeads ? withDeals(own, by: counted.stamp, isAmount: observed == .wonAmount) : [own]
        }
        return found
    }

    /// By which stamp a row counts.
    private enum Reason {
        case stage(Int), lost, response
    }

    private func count(_ observed: Observed, _ frame: Frame, _ table: Leads, _ row: Int, isLead: Bool) -> (
        day: Day, amount: Number, stamp: Reason
    )? {
        let course = course(table, row)
        let won = stages.firstIndex(of: "won")
        func within(_ day: Day?) -> Day? { day.flatMap { $0 >= frame.start && $0 <= frame.end ? $0 : nil } }
        /// A row that was won in the frame, and when.
        func whenWon() -> (day: Day, stage: Int)? { won.flatMap { stage in within(course.days[stage]).map { ($0, stage) } } }
        /// A lead that was answered, of those created in the frame, and after how many minutes.
        func answer() -> (day: Day, minutes: Number)? {
            guard isLead, let day = within(course.days[0]), let end = table.responded?[row], !end.isMissing, end < cut,
                let start = table.reached[0]?[row], end >= start
            else { return nil }
            return (day, Number(Int128(end.microseconds - start.microseconds), over: 60_000_000))
        }
        func entered(_ stage: Int) -> (Day, Number, Reason)? {
            guard isLead || stage > 0 else { return nil }
            return within(course.days[stage]).map { ($0, Number(1), .stage(stage)) }
        }
        func reached(_ stage: Int) -> (Day, Number, Reason)? {
            guard isLead, course.furthest >= stage else { return nil }
            return within(course.days[0]).map { ($0, Number(1), .stage(course.furthest)) }
        }
        let amount = table.amounts.flatMap { $0[row] != Leads.noAmount ? $0[row] : nil }
        switch observed {
        case .leads(.entered(let stage)): return stages.firstIndex(of: stage).flatMap(entered)
        case .leads(.reached(let stage)): return stages.firstIndex(of: stage).flatMap(reached)
        case .leads(.created): return entered(stages.firstIndex(of: "lead") ?? 0)
        case .leads(.cohort): return reached(stages.firstIndex(of: "lead") ?? 0)
        case .leads(.lost): return within(course.lost).map { ($0, Number(1), .lost) }
        case .leads(.open):
            guard let stage = stages.firstIndex(of: "opportunity"), let begun = course.days[stage], begun <= frame.stock else {
                return nil
            }
            if let closed = won.flatMap({ course.days[$0] }) ?? course.lost, closed <= begun || closed <= frame.stock {
                return nil
            }
            return (begun, Number(1), .stage(stage))
        case .wonAmount:
            guard let (day, stage) = whenWon(), let amount else { return nil }
            return (day, Number(Int128(amount), over: Int128(facts.currency.minorUnits)), .stage(stage))
        case .leads(.wonWithAmount):
            guard let (day, stage) = whenWon(), amount != nil else { return nil }
            return (day, Number(1), .stage(stage))
        case .cycle:
            guard let (day, stage) = whenWon(), let created = course.days[0], day >= created else { return nil }
            return (day, Number(day - created), .stage(stage))
        case .response: return answer().map { ($0.day, $0.minutes, .response) }
        case .leads(.answered): return answer().map { ($0.day, Number(1), .response) }
        case .leads(.answeredInTime):
            guard let (day, minutes) = answer(), !Number.less(settings.responseMinutes.number, minutes) else { return nil }
            return (day, Number(1), .response)
        default: return nil
        }
    }

    /// A lead with the deals that say what its own cells do not.
    private func withDeals(_ lead: CountedRow, by reason: Reason, isAmount: Bool) -> [CountedRow] {
        guard let taken = dealsOf[lead.row], let leads = facts.leads, let deals = facts.deals else { return [lead] }
        func isOwn(_ column: StampColumn?) -> Bool { column.map { !$0[lead.row].isMissing && $0[lead.row] < cut } ?? false }
        let knowsItself =
            switch reason {
            case .stage(let stage): isOwn(leads.reached[stage])
            case .lost: isOwn(leads.lost)
            case .response: true
            }
        let hasAmount = leads.amounts.map { $0[lead.row] != Leads.noAmount } ?? false
        guard !knowsItself || isAmount && !hasAmount else { return [lead] }
        var own = lead
        if isAmount && !hasAmount { (own.amount, own.role) = (nil, .lead) }
        return [own]
            + taken.map { row in
                var amount: Number?
                if isAmount && !hasAmount, let money = deals.rows.amounts?[row], money != Leads.noAmount,
                    taken.count == 1 || isWon(deals.rows, row)
                {
                    amount = Number(Int128(money), over: Int128(facts.currency.minorUnits))
                }
                return CountedRow(
                    table: .deals, row: row, day: lead.day, customer: deals.rows.customers?[row] ?? 0, amount: amount,
                    role: .deal)
            }
    }

    private func isWon(_ deals: Leads, _ row: Int) -> Bool {
        guard let won = stages.firstIndex(of: "won") else { return false }
        return course(deals, row).days[won] != nil
    }
}
