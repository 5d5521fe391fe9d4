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
    ///   - others: The scores of the other answers: those that are not whole, and those below 0 or above 10.
    static func other(_ answers: [Int], others: [Number]) -> (found: String, scale: Int)? {
        let count = answers.reduce(others.count, +)
        guard count >= fewest else { return nil }
        let above = self.count(others, from: 11, to: 100)
        if above * 10 > count { return ("from 0 to 100 (\(above) of \(count) above 10)", 100) }
        guard answers[1...5].reduce(0, +) + self.count(others, from: 1, to: 5) == count else { return nil }
        return ("all within 1 to 5", 5)
    }

    /// The highest score of the scale that answers seem to be on, though they may be of 0 to 10: of 20 or more none is above 7, or of
    /// eight or more none above 5. Nil where nothing speaks for it.
    static func doubtful(_ answers: [Int]) -> Int? {
        let count = answers.reduce(0, +)
        guard count >= 8, let most = answers.lastIndex(where: { $0 > 0 }), most > 1 else { return nil }
        if most <= 5 { return 5 }
        return count >= fewest && most <= 7 ? 7 : nil
    }

    /// A score without what stands behind the decimal sign, which is nothing in rows that are used.
    static func whole(_ score: ExactDecimal) -> Int64 { score.digits / Int64(ExactDecimal.powersOfTen[score.scale]) }

    private static func count(_ scores: [Number], from low: Int, to high: Int) -> Int {
        scores.count { !Number.less($0, Number(low)) && !Number.less(Number(high), $0) }
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
        if let scale = reader.rules.scale {
            for row in scores.digits.indices {
                guard let score = scores[row] else { continue }
                scores.set(row, ExactDecimal(digits: SurveyScale.taken(SurveyScale.whole(score), from: scale), scale: 0))
            }
            result.table[place] = .numbers(scores)
            return
        }
        var answers = [Int](repeating: 0, count: 11)
        for row in scores.digits.indices { if let score = scores[row] { answers[Int(SurveyScale.whole(score))] += 1 } }
        let others = result.rejects.compactMap { reject in
            reject.problem.kind == .badScore ? reader.score(reject.cells, place) : nil
        }
        guard let (found, scale) = SurveyScale.other(answers, others: others) else { return }
        let problem = Problem(.wrongScale, column: place, ["found": found, "scale": scale])
        for index in result.rejects.indices where result.rejects[index].problem.kind == .badScore {
            result.rejects[index].problem = problem
        }
        reader.reject(&result, problem)
    }

    /// The score of a row that was rejected; nil where it is no number.
    private func score(_ cells: [String], _ place: Int) -> Number? {
        guard let column = columns[place], cells.indices.contains(column) else { return nil }
        var text = cells[column]
        return text.withUTF8 { CellReader(.score).amount(UnsafeRawBufferPointer($0)).value?.value.number }
    }

    /// Sets all rows aside that could be used.
    private func reject(_ result: inout ReadFile, _ problem: Problem) {
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
