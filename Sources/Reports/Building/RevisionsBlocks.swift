import Facts
import Languages
import Metrics

/// What the last report said otherwise, and why.
extension Composer {
    /// How many changes the summary tells one by one.
    private static let mostInSummary = 3

    /// Revisions of the scorecard's metrics, for the summary.
    ///
    /// - Parameter metrics: The ids of the scorecard.
    func revisionsInSummary(_ metrics: [String]) -> [Block] {
        guard let since = context.revisions.since else { return [] }
        let restated = visiblyRestated.filter { metrics.contains($0.metric) }
        // Of each metric the newest period that changed.
        var seen: Set<String> = []
        let newest = restated.filter { seen.insert($0.metric).inserted }
        var blocks: [Block] = []
        for change in newest.prefix(Composer.mostInSummary) {
            let (old, new) = (change.published, change.now)
            blocks.append(
                .note(
                    say(
                        .restatedNote, dayText(since), name(change.metric), periodNoun(change.period),
                        exactText(old, format(change.metric)), exactText(new, format(change.metric)),
                        causes(change.causes))))
        }
        let more = visiblyRestated.count - blocks.count
        if !blocks.isEmpty, more > 0 { blocks.append(.note(say(.restatedMore, text(more)))) }
        let redefined = context.revisions.redefined.filter { metrics.contains($0.metric) }
        if !redefined.isEmpty {
            blocks.append(.note(say(.redefinedNote, dayText(since), list(redefined.map { name($0.metric) }))))
        }
        return blocks
    }

    /// Every change, for the section on the data.
    func revisionsTables() -> [Block] {
        guard let since = context.revisions.since.map({ dayText($0) }) else { return [] }
        var blocks: [Block] = []
        let (restated, redefined) = (visiblyRestated, context.revisions.redefined)
        if !restated.isEmpty {
            let rows = restated.map { change in
                Table.Row([
                    .text(name(change.metric)), .text(heading(change.period)), fixed(change.published, format(change.metric)),
                    fixed(change.now, format(change.metric)), .text(causes(change.causes)),
                ])
            }
            let columns = [
                Table.Column(say(.metric)), Table.Column(say(.period)), Table.Column(say(.asPublished), isNumeric: true),
                Table.Column(say(.withTodaysFiles), isNumeric: true), Table.Column(say(.because)),
            ]
            blocks.append(
                .table(
                    Table(
                        id: "restated", title: say(.restatedTitle, since), columns: columns, rows: rows, isLong: true,
                        isFolded: true)))
        }
        if !redefined.isEmpty {
            let rows = redefined.map { change in
                Table.Row([
                    .text(name(change.metric)), .text(change.before), .text(change.after),
                    fixed(change.old, format(change.metric)), fixed(change.new, format(change.metric)),
                ])
            }
            let columns = [
                Table.Column(say(.metric)), Table.Column(say(.definedBefore)), Table.Column(say(.definedNow)),
                Table.Column(say(.valueBefore, heading(period)), isNumeric: true),
                Table.Column(say(.valueNow, heading(period)), isNumeric: true),
            ]
            blocks.append(
                .table(
                    Table(
                        id: "redefined", title: say(.redefinedTitle, since), columns: columns, rows: rows, isLong: true,
                        isFolded: true)))
        }
        return blocks
    }

    /// The values that read otherwise than they did.
    private var visiblyRestated: [Revisions.Restated] {
        context.revisions.restated.filter {
            text($0.published, format($0.metric)) != text($0.now, format($0.metric))
        }
    }

    /// The files that changed a value.
    private func causes(_ causes: [Revisions.Cause]) -> String {
        let shown = causes.prefix(Composer.mostInSummary).map { cause in
            say(cause.isRetracted ? .retractedFile : .newFile, cause.path, text(cause.rows))
        }
        let more = causes.count - shown.count
        return list(shown + (more > 0 ? [say(.andMore, text(more))] : []))
    }
}
