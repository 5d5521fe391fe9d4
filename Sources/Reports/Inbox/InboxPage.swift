import Facts
import Languages
import Metrics

/// Draws what a run made of an inbox as a page: one HTML file that loads nothing from elsewhere, without scripts.
///
/// - Returns: The whole file in UTF-8.
public func renderInbox(_ status: InboxStatus) throws(ReportError) -> [UInt8] {
    Array(try PageTemplates.render("inbox", InboxPage(status).node()).utf8)
}

/// The state of an inbox on its way to a page.
struct InboxPage {
    private let status: InboxStatus
    private let language: Language

    init(_ status: InboxStatus) {
        self.status = status
        language = Language(locale: status.locale)
    }

    private func say(_ words: InboxWords, _ parts: String...) -> String { words.text(language, parts) }

    /// What the page's template is filled from.
    func node() -> Node {
        let (present, gone) = (status.files.filter { !$0.isGone }, status.files.filter { $0.isGone && $0.rows > 0 })
        var sections = [late, rejects].compactMap { $0 }
        sections.append(files("files", say(.filesTitle), present, note: present.isEmpty ? say(.noFiles) : ""))
        if !gone.isEmpty { sections.append(files("gone", say(.goneTitle), gone, note: say(.goneNote))) }
        let found = (present + gone).flatMap { file in file.remarks.map { (file.path, $0) } }
        sections += [
            remarks("found", say(.remarksTitle), found),
            remarks("general", say(.generalTitle), status.remarks.map { ("", $0) }),
        ]
        .compactMap { $0 }
        let isPublished = status.published != nil
        return [
            "language": .text(status.locale), "title": .text(say(.title)), "company": .text(status.company),
            "pipeline": .text(status.pipeline), "time": .text(say(.runAt, status.time)), "style": .text(PageTemplates.style),
            "policy": .text(PagePolicy.text(style: PageTemplates.style)),
            "skip": .text(say(.skip)), "verdict": .text(say(isPublished ? .published : .notPublished, status.period)),
            "verdictClass": .text(isPublished ? "" : "bad"),
            "reports": .nodes(
                status.published.map { [["link": .text(Address.link($0 + "/report.html")), "word": .text(say(.report))]] } ?? []
            ),
            "messages": .nodes(messages(present).map { ["text": .text($0)] }),
            "reasons": .nodes(status.failure.isEmpty ? [] : [["text": .text(status.failure)]]),
            "notes": .nodes(notes.map { ["text": .text($0)] }), "sections": .nodes(sections), "backToTop": .text(say(.top)),
        ]
    }

    private func messages(_ present: [InboxStatus.File]) -> [String] {
        guard status.published != nil else { return [] }
        let count = present.count { toDo($0).isNeeded }
        if count > 0 { return [say(.pieces, String(count))] }
        return status.late.isEmpty ? [say(.allWell)] : []
    }

    private var notes: [String] {
        guard status.published == nil else { return [] }
        return [say(.notPublishedHint), status.latest.map { say(.standing, $0) } ?? say(.nothingStands)]
    }

    // MARK: Sections

    private static var noTable: [String: Node.Field] { ["hasTable": .flag(false), "columns": .nodes([]), "rows": .nodes([])] }

    private func section(_ id: String, _ heading: String, note: String, lines: [Node] = [], table: Node? = nil) -> Node {
        var node: Node = [
            "id": .text(id), "heading": .text(heading), "note": .text(note), "lines": .nodes(lines),
        ]
        node.fields.merge(table?.fields ?? Self.noTable) { $1 }
        return node
    }

    private var late: Node? {
        guard !status.late.isEmpty else { return nil }
        let lines = status.late.map { late -> Node in
            let (source, day) = (capital(late.source[language]), late.since.description)
            let text = late.series.map { say(.sinceNamed, source, $0, day) } ?? say(.since, source, day)
            return ["text": .text(text), "link": .text("")]
        }
        return section("late", say(.missing), note: say(.missingHint), lines: lines)
    }

    private var rejects: Node? {
        guard !status.rejects.isEmpty else { return nil }
        let lines = status.rejects.map { rejects -> Node in
            [
                "text": .text("\(rejects.source).csv (\(say(.rowsCount, String(rejects.rows))))"),
                "link": .text(Address.link(rejects.path)),
            ]
        }
        return section("rejects", say(.rejectsTitle), note: say(.rejectsNote), lines: lines)
    }

    private func files(_ id: String, _ heading: String, _ files: [InboxStatus.File], note: String) -> Node {
        let titles: [(InboxWords, String)] = [
            (.file, "t"), (.takenFor, "t"), (.rows, ""), (.used, ""), (.replaced, ""), (.excluded, ""), (.rejected, ""),
            (.came, "t"), (.toDo, "t"),
        ]
        // What needs something to be done comes first.
        let sorted = files.filter { toDo($0).isNeeded } + files.filter { !toDo($0).isNeeded }
        let rows = sorted.map { file -> Node in
            let todo = toDo(file)
            let rejects = status.rejects.first { $0.source == file.sourceName && file.rejected > 0 }
            let numbers = [file.rows, file.used, file.replaced, file.excluded].map { cell(String($0)) }
            let cells =
                [cell(file.path, tag: "th", "wide"), cell(takenFor(file), "t \(look(file))")] + numbers + [
                    cell(String(file.rejected), file.rejected > 0 ? "bad" : "", link: rejects?.path ?? ""),
                    cell(file.came, "t"), cell(todo.text, todo.isNeeded ? "t wide bad" : "t wide quiet"),
                ]
            return ["cells": .nodes(cells)]
        }
        return section(id, heading, note: note, table: table(titles, rows))
    }

    private func remarks(_ id: String, _ heading: String, _ remarks: [(file: String, remark: Remark)]) -> Node? {
        guard !remarks.isEmpty else { return nil }
        let sorted = remarks.filter { $0.remark.severity == .warning } + remarks.filter { $0.remark.severity != .warning }
        let rows = sorted.map { file, remark -> Node in
            let isWarning = remark.severity == .warning
            return [
                "cells": .nodes([
                    cell(remark.place.isEmpty ? file : remark.place, tag: "th", "wide"),
                    cell(say(isWarning ? .warning : .note), isWarning ? "t bad" : "t quiet"),
                    cell(remark.message, "t wide", isEnglish: remark.isEnglish),
                    cell(remark.hint, "t wide", isEnglish: remark.isEnglish),
                ])
            ]
        }
        let titles: [(InboxWords, String)] = [(.place, "t"), (.severity, "t"), (.what, "t"), (.toDo, "t")]
        return section(id, heading, note: say(.inEnglish), table: table(titles, rows))
    }

    private func table(_ titles: [(InboxWords, String)], _ rows: [Node]) -> Node {
        let columns = titles.map { words, look -> Node in ["name": .text(say(words)), "class": .text(look)] }
        return ["hasTable": .flag(!rows.isEmpty), "columns": .nodes(columns), "rows": .nodes(rows)]
    }

    private func cell(
        _ content: String, tag: String = "td", _ look: String = "", link: String = "", isEnglish: Bool = false
    ) -> Node {
        let short = Shortening.short(content, 2000)
        return [
            "tag": .text(tag), "class": .text(look.trimmed), "content": .text(short), "link": .text(Address.link(link)),
            "english": .text(isEnglish && language != .en ? "en" : ""),
        ]
    }

    // MARK: Words

    private func takenFor(_ file: InboxStatus.File) -> String {
        switch file.state {
        case .read, .unfinished: capital(file.source?[language] ?? say(.unknown))
        case .unrecognised: say(.unknown)
        case .refused: file.source.map { "\(capital($0[language])) — \(say(.refused))" } ?? say(.refused)
        case .left: say(.left)
        case .same(let other): say(.same, other)
        case .retracted: say(.retracted)
        }
    }

    private func look(_ file: InboxStatus.File) -> String {
        switch file.state {
        case .unrecognised, .refused: "bad"
        case .left, .same, .retracted, .unfinished: "quiet"
        case .read: ""
        }
    }

    /// What is to be done about a file, and whether anything is.
    private func toDo(_ file: InboxStatus.File) -> (text: String, isNeeded: Bool) {
        switch file.state {
        case .unrecognised: return (say(.doName), true)
        case .refused: return (say(.doRefused), true)
        case .left: return (say(.doLeft), false)
        case .same: return (say(.doSame), false)
        case .retracted: return (say(.doRetracted), false)
        case .read, .unfinished: break
        }
        if file.rejected > 0 {
            let rejects = status.rejects.first { $0.source == file.sourceName }
            let name = "\(rejects.map { Self.name($0.path) } ?? file.sourceName + ".csv")"
            return (say(rejects?.isIncomplete == true ? .doMendIncomplete : .doMend, String(file.rejected), name), true)
        }
        if file.remarks.contains(where: { $0.severity == .warning }) { return (say(.doSee), true) }
        if file.state == .unfinished { return (say(.doUnfinished), false) }
        if file.rows > 0, file.replaced == file.rows { return (say(.doReplaced), false) }
        return (say(.nothingToDo), false)
    }

    private func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private static func name(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }
}

extension String {
    fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
