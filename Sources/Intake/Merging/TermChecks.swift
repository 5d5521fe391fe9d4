import Facts

extension Assembler {
    /// Reports customers whose terms sum to less than 0 on a day up to the as-of date: they count as 0 there.
    mutating func reportNegativeARR() {
        guard let terms = facts.terms, terms.arr.contains(where: { $0 < 0 }) else { return }
        // Only a customer with a term below 0 can come below 0.
        var rows: [UInt32: [Int]] = [:]
        for row in 0..<terms.count where terms.arr[row] < 0 { rows[terms.customers[row]] = [] }
        for row in 0..<terms.count where rows[terms.customers[row]] != nil && terms.starts[row] <= settings.asOf {
            rows[terms.customers[row]]!.append(row)
        }
        var below: [(id: String, day: Day, lowest: Int128)] = []
        for (customer, rows) in rows where customer != 0 {
            var steps: [Day: Int128] = [:]
            for row in rows where terms.ends[row] > terms.starts[row] {
                steps[terms.starts[row], default: 0] += Int128(terms.arr[row])
                steps[terms.ends[row], default: 0] -= Int128(terms.arr[row])
            }
            var (sum, lowest, first): (Int128, Int128, Day?) = (0, 0, nil)
            for (day, step) in steps.sorted(by: { $0.key < $1.key }) where day <= settings.asOf {
                sum += step
                if sum < 0, first == nil { first = day }
                lowest = min(lowest, sum)
            }
            if let first { below.append((facts.customerIDs[customer], first, lowest)) }
        }
        guard !below.isEmpty else { return }
        below.sort { $0.day != $1.day ? $0.day < $1.day : precedes($0.id, $1.id) }
        let sum = Number(below.reduce(0) { $0 + $1.lowest }, over: Int128(settings.currency.minorUnits))
        general.addApart(
            Finding(
                .negativeARR, file: "", column: "arr",
                [
                    "customers": Assembler.counted(below.count, "customer"), "id": Recognition.shortened(below[0].id, 40),
                    "day": below[0].day,
                    "money": sum.fixed(settings.currency.minorDigits), "currency": settings.currency.code,
                ]))
    }

    /// Reports terms of one subscription and plan that overlap: they are summed.
    ///
    /// - Parameter rows: The rows of `merged` that the terms are of, in their order.
    mutating func reportOverlaps(_ terms: Terms, _ merged: Merged, _ rows: FactRows) {
        guard let ids = merged[.subscriptionID] else { return }
        let plans = merged[.plan]
        var times = [UInt32](repeating: 0, count: ids.pool.count)
        for row in rows { times[Int(ids.codes[row])] += 1 }
        times[0] = 0
        guard times.contains(where: { $0 > 1 }) else { return }
        let repeated = rows.indices.filter { times[Int(ids.codes[rows[$0]])] > 1 && terms.ends[$0] > terms.starts[$0] }
        func holder(_ index: Int) -> UInt64 { UInt64(ids.codes[rows[index]]) << 32 | UInt64(plans?.codes[rows[index]] ?? 0) }
        let sorted = repeated.map { (holder: holder($0), start: terms.starts[$0], index: $0) }.sorted {
            ($0.holder, $0.start, $0.index) < ($1.holder, $1.start, $1.index)
        }
        var (found, sum): ([Int], Int128) = ([], 0)
        var (last, end): (UInt64?, Day) = (nil, .distantPast)
        for (holder, start, index) in sorted {
            if holder == last, start < end {
                found.append(index)
                sum += Int128(terms.arr[index])
                end = max(end, terms.ends[index])
            } else {
                (last, end) = (holder, terms.ends[index])
            }
        }
        guard let first = found.min(), let (file, line) = place(merged, rows[first]) else { return }
        let now = found.filter { terms.starts[$0] <= settings.asOf && terms.ends[$0] > settings.asOf }
        self.found[file].add(
            Finding(
                .overlappingTerms, file: files[file].file.path, line: line, column: "start_date",
                [
                    "terms": Assembler.counted(found.count, "term"),
                    "subscriptions": Assembler.counted(Set(found.map { terms.ids[$0] }).count, "subscription"),
                    "id": Recognition.shortened(terms.ids[first], 40), "day": terms.starts[first], "money": money(sum),
                    "now": money(now.reduce(0) { $0 + Int128(terms.arr[$1]) }), "asOf": settings.asOf,
                    "currency": settings.currency.code,
                ]))
    }
}
