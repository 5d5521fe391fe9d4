import Languages
import Metrics

/// Draws what lies in a folder of reports as a page: one HTML file that loads nothing from elsewhere, without scripts, in the language
/// and the colour of the newest report.
///
/// - Returns: The whole file in UTF-8.
public func renderIndex(_ index: ReportIndex) throws(ReportError) -> [UInt8] {
    Array(try PageTemplates.render("index", IndexPage(index).node()).utf8)
}

/// An index on its way to a page.
struct IndexPage {
    private let index: ReportIndex
    private let language: Language

    init(_ index: ReportIndex) {
        self.index = index
        language = Language(locale: index.editions.first?.locale ?? "en")
    }

    private func say(_ words: IndexWords, _ parts: String...) -> String { words.text(language, parts) }

    /// What the page's template is filled from.
    func node() -> Node {
        let company = index.editions.first?.company ?? ""
        let title = say(.title)
        var theme = Theme()
        theme.accent = index.editions.first?.accent
        return [
            "language": .text(language.rawValue), "mark": .text(Markup(trusted: ReportIndex.mark)), "title": .text(title),
            "company": .text(company), "style": .text(theme.style),
            "policy": .text(PagePolicy.text(style: theme.style)), "skip": .text(say(.skip)),
            "subtitle": .text(say(.counts, String(index.pipelines.count), String(index.editions.count))),
            "none": .text(index.editions.isEmpty ? say(.none) : ""), "backToTop": .text(say(.top)),
            "pipelines": .nodes(index.pipelines.enumerated().map { pipeline($0, $1.name, $1.editions) }),
        ]
    }

    private func pipeline(_ place: Int, _ name: String, _ editions: [ReportIndex.Edition]) -> Node {
        let newest = editions[0]
        let titles: [(IndexWords, String)] = [
            (.period, "t"), (.star, "t"), (.value, ""), (.plan, "t"), (.data, "t"), (.asOf, "t"), (.open, "t"),
        ]
        let page = newest.files.contains("report.html") ? "report.html" : newest.files.first
        return [
            "id": .text("p\(place + 1)"), "heading": .text(newest.company == name ? name : "\(newest.company) · \(name)"),
            "hasLead": .flag(!newest.headline.isEmpty), "lead": .text(newest.headline),
            "leadLanguage": .text(language(of: newest)),
            "leadLink": .text(page.map { Address.link("\(newest.folder)/\($0)") } ?? ""),
            "columns": .nodes(titles.map { ["name": .text(say($0)), "class": .text($1)] }),
            "rows": .nodes(editions.map { ["cells": .nodes(cells($0)), "links": .nodes(links($0))] }),
        ]
    }

    private func cells(_ edition: ReportIndex.Edition) -> [Node] {
        let name = edition.edition == 1 ? edition.period : say(.edition, edition.period, String(edition.edition))
        func cell(_ text: String, _ look: String, tag: String = "td", isOwn: Bool = true) -> Node {
            [
                "tag": .text(tag), "scope": .text(tag == "th" ? "row" : ""), "class": .text(look),
                "content": .text(Shortening.short(text, Shortening.folded)),
                "language": .text(isOwn ? language(of: edition) : ""),
            ]
        }
        return [
            cell(name, "t", tag: "th", isOwn: false), cell(edition.star, "t wide"), cell(edition.value, "n"),
            cell(
                edition.offTrack > 0 ? "\(Status.bad.look.shape) \(edition.plan)" : edition.plan,
                edition.offTrack > 0 ? "t wide bad" : "t wide"
            ),
            cell(edition.data, edition.gaps > 0 ? "t wide bad" : "t wide"), cell(edition.asOf, "t day", isOwn: false),
        ]
    }

    private func links(_ edition: ReportIndex.Edition) -> [Node] {
        func link(_ path: String, _ word: String) -> Node {
            [
                "link": .text(Address.link(path)), "word": .text(Shortening.short(word, 40)),
                "label": .text("\(word), \(edition.pipeline) \(edition.period)"),
            ]
        }
        return edition.files.map { file in
            link("\(edition.folder)/\(file)", say(file.hasSuffix(".xlsx") ? .workbook : .page))
        } + edition.others.map { link($0.page, $0.name) }
    }

    /// The language of an edition's texts where that is not the page's.
    private func language(of edition: ReportIndex.Edition) -> String {
        edition.locale == language.rawValue ? "" : edition.locale
    }
}

/// Addresses within a folder.
enum Address {
    /// A path as an address: what means something in addresses is written as bytes.
    static func link(_ path: String) -> String {
        guard !path.isEmpty else { return "" }
        let escaped = path.utf8.map { byte in
            let isPlain =
                (byte | 32 >= 97 && byte | 32 <= 122) || (byte >= 48 && byte <= 57) || [45, 46, 47, 95, 126].contains(byte)
            let digits = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
        return (path.contains(":") ? "./" : "") + escaped
    }
}
