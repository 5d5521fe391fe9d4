/// The source of surveys.
extension Source {
    static let nps = Source(
        name: "nps", load: .upsert, key: ["response_id"], identity: "response_id",
        words: [
            "nps", "survey", "surveys", "survey responses", "responses", "feedback", "满意度", "问卷", "净推荐值", "调查", "调研", "問卷",
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
                    "的原因", "改进", "哪些建议", "意见或建议", "意见和建议", "意见与建议", "理由", "warum…bewertung"),
            Column(
                name: "score", kind: .score, isRequired: true,
                aliases: [
                    "nps score", "nps", "rating", "answer", "likelihood to recommend", "评分", "分数", "打分", "得分",
                    "nps评分", "推荐度", "推荐分", "bewertung", "punktzahl", "評分",
                ]
            ).asking(
                "how likely…recommend", "likely…to recommend", "likelihood…recommend", "would you recommend",
                "will you recommend", "推荐…可能性", "推荐…指数", "净推荐", "nps", "可能…推荐", "愿意…推荐", "推荐…意愿",
                "推荐…程度", "程度…推荐", "向…推荐…打分", "wahrscheinlich…empfehl", "probab…recommand", "probab…recomend"),
            .id(
                "response_id", "response", "answer id", "survey response id", "响应编号", "答卷编号", "答卷id", "回复编号", "序号", "编号"
            ).commonly("id", "#", "token").beside(["collector id"], "respondent id"),
            .stamp(
                "invited_at", "invited", "sent at", "sent", "sent date", "invite date", "invitation date", "survey sent at",
                "发送时间", "邀请时间", "发送日期", "邀请日期"),
            Column.stamp(
                "responded_at", "responded", "response date", "answered at", "submitted at", "submit date", "completed at",
                "end date", "submission date", "date submitted", "submitted", "response time", "date completed",
                "completion date", "date", "created at", "recorded date", "timestamp", "date & time", "beantwortet am",
                "antwortdatum", "回复时间", "提交时间", "提交答卷时间", "答题时间", "填写时间", "提交日期", "回复日期",
                "回答时间", "结束时间"
            ).commonly("created", "time").asking("提交…时间", "结束…时间", "完成…时间"),
            Column.customerID.also("external data reference", "external reference"),
            .text(
                "respondent_id", "respondent", "contact id", "email", "email address", "person email", "recipient email",
                "user id", "person id", "答题人", "受访者", "受访者id", "联系人", "邮箱", "提交人"
            ),
            .text("survey", "survey name", "campaign", "问卷", "问卷名称", "调查名称"),
            Column.stamp("started_at", "start date", "started", "start time", "开始时间").asking("开始…时间").auxiliary,
        ],
        hints: [
            "collector id", "network id", "response type", "ip address", "来自ip", "所用时间", "来源详情", "permalink", "survey type",
        ],
        entities: ["response", "survey"],
        derivations: [.instead("responded_at", of: ["started_at"])])
}
