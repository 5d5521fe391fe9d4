import Facts
import Languages
import Metrics
import RollUps

/// How metrics and measures stand against the company's targets, and how that is said.
extension Composer {
    /// How everything stands against every target whose period holds the last day reported: in the order of the catalogue, then of
    /// periods, dimensions and members.
    func standings() -> [Standing] { shared.standings { Reports.standings(context) } }

    /// Why a standing's actual is undefined; empty where it is not.
    func reason(_ standing: Standing) -> String {
        guard standing.actual == nil else { return "" }
        guard let slice = standing.slice else { return say(.whyNoMember, standing.member) }
        return whyUndefined(standing.subject, over: standing.period, slice: slice)
    }

    /// The one standing that the scorecard shows: of the total, by the target of the report's own grain, else by that of the
    /// shortest period.
    func leadingStanding(_ id: String, of standings: [Standing]) -> Standing? {
        func rank(_ standing: Standing) -> Int {
            standing.period.grain == context.grain ? -1 : Grain.allCases.firstIndex(of: standing.period.grain) ?? 0
        }
        return standings.filter { $0.subject.id == id && $0.dimension.isEmpty }.min { rank($0) < rank($1) }
    }

    /// The columns of a target, beside the value that it is judged by.
    var goalColumns: [Table.Column] {
        [
            Table.Column(say(.goalPeriod), card: .when), Table.Column(say(.actualColumn), isNumeric: true, card: .value),
            Table.Column(say(.dueByNow), isNumeric: true, card: .due), Table.Column(say(.target), isNumeric: true),
            Table.Column(say(.attainment), isNumeric: true), Table.Column(say(.atThisPace), isNumeric: true),
            Table.Column(say(.status), card: .status), Table.Column(say(.owner), card: .owner),
        ]
    }

    /// The cells of ``goalColumns``: the target's period, the value of that period, what is due by now, the goal, how much of the due
    /// that is, what it comes to at this pace, how it stands, who answers for it. `first` is the place of the first of them in the row.
    func goalCells(_ standing: Standing, first: Int) -> [Table.Cell] {
        let (id, percent) = (standing.subject.id, Format(.percent, digits: 1))
        let (format, reason) = (format(id), reason(standing))
        let (actualColumn, dueColumn) = (first + 1, first + 2)
        let isLower = standing.subject.better == .lower
        var attainment = Value(
            standing.attainment, percent,
            standing.attainment == nil
                ? .fixed : .quotient(of: isLower ? dueColumn : actualColumn, by: isLower ? actualColumn : dueColumn))
        if standing.attainment == nil { attainment.hint = standing.actual == nil ? reason : say(.noRatio) }
        let noDue = standing.due == nil ? say(.noDue) : ""
        let noPace =
            standing.projection != nil
            ? "" : !standing.period.isToDate ? say(.noPaceOver) : standing.actual == nil ? reason : say(.noPace)
        return [
            .text(heading(standing.period)), .value(actual(standing)),
            fixed(standing.due, dueFormat(standing), hint: noDue),
            fixed(standing.goal, format), .value(attainment), fixed(standing.projection, format, hint: noPace),
            cell(standing, actual: actualColumn, due: dueColumn),
            .text(standing.owner),
        ]
    }

    /// How what is due is written: as the value, but of a small count with the part of one that is due, as 3 of 2.5 are more than allowed.
    func dueFormat(_ standing: Standing) -> Format {
        var format = format(standing.subject.id)
        guard format.kind == .count, format.digits == 0, let due = standing.due else { return format }
        if Number.less(due.magnitude, Number(100)), !Format.isWhole([due]) { format.digits = 1 }
        return format
    }

    /// The value that a standing is judged by. Over a period that the report shows, it is as live as any other.
    func actual(_ standing: Standing) -> Value {
        if let index = context.periods.firstIndex(of: standing.period), let slice = standing.slice {
            return value(standing.subject.id, index, slice: slice)
        }
        return Value(standing.actual, format(standing.subject.id), hint: reason(standing))
    }

    /// A standing in a line: "Net new ARR target of 2026-Q4 (to date): $1.2M of $1.5M due by now, target $3.0M: off track".
    func inWords(_ standing: Standing) -> String {
        let format = format(standing.subject.id)
        func words(_ number: Number?) -> String { text(number, format) }
        let verdict = say(word(standing.verdict).phrase)
        return standing.period.isToDate
            ? say(
                .standingToDate, heading(standing.period), words(standing.actual), text(standing.due, dueFormat(standing)),
                words(standing.goal),
                verdict)
            : say(.standing, heading(standing.period), words(standing.actual), words(standing.goal), verdict)
    }

    /// A verdict with the word for it, as a status where there is one; `actual` and `due` are the columns of its row that it follows from.
    private func cell(_ standing: Standing, actual: Int, due: Int) -> Table.Cell {
        let (status, word) = status(standing)
        return .status(status, word, rule: rule(standing, actual: actual, due: due))
    }

    /// How a standing is judged by two columns of its row; nil where more than the two decides.
    func rule(_ standing: Standing, actual: Int, due: Int) -> StatusRule? {
        switch standing.verdict {
        case .onTrack, .watch, .offTrack: break
        default: return nil
        }
        return StatusRule(
            actual: actual, due: due, isLowerBetter: standing.subject.better == .lower,
            isPercent: standing.subject.unit == .percent, limits: context.limits, onTrack: say(.onTrack), watch: say(.watch),
            offTrack: say(.offTrack))
    }

    /// A verdict as a status, with the word for it.
    func status(_ standing: Standing) -> (status: Status, word: String) {
        let (status, phrase) = word(standing.verdict)
        return (status, say(phrase))
    }

    private func word(_ verdict: Standing.Verdict) -> (status: Status, phrase: Phrase) {
        switch verdict {
        case .onTrack: (.good, .onTrack)
        case .watch: (.watch, .watch)
        case .offTrack: (.bad, .offTrack)
        case .maturing: (.none, .maturing)
        case .undefined: (.none, .undefinedStatus)
        case .incomplete: (.none, .lateStatus)
        case .fewCases: (.none, .fewCases)
        case .notAboveZero: (.none, .notAboveZeroStatus)
        case .noDirection: (.none, .noStatus)
        }
    }
}

/// How everything stands against every target whose period holds the last day reported.
///
/// Of two targets for one period, metric and member, in whatever spelling, the later row wins. A target of the catalogue counts
/// where the company's files have none for the metric, for the period of the report's own grain.
func standings(_ context: ReportContext) -> [Standing] {
    let last = context.periods[context.periods.count - 1]
    let judge = context.judge
    var found: [Standing] = []
    for target in context.rollUp.facts.targets {
        guard let subject = context.catalogue.subject(target.metric), let whole = context.calendar.period(named: target.period),
            whole.start <= last.end, last.end <= whole.end
        else { continue }
        let standing = judge.standing(
            subject, whole, goal: target.value.number, slice: slice(of: target, context.rollUp),
            dimension: target.dimension, member: target.dimension.isEmpty ? "" : target.member,
            owner: target.owner.isEmpty ? subject.owner ?? "" : target.owner)
        found.removeAll {
            $0.subject.id == subject.id && $0.whole == whole && $0.slice == standing.slice
                && ($0.slice != nil || ($0.dimension, $0.member) == (standing.dimension, standing.member))
        }
        found.append(standing)
    }
    for metric in context.catalogue.metrics {
        guard let subject = context.catalogue.subject(metric.id), let goal = subject.target,
            !found.contains(where: { $0.subject.id == metric.id && $0.slice == .total })
        else { continue }
        let whole = context.calendar.period(context.grain, holding: last.start)
        found.append(judge.standing(subject, whole, goal: goal, owner: subject.owner ?? ""))
    }
    func place(_ standing: Standing) -> Int {
        context.catalogue.index(of: standing.subject.id)
            ?? context.catalogue.metrics.count
            + (context.catalogue.measures.firstIndex { $0.id == standing.subject.id } ?? 0)
    }
    return found.sorted { a, b in
        let (first, second) = ((place(a), a.whole.start, a.whole.end), (place(b), b.whole.start, b.whole.end))
        if first != second { return first < second }
        return a.dimension != b.dimension ? precedes(a.dimension, b.dimension) : precedes(a.member, b.member)
    }
}

extension ReportContext {
    /// Judges what stands against targets, and what rests on few cases.
    var judge: Judge<LocalRollUp> { Judge(rollUp, catalogue: catalogue, calendar: calendar, asOf: asOf, limits: limits) }
}

/// Whose target it is; nil where the dimension or the member is unknown.
private func slice(of target: Target, _ rollUp: LocalRollUp) -> Slice? {
    if target.dimension.isEmpty { return .total }
    return rollUp.slice(dimension: target.dimension, member: target.member)
}
