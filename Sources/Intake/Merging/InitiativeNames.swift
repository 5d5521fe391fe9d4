import Facts

extension Assembler {
    /// Gives what names an initiative by its name, and not by its id, that id. Names are compared as members are, without regard to
    /// case, spaces, width and Unicode form; one that two initiatives have names neither, and an id goes before a name.
    mutating func joinInitiatives() {
        guard !facts.initiatives.isEmpty else { return }
        let ids = Set(facts.initiatives.map(\.id))
        var byName: [String: String?] = [:]
        for initiative in facts.initiatives {
            let name = TextForm.folded(initiative.name)
            byName[name] = byName[name] == nil ? initiative.id : .some(nil)
        }
        var found: [String: String] = [:]
        func id(_ cell: String) -> String {
            if cell.isEmpty || ids.contains(cell) { return cell }
            if let known = found[cell] { return known }
            let id = (byName[TextForm.folded(cell)] ?? nil) ?? cell
            found[cell] = id
            return id
        }
        if let cells = facts.spend?.initiatives { facts.spend?.initiatives = cells.map(id) }
        if let cells = facts.customers?.initiatives { facts.customers?.initiatives = cells.map(id) }
        for place in facts.actions.indices { facts.actions[place].initiative = id(facts.actions[place].initiative) }
        for place in facts.valueMap.indices { facts.valueMap[place].initiative = id(facts.valueMap[place].initiative) }
        for place in facts.oneOffs.indices { facts.oneOffs[place].initiative = id(facts.oneOffs[place].initiative) }
    }
}
