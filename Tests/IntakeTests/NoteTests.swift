import Facts
import Testing

@testable import Intake

@Suite struct NoteTests {
    @Test func `notes are read with their period, however it is written, their metric by its name, and their author`() throws {
        let inbox = TemporaryInbox([
            "notes.csv":
                "period,text,metric,section,author,audience\n2026-W46,\"Two deals slipped,\nboth signed on Monday.\",Net new ARR,,Ines,\nQ4 2026,Fair in Cologne,,acquisition,,leaders\nNov 2026,=1+1,footfall,,Bo,\n"
        ])
        let result = try inbox.intake { $0.targetNames = ["netnewarr": "net_new_arr", "net_new_arr": "net_new_arr"] }
        let notes = result.facts.notes
        #expect(notes.map(\.period) == ["2026-W46", "2026-Q4", "2026-11"])
        #expect(notes.map(\.metric) == ["net_new_arr", "", "footfall"])
        #expect(notes[0].text == "Two deals slipped,\nboth signed on Monday." && notes[2].text == "=1+1")
        #expect(notes.map(\.author) == ["Ines", "", "Bo"])
        #expect(notes[1].audience == "leaders" && notes[1].section == "acquisition")
    }

    @Test func `Chinese notes are read under their own headers`() throws {
        let inbox = TemporaryInbox(["点评.csv": "周期,内容,指标,作者,受众\n2026年11月,续约集中在月底,,李雷,管理层\n"])
        let notes = try inbox.intake { $0.locale = "zh-Hans" }.facts.notes
        #expect(notes.map(\.period) == ["2026-11"] && notes[0].author == "李雷" && notes[0].audience == "管理层")
    }

    @Test func `a note of no period is rejected, and no other`() throws {
        let inbox = TemporaryInbox(["notes.csv": "period,text,author\nsoon,a,A\n2026-W60,b,B\n2026-11,c,C\n2026-11,,D\n"])
        let result = try inbox.intake()
        #expect(result.facts.notes.map(\.text) == ["c"])
        #expect(result.findings.filter { $0.kind == .badPeriod }.reduce(0) { $0 + $1.count } == 2)
        #expect(result.rejected.filter { $0.source == .notes }.flatMap(\.rows).count == 3)
    }

    @Test func `a survey with a column of comments is no file of notes`() throws {
        let inbox = TemporaryInbox(["answers.csv": "responded_at,score,comment\n2026-11-01,9,good\n2026-11-02,3,bad\n"])
        let result = try inbox.intake()
        #expect(result.facts.notes.isEmpty && result.facts.surveys?.count == 2)
    }
}
