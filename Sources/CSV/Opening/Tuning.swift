/// The numbers that the choice of dialect hangs on. `docs/reading.md` says on what they were
/// tuned.
enum DialectTuning {
    // How regular the records are.

    /// What a line of one cell counts against a dialect of more, where a record with another number of cells counts 1: most are titles
    /// and notes.
    static let lineWeight = 0.5
    /// What each of several records in a row with another number of cells counts: they are another table. So do titles above all others.
    static let runWeight = 0.15
    /// How many records in a row that are.
    static let runLeast = 5.0
    /// What one column scores where several that are as regular score nearly 1: any text is one column.
    static let oneColumn = 0.35
    /// What few columns lose, by the square of their number: two are more often an accident than five.
    static let fewColumns = 0.6
    /// What the score loses where every record has a stray quote.
    static let strayQuotes = 0.3

    // What the cells look like.

    /// What cells are worth by their shape, where a number, a date and the like are worth 1.
    static let emptyCell = 0.9
    static let word = 0.9
    static let text = 0.75
    static let odd = 0.1
    /// What a quoted cell of any shape is worth at least.
    static let quoted = 0.9
    /// How much of the worth of cells is lost where those of a column are all unlike.
    static let likeness = 0.4
    /// How alike the cells of an empty column are taken to be.
    static let emptyColumn = 0.8
    /// What is left of a cell's worth where it stands in quotes that the dialect does not know.
    static let unknownQuotes = 0.4
    /// The same where a quote stands at one end only, as when a quoted cell was cut in two.
    static let halfQuotes = 0.3
    /// The same where it begins with a blank.
    static let leadingBlank = 0.9
    /// The same where it holds a semicolon, a tab or a bar: another dialect would cut it.
    static let otherDelimiter = 0.3
    /// The same for each quote inside.
    static let innerQuote = 0.8
    /// The same where it holds more than one comma: one may be in a number or a name.
    static let commas = 0.5

    // How likely a dialect is before anything has been read, where commas and tabs are 1.

    static let semicolon = 0.995
    static let space = 0.85
    /// A blank where no column is of numbers, dates or quoted cells: words are no columns.
    static let words = 0.3
    /// Any other delimiter.
    static let rare = 0.6
    static let noQuote = 0.97
    static let singleQuote = 0.99
    /// Single quotes that stand around no cell.
    static let unusedQuote = 0.5
    static let backslash = 0.999
    static let commaSpace = 0.999
    /// A comma with a blank where more than one in twenty has none.
    static let mixedCommaSpace = 0.5
}

/// The numbers that the choice of the table among the records hangs on; see ``DialectTuning``.
enum TableTuning {
    /// A column has a shape where so many of five filled cells have it.
    static let alike = 4
    /// A column is of a few texts where each comes so often on average, in at least twice as many cells.
    static let comesAgain = 4
    /// Another table than the first is the main one where it is so many times as large.
    static let larger = 2
    /// A header of another number of cells is the same with more or fewer columns where so many of four names are the same.
    static let sameNames = 3
    /// The header's number of cells is right where one in so many of the records that are like most has it too.
    static let agreeing = 8
}
