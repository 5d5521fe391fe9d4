import Facts
import Languages

extension Format {
    /// The number format that shows an amount in thousands or millions; nil where the usual one is as short. The cell holds the exact
    /// number. Chinese counts in ten thousands, which a spreadsheet can show only as thousands with the point moved.
    func excelShortFormat(_ number: Number?, _ report: Report) -> String? {
        let forms = Language(locale: report.locale).forms
        guard kind == .money, let size = number.map({ abs($0.double) }), let smallest = forms.units.first,
            size >= Double(ExactDecimal.powersOfTen[smallest.power]),
            let unit = forms.units.first(where: { size < $0.sheetBelow })
        else { return nil }
        let sign = isSigned ? "+" : ""
        let body =
            switch forms.currency {
            case .before: "\"\(report.currency.sign)\"\(unit.sheet)\"\(unit.mark)\""
            case .behind: "\(unit.sheet)\"\(report.currency.put(to: unit.mark, .behind))\""
            case .nowhere: "\(unit.sheet)\"\(unit.mark)\""
            }
        return "\(forms.excelLocale)\(sign)\(body);\(forms.excelLocale)-\(body)"
    }
}
