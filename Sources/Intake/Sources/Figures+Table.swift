import Facts

/// The table of the company's own figures.
extension Assembler {
    mutating func buildFigures(_ merged: inout Merged) {
        takeUnits(&merged)
        let rows = SaidOfRows(merged)
        let (restated, doubtful) = merged.restate()
        var list = rows.figures(merged)
        let currencies = merged[.currency]
        // An amount of money in a figure that is no money keeps its worth.
        let isPlain = (0..<merged.count).map { row in
            rows.figures[row].map { list[$0].figure.unit == .count } == true && !rows.hasCurrency(row, currencies)
        }
        let amounts = convert(&merged) { isPlain[$0] }
        report(restated, doubtful, merged)
        merged.applyLoadRule()
        let facts = finish(merged)
        guard !facts.isEmpty, let dates = merged[.date], let values = merged[.value] else { return }
        amounts.note(FactRows(facts.filter { !isPlain[$0] }.map(Int32.init), ascend: false), in: &exchange)
        var table = Figures(dimensions: settings.dimensions.count)
        let minorUnits = Int128(settings.currency.minorUnits)
        var used: [Int: UInt32] = [:]
        for row in facts {
            guard let place = rows.figures[row] else { continue }
            let isMoney = list[place].figure.unit == .money
            let value: Int128 =
                isPlain[row]
                ? FigureWords.billionths(values[row]!)
                : isMoney
                    ? Int128(amounts.minor[row])
                    : Int128(amounts.minor[row]) * Int128(Quantity.scale) / minorUnits
            if used[place] == nil {
                used[place] = UInt32(table.list.count)
                table.list.append(list[place].figure)
            }
            table.figures.append(used[place]!)
            table.starts.append(dates.first(row)!)
            table.ends.append(dates.last(row)!)
            table.values.append(value)
        }
        table.members = members(merged, facts)
        self.facts.figures = table
        noteOrigins(.figures, merged, facts)
        for place in list.indices where used[place] == nil { list[place].isUsed = false }
        report(list.filter(\.isUsed))
    }

    /// Multiplies values by the scales that their cells of units say, and gives their rows the currencies.
    private mutating func takeUnits(_ merged: inout Merged) {
        guard let units = merged[.unitOfFigure], var values = merged[.value] else { return }
        let said = units.pool.texts.map { $0.isEmpty ? nil : FigureWords.unit($0) }
        guard said.contains(where: { $0.map { $0.scale != .tens(0) || $0.currency != .none } ?? false }) else { return }
        var currencies = merged[.currency] ?? TextColumn(codes: CodeColumn(repeating: 0, count: merged.count))
        var problems: [(row: Int, problem: Problem)] = []
        let reporting = CurrencyMark(code: settings.currency.code)
        for row in 0..<merged.count where merged.fates[row] == .fact {
            guard let unit = said[Int(units.codes[row])] else { continue }
            if unit.currency != .none, currencies.codes[row] == 0 {
                let mark = unit.currency.resolved(reporting: reporting, locale: settings.locale)
                currencies.codes[row] = currencies.pool.code(mark.code ?? mark.sign)
            }
            guard unit.scale != .tens(0), let value = values[row] else { continue }
            let own = currencies.codes[row] == 0 ? settings.currency : Currency(currencies.pool.text(currencies.codes[row]))
            guard let whole = value.times(unit.scale, own) else {
                problems.append((row, Problem(.tooLarge, column: merged.source.places[.value], ["what": "figure"])))
                continue
            }
            values.set(row, whole, mark: values.marks?[row] ?? .none, sign: values.signs?[row] ?? false)
        }
        reject(problems, &merged)
        merged[any: NumberKey.value] = .numbers(values)
        merged[any: TextKey.currency] = .texts(currencies)
    }

    /// Says which figures' kinds and units are assumed, and of which the files say two things.
    private mutating func report(_ list: [SaidOfRows.Found]) {
        for found in list {
            for clash in found.clashes {
                general.addApart(
                    Finding(
                        .contradictingFigure, file: "",
                        [
                            "figure": found.figure.name, "rows": clash.rows, "other": clash.other, "others": clash.others,
                            "taken": clash.taken,
                        ]))
            }
        }
        for kind in [Figure.Kind.flow, .stock] {
            let assumed = list.filter { $0.isKindAssumed && $0.figure.kind == kind }.map(\.figure.name)
            guard !assumed.isEmpty else { continue }
            general.addApart(
                Finding(
                    .assumedFigureKind, file: "",
                    [
                        "figures": Recognition.list(assumed, limit: 5), "kind": kind.rawValue,
                        "meaning": kind == .flow ? "values add up over the days of a period" : "the latest value counts",
                    ]))
        }
    }

    /// Says which values newer files took the place of, and where that cannot be told.
    private mutating func report(_ restated: [Restated], _ doubtful: [DoubtfulOverlap], _ merged: Merged) {
        for entry in restated {
            guard let index = merged.files[entry.file].index else { continue }
            found[index].add(
                Finding(
                    .restatedFigures, file: merged.files[entry.file].path,
                    [
                        "first": entry.days.lowerBound, "last": entry.days.upperBound, "rows": entry.rows.count,
                        "replaced": entry.replaced.count,
                        "olders": Recognition.list(entry.olders.map { merged.files[$0].path }, limit: 3),
                    ]))
        }
        for entry in doubtful {
            let rows = entry.rows.filter { merged.fates[$0] == .fact }
            guard !rows.isEmpty, let index = merged.files[entry.file].index else { continue }
            found[index].add(
                Finding(
                    .doubtfulFigures, file: merged.files[entry.file].path,
                    ["older": merged.files[entry.older].path, "rows": rows.count, "known": entry.known, "keys": entry.keys]))
        }
    }
}

/// What the rows of figures say of them.
private struct SaidOfRows {
    /// A figure, and what was not plain about it.
    struct Found {
        var figure: Figure
        var isKindAssumed: Bool
        var clashes: [(rows: Int, other: String, others: Int, taken: String)] = []
        var isUsed = true
    }

    /// By row the place of its figure among all; nil where it has no name.
    let figures: [Int?]
    private let count: Int
    private let units: [Figure.Unit?]
    private let kinds: [Figure.Kind?]
    private let marks: [CurrencyMark]?

    init(_ merged: Merged) {
        var places: [String: Int] = [:]
        let names = merged[.figure]
        let byCode = (names?.pool.texts ?? []).map { name -> Int? in
            let key = Figure.key(name)
            if key.isEmpty { return nil }
            if places[key] == nil { places[key] = places.count }
            return places[key]
        }
        figures = (0..<merged.count).map { row in names.flatMap { byCode[Int($0.codes[row])] } }
        count = places.count
        let (unitCells, kindCells) = (merged[.unitOfFigure], merged[.kind])
        let saidUnits = (unitCells?.pool.texts ?? []).map { $0.isEmpty ? nil : FigureWords.unit($0)?.unit }
        let saidKinds = (kindCells?.pool.texts ?? []).map { $0.isEmpty ? nil : FigureWords.kind($0) }
        marks = merged[.value]?.marks
        let (marks, currencies) = (marks, merged[.currency])
        units = (0..<merged.count).map { row in
            if let unitCells, let said = saidUnits[Int(unitCells.codes[row])] { return said }
            return currencies.map { $0.codes[row] != 0 } == true || marks.map { $0[row] != .none } == true ? .money : nil
        }
        kinds = (0..<merged.count).map { row in kindCells.flatMap { saidKinds[Int($0.codes[row])] } }
    }

    /// Whether a row's value has a currency.
    func hasCurrency(_ row: Int, _ currencies: TextColumn?) -> Bool {
        currencies.map { $0.codes[row] != 0 } == true || marks.map { $0[row] != .none } == true
    }

    /// All figures. What most rows say of the newest file that says anything counts.
    func figures(_ merged: Merged) -> [Found] {
        var spellings = [[String: Int]](repeating: [:], count: count)
        var (said, kindsSaid) = (Said<Figure.Unit>(count), Said<Figure.Kind>(count))
        let names = merged[.figure]
        for row in 0..<merged.count where merged.fates[row] == .fact {
            guard let figure = figures[row], let names else { continue }
            spellings[figure][TextForm.plain(names.pool.text(names.codes[row])), default: 0] += 1
            let file = merged.fileOf[row]
            if let unit = units[row] { said.add(unit, of: figure, file: file) }
            if let kind = kinds[row] { kindsSaid.add(kind, of: figure, file: file) }
        }
        return (0..<count).map { place in
            let name =
                spellings[place].max { a, b in a.value != b.value ? a.value < b.value : precedes(b.key, a.key) }?.key ?? ""
            let (unit, kind) = (said.decided(place), kindsSaid.decided(place))
            var found = Found(
                figure: Figure(
                    name: name, unit: unit ?? .count, unitIsAssumed: unit == nil, kind: kind ?? FigureWords.kind(named: name)),
                isKindAssumed: kind == nil)
            if let unit, let clash = said.clash(place, unit) { found.clashes.append(clash) }
            if let kind, let clash = kindsSaid.clash(place, kind) { found.clashes.append(clash) }
            return found
        }
    }
}

/// How often rows say each of some things of figures, by file.
private struct Said<Value: RawRepresentable<String> & Hashable & CaseIterable> {
    /// By figure: for each file the rows that say each.
    private var counts: [[Int: [Value: Int]]]

    init(_ figures: Int) { counts = Array(repeating: [:], count: figures) }

    mutating func add(_ value: Value, of figure: Int, file: Int) { counts[figure][file, default: [:]][value, default: 0] += 1 }

    /// What most rows of the newest file say; of equally many the first of all.
    func decided(_ figure: Int) -> Value? {
        guard let newest = counts[figure].keys.max(), let said = counts[figure][newest] else { return nil }
        let most = said.values.max()
        return Value.allCases.first { said[$0] == most }
    }

    /// How many rows say what was decided and how many something else; nil where all say the same.
    func clash(_ figure: Int, _ decided: Value) -> (rows: Int, other: String, others: Int, taken: String)? {
        let rows = counts[figure].values.reduce(0) { $0 + ($1[decided] ?? 0) }
        for other in Value.allCases where other != decided {
            let others = counts[figure].values.reduce(0) { $0 + ($1[other] ?? 0) }
            if others > 0 { return (rows, other.rawValue, others, decided.rawValue) }
        }
        return nil
    }
}

extension FigureWords {
    /// A decimal in billionths, rounded half-even.
    fileprivate static func billionths(_ value: ExactDecimal) -> Int128 {
        Number.divideHalfEven(Int128(value.digits) * Int128(Quantity.scale), ExactDecimal.powersOfTen[value.scale])
    }
}
