import CSV
import Facts

/// What a reading is made of, and how it is written and read again.
extension ReadFile {
    /// Whether it can be kept: all of it is known, and nothing was wrong with its file.
    var isKeepable: Bool {
        guard source != nil, failure == nil, heldBack == nil, countable == nil, counted == nil, let document else {
            return false
        }
        // Cells of rows below a header that came again in another order are found by going through all records once.
        return document.readError == nil && !document.hasTurnedHeaders
    }

    /// Writes all of it but where its file is and when that came.
    func store(in writer: inout KeptWriter) {
        writer.write(source?.rawValue ?? "")
        writer.write(asOf.map { Int($0.number) })
        writer.write(rows)
        writer.write(excluded)
        writer.write(header)
        writer.write(titles)
        writer.write(columns.count)
        for column in columns { writer.write(column) }
        writer.write(spread != nil)
        if let spread {
            writer.write(spread.value)
            writer.write(spread.key)
            writer.write(spread.parts.count)
            for part in spread.parts {
                writer.write(part.place)
                writer.write(part.cell)
            }
        }
        writer.write(made.count)
        for flag in made { writer.write(flag) }
        for reading in readings { reading.store(in: &writer) }
        for mark in ids { mark.store(in: &writer) }
        writer.write(assumptions)
        writer.write(found.all.count)
        for finding in found.all { finding.store(in: &writer) }
        writer.write(rejects.count)
        for reject in rejects { reject.store(in: &writer) }
        writer.write(mended.count)
        for row in mended { row.store(in: &writer) }
        offsets.store(in: &writer)
        for column in table {
            writer.write(column != nil)
            column?.store(in: &writer)
        }
    }

    /// Reads what ``store(in:)`` wrote.
    init(_ file: InboxFile, from reader: inout KeptReader, _ settings: IntakeSettings) throws(ColumnDamage) {
        self.init(file)
        guard let name = SourceName(rawValue: try reader.text()), let known = Source.named(name, settings) else {
            throw ColumnDamage("it is of no known source")
        }
        let count = known.columns.count
        source = name
        asOf = try reader.optional().map { Day($0) }
        (rows, excluded) = (try reader.number(in: 0...Int.max), try reader.number(in: 0...Int.max))
        (header, titles) = (try reader.texts(), try reader.texts())
        try ColumnDamage.unless(try reader.number() == count, "it has other columns")
        for _ in 0..<count {
            let column = try reader.optional()
            try ColumnDamage.unless(column.map(header.indices.contains) ?? true, "a column that its file does not have")
            columns.append(column)
        }
        if try reader.flag() {
            let (value, key) = (try reader.number(in: 0...count - 1), try reader.number(in: 0...count - 1))
            var parts: [Spread.Part] = []
            for _ in 0..<(try reader.count()) {
                parts.append(Spread.Part(place: try reader.number(in: 0...max(0, header.count - 1)), cell: try reader.text()))
            }
            spread = Spread(value: value, key: key, parts: parts)
        }
        let madeCount = try reader.number(in: 0...count)
        try ColumnDamage.unless(madeCount == 0 || madeCount == count, "it has other columns")
        for _ in 0..<madeCount { made.append(try reader.flag()) }
        for _ in 0..<count { readings.append(try ColumnReading(from: &reader)) }
        for _ in 0..<count { ids.append(try IDMarks(from: &reader)) }
        assumptions = try reader.texts()
        for _ in 0..<(try reader.count()) { found.addApart(try Finding(from: &reader)) }
        for _ in 0..<(try reader.count()) { rejects.append(try Reject(from: &reader, columns: count)) }
        for _ in 0..<(try reader.count()) { mended.append(try MendedRow(from: &reader)) }
        offsets = try RowOffsets(from: &reader)
        for column in known.columns {
            table.append(try reader.flag() ? try ColumnData(column.kind, rows: offsets.count, from: &reader) : nil)
        }
        try reader.finish()
        readers = FileReader.cellReaders(known, columns, header, readings, titles: titles, zone: settings.zone)
    }
}
