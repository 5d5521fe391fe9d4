import Facts
import Testing

@testable import Intake

/// Targets of rates, which people write as percent or as fractions.
@Suite struct PercentTests {
    private static let metrics = [
        PercentMetric(id: "nrr", canExceedOne: true), PercentMetric(id: "grr", canExceedOne: false),
        PercentMetric(id: "logo_churn_rate", canExceedOne: false),
    ]

    private static func know(_ settings: inout IntakeSettings) {
        settings.percentMetrics = metrics
        for id in ["nrr", "grr", "logo_churn_rate", "arr_closing"] { settings.nameTarget(id, id) }
        settings.nameTarget("Customer churn rate", "logo_churn_rate")
        settings.nameTarget("净收入留存率", "nrr")
    }

    private func read(_ rows: String) throws -> IntakeResult {
        try TemporaryInbox(["targets.csv": "metric,period,value\n" + rows]).intake { Self.know(&$0) }
    }

    static let targets: [(String, [String], [String])] = [
        ("logo_churn_rate,2026-10,2", ["0.02"], ["assumed-percent"]), ("logo_churn_rate,2026-10,0.02", ["0.02"], []),
        ("grr,2026-10,90", ["0.9"], ["assumed-percent"]), ("grr,2026-10,0.9", ["0.9"], []), ("grr,2026-10,1", ["1"], []),
        ("grr,2026-10,90%", ["0.9"], []), ("nrr,2026-10,110", ["1.1"], ["assumed-percent"]), ("nrr,2026-10,1.1", ["1.1"], []),
        ("nrr,2026-10,2.5", ["2.5"], []), ("nrr,2026-10,3.5", ["0.035"], ["assumed-percent"]),
        // All values of one metric in one file are read alike.
        ("grr,2026-10,90\ngrr,2026-11,0.9", ["0.9", "0.009"], ["assumed-percent", "mixed-percent"]),
        ("logo_churn_rate,2026-10,2\nlogo_churn_rate,2026-11,1.5", ["0.02", "0.015"], ["assumed-percent"]),
        ("nrr,2026-10,110\nnrr,2026-11,1.1", ["1.1", "0.011"], ["assumed-percent"]),
        ("grr,2026-10,90%\ngrr,2026-11,0.9", ["0.9", "0.9"], ["mixed-percent"]),
        ("grr,2026-10,90%\ngrr,2026-11,91", ["0.9", "0.91"], ["assumed-percent"]),
        // Metrics by themselves.
        ("grr,2026-10,90\nlogo_churn_rate,2026-10,0.02", ["0.9", "0.02"], ["assumed-percent"]),
        (
            "Customer churn rate,2026-10,2\nlogo_churn_rate,2026-11,0.02", ["0.02", "0.0002"],
            ["assumed-percent", "mixed-percent"]
        ),
        ("净收入留存率,2026-10,110", ["1.1"], ["assumed-percent"]), ("arr_closing,2026-10,90", ["90"], []),
        ("GRR,2026-10,90", ["0.9"], ["assumed-percent"]),
        ("logo_churn_rate,2026-10,0", ["0"], []), ("logo_churn_rate,2026-10,-2", ["-2"], []),
    ]

    @Test(arguments: targets)
    func `values without a sign are percent where one of them is too large for a fraction`(
        _ rows: String, _ values: [String], _ codes: [String]
    ) throws {
        let result = try read(rows + "\n")
        #expect(result.facts.targets.map { $0.value.number } == values.map { ExactDecimal($0)!.number }, "\(rows)")
        #expect(result.codes.filter { $0 != "missing-owners" } == codes, "\(rows)")
    }

    @Test func `files are judged by themselves`() throws {
        let inbox = TemporaryInbox([
            "targets a.csv": "metric,period,value\ngrr,2026-10,90\n", "targets b.csv": "metric,period,value\ngrr,2026-11,0.9\n",
        ])
        let result = try inbox.intake { Self.know(&$0) }
        #expect(Set(result.facts.targets.map { $0.value.number }) == [Number(9, over: 10)])
    }

    static let progress: [(String, String?)] = [
        ("40", "0.4"), ("100", "1"), ("0", "0"), ("40%", "0.4"), ("0.5", "0.005"), ("101", nil), ("-1", nil), ("150%", nil),
    ]

    @Test(arguments: progress)
    func `a task is done by 0 to 100 per cent`(_ text: String, _ expected: String?) throws {
        let inbox = TemporaryInbox([
            "actions.csv": "department,task,due_date,percent\nSales,Call,2026-11-20,\(text)\nSales,Mail,2026-11-20,\n"
        ])
        let result = try inbox.intake()
        #expect(
            result.facts.actions.first { $0.task == "Call" }?.progress?.number == expected.flatMap { ExactDecimal($0) }?.number)
        #expect(
            result.codes.filter { $0 != "missing-owners" }
                == (expected == nil ? ["number-out-of-range"] : text == "0.5" ? ["small-percents"] : []))
    }

    @Test func `a target in another currency is rejected, one in the report's own is not`() throws {
        let rows =
            "arr_closing,2026-10,$1.2M\narr_closing,2026-11,€1200000\narr_closing,2026-12,1200000 USD\narr_closing,2027-01,5 kr\n"
        let result = try read(rows)
        #expect(result.facts.targets.map { $0.value.number } == [Number(1_200_000), Number(1_200_000)])
        #expect(result.codes == ["foreign-target", "missing-owners"])
        #expect(result.report("targets.csv").rejected == 2)
    }
}
