import CSV
public import Facts
import Languages
public import Metrics
public import RollUps

/// `explanations.csv`: why each metric of the scorecard changed in the reported period, for analysts.
///
/// `against` is the name of the period it is compared with, the one before or that of a year ago. The effects of one `dimension` add up
/// to the change of the values in `metrics.csv`: to the smallest unit of money, for which what rounding leaves goes to the parts with
/// the largest remainders. `dimension` is one of the pipeline's, `movement` or `customer` (the largest; the others together are
/// `(other)`), or empty for the factors of a product; `member` is empty for a factor that no member has a part of. Members that stand at 0
/// in both periods are left out. Sorted by metric, against, dimension, member and part in code-point order.
///
/// Source: data contract, section 3; metric catalogue, "Explanation".
///
///     metric,period,against,dimension,member,part,effect
///     cac,2026-W45,2026-W44,channel,paid search,rate,1120.00
public func explanationsCSV(_ context: ReportContext) -> [UInt8] {
    explanationsCSV(context.explanations ?? context.explained(), context)
}

/// The same for any explanations.
func explanationsCSV(_ explanations: [Explanation], _ context: ReportContext) -> [UInt8] {
    var writer = Writer()
    writer.append(record: ["metric", "period", "against", "dimension", "member", "part", "effect"])
    let sorted = explanations.sorted { a, b in
        a.metric.id == b.metric.id
            ? precedes(a.comparison.against.name, b.comparison.against.name) : precedes(a.metric.id, b.metric.id)
    }
    for explanation in sorted {
        let comparison = explanation.comparison
        let head = [explanation.metric.id, comparison.period.name, comparison.against.name]
        for part in writtenParts(explanation, context) {
            writer.append(record: head + [part.dimension, part.member, part.part, part.effect])
        }
    }
    return writer.bytes
}

/// A part of a change as `explanations.csv` has it.
public struct WrittenPart: Sendable, Encodable {
    /// The pipeline's dimension, `movement` or `customer`; empty for the factors of a product.
    public let dimension: String
    /// Whose; empty for a factor that no member has a part of.
    public let member: String
    /// `sum`, `rate`, `mix` or a factor's name.
    public let part: String
    /// How much of the change, as in `metrics.csv`.
    public let effect: String
}

/// The parts of a change as `explanations.csv` has them, in its order.
public func writtenParts(_ explanation: Explanation, _ context: ReportContext) -> [WrittenPart] {
    listedParts(explanation, context).flatMap { group in
        let texts = effectTexts(group.parts.map(\.effect), explanation, context.currency)
        return zip(group.parts, texts).map { part, text in
            WrittenPart(dimension: group.dimension, member: part.member, part: part.kind, effect: text)
        }
    }
}

extension ReportContext {
    /// A value as `metrics.csv` has it; empty where it is undefined.
    public func written(_ number: Number?, _ unit: Metric.Unit) -> String {
        number.map { plainText($0, unit: unit.rawValue, currency) } ?? ""
    }

    /// Why a metric or measure is undefined in the reported period, in the report's language.
    public func whyUndefined(_ id: String, _ slice: Slice) -> String {
        var context = self
        context.explanations = []
        return Composer(context).whyUndefined(id, periods.count - 1, slice: slice)
    }
}

/// A part before it is written.
struct ListedPart {
    var member: String
    var kind: String
    var effect: Number
}

/// The parts of an explanation by dimension, and in it by member and part in code-point order.
func listedParts(_ explanation: Explanation, _ context: ReportContext) -> [(dimension: String, parts: [ListedPart])] {
    func list(_ parts: [Explanation.Part], _ name: (Explanation.Member) -> String) -> [ListedPart] {
        parts.map { ListedPart(member: name($0.member), kind: $0.kind.name, effect: $0.effect) }.sorted { a, b in
            a.member == b.member ? precedes(a.kind, b.kind) : precedes(a.member, b.member)
        }
    }
    let dimensions = context.rollUp.members.dimensions
    var groups = [(dimension: "", parts: list(explanation.factors ?? []) { _ in "" })]
    for split in explanation.splits {
        let dimension: String
        switch split.by {
        case .dimension(let index): dimension = dimensions[index].name
        case .movement: dimension = "movement"
        case .customer: dimension = "customer"
        }
        // A pipeline's own dimension of that name goes first.
        if groups.contains(where: { $0.dimension == dimension }) { continue }
        let parts = list(split.named(most: mostNamedMembers)) { member in
            switch (member, split.by) {
            case (.code(let code), .dimension(let index)): context.rollUp.memberName(index, code)
            case (.movement(let kind), _): kind.rawValue
            case (.customer(let code), _): context.rollUp.facts.customerIDs[code]
            case (.others, _): "(other)"
            case (.all, _), (.code, _): ""
            }
        }
        groups.append((dimension, parts))
    }
    return groups.filter { !$0.parts.isEmpty }.sorted { precedes($0.dimension, $1.dimension) }
}

/// How many members of a dimension are named; the others stand together.
let mostNamedMembers = 200

/// Effects as they are written, which add up to the difference of the two values as `metrics.csv` has them.
func effectTexts(_ effects: [Number], _ explanation: Explanation, _ currency: Currency) -> [String] {
    guard explanation.metric.unit == .money else {
        return effects.map { plainText($0, unit: explanation.metric.unit.rawValue, currency) }
    }
    let scale = Number(currency.minorUnits)
    func rounded(_ number: Number) -> Int128 { (number * scale).roundedHalfEven }
    let units = apportioned(effects.map { $0 * scale }, to: rounded(explanation.now) - rounded(explanation.before))
    return units.map(currency.text)
}

/// Whole numbers that add up to `total`, each the next below or above its exact value: those with the largest remainders are rounded
/// up, of equal ones the first.
func apportioned(_ exact: [Number], to total: Int128) -> [Int128] {
    guard !exact.isEmpty else { return [] }
    var units = exact.map(\.floor)
    let order = exact.indices.sorted { a, b in
        let (x, y) = (exact[a] - Number(units[a]), exact[b] - Number(units[b]))
        return x == y ? a < b : Number.less(y, x)
    }
    // Two ties that both rounded to even can leave one unit more, or less, than there are remainders.
    let left = total - units.reduce(0, +)
    for step in 0..<Int(clamping: left.magnitude) {
        units[left > 0 ? order[step % order.count] : order[order.count - 1 - step % order.count]] += left > 0 ? 1 : -1
    }
    return units
}
