import Facts
import Metrics
import RollUps

/// The Excel formulas of a report's values. All refer to cells of the *Numbers* sheet, or to cells of their own row.
struct CellFormulas {
    private struct Key: Hashable {
        var leaf: Leaf
        var slice: Slice
    }

    /// The first column of *Numbers* that holds a period.
    static let firstPeriodColumn = 4
    /// The first row of *Numbers* below its header.
    static let firstRow = 1

    let report: Report
    private let rows: [Key: Int]
    /// The settings that formulas use, with the names of their cells.
    let settings: SettingCells

    /// The formulas of a report. Each (leaf, slice) must stand in one row of its numbers.
    init(_ report: Report) {
        self.report = report
        settings = SettingCells(report)
        var rows: [Key: Int] = [:]
        rows.reserveCapacity(report.numbers.rows.count)
        for (index, row) in report.numbers.rows.enumerated() {
            let old = rows.updateValue(index, forKey: Key(leaf: row.leaf, slice: row.slice))
            precondition(old == nil, "two rows of numbers for \(row.leaf) of \(row.slice)")
        }
        self.rows = rows
    }

    /// The cell of *Numbers* that holds a measure in a period. A cell that is not there is a fault of the program that made the
    /// report.
    func reference(_ leaf: Leaf, _ slice: Slice, _ period: Int) -> String {
        guard let row = rows[Key(leaf: leaf, slice: slice)] else {
            preconditionFailure("the report has no row of numbers for \(leaf) of \(slice)")
        }
        precondition(report.periods.indices.contains(period), "the report has no period \(period)")
        return Names.numbers + "!" + Names.cell(row + CellFormulas.firstRow, period + CellFormulas.firstPeriodColumn)
    }

    /// The formula of a value in a row of its table, without `=`; nil for a plain number.
    ///
    /// - Parameter cell: The cell in a column of the same row.
    func formula(_ value: Value, cell: (Int) -> String) -> String? {
        let factor = value.format.workbookFactor
        let body: String
        switch value.origin {
        case .fixed: return nil
        case .measure(let leaf, let period, let slice): body = reference(leaf, slice, period)
        case .metric(let id, let period, let shift, let slice):
            guard let metric = report.catalogue[id] else { preconditionFailure("the catalogue has no metric '\(id)'") }
            let settings = settings
            body = metric.resolved.excel(
                reference: { reference($0.seen(through: shift), slice, period) },
                config: { name, value in settings.name(of: name) ?? value.plain })
        case .quotient(let part, let whole): body = "\(cell(part))/\(cell(whole))"
        case .change(let now, let before, let isRelative):
            // Differences of doubles leave a rest (0.9125 − 0.9 is 0.01249…96) that shows where two rates are equal, or where a
            // digit is rounded: the last digits are cut off, in the cached value too.
            let (now, before) = (cell(now), cell(before))
            let difference = isRelative ? "\(now)/\(before)-1" : "\(now)-\(before)"
            let scaled = factor == 1 ? difference : "\(factor)*(\(difference))"
            return "IFERROR(ROUND(\(scaled),\(CellFormulas.changeDigits(value.format))),\"\(Format.undefined)\")"
        }
        let scaled = factor == 1 ? body : "\(factor)*(\(body))"
        return "IFERROR(\(scaled),\"\(Format.undefined)\")"
    }

    /// What the cell of a value holds: the number, in percentage points where it is shown so; rounded as the formula rounds it.
    func cached(_ value: Value) -> Double? {
        guard let number = value.number else { return nil }
        let scaled = number * Number(value.format.workbookFactor)
        guard case .change = value.origin else { return scaled.double }
        return CellFormulas.rounded(scaled, CellFormulas.changeDigits(value.format))
    }

    /// How many digits after the decimal sign a change keeps.
    static func changeDigits(_ format: Format) -> Int {
        switch format.kind {
        case .percent: 12
        case .percentagePoints, .plain: 10
        case .money, .count: 6
        }
    }

    /// Rounded half away from zero, as Excel's ROUND does.
    static func rounded(_ number: Number, _ digits: Int) -> Double {
        let power = ExactDecimal.powersOfTen[digits]
        if case .exact(let numerator, let denominator) = number {
            let (scaled, overflow) = numerator.multipliedReportingOverflow(by: power)
            if !overflow {
                let (quotient, rest) = scaled.quotientAndRemainder(dividingBy: denominator)
                let (twice, overflow) = rest.magnitude.multipliedReportingOverflow(by: 2)
                let away = overflow || twice >= denominator.magnitude
                let digits = away ? quotient + (numerator < 0 ? -1 : 1) : quotient
                return Number(digits, over: power).double
            }
        }
        let scaled = number.double * Double(power)
        return abs(scaled) < 1e15 ? scaled.rounded(.toNearestOrAwayFromZero) / Double(power) : number.double
    }
}
