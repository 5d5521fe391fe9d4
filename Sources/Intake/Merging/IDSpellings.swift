import Facts

/// How the ids of one column are spelled, over all files that have it: which differ in leading zeros only and are one, and which
/// text stands for each that is written in several ways.
struct IDSpellings {
    /// The spelling of ids that are compared as another text.
    private(set) var spelling: [String: String] = [:]
    private(set) var findings: [Finding] = []

    private let name: String
    /// Oldest first.
    private let places: [Place]

    /// The ids of one file.
    private struct Place {
        let file: Int
        let path: String
        let marks: IDMarks
        /// Each once; nil where they are a list.
        let pool: BytePool?
        let list: TextList

        /// Calls `body` with each id that is digits, and those without its leading zeros; ids of a list as often as they are there.
        func forEachNumber(_ body: (_ digits: UnsafeRawBufferPointer, _ number: UnsafeRawBufferPointer) -> Void) {
            func look(_ text: UnsafeRawBufferPointer) {
                var zeros = 0
                while zeros < text.count, text[zeros] == 48 { zeros += 1 }
                for place in zeros..<text.count where text[place] &- 48 > 9 { return }
                if text.count > 0 { body(text, UnsafeRawBufferPointer(rebasing: text[zeros...])) }
            }
            guard let pool else {
                list.forEach(in: list.indices) { _, text in
                    look(text)
                    return true
                }
                return
            }
            for code in 1..<max(1, UInt32(pool.count)) { pool.withBytes(code, look) }
        }
    }

    init(_ name: String, _ tables: [SpelledTable]) {
        self.name = name
        var places: [Place] = []
        for (file, table) in tables.enumerated() {
            for (column, definition) in table.source.columns.enumerated()
            where definition.isID && Spellings.space(of: definition.name) == name {
                switch table.columns[column] {
                case .texts(let cells)? where definition.isIDList:
                    let (pool, marks) = IDParts.ids(of: cells)
                    places.append(Place(file: file, path: table.path, marks: marks, pool: pool, list: TextList()))
                case .texts(let cells)?:
                    places.append(
                        Place(file: file, path: table.path, marks: table.ids[column], pool: cells.pool, list: TextList()))
                case .list(let cells)?:
                    places.append(Place(file: file, path: table.path, marks: table.ids[column], pool: nil, list: cells))
                default: break
                }
                if let (pool, marks) = table.further[column], pool.count > 1 {
                    places.append(Place(file: file, path: table.path, marks: marks, pool: pool, list: TextList()))
                }
            }
        }
        self.places = places
        let groups = joined()
        var one: [String: String] = [:]
        for group in groups { for form in group.forms { one[form.id] = group.forms[0].id } }
        show(one)
        report(groups)
    }

    /// Ids of digits that differ in leading zeros only.
    private struct Group {
        /// In the order of their first files, with those.
        var forms: [(id: String, path: String)] = []
        /// The file that was looked at last, and the form it has.
        var last: (file: Int, id: String)?
        /// Whether some file has two of them, which are two ids then.
        var isTwo = false

        mutating func add(_ id: String, of place: Place) {
            if let last, last.file == place.file {
                if last.id == id { return }
                isTwo = true
            }
            last = (place.file, id)
            if !forms.contains(where: { $0.id == id }) { forms.append((id, place.path)) }
        }
    }

    /// The groups that are one id each: no file tells their forms apart.
    private func joined() -> [Group] {
        guard Set(places.map(\.file)).count > 1, places.contains(where: { $0.marks.hasLeadingZero }),
            places.reduce(Int.max, { min($0, $1.marks.shortest) }) < places.reduce(0, { max($0, $1.marks.longest) })
        else { return [] }
        let doubtful = doubtful()
        guard !doubtful.isEmpty else { return [] }
        var groups = [Group](repeating: Group(), count: doubtful.count)
        for place in places {
            place.forEachNumber { digits, number in
                if let group = doubtful.place(of: number) { groups[group].add(digits.asText, of: place) }
            }
        }
        return groups.filter { $0.forms.count > 1 && !$0.isTwo }.sorted { precedes($0.forms[0].id, $1.forms[0].id) }
    }

    /// The numbers that some ids write in several ways: of a million ids mostly none, or few.
    private func doubtful() -> NumberSet {
        // Of two ways to write a number one at least has a leading zero.
        var written = NumberSet()
        for place in places {
            place.forEachNumber { digits, number in
                if digits.count > number.count { written.insert(number, length: digits.count) }
            }
        }
        for place in places {
            place.forEachNumber { digits, number in
                if digits.count == number.count { written.note(number, length: digits.count) }
            }
        }
        return written.ofSeveralLengths
    }

    /// Finds the text that stands for each id that is written in several ways: as the oldest file has it. Ids of which each is met
    /// once are not shown anywhere, and stay as they are compared.
    private mutating func show(_ one: [String: String]) {
        var forms: [String: [String]] = [:]
        for (id, first) in one { forms[first, default: []].append(id) }
        if places.allSatisfy({ $0.pool != nil }) {
            for place in places {
                for code in (place.pool?.written ?? [:]).keys {
                    let id = place.pool!.text(code)
                    if one[id] == nil { forms[id] = [id] }
                }
            }
        }
        for place in places {
            guard let pool = place.pool, places.allSatisfy({ $0.pool != nil }) else { continue }
            for (id, own) in forms where spelling[id] == nil {
                guard
                    let (code, text) = own.lazy.compactMap({ form in pool.find(form).map { ($0, form) } }).min(by: {
                        $0.0 < $1.0
                    })
                else { continue }
                spelling[id] = pool.written[code].map(TextForm.trimmed) ?? text
            }
        }
        for (first, own) in forms {
            let text = spelling[first] ?? first
            for id in own { spelling[id] = Spellings.areSame(id, text) ? nil : text }
        }
    }

    private mutating func report(_ groups: [Group]) {
        guard let first = groups.first else { return }
        let examples = groups.prefix(3).map { group in
            group.forms.dropFirst().map { "`\($0.id)` of \($0.path)" }.joined(separator: ", ")
                + " = `\(group.forms[0].id)` of \(group.forms[0].path)"
        }
        findings.append(
            Finding(
                .joinedIDs, file: "", column: name,
                [
                    "count": groups.count, "column": name, "examples": examples.joined(separator: "; "),
                    "id": first.forms.map(\.id).max { $0.utf8.count < $1.utf8.count }!,
                ]))
    }
}

/// Numbers without leading zeros, each with how long it is written.
private struct NumberSet {
    private var pool = BytePool()
    /// By code in the pool, that of zero being 0: the length met first, 0 where none was, and whether there are others.
    private var lengths = [0]
    private var areSeveral = [false]

    /// Zero, which the pool has no code for, is always there.
    var count: Int { lengths.count }
    var isEmpty: Bool { !areSeveral.contains(true) }

    mutating func insert(_ number: UnsafeRawBufferPointer, length: Int) {
        let code = Int(pool.code(number))
        if code == lengths.count {
            lengths.append(0)
            areSeveral.append(false)
        }
        note(code, length)
    }

    /// Notes how a number is written that may not be there.
    mutating func note(_ number: UnsafeRawBufferPointer, length: Int) {
        if let code = place(of: number) { note(code, length) }
    }

    private mutating func note(_ code: Int, _ length: Int) {
        if lengths[code] == 0 { lengths[code] = length } else if lengths[code] != length { areSeveral[code] = true }
    }

    /// The place of a number among all; nil where it is not there.
    func place(of number: UnsafeRawBufferPointer) -> Int? { number.count == 0 ? 0 : pool.find(number).map(Int.init) }

    /// Those that are written in several lengths.
    var ofSeveralLengths: NumberSet {
        var some = NumberSet()
        some.areSeveral[0] = areSeveral[0]
        for code in 1..<max(1, UInt32(count)) where areSeveral[Int(code)] {
            pool.withBytes(code) { some.insert($0, length: lengths[Int(code)]) }
            some.areSeveral[some.count - 1] = true
        }
        return some
    }
}
