extension Repairs {
    /// The findings about broken records: each of the first ones with its line, then how many more there are.
    func findings(_ grammar: Grammar, line: (Int) -> Int) -> [Finding] {
        var findings = places.map { place in
            Finding(
                code: place.kind.code, line: line(place.offset), message: place.message(grammar.expected),
                hint: place.kind.hint)
        }
        for kind in Kind.allCases where counts[kind.rawValue] > Self.limit {
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
        }
    }
}

extension Repairs.Kind {
    fileprivate var code: String {
        switch self {
        case .strayQuote: "stray-quote"
        case .shortRow: "short-row"
        case .longRow: "long-row"
        case .otherDelimiter: "other-delimiter"
        case .invalidText: "invalid-text"
        }
    }

    fileprivate var hint: String {
        switch self {
        case .strayQuote: "double the quotes inside a quoted cell, or remove the stray one"
        case .shortRow: "add the delimiter that is missing; the cells after the last one count as missing"
        case .longRow: "quote the cell that holds a delimiter, or remove the one too many"
        case .otherDelimiter: "nothing need be done; mend the export if it happens often"
        case .invalidText: "export the file as UTF-8, or set `encoding` for this source"
        }
    }
}
