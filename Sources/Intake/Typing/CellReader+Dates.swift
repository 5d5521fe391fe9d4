import Facts

/// Days, months and time stamps.
extension CellReader {
    /// Reads a day or a month: `2026-11-03`, `11/03/2026`, `3 Nov 2026`, `2026年11月3日`, `2026-11`, a spreadsheet's serial
    /// number. Of a time stamp it takes the date as written; one that says its zone, by an offset or in the column's name, is
    /// the day of that instant in the pipeline's zone.
    ///
    /// - Parameter evidence: Takes in what the cell shows about the column's way of writing.
    @inline(__always)
    func day(_ cell: UnsafeRawBufferPointer, _ evidence: inout ColumnEvidence) -> Cell<DaySpan> {
        if let day = plainDay(cell) { return .value(day) }
        if cell.isEmpty { return .missing }
        if let moment = plainMoment(cell) {
            if let date = moment.date { evidence.add(date) }
            return .value(span(moment.day))
        }
        evidence.add(cell)
        return spelledDay(cell)
    }

    /// Reads a time stamp: a date in any form and a time, of 12 or 24 hours. Without an offset it is local in the column's zone,
    /// else in the pipeline's; a date alone is its midnight in the pipeline's; a month is bad.
    ///
    ///     2026-03-02T10:11:12Z    2026-03-02 10:11    3/2/2026 10:11 AM    2026年3月2日 下午3:04    46083.4244
    ///
    /// - Parameter plain: Of the column's zone, else the pipeline's; it notes offsets from cell to cell.
    @inline(__always)
    func stamp(
        _ cell: UnsafeRawBufferPointer, _ plain: inout PlainStamp, _ evidence: inout ColumnEvidence
    ) -> Cell<Stamp> {
        if cell.isEmpty { return .missing }
        if let stamp = plain.read(cell) { return .value(Stamp(microseconds: Int64(stamp) * 1_000_000)) }
        return lessPlainStamp(cell, &plain, &evidence)
    }

    private func lessPlainStamp(
        _ cell: UnsafeRawBufferPointer, _ plain: inout PlainStamp, _ evidence: inout ColumnEvidence
    ) -> Cell<Stamp> {
        if let moment = Moment.plain(cell) { return .value(stamp(moment)) }
        if let moment = plainMoment(cell) {
            if let date = moment.date { evidence.add(date) }
            let local = Int64(moment.day.number) * 86_400 + Int64(moment.seconds)
            return .value(Stamp(microseconds: Int64(plain.seconds(ofLocal: local)) * 1_000_000))
        }
        evidence.add(cell)
        return spelledStamp(cell)
    }

    // The straight ways.

    /// `2026-11-03`, `2026-11`.
    @inline(__always)
    func plainDay(_ cell: UnsafeRawBufferPointer) -> DaySpan? {
        guard let (day, isMonth) = PlainCells.day(cell) else { return nil }
        return isMonth ? DaySpan(monthOf: day) : span(day)
    }

    /// `03.11.2026 14:05`; none where the column's name tells the zone of times.
    @inline(__always)
    func plainMoment(_ cell: UnsafeRawBufferPointer) -> NumericMoment? {
        clock == nil ? NumericMoment(cell, way.dateOrder) : nil
    }

    // The grammars.

    /// Reads a day by the grammar alone. Seconds since 1970 are no day: whose terms and costs are dated so most often has amounts in cents, which
    /// nothing else would say.
    func spelledDay(_ cell: UnsafeRawBufferPointer) -> Cell<DaySpan> {
        Moment.spelled(cell, way).map { moment in
            if moment.isEpoch { return nil }
            if moment.isMonth { return DaySpan(monthOf: Day(moment.day)) }
            let hasZone = moment.offset != nil || clock != nil && moment.microseconds != nil
            return span(hasZone ? stamp(moment).day(in: zone) : moment.writtenDay)
        }
    }

    /// Reads a time stamp by the grammar alone.
    func spelledStamp(_ cell: UnsafeRawBufferPointer) -> Cell<Stamp> {
        Moment.spelled(cell, way).map { $0.isMonth ? nil : stamp($0) }
    }

    private func stamp(_ moment: Moment) -> Stamp { moment.stamp(in: moment.microseconds == nil ? zone : clock ?? zone) }

    /// A day; in a column of months, whose days are the months' first, the month.
    @inline(__always)
    private func span(_ day: Day) -> DaySpan { isMonth && day == day.startOfMonth ? DaySpan(monthOf: day) : DaySpan(day) }
}
