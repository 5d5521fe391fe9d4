import CSV
import Facts

/// A file's column that is none of its source's and still says which rows count.
struct Aside {
    /// Its place in the file.
    let place: Int
    let name: String
    /// What its cells say of each usable row.
    let cells: TextColumn
}

/// Rows that stand in a file of costs though nothing was spent: figures of the budget, payments that were declined, claims that nobody
/// has approved.
extension FileReader {
    /// The columns that say so: by their names, or because their first cells are nothing but figures' versions of both kinds.
    static func spentColumns(_ header: [String], _ columns: [Int?], _ source: Source, _ head: () -> [[String]]) -> [Int] {
        let others = source.columns.indices.filter {
            ![TextKey.category.name, TextKey.side.name, TextKey.plan.name, TextKey.region.name].contains(
                source.columns[$0].name)
        }
        let taken = Set(others.compactMap { columns[$0] })
        let isSold = Advertising.isSold(header)
        let free = header.indices.filter { !taken.contains($0) && !isDate($0) }
        var places = free.filter { place in
            switch SpentColumns.kind(header[place]) {
            // Of advertising it is the campaign that is active or not.
            case .standing, .payment: !isSold
            case .version: true
            case nil: false
            }
        }
        let unnamed = free.filter { !places.contains($0) }
        guard !unnamed.isEmpty else { return places }
        let rows = head()
        for place in unnamed {
            let cells = rows.compactMap { $0.indices.contains(place) && !$0[place].isEmpty ? $0[place] : nil }
            let versions = cells.map(SpentWords.version)
            guard versions.contains(.actual), !versions.contains(nil), versions.contains(where: { $0 != .actual }) else {
                continue
            }
            places.append(place)
        }
        return places.sorted()

        func isDate(_ place: Int) -> Bool {
            columns.indices.contains { columns[$0] == place && source.columns[$0].kind.isDate }
        }
    }

    /// Finds the rows that say of themselves that nothing was spent.
    ///
    /// - Returns: For each usable row whether it counts, and the cells by which the others do not; nil where all count.
    static func spentRows(
        _ reader: FileReader, _ result: inout ReadFile, _ asides: [Aside]
    ) -> (keep: [Bool], words: [(place: Int, text: String)])? {
        var judge = SpentJudge(reader, result)
        for aside in asides { judge.take(aside) }
        for finding in judge.findings { result.found.addApart(finding) }
        return judge.keep.contains(false) ? (judge.keep, judge.words) : nil
    }
}

/// Judges the rows of one file of costs by what its columns say of them.
private struct SpentJudge {
    private let path: String
    private let amounts: Addends
    private let hasCampaigns: Bool
    /// Whether the amounts may be added up.
    private let isOfOneCurrency: Bool
    private(set) var keep: [Bool]
    private(set) var findings: [Finding] = []
    /// The cells by which rows do not count, with their column's place in the file.
    private(set) var words: [(place: Int, text: String)] = []

    init(_ reader: FileReader, _ result: ReadFile) {
        path = reader.file.path
        let typed = TypedColumns(places: reader.source.places, columns: result.table, count: result.offsets.count)
        amounts = Addends(typed[.amount], count: result.offsets.count)
        isOfOneCurrency = (typed[.currency]?.pool.count ?? 1) <= 2 && typed[.amount]?.marks == nil
        hasCampaigns = reader.source.places[TextKey.campaign].map { reader.columns[$0] != nil } ?? false
        keep = Array(repeating: true, count: result.offsets.count)
    }

    mutating func take(_ aside: Aside) {
        let kind = SpentColumns.kind(aside.name) ?? .version
        let texts = aside.cells.pool.texts
        let standings = kind == .version ? texts.map { _ in nil } : texts.map(SpentWords.standing)
        let versions = texts.map(SpentWords.version)
        if kind != .version {
            takeStandings(aside, standings, versions, kind)
        } else {
            takeVersions(aside, versions)
        }
    }

    private mutating func takeVersions(_ aside: Aside, _ versions: [SpentWords.Version?]) {
        let (budget, words) = rows(aside) { versions[$0].map { $0 != .actual } ?? false }
        guard !budget.isEmpty else { return }
        let (actual, _) = rows(aside) { versions[$0] == .actual }
        let (others, otherWords) = rows(aside) { versions[$0] == nil }
        guard !actual.isEmpty else {
            let isSure = rows(aside) { versions[$0] == .budget(isSure: true) }.rows.count == budget.count
            if isSure, others.isEmpty {
                leaveOut(budget, .notSpent, aside, words)
            } else if !others.contains(where: { SpentWords.isBeyondPlan(aside.cells.pool.text(aside.cells.codes[$0])) }) {
                say(.doubtfulCosts, budget, aside, words)
            }
            return
        }
        leaveOut(budget, .budgetRows, aside, words)
        if !others.isEmpty { say(.doubtfulCosts, others, aside, otherWords) }
    }

    private mutating func takeStandings(
        _ aside: Aside, _ standings: [SpentWords.Standing?], _ versions: [SpentWords.Version?], _ kind: SpentColumns.Kind
    ) {
        let isSettled = standings.contains(.settled) || versions.contains(.actual)
        let (refused, refusedWords) = rows(aside) { standings[$0] == .dropped(isReversal: false) }
        let (reversed, reversedWords) = rows(aside) { standings[$0] == .dropped(isReversal: true) }
        let (returned, returnedWords) = rows(aside) { standings[$0] == .returned }
        // What is planned is not paid; whether a bill is paid says nothing of its being a cost.
        let (open, openWords) = rows(aside) { code in
            let isPlan = standings[code] == nil && versions[code].map { $0 != .actual } ?? false
            return isPlan || kind == .standing && standings[code] == .open
        }
        let groups = [(refused, refusedWords), (unmatched(reversed), reversedWords), (open, openWords)]
        if hasCampaigns, !SpentColumns.isOfPayments(aside.name) {
            // It may be the campaign that was cancelled, after it had cost something.
            let all = groups.flatMap(\.0)
            if !all.isEmpty { say(.doubtfulCosts, all, aside, groups.filter { !$0.0.isEmpty }.flatMap(\.1)) }
        } else {
            let sure = groups.prefix(isSettled ? 3 : 2).filter { !$0.0.isEmpty }
            if !sure.isEmpty { leaveOut(sure.flatMap(\.0), .notSpent, aside, sure.flatMap(\.1)) }
            if !open.isEmpty, !isSettled { say(.doubtfulCosts, open, aside, openWords) }
        }
        let back = unmatched(returned)
        if !back.isEmpty { say(.doubtfulCosts, back, aside, returnedWords) }
    }

    /// The rows of some texts that still count, and these texts.
    private func rows(_ aside: Aside, _ test: (Int) -> Bool) -> (rows: [Int], words: [String]) {
        let fits = aside.cells.pool.texts.indices.map(test)
        guard fits.contains(true) else { return ([], []) }
        var (rows, seen): ([Int], Set<Int>) = ([], [])
        for row in aside.cells.codes.indices where keep[row] && fits[Int(aside.cells.codes[row])] {
            rows.append(row)
            seen.insert(Int(aside.cells.codes[row]))
        }
        let texts = aside.cells.pool.texts
        return (rows, seen.sorted().map { texts[$0].isEmpty ? "(none)" : texts[$0] })
    }

    /// Those of some rows against which no other row stands: an entry and the one that takes it back come to nothing together.
    private func unmatched(_ rows: [Int]) -> [Int] {
        guard !rows.isEmpty else { return [] }
        var against: [Int64: Int] = [:]
        let own = Set(rows)
        let isNegative = rows.allSatisfy { amounts.plain($0) <= 0 }
        for row in keep.indices where keep[row] {
            let amount = amounts.plain(row)
            let isAgainst = isNegative ? amount > 0 : amount < 0
            if isAgainst { against[-amount, default: 0] += 1 }
        }
        return rows.filter { row in
            let amount = amounts.plain(row)
            if isNegative ? amount > 0 : amount < 0 { return !own.contains(row) }
            guard let count = against[amount], count > 0 else { return true }
            against[amount] = count - 1
            return false
        }
    }

    private mutating func leaveOut(_ rows: [Int], _ code: FindingCode, _ aside: Aside, _ words: [String]) {
        say(code, rows, aside, words)
        self.words += words.map { (aside.place, $0) }
        for row in rows { keep[row] = false }
    }

    private mutating func say(_ code: FindingCode, _ rows: [Int], _ aside: Aside, _ words: [String]) {
        let sum = rows.reduce(Int128(0)) { $0 + Int128(amounts.plain($1)) }
        let money = isOfOneCurrency ? Number(sum, over: Int128(TotalSearch.unit)).significant() : ""
        findings.append(
            Finding(
                code, file: path, column: aside.name,
                [
                    "rows": rows.count, "words": Recognition.list(words, limit: 5), "money": money.isEmpty ? "" : ": " + money,
                ]))
    }
}
