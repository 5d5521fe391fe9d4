import Facts

extension Source {
    /// Leads, one row a lead with the time it reached each stage.
    static let leads = Source(
        name: .leads, title: SourceTitle(en: "leads", zhHans: "线索"), role: .metrics, isRegular: true,
        load: .upsert, key: [.leadID], identity: .leadID,
        words: ["leads", "lead", "opportunities", "deals", "pipeline", "funnel", "crm", "线索", "商机", "潜在客户", "线索表"],
        columns: [
            Column.id(
                .leadID, "lead", "lead number", "deal id", "opportunity id", "opportunity number", "prospect id", "线索编号",
                "线索id", "商机编号", "商机id", "机会编号", "线索号"
            )
            .also("do not modify opportunity", "do not modify lead").commonly("id", "record id", "hs object id", "编号", "数据id")
            .required,
            Column.stamp(
                .createdAt, "created", "created date", "create date", "creation date", "created on", "lead created",
                "lead date", "date created", "created time", "add time", "deal created", "submitted at", "lead submitted at",
                "erstellt am", "erstelldatum", "angelegt am", "erstellungsdatum", "创建时间", "创建日期", "线索创建时间",
                "录入时间", "获取时间", "进入时间", "新建时间", "建立时间", "创建于"
            ).required,
            .stamp(
                .firstResponseAt, "first response", "first response date", "first contact", "first contacted at",
                "first touch", "first response time", "responded at", "首次响应时间", "首次跟进时间", "首次联系时间",
                "首响时间"),
            .stamp(
                .mqlAt, "mql", "mql date", "became mql", "marketing qualified at", "marketing qualified date",
                "became a marketing qualified lead date", "mql时间", "市场合格时间", "mql日期"
            ).asking("date entered marketing qualified"),
            .stamp(
                .sqlAt, "sql", "sql date", "became sql", "sales qualified at", "sales qualified date",
                "became a sales qualified lead date", "sql时间", "销售合格时间", "sql日期"
            ).asking("date entered sales qualified"),
            .stamp(
                .opportunityAt, "opportunity", "opportunity date", "opportunity created", "opportunity created at",
                "opp date", "became opportunity", "became an opportunity date", "converted date", "converted at",
                "converted on", "conversion date", "商机时间", "转商机时间", "商机创建时间", "商机日期", "转换时间", "转换日期",
                "转化时间"
            ).asking("date entered opportunity"),
            .stamp(
                .wonAt, "won date", "won time", "won on", "closed won", "closed won date", "closed won at", "win date",
                "became customer", "became a customer date", "won", "gewonnen am", "赢单时间", "成交时间", "赢单日期",
                "成交日期"
            ).asking("date entered closed won", "date entered customer"),
            .stamp(
                .lostAt, "lost date", "lost time", "lost on", "closed lost", "closed lost date", "closed lost at", "lost",
                "verloren am", "输单时间", "丢单时间", "流失时间", "输单日期"
            ).asking("date entered closed lost"),
            .amount.also(
                "deal amount", "deal value", "opportunity amount", "expected revenue", "deal size",
                "amount in company currency", "商机金额", "成交金额", "预计金额", "赢单金额", "销售金额"),
            .currency,
            Column.customerID.also("associated company id", "associated company ids", "primary associated company id"),
            Column.text(
                .company, "company name", "company / account", "organization", "organisation", "account name",
                "associated company", "firma", "unternehmen", "公司", "公司名称", "企业名称", "客户名称"
            ).compared.aName,
            // What CRMs write in their stead.
            Column.flag(.isWon, "won", "is closed won", "hs is closed won").auxiliary,
            Column.flag(.isLost, "lost", "is closed lost", "hs is closed lost").auxiliary,
            Column.flag(.isClosed, "closed", "is deal closed").auxiliary.forFinish,
            Column.word(.outcome, "lead status", "deal status", "opportunity status", "线索状态", "商机状态", "赢单状态").commonly(
                "status", "state", "result", "状态"
            ).auxiliary.forFinish,
            Column.word(
                .stageName, "stage", "deal stage", "opportunity stage", "sales stage", "pipeline stage", "phase", "阶段",
                "销售阶段", "商机阶段"
            ).auxiliary.forFinish,
            Column.stamp(
                .closedAt, "close date", "closed date", "close time", "closed time", "closed on", "deal closed on",
                "date closed", "actual close date", "closed", "schlusstermin", "abschlussdatum", "结单日期", "关闭时间",
                "关闭日期", "实际成交日期"
            ).auxiliary.forFinish,
            Column.stamp(
                .stageChangedAt, "last stage change", "last stage change date", "stage change time", "阶段变更时间", "阶段更新时间"
            ).auxiliary,
            Column.text(.dealName, "opportunity name", "deal title", "topic", "lead name", "线索名称", "商机名称", "机会名称", "销售机会名称")
                .commonly("opportunity", "name", "full name", "姓名").auxiliary,
            Column.text(.contact, "email", "email address", "邮箱", "手机", "手机号", "电话").auxiliary,
        ],
        telling: [
            .leadID, .firstResponseAt, .mqlAt, .sqlAt, .opportunityAt, .wonAt, .lostAt, .outcome, .stageName,
            .dealName,
        ],
        hints: [
            "lead source", "lead owner", "deal owner", "contact owner", "opportunity owner", "pipeline", "probability",
            "probability (%)", "expected close date", "expected revenue", "forecast category", "lifecycle stage", "next step",
            "lost reason", "closed lost reason", "form name", "form id", "lead score", "lead quality", "线索来源", "线索池",
            "赢率", "预计成交日期", "输单原因",
        ], entities: ["deal", "lead", "opportunity", "商机", "线索", "销售线索"],
        derivations: [
            .first(.closedAt, of: [.stageChangedAt]), .close(.wonAt, .won, ClosedStages()),
            .close(.lostAt, .lost, ClosedStages()),
            .identity(.leadID, of: [.dealName, .company, .createdAt]), .identity(.leadID, of: [.dealName, .createdAt]),
            .identity(.leadID, of: [.contact, .createdAt]),
        ], money: [.amount(.amount)], finish: ClosedStages.finish,
        events: [.time(.createdAt), .time(.firstResponseAt), .time(.lostAt)], dated: .time([.createdAt]), fit: fitLeads,
        after: [.exchangeRates], build: { $0.buildLeads(&$1) })

    /// The funnel's own stages are columns too; a usual stage that it does not have is only compared.
    private static func fitLeads(_ source: inout Source, _ settings: IntakeSettings) {
        let stages = settings.stages.dropFirst().map { StampKey.stage($0) }
        for (stage, key) in zip(settings.stages.dropFirst(), stages) where source.places[key] == nil {
            source.add(.stamp(key, "\(stage) date", "\(stage) time"))
        }
        source.events += stages.map { .time($0) }
        let used = Set(stages.map(\.name) + [StampKey.createdAt, .firstResponseAt, .lostAt].map(\.name))
        let closed = ClosedStages(settings.rules[.leads] ?? SourceRules())
        source.derivations = source.derivations.map {
            switch $0.column.name {
            case StampKey.wonAt.name: .close(.wonAt, .won, closed)
            case StampKey.lostAt.name: .close(.lostAt, .lost, closed)
            default: $0
            }
        }
        for place in source.columns.indices where source.columns[place].kind == .stamp {
            source.columns[place].isFact = used.contains(source.columns[place].name) || source.columns[place].isAuxiliary
        }
    }
}

extension AnyColumnKey where Self == TextKey {
    static var company: Self { Self("company") }
    static var outcome: Self { Self("outcome") }
    static var stageName: Self { Self("stage_name") }
    static var dealName: Self { Self("deal_name") }
    static var contact: Self { Self("contact") }
}

extension AnyColumnKey where Self == IDKey {
    static var leadID: Self { Self("lead_id") }
}

extension AnyColumnKey where Self == StampKey {
    /// When a lead reached a stage of the funnel.
    static func stage(_ name: String) -> Self { Self(name + "_at") }
    static var createdAt: Self { Self("created_at") }
    static var firstResponseAt: Self { Self("first_response_at") }
    static var mqlAt: Self { Self("mql_at") }
    static var sqlAt: Self { Self("sql_at") }
    static var opportunityAt: Self { Self("opportunity_at") }
    static var wonAt: Self { Self("won_at") }
    static var lostAt: Self { Self("lost_at") }
    static var closedAt: Self { Self("closed_at") }
    static var stageChangedAt: Self { Self("stage_changed_at") }
}

extension AnyColumnKey where Self == FlagKey {
    static var isWon: Self { Self("is_won") }
    static var isLost: Self { Self("is_lost") }
    static var isClosed: Self { Self("is_closed") }
}
