import Facts
import Intake
import Languages
import Metrics
import Reports
import RollUps

extension ExplainedValue.MeasureLine {
    /// The rows behind a measure in short.
    struct Found {
        private(set) var rows = 0
        private(set) var spread = 0
        private(set) var files: [ExplainedValue.RowsOfFile] = []
        private(set) var largest: [ExplainedRows.Row] = []

        /// How many rows are shown.
        private static let shown = 5

        init(_ leaf: Leaf, _ measure: Measure, _ frame: Frame, _ explained: Run.Explained) {
            let counted = explained.rows(of: leaf, measure, frame)
            var byFile: [Int: Int] = [:]
            for row in counted {
                for file in explained.intake.origins.files(row.table.origin, row.row) { byFile[file, default: 0] += 1 }
                if case .days(let days, let all, _) = row.role, days < all { spread += 1 }
            }
            rows = byFile.values.reduce(0, +)
            files = byFile.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .map { ExplainedValue.RowsOfFile(file: explained.intake.files[$0.key].file.path, rows: $0.value) }
            // Of equal amounts the first, so that what only counts is shown as it is listed.
            let order = counted.indices.filter { counted[$0].amount != nil }.sorted { a, b in
                let (x, y) = (counted[a].amount!.magnitude, counted[b].amount!.magnitude)
                return x == y ? a < b : Number.less(y, x)
            }
            let written = RowWriter(explained).written(order.prefix(Found.shown).map { counted[$0] }, measure)
            largest = Array(written.filter { !$0.amount.isEmpty }.prefix(Found.shown))
        }
    }
}

extension Run.Explained {
    /// How many findings are told.
    private static let told = 8

    /// What was found, converted and left out in the files of some sources, worst first.
    func remarks(of sources: [SourceName]) -> [String] {
        let words = ExplainWords(locale: context.locale)
        func money(_ sum: MoneySum) -> String { "\(sum.amount.fixed(2)) \(sum.currency)" }
        var lines: [String] = []
        for sum in intake.moneyExcluded where sources.contains(sum.source) {
            lines.append(words(.excludedMoney, sum.source.rawValue, money(sum), String(sum.rows)))
        }
        for sum in intake.rejectedMoney where sources.contains(sum.source) {
            lines.append(words(.rejectedMoney, sum.source.rawValue, money(sum), String(sum.rows)))
        }
        let paths = Set(intake.files.filter { $0.source.map(sources.contains) ?? false }.map(\.file.path))
        let isMoney = metric.leaves.contains { context.catalogue.measure($0.measure)?.measure.unit == .money }
        let converted = isMoney ? DataStatus.conversions(intake, context.currency) : []
        let own = intake.findings.worstFirst.filter { paths.contains($0.file) }
        for finding in own.prefix(Run.Explained.told) + converted {
            let remark = Remark(finding, locale: context.locale)
            let place = remark.place.isEmpty ? "" : remark.place + words(.colon)
            lines.append(place + remark.message + (remark.count > 1 ? " (× \(remark.count))" : ""))
        }
        if own.count > Run.Explained.told { lines.append(words(.more, String(own.count - Run.Explained.told))) }
        return lines
    }
}
