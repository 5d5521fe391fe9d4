/// What browsers, desktops and people add to the name of a file that they have a second time: `report (1)`, `report - Copy`, `报表 - 副本`,
/// `report_final_v2`.
enum CopyNames {
    /// A name, without its ending, without such additions; and the number of the copy, 0 of none.
    static func parts(_ name: String) -> (name: String, number: Int) {
        var (rest, number) = (Substring(name), 0)
        let lower = name.lowercased()
        if let lead = leads.first(where: { lower.hasPrefix($0) && lower.count > $0.count }) {
            rest = rest.dropFirst(lead.count)
            number = 1
        }
        while let (shorter, found) = withoutLast(rest), !shorter.isEmpty {
            rest = shorter
            number = max(number, found)
        }
        return (String(rest), number)
    }

    /// A path as files of one series have it, dates and additions taken out of the name.
    static func series(of path: String) -> String {
        let path = InboxFile.stripped(path)
        guard let slash = path.lastIndex(of: "/") else { return NameDates.withoutDates(parts(path).name) }
        return NameDates.withoutDates(String(path[...slash]) + parts(String(path[path.index(after: slash)...])).name)
    }

    /// A name without the last addition, and its number; nil where it has none.
    private static func withoutLast(_ name: Substring) -> (Substring, Int)? {
        let name = trimmed(name)
        // (1)
        if let last = name.last, ")）".contains(last), let open = name.lastIndex(where: { "(（".contains($0) }) {
            let inner = name[name.index(after: open)...].dropLast()
            if let number = Int(inner), (1...99).contains(number) { return (trimmed(name[..<open]), number + 1) }
        }
        let text = name.lowercased()
        for word in ends where text.hasSuffix(word) {
            let rest = name.dropLast(word.count)
            // `Videokopie` is a word, `报表副本` is not.
            let isEastern = word.unicodeScalars.first!.value > 0x2FFF
            guard let before = rest.last, isEastern || !before.isLetter && !before.isNumber else { continue }
            return (trimmed(rest), 1)
        }
        // copy 2, v2
        let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count), let number = Int(String(digits.reversed())) else { return nil }
        let front = name.dropLast(digits.count)
        if front.last.map({ "vV".contains($0) }) ?? false, let before = front.dropLast().last, !before.isLetter,
            !before.isNumber
        {
            return (trimmed(front.dropLast()), number)
        }
        guard front.last == " ", let (rest, _) = withoutLast(front), !rest.isEmpty, !trimmed(front).hasSuffix(")") else {
            return nil
        }
        return (rest, number)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let last = text.last, " -_.".contains(last) { text = text.dropLast() }
        return text
    }

    private static let leads = ["copy of ", "kopie von ", "copie de ", "copia de ", "copia di ", "cópia de ", "副本"]
    private static let ends = [
        "copy", "kopie", "copie", "copia", "cópia", "final", "updated", "latest", "副本", "コピー", "最终版", "最终", "终版", "更新版", "修订版",
    ]
}
