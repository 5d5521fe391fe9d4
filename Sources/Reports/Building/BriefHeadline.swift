import Facts
import Languages
import Metrics

/// The verdict of the period and of the plan, for the brief.
extension Composer {
    private func say(_ phrase: BriefPhrase, _ parts: String...) -> String { phrase.text(language, parts) }

    /// What happened to ARR and where it leads, in sentences that claim nothing that is undefined.
    func lead(_ standings: [Standing]) -> String {
        let isHeadedByOthers = number("arr", now) == nil && number(context.northStar, now) == nil
        let others = isHeadedByOthers ? otherMessages.dropFirst().map { capital($0) + language.forms.stop } : []
        return sentences(others + openingSentences() + outlookSentences(standings, of: ["arr"]))
    }

    /// What the sections say that need no ARR, for a company without it or without a north star that is known.
    private var otherMessages: [String] {
        ["conversion", "voice", "acquisition"].map { section in
            let own = headline(of: section)
            guard own.isEmpty, section == "acquisition", !period.isToDate, let spend = number("spend", now) else { return own }
            return HeadlinePhrase.spent.text(language, [text(spend, format("spend"))])
        }.filter { !$0.isEmpty }
    }

    /// The verdict of the period and the verdict of the plan: "ARR grew 0.7%, but November and Q4 are behind plan". What cannot be said of
    /// either is left out.
    func briefHeadline(_ standings: [Standing]) -> String {
        let plan = planVerdict(standings)
        guard let growth, let arr = context.catalogue["arr"] else {
            guard let metric = context.catalogue[context.northStar], let star = number(metric.id, now) else {
                return (otherMessages.prefix(1) + [plan.text]).joined(separator: language.forms.semicolon)
            }
            // What moved since the last terms is not known: what stood then is.
            let isLate = lateTerms != nil && isOfARR(metric.resolved)
            guard isLate, let arr = context.catalogue["arr"], let level = number("arr", now) else {
                return say(.headline, name(metric), text(star, format(metric.id)), plan.text)
            }
            return say(.headline, name(arr), text(level, format("arr")), plan.text)
        }
        let phrase: BriefPhrase =
            switch growth.sign {
            case 1: plan.isGood == false ? .grewBut : .grewAnd
            case -1: plan.isGood.map { $0 ? .fellBut : .fellAnd } ?? .fellBeside
            default: .flatAnd
            }
        return say(phrase, name(arr), growth.size, plan.text)
    }

    /// Whether ARR grew (1), fell (−1) or did neither against the period before, and by how much; nil where that cannot be said.
    private var growth: (sign: Int, size: String)? {
        let (place, shift) = before
        guard !period.isToDate, lateTerms == nil, let new = number("arr", now), let old = number("arr", place, shift: shift),
            old.signum > 0, let arr = context.catalogue["arr"]
        else { return nil }
        let (size, isNothing) = sizeOfChange(arr, from: old, to: new)
        return (isNothing ? 0 : (new - old).signum > 0 ? 1 : -1, size)
    }

    /// How the north star stands against its targets, by name of their periods; where it has none, how many of all targets are off track.
    /// Whether that is good news is nil where nothing is judged, or it is on track and others are not.
    private func planVerdict(_ standings: [Standing]) -> (text: String, isGood: Bool?) {
        let judged = standings.filter { standing in
            standing.subject.id == context.northStar && standing.dimension.isEmpty
                && [.onTrack, .watch, .offTrack].contains(standing.verdict)
        }
        guard judged.isEmpty else {
            let behind = judged.filter { $0.verdict != .onTrack }.map { shortName($0.whole) }
            let named = named(behind.isEmpty ? judged.map { shortName($0.whole) } : behind)
            // On plan by itself, the north star must not stand for a plan that others are off.
            let (good, watch, bad, _) = counts(standings)
            if behind.isEmpty, bad > 0 {
                let star = context.catalogue.words(.name(context.northStar), language)
                return (say(.onPlanBut, star, text(bad), text(good + watch + bad)), nil)
            }
            return behind.isEmpty
                ? (say(.onPlanNamed, named, text(judged.count)), true) : (say(.behindPlan, named, text(behind.count)), false)
        }
        let (good, watch, bad, _) = counts(standings)
        let (watched, failed, all) = (text(watch), text(bad), text(good + watch + bad))
        if good + watch + bad == 0 { return (say(.noTargets), nil) }
        if bad > 0 { return (say(.offTrackCount, failed, all), false) }
        // That none is off track is no "but" to growth, and no "and" to a fall.
        return watch > 0 ? (say(.noneOffTrack, watched, all), nil) : (say(.allOnTrack, all), true)
    }

    /// Names in a row, the last after an "and".
    private func named(_ names: [String]) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return say(.namesAnd, list(names.dropLast()), last)
    }

    /// "No: November is at 26%, Q4 at 70% of what is due by now", or the amounts where one of them is below 0; nil where the north star is on track, or
    /// shares say nothing of it: less of it is better.
    func northStarAnswer(_ standings: [Standing]) -> String? {
        let behind = standings.filter { standing in
            standing.subject.id == context.northStar && standing.subject.better == .higher && standing.dimension.isEmpty
                && standing.period.isToDate
                && [.watch, .offTrack].contains(standing.verdict)
        }
        let format = format(context.northStar)
        let told = behind.prefix(2).compactMap { standing -> Told? in
            guard let actual = standing.actual, let due = standing.due, let share = standing.attainment else { return nil }
            return Told(
                period: shortName(standing.whole), share: text(share, Format(.percent, digits: 0)),
                actual: text(actual, format),
                due: text(due, format), isBelow0: share.signum < 0)
        }
        guard let first = told.first, told.count == min(behind.count, 2) else { return nil }
        // A share below 0 says nothing: there it is the amounts.
        if told.contains(where: \.isBelow0) {
            return told.count == 1
                ? say(.amountOfDue, first.period, first.actual, first.due)
                : say(.amountsOfDue, first.period, first.actual, first.due, told[1].period, told[1].actual, told[1].due)
        }
        return told.count == 1
            ? say(.shareOfDue, first.period, first.share)
            : say(.sharesOfDue, first.period, first.share, told[1].period, told[1].share)
    }

    /// How far the north star is in a period, in words.
    private struct Told {
        var period, share, actual, due: String
        var isBelow0: Bool
    }
}
