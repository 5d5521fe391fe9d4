import Foundation
import Languages
import Metrics
import Pipelines
import Testing

@Suite struct MetricPagesTests {
    /// The pages as the catalogue has them, by path. `WRITE_DOCS=1 swift test --filter MetricPagesTests` writes them anew.
    private func expected() throws -> [String: String] {
        let catalogue = try Catalogue.standard()
        let examples = Dictionary(uniqueKeysWithValues: try WorkedExample.all().map { ($0.metric, $0) })
        var pages: [String: String] = [:]
        for language in MetricPage.languages {
            let folder = MetricPage.folder(language)
            for metric in catalogue.metrics {
                let page = MetricPage(catalogue: catalogue, metric: metric, example: examples[metric.id], language: language)
                pages["\(folder)/\(metric.id).md"] = page.text
            }
            pages["\(folder)/README.md"] = index(catalogue, language)
        }
        return pages
    }

    /// The list of all pages of a language.
    private func index(_ catalogue: Catalogue, _ language: Language) -> String {
        var lines =
            language == .en
            ? [
                "# The metrics", "",
                "A page each: formula, words, options, disputes and choices, a worked example. [中文](../zh/metrics/README.md)",
            ]
            : ["# 指标", "", "每个指标一页：公式、文字、选项、争议与选择、算例。[English](../../metrics/README.md)"]
        for section in Metric.Section.allCases {
            let metrics = catalogue.metrics.filter { $0.section == section }
            lines += ["", "## \(section.rawValue.prefix(1).uppercased() + section.rawValue.dropFirst())", ""]
            lines += metrics.map { "- [\($0.name[language])](\($0.id).md) `\($0.id)`: \($0.description[language])" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    @Test func `the guide has a page on each metric in both languages, and on no other`() throws {
        let pages = try expected()
        let write = ProcessInfo.processInfo.environment["WRITE_DOCS"] != nil
        for language in MetricPage.languages {
            let folder = Program.repository + "/" + MetricPage.folder(language)
            if write {
                try? FileManager.default.removeItem(atPath: folder)
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                for (path, text) in pages where path.hasPrefix(MetricPage.folder(language) + "/") {
                    try text.write(toFile: Program.repository + "/" + path, atomically: true, encoding: .utf8)
                }
            }
            let names = Set(try FileManager.default.contentsOfDirectory(atPath: folder))
            let wanted = Set(
                pages.keys.filter { $0.hasPrefix(MetricPage.folder(language) + "/") }.map {
                    String($0.split(separator: "/").last!)
                })
            #expect(names == wanted, "renew the pages: WRITE_DOCS=1 swift test --filter MetricPagesTests")
        }
        for (path, text) in pages {
            let page = try? String(contentsOfFile: Program.repository + "/" + path, encoding: .utf8)
            #expect(page == text, "\(path) is stale: WRITE_DOCS=1 swift test --filter MetricPagesTests")
        }
    }

    @Test func `each metric has a worked example of its own in both languages, with its source, and all of them hold`() throws {
        let examples = try WorkedExample.all()
        #expect(examples.map(\.metric).sorted() == (try Catalogue.standard()).metrics.map(\.id).sorted())
        for example in examples {
            #expect(example.text["en"] != nil && example.text["zh-Hans"] != nil && !example.source.isEmpty, "\(example.metric)")
            #expect(!example.value.isEmpty && !example.rows.isEmpty, "\(example.metric)")
        }
        let place = try Workspace()
        let outcome = try Program.run(["test"], in: place.folder)
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    }

    @Test func `published worked examples give the printed results by their own definitions`() throws {
        let outcome = try Program.run(["test", "Tests/Published/pipeline.yml"], in: Program.repository)
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.hasPrefix("ok: 79 tests"))
    }
}
