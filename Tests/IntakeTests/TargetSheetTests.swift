import Facts
import Testing

@testable import Intake

/// Sheets of targets as people lay them out.
struct TargetSheetTests {
    /// What targets may be of in these tests.
    static func know(_ settings: inout IntakeSettings) {
        settings.percentMetrics = [
            PercentMetric(id: "nrr", canExceedOne: true), PercentMetric(id: "grr", canExceedOne: false),
        ]
        for id in ["arr", "nrr", "grr", "leads", "customers_new"] { settings.nameTarget(id, id) }
        settings.nameTarget("新客户数", "customers_new")
        settings.moneyTargets = ["arr"]
    }

    static func read(
        _ text: String, _ name: String = "targets.csv", locale: String = "en", fiscal: Int = 1, currency: String = "USD"
    ) throws -> IntakeResult {
        try TemporaryInbox([:]).with(name, text).intake {
            know(&$0)
            $0.locale = locale
            $0.calendar.fiscalStart = fiscal
            $0.currency = Currency(currency)
        }
    }

    /// Targets in words: metric, period, value, whose, owner.
    static func words(_ result: IntakeResult) -> [String] {
        result.facts.targets.map { target in
            [target.metric, target.period, target.value.number.significant(), target.dimension, target.member, target.owner]
                .filter { !$0.isEmpty }.joined(separator: " ")
        }.sorted()
    }

    @Test func `an id as it stands goes before a name, and a name before an id in other letters`() throws {
        let text =
            "metric,period,value\nanswered_in_time,2026-Q4,12\nAnswered in time,2026-Q4,80%\nANSWERED_IN_TIME,2026-11,5\n"
        let result = try TemporaryInbox([:]).with("targets.csv", text).intake {
            $0.nameTarget("Answered in time", "response_rate")
            for id in ["answered_in_time", "response_rate"] { $0.nameTarget(id, id) }
            $0.percentMetrics = [PercentMetric(id: "response_rate", canExceedOne: false)]
        }
        #expect(
            Self.words(result) == ["answered_in_time 2026-11 5", "answered_in_time 2026-Q4 12", "response_rate 2026-Q4 0.8"])
    }

    @Test(arguments: [
        (
            "metric,owner,Q3 2026,Q4 2026\narr,Ann,1,2\nnrr,Bob,100%,110%\n",
            ["arr 2026-Q3 1 Ann", "arr 2026-Q4 2 Ann", "nrr 2026-Q3 1 Bob", "nrr 2026-Q4 1.1 Bob"]
        ),
        ("Metric;Okt 2026;Dez 2026\nARR;1.000,5;2.000\n", ["arr 2026-10 1000.5", "arr 2026-12 2000"]),
        (
            "metric,region,segment,Q4 2026\narr,EMEA,,1\narr,,SMB,2\narr,Total,,3\n",
            ["arr 2026-Q4 1 region EMEA", "arr 2026-Q4 2 segment SMB", "arr 2026-Q4 3"]
        ),
        ("metric,3Q26,FY26,KW 46/2026\nleads,1,2,3\n", ["leads 2026 2", "leads 2026-Q3 1", "leads 2026-W46 3"]),
        ("Metric,Q4 2026 Target,Q4 2026 Actual\narr,1,2\n", ["arr 2026-Q4 1"]),
        (
            "Metric,Q3 2026,,Q4 2026,\n,Target,Actual,Target,Actual\narr,1,2,3,4\nnrr,90%,91%,92%,93%\n",
            ["arr 2026-Q3 1", "arr 2026-Q4 3", "nrr 2026-Q3 0.9", "nrr 2026-Q4 0.92"]
        ),
        ("metric,2026-10-01,2026-11-01\narr,1,2\n", ["arr 2026-10 1", "arr 2026-11 2"]),
        ("metric,10/1/2026,11/1/2026\narr,1,2\n", ["arr 2026-10 1", "arr 2026-11 2"]),
        (
            "period,ARR,NRR\nQ3 2026,1,90%\nQ4 2026,2,91%\n",
            ["arr 2026-Q3 1", "arr 2026-Q4 2", "nrr 2026-Q3 0.9", "nrr 2026-Q4 0.91"]
        ),
        ("metric,Q3 2026,Q4 2026\narr,,2\nnrr,-,n/a\n", ["arr 2026-Q4 2"]),
    ])
    func `a sheet with periods or metrics across has a target a cell`(sheet: String, targets: [String]) throws {
        #expect(Self.words(try Self.read(sheet, locale: sheet.contains(";") ? "de" : "en")) == targets, "\(sheet)")
    }

    @Test func `a Chinese sheet is read with the year and the unit of its title`() throws {
        let sheet = "2025年经营目标,,,\n单位：万元,,,\n指标,负责人,第一季度,第四季度\nARR,张三,10,20\n新客户数,李四,5,6\n"
        let result = try Self.read(sheet, "目标.csv", currency: "CNY")
        #expect(
            Self.words(result) == [
                "arr 2025-Q1 100000 张三", "arr 2025-Q4 200000 张三", "customers_new 2025-Q1 5 李四", "customers_new 2025-Q4 6 李四",
            ])
        #expect(result.codes == ["assumed-year", "preamble"])
        // In another currency than the report's they cannot be compared with what was reached.
        let foreign = try Self.read(sheet, "目标.csv", currency: "USD")
        #expect(Self.words(foreign) == ["customers_new 2025-Q1 5 李四", "customers_new 2025-Q4 6 李四"])
        #expect(foreign.report("目标.csv").rejected == 2)
    }

    @Test(arguments: [
        ("targets.csv", "Targets 2025\n\nmetric,Q1,Q4\narr,1,2\n", ["arr 2025-Q1 1", "arr 2025-Q4 2"]),
        ("targets FY25 v2.csv", "metric,Q1,Dec\narr,1,2\n", ["arr 2025-12 2", "arr 2025-Q1 1"]),
        ("targets 2025-12-15.csv", "metric,Q1,Q4\narr,1,2\n", ["arr 2026-Q1 1", "arr 2026-Q4 2"]),
        ("2025/targets.csv", "metric,Q1\narr,1\n", ["arr 2025-Q1 1"]),
        ("targets.csv", "metric,Q1 2025,Q2,Full year\narr,1,2,3\n", ["arr 2025 3", "arr 2025-Q1 1", "arr 2025-Q2 2"]),
        (
            "targets.csv", "metric,year,Q1,Q2\narr,2025,1,2\narr,2026,3,4\n",
            ["arr 2025-Q1 1", "arr 2025-Q2 2", "arr 2026-Q1 3", "arr 2026-Q2 4"]
        ),
        ("targets.csv", "metric,year,quarter,value\narr,2025,4,1\narr,2026,Q1,2\n", ["arr 2025-Q4 1", "arr 2026-Q1 2"]),
        ("targets.csv", "metric,month,value\narr,2026-11-01,1\narr,31.12.2026,2\n", ["arr 2026-11 1", "arr 2026-12 2"]),
    ])
    func `periods without a year are of the year that the sheet is of`(name: String, sheet: String, targets: [String]) throws {
        #expect(Self.words(try Self.read(sheet, name)) == targets, "\(name) \(sheet)")
    }

    @Test func `months without a year are of the sheet's fiscal year`() throws {
        let result = try Self.read("metric,Jul,Dec,Jan,Q2\narr,1,2,3,4\n", "targets FY27.csv", fiscal: 7)
        #expect(Self.words(result) == ["arr 2026-07 1", "arr 2026-12 2", "arr 2027-01 3", "arr 2027-Q2 4"])
    }

    @Test(arguments: [
        ("metric,Q4 2026 (k$)\narr,700\nleads,5\n", ["arr 2026-Q4 700000", "leads 2026-Q4 5"], 0),
        ("metric,Q4 2026 (k€)\narr,700\nleads,5\n", ["leads 2026-Q4 5"], 1),
        ("Targets (in k$)\nmetric,Q4 2026\narr,700\nnrr,95%\n", ["arr 2026-Q4 700000", "nrr 2026-Q4 0.95"], 0),
        ("metric,unit,period,value\narr,k$,2026-Q4,700\nleads,#,2026-Q4,5\n", ["arr 2026-Q4 700000", "leads 2026-Q4 5"], 0),
        ("metric,period,value\nARR (k$),2026-Q4,700\n", ["arr 2026-Q4 700000"], 0),
        ("metric,period,value,currency\narr,2026-Q4,700,EUR\nleads,2026-Q4,5,EUR\n", ["leads 2026-Q4 5"], 1),
        ("metric,period,plan,actual\narr,2026-Q4,3,4\n", ["arr 2026-Q4 3"], 0),
    ])
    func `what stands beside a target says what it is in`(sheet: String, targets: [String], rejected: Int) throws {
        let result = try Self.read(sheet)
        #expect(Self.words(result) == targets, "\(sheet)")
        #expect(result.report("targets.csv").rejected == rejected)
    }

    @Test(arguments: [
        ("arr,Q4 2026,1,\narr,2026 Q4,2,\n", ["arr 2026-Q4 2"], "repeated-target"),
        ("arr,2026-Q4,1,\narr,2026-Q4,2,\n", ["arr 2026-Q4 2"], "repeated-target"),
        ("arr,1970,1,\n", ["arr 1970 1"], "distant-target"),
        ("grr,2026-Q4,120,\n", ["grr 2026-Q4 1.2"], "impossible-target"),
        ("arrr,2026-Q4,1,\n", ["arrr 2026-Q4 1"], "unknown-target"),
        ("arr,2026-Q4,1,Mars\n", ["arr 2026-Q4 1 region Mars"], "unknown-members"),
    ])
    func `targets that cannot be meant are told, and the others stand`(
        rows: String, targets: [String], code: String
    ) throws {
        let result = try Self.read("metric,period,value,region,owner\n" + rows.replacing("\n", with: ",Ann\n"))
        #expect(Self.words(result) == targets.map { $0 + " Ann" }, "\(rows)")
        #expect(result.codes.contains(code), "\(result.codes)")
    }

    @Test func `a target of two dimensions together, or of one that the report has not, is told`() throws {
        let result = try Self.read(
            "metric,region,segment,industry,period,value\narr,EMEA,SMB,,2026-Q4,1\narr,,,Retail,2026-Q4,2\n")
        #expect(Self.words(result) == ["arr 2026-Q4 2 industry Retail"])
        #expect(Set(["crossed-target", "unknown-dimension", "missing-owners"]).isSubset(of: result.codes))
    }

    @Test func `a newer export of one name changes a target, another plan contradicts it`() throws {
        func codes(_ first: String, _ second: String) throws -> [String] {
            let inbox = TemporaryInbox([first: "metric,Q4 2026\narr,1\n"])
            inbox.write(second, "metric,period,value\narr,2026-Q4,2\n", modified: 1_700_000_500)
            let result = try inbox.intake { Self.know(&$0) }
            #expect(Self.words(result) == ["arr 2026-Q4 2"])
            return result.codes
        }
        #expect(try !codes("targets 2026-10-01.csv", "targets 2026-11-01.csv").contains("repeated-target"))
        #expect(try codes("targets board.csv", "targets sales.csv").contains("repeated-target"))
    }

    @Test func `a broken cell of a sheet with periods across is rejected by itself and can be mended`() throws {
        let inbox = TemporaryInbox(["targets.csv": "metric,owner,Q3 2026,Q4 2026\narr,Ann,1,lots\nnrr,Ann,tbd,soon\n"])
        let first = try inbox.intake { Self.know(&$0) }
        #expect(Self.words(first) == ["arr 2026-Q3 1 Ann"])
        let table = try #require(first.rejected.first)
        #expect(table.rows.map { $0[6] } == ["Q4 2026", "Q3 2026", "Q4 2026"])
        inbox.write(
            "mended.csv",
            "metric,owner,Q3 2026,Q4 2026,gtm_file,gtm_line,gtm_column,gtm_code,gtm_hint\n"
                + "arr,Ann,1,2,targets.csv,2,,,\nnrr,Ann,90%,91%,targets.csv,3,,,\n", modified: 1_700_000_900)
        let second = try inbox.intake { Self.know(&$0) }
        #expect(
            Self.words(second) == [
                "arr 2026-Q3 1 Ann", "arr 2026-Q4 2 Ann", "nrr 2026-Q3 0.9 Ann", "nrr 2026-Q4 0.91 Ann",
            ])
        #expect(second.rejected.isEmpty)
    }

    @Test func `what was reached, laid out like a plan, is no plan`() throws {
        let inbox = TemporaryInbox(["overview.csv": "metric,Q3 2026,Q4 2026\narr,1,2\n"])
        #expect(inbox.failure(Self.know)?.message.contains("laid out like `targets`") == true)
    }
}

extension TemporaryInbox {
    fileprivate func with(_ name: String, _ text: String) -> TemporaryInbox {
        write(name, text)
        return self
    }
}
