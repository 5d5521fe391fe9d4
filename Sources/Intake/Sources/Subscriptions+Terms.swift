import Facts

/// How subscriptions become terms of recurring revenue.
extension Assembler {
    /// Takes the rows of `subscriptions`.
    mutating func buildTerms(_ merged: inout Merged) {
        let whys = whyExcluded(merged)
        let isExcluded = { (row: Int) in whys?[row] != nil }
        let amounts = convert(&merged, except: isExcluded)
        let ends = settleEnds(&merged, isExcluded)
        let replaced = merged.applyLoadRule()
        report(replaced, merged, amounts)
        exclude(&merged, amounts) { whys?[$0] }
        if let ends, let starts = merged[.startDate] {
            exclude(&merged, amounts) { starts.first($0) == ends[$0] ? .termOfNoDays : nil }
        }
        reportOtherExports(merged, amounts, ends)
        let rows = finish(merged)
        guard !rows.isEmpty, let starts = merged[.startDate] else { return }
        amounts.note(rows, in: &exchange)
        var table = Terms(origin: .subscriptions, dimensions: settings.dimensions.count)
        table.ids = strings(merged, .subscriptionID, rows)
        table.customers = customerCodes(merged, rows) ?? []
        table.starts = rows.map { starts.first($0)! }
        table.ends = rows.map { ends?[$0] ?? .distantFuture }
        table.arr = rows.map { amounts.minor[$0] }
        if merged[.reason] != nil { table.reasons = strings(merged, .reason, rows) }
        table.members = members(merged, rows)
        table.hasEnds = merged[.endDate] != nil
        table.endsAreCancellations = endDates == .cancellation
        reportZeros(table, merged, rows)
        reportStatuses(table, merged, rows)
        facts.terms = table
        noteOrigins(.terms, merged, rows)
        noteTerms(merged)
        reportOverlaps(table, merged, rows)
    }

    /// Says what older exports of the same name have that may count twice, or that ended and nobody said so.
    private mutating func reportOtherExports(_ merged: Merged, _ amounts: TableAmounts, _ ends: [Day]?) {
        let keys: [any AnyColumnKey] = [TextKey.customerID, TextKey.plan, DayKey.startDate]
        let sum = { [currency = settings.currency] rows in amounts.text(rows, in: currency) }
        reportDoubtfulKeys(merged, by: keys, with: DayKey.startDate, orBy: TextKey.subscriptionID, sum: sum)
        reportRenumbered(merged, by: keys, orBy: TextKey.subscriptionID, amounts)
        // What ends is over soon, and what is worth nothing is not missed.
        reportUnlisted(
            merged,
            Listing(
                kind: .unlistedTerms, keys: keys, identity: TextKey.subscriptionID, share: (2, outOf: 3), least: 4),
            isMissed: { [asOf = settings.asOf] row in
                (ends.map { $0[row] } ?? .distantFuture) > asOf && amounts.minor[row] > 0
            }, sum: sum)
    }

    /// For each row that says that it does not count, why: it is no subscription (yet), or has ended and nobody knows when, or is charged
    /// once. Nil where none says so.
    private func whyExcluded(_ merged: Merged) -> [FindingCode?]? {
        let byStatus = whyExcludedByStatus(merged)
        let once = merged[.chargeType]?.rows(where: Vocabulary.isChargedOnce) ?? []
        guard !once.isEmpty else { return byStatus }
        var why = byStatus ?? Array(repeating: nil, count: merged.count)
        for row in once { why[row] = .chargedOnce }
        return why
    }

    private func whyExcludedByStatus(_ merged: Merged) -> [FindingCode?]? {
        guard let statuses = merged[.status] else { return nil }
        let meanings = statuses.pool.texts.map(TermStatus.meaning)
        guard meanings.contains(where: \.isNone) else { return nil }
        let ends = merged[.endDate]
        return statuses.codes.enumerated().map { row, code in
            switch meanings[Int(code)] {
            case .noTerm: .excludedStatus
            case .ended: ends?.first(row) == nil ? .endedWithoutDate : nil
            case .live, .paused, .unknown: nil
            }
        }
    }

    /// The first day without service by row, once it is decided what `end_date` holds; rows that end before they start are set
    /// aside. Nil where no file has the column.
    private mutating func settleEnds(_ merged: inout Merged, _ isExcluded: (Int) -> Bool) -> [Day]? {
        guard let starts = merged[.startDate], let column = merged[.endDate] else {
            endDates = rules(merged.source).endDate ?? .firstDayWithout
            return nil
        }
        let areCancellations = merged.files.allSatisfy { file in
            file.index.map { files[$0].isMade(.endDate, merged.source) } ?? true
        }
        endDates = rules(merged.source).endDate ?? (areCancellations ? cancellations() : detectEnds(merged, starts, column))
        let shift = endDates == .lastDay ? 1 : 0
        var ends: [Day] = []
        var problems: [(row: Int, problem: Problem)] = []
        ends.reserveCapacity(merged.count)
        for row in 0..<merged.count {
            guard let written = column.last(row) else {
                ends.append(.distantFuture)
                continue
            }
            // A month as an end is served to its last day.
            let end = written + (column.isMonth(row) ? 1 : shift)
            ends.append(end)
            guard let start = starts.first(row), start > written, merged.fates[row] == .fact, !isExcluded(row) else {
                continue
            }
            problems.append(
                (
                    row,
                    Problem(
                        .endBeforeStart, column: merged.source.places[.endDate],
                        [
                            "what": "the term", "end": written, "start": start,
                            "or": "; a row that should not count may have the status void",
                        ])
                ))
        }
        reject(problems, &merged)
        return ends
    }

    /// Says that the ends of a source without `end_date` are made of cancellations.
    private mutating func cancellations() -> EndDateMode {
        general.add(Finding(.assumedCancellation, file: "", column: "end_date"))
        return .cancellation
    }

    /// Whether `end_date` holds last days of service: at least 90 % of the rows that have one (all, of fewer than five) end a
    /// whole number of months after their start less one day. From 20 to 90 % it is said that this is in doubt.
    private mutating func detectEnds(_ merged: Merged, _ starts: DayColumn, _ ends: DayColumn) -> EndDateMode {
        let parts = concurrently(over: 0..<merged.count, by: 1 << 16) { Assembler.ends(ends, of: starts, $0) }
        let (ended, whole) = parts.reduce((0, 0)) { ($0.0 + $1.ended, $0.1 + $1.whole) }
        guard ended > 0 else { return .firstDayWithout }
        if ended < 5 ? whole == ended : whole * 10 >= ended * 9 {
            general.add(Finding(.assumedLastDay, file: "", column: "end_date", ["whole": whole, "ended": ended]))
            for file in merged.files {
                if let index = file.index { reports[index].assumptions.append("`end_date` is the last day of service") }
            }
            return .lastDay
        }
        if whole * 5 >= ended {
            general.add(Finding(.doubtfulEndDate, file: "", column: "end_date", ["whole": whole, "ended": ended]))
        }
        return .firstDayWithout
    }

    /// How many of some rows end, and how many of these a whole number of months after their start less one day.
    private static func ends(_ ends: DayColumn, of starts: DayColumn, _ rows: Range<Int>) -> (ended: Int, whole: Int) {
        var (ended, whole) = (0, 0)
        for row in rows {
            guard let start = starts.first(row), let end = ends.first(row), !ends.isMonth(row) else { continue }
            ended += 1
            let after = end + 1
            let (a, b) = (start.civil, after.civil)
            // The day of a month on which it began, or the last one of a shorter month.
            guard a.day == b.day || b.day >= 28 else { continue }
            let months = (b.year - a.year) * 12 + b.month - a.month
            if (months - 1...months + 1).contains(where: { $0 >= 1 && start.months(before: -$0) == after }) { whole += 1 }
        }
        return (ended, whole)
    }

    /// Reports terms that were replaced by others with another amount: one by one, and where a newer file has a subscription's on other plans
    /// or with other starts, what was replaced together.
    private mutating func report(_ replaced: [(old: Int, new: Int)], _ merged: Merged, _ amounts: TableAmounts) {
        let (ids, plans, starts) = (merged[.subscriptionID], merged[.plan], merged[.startDate])
        func areOneTerm(_ a: Int, _ b: Int) -> Bool {
            plans.map { $0.codes[a] == $0.codes[b] } ?? true && starts.map { $0.values[a] == $0.values[b] } ?? true
        }
        var unlike: [(old: Int, new: Int)] = []
        for (old, new) in replaced {
            if !areOneTerm(old, new) {
                unlike.append((old, new))
            } else if amounts.minor[old] != amounts.minor[new] {
                report([old], [new], merged, amounts)
            }
        }
        if let ids, !unlike.isEmpty {
            var changed: [UInt32: (olds: [Int], news: [Int])] = [:]
            // Of each subscription both are in the order of rows; the shorter list's last row stands beside all that are left.
            for (old, new) in unlike {
                if changed[ids.codes[old]]?.olds.last != old { changed[ids.codes[old], default: ([], [])].olds.append(old) }
                if changed[ids.codes[old]]?.news.last != new { changed[ids.codes[old], default: ([], [])].news.append(new) }
            }
            // What was there before is not what the rest became.
            var same: Set<[Int]> = []
            for (old, new) in replaced where changed[ids.codes[old]] != nil && areOneTerm(old, new) {
                same.insert([merged.fileOf[old], new])
            }
            for pair in changed.values.sorted(by: { $0.olds[0] < $1.olds[0] }) {
                let news = pair.news.filter { !same.contains([merged.fileOf[pair.olds[0]], $0]) }
                guard amounts.sum(pair.olds) != amounts.sum(news) else { continue }
                report(pair.olds, news.isEmpty ? pair.news : news, merged, amounts, isGone: news.isEmpty)
            }
        }
        if let ids, let customers = merged[.customerID] {
            reportTwoSystems(replaced, merged, amounts, of: "customer", ids: { UInt64(ids.codes[$0]) }) { old, new in
                customers.codes[old] != customers.codes[new]
            }
        }
    }

    private mutating func report(
        _ olds: [Int], _ news: [Int], _ merged: Merged, _ amounts: TableAmounts, isGone: Bool = false
    ) {
        let (old, new) = (olds[0], news[0])
        guard let (file, line) = place(merged, old), let (newFile, newLine) = place(merged, new) else { return }
        let id = merged[.subscriptionID].map { $0.pool.text($0.codes[old]) } ?? ""
        let who = id.isEmpty ? merged[.customerID].map { $0.pool.text($0.codes[old]) } ?? "" : id
        found[file].add(
            Finding(
                file == newFile ? .repeatedTerm : .replacedAmount, file: files[file].file.path, line: line,
                [
                    "id": Recognition.shortened(who, 40), "old": amounts.sum(olds).map(money) ?? "none",
                    "new": isGone ? "none" : amounts.sum(news).map(money) ?? "none", "currency": settings.currency.code,
                    "place": "\(files[newFile].file.path):\(newLine)",
                ]))
    }

    /// Leaves out rows that do not count, and says why and how much they are.
    private mutating func exclude(_ merged: inout Merged, _ amounts: TableAmounts, why: (Int) -> FindingCode?) {
        var byFile: [Int: [FindingCode: (rows: Int, minor: Int128, first: Int)]] = [:]
        var byCurrency: [String: (amount: Number, rows: Int)] = [:]
        for row in merged.fates.indices where merged.fates[row] == .fact {
            guard let kind = why(row) else { continue }
            merged.fates[row] = .excluded
            let file = file(merged, row)
            byFile[file, default: [:]][kind, default: (0, 0, row)].rows += 1
            guard let (place, value) = amounts.value(row) else { continue }
            if amounts.minor[row] != TableAmounts.missing { byFile[file]![kind]!.minor += Int128(amounts.minor[row]) }
            let (up, down) = amounts.factor(row, place)
            let currency = amounts.currency(row, place)
            let sum = byCurrency[currency] ?? (.zero, 0)
            byCurrency[currency] = (sum.amount + value.number * Number(Int128(up), over: Int128(down)), sum.rows + 1)
        }
        moneyExcluded += byCurrency.sorted { $0.key < $1.key }.map { code, sum in
            MoneySum(
                source: merged.source.name, currency: code.isEmpty ? settings.currency.code : code, amount: sum.amount,
                rows: sum.rows)
        }
        for (file, kinds) in byFile.sorted(by: { $0.key < $1.key }) {
            for (kind, sum) in kinds.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                found[file].add(
                    Finding(
                        kind, file: files[file].file.path, line: place(merged, sum.first)?.line,
                        column: kind == .termOfNoDays ? "end_date" : kind == .chargedOnce ? "charge_type" : "status",
                        ["rows": sum.rows, "money": money(sum.minor), "currency": settings.currency.code]))
            }
        }
    }
}

extension Merged {
    /// The newest file that holds a `subscription_id` gives all of that subscription's terms; within one file, and for rows
    /// without an id over all files, the later row of a customer, plan and start wins.
    mutating func upsertTerms() -> [(old: Int, new: Int)] {
        let ids = self[.subscriptionID]
        var superseded: [Int] = []
        if let ids {
            var newest = [Int](repeating: -1, count: ids.pool.count)
            for row in fates.indices where fates[row] == .fact {
                let code = Int(ids.codes[row])
                newest[code] = max(newest[code], fileOf[row])
            }
            for row in fates.indices
            where fates[row] == .fact && ids.codes[row] != 0 && fileOf[row] < newest[Int(ids.codes[row])] {
                fates[row] = .replaced
                superseded.append(row)
            }
        }
        let customers = self[.customerID]
        let holder = (0..<count).map { row -> UInt64 in
            if let ids, ids.codes[row] != 0 { return UInt64(ids.codes[row]) << 1 | 1 }
            return UInt64(customers?.codes[row] ?? 0) << 1
        }
        let keys = [holder] + [TextKey.plan as any AnyColumnKey, DayKey.startDate].compactMap(tokens)
        var replaced = upsert(tokens: keys) { _ in true }
        guard let ids, !superseded.isEmpty else { return replaced }
        // What became of the same term in the newer file.
        var table = RowTable(keys, capacity: count)
        for row in fates.indices where fates[row] == .fact { _ = table.representative(row) }
        var changed: [UInt32: [Int]] = [:]
        for row in superseded {
            if let new = table.representative(row, insert: false), new != row {
                replaced.append((row, new))
            } else {
                changed[ids.codes[row], default: []].append(row)
            }
        }
        return changed.isEmpty ? replaced : replaced + successors(of: changed, ids, replaced)
    }

    /// For terms by their subscription that its newest file does not have as they were: which of that file's stand in their place. Of older
    /// files the newest is told.
    private func successors(
        of changed: [UInt32: [Int]], _ ids: TextColumn, _ same: [(old: Int, new: Int)]
    ) -> [(old: Int, new: Int)] {
        var newer: [UInt32: [Int]] = [:]
        for row in fates.indices where fates[row] == .fact && changed[ids.codes[row]] != nil {
            newer[ids.codes[row], default: []].append(row)
        }
        var known: [Int: Set<Int>] = [:]
        for (old, new) in same where changed[ids.codes[old]] != nil { known[fileOf[old], default: []].insert(new) }
        return changed.sorted { $0.value[0] < $1.value[0] }.flatMap { id, rows -> [(old: Int, new: Int)] in
            guard let file = rows.map({ fileOf[$0] }).max(), let all = newer[id] else { return [] }
            let olds = rows.filter { fileOf[$0] == file }
            let free = all.filter { known[file]?.contains($0) != true }
            let news = free.isEmpty ? [all[all.count - 1]] : free
            return (0..<max(olds.count, news.count)).map { place in
                (olds[min(place, olds.count - 1)], news[min(place, news.count - 1)])
            }
        }
    }
}
