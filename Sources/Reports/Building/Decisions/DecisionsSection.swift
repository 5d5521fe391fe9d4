import Facts
import Languages
import Metrics
import RollUps

/// A question for the committee, with the figures that speak for a yes and those that speak against it.
struct Decision {
    /// The question.
    var question: String
    /// What speaks for it, each in a sentence.
    var reasons: [String] = []
    /// What speaks against it, each in a sentence.
    var objections: [String] = []

    /// Whether there is nothing to weigh.
    var isEmpty: Bool { reasons.isEmpty && objections.isEmpty }
    /// By how much the objections outweigh.
    var doubt: Int { objections.count - reasons.count }

    /// Adds a sentence to what speaks for it, or against.
    mutating func add(_ text: String, speaksFor: Bool) {
        if speaksFor { reasons.append(text) } else { objections.append(text) }
    }
}

/// The questions for decision that the data puts: initiatives, goals, prices, and where to sell. None is answered here: each has what
/// speaks for and what speaks against.
extension Composer {
    func say(_ phrase: DecisionPhrase, _ parts: String...) -> String { phrase.text(language, parts) }

    /// The questions, those with the most against them first of each kind.
    func decisions() -> [Block] {
        let all = initiativeDecisions() + targetDecisions() + [priceDecision()].compactMap(\.self) + memberDecisions()
        let asked = all.filter { !$0.isEmpty }
        if asked.isEmpty { return [.note(say(.nothingToDecide))] }
        return [.note(say(.howToRead))]
            + asked.map { decision in
                let lines = decision.reasons.map { say(.speaksFor, $0) } + decision.objections.map { say(.speaksAgainst, $0) }
                return .sentences(title: decision.question, lines)
            }
    }

    // MARK: - Initiatives

    /// Whether to go on with each initiative that is not over.
    private func initiativeDecisions() -> [Decision] {
        let (breakEvens, tasks) = (breakEvens(), Dictionary(grouping: actionStandings(), by: \.action.initiative))
        return InitiativeStanding.all(context.rollUp.facts, asOf: context.asOf)
            .filter { $0.initiative.end.map { $0 >= context.asOf } ?? true }
            .map { standing in
                var decision = Decision(question: say(.goOnWith, standing.initiative.name))
                if let breakEven = breakEvens?.initiatives[standing.initiative.id] { weigh(breakEven, standing, &decision) }
                weigh(standing, &decision)
                weigh((tasks[standing.initiative.id] ?? []).filter { $0.state != .dropped }, &decision)
                return decision
            }
            .sorted { $0.doubt > $1.doubt }
    }

    private func weigh(_ breakEven: BreakEven, _ standing: InitiativeStanding, _ decision: inout Decision) {
        guard let outcome = breakEven.outcome, let profit = breakEven.grossProfit() else { return }
        let format = Format(.money, digits: 0)
        let whole = Number(1, over: Int128(context.currency.minorUnits))
        let (spent, earned) = (text(money(breakEven.spend()), format), text(profit * whole, format))
        switch outcome {
        case .noSpend: break
        case .reached: decision.add(say(.brokeEven, breakEven.day.map(dayText) ?? "", spent, earned), speaksFor: true)
        case .projected:
            guard let day = breakEven.day else { return }
            let end = standing.initiative.end
            let isInTime = end.map { day <= $0 } ?? true
            let phrase: DecisionPhrase = end == nil ? .willBreakEven : isInTime ? .breaksEvenInTime : .breaksEvenTooLate
            decision.add(
                phrase.text(language, [dayText(day), spent, earned, end.map(dayText) ?? ""]), speaksFor: isInTime)
        case .notInSight: decision.add(say(.noBreakEven, spent, earned), speaksFor: false)
        }
    }

    private func weigh(_ standing: InitiativeStanding, _ decision: inout Decision) {
        let items = ValueKind.allCases.reduce(0) { $0 + standing.items($1).count }
        let answered = ValueKind.allCases.reduce(0) { $0 + standing.answered($1) }
        if items > 0 {
            let phrase: DecisionPhrase = answered == items ? .allAnswered : .someAnswered
            decision.add(phrase.text(language, [text(answered), text(items)]), speaksFor: answered == items)
        }
        if !standing.unanswered.isEmpty {
            decision.add(say(.openQuestions, text(standing.unanswered.count)), speaksFor: false)
        }
        if standing.isShort == true, let months = standing.plannedMonths, let usual = standing.scenario?.usualMonths {
            decision.add(
                say(.tooShort, text(months, Format(.plain, digits: 1)), text(usual.lowerBound), text(usual.upperBound)),
                speaksFor: false)
        }
        guard let launch = standing.initiative.launch, standing.launchIsAtRisk || standing.wasLaunchedUnready else { return }
        let phrase: DecisionPhrase = standing.launchIsAtRisk ? .launchNotReady : .launchedUnready
        decision.add(
            phrase.text(language, [dayText(launch), text(standing.materialsReady), text(LaunchMaterial.allCases.count)]),
            speaksFor: false)
    }

    private func weigh(_ tasks: [ActionStanding], _ decision: inout Decision) {
        guard !tasks.isEmpty else { return }
        let (overdue, done) = (tasks.count(where: \.isOverdue), tasks.count { $0.state == .done })
        if overdue > 0 {
            decision.add(say(.tasksOverdue, text(overdue), text(tasks.count)), speaksFor: false)
        } else if done > 0 {
            decision.add(say(.tasksInTime, text(done), text(tasks.count)), speaksFor: true)
        }
    }

    // MARK: - Goals

    /// How many goals are asked about.
    private static let mostGoals = 3

    /// Whether a goal that is off track can still be kept: those of the longest periods, the furthest off first.
    private func targetDecisions() -> [Decision] {
        func length(_ standing: Standing) -> Int { Grain.allCases.firstIndex(of: standing.period.grain) ?? 0 }
        var seen: Set<String> = []
        let off = standings().filter { $0.verdict == .offTrack && $0.dimension.isEmpty && $0.period.isToDate }
            .sorted { length($0) > length($1) }
            .filter { seen.insert($0.subject.id).inserted }
            .sorted { Number.less($0.attainment ?? Number(1), $1.attainment ?? Number(1)) }
        return off.prefix(Composer.mostGoals).map { standing in
            let format = format(standing.subject.id)
            var decision = Decision(question: say(.keepGoal, name(standing.subject.id), periodName(standing.whole)))
            decision.add(
                say(.behindDue, text(standing.actual, format), text(standing.due, format), text(standing.goal, format)),
                speaksFor: false)
            if let projection = standing.projection {
                let reaches =
                    standing.subject.better == .lower
                    ? !Number.less(standing.goal, projection) : !Number.less(projection, standing.goal)
                decision.add(say(.atPace, text(projection, format), text(standing.goal, format)), speaksFor: reaches)
            }
            if let sentence = moved(standing.subject.id) { decision.add(sentence.text, speaksFor: sentence.isGood) }
            return decision
        }
    }

    // MARK: - Prices

    /// Whether prices can rise, by what customers did since a year ago.
    private func priceDecision() -> Decision? {
        var decision = Decision(question: say(.raisePrices))
        for id in ["nrr", "grr", "win_rate", "average_deal", "sales_cycle_days", "nps_trailing"] {
            if let sentence = moved(id) { decision.add(sentence.text, speaksFor: sentence.isGood) }
        }
        return decision.isEmpty ? nil : decision
    }

    /// A metric now and a year ago, where the change is good or bad news: nothing of few cases, of what is late, or of what is not over.
    private func moved(_ id: String) -> (text: String, isGood: Bool)? {
        guard let metric = context.catalogue[id] else { return nil }
        let (current, old) = (value(id), value(id, now, shift: .yearAgo))
        guard let isGood = change(metric, now: current, before: old, columns: (0, 1)).isFavourable,
            let new = current.number, let before = old.number, differ(new, before)
        else { return nil }
        return (say(.nowAndThen, name(metric), text(current.number, current.format), text(old.number, old.format)), isGood)
    }

    /// Whether two values differ by enough to be weighed: by 2 % of the second.
    private func differ(_ value: Number, _ other: Number) -> Bool {
        let (gap, size) = (value - other, other.signum < 0 ? -other : other)
        return !Number.less(gap.signum < 0 ? -gap : gap, size * Number(2, over: 100)) && !gap.isZero
    }

    // MARK: - Where to sell

    /// What customers of a member are judged by.
    private static let judges = [
        "grr", "logo_retention", "win_rate", "cac_trailing", "average_deal", "health_score", "nps_trailing",
    ]

    /// Whether to go on selling as before to the member of each dimension that most speaks against.
    private func memberDecisions() -> [Decision] {
        context.rollUp.members.dimensions.indices.compactMap { dimension in
            let members = membersInUse[dimension].filter { $0 != 0 }
            guard members.count > 1 else { return nil }
            let decisions = members.map { decision(dimension, $0) }.filter { $0.doubt > 0 && $0.objections.count > 1 }
            return decisions.max { $0.doubt < $1.doubt }
        }
    }

    private func decision(_ dimension: Int, _ code: UInt32) -> Decision {
        let slice = Slice.member(dimension: dimension, code: code)
        var decision = Decision(
            question: say(.goOnSelling, capital(dimensionName(dimension)), memberName(dimension, code)))
        for id in Composer.judges {
            guard let metric = context.catalogue[id], metric.better != .neither, !isMaturing(metric) else { continue }
            let judge = context.judge
            guard judge.lacks(metric.resolved, period) == nil, !judge.restsOnFew(metric.resolved, period, slice),
                let own = number(id, now, slice: slice), let all = number(id, now)
            else { continue }
            let format = format(id)
            guard text(own, format) != text(all, format), differ(own, all), metric.better != .lower || own.signum > 0 else {
                continue
            }
            let isBetter = Number.less(all, own) == (metric.better == .higher)
            decision.add(say(.thereAndOverall, name(metric), text(own, format), text(all, format)), speaksFor: isBetter)
        }
        return decision
    }
}
