import Facts

extension Assembler {
    /// Leads: of `leads`, or where there is none of `lead_events`.
    mutating func readLeads() {
        var merged = merged("leads")
        let amounts = convert(&merged)
        merged.applyLoadRule()
        let rows = finish(merged)
        if !rows.isEmpty { takeLeads(merged, amounts, rows) }
        readEvents()
    }

    private mutating func takeLeads(_ merged: Merged, _ amounts: Amounts, _ rows: [Int]) {
        amounts.note(rows, in: &exchange)
        var table = Leads(stages: settings.stages, dimensions: settings.dimensions.count)
        let isWhole = rows.count == merged.count && merged.homes.isEmpty
        func column(_ name: String) -> [Stamp]? {
            merged.stamps(name).map { stamps in isWhole ? stamps : rows.map { stamps[$0] } }
        }
        if let ids = merged.list("lead_id") {
            if isWhole { table.ids = ids } else { for row in rows { table.ids.append(ids[row]) } }
        }
        for (index, stage) in settings.stages.enumerated() {
            table.reached[index] = column(index == 0 ? "created_at" : stage + "_at")
        }
        table.responded = column("first_response_at")
        table.lost = column("lost_at")
        if merged.numbers("amount") != nil { table.amounts = rows.map { amounts.minor[$0] } }
        table.customers = customerCodes(merged, rows)
        table.members = members(merged, rows)
        facts.leads = table
        reportSpans(merged, rows)
    }

    /// Reports leads that were won or answered before they were created. They are kept.
    private mutating func reportSpans(_ merged: Merged, _ rows: [Int]) {
        guard let created = merged.stamps("created_at") else { return }
        let checks = [
            ("won_at", FindingCode.wonBeforeCreated, "won"),
            ("first_response_at", FindingCode.answeredBeforeCreated, "answered"),
        ]
        for (name, kind, event) in checks {
            guard let later = merged.stamps(name) else { continue }
            for row in rows where !later[row].isMissing && later[row] < created[row] {
                guard
                    let (file, line) = place(
                        merged, row, needsLine: found[file(merged, row)].count(of: kind) < Finding.shownPlaces)
                else { continue }
                found[file].add(
                    Finding(
                        kind, file: files[file].file.path, line: line, column: name, ["event": event, "column": name]))
            }
        }
    }

    /// A lead's amount, which the latest event with one gives, in the currency that the latest event with one gives.
    private mutating func amount(_ amounts: Amounts, _ row: Int, _ currency: String) -> Int64 {
        guard row >= 0, let (index, value) = amounts.value(row) else { return Leads.noAmount }
        let own = amounts.currency(row, index)
        let code = currency.isEmpty ? own : currency
        guard let rate = exchange.rate(code), let minor = exchange.minor(value, rate: rate, factor: (1, 1)) else {
            general.add(Finding(.amountWithoutRate, file: "", ["currency": code]))
            return Leads.noAmount
        }
        exchange.note(value, currency: code, factor: (1, 1), minor: minor)
        return minor
    }

    private mutating func readEvents() {
        var merged = merged("lead_events")
        let amounts = convert(&merged)
        merged.applyLoadRule()
        if facts.leads != nil {
            exclude(&merged, "used where there is no `leads`; there is")
            finish(merged)
            return
        }
        guard let at = merged.stamps("at"), let ids = merged.texts("lead_id"), let stages = merged.texts("stage") else {
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
        var (responded, lost, money): ([Stamp], [Stamp], [Int64]) = ([], [], [])
        var latest: [[Int]] = []
        let customers = merged.texts("customer_id")
        let currencies = merged.texts("currency")
        let cells = [customers] + settings.dimensions.map { merged.texts($0) }
        var index = 0
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
                if amounts.minor[row] != Amounts.missing { paid = row }
                if let currencies, currencies.codes[row] != 0 { priced = row }
                for (place, cell) in cells.enumerated() { if let cell, cell.codes[row] != 0 { newest[place] = row } }
            }
            if stamps[0].isMissing { stamps[0] = at[sorted[first]] }
            table.ids.append(ids.pool.text(ids.codes[sorted[first]]))
            for stage in stamps.indices { table.reached[stage]!.append(stamps[stage]) }
            responded.append(answer)
            lost.append(loss)
            money.append(amount(amounts, paid, currencies.map { priced < 0 ? "" : $0.pool.text($0.codes[priced]) } ?? ""))
            latest.append(newest)
        }
        table.responded = responded
        table.lost = lost
        if merged.numbers("amount") != nil { table.amounts = money }
        if let customers {
            table.customers = latest.map { $0[0] < 0 ? 0 : facts.customerIDs.code(customers.pool.text(customers.codes[$0[0]])) }
        }
        for dimension in settings.dimensions.indices {
            guard let column = cells[dimension + 1] else { continue }
            table.members[dimension] = latest.map { rows in
                let row = rows[dimension + 1]
                return row < 0 ? 0 : facts.dimensions[dimension].members.code(column.pool.text(column.codes[row]))
            }
        }
        facts.leads = table
    }
}
