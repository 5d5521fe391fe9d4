import Facts
import Languages
import Metrics
import RollUps

/// Composes the letter to customers: what they may know of a period, and nothing else. No figure of the business is in it.
///
/// It tells what came out in the period, what comes next as far as there is material for customers, what answers the things they said
/// they need, what they said in the survey, and what somebody wrote for them (`notes` with that audience).
///
/// - Parameter context: A context from which all that is withheld was taken.
public func buildNewsletter(_ context: ReportContext) -> Report {
    let letter = Newsletter(composer: Composer(context))
    let composer = letter.composer
    return Report(
        company: context.company, pipeline: "", title: letter.say(.title), subtitle: letter.subtitle,
        currency: context.currency,
        locale: context.locale, asOf: context.asOf, periods: context.periods,
        sections: [Section(id: "news", title: letter.headline, blocks: letter.blocks)], numbers: Numbers(rows: []),
        catalogue: composer.context.catalogue, brief: letter.brief, pipelineFile: "", isTraced: false)
}

extension Report {
    /// Whether it is the letter to customers.
    var isLetter: Bool { sections.map(\.id) == ["news"] }
}

/// A letter on its way.
private struct Newsletter {
    let composer: Composer

    func say(_ phrase: NewsletterPhrase, _ parts: String...) -> String { phrase.text(composer.language, parts) }

    private var facts: FactSet { composer.context.rollUp.facts }
    private var asOf: Day { composer.context.asOf }
    private var period: Period { composer.period }

    /// "October 2026 · 1 to 31 October 2026 · external edition".
    var subtitle: String {
        [
            composer.periodNoun(period, isCapital: true), composer.dateRange(period.start, period.end),
            WithheldPhrase.external.text(locale: composer.language.rawValue),
        ].joined(separator: " · ")
    }

    /// What it is headed by: what is new, else what is coming, else the period.
    var headline: String {
        if !launched.isEmpty { return say(.newNow, composer.list(launched.map(\.name))) }
        return say(.newsOf, composer.context.company, composer.shortName(period))
    }

    /// Its parts that say something.
    private var parts: [(title: String, texts: [String])] {
        let all: [(NewsletterPhrase, [String])] = [
            (.words, composer.notesForReaders.map(composer.signed)), (.new, launched.map(told)),
            (.coming, coming.map { say(.from, told($0), $0.launch.map(composer.dayText) ?? "") }),
            (.answers, answers), (.voice, voice),
        ]
        return all.filter { !$0.1.isEmpty }.map { (say($0.0), $0.1) }
    }

    var blocks: [Block] {
        let parts = parts
        return parts.isEmpty
            ? [.note(say(.nothing, composer.periodNoun(period)))] : parts.map { .sentences(title: $0.title, $0.texts) }
    }

    /// The same for a mail.
    var brief: Brief {
        var brief = Brief()
        brief.subject = say(.subject, composer.context.company, headline)
        brief.headline = headline
        let parts = parts
        if parts.isEmpty { brief.lead = say(.nothing, composer.periodNoun(period)) }
        brief.parts = parts.map { title, texts in
            var part = Brief.Part(question: title, answer: "")
            part.texts = texts
            return part
        }
        return brief
    }

    // MARK: - What is told

    /// What was launched in the period, the newest first.
    private var launched: [Initiative] {
        facts.initiatives.filter { $0.launch.map { $0 >= period.start && $0 <= min(period.end, asOf) } ?? false }
            .sorted { ($1.launch!, $0.id) < ($0.launch!, $1.id) }
    }

    /// For how many days ahead is told what is coming.
    private static let ahead = 91

    /// What is launched soon, as far as the material for customers is ready: what is not may not be known yet.
    private var coming: [Initiative] {
        let ready = Readiness.ready.rawValue
        return facts.initiatives.filter { initiative in
            initiative.texts[LaunchMaterial.customerMaterials.rawValue] == ready
                && initiative.launch.map { $0 > asOf && $0 <= asOf + Newsletter.ahead } ?? false
        }.sorted { ($0.launch!, $0.id) < ($1.launch!, $1.id) }
    }

    /// An initiative as its customers hear of it: its name, what it is and what it brings.
    private func told(_ initiative: Initiative) -> String {
        let texts = ["what", "benefit"].compactMap { initiative.texts[$0] }.filter { !$0.isEmpty }
        return texts.isEmpty ? initiative.name : say(.about, initiative.name, texts.joined(separator: say(.dot)))
    }

    /// How many answers are told.
    private static let mostAnswers = 6

    /// What customers of launched initiatives need, with what answers it.
    private var answers: [String] {
        let running = Set(facts.initiatives.filter { $0.launch.map { $0 <= asOf } ?? false }.map(\.id))
        return facts.valueMap.filter { running.contains($0.initiative) && !$0.answeredBy.isEmpty }
            .prefix(Newsletter.mostAnswers).map { say(.answered, $0.text, $0.answeredBy) }
    }

    /// How many answered the survey and would recommend the company; nothing where few did, or answers are late.
    private var voice: [String] {
        let context = composer.context
        guard let answers = composer.number("nps_responses", composer.now), !Number.less(answers, Number(context.limits.cases)),
            let promoters = composer.number("nps_promoters", composer.now), let share = promoters / answers,
            let subject = context.catalogue.subject("nps_responses"),
            context.judge.lacks(subject.resolved, period) == nil
        else { return [] }
        return [
            say(
                .recommend, composer.text(answers, Format(.count, digits: 0)),
                composer.text(share, Format(.percent, digits: 0)))
        ]
    }
}

/// The words of the letter to customers.
enum NewsletterPhrase: String, ReportPhrases {
    case title, subject, newsOf, newNow, words, new, coming, answers, voice, nothing, from, about, dot, answered, recommend

}
