import Facts
import Glibc
import Languages

/// A folder to begin with: inbox, pipelines, sources.yml with every key explained, a README for the operations person, schedules.
public struct StartingFolder: Sendable {
    /// The folder.
    public var folder: String
    /// The language of its files and reports: `en`, `zh-Hans` or `de`.
    public var locale: String
    /// The time zone of its pipelines.
    public var zone: String
    /// The program that schedules are to start, as an absolute path.
    public var program: String
    /// Who is to run it by systemd.
    public var user: String
    /// The day that the example rows of a plan are dated by; nil makes no templates of a plan.
    var planned: Day?

    /// A folder; see the properties. `clock`, in microseconds since 1970, asks for templates of a plan. A zone that is not known becomes
    /// that of the language, UTC for English.
    public init(
        _ folder: String, locale: String, zone: String, program: String, user: String, plannedAt clock: Int64? = nil
    ) {
        (self.folder, self.locale, self.program, self.user) = (folder, locale, program, user)
        planned = clock.map { Day(Int($0 / 86_400_000_000)) }
        let isKnown = !["UTC", "GMT", ""].contains(zone) && Zones.identifiers.contains(zone)
        self.zone = isKnown ? zone : StartingFiles.of(Language(locale: locale)).zone
    }

    private var language: Language { Language(locale: locale) }

    /// The texts of its language.
    var texts: StartingFiles { StartingFiles.of(language) }

    /// One of its pipelines.
    private struct Pipeline {
        var name: String
        var grain: Grain
        var periods: Int
        var what: StartingWord
    }

    private static let pipelines = [
        Pipeline(name: "weekly", grain: .week, periods: 13, what: .weekly),
        Pipeline(name: "monthly", grain: .month, periods: 13, what: .monthly),
        Pipeline(name: "quarterly", grain: .quarter, periods: 8, what: .quarterly),
    ]

    /// The files by their paths in the folder, schedules aside.
    var files: [(path: String, text: String)] {
        let company = Files.name(of: InboxPlace.absolute(folder))
        let name = company.isEmpty ? "Our Company" : company
        func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        let pipelines = Self.pipelines.map { pipeline in
            let values = [
                "what": pipeline.what.text(language), "pipeline": pipeline.name,
                "company": SourcesText.scalar(name), "grain": pipeline.grain.rawValue, "periods": String(pipeline.periods),
                "currency": "USD", "locale": locale, "zone": zone,
                "sections": (pipeline.grain == .quarter ? "" : "# ") + sections(pipeline.grain),
            ]
            return (
                "pipelines/\(pipeline.name).yml",
                Self.filled(text(texts.pipeline), values)
            )
        }
        let readme = text(texts.readme)
        return pipelines + [
            ("pipelines/sources.yml", text(texts.sources)),
            ("README.md", Self.filled(readme, ["company": TextTable.cut(name, 80)])),
        ]
    }

    /// The sections of a pipeline: those of a report that names none, and for who decides by the quarter the questions for decision.
    private func sections(_ grain: Grain) -> String {
        var names = Configuration.usualSections
        if grain == .quarter { names.insert("decisions", at: 1) }
        return "sections: [\(names.joined(separator: ", "))]"
    }

    /// A text with `{name}` replaced where the name is one of some, and the distance to a comment kept where that is possible.
    private static func filled(_ text: String, _ values: [String: String]) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var filled = String(line)
            for (name, value) in values { filled = filled.replacing("{\(name)}", with: value) }
            guard filled != line, let mark = filled.range(of: " # "), let column = line.range(of: " # ") else { return filled }
            let content = filled[..<mark.lowerBound].trimmingSuffix(while: { $0 == " " })
            let place = line.distance(from: line.startIndex, to: column.lowerBound)
            return TextTable.padded(String(content), place) + filled[mark.lowerBound...]
        }.joined(separator: "\n")
    }

    /// Makes the folder; nothing that is there is changed. In a folder that was made before, the templates of a plan alone are made.
    ///
    /// - Returns: The files that were made.
    /// - Throws: Status 73 where one of them is there already, and then none is made, or where it cannot be written.
    public func make() throws(PipelineError) -> [String] {
        let own = files.map(\.path) + schedules.map { "schedule/\($0)" }
        let isMade = planned != nil && own.allSatisfy { isThere($0) }
        let paths = (isMade ? [] : own) + templates.map(\.path)
        for path in paths where isThere(path) {
            throw PipelineError(
                .cannotWrite, "\(Files.join(folder, path)) is there already, and nothing was made",
                hint: "name a folder that is not there yet, or that has no such files")
        }
        if !isMade { try makeOwn() }
        for (path, text) in templates { try write(text, path) }
        return paths.map { Files.join(folder, $0) }
    }

    private func isThere(_ path: String) -> Bool { Files.exists(Files.join(folder, path)) }

    private func makeOwn() throws(PipelineError) {
        try Files.makeFolder(Files.join(folder, "inbox"))
        for (path, text) in files { try write(text, path) }
        for pipeline in Self.pipelines {
            let configuration = try Configuration.read(Files.join(folder, "pipelines/\(pipeline.name).yml"))
            let schedule = Schedule(
                configuration, pipeline: Files.join(folder, "pipelines/\(pipeline.name).yml"), program: program, user: user)
            try write(schedule.crontab, "schedule/\(pipeline.name).crontab")
            try write(schedule.service, "schedule/\(schedule.unit).service")
            try write(schedule.timer, "schedule/\(schedule.unit).timer")
        }
    }

    private var schedules: [String] {
        Self.pipelines.flatMap { ["\($0.name).crontab", "gtm-\($0.name).service", "gtm-\($0.name).timer"] }
    }

    private func write(_ text: String, _ path: String) throws(PipelineError) {
        let place = Files.join(folder, path)
        try Files.makeFolder(Files.folder(of: place))
        try Files.write(Array(text.utf8), to: place)
    }
}

extension StringProtocol {
    /// The text without the characters at its end that are such.
    fileprivate func trimmingSuffix(while isSuch: (Character) -> Bool) -> SubSequence {
        var end = endIndex
        while end > startIndex, isSuch(self[index(before: end)]) { end = index(before: end) }
        return self[..<end]
    }

    fileprivate func range(of part: String) -> Range<Index>? { firstRange(of: part) }
}
