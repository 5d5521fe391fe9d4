import Facts
import Testing

@testable import Intake

/// Rates for more than one unit, and dates whose parts have columns of their own.
@Suite struct RateAndMonthTests {
    @Test(arguments: [
        ("Currency,Units,Rate", "JPY,100,0.6"), ("Currency,Unit,Rate", "JPY,100,0.6"), ("Currency,Amount,Rate", "JPY,1000,6"),
        ("币种,单位,汇率", "JPY,100,0.6"), ("Currency,Nominal,Rate", "JPY,1,0.006"), ("Währung,Einheit,Rate", "JPY,100,0.6"),
        ("Currency,Quantity,Exchange rate", "JPY,10000,60"), ("Currency,Rate (per 100)", "JPY,0.6"),
        ("Currency,Rate (100 units)", "JPY,0.6"),
        ("Currency,Rate", "JPY,0.006"), ("Currency,Units,Rate", "JPY,,0.006"),
    ])
    func `a rate for many units is that of one`(_ header: String, _ row: String) throws {
        let inbox = TemporaryInbox([
            "fx_rates.csv": "\(header)\n\(row)\n",
            "spend.csv": "date,amount,currency\n2026-10-01,10000,JPY\n2026-10-02,5,EUR\n",
        ])
        let result = try inbox.intake { $0.currency = Currency("EUR") }
        #expect(result.facts.spend?.amounts == [60_00, 5_00], "\(header): \(result.findings)")
    }

    @Test(arguments: ["JPY,7,0.6", "JPY,0,0.6", "JPY,-100,0.6", "JPY,many,0.6"])
    func `units that no bank quotes for are rejected`(_ row: String) throws {
        let inbox = TemporaryInbox([
            "fx_rates.csv": "Currency,Units,Rate\n\(row)\n",
            "spend.csv": "date,amount,currency\n2026-10-01,10000,JPY\n2026-10-02,5,EUR\n",
        ])
        let result = try inbox.intake {
            $0.currency = Currency("EUR")
            $0.maxRejected = 1
        }
        #expect(result.facts.spend?.amounts == [5_00])
        #expect(result.codes.contains("no-rate"))
    }

    @Test(arguments: [
        ("Year,Month,Amount", "2026,1,5\n2026,02,6\n2026,12,7"),
        ("Year,Month,Amount", "2026,Jan,5\n2026,February,6\n2026,Dec.,7"),
        ("年,月,金额", "2026,1,5\n2026,2,6\n2026,12,7"), ("年份,月份,金额", "2026年,1月,5\n2026年,2月,6\n2026年,12月,7"),
        ("Jahr,Monat,Betrag", "2026,Januar,5\n2026,Februar,6\n2026,Dezember,7"),
        ("Amount,Month,Year", "5,1,26\n6,2,26\n7,12,26"),
    ])
    func `year and month in columns of their own are a month`(_ header: String, _ rows: String) throws {
        let inbox = TemporaryInbox(["spend.csv": header + "\n" + rows + "\n"])
        let result = try inbox.intake()
        let costs = result.costs.map { $0.split(separator: " ").prefix(3).joined(separator: " ") }
        #expect(costs == ["2026-01-01 2026-01-31 500", "2026-02-01 2026-02-28 600", "2026-12-01 2026-12-31 700"])
    }

    @Test func `a date of its own goes before year and month, and a whole month before both`() throws {
        let dated = TemporaryInbox(["spend.csv": "date,year,month,amount\n2026-01-15,2026,1,5\n"])
        #expect(try dated.intake().costs.first?.hasPrefix("2026-01-15 2026-01-15") == true)
        let whole = TemporaryInbox(["spend.csv": "year,month,amount\n2026,2026-01,5\n2026,2026-02,6\n"])
        #expect(try whole.intake().costs.first?.hasPrefix("2026-01-01 2026-01-31") == true)
    }

    @Test func `a month that is none leaves its row aside`() throws {
        let inbox = TemporaryInbox(["arr_snapshots.csv": "customer_id,year,month,arr\nA,2026,1,5\nB,,2,6\n"])
        let result = try inbox.intake()
        #expect(result.report("arr_snapshots.csv").rejected == 1)
        #expect(result.codes == ["missing-required"])
    }
}
