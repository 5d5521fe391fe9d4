/// What an engine has counted of leads whose rows this process has not read, as of a day.
///
/// Only sums and counts are here, so that parts add up. Whose each is stands as texts, as in the files' cells; the intake gives these the
/// codes of the facts (``Codes``).
public struct CountedLeads: Sendable {
    /// Whose something is.
    public struct Slice: Sendable, Hashable {
        /// The dimension's place in the pipeline; −1 for all leads together.
        public var dimension: Int
        /// The row's own cell, as it stands in the file.
        public var own: String
        /// The customer's id where the own cell may be missing, as it stands in the file; else empty.
        public var customer: String

        /// A slice; see the properties.
        public init(dimension: Int, own: String, customer: String) {
            (self.dimension, self.own, self.customer) = (dimension, own, customer)
        }
    }

    /// What is counted by day.
    public enum Measure: Sendable, Hashable {
        /// Leads that entered a stage, by its place in the funnel, on the day on which they did.
        case entered(Int)
        /// Leads that reached a stage or a later one, on the day on which they were created.
        case reached(Int)
        /// Leads lost on the day.
        case lost
        /// Opportunities begun on the day, less those that ended.
        case open
        /// Leads won on the day that have an amount.
        case wonWithAmount
        /// Leads created on the day that were answered; answered within the agreed time.
        case answered, answeredInTime
    }

    /// So many of a measure in a slice on a day.
    public struct Cell: Sendable {
        /// The place among ``CountedLeads/slices``.
        public var slice: Int
        /// What is counted.
        public var measure: Measure
        /// The day it is counted on.
        public var day: Day
        /// How many there are.
        public var count: Int64

        /// See the properties.
        public init(slice: Int, measure: Measure, day: Day, count: Int64) {
            (self.slice, self.measure, self.day, self.count) = (slice, measure, day, count)
        }
    }

    /// So many spans of one length in a slice on a day.
    public struct Span: Sendable {
        /// The place among ``CountedLeads/slices``.
        public var slice: Int
        /// The day they count on.
        public var day: Day
        /// In days from creation to winning, in microseconds from creation to the first response.
        public var length: Int
        /// How many there are.
        public var count: Int

        /// See the properties.
        public init(slice: Int, day: Day, length: Int, count: Int) {
            (self.slice, self.day, self.length, self.count) = (slice, day, length, count)
        }
    }

    /// So many leads with one amount of one currency.
    public struct Amount: Sendable {
        /// The place of whose they are: among the slices, or among the customers; −1 where that is not asked.
        public var place: Int
        /// The cell of the currency, as it stands in the file.
        public var currency: String
        /// The amount, in whole units.
        public var value: ExactDecimal
        /// The day on which they were won; `distantPast` where that is not asked.
        public var day: Day
        /// How many leads have it.
        public var count: Int

        /// See the properties.
        public init(place: Int, currency: String, value: ExactDecimal, day: Day, count: Int) {
            (self.place, self.currency, self.value, self.day, self.count) = (place, currency, value, day, count)
        }
    }

    /// So many of something of one kind and size.
    public struct Count: Sendable {
        /// A stage, a customer or an owner, by place.
        public var place: Int
        /// Days, or what of a place is counted.
        public var value: Int
        /// How many there are.
        public var count: Int

        /// See the properties.
        public init(place: Int, value: Int, count: Int) {
            (self.place, self.value, self.count) = (place, value, count)
        }
    }

    /// What of an owner's leads is counted: the values of ``answers``; from ``waiting`` on one for each band of waiting.
    public enum Answer {
        /// All of the last days.
        public static let recent = 0
        /// Those of them that were answered.
        public static let answered = 1
        /// Those that were answered in time.
        public static let inTime = 2
        /// Those that wait, in the first band.
        public static let waiting = 3
    }

    /// Whose things are.
    public var slices: [Slice] = []
    /// Ids of customers, as they stand in the files.
    public var customers: [String] = []
    /// Owners, as they stand in the files.
    public var owners: [String] = []
    /// Counts by slice and day.
    public var cells: [Cell] = []
    /// Amounts of leads won, by slice and day.
    public var won: [Amount] = []
    /// Days from creation to winning, by the day won.
    public var cycles: [Span] = []
    /// Microseconds from creation to the first response, by the day created.
    public var responses: [Span] = []
    /// By stage, and last for the first response, how many days leads took to it.
    public var daysTo: [Count] = []
    /// By stage how many days what waits there has waited.
    public var waits: [Count] = []
    /// By owner; see ``Answer``.
    public var answers: [Count] = []
    /// By customer the days, as numbers, on which leads of it were won.
    public var wins: [Count] = []
    /// By customer leads created in the 12 months up to the as-of date (value 0), and those of them won (value 1).
    public var lastYear: [Count] = []
    /// By customer all leads (value 0), and those with a win at any time (value 1).
    public var rows: [Count] = []
    /// Amounts of all leads that have one, by currency.
    public var amounts: [Amount] = []
    /// The same by customer, of leads that name one.
    public var customerAmounts: [Amount] = []
    /// The earliest event up to the as-of date; nil where there is none.
    public var first: Stamp?
    /// By customer code all leads, those with a win at any time, and their amounts in minor units; the intake finds it.
    public var byCustomer: [UInt32: (rows: Int, judged: Int, money: Int128)] = [:]
    /// What the texts are among the facts.
    public var codes = Codes()

    /// Whether any lead was created by the as-of date.
    public var hasLeads: Bool { cells.contains { $0.measure == .entered(0) } }

    /// What texts of cells are among the facts, and amounts in the reporting currency.
    public struct Codes: Sendable {
        /// By slice the member's code of its dimension.
        public var members: [UInt32] = []
        /// By slice the customer's code.
        public var customersOfSlices: [UInt32] = []
        /// By customer its code.
        public var customers: [UInt32] = []
        /// By owner the code.
        public var owners: [UInt32] = []
        /// Of each of ``CountedLeads/won`` one amount in minor units.
        public var won: [Int64] = []

        /// No codes yet.
        public init() {}
    }

    /// Nothing is counted.
    public init() {}
}
