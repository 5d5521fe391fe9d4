import Facts
import Languages

/// A test of a company's metrics, as data: a few rows of some sources, and the values that they are to give.
struct MetricTest: Sendable {
    /// What one value is to be.
    struct Expectation: Sendable {
        /// The id of the metric or measure.
        var metric: String
        /// Whose value; nil for everyone's.
        var member: (dimension: String, name: String)?
        /// As written: `35`, `12.5%`, `1,234.50`, `undefined`.
        var text: String
        /// The number, a percentage as a fraction; nil where the value is to be undefined.
        var number: ExactDecimal?
    }

    /// What it is of.
    var name: String
    /// Where it stands: the file as named, and the line.
    var file: String
    var line: Int
    /// Where the example is from; empty where nothing is said.
    var source = ""
    /// How it is done in the head, by language; empty where nothing is said.
    var text: [String: String] = [:]
    /// The as-of date.
    var asOf: Day
    /// The period's name; nil for the newest complete one.
    var period: String?
    /// The configuration that it is computed with.
    var configuration: Configuration
    /// The rows by file name, as CSV.
    var files: [(name: String, bytes: [UInt8])] = []
    /// What is to come out.
    var expectations: [Expectation] = []
}

/// What became of the tests of a pipeline's metrics.
public struct MetricTestReport: Sendable, Encodable {
    /// A value that is another than expected, or a row that could not be read.
    public struct Difference: Sendable, Encodable {
        /// The id of the metric or measure; empty of rows.
        public let metric: String
        /// Whose value; both empty for everyone's.
        public let dimension, member: String
        /// What the test says, and what came out, in the same digits; `undefined` where there is none.
        public let expected, actual: String
        /// The formula with its numbers, why the value is undefined, or what is wrong with the rows.
        public let why: String
    }

    /// One test.
    public struct Case: Sendable, Encodable {
        /// What it is of.
        public let name: String
        /// The file as named.
        public let file: String
        /// The line where it begins.
        public let line: Int
        /// Where the example is from; empty where nothing is said.
        public let source: String
        /// How many values were looked at.
        public let values: Int
        /// What differs; empty where all holds.
        public let differences: [Difference]
    }

    /// All tests, by file and line.
    public let cases: [Case]
    /// How many there are.
    public let tests: Int
    /// How many of them differ.
    public let failures: Int

    init(_ cases: [Case]) {
        self.cases = cases
        tests = cases.count
        failures = cases.count { !$0.differences.isEmpty }
    }
}
