import Facts
import Foundation
import Languages
import Metrics
import RollUps
import Testing

@testable import Reports

/// Where LibreOffice is installed, it recomputes the workbook: see `Tests/Workbook/recalculate.py`.
@Suite("Workbook in LibreOffice", .enabled(if: LibreOffice.isInstalled), .serialized)
struct WorkbookRecalculationTests {
    @Test("A hard recalculation changes nothing")
    func recalculation() throws {
        let book = try WorkbookReading(WorkbookFixture().report)
        defer { book.remove() }
        let (status, output) = try LibreOffice.run([book.path])
        #expect(status == 0, "\(output)")
    }

    @Test("Changing a measure changes each metric as the catalogue says, and no other")
    func mutation() throws {
        let fixture = WorkbookFixture()
        let report = fixture.report
        let book = try WorkbookReading(report)
        defer { book.remove() }
        // ARR at the end of the period reported: what most of the metrics hang on.
        let leaf = Leaf("arr_closing")
        let row = fixture.numbers.rows.firstIndex { $0.leaf == leaf && $0.slice == .total }!
        let cell = "Q\(row + 2)"
        let (status, output) = try LibreOffice.run([book.path, "--mutate", "\(cell)=5000000"])
        #expect(status == 0, "\(output)")
        let found = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
        let changed = try #require(found["changed"] as? [[String: Any]])

        var expected: [String: Double?] = [:]
        let cells = book.cells("All metrics")
        for metric in fixture.catalogue.metrics {
            let row = (1...99).first { cells["A\($0)"]?.text == metric.name[.en] && cells["B\($0)"] != nil }!
            let old = fixture.metric(metric.id, 12, nil, .total)?.double
            let new = metric.resolved.value { $0 == leaf ? Number(5_000_000) : fixture.measure($0, .total, 12) }?.double
            if old != new { expected["B\(row)"] = .some(new) }
        }
        #expect(expected.count >= 5)
        let followed = changed.filter { $0["sheet"] as? String == "All metrics" && ($0["cell"] as! String).hasPrefix("B") }
        #expect(Set(followed.map { $0["cell"] as! String }) == Set(expected.keys))
        for cell in followed {
            guard let new = expected[cell["cell"] as! String] else { continue }
            if let new {
                #expect(abs((cell["new"] as? Double ?? .nan) - new) <= 1e-9 * abs(new), "\(cell)")
            } else {
                #expect(cell["new"] as? String == "n/a", "\(cell)")
            }
        }
    }

    @Test("Changing the gross margin changes what hangs on it as the catalogue says, and nothing else")
    func settings() throws {
        let fixture = WorkbookFixture()
        let book = try WorkbookReading(fixture.report)
        defer { book.remove() }
        let (status, output) = try LibreOffice.run([book.path, "--mutate", "E\(fixture.numbers.rows.count + 3)=0.5"])
        #expect(status == 0, "\(output)")
        let found = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
        let changed = try #require(found["changed"] as? [[String: Any]])
        let other = try Catalogue.standard(config: ["gross_margin": ExactDecimal("0.5")!])
        let cells = book.cells("All metrics")
        var expected: [String: Double] = [:]
        for metric in other.metrics where metric.resolved.settings.contains("gross_margin") {
            let row = (1...99).first { cells["A\($0)"]?.text == metric.name[.en] && cells["B\($0)"] != nil }!
            expected["B\(row)"] = metric.resolved.value { fixture.measure($0, .total, 12) }?.double
        }
        #expect(expected.count >= 3)
        let followed = changed.filter { $0["sheet"] as? String == "All metrics" && ($0["cell"] as! String).hasPrefix("B") }
        #expect(Set(followed.map { $0["cell"] as! String }) == Set(expected.keys))
        for cell in followed {
            let new = try #require(expected[cell["cell"] as! String])
            #expect(abs((cell["new"] as? Double ?? .nan) - new) <= 1e-9 * abs(new), "\(cell)")
        }
    }
}

enum LibreOffice {
    static let isInstalled = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains { folder in
        FileManager.default.isExecutableFile(atPath: folder + "/soffice")
    }

    /// Runs the script and gives its status and what it prints.
    static func run(_ arguments: [String], file: String = #filePath) throws -> (status: Int32, output: String) {
        let tests = (((file as NSString).deletingLastPathComponent) as NSString).deletingLastPathComponent
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", tests + "/Workbook/recalculate.py"] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
