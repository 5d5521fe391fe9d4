/// Names cut to the room there is for them, so that they can still be told apart. In full they stand in the table behind the chart.
enum Labels {
    /// Each name as it is where it fits, else cut with `…`.
    ///
    /// Names that are cut differ from all others, before the `…` too: where their beginnings are alike they are cut in the middle,
    /// each a little earlier than the one before; where that does not help, they are numbered.
    ///
    /// - Parameter fits: Whether there is room for a text.
    static func distinct(_ names: [String], fits: (String) -> Bool) -> [String] {
        var cut = names.map { fits($0) ? $0 : atEnd($0, fits) }
        var groups: [String: [Int]] = [:]
        for (index, name) in names.enumerated() where cut[index] != name {
            groups[beginning(cut[index]), default: []].append(index)
        }
        for group in groups.values where group.count > 1 {
            for (place, index) in group.enumerated() { cut[index] = inMiddle(names[index], earlier: place, fits) }
        }
        var seen = Set(names.indices.filter { cut[$0] == names[$0] }.map { cut[$0] })
        for index in names.indices where cut[index] != names[index] && !seen.insert(beginning(cut[index])).inserted {
            var number = 2
            repeat {
                cut[index] = atEnd("\(number) \(names[index])", fits)
                number += 1
            } while !seen.insert(beginning(cut[index])).inserted && number < 100
        }
        return cut
    }

    /// What stands before the cut.
    private static func beginning(_ text: String) -> String { String(text.prefix { $0 != "…" }) + "…" }

    private static func atEnd(_ name: String, _ fits: (String) -> Bool) -> String {
        var short = Array(name.prefix(Shortening.label))
        while short.count > 1 {
            short.removeLast()
            if fits(String(short) + "…") { break }
        }
        while short.count > 1, short.last == " " { short.removeLast() }
        return String(short) + "…"
    }

    /// The name without its middle; `earlier` is by how many letters the first part is shorter than half of what there is room for.
    private static func inMiddle(_ name: String, earlier: Int, _ fits: (String) -> Bool) -> String {
        let (first, last) = (Array(name.prefix(Shortening.label)), Array(name.suffix(Shortening.label)))
        func text(_ room: Int) -> String {
            let start = max(1, (room + 1) / 2 - earlier)
            return String(first.prefix(start)) + "…" + String(last.suffix(max(0, room - start)))
        }
        var room = min(name.count - 1, 2 * Shortening.label)
        while room > 2, !fits(text(room)) { room -= 1 }
        return text(room)
    }
}

extension TextWidth {
    /// The text on at most two lines, each at most `limit` wide, broken between words; nil where it does not fit.
    static func twoLines(_ text: String, _ limit: Double) -> [String]? {
        if of(text) <= limit { return [text] }
        let words = text.split(separator: " ")
        // As even as can be: the break that leaves the longer line shortest.
        let lines = (1..<max(words.count, 1)).map { split in
            [words[..<split].joined(separator: " "), words[split...].joined(separator: " ")]
        }
        return lines.filter { $0.allSatisfy { of($0) <= limit } }.min { a, b in
            (a.map { of($0) }.max() ?? 0) < (b.map { of($0) }.max() ?? 0)
        }
    }
}
