import CSV
import Facts

/// Names that stand only in the first row of their group, as spreadsheets write merged cells and pivot tables.
extension FileReader {
    /// Gives the rows below such a name the same one, where the shape of the whole file proves it: each name begins one group, and in
    /// every group the days, or the names of another column, begin anew. Where only the names look so, a warning says it.
    func fillMergedCells(_ result: inout ReadFile) {
        let keys: [TextKey] = [.team, .channel, .category, .campaign, .vendor]
        let count = result.offsets.count
        guard count >= 4 else { return }
        for key in keys {
            guard let place = source.places[key], let column = columns[place], case .texts(let texts)? = result.table[place],
                let starts = FileReader.groups(texts.codes), !hasOtherNames(result, column)
            else { continue }
            let blanks = count - starts.count
            let name = document.layout.header[column]
            let isSure = beginAnew(starts, result, besides: place)
            let values: FindingValues = ["rows": blanks, "groups": starts.count]
            guard isSure else {
                // Each of the names has rows without one below it.
                let ends = starts.dropFirst() + [count]
                if zip(starts, ends).allSatisfy({ $1 - $0 > 1 }) {
                    result.found.add(Finding(.mergedCells, file: file.path, column: name, values))
                }
                continue
            }
            var (filled, last) = (texts, UInt32(0))
            filled.codes = CodeColumn(
                texts.codes.indices.map { row in
                    if texts.codes[row] != 0 { last = texts.codes[row] }
                    return last
                })
            result.table[place] = .texts(filled)
            result.filled.insert(column)
            result.assumptions.append("`\(name)`: rows without a name are of the name above them, as of merged cells")
            result.found.add(Finding(.filledCells, file: file.path, column: name, values))
        }
    }

    /// Where groups begin, when the first row has a name, each name begins one group only, and two groups or more have rows without one;
    /// nil where that is not so.
    private static func groups(_ codes: CodeColumn) -> [Int]? {
        guard let first = codes.first, first != 0, codes.contains(0) else { return nil }
        var (starts, seen): ([Int], Set<UInt32>) = ([], [])
        for row in codes.indices where codes[row] != 0 {
            guard seen.insert(codes[row]).inserted else { return nil }
            starts.append(row)
        }
        let ends = starts.dropFirst() + [codes.count]
        let open = zip(starts, ends).count { $1 - $0 > 1 }
        return open >= 2 && open * 2 >= starts.count ? starts : nil
    }

    /// Whether rows that cannot be used have names of the column, so that groups begin where no usable row does.
    private func hasOtherNames(_ result: ReadFile, _ column: Int) -> Bool {
        result.rejects.contains { reject in
            guard reject.cells.indices.contains(column), !reject.cells[column].isEmpty else { return false }
            return TotalWords.saying(reject.cells[column]) == nil
        }
    }

    /// Whether in each group the days begin anew, or the names of another column do.
    private func beginAnew(_ starts: [Int], _ result: ReadFile, besides place: Int) -> Bool {
        let count = result.offsets.count
        let typed = TypedColumns(places: source.places, columns: result.table, count: count)
        let groups = zip(starts, starts.dropFirst() + [count]).map { $0..<$1 }
        guard let days = typed[.date]?.values, !days.contains(DayColumn.missing) else { return false }
        if Set(days).count > 1 {
            // Days go one way in each group and back where the next begins; in a book they go on.
            func restart(_ isBefore: (Int32, Int32) -> Bool) -> Bool {
                let areSorted = groups.allSatisfy { group in
                    group.dropFirst().allSatisfy { !isBefore(days[$0], days[$0 - 1]) }
                }
                return areSorted && groups.dropFirst().allSatisfy { isBefore(days[$0.lowerBound], days[$0.lowerBound - 1]) }
            }
            return restart(<) || restart(>)
        }
        return source.columns.indices.contains { other in
            guard other != place, case .texts(let texts)? = result.table[other], !texts.codes.contains(0) else { return false }
            let names = groups.map { group in group.map { texts.codes[$0] } }
            guard names.allSatisfy({ Set($0).count == $0.count }) else { return false }
            let all = Set(names[0])
            return names.dropFirst().allSatisfy { group in group.count { all.contains($0) } * 2 >= max(group.count, 2) }
        }
    }
}
