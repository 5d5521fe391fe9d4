import Facts

extension Source {
    /// What exports add up to, as whoever made them says, one row a source and column.
    static let controlTotals = Source(
        name: .controlTotals, role: .plans, isMissed: false,
        load: .upsert, key: [.totalOf, .totalColumn, .totalFile],
        // By its columns alone: files of all kinds are called totals.
        words: [],
        columns: [
            Column.word(.totalOf, "data source", "table", "export", "数据源", "来源").required,
            Column.text(.totalColumn, "field", "column name", "列", "字段").required,
            Column.number(.totalValue, "total", "sum", "control total", "合计", "总数", "总计").required,
            Column.text(.totalFile, "file name", "文件", "文件名").aName,
        ], telling: [.totalColumn],
        build: { $0.buildTotals(&$1) })
}

extension AnyColumnKey where Self == TextKey {
    static var totalOf: Self { Self("source") }
    static var totalColumn: Self { Self("column") }
    static var totalFile: Self { Self("file") }
}

extension AnyColumnKey where Self == NumberKey {
    static var totalValue: Self { Self("value") }
}

/// What an export should add up to.
struct ControlTotal: Sendable {
    /// The source that it is of.
    var source: SourceName
    /// The column, as written; `rows` for their number.
    var column: String
    /// What its cells add up to.
    var value: ExactDecimal
    /// The file's name, or a pattern of it; empty for the newest that was there when the total came.
    var file: String
    /// The day in the name of the total's file, else the day on which it came.
    var day: Day
    /// Where it stands.
    var place: (file: Int, line: Int)
}

extension Assembler {
    fileprivate mutating func buildTotals(_ merged: inout Merged) {
        merged.applyLoadRule()
        let rows = finish(merged)
        guard let values = merged[.totalValue] else { return }
        let (names, columns) = (strings(merged, .totalOf, rows), strings(merged, .totalColumn, rows))
        let files = strings(merged, .totalFile, rows)
        for (index, row) in rows.enumerated() {
            guard let value = values[row], let place = place(merged, row) else { continue }
            let name = names[index].lowercased().replacing(" ", with: "_").replacing("-", with: "_")
            guard let source = SourceName(rawValue: name), source != .controlTotals else {
                found[place.file].add(
                    Finding(
                        .controlTotal, .warning, file: self.files[place.file].file.path, line: place.line,
                        ["what": "no source is called `\(names[index])`: nothing is held against this total"]))
                continue
            }
            totals.append(
                ControlTotal(
                    source: source, column: columns[index], value: value, file: files[index],
                    day: day(of: self.files[place.file].file), place: place))
        }
    }

    /// The day in a file's name, else the day on which it came.
    func day(of file: InboxFile) -> Day { file.nameDate ?? Stamp(microseconds: file.arrived).day(in: settings.zone) }
}
