import Facts
import Testing

@testable import Intake

/// What stands in place of no date, and names that look missing.
@Suite struct PlaceholderTests {
    @Test(arguments: [
        "0000-00-00", "0000-00-00 00:00:00", "00/00/0000", "00.00.0000", "0001-01-01", "0001-01-01T00:00:00Z", "01/01/0001",
        "1900-01-00",
        "1/0/1900", "0-Jan-00", "00-Jan-1900", "1/0/00 0:00", "1899-12-30", "30.12.1899 00:00:00", "12/30/1899", "1899-12-31",
        "1900-01-01",
        "1970-01-01", "1970-01-01 00:00:00", "1970-01-01T00:00:00.000Z", "1970-01-01T08:00:00+08:00", "1/1/1970", "1/1/70",
        "01.01.1970",
        "1969-12-31", "1969-12-31T19:00:00-05:00", "12/31/1969", "2099-12-31", "2099-12-31 23:59:59", "31.12.2099",
        "12/31/2099",
        "9999-12-31", "31.12.9999", "12/31/9999 23:59:59", "9999-12-30", "99991231", "9999年12月31日", "2999-12-31", "never",
        "Never",
        "ongoing", "Ongoing", "永久", "长期", "长期有效", "無期限", "至今", "—", "-", "", "N/A", "unlimited", "unbefristet", "jamais",
        "nunca",
        "illimité", "indefinido", "ilimitado", "open", "Open-ended", "no end date", "∞", "infinity", "TBD", "待定", "0", "None",
        "進行中",
    ])
    func `a placeholder for no date is missing, in days and in times`(_ text: String) {
        for way in [ColumnReading.dayFirst, .monthFirst] {
            #expect(way.day(text) == .missing, "\(text)")
            #expect(way.stamp(text) == .missing, "\(text)")
        }
    }

    @Test(arguments: [
        "1970-01-02", "1969-12-30", "2099-12-30", "2100-01-01", "1999-12-31", "2000-01-01", "1900-01-02", "36526",
    ])
    func `a day near a placeholder is a day`(_ text: String) {
        #expect(ColumnReading.canonical.day(text).value != nil, "\(text)")
    }

    @Test(arguments: [
        "nevermore", "soon", "long", "1900-13-00", "0000", "someday 2026", "neverland", "永", "长", "00:00", "0002-01-01",
        "0026-03-01",
    ])
    func `what is neither stays an error`(_ text: String) {
        #expect(ColumnReading.canonical.day(text) == .bad || text == "0000", "\(text)")
    }

    @Test func `placeholders are no evidence for anything`() {
        for cells in [["31/12/9999"], ["12/31/2099", "12/31/2099"], ["30.12.1899"], ["12/31/1969"], ["1/1/1970", "never"]] {
            let reading = ColumnEvidence(cells + ["03/11/2026"]).settled(locale: "en", kind: .day)
            #expect(reading.dateOrder == .monthDayYear && reading.isDateOrderAssumed, "\(cells)")
        }
        #expect(
            ColumnEvidence(["15/03/2026", "12/31/9999", "12/31/9999"]).settled(locale: "en", kind: .day).dateOrder
                == .dayMonthYear)
    }

    @Test func `ends that are placeholders are open, before any rule about ends is applied`() throws {
        let ends = [
            "0000-00-00", "1970-01-01", "0001-01-01", "1899-12-30", "1900-01-00", "9999-12-31", "2099-12-31", "never", "长期", "",
        ]
        let rows = ends.enumerated().map { "S\($0),C\($0),2026-01-01,\($1),1000" }
        // Ends a whole number of months after their start less one day: of the ten ends all that are dates.
        let terms = (10..<16).map { "S\($0),C\($0),2026-01-01,2026-12-31,1000" }
        let text = "subscription_id,customer_id,start_date,end_date,arr\n" + (rows + terms).joined(separator: "\n") + "\n"
        let result = try TemporaryInbox(["subscriptions.csv": text]).intake()
        #expect(result.report("subscriptions.csv").rejected == 0)
        let open = result.facts.terms?.ends.filter { $0 == .distantFuture }.count
        #expect(open == 10)
        #expect(result.codes.contains("assumed-last-day"))
    }

    @Test func `a start that is a placeholder is missing, and its row rejected`() throws {
        let text = "subscription_id,customer_id,start_date,arr\nS,C,1970-01-01,5\nT,D,2026-01-01,6\n"
        let result = try TemporaryInbox(["subscriptions.csv": text]).intake()
        #expect(result.codes == ["missing-required"])
    }

    @Test func `an answer at the beginning of the calendar was not given`() throws {
        let text = "response_id,invited_at,responded_at,score\nR1,2026-10-01,1970-01-01 00:00:00,\nR2,2026-10-01,2026-10-02,9\n"
        let result = try TemporaryInbox(["nps.csv": text]).intake()
        #expect(result.report("nps.csv").rejected == 0)
        #expect(result.facts.surveys?.scores.sorted() == [-1, 9])
    }

    @Test func `seats without a limit are no number`() throws {
        let text = "customer_id,date,active_users,seats\nA,2026-01-01,5,unlimited\nB,2026-01-01,7,10\n"
        let result = try TemporaryInbox(["usage.csv": text]).intake()
        #expect(result.report("usage.csv").rejected == 0)
        #expect(result.facts.usage?.count == 2)
    }

    @Test func `NA and None are values in names and dimensions, and missing elsewhere`() throws {
        let text = "customer_id,name,region,segment\nC1,None,NA,na\nNA,Acme,EMEA,None\nC3,N/A,-,null\n"
        let result = try TemporaryInbox(["customers.csv": text]).intake { $0.dimensions = ["region", "segment"] }
        let customers = try #require(result.facts.customers)
        #expect(customers.count == 2)
        #expect(customers.names == ["None", ""])
        let regions = result.facts.dimensions[0].members
        #expect((0..<regions.count).map { regions[UInt32($0)] }.contains("NA"))
        #expect(result.codes == ["missing-required"])
    }

    @Test func `a target for the member NA is not one for all`() throws {
        let text = "metric,period,value,dimension,member\nnrr,2026,1.1,region,NA\n"
        let result = try TemporaryInbox(["targets.csv": text, "customers.csv": "customer_id\nA\n"]).intake()
        #expect(result.facts.targets.map(\.member) == ["NA"])
    }

    @Test(arguments: ["10-Sep", "5-Jan", "1/5", "2026-09-10", "9/10/2026", "45910"])
    func `a score that a spreadsheet turned into a date is rejected, and that is said`(_ score: String) throws {
        let inbox = TemporaryInbox(["nps.csv": "response_id,responded_at,score\nR1,2026-10-01,\(score)\nR2,2026-10-01,9\n"])
        let result = try inbox.intake()
        #expect(result.facts.surveys?.scores == [9])
        #expect(result.findings.first { $0.code == "bad-score" }?.hint.contains("spreadsheet") == true, "\(result.findings)")
    }
}
