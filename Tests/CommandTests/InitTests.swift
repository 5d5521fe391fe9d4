import Facts
import Foundation
import Intake
import Languages
import Testing

@testable import Pipelines

@Suite struct InitTests {
    /// The sample company's exports, copied into a folder made by `gtm init`.
    private func made(_ more: [String] = []) throws -> Workspace {
        let place = try Workspace()
        let outcome = try Program.run(["init", "Sales & Co"] + more, in: place.folder, environment: ["TZ": "Europe/Berlin"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("Sales & Co/pipelines/weekly.yml\n"))
        return place
    }

    @Test(arguments: Language.allCases.map(\.rawValue))
    func `dropping exports in a new folder and running it gives a report`(_ locale: String) throws {
        let place = try made(["--locale", locale])
        try FileManager.default.removeItem(atPath: place.path("Sales & Co/inbox"))
        try FileManager.default.copyItem(
            atPath: Program.repository + "/sample-data/inbox", toPath: place.path("Sales & Co/inbox"))
        let outcome = try Program.run(["run", "Sales & Co/pipelines/weekly.yml", "--as-of", "2026-11-15"], in: place.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let page = try place.text("Sales & Co/reports/weekly/latest/report.html")
        #expect(page.contains("Sales &amp; Co") && page.contains("<html lang=\"\(locale)\""))
        for pipeline in ["monthly", "quarterly"] {
            let checked = try Program.run(
                ["check", "Sales & Co/pipelines/\(pipeline).yml", "--as-of", "2026-11-15"], in: place.folder)
            #expect(checked.status == 0, "\(checked.errors)")
        }
    }

    @Test(arguments: Language.allCases.map(\.rawValue))
    func `sources_yml and the pipelines explain every key, and each reads once it is switched on`(_ locale: String) throws {
        let place = try made(["--locale", locale])
        func switchedOn(_ name: String) throws -> String {
            try place.text("Sales & Co/pipelines/\(name)").split(separator: "\n").map { line in
                String(line.replacing(/^( *)# ( *[a-z_]+:( |$))/, with: { $0.output.1 + $0.output.2 }))
            }.joined(separator: "\n")
        }
        let rules = try SourcesFile.read(try switchedOn("sources.yml"), file: "sources.yml")
        let terms = try #require(rules[.subscriptions])
        #expect(terms.isRequired && terms.maxAge == 45 && terms.rows?.last == 5 && terms.headerRow == 1)
        #expect(rules[.surveys]?.scale == 10 && rules[.leads]?.lostStages.count == 1)
        let documented = try String(contentsOfFile: Program.repository + "/docs/configuration.md", encoding: .utf8)
            .components(separatedBy: "```yaml\n")[2].components(separatedBy: "```")[0]
        let explained = try switchedOn("sources.yml")
        for line in documented.split(separator: "\n") {
            guard let key = line.firstMatch(of: /^    ([a-z_]+):/)?.output.1 else { continue }
            #expect(explained.contains("    \(key):"), "\(key)")
        }
        try place.write(try switchedOn("weekly.yml"), "Sales & Co/pipelines/on.yml")
        try place.write("metrics: {}\n", "Sales & Co/pipelines/metrics.yml")
        let configuration = try Configuration.read(place.path("Sales & Co/pipelines/on.yml"))
        #expect(configuration.archiveTo != nil && configuration.zone.identifier == "Europe/Berlin")
        #expect(configuration.watch.textfile?.hasSuffix("gtm-weekly.prom") == true)
    }

    @Test func `nothing that is there is changed`() throws {
        let place = try Workspace()
        try place.write("mine\n", "x/pipelines/monthly.yml")
        let outcome = try Program.run(["init", "x"], in: place.folder)
        #expect(
            outcome.status == 73 && outcome.errors.contains("x/pipelines/monthly.yml is there already, and nothing was made"))
        #expect(try place.text("x/pipelines/monthly.yml") == "mine\n")
        #expect(!place.exists("x/inbox") && !place.exists("x/README.md"))
    }

    @Test(arguments: Language.allCases.map(\.rawValue))
    func `the templates of a plan are read as they are, each as its source`(_ locale: String) throws {
        let place = try made(["--locale", locale, "--with", "plan"])
        let names = ["targets", "actions", "initiatives", "value_map", "notes"]
        for name in names {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: place.path("Sales & Co/plan/\(name).csv")))
            #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]) && bytes.count { $0 == 10 } == 2, "\(name)")
            try place.write(String(decoding: bytes, as: UTF8.self), "Sales & Co/inbox/\(name).csv")
        }
        try place.write("customer_id,start_date,arr\nA,2020-01-01,100\n", "Sales & Co/inbox/subscriptions.csv")
        let outcome = try Program.run(["run", "Sales & Co/pipelines/quarterly.yml"], in: place.folder)
        let run = try place.text("Sales & Co/reports/quarterly/latest/run.json")
        #expect(outcome.status == 0 && !outcome.errors.contains("not"), "\(outcome.errors)")
        for name in names { #expect(run.contains("\"\(name)\""), "\(name)") }
    }

    @Test func `in a folder that was made before, the templates of a plan are added and nothing is changed`() throws {
        let place = try made()
        try place.write("mine\n", "Sales & Co/README.md")
        let outcome = try Program.run(["init", "Sales & Co", "--with", "plan"], in: place.folder)
        #expect(outcome.status == 0 && !outcome.output.contains("weekly.crontab"), "\(outcome.errors)")
        #expect(try place.text("Sales & Co/README.md") == "mine\n" && place.exists("Sales & Co/plan/actions.csv"))
        let again = try Program.run(["init", "Sales & Co", "--with", "plan"], in: place.folder)
        #expect(again.status == 73 && again.errors.contains("plan/targets.csv is there already"))
    }
}
