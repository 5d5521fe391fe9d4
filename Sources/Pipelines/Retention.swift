import Metrics
import Yams

/// What of a kind is kept: `{count: 60, days: 730}`.
public struct KeepRule: Sendable, Hashable {
    /// How many of the newest are kept, whatever their age; nil where only the age counts.
    public var count: Int?
    /// How many days each is kept, however many there are; nil where only the number counts.
    public var days: Int?

    /// Whether the newest but `place` (0 is the newest), so many days old, is kept. The newest always is.
    func keeps(_ place: Int, days age: Int) -> Bool {
        place == 0 || count.map { place < $0 } ?? false || days.map { age <= $0 } ?? false
    }
}

/// What is kept, and for how long: `keep:`. What has no rule is kept for good.
public struct Retention: Sendable, Hashable {
    /// Folders of periods with all their editions.
    public var reports: KeepRule?
    /// Editions of a period that a newer one followed.
    public var editions: KeepRule?
    /// Contents of the archive that are gone from the inbox and of which nothing counts any more, by source.
    public var archive: KeepRule?
    /// Records of runs that published nothing, and what runs that published had found.
    public var logs: KeepRule?

    /// Whether anything ever goes.
    var isEmpty: Bool { self == Retention() }
}

extension Configuration {
    /// Reads `keep`.
    mutating func readRetention(_ node: Node, _ top: YAMLMapping) throws(PipelineError) {
        var mapping = try top.mapping(node, "keep")
        let places: [(String, WritableKeyPath<Retention, KeepRule?>)] = [
            ("reports", \.reports), ("editions", \.editions), ("archive", \.archive), ("logs", \.logs),
        ]
        for (key, place) in places {
            guard let node = mapping.take(key) else { continue }
            var fields = try mapping.mapping(node, key)
            var rule = KeepRule()
            if let node = fields.take("count") { rule.count = try fields.whole(node, "count", in: 1...1_000_000) }
            if let node = fields.take("days") { rule.days = try fields.whole(node, "days", in: 1...36_600) }
            try fields.finish()
            guard rule != KeepRule() else {
                throw mapping.failure(node, "`\(key)` takes {count: 60}, {days: 730} or both", hint: "without it all is kept")
            }
            keep[keyPath: place] = rule
        }
        try mapping.finish()
    }
}
