import Facts

/// How deals become their table, and which lead takes each.
extension Assembler {
    /// Takes the rows of `opportunities`.
    mutating func buildDeals(_ merged: inout Merged) {
        defer { leadRows = nil }
        let amounts = convert(&merged)
        applyLoadRule(&merged, amounts)
        let rows = finish(merged)
        guard !rows.isEmpty else { return }
        amounts.note(rows, in: &exchange)
        var table = Deals(stages: settings.stages, dimensions: settings.dimensions.count)
        func column(_ key: StampKey) -> StampColumn? { merged[key].map { $0.picked(rows) } }
        if let ids = merged[.dealID] { table.rows.ids = rows.areAll ? ids : ids.filtered(rows) }
        for (index, stage) in settings.stages.enumerated() {
            table.rows.reached[index] = index == 0 || stage == "opportunity" ? column(.createdAt) : column(.stage(stage))
        }
        table.rows.lost = column(.lostAt)
        if merged[.amount] != nil { table.rows.amounts = WholeColumn(rows.lazy.map { amounts.minor[$0] }) }
        table.rows.customers = customerCodes(merged, rows)
        table.rows.members = members(merged, rows)
        reportSpans(merged, rows, of: "deal", [(.wonAt, .wonBeforeCreated, "won")])
        let match = match(merged, rows, table)
        table.leads = match.leads
        report(match, table)
        leaveOutTooLarge(&table)
        facts.deals = table
        noteOrigins(.deals, merged, rows)
    }

    /// Takes the amounts from deals whose lead's amount, which is the sum of theirs, could not be held.
    private mutating func leaveOutTooLarge(_ table: inout Deals) {
        guard let amounts = table.rows.amounts, let leads = facts.leads else { return }
        let large = Int64.max >> 20
        // A million deals of less cannot add up to too much.
        guard amounts.contains(where: { $0 != Leads.noAmount && ($0 > large || $0 < -large) }) else { return }
        var sums: [Int32: (sum: UInt128, rows: [Int])] = [:]
        for row in amounts.indices where amounts[row] != Leads.noAmount && table.leads[row] != Deals.noLead {
            sums[table.leads[row], default: (0, [])].sum += UInt128(amounts[row].magnitude)
            sums[table.leads[row]]?.rows.append(row)
        }
        for (lead, deals) in sums.sorted(by: { $0.key < $1.key }) where deals.sum > UInt128(Int64.max) {
            for row in deals.rows { table.rows.amounts?[row] = Leads.noAmount }
            general.add(
                Finding(.dealsTooLarge, file: "", ["count": deals.rows.count, "lead": leads.ids[Int(lead)]]))
        }
    }

    /// Finds the lead that takes each deal.
    private func match(_ merged: Merged, _ rows: FactRows, _ table: Deals) -> LeadMatch {
        func some(_ column: TextColumn?, _ rows: FactRows) -> TextColumn? {
            column.map { column in TextColumn(codes: CodeColumn(rows.lazy.map { column.codes[$0] }), pool: column.pool) }
        }
        let deals = LeadMatch.Rows(
            ids: table.rows.ids, created: table.rows.reached[0]!, others: some(merged[.leadIDs], rows),
            customers: table.rows.customers, companies: some(merged[.company], rows), emails: some(merged[.email], rows))
        var leads = LeadMatch.Rows(
            ids: facts.leads?.ids ?? TextList(), created: facts.leads?.reached[0] ?? [], customers: facts.leads?.customers)
        if let (all, rows) = leadRows {
            let texts = texts([.dealIDs, .company, .email], of: all)
            (leads.others, leads.companies, leads.emails) = (some(texts[0], rows), some(texts[1], rows), some(texts[2], rows))
        }
        return LeadMatch(
            leads: leads, deals: deals, before: Stamp(startOf: settings.asOf + 1, in: settings.zone),
            leadID: { spellings.id($0, of: IDKey.leadID.name) }, dealID: { spellings.id($0, of: IDKey.dealID.name) })
    }

    /// Says how many deals have a lead, and by what they were joined.
    private mutating func report(_ match: LeadMatch, _ deals: Deals) {
        let end = Stamp(startOf: settings.asOf + 1, in: settings.zone)
        let there = match.leads.indices.filter { deals.rows.reached[0]![$0] < end }
        guard !there.isEmpty else { return }
        guard facts.counted?.hasLeads == true || facts.leads?.reached[0]?.contains(where: { $0 < end }) == true else {
            general.add(Finding(.dealsAreLeads, file: "", ["deals": there.count, "asOf": settings.asOf]))
            return
        }
        let alone = there.filter { match.means[$0] == nil }
        let means = LeadMatch.Means.allCases.compactMap { means in
            let count = there.count { match.means[$0] == means }
            return count == 0 ? nil : "\(count) by \(means.inWords)"
        }
        var rest = ""
        let minor = alone.reduce(Int128(0)) { sum, row in
            let amount = deals.rows.amounts?[row] ?? Leads.noAmount
            return amount == Leads.noAmount ? sum : sum + Int128(amount)
        }
        if !alone.isEmpty {
            rest = "; \(alone.count) joined none and count by themselves, \(money(minor)) \(settings.currency.code)"
        }
        let strangers = alone.count { match.namesStrangers[$0] }
        if strangers > 0 { rest += "; \(strangers) name leads that no file has" }
        let todo = "give the export of deals the ids of their leads, or that of leads the ids of their deals"
        general.add(
            Finding(
                .joinedDeals, alone.count * 2 > there.count ? .warning : .note, file: "",
                [
                    "joined": there.count - alone.count, "deals": there.count,
                    "means": means.isEmpty ? "" : " (\(means.joined(separator: ", ")))", "rest": rest,
                    "todo": alone.isEmpty ? "" : todo,
                ]))
    }
}
