import Facts
import Languages
import Metrics
import RollUps

/// How what has a target is judged, for the definitions.
extension Composer {
    /// For each metric and measure that has a target now: what of it is due by when, and from where on it is on track or to watch.
    func statusRules() -> [Block] {
        var seen: Set<String> = []
        let subjects = standings().map(\.subject).filter { seen.insert($0.id).inserted }
        guard !subjects.isEmpty else { return [] }
        let rows = subjects.map { subject in
            Table.Row([
                .text(name(subject.id)), .text(subject.id), .text(say(dueInWords(context.judge.due(of: subject)))),
                .text(ruleInWords(subject)),
            ])
        }
        let titles: [Phrase] = [.metric, .id, .dueByNow, .statusRule]
        return [
            .table(
                Table(
                    id: "status-rules", title: say(.statusRulesTitle), columns: titles.map { Table.Column(say($0)) },
                    rows: rows,
                    isOnPaper: false, isFolded: true)),
            .note(say(.statusRulesNote, text(context.limits.cases))),
        ]
    }

    /// The limits of a status among the options.
    var statusOptions: [(name: String, id: String, value: Table.Cell)] {
        let (limits, percent) = (context.limits, Format(.percent, digits: 1))
        let points = Format(.percentagePoints, digits: 1)
        return [
            (say(.leastAttainment, say(.onTrack)), "status.on_track", fixed(limits.onTrack, percent)),
            (say(.leastAttainment, say(.watch)), "status.watch", fixed(limits.watch, percent)),
            (say(.pointsFrom), "status.points_from", fixed(limits.pointsFrom, percent)),
            (say(.leastGap, say(.onTrack)), "status.on_track_points", fixed(limits.onTrackPoints, points)),
            (say(.leastGap, say(.watch)), "status.watch_points", fixed(limits.watchPoints, points)),
            (say(.fewCasesBelow), "status.few_cases", count(limits.cases)),
        ]
    }

    private func dueInWords(_ rule: DueRule) -> Phrase {
        switch rule {
        case .shareOfDays: .dueShare
        case .wayFromStart: .dueWay
        case .whole: .dueWhole
        }
    }

    private func ruleInWords(_ subject: Subject) -> String {
        let (limits, percent) = (context.limits, Format(.percent, digits: 1))
        let points = Format(.percentagePoints, digits: 1)
        func share(_ number: Number) -> String { text(number, percent) }
        let ratio: Phrase
        switch subject.better {
        case .neither: return say(.noStatus)
        case .higher: ratio = .ratioHigher
        case .lower: ratio = .ratioLower
        }
        let byRatio = say(.ruleByRatio, say(ratio), share(limits.onTrack), share(limits.watch))
        guard subject.unit == .percent else { return byRatio }
        return say(
            .ruleByPoints, share(limits.pointsFrom), text(limits.onTrackPoints, points), text(limits.watchPoints, points),
            byRatio)
    }
}
