import Facts
import Languages
import Metrics
import RollUps
import Synchronization

/// Composes the report: all sections that the pipeline lists, in its order, and the numbers that their cells refer to.
///
/// Nothing is computed here that a formula of the catalogue defines: values come from the evaluation, or from the same resolved
/// formulas over the roll-ups where another period or slice is needed.
///
///     let report = buildReport(context)
///     report.sections.map(\.id)    // ["summary", "revenue", …]
public func buildReport(_ context: ReportContext) -> Report {
    let composer = Composer(context)
    // What is made of no section is made beside them.
    let rest = Mutex<(brief: Brief, whatIf: WhatIf?)>((Brief(), nil))
    let sections = concurrently(context.sections.count + 1) { place -> [Section] in
        guard place < context.sections.count else {
            let made = (composer.brief(), composer.whatIf())
            rest.withLock { $0 = made }
            return []
        }
        let id = context.sections[place]
        return [composer.section(id), id == "plan" ? composer.tasksSheet() : nil].compactMap(\.self)
    }.flatMap(\.self)
    let (brief, whatIf) = rest.withLock { $0 }
    var report = Report(
        company: context.company, pipeline: context.pipeline, title: composer.title, subtitle: composer.subtitle,
        currency: context.currency, locale: context.locale, asOf: context.asOf, periods: context.periods, sections: sections,
        numbers: composer.numbers(for: sections, brief, whatIf), catalogue: context.catalogue, brief: brief,
        pipelineFile: context.pipelineFile, isTraced: context.withheld.isEmpty && !context.isExternal)
    report.whatIf = whatIf
    if !composer.standings().isEmpty { report.limits = context.limits }
    return report
}

extension Composer {
    /// A section by its name in the pipeline file; nil for a name that is none.
    func section(_ id: String) -> Section? {
        guard var section = plainSection(id) else { return nil }
        section.headline = headline(of: id)
        section.blocks.insert(contentsOf: commentary(in: id), at: section.opening)
        return section
    }

    private func plainSection(_ id: String) -> Section? {
        switch id {
        case "summary": summary()
        case "decisions": Section(id: id, title: say(DecisionPhrase.heading), blocks: decisions())
        case "revenue": Section(id: id, title: say(.revenue), blocks: revenue())
        case "acquisition": Section(id: id, title: say(.acquisition), blocks: acquisition())
        case "conversion": Section(id: id, title: say(.conversion), blocks: conversion())
        case "voice": Section(id: id, title: say(.voice), blocks: voice())
        case "activity": Section(id: id, title: say(.activity), blocks: activity())
        case "plan": Section(id: id, title: say(.plan), blocks: plan())
        case "data": Section(id: id, title: say(.data), blocks: dataBlocks())
        case "definitions": Section(id: id, title: say(.definitions), blocks: definitions())
        default: nil
        }
    }

    /// "Weekly go-to-market report".
    var title: String {
        switch context.grain {
        case .week: say(.titleWeek)
        case .month: say(.titleMonth)
        case .quarter: say(.titleQuarter)
        case .year: say(.titleYear)
        }
    }

    /// "Week 2026-W45 · 2 – 8 November 2026 · as of 8 Nov 2026 · USD".
    var subtitle: String {
        let period = context.periods[now]
        let mark = context.isExternal ? [WithheldPhrase.external.text(locale: language.rawValue)] : []
        return
            ([
                periodNoun(period, isCapital: true), dateRange(period.start, period.end), say(.asOf, dayText(context.asOf)),
                say(.inUnit, context.currency.unit(context.locale)),
            ] + mark).joined(separator: " · ")
    }
}
