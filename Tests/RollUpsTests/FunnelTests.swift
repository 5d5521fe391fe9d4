import Facts
import RollUps
import Testing

@Suite struct FunnelTests {
    /// Leads with the days of creation, mql, sql, opportunity, won and lost; `-` where there is none.
    private func company(_ rows: [[String]], asOf: String = "2026-12-31") -> Company {
        var company = Company(asOf: asOf)
        var leads = Leads(stages: Measure.standardStages, dimensions: 1)
        func stamp(_ text: String) -> Stamp { text == "-" ? .missing : Stamp(startOf: Day(text)!, in: .utc) }
        for stage in 0..<5 { leads.reached[stage] = StampColumn(rows.map { stamp($0[stage]) }) }
        leads.lost = StampColumn(rows.map { stamp($0[5]) })
        leads.ids = TextList(rows.indices.map { "L\($0)" })
        company.facts.leads = leads
        return company
    }

    @Test func `a later stamp means that the stages before were reached too`() {
        let company = company([["2026-01-05", "-", "-", "2026-02-01", "-", "-"], ["2026-01-06", "-", "-", "-", "-", "-"]])
        #expect(company.value("cohort_leads", "2026-01-01", "2026-01-31") == "2")
        #expect(company.value("cohort_mqls", "2026-01-01", "2026-01-31") == "1")
        #expect(company.value("cohort_opportunities", "2026-01-01", "2026-01-31") == "1")
        #expect(company.value("cohort_won", "2026-01-01", "2026-01-31") == "0")
        #expect(company.value("mqls", "2026-01-01", "2026-02-28") == "0")
        #expect(company.value("opportunities", "2026-02-01", "2026-02-28") == "1")
    }

    @Test func `of won and lost the later counts, and won when at the same time`() {
        let company = company([
            ["2026-01-05", "-", "-", "2026-01-10", "2026-03-01", "2026-02-01"],
            ["2026-01-05", "-", "-", "2026-01-10", "2026-02-01", "2026-03-01"],
            ["2026-01-05", "-", "-", "2026-01-10", "2026-03-01", "2026-03-01"],
        ])
        #expect(company.value("won", "2026-01-01", "2026-12-31") == "2")
        #expect(company.value("lost", "2026-01-01", "2026-12-31") == "1")
        #expect(company.value("open_opportunities", "2026-02-01", "2026-02-28") == "3")
        #expect(company.value("open_opportunities", "2026-03-01", "2026-03-31") == "0")
    }

    @Test func `what happened after the as-of date has not happened`() {
        let company = company([["2026-01-05", "2026-01-20", "-", "-", "2026-03-01", "-"]], asOf: "2026-01-31")
        #expect(company.value("cohort_mqls", "2026-01-01", "2026-01-31") == "1")
        #expect(company.value("cohort_won", "2026-01-01", "2026-01-31") == "0")
        #expect(company.value("won", "2026-01-01", "2026-01-31") == "0")
    }

    @Test func `the median cycle of an even count is the mean of the middle two, and a span below 0 is left out`() {
        let company = company([
            ["2026-01-01", "-", "-", "-", "2026-02-01", "-"], ["2026-01-11", "-", "-", "-", "2026-02-01", "-"],
            ["2026-01-31", "-", "-", "-", "2026-02-01", "-"], ["2026-01-20", "-", "-", "-", "2026-02-01", "-"],
            ["2026-03-01", "-", "-", "-", "2026-02-01", "-"],
        ])
        #expect(company.value("won", "2026-02-01", "2026-02-28") == "5")
        #expect(company.value("cycle_days", "2026-02-01", "2026-02-28") == "16.5")
        #expect(company.value("cycle_days", "2026-03-01", "2026-03-31") == "n/a")
    }

    @Test func `a measure whose column no file has is undefined`() {
        var company = company([["2026-01-05", "-", "-", "-", "-", "-"]])
        company.facts.leads?.lost = nil
        company.facts.leads?.reached[1] = nil
        #expect(company.value("lost", "2026-01-01", "2026-01-31") == "n/a")
        #expect(company.value("mqls", "2026-01-01", "2026-01-31") == "n/a")
        #expect(company.value("cohort_mqls", "2026-01-01", "2026-01-31") == "n/a")
        #expect(company.value("sqls", "2026-01-01", "2026-01-31") == "0")
    }

    @Test func `where no row can be given a member only none has values`() {
        var company = company([["2026-01-05", "-", "-", "-", "-", "-"]])
        let member = company.facts.dimensions[0].members.code("smb")
        #expect(company.value("leads", "2026-01-01", "2026-01-31", .member(dimension: 0, code: 0)) == "1")
        #expect(company.value("leads", "2026-01-01", "2026-01-31", .member(dimension: 0, code: member)) == "n/a")
        company.facts.leads?.members[0] = [member]
        #expect(company.value("leads", "2026-01-01", "2026-01-31", .member(dimension: 0, code: 0)) == "0")
        #expect(company.value("leads", "2026-01-01", "2026-01-31", .member(dimension: 0, code: member)) == "1")
    }
}
