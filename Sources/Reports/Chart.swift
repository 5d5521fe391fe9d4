public import Facts

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
