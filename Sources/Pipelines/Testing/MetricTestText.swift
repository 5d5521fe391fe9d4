extension MetricTestReport {
    /// As JSON, keys sorted.
    public func json() throws -> String { try prettyJSON() }

    /// As lines for people: what differs, and how many tests there are.
    public var text: String {
        var lines: [String] = []
        for test in cases where !test.differences.isEmpty {
            lines.append("\(test.file):\(test.line): \(test.name)")
            for difference in test.differences {
                if difference.metric.isEmpty {
                    lines.append("  \(difference.why)")
                    continue
                }
                let whose = difference.dimension.isEmpty ? "" : " of \(difference.dimension) \(difference.member)"
                lines.append("  \(difference.metric)\(whose): expected \(difference.expected), is \(difference.actual)")
                if !difference.why.isEmpty { lines.append("    \(difference.why)") }
            }
        }
        let values = cases.reduce(0) { $0 + $1.values }
        lines.append(
            failures == 0
                ? "ok: \(tests) \(tests == 1 ? "test" : "tests"), \(values) values" : "\(failures) of \(tests) tests differ")
        return lines.joined(separator: "\n") + "\n"
    }
}
