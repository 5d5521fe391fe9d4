import Facts
import Languages
import Metrics

/// A worked example of a metric of the standard catalogue, as its page tells it.
public struct WorkedExample: Sendable {
    /// Rows of a source that it begins with, as CSV.
    public struct Rows: Sendable {
        /// The source's name in the contract.
        public let source: String
        /// A header and rows.
        public let csv: String
    }

    /// The metric's id.
    public let metric: String
    /// How it is done in the head, by language: `en`, `zh-Hans`.
    public let text: [String: String]
    /// Where it is from.
    public let source: String
    /// The period's name, and the as-of date.
    public let period, asOf: String
    /// The settings that it sets, as written: `gross_margin: 0.8`.
    public let settings: [String]
    /// What it begins with.
    public let rows: [Rows]
    /// The value that comes out, as written.
    public let value: String

    /// One for each metric of the standard catalogue, in the catalogue's order.
    public static func all() throws(PipelineError) -> [WorkedExample] {
        try tests().map { test in
            WorkedExample(
                metric: test.name, text: test.text, source: test.source, period: test.period ?? "", asOf: test.asOf.description,
                settings: test.configuration.numbers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.plain)" },
                rows: test.files.map {
                    Rows(source: String($0.name.dropLast(4)), csv: String(decoding: $0.bytes, as: UTF8.self))
                },
                value: test.expectations.first { $0.metric == test.name }?.text ?? "")
        }
    }

    /// The examples as tests.
    static func tests() throws(PipelineError) -> [MetricTest] {
        let configuration = try Configuration.read(text: "inbox: inbox\ngrain: month\n", path: "examples.yml") { _ in nil }
        return try MetricTest.read(Catalogue.examples, file: "examples.yml", configuration)
    }
}
