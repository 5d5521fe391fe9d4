import Foundation
import Glibc
import Testing

@Suite struct RemakingTests {
    /// The files of a report, `run.json` aside, by name.
    private func report(_ folder: String, _ place: Workspace) throws -> [String: Data] {
        let path = URL(filePath: place.path(folder)).resolvingSymlinksInPath().path
        let names = try FileManager.default.subpathsOfDirectory(atPath: path)
        return try Dictionary(
            uniqueKeysWithValues: names.filter { $0.contains(".") && $0 != "run.json" }.map {
                ($0, try place.data("\(folder)/\($0)"))
            })
    }

    /// One week's exports: leads in a file of its own, the rest overwritten in place; last week's leads and surveys are taken away.
    private func drop(week: Int, _ place: Workspace) throws {
        let day = { (number: Int) in String(format: "2026-02-%02d", 7 * week + number + 2) }
        let leads = (0..<7).map { "L\(week)\($0),\(day($0)),\($0 % 2 == 0 ? day($0) : "")" }
        try place.write((["lead_id,created_at,mql_at"] + leads).joined(separator: "\n") + "\n", "inbox/leads \(day(6)).csv")
        let costs = (0..<7).map { "\(day($0)),\(week * 10 + $0)" }
        try place.write((["date,amount"] + costs).joined(separator: "\n") + "\n", "inbox/spend.csv")
        let terms = (0...week).map { "S\($0),C\($0),2026-01-\(10 + $0 * 2 - week),\(1_000 + 100 * $0)" }.suffix(2)
        try place.write(
            (["subscription_id,customer_id,start_date,arr"] + terms).joined(separator: "\n") + "\n", "inbox/subscriptions.csv")
        let scores = ["R\(week)a,\(day(1)),9", "R\(week)b,\(day(2)),44", "R\(week)c,\(day(2)),3"]
        try place.write((["response_id,responded_at,score"] + scores).joined(separator: "\n") + "\n", "inbox/nps \(week).csv")
        for name in ["nps \(week - 1).csv", "leads \(String(format: "2026-02-%02d", 7 * week + 1)).csv"]
        where place.exists("inbox/" + name) && week % 2 == 0 {
            try FileManager.default.removeItem(atPath: place.path("inbox/" + name))
        }
    }

    @Test func `each week's report is made again byte for byte after its exports were overwritten and removed`() throws {
        let place = try Workspace()
        try place.write("grain: week\nperiods: 3\ninbox: inbox\n", "p.yml")
        var made: [(asOf: String, known: String, period: String, report: [String: Data])] = []
        for week in 0..<3 {
            try drop(week: week, place)
            let asOf = String(format: "2026-02-%02d", 7 * week + 8)
            let outcome = try Program.run(["run", "p.yml", "--as-of", asOf, "--quiet"], in: place.folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let period = try FileManager.default.destinationOfSymbolicLink(atPath: place.path("reports/p/latest"))
            made.append((asOf, try place.knownAt(), period, try report("reports/p/" + period, place)))
        }
        #expect(Set(made.map(\.period)).count == 3)
        try FileManager.default.removeItem(atPath: place.path("inbox"))
        try place.write("date,amount\n2026-02-01,999999\n", "inbox/spend.csv")
        for (asOf, known, period, first) in made {
            let outcome = try Program.run(
                ["run", "p.yml", "--as-of", asOf, "--known-at", known, "--reports", "again", "--quiet"], in: place.folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let again = try report("again/p/" + period, place)
            #expect(again.keys.sorted() == first.keys.sorted())
            for (name, bytes) in first { #expect(again[name] == bytes, "\(period) \(name)") }
            // In its own place it is no further edition.
            let there = try Program.run(["run", "p.yml", "--as-of", asOf, "--known-at", known, "--quiet"], in: place.folder)
            #expect(there.status == 0, "\(there.errors)")
        }
        let folders = try FileManager.default.contentsOfDirectory(atPath: place.path("reports/p")).sorted()
        #expect(folders == made.map(\.period).sorted() + ["inbox.html", "latest"])
    }

    @Test func `a report that comes out otherwise is an edition beside the first, and latest points at it`() throws {
        let place = try Workspace.company()
        let run = ["run", "p.yml", "--as-of", "2026-04-10"]
        #expect(try Program.run(run, in: place.folder).output.hasPrefix("reports/p/2026-03/report.xlsx"))
        let first = try report("reports/p/2026-03", place)
        try place.write("date,amount,category\n2026-03-09,5,sales\n", "inbox/more spend.csv")
        #expect(try Program.run(run, in: place.folder).output.hasPrefix("reports/p/2026-03.2/report.xlsx"))
        #expect(try Program.run(run, in: place.folder).output.hasPrefix("reports/p/2026-03.2/report.xlsx"))
        #expect(try report("reports/p/2026-03", place) == first)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: place.path("reports/p/latest")) == "2026-03.2")
        #expect(try Program.run(run + ["--period", "2026-02"], in: place.folder).output.hasPrefix("reports/p/2026-02/"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: place.path("reports/p/latest")) == "2026-03.2")
        try place.write("date,amount,category\n2026-03-09,6,sales\n", "inbox/even more spend.csv")
        #expect(try Program.run(run + ["--replace"], in: place.folder).output.hasPrefix("reports/p/2026-03.2/report.xlsx"))
        let names = try FileManager.default.contentsOfDirectory(atPath: place.path("reports/p")).sorted()
        #expect(names == ["2026-02", "2026-03", "2026-03.2", "inbox.html", "latest"])
    }

    @Test func `killed at any moment the last report is whole, and the next runs give what undisturbed ones do`() throws {
        func weeks(disturbed: Bool) throws -> [[String: Data]] {
            let place = try Workspace()
            try place.write("grain: week\nperiods: 3\ninbox: inbox\n", "p.yml")
            var reports: [[String: Data]] = []
            for week in 0..<2 {
                try drop(week: week, place)
                let run = ["run", "p.yml", "--as-of", String(format: "2026-02-%02d", 7 * week + 8), "--quiet"]
                for moment in 0..<(disturbed ? 10 : 0) {
                    try Program.kill(run, after: Double(moment) * 0.06 + Double.random(in: 0...0.06), in: place.folder)
                    guard place.exists("reports/p/latest") else { continue }
                    let names = try report("reports/p/latest", place).keys
                    #expect(names.contains("report.xlsx") && names.contains("metrics.csv"))
                    _ = try place.knownAt()
                }
                let outcome = try Program.run(run, in: place.folder)
                #expect(outcome.status == 0, "\(outcome.errors)")
                reports.append(try report("reports/p/latest", place))
            }
            return reports
        }
        #expect(try weeks(disturbed: true) == weeks(disturbed: false))
    }
}

extension Program {
    /// Runs it and kills it after some seconds, if it has not ended.
    static func kill(_ arguments: [String], after seconds: Double, in folder: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        usleep(UInt32(seconds * 1_000_000))
        if process.isRunning { Glibc.kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }
}
