import Facts

extension ColumnData {
    /// Writes the column as it lies in memory.
    func store(in sink: inout some ColumnSink) {
        switch self {
        case .texts(let column):
            column.pool.store(in: &sink)
            column.codes.store(in: &sink)
        case .list(let column): column.store(in: &sink)
        case .numbers(let column):
            column.digits.store(in: &sink)
            sink.write(column.scales)
            sink.write(column.marks.map { $0.map(\.packed) } ?? [])
            sink.write(column.signs.map { $0.map { $0 ? 1 as UInt8 : 0 } } ?? [])
        case .days(let column): sink.write(column.values)
        case .stamps(let column): column.store(in: &sink)
        case .flags(let column): sink.write(column)
        }
    }

    /// Reads what ``store(in:)`` wrote of a column of a kind, with so many rows.
    init(_ kind: ColumnKind, rows: Int, from supply: inout some ColumnSupply) throws(ColumnDamage) {
        switch ColumnData(kind) {
        case .texts:
            let pool = try BytePool(from: &supply)
            self = .texts(TextColumn(codes: try CodeColumn(from: &supply, codes: pool.count), pool: pool))
        case .list: self = .list(try TextList(from: &supply))
        case .numbers:
            var column = NumberColumn()
            column.digits = try WholeColumn(from: &supply)
            column.scales = try supply.values(Int8.self)
            let (marks, signs) = (try supply.values(UInt32.self), try supply.values(UInt8.self))
            if !marks.isEmpty { column.marks = marks.map { CurrencyMark(packed: $0) } }
            if !signs.isEmpty { column.signs = signs.map { $0 != 0 } }
            let isSound =
                [column.scales.count, column.marks?.count ?? rows, column.signs?.count ?? rows].allSatisfy { $0 == rows }
                && column.scales.allSatisfy { 0...18 ~= $0 } && marks.allSatisfy { $0 < 1 << 24 }
            try ColumnDamage.unless(isSound, "numbers that nobody writes")
            self = .numbers(column)
        case .days: self = .days(DayColumn(values: try supply.values(Int32.self)))
        case .stamps: self = .stamps(try StampColumn(from: &supply))
        case .flags:
            let flags = try supply.values(Int8.self)
            try ColumnDamage.unless(flags.allSatisfy { -1...1 ~= $0 }, "a yes or no is neither")
            self = .flags(flags)
        }
        try ColumnDamage.unless(count == rows, "a column has more or fewer rows than others")
    }
}

extension ColumnReading {
    func store(in writer: inout KeptWriter) {
        writer.write(decimal == .comma)
        writer.write(dateOrder == .dayMonthYear ? 1 : dateOrder == .monthDayYear ? 2 : 0)
        writer.write(monthNumber == .day)
        for flag in [
            isDecimalAssumed, areThousandsInDoubt, areThousandsAssumed, isDecimalGiven, isDateOrderAssumed, isDateOrderShown,
            isMonthNumberAssumed,
        ] { writer.write(flag) }
    }

    init(from reader: inout KeptReader) throws(ColumnDamage) {
        decimal = try reader.flag() ? .comma : .point
        dateOrder = [.yearMonthDay, .dayMonthYear, .monthDayYear][try reader.number(in: 0...2)]
        monthNumber = try reader.flag() ? .day : .year
        isDecimalAssumed = try reader.flag()
        areThousandsInDoubt = try reader.flag()
        areThousandsAssumed = try reader.flag()
        isDecimalGiven = try reader.flag()
        isDateOrderAssumed = try reader.flag()
        isDateOrderShown = try reader.flag()
        isMonthNumberAssumed = try reader.flag()
    }
}

extension Finding {
    func store(in writer: inout KeptWriter) {
        writer.write(kind.rawValue)
        writer.write(severity.rawValue)
        writer.write(file)
        writer.write(places.count)
        for place in places {
            writer.write(place.line)
            writer.write(place.column != nil)
            if let column = place.column { writer.write(column) }
        }
        writer.write(message)
        writer.write(hint)
        writer.write(count)
    }

    init(from reader: inout KeptReader) throws(ColumnDamage) {
        guard let kind = FindingCode(rawValue: try reader.text()), let severity = Severity(rawValue: try reader.text()) else {
            throw ColumnDamage("a finding of no known kind")
        }
        let file = try reader.text()
        var places: [Place] = []
        for _ in 0..<(try reader.count()) {
            places.append(Place(line: try reader.optional(), column: try reader.flag() ? try reader.text() : nil))
        }
        self.init(kind, severity, file: file, message: try reader.text(), hint: try reader.text())
        self.places = places
        count = try reader.number()
    }
}

extension Problem {
    fileprivate func store(in writer: inout KeptWriter) {
        writer.write(kind.rawValue)
        writer.write(column)
        writer.write(message)
        writer.write(hint)
    }

    fileprivate init(from reader: inout KeptReader, columns: Int) throws(ColumnDamage) {
        guard let kind = FindingCode(rawValue: try reader.text()) else { throw ColumnDamage("a problem of no known kind") }
        self.kind = kind
        column = try reader.optional()
        (message, hint) = (try reader.text(), try reader.text())
        try ColumnDamage.unless(column.map { (0..<columns).contains($0) } ?? true, "a problem of a column that is not there")
    }
}

extension Reject {
    func store(in writer: inout KeptWriter) {
        writer.write(file)
        writer.write(line)
        writer.write(offset)
        problem.store(in: &writer)
        writer.write(cells)
        writer.write(place)
        writer.write(amounts.count)
        for amount in amounts {
            writer.write(amount.map { Int($0.digits) })
            writer.write(amount?.scale ?? 0)
        }
        writer.write(isMended)
    }

    init(from reader: inout KeptReader, columns: Int) throws(ColumnDamage) {
        (file, line, offset) = (try reader.text(), try reader.number(), try reader.number(in: 0...Int.max))
        problem = try Problem(from: &reader, columns: columns)
        (cells, place) = (try reader.texts(), try reader.optional())
        for _ in 0..<(try reader.count()) {
            let (digits, scale) = (try reader.optional(), try reader.number(in: 0...18))
            amounts.append(digits.map { ExactDecimal(digits: Int64($0), scale: scale) })
        }
        isMended = try reader.flag()
    }
}

extension MendedRow {
    func store(in writer: inout KeptWriter) {
        writer.write(file)
        writer.write(line)
        writer.write(offset)
        writer.write(cells)
    }

    init(from reader: inout KeptReader) throws(ColumnDamage) {
        (file, line, offset) = (try reader.text(), try reader.number(), try reader.number(in: 0...Int.max))
        cells = try reader.texts()
    }
}
