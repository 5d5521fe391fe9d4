/// Lines that are each one quoted cell with the whole record inside: a spreadsheet was given the file in one column and saved it again.
struct WrappedLines {
    /// The lines without those quotes, for choosing the dialect.
    let bytes: [UInt8]
    /// Which records are such lines, among all of them.
    private let isWrapped: [Bool]
    /// Whether a line of one cell stands right above the first of them: then they are a column with that name.
    private let isColumn: Bool

    /// How many records are looked at.
    private static let limit = 400
    /// The share of such lines, in a hundred, that must have the same number of cells inside.
    private static let likeness = 90

    /// The delimiters that may stand inside, and one at the end of each line.
    private static let delimiters = [Byte.comma, Byte.semicolon, Byte.tab, Byte.pipe]

    /// Nothing where less than half of the lines are quoted as a whole.
    init?(_ head: [UInt8], bareCR: Bool) {
        guard head.contains(Byte.doubleQuote) else { return nil }
        let all = Self.delimiters.map { Self(head, Grammar(Dialect(delimiter: $0), bareCR: bareCR)) }
        guard let best = all.max(by: { $0.count < $1.count }), best.count > 0, best.count * 2 >= best.isWrapped.count else {
            return nil
        }
        self = best
    }

    private init(_ head: [UInt8], _ grammar: Grammar) {
        let sample = Sample(head, grammar, limit: Self.limit)
        var bytes: [UInt8] = []
        var isWrapped: [Bool] = []
        for record in 0..<sample.count {
            let first = sample.field(record, 0)
            let isWhole =
                sample.isQuoted(record, 0) && (1..<sample.cells(record)).allSatisfy { sample.raw(record, $0).isEmpty }
                && first.contains { Self.delimiters.contains($0) }
            isWrapped.append(isWhole)
            bytes += isWhole ? Array(first) : Array(head[sample.start(record)..<sample.end(record)])
            bytes.append(Byte.lf)
        }
        let begin = isWrapped.firstIndex(of: true) ?? 0
        isColumn = begin > 0 && sample.cells(begin - 1) == 1 && !sample.isAfterBlank(begin)
        self.bytes = bytes
        self.isWrapped = isWrapped
    }

    private var count: Int { isWrapped.count { $0 } }

    /// Whether the lines inside are records of a dialect: nearly all with the same number of cells, three at least, or two without the
    /// blank that stands behind the comma of a sentence.
    func fit(_ dialect: Dialect, bareCR: Bool) -> Bool {
        guard !isColumn, dialect.quote == Byte.doubleQuote else { return false }
        let sample = Sample(bytes, Grammar(dialect, bareCR: bareCR))
        guard sample.count == isWrapped.count else { return false }
        let wrapped = isWrapped.indices.filter { isWrapped[$0] }
        let width = sample.usualCells
        guard width > 2 || width == 2 && !dialect.skipsSpaceAfterDelimiter else { return false }
        func fits(_ record: Int) -> Bool {
            sample.cells(record) == width && (width > 2 || sample.raw(record, 1).first != Byte.space)
        }
        // Titles above the header are quoted as well where they hold a delimiter.
        let table = wrapped.drop { !fits($0) }
        let fitting = table.count { fits($0) }
        return fitting > 1 && fitting * 100 >= table.count * Self.likeness
    }
}
