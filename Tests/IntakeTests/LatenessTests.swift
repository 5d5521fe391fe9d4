import Facts
import Testing

@testable import Intake

@Suite struct LatenessTests {
    private func late(_ files: KeyValuePairs<String, String>, asOf: String = "2026-10-31", grain: Grain = .month) throws
        -> [String]
    {
        let result = try TemporaryInbox(files).intake {
            $0.asOf = Day(asOf)!
            $0.grain = grain
        }
        return result.facts.late.map { "\($0.source)\($0.series.map { " \($0)" } ?? "") \($0.from) \($0.since)" }
    }

    @Test func `a source with rows in three periods and none since is late from the next one on`() throws {
        let rows = "date,amount\n2026-07,1\n2026-08,1\n2026-09,1\n"
        #expect(try late(["spend.csv": rows]) == ["spend 2026-10-01 2026-09-30"])
        #expect(try late(["spend.csv": "date,amount\n2026-07,1\n2026-09,1\n"]) == [])
    }

    @Test func `a row that reaches into a period, or a date of it in a file's name, says that nothing is missing`() throws {
        let reaching = "date,end_date,amount\n2026-07,,1\n2026-08,,1\n2026-09-20,2026-10-02,1\n"
        #expect(try late(["spend.csv": reaching]) == ["spend 2026-11-01 2026-10-02"])
        let rows = "date,amount\n2026-07,1\n2026-08,1\n2026-09,1\n"
        #expect(try late(["spend-2026-10-05.csv": rows]) == ["spend 2026-11-01 2026-09-30"])
    }

    @Test func `what happens after the as-of date is no sign of a fresh export`() throws {
        let rows = "response_id,responded_at,score\nA,2026-06-02,9\nB,2026-07-02,9\nC,2026-08-03,9\nD,2026-12-01,9\n"
        #expect(try late(["nps.csv": rows]) == ["nps 2026-09-01 2026-08-03"])
    }

    @Test func `leads are dated by their creation and reach as far as their last stamp`() throws {
        let rows = "lead_id,created_at,won_at\nA,2026-07-02,\nB,2026-08-02,2026-10-03\nC,2026-09-02,\n"
        #expect(try late(["leads.csv": rows]) == ["leads 2026-11-01 2026-10-03"])
    }

    @Test func `of two series of files the one without anything new is told apart`() throws {
        let meta = "date,amount\n2026-07-01,1\n2026-08-01,1\n2026-09-01,1\n"
        let books = "date,amount\n2026-08-01,5\n2026-09-01,6\n2026-10-01,7\n"
        let found = try late(["spend-meta.csv": meta, "spend-books.csv": books])
        #expect(found == ["spend 2026-11-01 2026-10-01", "spend spend-meta.csv 2026-10-01 2026-09-01"])
    }

    @Test func `what comes by the month is missed in the weeks of a later month, and the week counts what is there`() throws {
        let days = "2026-08-20,1\n" + (1...31).map { "2026-10-\($0 < 10 ? "0" : "")\($0),2\n" }.joined()
        let books = "date,amount\n2026-07,5\n2026-08,6\n2026-09,7\n"
        let found = try late(["spend-ads.csv": "date,amount\n" + days, "spend-books.csv": books], grain: .week)
        #expect(found == ["spend 2026-11-02 2026-10-31", "spend spend-books.csv 2026-10-01 2026-09-30"])
        #expect(try late(["spend-books.csv": books], grain: .week) == ["spend spend-books.csv 2026-10-01 2026-09-30"])
        #expect(
            try late(["spend-books.csv": books + "2026-10,8\n"], grain: .week) == [
                "spend spend-books.csv 2026-11-01 2026-10-31"
            ])
    }

    @Test func `a daily series is missed beside one that comes by the month`() throws {
        let days = (12...31).map { "2026-10-\($0),2\n" }.joined()
        let books = "date,amount\n2026-09,5\n2026-10,6\n2026-11,7\n"
        let found = try late(
            ["spend-ads.csv": "date,amount\n" + days, "spend-books.csv": books], asOf: "2026-11-15", grain: .week)
        #expect(found == ["spend 2026-11-16 2026-11-15", "spend spend-ads.csv 2026-11-02 2026-10-31"])
    }

    @Test func `a series that another one goes on from is not missed`() throws {
        let old = "lead_id,created_at\nA,2026-01-02\nB,2026-02-02\nC,2026-03-02\n"
        let new = "lead_id,created_at\nD,2026-08-02\nE,2026-09-02\nF,2026-10-02\n"
        #expect(try late(["leads-2025.csv": old, "leads_export_2026-10-31.csv": new]) == ["leads 2026-11-01 2026-10-02"])
    }

    @Test func `terms are late by the dates in their files' names alone`() throws {
        let rows = "customer_id,start_date,arr\nA,2026-01-01,5\nB,2026-11-15,6\n"
        #expect(try late(["subscriptions.csv": rows]) == [])
        #expect(try late(["subscriptions-2026-09-30.csv": rows]) == ["subscriptions 2026-10-01 2026-09-30"])
    }
}
