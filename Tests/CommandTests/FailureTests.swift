import Foundation
import Testing

@Suite struct FailureTests {
    /// Runs the small company after a change to it; expects a status, and words in what is said.
    private func expect(_ status: Int32, saying words: [String], _ change: (Workspace) throws -> Void) throws {
        let company = try Workspace.company()
        try change(company)
        let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-04-10"], in: company.folder)
        #expect(outcome.status == status, "\(outcome.errors)")
        for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
        #expect(!company.exists("reports/p/latest"))
    }

    @Test func `a missing required column is 65 and names the file, its columns and the nearest`() throws {
        try expect(65, saying: ["subscriptions.csv", "customer_id", "customr"]) {
            try $0.write("subscription_id,customr,start_date,arr\nS,A,2026-01-01,5\n", "inbox/subscriptions.csv")
        }
    }

    @Test func `an empty or absent inbox is 66`() throws {
        try expect(66, saying: ["inbox"]) { try FileManager.default.removeItem(atPath: $0.path("inbox")) }
        try expect(66, saying: ["empty"]) {
            try FileManager.default.removeItem(atPath: $0.path("inbox"))
            try FileManager.default.createDirectory(atPath: $0.path("inbox"), withIntermediateDirectories: true)
        }
    }

    @Test func `a required source without a file is 66, and an unrecognised file is named`() throws {
        try expect(66, saying: ["usage", "plants.csv"]) {
            try $0.write("company: T\ngrain: month\ninbox: inbox\nsources: s.yml\n", "p.yml")
            try $0.write("sources:\n  usage: {required: true}\n", "s.yml")
            try $0.write("plant,room\nficus,2\n", "inbox/plants.csv")
        }
    }

    @Test func `a source whose newest event is too old is 66`() throws {
        try expect(66, saying: ["leads", "max_age"]) {
            try $0.write("company: T\ngrain: month\ninbox: inbox\nsources: s.yml\n", "p.yml")
            try $0.write("sources:\n  leads: {max_age: 10}\n", "s.yml")
        }
    }

    @Test func `sources of events that are all late are 66, unless a term begins in the period`() throws {
        try expect(66, saying: ["nothing new came for 2026-03", "spend"]) {
            try FileManager.default.removeItem(atPath: $0.path("inbox"))
            try $0.write("date,amount\n2025-10-05,5\n2025-11-05,5\n2025-12-05,5\n", "inbox/spend.csv")
            try $0.write("subscription_id,customer_id,start_date,arr\nS,A,2026-02-01,5\n", "inbox/subscriptions.csv")
        }
        let company = try Workspace.company()
        try FileManager.default.removeItem(atPath: company.path("inbox"))
        try company.write("date,amount\n2025-10-05,5\n2025-11-05,5\n2025-12-05,5\n", "inbox/spend.csv")
        try company.write("subscription_id,customer_id,start_date,arr\nS,A,2026-03-01,5\n", "inbox/subscriptions.csv")
        let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-04-10"], in: company.folder)
        #expect(outcome.status == 0 && outcome.errors.contains("spend"), "\(outcome.errors)")
        #expect(try company.metric("spend", "2026-03") == "" && company.metric("arr_new", "2026-03") == "5.00")
    }

    @Test func `too many rejected rows of a file of a hundred are 65`() throws {
        try expect(65, saying: ["nps.csv", "6"]) {
            let rows = (1...100).map { "R\($0),2026-03-01,\($0 <= 6 ? 11 : 9)\n" }.joined()
            try $0.write("response_id,responded_at,score\n" + rows, "inbox/nps.csv")
        }
    }

    @Test(arguments: [
        ("company: T\ngrian: month\ninbox: inbox\n", ["p.yml:2:1", "grian", "`grain`"]),
        ("company: T\n\tgrain: month\n", ["p.yml:2:"]),
        ("company: T\ngrain: fortnight\ninbox: inbox\n", ["p.yml:2:8", "fortnight"]),
        ("company: T\n", ["inbox"]),
        ("inbox: inbox\ntime_zone: Europe/Berln\n", ["p.yml:2:12", "Europe/Berlin"]),
        ("inbox: inbox\nconfig: {gros_margin: 0.8}\n", ["gros_margin", "gross_margin"]),
        ("inbox: inbox\nnorth_star: nett_new_arr\n", ["nett_new_arr", "net_new_arr"]),
        ("inbox: inbox\nsections: [sumary]\n", ["sumary", "summary"]),
        ("inbox: inbox\ndeliver: [{mail: a@b}]\n", ["p.yml:2:18", "mail"]),
        ("inbox: inbox\ninbox: other\n", ["inbox", "twice"]),
    ])
    func `a pipeline file that is wrong is 78 with its place and the nearest name`(_ text: String, _ words: [String]) throws {
        try expect(78, saying: words) { try $0.write(text, "p.yml") }
    }

    @Test(arguments: [
        ("metrics:\n  x: {formula: spend / leeds, unit: money}\n", ["m.yml:2", "leeds", "leads"]),
        ("metrics:\n  x: {formula: y + 1, unit: count}\n  y: {formula: x + 1, unit: count}\n", ["x → y → x"]),
        ("metrics:\n  x: {formula: spend /, unit: money}\n", ["m.yml:2"]),
        ("metrics:\n  x: {formla: spend, unit: money}\n", ["formla", "formula"]),
    ])
    func `a metrics file that is wrong is 78`(_ text: String, _ words: [String]) throws {
        try expect(78, saying: words) {
            try $0.write("company: T\ngrain: month\ninbox: inbox\nmetrics: m.yml\n", "p.yml")
            try $0.write(text, "m.yml")
        }
    }

    @Test func `an unwritable reports folder is 73 and the last report stands`() throws {
        let company = try Workspace.company()
        #expect(try Program.run(["run", "p.yml", "--as-of", "2026-04-10"], in: company.folder).status == 0)
        let before = try company.data("reports/p/latest/report.html")
        try company.write("in the way", "blocked")
        let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-04-10", "--reports", "blocked"], in: company.folder)
        #expect(outcome.status == 73, "\(outcome.errors)")
        #expect(outcome.errors.contains("blocked") && outcome.errors.contains("nothing has been published yet"))
        try company.write("company: Test\ngrain: month\nperiods: 3\ninbox: inbox\nreports: blocked\n", "q.yml")
        let check = try Program.run(["check", "q.yml", "--as-of", "2026-04-10"], in: company.folder)
        #expect(check.status == 73, "\(check.errors)")
        #expect(try company.data("reports/p/latest/report.html") == before)
        try company.write("lead_id\nL1\n", "inbox/leads-2026-04-01.csv")
        let failed = try Program.run(["run", "p.yml", "--as-of", "2026-04-10"], in: company.folder)
        #expect(failed.status == 65 && failed.errors.contains("the report of 2026-03 stands in"), "\(failed.errors)")
    }

    @Test func `a wrong command line is 64`() throws {
        let company = try Workspace.company()
        for arguments in [
            ["run"], ["run", "p.yml", "--as-off", "2026-01-01"], ["run", "p.yml", "--as-of", "yesterday"],
            ["run", "p.yml", "--as-of", "2026-04-10", "--period", "2026-W10"], ["metrics", "nrrr"],
            ["run", "p.yml", "--as-of", "2026-04-10", "--period", "2026-09"],
        ] {
            let outcome = try Program.run(arguments, in: company.folder)
            #expect(outcome.status == 64, "\(arguments) \(outcome.errors)")
            #expect(!outcome.errors.isEmpty)
        }
    }

    @Test func `a folder named like a file, and a file of no known source, are reported and the run goes on`() throws {
        let company = try Workspace.company()
        try company.write("x", "inbox/folder.csv/inside.txt")
        try company.write("plant,room\nficus,2\n", "inbox/plants.csv")
        let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-04-10"], in: company.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("folder.csv"))
        #expect(outcome.errors.contains("plants.csv"))
    }

    @Test func `more files than may be open are read a few at a time, and 71 says where not even that goes`() throws {
        let company = try Workspace.company()
        for number in 0..<120 {
            try company.write(
                "customer_id,date,active_users,seats\nC\(number),2026-03-\(10 + number % 20),2,3\n", "inbox/usage-\(number).csv"
            )
        }
        func run(_ most: Int) throws -> Program.Outcome {
            let command = "ulimit -n \(most); exec \"$GTM\" run p.yml --as-of 2026-03-31"
            return try Program.start("/bin/sh", ["-c", command], in: company.folder, environment: ["GTM": Program.path])
        }
        let few = try run(16)
        #expect(
            few.status == 71 && few.errors.contains("ulimit -n") && few.errors.contains("more of the kind"), "\(few.errors)")
        #expect(!company.exists("reports/p/latest"))
        let some = try run(40)
        #expect(some.status == 0, "\(some.errors)")
        #expect(try company.metric("users_active", "2026-03") == "240")
    }

    @Test func `closed or full standard streams: words are lost, what was asked for is 74`() throws {
        let company = try Workspace.company()
        try company.write("plant,room\nficus,2\n", "inbox/plants.csv")
        func status(_ command: String) throws -> Int32 {
            try Program.start("/bin/sh", ["-c", "exec \(command)"], in: company.folder, environment: ["GTM": Program.path])
                .status
        }
        let run = "\"$GTM\" run p.yml --as-of 2026-04-10"
        #expect(try status("\(run) 2>&-") == 0)
        #expect(try status("\(run) 2>/dev/full") == 0)
        for command in ["preview inbox/plants.csv --as csv", "metrics", "check p.yml --as-of 2026-04-10"] {
            #expect(try status("\"$GTM\" \(command) >/dev/full") == 74, "\(command)")
            #expect(try status("\"$GTM\" \(command) >&-") == 74, "\(command)")
        }
    }

    @Test func `rules beside the pipeline's file are read without being named, as the hints say`() throws {
        let company = try Workspace.company()
        try company.write("plant,room,since,fee\nficus,2,2026-01-05,100\n", "inbox/plants.csv")
        let before = try Program.run(["check", "p.yml", "--as-of", "2026-04-10"], in: company.folder)
        #expect(before.errors.contains("add its name to `files:` of its source in sources.yml beside p.yml"))
        let aliases = "{customer_id: [plant], start_date: [since], arr: [fee]}"
        try company.write("sources:\n  subscriptions: {files: [plants.csv], aliases: \(aliases)}\n", "sources.yml")
        let after = try Program.run(["check", "p.yml", "--as-of", "2026-04-10"], in: company.folder)
        #expect(after.status == 0 && !after.errors.contains("plants.csv"), "\(after.errors)")
    }

    @Test func `messages for machines are one object a line`() throws {
        let company = try Workspace.company()
        try company.write("plant,room\nficus,2\n", "inbox/plants.csv")
        let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-04-10", "--log-format", "json"], in: company.folder)
        #expect(outcome.status == 0)
        let lines = outcome.errors.split(separator: "\n")
        #expect(!lines.isEmpty)
        for line in lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(object?["level"] as? String == "warning")
            #expect(object?["code"] as? String != nil)
        }
    }
}
