import Facts

/// What names may mean to a source: header names its columns, words in names of files the source itself.
struct SourceNames: Sendable {
    /// A column that a header name may be.
    struct Match: Sendable {
        /// Its place.
        var column: Int
        /// How well the name fits: 0 for the column's own name, then its aliases in their order.
        var rank: Int
        /// Whether the name says nothing of what a file is.
        var isCommon = false
        /// Groups of keys of headers, of each of which the file must have one; empty where it need not.
        var beside: [[String]] = []
        /// Keys of headers of which the file must have none.
        var unless: [String] = []

        /// Whether a file with these headers holds what the match asks for.
        func holds(_ keys: Set<String>) -> Bool {
            beside.allSatisfy { $0.contains(where: keys.contains) } && !unless.contains(where: keys.contains)
        }
    }

    /// A word that speaks for the source in a file's name.
    struct Word: Sendable {
        /// In small letters, words joined and surrounded by `_`; for Chinese its key, which may stand anywhere.
        var shape: String
        var key: String
        var isASCII: Bool
        var isOwnName: Bool
        var length: Int
    }

    /// Which columns a header name may be, by its key.
    private(set) var columns: [String: [Match]] = [:]
    /// The same by the senses of names.
    private(set) var senses: [String: [Match]] = [:]
    /// The keys of headers that speak for the source.
    private(set) var hints: Set<String> = []
    /// The keys of headers that speak against it.
    private(set) var against: Set<String> = []
    /// Those that speak against it where nothing but an amount speaks for it.
    private(set) var againstAmounts: Set<String> = []
    /// The words for names of files.
    private(set) var words: [Word] = []
    /// The keys of what programs put before the names of all columns, the longest first.
    private var entities: [String] = []
    /// The pieces of the columns' phrases.
    private var phrases: [(column: Int, pieces: [[UInt8]])] = []

    /// Adds a column's names.
    mutating func add(_ column: Column, at place: Int) {
        for (rank, name) in ([column.name] + column.aliases).enumerated() {
            add(HeaderNames.key(name), Match(column: place, rank: rank))
            if let sense = HeaderNames.sense(name) { senses[sense, default: []].append(Match(column: place, rank: rank)) }
        }
        let rank = column.aliases.count + 1
        for name in column.conditional {
            add(
                HeaderNames.key(name.name),
                Match(
                    column: place, rank: name.beside.isEmpty ? rank : -1, beside: name.beside.map { $0.map(HeaderNames.key) },
                    unless: name.unless.map(HeaderNames.key)))
        }
        for (number, name) in column.common.enumerated() {
            add(HeaderNames.key(name), Match(column: place, rank: rank + 1700 + number, isCommon: true))
        }
        phrases += column.phrases.map { phrase in
            (place, phrase.split(separator: "…").map { Array(HeaderNames.key(String($0)).utf8) })
        }
    }

    /// Adds names that a person gave for a column.
    mutating func add(aliases: [String], of place: Int) {
        for name in aliases { add(HeaderNames.key(name), Match(column: place, rank: 1)) }
    }

    private mutating func add(_ key: String, _ match: Match) {
        guard !key.isEmpty else { return }
        let isKnown = columns[key]?.contains { other in
            let isWider =
                other.beside.isEmpty && other.unless.isEmpty || other.beside == match.beside && other.unless == match.unless
            return other.column == match.column && other.rank <= match.rank && isWider
        }
        if isKnown == true { return }
        columns[key, default: []].append(match)
    }

    /// Adds the words that speak for and against the source itself.
    mutating func addWords(of source: Source) {
        hints = Set(source.hints.map(HeaderNames.key))
        against = Set(source.against.map(HeaderNames.key))
        againstAmounts = Set(source.againstAmounts.map(HeaderNames.key))
        entities = source.entities.map(HeaderNames.key).sorted { $0.count > $1.count }
        let ownKey = HeaderNames.key(source.name.rawValue)
        words = ([source.name.rawValue] + source.words).map { word in
            let isASCII = word.utf8.allSatisfy { $0 < 128 }
            let key = HeaderNames.key(word)
            let shape = isASCII ? "_" + word.lowercased().split { !$0.isLetter }.joined(separator: "_") + "_" : key
            return Word(shape: shape, key: key, isASCII: isASCII, isOwnName: key == ownKey, length: word.count)
        }
    }

    /// The columns whose phrases a header holds, with the place of the phrase among all.
    func asked(_ name: HeaderName) -> [(rank: Int, column: Int)] {
        phrases.enumerated().compactMap { rank, phrase in
            var at = 0
            for piece in phrase.pieces {
                guard let found = name.bytes.firstPlace(of: piece, from: at) else { return nil }
                at = found + piece.count
            }
            return (rank, phrase.column)
        }
    }

    /// A header's key without the source's own name before it, where it has that: `dealstage` is `stage`. Of several such names,
    /// as of `subscription` and `subscriptions`, the one that leaves a column's.
    func withoutEntity(_ key: String) -> String? {
        let rests = entities.filter { key.hasPrefix($0) && key.count > $0.count }.map { String(key.dropFirst($0.count)) }
        return rests.first { columns[$0] != nil } ?? rests.first
    }

    /// Whether a header's key begins with the source's own name: `opportunityname`.
    func isOwn(_ key: String) -> Bool { entities.contains { key.hasPrefix($0) && key.count > $0.count } }

    /// The words of a name without the source's own, where it has that: `Deal - Date created` is `date created`.
    func senseWithoutEntity(_ sense: String) -> String? {
        let words = sense.split(separator: " ").map(String.init)
        let rest = words.filter { !entities.contains($0) }
        return rest.count < words.count && rest.count > 1 ? rest.joined(separator: " ") : nil
    }
}
