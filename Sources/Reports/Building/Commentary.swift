import Facts
import Languages
import Metrics
import RollUps

/// What a person said of the reported period: it stands in the section that it is about, signed, and only where its audience reads it.
extension Composer {
    private func say(_ phrase: CommentaryPhrase, _ parts: String...) -> String { phrase.text(language, parts) }

    /// What was said of a section; nothing where nothing was.
    ///
    /// - Parameter section: Its name in the pipeline file.
    func commentary(in section: String) -> [Block] {
        let notes = notesForReaders.filter { place(of: $0) == section }
        return notes.isEmpty ? [] : [.sentences(title: say(.title), notes.map(signed))]
    }

    /// The notes for these readers whose period overlaps the reported one: those of that very period first, then the newest.
    var notesForReaders: [Note] {
        let dated = context.rollUp.facts.notes.compactMap { note in
            context.calendar.period(named: note.period).map { (note: note, period: $0) }
        }
        let shown = dated.filter { $0.period.start <= period.end && period.start <= $0.period.end && isForReaders($0.note) }
        return shown.enumerated().sorted { a, b in
            let (own, other) = (a.element.period.name == period.name, b.element.period.name == period.name)
            if own != other { return own }
            let (start, otherStart) = (a.element.period.start, b.element.period.start)
            return start == otherStart ? a.offset < b.offset : start > otherStart
        }.map(\.element.note)
    }

    /// Whether a note is for the readers of this report: its audience alone, and without one everybody in the company.
    private func isForReaders(_ note: Note) -> Bool {
        let audiences = note.audience.split { ",;/|，；、".contains($0) }.map { TextForm.folded(String($0)) }.filter {
            !$0.isEmpty
        }
        return audiences.isEmpty ? !context.isExternal : audiences.contains(TextForm.folded(context.audience))
    }

    /// The section in which a note stands: the one it names, else that of its metric, else the summary, and that too where the report
    /// has no such section.
    private func place(of note: Note) -> String {
        let named = [note.section, note.metric].compactMap(section(called:)).first
        let place = named ?? context.catalogue[note.metric]?.section.rawValue
        return place.flatMap { context.sections.contains($0) ? $0 : nil } ?? "summary"
    }

    /// A section by its name in the pipeline file or its title in any language; nil where none is called so.
    private func section(called name: String) -> String? {
        let key = TextForm.folded(name)
        guard !key.isEmpty else { return nil }
        return Composer.titles.first { id, title in
            key == id || Language.allCases.contains { TextForm.folded(title.text($0, [])) == key }
        }?.id
    }

    private static let titles: [(id: String, title: Phrase)] = [
        ("summary", .summary), ("revenue", .revenue), ("acquisition", .acquisition), ("conversion", .conversion),
        ("voice", .voice), ("activity", .activity), ("plan", .plan), ("data", .data), ("definitions", .definitions),
    ]

    /// "CAC: The fair cost 20,000. – Ines Duarte, 2026-11".
    func signed(_ note: Note) -> String {
        let isSection = section(called: note.metric) != nil
        let subject = note.metric.isEmpty || isSection ? "" : name(note.metric)
        let text = subject.isEmpty ? note.text : say(.about, subject, note.text)
        let period = note.period == period.name ? "" : note.period
        let signature = [note.author, period].filter { !$0.isEmpty }
        return signature.isEmpty ? text : say(.signed, text, list(signature))
    }
}

/// The words around what people said.
enum CommentaryPhrase: String, ReportPhrases {
    static let isSetOff = false

    case title, about, signed
}
