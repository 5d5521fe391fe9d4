import CSV
import Facts

extension Roster {
    /// Whether a status says that a post is open: nobody holds it yet.
    static func isOpen(status: String) -> Bool { openStatuses.contains(HeaderNames.key(status)) }

    /// Whether a status says so of a post beside which no name stands.
    static func isPlanned(status: String) -> Bool { plannedStatuses.contains(HeaderNames.key(status)) }

    /// Whether what stands in the place of a name says that there is nobody: `TBH - AE West`, `Open Req 123`, `N.N.`, `待招`.
    static func isNobody(_ name: String) -> Bool {
        let key = HeaderNames.key(name)
        if nobody.contains(key) { return true }
        let words = name.lowercased().split { !$0.isLetter }.map(String.init)
        guard words.count > 1 || name.contains(where: \.isNumber) else {
            return unspaced.contains { key.hasPrefix($0) }
        }
        return openWords.contains(words.first ?? "") || openPairs.contains(words.prefix(2).joined(separator: " "))
            || unspaced.contains { key.hasPrefix($0) }
    }

    private static let openStatuses = keys(
        "open", "open position", "open req", "open requisition", "open role", "vacant", "vacancy", "unfilled", "not filled",
        "tbh",
        "to be hired", "tbd", "hiring", "recruiting", "in recruitment", "offen", "vakant", "unbesetzt", "zu besetzen",
        "nachzubesetzen", "in rekrutierung", "vacante", "poste vacant", "à pourvoir", "abierta", "待招", "待招聘", "招聘中", "在招", "拟招",
        "空缺", "空岗", "缺编", "未到岗", "募集中")

    private static let plannedStatuses = keys(
        "approved", "planned", "budgeted", "pending", "frozen", "requested", "genehmigt", "geplant", "已批准", "计划", "计划中", "编制")

    private static let nobody = keys(
        "tbh", "tbd", "tba", "to be hired", "to be determined", "vacant", "vacancy", "open", "unfilled", "new hire", "nn",
        "offen", "vakant", "unbesetzt", "nachbesetzung", "待定", "在招", "拟招", "空", "补招")

    private static let openWords: Set<String> = ["tbh", "tbd", "tba", "vacant", "vacancy", "vakant", "unbesetzt"]

    private static let openPairs: Set<String> = [
        "open req", "open requisition", "open position", "open role", "open headcount", "open hc", "to be", "new hire",
        "offene stelle",
        "poste vacant", "puesto vacante",
    ]

    /// Words of scripts that have no blanks between words.
    private static let unspaced = ["待招", "空缺", "空岗", "招聘中", "待入编", "缺编"]

    private static func keys(_ words: String...) -> Set<String> { Set(words.map(HeaderNames.key)) }
}

extension FileReader {
    /// Takes the posts out of a roster that nobody holds yet, by their status or what stands in the place of a name, and says so.
    static func leaveOutOpenPosts(_ reader: FileReader, _ result: inout ReadFile) {
        defer { if let place = reader.source.places[.person] { result.table[place] = nil } }
        let rows = TypedColumns(places: reader.source.places, columns: result.table, count: result.offsets.count)
        guard rows[.hiredOn] != nil else { return }
        let people = rows[.person]
        let open = rows[.employment]?.rows { !$0.isEmpty && Roster.isOpen(status: $0) } ?? []
        let planned = rows[.employment]?.rows { !$0.isEmpty && Roster.isPlanned(status: $0) } ?? []
        let nobody = people?.rows { !$0.isEmpty && Roster.isNobody($0) } ?? []
        let nameless = planned.filter { people?.codes[$0] == 0 }
        leaveOut(open + nameless + nobody, as: .openPosts, counting: "posts", reader, &result)
    }

    /// Takes out the rows of what may be the name of the whole, such as `Company`, where each is the sum of the teams of its month. Sums
    /// that stand right below or above their parts are found in any file; these may stand apart.
    static func leaveOutWholes(_ reader: FileReader, _ result: inout ReadFile) {
        let rows = TypedColumns(places: reader.source.places, columns: result.table, count: result.offsets.count)
        guard rows[.hiredOn] == nil, let teams = rows[.team], let sizes = rows[.fte], let dates = rows[.date] else { return }
        let mayBe = teams.pool.texts.map { TotalWords.saying($0) != nil }
        guard mayBe.contains(true) else { return }
        var parts: [Day: (count: Int, sum: Number)] = [:]
        for row in 0..<rows.count where !mayBe[Int(teams.codes[row])] {
            guard let day = dates.first(row), let size = sizes[row] else { continue }
            let part = parts[day] ?? (0, .zero)
            parts[day] = (part.count + 1, part.sum + size.number)
        }
        let isWhole = (0..<rows.count).map { row in
            guard mayBe[Int(teams.codes[row])], let day = dates.first(row), let size = sizes[row], let part = parts[day] else {
                return false
            }
            return part.count > 1 && part.sum == size.number
        }
        for row in 0..<rows.count where isWhole[row] {
            let values: FindingValues = [
                "what": "`\(Recognition.shortened(teams.pool.text(teams.codes[row]), 40))`",
                "amount": sizes[row]!.number.significant(), "rows": parts[dates.first(row)!]!.count,
            ]
            let line = reader.document.line(at: result.offsets[row])
            result.found.add(Finding(.totalRow, file: reader.file.path, line: line, values))
        }
        if isWhole.contains(true) { result.exclude(isWhole.map { !$0 }) }
    }
}
