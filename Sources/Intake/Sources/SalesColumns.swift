import Facts

/// Columns that leads and deals share: when they were created and how they ended, what they are worth, whose they are.

extension AnyColumnKey where Self == TextKey {
    static var company: Self { Self("company") }
    static var outcome: Self { Self("outcome") }
    static var email: Self { Self("email") }
    static var phone: Self { Self("phone") }
}

extension AnyColumnKey where Self == StampKey {
    /// When a lead reached a stage of the funnel.
    static func stage(_ name: String) -> Self { Self(name + "_at") }
    static var createdAt: Self { Self("created_at") }
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

extension Column {
    static let createdAt = Column.stamp(
        .createdAt, "created", "created date", "create date", "creation date", "created on", "date created", "created time",
        "add time", "deal created", "submitted at", "erstellt am", "erstelldatum", "angelegt am", "erstellungsdatum", "创建时间",
        "作成日", "作成日時", "创建日期", "录入时间", "获取时间", "进入时间", "新建时间", "建立时间", "创建于")
    static let wonAt = Column.stamp(
        .wonAt, "won date", "won time", "won on", "closed won", "closed won date", "closed won at", "win date", "won",
        "gewonnen am", "date de gain", "fecha de ganado", "data de ganho", "赢单时间", "赢单日期"
    ).unless(stageHeaders, "成交时间", "成交日期").asking("date entered closed won")
    static let lostAt = Column.stamp(
        .lostAt, "lost date", "lost time", "lost on", "closed lost", "closed lost date", "closed lost at", "lost",
        "verloren am", "date de perte", "fecha de perdido", "data de perda", "输单时间", "丢单时间", "流失时间", "输单日期"
    ).asking("date entered closed lost")
    static let dealAmount = Column.amount.also(
        "deal amount", "deal value", "opportunity amount", "expected revenue", "deal size",
        "amount in company currency",
        "montant", "importe", "valor", "importo", "bedrag", "商机金额", "成交金额", "预计金额", "赢单金额", "销售金额")
    static let companyID = Column.customerID.also(
        "associated company id", "associated company ids", "primary associated company id", "account name id")
    static let company = Column.text(
        .company, "company name", "company / account", "organization", "organisation", "account name", "associated company",
        "primary associated company", "firma", "unternehmen", "organización", "organização", "empresa", "société", "azienda",
        "bedrijf", "nom du compte", "nom compte", "nombre de la cuenta", "nombre de cuenta", "nome da conta", "nome account",
        "compañía",
        "会社名", "公司", "公司名称", "企业名称", "客户名称"
    ).aName
    static let email = Column.text(
        .email, "email address", "contact email", "primary contact email", "person email", "person email work", "e-mail",
        "邮箱", "电子邮箱", "电子邮件", "联系人邮箱")
    static let phone = Column.text(.phone, "手机", "手机号", "电话").auxiliary

    // How a lead or deal ended, where no date of its own says so.
    static let isWon = Column.flag(.isWon, "won", "closed won", "is closed won", "hs is closed won").auxiliary.forFinish
    static let isLost = Column.flag(.isLost, "lost", "closed lost", "is closed lost", "hs is closed lost").auxiliary.forFinish
    static let isClosed = Column.flag(.isClosed, "closed", "is deal closed").auxiliary.forFinish
    static let outcome = Column.word(
        .outcome, "deal status", "opportunity status", "商机状态", "赢单状态", "deal outcome", "阶段状态",
        "商机结果", "成交状态", "输赢状态", "跟进状态"
    ).commonly(
        "status", "state", "result", "outcome", "status reason", "状态", "结果"
    ).auxiliary.forFinish
    static let stageName = Column.word(
        .stage, "stage name", "deal stage", "opportunity stage", "sales stage", "pipeline stage", "phase", "fase", "étape",
        "etapa", "phase de la transaction", "étape de la transaction", "etapa del negocio", "etapa do negócio",
        "fase trattativa", "取引ステージ", "フェーズ", "阶段", "销售阶段", "商机阶段"
    ).auxiliary.forFinish
    static let closedAt = Column.stamp(
        .closedAt, "close date", "closed date", "close time", "closed time", "closed on", "deal closed on", "date closed",
        "actual close date", "closing date", "closed", "schlusstermin", "abschlussdatum", "クローズ日", "结单日期", "关闭时间", "关闭日期",
        "实际成交日期", "实际成交时间"
    ).beside(stageHeaders, "成交日期", "成交时间").auxiliary.forFinish
    /// Names of columns of stages and outcomes: beside these a date of closing does not say by itself that a deal was won.
    private static let stageHeaders = ["阶段", "销售阶段", "商机阶段", "商机状态", "赢单状态", "状态", "stage", "deal stage", "sales stage"]
    static let stageChangedAt = Column.stamp(
        .stageChangedAt, "last stage change", "last stage change date", "stage change time", "阶段变更时间", "阶段更新时间"
    ).auxiliary
}
