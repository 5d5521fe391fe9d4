import Facts
import Testing

@testable import Intake

/// Files and columns that were taken for something else, and gave wrong numbers without a word.
@Suite struct TakenForWrongTests {
    private func source(_ name: String, _ text: String) throws -> SourceName? {
        let inbox = TemporaryInbox([name: text])
        return read(try collect(inbox: inbox.path)[0], settings: IntakeSettings(inbox: inbox.path, asOf: Day("2026-11-15")!))
            .source
    }

    @Test(
        "what customers pay is no cost",
        arguments: [
            ("Rechnungen Oktober.csv", "Belegdatum;Rechnungsnummer;Kunde;Betrag;Währung\n01.10.2026;R1;Acme;1.000,00;EUR\n"),
            ("factures.csv", "Date,Numéro,Nom du client,Montant\n2026-10-01,F1,Acme,1000.00\n"),
            ("发票.csv", "日期,客户名称,金额\n2026-10-01,甲公司,1000\n"),
            (
                "20261102-umsatz.csv",
                "Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Beguenstigter/Zahlungspflichtiger;Betrag;Waehrung\n"
                    + "DE12;15.10.26;15.10.26;LASTSCHRIFT;Google;-1.000,00;EUR\n"
            ),
            (
                "Download.csv",
                "Date,Time,Name,Type,Currency,Gross,Fee,Net,From Email Address,To Email Address\n"
                    + "10/01/2026,10:00:00,Acme,Payment,USD,100.00,-3.20,96.80,a@x.com,me@x.com\n"
            ),
            (
                "statement_EUR.csv",
                "TransferWise ID,Date,Amount,Currency,Description,Payment Reference,Running Balance\n"
                    + "C1,15-10-2026,-1000.00,EUR,Card,,9000.00\n"
            ),
        ])
    func statements(_ name: String, _ text: String) throws { #expect(try source(name, text) == nil) }

    @Test func `a contract without an interval is no cost, and its name says what it is`() throws {
        let inbox = TemporaryInbox(["contracts.csv": "Customer,Start Date,End Date,Amount\nAcme,2026-01-01,2026-12-31,12000\n"])
        let error = try #require(inbox.failure())
        #expect(error.code == "missing-column" && error.message.contains("`interval`"), "\(error)")
    }

    @Test func `costs that name customers and say what they are stay costs`() throws {
        #expect(try source("x.csv", "Date,Client,Campaign,Clicks,Amount\n2026-10-01,Acme,Search,3,10\n") == .spend)
        #expect(try source("spend.csv", "Date,Customer,Amount\n2026-10-01,Acme,10\n") == .spend)
    }

    @Test func `a report of deals without ids is of deals, whatever its file is called`() throws {
        let text =
            "Opportunity Name,Account Name,Stage,Amount,Close Date,Created Date\nA,Acme,Closed Won,1200,10/15/2026,10/1/2026\n"
        #expect(try source("report1731.csv", text) == .opportunities)
    }

    @Test func `costs are of what their account is called, not of its number`() throws {
        let names = try TemporaryInbox.result(
            "Date,Account,Account Name,Debit,Credit\n2026-10-02,6000,Advertising,1234.56,\n2026-10-04,6100,Sales commissions,10,\n",
            name: "ledger.csv")
        #expect(names.costs == ["2026-10-02 2026-10-02 123456 marketing", "2026-10-04 2026-10-04 1000 sales"])
        let german = try TemporaryInbox.result(
            "Buchungsdatum;Konto;Kontobezeichnung;Soll;Haben\n24.10.2026;4600;Werbekosten;1.234,56;\n", name: "Kosten.csv")
        #expect(german.costs == ["2026-10-24 2026-10-24 123456 marketing"])
    }

    @Test func `an interval of so many months, and one in days`() throws {
        let paddle = try TemporaryInbox.result(
            "subscription_id,customer_id,status,billing_interval,billing_frequency,unit_price,quantity,started_at\n"
                + "s1,c1,active,month,3,29.00,2,2026-03-01T10:00:00Z\n", name: "subscriptions.csv")
        #expect(paddle.terms == ["s1 c1 2026-03-01 \(Day.distantFuture) 23200"])
        let days = TemporaryInbox(["subs.csv": "Customer ID,Start Date,Amount,Billing Period (days)\nC1,2026-01-01,100,30\n"])
        #expect(days.failure()?.code == "missing-column")
    }

    @Test func `amounts in the company's currency are not converted again`() throws {
        let deals =
            "Record ID,Deal Name,Deal Stage,Close Date,Create Date,Amount in company currency,Currency\n1,A,Closed Won,2026-10-05,2026-10-01,1100,EUR\n"
        let result = try TemporaryInbox(["deals.csv": deals, "fx_rates.csv": "currency,rate\nEUR,1.1\n"]).intake()
        #expect(
            result.facts.deals?.rows.amounts.map(Array.init) == [110000] && !result.codes.contains("unread-currency"))
    }

    @Test func `the currency of a converted amount is no amount`() throws {
        let deals =
            "Opportunity ID,Stage,Close Date,Created Date,Amount (converted) Currency,Amount (converted)\n1,Closed Won,10/15/2026,10/1/2026,USD,1100\n"
        #expect(try TemporaryInbox.result(deals, name: "deals.csv").facts.deals?.rows.amounts.map(Array.init) == [110000])
    }

    @Test func `rates of other pairs do not count`() throws {
        let deals =
            "Opportunity ID,Stage,Close Date,Created Date,Currency,Amount\n1,Closed Won,10/15/2026,10/1/2026,EUR,1000\n2,Closed Won,10/15/2026,10/1/2026,GBP,1000\n"
        let rates = "From,To,Rate\nEUR,USD,1.10\nEUR,GBP,0.85\nGBP,USD,1.30\nGBP,EUR,1.18\n"
        let result = try TemporaryInbox(["deals.csv": deals, "fx_rates.csv": rates]).intake()
        #expect(result.facts.deals?.rows.amounts.map(Array.init) == [110000, 130000])
        let base = TemporaryInbox(["deals.csv": deals, "fx_rates.csv": "Base,Currency,Rate\nUSD,EUR,0.909\nUSD,GBP,0.77\n"])
        #expect(base.failure()?.code == "all-rejected")
    }

    @Test func `test answers do not count below a header of three rows`() throws {
        let text = """
            StartDate,EndDate,Status,RecordedDate,ResponseId,Q1
            Start Date,End Date,Response Type,Recorded Date,Response ID,How likely are you to recommend Acme to a friend?
            "{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}","{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}"
            2026-10-05 10:00:00,2026-10-05 10:02:00,IP Address,2026-10-05 10:02:01,R_1,10
            2026-10-06 10:00:00,2026-10-06 10:02:00,Survey Preview,2026-10-06 10:02:01,R_2,3

            """
        let result = try TemporaryInbox.result(text, name: "nps.csv")
        #expect(result.facts.surveys?.scores == [10] && result.codes.contains("trial-rows"))
    }

    @Test func `a second column of one name is told`() throws {
        let text = "日期,费用,日期,费用\n2026-10-01,10,2026-10-02,5\n"
        #expect(try TemporaryInbox.result(text, name: "spend.csv").findings.first { $0.kind == .duplicateColumn }?.count == 2)
    }

    @Test func `where a whole column is something else, nobody is told to mend a cell`() throws {
        let leads = "lead_id,created_at,amount\n" + (1...3).map { "L\($0),soon,5\n" }.joined()
        let hint = TemporaryInbox(["leads.csv": leads]).failure()?.hint ?? ""
        #expect(hint.contains("where all of `created_at` is written so") && !hint.contains("mend the cell"), "\(hint)")
    }
}
