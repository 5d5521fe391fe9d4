import Languages
import Metrics

/// What the index of a folder of reports says, in a language. `{0}` and so on stand for what is filled in.
enum IndexWords: String, ReportPhrases {
    static let isSetOff = false

    case title, counts, none, skip, top, period, star, value, plan, data, asOf, open, page, workbook, edition

}
