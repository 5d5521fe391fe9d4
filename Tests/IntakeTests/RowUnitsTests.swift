import Facts
import Testing

@testable import Intake

/// What amounts are counted in, where a column beside them, a cell, or another row of the header says it.
@Suite struct RowUnitsTests {
    private func minor(_ text: String, name: String = "costs.csv") throws -> [Int64] {
        try TemporaryInbox.result(text, name: name) { $0.currency = Currency("CNY") }.facts.spend?.amounts ?? []
    }

    @Test(
        "a column of units multiplies the amounts beside it, row by row",
        arguments: [
            "月份,渠道,金额,单位\n2026年9月,百度,1.25,万元\n2026年10月,展会,2500,元\n",
            "月份,渠道,金额,金额单位\n2026年9月,百度,1.25,万\n2026年10月,展会,2.5,千\n",
            "Month,Channel,Amount,Unit\n2026-09,Search,12.5,k\n2026-10,Events,2.5,thousand\n",
            "日期,供应商,数量,单位,金额,金额单位\n2026-09-01,甲,5,个,1.25,万元\n2026-10-01,乙,3,场,2500,元\n",
        ])
    func units(_ text: String) throws { #expect(try minor(text) == [1_250_000, 250_000]) }

    @Test(
        "units of quantities, and departments that are called units, multiply nothing",
        arguments: [
            "日期,供应商,数量,计量单位,金额\n2026-09-01,甲,5,个,100\n2026-10-01,乙,3,场,200\n",
            "日期,供应商,单位,金额\n2026-09-01,甲,市场部,100\n2026-10-01,乙,销售部,200\n",
            "Date,Vendor,Quantity,Unit,Amount\n2026-09-01,A,5,k,100\n2026-10-01,B,3,k,200\n",
            "Date,Vendor,Unit,Amount\n2026-09-01,A,M,100\n2026-10-01,B,EMEA,200\n",
        ])
    func otherUnits(_ text: String) throws { #expect(try minor(text) == [10_000, 20_000]) }

    @Test func `an amount whose unit is in doubt is rejected`() throws {
        let missing = try TemporaryInbox.result(
            "月份,渠道,金额,单位\n2026年9月,百度,1.25,万元\n2026年10月,展会,3,\n", name: "costs.csv")
        #expect(missing.export.facts == 1 && missing.codes.contains("unclear-unit"), "\(missing.codes)")
        let other = try TemporaryInbox.result(
            "月份,渠道,金额(元),单位\n2026年9月,百度,12500,元\n2026年10月,展会,3,万元\n", name: "costs.csv")
        #expect(other.export.facts == 1 && other.codes.contains("unclear-unit"), "\(other.codes)")
    }

    @Test func `the same unit in the name and beside the amount counts once, and a cell's own goes before both`() throws {
        #expect(try minor("月份,渠道,金额（万元）,单位\n2026年9月,百度,1.25,万元\n") == [1_250_000])
        #expect(try minor("月份,渠道,金额,单位\n2026年9月,百度,1.25,万元\n2026年9月,展会,5万,万元\n") == [1_250_000, 5_000_000])
        #expect(try minor("月份,渠道,金额（万元）\n2026年9月,百度,1.25\n2026年10月,展会,\"50,000元\"\n") == [1_250_000, 5_000_000])
    }

    @Test func `terms have units beside their amounts as costs have`() throws {
        let text = "合同编号,客户编号,开始日期,结束日期,年费,单位\nH1,K1,2026-01-01,2027-01-01,12,万元\nH2,K2,2026-02-01,2027-02-01,50000,元\n"
        let result = try TemporaryInbox(["合同.csv": text]).intake { $0.currency = Currency("CNY") }
        #expect(result.facts.terms?.arr.sorted() == [5_000_000, 12_000_000])
    }

    /// A month's costs in two columns each, below two rows of names.
    private func rows(_ months: ClosedRange<Int> = 1...9) -> String {
        months.map { "2026-0\($0)-01,Search,\(100 + $0 * 3),\(90 + $0 * 7)\n" }.joined()
    }

    @Test(
        "of a plan and what was spent below one name the latter counts",
        arguments: [
            "Date,Channel,Spend,\n,,Plan,Actual\n", "Date,Channel,Spend,\nDate,Channel,Plan,Actual\n",
            "Date,Channel,Spend,Spend\n,,Plan,Actual\n", "日期,渠道,金额,\n,,预算,实际\n", "日期,渠道,金额,金额\n,,预算,实际\n",
        ])
    func plans(_ header: String) throws {
        #expect(try minor(header + rows()) == (1...9).map { Int64(90 + $0 * 7) * 100 })
    }

    @Test func `of other parts of an amount below one name none is taken for all of it`() throws {
        for header in ["Date,Spend,\n,Google,Meta\n", "Date,Cost,\n,Media (k$),Fees (k$)\n"] {
            let result = try? TemporaryInbox.result(header + rows().replacing(",Search", with: ""), name: "costs.csv")
            #expect(result?.facts.spend == nil, "\(header)")
        }
        // What is no amount beside one leaves no doubt.
        #expect(try minor("日期,渠道,费用,费用\n,,消费（万元）,展现\n" + rows()).first == 103 * 1_000_000)
    }

    @Test func `a unit below or above the name that is known multiplies`() throws {
        let body = (1...9).map { "2026-0\($0)-01,百度,1.5\n" }.joined()
        for header in ["日期,渠道,消费\n,,（万元）\n", "时间,推广渠道,花费情况\n日期,渠道,消费（万元）\n", "日期,渠道,万元\n日期,渠道,消费\n"] {
            #expect(try minor(header + body) == Array(repeating: 1_500_000, count: 9), "\(header)")
        }
    }
}
