import Foundation
import Pipelines
import Testing

@Suite struct VersionTests {
    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: Program.repository + "/" + name, encoding: .utf8)
    }

    @Test func `the program, the file VERSION and the newest entry of the changes say one version`() throws {
        let version = try text("VERSION").trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(Version.current == version)
        #expect(try text("CHANGELOG.md").split(separator: "\n").first { $0.hasPrefix("## ") } == "## \(version)")
        #expect(try Program.run(["--version"], in: "/").output.hasPrefix(version))
    }

    @Test func `the man page is made of the program's own definitions, with every command, option and exit status`() throws {
        let place = try Workspace()
        let outcome = try Program.start(
            "/usr/bin/python3", [Program.repository + "/scripts/manual", Program.path], in: place.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let help = try Program.run(["--help"], in: "/").output
        let commands = help.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS:") }.dropFirst()
            .compactMap { $0.firstMatch(of: #/^  ([a-z]+) /#).map { String($0.output.1) } }
        #expect(commands.count > 8)
        for command in commands { #expect(outcome.output.contains("\n.SS gtm \(command)\n"), "\(command)") }
        #expect(outcome.output.contains("\\fB\\-\\-known\\-at\\fR \\fItime\\fR"))
        for status in [0, 64, 65, 66, 70, 73, 74, 75, 78] { #expect(outcome.output.contains("\n\\fB\(status)\\fR\n")) }
        // What begins with a dot or a quote would be a command of the page.
        for line in outcome.output.split(separator: "\n") where line.hasPrefix(".") {
            #expect([".TH", ".SH", ".SS", ".TP", ".PP", ".EX", ".EE", ".br"].contains { line.hasPrefix($0) }, "\(line)")
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `completions know the commands`(_ shell: String) throws {
        let outcome = try Program.run(["--generate-completion-script", shell], in: "/")
        #expect(outcome.status == 0)
        for command in ["run", "status", "doctor"] { #expect(outcome.output.contains(command)) }
    }
}
