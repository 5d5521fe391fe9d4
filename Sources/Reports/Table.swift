public import Facts

/// A table: a title that says what, a header row, rows of cells.
public struct Table: Sendable {
    /// Unique in the report; plain letters, digits and `-`.
    public var id: String
    /// What it shows.
    public var title: String
    /// Left to right.
    public var columns: [Column]
    /// Top to bottom; each as many cells as there are columns.
    public var rows: [Row]
    /// Whether it may be long, so that a filter helps.
    public var isLong: Bool
    /// Whether it is printed; what is not stands at the end of its section.
    public var isOnPaper: Bool
    /// Whether things are only looked up in it: the page folds it, and leaves it out when printed.
    public var isFolded: Bool
    /// How the page draws it.
    public var look: Look

    /// How the page draws a table.
    public enum Look: Sendable {
        /// Rows and columns.
        case plain
        /// Rows and columns, and a card a row on a phone, of the columns that have a place on it.
        case cards
    }
    /// Whether its percentages stand on a ground that tells those above 100 % from those below.
    public var isHeatMap = false
    /// Whether it is printed from the page even where it is folded there.
    public var unfoldsOnPaper = false

    /// A table; see the properties.
    public init(
        id: String, title: String, columns: [Column], rows: [Row], isLong: Bool = false, isOnPaper: Bool = true,
        isFolded: Bool = false, look: Look = .plain
    ) {
        self.isFolded = isFolded
        self.look = look
        self.id = id
        self.title = title
        self.columns = columns
        self.rows = rows
        self.isLong = isLong
        self.isOnPaper = isOnPaper
    }

    /// A column's heading and whether it holds numbers (right-aligned) or text.
    public struct Column: Sendable {
        /// The heading.
        public var title: String
        /// Whether its cells are numbers.
        public var isNumeric: Bool
        /// Whether it is printed; those that are not stand last.
        public var isOnPaper: Bool
        /// Its place on a card; nil is left out there.
        public var card: Card?
        /// The places on a card; the first column is its heading.
        public enum Card: String, Sendable {
            case value, due, status, change, owner, when, text
        }
        /// A column; see the properties.
        public init(_ title: String, isNumeric: Bool = false, isOnPaper: Bool = true, card: Card? = nil) {
            self.card = card
            self.title = title
            self.isNumeric = isNumeric
            self.isOnPaper = isOnPaper
        }
    }

    /// A row of cells.
    public struct Row: Sendable {
        /// Left to right.
        public var cells: [Cell]
        /// Whether it is a total or a group's heading and is set off from the others.
        public var isStrong: Bool
        /// Whether it sums up what is not listed, and so stays last.
        public var isRest: Bool
        /// The id of the metric or measure that it is about, whose definition it leads to; empty where it is about something else.
        public var subject: String
        /// A row; see the properties.
        public init(_ cells: [Cell], isStrong: Bool = false, isRest: Bool = false, subject: String = "") {
            self.cells = cells
            self.isStrong = isStrong
            self.isRest = isRest
            self.subject = subject
        }
    }

    /// What a cell shows.
    public enum Cell: Sendable {
        /// Nothing at all.
        case empty
        /// Text, whatever it looks like.
        case text(String)
        /// A date.
        case day(Day)
        /// A number.
        case value(Value)
        /// How something stands, with the word for it: never by colour alone. By the rule the workbook judges it anew when its numbers are
        /// changed; nil where it follows from no two numbers of the row.
        case status(Status, String, rule: StatusRule? = nil)
        /// A series over the periods shown, drawn as a cell-sized chart.
        case trend([Number?])
    }
}

/// How something stands against its target.
public enum Status: Sendable {
    case good, watch, bad, none
}
