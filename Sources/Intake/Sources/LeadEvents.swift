import Facts

extension Source {
    /// What happened to leads, one row a change of stage.
    static let leadEvents = Source(
        name: .leadEvents, role: .metrics, standsInFor: .leads,
        isRegular: true,
        load: .append,
        words: ["lead events", "lead event", "lead history", "stage history", "stage changes", "线索事件", "阶段变更", "阶段历史", "线索历史"],
        columns: [
            Column.text(.leadOfEvent, "lead", "record id", "lead number", "deal id", "线索编号", "线索id", "商机编号", "线索号").required
                .anID,
            Column.word(.stage, "to stage", "new stage", "stage name", "status", "event", "new value", "阶段", "新阶段", "事件", "状态")
                .required,
            Column.stamp(
                .at, "time", "timestamp", "date", "entered at", "changed at", "changed on", "edit date", "event time", "时间",
                "日期", "进入时间", "变更时间", "发生时间"
            ).required,
            .amount.also("deal amount", "deal value", "opportunity amount", "商机金额", "成交金额"), .currency, .customerID,
        ], money: [.amount(.amount)],
        checks: [
            .word(.stage) { text, settings in
                Vocabulary.leadEvent(text, stages: settings.stages) != nil ? nil : .unknownStage
            }
        ], events: [.time(.at)], dated: .time([.at]), needs: [.owner],
        after: [.exchangeRates, .leads], build: { $0.buildLeadEvents(&$1) })
}

extension AnyColumnKey where Self == TextKey {
    static var leadOfEvent: Self { Self("lead_id") }
}

extension AnyColumnKey where Self == StampKey {
    static var at: Self { Self("at") }
}

extension Assembler {
    fileprivate mutating func buildLeadEvents(_ merged: inout Merged) {
        let amounts = convert(&merged)
        merged.applyLoadRule()
        if facts.leads != nil {
            excludeStandIn(&merged)
            finish(merged)
            return
        }
        guard let at = merged[.at], let ids = merged[.leadOfEvent], let stages = merged[.stage] else {
            finish(merged)
            return
        }
        let end = Stamp(startOf: settings.asOf + 1, in: settings.zone).microseconds
        excludeLater(&merged) { at[$0].microseconds >= end }
        let rows = finish(merged)
        guard !rows.isEmpty else { return }

        // Each lead's events in the order of time; sorting keeps those at the same time in the order of files and lines.
        var events = rowsByGroup(rows, by: ids.codes, groups: ids.pool.count)
        let leads = zip(events.offsets, events.offsets.dropFirst()).map { $0..<$1 }.filter { !$0.isEmpty }
        for lead in leads where lead.count > 1 { events.rows[lead].sort { at[$0] < at[$1] } }
        let kinds = stages.pool.texts.map { Vocabulary.leadEvent($0, stages: settings.stages) }
        var table = Leads(stages: settings.stages, dimensions: settings.dimensions.count)
        var reached: [StampColumn] = settings.stages.map { _ in [] }
        var (responded, lost, money): (StampColumn, StampColumn, [Int64]) = ([], [], [])
        let customers = merged[.customerID]
        let currencies = merged[.currency]
        let cells = [customers] + settings.dimensions.map { merged[.dimension($0)] } + [merged[.owner]]
        // By column each lead's latest cell, 0 where no event has one.
        var latest = cells.map { $0.map { TextColumn(codes: [], pool: $0.pool) } }
        var newest = [UInt32](repeating: 0, count: cells.count)
        var origins: [[Origins.Part]] = []
        var stamps = [Stamp](repeating: .missing, count: settings.stages.count)
        for own in leads.lazy.map({ events.rows[$0] }) {
            for stage in stamps.indices { stamps[stage] = .missing }
            for place in newest.indices { newest[place] = 0 }
            var (answer, loss, paid, priced) = (Stamp.missing, Stamp.missing, -1, -1)
            for row in own {
                switch kinds[Int(stages.codes[row])] {
                case .stage(let stage)? where stamps[stage].isMissing: stamps[stage] = at[row]
                case .lost? where loss.isMissing: loss = at[row]
                case .firstResponse? where answer.isMissing: answer = at[row]
                default: break
                }
                if amounts.minor[row] != TableAmounts.missing { paid = row }
                if let currencies, currencies.codes[row] != 0 { priced = row }
                for (place, cell) in cells.enumerated() {
                    if let cell, cell.codes[row] != 0 { newest[place] = cell.codes[row] }
                }
            }
            let first = own.first!
            if stamps[0].isMissing { stamps[0] = at[first] }
            if settings.keepsOrigins {
                origins.append(own.map { Origins.Part(row: $0, day: at[$0].day(in: settings.zone)) })
            }
            ids.pool.withBytes(ids.codes[first]) { table.ids.append($0) }
            for stage in stamps.indices { reached[stage].append(stamps[stage]) }
            for place in newest.indices { latest[place]?.codes.append(newest[place]) }
            responded.append(answer)
            lost.append(loss)
            money.append(amount(amounts, paid, currencies.map { priced < 0 ? "" : $0.pool.text($0.codes[priced]) } ?? ""))
        }
        for (stage, column) in reached.enumerated() { table.reached[stage] = column }
        table.responded = responded
        table.lost = lost
        if merged[.amount] != nil { table.amounts = WholeColumn(money) }
        let all = FactRows(all: leads.count)
        table.customers = latest[0].map { Assembler.codes($0, all, in: &facts.customerIDs) }
        for dimension in settings.dimensions.indices {
            table.members[dimension] = latest[dimension + 1].map {
                CodeColumn(Assembler.codes($0, all, in: &facts.dimensions[dimension].members))
            }
        }
        table.owners = latest[cells.count - 1].map { CodeColumn(Assembler.codes($0, all, in: &facts.leadOwners)) }
        facts.leads = table
        noteOrigins(.leads, merged, origins)
    }

    /// A lead's amount, which the latest event with one gives, in the currency that the latest event with one gives.
    private mutating func amount(_ amounts: TableAmounts, _ row: Int, _ currency: String) -> Int64 {
        guard row >= 0, let (place, value) = amounts.value(row) else { return Leads.noAmount }
        let own = amounts.currency(row, place)
        let code = currency.isEmpty ? own : currency
        guard let rate = exchange.rate(code), let minor = exchange.minor(value, rate: rate, factor: (1, 1)) else {
            general.add(Finding(.amountWithoutRate, file: "", ["currency": code]))
            return Leads.noAmount
        }
        exchange.note(value, currency: code, factor: (1, 1), minor: minor)
        return minor
    }
}
