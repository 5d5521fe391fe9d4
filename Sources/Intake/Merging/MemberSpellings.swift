import Facts

/// How the members of one dimension are spelled, over all sources.
///
/// "Most often written in all rows of all sources" is read literally: every row of every source that has the column, those that
/// were replaced, rejected or do not count among them.
struct MemberSpellings {
    /// The spelling by folded text; the empty text for `(none)`.
    private(set) var spelling: [String: String] = [:]
    private(set) var findings: [Finding] = []

    init(_ name: String, _ tables: [SpelledTable]) {
        let columns = tables.flatMap { table -> [Column] in
            guard let place = table.source.places[named: name], table.source.columns[place].isDimension,
                !table.source.columns[place].isID
            else { return [] }
            let aside = table.rejected[place].map { [Column(cells: $0)] } ?? []
            let counted = table.counted[place].map { [Column(cells: $0.cells, rows: $0.rows)] } ?? []
            guard case .texts(let cells)? = table.columns[place] else { return aside + counted }
            return [Column(cells: cells)] + aside + counted
        }
        // Most members are written in one way, which needs no counting.
        var several: [String: [Written: Int]] = [:]
        for column in columns {
            for text in column.cells.pool.texts.dropFirst() {
                let folded = TextForm.folded(text)
                let own = TextForm.trimmed(text)
                if let other = spelling[folded], !Spellings.areSame(other, own) {
                    several[folded, default: [Written(other): 0]][Written(own)] = 0
                } else {
                    spelling[folded] = own
                }
            }
        }
        count(columns, &several)
        for (folded, spellings) in several {
            let most = spellings.min { a, b in a.value != b.value ? a.value > b.value : precedes(a.key.text, b.key.text) }
            spelling[folded] = most!.key.text
        }
        for folded in ["", "(none)"] where spelling[folded] != nil {
            spelling[folded] = ""
            several[folded] = nil
        }
        report(name, several)
        reportSizes(name)
    }

    /// Cells of a column, each of one row or of so many.
    private struct Column {
        var cells: TextColumn
        var rows: [Int]?
    }

    /// Counts the rows of each spelling of the members that have several.
    private func count(_ columns: [Column], _ several: inout [String: [Written: Int]]) {
        guard !several.isEmpty else { return }
        for column in columns {
            let pool = column.cells.pool
            let folded = pool.texts.map(TextForm.folded)
            guard folded.contains(where: { several[$0] != nil }) else { continue }
            var rows = [Int](repeating: 0, count: pool.count)
            for (row, code) in column.cells.codes.enumerated() { rows[Int(code)] += column.rows?[row] ?? 1 }
            for (code, folded) in folded.enumerated() where several[folded] != nil {
                several[folded]![Written(TextForm.trimmed(pool.text(UInt32(code)))), default: 0] += rows[code]
            }
        }
    }

    private mutating func report(_ name: String, _ several: [String: [Written: Int]]) {
        let members = several.map { (shown: spelling[$0.key]!, spellings: $0.value) }.sorted { precedes($0.shown, $1.shown) }
        guard !members.isEmpty else { return }
        let texts = members.prefix(5).map { member in
            "`\(member.shown)` is also written \(MemberSpellings.others(member.spellings, member.shown))"
        }
        findings.append(
            Finding(
                .foldedMembers, file: "", column: name,
                [
                    "count": members.count, "dimension": name,
                    "spellings": texts.joined(separator: "; ") + (members.count > 5 ? "; and \(members.count - 5) more" : ""),
                ]))
    }

    /// Says which members were sizes, such as `11-50`, before a spreadsheet took them for dates: beside others that still are.
    private mutating func reportSizes(_ name: String) {
        // Of a million members none is a size most often, which their bytes tell soonest; then nobody looks for months among them.
        guard spelling.values.contains(where: { MemberSpellings.hasNoLetter($0) && MemberSpellings.size($0) == .asWritten })
        else { return }
        let dates = spelling.values.filter { MemberSpellings.size($0) == .asDate }
        guard !dates.isEmpty else { return }
        findings.append(
            Finding(
                .sizesMadeDates, file: "", column: name,
                ["dimension": name, "members": Assembler.few(Array(Set(dates)).sorted(by: precedes))]))
    }

    /// Whether a member is of digits, at least one, and of what may stand between two numbers.
    private static func hasNoLetter(_ text: String) -> Bool {
        var (hasDigit, hasOther) = (false, false)
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39: hasDigit = true
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "+"), 0x80...: hasOther = true
            default: return false
            }
        }
        return hasDigit && hasOther
    }

    /// How a member is a size: `51-200`, or `Nov-50`, `10-Jan`, `11月50日`; nil where it is none.
    private static func size(_ text: String) -> Size? {
        guard (4...8).contains(text.count) else { return nil }
        let parts = text.split { "-–. 月日".contains($0) }.map(String.init)
        guard parts.count == 2 else { return nil }
        let numbers = parts.map { Int($0) }
        switch (numbers[0], numbers[1]) {
        case (let low?, let high?) where text.contains("月"): return low <= 12 && high > 0 ? .asDate : nil
        case (let low?, let high?): return low < high && !text.contains(".") ? .asWritten : nil
        case (let day?, nil): return day <= 31 && isMonthName(parts[1]) ? .asDate : nil
        case (nil, let day?): return day <= 99 && isMonthName(parts[0]) ? .asDate : nil
        case (nil, nil): return nil
        }
    }

    private enum Size { case asDate, asWritten }

    private static func isMonthName(_ text: String) -> Bool {
        text.first?.isLetter == true && text.count >= 3 && Vocabulary.month(text) != nil
    }

    /// The other spellings of a member with their rows, the most frequent first.
    private static func others(_ spellings: [Written: Int], _ shown: String) -> String {
        let others = spellings.filter { !Spellings.areSame($0.key.text, shown) }.sorted { a, b in
            a.value != b.value ? a.value > b.value : precedes(a.key.text, b.key.text)
        }
        return others.map { written, rows in "`\(written.text)` (\(rows) row\(rows == 1 ? "" : "s"))" }.joined(separator: ", ")
    }

    /// A text as it is written: strings are equal where letters are made of other pieces, which are other spellings here.
    private struct Written: Hashable {
        let text: String

        init(_ text: String) { self.text = text }

        static func == (a: Written, b: Written) -> Bool { Spellings.areSame(a.text, b.text) }

        func hash(into hasher: inout Hasher) { for byte in text.utf8 { hasher.combine(byte) } }
    }
}
