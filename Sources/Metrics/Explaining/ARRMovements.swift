import Facts
public import RollUps

/// Changes of ARR by its movements, and by the customers whose they are.
extension Explainer where Values == LocalRollUp {
    /// The explanation of a metric, and where it is a sum of ARR and its movements also by movement and by customer.
    ///
    /// - Parameter mostCustomers: How many customers are named; the others stand together.
    public func fullExplanation(
        of metric: Metric, _ comparison: Comparison, by dimensions: [Int]? = nil, mostCustomers: Int = 20
    ) -> Explanation? {
        guard var explanation = explanation(of: metric, comparison, by: dimensions) else { return nil }
        guard case .sum(let sum) = metric.resolved.shape({ _ in false }), let moves = moves(sum, comparison) else {
            return explanation
        }
        var byMovement = Explanation.Split(.movement)
        for kind in MovementKind.allCases {
            guard let effect = moves.byKind[kind], !effect.isZero else { continue }
            byMovement.parts.append(.init(member: .movement(kind), kind: .sum, effect: effect))
        }
        var byCustomer = Explanation.Split(.customer)
        let ranks = values.customerRanks
        let largest = moves.byCustomer.lazy.filter { !$0.value.isZero }.map {
            (key: $0.key, value: $0.value, magnitude: $0.value.magnitude)
        }.sorted { a, b in
            a.magnitude == b.magnitude ? ranks[Int(a.key)] < ranks[Int(b.key)] : Number.less(b.magnitude, a.magnitude)
        }
        for (customer, effect, _) in largest.prefix(mostCustomers) {
            byCustomer.parts.append(.init(member: .customer(customer), kind: .sum, effect: effect))
        }
        if largest.count > mostCustomers {
            let rest = largest.dropFirst(mostCustomers).reduce(Number.zero) { $0 + $1.value }
            byCustomer.parts.append(.init(member: .others, kind: .sum, effect: rest))
        }
        explanation.splits += [byMovement, byCustomer]
        return explanation
    }

    /// What each kind of movement and each customer adds to a change of a sum of ARR; nil where the sum is of anything else.
    private func moves(_ sum: Sum, _ comparison: Comparison) -> (byKind: [MovementKind: Number], byCustomer: [UInt32: Number])?
    {
        var (byKind, byCustomer): ([MovementKind: Number], [UInt32: Number]) = ([:], [:])
        /// Adds the movements from a day up to another, times a number, of one kind or by which way they go.
        func add(_ kind: MovementKind?, from start: Day, to end: Day, _ factor: Number) {
            // In minor units: whole numbers are soon added up.
            var (ofKind, ofCustomer): ([MovementKind: Int128], [UInt32: Int128]) = ([:], [:])
            values.revenue.forEachMovement(from: start, to: end) { movement in
                guard kind == nil || movement.kind == kind else { return }
                let amount = kind == nil ? movement.signed : movement.amount
                ofKind[movement.kind, default: 0] += amount
                ofCustomer[movement.customer, default: 0] += amount
            }
            for (kind, amount) in ofKind { byKind[kind] = (byKind[kind] ?? .zero) + factor * values.money(amount) }
            for (customer, amount) in ofCustomer {
                byCustomer[customer] = (byCustomer[customer] ?? .zero) + factor * values.money(amount)
            }
        }
        for (leaf, factor) in sum.terms {
            guard leaf.only == nil else { return nil }
            let (before, now) = (comparison.before(leaf), comparison.now(leaf))
            if leaf.measure == "arr_closing" || leaf.measure == "arr_opening" {
                let isOpening = leaf.measure == "arr_opening"
                let (first, last) = isOpening ? (before.start - 1, now.start - 1) : (before.stock, now.stock)
                // All ARR of the first snapshot would be new.
                if case .snapshots(let begin)? = values.facts.terms?.origin, min(first, last) < begin { return nil }
                add(nil, from: min(first, last) + 1, to: max(first, last), first <= last ? factor : -factor)
            } else if leaf.measure.hasPrefix("arr_"), let kind = MovementKind(rawValue: String(leaf.measure.dropFirst(4))) {
                add(kind, from: before.start, to: before.end, -factor)
                add(kind, from: now.start, to: now.end, factor)
            } else {
                return nil
            }
        }
        return (byKind, byCustomer)
    }
}
