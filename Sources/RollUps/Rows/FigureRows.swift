import Facts

extension RowFinder {
    /// The values behind a figure of the company's own: of a flow each with its part, of a stock the latest of each combination of
    /// members.
    func figures(_ id: String, _ frame: Frame, _ slice: Int) -> [CountedRow] {
        guard let table = facts.figures, let key = Measure.figureKey(id),
            let place = table.list.firstIndex(where: { Figure.key($0.name) == key })
        else { return [] }
        let figure = table.list[place]
        let columns = rollUp.members.columns(own: table.members, customers: nil)
        let divisor = figure.unit == .money ? Int128(facts.currency.minorUnits) : Int128(Quantity.scale)
        let rows = (0..<table.count).filter { row in
            Int(table.figures[row]) == place && (slice == 0 || columns.contains { $0.slice(row) == slice })
        }
        func counted(_ row: Int, _ day: Day, _ value: Int128, _ role: CountedRow.Role) -> CountedRow {
            CountedRow(table: .figures, row: row, day: day, customer: 0, amount: Number(value, over: divisor), role: role)
        }
        switch figure.kind {
        case .flow:
            let last = min(frame.end, rollUp.settings.asOf)
            return rows.compactMap { row in
                var (sum, days, first): (Int128, Int, Day?) = (0, 0, nil)
                FigureDays.spread(
                    table.values[row], from: table.starts[row], to: table.ends[row], isMoney: figure.unit == .money
                ) { day, value in
                    guard day >= frame.start, day <= last else { return }
                    first = first ?? day
                    days += 1
                    sum += value
                }
                guard let first, sum != 0 else { return nil }
                let all = max(1, table.ends[row] - table.starts[row] + 1)
                let whole = Number(table.values[row], over: divisor)
                return counted(row, first, sum, all == 1 ? .counts : .days(days, of: all, whole: whole))
            }
        case .stock:
            let day = min(frame.stock, rollUp.settings.asOf)
            var latest: [[Int]: Day] = [:]
            let known = rows.filter { table.ends[$0] <= day }
            func members(_ row: Int) -> [Int] { columns.map { $0.slice(row) } }
            for row in known { latest[members(row)] = max(latest[members(row)] ?? table.ends[row], table.ends[row]) }
            return known.filter { latest[members($0)] == table.ends[$0] }
                .map { counted($0, table.ends[$0], table.values[$0], .counts) }
        }
    }
}
