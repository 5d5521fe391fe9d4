import CSV
import Facts
import Intake
import Testing

@testable import Pipelines

@Suite struct SourcesFileTests {
    private func rules(_ lines: String) throws -> SourceRules {
        try SourcesFile.read("sources:\n  leads: {\(lines)}\n", file: "sources.yml")[.leads]!
    }

    @Test func `quote, escape and header row are read by their names and as they are`() throws {
        #expect(try rules("quote: \"'\"").quote == .character(39))
        #expect(try rules("quote: single").quote == .character(39))
        #expect(try rules("quote: double").quote == .character(34))
        #expect(try rules("quote: none").quote == Quoting.none)
        #expect(try rules("escape: backslash").escape == .backslash)
        #expect(try rules("escape: doubled").escape == .doubled)
        #expect(try rules("header_row: 3").headerRow == 3)
        #expect(try rules("header_row: none").headerRow == 0)
        #expect(try rules("delimiter: ','").delimiter == 44)
        #expect(try rules("delimiter: tab").delimiter == 9)
    }

    @Test func `gates are read with what they do, and wrong ones are told`() throws {
        let read = try rules(
            "rows: {min: 5, within: 20%, last: 3}, unique: lead_id, ranges: {amount: {max: 10.5}}, gates: {rows: warn, totals: off}"
        )
        #expect(read.rows == RowBand(least: 5, within: 0.2, last: 3) && read.unique == ["lead_id"])
        #expect(read.ranges == ["amount": .numbers(nil, ExactDecimal(digits: 105, scale: 1))])
        #expect(read.action(.rows) == .warn && read.action(.totals) == .off && read.action(.unique) == .stop)
        #expect(read.action(.newExport) == .warn)
        for wrong in [
            "rows: 5", "rows: {within: half}", "rows: {min: 5, max: 4}", "unique: [lead]", "ranges: {company: {min: 1}}",
            "ranges: {amount: {}}", "ranges: {amount: {min: 2, max: 1}}", "ranges: {created_at: {min: 5}}",
            "gates: {rows: off}",
            "gates: {row: stop}", "gates: {rows: halt}",
        ] {
            let error = #expect(throws: PipelineError.self) { _ = try rules(wrong) }
            #expect(
                error?.status == 78 && error?.message.hasPrefix("sources.yml:2:") == true,
                "\(wrong): \(String(describing: error))")
        }
    }

    @Test func `stages that mean won and lost are lists, and none is in both`() throws {
        let named = try rules("won_stages: [Signed, 4711], lost_stages: [Parked]")
        #expect(named.wonStages == ["Signed", "4711"] && named.lostStages == ["Parked"])
        #expect(throws: PipelineError.self) { try rules("won_stages: [Signed], lost_stages: [Parked, Signed]") }
    }

    @Test func `decimal and date order are for all columns or for some`() throws {
        #expect(try rules("decimal: comma").decimal == ",")
        let some = try rules("decimal: {amount: comma}, date_order: {created_at: day_first, won_at: month_first}")
        #expect(some.decimal == nil && some.decimals == ["amount": ","])
        #expect(some.dateOrder == nil && some.dateOrders == ["created_at": .dayFirst, "won_at": .monthFirst])
    }

    @Test(arguments: [
        ("decimal: {amuont: comma}", "2:21: the source has no column of numbers `amuont`", "did you mean `amount`?"),
        ("decimal: {created_at: comma}", "2:21: the source has no column of numbers `created_at`", "they are amount"),
        ("date_order: {won: day_first}", "2:24: the source has no column of dates `won`", "did you mean `won_at`?"),
        ("date_order: {won_at: dayfirst}", "2:32: `won_at` takes one of", "did you mean `day_first`?"),
        ("aliases: {lead: [x]}", "2:21: the source has no column `lead`", "did you mean `lead_id`?"),
        ("quote: sinlge", "2:18: `quote` takes one character of ASCII, or double, single, none", "did you mean `single`?"),
        ("quote: 「", "2:18: `quote` takes one character of ASCII", ""),
        ("escape: backslsh", "2:19: `escape` takes one of backslash, doubled; found `backslsh`", "did you mean `backslash`?"),
        ("header_row: -1", "2:23: `header_row` takes a whole number from 1", ""),
        ("encoding: windows-1525", "2:21: `encoding` takes one of utf-8", "did you mean `windows-1252`?"),
        ("heder_row: 1", "2:11: `heder_row` is no key of `sources.leads`", "did you mean `header_row`?"),
    ])
    func `what is not right is shown with its place and the nearest name`(_ lines: String, _ message: String, _ hint: String) {
        let error = #expect(throws: PipelineError.self) { _ = try rules(lines) }
        #expect(error?.status == 78)
        #expect(error?.message.hasPrefix("sources.yml:\(message)") ?? false, "\(String(describing: error))")
        #expect(error?.hint.contains(hint) ?? false, "\(String(describing: error))")
    }

    @Test func `a pipeline's own stages and dimensions are columns too`() throws {
        let settings = IntakeSettings(
            inbox: "", asOf: .distantPast, dimensions: ["segment", "crm_team"], stages: ["lead", "demo", "won"])
        let rules = try SourcesFile.read(
            "sources: {leads: {aliases: {demo_at: [Demo], crm_team: [Team]}, date_order: {demo_at: day_first}}}",
            file: "s.yml", settings: settings)
        #expect(rules[.leads]?.aliases.count == 2)
    }

    @Test func `aliases serve, but not so many that they stand for more than a machine can hold`() throws {
        let few = try SourcesFile.read("sources: {leads: {files: &names [a, b], private: *names}}", file: "s.yml")
        #expect(few[.leads]?.privateColumns == ["a", "b"])
        var bomb = "a0: &a0 [x, x]\n"
        for number in 1..<40 { bomb += "a\(number): &a\(number) [*a\(number - 1), *a\(number - 1)]\n" }
        let error = #expect(throws: PipelineError.self) {
            _ = try SourcesFile.read(bomb + "? *a39\n: 1\n", file: "s.yml")
        }
        #expect(error?.message == "s.yml:22: there are more than 40 aliases (`*name`)")
        #expect(throws: Never.self) { try SourcesFile.read("# a * b, *c\nsources:\n", file: "s.yml") }
    }
}
