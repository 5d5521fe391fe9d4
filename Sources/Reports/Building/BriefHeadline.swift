import Facts
import Languages
import Metrics

/// The verdict of the period and of the plan, for the brief.
extension Composer {
    private func say(_ phrase: BriefPhrase, _ parts: String...) -> String { phrase.text(language, parts) }

    /// What happened to ARR and where it leads, in sentences that claim nothing that is undefined.
    func lead(_ standings: [Standing]) -> String {
        sentences(openingSentences() + outlookSentences(standings, of: ["arr"]))
    }

    /// The verdict of the period and the verdict of the plan: "ARR grew 0.7%, but November and Q4 are behind plan". What cannot be said of
    /// either is left out.
    func briefHeadline(_ standings: [Standing]) -> String {
        let plan = planVerdict(standings)
        guard let growth, let arr = context.catalogue["arr"] else {
            guard let metric = context.catalogue[context.northStar], let star = number(metric.id, now) else {
                return plan.text
            }
            return say(.headline, name(metric), text(star, format(metric.id)), plan.text)
        }
        let phrase: BriefPhrase =
            switch growth.sign {
            case 1: plan.isGood == false ? .grewBut : .grewAnd
            case -1: plan.isGood == true ? .fellBut : .fellAnd
            default: .flatAnd
            }
        return say(phrase, name(arr), growth.size, plan.text)
    }

    /// Whether ARR grew (1), fell (−1) or did neither against the period before, and by how much; nil where that cannot be said.
    private var growth: (sign: Int, size: String)? {
        let (place, shift) = before
        guard !period.isToDate, lateTerms == nil, let new = number("arr", now), let old = number("arr", place, shift: shift),
            old.signum > 0, let ratio = new / old
        else { return nil }
        let percent = Format(.percent, digits: 1)
        let size = text((ratio - Number(1)).magnitude, percent)
        return (size == text(Number.zero, percent) ? 0 : (new - old).signum > 0 ? 1 : -1, size)
    }

    /// How the north star stands against its targets, by name of their periods; where it has none, how many of all targets are off track.
    /// Whether that is good news is nil where nothing is judged.
    private func planVerdict(_ standings: [Standing]) -> (text: String, isGood: Bool?) {
        let judged = standings.filter { standing in
            standing.subject.id == context.northStar && standing.dimension.isEmpty
                && [.onTrack, .watch, .offTrack].contains(standing.verdict)
        }
        guard judged.isEmpty else {
            let behind = judged.filter { $0.verdict != .onTrack }.map { shortName($0.whole) }
            let named = named(behind.isEmpty ? judged.map { shortName($0.whole) } : behind)
            return behind.isEmpty
                ? (say(.onPlanNamed, named, text(judged.count)), true) : (say(.behindPlan, named, text(behind.count)), false)
        }
        let (good, watch, bad, _) = counts(standings)
        let (watched, failed, all) = (text(watch), text(bad), text(good + watch + bad))
        if good + watch + bad == 0 { return (say(.noTargets), nil) }
        if bad > 0 { return (say(.offTrackCount, failed, all), false) }
        return watch > 0 ? (say(.noneOffTrack, watched, all), false) : (say(.allOnTrack, all), true)
    }

    /// Names in a row, the last after an "and".
    private func named(_ names: [String]) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return say(.namesAnd, list(names.dropLast()), last)
    }

    /// "No: November is at 26%, Q4 at 70% of what is due by now"; nil where the north star is on track, or
    /// shares say nothing of it: less of it is better.
    func northStarAnswer(_ standings: [Standing]) -> String? {
        let behind = standings.filter { standing in
            standing.subject.id == context.northStar && standing.subject.better == .higher && standing.dimension.isEmpty
                && standing.period.isToDate
                && [.watch, .offTrack].contains(standing.verdict)
        }
        let shares = behind.prefix(2).compactMap { standing in
            standing.attainment.map { (shortName(standing.whole), text($0, Format(.percent, digits: 0))) }
        }
        guard let first = shares.first, shares.count == min(behind.count, 2) else { return nil }
        return shares.count == 1
            ? say(.shareOfDue, first.0, first.1) : say(.sharesOfDue, first.0, first.1, shares[1].0, shares[1].1)
    }
}
