import CSV
import Facts
import Languages
import Metrics
import RollUps

/// `movements.csv`: every ARR movement of the periods shown, by day and customer, for finance. All amounts are positive.
///
///     date,customer_id,movement,amount
///     2026-11-03,C0117,expansion,1200.00
public func movementsCSV(_ context: ReportContext) -> [UInt8] {
    var writer = Writer()
    writer.append(record: ["date", "customer_id", "movement", "amount"])
    let (ids, currency) = (context.rollUp.facts.customerIDs, context.currency)
    let movements = context.rollUp.movements(in: context.periods)
    let parts = concurrently(over: 0..<movements.count, by: 1 << 14) { places in
        var writer = Writer()
        // Those of one day follow one another.
        var (day, written) = (Day.distantPast, "")
        for movement in movements[places] {
            if movement.day != day { (day, written) = (movement.day, movement.day.description) }
            writer.append(written)
            writer.append(ids[movement.customer])
            writer.append(movement.kind.rawValue)
            writer.append(minorText(movement.amount, currency))
            writer.endRecord()
        }
        return writer.bytes
    }
    return parts.reduce(into: writer.bytes) { $0 += $1 }
}

/// `cohorts.csv`: customers by the quarter of their first ARR, and what was left of them at each complete quarter-end since, for
/// finance.
///
///     cohort,quarter,customers_kept,customers,arr_kept,arr
///     2025-Q1,2025-Q2,11,12,132000.00,140400.00
public func cohortsCSV(_ context: ReportContext) -> [UInt8] {
    var writer = Writer()
    writer.append(record: ["cohort", "quarter", "customers_kept", "customers", "arr_kept", "arr"])
    for row in context.rollUp.cohorts() {
        writer.append(row.cohort)
        writer.append(row.quarter)
        writer.append(String(row.customersKept))
        writer.append(String(row.customers))
        writer.append(minorText(row.arrKept, context.currency))
        writer.append(minorText(row.arr, context.currency))
        writer.endRecord()
    }
    return writer.bytes
}

/// Money in minor units as plain decimal text with the currency's minor digits.
private func minorText(_ minor: Int128, _ currency: Currency) -> String {
    Number.text(minor: minor, digits: currency.minorDigits)
}
