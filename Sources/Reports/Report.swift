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
