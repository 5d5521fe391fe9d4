public import Facts
public import RollUps

/// Why a metric changed between two periods: parts that add up to the change.
///
/// All is exact while it fits a `Number`, an exact fraction of 128-bit integers: sums of money and counts always, ratios and products
/// while the shares and rates of a member have no more than 38 digits together. What is longer becomes an IEEE 754 double on the way, and
/// the parts then add up to 15 significant digits.
///
/// Source: metric catalogue, "Explanation".
public struct Explanation: Sendable {
    /// The metric.
    public let metric: Metric
    /// Between which periods.
    public let comparison: Comparison
    /// Its value in what the period is compared with.
    public let before: Number
    /// Its value in the period.
    public let now: Number
    /// The split over the factors of a product; nil where the metric is a sum or one ratio of sums.
    public internal(set) var factors: [Part]?
    /// What the factors are and were; empty where there are none.
    public internal(set) var factorValues: [FactorValues] = []
    /// Of one ratio of sums what is divided and by what, as its formula has them but for numbers around one measure; nil of others.
    public internal(set) var ratio: (top: Expression, bottom: Expression)?
    /// The splits, by dimension in the pipeline's order, then by movement and by customer.
    public internal(set) var splits: [Split] = []

    /// What the parts of a split add up to.
    public var change: Number { now - before }

    /// One way to split the change.
    public struct Split: Sendable {
        /// By what.
        public let by: By
        /// Its parts, by member in the order they are listed; empty where nothing is split.
        public internal(set) var parts: [Part] = []
        /// What the members stand at; empty where the metric is a product, or nothing is split.
        public internal(set) var members: [MemberValues] = []
        /// Why nothing is split; nil where it is.
        public internal(set) var obstacle: Obstacle?

        init(_ by: By) { self.by = by }
    }

    /// By what a change is split.
    public enum By: Hashable, Sendable {
        /// The members of the dimension with this index.
        case dimension(Int)
        /// The movements of ARR.
        case movement
        /// The customers whose ARR moved.
        case customer
    }

    /// One part of a change.
    public struct Part: Sendable {
        /// Whose.
        public let member: Member
        /// What kind of part.
        public let kind: Kind
        /// How much of the change, in the metric's unit.
        public let effect: Number
    }

    /// Whose part it is.
    public enum Member: Hashable, Sendable {
        /// Everyone's: a factor, or one that no member has a part of.
        case all
        /// A member's of a dimension, by code.
        case code(UInt32)
        /// A kind of movement's.
        case movement(MovementKind)
        /// A customer's, by code.
        case customer(UInt32)
        /// All other customers' together.
        case others
    }

    /// What kind of part it is.
    public enum Kind: Hashable, Sendable {
        /// The difference of a sum.
        case sum
        /// Of a ratio: the member's own rate changed.
        case rate
        /// Of a ratio: the member's share of the divisor changed.
        case mix
        /// Of a product: this factor changed, by its id or formula.
        case factor(String)

        /// As `explanations.csv` has it.
        public var name: String {
            switch self {
            case .sum: "sum"
            case .rate: "rate"
            case .mix: "mix"
            case .factor(let name): name
            }
        }
    }

    /// What a member stands at before and now.
    public struct MemberValues: Sendable {
        /// The member's code.
        public let code: UInt32
        /// Of a ratio what is divided; of a sum the sum.
        public let top: (before: Number, now: Number)
        /// Of a ratio what it is divided by; nil of a sum.
        public let bottom: (before: Number, now: Number)?
    }

    /// What a factor is and was.
    public struct FactorValues: Sendable {
        /// A metric's or measure's id, else the formula.
        public let name: String
        /// Its formula as it is written, and with metrics put in.
        public let formula, resolved: Expression
        /// Its value in what the period is compared with, and in the period.
        public let before, now: Number
    }

    /// Why nothing is split.
    public enum Obstacle: Hashable, Sendable {
        /// A median does not add up over members.
        case median
        /// Nor does a square root.
        case root
        /// The formula is neither a sum, nor a ratio of sums, nor a product.
        case formula
        /// This measure exists for `(none)` alone along the dimension.
        case undivided(String)
        /// This measure is not known by the dimension's members.
        case unknown(String)
        /// The members of this measure do not make up the whole.
        case incomplete(String)
    }
}
