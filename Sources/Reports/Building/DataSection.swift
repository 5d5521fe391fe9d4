import Facts
import Languages
import Metrics
import RollUps

/// Where the numbers came from, and what every one of them means.
extension Composer {
    func dataBlocks() -> [Block] {
        let data = context.data
        var blocks: [Block] = [.note(say(.moneyNote, context.currency.unit(context.locale)))]
        let countTitles: [Phrase] = [.rowsRead, .factsCount, .replaced, .rejected, .excluded]
        let countColumns = countTitles.map { Table.Column(say($0), isNumeric: true) }
        if let withheldNote { blocks.append(.note(withheldNote)) }
        if data.sources.isEmpty {
            blocks.append(.note(say(.noFiles)))
        } else {
            let rows = data.sources.map { source in
                Table.Row(
                    [
                        .text(capital(sourceName(source.name))), .status(.none, say(source.counts ? .present : .absentWord)),
                        count(source.files),
                    ]
                        + [source.rows, source.facts, source.replaced, source.rejected, source.excluded].map { count($0) }
                        + [source.newestEvent.map { .day($0) } ?? .empty, .text(source.rejectedMoney)])
            }
            let columns =
                [Table.Column(say(.source)), Table.Column(say(.status)), Table.Column(say(.files), isNumeric: true)]
                + countColumns + [Table.Column(say(.newestEvent)), Table.Column(say(.rejectedMoney))]
            blocks.append(.table(Table(id: "sources", title: say(.sourcesTitle), columns: columns, rows: rows, isFolded: true)))
        }
        blocks += revisionsTables()
        if data.remarks.isEmpty {
            if context.withheld.isEmpty { blocks.append(.note(say(.noRemarks))) }
        } else {
            let rows = data.remarks.map { remark in
                Table.Row([
                    .text(remark.message),
                    remark.severity == .warning ? .status(.watch, say(.warning)) : .status(.none, say(.remark)),
                    .text(remark.place), count(remark.count), .text(remark.hint), .text(remark.code),
                ])
            }
            let columns = [
                Table.Column(say(.what)), Table.Column(say(.status)), Table.Column(say(.place)),
                Table.Column(say(.howOften), isNumeric: true), Table.Column(say(.toDo)),
                Table.Column(say(.code), isOnPaper: false),
            ]
            blocks.append(
                .table(
                    Table(id: "remarks", title: say(.remarksTitle), columns: columns, rows: rows, isLong: true, isFolded: true))
            )
        }
        if !data.files.isEmpty {
            let rows = data.files.map { file in
                Table.Row(
                    [.text(file.isGone ? say(.goneFile, file.path) : file.path), .text(sourceText(file))]
                        + [file.rows, file.facts, file.replaced, file.rejected, file.excluded].map { count($0) }
                        + [.text(String(file.sha256.prefix(12)))])
            }
            let columns =
                [Table.Column(say(.file)), Table.Column(say(.source))] + countColumns + [Table.Column(say(.fingerprint))]
            blocks.append(.note(say(.notOnPaper, say(.code))))
            blocks.append(
                .table(
                    Table(
                        id: "files", title: say(.filesTitle), columns: columns, rows: rows, isLong: true, isOnPaper: false,
                        isFolded: true)))
        }
        return blocks
    }

    /// What a file was read as; one with the same bytes as another is read once.
    private func sourceText(_ file: FileStatus) -> String {
        if let source = file.source { return capital(sourceName(source)) }
        return twin(of: file).map { say(.sameContent, $0.path) } ?? say(.unrecognised)
    }

    /// The recognised file whose bytes are the same as those of one that was not read.
    func twin(of file: FileStatus) -> FileStatus? {
        context.data.files.first { $0.source != nil && $0.sha256 == file.sha256 }
    }

    func definitions() -> [Block] {
        let catalogue = context.catalogue
        let rows = catalogue.metrics.map { metric in
            Table.Row(
                [
                    .text(name(metric)), .text(metric.description[language]),
                    .text(catalogue.words(metric.expression, language)),
                    .value(value(metric.id)), .text(say(Phrase(metric.unit))), .text(say(Phrase(metric.better))),
                    .text(metric.id), .text(metric.formula), .text(options(metric)), .text(metric.source[language]),
                    .text(metric.owner ?? ""),
                ], subject: metric.id)
        }
        let titles: [Phrase] = [.metric, .meaning, .inWords]
        let more: [Phrase] = [.unit, .better, .id, .formula, .options, .definitionSource, .owner]
        let measures = catalogue.measures.map { measure in
            Table.Row(
                [
                    .text(measure.name[language]), .text(measure.description[language]), .value(value(measure.id)),
                    .text(say(Phrase(measure.measure.unit))), .text(measure.id),
                    .text(capital(sourceName(sourceID(measure.measure.source)))),
                ], subject: measure.id)
        }
        let now = Table.Column(heading(period), isNumeric: true)
        let measureColumns = [Phrase.measure, .meaning].map { Table.Column(say($0)) } + [now]
        var blocks: [Block] = [
            .table(
                Table(
                    id: "definitions", title: say(.definitionsTitle),
                    columns: titles.map { Table.Column(say($0)) } + [now] + more.map { Table.Column(say($0)) },
                    rows: rows, isLong: true, isOnPaper: false, isFolded: true))
        ]
        blocks += statusRules()
        let settings = context.numbers.keys.sorted(by: precedes).map { id in
            (name: catalogue.name(ofSetting: id)[language], id: id, value: setting(context.numbers[id]))
        }
        let listed = settings + healthOptions + statusOptions
        let columns = [Table.Column(say(.option)), Table.Column(say(.id)), Table.Column(say(.value), isNumeric: true)]
        blocks.append(
            .table(
                Table(
                    id: "options", title: say(.optionsTitle), columns: columns,
                    rows: listed.map { Table.Row([.text($0.name), .text($0.id), $0.value]) }, isOnPaper: false, isFolded: true))
        )
        blocks.append(
            .table(
                Table(
                    id: "measures", title: say(.measuresTitle),
                    columns: measureColumns + [Phrase.unit, .id, .source].map { Table.Column(say($0)) }, rows: measures,
                    isLong: true, isOnPaper: false, isFolded: true)))
        return blocks
    }

    private func setting(_ value: ExactDecimal?) -> Table.Cell {
        guard let value else { return .empty }
        return fixed(value.number, Format(.plain, digits: value.scale))
    }

    /// The settings that a metric's formula uses, with their values.
    private func options(_ metric: Metric) -> String {
        list(
            metric.resolved.settings.map { id in
                let value = context.catalogue.config[id]
                let written = value.map { text($0.number, Format(.plain, digits: $0.scale)) } ?? Format.undefined
                return say(.labelled, context.catalogue.name(ofSetting: id)[language], written)
            })
    }
}
