import Facts
import Intake
import Languages
import Metrics
import Reports
import RollUps

extension Run {
    /// What the report is built from.
    func context(_ intake: IntakeResult, _ rollUp: LocalRollUp, _ evaluation: Evaluation, _ periods: [Period]) -> ReportContext
    {
        var context = ReportContext(
            company: configuration.company, pipeline: configuration.pipeline, locale: configuration.reportLocale, asOf: asOf,
            grain: configuration.grain, calendar: configuration.calendar, periods: periods, sections: configuration.sections,
            northStar: configuration.northStar, currency: configuration.currency, rollUp: rollUp, evaluation: evaluation,
            catalogue: evaluation.catalogue,
            data: DataStatus(intake, currency: configuration.currency, locale: configuration.reportLocale),
            numbers: configuration.catalogue.config.merging(configuration.numbers) { _, given in given },
            limits: configuration.limits)
        context.pipelineFile = configuration.file
        context.audience = configuration.editions.first?.name ?? ""
        context.isExternal = configuration.editions.first?.isExternal ?? false
        return context
    }
}

extension DataStatus {
    /// What the intake says of the data, in the report's words.
    init(_ intake: IntakeResult, currency: Currency, locale: String) {
        let forms = Language(locale: locale).forms
        let sources = KnownSource.all.map { source in
            let name = source.name
            let files = intake.files.filter { $0.source == name }
            func sum(_ count: (FileReport) -> Int) -> Int { files.reduce(0) { $0 + count($1) } }
            let money = intake.rejectedMoney.filter { $0.source == name }.map {
                let digits = Currency($0.currency).minorDigits
                return "\(Format(.plain, digits: digits).shown($0.amount, currency: currency, locale: locale)) \($0.currency)"
            }
            return SourceStatus(
                name: name, title: source.title, standsInFor: source.standsInFor,
                isOfEvents: source.isOfEvents, isRegular: source.isRegular, isMissed: source.isMissed,
                isPresent: intake.facts.sources.contains(name), files: files.count, rows: sum(\.rows),
                facts: sum(\.facts), replaced: sum(\.replaced), rejected: sum(\.rejected), excluded: sum(\.excluded),
                newestEvent: intake.newestEvents[name], rejectedMoney: money.joined(separator: forms.comma))
        }
        let files = intake.files.map { report in
            var status = FileStatus(
                path: report.file.path, source: report.source, rows: report.rows, facts: report.facts,
                replaced: report.replaced, rejected: report.rejected, excluded: report.excluded, sha256: report.file.sha256)
            status.isGone = report.file.isGone
            return status
        }
        let findings = intake.findings + DataStatus.conversions(intake, currency)
        self.init(sources: sources, files: files, remarks: findings.worstFirst.map { Remark($0, locale: locale) })
        missed = intake.missed
    }

    /// The rates that were used, and what rounding added up to.
    static func conversions(_ intake: IntakeResult, _ currency: Currency) -> [Finding] {
        var findings = intake.rates.map { rate in
            Finding(
                .rateUsed, file: SourceName.exchangeRates.rawValue,
                [
                    "from": rate.currency, "rate": rate.rate.plain, "to": currency.code,
                    "dated": rate.date.map { " (\($0))" } ?? "",
                ])
        }
        if !intake.rounding.isZero {
            let sum = (intake.rounding / Number(currency.minorUnits)) ?? .zero
            findings.append(
                Finding(
                    .rounding, file: "",
                    ["digits": currency.minorDigits, "sum": sum.significant(4), "currency": currency.code]))
        }
        return findings
    }
}

extension Remark {
    /// A finding, as the report shows it.
    init(_ finding: Finding) {
        self.init(
            severity: finding.severity == .warning ? .warning : .note, code: finding.code, place: finding.placeInWords,
            message: finding.message, hint: finding.hint, count: finding.count)
    }

    /// The same in a language, as far as there are words for it.
    init(_ finding: Finding, locale: String) {
        self.init(finding)
        guard let said = finding.said(in: Language(locale: locale)) else { return }
        (message, hint, isEnglish) = (said.message, said.hint, false)
    }
}
