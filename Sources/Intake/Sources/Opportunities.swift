import Facts

extension Source {
    /// Deals of a CRM, one row a deal, beside leads or in their place.
    static let opportunities = Source(
        name: .opportunities, role: .metrics, standsInFor: .leads,
        isRegular: true, load: .upsert, key: [.dealID], identity: .dealID,
        words: ["opportunities", "opportunity", "deals", "deal", "pipeline", "crm", "商机", "商机表", "销售机会"],
        columns: [
            Column.id(
                .dealID, "deal id", "deal number", "opportunity number", "商机编号", "商机id", "商机号", "机会编号", "机会id",
                "销售机会编号", "id de l'opportunité", "id opportunité", "id de oportunidad", "id de la oportunidad",
                "id da oportunidade",
                "id opportunità"
            )
            .also("do not modify opportunity").commonly(
                "id", "record id", "hs object id", "item id", "datensatz id", "id de l'objet", "id de registro",
                "id do registro",
                "id record", "レコードid", "编号", "数据id"
            ).required,
            Column.createdAt.also("opportunity created", "opportunity created at", "商机创建时间").required,
            .wonAt, .lostAt,
            .stageName, .closedAt, .dealAmount, .currency,
            // Which leads are the deal's.
            Column.text(
                .leadIDs, "lead ids", "lead", "lead number", "associated lead ids", "associated lead id", "originating lead",
                "originating lead id", "original lead", "original lead id", "source lead", "source lead id",
                "associated contact ids", "associated contact id", "contact ids", "contact id", "contact name id",
                "primary contact id", "contact person id", "person id", "线索编号", "线索id", "线索", "来源线索", "来源线索编号",
                "来源线索id", "关联线索", "关联线索编号", "关联线索id", "销售线索", "销售线索编号", "销售线索id"
            ).listingIDs,
            .companyID, .company,
            Column.email.also("associated contact email", "contact person email"),
            // What CRMs write in their stead.
            .isWon, .isLost, .isClosed, .outcome, .stageChangedAt,
            Column.money(.actualAmount, "actual revenue", "actual amount", "actual value").auxiliary,
            Column.text(
                .dealName, "opportunity name", "deal title", "商机名称", "机会名称", "销售机会名称", "nom de la transaction",
                "nombre del negocio", "nome do negócio", "nome trattativa", "取引名", "nom de l'opportunité", "nom opportunité",
                "nombre de la oportunidad", "nombre de oportunidad", "nome da oportunidade", "nome opportunità", "商談名"
            )
            .commonly("opportunity", "deal", "topic", "name", "title").auxiliary,
        ],
        telling: [.dealID, .wonAt, .lostAt, .stage, .dealName],
        hints: [
            "deal owner", "opportunity owner", "deal type", "opportunity type", "deal source", "opportunity source", "pipeline",
            "probability", "probability (%)", "deal probability", "weighted value", "weighted amount", "expected close date",
            "forecast category", "forecast amount", "fiscal period", "next step", "lost reason", "closed lost reason",
            "closed won reason", "lead source", "contact person", "赢率", "预计成交日期", "输单原因", "机会类型", "机会来源", "商机所有人",
        ], against: ["first response at", "first response", "mql at", "sql at"], resembles: .leads,
        entities: ["deal", "opportunity", "商机", "机会", "销售机会", "negócio", "trato", "affaire", "transaction"],
        derivations: [
            .actual,
            .first(.closedAt, of: [.stageChangedAt]), .close(.wonAt, .won, ClosedStages(), unless: .lostAt),
            .close(.lostAt, .lost, ClosedStages(), unless: .wonAt),
            .identity(.dealID, of: [.dealName, .company, .createdAt]), .identity(.dealID, of: [.dealName, .createdAt]),
        ], money: [.amount(.amount)], trials: .records,
        finish: { reader, file, groups in
            FileReader.leaveOutDeleted(reader, &file)
            FileReader.noteNoOutcomes(reader, &file)
            ClosedStages.finish(reader, &file, groups)
        },
        events: [.time(.createdAt), .time(.wonAt), .time(.lostAt)], dated: .time([.createdAt]), fit: fitDeals,
        after: [.exchangeRates, .leads, .leadEvents], build: { $0.buildDeals(&$1) })

    /// The funnel's stages behind `opportunity` are columns too.
    private static func fitDeals(_ source: inout Source, _ settings: IntakeSettings) {
        source.close(by: ClosedStages(settings.rules[.opportunities] ?? SourceRules()), unlessEnded: true)
        for stage in settings.stages.drop(while: { $0 != "opportunity" }).dropFirst() where stage != "won" {
            source.add(.stamp(.stage(stage), "\(stage) date", "\(stage) time"))
            source.events.append(.time(.stage(stage)))
        }
    }
}

extension AnyColumnKey where Self == IDKey {
    static var dealID: Self { Self("opportunity_id") }
}

extension AnyColumnKey where Self == TextKey {
    /// The ids of the leads that a deal is of, one or several in a cell.
    static var leadIDs: Self { Self("lead_id") }
    static var dealName: Self { Self("deal_name") }
}

extension AnyColumnKey where Self == NumberKey {
    static var actualAmount: Self { Self("actual_amount") }
}

extension Derivation {
    /// What a deal came to, in place of what was expected of it; 0 says that nobody filled it in, or that it was lost.
    fileprivate static let actual = Derivation(.amount, of: [[.actualAmount]]) { own, others in
        guard let actual = others[.actualAmount] else { return own }
        var amounts = own
        for row in 0..<others.count {
            guard let value = actual[row], value.digits != 0 else { continue }
            amounts.set(row, value, mark: actual.marks?[row] ?? .none, sign: actual.signs?[row] ?? false)
        }
        return amounts
    }
}
