import Foundation
import Pipelines
import Testing

@Suite struct OperationsPageTests {
    /// A part of the page: its title and its commands.
    private struct Section {
        var title: String
        var text: String
        var commands: String
    }

    private static func sections() throws -> [Section] {
        let page = try String(contentsOfFile: Program.repository + "/docs/operations.md", encoding: .utf8)
        return page.components(separatedBy: "\n## ").dropFirst().map { part in
            let blocks = part.components(separatedBy: "```sh\n").dropFirst()
            return Section(
                title: String(part.prefix { $0 != "\n" }), text: part,
                commands: blocks.compactMap { $0.components(separatedBy: "```").first }.joined())
        }
    }

    /// Runs commands in a folder as a person would: one that fails is the last.
    private func shell(_ commands: String, in folder: String) throws -> (status: Int32, output: String) {
        let outcome = try Program.start(
            "/bin/bash", ["-e", "-o", "pipefail", "-c", "gtm() { \"\(Program.path)\" \"$@\"; }\n" + commands], in: folder)
        return (outcome.status, outcome.output + outcome.errors)
    }

    @Test func `the operations guide's commands work in a company's folder, section by section`() throws {
        let place = try Workspace()
        let sections = try Self.sections()
        let backup = try #require(sections.first { $0.title == "Back-up" })
        let company = place.path("first/acme")
        try FileManager.default.createDirectory(atPath: company, withIntermediateDirectories: true)
        let start = """
            gtm init .
            printf 'subscription_id,customer_id,start_date,arr\\nS1,A,2026-01-01,1200\\nS2,B,2026-11-10,2400\\n' > inbox/subscriptions.csv
            printf 'date,amount\\n2026-11-02,3000\\n2026-11-09,100\\n' > inbox/spend-2026-11-15.csv
            printf 'lead_id,created_at\\nL1,2026-11-03\\nL2,2026-11-12\\n' > inbox/leads.csv
            printf 'response_id,responded_at,score\\nR1,2026-11-11,10\\n' > inbox/nps.csv
            gtm run pipelines/weekly.yml --as-of 2026-11-15 --quiet

            """
        let prepared = try shell(start + backup.commands, in: company)
        #expect(prepared.status == 0, "\(prepared.output)")
        var count = 0
        for section in sections where !section.commands.isEmpty && section.title != "Back-up" {
            let folder = place.path("section-\(count)")
            try FileManager.default.copyItem(atPath: place.path("first"), toPath: folder)
            let outcome = try shell(section.commands, in: folder + "/acme")
            #expect(outcome.status == 0, "\(section.title): \(outcome.output.suffix(2000))")
            count += 1
        }
        #expect(count >= 8)
        // What the sections promise: the same report from a restored, a moved and a remembered state, and from copies alone.
        let report = try place.data("first/acme/reports/weekly/latest/report.xlsx")
        let titles = sections.filter { !$0.commands.isEmpty && $0.title != "Back-up" }.map(\.title)
        for (title, path) in [
            ("Restoring", "acme/reports/weekly/latest"), ("Restoring", "backup/trial/weekly/latest"),
            ("Moving to another machine", "moved/reports/weekly/latest"), ("Upgrading", "backup/upgrade/weekly/latest"),
            ("Making an old report again", "backup/again/weekly/latest"),
        ] {
            let number = try #require(titles.firstIndex(of: title))
            #expect(try place.data("section-\(number)/\(path)/report.xlsx") == report, "\(title), \(path)")
            #expect(!place.exists("section-\(number)/acme/reports/weekly/2026-W46.2"), "\(title)")
        }
    }

    @Test func `the operations guide has a section for each exit status and a row for each kind of finding`() throws {
        let sections = try Self.sections()
        let statuses = try #require(sections.first { $0.title == "Exit statuses" }).text
        let titles = statuses.split(separator: "\n").filter { $0.hasPrefix("### ") }.joined(separator: " ")
        for status in [0, 64, 65, 66, 69, 70, 71, 73, 74, 75, 78, 130, 143] {
            #expect(titles.contains("\(status)"), "\(status)")
        }
        let findings = try String(contentsOfFile: Program.repository + "/docs/findings.md", encoding: .utf8)
        let rows = try #require(sections.first { $0.title == "Findings" }).text
        for line in findings.split(separator: "\n") where line.hasPrefix("## ") {
            let anchor = line.dropFirst(3).lowercased().filter { $0.isLetter || $0 == " " }.replacing(" ", with: "-")
            #expect(rows.contains("(findings.md#\(anchor))"), "\(anchor)")
        }
    }

    @Test func `links between the pages lead to headings that are there`() throws {
        let folder = Program.repository + "/docs/"
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix(".md") {
            let page = try String(contentsOfFile: folder + name, encoding: .utf8)
            for link in page.matches(of: /\]\(([a-z]*\.md)?(#[^)]+)?\)/) {
                let target = link.1.map(String.init) ?? name
                let text = try String(contentsOfFile: folder + target, encoding: .utf8)
                guard let anchor = link.2?.dropFirst() else { continue }
                let anchors = text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
                    line.drop { $0 == "#" }.dropFirst().lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
                        .replacing(" ", with: "-")
                }
                #expect(anchors.contains(String(anchor)), "\(name): \(target)#\(anchor)")
            }
        }
    }
}
