import Facts
import Languages

/// Writes the report in brief as plain text: the part of a mail for programs that show no HTML, and for those that read it aloud.
///
/// - Returns: The whole text in UTF-8, lines ending in a line feed.
public func renderMailText(_ report: Report) -> [UInt8] {
    let text = MailText(report: report)
    return Array((text.lines.joined(separator: "\n") + "\n").utf8)
}

extension Report {
    /// The subject of a mail, on one line and no longer than a mail program shows.
    public var briefSubject: String { MailText(report: self).line(brief.subject, 200) }

    /// The value of the north star with its currency, as a sentence has it; empty where there is none.
    public var briefValue: String {
        guard let value = brief.star?.value else { return "" }
        let text = value.format.exact(value.number, currency: currency, locale: locale)
        return value.number != nil && value.format.kind == .money ? "\(currency.code) \(text)" : text
    }

    /// The brief in a few lines, for a message to a chat: what happened, then each question with its answer.
    public var briefLines: [String] {
        let text = MailText(report: self)
        return [text.line(brief.lead, Shortening.message)]
            + brief.parts.map { "\(text.line($0.question, 80)) \(text.line($0.answer, 300))" }
    }
}

/// A report on its way to a mail's text.
private struct MailText {
    let report: Report

    var lines: [String] {
        let brief = report.brief
        var lines = [line(report.company, 80) + " · " + line(report.subtitle, 240), "", line(brief.headline, 240)]
        if !brief.lead.isEmpty { lines += ["", line(brief.lead, Shortening.message)] }
        if let star = brief.star {
            lines += ["", "\(line(star.name, 80)): \(number(star.value))", "  " + line(star.detail, 240)]
        }
        for part in brief.parts {
            lines += ["", line(part.question, 80)] + (part.answer.isEmpty ? [] : [line(part.answer, 300)])
            lines += part.rows.map(row) + part.texts.map { "- " + line($0, 600) }
            if !part.note.isEmpty { lines.append(line(part.note, 600)) }
        }
        return brief.closing.isEmpty ? lines : lines + ["", line(brief.closing, 240)]
    }

    private func row(_ row: Brief.Row) -> String {
        var text = "- " + line(row.title, 80)
        if !row.detail.isEmpty { text += " (\(line(row.detail, 80)))" }
        var parts: [String] = []
        if let figure = row.figure {
            parts.append(number(figure) + (row.below.map { " / " + (row.goal?.limit ?? "") + number($0) } ?? ""))
        }
        switch row.mark {
        case .none: break
        case .text(let what): parts.append(line(what, 240))
        case .change(let change):
            let word = Marks(locale: report.locale).word(change.judgement(report.currency))
            parts.append([change.arrow(report.currency), number(change), word].filter { !$0.isEmpty }.joined(separator: " "))
        case .status(let status, let word, let share):
            let percent = share.map { " " + number($0) } ?? ""
            parts.append("\(status.look.shape) \(line(word, 40))\(percent)")
        }
        if !parts.isEmpty { text += ": " + parts.joined(separator: ", ") }
        return row.why.isEmpty ? text : text + "\n  " + line(row.why, 300)
    }

    /// A text on one line, whatever it holds: what would end the line, or steer a terminal, is a space.
    func line(_ text: String, _ limit: Int) -> String {
        let clean = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: " "
            // What turns the direction of the text round.
            case .format where (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value): " "
            default: scalar
            }
        }
        return Shortening.short(String(String.UnicodeScalarView(clean)), limit)
    }

    private func number(_ value: Value) -> String {
        value.format.shown(value.number, currency: report.currency, locale: report.locale)
    }
}
