import Facts
import Metrics
import RollUps

/// Tables that several sections have.
extension Composer {
    /// All metrics of a section by period.
    func metricTable(_ section: Metric.Section) -> [Block] {
        let metrics = context.catalogue.metrics.filter { $0.section == section }
        guard !metrics.isEmpty else { return [] }
        let rows = metrics.map { metric in
            Table.Row([.text(name(metric))] + context.periods.indices.map { .value(value(metric.id, $0)) })
        }
        var blocks: [Block] = [
            .table(
                Table(
                    id: section.rawValue + "-metrics", title: say(.metricsByPeriod),
                    columns: [Table.Column(say(.metric))] + periodColumns, rows: rows))
        ]
        let maturing = metrics.filter { isMaturing($0) && number($0.id, now) != nil }.map { name($0) }
        if !maturing.isEmpty { blocks.append(.note(say(.maturingNote, list(maturing)))) }
        return blocks
    }

    /// Measures by period.
    func measureTable(_ id: String, title: String, _ measures: [String]) -> Block {
        let rows = measures.filter { context.catalogue.measure($0) != nil }.map { measure in
            Table.Row([.text(name(measure))] + context.periods.indices.map { .value(value(measure, $0)) })
        }
        return .table(
            Table(id: id, title: title, columns: [Table.Column(say(.measure))] + periodColumns, rows: rows))
    }

    /// Metrics and measures of the reported period by the members of every dimension.
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
            rows.append(Table.Row([.text(label)] + ids.map { rest($0, shown.map(slice)) }))
        }
        return .table(
            Table(
                id: "\(prefix)-by-\(plain(context.rollUp.members.dimensions[dimension].name, dimension))",
                title: say(.byDimension, say(.breakdown), dimensionName(dimension), heading(period)),
                columns: [Table.Column(capital(dimensionName(dimension)))]
                    + ids.map { Table.Column(name($0), isNumeric: true) },
                rows: rows))
    }

    /// What is left of the total when the members shown are taken off, for what adds up over members; else nothing.
    private func rest(_ id: String, _ shown: [Slice]) -> Table.Cell {
        guard addsUp(context.catalogue[id]?.resolved ?? .leaf(Leaf(id))), let total = number(id, now) else { return .empty }
        let listed = shown.compactMap { number(id, now, slice: $0) }.reduce(Number.zero, +)
        return fixed(total - listed, format(id))
    }

    /// Whether the values of members add up to the total: a sum of measures that do.
    private func addsUp(_ expression: Expression) -> Bool {
        switch expression {
        case .leaf(let leaf): context.catalogue.measure(leaf.measure)?.measure.kind != .median
        case .negative(let x): addsUp(x)
        case .binary(.plus, let x, let y), .binary(.minus, let x, let y): addsUp(x) && addsUp(y)
        default: false
        }
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
                alternative: title + say(.colon) + (language == .en ? " " : "") + list(parts)))
    }
}
