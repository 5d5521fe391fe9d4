import Facts
import Languages
import Metrics
import RollUps
import Testing

@testable import Reports

@Suite struct CommentaryTests {
    private func note(_ period: String, _ text: String, _ change: (inout Note) -> Void = { _ in }) -> Note {
        var note = Note(period: period, text: text)
        change(&note)
        return note
    }

    private func said(_ notes: [Note], _ change: (inout ReportContext) -> Void = { _ in }) throws -> [String: [String]] {
        var context = try BuildingFixture().context()
        var facts = context.rollUp.facts
        facts.notes = notes
        context.rollUp = context.rollUp.withholding(facts, members: context.rollUp.members.dimensions.map(\.members))
        change(&context)
        var found: [String: [String]] = [:]
        for section in buildReport(context).sections {
            for case .sentences(CommentaryPhrase.title.text(.en), let texts) in section.blocks { found[section.id] = texts }
        }
        return found
    }

    @Test func `a note stands signed in the section it names, in that of its metric, or on the summary`() throws {
        let found = try said([
            note("2026-W46", "Two deals slipped.") { ($0.metric, $0.author) = ("net_new_arr", "Ines") },
            note("2026-11", "The fair was in Cologne.") { $0.section = "Acquisition" },
            note("2026-W46", "Well done, all.") { $0.author = "Bo" },
            note("2026-Q4", "Footfall doubled.") { $0.metric = "footfall" },
        ])
        #expect(found["revenue"] == ["Net new ARR: Two deals slipped. – Ines"])
        #expect(found["acquisition"] == ["The fair was in Cologne. – 2026-11"])
        #expect(found["summary"] == ["Well done, all. – Bo", "footfall: Footfall doubled. – 2026-Q4"])
    }

    @Test func `what was said of another period is not in this report`() throws {
        #expect(try said([note("2026-W45", "Old."), note("2026-10", "Older."), note("2027", "Later.")]).isEmpty)
    }

    @Test func `a note is read by its audience alone, and by nobody outside who is not named`() throws {
        let notes = [
            note("2026-W46", "For all."), note("2026-W46", "For the board.") { $0.audience = "Board; leaders" },
            note("2026-W46", "For partners.") { $0.audience = "partners" },
        ]
        #expect(try said(notes)["summary"] == ["For all."])
        #expect(try said(notes) { $0.audience = "board" }["summary"] == ["For all.", "For the board."])
        #expect(
            try said(notes) { ($0.audience, $0.isExternal) = ("partners", true) }["summary"] == ["For partners."])
        #expect(try said(notes) { $0.isExternal = true }.isEmpty)
    }

    @Test func `where a report lacks the section, the note stands on its summary`() throws {
        let notes = [note("2026-W46", "Answers came late.") { $0.section = "voice" }]
        #expect(try said(notes) { $0.sections = ["summary", "revenue"] } == ["summary": ["Answers came late."]])
    }
}
