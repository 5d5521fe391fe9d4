/// The two sources of leads.
extension Source {
    static let leads = Source(
        name: "leads", load: .upsert, key: ["lead_id"], identity: "lead_id",
        words: ["leads", "lead", "opportunities", "deals", "pipeline", "funnel", "crm", "线索", "商机", "潜在客户", "线索表", "線索"],
        columns: [
            Column.id(
                "lead_id", "lead", "lead number", "deal id", "opportunity id", "opportunity number", "prospect id", "线索编号",
                "线索id", "商机编号", "商机id", "机会编号", "线索号", "線索編號"
            )
            .also("do not modify opportunity", "do not modify lead").commonly("id", "record id", "hs object id", "编号", "数据id")
            .required,
            Column.stamp(
                "created_at", "created", "created date", "create date", "creation date", "created on", "lead created",
                "lead date", "date created", "created time", "add time", "deal created", "submitted at", "lead submitted at",
                "erstellt am", "erstelldatum", "angelegt am", "erstellungsdatum", "创建时间", "创建日期", "线索创建时间",
                "录入时间", "新建时间", "建立時間", "创建于"
            ).required,
            .stamp(
                "first_response_at", "first response", "first response date", "first contact", "first contacted at",
                "first touch", "first response time", "responded at", "首次响应时间", "首次跟进时间", "首次联系时间",
                "首响时间"),
            .stamp(
                "mql_at", "mql", "mql date", "became mql", "marketing qualified at", "marketing qualified date",
                "became a marketing qualified lead date", "mql时间", "市场合格时间", "mql日期"
            ).asking("date entered marketing qualified"),
            .stamp(
                "sql_at", "sql", "sql date", "became sql", "sales qualified at", "sales qualified date",
                "became a sales qualified lead date", "sql时间", "销售合格时间", "sql日期"
            ).asking("date entered sales qualified"),
            .stamp(
                "opportunity_at", "opportunity", "opportunity date", "opportunity created", "opportunity created at",
                "opp date", "became opportunity", "became an opportunity date", "converted date", "converted at",
                "converted on", "conversion date", "商机时间", "转商机时间", "商机创建时间", "商机日期", "转换时间", "转换日期",
                "转化时间"
            ).asking("date entered opportunity"),
            .stamp(
                "won_at", "won date", "won time", "won on", "closed won", "closed won date", "closed won at", "win date",
                "became customer", "became a customer date", "won", "gewonnen am", "赢单时间", "成交时间", "赢单日期",
                "成交日期"
            ).asking("date entered closed won", "date entered customer"),
            .stamp(
                "lost_at", "lost date", "lost time", "lost on", "closed lost", "closed lost date", "closed lost at", "lost",
                "verloren am", "输单时间", "丢单时间", "流失时间", "输单日期"
            ).asking("date entered closed lost"),
            .amount(
                "deal amount", "deal value", "opportunity amount", "expected revenue", "deal size",
                "amount in company currency", "商机金额", "成交金额", "预计金额", "赢单金额", "销售金额"),
            .currency,
            Column.customerID.also("associated company id", "associated company ids", "primary associated company id"),
            Column.text(
                "company", "company name", "company / account", "organization", "organisation", "account name",
                "associated company", "firma", "unternehmen", "公司", "公司名称", "企业名称", "客户名称"
            )
            .compared,
            // What CRMs write in their stead.
            Column.flag("is_won", "won", "is closed won", "hs is closed won").auxiliary,
            Column.flag("is_lost", "lost", "is closed lost", "hs is closed lost").auxiliary,
            Column.flag("is_closed", "closed", "is deal closed").auxiliary,
            Column.word("outcome", "lead status", "deal status", "opportunity status", "线索状态", "商机状态", "赢单状态").commonly(
                "status", "state", "result", "状态"
            ).auxiliary,
            Column.word(
                "stage_name", "stage", "deal stage", "opportunity stage", "sales stage", "pipeline stage", "phase", "阶段",
                "销售阶段", "商机阶段"
            ).auxiliary,
            Column.stamp(
                "closed_at", "close date", "closed date", "close time", "closed time", "closed on", "deal closed on",
                "date closed", "actual close date", "closed", "schlusstermin", "abschlussdatum", "结单日期", "关闭时间",
                "关闭日期", "实际成交日期"
            ).auxiliary,
            Column.stamp(
                "stage_changed_at", "last stage change", "last stage change date", "stage change time", "阶段变更时间", "阶段更新时间"
            ).auxiliary,
            Column.text("deal_name", "opportunity name", "deal title", "topic", "lead name", "线索名称", "商机名称", "机会名称", "销售机会名称")
                .commonly("opportunity", "name", "full name", "姓名").auxiliary,
            Column.text("contact", "email", "email address", "邮箱", "手机", "手机号", "电话").auxiliary,
        ],
        telling: [
            "lead_id", "first_response_at", "mql_at", "sql_at", "opportunity_at", "won_at", "lost_at", "outcome", "stage_name",
            "deal_name",
        ],
        hints: [
            "lead source", "lead owner", "deal owner", "contact owner", "opportunity owner", "pipeline", "probability",
            "probability (%)", "expected close date", "expected revenue", "forecast category", "lifecycle stage", "next step",
            "lost reason", "closed lost reason", "form name", "form id", "lead score", "lead quality", "线索来源", "线索池",
            "赢率", "预计成交日期", "输单原因",
        ], entities: ["deal", "lead", "opportunity", "商机", "线索", "销售线索"],
        derivations: [
            .first("closed_at", of: ["stage_changed_at"]), .close("won_at", .won), .close("lost_at", .lost),
            .identity("lead_id", of: ["deal_name", "company", "created_at"]),
            .identity("lead_id", of: ["deal_name", "created_at"]), .identity("lead_id", of: ["contact", "created_at"]),
        ], money: ["amount"])

    static let leadEvents = Source(
        name: "lead_events", load: .append,
        words: ["lead events", "lead event", "lead history", "stage history", "stage changes", "线索事件", "阶段变更", "阶段历史", "线索历史"],
        columns: [
            Column.text("lead_id", "lead", "record id", "lead number", "deal id", "线索编号", "线索id", "商机编号", "线索号").required,
            Column.word("stage", "to stage", "new stage", "stage name", "status", "event", "new value", "阶段", "新阶段", "事件", "状态")
                .required,
            Column.stamp(
                "at", "time", "timestamp", "date", "entered at", "changed at", "changed on", "edit date", "event time", "时间",
                "日期", "进入时间", "变更时间", "发生时间"
            ).required,
            .amount("deal amount", "deal value", "opportunity amount", "商机金额", "成交金额"), .currency, .customerID,
        ], money: ["amount"])
}
