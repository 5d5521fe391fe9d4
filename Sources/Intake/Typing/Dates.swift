import Facts

extension ColumnReading {
    /// Reads a day or a month: `2026-11-03`, `11/03/2026`, `3 Nov 2026`, `2026年11月3日`, `2026-11`, a spreadsheet's serial
    /// number. Of a time stamp it takes the date as written, whatever offset follows.
    func day(_ cell: UnsafeRawBufferPointer) -> Cell<DaySpan> {
        if let moment = Moment.canonical(cell) { return .value(DaySpan(moment.writtenDay)) }
        return Moment.spelled(cell, dateOrder).map { $0.writtenSpan }
    }

    /// Reads a day or a month as ``day(_:)`` does; a time stamp with an offset is read as its day in the zone.
    func day(_ cell: UnsafeRawBufferPointer, zone: Zone) -> Cell<DaySpan> {
        if let moment = Moment.canonical(cell) { return .value(moment.span(in: zone)) }
        return Moment.spelled(cell, dateOrder).map { $0.span(in: zone) }
    }

    /// Reads a time stamp: a date in any form and a time, of 12 or 24 hours. Without an offset it is local in the zone; a date
    /// alone is its midnight there; a month is bad.
    ///
    ///     2026-03-02T10:11:12Z    2026-03-02 10:11    3/2/2026 10:11 AM    2026年3月2日 下午3:04    46083.4244
    func stamp(_ cell: UnsafeRawBufferPointer, zone: Zone) -> Cell<Stamp> {
        if let moment = Moment.canonical(cell) { return .value(moment.stamp(in: zone)) }
        return Moment.spelled(cell, dateOrder).map { $0.isMonth ? nil : $0.stamp(in: zone) }
    }
}
