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

        /// Calls `body` with each id that is digits; ids of a list as often as they are there.
        func forEachNumber(_ body: (String) -> Void) {
            func look(_ text: String) { if !text.isEmpty, text.utf8.allSatisfy({ $0 &- 48 < 10 }) { body(text) } }
            if let pool { for code in 1..<max(1, UInt32(pool.count)) { look(pool.text(code)) } } else { list.forEach(look) }
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
        var forms: [(id: String, path: String)]
        /// The file that was looked at last, and the form it has.
        var last: (file: Int, id: String)
        /// Whether some file has two of them, which are two ids then.
        var isTwo = false
    }

    /// The groups that are one id each: no file tells their forms apart.
    private func joined() -> [Group] {
        guard Set(places.map(\.file)).count > 1, places.contains(where: { $0.marks.hasLeadingZero }),
            places.reduce(Int.max, { min($0, $1.marks.shortest) }) < places.reduce(0, { max($0, $1.marks.longest) })
        else { return [] }
        var groups: [String: Group] = [:]
        for place in places {
            place.forEachNumber { id in
                let number = String(id.drop { $0 == "0" })
                guard var group = groups[number] else {
                    groups[number] = Group(forms: [(id, place.path)], last: (place.file, id))
                    return
                }
                if group.last.file == place.file, group.last.id == id { return }
                if group.last.file == place.file { group.isTwo = true }
                group.last = (place.file, id)
                if !group.forms.contains(where: { $0.id == id }) { group.forms.append((id, place.path)) }
                groups[number] = group
            }
        }
        return groups.values.filter { $0.forms.count > 1 && !$0.isTwo }.sorted { precedes($0.forms[0].id, $1.forms[0].id) }
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
