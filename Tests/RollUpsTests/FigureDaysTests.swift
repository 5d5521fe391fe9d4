import Facts
import RollUps
import Testing

@Suite struct FigureDaysTests {
    private func company(
        _ figure: Figure, _ rows: [(start: String, end: String, value: Int128, member: String)], asOf: String = "2026-12-31"
    ) -> Company {
        var company = Company(asOf: asOf)
        var table = Figures(dimensions: 1)
        table.list = [figure]
        var codes = CodeColumn()
        for row in rows {
            table.figures.append(0)
            table.starts.append(Day(row.start)!)
            table.ends.append(Day(row.end)!)
            table.values.append(row.value)
            codes.append(row.member.isEmpty ? 0 : company.facts.dimensions[0].members.code(row.member))
        }
        table.members = [codes]
        company.facts.figures = table
        return company
    }

    private let burn = Figure(name: "Net burn", unit: .money, kind: .flow)
    private let cash = Figure(name: "Cash", unit: .money, kind: .stock)

    @Test func `a flow of a month is spread over its days to the last cent, the larger parts first`() {
        let company = company(burn, [("2026-02-01", "2026-02-28", 3_000_000, "")])
        #expect(company.value("figure.net_burn", "2026-02-01", "2026-02-28") == "30000")
        #expect(company.value("figure.net_burn", "2026-02-24", "2026-02-24") == "1071.43")
        #expect(company.value("figure.net_burn", "2026-02-25", "2026-02-25") == "1071.42")
        #expect(company.value("figure.net_burn", "2026-03-01", "2026-03-31") == "0")
        #expect(company.value("figure.net_burn", "2026-01-01", "2026-01-31") == "n/a")
        #expect(company.value("figure.nothing", "2026-02-01", "2026-02-28") == "n/a")
    }

    @Test func `counts of a month stay whole numbers by day where they are whole`() {
        let tickets = Figure(name: "tickets", unit: .count, kind: .flow)
        let company = company(tickets, [("2026-11-01", "2026-11-30", 100 * 1_000_000_000, "")])
        #expect(company.value("figure.tickets", "2026-11-01", "2026-11-07") == "28")
        #expect(company.value("figure.tickets", "2026-11-01", "2026-11-30") == "100")
    }

    @Test func `days after the as-of date have not happened`() {
        let company = company(burn, [("2026-02-01", "2026-02-28", 2800, "")], asOf: "2026-02-14")
        #expect(company.value("figure.net_burn", "2026-02-01", "2026-02-28") == "14")
    }

    @Test func `a stock is its latest value, of each member by itself, and not known before the first`() {
        let company = company(
            cash,
            [
                ("2026-03-31", "2026-03-31", 100, "east"), ("2026-03-31", "2026-03-31", 50, "west"),
                ("2026-04-30", "2026-04-30", 70, "east"), ("2026-05-01", "2026-05-31", 10, "west"),
            ])
        #expect(company.value("figure.cash", "2026-03-01", "2026-03-30") == "n/a")
        #expect(company.value("figure.cash", "2026-03-01", "2026-03-31") == "1.5")
        #expect(company.value("figure.cash", "2026-04-01", "2026-04-30") == "1.2")
        #expect(company.value("figure.cash", "2026-05-01", "2026-05-30") == "1.2")
        #expect(company.value("figure.cash", "2026-06-01", "2026-06-30") == "0.8")
        #expect(company.value("figure.cash", "2026-06-01", "2026-06-30", .member(dimension: 0, code: 2)) == "0.1")
        #expect(company.value("figure.cash", "2026-06-01", "2026-06-30", .member(dimension: 0, code: 0)) == "0")
    }

    @Test func `a figure whose rows have no members exists for none of them alone`() {
        var company = company(burn, [("2026-02-01", "2026-02-28", 2800, "")])
        _ = company.facts.dimensions[0].members.code("east")
        #expect(company.value("figure.net_burn", "2026-02-01", "2026-02-28", .member(dimension: 0, code: 0)) == "28")
        #expect(company.value("figure.net_burn", "2026-02-01", "2026-02-28", .member(dimension: 0, code: 1)) == "n/a")
    }
}
