import Facts
import Testing

@testable import Intake

/// Costs as spreadsheets and reports write them: days of a row in one cell or in three columns, guards, names in two languages.
@Suite struct WrittenCostsTests {
    private func result(_ text: String) throws -> IntakeResult {
        try TemporaryInbox.result(text, name: "spend.csv") { $0.dimensions = ["channel"] }
    }

    private func channels(_ result: IntakeResult) -> [String] {
        guard let spend = result.facts.spend else { return [] }
        return (0..<spend.count).map { result.facts.dimensions[0].members[spend.members[0]?[$0] ?? 0] }
    }

    @Test(
        "two days in one cell are the first and the last of a cost",
        arguments: [
            "2026-10-05 - 2026-10-11", "2026-10-05 ~ 2026-10-11", "2026-10-05~2026-10-11", "2026年10月5日至2026年10月11日",
            "2026-10-05 to 2026-10-11", "2026-10-05/2026-10-11", "2026-10-05 / 2026-10-11",
            "2026/10/05-2026/10/11", "2026-10-05-2026-10-11", "20261005-20261011", "\"Oct 5, 2026 - Oct 11, 2026\"",
            "10/05/2026 - 10/11/2026", "05/10/2026 - 11/10/2026", "05.10.2026 - 11.10.2026", "05.10. - 11.10.2026",
            "\"Oct 5 - Oct 11, 2026\"", "10月5日-2026年10月11日",
        ])
    func ranges(_ cell: String) throws {
        let result = try result("Date,Campaign,Cost,Clicks\n\(cell),A,70,1\n")
        #expect(result.costs == ["2026-10-05 2026-10-11 7000 marketing"], "\(result.codes)")
    }

    @Test(
        "cells that are no two days, or that may be in two orders, are none",
        arguments: [
            "2026-10-05", "10/05/2026 - 10/12/2026", "2026-10-11 - 2026-10-05", "2026-10 - 2026-12", "10-05-2026",
            "2026-10-05 10:00", "", "2026/10/05", "10/2026",
        ])
    func noRanges(_ cell: String) { #expect(DateRange(cell) == nil) }

    @Test(
        "year, month and day may stand in columns of their own",
        arguments: [
            "Year,Month,Day,Channel,Amount\n2026,10,3,Search,100\n2026,10,13,Search,50\n",
            "年,月,日,渠道,金额\n2026,10,3,百度,100\n2026,10,13,百度,50\n",
            "年度,月份,日期,渠道,金额\n2026年,10月,3日,百度,100\n2026年,10月,13日,百度,50\n",
            "年份,日期,渠道,金额\n2026,10月3日,百度,100\n2026,10月13日,百度,50\n",
        ])
    func threeColumns(_ text: String) throws {
        #expect(try result(text).costs == ["2026-10-03 2026-10-03 10000 other", "2026-10-13 2026-10-13 5000 other"])
    }

    @Test func `a day that its month has not is no day, and a whole date beside a year is itself`() throws {
        #expect(try result("Year,Month,Day,Amount\n2026,9,31,100\n2026,9,3,50\n").costs == ["2026-09-03 2026-09-03 5000 other"])
        #expect(try result("Year,Date,Amount\n2026,2026-09-03,50\n").costs == ["2026-09-03 2026-09-03 5000 other"])
    }

    @Test func `guards before days and amounts say nothing`() throws {
        let result = try result("日期,渠道,金额\n'2026-10-01,百度,'100.50\n'2026-10-02,百度,'-20\n")
        #expect(result.costs == ["2026-10-01 2026-10-01 10050 other", "2026-10-02 2026-10-02 -2000 other"])
    }

    @Test func `numbers of people may say so`() throws {
        let result = try TemporaryInbox(["headcount.csv": "Month,Team,FTE\n2026-09,Sales,3 FTE\n2026-10,Sales,8人\n"]).intake()
        #expect(result.export.facts == 2, "\(result.codes)")
        let other = try TemporaryInbox(["headcount.csv": "Month,Team,FTE\n2026-09,Sales,3 FTE\n2026-10,Sales,3 tables\n"])
            .intake()
        #expect(other.export.facts == 1)
    }

    @Test(
        "names in two languages are the columns that both say",
        arguments: [
            "日期/Date,渠道/Channel,Spend 花费\n2026-10-01,百度,100\n", "Date 日期,Channel 渠道,Cost (USD) 费用\n2026-10-01,百度,100\n",
            "\"日期\nDate\",\"渠道\nChannel\",\"花费\nSpend\"\n2026-10-01,百度,100\n",
            "Date | 日期,Channel | 渠道,Amount | 金额\n2026-10-01,百度,100\n",
        ])
    func twoLanguages(_ text: String) throws {
        let result = try result(text)
        #expect(result.costs == ["2026-10-01 2026-10-01 10000 other"] && channels(result) == ["百度"])
    }

    @Test func `a name whose other half says something else is none of a column's`() {
        let inbox = TemporaryInbox(["spend.csv": "日期,渠道,Spend 目标\n2026-10-01,百度,100\n"])
        #expect(inbox.failure()?.code == "missing-column")
    }
}
