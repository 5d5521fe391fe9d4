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
    /// The columns of a source, those of the pipeline's own dimensions and stages among them; none where there is no such source.
    public func columns(of source: String) -> [KnownColumn] {
        let columns = Source.named(source, self)?.columns ?? []
        return columns.map { KnownColumn(name: $0.name, isNumber: $0.kind.isNumber, isDate: $0.kind.isDate) }
    }
}
