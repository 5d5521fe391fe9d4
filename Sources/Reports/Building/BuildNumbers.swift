import Facts
import Languages
import Metrics
import RollUps

/// The rows of the *Numbers* sheet: every plain measure, then exactly what else the values shown refer to.
extension Composer {
    private struct Key: Hashable {
        var leaf: Leaf
        var slice: Slice
    }

    /// The numbers that the values of some sections, of the brief and of the tree of what drives ARR refer to.
    func numbers(for sections: [Section], _ brief: Brief, _ whatIf: WhatIf?) -> Numbers {
        let plain = context.catalogue.measures.map { Key(leaf: Leaf($0.id), slice: .total) }
        var known = Set(plain)
        var more: [Key] = []
        func need(_ leaf: Leaf, _ slice: Slice) {
            let key = Key(leaf: leaf, slice: slice)
            if known.insert(key).inserted { more.append(key) }
        }
        for leaf in whatIf?.leaves ?? [] { need(leaf, .total) }
        var seen: Set<Seen> = []
        for value in sections.flatMap(\.values) + brief.values {
            switch value.origin {
            case .fixed, .change, .quotient: break
            case .measure(let leaf, _, let slice): need(leaf, slice)
            case .metric(let id, _, let shift, let slice):
                guard seen.insert(Seen(id: id, shift: shift, slice: slice)).inserted else { continue }
                for leaf in context.catalogue[id]?.leaves ?? [] { need(leaf.seen(through: shift), slice) }
            }
        }
        return Numbers(rows: rows(plain + sorted(more)))
    }

    /// The rows of some keys, those of several leaves at once: rows of one leaf look at the same facts.
    private func rows(_ keys: [Key]) -> [Numbers.Row] {
        let places = Dictionary(grouping: keys.indices) { keys[$0].leaf }
        context.rollUp.prepare(places.keys, context.periods)
        let leaves = places.values.sorted { $0[0] < $1[0] }
        let found = concurrently(leaves.count) { leaf in leaves[leaf].map { row(keys[$0]) } }
        var rows = [Numbers.Row?](repeating: nil, count: keys.count)
        for (places, own) in zip(leaves, found) { for (place, row) in zip(places, own) { rows[place] = row } }
        return rows.compactMap { $0 }
    }

    private struct Seen: Hashable {
        var id: String
        var shift: Shift?
        var slice: Slice
    }

    /// Totals first, then members as they are listed; each in the catalogue's order, shifted leaves behind the others.
    private func sorted(_ keys: [Key]) -> [Key] {
        let ranks = membersInUse.map { codes in
            [UInt32: Int](uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        }
        let measures = [String: Int](uniqueKeysWithValues: context.catalogue.measures.enumerated().map { ($1.id, $0) })
        let ranked = keys.map { key in
            var rank = [0, 0, place(of: key.leaf) ?? Int.max, measures[key.leaf.measure] ?? 0]
            if case .member(let dimension, let code) = key.slice {
                (rank[0], rank[1]) = (dimension + 1, ranks[dimension][code] ?? Int(code) + ranks[dimension].count)
            }
            return (rank: rank, text: key.leaf.description, key: key)
        }
        return ranked.sorted { a, b in
            a.rank == b.rank ? precedes(a.text, b.text) : a.rank.lexicographicallyPrecedes(b.rank)
        }.map(\.key)
    }

    private func row(_ key: Key) -> Numbers.Row {
        let values = context.periods.indices.map { number(key.leaf, $0, slice: key.slice) }
        let unit = context.catalogue.measure(key.leaf.measure)?.measure.unit ?? .count
        var (dimension, member) = ("", "")
        if case .member(let index, let code) = key.slice {
            (dimension, member) = (dimensionName(index), memberName(index, code))
        }
        return Numbers.Row(
            leaf: key.leaf, slice: key.slice, name: context.catalogue.words(key.leaf, language), dimension: dimension,
            member: member, values: values, format: Format(showing: unit, values, context.currency))
    }
}

extension Section {
    /// Every value that it shows.
    var values: [Value] {
        blocks.flatMap { block -> [Value] in
            switch block {
            case .message, .note, .chart, .timeline, .sentences: []
            case .headline(_, let value, _): [value]
            case .table(let table):
                table.rows.flatMap { row in
                    row.cells.compactMap { cell in
                        guard case .value(let value) = cell else { return nil }
                        return value
                    }
                }
            }
        }
    }
}

extension Brief {
    /// Every value that it shows.
    var values: [Value] {
        (star.map { [$0.value] } ?? [])
            + parts.flatMap { part in part.rows.flatMap { row in [row.figure, row.below].compactMap { $0 } } }
    }
}
