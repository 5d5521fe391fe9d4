public import Languages

extension Finding {
    /// The message and what to do in a language; nil where only the English words say it. A value that is words itself stays in English.
    public func said(in language: Language) -> (message: String, hint: String)? {
        guard language != .en, let template = language.book.findings["findings.\(code)"] else { return nil }
        let words = kind.words
        guard let values = FindingWords.values(message, like: words.message) else { return nil }
        // What to do may have been said otherwise, and then its values are unknown.
        let more = FindingWords.values(hint, like: words.hint)
        let all = values.merging(more ?? [:]) { value, _ in value }.mapValues {
            kind == .joinedDeals ? DealsWord.said($0, in: language) : $0
        }
        guard let text = FindingWords.put(all, into: template) else { return nil }
        let toDo = language.book.findings["findings.\(code).hint"] ?? ""
        return (text, hint.isEmpty ? "" : FindingWords.put(all, into: toDo) ?? hint)
    }
}

/// What is said of the deals that joined leads and of the others, which is words itself.
enum DealsWord: String, FindingPhrases {
    case byLead, byDeal, byCustomer, byCompany, byDomain, alone, unknownLeads, open, close, comma, semicolon

    /// The same in a language.
    static func said(_ english: String, in language: Language) -> String {
        allCases.reduce(english) { $0.replacing($1.pattern(.en), with: $1.pattern(language)) }
    }
}

extension FindingWords {
    /// The values in a text that was made of a template, by their names; nil where it was not.
    static func values(_ text: String, like template: String) -> [String: String]? {
        var (values, rest, left): ([String: String], Substring, Substring) = ([:], text[...], template[...])
        while let open = left.firstIndex(of: "{"), let close = left[open...].firstIndex(of: "}") {
            guard rest.hasPrefix(left[..<open]) else { return nil }
            rest = rest.dropFirst(left[..<open].count)
            let name = String(left[left.index(after: open)..<close])
            left = left[left.index(after: close)...]
            let next = left.prefix { $0 != "{" }
            if left.isEmpty {
                (values[name], rest) = (String(rest), "")
            } else if next.isEmpty {
                values[name] = ""
            } else if next.count == left.count, rest.hasSuffix(next) {
                (values[name], rest) = (String(rest.dropLast(next.count)), next)
            } else if let place = rest.firstRange(of: next) {
                (values[name], rest) = (String(rest[..<place.lowerBound]), rest[place.lowerBound...])
            } else {
                return nil
            }
        }
        return rest == left ? values : nil
    }

    /// A template with values in the places of their names; nil where one is not known.
    static func put(_ values: [String: String], into template: String) -> String? {
        var (text, left) = ("", template[...])
        while let open = left.firstIndex(of: "{"), let close = left[open...].firstIndex(of: "}") {
            guard let value = values[String(left[left.index(after: open)..<close])] else { return nil }
            text += left[..<open] + value
            left = left[left.index(after: close)...]
        }
        return text + left
    }
}
