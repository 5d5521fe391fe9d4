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
    /// Of which days leads are read here whatever their rows are, as these are to be shown.
    var shown: [LeadPlan.Window] = []

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
        var plan = try plan(files.map(\.file), settings, also: dates)
        plan.shown = shown
        if let deals = DealTexts(read, settings: settings) {
            let keys = DealKeys(
                leads: deals.leads, deals: deals.deals, customers: deals.customers, companies: deals.companies,
                hosts: deals.hosts)
            if !keys.isEmpty { plan.keys = (keys, Files.join(folder, "keys.csv")) }
        }
        let answer = try ask(plan, dialect)
        guard answer.named <= plan.mostNamed else { throw tooMany(answer, plan) }
        for (entry, found) in zip(files, answer.files) {
            let counted = CountedFile(
                facts: found.facts, replaced: found.replaced,
                members: found.members.map { (settings.dimensions[$0.dimension], $0.text, $0.rows) },
                customers: found.customers, deals: found.deals, days: found.days, newest: found.newest, hasPoint: found.hasPoint
            )
            read[entry.place] = try read[entry.place].reading(
                found.named.sorted { $0.place < $1.place }, besides: counted, settings: settings)
        }
        settings.counted = answer.counted
    }

    private func tooMany(_ answer: LeadAnswer, _ plan: LeadPlan) -> PipelineError {
        let others =
            (plan.keys == nil ? "" : ", or may be those of a deal") + (plan.shown.isEmpty ? "" : ", or may be those asked for")
        return PipelineError(
            .dataError,
            "\(answer.named) of \(answer.files.reduce(0) { $0 + $1.rows }) rows of `leads` are not written as the engine reads them\(others)",
            hint:
                "export ids as plain letters and digits, times as 2026-11-03 or 2026-11-03T10:30:00Z, amounts as 1234.50"
                + (plan.keys == nil ? "" : ", and deals with the ids of their leads") + "; or read leads here: "
                + "`engine: {kind: local}`")
    }

    /// The folder that the script is in, and the answers.
    private var folder: String { Files.join(configuration.workOfEngine, "gtm-\(configuration.pipeline)-\(surroundings.runID)") }

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

    /// Has the engine answer.
    private func ask(_ plan: LeadPlan, _ dialect: any SQLDialect) throws -> LeadAnswer {
        var job = EngineJob(
            engine: configuration.engine, dialect: dialect, folder: folder, limit: configuration.engine.limit)
        job.interruption = surroundings.interruption
        if let keys = plan.keys { job.files[keys.path] = keys.table.table }
        return try job.run(LeadQuery.answers, LeadQuery(plan, dialect).script(into: folder)) { documents throws(EngineError) in
            try LeadAnswer(plan, documents)
        }
    }
}

extension CountableFile {
    /// Where the columns are that a plan asks for.
    fileprivate func planPlaces(_ settings: IntakeSettings) -> LeadPlan.Places {
        LeadPlan.Places(
            id: id ?? 0, stages: settings.stages.enumerated().map { stage($1, isFirst: $0 == 0) }, responded: responded,
            lost: lost,
            amount: amount, currency: currency, customer: customer, owner: owner, deals: deals, company: company, email: email,
            dimensions: settings.dimensions.map(dimension))
    }
}
