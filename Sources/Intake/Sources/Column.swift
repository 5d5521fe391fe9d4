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

/// A column of a source, as data: its key and how to find and read it.
///
/// It is declared by what its cells are: `.day(.startDate, "start", "from", …)`, and told more of by what follows: `.required`.
struct Column: Sendable {
    /// Which column it is.
    let key: any AnyColumnKey
    /// What its cells are.
    var kind: ColumnKind
    /// Whether each file must have it.
    private(set) var isRequired = false
    /// Whether each row must have a value in it.
    private(set) var needsValue = false
    /// Whether facts or the load rule need it whatever happens; the others are read only for comparing rows that add up.
    var isFact = true
    /// Whether it is one of the columns that files have as dimensions, which say little about what a file is.
    private(set) var isDimension = false
    /// Whether it is no column of the contract: it serves to make those that are, by the source's derivations.
    private(set) var isAuxiliary = false
    /// Whether the source looks at it once a whole file is read, though it is auxiliary.
    private(set) var isForFinish = false
    /// Whether its cells are ids, which are compared with those of other files and sources.
    private(set) var isID = false
    /// Whether a cell may list several ids.
    private(set) var isIDList = false
    /// Whether its cells are names, which may be any text: `NA` is one.
    private(set) var isName = false
    /// Whether it says on which side of the books the amounts of its row stand, and so their signs.
    private(set) var givesSigns = false
    /// Whether its numbers are rates of one unit, so that a number of units in its name divides: `Rate (per 100)`.
    private(set) var isRate = false
    /// Whether a cell may be one of the column's; the column is only found where all are. Nil where its name is enough.
    private(set) var isCell: (@Sendable (String) -> Bool)?
    /// Whether a cell tells that the column is another, where all first cells do; nil where its name is enough.
    private(set) var isOthersCell: (@Sendable (String) -> Bool)?
    /// What an amount marked as a credit (`30.00 CR`) does to it: −1 where it takes away, as from a cost, 1 where it adds; 0 where
    /// that is not known, and such an amount cannot be read.
    private(set) var credit = 0
    /// Other header names.
    var aliases: [String]
    /// Header names that many kinds of file have, such as `id`: they say nothing of what a file is.
    private(set) var common: [String] = []
    /// Parts of longer headers, such as survey questions: each as pieces in their order, `how likely … recommend`.
    private(set) var phrases: [String] = []
    /// Header names that mean the column only in some company.
    private(set) var conditional: [ConditionalName] = []

    private init(_ key: any AnyColumnKey, _ kind: ColumnKind, _ aliases: [String]) {
        (self.key, self.kind, self.aliases) = (key, kind, aliases)
    }

    /// The contract's name.
    var name: String { key.name }
}

/// A header name that means a column only in some company.
struct ConditionalName: Sendable {
    /// The name.
    var name: String
    /// Groups of other headers, of each of which the file must have one; empty where it need not.
    var beside: [[String]] = []
    /// Other headers of which the file must have none.
    var unless: [String] = []
}

/// Declaring a column by what its cells are.
extension Column {
    static func text(_ key: TextKey, _ aliases: String...) -> Column { Column(key, .text, aliases) }
    static func word(_ key: TextKey, _ aliases: String...) -> Column { Column(key, .word, aliases) }
    static func currency(_ key: TextKey, _ aliases: String...) -> Column { Column(key, .currency, aliases) }
    static func id(_ key: IDKey, _ aliases: String...) -> Column { Column(key, .id, aliases).anID }
    static func money(_ key: NumberKey, _ aliases: String...) -> Column { Column(key, .money, aliases) }
    static func number(_ key: NumberKey, _ aliases: String...) -> Column { Column(key, .number, aliases) }
    static func score(_ key: NumberKey, _ aliases: String...) -> Column { Column(key, .score, aliases) }
    static func percent(_ key: NumberKey, _ aliases: String...) -> Column { Column(key, .percent, aliases) }
    static func day(_ key: DayKey, _ aliases: String...) -> Column { Column(key, .day, aliases) }
    static func stamp(_ key: StampKey, _ aliases: String...) -> Column { Column(key, .stamp, aliases) }
    static func flag(_ key: FlagKey, _ aliases: String...) -> Column { Column(key, .flag, aliases) }
}

/// Telling more of a column.
extension Column {
    private func with(_ change: (inout Column) -> Void) -> Column {
        var copy = self
        change(&copy)
        return copy
    }

    /// The same column, which each file and each row must have.
    var required: Column {
        with {
            $0.isRequired = true
            $0.needsValue = true
        }
    }

    /// The same column, which each file must have, though not each row has a value in it.
    var requiredOfFiles: Column { with { $0.isRequired = true } }

    /// The same column, only compared and not used.
    var compared: Column { with { $0.isFact = false } }

    /// The same column, which only serves to make others.
    var auxiliary: Column { with { $0.isAuxiliary = true } }

    /// The same column, which the source looks at once a whole file is read and then drops.
    var forFinish: Column { with { $0.isForFinish = true } }

    /// The same column as one that files have as a dimension.
    var asDimension: Column { with { $0.isDimension = true } }

    /// The same column, whose cells are ids.
    var anID: Column { with { $0.isID = true } }

    /// The same column, whose cells are ids, of which one may list several.
    var listingIDs: Column {
        with {
            $0.isID = true
            $0.isIDList = true
        }
    }

    /// The same column, whose cells are names.
    var aName: Column { with { $0.isName = true } }

    /// The same column, whose numbers are rates of one unit.
    var ofRates: Column { with { $0.isRate = true } }

    /// The same column, which only serves to give amounts their signs.
    var ofSigns: Column {
        with {
            $0.isAuxiliary = true
            $0.givesSigns = true
        }
    }

    /// The same column, found only where the first cells are all of a kind, as its names are other columns' too.
    func onlyWhere(_ isCell: @escaping @Sendable (String) -> Bool) -> Column { with { $0.isCell = isCell } }

    /// The same column, not found where the first cells all tell that it is another.
    func notWhere(_ isCell: @escaping @Sendable (String) -> Bool) -> Column { with { $0.isOthersCell = isCell } }

    /// The same column, whose amounts are costs: a debit adds, a credit takes away.
    var ofCosts: Column { with { $0.credit = -1 } }

    /// The same column, whose amounts are credits.
    var ofCredits: Column { with { $0.credit = 1 } }

    /// The same column with more aliases, which go after the others.
    func also(_ more: String...) -> Column { with { $0.aliases += more } }

    /// The same column with names that say nothing of what a file is.
    func commonly(_ names: String...) -> Column { with { $0.common += names } }

    /// The same column with phrases.
    func asking(_ phrases: String...) -> Column { with { $0.phrases += phrases } }

    /// The same column with names that count only in files that have one of the other headers.
    func beside(_ others: [String], _ names: String...) -> Column { beside(others, and: [], names) }

    /// The same column with names that count only in files that have one header of each of two groups.
    func beside(_ others: [String], and more: [String], _ names: [String]) -> Column {
        let groups = [others, more].filter { !$0.isEmpty }
        return with { $0.conditional += names.map { ConditionalName(name: $0, beside: groups) } }
    }

    /// The same column with names that count only in files that have none of the other headers.
    func unless(_ others: [String], _ names: String...) -> Column {
        with { $0.conditional += names.map { ConditionalName(name: $0, unless: others) } }
    }
}
