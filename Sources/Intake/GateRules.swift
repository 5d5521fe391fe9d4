public import Facts

/// A condition on a source's files without which a report should not be published, or not without a word.
public enum Gate: String, Sendable, Hashable, CaseIterable {
    /// That it has a usable file.
    case required
    /// That its newest event is not too old.
    case maxAge = "max_age"
    /// That not too many rows of a file were rejected.
    case maxRejected = "max_rejected"
    /// That a new export came, where one came with every report before.
    case newExport = "new_export"
    /// That a file has about as many rows as the last ones.
    case rows
    /// That no two rows are alike in some columns.
    case unique
    /// That the cells of some columns are within limits.
    case ranges
    /// That a file adds up to what `total.csv` says.
    case totals
    /// That the ARR that a period opens with, and its movements, come to the ARR that it closes with.
    case identity = "arr_identity"

    /// What it does where nothing else is said.
    public var usual: GateAction { self == .newExport ? .warn : .stop }

    /// Whether it judges without being asked to, so that it may be told not to.
    public var worksUnasked: Bool { [.newExport, .totals, .identity].contains(self) }
}

/// What a gate does where a source does not pass.
public enum GateAction: String, Sendable, Hashable, CaseIterable {
    /// Nothing is published.
    case stop
    /// The report says so.
    case warn
    /// It is not asked.
    case off
}

/// How many rows a file may have.
public struct RowBand: Sendable, Hashable {
    /// The least number of rows; nil where there is none.
    public var least: Int?
    /// The greatest number of rows; nil where there is none.
    public var most: Int?
    /// By what share of the median of the last files it may differ, up and down; nil where it is not compared.
    public var within: Double?
    /// With how many files before it, of names alike, it is compared.
    public var last: Int

    /// A band; see the properties.
    public init(least: Int? = nil, most: Int? = nil, within: Double? = nil, last: Int = 5) {
        (self.least, self.most, self.within, self.last) = (least, most, within, last)
    }
}

/// Between which values the cells of a column lie; both may be met.
public enum ValueRange: Sendable, Hashable {
    /// Numbers, as they stand in the file: amounts in their own currency.
    case numbers(ExactDecimal?, ExactDecimal?)
    /// Days.
    case days(Day?, Day?)
}

extension SourceRules {
    /// What a gate does.
    public func action(_ gate: Gate) -> GateAction { gates[gate] ?? gate.usual }

    /// The columns that the gates look at.
    var gatedColumns: Set<String> { Set(unique).union(ranges.keys) }
}
