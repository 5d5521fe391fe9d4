extension FindingCode {
    /// Words of findings about gates that a source did not pass; nil for other kinds.
    var wordsOfGates: FindingWords? {
        switch self {
        case .missingSource:
            FindingWords(
                .warning, "{what}", hint: "{todo}",
                about:
                    "A source that `sources.yml` says is `required` has no usable file. Nothing is published (66), or with `gates: {required: "
                    + "warn}` this says so.")
        case .staleSource:
            FindingWords(
                .warning, "{what}", hint: "{todo}",
                about:
                    "The newest event of a source is older at the as-of date than its `max_age`. Nothing is published (66), or with "
                    + "`gates: {max_age: warn}` this says so.")
        case .tooManyRejects:
            FindingWords(
                .warning, "{what}", hint: "{todo}",
                about:
                    "More rows of a file than `max_rejected` allows were rejected, or all of a small one. Nothing is published (65), or with "
                    + "`gates: {max_rejected: warn}` this says so.")
        case .noNewExport:
            FindingWords(
                .warning, "no new export of {source} since {day}, while one came with {reports}",
                hint: "drop a newer export; if none is due, set `new_export: off` in `gates:` of `{source}` in {sources.yml}",
                about:
                    "A source of which a new file came with every report before, and none with this one. What is there is used. After a single "
                    + "report only sources that are expected in every period are missed, and only where something else came.")
        case .rowsOutOfBand:
            FindingWords(
                .warning, "the file has {rows} rows; {expected}",
                hint: "see whether the export is whole; else change `rows:` of its source in {sources.yml}",
                about:
                    "A file has fewer or more rows than `rows:` of its source allows, most likely because the export was cut off or filtered. "
                    + "Nothing is published (65), or with `gates: {rows: warn}` this says so.")
        case .repeatedKey:
            FindingWords(
                .warning, "{count} the same {columns} as another, first `{value}` as at {place}",
                hint: "export each once, or take the column out of `unique:` of its source in {sources.yml}",
                about:
                    "Rows are alike in the columns that `unique:` of their source names: rows that count, or rows of one export. Nothing is "
                    + "published (65), or with `gates: {unique: warn}` this says so.")
        case .outOfRange:
            FindingWords(
                .warning, "{count} not within the range, {limits}; the first is `{value}`",
                hint: "correct the cells, or the range in `ranges:` of the source in {sources.yml}",
                about:
                    "Cells are out of the range that `ranges:` of their source sets. Nothing is published (65), or with `gates: {ranges: warn}` "
                    + "the rows count and this says so.")
        case .controlTotal:
            FindingWords(
                .warning, "{what}", hint: "export it again whole, or correct the total",
                about:
                    "What `total.csv` says that an export adds up to is not what it adds up to. Nothing is published (65; 66 where there is no "
                    + "such export), or with `gates: {totals: warn}` of its source this says so.")
        case .arrIdentity:
            FindingWords(
                .warning,
                "in {period} the opening ARR of {opening} and its movements of {movements} do not come to the closing ARR of {closing}",
                hint: "this is a defect of the program; please report it with this line",
                about:
                    "What a period opens with and what moved in it must come to what it closes with, which is computed a second time from each "
                    + "customer's ARR. Nothing is published (65), or with `gates: {arr_identity: warn}` of `subscriptions` this says so."
            )
        default: nil
        }
    }
}
