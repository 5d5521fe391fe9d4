/// Rows of a report that are no records: headings and totals of groups, notes, a second row of column names. They are told from
/// broken records by what they lack, and only rows that could not be used are asked.
struct GroupRows: Sendable {
    /// What such a row is.
    enum Kind: Equatable {
        /// The name of the group of rows below it.
        case heading(String)
        /// A total, a balance, a note, or names of columns.
        case other
    }

    private let columns: Int
    /// By column what its name says, as far as other words could say the same.
    private let senses: [String?]
    /// The places of columns that hold texts of the source, in which a lone text is a record's, not a heading.
    private let texts: Set<Int>

    init(_ source: Source, _ places: [Int?], header: [String]) {
        columns = header.count
        senses = header.map(HeaderNames.sense)
        isLedger = [NumberKey.debit, .credit].contains { key in source.places[key].map { places[$0] != nil } ?? false }
        texts = Set(
            source.columns.indices.compactMap { index in
                let kind = source.columns[index].kind
                return [.text, .id, .word].contains(kind) ? places[index] : nil
            })
    }

    /// Whether the file is of books with debits and credits, in which a sum may look like an entry.
    let isLedger: Bool

    /// Whether a row of books is a sum or a balance although it has all that an entry has: some cell says so and nothing else.
    func isSum(_ cells: [String]) -> Bool { cells.contains { GroupRows.sums.contains($0.lowercased()) } }

    private static let sums: Set<String> = balances.union([
        "total", "subtotal", "期初余额", "期末余额", "上年结转", "本月合计", "本月累计", "本年累计", "本日合计", "累计", "合计", "saldovortrag",
        "anfangsbestand", "结转本期损益", "结转损益", "损益结转", "期间损益结转", "结转期间损益", "结转本月损益", "结转本年利润",
    ])

    /// What a row is that cannot be used; nil where it is a broken record.
    func kind(_ cells: [String], isFirst: Bool) -> Kind? {
        guard columns >= 4 else { return nil }
        let filled = cells.indices.filter { !GroupRows.isEmpty(cells[$0]) }
        guard let first = filled.first else { return .other }
        let text = cells[first]
        let saying = TotalWords.saying(text)
        // The whole file is asked first, by ``FileTotals``.
        if saying == .outright { return nil }
        if saying == .ofPart || GroupRows.isBalance(text) { return .other }
        if filled.count == 1, !texts.contains(first), text.contains(where: \.isLetter) { return .heading(text) }
        if GroupRows.isNames(cells, senses) { return .other }
        return isFirst && GroupRows.isSparse(cells, columns) ? .other : nil
    }

    /// Whether a row may be SurveyMonkey's second line of names: hardly any cells, and words in all of them.
    static func isSparse(_ cells: [String], _ columns: Int) -> Bool {
        let filled = cells.filter { !isEmpty($0) }
        return !filled.isEmpty && filled.count * 2 < columns && filled.allSatisfy { !$0.contains(where: \.isNumber) }
    }

    /// Whether a row is a further line of the header: two of its cells say what the names above them say in other words, or
    /// all are a machine's labels.
    static func isNames(_ cells: [String], _ header: [String]) -> Bool { isNames(cells, header.map(HeaderNames.sense)) }

    /// - Parameter senses: By column what the name above says; nil where nothing else could say it.
    private static func isNames(_ cells: [String], _ senses: [String?]) -> Bool {
        if cells.count > 2, cells.allSatisfy({ $0.hasPrefix("{") && $0.hasSuffix("}") }) { return true }
        let pairs = zip(cells, senses).filter { cell, sense in
            guard let sense, !cell.isLetterless || sense.isLetterless else { return false }
            return sense == HeaderNames.sense(cell)
        }
        return pairs.count >= 2
    }

    private static func isEmpty(_ cell: String) -> Bool {
        cell.allSatisfy { $0.isWhitespace || $0 == "-" || $0 == "—" }
    }

    /// Whether a text says that it is what an account holds before or after the entries.
    private static func isBalance(_ text: String) -> Bool {
        if text.isLetterless { return false }
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        if balances.contains(words.joined(separator: " ")) { return true }
        return text.utf8.contains { $0 >= 128 } && ["期初余额", "期末余额"].contains { text.contains($0) }
    }

    private static let balances: Set<String> = [
        "beginning balance", "opening balance", "closing balance", "ending balance", "net movement", "balance brought forward",
        "balance carried forward", "grand total",
    ]
}
