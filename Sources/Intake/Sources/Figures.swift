import Facts

extension Source {
    /// The company's own figures, one row a figure and day or month, or a column a figure.
    static let figures = Source(
        name: .figures, role: .plans, isMissed: false,
        load: .append,
        words: [
            "figures", "figure", "company figures", "key figures", "own figures", "financial figures", "finance figures",
            "kennzahlen", "eckdaten", "自有数据", "公司数据", "财务数据", "自有指标",
        ],
        columns: [
            Column.date.also(
                "as of", "as of date", "as at", "balance date", "reporting date", "reporting month", "month end", "period end",
                "stichtag", "截至日期", "报告日期", "数据日期", "期末", "期末日期"
            ).required,
            Column.text(
                .figure, "figure name", "figures", "key figure", "company figure", "figure id", "自有数据", "数据名称", "数据项",
                "数据项目", "自有指标"
            ).aName.commonly(
                "metric", "kpi", "measure", "indicator", "item", "line item", "name", "title", "account", "kennzahl",
                "indicateur", "indicador", "指标", "指标名称", "项目", "科目", "名称"
            ).required,
            Column.money(
                .value, "figure value", "amount", "actual", "actuals", "actual value", "number", "total", "wert", "betrag",
                "ist",
                "istwert", "valeur", "montant", "valor", "importe", "valore", "importo", "waarde", "数值", "值", "实际值",
                "实际", "金额", "数量"
            ).required,
            .text(
                .unitOfFigure, "units", "uom", "unit of measure", "einheit", "unité", "unidad", "unità", "eenheid", "单位",
                "计量单位"),
            .text(
                .kind, "figure kind", "kind of figure", "flow or stock", "stock or flow", "flow/stock", "stock/flow",
                "figure type", "流量或存量", "流量/存量", "存量/流量", "数据类型", "口径类型"),
            .currency, .yearOfDate, .monthOfDate, .text(.monthAcross),
        ], telling: [.figure], derivations: [.month, .monthAcross], money: [.amount(.value)],
        restatement: Restatement(
            day: .date, keys: [.figure, .segment, .region, .channel, .plan, .industry, .owner], names: [.figure], amount: .value
        ),
        spread: SpreadRule(value: .value, keys: [(.monthAcross, { $0.map { FigureWords.month($0) == nil ? nil : $0 } })]),
        checks: [
            .figureHasName,
            .word(.kind) { text, _ in FigureWords.kind(text) == nil ? .unknownFigureKind : nil },
            .word(.unitOfFigure) { text, _ in FigureWords.unit(text) == nil ? .unknownFigureUnit : nil },
        ],
        events: [.day(.date)], fit: { $0.spreadFigures($1.figures) }, after: [.exchangeRates],
        build: { $0.buildFigures(&$1) })

    /// Lets the figures that formulas name stand across a file, a column each.
    private mutating func spreadFigures(_ names: [String]) {
        let known = Set(names.map(Figure.key))
        guard !known.isEmpty else { return }
        let across: (key: TextKey, cells: @Sendable ([String]) -> [String?]) = (
            .figure,
            { headers in
                headers.map { header in
                    let plain = String(header.prefix { !"([（【".contains($0) })
                    return [header, plain].first { known.contains(Figure.key($0)) }.map(TextForm.plain)
                }
            }
        )
        spread?.keys.insert(across, at: 0)
    }
}

extension RowCheck {
    /// That the name of a figure has a letter or digit, so that formulas can call it.
    fileprivate static let figureHasName = RowCheck { rows, verdicts in
        guard let names = rows[.figure] else { return }
        let isNone = names.pool.texts.map { !$0.isEmpty && Figure.key($0).isEmpty }
        for row in 0..<rows.count where isNone[Int(names.codes[row])] {
            verdicts.reject(
                row,
                Problem(
                    .missingRequired, column: rows.place(.figure),
                    ["column": TextKey.figure.name, "why": "", "fill": "the figure's name"]))
        }
    }
}

extension AnyColumnKey where Self == TextKey {
    static var figure: Self { Self("figure") }
    static var unitOfFigure: Self { Self("unit") }
    /// The month whose values a column holds.
    static var monthAcross: Self { Self("month_across") }
}

extension Derivation {
    /// The month of a value that stands in a column of its own for each month.
    fileprivate static let monthAcross = Derivation(
        DayKey.date, of: [[TextKey.monthAcross]], isInstead: true,
        isFor: { header in header.contains { FigureWords.month($0) != nil } }
    ) { own, others in
        guard let names = others[.monthAcross] else { return own }
        let months = names.pool.texts.map(FigureWords.month)
        var days = own
        for row in days.values.indices where days.values[row] == DayColumn.missing {
            if let month = months[Int(names.codes[row])] { days.values[row] = month.start.number * 2 + 1 }
        }
        return days
    }
}

/// What the words of a figure's row mean.
enum FigureWords {
    /// What a cell of units says.
    struct Unit: Equatable {
        /// Money or count; nil where it says how large numbers are alone.
        var unit: Figure.Unit?
        /// The currency, where there is one.
        var currency = CurrencyMark.none
        /// What the numbers are to be multiplied by.
        var scale = HeaderUnit.Scale.tens(0)
    }

    /// What a unit says: `money`, `count`, `EUR`, `k€`, `万元`, `thousands`, `%`, or what is counted. Nil where a letter may be
    /// a scale and may be something else.
    static func unit(_ text: String) -> Unit? {
        let key = HeaderNames.key(text)
        if ["money", "currency", "amount", "monetary", "geld", "betrag", "金额", "货币", "钱"].contains(key) {
            return Unit(unit: .money)
        }
        if ["count", "number", "counts", "units", "qty", "quantity", "pcs", "anzahl", "stück", "数量", "个数", "计数", "个", "次", "人"]
            .contains(key)
        {
            return Unit(unit: .count)
        }
        if ["%", "percent", "pct", "prozent", "百分比"].contains(TextForm.folded(text)) {
            return Unit(unit: .count, scale: .tens(-2))
        }
        let found = HeaderUnit(brackets: [text])
        guard found.unknown == nil else { return Unit(unit: .count) }
        if found.currency != .none {
            return Unit(unit: .money, currency: found.currency, scale: found.scale)
        }
        if found.isLoneLetter, key != "k" { return nil }
        return found.scale == .tens(0) ? Unit(unit: .count) : Unit(scale: found.scale)
    }

    /// The month that the name of a column is: `2026-03`, `Mar 2026`, `2026年3月`; nil where it is none, or none of a year.
    static func month(_ name: String) -> Period? {
        let plain = String(name.prefix { !"([（【".contains($0) })
        guard WrittenPeriod.isPeriod(plain), WrittenPeriod.hasYear(plain),
            let period = WrittenPeriod.period(plain, PeriodCalendar(), near: .distantPast), period.grain == .month
        else { return nil }
        return period
    }

    /// Flow or stock; nil where it is neither.
    static func kind(_ text: String) -> Figure.Kind? {
        switch HeaderNames.key(text) {
        case "flow", "flows", "sum", "perperiod", "movement", "activity", "flussgröße", "flux", "流量", "发生额", "流量数据", "时期数",
            "合计":
            .flow
        case "stock", "stocks", "balance", "level", "snapshot", "pointintime", "closing", "bestand", "bestandsgröße", "encours",
            "存量", "余额", "存量数据", "时点数", "期末":
            .stock
        default: nil
        }
    }

    /// What a figure is whose files do not say: a flow, unless its name is that of a balance.
    static func kind(named name: String) -> Figure.Kind {
        let words = Figure.canonical(name).split(separator: "_").map(String.init)
        let isBalance =
            words.contains { ["balance", "balances", "backlog", "outstanding", "kontostand", "bestand"].contains($0) }
            || words.last == "cash" || words == ["cash", "on", "hand"] || words == ["cash", "at", "bank"]
            || ["余额", "存量", "现金", "在手现金", "货币资金"].contains { name.hasSuffix($0) }
        return isBalance ? .stock : .flow
    }
}
