import Facts
import Languages
import Metrics
import RollUps

/// What a section says in one sentence, made by rule from its numbers. A sentence that would claim more than holds is none: of a period
/// that is not over, of few cases, of what goes on growing, or where data is late.
extension Composer {
    private func say(_ phrase: HeadlinePhrase, _ parts: String...) -> String { phrase.text(language, parts) }

    /// The headline of a section by its name in the pipeline file; empty where nothing can be said.
    func headline(of section: String) -> String {
        switch section {
        case "summary": scoreHeadline()
        case "revenue": revenueHeadline()
        case "acquisition": acquisitionHeadline()
        case "conversion": conversionHeadline()
        case "voice": voiceHeadline()
        case "activity": activityHeadline()
        case "plan": planHeadline()
        case "data": dataHeadline()
        default: ""
        }
    }

    /// A metric's or measure's value, where it may carry a headline; nil where it may not.
    private func told(_ id: String) -> Number? {
        guard !period.isToDate, let subject = context.catalogue.subject(id) else { return nil }
        let judge = context.judge
        if let metric = context.catalogue[id], isMaturing(metric) { return nil }
        if judge.restsOnFew(subject.resolved, period, .total) || judge.lacks(subject.resolved, period) != nil { return nil }
        return number(id, now)
    }

    /// How many metrics a headline names.
    private static let mostNamed = 4

    private func scoreHeadline() -> String {
        let standings = standings().filter(\.dimension.isEmpty)
        var seen: Set<String> = []
        let off = standings.filter { $0.verdict == .offTrack && seen.insert($0.subject.id).inserted }.map {
            name($0.subject.id)
        }
        let judged = standings.count { [.onTrack, .watch, .offTrack].contains($0.verdict) }
        if judged == 0 { return "" }
        if off.isEmpty { return say(.noneOff) }
        let more = off.count - Composer.mostNamed
        let named = list(Array(off.prefix(Composer.mostNamed)))
        return more > 0 ? say(.offAndMore, named, text(more)) : say(.off, named)
    }

    private func revenueHeadline() -> String {
        let parts = ["arr_new", "arr_reactivation", "arr_expansion", "arr_contraction", "arr_churn"].map { number($0, now) }
        guard !period.isToDate, lateTerms == nil, !parts.contains(nil), let opening = number("arr_opening", now),
            let closing = number("arr_closing", now)
        else { return "" }
        let numbers = parts.compactMap(\.self)
        let won = numbers[..<3].reduce(Number.zero, +), lost = numbers[3...].reduce(Number.zero, +)
        let format = format("arr")
        let (before, after) = (text(opening, format), text(closing, format))
        return before == after
            ? say(.movedAlike, text(won, format), text(lost, format), after)
            : say(.moved, text(won, format), text(lost, format), before, after)
    }

    private func acquisitionHeadline() -> String {
        guard let cost = told("cac"), let customers = number("customers_new", now) else { return "" }
        return say(.acquired, text(customers, format("customers_new")), text(cost, format("cac")))
    }

    private func conversionHeadline() -> String {
        guard !period.isToDate, let leads = number("leads", now), let won = number("won", now),
            context.judge.lacks(context.catalogue.subject("leads")?.resolved ?? .leaf(Leaf("leads")), period) == nil
        else { return "" }
        return say(.converted, text(leads, format("leads")), text(won, format("won")))
    }

    private func voiceHeadline() -> String {
        guard let score = told("nps"), let interval = interval(now) else { return "" }
        let format = format("nps")
        return say(.scored, text(score, format), text(interval.low, format), text(interval.high, format))
    }

    private func activityHeadline() -> String {
        guard let active = told("active_rate"), let risk = told("arr_at_risk_share") else { return "" }
        return say(.active, text(active, format("active_rate")), text(risk, format("arr_at_risk_share")))
    }

    private func planHeadline() -> String {
        let standings = standings()
        let judged = standings.count { [.onTrack, .watch, .offTrack].contains($0.verdict) }
        let actions = actionStandings()
        let overdue = actions.count(where: \.isOverdue)
        guard judged > 0 else { return actions.isEmpty ? "" : say(.actionsOverdue, text(overdue)) }
        let off = say(.targetsOff, text(standings.count { $0.verdict == .offTrack }), text(judged))
        return actions.isEmpty ? off : say(.targetsAndActions, off, text(overdue))
    }

    private func dataHeadline() -> String {
        guard context.data.sources.contains(where: \.counts) else { return "" }
        let gaps = dataGaps(withMoney: false)
        return gaps.isEmpty ? say(.allDataIn) : capital(gaps.joined(separator: language.forms.semicolon))
    }
}
