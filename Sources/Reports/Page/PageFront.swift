import Facts
import Languages

/// The first screen: the headline, the north star, and the questions with their answers, as they are mailed too.
extension Page {
    /// What the first screen's template is filled from; none where the report has no summary.
    mutating func front() throws(ReportError) -> [Node] {
        guard report.front != nil else { return [] }
        let brief = report.brief
        var stars: [Node] = []
        if let star = brief.star { stars.append(try node(star)) }
        return [
            [
                "subtitle": .text(report.subtitle), "headline": .text(short(brief.headline, 240)),
                "lead": .text(try folded(brief.lead, past: Shortening.message)), "stars": .nodes(stars),
                "parts": .nodes(brief.parts.enumerated().map(node)),
            ]
        ]
    }

    private mutating func node(_ star: Brief.Star) throws(ReportError) -> Node {
        let names = star.periods.map { $0.prefix { $0 != " " } }
        let numbers = zip(names, star.values).map { name, value in
            "\(name) \(text(Value(value, star.value.format)))"
        }
        let drawing = StarColumns(
            values: star.values, first: String(names.first ?? ""), last: String(names.last ?? "")
        ).svg(label: star.name + say(.colon) + numbers.joined(separator: say(.comma)))
        return [
            "label": .text(link(star.value.subject, Markup(short(star.name, 80)))), "figure": .nodes([try figure(star.value)]),
            "drawing": .text(drawing),
            "detail": .text(try folded(star.detail)), "notes": .nodes(star.notes.map { ["text": .text($0)] }),
        ]
    }

    private func node(_ place: Int, _ part: Brief.Part) -> Node {
        let isTable = (part.kind == .plan || part.kind == .people) && !part.rows.isEmpty
        let hasBullets = part.rows.contains { BulletDrawing($0).svg != .empty }
        let key = BulletDrawing.key(soFar: say(.soFar), ahead: say(.ahead), goal: say(.target), due: say(.due))
        return [
            "place": .text("answer-\(place + 1)"), "question": .text(short(part.question, 80)),
            "answer": .text(short(part.answer, 300)), "look": .text(part.kind == .plan ? "plan" : "people"),
            "isTable": .flag(isTable), "columns": .nodes(isTable ? columns(part.kind) : []),
            "rows": .nodes(isTable ? part.rows.map { part.kind == .plan ? planRow($0) : personRow($0) } : []),
            "changes": .nodes(part.kind == .changes ? part.rows.map(change) : []),
            "hasItems": .flag(part.kind == .data && !part.rows.isEmpty),
            "items": .nodes(part.kind == .data ? part.rows.map(item) : []),
            "signs": .text(hasBullets ? key : .empty),
            "folded": .nodes(
                part.more.isEmpty
                    ? [] : [["title": .text(short(part.moreTitle, 80)), "others": .nodes(part.more.map(personRow))]]),
            // Unfolded, they need no word of where the rest is.
            "note": .text(part.more.isEmpty ? short(part.note, 600) : ""),
        ]
    }

    // MARK: - Tables

    private func columns(_ kind: Brief.Part.Kind) -> [Node] {
        func column(_ title: String, _ look: String = "") -> Node { ["text": .text(title), "class": .text(look)] }
        if kind == .people { return [column(say(.who)), column(say(.needs), "t")] }
        return [
            column(say(.metric)), column(say(.period), "t"), column(say(.soFar)), column(say(.due)), column(say(.against), "t"),
            column(say(.status), "t"), column(say(.owner), "t only-phone"),
        ]
    }

    private func cell(
        _ content: Markup, _ look: String, hover: String = "", chip: String = "", shape: String = ""
    ) -> Node {
        [
            "content": .text(content), "class": .text(look), "hover": .text(short(hover, Shortening.hover)),
            "chip": .text(chip),
            "shape": .text(shape),
        ]
    }

    private func planRow(_ row: Brief.Row) -> Node {
        var cells = [cell(Markup(short(row.goal?.shortPeriod ?? "", 40)), "t c-when quiet")]
        cells.append(row.figure.map { cell(bold(text($0)), "c-value", hover: hover($0)) } ?? cell(.empty, "c-value"))
        cells.append(
            row.below.map { cell(Markup((row.goal?.limit ?? "") + text($0)), "c-due", hover: hover($0)) }
                ?? cell(.empty, "c-due"))
        cells.append(cell(BulletDrawing(row).svg, "t bar c-bar"))
        if case .status(let status, let word, let share) = row.mark {
            let words = short(word, 40) + (share.map { " " + text($0) } ?? "")
            cells.append(cell(Markup(words), "t c-status", chip: status.style, shape: status.look.shape))
        } else {
            cells.append(cell(.empty, "t c-status"))
        }
        cells.append(cell(Markup(short(row.goal?.owner ?? "", 80)), "t c-owner only-phone"))
        return ["title": .text(link(row.subject, Markup(short(row.title, 80)))), "cells": .nodes(cells)]
    }

    private func personRow(_ row: Brief.Row) -> Node {
        var what = ""
        if case .text(let text) = row.mark { what = text }
        return [
            "title": .text(bold(short(row.title, 80))), "cells": .nodes([cell(Markup(short(what, 240)), "t c-text")]),
        ]
    }

    // MARK: - Lists

    private func change(_ row: Brief.Row) -> Node {
        let figures = [row.below, row.figure].compactMap(\.self).map { Markup(text($0)).html }.joined(separator: " → ")
        var mark = ""
        if case .change(let change) = row.mark {
            let isFavourable = change.judgement(report.currency)
            let look = isFavourable.map { $0 ? "good" : "bad" } ?? "quiet"
            let said = [text(change), marks.word(isFavourable)].filter { !$0.isEmpty }.joined(separator: " ")
            let arrow = change.arrow(report.currency)
            mark =
                "<span class=\"\(look)\">\(arrow.isEmpty ? "" : "<i aria-hidden=\"true\">\(arrow)</i> ")\(Markup(said).html)</span>"
        }
        let spark = row.trend.map { Sparkline(values: $0.values, usual: $0.usual).svg(label: say(.trend)) } ?? .empty
        return [
            "title": .text(link(row.subject, Markup(short(row.title, 80)))),
            "figures": .text(Markup(trusted: [figures, mark].filter { !$0.isEmpty }.joined(separator: " "))),
            "spark": .text(spark), "why": .text(short(row.why, 300)),
        ]
    }

    private func item(_ row: Brief.Row) -> Node {
        var what = ""
        if case .text(let text) = row.mark { what = text }
        return ["title": .text(short(row.title, 80)), "content": .text(short(what, 240))]
    }

    private func bold(_ text: String) -> Markup { Markup(trusted: "<b>\(Markup(text).html)</b>") }

    private func short(_ text: String, _ limit: Int) -> String { Shortening.short(text, limit) }
}
