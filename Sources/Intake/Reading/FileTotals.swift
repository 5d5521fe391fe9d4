import CSV
import Facts

extension FileReader {
    /// Takes out the rows that are totals of others, and says which rows may be.
    ///
    /// - Parameter groups: Where rows begin that were already found to be headings, totals of groups or notes.
    func takeOutTotals(_ result: inout ReadFile, _ groups: [(offset: Int, kind: GroupRows.Kind)]) {
        let areSingles = source.singles.flatMap { source.places[$0] }.map { columns[$0] != nil } ?? false
        guard !source.sums.isEmpty, !areSingles, result.offsets.count + result.rejects.count > 0 else { return }
        var totals = FileTotals(self, result, groups)
        totals.findMarks()
        totals.take(into: &result)
    }
}

/// The totals among the rows of a file, which only the whole of them shows.
///
/// Rows that are called totals are found by the different texts of the file's columns, others by their amounts while the rows are
/// summed up once; only these are looked at more closely.
struct FileTotals {
    let reader: FileReader
    let file: ReadFile
    let groups: [(offset: Int, kind: GroupRows.Kind)]
    let amounts: [Addends]
    /// The file's columns that hold amounts, those that hold dates, those of which it is known that they hold texts, and those of names,
    /// in which `NA` is one.
    let amountPlaces: Set<Int>
    private let datePlaces: [Int]
    private let textPlaces: Set<Int>
    private let namePlaces: Set<Int>
    private(set) var marks: [Mark] = []
    /// How many rows may still be looked at.
    private var looks = FileTotals.mostLooks

    /// How many rows that only their amounts make suspect are looked at: they come by chance where amounts repeat.
    private static let mostLooks = 256
    /// How many rows at either end of a file are looked at in all their columns.
    private static let edge = 3
    /// For how many rows their part is looked for in the whole file.
    static let mostParts = 100

    /// A place at which sums may begin or end.
    struct Mark {
        /// Where it begins in the file.
        var offset: Int
        /// How many usable rows stand in front of it.
        var at: Int
        /// The usable row that it is; nil for others.
        var row: Int?
        /// The place among the rejects of the row that it is; nil for others.
        var reject: Int?
        /// Whether it stands below the table.
        var isBelow = false
        /// What the row is called.
        var name = ""
        var search = TotalSearch.Mark()
    }

    init(_ reader: FileReader, _ file: ReadFile, _ groups: [(offset: Int, kind: GroupRows.Kind)]) {
        self.reader = reader
        self.file = file
        self.groups = groups
        let source = reader.source
        let typed = TypedColumns(places: source.places, columns: file.table, count: file.offsets.count)
        amounts = source.sums.map { Addends(typed[$0], count: file.offsets.count) }
        let places = source.columns.indices.filter { reader.columns[$0] != nil }
        amountPlaces = Set(places.filter { source.columns[$0].kind.isNumber }.map { reader.columns[$0]! })
        datePlaces = places.filter { source.columns[$0].kind.isDate }.map { reader.columns[$0]! }
        namePlaces = Set(places.filter { source.columns[$0].isName }.map { reader.columns[$0]! })
        textPlaces = Set(places.filter { [.text, .word, .id].contains(source.columns[$0].kind) }.map { reader.columns[$0]! })
    }

    // MARK: Rows that may be totals

    /// Finds the rows that may be totals, and all else between which sums may lie.
    mutating func findMarks() {
        for group in groups { marks.append(Mark(offset: group.offset, at: count(before: group.offset))) }
        for index in file.rejects.indices { addReject(index) }
        var named = namedRows()
        for row in edgeRows() where named[row] == nil {
            let name = cells(row).enumerated().first {
                !amountPlaces.contains($0.offset) && TotalWords.isOutright($0.element)
            }
            if let name { named[row] = name.element }
        }
        for (row, name) in named { addRow(row, .named, name) }
        sort()
        findSums()
        addBelow()
        sort()
    }

    /// Adds the totals that stand below the table: they are no rows of it, but tell whether all its rows are there.
    private mutating func addBelow() {
        guard file.offsets.count > 0, reader.source.sums.allSatisfy(isMoney), isOfOneCurrency else { return }
        for cells in reader.document.recordsBelow(FileTotals.edge) {
            let name = cells.enumerated().first {
                !amountPlaces.contains($0.offset) && TotalWords.isOutright($0.element)
            }
            guard let name, cells.count <= reader.document.layout.header.count else { continue }
            let part = BatchReader.row(
                cells, header: reader.document.layout.header, file.file, reader.source, reader.columns, file.readings,
                reader.settings)
            guard let part else { continue }
            var mark = Mark(offset: Int.max, at: file.offsets.count, isBelow: true, name: name.element)
            mark.search.sign = .named
            mark.search.isRejected = true
            mark.search.amounts = reader.source.sums.enumerated().map { index, key in
                if let reject = part.rejects.first { return reject.amounts[index].flatMap(Addends.value) }
                guard let place = reader.source.places[key], case .numbers(let numbers)? = part.columns[place],
                    numbers.digits.count == 1
                else { return nil }
                return numbers[0].flatMap(Addends.value)
            }
            if mark.search.amounts.contains(where: { $0 != nil }) { marks.append(mark) }
        }
    }

    private func isMoney(_ key: NumberKey) -> Bool {
        reader.source.places[key].map { reader.source.columns[$0].kind == .money } ?? false
    }

    /// Whether all amounts are in one currency, so that a total says something of them.
    private var isOfOneCurrency: Bool {
        let typed = TypedColumns(places: reader.source.places, columns: file.table, count: file.offsets.count)
        let marks = reader.source.sums.compactMap { typed[$0]?.marks }
        return (typed[.currency]?.pool.count ?? 1) <= 2 && marks.allSatisfy { $0.allSatisfy { $0 == marks[0][0] } }
    }

    private mutating func sort() { marks.sort { ($0.offset, $0.at) < ($1.offset, $1.at) } }

    private mutating func addRow(_ row: Int, _ sign: TotalSearch.Sign, _ name: String, hasSameDates: Bool = false) {
        var mark = Mark(offset: file.offsets[row], at: row, row: row, name: name)
        mark.search.sign = sign
        mark.search.isBoundary = sign != .amount
        mark.search.amounts = amounts.map { $0[row] }
        mark.search.hasSameDates = hasSameDates
        marks.append(mark)
    }

    private mutating func addReject(_ index: Int) {
        let reject = file.rejects[index]
        var mark = Mark(offset: reject.offset, at: count(before: reject.offset), reject: index)
        mark.search.isRejected = true
        mark.search.isBoundary = false
        mark.search.amounts = reject.amounts.map { $0.flatMap(Addends.value) }
        let called = reject.cells.enumerated().first {
            !amountPlaces.contains($0.offset) && TotalWords.isOutright($0.element)
        }
        if let called {
            mark.search.sign = .named
            mark.search.isBoundary = true
            mark.name = called.element
        }
        marks.append(mark)
    }

    /// The usable rows a text of which says outright that they are totals.
    private func namedRows() -> [Int: String] {
        var named: [Int: String] = [:]
        for (place, column) in reader.source.columns.enumerated() where [.text, .word, .id].contains(column.kind) {
            switch file.table[place] {
            case .texts(let texts)?:
                let codes = TotalWords.mayBe(texts.pool).filter { TotalWords.saying(texts.pool.text($0)) == .outright }
                guard !codes.isEmpty else { continue }
                let isTotal = Set(codes)
                for row in texts.codes.indices where texts.codes[row] != 0 && isTotal.contains(texts.codes[row]) {
                    named[row] = texts.pool.text(texts.codes[row])
                }
            case .list(let ids)?:
                for row in TotalWords.mayBe(ids) where TotalWords.saying(ids[row]) == .outright {
                    named[row] = ids[row]
                }
            default: break
            }
        }
        return named
    }

    private func edgeRows() -> [Int] {
        let count = file.offsets.count
        return Array(0..<min(count, FileTotals.edge))
            + Array(max(FileTotals.edge, count - FileTotals.edge)..<max(FileTotals.edge, count))
    }

    /// Finds the rows whose amount is the sum of those above, from the beginning or from the last mark on, and looks at them.
    private mutating func findSums() {
        guard var main = amounts.first(where: { !$0.isEmpty }) else { return }
        main.sumUp()
        let before = marks
        var sums = RunningSums()
        var (next, taken) = (0, Set(before.compactMap(\.row)))
        var row = 0
        let count = file.offsets.count
        while row < count || next < before.count {
            while next < before.count, before[next].at <= row {
                let mark = before[next]
                if let index = mark.reject, mark.search.sign == nil { look(atReject: index, &sums, main) }
                if mark.search.isBoundary { sums.begin() }
                next += 1
                if mark.row == row { row += 1 }
            }
            let end = min(count, next < before.count ? before[next].at : count)
            while row < end, let hit = main.firstSum(in: row..<end, &sums) {
                if !look(atRow: hit, sums, &taken) { sums.add(main.plain(hit)) } else { sums.begin() }
                row = hit + 1
            }
            row = max(row, end)
        }
        // At the top: what is the sum of all below.
        if count > 1, !taken.contains(0), sums.isTotalOfOthers(main.plain(0)) { _ = look(atRow: 0, sums, &taken, isTop: true) }
    }

    /// Whether a row whose amount is a sum may be a total; then it is marked.
    private mutating func look(atRow row: Int, _ sums: RunningSums, _ taken: inout Set<Int>, isTop: Bool = false) -> Bool {
        guard looks > 0 else { return false }
        looks -= 1
        let own = cells(row)
        let others = (isTop ? row + 1..<min(file.offsets.count, row + 4) : max(0, row - 3)..<row).filter { !taken.contains($0) }
            .map(cells)
        if let (sign, name) = sign(own, others) {
            taken.insert(row)
            let nearest = isTop ? others.first : others.last
            addRow(row, sign, name, hasSameDates: nearest.map { hasSameDates(own, $0) } ?? false)
            return true
        }
        if row == 0 || row == file.offsets.count - 1, sums.isSurprising(amounts.first { !$0.isEmpty }!.plain(row)) {
            taken.insert(row)
            addRow(row, .amount, "")
        }
        return false
    }

    /// Marks a row that was rejected as a total where it names nothing and its amount is a sum.
    private mutating func look(atReject index: Int, _ sums: inout RunningSums, _ main: Addends) {
        let reject = file.rejects[index]
        let place = amounts.firstIndex { !$0.isEmpty } ?? 0
        guard let amount = reject.amounts.indices.contains(place) ? reject.amounts[place].flatMap(Addends.value) : nil else {
            return
        }
        if sums.isSum(amount), looks > 0 {
            looks -= 1
            let row = count(before: reject.offset)
            let others = (max(0, row - 3)..<row).map(cells)
            if let (sign, name) = sign(reject.cells, others), let at = marks.firstIndex(where: { $0.reject == index }) {
                marks[at].search.sign = sign
                marks[at].search.isBoundary = true
                marks[at].search.hasSameDates = others.last.map { hasSameDates(reject.cells, $0) } ?? false
                marks[at].name = name
                sums.begin()
                return
            }
        }
        sums.addRejected(amount)
    }

    /// Why a row may be a total beside its amount, and what it is called; nil where nothing speaks for it.
    private func sign(_ own: [String], _ others: [[String]]) -> (TotalSearch.Sign, String)? {
        var best: (TotalWords.Saying, String)?
        for (place, cell) in own.enumerated() where !amountPlaces.contains(place) {
            guard let saying = TotalWords.saying(cell), best.map({ $0.0 < saying }) ?? true else { continue }
            best = (saying, cell)
        }
        if let best { return (best.0 == .perhaps ? .mayBeNamed : .named, best.1) }
        return isUnnamed(own, others) ? (.unnamed, "") : nil
    }

    /// Whether a row has no name where rows beside it have one; cells that are the same in all of them are no names.
    private func isUnnamed(_ own: [String], _ others: [[String]]) -> Bool {
        var lacks = false
        let places = own.indices.filter { !amountPlaces.contains($0) && !datePlaces.contains($0) && !file.filled.contains($0) }
        for place in places {
            let cell = own[place]
            let beside = others.compactMap { $0.indices.contains(place) ? $0[place] : nil }
            if isEmpty(cell, place) {
                let isText = textPlaces.contains(place)
                lacks = lacks || beside.contains { !isEmpty($0, place) && (isText || $0.contains(where: \.isLetter)) }
            } else if textPlaces.contains(place) || cell.contains(where: \.isLetter), !beside.allSatisfy({ $0 == cell }) {
                return false
            }
        }
        return lacks
    }

    func isEmpty(_ cell: String, _ place: Int) -> Bool {
        Array(cell.utf8).withUnsafeBytes { MissingWords.isMissing($0, isName: namePlaces.contains(place)) }
    }

    private func hasSameDates(_ own: [String], _ other: [String]) -> Bool {
        datePlaces.allSatisfy { place in
            guard own.indices.contains(place), other.indices.contains(place) else { return true }
            return isEmpty(own[place], place) || own[place] == other[place]
        }
    }

    private func cells(_ row: Int) -> [String] { reader.document.cells(at: file.offsets[row]) }

    /// How many usable rows stand in front of a place in the file.
    private func count(before offset: Int) -> Int {
        var (low, high) = (0, file.offsets.count)
        while low < high {
            let middle = (low + high) / 2
            if file.offsets[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
