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

    /// Says that a file has been summed up by score: nothing in it tells answers apart, and a column says how many there were.
    static func noteCountedAnswers(_ reader: FileReader, _ result: inout ReadFile) {
        let telling: [any AnyColumnKey] = [IDKey.responseID, TextKey.respondentID, TextKey.customerID, TextKey.comment]
        guard result.offsets.count > 0, telling.allSatisfy({ reader.header(of: $0) == nil }) else { return }
        let header = reader.document.layout.header
        guard let place = header.indices.first(where: { counts.contains(HeaderNames.key(header[$0])) }) else { return }
        let rows = reader.document.head(Head.size).filter { $0.indices.contains(place) }
        let numbers = rows.compactMap { Int($0[place].filter { !$0.isWhitespace && $0 != "," }) }
        guard numbers.count == rows.count, numbers.contains(where: { $0 > 1 }) else { return }
        result.found.add(
            Finding(
                .countedAnswers, file: reader.file.path, column: header[place], ["column": header[place]]))
    }

    private static let counts = Set(
        [
            "count", "counts", "responses", "number of responses", "response count", "responses count", "total responses",
            "answers", "number of answers", "answer count", "respondents", "number of respondents", "votes", "frequency",
            "anzahl",
            "anzahl antworten", "antworten", "häufigkeit", "nombre de réponses", "réponses", "respuestas", "人数", "数量", "份数",
            "次数",
            "票数", "回答数", "回复数", "答卷数", "样本数", "样本量",
        ].map(HeaderNames.key))

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
