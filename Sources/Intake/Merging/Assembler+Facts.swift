import Facts

extension Assembler {
    /// The rates of `fx_rates`.
    mutating func readRates() {
        var merged = merged("fx_rates")
        merged.applyLoadRule()
        let day = settings.fxDate ?? settings.calendar.startOfFiscalYear(settings.asOf)
        exchange.take(merged, on: day)
        finish(merged)
    }

    /// Costs, surveys, customers, use, team sizes, one-off sales.
    mutating func readRest() {
        readCustomers()
        readSpend()
        readSurveys()
        readUsage()
        readHeadcount()
        readOneOffs()
    }

    private mutating func readCustomers() {
        var merged = merged("customers")
        merged.applyLoadRule()
        let rows = finish(merged)
        guard !rows.isEmpty else { return }
        var table = Customers(dimensions: settings.dimensions.count)
        table.customers = customerCodes(merged, rows) ?? []
        table.names = strings(merged, "name", rows)
        table.owners = strings(merged, "owner", rows)
        table.initiatives = strings(merged, "initiative", rows)
        table.members = members(merged, rows)
        facts.customers = table
    }

    private mutating func readSpend() {
        var merged = merged("spend")
        let amounts = convert(&merged)
        merged.applyLoadRule()
        let rows = finish(merged)
        guard !rows.isEmpty, let dates = merged.days("date") else { return }
        amounts.note(rows, in: &exchange)
        let ends = merged.days("end_date")
        var table = Spend(dimensions: settings.dimensions.count)
        let categories = merged.texts("category")
        let byCode = categories?.pool.texts.map(Vocabulary.category) ?? []
        for row in rows {
            table.starts.append(dates.first(row)!)
            table.ends.append(ends?.last(row) ?? dates.last(row)!)
            table.amounts.append(amounts.minor[row])
            table.categories.append(categories.map { byCode[Int($0.codes[row])] } ?? .other)
        }
        table.customers = customerCodes(merged, rows)
        table.initiatives = strings(merged, "initiative", rows)
        table.members = members(merged, rows)
        table.hasCategory = categories != nil
        facts.spend = table
    }

    private mutating func readSurveys() {
        var merged = merged("nps")
        merged.applyLoadRule()
        let rows = finish(merged)
        guard !rows.isEmpty, let scores = merged.numbers("score") else { return }
        let (invited, responded) = (merged.stamps("invited_at"), merged.stamps("responded_at"))
        var table = Surveys(dimensions: settings.dimensions.count)
        for row in rows {
            let invitation = day(invited, row)
            table.invited.append(invitation ?? .distantPast)
            if let score = scores[row] {
                table.scores.append(Int8(score.digits / Int64(ExactDecimal.powersOfTen[score.scale])))
                table.responded.append(day(responded, row) ?? invitation ?? .distantPast)
            } else {
                table.scores.append(-1)
                table.responded.append(.distantPast)
            }
        }
        table.customers = customerCodes(merged, rows)
        table.comments = strings(merged, "comment", rows)
        table.members = members(merged, rows)
        table.hasInvited = invited != nil
        facts.surveys = table
    }

    private mutating func readUsage() {
        var merged = merged("usage")
        let active = quantities(&merged, "active_users")
        let seats = quantities(&merged, "seats")
        merged.applyLoadRule()
        let rows = finish(merged)
        guard !rows.isEmpty, let dates = merged.days("date"), let active else { return }
        var table = Usage()
        table.customers = customerCodes(merged, rows) ?? []
        table.days = rows.map { dates.last($0)! }
        table.active = rows.map { active[$0] }
        table.seats = seats.map { seats in rows.map { seats[$0] } }
        facts.usage = table
    }

    private mutating func readHeadcount() {
        var merged = merged("headcount")
        let sizes = quantities(&merged, "fte")
        merged.applyLoadRule()
        let rows = finish(merged)
        guard !rows.isEmpty, let dates = merged.days("date"), let sizes else { return }
        var table = Headcount(dimensions: settings.dimensions.count)
        table.days = rows.map { dates.first($0)! }
        table.teams = strings(merged, "team", rows)
        table.fte = rows.map { sizes[$0] }
        table.members = members(merged, rows)
        facts.headcount = table
    }

    private mutating func readOneOffs() {
        var merged = merged("one_off_revenue")
        let amounts = convert(&merged)
        merged.applyLoadRule()
        let rows = finish(merged)
        guard !rows.isEmpty, let dates = merged.days("date") else { return }
        amounts.note(rows, in: &exchange)
        let customers = customerCodes(merged, rows)
        let initiatives = strings(merged, "initiative", rows)
        facts.oneOffs = rows.indices.map { index in
            let row = rows[index]
            return OneOff(
                day: dates.first(row)!, amount: amounts.minor[row], customer: customers?[index] ?? 0,
                initiative: initiatives[index])
        }
    }

    // What the builders share.

    /// The amounts of a table; rows whose amount cannot be converted are set aside.
    mutating func convert(_ merged: inout Merged, except: (Int) -> Bool = { _ in false }) -> Amounts {
        let interval = rules(merged.source.name).interval.flatMap(Vocabulary.months(interval:))
        let amounts = Amounts(merged, exchange, interval: interval)
        setAside(amounts.problems.filter { merged.fates[$0.row] == .fact && !except($0.row) }, &merged)
        return amounts
    }

    /// A column of numbers in billionths; rows whose number does not fit are set aside.
    private mutating func quantities(_ merged: inout Merged, _ name: String) -> [Int64]? {
        guard let numbers = merged.numbers(name) else { return nil }
        var values: [Int64] = []
        var problems: [(row: Int, problem: Problem)] = []
        values.reserveCapacity(merged.count)
        for row in 0..<merged.count {
            guard let number = numbers[row] else {
                values.append(Quantity.missing)
                continue
            }
            let value = Quantity.billionths(number)
            values.append(value ?? 0)
            if value == nil {
                problems.append(
                    (
                        row,
                        Problem(
                            .tooLarge, column: merged.source.index(name), ["what": "number"])
                    ))
            }
        }
        setAside(problems, &merged)
        return values
    }

    /// Customer codes of the rows; nil where no file has the column.
    mutating func customerCodes(_ merged: Merged, _ rows: [Int]) -> [UInt32]? {
        guard let column = merged.texts("customer_id") else { return nil }
        return codes(column, rows, in: &facts.customerIDs)
    }

    /// The rows' cells for the pipeline's dimensions.
    mutating func members(_ merged: Merged, _ rows: [Int]) -> MemberColumns {
        settings.dimensions.indices.map { index in
            guard let column = merged.texts(settings.dimensions[index]) else { return nil }
            return codes(column, rows, in: &facts.dimensions[index].members)
        }
    }

    private func codes(_ column: TextColumn, _ rows: [Int], in pool: inout Pool) -> [UInt32] {
        var map = [UInt32](repeating: UInt32.max, count: column.pool.count)
        map[0] = 0
        return rows.map { row in
            let code = Int(column.codes[row])
            if map[code] == UInt32.max { map[code] = pool.code(column.pool.text(UInt32(code))) }
            return map[code]
        }
    }

    /// The rows' texts of a column; empty where missing.
    func strings(_ merged: Merged, _ name: String, _ rows: [Int]) -> [String] {
        guard let column = merged.texts(name) else { return Array(repeating: "", count: rows.count) }
        if column.pool.count > rows.count / 2 { return rows.map { column.pool.text(column.codes[$0]) } }
        let texts = column.pool.texts
        return rows.map { texts[Int(column.codes[$0])] }
    }

    private func day(_ stamps: [Stamp]?, _ row: Int) -> Day? {
        guard let stamps, !stamps[row].isMissing else { return nil }
        return stamps[row].day(in: settings.zone)
    }
}
