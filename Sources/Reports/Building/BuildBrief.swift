import Facts
import Languages
import Metrics
import RollUps

/// The report in brief, from the same values, standings and changes as the summary.
extension Composer {
    func brief() -> Brief {
        // The shortest period first: it is what can still be mended.
        let order = { (standing: Standing) in Grain.allCases.firstIndex(of: standing.period.grain) ?? 0 }
        let standings = standings().enumerated().sorted { a, b in
            (order(a.element), a.offset) < (order(b.element), b.offset)
        }.map(\.element)
        var brief = Brief()
        brief.offTrack = standings.count { $0.verdict == .offTrack }
        brief.gaps = dataGaps
        brief.headline = briefHeadline(standings)
        brief.subject = say(.subject, context.company, periodNoun(period), brief.headline)
        brief.headline = capital(brief.headline)
        brief.lead = lead(standings)
        if let metric = context.catalogue[context.northStar] {
            brief.star = Brief.Star(
                name: name(metric), value: value(metric.id), detail: headlineDetail(metric),
                values: Array(series(metric.id).suffix(Composer.trendPeriods)),
                periods: periodNames.suffix(Composer.trendPeriods), goals: northStarGoals(standings),
                notes: context.northStar == "arr" ? [] : outlookSentences(standings, of: [context.northStar]))
        }
        brief.closing = say(.whole)
        brief.charts = briefCharts(standings)
        // Who must act is no question where nobody may be named.
        let act = context.withheld.contains(.owners) ? [] : [actPart(standings)]
        brief.parts = [planPart(standings), changePart()] + act + [dataPart()]
        return brief
    }

    private func say(_ phrase: BriefPhrase, _ parts: String...) -> String { phrase.text(language, parts) }

    /// How many targets have each verdict: on track, to watch, off track, none.
    func counts(_ standings: [Standing]) -> (good: Int, watch: Int, bad: Int, none: Int) {
        func count(_ verdict: Standing.Verdict) -> Int { standings.count { $0.verdict == verdict } }
        let (good, watch, bad) = (count(.onTrack), count(.watch), count(.offTrack))
        return (good, watch, bad, standings.count - good - watch - bad)
    }

    // MARK: - Are we on plan?

    /// How many metrics besides the north star are shown against their targets.
    private static let mostTargets = 5

    private func planPart(_ standings: [Standing]) -> Brief.Part {
        let (good, watch, bad, none) = counts(standings)
        let (watched, failed, judged) = (text(watch), text(bad), text(good + watch + bad))
        let answer =
            good + watch + bad == 0
            ? say(.onPlanUnknown)
            : bad > 0
                ? watch > 0
                    ? say(.onPlanNoAndWatch, failed, judged, watched)
                    : good + bad == 1 ? say(.onPlanNoneOfOne) : say(.onPlanNo, failed, judged)
                : watch > 0 ? say(.onPlanWatch, watched, judged) : say(.onPlanYes, judged)
        return Brief.Part(
            .plan, question: say(.onPlan), answer: northStarAnswer(standings) ?? answer,
            columns: [say(.metricAndOwner), say(.soFarAndDue), say(.status)],
            rows: leadingStandings(standings).map(planRow),
            note: standings.isEmpty
                ? context.rollUp.facts.targets.isEmpty ? "" : say(.noTargetsNow, dayText(period.end))
                : say(.moreTargets, text(good), watched, failed, text(none)))
    }

    /// How the north star stands against all of its targets, then other metrics, worst first.
    func leadingStandings(_ standings: [Standing]) -> [Standing] {
        let total = standings.filter(\.dimension.isEmpty)
        let star = total.filter { $0.subject.id == context.northStar }
        // Of each other metric its worst standing, over the shortest period of several.
        var seen: Set<String> = [context.northStar]
        let ranks: [Standing.Verdict] = [.offTrack, .watch, .onTrack]
        let judgedOthers = ranks.flatMap { verdict in
            total.filter { $0.verdict == verdict && seen.insert($0.subject.id).inserted }
        }
        return star + judgedOthers.prefix(Composer.mostTargets)
    }

    private func planRow(_ standing: Standing) -> Brief.Row {
        let format = format(standing.subject.id)
        let goal = Brief.Goal(
            period: heading(standing.period), shortPeriod: shortName(standing.whole), owner: standing.owner,
            limit: limit(standing.subject), target: Value(standing.goal, format),
            projection: Value(standing.projection, format), bar: Brief.Bar(standing),
            rule: rule(standing, actual: 0, due: 1))
        let (status, word) = status(standing)
        return Brief.Row(
            title: titled(standing.subject.id, standing.subject.unit), subject: standing.subject.id,
            detail: [heading(standing.period), standing.owner].filter { !$0.isEmpty }.joined(separator: " · "),
            figure: actual(standing), below: standing.due.map { Value($0, dueFormat(standing)) }, goal: goal,
            mark: .status(status, word, share: howFar(standing)))
    }

    /// How far a value is from what is due: the gap in points where that is what it is judged by, else the share of the due; nil where
    /// neither says anything, as a share below 0.
    private func howFar(_ standing: Standing) -> Value? {
        if let gap = gapInPoints(standing) { return Value(gap, Format(.percentagePoints, digits: 1, isSigned: true)) }
        guard let share = standing.attainment, share.signum >= 0 else { return nil }
        return Value(share, Format(.percent, digits: 1))
    }

    /// The gap by which a percent metric is judged, as a fraction; nil where it is judged otherwise.
    private func gapInPoints(_ standing: Standing) -> Number? {
        guard let actual = standing.actual, let due = standing.due,
            Standing.isByPoints(standing.subject, due: due, context.limits)
        else { return nil }
        return actual - due
    }

    /// A name with what its figures are in, where they do not say it themselves: "CAC payback, months".
    func titled(_ id: String, _ unit: Metric.Unit) -> String {
        switch unit {
        case .months, .days, .minutes: Phrase.nameAndUnit.text(language, [name(id), Phrase(unit).text(language)])
        case .money, .count, .percent, .points, .ratio, .moneyPerDay: name(id)
        }
    }

    private func limit(_ subject: Subject) -> String {
        if subject.better == .lower { return "≤ " }
        guard case .whole = context.judge.due(of: subject) else { return "" }
        return "≥ "
    }

    // MARK: - What changed most?

    /// How many changes are told.
    private static let mostChangesInBrief = 3

    private func changePart() -> Brief.Part {
        if period.isToDate {
            return Brief.Part(.changes, question: say(.changed), answer: capital(say(.withheldToDate)))
        }
        let (place, shift) = before
        func row(_ metric: Metric) -> Brief.Row {
            var (current, old) = (value(metric.id), value(metric.id, place, shift: shift))
            if let new = current.number, let before = old.number {
                current.format = finer(current.format, for: new, before)
                old.format = current.format
            }
            return Brief.Row(
                title: titled(metric.id, metric.unit), subject: metric.id, figure: current, below: old,
                mark: .change(change(metric, now: current, before: old, columns: (1, 2))), why: whyInWords(metric),
                trend: trend(metric))
        }
        let columns = [say(.metric), say(.nowAndBefore), say(.change)]
        let ranked = toldChanges().filter { $0.times != nil }.prefix(Composer.mostChangesInBrief).map(\.metric)
        guard let first = ranked.first, let new = number(first.id, now), let old = number(first.id, place, shift: shift) else {
            // Where nobody knows yet what is usual, how ARR and the north star moved is worth telling all the same.
            let known = lateTerms == nil ? toldChanges().map(\.metric) : []
            let rows = known.filter { $0.id == context.northStar || $0.id == "arr" }.map(row)
            return Brief.Part(
                .changes, question: say(.changed), answer: say(.changedNothing), columns: rows.isEmpty ? [] : columns,
                rows: rows)
        }
        let words = texts(old, new, format(first.id))
        return Brief.Part(
            .changes, question: say(.changed), answer: say(.changedAnswer, name(first), words.0, words.1), columns: columns,
            rows: ranked.map(row))
    }

    private func trend(_ metric: Metric) -> Brief.Trend {
        Brief.Trend(values: Array(series(metric.id).suffix(Composer.trendPeriods)), usual: usualRange(metric))
    }

    // MARK: - Who must act?

    /// How many people are named.
    private static let mostPeople = 7

    private func actPart(_ standings: [Standing]) -> Brief.Part {
        let off = standings.filter { $0.verdict == .offTrack }
        let overdue = actionStandings().filter(\.isOverdue).sorted { a, b in
            let (due, other) = (a.action.due ?? .distantFuture, b.action.due ?? .distantFuture)
            return due != other ? due < other : precedes(a.action.task, b.action.task)
        }
        guard !off.isEmpty || !overdue.isEmpty else { return Brief.Part(.people, question: say(.act), answer: say(.actNobody)) }
        func owner(_ action: Action) -> String {
            [action.owner, action.department].first { !$0.isEmpty } ?? say(.noMember)
        }
        var people: [String] = []
        for name in off.map({ $0.owner.isEmpty ? say(.noMember) : $0.owner }) + overdue.map({ owner($0.action) })
        where !people.contains(name) {
            people.append(name)
        }
        let all = people.map { person in
            let targets = off.filter { ($0.owner.isEmpty ? say(.noMember) : $0.owner) == person }
            let tasks = overdue.filter { owner($0.action) == person }
            return Brief.Row(title: person, mark: .text(toDo(targets, tasks)))
        }
        let counts = (text(people.count), text(off.count), text(overdue.count))
        let answer =
            overdue.isEmpty
            ? say(.actTargets, counts.0, counts.1)
            : off.isEmpty ? say(.actTasks, counts.0, counts.2) : say(.actAnswer, counts.0, counts.1, counts.2)
        let more = Array(all.dropFirst(Composer.mostPeople))
        var part = Brief.Part(
            .people, question: say(.act), answer: answer, rows: Array(all.prefix(Composer.mostPeople)),
            note: more.isEmpty ? "" : say(.morePeople, text(more.count)))
        (part.more, part.moreTitle) = (more, more.isEmpty ? "" : say(.peopleMore, text(more.count)))
        return part
    }

    /// What somebody has to do: the first target off track, how many more, what is longest overdue.
    private func toDo(_ targets: [Standing], _ tasks: [ActionStanding]) -> String {
        var parts: [String] = []
        if let first = targets.first {
            var what = say(.namedPeriod, name(first.subject.id), shortName(first.whole))
            if !first.dimension.isEmpty { what = say(.namedPeriod, what, whose(first)) }
            parts.append(howFar(first, what))
        }
        if targets.count > 1 { parts.append(say(.moreOffTrack, text(targets.count - 1))) }
        if let first = tasks.first { parts.append(say(.overdueTasks, text(tasks.count), first.action.task)) }
        return parts.joined(separator: language.forms.semicolon)
    }

    /// A target off track with how far it is: the share of what is due; or both of them, where what is to stay below a limit would read
    /// like good news as a share below 100 %, where the gap in points decides, and where a share below 0 says nothing.
    private func howFar(_ standing: Standing, _ what: String) -> String {
        let (format, dueFormat) = (format(standing.subject.id), dueFormat(standing))
        if standing.subject.better == .lower, let actual = standing.actual, let due = standing.due {
            return say(.overLimit, what, text(actual, format), text(due, dueFormat))
        }
        if let actual = standing.actual, let due = standing.due, gapInPoints(standing) != nil || actual.signum < 0 {
            return say(.underDue, what, text(actual, format), text(due, dueFormat))
        }
        return standing.attainment.map { say(.ofDue, what, text($0, Format(.percent, digits: 1))) } ?? what
    }

    // MARK: - Is all data in?

    /// How many sources are named.
    private static let mostSources = 8

    private func dataPart() -> Brief.Part {
        let dated = context.data.sources.filter { $0.counts && $0.newestEvent != nil }
            .enumerated().sorted { a, b in
                let (first, second) = (a.element.newestEvent ?? .distantFuture, b.element.newestEvent ?? .distantFuture)
                return first == second ? a.offset < b.offset : first > second
            }.map(\.element)
        let rows = dated.prefix(Composer.mostSources).map { source in
            Brief.Row(
                title: capital(sourceName(source.name)), mark: .text(say(.upTo, source.newestEvent.map { dayText($0) } ?? "")))
        }
        // The verdict is the answer; what else the summary says of the data stands below it.
        let others = completeness().dropFirst(2).compactMap { block -> String? in
            guard case .note(let text) = block else { return nil }
            return text
        }
        let gaps = dataGaps(withMoney: false).joined(separator: language.forms.semicolon)
        let money = rejectedMoney
        let notes = (money.isEmpty ? [] : [say(.rejectedMoneyNote, list(money))]) + others
        return Brief.Part(
            .data, question: say(.dataIn),
            answer: !gaps.isEmpty ? say(.dataGaps, gaps) : missingSources.isEmpty ? say(.dataYes) : say(.dataYesOfThese),
            rows: Array(rows),
            note: sentences(notes.map { $0 + language.forms.stop }))
    }
}
