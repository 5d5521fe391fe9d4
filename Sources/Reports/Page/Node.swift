import Languages

internal import Mustache

/// What a template is filled from: names and what they stand for. Every node of a kind has the same names, so that a test can
/// hold each template's tags against them; swift-mustache itself prints nothing for a name that is missing.
struct Node: MustacheParent, ExpressibleByDictionaryLiteral {
    /// What a name stands for.
    enum Field {
        /// Text or markup; as a section it is skipped when empty and is `.` inside.
        case text(Markup)
        /// A condition.
        case flag(Bool)
        /// A section repeated for each.
        case nodes([Node])
    }

    /// All names.
    var fields: [String: Field]

    init(dictionaryLiteral elements: (String, Field)...) {
        fields = Dictionary(elements, uniquingKeysWith: { _, last in last })
    }

    func child(named name: String) -> Any? {
        switch fields[name] {
        case .text(let markup): markup
        case .flag(let flag): flag
        case .nodes(let nodes): nodes
        case nil: nil
        }
    }
}

extension Node.Field {
    /// Text, whatever it looks like.
    static func text(_ text: String) -> Node.Field { .text(Markup(text)) }
}

/// The templates that are compiled in, parsed once.
enum PageTemplates {
    /// Each template's name and text.
    static let sources: [String: String] = [
        "page": text(PackageResources.page_mustache),
        "front": text(PackageResources.front_mustache),
        "headline": text(PackageResources.headline_mustache),
        "figure": text(PackageResources.figure_mustache),
        "table": text(PackageResources.table_mustache),
        "chart": text(PackageResources.chart_mustache),
        "cell": text(PackageResources.cell_mustache),
        "row": text(PackageResources.row_mustache),
        "fold": text(PackageResources.fold_mustache),
        "inbox": text(PackageResources.inbox_mustache),
        "index": text(PackageResources.index_mustache),
    ]

    /// The script, as it stands in the page.
    static let script = Markup(trusted: compact(text(PackageResources.page_js)))

    /// The style sheet, as it stands in the page.
    static let style = Markup(
        trusted: compact(text(PackageResources.style_css)).replacing("/columns/{}", with: ColumnStyle.sheet))

    /// A style sheet or script without its comments, and without the spaces at the beginnings of lines.
    private static func compact(_ style: String) -> String {
        let bytes = Array(style.utf8)
        var (kept, at): ([UInt8], Int) = ([], 0)
        kept.reserveCapacity(bytes.count)
        while at < bytes.count {
            if bytes[at...].starts(with: "/*".utf8),
                let end = (at + 2..<max(at + 2, bytes.count)).first(where: { bytes[$0...].starts(with: "*/".utf8) })
            {
                at = end + 2
            } else {
                kept.append(bytes[at])
                at += 1
            }
        }
        return kept.split(separator: UInt8(ascii: "\n")).map { $0.drop { $0 == UInt8(ascii: " ") } }.filter { !$0.isEmpty }
            .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    }

    /// Makes ready what is the same in every page.
    static func prepare() { _ = (script, style, library) }

    private static let library: Result<MustacheLibrary, ReportError> = {
        do {
            return .success(MustacheLibrary(templates: try sources.mapValues { try MustacheTemplate(string: $0) }))
        } catch {
            return .failure(ReportError(code: .badTemplate, message: "a template of the page cannot be parsed: \(error)"))
        }
    }()

    /// The template called `name`, filled from `node`.
    static func render(_ name: String, _ node: Node) throws(ReportError) -> String {
        guard let html = try library.get().render(node, withTemplate: name) else {
            throw ReportError(code: .badTemplate, message: "the page has no template '\(name)'")
        }
        return html
    }

    /// A template without its last newline: for what stands inside a line.
    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...], as: UTF8.self)
    }
}

/// A template filled once with holes, to be filled a thousand times: what a big table's cells are written with, as a template
/// engine looks up every name of every cell anew.
struct Fragment {
    private var pieces: [String] = []
    private var order: [Int] = []

    /// The template `name`, filled from `node` but for the `holes`, which stay open; nil for a hole that is not wanted.
    init(_ name: String, _ node: Node, holes: [String?]) throws(ReportError) {
        var node = node
        for case (let index, let hole?) in holes.enumerated() {
            // U+0001 and U+0002 are in no escaped text.
            node.fields[hole] = .text(Markup(trusted: "\u{1}\(index)\u{2}"))
        }
        let html = try PageTemplates.render(name, node)
        for (index, part) in html.split(separator: "\u{1}", omittingEmptySubsequences: false).enumerated() {
            if index == 0 {
                pieces.append(String(part))
            } else if let end = part.firstIndex(of: "\u{2}"), let hole = Int(part[..<end]) {
                order.append(hole)
                pieces.append(String(part[part.index(after: end)...]))
            }
        }
        for case (let index, let hole?) in holes.enumerated() where !order.contains(index) {
            throw ReportError(code: .badTemplate, message: "the template '\(name)' has no tag '\(hole)'")
        }
    }

    /// Appends the template with each hole filled.
    func write(_ values: [Markup], to html: inout String) {
        html += pieces[0]
        for (hole, piece) in zip(order, pieces.dropFirst()) {
            html += values[hole].html
            html += piece
        }
    }
}

/// Makes ready what all pages have in common. Of use while something else is done; who does not wait for it makes it ready when it is needed.
public func prepareRendering() { PageTemplates.prepare() }
