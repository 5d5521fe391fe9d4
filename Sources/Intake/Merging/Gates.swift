import CSV
import Facts

/// What keeps a report from being published.
extension Assembler {
    /// Why nothing can be read: files that cannot be read whole, missing columns, required sources without a file, nothing usable.
    mutating func failure() -> IntakeError? {
        var errors = ages.compactMap { files[$0].failure }
        let usable = ages.filter { files[$0].isUsable }
        let failing = Set(errors.compactMap(\.file))
        for source in sources where rules(source).isRequired {
            let own = usable.filter { files[$0].source == source.name }
            let isTold = ages.contains { files[$0].source == source.name && failing.contains(files[$0].file.path) }
            let error = own.isEmpty ? isTold ? nil : missing(source) : stray(own).map { inPlace(of: source, $0) }
            if let error { failures.append(GateFailure(.required, source.name, .missingSource, error)) }
        }
        errors += stops
        if errors.isEmpty, usable.isEmpty {
            let first = files.flatMap { $0.findings }.first.map { "; \($0.file): \($0.message)" } ?? ""
            errors.append(
                IntakeError(
                    .noInput, code: "no-usable-file", message: "the inbox \(settings.inbox) holds no usable file\(first)",
                    hint: "drop CSV exports with rows in it; `gtm preview FILE` shows how a file is read"))
        }
        return IntakeError.joined(errors)
    }

    /// Why the run must not publish although it could: a gate that was not passed, a file that could not be read to its end.
    func gate(_ result: IntakeResult) -> IntakeError? {
        var errors = stops + refusals
        // What was looked up once more, for rejected rows and lines of findings, must be what was read.
        errors += ages.compactMap { index in
            files[index].readError.map {
                IntakeError(.unreadable, code: "unreadable", message: $0.message, hint: $0.hint, file: files[index].file.path)
            }
        }
        errors += ages.compactMap { index in
            guard let (source, error) = files[index].heldBack, sources.contains(where: { $0.name == source && isNeeded($0) })
            else {
                return nil
            }
            return error
        }
        let isUseless = reports.allSatisfy { $0.facts == 0 && $0.excluded == 0 }
        if errors.isEmpty, isUseless {
            let first = result.findings.first.map { "; \($0.file): \($0.message)" } ?? ""
            errors.append(
                IntakeError(
                    .noInput, code: "no-usable-row", message: "no row of any file can be used\(first)",
                    hint: "mend the rows that were rejected; `gtm preview FILE` shows how a file is read"))
        }
        return IntakeError.joined(errors)
    }

    // MARK: Sources

    /// Whether metrics would be wrong without a source's rows: they come from it, or others asked for what it lacks.
    private func isNeeded(_ source: Source) -> Bool {
        if source.role == .metrics || rules(source).isRequired { return true }
        guard let problem = source.solves else { return false }
        return rejects.values.contains { $0.contains { $0.reject.problem.kind == problem } }
    }

    private func missing(_ source: Source) -> IntakeError {
        let unused = ages.filter { files[$0].source == nil }
        var message = "the required source `\(source.name)` has no usable file"
        if !unused.isEmpty {
            let names = unused.prefix(3).map { files[$0].file.path }.joined(separator: ", ")
            message +=
                "; not recognised or not readable: \(names)\(unused.count > 3 ? " and \(unused.count - 3) more" : "")"
        }
        let why = unused.flatMap { files[$0].findings }.first.map { " (\($0.file): \($0.message))" } ?? ""
        return IntakeError(
            .noInput, code: "missing-source", message: message + why,
            hint: unused.isEmpty
                ? "drop an export of it in \(settings.inbox), or take `required: true` out of {sources.yml}"
                : "name the file in `files:` of `\(source.name)` in {sources.yml}, or export it again as CSV")
    }

    /// A file without usable rows that came in the place of some: its name is like theirs, and none of them is newer.
    private func stray(_ own: [Int]) -> Int? {
        func stem(_ index: Int) -> String { NameDates.stem(of: InboxFile.stripped(files[index].file.path)) }
        guard let newest = own.last, let place = ages.firstIndex(of: newest) else { return nil }
        let stems = Set(own.map(stem))
        return ages[(place + 1)...].last { !files[$0].isUsable && files[$0].failure == nil && stems.contains(stem($0)) }
    }

    private func inPlace(of source: Source, _ stray: Int) -> IntakeError {
        let why = files[stray].findings.first.map { ": \($0.message)" } ?? ""
        return IntakeError(
            .noInput, code: "missing-source",
            message: "the newest file of the required source `\(source.name)` by its name is not usable\(why)",
            hint:
                "export it again as CSV, name it in `files:` and its columns in `aliases:` of `\(source.name)` in {sources.yml}, or "
                + "take it out of the inbox", file: files[stray].file.path)
    }

    /// Why a required source that has a file is as good as missing.
    func noRowOfRequired(_ source: Source) -> GateFailure? {
        let isTold = failures.contains { $0.gate == .required && $0.source == source.name }
        guard rules(source).isRequired, !isTold, !facts.sources.contains(source.name) else { return nil }
        return GateFailure(
            .required, source.name, .missingSource,
            IntakeError(
                .noInput, code: "missing-source", message: "no row of the required source `\(source.name)` can be used",
                hint: "see the findings about its files, and mend the rows that were rejected"))
    }

    /// Why a source's newest event is too old.
    func tooOld(_ source: Source) -> GateFailure? {
        tooOldError(source).map { GateFailure(.maxAge, source.name, .staleSource, $0) }
    }

    private func tooOldError(_ source: Source) -> IntakeError? {
        guard !source.events.isEmpty, let maxAge = rules(source).maxAge else { return nil }
        guard let day = newest[source.name] else {
            guard facts.sources.contains(source.name) || rules(source).isRequired else { return nil }
            return IntakeError(
                .noInput, code: "stale-source", message: "the source `\(source.name)` has no event up to \(settings.asOf)",
                hint: "drop a newer export in the inbox, or raise `max_age:` in {sources.yml}")
        }
        let age = settings.asOf - day
        guard age > maxAge else { return nil }
        return IntakeError(
            .noInput, code: "stale-source",
            message:
                "the newest event of `\(source.name)` is of \(day), \(age) days before \(settings.asOf); \(maxAge) are allowed",
            hint: "drop a newer export in the inbox, or raise `max_age:` in {sources.yml}")
    }

    // MARK: Rows

    /// Why a file has too few rows that can be used: of a hundred or more too many were rejected, of fewer all.
    func tooManyRejects(_ index: Int) -> GateFailure? {
        let report = reports[index]
        guard report.sameAs == nil, let source = sources.first(where: { $0.name == report.source }), isNeeded(source) else {
            return nil
        }
        let all = rejects[source.name]?.filter { $0.file == index }.map(\.reject) ?? []
        let own = all.filter { !$0.isMended }
        let (rows, bad) = (report.rows - report.mended, report.rejected - (all.count - own.count))
        let limit = rules(source).maxRejected ?? settings.maxRejected
        guard bad > 0, limit < 1 else { return nil }
        let isWhole = rows < 100
        // Totals and headings are no rows that could have been used.
        guard isWhole ? bad + files[index].excluded >= rows : Double(bad) > limit * Double(rows) else { return nil }
        let codes = Dictionary(grouping: own, by: \.problem.kind.rawValue).map { ($0.value.count, $0.key) }
            .sorted { ($1.0, $0.1) < ($0.0, $1.1) }
        let most = codes.first.map { "; most often \($0.1), \($0.0) time\($0.0 == 1 ? "" : "s")" } ?? ""
        let share = Number(Int128((limit * 1e6).rounded()), over: 10_000).significant(4)
        let alike = codes.first.map { mostAlike(own, of: $0.1) } ?? []
        let first = alike.first
        let error = IntakeError(
            .dataError, code: isWhole ? "all-rejected" : "too-many-rejects",
            message: isWhole
                ? "all \(bad) rows were rejected\(most)"
                : "\(bad) of \(rows) rows were rejected, more than the \(share) % allowed\(most)",
            hint: first.map {
                "the first: \($0.problem.message); \(wholeColumn(alike, rows: rows, of: index, source) ?? $0.problem.hint)"
            }
                ?? "mend the file, or set `max_rejected:` in {sources.yml}",
            file: report.file.path, line: first?.line)
        return GateFailure(.maxRejected, source.name, .tooManyRejects, error)
    }

    /// The rejects of one kind that are of the column of most of them: what is wrong with these is what to mend first.
    private func mostAlike(_ rejects: [Reject], of kind: String) -> [Reject] {
        let own = rejects.filter { $0.problem.kind.rawValue == kind }
        let columns = Dictionary(grouping: own) { $0.problem.column ?? -1 }.map { ($0.value.count, $0.key) }
        guard let most = columns.min(by: { ($1.0, $0.1) < ($0.0, $1.1) })?.1 else { return [] }
        return own.filter { ($0.problem.column ?? -1) == most }
    }

    /// What to do where most rows of a file are rejected for one column, whose cells are something else than its name says: nobody mends them one
    /// by one. Nil where it is not so.
    private func wholeColumn(_ rejects: [Reject], rows: Int, of index: Int, _ source: Source) -> String? {
        let file = files[index]
        guard let first = rejects.first?.problem, let column = first.column, let place = file.columns[column],
            [.badDate, .badTime, .badMoney, .badNumber, .badFlag].contains(first.kind),
            rejects.count(where: { $0.problem.kind == first.kind && $0.problem.column == column }) * 2 > rows
        else { return nil }
        let (name, own) = (file.header[place], source.columns[column].name)
        if first.kind == .badDate, let cell = rejects[0].cells.indices.contains(place) ? rejects[0].cells[place] : nil,
            Assembler.isUnixTime(cell)
        {
            return
                "`\(name)` holds seconds or milliseconds since 1970: export dates, and look whether the amounts beside them are in the smallest "
                + "unit, such as cents, as programs give them out together (`amount_cents` says so in a name)"
        }
        return
            "where all of `\(name)` is written so it is no `\(own)`: call it something else in the export, and name the column that is one "
            + "in `aliases:` of `\(own)` in {sources.yml}"
    }
}

extension Assembler {
    /// Whether a cell is a time of these years in seconds or milliseconds since 1970.
    fileprivate static func isUnixTime(_ cell: String) -> Bool {
        guard let number = Int(cell.prefix { $0 != "." }) else { return false }
        let years = 1_262_304_000..<1_893_456_000
        return years.contains(number) || years.contains(number / 1000) && number > 1_000_000_000_000
    }
}
