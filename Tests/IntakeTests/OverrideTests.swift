import CSV
import Facts
import Testing

@testable import Intake

@Suite struct OverrideTests {
    private func rejected(_ inbox: TemporaryInbox, _ change: @escaping (inout SourceRules) -> Void) throws -> [[String]] {
        let result = try inbox.intake { settings in
            settings.maxRejected = 1
            var rules = SourceRules()
            change(&rules)
            settings.rules[.spend] = rules
        }
        return result.rejected.flatMap(\.rows)
    }

    private func costs(_ inbox: TemporaryInbox, _ change: @escaping (inout SourceRules) -> Void) throws -> [String] {
        try inbox.intake { settings in
            settings.maxRejected = 1
            var rules = SourceRules()
            change(&rules)
            settings.rules[.spend] = rules
        }.costs
    }

    @Test func `a column's own decimal sign and date order go before the source's`() throws {
        let inbox = TemporaryInbox(["spend.csv": "date,end_date,amount\n03/04/2026,05/06/2026,\"1,234\"\n"])
        let costs = try costs(inbox) {
            $0.decimal = "."
            $0.decimals = ["amount": ","]
            $0.dateOrder = .dayFirst
            $0.dateOrders = ["date": .monthFirst]
        }
        #expect(costs == ["2026-03-04 2026-06-05 123 other"])
    }

    @Test func `quote, escape and header row overrule what is guessed`() throws {
        let inbox = TemporaryInbox([
            "spend.csv": "made,by,hand\n1,2,3\ndate,amount,vendor\n2026-01-02,5,'a \\' b, c'\n2026-01-03,6,d\n"
        ])
        let costs = try costs(inbox) {
            $0.headerRow = 3
            $0.quote = .character(39)
            $0.escape = .backslash
        }
        #expect(costs.count == 2)
        let bare = TemporaryInbox(["spend.csv": "2026-01-02,5\n2026-01-03,6\n"])
        let unnamed = try self.costs(bare) {
            $0.headerRow = 0
            $0.aliases = ["date": ["column_1"], "amount": ["column_2"]]
        }
        #expect(unnamed.count == 2)
    }

    @Test func `a header row past the end of a file is told`() throws {
        let inbox = TemporaryInbox(["spend.csv": "date,amount,vendor\n2026-01-02,5,a\n2026-01-03,6,b\n"])
        for (row, codes) in [(1, []), (50, ["header-row-missing"])] as [(Int, [String])] {
            let findings = try inbox.intake { settings in
                settings.maxRejected = 1
                settings.rules[.spend] = SourceRules()
                settings.rules[.spend]?.headerRow = row
            }.findings.filter { $0.severity == .warning }.map(\.code)
            #expect(findings == codes)
        }
    }

    @Test(arguments: [
        ("date,amount\n2026-01-01,1.5\n2026-01-02,2.5\n2026-01-03,\"3,5\"\n", "{amount: comma}"),
        ("date,amount\n13/1/2026,1\n14/1/2026,2\n1/15/2026,3\n", "{date: month_first}"),
    ])
    func `a cell that another setting would read says which`(_ file: String, _ setting: String) throws {
        let rows = try rejected(TemporaryInbox(["spend.csv": file])) { _ in }
        #expect(rows.count == 1)
        #expect(rows[0].last!.contains("mend the cell, or set `") && rows[0].last!.contains(setting), "\(rows)")
    }

    @Test func `a cell that no setting would read is to be mended`() throws {
        let rows = try rejected(TemporaryInbox(["spend.csv": "date,amount\n2026-01-01,1.5\n2026-02-30,2\n2026-01-02,abc\n"])) {
            _ in
        }
        #expect(rows.count == 2 && rows.allSatisfy { $0.last!.hasSuffix(": mend the cell") })
    }
}
