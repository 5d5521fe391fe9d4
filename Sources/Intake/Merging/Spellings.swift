import Facts

/// One spelling for each id and for each member, over all files.
///
/// Ids are read in the form in which they are compared (``IDCell``). Here those that lost their leading zeros in one of several
/// files are joined, and each id that any file writes in another way gets the spelling of the oldest file that has it, as it
/// stands there. Members are told apart by their folded text and get the spelling that most rows have. From here on the same
/// text is the same id or member and any other is another, in keys and in sums, in every source.
struct Spellings: Sendable {
    /// By the name of the column that gives ids (``Spellings/space(of:)``): the spelling of those that are compared as another text.
    private var ids: [String: Renaming] = [:]
    /// By dimension and folded text.
    private var members: [String: [String: String]] = [:]
    /// Folded names of the pipeline's dimensions, with the names.
    private var dimensions: [String: String] = [:]
    /// What was joined.
    private(set) var findings: [Finding] = []

    /// Nothing is spelled in several ways.
    init() {}

    /// Finds the spellings.
    ///
    /// - Parameters:
    ///   - tables: Of all files that are read, oldest first.
    ///   - dimensions: The pipeline's.
    init(_ tables: [SpelledTable], dimensions: [String]) {
        for name in Spellings.names(tables, { $0.isID ? Spellings.space(of: $0.name) : nil }) {
            let found = IDSpellings(name, tables)
            if !found.spelling.isEmpty { ids[name] = Renaming(found.spelling) }
            findings += found.findings
        }
        for name in Spellings.names(tables, { $0.isDimension && !$0.isID ? $0.name : nil }) {
            let found = MemberSpellings(name, tables)
            members[name] = found.spelling
            if dimensions.contains(name) { findings += found.findings }
        }
        for name in dimensions { self.dimensions[TextForm.folded(name)] = name }
    }

    private static func names(_ tables: [SpelledTable], _ name: (Column) -> String?) -> [String] {
        Set(tables.flatMap { $0.source.columns.compactMap(name) }).sorted()
    }

    /// The column that gives the ids of a column: what an `initiative` says is an `initiative_id`, and leads name deals.
    static func space(of column: String) -> String {
        switch column {
        case TextKey.initiative.name: TextKey.initiativeID.name
        case TextKey.dealIDs.name: IDKey.dealID.name
        default: column
        }
    }

    /// Whether two texts are written alike: `==` takes letters for equal whatever they are made of.
    static func areSame(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

    /// The spelling of an id of a column, such as `lead_id`, however it is written; empty where the text is no id.
    func id(_ text: String, of column: String) -> String {
        let compared = IDCell.compared(text)
        return ids[Spellings.space(of: column)]?(compared) ?? compared
    }

    /// Gives the ids and members of a table their one spelling; whether that changed any column.
    @discardableResult
    func apply(_ columns: inout [ColumnData?], _ source: Source) -> Bool {
        var isChanged = false
        for (place, column) in source.columns.enumerated() {
            let ids = column.isID ? ids[Spellings.space(of: column.name)] : nil
            let members = column.isDimension ? members[column.name] : nil
            switch columns[place] {
            case .texts(let cells)?:
                if let ids {
                    columns[place] = .texts(cells.renamed(ids))
                } else if let members {
                    columns[place] = .texts(
                        cells.renamed { text in
                            members[TextForm.folded(text)].flatMap { Spellings.areSame($0, text) ? nil : $0 }
                        })
                } else {
                    continue
                }
            case .list(let cells)?:
                guard let ids else { continue }
                columns[place] = .list(cells.renamed(ids))
            default: continue
            }
            isChanged = true
        }
        return applyToTargets(&columns, source) || isChanged
    }

    /// Targets name a dimension in one cell and its member in another.
    private func applyToTargets(_ columns: inout [ColumnData?], _ source: Source) -> Bool {
        guard let dimension = source.places[.brokenDownBy], let member = source.places[.member],
            case .texts(var names)? = columns[dimension], case .texts(let cells)? = columns[member]
        else { return false }
        names = names.renamed { dimensions[TextForm.folded($0)] ?? Column.dimensionNames[HeaderNames.key($0)] }
        var result = TextColumn()
        var first: [String: String] = [:]
        for row in cells.codes.indices {
            let text = cells.pool.text(cells.codes[row])
            let name = names.pool.text(names.codes[row])
            let folded = TextForm.folded(text)
            // Of a member that no row has, targets are of one if they write it alike.
            let key = "\(name)\u{0}\(folded)"
            let spelling = members[name]?[folded] ?? first[key] ?? TextForm.trimmed(text)
            if first[key] == nil { first[key] = spelling }
            result.codes.append(result.pool.code(spelling))
        }
        columns[dimension] = .texts(names)
        columns[member] = .texts(result)
        return true
    }
}

/// Texts that stand in place of others.
private struct Renaming: Sendable {
    private var pool = BytePool()
    /// By code in the pool.
    private var texts = [""]

    init(_ texts: [String: String]) {
        for (text, new) in texts where !text.isEmpty {
            _ = pool.code(text)
            self.texts.append(new)
        }
    }

    /// What stands in place of a text; nil where it stays.
    func callAsFunction(_ text: UnsafeRawBufferPointer) -> String? { pool.find(text).map { texts[Int($0)] } }
    func callAsFunction(_ text: String) -> String? { pool.find(text).map { texts[Int($0)] } }
}

extension TextList {
    /// The rows with other texts in place of some.
    fileprivate func renamed(_ other: Renaming) -> TextList {
        var renamed = TextList()
        renamed.reserveCapacity(rows: count, bytes: byteCount)
        forEach(in: indices) { _, text in
            if let new = other(text) { renamed.append(new) } else { renamed.append(text) }
            return true
        }
        return renamed
    }
}

extension TextColumn {
    /// The rows with other texts in place of some.
    fileprivate func renamed(_ other: Renaming) -> TextColumn {
        renamed(byCode: { code in pool.withBytes(code) { other($0) } })
    }
}

/// The typed cells of a file, and what their ids show.
struct SpelledTable {
    let path: String
    let source: Source
    var columns: [ColumnData?]
    let ids: [IDMarks]
    /// By column: the ids that its cells here do not hold. Those of rows that mend rows of other files, and of columns that are only
    /// compared.
    let further: [Int: (pool: BytePool, marks: IDMarks)]
    /// By column: the members in rows that an engine has counted, and how many rows each is in.
    let counted: [Int: (cells: TextColumn, rows: [Int])]
    /// By column: the members in rows that were rejected while the file was read.
    let rejected: [Int: TextColumn]

    /// - Parameter compared: By column the cells of those that are only compared.
    init(_ file: ReadFile, _ source: Source, compared: [Int: BytePool] = [:]) {
        path = file.file.path
        self.source = source
        columns = file.table
        ids = file.ids
        var further = compared.mapValues { IDParts.ids(of: TextColumn(codes: [], pool: $0)) }
        for (column, place) in file.columns.enumerated() where !file.mended.isEmpty && source.columns[column].isID {
            guard let place else { continue }
            var (pool, marks) = further[column] ?? (BytePool(), IDMarks())
            for row in file.mended where place < row.cells.count {
                var text = row.cells[place]
                text.withUTF8 { bytes in
                    let cell = PlainCells.trimmed(UnsafeRawBufferPointer(bytes))
                    guard !MissingWords.isMissing(cell) else { return }
                    if source.columns[column].isIDList {
                        IDParts.forEach(cell) { _ = pool.code(id: $0, &marks) }
                    } else {
                        _ = pool.code(id: cell, &marks)
                    }
                }
            }
            further[column] = (pool, marks)
        }
        counted = file.countedMembers(source)
        if let customers = source.places[TextKey.customerID], let more = file.counted?.customers {
            var (pool, marks) = further[customers] ?? (BytePool(), IDMarks())
            for var text in more {
                text.withUTF8 { bytes in
                    let cell = PlainCells.trimmed(UnsafeRawBufferPointer(bytes))
                    if !MissingWords.isMissing(cell) { _ = pool.code(id: cell, &marks) }
                }
            }
            further[customers] = (pool, marks)
        }
        self.further = further
        var rejected: [Int: TextColumn] = [:]
        for (column, place) in file.columns.enumerated() where !file.rejects.isEmpty && source.columns[column].isDimension {
            guard let place else { continue }
            var members = TextColumn()
            for row in file.rejects where place < row.cells.count {
                members.codes.append(members.pool.code(cell: row.cells[place], isName: source.columns[column].isName))
            }
            rejected[column] = members
        }
        self.rejected = rejected
    }
}
