public import Facts

/// What an engine is asked of files of leads: plain values, from which SQL is written.
///
/// The engine counts rows that are written plainly, which leaves no question how to read them, and names the others by their places:
/// these are read here, by the one reader there is. Of an id that any such row has, or that is written in several ways, all rows are
/// named, so that which of them counts is decided in one place. So are those of an id that a deal could be joined to.
public struct LeadPlan: Sendable {
    /// A file, and where each column is among its cells.
    public struct File: Sendable {
        /// Its path as the engine sees it.
        public var path: String
        /// The byte between two cells.
        public var delimiter: Character
        /// How many cells a sound row has.
        public var columns: Int
        /// The place of each column; nil where the file has none.
        public var places: Places
        /// The rows, counted from 0, that must be read here: their cells may have shifted.
        public var irregular: [Int]

        /// A file; see the properties.
        public init(path: String, delimiter: Character, columns: Int, places: Places, irregular: [Int]) {
            (self.path, self.delimiter, self.columns) = (path, delimiter, columns)
            (self.places, self.irregular) = (places, irregular)
        }
    }

    /// The places of columns in a file, or whatever there is one of for each column.
    public struct Places: Sendable {
        /// The id.
        public var id: Int
        /// By stage, the first being the creation.
        public var stages: [Int?]
        /// The first response.
        public var responded: Int?
        /// The loss.
        public var lost: Int?
        /// The amount.
        public var amount: Int?
        /// The amount's currency.
        public var currency: Int?
        /// The customer's id.
        public var customer: Int?
        /// Who looks after the lead.
        public var owner: Int?
        /// The ids of its deals, one or several in a cell.
        public var deals: Int?
        /// The name of its company.
        public var company: Int?
        /// The lead's e-mail address.
        public var email: Int?
        /// By dimension of the pipeline its own cell.
        public var dimensions: [Int?]

        /// Places; see the properties.
        public init(
            id: Int, stages: [Int?], responded: Int?, lost: Int?, amount: Int?, currency: Int?, customer: Int?, owner: Int?,
            deals: Int?, company: Int?, email: Int?, dimensions: [Int?]
        ) {
            (self.id, self.stages, self.responded, self.lost) = (id, stages, responded, lost)
            (self.amount, self.currency, self.customer, self.owner) = (amount, currency, customer, owner)
            (self.deals, self.company, self.email) = (deals, company, email)
            self.dimensions = dimensions
        }
    }

    /// Days whose rows are asked for.
    public struct Window: Sendable, Hashable {
        /// The first and the last day.
        public var from: Day, to: Day
        /// Whether opportunities open at the end of the last day are meant, and not what happened on any of the days.
        public var isStock: Bool

        /// Days; see the properties.
        public init(from: Day, to: Day, isStock: Bool) { (self.from, self.to, self.isStock) = (from, to, isStock) }
    }

    /// Oldest first: of one id the last row of the newest file counts.
    public var files: [File]
    /// The names of the funnel's stages.
    public var stages: [String]
    /// How many dimensions the pipeline has.
    public var dimensions: Int
    /// The zone in which days are told apart.
    public var zone: Zone
    /// How many decimals the reporting currency has.
    public var minorDigits: Int
    /// The as-of dates for which everything is counted.
    public var asOf: [Day]
    /// The time in microseconds within which leads are to be answered.
    public var inTime: Int64
    /// How many days up to the as-of date leads are created in whose answers are counted.
    public var recentDays: Int
    /// The most days of each band of waiting.
    public var bands: [Int]
    /// What deals could be joined to the leads by, and the path of a file with it; nil where there are no deals.
    public var keys: (table: DealKeys, path: String)?
    /// Of which days leads are named even so, as their rows are to be shown.
    public var shown: [Window] = []
    /// How many rows at most are named to be read here.
    public var mostNamed: Int

    /// A plan; see the properties.
    public init(
        files: [File], stages: [String], dimensions: Int, zone: Zone, minorDigits: Int, asOf: [Day], inTime: Int64,
        recentDays: Int, bands: [Int], keys: (table: DealKeys, path: String)? = nil, mostNamed: Int = 2_000_000
    ) {
        (self.files, self.stages, self.dimensions, self.zone) = (files, stages, dimensions, zone)
        (self.minorDigits, self.asOf, self.inTime) = (minorDigits, asOf, inTime)
        (self.recentDays, self.bands, self.keys, self.mostNamed) = (recentDays, bands, keys, mostNamed)
    }

    /// The times of a row by name: `t0` the creation, then the stages, `tr` the first response, `tl` the loss.
    var times: [String] { stages.indices.map { "t\($0)" } + ["tr", "tl"] }
    /// The place of the stage `won`, and of `opportunity`; nil where the funnel has none.
    var won: Int? { stages.firstIndex(of: "won") }
    var opportunity: Int? { stages.firstIndex(of: "opportunity") }

    /// By what rows of leads may be joined to deals: what deals have, and some file of leads has a column for.
    var joins: [DealKeys.Kind] {
        guard let keys else { return [] }
        return DealKeys.Kind.allCases.filter { kind in
            let isThere =
                switch kind {
                case .lead: true
                case .deal: files.contains { $0.places.deals != nil }
                case .customer: files.contains { $0.places.customer != nil }
                case .company: files.contains { $0.places.company != nil }
                case .host: files.contains { $0.places.email != nil }
                }
            return isThere && keys.table.has(kind)
        }
    }
}
