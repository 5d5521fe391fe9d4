import Facts

extension Source {
    /// Leads, one row a lead with the time it reached each stage.
    static let leads = Source(
        name: .leads, role: .metrics, isRegular: true,
        load: .upsert, key: [.leadID], identity: .leadID,
        words: ["leads", "lead", "contacts", "pipeline", "funnel", "crm", "线索", "潜在客户", "线索表"],
        columns: [
            Column.id(
                .leadID, "lead", "lead number", "prospect id", "线索编号", "线索id", "线索号", "销售线索编号", "销售线索id",
                "id de la piste", "id piste", "id de candidato", "id del candidato", "id de prospecto", "id del prospecto",
                "id do lead"
            )
            .also("do not modify lead").commonly("id", "record id", "hs object id", "contact id", "编号", "数据id")
            .unless(ownIDs, "deal id").unless(ownIDs, "opportunity id").unless(ownIDs, "商机编号").unless(ownIDs, "商机id")
            .required,
            Column.createdAt.also("lead created", "lead date", "lead submitted at", "线索创建时间").required,
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
                "converted on", "conversion date", "converted date time", "商机时间", "转商机时间", "商机创建时间", "商机日期",
                "转换时间", "转换日期", "转化时间"
            ).asking("date entered opportunity"),
            Column.wonAt.also("became customer", "became a customer date").asking("date entered customer"),
            .lostAt, .dealAmount, .currency,
            Column.companyID.also("converted account id", "converted account"), Column.company.compared,
            // What says which deals are the lead's.
            Column.text(
                .dealIDs, "deal ids", "associated deal ids", "associated deal id",
                "converted opportunity id", "converted opportunity", "converted deal id", "converted deal",
                "转换商机编号", "转换后商机编号", "关联商机编号", "关联商机id"
            )
            .beside(ownIDs, "deal id").beside(ownIDs, "opportunity id").beside(ownIDs, "商机编号").beside(ownIDs, "商机id")
            .compared.auxiliary.listingIDs,
            // What CRMs write in their stead.
            .isWon, .isLost, .isClosed,
            Column.outcome.also(
                "lead status", "线索状态", "statut de la piste", "statut piste", "estado del candidato", "estado de candidato",
                "estado del prospecto", "status do lead", "stato lead"),
            .stageName, .closedAt, .stageChangedAt,
            Column.text(.leadName, "topic", "lead title", "线索名称").commonly("name", "title", "full name", "姓名").auxiliary,
            Column.email.auxiliary, .phone,
        ],
        telling: [
            .leadID, .firstResponseAt, .mqlAt, .sqlAt, .opportunityAt, .wonAt, .lostAt, .outcome, .stage, .leadName,
        ],
        hints: [
            "lead source", "lead owner", "contact owner", "lifecycle stage", "converted", "is converted", "form name",
            "form id",
            "lead score", "lead quality", "associated deals", "number of associated deals",
            "线索来源", "线索池",
        ], entities: ["lead", "线索", "销售线索", "deal", "opportunity", "商机"],
        derivations: [
            .first(.closedAt, of: [.stageChangedAt]), .close(.wonAt, .won, ClosedStages()),
            .close(.lostAt, .lost, ClosedStages()),
            .identity(.leadID, of: [.leadName, .company, .createdAt]), .identity(.leadID, of: [.leadName, .createdAt]),
            .identity(.leadID, of: [.email, .createdAt]), .identity(.leadID, of: [.phone, .createdAt]),
        ], money: [.amount(.amount)], trials: .records, finish: ClosedStages.finish,
        events: [.time(.createdAt), .time(.firstResponseAt), .time(.lostAt)], dated: .time([.createdAt]), needs: [.owner],
        fit: fitLeads,
        after: [.exchangeRates], goesBeside: true, build: { $0.buildLeads(&$1) })

    /// Headers that hold the ids of leads themselves: beside one of them a deal's id is what the lead became.
    private static let ownIDs = [
        "lead id", "lead", "lead number", "prospect id", "id", "record id", "hs object id", "contact id", "线索编号", "线索id", "线索号",
        "销售线索编号", "销售线索id", "编号", "数据id",
    ]

    /// The funnel's own stages are columns too; a usual stage that it does not have is only compared.
    private static func fitLeads(_ source: inout Source, _ settings: IntakeSettings) {
        let stages = settings.stages.dropFirst().map { StampKey.stage($0) }
        for (stage, key) in zip(settings.stages.dropFirst(), stages) where source.places[key] == nil {
            source.add(.stamp(key, "\(stage) date", "\(stage) time"))
        }
        source.events += stages.map { .time($0) }
        source.close(by: ClosedStages(settings.rules[.leads] ?? SourceRules()))
        let used = Set(stages.map(\.name) + [StampKey.createdAt, .firstResponseAt, .lostAt].map(\.name))
        for place in source.columns.indices where source.columns[place].kind == .stamp {
            source.columns[place].isFact = used.contains(source.columns[place].name) || source.columns[place].isAuxiliary
        }
    }
}

extension AnyColumnKey where Self == TextKey {
    /// The ids of deals that a lead became, one or several in a cell.
    static var dealIDs: Self { Self("opportunity_ids") }
    static var leadName: Self { Self("lead_name") }
}

extension AnyColumnKey where Self == IDKey {
    static var leadID: Self { Self("lead_id") }
}

extension AnyColumnKey where Self == StampKey {
    static var firstResponseAt: Self { Self("first_response_at") }
    static var mqlAt: Self { Self("mql_at") }
    static var sqlAt: Self { Self("sql_at") }
    static var opportunityAt: Self { Self("opportunity_at") }
}
