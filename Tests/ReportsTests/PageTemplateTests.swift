import Facts
import Languages
import Testing

@testable import Reports

@Suite("The page's templates")
struct PageTemplateTests {
    /// Everything that any template is filled from, with the template.
    private func nodes() throws -> [(template: String, node: Node)] {
        var page = Page(try PageFixture.report())
        var nodes = [(template: "page", node: try page.node())]
        var built = buildReport(try BuildingFixture().context())
        let value = built.brief.star!.value
        let goal = Brief.Goal(
            period: "x", owner: "x", target: Value(Number(10), value.format), projection: Value(Number(9), value.format))
        built.brief.parts[0].note = "x"
        built.brief.parts[0].rows = [
            Brief.Row(
                title: "x", figure: Value(Number(5_000), value.format), below: Value(Number(6_000), value.format), goal: goal,
                mark: .status(.bad, "x", share: Value(Number(1, over: 2), Format(.percent, digits: 1))))
        ]
        built.brief.parts[1].rows = [Brief.Row(title: "x", figure: value, below: value, mark: .change(value), why: "x")]
        built.brief.parts[2].rows = [Brief.Row(title: "x", mark: .text("x"))]
        (built.brief.parts[2].more, built.brief.parts[2].moreTitle) = ([Brief.Row(title: "x", mark: .text("x"))], "x")
        built.brief.parts[3].rows = [Brief.Row(title: "x", mark: .text("x"))]
        built.brief.star?.notes = ["x"]
        // What initiatives cost is drawn where something was spent for them.
        var curve = try #require(
            built.sections.lazy.flatMap(\.blocks).compactMap {
                if case .chart(let chart) = $0, !chart.isEmpty { chart } else { nil }
            }.first)
        (curve.id, curve.isFolded) = ("curve", true)
        let plan = try #require(built.sections.firstIndex { $0.id == "plan" })
        built.sections[plan].blocks.append(.chart(curve))
        built.theme.logo = Theme.Logo(type: "image/png", bytes: [1])
        var front = Page(built)
        nodes.append(("page", try front.node()))
        var node = CellShape.node(CellShape(isHeader: true, classes: "t", shape: "▲", word: "better", chip: "on", label: "x"))
        for hole in ["content", "hover", "reference", "id"] { node.fields[hole] = .text("x") }
        nodes.append(("cell", node))
        nodes.append(("row", ["class": .text("strong"), "cells": .text("x")]))
        nodes.append(("fold", ["more": .text("x"), "short": .text("x"), "whole": .text("x")]))
        nodes.append(("inbox", InboxPage(InboxFixture.status(published: true)).node()))
        nodes.append(("inbox", InboxPage(InboxFixture.status(published: false)).node()))
        nodes.append(("index", IndexPage(ReportIndex([])).node()))
        nodes.append(("index", IndexPage(ReportIndex([edition("en"), edition("zh-Hans")])).node()))
        return nodes
    }

    /// What is wrong where the templates are filled from these.
    private func verdict(_ nodes: [(template: String, node: Node)], templates: [String: String] = PageTemplates.sources)
        -> [String]
    {
        var check = PageTagCheck(templates: templates)
        for (template, node) in nodes { check.check(template, node) }
        return check.verdict()
    }

    private func edition(_ locale: String) -> ReportIndex.Edition {
        ReportIndex.Edition(
            company: "x", pipeline: "weekly-\(locale)", period: "2026-W46", edition: 1, asOf: "2026-11-15", folder: "x",
            locale: locale, headline: "x", star: "x", value: "1", plan: "x", offTrack: 1, data: "x", gaps: 0,
            files: ["report.html"])
    }

    @Test("every tag of every template stands for something, in nested sections too")
    func everyTagResolves() throws {
        #expect(verdict(try nodes()) == [])
    }

    @Test(
        "a misspelt tag is found, wherever it is",
        arguments: ["page", "front", "headline", "figure", "table", "chart", "cell", "row", "fold", "inbox"])
    func misspeltTagIsFound(template: String) throws {
        let (text, nodes) = (try #require(PageTemplates.sources[template]), try nodes())
        var count = 0
        var rest = text.startIndex
        while let tag = text[rest...].firstRange(of: "{{{") {
            rest = tag.upperBound
            if text[rest] == "." { continue }
            count += 1
            var templates = PageTemplates.sources
            templates[template] = String(text[..<rest]) + "x" + text[rest...]
            #expect(!verdict(nodes, templates: templates).isEmpty, "the tag at \(text[rest...].prefix(20))")
        }
        #expect(count > 0)
    }

    @Test("a misspelt section and a misspelt partial are found")
    func misspeltSectionIsFound() throws {
        let nodes = try nodes()
        for (template, right, wrong) in [
            ("page", "hasCharts", "hasChart"), ("page", "{{>table}}", "{{>tables}}"), ("table", "columns", "column"),
            ("cell", "#shape", "#shapes"),
        ] {
            var templates = PageTemplates.sources
            templates[template] = templates[template]?.replacing(right, with: wrong)
            #expect(!verdict(nodes, templates: templates).isEmpty, "\(template): \(wrong)")
        }
    }

    @Test("a fragment refuses a hole that its template does not have")
    func fragmentNeedsItsHoles() {
        #expect(throws: ReportError.self) { try Fragment("row", ["isStrong": .flag(false)], holes: ["cell"]) }
    }
}
