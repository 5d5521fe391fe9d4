import Facts
import Languages
import Metrics
import RollUps

/// Tables that several sections have.
extension Composer {
    /// All metrics of a section by period.
    func metricTable(_ section: Metric.Section) -> [Block] {
        let metrics = context.catalogue.metrics.filter { $0.section == section }
        guard !metrics.isEmpty else { return [] }
        // Of all that is folded, revenue by period is what is asked for of a report on paper.
        var blocks = byPeriod(
            section.rawValue + "-metrics", say(.metricsByPeriod), say(.metric), metrics.map(\.id),
            unfoldsOnPaper: section == .revenue)
        let maturing = metrics.filter { isMaturing($0) && number($0.id, now) != nil }.map { name($0) }
        if !maturing.isEmpty { blocks.append(.note(say(.maturingNote, list(maturing)))) }
        return blocks + withoutNotes(metrics)
    }

    /// Which metrics of the reported period count what is there, as files of them are late: a note for each series or source.
    func withoutNotes(_ metrics: [Metric]) -> [Block] {
        var names: [Late: [String]] = [:]
        for metric in metrics where number(metric.id, now) != nil {
            if let late = context.judge.lacks(metric.resolved, period) { names[late, default: []].append(name(metric)) }
        }
        return context.rollUp.facts.late.compactMap { late in
            names[late].map { .note(say(.withoutNote, nameOfLate(late), dayText(late.since), list($0))) }
        }
    }

    /// Measures by period, for who wants to know what metrics are made of: not on paper.
    func measureTable(_ id: String, title: String, _ measures: [String]) -> [Block] {
        byPeriod(id, title, say(.measure), measures.filter { context.catalogue.measure($0) != nil }, isOnPaper: false)
    }

    /// Metrics or measures by period, the newest first: in several tables, one below the other, where they are wider than a page.
    private func byPeriod(
        _ id: String, _ title: String, _ heading: String, _ ids: [String], isOnPaper: Bool = true, unfoldsOnPaper: Bool = false
    ) -> [Block] {
        let rows = ids.map { id in context.periods.indices.map { value(id, $0) } }
        let widest =
            rows.joined().map { $0.format.text($0.number, currency: context.currency, locale: context.locale).count }.max() ?? 0
        let bands = PeriodBands(count: context.periods.count, widest: widest).ranges
        return bands.enumerated().map { place, band in
            let (first, last) = (context.periods[band.lowerBound], context.periods[band.upperBound - 1])
            let columns = context.periods[band].reversed().map { Table.Column(self.heading($0), isNumeric: true) }
            var table = Table(
                id: place == 0 ? id : "\(id)-\(place + 1)",
                title: bands.count == 1 ? title : say(.fromTo, title, self.heading(first), self.heading(last)),
                columns: [Table.Column(heading)] + columns,
                rows: zip(ids, rows).map { id, values in
                    Table.Row([.text(name(id))] + values[band].reversed().map { .value($0) }, subject: id)
                }, isOnPaper: isOnPaper, isFolded: true)
            table.unfoldsOnPaper = unfoldsOnPaper
            return .table(table)
        }
    }

    /// Metrics and measures of the reported period by the members of every dimension; by the first one on paper too.
    ///
    /// - Parameters:
    ///   - prefix: What the tables' ids begin with.
    ///   - ids: The columns; the first decides which members are largest.
    func breakdowns(_ prefix: String, _ ids: [String]) -> [Block] {
        context.rollUp.members.dimensions.indices.map { dimension in
            breakdown(prefix, dimension, ids) ?? .note(say(.notBrokenDown, dimensionName(dimension)))
        }
    }

    /// How many members a break-down lists before the rest becomes one row.
    static let mostMembers = 12

    private func breakdown(_ prefix: String, _ dimension: Int, _ ids: [String]) -> Block? {
        let codes = membersInUse[dimension]
        func slice(_ code: UInt32) -> Slice { .member(dimension: dimension, code: code) }
        let ids = ids.filter { id in codes.contains { $0 != 0 && number(id, now, slice: slice($0)) != nil } }
        guard let first = ids.first else { return nil }
        let size = [UInt32: Number](
            uniqueKeysWithValues: codes.compactMap { code in
                number(first, now, slice: slice(code)).map { (code, $0) }
            })
        // A stable order: the members come by name, and only a larger value moves one ahead.
        let ranked = codes.enumerated().sorted { a, b in
            switch (size[a.element], size[b.element]) {
            case (let x?, let y?) where x != y: return Number.less(y, x)
            case (_?, nil): return true
            case (nil, _?): return false
            default: return a.offset < b.offset
            }
        }.map(\.element).filter { code in
            ids.contains { id in number(id, now, slice: slice(code)).map { !$0.isZero } ?? false }
        }
        let shown = ranked.count <= Composer.mostMembers + 1 ? ranked : Array(ranked.prefix(Composer.mostMembers))
        var rows = [Table.Row([.text(say(.total))] + ids.map { .value(value($0)) }, isStrong: true)]
        rows += shown.map { code in
            Table.Row([.text(memberName(dimension, code))] + ids.map { .value(value($0, slice: slice(code))) })
        }
        if shown.count < ranked.count {
            let label = say(.otherMembers, text(ranked.count - shown.count))
            rows.append(Table.Row([.text(label)] + ids.map { rest($0, shown.map(slice)) }, isRest: true))
        }
        return .table(
            Table(
                id: "\(prefix)-by-\(plain(context.rollUp.members.dimensions[dimension].name, dimension))",
                title: say(.byDimension, say(.breakdown), dimensionName(dimension), heading(period)),
                columns: [Table.Column(capital(dimensionName(dimension)))]
                    + ids.map { Table.Column(name($0), isNumeric: true) },
                rows: rows, isOnPaper: dimension == 0, isFolded: dimension > 0 || prefix != "revenue"))
    }

    /// What the members that are not listed come to: of every measure what is left of the total, and of a metric its formula over
    /// that.
    private func rest(_ id: String, _ shown: [Slice]) -> Table.Cell {
        let expression = context.catalogue[id]?.resolved ?? .leaf(Leaf(id))
        let isMedian = expression.leaves.contains { context.catalogue.measure($0.measure)?.measure.kind == .median }
        if isMedian { return fixed(nil, format(id), hint: say(.whyNoRest)) }
        let left = expression.value { leaf in
            guard let total = number(leaf, now) else { return nil }
            let listed = shown.map { number(leaf, now, slice: $0) }
            return listed.contains(nil) ? nil : total - listed.compactMap(\.self).reduce(Number.zero, +)
        }
        guard left == nil else { return fixed(left, format(id)) }
        let undefined = shown.first { number(id, now, slice: $0) == nil }
        return fixed(nil, format(id), hint: undefined.map { whyUndefined(id, now, slice: $0) } ?? say(.whyNoValue))
    }

    /// A dimension's name as a part of an id: plain letters, digits and `-`; else its number.
    private func plain(_ name: String, _ number: Int) -> String {
        let letters = name.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }
        let isPlain = letters.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        return isPlain && !letters.isEmpty ? String(decoding: letters, as: UTF8.self) : "dimension-\(number + 1)"
    }
}

/// Charts over the periods shown.
extension Composer {
    /// A chart of metrics or measures over the periods shown.
    ///
    /// - Parameters:
    ///   - ids: What is drawn, and what each means.
    ///   - format: How its numbers are written. The default is the first's.
    func chart(
        _ id: String, _ title: String, _ kind: Chart.Kind, _ ids: [(id: String, role: Chart.Series.Role)], format: Format? = nil
    ) -> Block {
        let series = ids.map { Chart.Series(name: name($0.id), values: self.series($0.id), role: $0.role) }
        return chart(id, title, kind, series, format: format ?? self.format(ids[0].id))
    }

    /// A chart of series over the periods shown.
    func chart(_ id: String, _ title: String, _ kind: Chart.Kind, _ series: [Chart.Series], format: Format) -> Block {
        let texts = series.map { series in
            say(
                .seriesInWords, series.name, text(series.values.first ?? nil, format), text(series.values.last ?? nil, format),
                heading(context.periods[0]), heading(period))
        }
        return .chart(
            Chart(
                id: id, title: title, kind: kind, categories: periodNames, series: series, format: format,
                alternative: sentences([title + say(.colon)] + texts)))
    }

    /// A chart of one series over categories that are no periods; its alternative lists them all.
    func chart(
        _ id: String, _ title: String, _ kind: Chart.Kind, categories: [String], _ series: [Chart.Series], format: Format
    ) -> Block {
        let parts = categories.indices.map { index in
            let value = series.lazy.compactMap { $0.values[index] }.first
            return categories[index] + " " + text(value, format)
        }
        return .chart(
            Chart(
                id: id, title: title, kind: kind, categories: categories, series: series, format: format,
                alternative: title + say(.colon) + language.forms.space + list(parts)))
    }
}

/// How periods are divided over tables that fit a page: as evenly as can be, the newest first.
struct PeriodBands {
    /// The periods of each table, by their places among all, oldest first.
    let ranges: [Range<Int>]

    /// How many characters of numbers, with the space between them, fit a landscape page beside the names.
    private static let page = 156

    /// - Parameters:
    ///   - count: How many periods there are.
    ///   - widest: How many characters the widest number has.
    init(count: Int, widest: Int) {
        let most = max(4, PeriodBands.page / (max(widest, 8) + 2))
        let tables = (count + most - 1) / most
        var ranges: [Range<Int>] = []
        var end = count
        for left in stride(from: tables, to: 0, by: -1) {
            let start = end - (end + left - 1) / left
            ranges.append(start..<end)
            end = start
        }
        self.ranges = ranges
    }
}
