import CSV
import Facts

/// How the columns of a file are written, from the evidence of all their cells, and what is said of it.
extension FileReader {
    /// Takes over what the cells of the columns show about how they are written; whether any cell may now be read differently.
    func settle(
        _ evidence: [ColumnEvidence], _ cells: [ColumnData?], _ readings: inout [ColumnReading]
    ) -> Bool {
        var settled = readings
        for column in source.columns.indices where evidence[column] != ColumnEvidence() {
            let kind = source.columns[column].kind.valueKind
            settled[column] = overridden(
                evidence[column].settled(
                    locale: settings.locale, kind: kind, hasNoThirdDecimal: hasNoThirdDecimal(column, cells)),
                source.columns[column].name)
        }
        settleTogether(&settled)
        defer { readings = settled }
        return source.columns.indices.contains { readings[$0].isRead(otherwiseThan: settled[$0], source.columns[$0].kind) }
    }

    /// A reading with what `sources.yml` settles about the column.
    func overridden(_ reading: ColumnReading, _ column: String) -> ColumnReading {
        var reading = reading
        if let decimal = rules.decimals[column] ?? rules.decimal { reading = reading.given(decimal == "," ? .comma : .point) }
        switch rules.dateOrders[column] ?? rules.dateOrder {
        case .dayFirst: return reading.given(.dayMonthYear)
        case .monthFirst: return reading.given(.monthDayYear)
        case .yearFirst: return reading.given(.yearMonthDay)
        case nil: return reading
        }
    }

    /// Has columns of dates whose order nothing shows follow the others of their file, where all of those that show one agree:
    /// a program writes all its dates alike.
    private func settleTogether(_ readings: inout [ColumnReading]) {
        let dates = source.columns.indices.filter { wanted[$0] && source.columns[$0].kind.isDate }
        let shown = Set(dates.filter { readings[$0].isDateOrderShown }.map { readings[$0].dateOrder })
        guard shown.count == 1, let order = shown.first else { return }
        for column in dates where readings[column].isDateOrderAssumed { readings[column] = readings[column].given(order) }
    }

    /// Whether the column's name, or a column of currencies, says that its cells are money of currencies without a third decimal.
    private func hasNoThirdDecimal(_ column: Int, _ cells: [ColumnData?]) -> Bool {
        guard units[column].scale == .tens(0) else { return false }
        guard let place = source.places[.currency], case .texts(let currencies)? = cells[place], currencies.pool.count > 1
        else {
            return units[column].currency.hasNoThirdDecimal
        }
        return currencies.pool.texts.allSatisfy { $0.isEmpty || Currency($0).minorDigits < 3 }
    }

    func note(assumptionOf column: Int, _ reading: ColumnReading, into result: inout ReadFile) {
        let name = document.layout.header[columns[column]!]
        func hint(_ rule: ColumnRule?) -> String {
            rule.map { "if they are not, set \($0.inWords) for `\(source.name)` in {sources.yml}" } ?? ""
        }
        let other = reading.otherRules(for: source.columns[column]).first?.rule
        if reading.isDecimalAssumed {
            let sign = reading.decimal == .comma ? "comma" : "point"
            result.assumptions.append(
                "`\(name)`: the decimal sign is taken to be a \(sign), as in the locale \(settings.locale)")
            result.found.add(
                Finding(
                    .assumedDecimal, file: file.path, column: name,
                    ["sign": sign, "locale": settings.locale, "settle": hint(other)]))
        }
        if reading.areThousandsAssumed {
            result.assumptions.append(
                "`\(name)`: numbers like `1.234` are taken for thousands, as their currency has no third decimal")
            result.found.add(Finding(.assumedThousands, file: file.path, column: name, ["settle": hint(other)]))
        }
        if reading.isMonthNumberAssumed {
            result.assumptions.append("`\(name)`: cells like `Nov-26` are taken to be a month and its year")
            result.found.add(Finding(.assumedMonthYear, file: file.path, column: name))
        }
        if reading.isDateOrderAssumed {
            let order = reading.dateOrder.inWords
            result.assumptions.append("`\(name)`: dates are taken to be \(order), as in the locale \(settings.locale)")
            result.found.add(
                Finding(
                    .assumedDateOrder, file: file.path, column: name, ["order": order, "settle": hint(other)]))
        }
    }

    /// Says what the column's name tells of the size of its amounts, and what of it is not understood.
    func note(unitOf column: Int, into result: inout ReadFile) {
        let (unit, name) = (units[column], document.layout.header[columns[column]!])
        guard source.columns[column].kind.isNumber else { return }
        if unit.scale != .tens(0), source.columns[column].kind.isCounted {
            let said = unit == HeaderName(name).unit ? "name" : "title above the table"
            result.assumptions.append("`\(name)`: amounts are in \(unit.scaleInWords), as the \(said) says")
            if unit.isLoneLetter {
                result.found.add(
                    Finding(
                        .assumedUnit, file: file.path, column: name,
                        ["unit": unit.text, "meaning": unit.scaleInWords]))
            }
        } else if unit.scale != .tens(0), source.columns[column].kind == .percent, source.spread == nil {
            result.found.add(Finding(.unknownUnit, file: file.path, column: name, ["unit": unit.text]))
        }
        if let unknown = unit.unknown, source.columns[column].kind == .money {
            result.found.add(Finding(.unknownUnit, file: file.path, column: name, ["unit": unknown]))
        }
    }
}
