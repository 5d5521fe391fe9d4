import Facts
import Languages
import Metrics
import RollUps

/// The summary: one page that says how the period was and what needs the reader.
extension Composer {
    func summary() -> Section {
        let standings = standings()
        let shown = context.scorecardMetrics(standings)
        var blocks: [Block] = [.message(summaryMessage(standings))]
        if let metric = context.catalogue[context.northStar] {
            blocks.append(.headline(name: name(metric), value: value(metric.id), detail: headlineDetail(metric)))
            blocks += northStarGoals(standings).map { .note($0) }
        }
        blocks += outlookSentences(standings).map { .note($0) }
        blocks += completeness()
        let opening = blocks.count
        blocks += revisionsInSummary(shown.map(\.id))
        blocks.append(whatChanged())
        blocks.append(scorecard(shown, standings))
        blocks += withoutNotes(shown)
        blocks += attention(standings)
        return Section(id: "summary", title: say(.summary), blocks: blocks, opening: opening)
    }

    /// How the north star stands against its targets, that of the shortest period first.
    func northStarGoals(_ standings: [Standing]) -> [String] {
        let own = standings.filter { $0.subject.id == context.northStar && $0.dimension.isEmpty }
            .sorted { $0.whole.end < $1.whole.end }
        return (own.isEmpty ? [say(.noTarget)] : own.map(inWords)).map { say(.labelled, say(.northStarTarget), $0) }
    }

    // MARK: - Message

    /// What happened, in sentences that claim nothing that is undefined.
    func summaryMessage(_ standings: [Standing]) -> String {
        guard Measure.Source.allCases.contains(where: { context.rollUp.firstEvent($0) != nil }) else {
            return say(.nothingYet, dayText(context.asOf))
        }
        var texts = openingSentences()
        let counts = [Standing.Verdict.onTrack, .watch, .offTrack].map { verdict in standings.count { $0.verdict == verdict } }
        if counts.reduce(0, +) > 0 { texts.append(say(.targetsMessage, text(counts[0]), text(counts[1]), text(counts[2]))) }
        let unjudged = standings.count { ![.onTrack, .watch, .offTrack, .noDirection].contains($0.verdict) }
        if unjudged > 0 { texts.append(say(.unjudgedTargets, text(unjudged))) }
        if period.isToDate { texts.append(say(.periodNotOver, dayText(context.asOf))) }
        return sentences(texts)
    }

    /// How ARR and net new ARR stand, and what is missing from them; none before the first event.
    func openingSentences() -> [String] {
        guard Measure.Source.allCases.contains(where: { context.rollUp.firstEvent($0) != nil }) else {
            return [say(.nothingYet, dayText(context.asOf))]
        }
        var texts: [String] = []
        if let arr = number("arr", now) {
            let money = text(arr, format("arr"))
            let changes = joined(changesInWords("arr"))
            let phrase: Phrase = changes.isEmpty ? .arrMessage : .arrMessageWithChanges
            texts.append(say(phrase, money, periodNoun(period), changes))
        } else {
            texts.append(say(.arrUndefined, value("arr").hint))
        }
        if let netNew = number("net_new_arr", now) {
            let (place, shift) = before
            let money = text(netNew, format("net_new_arr"))
            if !period.isToDate, let old = number("net_new_arr", place, shift: shift) {
                texts.append(say(.netNewAfter, money, beforeNoun, text(old, format("net_new_arr"))))
            } else {
                texts.append(say(.netNew, money))
            }
        }
        if let late = lateTerms { texts.append(say(.termsLateMessage, dayText(late.since), sourceName(late.source))) }
        return texts
    }

    /// "up 1.2% on the week before", "up 24.0% on a year ago"; only what can be said.
    func changesInWords(_ id: String) -> [String] {
        guard !period.isToDate, let metric = context.catalogue[id], !isMaturing(metric) else { return [] }
        let (place, shift) = before
        var texts: [String] = []
        // Where nothing came since, that nothing changed is not known.
        if lateTerms == nil, let change = changeInWords(metric, number(id, place, shift: shift)) {
            texts.append(say(.changeOn, change, beforeNoun))
        }
        if context.grain != .year, let change = changeInWords(metric, number(id, now, shift: .yearAgo)) {
            texts.append(say(.changeOn, change, say(.aYearAgo)))
        }
        return texts
    }

    /// "up 1.2%"; nil where a change cannot be stated.
    private func changeInWords(_ metric: Metric, _ old: Number?) -> String? {
        guard let new = number(metric.id, now), let old else { return nil }
        let hasRisen = (new - old).signum > 0
        let (size, isNothing) = sizeOfChange(metric, from: old, to: new)
        return isNothing ? say(.littleChanged) : say(hasRisen ? .up : .down, size)
    }

    /// How much a metric changed, without a sign, and whether it is shown as 0: a share where that says something, else an amount.
    func sizeOfChange(_ metric: Metric, from old: Number, to new: Number) -> (text: String, isNothing: Bool) {
        let isRelative = changeFormat(metric).isRelative
        var format = changeFormat(metric).format
        var size = (new - old).magnitude
        if isRelative, let share = shareOfChange(from: old, to: new) {
            size = share.magnitude
        } else if isRelative {
            format = effectFormat(metric)
        }
        format.isSigned = false
        return (text(size, format), text(size, format) == text(Number.zero, format))
    }

    /// What the north star was before.
    func headlineDetail(_ metric: Metric) -> String {
        let (place, shift) = before
        let old = number(metric.id, place, shift: shift)
        var parts = [say(.labelled, beforeNoun, text(old, format(metric.id)))]
        if context.grain != .year {
            let yearAgo = number(metric.id, now, shift: .yearAgo)
            parts.append(say(.labelled, say(.aYearAgo), text(yearAgo, format(metric.id))))
        }
        if isMaturing(metric) { parts.append(say(.maturing)) }
        return ([heading(period)] + parts).joined(separator: " · ")
    }

    // MARK: - Completeness

    /// Whether all data is in.
    func completeness() -> [Block] {
        var blocks: [Block] = [.note(dataVerdict())]
        let present = context.data.sources.filter(\.counts)
        if !present.isEmpty {
            let parts = present.map { source in
                source.newestEvent.map { "\(sourceName(source.name)) \(dayText($0))" } ?? sourceName(source.name)
            }
            blocks.append(.note(say(.newestEvents, list(parts))))
        }
        let missing = missingSources
        if !missing.isEmpty { blocks.append(.note(say(.absentSources, list(missing.map { sourceName($0.name) })))) }
        if period.isToDate {
            let whole = context.calendar.period(context.grain, holding: period.start)
            blocks.append(.note(say(.daysCovered, text(period.end - period.start + 1), text(whole.end - whole.start + 1))))
        }
        return blocks
    }

    /// Sources that have no data. Terms and leads each come from one of two: the other is not missed.
    var missingSources: [SourceStatus] {
        context.data.sources.filter { source in
            let twins = context.data.sources.filter { $0.standsInFor == source.name || $0.name == source.standsInFor }
            return !source.counts && source.isMissed && source.standsInFor == nil && !twins.contains(where: \.counts)
        }
    }

    // MARK: - Scorecard

    /// How many periods the small charts show.
    static let trendPeriods = 13

    private func scorecard(_ metrics: [Metric], _ standings: [Standing]) -> Block {
        let titles: [(Phrase, Bool)] = [
            (.metric, false), (.now, true), (.before, true), (.change, true), (.yearAgo, true), (.changeOnYear, true),
            (.trend, false),
        ]
        let rows = metrics.map { metric in
            let (place, shift) = before
            let (current, old, yearAgo) = (
                value(metric.id), value(metric.id, place, shift: shift), value(metric.id, now, shift: .yearAgo)
            )
            let standing = leadingStanding(metric.id, of: standings)
            let noGoal: [Table.Cell] =
                Array(repeating: .empty, count: 6) + [.status(.none, say(.noTarget)), .text(metric.owner ?? "")]
            return Table.Row(
                [
                    .text(titled(metric.id, metric.unit)), .value(current), .value(old),
                    .value(change(metric, now: current, before: old, columns: (1, 2))), .value(yearAgo),
                    .value(change(metric, now: current, before: yearAgo, columns: (1, 4))),
                    .trend(Array(series(metric.id).suffix(Composer.trendPeriods))),
                ] + (standing.map { goalCells($0, first: 7) } ?? noGoal), subject: metric.id)
        }
        return .table(
            Table(
                id: "scorecard", title: say(.scorecard, heading(period)),
                columns: titles.map { title in
                    Table.Column(
                        say(title.0), isNumeric: title.1, card: title.0 == .change ? .change : title.0 == .now ? .value : nil)
                } + goalColumns, rows: rows, look: .cards))
    }
}

extension SourceStatus {
    /// Whether it counts up to the as-of date: one of events has none before its first.
    var counts: Bool { isPresent && (newestEvent != nil || !isOfEvents) }
}
