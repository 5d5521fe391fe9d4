/// A figure of the company's own, which formulas call `figure.NAME`: net burn, cash, support tickets.
public struct Figure: Sendable, Hashable {
    /// What its values are.
    public enum Unit: String, Sendable, CaseIterable { case money, count }

    /// How it behaves over time.
    public enum Kind: String, Sendable, CaseIterable {
        /// Adds up over the days of a period.
        case flow
        /// Taken at the end of a day.
        case stock
    }

    /// As the files most often write it.
    public var name: String
    /// What its values are.
    public var unit: Unit
    /// Whether no file says so, and the unit is taken from how the values are written.
    public var unitIsAssumed: Bool
    /// How it behaves over time.
    public var kind: Kind

    /// A figure; see the properties.
    public init(name: String, unit: Unit, unitIsAssumed: Bool = false, kind: Kind) {
        (self.name, self.unit, self.unitIsAssumed, self.kind) = (name, unit, unitIsAssumed, kind)
    }

    /// What tells figures apart: the name without regard to case, width, spaces, `_` and hyphens; empty where nothing is left.
    public static func key(_ name: String) -> String { String(canonical(name).filter { $0 != "_" }) }

    /// The name in the form in which ids have it: `Net burn`, `net-burn` and `NET_BURN` are `net_burn`.
    public static func canonical(_ text: String) -> String {
        let isSeparator: (Character) -> Bool = { " _-‐‑–—".contains($0) }
        return TextForm.folded(text).split(whereSeparator: isSeparator).joined(separator: "_")
    }
}

/// Values of the company's own figures, one row a value.
public struct Figures: Sendable {
    /// The figures, each once.
    public var list: [Figure] = []
    /// By row the place of its figure in the list.
    public var figures: [UInt32] = []
    /// First day of the value: of a month its first.
    public var starts: [Day] = []
    /// Last day of the value, included; the same as the first for a value of one day.
    public var ends: [Day] = []
    /// Minor units of the reporting currency for money, billionths for counts.
    public var values: [Int128] = []
    /// The row's own dimension cells.
    public var members: MemberColumns

    /// A table without rows for so many dimensions.
    public init(dimensions: Int) { members = Array(repeating: nil, count: dimensions) }

    /// Number of rows.
    public var count: Int { starts.count }
}
