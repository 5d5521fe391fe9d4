import Facts
import Languages
import Testing

@testable import Intake

@Suite struct FindingLanguagesTests {
    private static func names(_ template: String) -> Set<String> {
        Set(
            template.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
                $0.split(separator: "}").first.map(String.init)
            })
    }

    private static let others = Language.allCases.filter { $0 != .en }

    @Test(arguments: FindingCode.allCases, others)
    func `every kind is said in every language, with values that it has`(_ code: FindingCode, _ language: Language) throws {
        let list = language.book.findings
        let message = try #require(list["findings.\(code.rawValue)"], "\(code.rawValue)")
        let said = (message: message, hint: list["findings.\(code.rawValue).hint"] ?? "")
        let words = code.words
        #expect(Self.names(said.message).isSubset(of: Self.names(words.message)), "\(code.rawValue)")
        #expect(Self.names(said.hint).isSubset(of: Self.names(words.message + words.hint)), "\(code.rawValue)")
        #expect(said.hint.isEmpty || !words.hint.isEmpty, "\(code.rawValue)")
        #expect(said.message != words.message || code == .rateUsed, "\(code.rawValue)")
        // Whatever the values are, they are found again.
        let names = Self.names(words.message + words.hint)
        let values = Dictionary(uniqueKeysWithValues: names.map { ($0, "v(\($0))" as any CustomStringConvertible) })
        let finding = Finding(code, file: "a.csv", line: 2, column: "x", values).naming("p/sources.yml")
        let text = try #require(finding.said(in: language))
        for name in Self.names(said.message) where !words.message.contains("}{") {
            #expect(text.message.contains("v(\(name))"), "\(code.rawValue): \(text.message)")
        }
        #expect(!(text.message + text.hint).contains("{"), "\(text)")
        #expect(!said.hint.contains("{sources.yml}") || text.hint.contains("p/sources.yml"), "\(text)")
    }

    @Test func `a cell that cannot be read is said with what it holds`() {
        let finding = Finding(.badMoney, file: "a.csv", line: 2, column: "x", ["found": "1{2}, found \"3", "or": ", or else"])
        #expect(finding.said(in: .zhHans)?.message == "应为 1234.50 这样的金额，实际是“1{2}, found \"3”")
        #expect(finding.said(in: .zhHans)?.hint == "请改正单元格")
    }

    @Test func `how deals joined leads is said in Chinese, part by part`() {
        let finding = Finding(
            .joinedDeals, file: "",
            [
                "joined": 4, "deals": 6, "means": " (3 by lead id, 1 by e-mail domain)",
                "rest": "; 2 joined none and count by themselves, 12.50 USD; 1 name leads that no file has", "todo": "x",
            ])
        #expect(
            finding.said(in: .zhHans)?.message
                == "6 笔商机中有 4 笔对应到线索（3 笔按线索编号，1 笔按邮箱域名）；2 笔没有对应的线索，单独计入，12.50 USD；1 笔所写的线索不在任何文件中")
        #expect(finding.said(in: .zhHans)?.hint == "请在商机导出中给出线索编号，或在线索导出中给出商机编号")
    }

    @Test func `what is said in other words stays as it is`() {
        #expect(Finding(.badMoney, file: "a.csv", message: "something else", hint: "").said(in: .zhHans) == nil)
    }

    @Test(arguments: others)
    func `no language says more kinds than there are`(_ language: Language) {
        let codes = FindingCode.allCases.flatMap { ["findings.\($0.rawValue)", "findings.\($0.rawValue).hint"] }
        #expect(language.book.findings.keys.isSubset(of: Set(codes + DealsWord.allCases.map(\.key))))
        #expect(DealsWord.allCases.allSatisfy { language.book.findings[$0.key] != nil })
    }
}
