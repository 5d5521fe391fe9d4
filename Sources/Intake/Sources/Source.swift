/// What a column's cells are.
enum ColumnKind: Sendable {
    /// Text as it is, blanks around it taken off.
    case text
    /// Text that tells rows apart: each is most likely met once.
    case id
    /// Text in which case does not matter, kept in small letters.
    case word
    /// A currency's code, name or sign, kept as the ISO 4217 code.
    case currency
    /// An amount of money.
    case money
    /// A number.
    case number
    /// A number that may stand in words: `10 - Extremely likely`.
    case score
    /// A number that may be written as a percentage.
    case percent
    /// A date, or a whole month.
    case day
    /// A date with a time.
    case stamp
    /// Yes or no.
    case flag
}

/// A column of a source, as data: its name and how to find and read it.
struct Column: Sendable {
    /// The contract's name.
    var name: String
    /// What its cells are.
    var kind: ColumnKind
    /// Whether each file must have it.
    var isRequired = false
    /// Whether each row must have a value in it.
    var needsValue = false
    /// Whether facts or the load rule need it whatever happens; the others are read only for comparing rows that add up.
    var isFact = true
    /// Whether it is one of the columns that files have as dimensions, which say little about what a file is.
    var isDimension = false
    /// Whether it is no column of the contract: it serves to make those that are, by the source's derivations.
    var isAuxiliary = false
    /// Other header names.
    var aliases: [String]
    /// Header names that many kinds of file have, such as `id`: they say nothing of what a file is.
    var common: [String] = []
    /// Parts of longer headers, such as survey questions: each as pieces in their order, `how likely … recommend`.
    var phrases: [String] = []
    /// Header names that mean the column only in some company.
    var conditional: [ConditionalName] = []

    /// The same column, which each file and each row must have.
    var required: Column {
        var copy = self
        copy.isRequired = true
        copy.needsValue = true
        return copy
    }

    /// The same column, only compared and not used.
    var compared: Column {
        var copy = self
        copy.isFact = false
        return copy
    }

    /// The same column with more aliases, which go after the others.
    func also(_ more: String...) -> Column {
        var copy = self
        copy.aliases += more
        return copy
    }

    /// The same column with names that say nothing of what a file is.
    func commonly(_ names: String...) -> Column {
        var copy = self
        copy.common += names
        return copy
    }

    /// The same column with phrases.
    func asking(_ phrases: String...) -> Column {
        var copy = self
        copy.phrases += phrases
        return copy
    }

    /// The same column with a name that counts only in files that have one of the other headers.
    func beside(_ others: [String], _ name: String) -> Column {
        var copy = self
        copy.conditional.append(ConditionalName(name: name, beside: others))
        return copy
    }

    /// The same column with a name that counts only in files that have none of the other headers.
    func unless(_ others: [String], _ name: String) -> Column {
        var copy = self
        copy.conditional.append(ConditionalName(name: name, unless: others))
        return copy
    }

    /// The same column, which only serves to make others.
    var auxiliary: Column {
        var copy = self
        copy.isAuxiliary = true
        return copy
    }
}

/// A header name that means a column only in some company.
struct ConditionalName: Sendable {
    /// The name.
    var name: String
    /// Other headers of which the file must have one; empty where it need not.
    var beside: [String] = []
    /// Other headers of which the file must have none.
    var unless: [String] = []
}

/// A source of the contract, as data: what its files look like and how they go together.
struct Source: Sendable {
    /// The contract's name.
    var name: String
    /// How its files go together when nothing else is said.
    var load: LoadRule
    /// The columns that tell rows apart in an upsert.
    var key: [String] = []
    /// The one of the key's columns without which a file's rows cannot be told apart.
    var identity: String?
    /// Groups of columns of which each file needs one whole group; empty where there is no such choice.
    var oneOf: [[String]] = []
    /// Words in a file's name that speak for the source, compared as header names are.
    var words: [String]
    /// The known columns, those of the contract first; of equally good fits the earlier wins.
    var columns: [Column]
    /// Columns of which a file must have one, by a name that is not common, to be recognised by its columns alone: those that it
    /// shares with other kinds of file say too little. Empty where the required columns say enough.
    var telling: [String] = []
    /// Header names that are not read but speak for the source, such as `Lead status`.
    var hints: [String] = []
    /// Header names that speak against the source: such a file is not taken for it by its columns alone.
    var against: [String] = []
    /// What programs put before the names of all columns: `Deal - ID`, `subscriptions.status`.
    var entities: [String] = []
    /// How columns are made of others.
    var derivations: [Derivation] = []
    /// The money columns in the order in which the first that has a value counts.
    var money: [String] = []
    /// Which columns a header name may be, by its key, and how well it fits each: 0 for the column's own name, then its aliases
    /// in their order. Made by ``prepared``.
    private(set) var lookup: [String: [Match]] = [:]
    /// The same by the senses of names.
    private(set) var senses: [String: [Match]] = [:]
    /// The keys of ``hints``. Made by ``prepared``.
    private(set) var hintKeys: Set<String> = []
    /// The keys of ``against``. Made by ``prepared``.
    private(set) var againstKeys: Set<String> = []
    /// The keys of ``entities``. Made by ``prepared``.
    private(set) var entityKeys: [String] = []
    /// The pieces of the columns' phrases. Made by ``prepared``.
    private(set) var phrases: [(column: Int, pieces: [[UInt8]])] = []
    /// The words for names of files in the shapes in which they are looked for. Made by ``prepared``.
    private(set) var nameWords: [NameWord] = []
    private var places: [String: Int] = [:]

    /// A column that a header name may be.
    struct Match: Sendable {
        var column: Int
        var rank: Int
        /// Whether the name says nothing of what a file is.
        var isCommon = false
        /// Keys of headers of which the file must have one; empty where it need not.
        var beside: [String] = []
        /// Keys of headers of which the file must have none.
        var unless: [String] = []
    }

    /// A word that speaks for the source in a file's name.
    struct NameWord: Sendable {
        /// In small letters, words joined and surrounded by `_`; for Chinese its key, which may stand anywhere.
        var shape: String
        var key: String
        var isASCII: Bool
        var isOwnName: Bool
        var length: Int
    }

    init(
        name: String, load: LoadRule, key: [String] = [], identity: String? = nil, oneOf: [[String]] = [], words: [String],
        columns: [Column], telling: [String] = [], hints: [String] = [], against: [String] = [], entities: [String] = [],
        derivations: [Derivation] = [], money: [String] = []
    ) {
        self.name = name
        self.load = load
        self.key = key
        self.identity = identity
        self.oneOf = oneOf
        self.words = words
        self.columns = columns
        self.telling = telling
        self.hints = hints
        self.against = against
        self.entities = entities

        self.derivations = derivations
        self.money = money
    }

    /// The place of a column, or nil where the source has none of that name.
    func index(_ column: String) -> Int? { places[column] ?? (places.isEmpty ? columns.firstIndex { $0.name == column } : nil) }

    /// The source with its look-up tables, and with the dimension columns that any source may have.
    var prepared: Source {
        var source = self
        for dimension in Source.standardDimensions where index(dimension.name) == nil { source.columns.append(dimension) }
        let columns = source.columns
        source.columns = []
        for column in columns { source.add(column) }
        source.hintKeys = Set(hints.map(HeaderNames.key))
        source.againstKeys = Set(against.map(HeaderNames.key))
        source.entityKeys = entities.map(HeaderNames.key).sorted { $0.count > $1.count }
        let ownKey = HeaderNames.key(name)
        source.nameWords = ([name] + words).map { word in
            let isASCII = word.utf8.allSatisfy { $0 < 128 }
            let key = HeaderNames.key(word)
            let shape = isASCII ? "_" + word.lowercased().split { !$0.isLetter }.joined(separator: "_") + "_" : key
            return NameWord(shape: shape, key: key, isASCII: isASCII, isOwnName: key == ownKey, length: word.count)
        }
        return source
    }

    /// Adds a column with its names.
    mutating func add(_ column: Column) {
        let index = columns.count
        columns.append(column)
        places[column.name] = index
        for (rank, name) in ([column.name] + column.aliases).enumerated() {
            add(HeaderNames.key(name), Match(column: index, rank: rank))
            if let sense = HeaderNames.sense(name) { senses[sense, default: []].append(Match(column: index, rank: rank)) }
        }
        let rank = column.aliases.count + 1
        for name in column.conditional {
            add(
                HeaderNames.key(name.name),
                Match(
                    column: index, rank: name.beside.isEmpty ? rank : -1, beside: name.beside.map(HeaderNames.key),
                    unless: name.unless.map(HeaderNames.key)))
        }
        for (place, name) in column.common.enumerated() {
            add(HeaderNames.key(name), Match(column: index, rank: rank + 1700 + place, isCommon: true))
        }
        phrases += column.phrases.map { phrase in
            (index, phrase.split(separator: "…").map { Array(HeaderNames.key(String($0)).utf8) })
        }
    }

    /// Whether a file with these headers holds what a match asks for.
    static func holds(_ match: Match, _ keys: Set<String>) -> Bool {
        (match.beside.isEmpty || match.beside.contains(where: keys.contains)) && !match.unless.contains(where: keys.contains)
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

    /// A header's key without the source's own name before it, where it has that: `dealstage` is `stage`.
    func withoutEntity(_ key: String) -> String? {
        guard let entity = entityKeys.first(where: { key.hasPrefix($0) && key.count > $0.count }) else { return nil }
        return String(key.dropFirst(entity.count))
    }

    /// Adds more names for a column, which go before its other aliases.
    mutating func add(aliases: [String], of column: String) {
        guard let index = index(column) else { return }
        columns[index].aliases.insert(contentsOf: aliases, at: 0)
        for name in aliases { add(HeaderNames.key(name), Match(column: index, rank: 1)) }
    }

    private mutating func add(_ key: String, _ match: Match) {
        guard !key.isEmpty else { return }
        if lookup[key]?.contains(where: { $0.column == match.column && $0.rank <= match.rank }) == true { return }
        lookup[key, default: []].append(match)
    }
}

extension Source {
    /// The contract's sources, ready for looking up.
    private static let ready = standard.map(\.prepared)

    /// The sources of a run: the contract's, with the pipeline's own dimensions and stages, and the names of `sources.yml`.
    static func all(_ settings: IntakeSettings) -> [Source] { ready.map { $0.fitted(to: settings) } }

    /// One of them; nil where there is none of that name.
    static func named(_ name: String, _ settings: IntakeSettings) -> Source? {
        ready.first { $0.name == name }?.fitted(to: settings)
    }

    private func fitted(to settings: IntakeSettings) -> Source {
        var source = self
        if name == "leads" {
            for stage in settings.stages.dropFirst() where source.index(stage + "_at") == nil {
                source.add(Column(name: stage + "_at", kind: .stamp, aliases: ["\(stage) date", "\(stage) time"]))
            }
            let used = Set(settings.stages.map { $0 + "_at" } + ["created_at", "first_response_at", "lost_at"])
            for index in source.columns.indices where source.columns[index].kind == .stamp {
                source.columns[index].isFact =
                    used.contains(source.columns[index].name) || source.columns[index].isAuxiliary
            }
        }
        for dimension in Source.standardDimensions {
            guard let index = source.index(dimension.name), source.columns[index].isDimension else { continue }
            source.columns[index].isFact = settings.dimensions.contains(dimension.name) || needs(dimension.name)
        }
        for name in settings.dimensions where source.index(name) == nil {
            source.add(Column(name: name, kind: .text, isDimension: true, aliases: []))
        }
        for (column, more) in settings.rules[name]?.aliases.sorted(by: { $0.key < $1.key }) ?? [] {
            source.add(aliases: more, of: column)
        }
        return source
    }

    /// Whether a dimension column is wanted whether or not the pipeline has that dimension.
    private func needs(_ column: String) -> Bool {
        switch (name, column) {
        case ("subscriptions", "plan"), ("customers", "owner"), ("targets", "owner"), ("actions", "owner"): true
        default: false
        }
    }
}
