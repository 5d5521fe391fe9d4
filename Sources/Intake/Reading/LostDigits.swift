import CSV
import Facts

extension FileReader {
    /// Refuses a file whose ids lost digits so that rows became alike: no one can tell any more whose they are. Where no two rows
    /// became alike, it is said that the ids meet none of other files.
    func checkDigits(_ result: inout ReadFile) {
        for (column, definition) in source.columns.enumerated() {
            guard definition.isID, definition.isFact, result.ids[column].mayHaveLostDigits, let place = columns[column],
                let data = result.table[column]
            else { continue }
            let lost = LostDigits(data, result.ids[column], isIdentity: definition.name == source.identity?.name)
            let name = document.layout.header[place]
            guard let first = lost.first else { continue }
            guard let (row, other) = lost.alike else {
                let what =
                    "\(lost.count) ids, such as `\(lost.example)`, lost digits in a spreadsheet: they meet no id of other files"
                result.found.add(
                    Finding(
                        .lostDigits, file: file.path, line: document.line(at: result.offsets[first]), column: name,
                        ["what": what]))
                continue
            }
            let what =
                "ids lost digits in a spreadsheet: `\(lost.example)` stands here and in line \(document.line(at: result.offsets[other])), "
                + "and \(lost.rows) rows have an id that another one has too, so that no one can tell whose they are"
            refuse(&result, what, line: document.line(at: result.offsets[row]), column: name)
            return
        }
    }

    /// Refuses a file for what stands in a column. What only plans come from stops no report: it is not used, with a warning.
    private func refuse(_ result: inout ReadFile, _ what: String, line: Int, column: String) {
        if source.role == .plans, !rules.isRequired {
            result.found.add(
                Finding(.lostDigits, file: file.path, line: line, column: column, ["what": what + "; the file is not used"]))
            result.source = nil
            return
        }
        let hint = FindingCode.lostDigits.words.hint
        result.failure = IntakeError(
            .dataError, code: FindingCode.lostDigits.rawValue, message: what, hint: hint, file: file.path, line: line,
            column: column
        )
    }
}

/// The ids of a column of which digits are lost.
private struct LostDigits {
    /// How many rows have one.
    private(set) var count = 0
    /// The first such row.
    private(set) var first: Int?
    /// The first row that has the id of an earlier one, and that one.
    private(set) var alike: (row: Int, other: Int)?
    /// How many rows share their id with another one.
    private(set) var rows = 0
    /// The first such id.
    private(set) var example = ""

    /// How many zeros in place of digits show that ids were rounded: one digit in ten is a zero anyway.
    private static let tellingZeros = 3

    /// - Parameter isIdentity: Whether each row should have an id of its own, so that rows that are alike tell something.
    init(_ data: ColumnData, _ marks: IDMarks, isIdentity: Bool) {
        var places: [String: (first: Int, rows: Int)] = [:]
        func add(_ text: String, _ row: Int) {
            if first == nil { (first, example) = (row, text) }
            count += 1
            if let place = places[text] {
                if alike == nil { (alike, example) = ((row, place.first), text) }
                places[text]!.rows += 1
            } else {
                places[text] = (row, 1)
            }
        }
        func isLost(_ id: UnsafeRawBufferPointer) -> Bool {
            IDMarks.isScientific(id) || !marks.hasExact && IDMarks.isRounded(id)
        }
        switch data {
        case .texts(let cells):
            let lost = cells.pool.texts.map { text in
                var text = text
                return text.withUTF8 { $0.count > 0 && isLost(UnsafeRawBufferPointer($0)) }
            }
            for (row, code) in cells.codes.enumerated() where lost[Int(code)] { add(cells.pool.text(code), row) }
        case .list(let cells):
            for row in cells.indices {
                cells.withBytes(row) { id in if id.count > 0, isLost(id) { add(id.asText, row) } }
            }
        default: break
        }
        rows = places.values.reduce(0) { $0 + ($1.rows > 1 ? $1.rows : 0) }
        guard !marks.hasScientific, !isIdentity else { return }
        let zeros = places.keys.reduce(0) { $0 + $1.utf8.count - IDMarks.roundedFrom }
        if zeros < LostDigits.tellingZeros { (first, alike) = (nil, nil) }
    }
}
