import Facts

/// What sources use to build their tables of facts.
extension Assembler {
    /// The amounts of a table; rows whose amount cannot be converted are rejected.
    mutating func convert(_ merged: inout Merged, except: (Int) -> Bool = { _ in false }) -> TableAmounts {
        let interval = rules(merged.source).interval.flatMap(Vocabulary.months(interval:))
        let amounts = TableAmounts(merged, exchange, interval: interval)
        reject(amounts.problems.filter { merged.fates[$0.row] == .fact && !except($0.row) }, &merged)
        return amounts
    }

    /// A column of numbers in billionths; rows whose number does not fit are rejected.
    mutating func quantities(_ merged: inout Merged, _ key: NumberKey) -> [Int64]? {
        guard let numbers = merged[key] else { return nil }
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
                problems.append((row, Problem(.tooLarge, column: merged.source.places[key], ["what": "number"])))
            }
        }
        reject(problems, &merged)
        return values
    }

    /// Customer codes of the rows; nil where no file has the column.
    mutating func customerCodes(_ merged: Merged, _ rows: FactRows) -> [UInt32]? {
        guard let column = merged[.customerID] else { return nil }
        return Assembler.codes(column, rows, in: &facts.customerIDs)
    }

    /// The rows' cells for the pipeline's dimensions.
    mutating func members(_ merged: Merged, _ rows: FactRows) -> MemberColumns {
        settings.dimensions.indices.map { index in
            guard let column = merged[.dimension(settings.dimensions[index])] else { return nil }
            return CodeColumn(Assembler.codes(column, rows, in: &facts.dimensions[index].members))
        }
    }

    /// Turns the cells of a column, all of whose rows are facts, into codes of a pool where they are.
    static func takeCodes(_ column: inout TextColumn, in pool: inout Pool) -> CodeColumn {
        var own = column.codes
        column.codes = []
        // New codes are given in the order of the rows; what no row has gets none.
        var map = Array(0..<UInt32(column.pool.count))
        let firsts = own.firsts(below: column.pool.count)
        let texts = column.pool
        for (code, own) in zip(firsts, pool.codes(firsts.count) { texts.text(firsts[$0]) }) { map[Int(code)] = own }
        own.replaceAll(by: map, most: UInt32(max(pool.count, column.pool.count)))
        return own
    }

    /// The codes of the rows' cells.
    static func codes(_ column: TextColumn, _ rows: FactRows, in pool: inout Pool) -> [UInt32] {
        // What other sources have named before is looked up several at once; new codes are given in the order of the rows.
        var map = pool.known(column.pool.count) { column.pool.text($0) }
        var (new, rest) = ([UInt32](), map.count { $0 == UInt32.max })
        if rest > 0 {
            var isNew = map.map { $0 == UInt32.max }
            for row in rows {
                let code = Int(column.codes[row])
                guard isNew[code] else { continue }
                isNew[code] = false
                new.append(UInt32(code))
                rest -= 1
                if rest == 0 { break }
            }
        }
        for (code, own) in zip(new, pool.codes(new.count) { [new] in column.pool.text(new[$0]) }) { map[Int(code)] = own }
        return rows.map { map[Int(column.codes[$0])] }
    }

    /// The rows' texts of a column; empty where missing.
    func strings(_ merged: Merged, _ key: TextKey, _ rows: FactRows) -> [String] {
        guard let column = merged[key] else { return Array(repeating: "", count: rows.count) }
        if column.pool.count > rows.count / 2 { return rows.map { column.pool.text(column.codes[$0]) } }
        let texts = column.pool.texts
        return rows.map { texts[Int(column.codes[$0])] }
    }

    /// The day of a row's time; nil where it is missing.
    func day(_ stamps: StampColumn?, _ row: Int) -> Day? {
        guard let stamps, !stamps[row].isMissing else { return nil }
        return stamps[row].day(in: settings.zone)
    }

    /// Leaves out what is left of a source that stands in for another, which is there.
    mutating func excludeStandIn(_ merged: inout Merged) {
        guard let other = merged.source.standsInFor else { return }
        var count = 0
        for row in merged.fates.indices where merged.fates[row] == .fact {
            merged.fates[row] = .excluded
            count += 1
        }
        guard count > 0 else { return }
        let why = "used where there is no `\(other)`; there is"
        general.add(Finding(.sourceNotUsed, .note, file: "", ["rows": count, "source": merged.source.name, "why": why]))
    }

    /// Leaves out rows of a source whose meaning depends on what came later, where they are after the as-of date.
    func excludeLater(_ merged: inout Merged, _ isLater: (Int) -> Bool) {
        for row in merged.fates.indices where merged.fates[row] == .fact && isLater(row) { merged.fates[row] = .excluded }
    }
}
