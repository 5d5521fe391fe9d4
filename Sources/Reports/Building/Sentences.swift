import Facts
import Languages
import Metrics
import RollUps

/// What changed and why, in sentences whose parts are those of `explanations.csv`.
///
/// Nothing is told of what is compared with nothing (periods to date, what still matures), rests on few cases, or lacks late data.
///
/// Source: metric catalogue, "Explanation" and "What changed most".
extension Composer {
    /// How many sentences the summary has of the period before, and in all; and how many a section.
    private static let mostOnBefore = 4
    private static let mostInSummary = 6
    private static let mostInSection = 4

    /// What changed most against the period before, and then against a year ago.
    func whatChanged() -> Block {
        if period.isToDate { return .note(say(.labelled, say(.titleAlone), say(.withheldToDate))) }
        var sentences: [String] = []
        for change in toldChanges() where sentences.count < Composer.mostOnBefore {
            let explanation = explanation(of: change.metric, context.comparisons[0])
            if let explanation, let text = sentence(explanation, times: change.times) { sentences.append(text) }
        }
        for explanation in explanations where explanation.comparison.isYearAgo && sentences.count < Composer.mostInSummary {
            if let text = sentence(explanation, times: nil) { sentences.append(text) }
        }
        if sentences.isEmpty { return .note(say(.none)) }
        return .sentences(title: say(.title, beforeNoun), sentences)
    }

    /// Why the metrics of a section changed that are on the scorecard; none where nothing can be said.
    func whyChanged(_ section: Metric.Section) -> [Block] {
        var sentences: [String] = []
        for explanation in explanations where explanation.metric.section == section && sentences.count < Composer.mostInSection
        {
            if let text = sentence(explanation, times: nil) { sentences.append(text) }
        }
        return sentences.isEmpty ? [] : [.sentences(title: say(.sectionTitle, beforeNoun), sentences)]
    }

    /// The parts of a metric's change against the period before, in words; empty where nothing can be said.
    func whyInWords(_ metric: Metric) -> String {
        guard !period.isToDate, let explanation = explanation(of: metric, context.comparisons[0]), canTell(explanation) else {
            return ""
        }
        let clauses = Clauses(composer: self, explanation: explanation)
        return (clauses.parts.isEmpty ? clauses.obstacle : clauses.parts).joined(separator: say(.separator))
    }

    /// A change in a sentence: from where to where, how many times the usual, and its largest parts. Nil where nothing may be said, or
    /// the change is shown as 0.
    private func sentence(_ explanation: Explanation, times: Number?) -> String? {
        guard canTell(explanation), let change = changeInSentence(explanation) else { return nil }
        let told = Clauses(composer: self, explanation: explanation)
        // Of what has no parts, only what is set against the usual is worth a sentence.
        let clauses = told.parts.isEmpty ? told.obstacle : told.parts
        if told.parts.isEmpty && (times == nil || clauses == [say(.root)]) { return nil }
        let head =
            times.map { times in
                Number.less(Number(100), times)
                    ? say(.manyTimes, change) : say(.times, change, text(times, Format(.plain, digits: 1)))
            } ?? change
        let why = clauses.joined(separator: say(.separator))
        return clauses.isEmpty ? head + language.forms.stop : say(.parts, head, why)
    }

    /// "CAC rose 18.0% to USD 9,340"; from where to where if that is no share of what it was.
    private func changeInSentence(_ explanation: Explanation) -> String? {
        let metric = explanation.metric
        var (isRelative, format) = changeFormat(metric)
        format.isSigned = false
        let (before, now) = (explanation.before, explanation.now)
        let isYearAgo = explanation.comparison.isYearAgo
        let (name, shown) = (name(metric), text(now, self.format(metric.id)))
        let hasRisen = explanation.change.signum > 0
        if text(explanation.change.magnitude, effectFormat(metric)) == text(.zero, effectFormat(metric)) { return nil }
        var size = explanation.change.magnitude
        if isRelative {
            guard let share = shareOfChange(from: before, to: now) else {
                let phrase: ExplanationPhrase =
                    isYearAgo ? (hasRisen ? .roseFromOnYear : .fellFromOnYear) : hasRisen ? .roseFrom : .fellFrom
                let (old, new) = texts(before, now, self.format(metric.id))
                return say(phrase, name, old, new)
            }
            size = share.magnitude
        }
        guard text(size, format) != text(Number.zero, format) else { return nil }
        let phrase: ExplanationPhrase = isYearAgo ? (hasRisen ? .roseOnYear : .fellOnYear) : hasRisen ? .rose : .fell
        return say(phrase, name, text(size, format), shown)
    }

    /// Whether a change may be told: it rests on enough cases and on data that has come, and nothing of it goes on growing.
    private func canTell(_ explanation: Explanation) -> Bool {
        let (metric, comparison, judge) = (explanation.metric, explanation.comparison, context.judge)
        if isMaturing(metric) { return false }
        for period in [comparison.period, comparison.against] {
            if judge.restsOnFew(metric.resolved, period, .total) || judge.lacks(metric.resolved, period) != nil { return false }
        }
        // What was signed or ended since the last export of terms is not in it.
        guard lateTerms != nil else { return true }
        return !metric.leaves.contains { context.catalogue.measure($0.measure)?.measure.source == .subscriptions }
    }

    /// The explanation of a metric, on the scorecard or not.
    private func explanation(of metric: Metric, _ comparison: Comparison) -> Explanation? {
        let known = explanations.first { $0.metric.id == metric.id && $0.comparison.isYearAgo == comparison.isYearAgo }
        return known ?? context.explainer.fullExplanation(of: metric, comparison)
    }

    /// How a part of a metric's change is written: in the metric's own unit, with its sign.
    func effectFormat(_ metric: Metric) -> Format {
        var format = format(metric.id)
        if metric.unit == .percent { format = Format(.percentagePoints, digits: 1) }
        format.isSigned = true
        return format
    }

    private func say(_ phrase: ExplanationPhrase, _ parts: String...) -> String { phrase.text(language, parts) }
}
