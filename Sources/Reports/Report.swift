public import Facts
public import Metrics
public import RollUps

/// What is to be shown, as pure data: every rendering (workbook, page) draws the same report and computes nothing of its own.
///
/// All texts are final and in the report's locale; numbers are values with a format, so that both renderings print the same
/// digits. Text is data, never markup or a formula: escaping is each rendering's work.
public struct Report: Sendable {
    /// The company's name.
    public var company: String
    /// The pipeline's name, such as `weekly`.
    public var pipeline: String
    /// The pipeline's file as readers name it in a command, such as `pipelines/weekly.yml`.
    public var pipelineFile: String
    /// Whether cells name the command that lists the rows behind them.
    public var isTraced: Bool
    /// What the report is called: "Weekly go-to-market report".
    public var title: String
    /// Which period and as of when, as a line: "Week 2026-W45 · 2 to 8 November 2026 · as of 8 Nov 2026 · USD".
    public var subtitle: String
    /// The reporting currency.
    public var currency: Currency
    /// The locale of all texts: `en` or `zh-Hans`.
    public var locale: String
    /// The as-of date.
    public var asOf: Day
    /// The periods shown, oldest first; the last is the one reported.
    public var periods: [Period]
    /// Top to bottom, in the pipeline's order.
    public var sections: [Section]
    /// The cells every formula refers to.
    public var numbers: Numbers
    /// The metrics that formulas are printed from.
    public var catalogue: Catalogue
    /// The report in brief, for mail and messages.
    public var brief: Brief
    /// The tree of what drives ARR, for workbooks; nil where it is not known.
    public var whatIf: WhatIf?
    /// How far from good a value may be that is judged against a target; nil where nothing is.
    public var limits: Standing.Limits?
    /// The company's look.
    public var theme = Theme()

    /// A report; see the properties.
    public init(
        company: String, pipeline: String, title: String, subtitle: String, currency: Currency, locale: String, asOf: Day,
        periods: [Period], sections: [Section], numbers: Numbers, catalogue: Catalogue,
        brief: Brief = Brief(), pipelineFile: String? = nil, isTraced: Bool = true
    ) {
        self.company = company
        self.pipeline = pipeline
        self.isTraced = isTraced
        self.pipelineFile = pipelineFile ?? pipeline + ".yml"
        self.title = title
        self.subtitle = subtitle
        self.currency = currency
        self.locale = locale
        self.asOf = asOf
        self.periods = periods
        self.sections = sections
        self.numbers = numbers
        self.catalogue = catalogue
        self.brief = brief
    }
}

/// One section: a sheet of the workbook, a part of the page.
public struct Section: Sendable {
    /// Its name in the pipeline file: `summary`, `revenue`, …; unique, plain letters.
    public var id: String
    /// Its heading.
    public var title: String
    /// What it says in one sentence; empty where nothing can be said.
    public var headline = ""
    /// Top to bottom.
    public var blocks: [Block]
    /// Whether it is a sheet of the workbook alone, and no part of the page. The default is that it is both.
    public var isOnlySheet = false
    /// How many of its first blocks a page leaves out that says the same on its first screen, by `Report.brief`.
    public var opening: Int

    /// A section; see the properties.
    public init(id: String, title: String, blocks: [Block], opening: Int = 0) {
        self.opening = opening
        self.id = id
        self.title = title
        self.blocks = blocks
    }
}

/// A part of a section.
public enum Block: Sendable {
    /// The sentence that carries the section's message.
    case message(String)
    /// A remark in small type: what was assumed, why something is missing.
    case note(String)
    /// One value drawn large, with its name and a line below it.
    case headline(name: String, value: Value, detail: String)
    /// A table.
    case table(Table)
    /// A chart, with its data.
    case chart(Chart)
    /// Tasks on a calendar: on the page, folded. A workbook has them in tables.
    case timeline(Timeline)
    /// Sentences one below the other, under a heading.
    case sentences(title: String, [String])
}

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

/// A number to show, how, and where it is from.
public struct Value: Sendable {
    /// The value; nil is undefined and shown as `n/a`.
    public var number: Number?
    /// How it is written.
    public var format: Format
    /// Where it is from, which decides the cell's formula in the workbook.
    public var origin: Origin
    /// Whether it is good news (true), bad news (false) or neither, by the metric's `better`; drives the colour and the word for
    /// better or worse. The arrow of a change follows its sign alone.
    public var isFavourable: Bool?
    /// Why it is undefined, or the full story behind it; shown on hover. Empty where there is nothing to say.
    public var hint: String

    /// A value; see the properties.
    public init(_ number: Number?, _ format: Format, _ origin: Origin = .fixed, isFavourable: Bool? = nil, hint: String = "") {
        self.number = number
        self.format = format
        self.origin = origin
        self.isFavourable = isFavourable
        self.hint = hint
    }

    /// Where a value is from.
    public enum Origin: Sendable {
        /// A plain number: a target, a count of rows.
        case fixed
        /// A metric of the catalogue in one of the periods shown (index into `Report.periods`), seen through `shift` (nil: as
        /// it is; `.yearAgo`: a year before): a live formula over the numbers.
        case metric(id: String, period: Int, shift: Shift?, slice: Slice)
        /// A measure in one of the periods shown: a reference to the numbers.
        case measure(Leaf, period: Int, slice: Slice)
        /// The change between two cells of the same row, given by their column indices: `now − before` for rates, scores
        /// and the like, `now ÷ before − 1` where `isRelative`.
        case change(now: Int, before: Int, isRelative: Bool)
        /// One cell of the same row over another, given by their column indices.
        case quotient(of: Int, by: Int)
    }
}

/// How a number is written: in what unit, with how many digits after the decimal sign.
public struct Format: Sendable, Hashable {
    /// What the number is.
    public enum Kind: Sendable, Hashable {
        /// Money in units of the reporting currency, grouped by thousands.
        case money
        /// A count, grouped by thousands.
        case count
        /// A fraction shown as a percentage: 0.25 is 25 %.
        case percent
        /// A difference of two percentages, in percentage points: 0.02 is 2 points.
        case percentagePoints
        /// A plain number: points, ratios, months, days, minutes.
        case plain
    }

    /// What the number is.
    public var kind: Kind
    /// Digits after the decimal sign, after the percentage is taken.
    public var digits: Int
    /// Whether a `+` stands before what is above 0: for changes.
    public var isSigned: Bool

    /// A format; see the properties.
    public init(_ kind: Kind, digits: Int, isSigned: Bool = false) {
        self.kind = kind
        self.digits = digits
        self.isSigned = isSigned
    }
}

/// A chart and the data it draws.
public struct Chart: Sendable {
    /// How the data is drawn.
    public enum Kind: Sendable {
        /// One column a category, series side by side.
        case columns
        /// Series stacked; values below 0 hang below the axis.
        case stackedColumns
        /// A line a series; undefined points are left out.
        case lines
        /// A point a category, the first series, on the interval between the second and the third; further series are lines.
        case intervals
        /// One horizontal bar a category, top to bottom: a funnel, a ranking.
        case bars
        /// A bridge: the first and last categories stand on 0, the ones between float from the running total.
        case bridge
    }

    /// Unique in the report; plain letters, digits and `-`.
    public var id: String
    /// Who, what, when.
    public var title: String
    /// How it is drawn.
    public var kind: Kind
    /// Along the axis.
    public var categories: [String]
    /// What is drawn.
    public var series: [Series]
    /// How its numbers are written.
    public var format: Format
    /// The same in words, for who cannot see it.
    public var alternative: String
    /// Whether it is only looked up: the page folds it, and neither rendering prints it. The default is that it is not.
    public var isFolded = false

    /// A chart; see the properties.
    public init(
        id: String, title: String, kind: Kind, categories: [String], series: [Series], format: Format, alternative: String
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.categories = categories
        self.series = series
        self.format = format
        self.alternative = alternative
    }

    /// One line, or the columns of one colour.
    public struct Series: Sendable {
        /// What a series means, which decides its look everywhere.
        public enum Role: Sendable {
            /// What was.
            case actual
            /// The same a year before: light.
            case yearBefore
            /// A goal: outline.
            case target
            /// What it comes to at the pace so far: hatched, dashed.
            case projection
            /// An end of an interval.
            case bound
            /// Good for the company.
            case favourable
            /// Bad for the company.
            case unfavourable
            /// One of several of the same rank: 0, 1, 2, …
            case member(Int)
        }

        /// Its name in the legend.
        public var name: String
        /// One a category; nil is left out.
        public var values: [Number?]
        /// What it means.
        public var role: Role
        /// A series; see the properties.
        public init(name: String, values: [Number?], role: Role) {
            self.name = name
            self.values = values
            self.role = role
        }
    }
}

/// The Numbers sheet: measures and windowed measures by period, in total and for the members that break-downs show.
public struct Numbers: Sendable {
    /// Top to bottom.
    public var rows: [Row]

    /// The sheet; see the property.
    public init(rows: [Row]) { self.rows = rows }

    /// One measure through one window for one slice.
    public struct Row: Sendable {
        /// Which measure, through which window.
        public var leaf: Leaf
        /// Whose.
        public var slice: Slice
        /// What readers call it.
        public var name: String
        /// The dimension, empty for the total.
        public var dimension: String
        /// The member, empty for the total.
        public var member: String
        /// One a period shown; nil is undefined and `#N/A` in the sheet.
        public var values: [Number?]
        /// How its numbers are written.
        public var format: Format

        /// A row; see the properties.
        public init(
            leaf: Leaf, slice: Slice, name: String, dimension: String, member: String, values: [Number?], format: Format
        ) {
            self.leaf = leaf
            self.slice = slice
            self.name = name
            self.dimension = dimension
            self.member = member
            self.values = values
            self.format = format
        }
    }
}
