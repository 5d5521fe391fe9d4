import Facts
import Languages
import Seeded
import Testing

@testable import Intake

@Suite struct PropertyTests {
    /// Some files of a random company, with faults.
    static func company(_ seed: UInt64) -> [(name: String, header: String, rows: [String])] {
        var random = Seeded(seed)
        func day(_ random: inout Seeded) -> String {
            (Day("2024-01-01")! + Int.random(in: 0..<1100, using: &random)).description
        }
        func broken(_ text: String, _ random: inout Seeded) -> String {
            Int.random(in: 0..<40, using: &random) == 0
                ? ["", "abc", "-", "2026-02-31", "99x"].randomElement(using: &random)! : text
        }
        var files: [(String, String, [String])] = []
        for month in ["2026-09", "2026-10", "2026-11"] {
            var subscriptions: [String] = []
            for _ in 0..<40 {
                let (a, b) = (day(&random), day(&random))
                subscriptions.append(
                    [
                        "S\(Int.random(in: 0..<30, using: &random))", "C\(Int.random(in: 0..<20, using: &random))", min(a, b),
                        Bool.random(using: &random) ? max(a, b) : "",
                        broken("\(Int.random(in: 0..<9999, using: &random)).5", &random),
                        ["", "EUR", "USD", "XTS"].randomElement(using: &random)!,
                        ["active", "trial", "churned"].randomElement(using: &random)!,
                    ].joined(separator: ","))
            }
            files.append(
                (
                    "subscriptions-\(month).csv", "subscription_id,customer_id,start_date,end_date,arr,currency,status",
                    subscriptions
                ))
            let spend = (0..<60).map { _ in
                [
                    broken(day(&random), &random), broken("\(Int.random(in: -5..<50, using: &random))", &random),
                    ["sales", "marketing", ""].randomElement(using: &random)!,
                ].joined(separator: ",")
            }
            files.append(("spend-\(month).csv", "date,amount,category", spend))
            let leads = (0..<60).map { _ in
                [
                    broken("L\(Int.random(in: 0..<80, using: &random))", &random), broken(day(&random), &random),
                    Bool.random(using: &random) ? day(&random) : "", ["smb", "big", ""].randomElement(using: &random)!,
                ].joined(separator: ",")
            }
            files.append(("leads-\(month).csv", "lead_id,created_at,won_at,segment", leads))
        }
        files.append(("fx_rates.csv", "currency,rate", ["EUR,1.17"]))
        return files
    }

    private func settle(_ settings: inout IntakeSettings) { settings.maxRejected = 1 }

    @Test(arguments: 1...20)
    func `each row becomes a fact, is replaced, rejected or excluded`(_ seed: Int) throws {
        let inbox = TemporaryInbox()
        let files = Self.company(UInt64(seed))
        for (name, header, rows) in files { inbox.write(name, ([header] + rows).joined(separator: "\n")) }
        let result = try inbox.intake(settle)
        for (name, _, rows) in files {
            let report = result.report(name)
            #expect(report.rows == rows.count)
            #expect(report.rows == report.facts + report.replaced + report.rejected + report.excluded)
        }
        #expect(result.rejected.reduce(0) { $0 + $1.rows.count } == result.files.reduce(0) { $0 + $1.rejected })
        let counted = result.files.reduce(0) { $0 + $1.facts } - 1
        #expect(
            counted == (result.facts.terms?.count ?? 0) + (result.facts.spend?.count ?? 0) + (result.facts.leads?.count ?? 0))
    }

    @Test(arguments: 1...10)
    func `neither the order of files nor the number of workers changes anything`(_ seed: Int) throws {
        let inbox = TemporaryInbox()
        for (name, header, rows) in Self.company(UInt64(seed)) { inbox.write(name, ([header] + rows).joined(separator: "\n")) }
        let first = try inbox.intake(settle)
        var random = Seeded(UInt64(seed))
        let (files, settings) = try inbox.reading {
            settle(&$0)
            $0.workers = 4
        }
        let second = try assemble(files.shuffled(using: &random), settings: settings)
        #expect(first.terms == second.terms && first.costs == second.costs && first.leads == second.leads)
        #expect(first.files == second.files && first.findings == second.findings && first.rejected == second.rejected)
        #expect(first.facts.customerIDs.texts == second.facts.customerIDs.texts)
    }

    @Test(arguments: 1...10)
    func `rows in another order give the same facts where no key stands twice in a file`(_ seed: Int) throws {
        var random = Seeded(UInt64(seed) &* 77)
        let (inbox, shuffled) = (TemporaryInbox(), TemporaryInbox())
        for (name, header, rows) in Self.company(UInt64(seed)) {
            var seen: Set<Substring> = []
            let unique = name.hasPrefix("spend") ? rows : rows.filter { seen.insert($0.prefix { $0 != "," }).inserted }
            inbox.write(name, ([header] + unique).joined(separator: "\n"))
            shuffled.write(name, ([header] + unique.shuffled(using: &random)).joined(separator: "\n"))
        }
        let (first, second) = (try inbox.intake(settle), try shuffled.intake(settle))
        #expect(first.terms == second.terms && first.costs == second.costs && first.leads == second.leads)
    }

    @Test func `the pool of bytes gives each text one code`() {
        var (pool, codes): (BytePool, [String: UInt32]) = (BytePool(), ["": 0])
        var random = Seeded(5)
        for _ in 0..<20_000 {
            let text =
                "x\(Int.random(in: 0..<3000, using: &random))" + (Bool.random(using: &random) ? "" : "-long-tail-of-text")
            let code = pool.code(text)
            #expect(codes[text, default: code] == code)
            codes[text] = code
        }
        for (text, code) in codes { #expect(pool.text(code) == text) }
        var other = BytePool()
        _ = other.code("y")
        let map = other.merge(pool)
        for code in 0..<UInt32(pool.count) { #expect(other.text(map[Int(code)]) == pool.text(code)) }
    }

    @Test func `SHA-256 is that of the standard`() throws {
        let inbox = TemporaryInbox(["a.csv": "abc"])
        let file = try #require(collect(inbox: inbox.path).first)
        #expect(file.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
