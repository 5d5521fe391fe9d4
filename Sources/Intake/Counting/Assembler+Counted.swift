import Facts

/// What an engine counted of leads, put to the facts.
extension Assembler {
    /// Adds what became of the rows that an engine counted to the reports of their files.
    ///
    /// - Returns: For each file of the source its newest event up to the as-of date; nil where an engine counted none of them.
    mutating func countFiles(_ merged: Merged) -> [Day]? {
        guard merged.files.contains(where: { $0.counted != nil }) else { return nil }
        return merged.files.map { file in
            guard let index = file.index, let counted = file.counted else { return .distantPast }
            reports[index].facts += counted.facts
            reports[index].replaced += counted.replaced
            return counted.newest[settings.asOf]?.day(in: settings.zone) ?? .distantPast
        }
    }

    /// Takes what an engine counted of the files of leads, with the codes of all that its texts name.
    mutating func takeCounted(_ merged: Merged) {
        for file in merged.files {
            guard let index = file.index, files[index].countable != nil, file.counted == nil else { continue }
            refuse("the engine has not counted \(file.path)", "run again, or read leads here")
        }
        guard let index = merged.files.first(where: { $0.counted != nil })?.index else { return }
        guard var counted = settings.counted[settings.asOf] else {
            preconditionFailure("the engine was not asked what leads there were as of \(settings.asOf)")
        }
        if totals.contains(where: { $0.source == merged.source.name }) {
            refuse("control totals are of every row of `leads`", "leave those of leads out, or read leads here")
        }
        let reader = TextCodes(files[index], merged.source, spellings)
        counted.codes.customers = reader.ids(counted.customers, in: &facts.customerIDs)
        if merged[.owner] != nil {
            counted.codes.owners = reader.members(counted.owners, .owner, in: &facts.leadOwners)
        } else {
            counted.codes.owners = counted.owners.map { _ in 0 }
        }
        counted.codes.customersOfSlices = reader.ids(counted.slices.map(\.customer), in: &facts.customerIDs)
        counted.codes.members = Array(repeating: 0, count: counted.slices.count)
        for (dimension, name) in settings.dimensions.enumerated() {
            let places = counted.slices.indices.filter { counted.slices[$0].dimension == dimension }
            let codes = reader.members(
                places.map { counted.slices[$0].own }, .dimension(name), in: &facts.dimensions[dimension].members)
            for (place, code) in zip(places, codes) { counted.codes.members[place] = code }
        }
        let money = money(of: counted, reader)
        counted.codes.won = counted.won.map { money[$0] ?? 0 }
        for amount in counted.amounts {
            guard let minor = money[amount] else { continue }
            exchange.note(
                amount.value, currency: money.names[amount.currency] ?? "", factor: (1, 1), minor: minor, times: amount.count)
        }
        for amount in counted.customerAmounts {
            counted.byCustomer[counted.codes.customers[amount.place], default: (0, 0, 0)].money +=
                Int128(money[amount] ?? 0) * Int128(amount.count)
        }
        for entry in counted.rows {
            let code = counted.codes.customers[entry.place]
            if entry.value == 0 {
                counted.byCustomer[code, default: (0, 0, 0)].rows += entry.count
            } else {
                counted.byCustomer[code, default: (0, 0, 0)].judged += entry.count
            }
        }
        counted.byCustomer[0] = nil
        facts.counted = counted
    }

    private mutating func refuse(_ what: String, _ hint: String) {
        refusals.append(
            IntakeError(.dataError, code: "not-for-engine", message: what, hint: hint + ": `engine: {kind: local}`"))
    }

    /// What amounts are in minor units of the reporting currency; nil of one that cannot be converted.
    private struct Money {
        /// By the cell of a currency its code, empty for the reporting one.
        var names: [String: String] = [:]
        var rates: [String: ExactDecimal] = [:]
        let exchange: Exchange

        subscript(amount: CountedLeads.Amount) -> Int64? {
            rates[amount.currency].flatMap { exchange.minor(amount.value, rate: $0, factor: (1, 1)) }
        }
    }

    /// Finds the rate of each currency; one that has none cannot be taken, as the rows that have it are not there to be rejected.
    private mutating func money(of counted: CountedLeads, _ reader: TextCodes) -> Money {
        var money = Money(exchange: exchange)
        for cell in Set(counted.amounts.map(\.currency)).sorted(by: precedes) {
            let finding = RowCurrencies(["", reader.currency(cell)], exchange).finding(1, .none)
            money.names[cell] = finding.text
            guard let rate = finding.code.flatMap(exchange.rate) else {
                let rows = counted.amounts.reduce(0) { $0 + ($1.currency == cell ? $1.count : 0) }
                refuse(
                    "\(Assembler.counted(rows, "lead")) that the engine counted have amounts in `\(cell)`, which has no rate",
                    "add its rate to `fx_rates`, or read leads here, where such rows are rejected")
                continue
            }
            money.rates[cell] = rate
        }
        if let amount = counted.amounts.first(where: { money.rates[$0.currency] != nil && money[$0] == nil }) {
            refuse("an amount of `leads` is too large, with \(amount.value.digits) among its digits", "mend it")
        }
        return money
    }
}

/// What texts of cells are, by the one way in which cells are read.
private struct TextCodes {
    let file: ReadFile
    let source: Source
    let spellings: Spellings

    init(_ file: ReadFile, _ source: Source, _ spellings: Spellings) {
        (self.file, self.source, self.spellings) = (file, source, spellings)
    }

    /// The codes of ids of customers; 0 of a text that is none.
    func ids(_ texts: [String], in pool: inout Pool) -> [UInt32] {
        texts.map { text in
            let id = text.cell { MissingWords.isMissing($0) ? "" : spellings.id($0.asText, of: TextKey.customerID.name) }
            return id.isEmpty ? 0 : pool.code(id)
        }
    }

    /// The codes of members, or owners, of a column; 0 of a text that is none.
    func members(_ texts: [String], _ key: TextKey, in pool: inout Pool) -> [UInt32] {
        guard let place = source.places[key] else { return texts.map { _ in 0 } }
        var cells = TextColumn()
        for text in texts { cells.codes.append(cells.pool.code(cell: text, isName: file.isName(place, source))) }
        var columns = [ColumnData?](repeating: nil, count: source.columns.count)
        columns[place] = .texts(cells)
        spellings.apply(&columns, source)
        guard case .texts(let spelled)? = columns[place] else { return texts.map { _ in 0 } }
        return spelled.codes.map { $0 == 0 ? 0 : pool.code(spelled.pool.text($0)) }
    }

    /// The code of a currency as a cell has it.
    func currency(_ text: String) -> String {
        guard let place = source.places[TextKey.currency], file.readers.indices.contains(place) else { return text }
        let reader = file.readers[place]
        return text.cell { reader.isMissing($0) ? "" : reader.isCode($0) ? $0.asText : reader.code(of: $0) }
    }
}

extension String {
    /// Calls `body` with the text as a cell, without blanks around it.
    fileprivate func cell<T>(_ body: (UnsafeRawBufferPointer) -> T) -> T {
        var text = self
        return text.withUTF8 { body(PlainCells.trimmed(UnsafeRawBufferPointer($0))) }
    }
}

extension ReadFile {
    /// Whether cells of a column are names, among which `NA` is one.
    fileprivate func isName(_ place: Int, _ source: Source) -> Bool {
        readers.indices.contains(place) ? readers[place].isName : source.columns[place].isName
    }

    /// By column of the source the members in rows that an engine has counted, and how many rows each is in.
    func countedMembers(_ source: Source) -> [Int: (cells: TextColumn, rows: [Int])] {
        guard let counted else { return [:] }
        var result: [Int: (cells: TextColumn, rows: [Int])] = [:]
        for member in counted.members {
            guard let place = source.places[TextKey.dimension(member.dimension)] else { continue }
            var (cells, rows) = result[place] ?? (TextColumn(), [])
            cells.codes.append(cells.pool.code(cell: member.text, isName: isName(place, source)))
            rows.append(member.rows)
            result[place] = (cells, rows)
        }
        return result
    }
}
