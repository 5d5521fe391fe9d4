import Facts
import Languages
import Metrics
import RollUps

/// Draws values and statuses into cells: formulas with what they give now, formats, remarks, and the rules that keep the look right when
/// numbers are changed.
struct CellDrawing {
    let sheet: Sheet
    let report: Report
    let formulas: CellFormulas
    let commands: TraceCommands
    let words: SheetWords
    /// How many cells name the command that lists the rows behind them.
    private var traced = 0
    /// Lines that have to be said below: which formulas are too long.
    private(set) var remarks: [String] = []

    init(sheet: Sheet, report: Report, formulas: CellFormulas, commands: TraceCommands, words: SheetWords) {
        (self.sheet, self.report, self.formulas, self.commands, self.words) = (sheet, report, formulas, commands, words)
    }

    /// A value: its formula and what it gives now, the number's format, and what is said about it.
    ///
    /// - Parameters:
    ///   - prefix: What stands before the number, as `≤ `: a part of its format, so that the cell holds a number all the same.
    ///   - isShort: Whether money is shown in thousands or millions; the cell holds the exact number.
    ///   - cell: The cell in a column of the same row.
    mutating func value(
        _ value: Value, _ row: Int, _ column: Int, _ base: Style, align: Style.Align, prefix: String = "",
        isShort: Bool = false,
        cells: inout MetricCells, cell: (Int) -> String
    ) {
        let style = base.with { style in
            style.align = align
            style.numberFormat = (isShort ? value.format.excelShortFormat(value.number, report) : nil) ?? numberFormat(value)
            if !prefix.isEmpty {
                style.numberFormat = style.numberFormat.split(separator: ";").map { "\"\(prefix)\"\($0)" }.joined(
                    separator: ";")
            }
            switch value.judgement(report.currency) {
            case true: style.color = Palette.good
            case false: style.color = Palette.bad
            default: break
            }
            if value.number == nil { style.color = Palette.quiet }
        }
        let cached = formulas.cached(value)
        let formula = formulas.formula(value, cell: cell)
        if let formula, formula.utf16.count < Sheet.formulaLimit {
            sheet.formula(formula, cached, row, column, style)
        } else {
            if formula != nil { remarks.append(words(.plainFormula, Names.cell(row, column))) }
            if let cached { sheet.number(cached, row, column, style) } else { sheet.text(Format.undefined, row, column, style) }
        }
        var hint = value.hint
        if traced < TraceCommands.mostCells, let command = commands.command(value) {
            traced += 1
            hint += (hint.isEmpty ? "" : "\n") + words(.rowsBehind) + words(.colon) + command
        }
        if !hint.isEmpty { sheet.hint(hint, row, column) }
        if formula != nil, !isShort { addRules(value, base, row, column) }
        if case .metric(let id, let period, nil, .total) = value.origin, period == report.periods.count - 1 {
            cells.add(id, sheet: sheet.name, row: row, column: column)
        }
    }

    private func numberFormat(_ value: Value) -> String {
        if case .fixed = value.origin, let cached = formulas.cached(value),
            abs(cached) < value.format.smallestShown(currency: report.currency)
        {
            return value.format.excelZeroFormat(currency: report.currency, locale: report.locale)
        }
        return value.format.excelFormat(
            currency: report.currency, locale: report.locale, isHigherBetter: value.isHigherBetter(report.currency))
    }

    /// What keeps the look right when the numbers are changed: what rounds to 0 has no sign, and good news stays told from bad.
    private func addRules(_ value: Value, _ base: Style, _ row: Int, _ column: Int) {
        let format = value.format
        guard format.kind != .count else { return }
        let least = format.smallestShown(currency: report.currency) * (1 - 1e-12)
        func apply(_ condition: Sheet.Rule.Condition, _ color: UInt32, _ numberFormat: String) {
            // Only what the rule changes counts, so that cells of many looks share a rule.
            sheet.apply(Sheet.Rule(condition: condition, style: Style(color: color, numberFormat: numberFormat)), row, column)
        }
        let zero = format.excelZeroFormat(currency: report.currency, locale: report.locale)
        apply(.between(-least, least), base.color, zero)
        guard case .change = value.origin, let isHigherBetter = value.isHigherBetter(report.currency) else { return }
        for isUp in [true, false] {
            let color = isUp == isHigherBetter ? Palette.good : Palette.bad
            apply(isUp ? .between(least, 1e300) : .between(-1e300, -least), color, "")
        }
    }

    /// How something stands: shape, word and ground. With a rule it is a formula, which judges anew when the numbers are changed; the
    /// ground follows the text.
    ///
    /// - Parameters:
    ///   - share: How much of the due is reached, behind the word; nil where only the word stands.
    ///   - cell: The cell of the same row in a column that the rule names.
    func status(
        _ status: Status, _ word: String, share: Value? = nil, _ row: Int, _ column: Int, _ base: Style, rule: StatusRule?,
        cell: (Int) -> String
    ) {
        let reached = share.map { " " + $0.format.exact($0.number, currency: report.currency, locale: report.locale) } ?? ""
        let text = (status.symbol.isEmpty ? word : status.symbol + " " + word) + reached
        if let formula = rule.flatMap({ formulas.status($0, status, share, cell: cell) }) {
            sheet.formula(formula, text: SheetText(text).text, row, column, status.look(base))
        } else {
            sheet.text(text, row, column, status.look(base))
        }
        for other in [Status.good, .watch, .bad] where !status.symbol.isEmpty {
            guard let symbol = other.symbol.first else { continue }
            let look = other.look(Style())
            let rule = Sheet.Rule(
                condition: .begins(symbol, column: column), style: Style(color: look.color, fill: look.fill))
            sheet.apply(rule, row, column)
        }
    }
}

extension Value {
    /// Whether a change above 0 is good news; nil where it is no change, or neither way is.
    fileprivate func isHigherBetter(_ currency: Currency) -> Bool? {
        guard let isFavourable = judgement(currency), let sign = number?.signum, sign != 0 else { return nil }
        return (sign > 0) == isFavourable
    }
}

extension Status {
    func look(_ base: Style) -> Style {
        base.with { style in
            switch self {
            // Dark text on a pale ground: the shape and the word say it, the ground helps to find it.
            case .good: (style.color, style.fill) = (Palette.ink, Palette.goodFill)
            case .watch: (style.color, style.fill) = (Palette.ink, Palette.watchFill)
            case .bad: (style.color, style.fill, style.isBold) = (Palette.ink, Palette.badFill, true)
            case .none: style.color = Palette.quiet
            }
        }
    }
}
