import CSV
import Facts
import Metrics
import RollUps

/// `metrics.csv`: every metric and every measure for every period shown, in total and by member, for scripts and BI tools.
///
/// A total is always there; a member where the measure is not 0 or the metric is defined. Sorted by metric, start, dimension and
/// member in code-point order. Source: data contract, section 3.
///
///     metric,grain,period,start,end,dimension,member,value,unit,kind
///     active_rate,week,2026-W45,2026-11-02,2026-11-08,,,0.84375,percent,metric
public func metricsCSV(_ context: ReportContext) -> [UInt8] {
    var writer = Writer()
    writer.append(record: ["metric", "grain", "period", "start", "end", "dimension", "member", "value", "unit", "kind"])
    let grain = Array(context.grain.rawValue.utf8)
    let periods = context.periods.enumerated().sorted { $0.element.start < $1.element.start }.map { index, period in
        (index: index, cells: [period.name, period.start.description, period.end.description].map { Array($0.utf8) })
    }
    let slices = listedSlices(context)
    for entry in listedEntries(context.catalogue) {
        let (id, unit, kind) = (
            Array(entry.id.utf8), Array(entry.unit.utf8), Array((entry.isMetric ? "metric" : "measure").utf8)
        )
        for period in periods {
            let row =
                entry.isMetric
                ? context.evaluation.row(metric: entry.place, period: period.index)
                : context.evaluation.row(leaf: entry.place, period: period.index)
            var hint = 0
            for slice in slices {
                let number: Number?
                if let place = slice.place {
                    number = row.value(place, &hint)
                } else {
                    number = value(entry, context, period.index, slice.slice)
                }
                if !slice.dimension.isEmpty {
                    guard let number, entry.isMetric || !number.isZero else { continue }
                }
                writer.append(id)
                writer.append(grain)
                for cell in period.cells { writer.append(cell) }
                writer.append(slice.dimension)
                writer.append(slice.member)
                writer.append(number.map { plainText($0, unit: entry.unit, context.currency) } ?? "")
                writer.append(unit)
                writer.append(kind)
                writer.endRecord()
            }
        }
    }
    return writer.bytes
}

/// A metric or a measure, where it stands in the catalogue, and its unit.
private struct Entry {
    var id: String
    var isMetric: Bool
    /// Its place in `metrics`, or in `leaves`, whose first are the plain measures.
    var place: Int
    var unit: String
}

/// All metrics and measures by id in code-point order.
private func listedEntries(_ catalogue: Catalogue) -> [Entry] {
    var entries = catalogue.metrics.enumerated().map { Entry(id: $1.id, isMetric: true, place: $0, unit: $1.unit.rawValue) }
    entries += catalogue.measures.enumerated().map {
        Entry(id: $1.id, isMetric: false, place: $0, unit: $1.measure.unit.rawValue)
    }
    return entries.sorted { precedes($0.id, $1.id) }
}

/// A slice as it is written.
private struct ListedSlice {
    var slice: Slice
    /// Its place in the evaluation; nil where it was not evaluated.
    var place: Int?
    var dimension: [UInt8]
    var member: [UInt8]
}

/// The total, then the members in use, by dimension and member in code-point order.
private func listedSlices(_ context: ReportContext) -> [ListedSlice] {
    let places = [Slice: Int](uniqueKeysWithValues: context.evaluation.slices.enumerated().map { ($1, $0) })
    let dimensions = context.rollUp.members.dimensions
    var slices = [ListedSlice(slice: .total, place: places[.total], dimension: [], member: [])]
    for dimension in dimensions.indices.sorted(by: { precedes(dimensions[$0].name, dimensions[$1].name) }) {
        for code in context.rollUp.membersInUse(dimension) {
            let slice = Slice.member(dimension: dimension, code: code)
            slices.append(
                ListedSlice(
                    slice: slice, place: places[slice], dimension: Array(dimensions[dimension].name.utf8),
                    member: Array(context.rollUp.memberName(dimension, code).utf8)))
        }
    }
    return slices
}

/// The value for a slice that was not evaluated.
private func value(_ entry: Entry, _ context: ReportContext, _ period: Int, _ slice: Slice) -> Number? {
    let period = context.periods[period]
    if entry.isMetric { return context.rollUp.value(of: context.catalogue.metrics[entry.place], period, slice) }
    return context.rollUp.value(context.catalogue.leaves[entry.place], period, slice)
}

/// A value for programs: money with the currency's minor digits, counts as they are, others with 12 significant digits.
func plainText(_ number: Number, unit: String, _ currency: Currency) -> String {
    switch unit {
    case "money": return number.fixed(currency.minorDigits)
    case "count":
        guard case .exact(let numerator, let denominator) = number else { return number.significant(12) }
        if denominator == 1 { return String(numerator) }
        // As it is, where it has an end: 2.5.
        for digits in 1...18 where (ExactDecimal.powersOfTen[digits] % denominator) == 0 { return number.fixed(digits) }
        return number.significant(12)
    default: return number.significant(12)
    }
}
