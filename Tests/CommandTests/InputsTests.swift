import Foundation
import Languages
import Testing

@Suite struct InputsTests {
    private static let pipeline = "grain: month\nperiods: 3\ninbox: inbox\n"

    /// A company with a lead and two costs, published.
    private func company(_ more: String = "") throws -> Workspace {
        let place = try Workspace()
        try place.write(Self.pipeline + more, "p.yml")
        try place.write("lead_id,created_at\nL1,2026-03-01\nL2,2026-03-02\n", "inbox/leads.csv")
        try place.write("date,amount\n2026-03-05,100\n2026-03-06,50\n", "inbox/spend.csv")
        try run(place)
        return place
    }

    @discardableResult
    private func run(_ place: Workspace, _ arguments: [String] = []) throws -> Program.Outcome {
        let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-04-10"] + arguments, in: place.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome
    }

    private func remove(_ name: String, _ place: Workspace) throws {
        try FileManager.default.removeItem(atPath: place.path(name))
    }

    private func sha(_ file: String, _ place: Workspace) throws -> String {
        let list = try Program.run(["inputs", "p.yml"], in: place.folder).output
        let line = try #require(list.split(separator: "\n").first { $0.hasSuffix("  " + file) }, "\(list)")
        return String(line.split(separator: " ")[1])
    }

    @Test func `an export that was removed still counts, and the report says that it is no longer there`() throws {
        let place = try company()
        try remove("inbox/leads.csv", place)
        try run(place)
        #expect(try place.metric("leads", "2026-03") == "2")
        #expect(try place.text("reports/p/latest/report.html").contains("no longer in the inbox"))
        try remove("inbox/spend.csv", place)
        try run(place)
        #expect(try place.metric("leads", "2026-03") == "2")
        #expect(try place.metric("spend", "2026-03") == "150.00")
        let check = try Program.run(["check", "p.yml", "--as-of", "2026-04-10"], in: place.folder)
        #expect(check.status == 0 && check.output.hasPrefix("2 files, 4 rows"))
    }

    @Test func `costs that were removed and came again under another name are warned of until the next report`() throws {
        let place = try company()
        try remove("inbox/spend.csv", place)
        try place.write("date,amount\n2026-03-05,110\n", "inbox/corrected costs spend.csv")
        for _ in 0..<2 { #expect(try run(place).errors.contains("spend.csv: the file was removed from the inbox")) }
        #expect(try !Program.run(["run", "p.yml", "--as-of", "2026-04-11"], in: place.folder).errors.contains("removed-file"))
        #expect(try Program.run(["inputs", "forget", sha("spend.csv", place), "p.yml"], in: place.folder).status == 0)
        try run(place)
        #expect(try place.metric("spend", "2026-03") == "110.00")
    }

    @Test func `an export overwritten in place counts by its load rule: ids stay, costs give way`() throws {
        let place = try company()
        try place.write("lead_id,created_at,mql_at\nL2,2026-03-02,2026-03-03\nL3,2026-03-04,\n", "inbox/leads.csv")
        try place.write("date,amount\n2026-03-07,7\n", "inbox/spend.csv")
        try run(place)
        #expect(try place.metric("leads", "2026-03") == "3")
        #expect(try place.metric("mqls", "2026-03") == "1")
        #expect(try place.metric("spend", "2026-03") == "7.00")
    }

    @Test func `what was wrong in an overwritten file is told no more`() throws {
        let place = try company()
        try place.write(
            "response_id,responded_at,score\nR1,2026-03-01,10\nR2,2026-03-02,11\nR3,2026-03-02,8\n", "inbox/nps.csv")
        #expect(try run(place).errors.contains("bad-score"))
        try place.write("response_id,responded_at,score\nR1,2026-03-01,10\nR2,2026-03-02,1\nR3,2026-03-02,8\n", "inbox/nps.csv")
        #expect(try !run(place).errors.contains("bad-score"))
        #expect(!place.exists("reports/p/latest/rejected/nps.csv"))
        #expect(try place.metric("nps_responses", "2026-03") == "3")
    }

    @Test func `a file that stopped a run leaves no trace once it is mended`() throws {
        let place = try company()
        try place.write("lead_id,who\nL9,x\n", "inbox/leads-2026-04-01.csv")
        #expect(try Program.run(["run", "p.yml", "--as-of", "2026-04-10"], in: place.folder).status == 65)
        try place.write("lead_id,created_at\nL9,2026-03-31\n", "inbox/leads-2026-04-01.csv")
        try run(place)
        #expect(try place.metric("leads", "2026-03") == "3")
    }

    private func age(_ name: String, _ place: Workspace) throws {
        try place.setModified(name, 1_000_000_000)
    }

    @Test func `of files without a date in the name the one that was dropped later is newer, whatever its own time`() throws {
        let place = try company()
        try place.write("lead_id,created_at,mql_at\nL1,2026-03-01,2026-03-09\nL3,2026-03-02,\n", "inbox/again leads.csv")
        try age("inbox/again leads.csv", place)
        try run(place)
        #expect(try place.metric("leads", "2026-03") == "3")
        #expect(try place.metric("mqls", "2026-03") == "1")
    }

    @Test func `of two contents of one path the later one is newer, however old its own time is`() throws {
        let place = try company()
        try place.write("lead_id,created_at,mql_at\nL1,2026-03-01,2026-03-09\n", "inbox/leads.csv")
        try place.write("date,amount\n2026-03-07,7\n", "inbox/spend.csv")
        for name in ["inbox/leads.csv", "inbox/spend.csv"] { try age(name, place) }
        try run(place)
        #expect(try place.metric("leads", "2026-03") == "2")
        #expect(try place.metric("mqls", "2026-03") == "1")
        #expect(try place.metric("spend", "2026-03") == "7.00")
    }

    @Test func `costs give way to newer content at their path under whichever of its names that is read`() throws {
        let place = try company()
        try place.write("date,amount\n2026-03-08,30\n", "inbox/spend copy.csv")
        try run(place)
        #expect(try place.metric("spend", "2026-03") == "180.00")
        for name in ["inbox/spend.csv", "inbox/spend copy.csv"] { try place.write("date,amount\n2026-03-07,7\n", name) }
        try run(place)
        #expect(try place.metric("spend", "2026-03") == "7.00")
        // And so does what is left of them when one of the names is gone.
        try remove("inbox/spend copy.csv", place)
        try run(place)
        #expect(try place.metric("spend", "2026-03") == "7.00")
    }

    @Test func `an overwritten export of costs restates no other`() throws {
        let place = try company()
        try place.write("date,campaign,amount\n2026-03-01,A,1\n2026-03-02,B,2\n", "inbox/ads spend 2026-03-10.csv")
        try place.write("date,campaign,amount\n2026-03-01,A,10\n2026-03-02,B,20\n", "inbox/ads spend 2026-03-20.csv")
        try run(place)
        #expect(try place.metric("spend", "2026-03") == "180.00")
        try place.write("date,campaign,amount\n2026-03-12,A,7\n", "inbox/ads spend 2026-03-20.csv")
        try run(place)
        #expect(try place.metric("spend", "2026-03") == "160.00")
    }

    @Test(arguments: [("spend.csv", "spend copy.csv"), ("spend copy.csv", "spend.csv")])
    func `costs of two paths stay where one was overwritten and the other removed`(_ written: String, _ removed: String) throws
    {
        let place = try company()
        try place.write("date,amount\n2026-03-05,100\n2026-03-06,50\n", "inbox/spend copy.csv")
        try run(place)
        #expect(try place.metric("spend", "2026-03") == "150.00")
        try place.write("date,amount\n2026-03-07,7\n", "inbox/" + written)
        try remove("inbox/" + removed, place)
        try run(place)
        #expect(try place.metric("spend", "2026-03") == "157.00")
        try run(place, ["--known-at", place.knownAt(), "--reports", "again"])
        #expect(try place.data("again/p/2026-03/metrics.csv") == place.data("reports/p/latest/metrics.csv"))
    }

    @Test func `a retracted file counts no longer, dropped or not, until that is undone`() throws {
        let place = try company()
        let known = try place.knownAt()
        let sha = try sha("spend.csv", place)
        #expect(try Program.run(["inputs", "forget", "12345", "p.yml"], in: place.folder).status == 64)
        #expect(try Program.run(["inputs", "forget", "0123456789", "p.yml"], in: place.folder).status == 64)
        let outcome = try Program.run(["inputs", "forget", sha, "p.yml"], in: place.folder)
        #expect(outcome.status == 0 && outcome.output.hasPrefix("spend.csv (\(sha)) is retracted"), "\(outcome)")
        try run(place)
        #expect(try place.metric("spend", "2026-03") == "")
        let remade = try run(place, ["--known-at", known, "--reports", "again"])
        #expect(remade.output.hasPrefix("again/p/2026-03/"))
        #expect(try place.data("again/p/2026-03/metrics.csv") == place.data("reports/p/2026-03/metrics.csv"))
        #expect(try Program.run(["inputs", "forget", sha, "--undo", "p.yml"], in: place.folder).status == 0)
        try run(place)
        #expect(try place.metric("spend", "2026-03") == "150.00")
        #expect(try Program.run(["inputs", "forget", sha, "--erase", "p.yml"], in: place.folder).status == 0)
        let erased = try Program.run(
            ["run", "p.yml", "--as-of", "2026-04-10", "--known-at", known, "--reports", "other"], in: place.folder)
        #expect(erased.status == 66 && erased.errors.contains("counted then, and was erased"))
    }

    @Test func `terms without dates in their names are late where no new file came since the last report`() throws {
        let place = try Workspace()
        try place.write("grain: week\nperiods: 3\ninbox: inbox\n", "p.yml")
        let terms = "subscription_id,customer_id,start_date,arr\nS1,A,2026-01-01,1000\n"
        try place.write(terms, "inbox/subscriptions.csv")
        try place.setModified("inbox/subscriptions.csv", 1_772_400_000)  // 2026-03-01
        func errors(_ asOf: String) throws -> String {
            let outcome = try Program.run(["run", "p.yml", "--as-of", asOf], in: place.folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            return outcome.errors
        }
        #expect(try !errors("2026-03-01").contains("late-terms"))
        #expect(try !errors("2026-03-01").contains("late-terms"))
        #expect(try errors("2026-03-08").contains("no new export of subscriptions since 2026-03-01"))
        // One that comes now is new enough for weeks gone by, run for the first time or again.
        try place.write(terms + "S2,B,2026-02-01,10\n", "inbox/subscriptions.csv")
        #expect(try !errors("2026-03-15").contains("late-terms"))
        #expect(try !errors("2026-03-22").contains("late-terms"))
    }

    @Test func `another inbox, though of the same state, knows nothing of this one's files`() throws {
        let place = try company()
        try place.write("date,amount\n2026-03-05,3\n", "other/spend.csv")
        try run(place, ["--inbox", "other"])
        #expect(try place.metric("spend", "2026-03") == "3.00")
        #expect(try place.metric("leads", "2026-03") == "")
    }

    @Test func `state and inbox may be moved together`() throws {
        let place = try company()
        try remove("inbox/leads.csv", place)
        try FileManager.default.createDirectory(atPath: place.path("moved"), withIntermediateDirectories: true)
        for name in ["inbox", ".gtm", "p.yml"] {
            try FileManager.default.moveItem(atPath: place.path(name), toPath: place.path("moved/" + name))
        }
        let outcome = try Program.run(
            ["run", "moved/p.yml", "--as-of", "2026-04-10", "--reports", "reports"], in: place.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try place.metric("leads", "2026-03") == "2")
    }

    @Test func `archive_to moves what was read, and nothing else, once the report stands`() throws {
        let place = try company()
        try place.write(Self.pipeline + "archive_to: read\n", "p.yml")
        try place.write("a,b\n1,2\n", "inbox/plants.csv")
        try place.write("date,amount\n2026-03-07,7\n", "inbox/more/spend x.csv")
        try place.write("taken", "read/leads.csv")
        try run(place)
        let left = try FileManager.default.subpathsOfDirectory(atPath: place.path("inbox")).sorted()
        let moved = try FileManager.default.subpathsOfDirectory(atPath: place.path("read")).sorted()
        #expect(left == ["more", "plants.csv"])
        #expect(moved == ["leads (2).csv", "leads.csv", "more", "more/spend x.csv", "spend.csv"])
        try run(place)
        #expect(try place.metric("leads", "2026-03") == "2")
        #expect(try place.metric("spend", "2026-03") == "157.00")
        try place.write(Self.pipeline + "archive_to: inbox/read\n", "p.yml")
        #expect(try Program.run(["run", "p.yml"], in: place.folder).status == 78)
    }

    @Test func `two pipelines of one name are warned that they share a folder, and one that goes on is not`() throws {
        let place = try company()
        #expect(try !run(place).errors.contains("shared-folder"))
        try place.write(Self.pipeline + "pipeline: p\nstate: other-state\ncompany: Other\n", "q.yml")
        let other = try Program.run(["run", "q.yml", "--as-of", "2026-04-10"], in: place.folder)
        #expect(
            other.status == 0 && other.errors.contains("2026-03 of ") && other.errors.contains("[shared-folder]"), "\(other)")
        #expect(other.errors.contains("a name of its own (`pipeline:`)"))
        #expect(try !place.text("reports/p/latest/report.html").contains("shared-folder"))
        try place.write("pipeline: p\ngrain: week\nstate: other-state\ncompany: Other\ninbox: inbox\n", "w.yml")
        let weekly = try Program.run(["run", "w.yml", "--as-of", "2026-03-10"], in: place.folder)
        #expect(weekly.errors.contains("2026-03 of Other, by month"), "\(weekly.errors)")
    }

    @Test func `a state that is damaged, newer or no state ends the run with words, and the report stands`() throws {
        let place = try company()
        let report = try place.data("reports/p/latest/metrics.csv")
        try Data("this is no database, whatever its name says, and it is long enough".utf8).write(
            to: URL(filePath: place.path(".gtm/gtm.sqlite")))
        for command in [["run", "p.yml"], ["check", "p.yml"], ["inputs", "p.yml"]] {
            let outcome = try Program.run(command, in: place.folder)
            #expect(outcome.status == 74 && outcome.errors.contains("restore it from a back-up"), "\(command) \(outcome)")
        }
        #expect(try place.data("reports/p/latest/metrics.csv") == report)
    }
}

extension Workspace {
    /// What the newest report says it knew.
    func knownAt(_ folder: String = "reports/p/latest") throws -> String {
        let record = try JSONSerialization.jsonObject(with: data(folder + "/run.json")) as? [String: Any]
        return try #require(record?["knownAt"] as? String)
    }
}
