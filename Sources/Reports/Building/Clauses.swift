import Facts
import Languages
import Metrics
import RollUps

/// The largest parts of a change in words, largest first. Each says what stood where, and in brackets how much of the change that makes.
struct Clauses {
    let composer: Composer
    let explanation: Explanation

    private var metric: Metric { explanation.metric }
    private var comparison: Comparison { explanation.comparison }
    private var context: ReportContext { composer.context }

    /// How many parts a sentence names.
    private static let most = 3
    /// The least share of the largest part that another one must have to be named.
    private static let least = Number(1, over: 4)

    /// The parts worth naming; empty where there are none, or they rest on few cases.
    var parts: [String] {
        let found = explanation.factors == nil ? (ofARR ?? ofDimension(most: 2)) : ofFactors
        return Array((found.isEmpty && obstacle.isEmpty ? ofWhole : found).prefix(Clauses.most))
    }

    // MARK: - The whole

    /// The measures of a ratio that moved: "spend from 120,400 to 151,200", "new customers from 12 to 15". It says what moved where the
    /// members' own cases are too few to say who moved it.
    private var ofWhole: [String] {
        guard let ratio = explanation.ratio else { return [] }
        var seen: Set<Leaf> = []
        return (ratio.top.leaves + ratio.bottom.leaves).filter { seen.insert($0).inserted }.compactMap { leaf in
            let part = Expression.leaf(leaf)
            guard let before = context.rollUp.valueBefore(of: part, comparison),
                let now = context.rollUp.valueNow(of: part, comparison)
            else { return nil }
            let format = composer.format(leaf.measure)
            let (old, new) = (composer.text(before, format), composer.text(now, format))
            return old == new ? nil : say(.rate, context.catalogue.words(part, composer.language), old, new)
        }
    }

    // MARK: - ARR

    /// By movement, by a customer who makes half of it, by the members of a dimension; nil where the metric is no sum of ARR.
    private var ofARR: [String]? {
        guard let movements = explanation.splits.first(where: { $0.by == .movement }),
            let customers = explanation.splits.first(where: { $0.by == .customer })
        else { return nil }
        let isStock = metric.leaves.contains { $0.measure == "arr_closing" || $0.measure == "arr_opening" }
        let byMovement = largest(movements.parts, 2).map { part in
            guard case .movement(let kind) = part.member else { return "" }
            let name = context.catalogue.words(.name("arr_" + kind.rawValue), composer.language)
            if isStock { return say(.member, name, effect(part.effect)) }
            let isLoss = kind == .contraction || kind == .churn
            let size = composer.text(part.effect.magnitude, composer.format(metric.id))
            return say((part.effect.signum > 0) != isLoss ? .moreOf : .lessOf, name, size)
        }
        let whole = size(customers.parts)
        let alone = largest(customers.parts, 1).filter { !Number.less($0.effect.magnitude * Number(2), whole) }
        let byCustomer = alone.compactMap { part -> String? in
            guard case .customer(let code) = part.member else { return nil }
            return say(.alone, short(composer.customerName(code)), effect(part.effect))
        }
        return byCustomer + byMovement + ofDimension(most: 1, isNamed: true)
    }

    // MARK: - Dimensions

    /// The largest parts along the dimension that tells the most of those along which they rest on enough cases.
    /// With its name where other ways to split stand beside.
    private func ofDimension(most: Int, isNamed: Bool = false) -> [String] {
        let telling = explanation.splits.filter { !$0.parts.isEmpty && !$0.members.isEmpty }
            .compactMap { split in surprise(split).map { (split, $0) } }
            .enumerated().sorted { a, b in a.element.1 == b.element.1 ? a.offset < b.offset : a.element.1 > b.element.1 }
        for (_, (split, _)) in telling {
            guard case .dimension(let dimension) = split.by else { continue }
            let parts = largest(split.parts, most)
            guard let first = parts.first, !restsOnFew(first, split, dimension) else { continue }
            let texts = parts.filter { !restsOnFew($0, split, dimension) }.compactMap { words($0, split, dimension) }
            if !texts.isEmpty { return isNamed ? texts.map { say(.by, composer.dimensionName(dimension), $0) } : texts }
        }
        return []
    }

    /// How far the members' parts are from what each would have if all had changed alike: 0 where they have, up to 1. Nil where there are
    /// none, or one member alone, who tells nothing.
    private func surprise(_ split: Explanation.Split) -> Double? {
        var effects: [UInt32: Double] = [:]
        for part in split.parts {
            if case .code(let code) = part.member { effects[code, default: 0] += part.effect.double }
        }
        let weights = split.members.map { member in
            let values = member.bottom ?? member.top
            return abs(values.before.double) + abs(values.now.double)
        }
        // Sums of doubles depend on their order, and a dictionary has another one in each run.
        let sizes = effects.sorted { $0.key < $1.key }.map { abs($0.value) }
        let (whole, weight) = (sizes.reduce(0, +), weights.reduce(0, +))
        guard split.members.count > 1, whole > 0, weight > 0 else { return nil }
        let distances = zip(split.members, weights).map { abs(abs(effects[$0.code] ?? 0) / whole - $1 / weight) }
        // What differs in the last digits alone is alike: there the first dimension goes before.
        return (distances.reduce(0, +) / 2 * 1e9).rounded() / 1e9
    }

    /// Whether a member's part of a ratio rests on few cases in either period; a member without any case has no rate that could.
    private func restsOnFew(_ part: Explanation.Part, _ split: Explanation.Split, _ dimension: Int) -> Bool {
        guard case .code(let code) = part.member, let bottom = split.members.first(where: { $0.code == code })?.bottom else {
            return false
        }
        let slice = Slice.member(dimension: dimension, code: code)
        let judge = context.judge
        return (!bottom.now.isZero && judge.restsOnFew(metric.resolved, comparison.period, slice))
            || (!bottom.before.isZero && judge.restsOnFew(metric.resolved, comparison.against, slice))
    }

    /// A member's part in words; nil where there are none that are short.
    private func words(_ part: Explanation.Part, _ split: Explanation.Split, _ dimension: Int) -> String? {
        guard case .code(let code) = part.member, let member = split.members.first(where: { $0.code == code }) else {
            return nil
        }
        let name = short(composer.memberName(dimension, code))
        guard let bottom = member.bottom, let ratio = explanation.ratio else {
            return say(.member, name, effect(part.effect))
        }
        let text = part.kind == .mix ? share(name, bottom, split, ratio.bottom) : rate(name, member, bottom, dimension, ratio)
        return text.map { say(.effect, $0, effect(part.effect)) }
    }

    /// "partners' share of new customers from 30.0% to 22.0%".
    private func share(
        _ name: String, _ bottom: (before: Number, now: Number), _ split: Explanation.Split, _ divisor: Expression
    ) -> String? {
        let whole = split.members.reduce((Number.zero, Number.zero)) { sum, member in
            (sum.0 + (member.bottom?.before ?? .zero), sum.1 + (member.bottom?.now ?? .zero))
        }
        guard let before = bottom.before / whole.0, let now = bottom.now / whole.1 else { return nil }
        // With refunds and the like a share may be anything, and says nothing.
        for share in [before, now] where share.signum < 0 || Number.less(Number(1), share) { return nil }
        let (old, new) = composer.texts(before, now, Format(.percent, digits: 1))
        return say(.share, name, named(divisor), old, new)
    }

    /// "paid search from 8,100 to 11,200"; of spend for new customers what more or less of each there was.
    private func rate(
        _ name: String, _ member: Explanation.MemberValues, _ bottom: (before: Number, now: Number), _ dimension: Int,
        _ ratio: (top: Expression, bottom: Expression)
    ) -> String? {
        let (top, divisor) = (ratio.top.leaves, ratio.bottom.leaves)
        if top.count == 1, top[0].measure.hasPrefix("spend"), divisor.count == 1, divisor[0].measure == "customers_new" {
            return spendAndCustomers(name, member.top, bottom, composer.format(top[0].measure))
        }
        if bottom.before.isZero || bottom.now.isZero {
            let values = bottom.now.isZero ? member.top.now : member.top.before
            guard !values.isZero else { return nil }
            let format = top.first.map { composer.format($0.measure) } ?? composer.format(metric.id)
            return say(
                bottom.now.isZero ? .noDivisor : .noDivisorBefore, name, named(ratio.top), composer.text(values, format),
                named(ratio.bottom))
        }
        let slice = Slice.member(dimension: dimension, code: member.code)
        guard let before = context.rollUp.valueBefore(of: metric, comparison, slice),
            let now = context.rollUp.value(of: metric, comparison.period, slice)
        else { return nil }
        let (old, new) = composer.texts(before, now, composer.format(metric.id))
        return say(.rate, name, old, new)
    }

    /// "paid search spent 41,000 more and brought 3 fewer customers".
    private func spendAndCustomers(
        _ name: String, _ spend: (before: Number, now: Number), _ customers: (before: Number, now: Number), _ format: Format
    ) -> String {
        let (spent, brought) = (spend.now - spend.before, customers.now - customers.before)
        let count = composer.text(brought.magnitude, Format(.count, digits: 0))
        let texts = (
            say(spent.signum < 0 ? .less : .more, composer.text(spent.magnitude, format)),
            brought.isZero ? say(.sameCustomers) : say(brought.signum < 0 ? .fewerCustomers : .moreCustomers, count)
        )
        return say(.spendAndCustomers, name, texts.0, texts.1)
    }

    // MARK: - Products

    /// The largest factors, and of the largest the member who has the most of it.
    private var ofFactors: [String] {
        let parts = largest(explanation.factors ?? [], 2)
        var texts = parts.compactMap { part -> String? in
            guard case .factor(let name) = part.kind,
                let values = explanation.factorValues.first(where: { $0.name == name })
            else { return nil }
            let (words, format) = words(of: values)
            let (old, new) = composer.texts(values.before, values.now, format)
            return say(.effect, say(.rate, words, old, new), effect(part.effect))
        }
        if let first = parts.first, let member = member(of: first) { texts.insert(member, at: min(1, texts.count)) }
        return texts
    }

    /// A factor's name and how it is written: as the metric that it is, where it is one.
    private func words(of factor: Explanation.FactorValues) -> (String, Format) {
        let (catalogue, language) = (context.catalogue, composer.language)
        if let (metric, window) = catalogue.metric(for: factor.resolved) {
            return (words(of: metric, over: window), composer.format(metric.id))
        }
        let isNamed = catalogue[factor.name] != nil || catalogue.measure(factor.name) != nil
        let format = isNamed ? composer.format(factor.name) : isShare(factor.formula) ? Format(.percent, digits: 1) : nil
        return (catalogue.words(factor.formula, language), format ?? Format(.plain, digits: 1))
    }

    /// A formula in words: as the metric that it is, where it is one over some days.
    private func named(_ formula: Expression) -> String {
        guard let (metric, window) = context.catalogue.metric(for: formula) else {
            return context.catalogue.words(formula, composer.language)
        }
        return words(of: metric, over: window)
    }

    private func words(of metric: Metric, over window: Window) -> String {
        context.catalogue.words(window.isPlain ? .name(metric.id) : .window(window, .name(metric.id)), composer.language)
    }

    /// Whether a formula is a metric of percent or what that lacks to a whole number, such as 1 − customer retention.
    private func isShare(_ formula: Expression) -> Bool {
        switch formula {
        case .name(let id): context.catalogue[id]?.unit == .percent
        case .binary(.minus, .number, let x), .binary(.minus, let x, .number), .binary(.plus, .number, let x),
            .binary(.plus, let x, .number):
            isShare(x)
        default: false
        }
    }

    /// "most of it enterprise (−2,400)": the member with more than half of a factor's part, along the first dimension that has one.
    private func member(of factor: Explanation.Part) -> String? {
        for split in explanation.splits {
            guard case .dimension(let dimension) = split.by else { continue }
            let parts = split.parts.filter { $0.kind == factor.kind && $0.member != .all }
            guard parts.count > 1, let first = largest(parts, 1).first, case .code(let code) = first.member,
                Number.less(size(parts), first.effect.magnitude * Number(2)), first.effect.signum == factor.effect.signum
            else { continue }
            let (slice, judge) = (Slice.member(dimension: dimension, code: code), context.judge)
            if judge.restsOnFew(metric.resolved, comparison.period, slice) { continue }
            if judge.restsOnFew(metric.resolved, comparison.against, slice) { continue }
            return say(.effect, say(.mostly, short(composer.memberName(dimension, code))), effect(first.effect))
        }
        return nil
    }

    // MARK: - Why nothing is split

    /// Why no dimension is split; empty where one is.
    var obstacle: [String] {
        let obstacles = explanation.splits.compactMap { split in split.obstacle.map { (split.by, $0) } }
        guard obstacles.count == explanation.splits.count, let first = obstacles.first else { return [] }
        switch first.1 {
        case .median: return [say(.median)]
        case .root: return [say(.root)]
        case .formula: return [say(.formula)]
        case .undivided(let measure), .unknown(let measure), .incomplete(let measure):
            let names = obstacles.compactMap { by, _ in
                if case .dimension(let dimension) = by { composer.dimensionName(dimension) } else { nil }
            }
            let words = context.catalogue.words(.name(measure), composer.language)
            return [say(.undivided, words, composer.list(names))]
        }
    }

    // MARK: - Small things

    /// The largest parts, as far as they are not much smaller than the first and not shown as 0.
    private func largest(_ parts: [Explanation.Part], _ count: Int) -> [Explanation.Part] {
        let named = parts.filter { $0.member != .others }.enumerated().sorted { a, b in
            let (x, y) = (a.element.effect.magnitude, b.element.effect.magnitude)
            return x == y ? a.offset < b.offset : Number.less(y, x)
        }.map(\.element)
        guard let first = named.first else { return [] }
        let limit = first.effect.magnitude * Clauses.least
        return named.prefix(count).filter { part in
            !Number.less(part.effect.magnitude, limit) && effect(part.effect) != effect(.zero)
        }
    }

    /// What parts come to without their signs.
    private func size(_ parts: [Explanation.Part]) -> Number { parts.reduce(.zero) { $0 + $1.effect.magnitude } }

    /// A part of a change as readers see it.
    private func effect(_ number: Number) -> String { composer.text(number, composer.effectFormat(metric)) }

    /// A name that does not fill the sentence.
    private func short(_ name: String) -> String { Shortening.short(name, 20) }

    private func say(_ phrase: ExplanationPhrase, _ parts: String...) -> String { phrase.text(composer.language, parts) }
}
