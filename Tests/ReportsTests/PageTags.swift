import Languages
import Testing

@testable import Reports

/// A mustache template's tags, and what is wrong with them: swift-mustache prints nothing for a name that it does not find.
indirect enum PageTag {
    /// `{{{name}}}`, or `{{name}}` where not `isTriple`.
    case variable(String, isTriple: Bool)
    /// `{{#name}}…{{/name}}`, or `{{^name}}` where `isInverted`.
    case section(String, [PageTag], isInverted: Bool)
    /// `{{>name}}`.
    case partial(String)

    /// The tags of a template.
    static func parse(_ text: String) -> [PageTag] {
        var rest = text[...]
        return parse(&rest, until: nil)
    }

    private static func parse(_ rest: inout Substring, until end: String?) -> [PageTag] {
        var tags: [PageTag] = []
        while let open = rest.firstRange(of: "{{") {
            rest = rest[open.upperBound...]
            let isTriple = rest.first == "{"
            guard let close = rest.firstRange(of: isTriple ? "}}}" : "}}") else { break }
            let body = rest[(isTriple ? rest.index(after: rest.startIndex) : rest.startIndex)..<close.lowerBound]
            rest = rest[close.upperBound...]
            let name = String(body.dropFirst())
            switch body.first {
            case "#", "^": tags.append(.section(name, parse(&rest, until: name), isInverted: body.first == "^"))
            case "/" where name == end: return tags
            case "/": tags.append(.variable("unbalanced /\(name)", isTriple: true))
            case ">": tags.append(.partial(name))
            default: tags.append(.variable(String(body), isTriple: isTriple))
            }
        }
        return tags
    }
}

/// Holds templates against what they are filled from.
struct PageTagCheck {
    /// What is wrong, each once.
    private(set) var problems: Set<String> = []
    /// The sections whose inside was held against something.
    private var entered: Set<String> = []
    private let templates: [String: String]

    init(templates: [String: String] = PageTemplates.sources) { self.templates = templates }

    /// Holds a template against a node. Every tag must be a name of the innermost node: one that is found further out only is
    /// found by accident.
    mutating func check(_ template: String, _ node: Node) {
        guard let text = templates[template] else {
            problems.insert("no template '\(template)'")
            return
        }
        check(PageTag.parse(text), node, template)
    }

    private mutating func check(_ tags: [PageTag], _ node: Node, _ place: String) {
        for tag in tags {
            switch tag {
            case .variable(let name, let isTriple):
                if !isTriple { problems.insert("\(place): {{\(name)}} would be escaped twice") }
                guard case .text? = node.fields[name] else {
                    problems.insert("\(place): '\(name)' is no text")
                    continue
                }
            case .section(let name, let inside, let isInverted):
                let place = "\(place)/\(isInverted ? "^" : "")\(name)"
                switch node.fields[name] {
                case .flag(let flag):
                    if flag != isInverted { enter(inside, node, place) }
                case .nodes(let nodes):
                    for node in nodes { enter(inside, node, place) }
                case .text(let text):
                    if !text.isNull { enter(inside, [".": .text(text)], place) }
                case nil: problems.insert("\(place) stands for nothing")
                }
            case .partial(let name): check(name, node)
            }
        }
    }

    private mutating func enter(_ tags: [PageTag], _ node: Node, _ place: String) {
        entered.insert(place)
        check(tags, node, place)
    }

    /// What is wrong, and the sections that nothing has filled so far.
    func verdict() -> [String] {
        var all = problems
        func walk(_ tags: [PageTag], _ place: String) {
            for case .section(let name, let inside, let isInverted) in tags {
                let place = "\(place)/\(isInverted ? "^" : "")\(name)"
                if !entered.contains(place) { all.insert("\(place) was never filled") }
                walk(inside, place)
            }
        }
        for (name, text) in templates { walk(PageTag.parse(text), name) }
        return all.sorted()
    }
}
