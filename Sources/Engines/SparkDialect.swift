/// The SQL of Apache Spark, version 3.4 and later.
///
/// Source: Spark SQL reference, "CSV Files". What goes wrong there in silence is settled here: `multiLine` (else a cell with a line
/// break is several rows), `escape` (else a doubled quote ends the cell), the reader's column pruning (else a broken row is not told),
/// and texts alone (else money is rounded).
public struct SparkDialect: SQLDialect {
    /// The only one there is.
    public init() {}

    /// See ``SQLDialect``.
    public func text(_ text: String) -> String {
        var literal = "'"
        for character in text {
            if character == "'" || character == "\\" { literal += "\\" }
            literal.append(character)
        }
        return literal + "'"
    }

    /// See ``SQLDialect``.
    public func isWhole(_ text: String, _ pattern: String) -> String { "(\(text)) RLIKE \(self.text("^(?:\(pattern))\\z"))" }

    /// See ``SQLDialect``.
    public func replacing(_ text: String, _ pattern: String, _ by: String) -> String {
        "regexp_replace(\(text), \(self.text(pattern)), \(self.text(by)))"
    }

    /// See ``SQLDialect``.
    public func group(_ text: String, _ pattern: String) -> String { "regexp_extract(\(text), \(self.text(pattern)), 1)" }
    /// See ``SQLDialect``.
    public func days(_ date: String) -> String { "CAST(datediff(\(date), DATE '1970-01-01') AS BIGINT)" }
    /// See ``SQLDialect``.
    public func divided(_ number: String, by divisor: Int64) -> String { "((\(number)) div \(divisor))" }
    /// See ``SQLDialect``.
    public func entry(of list: [Int64], at place: String) -> String {
        "get(array(\(list.map { "\($0)L" }.joined(separator: ", "))), CAST(\(place) AS INT))"
    }
    /// See ``SQLDialect``.
    public func zeroFilled(_ text: String, to length: Int) -> String { "rpad(\(text), \(length), '0')" }

    /// See ``SQLDialect``.
    public var opening: [String] {
        [
            "SET spark.sql.session.timeZone = UTC", "SET spark.sql.csv.parser.columnPruning.enabled = false",
            "SET spark.sql.ansi.enabled = true",
        ]
    }

    /// A file that may have line breaks in cells is read by one task from its first to its last byte, so the number that Spark gives
    /// each row of a task, less the task's own part in the upper bits, is the row's place in the file: also where the task is done again
    /// elsewhere. So files, not pieces of them, are what the work is cut into.
    public func reading(_ file: LeadPlan.File, number: Int) -> [String] {
        let cells = (0..<file.columns).map { "c\($0)" }
        let options = [
            ("path", globless(file.path)), ("header", "true"), ("multiLine", "true"), ("quote", "\""), ("escape", "\""),
            ("sep", String(file.delimiter)), ("encoding", "UTF-8"), ("mode", "PERMISSIVE"), ("enforceSchema", "true"),
            ("columnNameOfCorruptRecord", "corrupt"), ("ignoreLeadingWhiteSpace", "false"),
            ("ignoreTrailingWhiteSpace", "false"), ("maxCharsPerColumn", "-1"),
        ]
        let settings = options.map { "\(text($0.0)) \(text($0.1))" }.joined(separator: ", ")
        return [
            """
            CREATE TEMPORARY VIEW raw\(number) (\(cells.map { $0 + " STRING" }.joined(separator: ", ")), corrupt STRING)
              USING csv OPTIONS (\(settings))
            """,
            """
            CREATE TEMPORARY VIEW f\(number) AS SELECT \(number) AS f, monotonically_increasing_id() & 8589934591 AS p,
              corrupt IS NOT NULL AS bad, \(cells.map { "coalesce(\($0), '') AS \($0)" }.joined(separator: ", ")) FROM raw\(number)
            """,
        ]
    }

    /// See ``SQLDialect``.
    public func keys(at path: String) -> [String] {
        [
            """
            CREATE TEMPORARY VIEW keys (key STRING) USING csv
              OPTIONS ('path' \(text(globless(path))), 'header' 'false', 'encoding' 'UTF-8', 'mode' 'FAILFAST')
            """
        ]
    }

    /// The path with what would be taken for a pattern of several files escaped.
    private func globless(_ path: String) -> String {
        path.map { "*?[]{}\\".contains($0) ? "\\\($0)" : String($0) }.joined()
    }

    /// See ``SQLDialect``.
    public func table(_ name: String, _ query: String) -> [String] { ["CACHE TABLE \(name) AS \(query)"] }

    /// See ``SQLDialect``.
    public func answer(_ query: String, named name: String, in folder: String) -> [String] {
        [
            """
            INSERT OVERWRITE DIRECTORY \(text(folder + "/" + name)) USING csv
              OPTIONS ('header' 'true', 'quoteAll' 'true', 'escape' '"', 'emptyValue' '', 'ignoreLeadingWhiteSpace' 'false',
                'ignoreTrailingWhiteSpace' 'false')
              \(query)
            """
        ]
    }

    /// See ``SQLDialect``.
    public func closing(in folder: String) -> [String] { [] }
    /// See ``SQLDialect``.
    public func marks(_ names: [String]) -> [String] { names.map { $0 + "/_SUCCESS" } }
}
