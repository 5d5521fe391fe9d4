public import Facts
public import Languages

/// A source of the contract, as far as others than the intake need to know it.
public struct KnownSource: Sendable, Hashable {
    /// The contract's name.
    public var name: SourceName
    /// What readers call it.
    public var title: Wording
    /// The source that it stands in for where there is none of that; nil where it stands for itself.
    public var standsInFor: SourceName?
    /// Whether each row is an event, which has not happened before its day.
    public var isOfEvents: Bool
    /// Whether there is something new in it in every period, so that it is late where there is not.
    public var isRegular: Bool
    /// Whether readers are told where it is absent.
    public var isMissed: Bool
    /// The columns that each of its files must have, in a few words: `customer_id, start_date, arr or mrr`.
    public var requirements: String

    init(_ source: Source) {
        name = source.name
        title = source.title
        standsInFor = source.standsInFor
        isOfEvents = source.rowsAreEvents && !source.events.isEmpty
        isRegular = source.isRegular
        isMissed = source.isMissed
        let choices = source.oneOf.map { $0.map(\.name).joined(separator: " + ") }.joined(separator: " or ")
        requirements = (source.columns.filter(\.isRequired).map(\.name) + (choices.isEmpty ? [] : [choices])).joined(
            separator: ", ")
    }

    /// Every source, in the contract's order.
    public static let all = Source.standard.map(KnownSource.init)
}

/// A column that files of a source may have, as far as `sources.yml` may speak of it.
public struct KnownColumn: Sendable, Hashable {
    /// The contract's name.
    public var name: String
    /// Whether its cells are numbers or money.
    public var isNumber: Bool
    /// Whether its cells are dates or time stamps.
    public var isDate: Bool
}

extension IntakeSettings {
    /// The columns of a source, those of the pipeline's own dimensions and stages among them.
    public func columns(of source: SourceName) -> [KnownColumn] {
        let columns = Source.named(source, self)?.columns ?? []
        return columns.map { KnownColumn(name: $0.name, isNumber: $0.kind.isNumber, isDate: $0.kind.isDate) }
    }
}

extension Source {
    /// The columns of which one group would do, for people: "`arr`, or of `mrr`, or of `amount` and `interval`".
    var choicesInWords: String {
        oneOf.map { $0.map { "`\($0.name)`" }.joined(separator: " and ") }.joined(separator: ", or of ")
    }
}
