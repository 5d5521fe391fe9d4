/// Columns that several sources have, with the header names that people and programs give them.

extension AnyColumnKey where Self == TextKey {
    static var yearOfDate: Self { Self("year_of_date") }
    static var monthOfDate: Self { Self("month_of_date") }
    static var dayOfDate: Self { Self("day_of_date") }
    static var daysOfRow: Self { Self("days_of_row") }
    /// One of the pipeline's dimensions, whose name is its column's.
    static func dimension(_ name: String) -> Self { Self(name) }

    static var customerID: Self { Self("customer_id") }
    static var initiative: Self { Self("initiative") }
    static var currency: Self { Self("currency") }
    static var name: Self { Self("name") }
    static var team: Self { Self("team") }
    static var status: Self { Self("status") }
    static var stage: Self { Self("stage") }
    static var segment: Self { Self("segment") }
    static var region: Self { Self("region") }
    static var channel: Self { Self("channel") }
    static var plan: Self { Self("plan") }
    static var industry: Self { Self("industry") }
    static var owner: Self { Self("owner") }
}

extension AnyColumnKey where Self == NumberKey {
    static var amount: Self { Self("amount") }
    static var arr: Self { Self("arr") }
    static var mrr: Self { Self("mrr") }
}

extension AnyColumnKey where Self == DayKey {
    static var date: Self { Self("date") }
    static var startDate: Self { Self("start_date") }
    static var endDate: Self { Self("end_date") }
}

extension Column {
    static let customerID = Column.text(
        .customerID, "customer", "client id", "client", "account id", "account", "account number", "account no", "org id",
        "organization id", "organisation id", "company id", "tenant id", "workspace id", "cust id", "customer number",
        "customer no", "customer code", "account code", "customers id", "customer external id", "customer reference",
        "account key", "kundennummer",
        "kunden nr", "kunde", "客户编号", "客户id", "客户号", "客户代码", "客户编码", "客户", "账户id", "账户编号", "账号",
        "企业id", "公司id", "租户id", "用户id"
    ).anID
    static let currency = Column.currency(
        .currency, "currency code", "ccy", "curr", "currency iso code", "iso currency", "amount currency", "currency of value",
        "account currency", "plan currency", "billing currency", "subscription currency", "deal currency", "währung",
        "währungscode", "waehrung", "devise", "devise du montant", "divisa del importe", "moneda del importe", "moeda do valor",
        "code devise", "code de la devise", "moneda",
        "código de moneda", "código de la moneda", "divisa", "código de divisa", "moeda", "código da moeda", "valuta",
        "codice valuta", "valutacode", "munteenheid", "通貨", "通貨コード", "币种", "货币", "币别", "货币代码")
    static let initiative = Column.text(
        .initiative, "initiative id", "programme", "gtm initiative", "项目", "举措", "专项", "上市项目", "gtm项目", "所属项目", "关联项目",
        "对应项目", "所属举措", "关联举措", "对应举措"
    ).anID
    static let comment = Column.text(
        .comment, "comments", "feedback", "verbatim", "reason", "remarks", "open text", "kommentar", "begründung", "anmerkung",
        "评论", "意见", "反馈", "原因", "备注", "建议")
    static let arr = Column.money(
        .arr, "annual recurring revenue", "current arr", "total arr", "arr amount", "annual value", "annual contract value",
        "acv", "annual price",
        "annual fee", "yearly price", "yearly fee", "price per year", "yearly amount", "annual amount", "年度经常性收入",
        "年经常性收入", "年化收入", "年费", "年服务费", "年合同额", "年度合同额", "年金额")
    static let mrr = Column.money(
        .mrr, "monthly recurring revenue", "current mrr", "total mrr", "net mrr", "mrr amount", "monthly value",
        "monthly amount", "monthly price", "monthly fee",
        "price per month", "月经常性收入", "月度经常性收入", "月费", "月收入", "月金额")
    static let owner = Column.text(
        .owner, "owner name", "account owner", "account manager", "customer success manager", "csm", "sales rep", "rep",
        "assignee",
        "assigned to", "responsible", "verantwortlich", "betreuer", "propriétaire de l'opportunité", "propriétaire de la piste",
        "propietario de la oportunidad",
        "propietario de oportunidad", "propietario del candidato", "propietario de candidato", "proprietário da oportunidade",
        "负责人", "所有者", "客户经理", "销售", "销售负责人",
        "责任人", "归属人", "跟进人"
    ).asDimension.aName
    static let channel = Column.text(
        .channel, "lead source", "original source", "acquisition channel", "marketing channel", "utm medium", "kanal", "quelle",
        "origine de la piste", "origine du prospect", "origen del candidato", "origen del prospecto", "origem do lead",
        "fonte lead",
        "渠道", "来源", "线索来源", "获客渠道", "推广渠道", "管道"
    ).asDimension.aName
    static let plan = Column.text(
        .plan, "plan name", "rate plan name", "product rate plan name", "product", "product name", "edition", "package", "sku",
        "produkt", "tarif", "套餐", "产品", "方案",
        "版本", "产品名称"
    ).asDimension.aName
    static let amount = Column.money(
        .amount, "value", "total", "total amount", "sum", "betrag", "summe", "金额", "总额", "合计")
    static let date = Column.day(
        .date, "day", "month", "period", "datum", "monat", "jour", "mois", "fecha", "día", "mes", "giorno", "mese", "dag",
        "maand", "日期", "时间", "月份", "年月", "月", "日", "天", "日付", "统计日期", "日期时间")
    /// The year of a date whose month has a column of its own.
    static let yearOfDate = Column.word(
        .yearOfDate, "year", "calendar year", "yr", "jahr", "année", "año", "anno", "年", "年份", "年度"
    ).auxiliary.onlyWhere { Vocabulary.year($0) != nil }
    /// The month of a date whose year has a column of its own.
    static let monthOfDate = monthNames.reduce(Column.word(.monthOfDate).auxiliary) { $0.beside(yearNames, $1) }
        .onlyWhere { Vocabulary.month($0) != nil }
    /// The day of a date whose year, and most often month, have columns of their own: `3`, `3日`, `10月3日`.
    static let dayOfDate = dayNames.reduce(Column.word(.dayOfDate).auxiliary) { $0.beside(yearNames, $1) }
        .onlyWhere { Vocabulary.dayOfMonth($0) != nil }
    /// The first and last day of what a row is of, in one cell.
    static let daysOfRow = rangeNames.reduce(Column.word(.daysOfRow).auxiliary) { $0.beside([$1], $1) }
        .onlyWhere { DateRange($0) != nil }
    private static let dayNames = [
        "day", "day of month", "date", "tag", "datum", "jour", "día", "dia", "giorno", "dag", "日", "天", "日期",
    ]
    private static let rangeNames = [
        "date range", "date", "day", "days", "period", "reporting period", "week", "time", "time period", "time range", "month",
        "zeitraum",
        "datum", "woche", "monat", "berichtszeitraum", "période", "semaine", "período", "periodo", "semana", "日期", "时间", "日期范围",
        "时间范围",
        "统计周期", "统计时间", "周期", "数据周期", "周", "月份", "日期区间", "时间区间", "投放周期", "期間",
    ]
    private static let yearNames = ["year", "calendar year", "yr", "jahr", "année", "año", "ano", "anno", "年", "年份", "年度"]
    private static let monthNames = [
        "month", "month number", "month name", "month no", "calendar month", "monat", "mois", "mes", "mês", "mese", "月", "月份",
    ]
    static let start = Column.day(
        .startDate, "start", "starts", "starts on", "from", "begin date", "startdatum", "beginn", "von", "开始日期", "起始日期",
        "开始时间", "起始", "开始", "起日")
    static let end = Column.day(
        .endDate, "end", "ends", "ends on", "to", "until", "enddatum", "ende", "bis", "结束日期", "截止日期", "终止日期",
        "结束时间", "结束", "止日")

    /// The dimension columns that any source may have.
    static let dimensions: [Column] = [
        Column.text(
            .segment, "customer segment", "market segment", "size", "company size", "tier", "kundensegment", "细分", "客户细分",
            "客户分层", "客户类型", "客群", "规模", "企业规模", "分层"
        ).asDimension.aName,
        Column.text(
            .region, "area", "territory", "geo", "geography", "market", "sales region", "区域", "地区", "大区", "片区", "市场"
        ).asDimension.aName,
        Column.channel.also("source"), Column.plan,
        Column.text(.industry, "sector", "vertical", "branch", "branche", "行业", "所属行业").asDimension.aName,
        Column.owner,
    ]

    /// The dimension columns by the keys of their names.
    static let dimensionNames: [String: String] = Dictionary(
        dimensions.flatMap { column in ([column.name] + column.aliases).map { (HeaderNames.key($0), column.name) } },
        uniquingKeysWith: { first, _ in first })

    /// Header names of invoices and payments, which hold what recurs too: neither costs nor sales that do not recur.
    static let receipts = [
        "amount due", "amount paid", "amount refunded", "amount remaining", "subscription", "subscription id", "payout id",
    ]
    /// Header names of statements of banks and payment services, in which what came in is no cost.
    static let statements = [
        "auftragskonto", "valutadatum", "beguenstigter/zahlungspflichtiger", "begünstigter/zahlungspflichtiger",
        "zahlungspflichtiger", "zahlungsbeteiligter", "iban zahlungsbeteiligter", "saldo nach buchung", "transferwise id",
        "balance impact", "from email address", "to email address", "payment reference", "started date", "completed date",
        "对方户名", "对方账号", "对方账户", "对方户名/姓名", "交易对方", "账户余额", "账户余额（元）", "收/支",
    ]
    /// Header names of whom an amount comes from: of invoices and contracts of customers.
    static let payers = [
        "customer", "customer id", "customer name", "client", "client name", "kundennummer", "客户编号", "客户id", "bill to",
        "billed to", "sold to", "invoice to", "kunde",
        "kundenname", "kunden name", "debitor", "debitorenname", "vertragsnummer", "vertrag", "contract number", "contract id",
        "nom du client", "nom client", "n° client", "numéro client", "numéro de client", "n° contrat", "numéro de contrat",
        "contrat", "cliente", "nombre del cliente", "nº cliente", "n.º cliente", "nº contrato", "contrato", "nome do cliente",
        "nome cliente", "n. cliente", "contratto", "n. contratto", "klant", "klantnaam", "kund", "klient", "客户", "客户名称",
        "客户姓名", "付款方", "付款单位", "购方名称", "购买方名称", "顧客名", "請求先",
    ]
}
