public import Facts
public import Metrics
public import RollUps

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
