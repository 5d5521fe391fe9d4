import Engines
import Facts
import Testing

@Suite struct DialectTests {
    @Test func `quotes in texts are written so that the text stays one`() {
        #expect(DuckDBDialect().text("it's") == "'it''s'")
        #expect(SparkDialect().text(#"it's \d"#) == #"'it\'s \\d'"#)
    }

    @Test func `a file is named, never a pattern of several`() {
        let places = LeadPlan.Places(
            id: 0, stages: [1], responded: nil, lost: nil, amount: nil, currency: nil, customer: nil, owner: nil,
            deals: nil, company: nil, email: nil, dimensions: []
        )
        let file = LeadPlan.File(path: "/in/leads [1]*.csv", delimiter: ",", columns: 2, places: places, irregular: [])
        #expect(DuckDBDialect().reading(file, number: 0)[0].contains("read_csv('/in/leads [[]1][*].csv'"))
        #expect(SparkDialect().reading(file, number: 0)[0].contains(#"'/in/leads \\[1\\]\\*.csv'"#))
    }

    @Test func `a script is complete for Spark: all that goes wrong there in silence is settled`() {
        let places = LeadPlan.Places(
            id: 0, stages: [1, nil], responded: nil, lost: nil, amount: 2, currency: nil, customer: nil, owner: nil,
            deals: nil, company: nil, email: nil, dimensions: [3])
        let plan = LeadPlan(
            files: [LeadPlan.File(path: "/in/leads.csv", delimiter: ";", columns: 4, places: places, irregular: [7, 9])],
            stages: ["lead", "won"], dimensions: 1, zone: .utc, minorDigits: 2, asOf: [Day(20_000)], inTime: 3_600_000_000,
            recentDays: 91, bands: [1, 7])
        let script = LeadQuery(plan, SparkDialect()).script(into: "/work")
        for part in [
            "SET spark.sql.csv.parser.columnPruning.enabled = false", "'multiLine' 'true'", "'escape' '\"'",
            "'mode' 'PERMISSIVE'", "'sep' ';'", "p IN (7, 9)", "INSERT OVERWRITE DIRECTORY '/work/rows'",
            "INSERT OVERWRITE DIRECTORY '/work/counts'",
        ] {
            #expect(script.contains(part), "\(part)")
        }
    }
}
