import Facts
import Testing

@testable import Intake

@Suite struct FigureTests {
    /// Each figure's values as `name day..day value`.
    private func rows(_ result: IntakeResult) -> [String] {
        guard let table = result.facts.figures else { return [] }
        return (0..<table.count).map { row in
            let figure = table.list[Int(table.figures[row])]
            let value = Number(table.values[row], over: figure.unit == .money ? 100 : Int128(Quantity.scale))
            let days =
                table.starts[row] == table.ends[row] ? "\(table.starts[row])" : "\(table.starts[row])..\(table.ends[row])"
            return "\(figure.name) \(figure.unit) \(figure.kind) \(days) \(value.significant())"
        }
    }

    @Test func `figures are read with unit, kind and months, and spellings of one name are one figure`() throws {
        let inbox = TemporaryInbox([
            "figures.csv":
                "date,figure,value,unit,kind\n2026-09,Net burn,\"1,000.50\",money,flow\n2026-10-05,net_burn,2,money,flow\n2026-10-06,Net Burn,3,money,flow\n2026-09-30,cash,70,money,stock\n2026-10,Tickets,12.5,count,flow\n"
        ])
        let result = try inbox.intake()
        #expect(
            rows(result) == [
                "Net Burn money flow 2026-09-01..2026-09-30 1000.5", "Net Burn money flow 2026-10-05 2",
                "Net Burn money flow 2026-10-06 3", "cash money stock 2026-09-30 70",
                "Tickets count flow 2026-10-01..2026-10-31 12.5",
            ])
    }

    @Test func `Chinese headers and words, currencies, scales and what is counted`() throws {
        let inbox = TemporaryInbox([
            "fx_rates.csv": "currency,rate\nEUR,2\nCNY,0.1\n",
            "自有数据.csv":
                "日期,数据名称,数值,单位,流量或存量\n2026-09,净现金流出,12,万元,流量\n2026-09,现金余额,€10,,存量\n2026-09,工单数,8,张,流量\n2026-09,净现金流出,3,k EUR,流量\n",
        ])
        let result = try inbox.intake { $0.locale = "zh-Hans" }
        #expect(
            rows(result) == [
                "净现金流出 money flow 2026-09-01..2026-09-30 12000", "现金余额 money stock 2026-09-01..2026-09-30 20",
                "工单数 count flow 2026-09-01..2026-09-30 8", "净现金流出 money flow 2026-09-01..2026-09-30 6000",
            ])
    }

    @Test func `without a kind it is a flow, or a stock by the name of a balance, and the report says so`() throws {
        let inbox = TemporaryInbox([
            "figures.csv": "month,figure,value\n2026-09,support tickets,5\n2026-09,Cash,7\n2026-09,cash burned,8\n"
        ])
        let result = try inbox.intake()
        #expect(result.facts.figures?.list.map(\.kind) == [.flow, .stock, .flow])
        #expect(result.facts.figures?.list.allSatisfy { $0.unit == .count && $0.unitIsAssumed } == true)
        let found = result.findings.filter { $0.kind == .assumedFigureKind }.map(\.message)
        #expect(
            found.count == 2 && found[0].contains("support tickets") && found[0].contains("cash burned")
                && found[1].contains("Cash"))
    }

    @Test func `rows that contradict each other are told, and what most rows of the newest file say counts`() throws {
        let inbox = TemporaryInbox([
            "figures-2026-08.csv": "date,figure,value,unit,kind\n2026-08-01,burn,1,count,flow\n",
            "figures-2026-09.csv":
                "date,figure,value,unit,kind\n2026-09-01,burn,2,money,stock\n2026-09-02,burn,3,money,stock\n2026-09-03,burn,4,money,flow\n",
        ])
        let result = try inbox.intake()
        #expect(result.facts.figures?.list.map(\.unit) == [.money] && result.facts.figures?.list.map(\.kind) == [.stock])
        let found = result.findings.filter { $0.kind == .contradictingFigure }.map(\.message)
        #expect(found.count == 2 && found.allSatisfy { $0.contains("`burn`") })
    }

    @Test func `overlapping exports count once, and a newer one that states the same anew takes the older one's place`() throws
    {
        let inbox = TemporaryInbox([
            "figures-2026-09.csv": "date,figure,value\n2026-08-01,burn,1\n2026-09-01,burn,2\n",
            "figures-2026-10.csv": "date,figure,value\n2026-08-01,burn,1\n2026-09-01,burn,2.5\n2026-10-01,burn,3\n",
        ])
        let result = try inbox.intake()
        #expect(
            Set(rows(result)) == [
                "burn count flow 2026-08-01 1", "burn count flow 2026-09-01 2.5", "burn count flow 2026-10-01 3",
            ])
        #expect(result.findings.contains { $0.kind == .restatedFigures })
    }

    @Test func `figures that formulas name may stand across, a column each`() throws {
        let inbox = TemporaryInbox([
            "figures.csv": "Month,Net burn,Cash (k€),Remark\n2026-09,5,7,fine\n2026-10,6,,\n",
            "fx_rates.csv": "currency,rate\nEUR,1\n",
        ])
        let result = try inbox.intake { $0.figures = ["net_burn", "cash"] }
        #expect(
            rows(result) == [
                "Net burn count flow 2026-09-01..2026-09-30 5", "Cash money stock 2026-09-01..2026-09-30 7000",
                "Net burn count flow 2026-10-01..2026-10-31 6",
            ])
    }

    @Test func `a sheet with a row for each figure and a column for each month is read as it stands`() throws {
        let inbox = TemporaryInbox([
            "figures 2026.csv":
                "Figure,Kind,Unit,Jan 2026,Feb 2026 (k),2026-03,Comment\nNet burn,flow,money,5,6,,x\nCash,stock,money,70,,\"1,000.50\",\n"
        ])
        let result = try inbox.intake()
        #expect(
            rows(result) == [
                "Net burn money flow 2026-01-01..2026-01-31 5", "Net burn money flow 2026-02-01..2026-02-28 6000",
                "Cash money stock 2026-01-01..2026-01-31 70", "Cash money stock 2026-03-01..2026-03-31 1000.5",
            ])
    }

    @Test func `cells that are none are rejected`() throws {
        let inbox = TemporaryInbox([
            "figures.csv":
                "date,figure,value,unit,kind\n2026-09-01,burn,1,money,sideways\n2026-09-01,burn,1,M,flow\n2026-09-01,,1,money,flow\n2026-09-01,burn,,money,flow\n2026-09-01,__,1,money,flow\n2026-09-01,burn,2,money,flow\n"
        ])
        let result = try inbox.intake { $0.maxRejected = 1 }
        #expect(rows(result) == ["burn money flow 2026-09-01 2"])
        #expect(Set(result.findings.map(\.kind)).isSuperset(of: [.unknownFigureKind, .unknownFigureUnit, .missingRequired]))
    }
}
