import Facts
import Languages

/// Draws the report in brief as the body of a mail: tables and inline styles only, as Outlook wants them, readable in the dark.
///
/// It asks nothing of anyone: no picture, no script, no address. Every text is escaped, and cut where it is very long, so that the
/// whole stays below the 102 KB at which Gmail cuts a message, whatever the company's files hold.
///
/// - Returns: The whole document in UTF-8.
public func renderMail(_ report: Report) -> [UInt8] { Array(MailPage(report).html.utf8) }

/// A report on its way to a mail's HTML.
private struct MailPage {
    let report: Report
    let brief: Brief
    let marks: Marks

    init(_ report: Report) {
        self.report = report
        brief = report.brief
        marks = Marks(locale: report.locale)
    }

    var html: String {
        let rows = [opening, star].compactMap(\.self) + brief.parts.map(part) + [paragraph(text(brief.closing, 240), size: 13)]
        return """
            <!DOCTYPE html>
            <html lang="\(report.locale)"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">\
            <meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">\
            <meta name="x-apple-disable-message-reformatting">\
            <meta name="format-detection" content="telephone=no, date=no, address=no"><title>\(text(brief.subject, 240))</title>
            <style>\(MailPage.style)</style></head>
            <body class="bg" style="margin:0;padding:0;background-color:#ffffff;">
            <div style="display:none;max-height:0;overflow:hidden;mso-hide:all;">\(text(preview, 300))</div>
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="bg" \
            style="background-color:#ffffff;"><tr><td align="center" style="\(accentBand)padding:16px 0 32px 0;">
            <table role="presentation" class="wr" width="600" cellpadding="0" cellspacing="0" border="0" \
            style="width:600px;max-width:600px;">
            \(rows.map { "<tr><td class=\"pd\" style=\"padding:0 8px 14px 8px;\">\($0)</td></tr>" }.joined(separator: "\n"))
            </table></td></tr></table></body></html>

            """
    }

    /// The band above it, in the company's colour; nothing where it has none.
    private var accentBand: String {
        report.theme.accent.map { "border-top:4px solid \($0.light.text);" } ?? ""
    }

    /// What a mail program shows beside the subject: the answers.
    private var preview: String { brief.parts.map(\.answer).joined(separator: " · ") }

    // MARK: - Its parts

    private var opening: String {
        let line = "\(text(report.company, 80)) · \(text(report.subtitle, 240))"
        return paragraph(line, size: 12, isQuiet: true)
            + "<h1 class=\"ik\" style=\"margin:0;\(font(24))font-weight:bold;color:#17202a;\">\(text(brief.headline, 240))</h1>"
            + paragraph(text(brief.lead, Shortening.message), size: 15, above: 10)
    }

    private var star: String? {
        guard let star = brief.star else { return nil }
        return paragraph(text(star.name, 80), size: 12, isQuiet: true)
            + "<p class=\"ik\" style=\"margin:0;\(font(34))font-weight:bold;color:#17202a;\">\(number(star.value))</p>"
            + paragraph(text(star.detail, 240), size: 12, isQuiet: true)
    }

    private func part(_ part: Brief.Part) -> String {
        var html = "<div class=\"bt\" style=\"border-top:2px solid #17202a;padding-top:6px;\">"
        if !part.answer.isEmpty { html += paragraph(text(part.question, 80), size: 12, isQuiet: true) }
        let answer = part.answer.isEmpty ? part.question : part.answer
        html +=
            "<h2 class=\"ik\" style=\"margin:0 0 4px 0;\(font(17))font-weight:bold;color:#17202a;\">\(text(answer, 300))</h2></div>"
        html += part.texts.map { paragraph(text($0, 600), size: 14, above: 6) }.joined()
        if !part.rows.isEmpty {
            html += "<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" "
            html += "style=\"width:100%;border-collapse:collapse;\">"
            if !part.columns.isEmpty { html += "<tr>\(part.columns.enumerated().map(heading).joined())</tr>" }
            html += part.rows.map(row).joined(separator: "\n") + "</table>"
        }
        if !part.note.isEmpty { html += paragraph(text(part.note, 600), size: 12, isQuiet: true, above: 6) }
        return html
    }

    private func heading(_ place: Int, _ title: String) -> String {
        "<th scope=\"col\" align=\"\(place == 1 ? "right" : "left")\" class=\"t2 rl\" style=\"padding:4px 12px 4px 0;\(font(12))"
            + "font-weight:normal;color:#4b5766;border-bottom:1px solid #8a95a3;\">\(text(title, 80))</th>"
    }

    private func row(_ row: Brief.Row) -> String {
        let title = text(row.title, 80) + quiet(row.detail.isEmpty ? "" : text(row.detail, 80))
        var cells: [(content: String, isNumeric: Bool)] = [(title, false)]
        if let figure = row.figure {
            let below = row.below.map { (row.goal?.limit ?? "") + number($0) } ?? ""
            cells.append(("<b>\(number(figure))</b>" + quiet(below), true))
        }
        switch row.mark {
        case .none: break
        case .text(let what): cells.append((text(what, 240), false))
        case .change(let change): cells.append((changeText(change), false))
        case .status(let status, let word, let share):
            cells.append((statusText(status, word, share) + bar(row.goal?.bar), false))
        }
        if row.why.isEmpty { return "<tr>\(cells.map { cell($0.content, isNumeric: $0.isNumeric) }.joined())</tr>" }
        let above = cells.map { cell($0.content, isNumeric: $0.isNumeric, isLast: false) }.joined()
        return "<tr>\(above)</tr>\n<tr><td colspan=\"\(cells.count)\" class=\"t2 rl\" style=\"padding:0 12px 6px 0;\(font(12))"
            + "color:#4b5766;border-bottom:1px solid #d5dbe2;\">\(text(row.why, 300))</td></tr>"
    }

    private func cell(_ content: String, isNumeric: Bool, isLast: Bool = true) -> String {
        "<td align=\"\(isNumeric ? "right" : "left")\" valign=\"top\" class=\"ik rl\" style=\"padding:6px 12px \(isLast ? 6 : 2)px 0;"
            + "\(font(13))color:#17202a;\(isLast ? "border-bottom:1px solid #d5dbe2;" : "")\">\(content)</td>"
    }

    private func quiet(_ text: String) -> String {
        text.isEmpty ? "" : "<br><span class=\"t2\" style=\"color:#4b5766;font-size:12px;\">\(text)</span>"
    }

    private func statusText(_ status: Status, _ word: String, _ share: Value?) -> String {
        let name = status.style
        let (ground, ink) =
            switch status {
            case .good: ("#e4effa", "#3f87c7")
            case .watch: ("#faf0d2", "#7a5a00")
            case .bad: ("#fbe6dc", "#b23c06")
            case .none: ("#ffffff", "#4b5766")
            }
        let percent = share.map { " " + number($0) } ?? ""
        return "<span class=\"s-\(name)\" style=\"background-color:\(ground);color:#17202a;padding:1px 7px;border-radius:9px;"
            + "font-size:12px;white-space:nowrap;\(status == .bad ? "font-weight:bold;" : "")\">"
            + "<span class=\"i-\(name)\" style=\"color:\(ink);\">\(status.look.shape)</span>&nbsp;\(text(word, 40))\(percent)</span>"
    }

    /// A target as a bar, in cells side by side as on the page and in the workbook: what is reached is solid, what is missing from the due or
    /// is above a limit coloured, what remains outlined.
    private func bar(_ bar: Brief.Bar?) -> String {
        guard let bar else { return "" }
        // Each ends where the sum up to it does, so that no pixel is lost.
        var (sum, end) = (0.0, 0)
        func part(_ share: Number, _ look: String, _ style: String) -> String {
            sum += share.double
            let width = Int((sum * 88).rounded()) - end
            guard width > 0 else { return "" }
            end += width
            return
                "<td width=\"\(width)\" height=\"7\"\(look) style=\"width:\(width)px;height:7px;font-size:1px;line-height:7px;"
                + "\(style)\">&nbsp;</td>"
        }
        let cells =
            part(bar.reached, " bgcolor=\"#17202a\" class=\"fill\"", "background-color:#17202a;")
            + part(bar.missing, " bgcolor=\"#b23c06\" class=\"miss\"", "background-color:#b23c06;")
            + part(bar.rest, " class=\"bx\"", "border:1px solid #4b5766;")
        guard end > 0 else { return "" }
        return
            "<div style=\"height:4px;line-height:4px;font-size:4px;\">&nbsp;</div><table role=\"presentation\" cellpadding=\"0\" "
            + "cellspacing=\"0\" border=\"0\" width=\"\(end)\" style=\"width:\(end)px;border-collapse:collapse;\"><tr>\(cells)</tr></table>"
    }

    /// A change with its arrow, and the word for better or worse.
    private func changeText(_ change: Value) -> String {
        let isFavourable = change.judgement(report.currency)
        let words = [change.arrow(report.currency), number(change), marks.word(isFavourable)].filter { !$0.isEmpty }
        let look = isFavourable.map { $0 ? ("lk", "#0a559f") : ("wr2", "#9c3304") }
        guard let look else { return words.joined(separator: " ") }
        return "<span class=\"\(look.0)\" style=\"color:\(look.1);white-space:nowrap;\">\(words.joined(separator: " "))</span>"
    }

    // MARK: - Pieces

    private func paragraph(_ markup: String, size: Int, isQuiet: Bool = false, above: Int = 0) -> String {
        guard !markup.isEmpty else { return "" }
        return "<p class=\"\(isQuiet ? "t2" : "ik")\" style=\"margin:\(above)px 0 2px 0;\(font(size))"
            + "color:\(isQuiet ? "#4b5766" : "#17202a");\">\(markup)</p>"
    }

    private func font(_ size: Int) -> String {
        "font-family:-apple-system,'Segoe UI',Roboto,Arial,'PingFang SC','Microsoft YaHei',sans-serif;font-size:\(size)px;"
            + "line-height:\(size * 7 / 5)px;"
    }

    private func text(_ text: String, _ limit: Int) -> String { Markup.escaped(Shortening.short(text, limit)) }

    /// A number as every rendering writes it.
    private func number(_ value: Value) -> String {
        Markup.escaped(value.format.shown(value.number, currency: report.currency, locale: report.locale))
    }

    private static let style = """
        :root{color-scheme:light dark;supported-color-schemes:light dark}body{margin:0;padding:0}\
        @media (max-width:620px){.wr{width:100%!important}.pd{padding-left:16px!important;padding-right:16px!important}}
        @media (prefers-color-scheme:dark){body,.bg{background-color:#11161c!important}.ik,.ik b,h1,h2{color:#e9edf2!important}\
        .t2{color:#aab5c2!important}.rl{border-color:#303a46!important}.bt{border-color:#e9edf2!important}\
        .fill{background-color:#e9edf2!important}.miss{background-color:#ff9d66!important}.bx{border-color:#aab5c2!important}\
        .s-off{background-color:#4b2717!important;color:#e9edf2!important}\
        .s-watch{background-color:#3f360f!important;color:#e9edf2!important}\
        .s-on{background-color:#15324f!important;color:#e9edf2!important}\
        .s-none{background-color:#11161c!important;color:#e9edf2!important}\
        .i-off{color:#ff9d66!important}.i-watch{color:#e8c64d!important}.i-on{color:#4a8bcb!important}.i-none{color:#aab5c2!important}\
        .lk{color:#86bdf3!important}.wr2{color:#ffa878!important}}
        """
}
