import Foundation
import Testing

@Suite struct ScheduleTests {
    private func schedule(_ pipeline: String, _ more: [String] = []) throws -> String {
        let place = try Workspace()
        try place.write(pipeline + "\ninbox: inbox\n", "my p%.yml")
        let outcome = try Program.run(["schedule", "my p%.yml"] + more, in: place.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output.replacing(URL(filePath: place.folder).resolvingSymlinksInPath().path, with: "/FOLDER")
    }

    @Test func `the crontab's line runs on the day after each period, in the pipeline's zone`() throws {
        func line(_ pipeline: String) throws -> String {
            let lines = try schedule(pipeline, ["--print", "crontab", "--at", "07:05"]).split(separator: "\n")
            return String(lines.last ?? "")
        }
        let week = try line("pipeline: w\ntime_zone: Europe/Berlin")
        #expect(week.hasPrefix("5 7 * * 1  /") && week.hasSuffix("/gtm run '/FOLDER/my p\\%.yml' --quiet"), "\(week)")
        #expect(try line("week_starts: sunday\npipeline: w").hasPrefix("5 7 * * 0  "))
        #expect(try line("grain: month\npipeline: w").hasPrefix("5 7 1 * *  "))
        #expect(try line("grain: quarter\nfiscal_year_starts: february\npipeline: w").hasPrefix("5 7 1 2,5,8,11 *  "))
        #expect(try line("grain: year\nfiscal_year_starts: july\npipeline: w").hasPrefix("5 7 1 7 *  "))
        let text = try schedule("pipeline: w\ntime_zone: Europe/Berlin", ["--print", "crontab"])
        #expect(text.contains("\nMAILTO=") && text.contains("\nCRON_TZ=Europe/Berlin\n") && text.contains("\nPATH=/usr/"))
    }

    @Test func `the timer says when, and the service can write its own folders alone`() throws {
        let timer = try schedule("pipeline: w\ntime_zone: Europe/Berlin", ["--print", "timer"])
        #expect(timer.contains("OnCalendar=Mon *-*-* 06:00:00 Europe/Berlin\n") && timer.contains("Persistent=true"))
        #expect(try schedule("pipeline: w\ntime_zone: '+08:00'", ["--print", "timer"]).contains("06:00:00 Etc/GMT-8\n"))
        let service = try schedule("pipeline: w\narchive_to: done", ["--print", "service", "--user", "ops"])
        #expect(service.contains("User=ops\n") && service.contains("run \"/FOLDER/my p%%.yml\" --quiet\n"))
        for folder in ["reports", ".gtm", "done", "inbox"] { #expect(service.contains("ReadWritePaths=/FOLDER/\(folder)\n")) }
    }

    @Test func `where mail goes out by sendmail the service leaves it the rights that it needs`() throws {
        let mail =
            "deliver:\n  - mail: {to: [a@example.com], from: b@example.com, sendmail: [/usr/sbin/sendmail, -t]}\nrecipients: [a@example.com]"
        let service = try schedule("pipeline: w\nowner: ops@example.com\n" + mail, ["--print", "service"])
        #expect(!service.contains("NoNewPrivileges") && service.contains("ProtectSystem=strict"))
        #expect(
            try schedule("pipeline: w\nowner: ops@example.com", ["--print", "crontab"]).contains("\nMAILTO=ops@example.com\n"))
    }

    @Test func `systemd finds nothing wrong with the units`() throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze") else { return }
        let place = try Workspace()
        try place.write("grain: quarter\ninbox: inbox\ntime_zone: Asia/Shanghai\n", "w.yml")
        for part in ["service", "timer"] {
            let text = try Program.run(["schedule", "w.yml", "--user", "root", "--print", part], in: place.folder).output
            try place.write(text.replacing("Documentation=man:gtm(1)\n", with: ""), "gtm-w.\(part)")
        }
        let outcome = try Program.start(
            "/usr/bin/systemd-analyze", ["verify", "./gtm-w.service", "./gtm-w.timer"], in: place.folder)
        let own = outcome.errors.split(separator: "\n").filter { $0.contains("gtm-w") }
        #expect(own.isEmpty, "\(own)")
    }

    @Test func `units of pipelines in Chinese are each their own`() throws {
        let units = try ["周报", "月报"].map { name in
            try schedule("pipeline: \(name)").split { !$0.isASCII || $0.isWhitespace || "/()".contains($0) }
                .first { $0.hasPrefix("gtm-") && $0.hasSuffix(".service") }
        }
        #expect(units[0] != nil && units[1] != nil && units[0] != units[1], "\(units)")
    }

    @Test func `a state in a folder with a name in Chinese is written`() throws {
        let place = try Workspace.company()
        let state = place.folder + "/状态/目录"
        let outcome = try Program.run(
            ["run", "p.yml", "--as-of", "2026-11-15", "--quiet", "--state", state], in: place.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    @Test func `a time that is none is a wrong command line`() throws {
        let place = try Workspace.company()
        for time in ["6", "24:00", "06:60", "x:y", "-1:00"] {
            #expect(try Program.run(["schedule", "p.yml", "--at=\(time)"], in: place.folder).status == 64)
        }
    }
}
