import Facts
import Languages
import Metrics
import Yams

extension Configuration {
    /// Reads `config.status`: from where on something is on track or to watch.
    mutating func readLimits(_ node: Node, _ config: YAMLMapping) throws(PipelineError) {
        var mapping = try config.mapping(node, "status")
        let places: [(String, WritableKeyPath<Standing.Limits, Number>, Number, String)] = [
            ("on_track", \.onTrack, Number(1), "a share like 1 or 95%"),
            ("watch", \.watch, Number(1), "a share like 0.9 or 90%"),
            ("on_track_points", \.onTrackPoints, Number(100), "percentage points like 0 or -1"),
            ("watch_points", \.watchPoints, Number(100), "percentage points like -2"),
            ("points_from", \.pointsFrom, Number(1), "a share like 0.2 or 20%"),
        ]
        var nodes: [String: Node] = [:]
        for (key, place, divisor, example) in places {
            guard let node = mapping.take(key) else { continue }
            let text = try mapping.text(node, key)
            let isPercent = text.hasSuffix("%")
            guard let value = ExactDecimal(isPercent ? String(text.dropLast()) : text), value.scale <= 9,
                let number = value.number / (isPercent ? Number(100) : divisor), divisor == Number(100) || number.signum > 0
            else { throw mapping.failure(node, "`\(key)` takes \(example), found `\(node.shown)`") }
            limits[keyPath: place] = number
            nodes[key] = node
        }
        if let node = mapping.take("few_cases") {
            limits.cases = try mapping.whole(node, "few_cases", in: 0...1_000_000)
        }
        try mapping.finish()
        if let node = nodes["watch"] ?? nodes["on_track"], Number.less(limits.onTrack, limits.watch) {
            throw mapping.failure(node, "`watch` is above `on_track`", hint: "what is to watch is further from the target")
        }
        if let node = nodes["watch_points"] ?? nodes["on_track_points"], Number.less(limits.onTrackPoints, limits.watchPoints) {
            throw mapping.failure(
                node, "`watch_points` is above `on_track_points`", hint: "what is to watch is further from the target: -2")
        }
    }
}
