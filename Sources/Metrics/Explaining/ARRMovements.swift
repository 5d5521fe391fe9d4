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
        let ids = values.facts.customerIDs
        let largest = moves.byCustomer.first(mostCustomers) { a, b in
            a.magnitude == b.magnitude ? precedes(ids[a.customer], ids[b.customer]) : Number.less(b.magnitude, a.magnitude)
        }
        for moved in largest {
            byCustomer.parts.append(.init(member: .customer(moved.customer), kind: .sum, effect: moved.effect))
        }
        if moves.byCustomer.count > largest.count {
            let named = Set(largest.map(\.customer))
            let rest = moves.byCustomer.reduce(Number.zero) { named.contains($1.customer) ? $0 : $0 + $1.effect }
            byCustomer.parts.append(.init(member: .others, kind: .sum, effect: rest))
        }
        explanation.splits += [byMovement, byCustomer]
        return explanation
    }

    /// What each kind of movement and each customer adds to a change of a sum of ARR; nil where the sum is of anything else.
    private func moves(_ sum: Sum, _ comparison: Comparison) -> Moves? {
        guard let spans = spans(sum, comparison) else { return nil }
        var moves = Moves()
        guard let first = spans.map(\.start).min(), let last = spans.map(\.end).max() else { return moves }
        // In minor units: whole numbers are soon added up.
        var ofKind = spans.map { _ in [MovementKind: Int128]() }
        var ofCustomer = spans.map { _ in Int128(0) }
        for customer in 0..<values.revenue.customerCount {
            var isMoved = false
            values.revenue.forEachMovement(of: customer, from: first, to: last) { movement in
                for (place, span) in spans.enumerated() where span.holds(movement) {
                    let amount = span.kind == nil ? movement.signed : movement.amount
                    ofKind[place][movement.kind, default: 0] += amount
                    ofCustomer[place] += amount
                    isMoved = true
                }
            }
            guard isMoved else { continue }
            var effect = Number.zero
            for place in spans.indices where ofCustomer[place] != 0 {
                effect = effect + spans[place].factor * values.money(ofCustomer[place])
                ofCustomer[place] = 0
            }
            if !effect.isZero {
                moves.byCustomer.append(.init(customer: UInt32(customer), effect: effect, magnitude: effect.magnitude))
            }
        }
        for (place, span) in spans.enumerated() {
            for (kind, amount) in ofKind[place] {
                moves.byKind[kind] = (moves.byKind[kind] ?? .zero) + span.factor * values.money(amount)
            }
        }
        return moves
    }

    /// The days whose movements a sum of ARR is of, in either period, and how often each counts; nil where it is of anything else.
    private func spans(_ sum: Sum, _ comparison: Comparison) -> [MovementSpan]? {
        var spans: [MovementSpan] = []
        for (leaf, factor) in sum.terms {
            guard leaf.only == nil else { return nil }
            let (before, now) = (comparison.before(leaf), comparison.now(leaf))
            if leaf.measure == "arr_closing" || leaf.measure == "arr_opening" {
                let isOpening = leaf.measure == "arr_opening"
                let (first, last) = isOpening ? (before.start - 1, now.start - 1) : (before.stock, now.stock)
                // All ARR of the first snapshot would be new.
                if case .snapshots(let begin)? = values.facts.terms?.origin, min(first, last) < begin { return nil }
                spans.append(
                    MovementSpan(
                        kind: nil, start: min(first, last) + 1, end: max(first, last), factor: first <= last ? factor : -factor)
                )
            } else if leaf.measure.hasPrefix("arr_"), let kind = MovementKind(rawValue: String(leaf.measure.dropFirst(4))) {
                spans.append(MovementSpan(kind: kind, start: before.start, end: before.end, factor: -factor))
                spans.append(MovementSpan(kind: kind, start: now.start, end: now.end, factor: factor))
            } else {
                return nil
            }
        }
        return spans
    }
}

/// Movements from a day up to another, both included: of one kind, or where nil of all by which way they go; and how often they count.
private struct MovementSpan {
    let kind: MovementKind?
    let start: Day
    let end: Day
    let factor: Number

    func holds(_ movement: Movement) -> Bool {
        movement.day >= start && movement.day <= end && (kind == nil || movement.kind == kind)
    }
}

/// What movements add to a change.
private struct Moves {
    struct Moved {
        let customer: UInt32
        let effect: Number
        let magnitude: Number
    }

    var byKind: [MovementKind: Number] = [:]
    /// By customer that adds anything, in the order of their codes.
    var byCustomer: [Moved] = []
}
