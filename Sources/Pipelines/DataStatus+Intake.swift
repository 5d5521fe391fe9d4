import Facts
import Intake
import Metrics
import Reports
import RollUps

extension Run {
    /// What the report is built from.
    func context(_ intake: IntakeResult, _ rollUp: LocalRollUp, _ evaluation: Evaluation, _ periods: [Period]) -> ReportContext
    {
        ReportContext(
            company: configuration.company, pipeline: configuration.pipeline, locale: configuration.reportLocale, asOf: asOf,
            grain: configuration.grain, calendar: configuration.calendar, periods: periods, sections: configuration.sections,
            northStar: configuration.northStar, currency: configuration.currency, rollUp: rollUp, evaluation: evaluation,
            catalogue: configuration.catalogue, data: DataStatus(intake, currency: configuration.currency),
            numbers: configuration.catalogue.config.merging(configuration.numbers) { _, given in given })
    }
}

extension DataStatus {
    /// What the intake says of the data, in the report's words.
    init(_ intake: IntakeResult, currency: Currency) {
        let sources = SourcesFile.sourceNames.map { name in
            let files = intake.files.filter { $0.source == name }
            func sum(_ count: (FileReport) -> Int) -> Int { files.reduce(0) { $0 + count($1) } }
            let money = intake.moneySetAside.filter { $0.source == name }.map { "\($0.amount.fixed(2)) \($0.currency)" }
            return SourceStatus(
                name: name, isPresent: intake.facts.sources.contains(name), files: files.count, rows: sum(\.rows),
                facts: sum(\.facts), replaced: sum(\.replaced), setAside: sum(\.setAside), excluded: sum(\.excluded),
                newestEvent: intake.newestEvents[name], moneySetAside: money.joined(separator: ", "))
        }
        let files = intake.files.map {
            FileStatus(
                path: $0.file.path, source: $0.source, rows: $0.rows, facts: $0.facts, replaced: $0.replaced,
                setAside: $0.setAside, excluded: $0.excluded, sha256: $0.file.sha256)
        }
        var remarks = intake.findings.map { finding in
            var place = finding.file
            if let line = finding.line { place += ":\(line)" }
            if let column = finding.column { place += ":\(column)" }
            return Remark(
                severity: finding.severity == .warning ? .warning : .note, code: finding.code, place: place,
                message: finding.message, hint: finding.hint, count: finding.count)
        }
        for rate in intake.rates {
            let dated = rate.date.map { " (\($0))" } ?? ""
            remarks.append(
                Remark(
                    severity: .note, code: "rate-used", place: "fx_rates",
                    message: "1 \(rate.currency) = \(rate.rate.plain) \(currency.code)\(dated)", hint: "", count: 1))
        }
        if !intake.rounding.isZero {
            let sum = (intake.rounding / Number(currency.minorUnits)) ?? .zero
            remarks.append(
                Remark(
                    severity: .note, code: "rounding", place: "",
                    message:
                        "conversion and rounding to \(currency.minorDigits) digits added up to \(sum.significant(4)) \(currency.code)",
                    hint: "", count: 1))
        }
        self.init(sources: sources, files: files, remarks: remarks)
    }
}
