extension Repairs {
    /// The findings about broken records: each of the first ones with its line, then how many more there are; of what may be so
    /// in every record of a file, only the first with their number.
    func findings(_ grammar: Grammar, line: (Int) -> Int) -> [Finding] {
        var findings = places.filter { !$0.kind.isToldOnce }.map { place in
            Finding(
                code: place.kind.code, line: line(place.offset), message: place.message(grammar.expected),
                hint: place.kind.hint)
        }
        for kind in Kind.allCases where kind.isToldOnce {
            guard let first = places.first(where: { $0.kind == kind }) else { continue }
            findings.append(
                Finding(
                    code: kind.code, line: line(first.offset), message: kind.message(of: counts[kind.rawValue]), hint: kind.hint
                ))
        }
        for kind in Kind.allCases where !kind.isToldOnce && counts[kind.rawValue] > Self.limit {
            findings.append(
                Finding(
                    code: kind.code, line: 0,
                    message: "\(counts[kind.rawValue] - Self.limit) more records like it", hint: kind.hint))
        }
        return findings
    }
}

extension Repairs.Repair {
    fileprivate func message(_ expected: Int) -> String {
        switch kind {
        case .strayQuote: "a quote stands where none belongs; the record was read as \(cells) cells"
        case .shortRow: "expected \(expected) cells, found \(cells)"
        case .longRow: "expected \(expected) cells, found \(cells)"
        case .otherDelimiter: "the record has another delimiter than the rest of the file"
        case .invalidText: "bytes that are no text in the file's encoding"
        case .cutNumber, .doubtfulNumber, .repeatedHeader, .turnedHeader, .pageLine, .wrappedRecord: kind.message(of: 1)
        }
    }
}

extension Repairs.Kind {
    /// Whether one finding tells of all records of the kind.
    fileprivate var isToldOnce: Bool {
        switch self {
        case .cutNumber, .doubtfulNumber, .repeatedHeader, .turnedHeader, .pageLine, .wrappedRecord: true
        case .strayQuote, .shortRow, .longRow, .otherDelimiter, .invalidText: false
        }
    }

    /// What is said of all records of a kind that is told once.
    fileprivate func message(of count: Int) -> String {
        switch self {
        case .cutNumber:
            "\(count) records have cells too many as the comma in their numbers is not quoted; the numbers were put together again"
        case .doubtfulNumber:
            "\(count) records have cells too many, perhaps as the comma in a number is not quoted; where, they do not say"
        case .wrappedRecord: "\(count) records are quoted as a whole; they are read as the cells inside"
        case .repeatedHeader: "the header comes again \(count) times; the table goes on below it"
        case .turnedHeader:
            "the header comes again \(count) times with its columns in another order; the records below are read by it"
        default: "\(count) lines above a header that comes again are no records"
        }
    }

    fileprivate var code: String {
        switch self {
        case .strayQuote: "stray-quote"
        case .shortRow: "short-row"
        case .longRow: "long-row"
        case .otherDelimiter: "other-delimiter"
        case .invalidText: "invalid-text"
        case .cutNumber: "cut-number"
        case .doubtfulNumber: "doubtful-number"
        case .repeatedHeader: "repeated-header"
        case .turnedHeader: "turned-header"
        case .pageLine: "page-lines"
        case .wrappedRecord: "wrapped-record"
        }
    }

    fileprivate var hint: String {
        switch self {
        case .strayQuote: "double the quotes inside a quoted cell, or remove the stray one"
        case .shortRow: "add the delimiter that is missing; the cells after the last one count as missing"
        case .longRow: "quote the cell that holds a delimiter, or remove the one too many"
        case .otherDelimiter: "nothing need be done; mend the export if it happens often"
        case .invalidText: "export the file as UTF-8, or set `encoding` for this source"
        case .cutNumber: "look at the amounts with `gtm preview`; export numbers without thousands separators, or quoted"
        case .doubtfulNumber: "export numbers without thousands separators or quoted, and give every column a name"
        case .repeatedHeader, .turnedHeader, .pageLine, .wrappedRecord: ""
        }
    }
}
