import Facts
import Languages
import Metrics
import Reports
import RollUps

/// Takes out of a report's makings what an audience is not to know, before anything is composed of them: what is not there can be in no
/// file. Customers get numbers by the order of their ids, so that a reader can tell one from another.
struct Withholding {
    let kinds: Set<Withheld>
    let locale: String

    /// The same roll-ups under other names, and the metrics that may be told.
    func apply(_ rollUp: LocalRollUp, _ catalogue: Catalogue) -> (LocalRollUp, Catalogue) {
        let measures = kinds.contains(.spend) ? Withholding.spendMeasures : []
        let told = catalogue.without(measures, owners: kinds.contains(.owners))
        var facts = rollUp.facts
        let scrubber = Scrubber(secrets(facts, catalogue))
        let pools = rollUp.members.dimensions.map { renamed($0, secrets: scrubber) }
        for (place, pool) in pools.enumerated() where facts.dimensions.indices.contains(place) {
            facts.dimensions[place].members = pool
        }
        if kinds.contains(.customerNames) { numberCustomers(&facts) }
        if kinds.contains(.owners) {
            for place in facts.targets.indices { facts.targets[place].owner = "" }
            for place in facts.actions.indices { facts.actions[place].owner = "" }
            for place in facts.notes.indices { facts.notes[place].author = "" }
            let count = facts.customers?.owners.count ?? 0
            facts.customers?.owners = [String](repeating: "", count: count)
            facts.leadOwners = Pool()
        }
        if kinds.contains(.comments) {
            facts.notes.removeAll(where: \.audience.isEmpty)
            let count = facts.surveys?.comments.count ?? 0
            facts.surveys?.comments = [String](repeating: "", count: count)
            facts.terms?.reasons = nil
        }
        renameInitiatives(&facts, scrubber)
        if kinds.contains(.spend) {
            facts.spend = nil
            facts.sources.remove(.spend)
            facts.targets.removeAll { measures.contains($0.metric) || catalogue[$0.metric] != nil && told[$0.metric] == nil }
        }
        facts.targets = facts.targets.map { target in
            var target = target
            target.member = scrubber.holds(target.member) ? "…" : target.member
            return target
        }
        scrub(&facts, scrubber)
        // What files are called is none of the readers' business.
        for place in facts.late.indices where facts.late[place].series != nil { facts.late[place].series = "…" }
        return (rollUp.withholding(facts, members: pools), told)
    }

    /// The measures of what was spent.
    static let spendMeasures: Set<String> = ["spend", "spend_marketing", "spend_sales"]

    /// Every text that may be nowhere.
    private func secrets(_ facts: FactSet, _ catalogue: Catalogue) -> [String] {
        var secrets: [String] = []
        if kinds.contains(.customerNames) {
            // An id such as `2` or `A` says nothing, and may be the name of anything else.
            secrets += facts.customerIDs.texts.filter { $0.utf8.count > 3 || !$0.utf8.allSatisfy { $0 < 0x80 } }
            secrets += facts.customers?.names ?? []
        }
        if kinds.contains(.owners) {
            secrets += facts.customers?.owners ?? []
            secrets += facts.actions.map(\.owner) + facts.targets.map(\.owner) + facts.notes.map(\.author)
            secrets += catalogue.metrics.compactMap(\.owner)
            secrets += facts.leadOwners.texts + facts.dimensions.filter { $0.name == "owner" }.flatMap(\.members.texts)
        }
        return secrets
    }

    private func numberCustomers(_ facts: inout FactSet) {
        let ranks = facts.customerIDs.ranks
        var pool = Pool()
        for code in facts.customerIDs.texts.indices.dropFirst() {
            _ = pool.code(WithheldPhrase.customer.text(locale: locale, String(ranks[code])))
        }
        facts.customerIDs = pool
        let count = facts.customers?.names.count ?? 0
        facts.customers?.names = [String](repeating: "", count: count)
    }

    /// A dimension's members, of which those that are called like a customer or an owner have a number instead.
    private func renamed(_ dimension: Dimension, secrets: Scrubber) -> Pool {
        let texts = dimension.members.texts
        guard texts.contains(where: secrets.holds) else { return dimension.members }
        var (pool, taken) = (Pool(), Set(texts))
        for (code, text) in texts.enumerated().dropFirst() {
            var name = text
            if secrets.holds(text) {
                var number = code
                repeat {
                    name = WithheldPhrase.member.text(locale: locale, dimension.name, String(number))
                    number += texts.count
                } while taken.contains(name)
                taken.insert(name)
            }
            _ = pool.code(name)
        }
        return pool
    }

    /// Gives initiatives whose ids hold a name a number instead, wherever they are named.
    private func renameInitiatives(_ facts: inout FactSet, _ scrubber: Scrubber) {
        var names: [String: String] = [:]
        for (place, initiative) in facts.initiatives.enumerated() where scrubber.scrubbed(initiative.id) != initiative.id {
            names[initiative.id] = "… \(place + 1)"
        }
        // What no initiative has is shown as it stands.
        func name(_ id: String) -> String { names[id] ?? scrubber.scrubbed(id) }
        for place in facts.initiatives.indices { facts.initiatives[place].id = name(facts.initiatives[place].id) }
        for place in facts.actions.indices {
            facts.actions[place].initiative = name(facts.actions[place].initiative)
            facts.actions[place].id = scrubber.scrubbed(facts.actions[place].id)
        }
        for place in facts.valueMap.indices { facts.valueMap[place].initiative = name(facts.valueMap[place].initiative) }
        for place in facts.oneOffs.indices { facts.oneOffs[place].initiative = name(facts.oneOffs[place].initiative) }
        guard !names.isEmpty else { return }
        if let ids = facts.customers?.initiatives { facts.customers?.initiatives = ids.map { names[$0] ?? $0 } }
        if let ids = facts.spend?.initiatives { facts.spend?.initiatives = ids.map { names[$0] ?? $0 } }
    }

    /// Takes names out of what people wrote about plans.
    private func scrub(_ facts: inout FactSet, _ scrubber: Scrubber) {
        if let teams = facts.headcount?.teams { facts.headcount?.teams = teams.map(scrubber.scrubbed) }
        for place in facts.actions.indices {
            facts.actions[place].task = scrubber.scrubbed(facts.actions[place].task)
            facts.actions[place].department = scrubber.scrubbed(facts.actions[place].department)
            facts.actions[place].status = scrubber.scrubbed(facts.actions[place].status)
        }
        for place in facts.notes.indices {
            facts.notes[place].text = scrubber.scrubbed(facts.notes[place].text)
            facts.notes[place].metric = scrubber.scrubbed(facts.notes[place].metric)
        }
        for place in facts.initiatives.indices {
            facts.initiatives[place].name = scrubber.scrubbed(facts.initiatives[place].name)
            facts.initiatives[place].texts = facts.initiatives[place].texts.mapValues(scrubber.scrubbed)
        }
        for place in facts.valueMap.indices {
            facts.valueMap[place].text = scrubber.scrubbed(facts.valueMap[place].text)
            facts.valueMap[place].answeredBy = scrubber.scrubbed(facts.valueMap[place].answeredBy)
            facts.valueMap[place].evidence = scrubber.scrubbed(facts.valueMap[place].evidence)
        }
    }
}

/// Finds names in texts, whatever their case, where they stand as words, and puts `…` in their place.
struct Scrubber {
    /// Names by their first two scalars in small letters, the longest first.
    private var names: [[Unicode.Scalar]: [[Unicode.Scalar]]] = [:]
    private var whole: Set<[Unicode.Scalar]> = []

    /// - Parameter secrets: The names; what is shorter than three characters, or has no letter, is only looked for as a whole text.
    init(_ secrets: [String]) {
        for secret in Set(secrets) where !secret.isEmpty {
            let scalars = Scrubber.small(secret)
            whole.insert(scalars)
            guard scalars.count >= 3, scalars.contains(where: \.properties.isAlphabetic) else { continue }
            names[Array(scalars.prefix(2)), default: []].append(scalars)
        }
        for key in names.keys {
            names[key]!.sort { $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count > $1.count }
        }
    }

    /// Whether a text is one of the names.
    func holds(_ text: String) -> Bool { !text.isEmpty && whole.contains(Scrubber.small(text)) }

    /// A text without the names.
    func scrubbed(_ text: String) -> String {
        guard !names.isEmpty, !text.isEmpty else { return text }
        let (own, small) = (Array(text.unicodeScalars), Scrubber.small(text))
        guard own.count == small.count, own.count >= 3 else { return holds(text) ? "…" : text }
        var (result, place) = (String.UnicodeScalarView(), 0)
        while place < own.count {
            if let length = length(at: place, small) {
                result.append("…")
                place += length
            } else {
                result.append(own[place])
                place += 1
            }
        }
        return String(result)
    }

    /// How long the name is that stands at a place; nil where none does.
    private func length(at place: Int, _ text: [Unicode.Scalar]) -> Int? {
        guard place + 2 < text.count, Scrubber.isEdge(text, place), let found = names[Array(text[place..<place + 2])] else {
            return nil
        }
        return found.first { name in
            place + name.count <= text.count && text[place..<place + name.count].elementsEqual(name)
                && Scrubber.isEdge(text, place + name.count)
        }?.count
    }

    /// Whether no word goes on over a place: letters of scripts without spaces are words of their own.
    private static func isEdge(_ text: [Unicode.Scalar], _ place: Int) -> Bool {
        guard place > 0, place < text.count else { return true }
        return !(isWord(text[place - 1]) && isWord(text[place]))
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.properties.isAlphabetic || scalar.properties.numericType != nil) && scalar.value < 0x2E80
    }

    /// A text's scalars in small letters, as far as each has one of its own.
    private static func small(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.map { scalar in
            let lower = scalar.properties.lowercaseMapping.unicodeScalars
            return lower.count == 1 ? lower[lower.startIndex] : scalar
        }
    }
}
