import Facts
import Foundation
import Intake
import Metrics
import Pipelines
import Testing

@Suite struct DocumentationTests {
    private func blocks(_ language: String, of page: String) throws -> [String] {
        let text = try String(contentsOfFile: Program.repository + "/" + page, encoding: .utf8)
        return text.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
    }

    @Test func `the guide's commands work on the sample company`() throws {
        let place = try Workspace()
        for name in ["pipelines", "sample-data"] {
            try FileManager.default.createSymbolicLink(
                atPath: place.path(name), withDestinationPath: Program.repository + "/" + name)
        }
        var count = 0
        for block in try blocks("sh", of: "docs/guide.md") {
            for line in block.split(separator: "\n") where line.hasPrefix("gtm ") {
                var arguments = line.split(separator: " ").dropFirst().map(String.init)
                if ["run", "check", "explain", "inputs", "status"].contains(arguments[0]) {
                    arguments += ["--state", place.path("state")]
                }
                if arguments[0] == "run" { arguments += ["--reports", place.path("reports")] }
                let outcome = try Program.run(arguments, in: place.folder)
                #expect(outcome.status == 0, "\(line): \(outcome.errors)")
                #expect(!outcome.output.isEmpty)
                count += 1
            }
        }
        #expect(count >= 7)
    }

    @Test func `the Chinese guide has the sections, commands, sources and statuses of the English one`() throws {
        let pages = try ["docs/guide.md", "docs/zh/guide.md"].map {
            try String(contentsOfFile: Program.repository + "/" + $0, encoding: .utf8)
        }
        func count(_ mark: String) -> [Int] { pages.map { page in page.split(separator: "\n").count { $0.hasPrefix(mark) } } }
        let sections = count("## ")
        #expect(sections[0] == sections[1], "\(sections)")
        #expect(try blocks("sh", of: "docs/guide.md") == blocks("sh", of: "docs/zh/guide.md"))
        for source in SourceName.allCases { #expect(pages.allSatisfy { $0.contains("| `\(source.rawValue)` |") }, "\(source)") }
        for status in [65, 66, 71, 74] { #expect(pages.allSatisfy { $0.contains("| \(status) |") }, "\(status)") }
    }

    @Test func `the guide's preview is what the program says`() throws {
        let place = try Workspace()
        try place.write(try blocks("csv", of: "docs/guide.md")[0], "spend.csv")
        let output = try Program.run(["preview", "spend.csv"], in: place.folder).output
        for text in try blocks("text", of: "docs/guide.md") { #expect(output.contains(text), "\(text)in \(output)") }
    }

    @Test func `every documented key is one the program knows, and every example reads`() throws {
        let examples = try blocks("yaml", of: "docs/configuration.md")
        #expect(examples.count == 4)
        let place = try Workspace()
        try place.write(examples[0], "p.yml")
        let logo: [UInt8] = [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
        ]
        try Data(logo).write(to: URL(fileURLWithPath: place.path("logo.png")))
        try place.write("inbox: inbox\n" + examples[1], "audiences.yml")
        try place.write(examples[2], "sources.yml")
        try place.write(examples[3], "metrics.yml")
        _ = try Configuration.read(place.path("audiences.yml"))
        let configuration = try Configuration.read(place.path("p.yml"))
        #expect(configuration.company == "Sample Company")
        #expect(configuration.sources[.subscriptions]?.maxAge == 45)
        #expect(configuration.sources[.subscriptions]?.headerRow == 1)
        #expect(configuration.sources[.subscriptions]?.rows?.within == 0.5)
        #expect(configuration.sources[.subscriptions]?.action(.newExport) == .stop)
        #expect(configuration.catalogue["cost_per_lead"] != nil)
        #expect(configuration.catalogue["paid_search_cac"] != nil && configuration.catalogue["costs_without_sales"] == nil)
    }

    @Test func `the gates' table names every gate with what it usually does`() throws {
        let page = try String(contentsOfFile: Program.repository + "/docs/configuration.md", encoding: .utf8)
        for gate in Gate.allCases {
            let row = try #require(page.split(separator: "\n").first { $0.hasPrefix("| `\(gate.rawValue)` |") })
            #expect(row.contains("| \(gate.usual.rawValue) |"))
        }
    }

    @Test func `the delivery page's pipeline file reads`() throws {
        let place = try Workspace()
        try place.write(try blocks("yaml", of: "docs/delivery.md")[0], "p.yml")
        try FileManager.default.createDirectory(atPath: place.path("inbox"), withIntermediateDirectories: true)
        let outcome = try Program.run(["deliver", "p.yml", "--dry-run"], in: place.folder)
        #expect(outcome.status == 66 && outcome.errors.contains("nothing of p has been published yet"), "\(outcome.errors)")
    }

    @Test(arguments: [("README.md", "EUR"), ("README.zh.md", "CNY")])
    func `the readme's pipeline file reads`(_ page: String, _ currency: String) throws {
        let place = try Workspace()
        try place.write(try blocks("yaml", of: page)[0], "p.yml")
        #expect(try Configuration.read(place.path("p.yml")).currency.code == currency)
    }

    @Test func `the shipped pipelines read, and help is there for every command`() throws {
        for name in ["weekly", "monthly", "quarterly"] {
            #expect(try Configuration.read(Program.repository + "/pipelines/\(name).yml").pipeline == name)
        }
        for command in [
            [], ["run"], ["check"], ["preview"], ["metrics"], ["inputs"], ["inputs", "forget"], ["deliver"], ["status"],
            ["init"],
            ["schedule"], ["doctor"], ["prune"],
        ] {
            let outcome = try Program.run(command + ["--help"], in: "/")
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("USAGE: gtm"))
        }
    }

    @Test func `the readme names every folder of the sources and every exit status`() throws {
        let readme = try String(contentsOfFile: Program.repository + "/README.md", encoding: .utf8)
        #expect(readme.split(separator: "\n", omittingEmptySubsequences: false).count < 150)
        for name in ["CSV", "Facts", "Intake", "RollUps", "Metrics", "Reports", "State", "Deliveries", "Pipelines", "gtm"] {
            #expect(readme.contains("`Sources/\(name)`"))
        }
        let chinese = try String(contentsOfFile: Program.repository + "/README.zh.md", encoding: .utf8)
        for status in [0, 64, 65, 66, 69, 70, 71, 73, 74, 75, 78] {
            #expect(readme.contains("| \(status) |") && chinese.contains("| \(status) |"))
        }
    }
}
