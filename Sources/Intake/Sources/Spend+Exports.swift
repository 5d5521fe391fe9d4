import CSV
import Facts

/// Exports of places that sell advertising.
enum Advertising {
    /// Whether a file with these headers counts impressions or clicks, or has other columns that only such places have: its costs
    /// are advertising's.
    static func isSold(_ header: [String]) -> Bool {
        header.flatMap { [HeaderName($0).key, HeaderName($0).short ?? ""] }.contains { key in
            key == "ctr" || key == "impr" || counts.contains(where: key.contains)
        }
    }

    /// What only counts of advertising have in their names.
    private static let counts = [
        "impression", "click", "adgroup", "adset", "campaigntype", "campaignstatus", "展示", "展现", "曝光", "点击",
    ]
}

/// What is done about a file of costs once all its rows are typed.
extension FileReader {
    /// Takes out the rows that only the whole file shows to be no costs, and gives those of a report's groups their category.
    static func finishSpend(_ reader: FileReader, _ result: inout ReadFile, _ groups: [(offset: Int, kind: GroupRows.Kind)]) {
        let isAdvertising = Advertising.isSold(reader.document.layout.header)
        reader.takeGroups(groups, into: &result)
        if isAdvertising { reader.dropSummary(&result) } else { reader.dropOtherAccounts(&result) }
        if isAdvertising, reader.derived.makes(.category) {
            result.assumptions.append("costs of a file that counts impressions or clicks are marketing's")
        }
    }

    /// Takes out the rows of an advertising report that sum up all others without saying so: they name no campaign, where the
    /// others do, and their amount is the sum of the others'.
    private func dropSummary(_ result: inout ReadFile) {
        guard let names = typed(result)[.campaign], let amounts = typed(result)[.amount] else { return }
        let unnamed = names.codes.indices.filter { names.codes[$0] == 0 && amounts[$0] != nil }
        guard unnamed.count == 1, let row = unnamed.first, names.codes.count > 2, let total = amounts[row] else { return }
        var sum = Number.zero
        for other in names.codes.indices where other != row {
            guard let amount = amounts[other] else { return }
            sum = sum + amount.number
        }
        guard sum == total.number, !sum.isZero else { return }
        let keep = names.codes.indices.map { $0 != row }
        result.found.add(
            Finding(
                .groupRows, file: file.path, line: document.line(at: result.offsets[row]),
                ["what": "the row names no campaign and is the sum of all others; it does not count"]))
        result.table = result.table.map { $0?.filtered(keep) }
        result.offsets = result.offsets.filtered(keep)
        result.excluded += 1
    }

    /// Takes out the rows of books that stand under accounts of income, of money or of what is owed: they are no costs.
    private func dropOtherAccounts(_ result: inout ReadFile) {
        guard let place = source.places[.category], columns[place] == nil, let accounts = typed(result)[.category] else {
            return
        }
        let others = accounts.pool.texts.map { !$0.isEmpty && Vocabulary.isNoCost(account: $0) }
        guard others.contains(true) else { return }
        let keep = accounts.codes.map { !others[Int($0)] }
        let names = accounts.pool.texts.indices.filter { others[$0] }.map { accounts.pool.texts[$0] }
        let count = keep.count { !$0 }
        guard count > 0, let first = keep.firstIndex(of: false) else { return }
        result.found.add(
            Finding(
                .noCosts, file: file.path, line: document.line(at: result.offsets[first]),
                ["rows": count, "accounts": Recognition.list(names, limit: 5)]))
        result.table = result.table.map { $0?.filtered(keep) }
        result.offsets = result.offsets.filtered(keep)
        result.excluded += count
    }

    /// Gives the rows of a report's groups the heading above them as their category, where they have none of their own.
    private func takeGroups(_ excluded: [(offset: Int, kind: GroupRows.Kind)], into result: inout ReadFile) {
        guard let place = source.places[.category], columns[place] == nil, !derived.makes[place] else { return }
        let headings = excluded.compactMap { entry -> (offset: Int, text: String)? in
            if case .heading(let text) = entry.kind { (entry.offset, text) } else { nil }
        }
        guard !headings.isEmpty else { return }
        var (texts, next, code, isIncome) = (TextColumn(), 0, UInt32(0), false)
        for row in 0..<result.offsets.count {
            while next < headings.count, headings[next].offset < result.offsets[row] {
                let text = headings[next].text.lowercased().trimmingPrefix { $0.isWhitespace }
                // All of a section of income is income, whatever its groups are called.
                if let section = Vocabulary.section(String(text)) { isIncome = section == .income }
                code = texts.pool.code(isIncome ? "income" : String(text))
                next += 1
            }
            texts.codes.append(code)
        }
        result.table[place] = .texts(texts)
    }

    private func typed(_ result: ReadFile) -> TypedColumns {
        TypedColumns(places: source.places, columns: result.table, count: result.offsets.count)
    }
}
