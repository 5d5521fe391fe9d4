public import Facts

/// The days a measure looks at: a flow adds up over `start` to `end`, a stock is taken at the end of `stock`.
///
/// The frame of a period is its own days. A year ago, a stock is taken twelve months before the period's end while the flows of a
/// week are those of 52 weeks before; that is why the two are kept apart.
public struct Frame: Hashable, Sendable {
    /// First day of the flows.
    public var start: Day
    /// Last day of the flows, included.
    public var end: Day
    /// The day at whose end stocks are taken.
    public var stock: Day
    /// Whether the flows are those of a `trailing()` window, which is undefined where it begins before the source does.
    public var isTrailing: Bool

    /// A frame; see the properties.
    public init(start: Day, end: Day, stock: Day, isTrailing: Bool = false) {
        self.start = start
        self.end = end
        self.stock = stock
        self.isTrailing = isTrailing
    }

    /// A period's own days.
    public init(_ period: Period) { self.init(start: period.start, end: period.end, stock: period.end) }
}

/// Whose values: everyone's, or those of one member of one of the pipeline's dimensions.
public enum Slice: Hashable, Sendable {
    /// Everyone.
    case total
    /// The member with this code (0 is `(none)`) of the dimension with this index.
    case member(dimension: Int, code: UInt32)

    /// The dimension that it is a member of; nil for everyone.
    public var dimension: Int? {
        if case .member(let dimension, _) = self { return dimension }
        return nil
    }
}

/// Measures by frame and slice: what roll-ups give to metrics, whatever engine made them.
public protocol MeasureValues: Sendable {
    /// The value of a measure, or nil where it is undefined.
    ///
    /// Money is in units of the reporting currency (not minor units). An id that is no measure is a programming error and traps.
    func value(_ measure: String, _ frame: Frame, _ slice: Slice) -> Number?

    /// The values of a measure for several slices at once.
    func values(_ measure: String, _ frame: Frame, _ slices: [Slice]) -> [Number?]

    /// Says beforehand which measures will be asked for in which frames, so that what is one pass over the facts is made once for all.
    /// Nothing but time depends on it.
    func prepare(_ asked: [(measure: String, frame: Frame)])

    /// Whether rows of a measure's source can be given a member of a dimension; else the measure exists for `(none)` alone.
    func isDivided(_ measure: String, by dimension: Int) -> Bool

    /// A member of a dimension however it is written; nil where the pipeline has no such dimension, or no row such a member.
    func slice(dimension: String, member: String) -> Slice?

    /// The median time in days after which what a measure counts has happened, of those of which it has; nil where it is not known,
    /// or the measure does not grow after its period.
    func medianDays(to measure: String) -> Number?

    /// The late files without which a measure counts, or customers are scored by, what is there; nil where nothing is missing, or
    /// the measure is undefined for it.
    func lacks(_ measure: String, _ frame: Frame) -> Late?
}

extension MeasureValues {
    /// Nothing is prepared.
    public func prepare(_ asked: [(measure: String, frame: Frame)]) {}

    /// One after the other.
    public func values(_ measure: String, _ frame: Frame, _ slices: [Slice]) -> [Number?] {
        slices.map { value(measure, frame, $0) }
    }
}
