public import Facts
public import Languages

/// Axes of charts: short numbers, one unit for the whole axis.
extension Format {
    /// What the numbers along an axis are divided by: chosen once for the whole axis, from what it has to show; nil for nothing.
    public typealias AxisUnit = LanguageForms.Unit?

    /// The unit of an axis that has to show `values`: in English thousands from 10,000 on, millions from 1,000,000 on, and so on.
    public func axisUnit(for values: [Number?], _ language: Language = .en) -> AxisUnit {
        guard kind == .money || kind == .count || kind == .plain else { return nil }
        let largest = values.reduce(0, { max($0, abs($1?.double ?? 0)) })
        return language.forms.units.last { largest >= $0.onAxesFrom }
    }

    /// How many digits after the decimal sign an axis needs whose ticks are `step` apart: 0.5 million needs one, 20 % none.
    public func axisDigits(step: Double, unit: AxisUnit) -> Int {
        let inUnit = abs(step) * (isHundredfold ? 100 : 1) / Double(ExactDecimal.powersOfTen[unit?.power ?? 0])
        guard inUnit > 0, inUnit < 1e12 else { return 0 }
        for digits in 0...6 {
            let scaled = inUnit * Double(ExactDecimal.powersOfTen[digits])
            if abs(scaled - scaled.rounded()) < 1e-6 * max(scaled, 1) { return digits }
        }
        return 6
    }

    /// A number along an axis: `1.5M`, `20%`, `0`. None has a `+`.
    public func axisText(_ number: Number, unit: AxisUnit, digits: Int, _ language: Language = .en) -> String {
        let (decimal, forms) = (Decimal15(number.double), language.forms)
        let shown = decimal.rounded(to: digits, shiftedBy: isHundredfold ? 2 : -(unit?.power ?? 0))
        if shown.isZero { return isHundredfold ? "0" + forms.percent : "0" }
        let behind = isHundredfold ? forms.percent : unit?.mark ?? ""
        return (decimal.isNegative ? "−" : "") + forms.number(shown.text) + behind
    }

    /// The number format of an axis over cells that hold values times `workbookFactor`.
    public func axisExcelFormat(unit: AxisUnit, digits: Int, _ language: Language = .en) -> String {
        let forms = language.forms
        let number = forms.excelLocale + "#,##0" + (digits > 0 ? "." + String(repeating: "0", count: digits) : "")
        let minus = forms.excelLocale + "-" + number.dropFirst(forms.excelLocale.count)
        switch kind {
        case .percent:
            let percent = forms.excelPercent
            return "\(number)\(percent);\(minus)\(percent);0\(percent)"
        case .percentagePoints:
            let percent = "\"\(forms.percent)\""
            return "\(number)\(percent);\(minus)\(percent);0\(percent)"
        case .money, .count, .plain:
            guard let unit else { return "\(number);\(minus);0" }
            let scale = String(repeating: ",", count: unit.power / 3) + "\"\(unit.mark)\""
            return "\(number)\(scale);\(minus)\(scale);0"
        }
    }
}

extension Language {
    /// The language whose units a spreadsheet shows in its place: itself, or English where none can show its own.
    var ofSheets: Language { forms.hasUnitsOfSheets ? self : .en }
}

extension LanguageForms {
    /// What stands behind a percentage in a number format: the sign multiplies by 100, what is before it is text.
    var excelPercent: String { percent.count > 1 ? "\"\(percent.dropLast())\"%" : percent }
}
