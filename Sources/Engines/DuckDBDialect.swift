/// The SQL of DuckDB.
public struct DuckDBDialect: SQLDialect {
    /// The only one there is.
    public init() {}

    /// See ``SQLDialect``.
    public func text(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }

    /// See ``SQLDialect``.
    public func isWhole(_ text: String, _ pattern: String) -> String {
        "regexp_full_match(\(text), \(self.text(pattern)))"
    }

    /// See ``SQLDialect``.
    public func replacing(_ text: String, _ pattern: String, _ by: String) -> String {
        "regexp_replace(\(text), \(self.text(pattern)), \(self.text(by)), 'g')"
    }

    /// See ``SQLDialect``.
    public func group(_ text: String, _ pattern: String) -> String { "regexp_extract(\(text), \(self.text(pattern)), 1)" }
    /// See ``SQLDialect``.
    public func days(_ date: String) -> String { "CAST(datediff('day', DATE '1970-01-01', \(date)) AS BIGINT)" }
    /// See ``SQLDialect``.
    public func divided(_ number: String, by divisor: Int64) -> String { "((\(number)) // \(divisor))" }
    /// See ``SQLDialect``.
    public func entry(of list: [Int64], at place: String) -> String {
        "([\(list.map(String.init).joined(separator: ", "))])[CAST(\(place) AS BIGINT) + 1]"
    }
    /// See ``SQLDialect``.
    public func zeroFilled(_ text: String, to length: Int) -> String { "rpad(\(text), \(length), '0')" }

    /// See ``SQLDialect``.
    public var opening: [String] { ["SET preserve_insertion_order = true"] }

    /// Cells beyond the header's are read into columns of their own, so that a row that is too long can be told; a row that is too short
    /// has nothing in its last one, where an empty cell has the empty text. Rows stand in the order of the file, which one thread reads.
    public func reading(_ file: LeadPlan.File, number: Int) -> [String] {
        let columns = (0..<file.columns + DuckDBDialect.spare).map { "'c\($0)': 'VARCHAR'" }.joined(separator: ", ")
        let cells = (0..<file.columns).map { "coalesce(c\($0), '') AS c\($0)" }.joined(separator: ", ")
        return [
            """
            CREATE TEMP TABLE f\(number) AS SELECT \(number) AS f, row_number() OVER () - 1 AS p,
              (c\(file.columns - 1) IS NULL OR c\(file.columns) IS NOT NULL) AS bad, \(cells)
              FROM read_csv(\(text(globless(file.path))), header = false, skip = 1, auto_detect = false,
                delim = \(text(String(file.delimiter))), quote = '"', escape = '"', columns = {\(columns)}, null_padding = true,
                nullstr = '\u{1}', parallel = false, strict_mode = false, max_line_size = 16777216)
            """
        ]
    }

    /// How many cells more than the header has a row may have; one with still more ends the query.
    private static let spare = 8

    /// The path with what would be taken for a pattern of several files in brackets.
    private func globless(_ path: String) -> String {
        path.map { "*?[{".contains($0) ? "[\($0)]" : String($0) }.joined()
    }

    /// See ``SQLDialect``.
    public func keys(at path: String) -> [String] {
        [
            """
            CREATE TEMP TABLE keys AS SELECT c0 AS key FROM read_csv(\(text(globless(path))), header = false, auto_detect = false,
              delim = ',', quote = '"', escape = '"', columns = {'c0': 'VARCHAR'})
            """
        ]
    }

    /// See ``SQLDialect``.
    public func table(_ name: String, _ query: String) -> [String] { ["CREATE TEMP TABLE \(name) AS \(query)"] }

    /// See ``SQLDialect``.
    public func answer(_ query: String, named name: String, in folder: String) -> [String] {
        ["COPY (\(query)) TO \(text(folder + "/" + name + ".csv")) (FORMAT csv, HEADER true, FORCE_QUOTE *)"]
    }

    /// See ``SQLDialect``.
    public func closing(in folder: String) -> [String] {
        ["COPY (SELECT 1 AS done) TO \(text(folder + "/_SUCCESS")) (FORMAT csv)"]
    }

    /// See ``SQLDialect``.
    public func marks(_ names: [String]) -> [String] { ["_SUCCESS"] }
}
