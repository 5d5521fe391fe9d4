import Languages

/// The few words that the page itself adds; all others come with the report.
enum PageWord: String, ReportPhrases {
    static let isSetOff = false

    // Finding one's way.
    case contents, skip, top
    // Charts and trends in words.
    case chartData, category, first, low, high, last, undefined
    // Tables and texts.
    case table, row, rows, reasons, wholeText, asOf
    // The first screen.
    case who, needs, metric, period, soFar, due, against, status, owner, ahead, target, trend, fromOpening
    // Between words.
    case comma, colon
}
