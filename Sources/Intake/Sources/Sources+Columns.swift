/// Columns that several sources share, with the header names that people and programs give them.
extension Column {
    static let customerID = Column(
        name: "customer_id", kind: .text,
        aliases: [
            "customer", "client id", "client", "account id", "account", "account number", "account no", "org id",
            "organization id", "organisation id", "company id", "tenant id", "workspace id", "cust id", "customer number",
            "customer no", "customer code", "account code", "customers id", "customer external id", "customer reference",
            "account key", "kundennummer",
            "kunden nr", "kunde", "客户编号", "客户id", "客户号", "客户代码", "客户编码", "客户", "账户id", "账户编号", "账号",
            "企业id", "公司id", "租户id", "用户id", "客戶編號", "客戶id",
        ])
    static let currency = Column(
        name: "currency", kind: .currency,
        aliases: [
            "currency code", "ccy", "curr", "currency iso code", "iso currency", "amount currency", "currency of value",
            "account currency", "währung", "währungscode", "waehrung", "币种", "货币", "币别", "货币代码", "幣別", "貨幣",
        ])
    static let initiative = Column(
        name: "initiative", kind: .text,
        aliases: ["initiative id", "programme", "gtm initiative", "项目", "举措", "专项", "上市项目", "gtm项目"])
    static let comment = Column(
        name: "comment", kind: .text,
        aliases: [
            "comments", "feedback", "verbatim", "reason", "remarks", "open text", "kommentar", "begründung", "anmerkung",
            "评论", "意见", "反馈", "原因", "备注", "建议",
        ])
    static let arr = Column(
        name: "arr", kind: .money,
        aliases: [
            "annual recurring revenue", "arr amount", "annual value", "annual contract value", "acv", "annual price",
            "annual fee", "yearly price", "yearly fee", "price per year", "yearly amount", "annual amount", "年度经常性收入",
            "年经常性收入", "年化收入", "年费", "年合同额", "年度合同额", "年金额",
        ])
    static let mrr = Column(
        name: "mrr", kind: .money,
        aliases: [
            "monthly recurring revenue", "mrr amount", "monthly value", "monthly amount", "monthly price", "monthly fee",
            "price per month", "月经常性收入", "月度经常性收入", "月费", "月收入", "月金额",
        ])
    static let owner = Column(
        name: "owner", kind: .text, isDimension: true,
        aliases: [
            "owner name", "account owner", "account manager", "customer success manager", "csm", "sales rep", "rep", "assignee",
            "assigned to", "responsible", "verantwortlich", "betreuer", "负责人", "所有者", "客户经理", "销售", "销售负责人",
            "责任人", "归属人", "跟进人", "負責人",
        ])

    static let channel = Column(
        name: "channel", kind: .text, isDimension: true,
        aliases: [
            "lead source", "original source", "acquisition channel", "marketing channel", "utm medium", "kanal", "quelle",
            "渠道", "来源", "线索来源", "获客渠道", "推广渠道", "管道", "來源",
        ])
    static let plan = Column(
        name: "plan", kind: .text, isDimension: true,
        aliases: [
            "plan name", "rate plan name", "product rate plan name", "product", "product name", "edition", "package", "sku",
            "produkt", "tarif", "套餐", "产品", "方案",
            "版本", "产品名称", "產品",
        ])

    static func id(_ name: String, _ aliases: String...) -> Column { Column(name: name, kind: .id, aliases: aliases) }

    static func amount(_ more: String...) -> Column {
        Column(
            name: "amount", kind: .money,
            aliases: ["value", "total", "total amount", "sum", "betrag", "summe", "金额", "总额", "合计", "金額"] + more)
    }

    static func date(_ more: String...) -> Column {
        Column(
            name: "date", kind: .day,
            aliases: ["day", "month", "period", "datum", "monat", "日期", "时间", "月份", "年月", "月", "统计日期", "日期时间"] + more)
    }

    static func start(_ more: String...) -> Column {
        Column(
            name: "start_date", kind: .day,
            aliases: [
                "start", "starts", "starts on", "from", "begin date", "startdatum", "beginn", "von", "开始日期", "起始日期",
                "开始时间", "起始", "开始", "起日", "開始日期",
            ]
                + more)
    }

    static func end(_ more: String...) -> Column {
        Column(
            name: "end_date", kind: .day,
            aliases: [
                "end", "ends", "ends on", "to", "until", "enddatum", "ende", "bis", "结束日期", "截止日期", "终止日期",
                "结束时间", "结束", "止日", "結束日期",
            ] + more)
    }

    static func text(_ name: String, _ aliases: String...) -> Column { Column(name: name, kind: .text, aliases: aliases) }
    static func money(_ name: String, _ aliases: String...) -> Column { Column(name: name, kind: .money, aliases: aliases) }
    static func word(_ name: String, _ aliases: String...) -> Column { Column(name: name, kind: .word, aliases: aliases) }
    static func stamp(_ name: String, _ aliases: String...) -> Column { Column(name: name, kind: .stamp, aliases: aliases) }
    static func day(_ name: String, _ aliases: String...) -> Column { Column(name: name, kind: .day, aliases: aliases) }
    static func number(_ name: String, _ aliases: String...) -> Column { Column(name: name, kind: .number, aliases: aliases) }
    static func flag(_ name: String, _ aliases: String...) -> Column { Column(name: name, kind: .flag, aliases: aliases) }
}

extension Source {
    /// The dimension columns that any source may have.
    static let standardDimensions: [Column] = [
        Column(
            name: "segment", kind: .text, isDimension: true,
            aliases: [
                "customer segment", "market segment", "size", "company size", "tier", "kundensegment", "细分", "客户细分",
                "客户分层", "客户类型", "客群", "规模", "企业规模", "分层", "客戶類型",
            ]),
        Column(
            name: "region", kind: .text, isDimension: true,
            aliases: [
                "area", "territory", "geo", "geography", "market", "sales region", "区域", "地区", "大区", "片区", "市场", "區域", "地區",
            ]),
        Column.channel.also("source"), Column.plan,
        Column(
            name: "industry", kind: .text, isDimension: true,
            aliases: ["sector", "vertical", "branch", "branche", "行业", "所属行业", "行業"]),
        Column.owner,
    ]
}
