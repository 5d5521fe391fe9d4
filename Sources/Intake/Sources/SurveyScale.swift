import CSV
import Facts

/// On which scale a survey's answers are.
enum SurveyScale {
    /// What may be done about a score that is a date.
    static let wasDate = "; a spreadsheet has turned it into a date: format the column as text and export it again"

    /// As many answers show on which scale they are.
    static let fewest = 20

    /// What answers are if not 0 to 10, and the scale that they may be on; nil where they may be answers of 0 to 10.
    ///
    /// - Parameters:
    ///   - answers: How many answers there are of each score from 0 to 10.
    ///   - above: How many answers there are from 11 to 100.
    static func other(_ answers: [Int], above: Int) -> (found: String, scale: Int)? {
        let count = answers.reduce(above, +)
        guard count >= fewest else { return nil }
        if above * 10 > count { return ("from 0 to 100 (\(above) of \(count) above 10)", 100) }
        guard above == 0, answers[1...5].reduce(0, +) == count else { return nil }
        return ("all within 1 to 5", 5)
    }

    /// A score on a scale as one of 0 to 10: of five, the lowest 0, the middle 5 and the highest 10; of a hundred, the tens.
    static func taken(_ score: Int64, from scale: Int) -> Int64 {
        switch scale {
        case 5: [0, 2, 5, 8, 10][Int(min(max(score, 1), 5)) - 1]
        case 100: score / 10
        default: score
        }
    }
}

extension FileReader {
    /// Takes answers to 0 to 10 where `sources.yml` says on which scale they are; else sets all rows of a file aside whose answers
    /// are on another.
    static func finishSurvey(_ reader: FileReader, _ result: inout ReadFile, _ groups: [(offset: Int, kind: GroupRows.Kind)]) {
        guard let place = reader.source.places[.score], case .numbers(var scores)? = result.table[place] else { return }
        func whole(_ score: ExactDecimal) -> Int64 { score.digits / Int64(ExactDecimal.powersOfTen[score.scale]) }
        if let scale = reader.rules.scale {
            for row in scores.digits.indices {
                guard let score = scores[row] else { continue }
                scores.set(row, ExactDecimal(digits: SurveyScale.taken(whole(score), from: scale), scale: 0))
            }
            result.table[place] = .numbers(scores)
            return
        }
        var answers = [Int](repeating: 0, count: 11)
        for row in scores.digits.indices { if let score = scores[row] { answers[Int(whole(score))] += 1 } }
        let above = result.rejects.count { reject in
            reject.problem.kind == .badScore && reader.isAboveTen(reject.cells, place)
        }
        guard let (found, scale) = SurveyScale.other(answers, above: above) else { return }
        let problem = Problem(.wrongScale, column: place, ["found": found, "scale": scale])
        for index in result.rejects.indices where result.rejects[index].problem.kind == .badScore {
            result.rejects[index].problem = problem
        }
        reader.setAside(&result, problem)
    }

    /// Whether a row that was set aside has a score from 11 to 100.
    private func isAboveTen(_ cells: [String], _ place: Int) -> Bool {
        guard let column = columns[place], cells.indices.contains(column) else { return false }
        var text = cells[column]
        let score = text.withUTF8 { CellReader(.score).amount(UnsafeRawBufferPointer($0)).value?.value.number }
        guard let score else { return false }
        return Number.less(Number(10), score) && !Number.less(Number(100), score)
    }

    /// Sets all rows aside that could be used.
    private func setAside(_ result: inout ReadFile, _ problem: Problem) {
        let wanted = Set((0..<result.offsets.count).map { result.offsets[$0] })
        let rows = document.map(workers: settings.workers) { batch in
            (0..<batch.count).filter { wanted.contains(batch.offset($0)) }.map { (batch.offset($0), batch.cells($0)) }
        }
        for (offset, cells) in rows.joined() {
            result.rejects.append(
                Reject(file: file.path, line: document.line(at: offset), offset: offset, problem: problem, cells: cells))
        }
        result.rejects.sort { $0.offset < $1.offset }
        let none = [Bool](repeating: false, count: result.offsets.count)
        result.table = result.table.map { $0?.filtered(none) }
        result.offsets = result.offsets.filtered(none)
    }
}
