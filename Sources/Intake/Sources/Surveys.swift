import CSV
import Facts

extension Source {
    /// Survey invitations and answers, one row each.
    static let surveys = Source(
        name: .surveys, role: .metrics, isRegular: true,
        load: .upsert, key: [.responseID], identity: .responseID,
        words: [
            "nps", "survey", "surveys", "survey responses", "responses", "feedback", "满意度", "问卷", "净推荐值", "调查", "调研",
        ],
        columns: [
            // Questions that ask why go before those that ask how likely: a header may do both.
            Column.comment.also("additional comments", "answer comment", "why", "qualitative response", "open-ended response")
                .asking(
                    "reason for your", "reason for giving", "reason you gave", "main reason", "primary reason",
                    "important reason", "why did you", "why…score", "why…rating", "why…recommend", "tell us why",
                    "tell us more", "please explain", "what could we", "what can we", "could we improve", "can we improve",
                    "do better", "what would it take", "what changes", "higher rating", "higher score", "anything else",
                    "additional feedback", "any other comments", "additional comments", "为什么", "什么原因", "主要原因",
                    "的原因", "改进", "哪些建议", "意见或建议", "意见和建议", "意见与建议", "理由", "warum…bewertung", "hauptgrund", "pourquoi…note",
                    "raison principale", "por qué…puntuación", "razón principal", "por que…nota", "motivo principal",
                    "perché…voto"),
            Column.score(
                .score, "nps score", "nps", "rating", "answer", "likelihood to recommend", "评分", "分数", "打分", "得分",
                "nps评分", "推荐度", "推荐分", "bewertung", "punktzahl"
            ).requiredOfFiles.asking(
                "how likely…recommend", "likely…to recommend", "likelihood…recommend", "would you recommend",
                "will you recommend", "推荐…可能性", "推荐…指数", "净推荐", "nps", "可能…推荐", "愿意…推荐", "推荐…意愿",
                "推荐…程度", "程度…推荐", "向…推荐…打分", "wahrscheinlich…empfehl", "probab…recommand", "probab…recomend",
                "recommand…probab", "recomend…probab", "probab…consigli", "consigli…probab", "waarschijnlijk…aanbevel",
                "どの程度…勧め", "薦め…可能性", "勧め…可能性"),
            .id(
                .responseID, "response", "answer id", "survey response id", "响应编号", "答卷编号", "答卷id", "回复编号", "序号", "编号"
            ).commonly("id", "#", "token").beside(["collector id"], "respondent id"),
            .stamp(
                .invitedAt, "invited", "sent at", "sent", "sent date", "invite date", "invitation date", "survey sent at",
                "发送时间", "邀请时间", "发送日期", "邀请日期"),
            Column.stamp(
                .respondedAt, "responded", "response date", "answered at", "submitted at", "submit date", "completed at",
                "end date", "submission date", "date submitted", "submitted", "response time", "date completed",
                "completion date", "date", "created at", "recorded date", "timestamp", "zeitstempel", "fertigstellungszeit",
                "horodateur", "heure de fin", "marca temporal", "hora de finalización", "carimbo de data/hora",
                "hora de conclusão", "ora di completamento", "informazioni cronologiche", "tijdstempel", "タイムスタンプ", "完了時刻",
                "时间戳", "时间戳记", "date & time", "beantwortet am",
                "antwortdatum", "回复时间", "提交时间", "提交答卷时间", "答题时间", "填写时间", "提交日期", "回复日期",
                "回答时间", "结束时间"
            ).commonly("created", "time").asking("提交…时间", "结束…时间", "完成…时间"),
            Column.customerID.also("external data reference", "external reference"),
            Column.text(
                .respondentID, "respondent", "contact id", "email", "email address", "person email", "recipient email",
                "user id", "person id", "答题人", "受访者", "受访者id", "联系人", "邮箱", "提交人"
            ).anID.compared,
            .text(.survey, "survey name", "campaign", "问卷", "问卷名称", "调查名称"),
            Column.stamp(
                .startedAt, "start date", "started", "start time", "startzeit", "heure de début", "hora de inicio",
                "ora di inizio", "开始时间"
            ).asking("开始…时间").auxiliary,
        ],
        hints: [
            "collector id", "network id", "response type", "ip address", "来自ip", "所用时间", "来源详情", "permalink", "survey type",
        ],
        entities: ["response", "survey"],
        derivations: [.first(.respondedAt, of: [.startedAt])], trials: .answers,
        finish: { reader, file, groups in
            FileReader.noteUnreadDates(reader, &file)
            FileReader.finishSurvey(reader, &file, groups)
            FileReader.noteDoubtfulScale(reader, &file)
            FileReader.noteUnansweredZeros(reader, &file)
            FileReader.noteOtherQuestions(reader, &file)
            FileReader.noteCountedAnswers(reader, &file)
        },
        sorting: Sorting(
            places: { header, _, _, _ in SurveyAsides.places(header) },
            keep: { reader, file, asides in FileReader.sortAnswers(reader, &file, asides) }), checks: [.survey],
        events: [.time(.invitedAt), .time(.respondedAt)], dated: .time([.invitedAt, .respondedAt]),
        build: { $0.buildSurveys(&$1) })
}

extension AnyColumnKey where Self == TextKey {
    static var respondentID: Self { Self("respondent_id") }
    static var survey: Self { Self("survey") }
    static var comment: Self { Self("comment") }
}

extension AnyColumnKey where Self == IDKey {
    static var responseID: Self { Self("response_id") }
}

extension AnyColumnKey where Self == NumberKey {
    static var score: Self { Self("score") }
}

extension AnyColumnKey where Self == StampKey {
    static var invitedAt: Self { Self("invited_at") }
    static var respondedAt: Self { Self("responded_at") }
    static var startedAt: Self { Self("started_at") }
}

extension TrialMarks {
    /// Test and preview answers.
    fileprivate static let answers = TrialMarks(
        code: .trialRows,
        headers: [
            "status", "response status", "distribution channel", "response type", "collector", "collector name",
            "collector type",
            "channel", "mode", "response mode", "survey mode", "source", "response source", "survey type", "tags", "来源", "来源详情",
            "来源渠道", "答卷来源", "答题来源", "数据来源", "渠道", "状态", "答卷状态", "答卷类型", "來源", "狀態",
        ],
        words: [
            "survey preview", "survey test", "preview", "test", "testing", "test response", "preview response", "test answer",
            "test data", "test mode", "preview mode", "survey preview spam", "offline survey preview", "测试", "预览", "测试数据",
            "测试答卷",
            "预览答卷", "测试链接", "预览链接", "测试模式", "試填", "測試", "預覽", "试填", "vorschau", "umfragevorschau", "testantwort",
            "aperçu", "réponse test", "vista previa", "prueba", "visualização", "pré-visualização", "teste", "anteprima",
            "prova",
            "voorbeeld", "spam", "テスト", "プレビュー", "테스트", "미리보기",
        ],
        flags: [
            "test", "is test", "test response", "is test response", "test data", "is test data", "response is test data",
            "preview",
            "is preview", "测试", "是否测试", "是否为测试", "测试数据", "是否预览", "測試",
        ],
        // Qualtrics writes its states as numbers too.
        numbers: (header: "status", beside: "distribution channel", cells: ["1", "2", "8", "9", "17"]))
}

extension RowCheck {
    /// That a score is one, and that something says when it was.
    fileprivate static let survey = RowCheck { rows, verdicts in
        guard let scores = rows[.score] else { return }
        let (invited, responded) = (rows[.invitedAt], rows[.respondedAt])
        for row in 0..<rows.count {
            if let score = scores[row] {
                let power = ExactDecimal.powersOfTen[score.scale]
                let digits = Int128(score.digits)
                let (lowest, highest) = (Int128(rows.rules.scale == 5 ? 1 : 0), Int128(rows.rules.scale ?? 10))
                if !(lowest * power...highest * power).contains(digits) || digits % power != 0 || scores.signs?[row] == true {
                    // A spreadsheet's number of a day.
                    let isDay = (20_000...80_000).contains(digits / power)
                    let or = isDay ? SurveyScale.wasDate : ", or leave it empty if there was no answer"
                    verdicts.reject(
                        row, Problem(.badScore, column: rows.place(.score), ["found": score.number.significant(), "or": or]))
                    continue
                }
            }
            let hasDate = invited.map { !$0[row].isMissing } ?? false || responded.map { !$0[row].isMissing } ?? false
            if !hasDate { verdicts.reject(row, Problem(.missingDate, column: rows.place(.respondedAt))) }
        }
    }
}

extension Assembler {
    fileprivate mutating func buildSurveys(_ merged: inout Merged) {
        applyLoadRule(&merged)
        let rows = finish(merged)
        guard !rows.isEmpty, let scores = merged[.score] else { return }
        let (invited, responded) = (merged[.invitedAt], merged[.respondedAt])
        var table = Surveys(dimensions: settings.dimensions.count)
        for row in rows {
            let invitation = day(invited, row)
            table.invited.append(invitation ?? .distantPast)
            if let score = scores[row] {
                table.scores.append(Int8(score.digits / Int64(ExactDecimal.powersOfTen[score.scale])))
                table.responded.append(day(responded, row) ?? invitation ?? .distantPast)
            } else {
                table.scores.append(-1)
                table.responded.append(.distantPast)
            }
        }
        table.customers = customerCodes(merged, rows)
        table.comments = strings(merged, .comment, rows)
        table.members = members(merged, rows)
        table.hasInvited = invited != nil
        facts.surveys = table
        noteOrigins(.surveys, merged, rows)
    }
}

extension FileReader {
    /// Says which columns of dates are not read, where answers are dated by their invitation for want of a time of their own.
    fileprivate static func noteUnreadDates(_ reader: FileReader, _ result: inout ReadFile) {
        let places = reader.source.places
        guard let responded = places[.respondedAt], result.table[responded] == nil,
            let invited = places[.invitedAt], result.table[invited] != nil,
            let score = places[.score], let scores = result.table[score].flatMap(NumberColumn.init),
            scores.digits.contains(where: { $0 != NumberColumn.missing })
        else { return }
        let header = reader.document.layout.header
        let unread = Head(reader.document.head(Head.size)).dates(among: header.indices.filter { !reader.columns.contains($0) })
        guard !unread.isEmpty else { return }
        result.found.add(
            Finding(.unreadDates, file: reader.file.path, ["columns": Recognition.list(unread.map { header[$0] }, limit: 5)]))
    }
}
