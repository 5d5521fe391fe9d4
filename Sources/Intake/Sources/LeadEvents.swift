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

        let events = LeadEvents(rows, ids, at)
        let kinds = stages.pool.texts.map { Vocabulary.leadEvent($0, stages: settings.stages) }
        var table = Leads(stages: settings.stages, dimensions: settings.dimensions.count)
        var reached: [StampColumn] = settings.stages.map { _ in [] }
        var (responded, lost, money): (StampColumn, StampColumn, [Int64]) = ([], [], [])
        let customers = merged[.customerID]
        let currencies = merged[.currency]
        let cells = [customers] + settings.dimensions.map { merged[.dimension($0)] } + [merged[.owner]]
        // By lead and column the latest event that has a cell there; −1 where none has.
        var latest: [Int32] = []
        var origins: [[Origins.Part]] = []
        var stamps = [Stamp](repeating: .missing, count: settings.stages.count)
        events.forEachLead { own in
            for stage in stamps.indices { stamps[stage] = .missing }
            var (answer, loss, paid, priced) = (Stamp.missing, Stamp.missing, -1, -1)
            let first = latest.count
            for _ in cells { latest.append(-1) }
            for row in own.lazy.map(Int.init) {
                switch kinds[Int(stages.codes[row])] {
                case .stage(let stage)? where stamps[stage].isMissing: stamps[stage] = at[row]
                case .lost? where loss.isMissing: loss = at[row]
                case .firstResponse? where answer.isMissing: answer = at[row]
                default: break
                }
                if amounts.minor[row] != TableAmounts.missing { paid = row }
                if let currencies, currencies.codes[row] != 0 { priced = row }
                for (place, cell) in cells.enumerated() {
                    if let cell, cell.codes[row] != 0 { latest[first + place] = Int32(row) }
                }
            }
            let start = Int(own.first!)
            if stamps[0].isMissing { stamps[0] = at[start] }
            if settings.keepsOrigins {
                origins.append(own.map { Origins.Part(row: Int($0), day: at[Int($0)].day(in: settings.zone)) })
            }
            ids.pool.withBytes(ids.codes[start]) { table.ids.append($0) }
            for stage in stamps.indices { reached[stage].append(stamps[stage]) }
            responded.append(answer)
            lost.append(loss)
            money.append(amount(amounts, paid, currencies.map { priced < 0 ? "" : $0.pool.text($0.codes[priced]) } ?? ""))
        }
        for (stage, column) in reached.enumerated() { table.reached[stage] = column }
        table.responded = responded
        table.lost = lost
        if merged[.amount] != nil { table.amounts = WholeColumn(money) }
        func codes(_ place: Int, _ code: (String) -> UInt32) -> [UInt32]? {
            cells[place].map { $0.codes(stride(from: place, to: latest.count, by: cells.count).lazy.map { latest[$0] }, code) }
        }
        table.customers = codes(0) { facts.customerIDs.code($0) }
        for dimension in settings.dimensions.indices {
            table.members[dimension] = codes(dimension + 1) { facts.dimensions[dimension].members.code($0) }.map(
                CodeColumn.init)
        }
        table.owners = codes(cells.count - 1) { facts.leadOwners.code($0) }.map(CodeColumn.init)
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

/// The rows of events by their leads, in the order in which ids were met: each one's in the order of time, those at the same time in the
/// order of files and lines.
private struct LeadEvents {
    private var rows: [Int32]
    /// Where the rows of each id begin, and their end.
    private let starts: [Int32]

    init(_ facts: FactRows, _ ids: TextColumn, _ at: StampColumn) {
        var starts = [Int32](repeating: 0, count: ids.pool.count + 1)
        for row in facts { starts[Int(ids.codes[row]) + 1] += 1 }
        for code in 0..<ids.pool.count { starts[code + 1] += starts[code] }
        var (next, rows) = (starts, [Int32](repeating: 0, count: facts.count))
        for row in facts {
            let code = Int(ids.codes[row])
            rows[Int(next[code])] = Int32(truncatingIfNeeded: row)
            next[code] += 1
        }
        (self.rows, self.starts) = (rows, starts)
        // Sorting keeps the order of those that are at the same time.
        for code in 0..<ids.pool.count where starts[code + 1] - starts[code] > 1 {
            self.rows[Int(starts[code])..<Int(starts[code + 1])].sort { at[Int($0)] < at[Int($1)] }
        }
    }

    /// Calls `body` with the rows of each id that has any.
    func forEachLead(_ body: (ArraySlice<Int32>) -> Void) {
        for code in 1..<starts.count where starts[code] > starts[code - 1] {
            body(rows[Int(starts[code - 1])..<Int(starts[code])])
        }
    }
}

extension TextColumn {
    /// The codes, in another pool, of the cells of some rows; 0 where a row is −1.
    ///
    /// - Parameter code: The other pool's code of a text, asked for once of each in the order in which they are met.
    fileprivate func codes(_ rows: some Sequence<Int32>, _ code: (String) -> UInt32) -> [UInt32] {
        var known = [UInt32?](repeating: nil, count: pool.count)
        return rows.map { row in
            guard row >= 0 else { return 0 }
            let own = codes[Int(row)]
            if let code = known[Int(own)] { return code }
            let new = code(pool.text(own))
            known[Int(own)] = new
            return new
        }
    }
}
