import Facts

/// What is checked of each row once its cells are typed, as far as no other row has a say in it.
///
/// Those that any source may use stand here, the others beside their source.
struct RowCheck: Sendable {
    /// Looks at the rows of a batch and says which of them cannot be used.
    let run: @Sendable (_ rows: CheckedRows, _ verdicts: inout Verdicts) -> Void

    init(_ run: @escaping @Sendable (_ rows: CheckedRows, _ verdicts: inout Verdicts) -> Void) { self.run = run }
}

/// The rows of a batch as checks see them.
struct CheckedRows {
    /// Their typed columns.
    let columns: TypedColumns
    /// Their source's money columns.
    let money: [MoneyColumn]
    /// The settings of the run.
    let settings: IntakeSettings
    /// What `sources.yml` says of their source.
    let rules: SourceRules

    /// How many there are.
    var count: Int { columns.count }

    subscript<Cells>(_ key: ColumnKey<Cells>) -> Cells? { columns[key] }

    /// The place of a column among the source's.
    func place(_ key: any AnyColumnKey) -> Int? { columns.places[key] }
}

/// What checks say of rows. A row of which several say something is what the first of them says.
struct Verdicts {
    /// The rows that are rejected, and why.
    private(set) var rejected: [(row: Int, problem: Problem)] = []

    /// Sets a row aside.
    mutating func reject(_ row: Int, _ problem: Problem) { rejected.append((row, problem)) }
}

extension RowCheck {
    /// That a number is above 0.
    static func above0(_ key: NumberKey) -> RowCheck { sign(key, isZeroAllowed: false) }

    /// That a number is not below 0.
    static func notBelow0(_ key: NumberKey) -> RowCheck { sign(key, isZeroAllowed: true) }

    private static func sign(_ key: NumberKey, isZeroAllowed: Bool) -> RowCheck {
        RowCheck { rows, verdicts in
            guard let numbers = rows[key] else { return }
            for row in 0..<rows.count {
                guard let value = numbers[row], value.digits < 0 || (value.digits == 0 && !isZeroAllowed) else { continue }
                verdicts.reject(
                    row,
                    Problem(
                        .numberOutOfRange, column: rows.place(key),
                        ["range": isZeroAllowed ? "not below 0" : "above 0", "found": value.number.significant(), "or": ""]))
            }
        }
    }

    /// That a word has a meaning. Each different text is looked at once.
    ///
    /// - Parameter verdict: For a text without a meaning the kind of finding.
    static func word(
        _ key: TextKey, _ verdict: @escaping @Sendable (_ text: String, _ settings: IntakeSettings) -> FindingCode?
    ) -> RowCheck {
        RowCheck { rows, verdicts in
            guard let column = rows[key] else { return }
            let byCode = column.pool.texts.map { $0.isEmpty ? nil : verdict($0, rows.settings) }
            for (row, code) in column.codes.enumerated() {
                guard let kind = byCode[Int(code)] else { continue }
                verdicts.reject(
                    row,
                    Problem(
                        kind, column: rows.place(key),
                        [
                            "found": Recognition.shortened(column.pool.text(code), 60), "or": "",
                            "stages": rows.settings.stages.joined(separator: ", "),
                        ]))
            }
        }
    }
}

/// The checks of a source, ready to be run over batches.
struct RowChecks: Sendable {
    private let source: Source
    private let settings: IntakeSettings
    private let rules: SourceRules

    init(_ source: Source, _ settings: IntakeSettings) {
        self.source = source
        self.settings = settings
        rules = settings.rules[source.name] ?? SourceRules()
    }

    /// Reports each row that cannot be used.
    func check(
        _ columns: [ColumnData?], _ count: Int, made: DerivedColumns, _ report: (_ row: Int, _ problem: Problem) -> Void
    ) {
        for index in columns.indices where made.makes[index] && source.columns[index].needsValue {
            guard let data = columns[index] else { continue }
            for row in 0..<count where data.isMissing(row) { report(row, .missing(source.columns[index], at: index)) }
        }
        guard !source.checks.isEmpty else { return }
        let rows = CheckedRows(
            columns: TypedColumns(places: source.places, columns: columns, count: count), money: source.money,
            settings: settings, rules: rules)
        var verdicts = Verdicts()
        for check in source.checks { check.run(rows, &verdicts) }
        for (row, problem) in verdicts.rejected { report(row, problem) }
    }
}
