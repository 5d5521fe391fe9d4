import Facts

/// The first screen: the headline, the north star, and the questions with their answers, as they are mailed too.
extension Page {
    /// What the first screen's template is filled from; none where the report has no summary.
    mutating func front() throws(ReportError) -> [Node] {
        guard report.front != nil else { return [] }
        let brief = report.brief
        var stars: [Node] = []
        if let star = brief.star {
            stars.append(try headline(star.name, star.value, star.detail, notes: star.notes))
        }
        var parts: [Node] = []
        for (place, part) in brief.parts.enumerated() {
            let columns: [Node] = part.columns.enumerated().map { place, title in
                ["text": .text(short(title, 80)), "class": .text(place == 1 ? "n" : "")]
            }
            parts.append([
                "place": .text("answer-\(place + 1)"), "question": .text(short(part.question, 80)),
                "answer": .text(short(part.answer, 300)),
                "look": .text(part.rows.contains { $0.figure != nil } ? "" : "named"), "hasRows": .flag(!part.rows.isEmpty),
                "hasColumns": .flag(!columns.isEmpty), "columns": .nodes(columns),
                "rows": .nodes(part.rows.map(row)), "note": .text(short(part.note, 600)),
            ])
        }
        return [
            [
                "headline": .text(short(brief.headline, 240)),
                "lead": .text(try folded(brief.lead, past: Shortening.message)), "stars": .nodes(stars), "parts": .nodes(parts),
            ]
        ]
    }

    private func row(_ row: Brief.Row) -> Node {
        [
            "title": .text(short(row.title, 80)), "detail": .text(short(row.detail, 80)), "why": .text(short(row.why, 300)),
            "figures": .nodes(
                row.figure.map { [["value": .text(text($0)), "below": .text(row.below.map { text($0) } ?? "")]] } ?? []),
            "mark": .nodes(mark(row.mark).map { [$0] } ?? []),
        ]
    }

    private func mark(_ mark: Brief.Mark) -> Node? {
        func node(_ text: String, look: String = "", chip: String = "", shape: String = "", bar: String = "") -> Node {
            [
                "text": .text(text), "class": .text(look), "chip": .text(chip), "shape": .text(shape), "bar": .text(bar),
            ]
        }
        switch mark {
        case .none: return nil
        case .text(let what): return node(short(what, 240), look: "what")
        case .change(let change):
            let isFavourable = change.judgement(report.currency)
            let words = [text(change), marks.word(isFavourable)].filter { !$0.isEmpty }.joined(separator: " ")
            return node(words, look: isFavourable.map { $0 ? "good" : "bad" } ?? "quiet", shape: change.arrow(report.currency))
        case .status(let status, let word, let share):
            let percent = share?.number.map { Int((min(max($0.double, 0), 1) * 100).rounded()) }
            return node(
                short(word, 40) + (share.map { " " + text($0) } ?? ""), look: "status", chip: status.style,
                shape: status.look.shape, bar: percent.map(String.init) ?? "")
        }
    }

    private func short(_ text: String, _ limit: Int) -> String { Shortening.short(text, limit) }
}
