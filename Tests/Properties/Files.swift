#if DEBUG
    import CSV
    import Facts
    import Glibc
    import Metrics
    import RollUps

    @testable import Intake

    /// A whole file is read into facts, or refused with a reason; each of its rows is a fact, replaced, rejected or excluded; and
    /// whatever the facts are, every measure and metric can be computed.
    @Sendable public func checkFile(_ bytes: [UInt8]) throws {
        let input = Input(bytes)
        let names = ["export"] + Source.standard.map(\.name.rawValue)
        let name = names[Int(input.options[0]) % names.count] + ".csv"
        var settings = IntakeSettings(inbox: "", asOf: Day("2026-11-15")!, maxRejected: 1)
        settings.locale = ["en", "de", "zh-Hans"][Int(input.options[1]) % 3]
        settings.workers = 1 + Int(input.options[2]) % 2
        let scratch = ScratchFile(input.text)
        defer { scratch.close() }
        let file = InboxFile(
            path: name, location: FilePath(scratch.location), size: input.text.count, sha256: String(repeating: "0", count: 64),
            modified: 1_700_000_000)

        let read = Intake.read(file, settings: settings)
        try require(read.rows >= read.rejected, "\(read.rejected) of \(read.rows) rows rejected")
        if let opened = try? OpenedFile(file, settings: settings) {
            let preview = FilePreview(opened, settings: settings)
            try require(
                preview.columns.isEmpty || preview.columns.count == opened.document.layout.header.count,
                "\(preview.columns.count) columns are guessed")
        }
        let result: IntakeResult
        do { result = try assemble([read], settings: settings) } catch {
            try require(!error.message.isEmpty && [65, 66].contains(error.kind.exitStatus), "\(error)")
            return
        }
        for report in result.files {
            let sum = report.facts + report.replaced + report.rejected + report.excluded
            try require(
                report.rows == sum,
                "\(report.rows) rows, but \(report.facts) facts, \(report.replaced) replaced, \(report.rejected) rejected, "
                    + "\(report.excluded) excluded")
        }
        let rejected = result.rejected.reduce(0) { $0 + $1.rows.count }
        try require(rejected == result.files.reduce(0) { $0 + $1.rejected }, "\(rejected) rejects are kept")
        for finding in result.findings { try require(!finding.message.isEmpty, "a finding \(finding.code) says nothing") }
        try checkNumbers(result.facts)
    }

    /// The standard catalogue, made once.
    private let catalogue = try! Catalogue.standard()

    /// That every measure and metric of a month and of a year has a value that can be written, or none.
    private func checkNumbers(_ facts: FactSet) throws {
        let asOf = Day("2026-11-15")!
        let rollUp = LocalRollUp(facts, settings: RollUpSettings(asOf: asOf))
        let calendar = PeriodCalendar()
        let periods = [calendar.period(.month, holding: asOf).upTo(asOf), calendar.period(.year, holding: asOf).upTo(asOf)]
        let evaluation = Evaluation(rollUp, catalogue: catalogue, periods: periods)
        for metric in catalogue.metrics.indices {
            for period in periods.indices {
                guard let value = evaluation.value(metric: metric, period: period, slice: 0) else { continue }
                let text = value.significant(12)
                try require(Double(text) != nil, "\(catalogue.metrics[metric].id) is written \(text)")
            }
        }
    }

    /// A file on disk without a name: nothing is left behind, whatever ends the process.
    private struct ScratchFile {
        private let descriptor: Int32
        /// Where it can be opened, as long as it is open.
        var location: String { "/proc/self/fd/\(descriptor)" }

        init(_ bytes: [UInt8]) {
            var template = Array("/tmp/gtm-properties-XXXXXX".utf8CString)
            descriptor = mkstemp(&template)
            precondition(descriptor >= 0 && unlink(template) == 0, "no room in /tmp")
            precondition(pwrite(descriptor, bytes, bytes.count, 0) == bytes.count, "no room in /tmp")
        }

        func close() { _ = Glibc.close(descriptor) }
    }
#endif
