public import Facts

/// The company's own figures, folded by day.
///
/// A flow adds up its values; one of a month is spread evenly over its days as costs are: what cannot be shared goes to the earliest
/// days, counts in whole numbers where they are whole. Of a stock the latest value counts of each combination of members, and these
/// are added up: it is kept as its changes, so that its value is their running sum.
///
/// Source: metric catalogue, "Metrics" (`figure.NAME`).
public struct FigureDays: Sendable {
    /// One figure, folded.
    private struct Folded: Sendable {
        var figure: Figure
        /// The first value up to the as-of date; nil where there is none.
        var first: Day?
        /// By dimension whether any row has a member.
        var reach: [Bool]
        /// By slice its number in the cube; slices without a row have none.
        var numbers: [Int: Int] = [:]
        /// Values of a flow, changes of a stock.
        var cube: DayCube<Int128>
    }

    private let folded: [Folded]
    private let places: [String: Int]
    private let minorUnits: Int128

    /// Folds all figures.
    init(_ figures: Figures?, members: Members, settings: RollUpSettings, currency: Currency) {
        let table = figures ?? Figures(dimensions: members.dimensions.count)
        minorUnits = Int128(currency.minorUnits)
        var rows = [[Int]](repeating: [], count: table.list.count)
        for row in 0..<table.count { rows[Int(table.figures[row])].append(row) }
        folded = table.list.indices.map {
            FigureDays.fold(table.list[$0], table, rows[$0], members: members, asOf: settings.asOf)
        }
        places = Dictionary(
            table.list.enumerated().map { (Figure.key($1.name), $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func fold(_ figure: Figure, _ table: Figures, _ all: [Int], members: Members, asOf: Day) -> Folded {
        let day: (Int) -> Day = { figure.kind == .flow ? table.starts[$0] : table.ends[$0] }
        let rows = all.filter { day($0) <= asOf }
        var values: [(day: Day, slices: [Int], value: Int128)] = []
        let columns = members.columns(own: table.members, customers: nil)
        func slices(_ row: Int) -> [Int] { [0] + columns.map { $0.slice(row) } }
        switch figure.kind {
        case .flow:
            for row in rows {
                let own = slices(row)
                spread(table.values[row], from: table.starts[row], to: table.ends[row], isMoney: figure.unit == .money) {
                    if $0 <= asOf, $1 != 0 { values.append(($0, own, $1)) }
                }
            }
        case .stock:
            // What is written twice for a day and combination of members adds up, like two accounts.
            var series: [[Int]: [Day: Int128]] = [:]
            for row in rows { series[slices(row), default: [:]][day(row), default: 0] += table.values[row] }
            for (own, levels) in series {
                var before: Int128 = 0
                for (day, level) in levels.sorted(by: { $0.key < $1.key }) {
                    values.append((day, own, level - before))
                    before = level
                }
            }
        }
        let days = DayIndex(of: values.map(\.day))
        var numbers: [Int: Int] = [:]
        for value in values { for slice in value.slices where numbers[slice] == nil { numbers[slice] = numbers.count } }
        var cube = DayCube<Int128>(days: days, measures: 1, slices: numbers.count)
        for value in values {
            let number = days.number(value.day)
            for slice in value.slices { cube.add(value.value, measure: 0, slice: numbers[slice]!, day: number) }
        }
        cube.seal()
        let reach = table.members.map { column in column.map { column in all.contains { column[$0] != 0 } } ?? false }
        return Folded(figure: figure, first: rows.lazy.map(day).min(), reach: reach, numbers: numbers, cube: cube)
    }

    /// Calls `body` with each day and its part. Parts are whole minor units, or whole billionths; of a count in the decimals it is
    /// written with.
    static func spread(
        _ value: Int128, from start: Day, to end: Day, isMoney: Bool, _ body: (Day, Int128) -> Void
    ) {
        guard start < end else { return body(start, value) }
        var step: Int128 = 1
        if !isMoney { while step < Int128(Quantity.scale), value % (step * 10) == 0 { step *= 10 } }
        let count = Int128(end - start + 1)
        let (share, left) = (value.magnitude / step.magnitude).quotientAndRemainder(dividingBy: count.magnitude)
        for offset in 0..<count {
            let part = (Int128(share) + (offset < Int128(left) ? 1 : 0)) * step
            body(start + Int(offset), value < 0 ? -part : part)
        }
    }

    /// The first value of any figure up to the as-of date.
    var firstEvent: Day? { folded.lazy.compactMap(\.first).min() }

    /// The figure of an id, `figure.net_burn`; nil where no file has it.
    func figure(_ id: String) -> Figure? { find(id)?.figure }

    /// The first value of a figure up to the as-of date; nil where there is none.
    func first(_ id: String) -> Day? { find(id)?.first }

    /// Whether any row of a figure has a member of a dimension.
    func isDivided(_ id: String, by dimension: Int) -> Bool { find(id)?.reach[dimension] ?? false }

    private func find(_ id: String) -> Folded? { Measure.figureKey(id).flatMap { places[$0] }.map { folded[$0] } }

    /// Whether a figure is known in a frame.
    func hasBegun(_ id: String, _ frame: Frame) -> Bool {
        guard let found = find(id), let first = found.first else { return false }
        if found.figure.kind == .stock { return frame.stock >= first }
        let begin = first.startOfMonth
        return frame.end >= begin && !(frame.isTrailing && frame.start < begin)
    }

    /// Gives the value of a figure that is known in a frame by the number of a slice.
    func reader(_ id: String, _ frame: Frame) -> (Int) -> Number? {
        guard let found = find(id) else { return { _ in nil } }
        let divisor = found.figure.unit == .money ? minorUnits : Int128(Quantity.scale)
        return { slice in
            guard let number = found.numbers[slice] else { return .zero }
            let sum =
                found.figure.kind == .flow
                ? found.cube.sum(measure: 0, slice: number, from: frame.start, to: frame.end)
                : found.cube.sum(measure: 0, slice: number, upTo: frame.stock)
            return Number(sum, over: divisor)
        }
    }

    /// All figures as measures, in the order of their first rows.
    var measures: [Measure] { folded.map { Measure($0.figure) } }
}

extension Measure {
    /// What stands before the name of a figure in formulas.
    public static let figurePrefix = "figure."

    /// A figure as a measure.
    public init(_ figure: Figure) {
        self.init(
            Measure.figurePrefix + Figure.canonical(figure.name), figure.unit == .money ? .money : .count,
            figure.kind == .flow ? .flow : .stock, .figures, .figure)
    }

    /// The same figure as the files have it, under its own id.
    public func fitted(to figure: Figure) -> Measure {
        Measure(id, figure.unit == .money ? .money : .count, figure.kind == .flow ? .flow : .stock, .figures, .figure)
    }

    /// A figure that no file is known to have: a flow of counts, without a value.
    public init(unknownFigure id: String) { self.init(id, .count, .flow, .figures, .figure) }

    /// What tells the figure of an id apart; nil of other measures.
    static func figureKey(_ id: String) -> String? {
        id.hasPrefix(figurePrefix) ? Figure.key(String(id.dropFirst(figurePrefix.utf8.count))) : nil
    }

    /// Whether it is a figure of the company's own.
    public var isFigure: Bool { source == .figures }
}
