/// The steps from a file's bytes to its layout: unpack, decode, choose the dialect, find the table.
struct Opening {
    /// How much of a large document is looked at from its beginning on; a smaller one is looked at whole.
    private static let headSize = 1 << 20
    /// How much more there is of it where its lines are so long that fewer than ``headLines`` are in it.
    private static let headMost = 1 << 26
    private static let headLines = 32
    /// How much of it is read in every dialect that may be the right one.
    private static let sniffSize = 1 << 18
    private static let tailSize = 1 << 16
    /// How much is proved to be text when the file is opened; of a larger one, the rest is when it is read.
    static let provedSize = 4 << 20

    let name: String
    let overrides: Overrides
    /// The decoded document.
    private(set) var store: Store
    private(set) var layout = Layout()
    private(set) var grammar = Grammar(Dialect())
    private(set) var headerRows: HeaderRows?
    private(set) var findings: [Finding] = []
    /// Where the text begins, after a byte order mark.
    private var textStart = 0

    init(_ raw: Store, name: String, _ overrides: Overrides) {
        store = raw
        self.name = name
        self.overrides = overrides
    }

    /// Unpacks gzip, and refuses what is no CSV.
    mutating func unpack() throws(CSVError) {
        var head = store.bytes(at: 0, count: 1 << 16)
        if store.size > 0, head.isEmpty {
            throw CSVError(
                code: .unreadable, message: "the file cannot be read", hint: "check the disk and try again", path: name)
        }
        if Gzip.isGzip(head) {
            switch Gzip.unpack(store) {
            case .store(let unpacked): store = unpacked
            case .damaged:
                throw CSVError(
                    code: .damagedArchive, message: "the gzip data is damaged or ends too early",
                    hint: "copy or export the file again", path: name)
            case .noSpace: throw CSVError(noSpace: name)
            }
            layout.isCompressed = true
            head = store.bytes(at: 0, count: 1 << 16)
        }
        if let cut = Zeros.cut(store) {
            store = cut.store
            findings.append(cut.finding)
        }
        let tail = store.bytes(at: max(0, store.size - 256), count: 256)
        if let kind = ForeignKind(head: head, tail: tail) {
            throw CSVError(code: .notACSV, message: "this is \(kind.name)", hint: kind.hint, path: name)
        }
    }

    /// Makes the document UTF-8.
    mutating func decode() throws(CSVError) {
        let sampleSize = min(store.size, Self.provedSize)
        let sample = store.bytes(at: 0, count: sampleSize)
        var guess: EncodingGuess
        if let wanted = overrides.encoding {
            let mark = EncodingGuess.marked(sample)
            guess = EncodingGuess(wanted, mark: mark?.encoding == wanted ? mark?.markLength ?? 0 : 0)
        } else {
            guess = EncodingGuess(sample, isWhole: sampleSize == store.size)
        }
        guess.isMixed = guess.isMixed || guess.breaksItsPromise(sample, isWhole: sampleSize == store.size)
        layout.encoding = guess.encoding
        layout.hadBOM = guess.markLength > 0
        layout.confidence.encoding = guess.confidence
        textStart = guess.markLength
        let isSoundUTF8 = guess.encoding == .utf8 && !guess.isMixed
        guard !isSoundUTF8 else { return }
        let decoder = Decoder(guess.encoding)
        guard var decoded = decoder.decode(store, from: guess.markLength) else { throw CSVError(noSpace: name) }
        if guess.encoding == .big5, decoded.losses > 0 {
            // Hong Kong's characters are no part of the usual Big5.
            let other = Decoder(guess.encoding, iconvName: "BIG5-HKSCS")
            if let again = other.decode(store, from: guess.markLength), again.losses < decoded.losses { decoded = again }
        }
        store = decoded.store
        textStart = 0
        guard decoded.losses > 0 else { return }
        let line = LineIndex(store, bareCR: false).line(at: decoded.firstLoss)
        findings.append(
            Finding(
                code: guess.isMixed ? "mixed-encoding" : "invalid-text", line: line,
                message: guess.isMixed
                    ? "\(decoded.losses) bytes are not UTF-8, the first here; they were read as Windows-1252"
                    : "\(decoded.losses) places are no \(guess.encoding.displayName), the first here; they were read as \u{FFFD}",
                hint: "export the file as UTF-8, or set `encoding` for this source"))
    }

    /// Chooses dialect and table.
    mutating func layOut() throws(CSVError) {
        var (head, isWhole) = try readHead()
        if !isWhole, let last = head.lastIndex(where: { $0 == Byte.lf || $0 == Byte.cr }) { head.removeSubrange((last + 1)...) }
        var overrides = overrides
        let skipped = separatorLine(&head, &overrides)
        let start = textStart + skipped
        let ends = LineEndCensus(head)
        layout.lineEnds = ends.kinds
        var bareCR = ends.onlyCR
        var guess = DialectSniffer(sniffSample(head, from: start), overrides, bareCR: bareCR).best()
        var inside: WrappedLines?
        if overrides.quote == nil, let lines = WrappedLines(head, bareCR: bareCR) {
            let other = DialectSniffer(lines.bytes, overrides, bareCR: bareCR, isUnwrapped: true).best()
            if lines.fit(other.dialect, bareCR: bareCR) { (guess, inside) = (other, lines) }
        }
        layout.dialect = guess.dialect
        layout.confidence.dialect = overrides.delimiter == nil || overrides.quote == nil ? guess.confidence : 1
        if ends.hasBareCR, !bareCR { bareCR = ends.bareCREndsRecords(head, guess.dialect) }
        if bareCR { layout.lineEnds.insert(.cr) }
        grammar = Grammar(guess.dialect, bareCR: bareCR)
        grammar.unwraps = grammar.hasQuote
        findTable(head, inside: inside, from: start, isWhole: isWhole)
    }

    /// The first of the text, and whether that is all of it: so much that it holds some lines, as a first line or cell may be long.
    private func readHead() throws(CSVError) -> (bytes: [UInt8], isWhole: Bool) {
        var size = Self.headSize
        while true {
            let head = store.bytes(at: textStart, count: size)
            if textStart + size >= store.size { return (head, true) }
            if Self.lines(in: head) >= Self.headLines { return (head, false) }
            guard size < Self.headMost else { throw CSVError(longLines: name, size >> 20) }
            size *= 4
        }
    }

    /// How many lines of some text end in it, up to as many as are wanted of a head; blank ones are none.
    private static func lines(in text: [UInt8]) -> Int {
        var (count, isBlank) = (0, true)
        for byte in text {
            if byte != Byte.lf && byte != Byte.cr {
                isBlank = isBlank && byte == Byte.space
            } else if !isBlank {
                (count, isBlank) = (count + 1, true)
                if count == headLines { break }
            }
        }
        return count
    }

    /// Takes a `sep=;` line off the head; returns its length.
    private mutating func separatorLine(_ head: inout [UInt8], _ overrides: inout Overrides) -> Int {
        let line = head.prefix(16).prefix { $0 != Byte.lf && $0 != Byte.cr }
        let text = line.filter { $0 != Byte.doubleQuote }
        guard text.count == 5, String(decoding: text.prefix(4), as: UTF8.self).lowercased() == "sep=" else { return 0 }
        if overrides.delimiter == nil { overrides.delimiter = text.last }
        let length = line.count
        head.removeSubrange(0..<length)
        findings.append(
            Finding(code: "separator-line", line: 1, message: "a `sep=` line names the delimiter; it is no record", hint: ""))
        return length
    }

    /// What is read in every dialect: the whole, or the beginning and pieces from further on.
    private func sniffSample(_ head: [UInt8], from start: Int) -> [UInt8] {
        guard store.size - start > Self.sniffSize else { return head }
        var sample = Array(head.prefix(Self.sniffSize / 2))
        if Self.lines(in: sample) < Self.headLines / 4 { sample = head }
        if let last = sample.lastIndex(where: { $0 == Byte.lf || $0 == Byte.cr }) { sample.removeSubrange((last + 1)...) }
        for part in 1...4 {
            let piece = store.bytes(at: start + (store.size - start) / 5 * part, count: Self.sniffSize / 8)
            guard let first = piece.firstIndex(of: Byte.lf), let last = piece.lastIndex(of: Byte.lf), first < last else {
                continue
            }
            sample += piece[(first + 1)...last]
        }
        return sample
    }

    private mutating func findTable(_ head: [UInt8], inside: WrappedLines?, from start: Int, isWhole: Bool) {
        let loose = Sample(inside?.bytes ?? head, grammar)
        var width = loose.usualCells
        let cut = CutNumbers.find(in: loose)
        if let cut {
            width = cut.width
            grammar.numbers = cut.numbers
            // Where the table is shows best when all its records are alike.
            grammar.numbers?.use = .guess
        }
        var isCut = false
        if !isWhole {
            // A quote that nothing in the head closes is stray where the lines after it are like those before it; else it opens
            // a very long cell, and the lines in that say nothing about the table.
            let closed = Sample(head, grammar, isWhole: false)
            if cut == nil, inside == nil, closed.count > 0, closed.usualCells != width {
                width = closed.usualCells
                isCut = true
            }
        }
        grammar.expected = width
        let sample = Sample(head, grammar, isWhole: !isCut)
        let finder = TableFinder(sample: sample, width: width, isWhole: isWhole)
        guard var table = finder.find() else {
            layout.body = store.size..<store.size
            return
        }
        let lines = LineIndex(store, bareCR: grammar.bareCR)
        func line(_ record: Int) -> Int { lines.line(at: start + sample.start(record)) }
        if let wanted = overrides.headerRow { settleHeader(wanted, &table, sample, line) }
        describe(table, sample, line)
        grammar.expected = layout.columnCount
        settleNumbers(cut, usual: loose.usualCells, sample, table)
        if !table.header.isEmpty {
            let titles = (0..<table.header.lowerBound).filter { !table.isElsewhere($0) }
            headerRows = HeaderRows(sample, header: table.header, titles: titles)
        }
        var bodyStart = store.size
        if !table.body.isEmpty {
            bodyStart = start + sample.start(table.body.lowerBound)
        } else if isCut, table.body.lowerBound == sample.count {
            bodyStart = start + sample.next
        }
        var bodyEnd = store.size
        if table.body.isEmpty, !isCut {
            bodyEnd = bodyStart
        } else if table.body.upperBound < sample.count {
            bodyEnd = start + sample.start(table.body.upperBound)
        } else if !isWhole {
            bodyEnd = trimTail(lines)
        }
        layout.body = min(bodyStart, bodyEnd)..<bodyEnd
    }

    /// Says how numbers with a comma are read: as was found, where the table is the one that it was found in; else no record with a
    /// cell too many is trusted that may be one less, unless lines simply end with a delimiter here.
    private mutating func settleNumbers(
        _ cut: CutNumbers.Found?, usual: Int, _ sample: Sample, _ table: TableFinder.Table
    ) {
        grammar.numbers = nil
        guard grammar.delimiter == Byte.comma, !table.header.isEmpty else { return }
        if let cut, cut.width == layout.columnCount {
            grammar.numbers = cut.numbers
            if cut.numbers.use == .watch, usual > layout.columnCount {
                // It may be a column without a name as well.
                layout.columnCount = usual
                layout.header += Array(repeating: "", count: max(0, usual - layout.header.count))
            }
            return
        }
        let isEnded = table.body.contains { record in
            let cells = sample.cells(record)
            return cells > layout.columnCount && sample.field(record, cells - 1).isEmpty
        }
        if !isEnded { grammar.numbers = CutNumbers() }
    }

    /// Puts the header where a person has said it is: on the physical line `wanted`, or nowhere (0).
    private mutating func settleHeader(_ wanted: Int, _ table: inout TableFinder.Table, _ sample: Sample, _ line: (Int) -> Int)
    {
        if wanted == 0 {
            table.header = table.header.lowerBound..<table.header.lowerBound
            table.body = table.header.lowerBound..<table.body.upperBound
        } else if let record = (0..<sample.count).first(where: { line($0) >= wanted }) {
            if table.header.lowerBound != record {
                table.header = record..<record + 1
                let end = table.body.upperBound > record ? table.body.upperBound : sample.count
                table.body = record + 1..<max(record + 1, end)
                table.others.removeAll { $0.overlaps(record..<end) }
                table.copies.removeAll { $0.overlaps(record..<end) }
            }
        } else {
            findings.append(.headerRowMissing(wanted))
            return
        }
        table.headerConfidence = 1
    }

    /// Fills in the layout's header, and reports what lies around the table.
    private mutating func describe(_ table: TableFinder.Table, _ sample: Sample, _ line: (Int) -> Int) {
        var counts: [Int: Int] = [:]
        for record in table.body { counts[sample.cells(record), default: 0] += 1 }
        let headerCells = table.header.map { sample.cells($0) }.max() ?? 0
        let usual = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
        layout.columnCount = usual?.key ?? headerCells
        // The header is right where many records agree with it; so it is where numbers of cells are equally common.
        if let usual, headerCells > 0, counts[headerCells, default: 0] * TableTuning.agreeing >= usual.value || usual.value == 1
        {
            layout.columnCount = headerCells
        }
        layout.confidence.header = table.headerConfidence
        if table.header.isEmpty {
            layout.header = (0..<layout.columnCount).map { "column_\($0 + 1)" }
            findings.append(
                Finding(
                    code: "no-header", line: line(table.body.lowerBound),
                    message: "the first record looks like data, not like column names",
                    hint:
                        "add a header line, or name the columns by `aliases` for this source, which are called `column_1`, `column_2` …"
                ))
        } else {
            layout.header = (0..<max(headerCells, layout.columnCount)).map { column in
                let names = table.header.map { sample.text($0, column) }
                return names.count == 1 ? names[0] : names.map(Self.trim).filter { !$0.isEmpty }.joined(separator: " ")
            }
            layout.headerLines = line(table.header.lowerBound)...line(table.header.upperBound - 1)
            layout.headerRows = table.header.filter { sample.isFilled($0) }.map { record in
                layout.header.indices.map { Self.trim(sample.text(record, $0)) }
            }
        }
        report(table, sample, line)
    }

    private mutating func report(_ table: TableFinder.Table, _ sample: Sample, _ line: (Int) -> Int) {
        for other in table.others {
            findings.append(
                Finding(
                    code: "second-table", line: line(other.lowerBound),
                    message: "another table of \(other.count) lines begins here; it was not read",
                    hint: "put it into a file of its own"))
        }
        for copy in table.copies {
            findings.append(
                Finding(
                    code: "copied-table", line: line(copy.lowerBound),
                    message: "the header and the same \(copy.count - 1) records come again here; they were not read once more",
                    hint: "nothing need be done, unless the records did happen twice"))
        }
        let top = (0..<(table.header.isEmpty ? table.body.lowerBound : table.header.lowerBound)).filter {
            !table.isElsewhere($0)
        }
        if let first = top.first {
            findings.append(
                Finding(
                    code: "preamble", line: line(first), message: "\(top.count) lines before the header were skipped", hint: "")
            )
        }
        let below = (table.body.upperBound..<max(sample.count, table.body.upperBound)).filter { !table.isElsewhere($0) }
        if let first = below.first {
            findings.append(
                Finding(
                    code: "footer", line: line(first), message: "\(below.count) lines below the table were skipped", hint: ""))
        }
    }

    /// Where the records of a large document end, before notes and totals.
    private mutating func trimTail(_ lines: LineIndex) -> Int {
        let offset = store.size - Self.tailSize
        let tail = store.bytes(at: offset, count: Self.tailSize)
        guard let first = tail.firstIndex(of: Byte.lf) else { return store.size }
        let start = offset + first + 1
        let sample = Sample(Array(tail[(first + 1)...]), grammar)
        guard sample.count > 8 else { return store.size }
        let finder = TableFinder(sample: sample, width: grammar.expected, isWhole: true)
        let kept = finder.trimmed(0..<sample.count)
        guard kept.upperBound < sample.count else { return store.size }
        findings.append(
            Finding(
                code: "footer", line: lines.line(at: start + sample.start(kept.upperBound)),
                message: "\(sample.count - kept.upperBound) lines below the table were skipped", hint: ""))
        return start + sample.start(kept.upperBound)
    }

    private static func trim(_ text: String) -> String {
        let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
        var view = String.UnicodeScalarView(scalars)
        while let last = view.last, last.properties.isWhitespace { view.removeLast() }
        return String(view)
    }
}

extension CSVError {
    /// The error about a file whose lines are so long that nothing shows how it is written.
    init(longLines path: String, _ megabytes: Int) {
        self.init(
            code: .unreadable,
            message: "its first \(megabytes) MiB hold fewer than 32 lines, too few to tell how it is written",
            hint: "export it again with one record a line", path: path)
    }

    /// The error where there is no room to unpack or decode the file, or no converter for it.
    init(noSpace path: String) {
        self.init(
            code: .noSpace, message: "the file could not be decoded: no room for it, or no converter",
            hint: "make room in TMPDIR (else /var/tmp); on Debian, install libc-bin and libc6 in full", path: path)
    }
}
