import CSV
import Engines
import Facts
import Foundation
import Intake
import RollUps
import Synchronization

/// Has an engine count the leads of files, and reads here what it leaves.
struct Counting {
    let configuration: Configuration
    let asOf: Day
    let surroundings: Surroundings

    /// The files with what is left of them read, and what the engine counted, by as-of date. Without files of leads nothing is asked.
    ///
    /// - Parameters:
    ///   - read: All files of the run; those of leads only looked through.
    ///   - settings: How they were read.
    ///   - dates: Further as-of dates to count for.
    func count(_ read: inout [ReadFile], _ settings: inout IntakeSettings, also dates: [Day]) throws {
        guard let dialect = configuration.engine.kind.dialect else { return }
        // What is refused ends the run where files are put together: nobody need be asked.
        guard !read.contains(where: { $0.source == .leads && $0.problem != nil }) else { return }
        let files = countable(read, settings: settings)
        guard !files.isEmpty else { return }
        let plan = try plan(files.map(\.file), settings, also: dates)
        let answer = try ask(plan, dialect)
        for (entry, found) in zip(files, answer.files) {
            let path = read[entry.place].file.path
            guard found.namedCount <= plan.mostNamed else {
                throw PipelineError(
                    .dataError,
                    "\(found.namedCount) of \(found.rows) rows of \(path) are not written as the engine reads them",
                    hint:
                        "export ids as plain letters and digits, times as 2026-11-03 or 2026-11-03T10:30:00Z, amounts as 1234.50; "
                        + "`gtm preview` shows how the file is read here: `engine: {kind: local}`")
            }
            let counted = CountedFile(
                facts: found.facts, replaced: found.replaced,
                members: found.members.map { (settings.dimensions[$0.dimension], $0.text, $0.rows) },
                customers: found.customers, days: found.days, newest: found.newest, hasPoint: found.hasPoint)
            read[entry.place] = try read[entry.place].reading(
                found.named.sorted { $0.place < $1.place }, besides: counted, settings: settings)
        }
        settings.counted = answer.counted
    }

    private func plan(_ files: [CountableFile], _ settings: IntakeSettings, also dates: [Day]) throws -> LeadPlan {
        let rules = configuration.rollUpSettings(asOf: asOf)
        return LeadPlan(
            files: try files.map { file in
                guard let path = String(validating: file.location.bytes, as: UTF8.self) else {
                    throw PipelineError(
                        .dataError, "the engine cannot be told the path \(file.location.text), which is no text",
                        hint: "rename the file")
                }
                return LeadPlan.File(
                    path: Files.join(FileManager.default.currentDirectoryPath, path),
                    delimiter: Character(Unicode.Scalar(file.delimiter)),
                    columns: file.columns, places: file.planPlaces(settings), irregular: file.irregular)
            },
            stages: settings.stages, dimensions: settings.dimensions.count, zone: settings.zone,
            minorDigits: settings.currency.minorDigits, asOf: Array(Set([asOf] + dates)).sorted(),
            inTime: rules.responseMicroseconds, recentDays: HandOvers.recentDays, bands: HandOvers.bands)
    }

    /// Has the engine answer. What it wrote is gone afterwards.
    private func ask(_ plan: LeadPlan, _ dialect: any SQLDialect) throws -> LeadAnswer {
        let engine = configuration.engine
        let work = Files.join(
            FileManager.default.currentDirectoryPath,
            engine.work.isEmpty ? Files.join(configuration.state, "engine") : engine.work)
        let folder = Files.join(work, "gtm-\(configuration.pipeline)-\(surroundings.runID)")
        try Files.makeFolder(folder)
        defer { Files.remove(folder) }
        let script = Files.join(folder, "leads.sql")
        try Files.write(Array(LeadQuery(plan, dialect).script(into: folder).utf8), to: script)
        // The program runs elsewhere, and is to be found all the same.
        var words = engine.launch
        if words[0].contains("/") { words[0] = Files.join(FileManager.default.currentDirectoryPath, words[0]) }
        let launch = Launch(words: words, limit: engine.limit)
        do throws(EngineError) {
            try launch.run(
                script: script, folder: folder, marks: dialect.marks(LeadQuery.answers),
                errors: Files.join(folder, "errors.txt")
            ) { surroundings.interruption() != nil }
        } catch {
            throw PipelineError(error, surroundings)
        }
        let documents = try LeadQuery.answers.flatMap { name -> [Document] in
            let parts =
                Files.isFolder(Files.join(folder, name))
                ? Files.names(in: Files.join(folder, name)).filter { $0.hasPrefix("part-") }.sorted().map { "\(name)/\($0)" }
                : ["\(name).csv"]
            return try parts.map { try Document.open(path: Files.join(folder, $0), overrides: Counting.form) }
        }
        do throws(EngineError) { return try LeadAnswer(plan, documents) } catch { throw PipelineError(error, surroundings) }
    }

    /// How answers are written.
    private static let form = Overrides(
        encoding: .utf8, delimiter: UInt8(ascii: ","), quote: .character(UInt8(ascii: "\"")), escape: .doubled, headerRow: 1)
}

extension PipelineError {
    /// Why an engine gave no answer.
    init(_ error: EngineError, _ surroundings: Surroundings) {
        switch error.kind {
        case .setting: self.init(.configuration, "engine: \(error.message)", hint: error.hint)
        case .failed: self.init(.unreadable, "engine: \(error.message)", hint: error.hint)
        case .interrupted: self.init(surroundings.interruption() ?? .terminated, "engine: \(error.message)", hint: error.hint)
        }
    }
}

extension CountableFile {
    /// Where the columns are that a plan asks for.
    fileprivate func planPlaces(_ settings: IntakeSettings) -> LeadPlan.Places {
        LeadPlan.Places(
            id: id ?? 0, stages: settings.stages.enumerated().map { stage($1, isFirst: $0 == 0) }, responded: responded,
            lost: lost,
            amount: amount, currency: currency, customer: customer, owner: owner,
            dimensions: settings.dimensions.map(dimension))
    }
}
