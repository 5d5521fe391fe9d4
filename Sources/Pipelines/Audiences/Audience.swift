import Languages
import Metrics
import Reports
import Yams

/// Whom an edition of the report is for.
struct Audience: Sendable, Hashable {
    /// Its name, which is that of its folder too.
    var name: String
    /// The language; nil for that of the first audience.
    var locale: String?
    /// The sections, top to bottom; nil for the pipeline's.
    var sections: [String]?
    /// What is in no byte of its files.
    var withheld: Set<Withheld> = []
    /// Whether it leaves the company, which it says of itself.
    var isExternal = false
    /// Whether it is the letter to customers, which has none of the report's sections and no figure of the business.
    var isNewsletter = false
}

extension Configuration {
    /// Reads `audiences:`. The first is whom the report itself is for; each other gets an edition of its own.
    mutating func readAudiences(_ node: Node, _ top: YAMLMapping) throws(PipelineError) {
        guard case .sequence(let list) = node else {
            throw top.failure(node, "`audiences` takes a list, found \(node.kindName)")
        }
        for element in list {
            var mapping = try top.mapping(element, "audiences")
            var audience = Audience(name: "")
            if let node = mapping.take("name") {
                audience.name = try mapping.words(node, "name")
                if let objection = Configuration.objection(toName: audience.name) {
                    throw mapping.failure(
                        node, "an audience cannot be called `\(node.shown)`: \(objection)",
                        hint: "its files lie in a folder of that name")
                }
                if editions.contains(where: { $0.name.lowercased() == audience.name.lowercased() }) {
                    throw mapping.failure(node, "two audiences are called `\(node.shown)`", hint: "name each once")
                }
            } else if list.count > 1 {
                throw mapping.failure(element, "an audience has no `name`", hint: "its files lie in a folder of that name")
            }
            if let node = mapping.take("locale") {
                audience.locale = try mapping.choice(node, "locale", Language.choices)
            }
            if let node = mapping.take("sections") { audience.sections = try sections(node, mapping) }
            try readWithheld(&audience, &mapping)
            if let node = mapping.take("newsletter"), try mapping.flag(node, "newsletter") {
                guard !editions.isEmpty, audience.sections == nil else {
                    throw mapping.failure(
                        node, editions.isEmpty ? "the first audience gets a newsletter" : "a newsletter has no `sections`",
                        hint: editions.isEmpty
                            ? "put one before it that gets the report: its folder is the published one"
                            : "take `sections` out; docs/playbook.md says what a newsletter has")
                }
                (audience.isNewsletter, audience.isExternal) = (true, true)
                audience.withheld = Set(Withheld.allCases)
            }
            try mapping.finish()
            if editions.isEmpty, !audience.withheld.isEmpty {
                throw mapping.failure(
                    element, "the first audience has something withheld",
                    hint:
                        "put one before it that is told everything: the folder of the report holds rejected rows and `run.json` too"
                )
            }
            editions.append(audience)
        }
        if let first = editions.first, first.locale != nil { reportLocale = first.locale! }
        if let first = editions.first, let own = first.sections { sections = own }
        audiences = editions.map(\.name).filter { !$0.isEmpty }
    }

    /// What is withheld, and whether the edition is one for outside.
    private func readWithheld(_ audience: inout Audience, _ mapping: inout YAMLMapping) throws(PipelineError) {
        let external = try mapping.take("external").map { node throws(PipelineError) in try mapping.flag(node, "external") }
        if let node = mapping.take("withhold") {
            for text in try mapping.someTexts(node, "withhold") {
                let key = String(text.lowercased().map { $0 == "_" || $0 == "-" ? " " : $0 })
                guard let kind = Withheld(rawValue: key) else {
                    let names = Withheld.allCases.map(\.rawValue)
                    throw mapping.failure(
                        node, "nothing that can be withheld is called `\(text)`",
                        hint: nearest(key, in: names).map { "did you mean `\($0)`?" }
                            ?? "it can be \(names.joined(separator: ", "))")
                }
                audience.withheld.insert(kind)
            }
        } else if external == true {
            audience.withheld = Set(Withheld.allCases)
        }
        audience.isExternal = external ?? !audience.withheld.isEmpty
    }

    /// Sections of the report by their names, each once.
    func sections(_ node: Node, _ mapping: YAMLMapping) throws(PipelineError) -> [String] {
        let sections = try mapping.someTexts(node, "sections")
        if let twice = sections.indices.first(where: { sections[..<$0].contains(sections[$0]) }) {
            throw mapping.failure(node, "`sections` names `\(sections[twice])` twice", hint: "keep one of them")
        }
        for section in sections where !Configuration.allSections.contains(section) {
            let hint =
                nearest(section, in: Configuration.allSections).map { "did you mean `\($0)`?" }
                ?? "sections are \(Configuration.allSections.joined(separator: ", "))"
            throw mapping.failure(node, "no section is called `\(section)`", hint: hint)
        }
        return sections
    }
}
