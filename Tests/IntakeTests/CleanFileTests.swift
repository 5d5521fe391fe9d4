import Facts
import Glibc
import Seeded
import Testing

@testable import Intake

/// How the exports of one place write numbers and dates.
private struct Custom: Sendable {
    var locale: String
    var currency: String
    var group: String
    var decimal: String
    /// Marks of money, to stand before or after a number.
    var before: [String]
    var after: [String]
    /// `y`, `m`, `d` (and `M`, `D` of at least two digits) in a date; `H`, `N` (minutes), `S`, `h` (12 hours), `p` in a stamp.
    var date: String
    var stamp: String
    var flags: (yes: String, no: String)

    static let all = [
        Custom(
            locale: "en", currency: "USD", group: ",", decimal: ".", before: ["", "$", "USD "], after: [""], date: "M/D/y",
            stamp: "m/d/y h:N p", flags: ("Yes", "No")),
        Custom(
            locale: "de", currency: "EUR", group: ".", decimal: ",", before: [""], after: ["", " €", " EUR"], date: "D.M.y",
            stamp: "D.M.y H:N", flags: ("true", "false")),
        Custom(
            locale: "fr", currency: "EUR", group: " ", decimal: ",", before: [""], after: ["", " €"], date: "y-M-D",
            stamp: "y-M-DTH:N:S", flags: ("y", "n")),
        Custom(
            locale: "fr", currency: "EUR", group: "\u{A0}", decimal: ",", before: [""], after: [""], date: "D/M/y",
            stamp: "D/M/y H:N:S", flags: ("1", "0")),
        Custom(
            locale: "de-CH", currency: "CHF", group: "'", decimal: ".", before: ["", "CHF "], after: [""], date: "d.m.y",
            stamp: "d.m.y H:N", flags: ("TRUE", "FALSE")),
        Custom(
            locale: "zh-Hans", currency: "CNY", group: ",", decimal: ".", before: ["", "¥", "￥"], after: ["", "元"],
            date: "y/m/d", stamp: "y/m/d H:N", flags: ("是", "否")),
    ]

    func amount(cents: Int, _ random: inout Seeded) -> String {
        before.randomElement(using: &random)! + number(cents, decimals: 2) + after.randomElement(using: &random)!
    }

    /// A whole number of tenths, hundredths and so on.
    func number(_ value: Int, decimals: Int) -> String {
        let power = decimals == 2 ? 100 : 10
        var whole = Array(String(abs(value) / power))
        for at in stride(from: whole.count - 3, to: 0, by: -3) { whole.insert(contentsOf: group, at: at) }
        let rest = String(abs(value) % power)
        return (value < 0 ? "-" : "") + String(whole) + decimal + String(repeating: "0", count: decimals - rest.count) + rest
    }

    func spell(_ form: String, _ day: Day, minutes: Int = 0) -> String {
        let (year, month, date) = day.civil
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return form.map { part in
            switch part {
            case "y": "\(year)"
            case "m": "\(month)"
            case "M": two(month)
            case "d": "\(date)"
            case "D": two(date)
            case "H": two(minutes / 60)
            case "h": "\((minutes / 60 + 11) % 12 + 1)"
            case "N": two(minutes % 60)
            case "S": "00"
            case "p": minutes < 720 ? "AM" : "PM"
            default: String(part)
            }
        }.joined()
    }
}

/// An encoding, and texts that are written in it.
private struct Script: Sendable {
    /// The name for the system's converter.
    var encoding: String
    var mark: [UInt8] = []
    var texts: [String]

    static let western = [
        "Müller GmbH", "Señor López", "Café Zoé", "Crème brûlée", "São Paulo", "Ångström AB", "Größe, Übermaß", "l'Été",
        "naïve", "Weiß & Söhne",
    ]
    static let simplified = ["深圳市华强科技有限公司", "王小明", "上海", "客户", "合同, 续签", "欧阳锋", "企业版", "李"]
    static let traditional = ["臺北市聯華電子股份有限公司", "陳美玲", "香港", "客戶", "續約, 業務", "歐陽鋒", "新竹"]
    static let japanese = ["株式会社サクラ商事", "田中 ひろし", "東京", "カタカナ", "契約, 更新", "渡辺", "横浜市"]

    static let all = [
        Script(encoding: "UTF-8", texts: western + simplified + japanese),
        Script(encoding: "UTF-8", mark: [0xEF, 0xBB, 0xBF], texts: traditional),
        Script(encoding: "UTF-16LE", mark: [0xFF, 0xFE], texts: simplified), Script(encoding: "UTF-16LE", texts: western),
        Script(encoding: "UTF-16BE", texts: japanese), Script(encoding: "UTF-16BE", mark: [0xFE, 0xFF], texts: traditional),
        Script(encoding: "WINDOWS-1252", texts: western), Script(encoding: "GB18030", texts: simplified),
        Script(encoding: "CP950", texts: traditional), Script(encoding: "CP932", texts: japanese),
    ]
}

/// Clean files of any encoding, delimiter and custom, of few and many rows: each value comes out of the intake right.
@Suite struct CleanFileTests {
    private static let plain = [
        "Acme Ltd", "Globex", "O'Brien", "Smith & Co", "said \"hi\"", "two\nlines", "a; b", "x|y", "ok",
    ]

    @Test(arguments: 0..<5)
    func `in each delimiter and way to write numbers and dates, each value is read right`(script: Int) throws {
        let script = Script.all[script]
        var random = Seeded(UInt64(script.texts.count * 31 + script.mark.count))
        for custom in Custom.all {
            for delimiter in [",", ";", "\t", "|", " ", ", "] {
                let rows = [1, 3, 3, 8, 30].randomElement(using: &random)!
                try check(script, custom, delimiter, rows: rows, &random)
            }
        }
    }

    private func check(_ script: Script, _ custom: Custom, _ delimiter: String, rows: Int, _ random: inout Seeded) throws {
        let inbox = TemporaryInbox()
        let share = [0.2, 1].randomElement(using: &random)!
        func text(_ random: inout Seeded) -> String {
            Double.random(in: 0..<1, using: &random) < share
                ? script.texts.randomElement(using: &random)! : Self.plain.randomElement(using: &random)!
        }
        func day(_ random: inout Seeded) -> Day { Day("2024-01-01")! + Int.random(in: 0..<900, using: &random) }
        var leads: [(cells: [String], words: String)] = []
        var actions: [(cells: [String], action: Action)] = []
        var initiatives: [(cells: [String], name: String, launch: Day, isNew: Bool)] = []
        for row in 0..<rows {
            let (created, won) = (day(&random), day(&random))
            let cents = Int.random(in: -50_000..<[90_000, 90_000_000].randomElement(using: &random)!, using: &random)
            let minutes = Int.random(in: 0..<1440, using: &random)
            leads.append(
                (
                    [
                        "L\(row)", text(&random), custom.spell(custom.stamp, created, minutes: minutes),
                        custom.spell(custom.stamp, won), custom.amount(cents: cents, &random),
                    ], "L\(row) \(created) \(won) \(cents)"
                ))
            var action = Action(department: text(&random), task: text(&random), due: day(&random))
            action.id = "A\(row)"
            let tenths = Int.random(in: 0...1000, using: &random)
            action.progress = ExactDecimal(digits: Int64(tenths), scale: 3)
            let percent = custom.number(tenths, decimals: 1) + "%"
            actions.append(
                ([action.id, action.department, action.task, custom.spell(custom.date, action.due!), percent], action))
            let (name, launch, isNew) = (text(&random), day(&random), Bool.random(using: &random))
            initiatives.append(
                (
                    ["I\(row)", name, custom.spell(custom.date, launch), isNew ? custom.flags.yes : custom.flags.no], name,
                    launch,
                    isNew
                ))
        }
        func write(_ name: String, _ header: [String], _ rows: [[String]]) -> Bool {
            guard let bytes = encoded(file([header] + rows, delimiter), script.encoding) else { return false }
            inbox.write(name, script.mark + bytes)
            return true
        }
        let isWritten =
            write("leads.csv", ["lead_id", "company", "created_at", "won_at", "amount"], leads.map(\.cells))
            && write("actions.csv", ["action_id", "department", "task", "due_date", "percent"], actions.map(\.cells))
            && write("initiatives.csv", ["initiative_id", "name", "launch_date", "new_customers"], initiatives.map(\.cells))
        // Not every mark can be written in every encoding.
        guard isWritten else { return }
        let result = try inbox.intake {
            $0.locale = custom.locale
            $0.currency = Currency(custom.currency)
        }
        let what: Comment = "\(script.encoding) \(script.mark) \(delimiter) \(custom.locale) \(custom.date), \(rows) rows"
        #expect(result.rejected.isEmpty, what)
        let found = result.facts.leads.map { table in
            (0..<table.count).map { row in
                "\(table.ids[row]) \(table.reached[0]![row].day(in: .utc)) \(table.reached.last!![row].day(in: .utc)) \(table.amounts![row])"
            }
        }
        #expect(found?.sorted() == leads.map(\.words).sorted(), what)
        #expect(Set(result.facts.actions) == Set(actions.map(\.action)), what)
        for (wanted, got) in zip(
            initiatives.sorted { $0.cells[0] < $1.cells[0] }, result.facts.initiatives.sorted { $0.id < $1.id })
        {
            #expect(got.name == wanted.name, what)
            #expect(got.launch == wanted.launch, what)
            #expect(got.flags["new_customers"] == wanted.isNew, what)
        }
    }

    /// The rows as a correct writer writes them.
    private func file(_ rows: [[String]], _ delimiter: String) -> String {
        rows.map { row in
            row.map { cell in
                let isSpecial =
                    cell.contains(delimiter.first!) || cell.contains("\"") || cell.contains("\n")
                    || cell.isEmpty && delimiter == " "
                return isSpecial
                    ? "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
                    : cell
            }.joined(separator: delimiter) + "\r\n"
        }.joined()
    }
}
