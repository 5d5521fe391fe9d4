import CSV
import Facts

/// What speaks against the answers of a file being what they were taken for. They count all the same.
extension FileReader {
    /// Says that the answers of a file, or of one of its surveys, look like those on a shorter scale.
    static func noteDoubtfulScale(_ reader: FileReader, _ result: inout ReadFile) {
        let rows = TypedColumns(places: reader.source.places, columns: result.table, count: result.offsets.count)
        guard reader.rules.scale == nil, let scores = rows[.score] else { return }
        func note(_ answers: [Int], _ survey: String) -> Bool {
            guard let highest = SurveyScale.doubtful(answers) else { return false }
            let lowest = answers.firstIndex { $0 > 0 } ?? 0
            result.found.addApart(
                Finding(
                    .doubtfulScale, file: reader.file.path, column: reader.header(of: .score),
                    [
                        "answers": answers.reduce(0, +),
                        "of": survey.isEmpty ? "" : " of `\(Recognition.shortened(survey, 40))`",
                        "low": lowest, "high": answers.lastIndex { $0 > 0 } ?? 0, "points": highest,
                    ]))
            return true
        }
        let none = [Int](repeating: 0, count: 11)
        var all = none
        let surveys = rows[.survey]
        var bySurvey = [[Int]](repeating: none, count: surveys?.pool.count ?? 0)
        for row in 0..<rows.count {
            guard let score = scores[row] else { continue }
            let value = Int(SurveyScale.whole(score))
            all[value] += 1
            if let surveys { bySurvey[Int(surveys.codes[row])][value] += 1 }
        }
        if note(all, "") { return }
        guard let surveys else { return }
        for code in bySurvey.indices.dropFirst() { _ = note(bySurvey[code], surveys.pool.text(UInt32(code))) }
    }

    /// Says that all answers without a time of their own are 0, while the others have one: some programs write 0 where nobody answered.
    static func noteUnansweredZeros(_ reader: FileReader, _ result: inout ReadFile) {
        let rows = TypedColumns(places: reader.source.places, columns: result.table, count: result.offsets.count)
        guard let scores = rows[.score], let responded = rows[.respondedAt] else { return }
        var (zeros, dated, first) = (0, 0, 0)
        for row in 0..<rows.count {
            guard let score = scores[row] else { continue }
            if !responded[row].isMissing {
                dated += 1
            } else if score.digits == 0 {
                if zeros == 0 { first = row }
                zeros += 1
            } else {
                return
            }
        }
        guard zeros >= 5, dated > 0 else { return }
        result.found.add(
            Finding(
                .unansweredZeros, file: reader.file.path, line: reader.document.line(at: result.offsets[first]),
                column: reader.header(of: .score), ["answers": zeros]))
    }

    /// Says which other questions of a file ask how likely somebody is to recommend: only one of them is read.
    static func noteOtherQuestions(_ reader: FileReader, _ result: inout ReadFile) {
        let (header, names) = (reader.document.layout.header, reader.source.names)
        guard let place = reader.source.places[.score], let read = reader.header(of: .score) else { return }
        let asking = header.indices.filter { other in
            guard !reader.columns.contains(other) else { return false }
            let name = HeaderName(header[other])
            guard !["group", "category", "segment", "type", "分组", "类型", "分类"].contains(where: name.key.contains) else {
                return false
            }
            return names.asked(name).min { $0.rank < $1.rank }?.column == place
        }
        guard !asking.isEmpty else { return }
        let head = Head(reader.document.head(Head.size))
        let others = asking.filter { other in
            let cells = head.cells(other)
            let scores = cells.compactMap { Vocabulary.score($0) }.filter { $0.scale == 0 && (0...10).contains($0.digits) }
            return !cells.isEmpty && scores.count * 2 > cells.count
        }
        guard !others.isEmpty else { return }
        result.found.add(
            Finding(
                .otherQuestions, file: reader.file.path, column: header[others[0]],
                [
                    "read": Recognition.shortened(read, 80),
                    "others": Recognition.list(others.map { header[$0] }, limit: 3), "source": reader.source.name,
                ]))
    }
}
