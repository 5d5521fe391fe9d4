import CSV
public import Facts
public import Metrics
import RollUps

/// The totals that a `metrics.csv` holds, by metric and period: as they are written, so that what was published can be compared with
/// what comes out now.
public struct PublishedValues: Sendable {
    private struct Key: Hashable {
        var metric: String
        var period: String
        var end: String
    }

    private var texts: [Key: String] = [:]

    /// The totals of a published file; of members nothing is kept.
    public init(csv: [UInt8]) {
        // A name with a line break in it stands in quotes: what begins inside them is no record.
        var (start, isQuoted) = (0, false)
        for place in csv.indices {
            if csv[place] == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard csv[place] == UInt8(ascii: "\n"), !isQuoted else { continue }
            add(csv[start..<place])
            start = place + 1
        }
    }

    private mutating func add(_ line: ArraySlice<UInt8>) {
        // metric,grain,period,start,end,dimension,member,value,unit,kind
        let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard cells.count == 10, cells[5].isEmpty, cells[6].isEmpty else { return }
        let texts = cells.map { String(decoding: $0, as: UTF8.self) }
        self.texts[Key(metric: texts[0], period: texts[2], end: texts[4])] = texts[7]
    }

    /// The totals of all metrics as `metrics.csv` would have them.
    public init(_ evaluation: Evaluation, currency: Currency) {
        guard let total = evaluation.slices.firstIndex(of: .total) else { return }
        for (place, metric) in evaluation.catalogue.metrics.enumerated() {
            for (index, period) in evaluation.periods.enumerated() {
                let number = evaluation.value(metric: place, period: index, slice: total)
                texts[Key(metric: metric.id, period: period.name, end: period.end.description)] =
                    number.map { plainText($0, unit: metric.unit.rawValue, currency) } ?? ""
            }
        }
    }

    /// A value as it is written, empty where it is undefined; nil where there is no such metric or period.
    public subscript(metric: String, period: Period) -> String? {
        texts[Key(metric: metric, period: period.name, end: period.end.description)]
    }
}
