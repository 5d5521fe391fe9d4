import CSV
import Facts

/// How programs mark rows that do not count, as data: test and preview answers of surveys, deleted records of a CRM.
struct TrialMarks: Sendable {
    /// How they are told.
    let code: FindingCode
    /// Names of columns whose cells may say so.
    let headers: [String]
    /// What such a cell says, as a whole.
    let words: [String]
    /// Names of columns that say so with a yes.
    let flags: [String]
    /// Numbers that say so in a column, in files that have another column of a name that only one program gives; nil where none do.
    let numbers: (header: String, beside: String, cells: [String])?
}

/// The columns of one file that mark rows that do not count.
struct TrialRows: Sendable {
    private var places: [(place: Int, words: Set<String>)] = []
    private var flags: [Int] = []

    /// The places of the marking columns among a file's headers.
    init(_ marks: TrialMarks?, _ header: [String]) {
        guard let marks else { return }
        let keys = header.map(TrialRows.key)
        func columns(_ names: [String]) -> [Int] {
            let names = Set(names.map(HeaderNames.key))
            return keys.indices.filter { TrialRows.isMade(keys[$0][...], of: names) }
        }
        let words = Set(marks.words.map(HeaderNames.key))
        places = columns(marks.headers).map { ($0, words) }
        if let numbers = marks.numbers, !columns([numbers.beside]).isEmpty {
            places += columns([numbers.header]).map { ($0, Set(numbers.cells)) }
        }
        flags = columns(marks.flags)
    }

    /// A name without what Qualtrics writes below it for programs: `Status Response Type {"ImportId":"status"}`.
    static func key(_ header: String) -> String {
        let name = header.firstRange(of: "{\"ImportId").map { String(header[..<$0.lowerBound]) } ?? header
        return HeaderNames.key(name)
    }

    /// Whether a name is one of some, or several of them one after the other, as the rows of a header make it: `Status Response Type`.
    static func isMade(_ key: Substring, of names: Set<String>) -> Bool {
        names.contains(String(key)) || names.contains { key.hasPrefix($0) && isMade(key.dropFirst($0.count), of: names) }
    }

    /// Whether a row is marked.
    func isTrial(_ batch: borrowing Batch, _ row: Int) -> Bool {
        for (place, words) in places {
            let cell = batch.field(row, place)
            if cell.count > 0, cell.count <= 64, words.contains(HeaderNames.key(cell.asText)) { return true }
        }
        for place in flags {
            let cell = batch.field(row, place)
            if cell.count > 0, case .value(true) = CellReader(.flag).flag(cell) { return true }
        }
        return false
    }

    /// Whether the file has a column that marks rows.
    var areMarked: Bool { !places.isEmpty || !flags.isEmpty }
}
