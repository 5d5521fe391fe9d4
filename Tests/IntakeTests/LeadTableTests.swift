import Facts
import Languages
import Seeded
import Testing

@testable import Intake

/// The table of leads takes the cells that were read; nothing that is asked of them later may miss them.
struct LeadTableTests {
    private let one = """
        lead_id,created_at,first_response_at,won_at,lost_at,amount,segment
        L1,2026-01-02,2026-01-03,2026-02-01,,10,smb
        L2,2026-01-05,,,2026-02-02,20,Mid-market
        L3,2026-01-06,,,,,smb

        """

    private func summary(_ result: IntakeResult) -> [String] {
        guard let leads = result.facts.leads else { return [] }
        func day(_ column: StampColumn?, _ row: Int) -> String {
            guard let column else { return "-" }
            return column[row].isMissing ? "·" : column[row].day(in: .utc).description
        }
        return (0..<leads.count).map { row in
            ([leads.ids[row]] + leads.reached.map { day($0, row) } + [day(leads.responded, row), day(leads.lost, row)]
                + [
                    leads.amounts.map { $0[row] == Leads.noAmount ? "·" : String($0[row]) } ?? "-",
                    leads.members[0].map { result.facts.dimensions[0].members[$0[row]] } ?? "-",
                ]).joined(separator: " ")
        }
    }

    @Test func `a stage called as another column is both`() throws {
        let result = try TemporaryInbox(["leads.csv": one]).intake { $0.stages = ["lead", "first_response", "lost", "won"] }
        #expect(
            summary(result).first == "L1 2026-01-02 2026-01-03 · 2026-02-01 2026-01-03 · 1000 smb")
        #expect(summary(result)[1] == "L2 2026-01-05 · 2026-02-02 · · 2026-02-02 2000 Mid-market")
    }

    @Test func `rows of all files count the same whether or not some are replaced`() throws {
        let whole = try TemporaryInbox(["leads.csv": one]).intake()
        let parts = try TemporaryInbox([
            "leads-2026-01-31.csv": one.replacing("L2,2026-01-05,,,2026-02-02,20", with: "L2,2026-01-04,,,,5"),
            "leads-2026-02-28.csv": one.split(separator: "\n")[0] + "\nL2,2026-01-05,,,2026-02-02,20,Mid-market\n",
        ]).intake()
        #expect(summary(parts).sorted() == summary(whole).sorted())
        #expect(parts.files.map(\.replaced) == [1, 0])
        #expect(parts.newestEvents[.leads] == whole.newestEvents[.leads])
    }

    /// The rows of some files, newest last, come to the same as one file with the rows that count: a second computation by a dictionary.
    @Test(arguments: UInt64(1)...12)
    func `files that replace rows of one another come to the rows that are left`(seed: UInt64) throws {
        var random = Seeded(seed)
        let ids = Int.random(in: 1...40, using: &random)
        var (files, last): ([String: String], [String: (place: Int, row: String)]) = ([:], [:])
        let header = "lead_id,created_at,first_response_at,won_at,amount,currency,company,owner,customer_id,segment\n"
        let hasCurrency = seed % 4 == 0
        for file in 1...Int.random(in: 2...4, using: &random) {
            var rows = ""
            for _ in 0..<Int.random(in: 1...40, using: &random) {
                func day() -> String {
                    "2026-0\(Int.random(in: 1...6, using: &random))-1\(Int.random(in: 0...9, using: &random))"
                }
                let id = "L\(Int.random(in: 0..<ids, using: &random))"
                let texts = (0..<4).map { _ in ["a", "b", "c", ""].randomElement(using: &random)! }
                let answered = Bool.random(using: &random) ? day() + " 10:00:00" : ""
                let row =
                    "\(id),\(day()) 08:30:00,\(answered),\(Bool.random(using: &random) ? day() : ""),"
                    + "\(Int.random(in: 1...900, using: &random)).50,\(hasCurrency ? "USD" : ""),\(texts.joined(separator: ","))\n"
                rows += row
                last[id] = (last.count + rows.count + file * 1_000_000, row)
            }
            files["leads-2026-0\(file)-28.csv"] = header + rows
        }
        let deals = "opportunity_id,created_at,lead_id,amount\nD1,2026-05-05,L0,70\nD2,2026-05-06,,80\n"
        let left = header + last.values.sorted { $0.place < $1.place }.map(\.row).joined()
        for further in [[:], ["opportunities.csv": deals], ["customers.csv": "customer_id,segment\na,smb\n"]] {
            func result(_ leads: [String: String]) throws -> IntakeResult {
                let inbox = TemporaryInbox()
                for (name, text) in leads.merging(further, uniquingKeysWith: { $1 }) { inbox.write(name, text) }
                return try inbox.intake {
                    $0.dimensions = [["segment"], ["company", "owner"], ["customer_id", "segment"]][Int(seed % 3)]
                    $0.asOf = Day("2026-05-15")!
                    // A gate that holds keeps the cells of all rows.
                    if seed % 5 == 0 {
                        $0.rules[.leads] = SourceRules()
                        $0.rules[.leads]?.ranges = ["created_at": .days(nil, Day("2027-01-01"))]
                    }
                }
            }
            let (parts, whole) = (try result(files), try result(["leads-2026-04-28.csv": left]))
            func told(_ result: IntakeResult) -> [String] {
                guard let leads = result.facts.leads else { return [] }
                return summary(result).indices.map { row in
                    let codes = leads.members.enumerated().map { place, column in
                        column.map { result.facts.dimensions[place].members[$0[row]] } ?? "-"
                    }
                    let owner = leads.owners.map { result.facts.leadOwners[$0[row]] } ?? "-"
                    let customer = leads.customers.map { result.facts.customerIDs[$0[row]] } ?? "-"
                    return summary(result)[row] + " \(codes) \(owner) \(customer)"
                }.sorted()
            }
            #expect(told(parts) == told(whole))
            #expect(parts.newestEvents[.leads] == whole.newestEvents[.leads])
            #expect(parts.files.reduce(0) { $0 + $1.facts } == whole.files.reduce(0) { $0 + $1.facts })
            func alone(_ result: IntakeResult) -> [Bool]? { result.facts.deals?.leads.map { $0 == Deals.noLead } }
            #expect(alone(parts) == alone(whole))
        }
    }

    @Test func `a mended lead has its own cells, and so have those after it`() throws {
        let broken = one.replacing("L2,2026-01-05", with: "L2,someday")
        let inbox = TemporaryInbox(["leads-2026-02.csv": broken])
        inbox.write(
            "leads.csv",
            one.split(separator: "\n")[0] + ",gtm_file,gtm_line\n"
                + "L2,2026-01-05,,,2026-02-02,20,Mid-market,leads-2026-02.csv,3\n")
        #expect(try summary(inbox.intake()) == summary(TemporaryInbox(["leads.csv": one]).intake()))
    }

    @Test func `gates find the cells of leads that became their table`() throws {
        let inbox = TemporaryInbox(["leads.csv": one])
        func codes(_ change: @escaping (inout SourceRules) -> Void) -> [String] {
            let error = inbox.failure { settings in
                var rules = SourceRules()
                change(&rules)
                settings.rules[.leads] = rules
            }
            return error.map { [$0.code] } ?? []
        }
        #expect(codes { $0.unique = ["segment"] } == ["repeated-key"])
        #expect(codes { $0.unique = ["segment", "created_at"] } == [])
        let early = ValueRange.days(nil, Day("2026-01-05"))
        #expect(codes { $0.ranges = ["created_at": early] } == ["out-of-range"])
    }

    @Test(arguments: [
        ("2023-01-01 12:17:00", true), ("", true), ("-12.5 %", true), ("12h", false), ("一", false), ("Ａ", false),
        ("@[`{", true),
    ])
    func `what has no letter says nothing in words`(_ text: String, _ isLetterless: Bool) {
        #expect(text.isLetterless == isLetterless)
        if isLetterless { #expect(TotalWords.saying(text) == nil) }
    }

    @Test(arguments: [
        "Total", "totals", "SUM", "Σύνολο", "Grand totals (2 records)", "** Total **", "Sub-Total", "i alt", "Součet", "SOUČET",
        "Mezisoučet",
        "Yhteensä", "Total général", "合计", "总计（元）", "2件のキャンペーンの結果", "Results from 2 campaigns", "Résultats de 2 campagnes",
        "Ergebnisse von 3 Kampagnen", "Total 2026", "Łącznie", "Suma częściowa", "végösszeg", "2 Total", "Sum [3]",
        "（合计）", "【合计】", "— Total —", "📊 Total", "«Итого»", "・合計", "“Total”",
    ])
    func `at a glance nothing is missed that says outright that it is a total`(_ text: String) {
        #expect(TotalWords.saying(text) == .outright)
        for form in [text, text.uppercased(), text.lowercased(), "  \(text)", "\(text):"] {
            // As macOS writes accents, too.
            for written in [form, decomposed(form)]
            where TotalWords.saying(written) == .outright {
                var list = TextList()
                for cell in ["0b8f5d3c-9e1a", written, "cell"] { list.append(cell) }
                #expect(TotalWords.mayBe(list).contains(1), "\(written)")
            }
        }
    }

    private func decomposed(_ text: String) -> String {
        text.replacing("č", with: "c\u{30C}").replacing("Č", with: "C\u{30C}").replacing("é", with: "e\u{301}")
            .replacing("ä", with: "a\u{308}").replacing("ö", with: "o\u{308}")
    }

    @Test func `at a glance an id is no total`() {
        var random = Seeded(11)
        let digits = Array("0123456789abcdef")
        var list = TextList()
        for _ in 0..<5000 { list.append(String((0..<36).map { _ in digits[random.next(16)] })) }
        #expect(TotalWords.mayBe(list).isEmpty)
    }
}
