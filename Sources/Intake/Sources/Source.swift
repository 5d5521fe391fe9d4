import Facts
import Languages

/// A source of the contract: all that the program knows of it. Each is declared in a file of its own in this folder, and listed in
/// `Source+Standard.swift`.
struct Source: Sendable {
    /// What comes from a source.
    enum Role: Sendable {
        /// Metrics: they would be wrong without its rows.
        case metrics
        /// Plans and settings alone.
        case plans
    }

    /// The contract's name.
    let name: SourceName
    /// What readers call it.
    var title: Wording { Wording(key: "sources.\(name.rawValue)") }
    /// What comes from it.
    let role: Role
    /// The source that it stands in for where there is none of that; nil where it stands for itself.
    let standsInFor: SourceName?
    /// Whether there is something new in it in every period, so that it is late where there is not.
    let isRegular: Bool
    /// Whether readers are told where it is absent.
    let isMissed: Bool
    /// Whether each row is an event, which has not happened before its day; nothing happens by a row of the others.
    let rowsAreEvents: Bool
    /// How its files go together when nothing else is said.
    let load: LoadRule
    /// The columns that tell rows apart in an upsert.
    let key: [any AnyColumnKey]
    /// The one of the key's columns without which a file's rows cannot be told apart.
    let identity: (any AnyColumnKey)?
    /// How rows take each other's place in an upsert, where the key alone does not say so.
    let upsert: Upsert?
    /// Groups of columns of which each file needs one whole group; empty where there is no such choice.
    let oneOf: [[any AnyColumnKey]]
    /// Words in a file's name that speak for the source, compared as header names are.
    let words: [String]
    /// The known columns, those of the contract first; of equally good fits the earlier wins.
    var columns: [Column] = []
    /// Columns of which a file must have one, by a name that is not common, to be recognised by its columns alone: those that it
    /// shares with other kinds of file say too little. Empty where the required columns say enough.
    let telling: [any AnyColumnKey]
    /// The day of all rows of a file that has no such column, and whose name says what it is and bears a date; nil where names do not say it.
    let datedByName: DayKey?
    /// Header names that are not read but speak for the source, such as `Lead status`.
    let hints: [String]
    /// Header names that speak against the source: such a file is not taken for it by its columns alone.
    let against: [String]
    /// Header names that speak against the source where a date and an amount are all that would tell it: an invoice to a customer has both.
    let againstAmounts: [String]
    /// The source whose files have nearly the same columns: one that fits both equally is of the one whose id comes first in it,
    /// else of this one. Nil where there is no such source.
    let resembles: SourceName?
    /// What programs put before the names of all columns: `Deal - ID`, `subscriptions.status`.
    let entities: [String]
    /// How columns are made of others.
    var derivations: [Derivation]
    /// How a column may be spread over several of a file; nil where none is.
    var spread: SpreadRule?
    /// How programs mark rows that do not count; nil where none does.
    let trials: TrialMarks?
    /// Looks at a whole file once its rows are typed, and takes out those that only the whole shows to be no records.
    let finish: Finish
    /// Which rows columns beside its own say not to count; nil where none does.
    let sorting: Sorting?
    /// What is checked of each row.
    let checks: [RowCheck]
    /// The money columns in the order in which the first that has a value counts.
    let money: [MoneyColumn]
    /// The columns whose cells add up, so that a row may be the total of others: its money, where nothing else is said.
    let sums: [NumberKey]
    /// A column of files whose rows are single things, of whose numbers none is the sum of others; nil where there are no such files.
    let singles: (any AnyColumnKey)?
    /// The problem of other sources' rows that its rows would solve: where there are such rows, metrics need it too. Nil where none is.
    let solves: FindingCode?
    /// How costs that were stated anew are told; nil where nothing is stated anew.
    let restatement: Restatement?
    /// The columns that say when something happened; empty where rows are no events.
    var events: [EventColumn]
    /// What dates a row, where something new is expected in every period: without it the source is late. Nil where it is not.
    let dated: OwnDate?
    /// Dimension columns that it needs whether or not the pipeline has that dimension.
    let needs: [any AnyColumnKey]
    /// Changes it as the settings of a run ask for: columns that depend on them.
    let fit: Fit

    /// The sources whose tables must be there before its own is built.
    let after: [SourceName]
    /// Whether files of it have groups whose name stands in their first row alone, as merged cells of spreadsheets do.
    let isGrouped: Bool
    /// Whether it has most of all rows, and asks for no other table but those: its own is made beside the others.
    let goesBeside: Bool
    /// Makes the table of facts of its rows.
    let build: Build

    /// Where each column stands.
    private(set) var places = ColumnPlaces()
    /// Which columns and sources names may mean.
    var names = SourceNames()

    typealias Fit = @Sendable (_ source: inout Source, _ settings: IntakeSettings) -> Void

    /// - Returns: For each row that another took the place of, that other.
    typealias Upsert = @Sendable (_ rows: inout Merged) -> [(old: Int, new: Int)]

    typealias Build = @Sendable (_ assembler: inout Assembler, _ rows: inout Merged) -> Void

    /// - Parameter groups: Where rows begin that were already found to be headings, totals or notes.
    typealias Finish =
        @Sendable (_ reader: FileReader, _ file: inout ReadFile, _ groups: [(offset: Int, kind: GroupRows.Kind)]) -> Void

    /// How rows are sorted out by columns that are none of the source's.
    struct Sorting: Sendable {
        /// The places of these columns in a file with such a header, whose other columns are found.
        let places: @Sendable (_ header: [String], _ columns: [Int?], _ source: Source, _ head: () -> [[String]]) -> [Int]
        /// For each usable row whether it counts, and the cells by which the others do not; nil where all count. It says what it found.
        let keep:
            @Sendable (_ reader: FileReader, _ file: inout ReadFile, _ asides: [Aside]) -> (
                keep: [Bool], words: [(place: Int, text: String)]
            )?
    }

    init(
        name: SourceName, role: Role, standsInFor: SourceName? = nil, isRegular: Bool = false,
        isMissed: Bool = true, rowsAreEvents: Bool = true, load: LoadRule, key: [any AnyColumnKey] = [],
        identity: (any AnyColumnKey)? = nil, oneOf: [[any AnyColumnKey]] = [], words: [String], columns: [Column],
        telling: [any AnyColumnKey] = [], hints: [String] = [], against: [String] = [],
        againstAmounts: [String] = [], resembles: SourceName? = nil,
        entities: [String] = [], derivations: [Derivation] = [], money: [MoneyColumn] = [], sums: [NumberKey]? = nil,
        singles: (any AnyColumnKey)? = nil, restatement: Restatement? = nil,
        solves: FindingCode? = nil,
        spread: SpreadRule? = nil, trials: TrialMarks? = nil, finish: @escaping Finish = { _, _, _ in },
        sorting: Sorting? = nil, checks: [RowCheck] = [],
        events: [EventColumn] = [], dated: OwnDate? = nil, datedByName: DayKey? = nil, needs: [any AnyColumnKey] = [],
        fit: @escaping Fit = { _, _ in }, upsert: Upsert? = nil, after: [SourceName] = [], isGrouped: Bool = false,
        goesBeside: Bool = false, build: @escaping Build
    ) {
        self.name = name
        self.role = role
        self.standsInFor = standsInFor
        self.isRegular = isRegular
        self.isMissed = isMissed
        self.rowsAreEvents = rowsAreEvents
        self.load = load
        self.key = key
        self.identity = identity
        self.upsert = upsert
        self.oneOf = oneOf
        self.words = words
        self.telling = telling
        self.hints = hints
        self.against = against
        self.againstAmounts = againstAmounts
        self.resembles = resembles
        self.entities = entities
        self.derivations = derivations
        self.finish = finish
        self.sorting = sorting
        self.checks = checks
        self.money = money
        self.trials = trials
        self.spread = spread
        self.restatement = restatement
        self.solves = solves
        self.sums = sums ?? money.map(\.key)
        self.singles = singles
        self.events = events
        self.dated = dated
        self.datedByName = datedByName
        self.needs = needs
        self.fit = fit
        self.after = after
        self.isGrouped = isGrouped
        self.goesBeside = goesBeside
        self.build = build
        for column in columns { add(column) }
        for dimension in Column.dimensions where places[dimension.key] == nil { add(dimension) }
        names.addWords(of: self)
    }

    /// Adds a column with its names.
    mutating func add(_ column: Column) {
        places.add(column.key, at: columns.count)
        names.add(column, at: columns.count)
        columns.append(column)
    }

    /// Adds more names for a column, which go before its other aliases.
    mutating func add(aliases: [String], of column: String) {
        guard let place = places[named: column] else { return }
        columns[place].aliases.insert(contentsOf: aliases, at: 0)
        names.add(aliases: aliases, of: place)
    }
}
