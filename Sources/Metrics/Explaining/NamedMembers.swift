import Facts

extension Explanation.Split {
    /// The parts of the members that make most of a change, and what all others make together; all of them where they are few.
    public func named(most: Int) -> [Explanation.Part] {
        var (sizes, order): ([Explanation.Member: Double], [Explanation.Member]) = ([:], [])
        for part in parts {
            guard case .code = part.member else { continue }
            if sizes[part.member] == nil { order.append(part.member) }
            sizes[part.member, default: 0] += abs(part.effect.double)
        }
        guard order.count > most else { return parts }
        // Of equal ones those that are listed first.
        let ranked = order.indices.sorted { a, b in
            let (x, y) = (sizes[order[a]]!, sizes[order[b]]!)
            return x == y ? a < b : x > y
        }
        let rest = Set(ranked.dropFirst(most).map { order[$0] })
        var others: [Explanation.Kind: Number] = [:]
        var kinds: [Explanation.Kind] = []
        for part in parts where rest.contains(part.member) {
            if others[part.kind] == nil { kinds.append(part.kind) }
            others[part.kind] = (others[part.kind] ?? .zero) + part.effect
        }
        return parts.filter { !rest.contains($0.member) }
            + kinds.map { Explanation.Part(member: .others, kind: $0, effect: others[$0]!) }
    }
}
