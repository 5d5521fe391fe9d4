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

        // Each lead's events in the order of time; those at the same time in the order of files and lines.
        let rank = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
        let sorted = rows.sorted { (ids.codes[$0], at[$0], rank[$0]!) < (ids.codes[$1], at[$1], rank[$1]!) }
        let kinds = stages.pool.texts.map { Vocabulary.leadEvent($0, stages: settings.stages) }
        var table = Leads(stages: settings.stages, dimensions: settings.dimensions.count)
        table.reached = settings.stages.map { _ in [] }
        var (responded, lost, money): (StampColumn, StampColumn, [Int64]) = ([], [], [])
        var latest: [[Int]] = []
        let customers = merged[.customerID]
        let currencies = merged[.currency]
        let cells = [customers] + settings.dimensions.map { merged[.dimension($0)] } + [merged[.owner]]
        var index = 0
        var events: [[Origins.Part]] = []
        while index < sorted.count {
            let first = index
            while index < sorted.count, ids.codes[sorted[index]] == ids.codes[sorted[first]] { index += 1 }
            var stamps = [Stamp](repeating: .missing, count: settings.stages.count)
            var (answer, loss, paid, priced) = (Stamp.missing, Stamp.missing, -1, -1)
            var newest = [Int](repeating: -1, count: cells.count)
            for row in sorted[first..<index] {
                switch kinds[Int(stages.codes[row])] {
                case .stage(let stage)? where stamps[stage].isMissing: stamps[stage] = at[row]
                case .lost? where loss.isMissing: loss = at[row]
                case .firstResponse? where answer.isMissing: answer = at[row]
                default: break
                }
                if amounts.minor[row] != TableAmounts.missing { paid = row }
                if let currencies, currencies.codes[row] != 0 { priced = row }
                for (place, cell) in cells.enumerated() { if let cell, cell.codes[row] != 0 { newest[place] = row } }
            }
            if stamps[0].isMissing { stamps[0] = at[sorted[first]] }
            if settings.keepsOrigins {
                events.append(sorted[first..<index].map { Origins.Part(row: $0, day: at[$0].day(in: settings.zone)) })
            }
            table.ids.append(ids.pool.text(ids.codes[sorted[first]]))
            for stage in stamps.indices { table.reached[stage]!.append(stamps[stage]) }
            responded.append(answer)
            lost.append(loss)
            money.append(amount(amounts, paid, currencies.map { priced < 0 ? "" : $0.pool.text($0.codes[priced]) } ?? ""))
            latest.append(newest)
        }
        table.responded = responded
        table.lost = lost
        if merged[.amount] != nil { table.amounts = WholeColumn(money) }
        if let customers {
            table.customers = latest.map { $0[0] < 0 ? 0 : facts.customerIDs.code(customers.pool.text(customers.codes[$0[0]])) }
        }
        for dimension in settings.dimensions.indices {
            guard let column = cells[dimension + 1] else { continue }
            table.members[dimension] = CodeColumn(
                latest.map { rows in
                    let row = rows[dimension + 1]
                    return row < 0 ? 0 : facts.dimensions[dimension].members.code(column.pool.text(column.codes[row]))
                })
        }
        if let owners = merged[.owner] {
            table.owners = CodeColumn(
                latest.map { rows in
                    let row = rows[cells.count - 1]
                    return row < 0 ? 0 : facts.leadOwners.code(owners.pool.text(owners.codes[row]))
                })
        }
        facts.leads = table
        noteOrigins(.leads, merged, events)
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
