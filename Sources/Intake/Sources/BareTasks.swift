import CSV
import Facts

extension FileReader {
    /// Looks at the tasks of a whole file.
    static func finishTasks(_ reader: FileReader, _ result: inout ReadFile) {
        sortOutBareTasks(reader, &result)
        guard let place = reader.source.places[.percent], let percents = result.table[place].flatMap(NumberColumn.init) else {
            return
        }
        var (small, isLarge) = (0, false)
        for row in 0..<result.offsets.count where percents.signs?[row] != true {
            guard let value = percents[row] else { continue }
            if Number.less(Number(1), value.number) { isLarge = true }
            if value.digits > 0, Number.less(value.number, Number(1)) { small += 1 }
        }
        guard small > 0, !isLarge else { return }
        result.found.add(
            Finding(.smallPercents, file: reader.file.path, column: reader.header(of: .percent), ["count": small]))
    }

    /// Rows that have nothing but a name, in a plan that says more of its tasks: where all others have an id they are headings of groups,
    /// else nobody knows, and it is said.
    private static func sortOutBareTasks(_ reader: FileReader, _ result: inout ReadFile) {
        let rows = TypedColumns(places: reader.source.places, columns: result.table, count: result.offsets.count)
        let others: [any AnyColumnKey] = [
            .department, .owner, .dueDate, .startDate, .doneDate, .status, .percent, .initiative,
        ].filter { (key: any AnyColumnKey) in reader.source.places[key].map { reader.columns[$0] != nil } ?? false }
        let columns = others.compactMap { rows[any: $0] }
        guard rows.count > 1, columns.count > 1, let tasks = rows[.task] else { return }
        let ids = rows[.actionID]
        var bare: [Int] = []
        var (tasksWithID, bareWithID) = (0, 0)
        for row in 0..<rows.count {
            let hasID = ids.map { $0.codes[row] != 0 } ?? false
            if columns.allSatisfy({ $0.isMissing(row) }) {
                bare.append(row)
                if hasID { bareWithID += 1 }
            } else if hasID {
                tasksWithID += 1
            }
        }
        // A list of nothing but names is one of tasks.
        guard let first = bare.first, bare.count * 2 < rows.count else { return }
        let line = reader.document.line(at: result.offsets[first])
        if bareWithID == 0, tasksWithID == rows.count - bare.count {
            let headings = Set(bare)
            result.exclude((0..<rows.count).map { !headings.contains($0) })
            result.found.add(
                Finding(
                    .groupRows, file: reader.file.path, line: line,
                    ["what": "\(bare.count) rows are headings, totals or notes of a report, not records, and do not count"]))
            return
        }
        let names = bare.map { tasks.pool.text(tasks.codes[$0]) }
        result.found.add(
            Finding(
                .bareTasks, file: reader.file.path, line: line,
                ["count": bare.count, "all": rows.count, "names": Recognition.list(names, limit: 3)]))
    }
}
