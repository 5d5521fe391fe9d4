import Facts
import Foundation
import Testing

@testable import Pipelines

@Suite("Printing the page")
struct PrintingTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gtm-print-\(UUID().uuidString)").path
    private let day = Day("2026-11-15")!

    /// A program called like a browser that does what a script says with `$pdf`, the path to print to.
    private func printer(_ script: String) throws -> PagePrinter {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let browser = folder + "/chromium"
        let lines = ["#!/bin/sh", "for word in \"$@\"; do case $word in --print-to-pdf=*) pdf=${word#*=};; esac; done", script]
        // Written by a program of its own: a file that this process had open for writing may be busy in what other tests start.
        let writer = Process()
        writer.executableURL = URL(fileURLWithPath: "/bin/sh")
        writer.arguments = [
            "-c", "printf '%s' \"$1\" > \"$2\"; chmod 755 \"$2\"", "sh", lines.joined(separator: "\n"), browser,
        ]
        try writer.run()
        writer.waitUntilExit()
        return try PagePrinter(path: "/nowhere:" + folder)
    }

    private func print(_ printer: PagePrinter) throws {
        try printer.print(folder + "/report.html", to: folder + "/report.pdf", scratch: folder + "/scratch", day: day)
    }

    @Test("the file says that it was made on the as-of date, and nothing of the browser is left")
    func prints() throws {
        let moment = "D:20261126150133+01'00'"
        let made = "%PDF-1.4 /CreationDate (\(moment)) /ModDate (\(moment)) (\(moment))"
        try print(printer("printf \"%s\" \"\(made)\" > \"$pdf\""))
        let midnight = "D:20261115000000+00'00'"
        #expect(
            try String(contentsOfFile: folder + "/report.pdf", encoding: .utf8)
                == "%PDF-1.4 /CreationDate (\(midnight)) /ModDate (\(midnight)) (\(moment))")
        #expect(!FileManager.default.fileExists(atPath: folder + "/scratch"))
    }

    @Test("a browser that fails, writes something else or does not end is an error that says so, and no file is left")
    func failures() throws {
        for (script, reason) in [("exit 3", "status 3"), ("echo hello > \"$pdf\"", "status 0"), ("sleep 60", "1 seconds")] {
            var printer = try printer(script)
            printer.patience = 1
            let error = #expect(throws: PipelineError.self) { try print(printer) }
            #expect(error?.kind == .cannotWrite)
            #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
            #expect(!FileManager.default.fileExists(atPath: folder + "/report.pdf"))
            #expect(!FileManager.default.fileExists(atPath: folder + "/scratch"))
        }
    }

    @Test("without a browser it is said what to install")
    func none() {
        let error = #expect(throws: PipelineError.self) { try PagePrinter(path: "/nowhere") }
        #expect(error?.kind == .usage)
        #expect(error?.hint.contains("apt-get install chromium") == true)
    }
}
