import Foundation
import Intake
import Testing

@Suite struct FindingsPageTests {
    private static let page = Program.repository + "/docs/findings.md"

    /// The page as the catalogue has it. `WRITE_DOCS=1 swift test --filter FindingsPageTests` writes it anew.
    private var expected: String {
        var text = """
            # What `gtm` finds in the data

            A finding says what was found, where, and what to do; the run goes on. It is told once a kind and file, with how often and the
            first three places: on standard error (warnings), by `gtm check` and `gtm preview` (all), in the report's section *Data*, and in
            `run.json`. Rows that cannot be used are in `rejected/SOURCE.csv` with the same codes.

            """
        for (title, codes) in FindingCode.chapters {
            text += "\n## \(title)\n\n| code | | what it means |\n| --- | --- | --- |\n"
            for code in codes {
                let about = code.words.about.replacing("|", with: "\\|")
                text += "| `\(code.rawValue)` | \(code.words.severity.rawValue) | \(about) |\n"
            }
        }
        return text
    }

    @Test func `the guide has a paragraph on each finding, and on no other`() throws {
        if ProcessInfo.processInfo.environment["WRITE_DOCS"] != nil {
            try expected.write(toFile: Self.page, atomically: true, encoding: .utf8)
        }
        let page = try String(contentsOfFile: Self.page, encoding: .utf8)
        #expect(page == expected, "renew the page: WRITE_DOCS=1 swift test --filter FindingsPageTests")
        #expect(FindingCode.chapters.flatMap(\.codes).count == FindingCode.allCases.count)
    }

    @Test func `each finding's words are whole: a message, a paragraph, and places for values that close`() {
        for code in FindingCode.allCases {
            let words = code.words
            #expect(!words.message.isEmpty && !words.message.hasSuffix(".") && words.about.hasSuffix("."), "\(code)")
            for text in [words.message, words.hint] {
                #expect(text.count { $0 == "{" } == text.count { $0 == "}" }, "\(code)")
            }
        }
    }
}
