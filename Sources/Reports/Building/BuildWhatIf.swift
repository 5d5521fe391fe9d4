import Facts
import Languages
import Metrics
import RollUps

/// The tree of what drives ARR: from leads through the steps of the funnel to new ARR, and what customers add and take away.
extension Composer {
    private func what(_ phrase: WhatIfPhrase, _ parts: String...) -> String { phrase.text(language, parts) }

    /// How many months the tree looks back and ahead: the first of these over which all movements of ARR are known.
    private static let spansOfTree = [12, 6, 3]

    /// The tree; nil where the movements of ARR are not known, or the report does not tell of revenue and conversion.
    func whatIf() -> WhatIf? {
        guard Set(["revenue", "conversion"]).isSubset(of: context.sections) else { return nil }
        let movements = ["arr_new", "arr_reactivation", "arr_expansion", "arr_contraction", "arr_churn"]
        for months in Composer.spansOfTree {
            let opening = Leaf("arr_closing", Window(shifts: [.prior(.months(months))]))
            guard number(opening, now).map({ $0.signum > 0 }) == true, number(Leaf("arr_closing"), now) != nil,
                movements.allSatisfy({ number(flow($0, months), now) != nil }),
                number(flow("customers_new", months), now).map({ $0.signum > 0 }) == true
            else { continue }
            return tree(months, opening)
        }
        return nil
    }

    private func flow(_ measure: String, _ months: Int) -> Leaf { Leaf(measure, Window(trailing: .months(months))) }

    private func tree(_ months: Int, _ opening: Leaf) -> WhatIf {
        var lines = Lines(composer: self)
        let span = String(months)
        let money = Format(.money, digits: 0)
        let rates: [(id: String, measure: String, phrase: WhatIfPhrase, isAdded: Bool)] = [
            ("reactivation", "arr_reactivation", .reactivation, true), ("expansion", "arr_expansion", .expansion, true),
            ("contraction", "arr_contraction", .contraction, false), ("churn", "arr_churn", .churn, false),
        ]
        lines.add("arr", what(.arrAhead, span), 0, money, .sum([("arr_today", true), ("net_new_arr", true)]), isStrong: true)
        lines.add("arr_today", what(.arrNow), 1, money, .known(.leaf(Leaf("arr_closing"))))
        lines.add(
            "net_new_arr", what(.netNew), 1, money, .sum([("arr_new", true)] + rates.map { ($0.id, $0.isAdded) }),
            isStrong: true)
        lines.add("arr_new", what(.arrNew), 2, money, .product(["customers_new", "arr_per_customer"]))
        addFunnel(months, &lines)
        lines.add(
            "arr_per_customer", what(.perCustomer), 3, money,
            .input(over(flow("arr_new", months), flow("customers_new", months))))
        for rate in rates {
            let share = rate.id + "_rate"
            lines.add(rate.id, what(rate.phrase), 2, money, .product([share, "arr_today"]))
            lines.add(
                share, what(.rateOfARR, what(rate.phrase)), 3, Format(.percent, digits: 1),
                .input(over(flow(rate.measure, months), opening)))
        }
        return WhatIf(
            title: what(.title),
            notes: [what(.use, span, dayText(min(period.end, context.asOf))), what(.rates)] + lines.notes,
            headings: [what(.name), what(.now, span), what(.whatIf), what(.difference), what(.how)], lines: valued(lines.lines))
    }

    /// The lines with what each comes to by those that it is made of.
    private func valued(_ lines: [WhatIf.Line]) -> [WhatIf.Line] {
        let sources = [String: WhatIf.Source](uniqueKeysWithValues: lines.map { ($0.id, $0.source) })
        func value(_ id: String) -> Number {
            switch sources[id] {
            case .input(let formula)?, .known(let formula)?: formula.value { number($0, now) } ?? .zero
            case .product(let parts)?: parts.reduce(Number(1)) { $0 * value($1) }
            case .sum(let parts)?: parts.reduce(Number.zero) { $1.isAdded ? $0 + value($1.id) : $0 - value($1.id) }
            case nil: .zero
            }
        }
        return lines.map { line in
            var line = line
            line.value = value(line.id)
            return line
        }
    }

    private func over(_ part: Leaf, _ whole: Leaf) -> Expression { .binary(.over, .leaf(part), .leaf(whole)) }

    /// New customers by the steps of the funnel, from the first stage on from which all steps are known.
    private func addFunnel(_ months: Int, _ lines: inout Lines) {
        let stages = context.rollUp.settings.stages
        let count = Format(.count, digits: 0)
        let leaves = stages.prefix((stages.firstIndex(of: "won") ?? -1) + 1).map { flow(Measure.inPeriod(stage: $0), months) }
        let known = leaves.reversed().prefix { number($0, now).map { $0.signum > 0 } == true }.count
        guard known > 0 else {
            lines.add("customers_new", what(.customersNew), 3, count, .input(.leaf(flow("customers_new", months))))
            return
        }
        lines.add("customers_new", what(.customersNew), 3, count, .product([stages[leaves.count - 1], "customers_per_win"]))
        let first = leaves.count - known
        for (depth, place) in (first..<leaves.count).reversed().enumerated() {
            let (stage, title) = (stages[place], stageTitle(stages[place]))
            if place == first {
                lines.add(stage, title, 4 + depth, count, .input(.leaf(leaves[place])))
            } else {
                lines.add(stage, title, 4 + depth, count, .product([stages[place - 1], step(stages, place)]))
            }
        }
        for place in first + 1..<max(leaves.count, first + 1) {
            lines.add(
                step(stages, place), what(.stepsTo, stageTitle(stages[place - 1]), stageTitle(stages[place])),
                4 + leaves.count - place, Format(.percent, digits: 1), .input(over(leaves[place], leaves[place - 1])))
        }
        lines.add(
            "customers_per_win", what(.perWin), 4, Format(.percent, digits: 1),
            .input(over(flow("customers_new", months), leaves[leaves.count - 1])))
        if first > 0 { lines.notes.append(what(.leadsOnly, stageTitle(stages[first]))) }
    }

    private func step(_ stages: [String], _ place: Int) -> String { "\(stages[place - 1])_to_\(stages[place])" }

    /// A stage as a heading of the tree.
    private func stageTitle(_ stage: String) -> String { name(Measure.inPeriod(stage: stage)) }

    /// Lines as they are added, each with its value.
    private struct Lines {
        let composer: Composer
        var lines: [WhatIf.Line] = []
        var notes: [String] = []

        mutating func add(
            _ id: String, _ name: String, _ depth: Int, _ format: Format, _ source: WhatIf.Source, isStrong: Bool = false
        ) {
            let how: String =
                switch source {
                case .input(let formula), .known(let formula): composer.context.catalogue.words(formula, composer.language)
                case .product(let ids) where ids.last == "arr_today": composer.what(.timesARR)
                case .product: composer.what(.product)
                case .sum: composer.what(.sum)
                }
            lines.append(
                WhatIf.Line(
                    id: id, name: name, depth: depth, value: .zero, format: format, source: source, meaning: how,
                    isStrong: isStrong || id == composer.context.northStar))
        }
    }
}
