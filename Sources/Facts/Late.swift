/// From when on a source, or one series of its files, has nothing new: what comes from it is not known there, and not 0.
public struct Late: Sendable, Hashable {
    /// The source.
    public var source: SourceName
    /// The newest file of a series with alike names, where only that series is late; nil where the whole source is.
    public var series: String?
    /// The first day of the first period in which it is late.
    public var from: Day
    /// The last day that its data knows of.
    public var since: Day

    /// Lateness; see the properties.
    public init(source: SourceName, series: String? = nil, from: Day, since: Day) {
        self.source = source
        self.series = series
        self.from = from
        self.since = since
    }
}
