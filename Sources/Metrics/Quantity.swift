import Facts
import RollUps

/// What a formula counts in, as far as adding goes: powers of money, counts, days and so on. Spend over leads is money¹ count⁻¹.
struct Quantity: Hashable, CustomStringConvertible {
    /// By unit; never a power of 0. Roots halve them.
    private var powers: [Measure.Unit: Double] = [:]

    /// Whether nothing is known of it, as of the company's own figures before files are read.
    private(set) var isUnknown = false

    /// What nothing is known of: it fits everything, and so does what is made of it.
    static let unknown: Quantity = {
        var unknown = Quantity()
        unknown.isUnknown = true
        return unknown
    }()

    /// A pure number that rows came to: a share, a rate.
    static let share = Quantity()

    private init() {}

    /// What a measure counts in.
    init(_ unit: Measure.Unit) { powers = [unit: 1] }

    /// This one times another's power: 1 for a product, −1 for a quotient.
    func times(_ other: Quantity, power: Double) -> Quantity {
        if isUnknown || other.isUnknown { return .unknown }
        var product = self
        for (unit, exponent) in other.powers {
            let sum = product.powers[unit, default: 0] + power * exponent
            product.powers[unit] = sum == 0 ? nil : sum
        }
        return product
    }

    /// Its square root.
    var root: Quantity {
        var root = self
        root.powers = powers.mapValues { $0 / 2 }
        return root
    }

    /// In words: `money`, `money per count`, `a share`.
    var description: String {
        func names(_ sign: Double) -> String {
            Measure.Unit.allCases.compactMap { unit in
                guard let power = powers[unit], power * sign > 0 else { return nil }
                let size = power.magnitude
                let exponent =
                    size == 1 ? "" : size == size.rounded() ? " to the power of \(Int(size))" : " to the power of \(size)"
                return unit.rawValue + exponent
            }.joined(separator: " and ")
        }
        let (over, under) = (names(1), names(-1))
        if over.isEmpty { return under.isEmpty ? "a share" : "1 per \(under)" }
        return under.isEmpty ? over : "\(over) per \(under)"
    }
}

/// Two parts that are added, subtracted or compared and count in different things.
struct QuantityClash: Error {
    /// What stands before and after the sign.
    var left, right: (part: Expression, quantity: Quantity)
}

extension Expression {
    /// What an unresolved formula counts in; nil of numbers and settings, which take the unit of what they stand beside.
    ///
    /// - Parameter named: What a measure or metric counts in, by its id.
    /// - Throws: Where parts are added or compared that do not fit together.
    func quantity(_ named: (String) -> Quantity?) throws(QuantityClash) -> Quantity? {
        switch self {
        case .number, .config: return nil
        case .leaf(let leaf): return leaf.isElapsed ? .share : named(leaf.measure)
        case .name(let id): return id == Leaf.elapsed ? .share : named(id)
        case .negative(let x), .window(_, let x), .only(_, let x): return try x.quantity(named)
        case .binary(.plus, let x, let y), .binary(.minus, let x, let y): return try Expression.same([x, y], named)
        case .binary(.times, let x, let y): return try Expression.product(x, y, 1, named)
        case .binary(.over, let x, let y): return try Expression.product(x, y, -1, named)
        case .call(.sqrt, let parts): return try parts[0].quantity(named)?.root
        case .call(_, let parts): return try Expression.same(parts, named)
        }
    }

    private static func product(
        _ x: Expression, _ y: Expression, _ power: Double, _ named: (String) -> Quantity?
    ) throws(QuantityClash) -> Quantity? {
        let (left, right) = (try x.quantity(named), try y.quantity(named))
        guard let right else { return left }
        return (left ?? .share).times(right, power: power)
    }

    private static func same(_ parts: [Expression], _ named: (String) -> Quantity?) throws(QuantityClash) -> Quantity? {
        var first: (part: Expression, quantity: Quantity)?
        var isUnknown = false
        for part in parts {
            guard let quantity = try part.quantity(named) else { continue }
            if quantity.isUnknown {
                isUnknown = true
                continue
            }
            if let first, first.quantity != quantity { throw QuantityClash(left: first, right: (part, quantity)) }
            first = first ?? (part, quantity)
        }
        return first?.quantity ?? (isUnknown ? .unknown : nil)
    }
}
