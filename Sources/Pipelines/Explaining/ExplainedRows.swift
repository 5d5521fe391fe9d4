import Facts
import Intake
import Languages
import Metrics
import Reports
import RollUps

/// Every row of the files that counts in a value, measure by measure, so that anyone can add them up.
public struct ExplainedRows: Sendable, Encodable {
    /// The id of the metric or measure, its name, and what it counts in.
    public let metric, name, unit: String
    /// The period's name, first day and last day, which is the as-of date in a period to date.
    public let period, start, end: String
    /// Whose value it is; both empty for everyone's.
    public let dimension, member: String
    /// The value as in `metrics.csv`; empty where it is undefined.
    public let value: String
    /// The formula over measures, and the same with their values in it.
    public let formula, numbers: String
    /// The measures of the formula.
    public let measures: [Measured]
    /// The language of what is said of a row.
    let locale: String

    private enum CodingKeys: String, CodingKey {
        case metric, name, unit, period, start, end, dimension, member, value, formula, numbers, measures
    }

    /// A measure over its window with its rows.
    public struct Measured: Sendable, Encodable {
        /// As in the formula.
        public let measure: String
        /// The first and last day it looks at: the same of a stock.
        public let from, to: String
        /// Its value, every digit of it; empty where it is undefined.
        public let value: String
        /// `sum` where the rows' amounts add up to it, `median` where it is the middle of them.
        public let kind: String
        /// The rows, those of customers by id, others as they were read.
        public let rows: [Row]
    }

    /// A row of a file as it counts.
    public struct Row: Sendable, Encodable {
        /// The source, and the path of the file in the inbox.
        public let source, file: String
        /// The line in the file, counted from 1.
        public let line: Int
        /// The day on which it counts.
        public let day: String
        /// The id of the subscription, response, lead or deal, the team, or what a cost is for; empty where there is none.
        public let id: String
        /// The customer; empty where there is none.
        public let customer: String
        /// What it adds, in the measure's unit, money in the reporting currency: every digit of it. Empty of a row that goes with
        /// another one, which counts.
        public let amount: String
        /// What stands in its cells, with the currency or the interval.
        public let written: String
        /// How it comes to count; empty where that is plain.
        public let how: String
    }

    init(_ explained: Run.Explained, _ dimension: String?, _ member: String?) {
        let context = explained.context
        let (rollUp, period) = (context.rollUp, context.periods[context.periods.count - 1])
        let value = ExplainedValue(explained, by: dimension, member: member, isWhole: false)
        (metric, name, unit) = (value.metric, value.name, value.unit)
        (self.period, start, end) = (value.period, value.start, value.end)
        (self.dimension, self.member, self.value) = (value.dimension, value.member, value.value)
        (formula, numbers, locale) = (value.formula, value.numbers, context.locale)
        let writer = RowWriter(explained)
        measures = explained.metric.leaves.map { leaf in
            let frame = leaf.window.frame(of: period)
            let measure = context.catalogue.measure(leaf.measure)?.measure
            let isStock = measure?.kind == .stock
            return Measured(
                measure: leaf.description, from: (isStock ? frame.stock : frame.start).description,
                to: (isStock ? frame.stock : frame.end).description,
                value: rollUp.value(leaf, period, explained.slice).map { writer.exact($0, measure?.unit) } ?? "",
                kind: measure?.kind == .median ? "median" : "sum",
                rows: measure.map { measure in
                    writer.written(explained.rows(of: leaf, measure, frame), measure)
                } ?? [])
        }
    }
}

extension Run.Explained {
    /// The rows that count in a measure of the formula; none where it is undefined.
    func rows(of leaf: Leaf, _ measure: Measure, _ frame: Frame) -> [CountedRow] {
        guard let only = leaf.only else { return finder.rows(of: measure, frame, slice) }
        guard let own = context.rollUp.slice(dimension: only.dimension, member: only.name), slice == .total || slice == own
        else { return [] }
        return finder.rows(of: measure, frame, own)
    }
}

/// What writes counted rows with their places in files.
struct RowWriter {
    private let explained: Run.Explained
    private let currency: Currency
    private let words: RowWords

    init(_ explained: Run.Explained) {
        self.explained = explained
        currency = explained.context.currency
        words = RowWords(locale: explained.context.locale, currency: currency)
    }

    /// A number with every digit where it has an end, money with those of its currency.
    func exact(_ number: Number, _ unit: Measure.Unit? = nil) -> String {
        if unit == .money { return number.fixed(currency.minorDigits) }
        guard case .exact(_, let denominator) = number else { return number.significant(15) }
        if denominator == 1 { return number.fixed(0) }
        for digits in 1...18 where ExactDecimal.powersOfTen[digits] % denominator == 0 { return number.fixed(digits) }
        return number.significant(15)
    }

    /// The rows of files that rows of facts are made of, each with what it adds.
    func written(_ rows: [CountedRow], _ measure: Measure) -> [ExplainedRows.Row] {
        rows.flatMap { row in
            let columns = RowWriter.columns(row.table, measure)
            let origins = explained.intake.origins.origins(row.table.origin, row.row, cells: columns.id + columns.written)
            // Several rows make one: each has its share, or the event of the day, else the first, has it all.
            let main = origins.firstIndex { $0.day == row.day } ?? 0
            return origins.enumerated().map { place, origin in
                var amount = place == main ? row.amount : nil
                if let share = origin.share, row.amount != nil { amount = Number(Int128(share), over: Int128(Quantity.scale)) }
                let file = explained.intake.files[origin.place.file]
                return ExplainedRows.Row(
                    source: file.source?.rawValue ?? "", file: file.file.path, line: origin.place.line,
                    day: row.day.description, id: id(row, origin, columns.id), customer: customer(row),
                    amount: amount.map { exact($0, measure.unit) } ?? "",
                    written: columns.written.compactMap { origin.cells[$0] }.joined(separator: " "),
                    how: place != main && origin.share == nil
                        ? words.together : words.how(row.role, isMoney: measure.unit == .money))
            }
        }
    }

    private func customer(_ row: CountedRow) -> String {
        row.customer == 0 ? "" : explained.finder.customerID(row.customer)
    }

    private func id(_ row: CountedRow, _ origin: Origin, _ columns: [String]) -> String {
        if let id = explained.finder.id(row) { return id }
        var parts: [String] = []
        for cell in columns.compactMap({ origin.cells[$0] }) where !parts.contains(cell) { parts.append(cell) }
        return parts.joined(separator: ", ")
    }

    /// The columns whose cells tell what a row is, and what it has of what is counted.
    private static func columns(_ table: CountedRow.Table, _ measure: Measure) -> (id: [String], written: [String]) {
        switch table {
        case .terms: ([], ["arr", "mrr", "amount", "interval", "currency"])
        case .spend: (["vendor", "campaign", "category"], ["amount", "debit", "credit", "currency"])
        case .surveys: (["response_id"], ["score"])
        case .leads, .deals:
            measure.unit == .money ? ([], ["stage", "amount", "currency"]) : ([], ["stage"])
        case .usage: ([], ["active_users", "seats"])
        case .headcount: (["team"], ["fte"])
        case .figures: ([], ["value", "unit", "currency"])
        }
    }
}

extension CountedRow.Table {
    /// Where its rows are kept.
    var origin: Origins.Table {
        switch self {
        case .terms: .terms
        case .spend: .spend
        case .surveys: .surveys
        case .leads: .leads
        case .deals: .deals
        case .usage: .usage
        case .headcount: .headcount
        case .figures: .figures
        }
    }
}
