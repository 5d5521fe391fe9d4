/// Chooses the dialect in which a sample becomes the most consistent and the most typed table.
///
/// The measure starts from van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by detecting row and type patterns"
/// (Data Mining and Knowledge Discovery, 2019): pattern score times type score. Beyond it: records are cut by the reader that
/// survives stray quotes, so that one broken record does not condemn the right dialect; a column's cells should look alike; a
/// cell that holds another candidate's delimiter counts little; and quotes must pay by standing around whole cells.
struct DialectSniffer {
    /// A dialect and how well it fits, from 0 to about 1.
    struct Candidate {
        var dialect: Dialect
        var score: Double
        var cells: Int
    }

    private static let usual: [UInt8] = [Byte.comma, Byte.semicolon, Byte.tab, Byte.pipe, Byte.space]
    private static let rare: [UInt8] = Array("^~:".utf8) + [0x1F, 0x01]
    /// How many records are looked at cell by cell.
    private static let limit = 400

    let sample: [UInt8]
    let overrides: Overrides
    let bareCR: Bool
    /// Whether lines that are quoted as a whole were unwrapped beforehand.
    let isUnwrapped: Bool
    private let buffer: ChunkBuffer

    init(_ sample: [UInt8], _ overrides: Overrides, bareCR: Bool, isUnwrapped: Bool = false) {
        self.sample = sample
        self.overrides = overrides
        self.bareCR = bareCR
        self.isUnwrapped = isUnwrapped
        buffer = ChunkBuffer(capacity: sample.count)
        load()
        buffer.isLast = true
    }

    /// Puts the sample into the buffer, as cutting it may change what is there.
    private func load() {
        sample.withUnsafeBufferPointer { source in
            if let base = source.baseAddress { buffer.bytes.update(from: base, count: source.count) }
        }
        buffer.count = sample.count
    }

    /// The best dialect, and how sure it is.
    func best() -> (dialect: Dialect, confidence: Double) {
        if overrides == Overrides(), !bareCR, let delimiter = PlainDialect(sample).delimiter {
            return (Dialect(delimiter: delimiter), 1)
        }
        let candidates = dialects().map { score($0) }
        guard var best = candidates.first else { return (Dialect(), 1) }
        for candidate in candidates.dropFirst() where candidate.score > best.score + 1e-9 { best = candidate }
        let rival = candidates.filter { $0.dialect.delimiter != best.dialect.delimiter }.map(\.score).max() ?? 0
        if best.cells <= 1, overrides.delimiter == nil { best.dialect.delimiter = Byte.comma }
        if best.cells <= 1 { best.dialect.skipsSpaceAfterDelimiter = false }
        let lead = best.score <= 0 ? 0 : (best.score - max(0, rival)) / best.score
        return (best.dialect, min(1, max(0.05, min(1, best.score) * 0.3 + lead * 0.7)))
    }

    /// The dialects that the sample's bytes allow, the likelier first.
    private func dialects() -> [Dialect] {
        var counts = [Int](repeating: 0, count: 256)
        var escaped: [UInt8: Int] = [:]
        var commaSpaces = 0
        for (at, byte) in sample.enumerated() {
            counts[Int(byte)] += 1
            guard at > 0 else { continue }
            if sample[at - 1] == Byte.backslash, byte == Byte.doubleQuote || byte == Byte.singleQuote {
                escaped[byte, default: 0] += 1
            }
            if byte == Byte.space, sample[at - 1] == Byte.comma { commaSpaces += 1 }
        }
        let lines = max(1, counts[Int(Byte.lf)] + (bareCR ? counts[Int(Byte.cr)] : 0))
        var delimiters: [UInt8]
        if let wanted = overrides.delimiter {
            delimiters = [wanted]
        } else {
            delimiters = Self.usual.filter { counts[Int($0)] > 0 } + Self.rare.filter { counts[Int($0)] * 4 >= lines * 3 }
            // Even where there is none: a file of one column is one in every dialect, and its delimiter is the comma.
            if !delimiters.contains(Byte.comma) { delimiters.append(Byte.comma) }
        }
        var quotes: [UInt8?] = []
        switch overrides.quote {
        case .some(.none): quotes = [nil]
        case .some(.character(let quote)): quotes = [quote]
        case nil:
            quotes = [Byte.doubleQuote]
            if counts[Int(Byte.singleQuote)] > 0 { quotes.append(Byte.singleQuote) }
            if counts[Int(Byte.doubleQuote)] > 0 { quotes.append(nil) }
        }
        var dialects: [Dialect] = []
        for delimiter in delimiters {
            let skips = delimiter == Byte.comma && commaSpaces * 3 >= counts[Int(Byte.comma)] && commaSpaces > 0
            for quote in quotes {
                let isEscaped = quote.map { escaped[$0, default: 0] > 0 } ?? false
                let escapes = overrides.escape.map { [$0] } ?? (isEscaped ? [.doubled, .backslash] : [Escape.doubled])
                for escape in escapes {
                    for skips in skips ? [false, true] : [false] {
                        dialects.append(
                            Dialect(delimiter: delimiter, quote: quote, escape: escape, skipsSpaceAfterDelimiter: skips))
                    }
                }
            }
        }
        return dialects
    }

    private func score(_ dialect: Dialect) -> Candidate {
        var table = Sample(buffer, Grammar(dialect, bareCR: bareCR))
        guard table.count > 0 else { return Candidate(dialect: dialect, score: 0, cells: 0) }
        let cut = CutNumbers.find(in: table)
        let width = cut?.width ?? table.usualCells
        var grammar = Grammar(dialect, bareCR: bareCR, expected: width)
        grammar.numbers = cut?.numbers
        grammar.numbers?.use = .guess
        grammar.unwraps = !isUnwrapped
        table = Sample(buffer, grammar)
        defer { if table.repairs.count(.wrappedRecord) > 0 { load() } }
        guard table.count > 0 else { return Candidate(dialect: dialect, score: 0, cells: 0) }
        let regular = (0..<table.count).filter { table.cells($0) == width && !table.isForeign($0) }
        let step = max(1, regular.count / Self.limit)
        let looked = stride(from: 0, to: regular.count, by: step).map { regular[$0] }
        let types = typeScore(table, looked, width, dialect)
        var score = patternScore(table, width) * types.score * prior(dialect, table, width, types.hardColumns, types.quoted)
        // A quote that never stands around a cell explains nothing; one that stands anywhere else is in the way.
        let strays = Double(table.repairs.count(.strayQuote)) / Double(table.count)
        score *= 1 - DialectTuning.strayQuotes * min(1, strays)
        return Candidate(dialect: dialect, score: score, cells: width)
    }

    /// How consistent the number of cells is: the share of records that have the usual one; lines with a single cell count
    /// less against it, as titles and notes are such, least of all above all others, and so do records that are many in a row with
    /// another number, as those are another table. More columns are a little more convincing than few.
    private func patternScore(_ table: Sample, _ width: Int) -> Double {
        var regular = 0.0
        var others = 0.0
        var record = 0
        while record < table.count {
            let cells = table.cells(record)
            var end = record + 1
            while end < table.count, table.cells(end) == cells { end += 1 }
            let run = Double(end - record)
            if cells == width {
                regular += run
            } else if cells == 1, record == 0 {
                others += max(DialectTuning.lineWeight, run * DialectTuning.runWeight)
            } else {
                others +=
                    run * (cells == 1 ? DialectTuning.lineWeight : run >= DialectTuning.runLeast ? DialectTuning.runWeight : 1)
            }
            record = end
        }
        // Records that another delimiter parts speak for that one.
        let foreign = Double(table.repairs.count(.otherDelimiter))
        let consistency = max(0, regular - foreign) / (regular + others)
        if width <= 1 { return DialectTuning.oneColumn * consistency }
        return consistency * consistency * (1 - DialectTuning.fewColumns / Double(width * width))
    }

    private func typeScore(
        _ table: Sample, _ records: [Int], _ width: Int, _ dialect: Dialect
    ) -> (score: Double, hardColumns: Int, quoted: Int) {
        guard !records.isEmpty else { return (0, 0, 0) }
        var total = 0.0
        var likeness = 0.0
        var hardColumns = 0
        var quoted = 0
        var counts = [Int](repeating: 0, count: Shape.allCases.count)
        for column in 0..<width {
            for shape in counts.indices { counts[shape] = 0 }
            for record in records {
                let cell = table.field(record, column)
                let shape = Shape(cell)
                counts[Int(shape.rawValue)] += 1
                var weight = shape.weight
                if table.isQuoted(record, column) {
                    quoted += 1
                    weight = max(weight, DialectTuning.quoted)
                } else {
                    weight *= foreignness(cell, dialect, column)
                }
                total += weight
            }
            let present = records.count - counts[Int(Shape.empty.rawValue)] - counts[Int(Shape.missing.rawValue)]
            let most = Shape.allCases.filter { $0 != .empty && $0 != .missing }.map { counts[Int($0.rawValue)] }.max() ?? 0
            likeness += present == 0 ? DialectTuning.emptyColumn : Double(most) / Double(present)
            let hard = Shape.allCases.filter(\.isHard).map { counts[Int($0.rawValue)] }.max() ?? 0
            // One of the records may be the header.
            if hard > 0, hard * 4 >= (present - 1) * 3 { hardColumns += 1 }
        }
        let typed = total / Double(records.count * width)
        return (typed * (1 - DialectTuning.likeness * (1 - likeness / Double(width))), hardColumns, quoted)
    }

    /// Below 1 where an unquoted cell holds what another dialect would cut or unquote.
    private func foreignness(_ cell: UnsafeRawBufferPointer, _ dialect: Dialect, _ column: Int) -> Double {
        guard let first = cell.first, let last = cell.last else { return 1 }
        var factor = 1.0
        if first == last, cell.count >= 2, first == Byte.doubleQuote || first == Byte.singleQuote {
            factor = DialectTuning.unknownQuotes
        }
        // Half of a quoted cell that was cut in two.
        if dialect.quote == nil, (first == Byte.doubleQuote) != (last == Byte.doubleQuote) {
            factor = DialectTuning.halfQuotes
        }
        if first == Byte.space, !dialect.skipsSpaceAfterDelimiter { factor *= DialectTuning.leadingBlank }
        var commas = 0
        for byte in cell.prefix(200) {
            switch byte {
            case Byte.semicolon, Byte.tab, Byte.pipe: return factor * DialectTuning.otherDelimiter
            case Byte.comma: commas += 1
            case Byte.doubleQuote: factor *= DialectTuning.innerQuote
            default: break
            }
        }
        return commas > 1 ? factor * DialectTuning.commas : factor
    }

    /// How likely a dialect is before anything has been read.
    private func prior(_ dialect: Dialect, _ table: Sample, _ width: Int, _ hardColumns: Int, _ quoted: Int) -> Double {
        guard width > 1 else { return 1 }
        var prior = 1.0
        switch dialect.delimiter {
        case Byte.comma, Byte.tab: prior = 1
        case Byte.semicolon, Byte.pipe: prior = DialectTuning.semicolon
        case Byte.space:
            // Words are no columns: some column must be all numbers or dates, or cells be quoted.
            prior = hardColumns > 0 || quoted > 0 ? DialectTuning.space : DialectTuning.words
        default: prior = DialectTuning.rare
        }
        if dialect.quote == nil { prior *= DialectTuning.noQuote }
        if dialect.quote == Byte.singleQuote { prior *= quoted > 0 ? DialectTuning.singleQuote : DialectTuning.unusedQuote }
        if dialect.escape == .backslash { prior *= DialectTuning.backslash }
        if dialect.skipsSpaceAfterDelimiter {
            var with = 0
            var without = 0
            for record in 0..<min(table.count, Self.limit) where table.cells(record) == width {
                for cell in 1..<width {
                    let span = table.buffer.records[record]
                    let start = Int(table.buffer.ends[Int(span.first) + cell - 1]) + 1
                    guard start < Int(table.buffer.ends[Int(span.first) + cell]) else { continue }
                    if table.buffer.bytes[start] == Byte.space { with += 1 } else { without += 1 }
                }
            }
            prior *= without * 20 > with ? DialectTuning.mixedCommaSpace : DialectTuning.commaSpace
        }
        return prior
    }
}

extension Repairs {
    /// How many broken records of a kind there are.
    func count(_ kind: Kind) -> Int { counts[kind.rawValue] }
}
