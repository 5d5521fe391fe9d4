import Facts

extension Format {
    /// The number format that shows an amount in thousands or millions; nil where the usual one is as short. The cell holds the exact
    /// number. Chinese counts in ten thousands, which a spreadsheet can show only as thousands with the point moved.
    func excelShortFormat(_ number: Number?, _ report: Report) -> String? {
        guard kind == .money, let size = number.map({ abs($0.double) }) else { return nil }
        let sign = isSigned ? "+" : ""
        func both(_ body: String) -> String { "\(sign)\(body);-\(body)" }
        if report.locale.hasPrefix("zh") {
            return size < 10_000 ? nil : size < 99_995_000 ? both("0\\.0,\"\u{A0}万\"") : both("0\\.00,,\"\u{A0}亿\"")
        }
        let currency = "\"\(report.currency.sign)\""
        switch size {
        case ..<1_000: return nil
        case ..<999_950: return both(currency + "#,##0.0,\"k\"")
        case ..<999_950_000: return both(currency + "0.00,,\"M\"")
        default: return both(currency + "#,##0.00,,,\"B\"")
        }
    }
}
