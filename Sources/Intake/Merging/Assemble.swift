import Facts

/// Puts what was read of all files together: load rules, mended rows, currencies, gates.
///
/// The result does not depend on the order of `files`, on the number of cores, the locale or the clock.
///
/// - Throws: `data-error` (65) where a file lacks a required column or too many of its rows were set aside; `no-input` (66) where
///   nothing is usable, or a required source has no file or only events that are too old. All that is wrong is in one error.
public func assemble(_ files: [ReadFile], settings: IntakeSettings) throws(IntakeError) -> IntakeResult {
    var assembler = Assembler(files, settings)
    if let error = assembler.failure() { throw error.naming(settings.sourcesFile) }
    for source in Source.inOrder(assembler.sources) {
        var rows = assembler.merged(source)
        source.build(&assembler, &rows)
    }
    assembler.reportJoins()
    assembler.reportNegativeARR()
    let result = assembler.result()
    if let error = assembler.gate(result) { throw error.naming(settings.sourcesFile) }
    return result
}

/// The work of ``assemble(_:settings:)``, step by step.
struct Assembler {
    let settings: IntakeSettings
    let sources: [Source]
    /// By path.
    private(set) var files: [ReadFile]
    /// How ids and members are spelled that files write in several ways.
    private(set) var spellings = Spellings()
    /// Places of the files that are read, oldest first: the same bytes once.
    private(set) var ages: [Int] = []
    var reports: [FileReport]
    var found: [FindingList]
    /// Findings about no single file.
    var general = FindingList()
    /// By source, as (place of the file they count for, reject).
    var rejects: [SourceName: [(file: Int, reject: Reject)]] = [:]
    var facts: FactSet
    var exchange: Exchange
    var newest: [SourceName: Day] = [:]
    /// The money in rows whose status does not count.
    var moneyExcluded: [MoneySum] = []
    var endDates = EndDateMode.firstDayWithout
    /// The rows of `leads` and which of them are leads, where there are deals that may be theirs.
    var leadRows: (all: Merged, leads: [Int])?

    init(_ files: [ReadFile], _ settings: IntakeSettings) {
        self.settings = settings
        self.files = files.sorted { Assembler.precedes($0.file, $1.file) }
        sources = Source.all(settings)
        reports = self.files.map { FileReport($0.file) }
        found = self.files.map { $0.found }
        facts = FactSet(currency: settings.currency, zone: settings.zone, dimensions: settings.dimensions)
        exchange = Exchange(settings.currency, locale: settings.locale)
        arrange()
        settleSpellings()
    }

    /// Gives ids and members one spelling in all files.
    private mutating func settleSpellings() {
        let read = ages.filter { files[$0].source != nil && files[$0].failure == nil }
        var tables = read.compactMap { index in
            sources.first { $0.name == files[index].source }.map { SpelledTable(files[index], $0) }
        }
        spellings = Spellings(tables, dimensions: settings.dimensions)
        for (place, index) in read.enumerated() where spellings.apply(&tables[place].columns, tables[place].source) {
            files[index].table = tables[place].columns
        }
        for finding in spellings.findings { general.addApart(finding) }
    }

    /// By path, in the order of their bytes; for contents of one path the older first.
    private static func precedes(_ a: InboxFile, _ b: InboxFile) -> Bool {
        if a.path != b.path { return Array(a.path.utf8).lexicographicallyPrecedes(Array(b.path.utf8)) }
        return (a.modified, a.sha256) < (b.modified, b.sha256)
    }

    /// How old a file is: by the latest date in its name, else by its modification; then by its name.
    private struct Age: Comparable {
        var day: Day
        var second: Int64
        var name: [UInt8]
        var path: [UInt8]

        static func < (a: Age, b: Age) -> Bool {
            if a.day != b.day { return a.day < b.day }
            if a.second != b.second { return a.second < b.second }
            if a.name != b.name { return a.name.lexicographicallyPrecedes(b.name) }
            return a.path.lexicographicallyPrecedes(b.path)
        }
    }

    private func age(_ file: InboxFile) -> Age {
        let stamp = Stamp(microseconds: file.modified * 1_000_000)
        return Age(
            day: file.nameDate ?? stamp.day(in: settings.zone), second: file.nameDate == nil ? file.modified : 0,
            name: Array(file.name.utf8), path: Array(file.path.utf8))
    }

    /// Sorts the files by age and leaves out those whose bytes are already there.
    private mutating func arrange() {
        let all = files.map { age($0.file) }
        let sorted = files.indices.sorted { all[$0] == all[$1] ? $0 < $1 : all[$0] < all[$1] }
        var seen: [String: Int] = [:]
        for index in sorted {
            let file = files[index]
            if !file.file.sha256.isEmpty, file.file.size > 0, let other = seen[file.file.sha256] {
                reports[index].sameAs = files[other].file.path
                found[index] = FindingList()
                found[index].add(
                    Finding(
                        .sameContent, file: file.file.path, ["other": files[other].file.path]))
                continue
            }
            seen[file.file.sha256] = index
            ages.append(index)
            reports[index].source = file.failure == nil ? file.source : nil
            reports[index].rows = file.rows
            reports[index].assumptions = file.assumptions
        }
    }

    /// What `sources.yml` says of a source.
    func rules(_ source: Source) -> SourceRules { settings.rules[source.name] ?? SourceRules() }

    /// Why nothing can be read: missing columns, required sources without a file, nothing usable.
    func failure() -> IntakeError? {
        var errors = ages.compactMap { files[$0].failure }
        let usable = ages.filter { files[$0].isUsable }
        let unused = ages.filter { files[$0].source == nil }
        for source in sources
        where rules(source).isRequired && !usable.contains(where: { files[$0].source == source.name }) {
            if errors.contains(where: { error in
                ages.contains { files[$0].file.path == error.file && files[$0].source == source.name }
            }) {
                continue
            }
            var message = "the required source `\(source.name)` has no usable file"
            if !unused.isEmpty {
                let names = unused.prefix(3).map { files[$0].file.path }.joined(separator: ", ")
                message +=
                    "; not recognised or not readable: \(names)\(unused.count > 3 ? " and \(unused.count - 3) more" : "")"
            }
            let why = unused.flatMap { files[$0].findings }.first.map { " (\($0.file): \($0.message))" } ?? ""
            errors.append(
                IntakeError(
                    .noInput, code: "missing-source", message: message + why,
                    hint: unused.isEmpty
                        ? "drop an export of it in \(settings.inbox), or take `required: true` out of {sources.yml}"
                        : "name the file in `files:` of `\(source.name)` in {sources.yml}, or export it again as CSV"
                ))
        }
        if errors.isEmpty, usable.isEmpty {
            let first = files.flatMap { $0.findings }.first.map { "; \($0.file): \($0.message)" } ?? ""
            errors.append(
                IntakeError(
                    .noInput, code: "no-usable-file", message: "the inbox \(settings.inbox) holds no usable file\(first)",
                    hint: "drop CSV exports with rows in it; `gtm preview FILE` shows how a file is read"))
        }
        return IntakeError.joined(errors)
    }

    /// Why the run must not publish although it could: too many rows set aside, or events that are too old.
    func gate(_ result: IntakeResult) -> IntakeError? {
        var errors: [IntakeError] = []
        for (index, report) in reports.enumerated() {
            guard let source = report.source, report.sameAs == nil else { continue }
            let mended = rejects[source]?.count { $0.file == index && $0.reject.isMended } ?? 0
            let (rows, bad) = (report.rows - report.mended, report.setAside - mended)
            let limit = settings.rules[source]?.maxRejected ?? settings.maxRejected
            let isPlan = sources.contains { $0.name == source && $0.role == .plans && !rules($0).isRequired }
            guard !isPlan, rows >= 100, Double(bad) > limit * Double(rows) else { continue }
            let codes = Dictionary(grouping: rejects[source]!.filter { $0.file == index }, by: \.reject.problem.kind.rawValue)
                .map { ($0.value.count, $0.key) }.sorted { ($1.0, $0.1) < ($0.0, $1.1) }
            let most = codes.first.map { "; most often \($0.1), \($0.0) times" } ?? ""
            let first = rejects[source]!.first { $0.file == index && !$0.reject.isMended }?.reject
            errors.append(
                IntakeError(
                    .dataError, code: "too-many-rejects",
                    message:
                        "\(bad) of \(rows) rows were set aside, more than the \(Number(Int128((limit * 1e6).rounded()), over: 10_000).significant(4)) % allowed\(most)",
                    hint: first.map { "the first: \($0.problem.message); \($0.problem.hint)" }
                        ?? "mend the file, or set `max_rejected:` in {sources.yml}",
                    file: report.file.path, line: first?.line))
        }
        for source in sources where rules(source).isRequired && !facts.sources.contains(source.name) {
            errors.append(
                IntakeError(
                    .noInput, code: "missing-source", message: "no row of the required source `\(source.name)` can be used",
                    hint: "see the findings about its files, and mend the rows that were set aside"))
        }
        for source in sources where !source.events.isEmpty {
            guard let maxAge = rules(source).maxAge else { continue }
            guard let day = newest[source.name] else {
                guard facts.sources.contains(source.name) || rules(source).isRequired else { continue }
                errors.append(
                    IntakeError(
                        .noInput, code: "stale-source",
                        message: "the source `\(source.name)` has no event up to \(settings.asOf)",
                        hint: "drop a newer export in the inbox, or raise `max_age:` in {sources.yml}"))
                continue
            }
            let age = settings.asOf - day
            guard age > maxAge else { continue }
            errors.append(
                IntakeError(
                    .noInput, code: "stale-source",
                    message:
                        "the newest event of `\(source.name)` is of \(day), \(age) days before \(settings.asOf); \(maxAge) are allowed",
                    hint: "drop a newer export in the inbox, or raise `max_age:` in {sources.yml}"))
        }
        return IntakeError.joined(errors)
    }
}
