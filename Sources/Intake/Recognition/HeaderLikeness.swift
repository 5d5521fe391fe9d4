import Facts

/// How like names of columns are, for suggesting which column of a file may be one that it lacks.
enum HeaderLikeness {
    /// From what likeness on a name is worth a suggestion.
    static let least = 0.5

    /// Whether a header says that its amounts are of a contract's whole length, or of a customer's life: no revenue of a month or year.
    static func isWholeContract(_ header: String) -> Bool {
        let key = HeaderNames.key(header)
        return ["tcv", "ltv", "clv"].contains(key)
            || ["totalcontract", "lifetimevalue", "合同总", "总合同"].contains(where: key.contains)
    }

    /// How like a header is to the one of some names that it is most like: 1 for the same, 0 for nothing in common.
    static func of(_ header: String, _ names: [String]) -> Double { names.map { of(header, $0) }.max() ?? 0 }

    /// The one of some headers that is most like one of the names; nil where none is like them.
    static func best(_ names: [String], among headers: [String]) -> String? {
        var best: (header: String, likeness: Double)?
        for header in headers {
            let likeness = of(header, names)
            if likeness >= least, likeness > best?.likeness ?? 0 { best = (header, likeness) }
        }
        return best?.header
    }

    private static func of(_ header: String, _ name: String) -> Double {
        let (a, b) = (HeaderNames.key(header), HeaderNames.key(name))
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        if a == b { return 1 }
        let (one, other) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
        let (shorter, longer) = (min(one.count, other.count), max(one.count, other.count))
        let isLatin = b.utf8.allSatisfy { $0 < 128 }
        var likeness = 0.0
        // `Carrier` has nothing to do with ARR.
        let isWord =
            !isLatin || shorter > 4 || words(header).contains(name.lowercased()) || words(name).contains(header.lowercased())
        if shorter >= (isLatin ? 3 : 2), isWord, a.contains(b) || b.contains(a) {
            likeness = 0.55 + 0.4 * Double(shorter) / Double(longer)
        }
        if longer >= 4 {
            let distance = 1 - Double(Texts.distance(one, other)) / Double(longer)
            if distance >= 0.6 { likeness = max(likeness, distance) }
        }
        if isLatin {
            let (own, others) = (words(header), words(name))
            let shared = own.intersection(others)
            if shared.contains(where: { $0.count > 3 }) {
                likeness = max(likeness, 0.9 * Double(shared.count) / Double(own.union(others).count))
            }
        } else {
            let common = longestCommon(one, other)
            if common >= 2 { likeness = max(likeness, 0.8 * Double(common) / Double(longer)) }
        }
        return likeness
    }

    /// The length of the longest run of characters that two names have in common.
    private static func longestCommon(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var (best, row) = (0, [Int](repeating: 0, count: b.count + 1))
        for x in a {
            var diagonal = 0
            for (index, y) in b.enumerated() {
                let above = row[index + 1]
                row[index + 1] = x == y ? diagonal + 1 : 0
                best = max(best, row[index + 1])
                diagonal = above
            }
        }
        return best
    }

    private static func words(_ name: String) -> Set<String> {
        Set(name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
}
