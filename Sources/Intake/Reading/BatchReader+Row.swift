import CSV

extension BatchReader {
    /// One row typed that is no record of a document: written as RFC 4180 and read again, so that there is one way of reading only.
    ///
    /// - Parameters:
    ///   - columns: For each column of the source the place of its cell.
    ///   - spread: The column that is spread over several, if any is.
    ///   - readings: For each column of the source how its cells are read.
    static func row(
        _ cells: [String], header: [String], _ file: InboxFile, _ source: Source, _ columns: [Int?],
        spread: Spread? = nil, _ readings: [ColumnReading], _ settings: IntakeSettings
    ) -> BatchPart? {
        var writer = Writer()
        writer.append(record: header)
        writer.append(record: cells)
        let overrides = Overrides(
            encoding: .utf8, delimiter: UInt8(ascii: ","), quote: .character(UInt8(ascii: "\"")), escape: .doubled, headerRow: 1
        )
        guard let document = try? Document.read(bytes: writer.bytes, name: file.path, overrides: overrides) else { return nil }
        var settings = settings
        settings.rules[source.name, default: SourceRules()].load = .append
        var reader = BatchReader(FileReader(file, document, source, columns, spread, settings), readings)
        reader.mending = nil
        // It is no second line of the header.
        reader.bodyStart = -1
        let fixed = reader
        return document.map(workers: 1) { batch in fixed.read(batch) }.first
    }
}
