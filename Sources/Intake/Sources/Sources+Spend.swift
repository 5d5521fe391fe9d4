/// The source of costs: of finance, and of places that sell advertising.
extension Source {
    static let spend = Source(
        name: "spend", load: .append,
        words: [
            "spend", "spending", "cost", "costs", "expenses", "expense", "marketing costs", "ad spend", "budget actuals",
            "费用", "花费", "支出", "成本", "投放", "消耗", "費用",
        ],
        columns: [
            Column.date(
                "spend date", "start date", "posting date", "posted date", "posted dt", "invoice date", "transaction date",
                "reporting starts",
                "report date", "by day", "gregorian date", "time period", "date/time", "berichtsstart", "jour", "fecha",
                "buchungstag", "buchungsdatum", "belegdatum", "发生日期", "投放日期", "记账日期", "时间天", "报告开始日期"
            ).beside(["kampagne", "kosten", "währungscode"], "tag").commonly("timestamp").required,
            Column.amount(
                "cost", "spend", "spent", "expense", "amount spent", "total spent", "total cost", "total spend", "ad spend",
                "net amount", "spend in account currency", "cost in account currency", "local spend", "ausgaben", "kosten",
                "ausgegebener betrag", "montant dépensé", "coût", "importe gastado", "coste", "costo", "花费", "花费金额",
                "已花费金额", "费用", "支出", "消耗", "成本", "费用金额", "总消耗", "总花费", "消费"
            ).beside(["gross", "tax", "gst", "vat"], "net").required,
            Column.end("last day").unless(
                [
                    "day", "by day", "gregorian date", "time period", "date/time", "buchungstag", "buchungsdatum", "belegdatum",
                    "date", "时间天",
                ], "reporting ends"
            )
            .unless(["tag"], "berichtsende").unless(["日期", "天"], "报告结束日期"), .currency,
            Column.word(
                "category", "cost category", "expense category", "spend type", "kategorie", "kostenart", "类别", "费用类别",
                "类型", "费用类型", "科目", "分类"
            ).unless(["debit", "credit", "amount debit", "transaction type", "account"], "type"),
            Column.channel.unless(["debit", "credit", "running balance"], "source"),
            Column.text("team", "department", "cost center", "cost centre", "abteilung", "kostenstelle", "团队", "部门", "成本中心")
                .compared,
            Column.text(
                "campaign", "campaign name", "kampagne", "kampagnenname", "活动", "广告系列", "广告系列名称", "营销活动",
                "推广计划", "活动名称", "计划名称", "广告计划", "广告计划名称"
            ).compared,
            Column.text("vendor", "supplier", "payee", "merchant", "lieferant", "供应商", "商家", "收款方").compared,
            .initiative,
            Column(
                name: "customer_id", kind: .text, isDimension: true, aliases: ["client id", "account id", "客户编号", "客户id"]),
            // What the books write in their stead.
            Column.money("debit", "debit amount", "amount debit", "debits", "借方", "借方金额", "soll").auxiliary,
            Column.money("credit", "credit amount", "amount credit", "credits", "贷方", "贷方金额", "haben").auxiliary,
            Column.word(
                "account", "account name", "expense account", "account title", "distribution account", "account full name",
                "gl account",
                "ledger account", "nominal name", "nominal account", "sachkonto", "会计科目", "科目名称", "konto"
            ).beside(["n/c"], "name").auxiliary,
            Column.word("account_type", "account class", "account category").auxiliary,
            Column.day("week", "week starting", "week start", "周").auxiliary,
        ], telling: ["amount", "account", "category", "campaign"],
        hints: [
            "transaction type", "num", "memo", "memo/description", "split", "running balance", "impressions", "impr.", "clicks",
            "link clicks", "ctr", "ad group", "ad set name", "campaign type", "campaign objective", "展示数", "点击数",
            "转化数",
        ], against: Source.receipts, entities: ["expense", "cost"],
        derivations: [
            .instead("date", of: ["week"]), .week("end_date", of: "week"), .difference("amount", of: "debit", less: "credit"),
            .advertising("category"), .account("category"),
        ], money: ["amount"])
}
