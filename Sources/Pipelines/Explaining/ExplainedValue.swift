import Facts
import Intake
import Languages
import Metrics
public import Reports
import RollUps

/// A value with all that it is made of, for people and for machines. Numbers are written as in `metrics.csv`; an empty one is undefined.
public struct ExplainedValue: Sendable, Encodable {
    /// The id of the metric or measure, its name, and what it counts in.
    public let metric, name, unit: String
    /// The period's name, first day and last day, which is the as-of date in a period to date.
    public let period, start, end: String
    /// Whose value it is; both empty for everyone's.
    public let dimension, member: String
    /// The value.
    public let value: String
    /// Why it is undefined; empty where it is not.
    public let undefined: String
    /// The formula over measures, and the same with their values in it.
    public let formula, numbers: String
    /// What it is made of.
    public let measures: [MeasureLine]
    /// Where these are from.
    public let files: [FileLine]
    /// How it changed against the period before and a year ago, as far as it may be compared.
    public let changes: [Change]
    /// What it comes to if it goes on as it did; nil of a member's value.
    public let projection: WrittenOutlook?
    /// What else is to be known of it, in the report's language.
    public let notes: [String]
    /// What was found, converted and left out in these files, in the report's language.
    public let remarks: [String]
    /// The language of what is said.
    let locale: String

    private enum CodingKeys: String, CodingKey {
        case metric, name, unit, period, start, end, dimension, member, value, undefined, formula, numbers, measures, files
        case changes, projection, notes, remarks
    }

    /// A measure over its window.
    public struct MeasureLine: Sendable, Encodable {
        /// As in the formula.
        public let measure: String
        /// The first and last day it looks at: the same of a stock.
        public let from, to: String
        /// Its value.
        public let value: String
        /// The sources whose rows it counts.
        public let sources: [String]
        /// How many rows count in it, and of which files.
        public let rows: Int
        /// The files that they are of, those with most rows first.
        public let files: [RowsOfFile]
        /// How many of them count with a part of their days.
        public let spread: Int
        /// The rows that add most to it, of a measure that counts the first ones.
        public let largest: [ExplainedRows.Row]
    }

    /// How many rows of a file count.
    public struct RowsOfFile: Sendable, Encodable {
        /// The path in the inbox.
        public let file: String
        /// How many.
        public let rows: Int
    }

    /// A file of a source that counts.
    public struct FileLine: Sendable, Encodable {
        /// The source, and the path in the inbox.
        public let source, file: String
        /// Rows read, and of them how many count, were replaced, rejected and excluded.
        public let rows, facts, replaced, rejected, excluded: Int
    }

    /// A change.
    public struct Change: Sendable, Encodable {
        /// The period it is compared with.
        public let against: String
        /// The value there, the value now, and the difference of both; the first and the last are empty where it is undefined there.
        public let before, now, change: String
        /// What it is made of, in the order of `explanations.csv`; of a member none.
        public let parts: [WrittenPart]
        /// Dimensions that are not split, with why.
        public let notSplit: [String]
    }
}

extension ExplainedValue {
    /// - Parameter isWhole: Whether the rows behind it and its changes are explained too.
    init(_ explained: Run.Explained, by dimension: String?, member: String?, isWhole: Bool = true) {
        let (metric, slice, context) = (explained.metric, explained.slice, explained.context)
        let (rollUp, period) = (context.rollUp, context.periods[context.periods.count - 1])
        let words = ExplainWords(locale: context.locale)
        locale = context.locale
        func measured(_ leaf: Leaf) -> String {
            let number = rollUp.value(leaf, period, slice)
            let unit = context.catalogue.subject(leaf.measure)?.unit ?? .count
            return context.written(number, unit)
        }
        self.metric = metric.id
        name = metric.name[words.language]
        unit = metric.unit.rawValue
        (self.period, start, end) = (period.name, period.start.description, period.end.description)
        (self.dimension, self.member) = member == nil ? ("", "") : (dimension ?? "", member ?? "")
        let now = rollUp.value(of: metric, period, slice)
        self.value = context.written(now, metric.unit)
        undefined = now == nil ? context.whyUndefined(metric.id, slice) : ""
        formula = metric.resolved.description
        numbers = metric.resolved.text { leaf in
            let text = measured(leaf)
            return text.isEmpty ? "n/a" : text.hasPrefix("-") ? "(\(text))" : text
        }
        var used: [SourceName] = []
        measures = metric.leaves.map { leaf in
            let frame = leaf.window.frame(of: period)
            let measure = context.catalogue.measure(leaf.measure)?.measure
            let isStock = measure?.kind == .stock
            let sources = measure.map { rollUp.sources(of: $0).map(\.name) } ?? []
            let present = context.data.sources.filter { status in
                status.isPresent && (sources.contains(status.name) || status.standsInFor.map(sources.contains) == true)
            }
            for status in present where !used.contains(status.name) { used.append(status.name) }
            let found = isWhole ? measure.map { MeasureLine.Found(leaf, $0, frame, explained) } : nil
            return MeasureLine(
                measure: leaf.description, from: (isStock ? frame.stock : frame.start).description,
                to: (isStock ? frame.stock : frame.end).description, value: measured(leaf),
                sources: present.map(\.name.rawValue), rows: found?.rows ?? 0, files: found?.files ?? [],
                spread: found?.spread ?? 0, largest: found?.largest ?? [])
        }
        files = context.data.files.compactMap { file in
            guard let source = file.source, used.contains(source) else { return nil }
            return FileLine(
                source: source.rawValue, file: file.path, rows: file.rows, facts: file.facts, replaced: file.replaced,
                rejected: file.rejected, excluded: file.excluded)
        }
        var notes: [String] = []
        let judge = Judge(
            rollUp, catalogue: context.catalogue, calendar: context.calendar, asOf: context.asOf, limits: context.limits)
        if judge.restsOnFew(metric.resolved, period, slice) { notes.append(words(.few)) }
        if let late = judge.lacks(metric.resolved, period) {
            notes.append(words(.late, late.source.rawValue, late.since.description))
        }
        if metric.isOnRevenue { notes.append(words(.onRevenue)) }
        let isMaturing = metric.leaves.contains { context.catalogue.measure($0.measure)?.measure.isMaturing == true }
        if period.isToDate {
            notes.append(words(.notOver))
        } else if isMaturing {
            notes.append(words(.maturing))
        }
        self.notes = notes
        projection = isWhole && member == nil ? context.writtenOutlook(metric.id) : nil
        remarks = isWhole ? explained.remarks(of: used) : []
        changes =
            period.isToDate || isMaturing || !isWhole
            ? []
            : context.comparisons.compactMap { comparison in
                guard let now else { return nil }
                guard let before = rollUp.valueBefore(of: metric, comparison, slice) else {
                    return Change(
                        against: comparison.against.name, before: "", now: context.written(now, metric.unit), change: "",
                        parts: [],
                        notSplit: [])
                }
                var (parts, notSplit): ([WrittenPart], [String]) = ([], [])
                if member == nil, let explanation = context.explainer.fullExplanation(of: metric, comparison) {
                    parts = writtenParts(explanation, context).filter { dimension == nil || $0.dimension == dimension }
                    notSplit = ExplainedValue.obstacles(explanation, dimension, context, words)
                }
                return Change(
                    against: comparison.against.name, before: context.written(before, metric.unit),
                    now: context.written(now, metric.unit), change: context.written(now - before, metric.unit), parts: parts,
                    notSplit: notSplit)
            }
    }

    /// The dimensions that are not split, with why.
    private static func obstacles(
        _ explanation: Explanation, _ asked: String?, _ context: ReportContext, _ words: ExplainWords
    ) -> [String] {
        explanation.splits.compactMap { split in
            guard case .dimension(let index) = split.by, let obstacle = split.obstacle else { return nil }
            let name = context.rollUp.members.dimensions[index].name
            guard asked == nil || asked == name else { return nil }
            return name + words(.colon) + words.why(obstacle)
        }
    }
}
