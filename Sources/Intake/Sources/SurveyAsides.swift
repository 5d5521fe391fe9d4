import CSV
import Facts

/// Columns of surveys that say of each row which survey it is of, or how far the answer went.
enum SurveyAsides {
    /// What such a column says.
    enum Kind {
        /// Which kind of survey: `csat`.
        case kind
        /// The name of the survey, which may have such a word in it: `CSAT Support 2026`.
        case name
        /// How far the answer went: `Partial`.
        case state
        /// Whether it was finished: `False`.
        case finished
    }

    /// The places of these columns in a file.
    static func places(_ header: [String]) -> [Int] { header.indices.filter { kind(header[$0]) != nil } }

    /// What a column says, by its name.
    static func kind(_ header: String) -> Kind? {
        let key = TrialRows.key(header)
        return names.first { TrialRows.isMade(key[...], of: $0.names) }?.kind
    }

    private static let names: [(kind: Kind, names: Set<String>)] = [
        (
            .kind,
            keys(
                "survey type", "question type", "score type", "metric", "metric type", "survey metric", "survey template",
                "问卷类型", "指标", "指标类型", "评分类型", "umfragetyp", "type d'enquête")
        ),
        (.name, keys("survey", "survey name", "survey title", "问卷", "问卷名称", "调查名称", "umfrage", "enquête")),
        (
            .finished,
            keys("finished", "completed", "complete", "is complete", "is completed", "是否完成", "完成状态", "abgeschlossen")
        ),
        (
            .state,
            keys(
                "status", "response status", "response type", "completion status", "state", "答卷状态", "状态", "回复状态",
                "antwortstatus")
        ),
    ]

    /// Whether a cell says that a row is of a survey other than one that asks customers how likely they are to recommend.
    static func isOther(_ text: String, _ kind: Kind) -> Bool {
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        guard !words.contains("nps") else { return false }
        if words.contains(where: ["csat", "ces", "osat", "pmf", "enps"].contains) { return true }
        return kind == .kind && others.contains(TrialRows.key(text))
    }

    /// Whether a cell says that an answer was not finished, or that there was none.
    static func isDoubtful(_ text: String, _ kind: Kind) -> Bool {
        let key = HeaderNames.key(text)
        return doubtful.contains(key) || kind == .finished && unfinished.contains(key)
    }

    private static let others = keys(
        "customer satisfaction", "satisfaction", "customer effort", "customer effort score", "effort", "star rating", "stars",
        "stars5", "5 stars", "5-star", "five star", "smileys", "smiley", "thumbs", "emoji", "满意度", "客户满意度", "费力度", "客户费力度",
        "zufriedenheit", "kundenzufriedenheit")

    private static let doubtful = keys(
        "partial", "partially completed", "partially complete", "partial response", "incomplete", "not completed",
        "not finished", "unfinished", "abandoned", "dropped out", "disqualified", "screened out", "screenout", "over quota",
        "quota full", "not responded", "no response", "not answered", "unanswered", "no answer", "bounced", "未完成", "部分完成",
        "未答完", "未提交", "未答复", "未回复", "被甄别", "甄别", "配额满", "unvollständig", "nicht beantwortet", "abgebrochen", "partiel",
        "incomplet", "incompleto")

    private static let unfinished = keys("false", "no", "n", "0", "否", "nein", "non")

    private static func keys(_ names: String...) -> Set<String> { Set(names.map(HeaderNames.key)) }
}

extension FileReader {
    /// Finds the rows of other surveys, which do not count, and says which answers say that they may be none.
    static func sortAnswers(
        _ reader: FileReader, _ result: inout ReadFile, _ asides: [Aside]
    ) -> (keep: [Bool], words: [(place: Int, text: String)])? {
        var keep = [Bool](repeating: true, count: result.offsets.count)
        var left: [(place: Int, text: String)] = []
        let scores = reader.source.places[.score].flatMap { result.table[$0] }.flatMap(NumberColumn.init)
        for aside in asides {
            guard let kind = SurveyAsides.kind(aside.name) else { continue }
            let isOfSurvey = kind == .kind || kind == .name
            let fits = aside.cells.pool.texts.map {
                !$0.isEmpty && (isOfSurvey ? SurveyAsides.isOther($0, kind) : SurveyAsides.isDoubtful($0, kind))
            }
            guard fits.contains(true) else { continue }
            var counts = [Int](repeating: 0, count: fits.count)
            var first: Int?
            for row in keep.indices where keep[row] && fits[Int(aside.cells.codes[row])] {
                guard isOfSurvey || scores.map({ $0[row] != nil }) ?? false else { continue }
                first = first ?? row
                counts[Int(aside.cells.codes[row])] += 1
                if isOfSurvey { keep[row] = false }
            }
            guard let first else { continue }
            let texts = counts.indices.filter { counts[$0] > 0 }.map { aside.cells.pool.text(UInt32($0)) }
            if isOfSurvey { left += texts.map { (aside.place, $0) } }
            result.found.addApart(
                Finding(
                    isOfSurvey ? .otherSurveys : .doubtfulAnswers, file: reader.file.path,
                    line: reader.document.line(at: result.offsets[first]), column: aside.name,
                    ["rows": counts.reduce(0, +), "words": Recognition.list(texts.sorted(), limit: 5)]))
        }
        return keep.contains(false) ? (keep, left) : nil
    }
}
