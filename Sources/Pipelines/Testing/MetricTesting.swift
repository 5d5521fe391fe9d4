import Facts
import Glibc
import Intake
import Languages
import Metrics
import Reports
import RollUps

extension MetricTestReport {
    /// Runs the tests of a pipeline's metrics: of all `.yml` files in the folder `tests` beside the pipeline file, by name.
    ///
    /// - Parameters:
    ///   - pipeline: The pipeline file.
    ///   - surroundings: What the machine gives.
    public init(pipeline: String, surroundings: Surroundings) throws(PipelineError) {
        let configuration = try Configuration.read(pipeline)
        let folder = Files.join(Files.folder(of: pipeline), "tests")
        let names = Files.names(in: folder).filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }
        guard !names.isEmpty else {
            throw PipelineError(
                .configuration, "\(folder): there are no tests",
                hint: "write one, such as \(Files.join(folder, "nrr.yml")); the guide shows how")
        }
        var tests: [MetricTest] = []
        for name in names.sorted(by: precedes) {
            let path = Files.join(folder, name)
            guard let text = Files.text(path) else {
                throw PipelineError(.configuration, "\(path): it cannot be read as text in UTF-8")
            }
            tests += try MetricTest.read(text, file: path, configuration)
        }
        try self.init(tests, surroundings)
    }

    /// Runs the worked examples of the standard catalogue.
    public init(catalogue surroundings: Surroundings) throws(PipelineError) {
        try self.init(try WorkedExample.tests(), surroundings)
    }

    init(_ tests: [MetricTest], _ surroundings: Surroundings) throws(PipelineError) {
        var cases: [Case] = []
        for test in tests {
            cases.append(
                Case(
                    name: test.name, file: test.file, line: test.line, source: test.source, values: test.expectations.count,
                    differences: try test.differences(surroundings)))
        }
        self.init(cases)
    }
}

extension MetricTest {
    /// What comes out otherwise than expected.
    func differences(_ surroundings: Surroundings) throws(PipelineError) -> [MetricTestReport.Difference] {
        if files.isEmpty { return differencesWithoutRows }
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        var configuration = configuration
        (configuration.inbox, configuration.state) = (Files.join(folder.path, "inbox"), Files.join(folder.path, "state"))
        configuration.reports = Files.join(folder.path, "reports")
        configuration.maxRejected = 1
        try Files.makeFolder(configuration.inbox)
        for (name, bytes) in files { try Files.write(bytes, to: Files.join(configuration.inbox, name)) }
        let run = Run(configuration, asOf: asOf, period: period, surroundings: surroundings)
        let last = Array(try run.shownPeriods().suffix(1))
        do {
            return try differences(run, last)
        } catch {
            // Its rows are no usable file: that is the test's failure, not the program's.
            guard [.dataError, .noInput].contains(error.kind) else { throw error }
            return [.init(metric: "", dimension: "", member: "", expected: "", actual: "", why: error.message)]
        }
    }

    /// What comes out otherwise than expected where nothing came: all measures are undefined then.
    private var differencesWithoutRows: [MetricTestReport.Difference] {
        expectations.compactMap { expected in
            let formula = configuration.catalogue.explainable(expected.metric)?.resolved
            let value = formula.flatMap { $0.value { _ in nil } }
            return expected.holds(value) ? nil : .init(expected, actual: expected.written(value), why: "the test has no rows")
        }
    }

    private func differences(_ run: Run, _ periods: [Period]) throws(PipelineError) -> [MetricTestReport.Difference] {
        let stages = StageRunner(run.surroundings, limit: configuration.memoryLimit)
        let ledger = try Ledger(run.configuration, writes: false, knownAt: nil)
        var gathered = try run.gather(stages, for: periods[0], ledger, nil, RunNotes(), now: 0, writes: false)
        var found: [MetricTestReport.Difference] = gathered.intake.rejected.map { table in
            let rows = table.rows.count == 1 ? "1 row" : "\(table.rows.count) rows"
            let warnings = gathered.intake.findings.filter { $0.severity == .warning }.map(\.message)
            return .init(
                metric: "", dimension: "", member: "", expected: "", actual: "",
                why: "\(rows) of \(table.source) cannot be read: \(warnings.joined(separator: "; "))")
        }
        let (rollUp, evaluation) = try run.evaluate(&gathered.intake, periods, stages)
        var context = run.context(gathered.intake, rollUp, evaluation, periods)
        context.explanations = []
        for expected in expectations {
            let metric = context.catalogue.explainable(expected.metric)!
            var slice = Slice.total
            if let member = expected.member {
                guard let own = rollUp.slice(dimension: member.dimension, member: member.name) else {
                    found.append(
                        .init(expected, actual: "undefined", why: "no row has \(member.dimension) “\(member.name)”"))
                    continue
                }
                slice = own
            }
            let value = rollUp.value(of: metric, periods[0], slice)
            guard !expected.holds(value) else { continue }
            let numbers = metric.resolved.text { leaf in
                rollUp.value(leaf, periods[0], slice).map { $0.significant(12) } ?? "n/a"
            }
            let why = value == nil ? context.whyUndefined(expected.metric, slice) : "\(metric.resolved) = \(numbers)"
            found.append(.init(expected, actual: expected.written(value), why: why))
        }
        return found
    }
}

extension MetricTest.Expectation {
    /// Whether a value is the one expected, in the digits that are given. A value just between two is either: some round it up, some
    /// to the even one.
    func holds(_ value: Number?) -> Bool {
        guard let number, let value else { return number == nil && value == nil }
        let half = Number(5, over: ExactDecimal.powersOfTen[number.scale + 1])
        let gap = value - number.number
        return !Number.less(half, gap) && !Number.less(half, -gap)
    }

    /// A value in the digits that are given, or with a few more where it is to be undefined.
    func written(_ value: Number?) -> String {
        guard let value else { return "undefined" }
        guard let number else { return value.significant(12) }
        return text.hasSuffix("%") ? (value * Number(100)).fixed(number.scale - 2) + "%" : value.fixed(number.scale)
    }
}

extension MetricTestReport.Difference {
    fileprivate init(_ expected: MetricTest.Expectation, actual: String, why: String) {
        self.init(
            metric: expected.metric, dimension: expected.member?.dimension ?? "", member: expected.member?.name ?? "",
            expected: expected.text, actual: actual, why: why)
    }
}

/// A folder of its own, away from everything else.
private struct TemporaryFolder {
    let path: String

    init() throws(PipelineError) {
        let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array((place + "/gtm-test-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw Files.failure("no folder can be made in \(place)") }
        path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }

    /// Takes it away with all that was put there.
    func remove() {
        for name in Files.names(in: Files.join(path, "inbox")) { unlink(Files.join(path, "inbox/\(name)")) }
        for name in ["inbox", "state", "reports", ""] { rmdir(Files.join(path, name)) }
    }
}
