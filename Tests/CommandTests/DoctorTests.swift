import Foundation
import Testing

@Suite struct DoctorTests {
    private func doctor(_ place: Workspace, _ more: [String] = []) throws -> Program.Outcome {
        try Program.run(["doctor", "p.yml"] + more, in: place.folder)
    }

    @Test func `an inbox without anything ends it as it would end a run, unless exports of before still count`() throws {
        let place = try Workspace.company()
        let files = try FileManager.default.contentsOfDirectory(atPath: place.path("inbox"))
        try FileManager.default.moveItem(atPath: place.path("inbox"), toPath: place.path("aside"))
        try FileManager.default.createDirectory(atPath: place.path("inbox"), withIntermediateDirectories: true)
        let empty = try doctor(place)
        #expect(empty.status == 66 && empty.errors.contains("empty-inbox"), "\(empty.errors)")
        for name in files {
            try FileManager.default.copyItem(atPath: place.path("aside/" + name), toPath: place.path("inbox/" + name))
        }
        #expect(try Program.run(["run", "p.yml", "--as-of", "2026-04-10", "--quiet"], in: place.folder).status == 0)
        for name in files { try FileManager.default.removeItem(atPath: place.path("inbox/" + name)) }
        #expect(try doctor(place).status == 0)
    }

    @Test func `where all is well every trial is ok, and nothing is left behind`() throws {
        let place = try Workspace.company()
        let outcome = try doctor(place)
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        #expect(!outcome.output.contains("WRONG"))
        #expect(outcome.output.contains("inbox can be read and holds 4 files"))
        #expect(outcome.output.contains("nothing is remembered yet"))
        let names = try FileManager.default.contentsOfDirectory(atPath: place.folder).sorted()
        #expect(names == ["inbox", "p.yml"])
        #expect(try Program.run(["run", "p.yml", "--quiet"], in: place.folder).status != 78)
        #expect(try doctor(place).output.contains("it is sound; the last run was at"))
    }

    @Test func `what is wrong is said with what to do, by the status of a run`() throws {
        let place = try Workspace.company(
            pipeline: "company: Test\ngrain: month\nperiods: 3\ninbox: none\nreports: p.yml/reports\n")
        let outcome = try doctor(place)
        #expect(outcome.status == 73)
        #expect(outcome.output.contains("WRONG  inbox") && outcome.output.contains("WRONG  reports"))
        #expect(outcome.errors.contains("there is no folder none") && outcome.errors.contains("hint: "))
        try place.write("inbox: none\n", "p.yml")
        #expect(try doctor(place).status == 66)
        try place.write("inbox: inbox\nperiod: 3\n", "p.yml")
        #expect(try doctor(place).status == 78)
    }

    @Test func `a damaged state is found`() throws {
        let place = try Workspace.company()
        try place.write(String(repeating: "no database ", count: 1000), ".gtm/gtm.sqlite")
        let outcome = try doctor(place)
        #expect(outcome.status == 74 && outcome.errors.contains("is damaged"))
    }
}
