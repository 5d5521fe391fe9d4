/// The contract's table of sources. To add a source, add it here and a builder beside `Facts+Spend.swift`.
extension Source {
    /// Every source, in the contract's order.
    static let standard: [Source] = [
        subscriptions, snapshots, spend, nps, leads, leadEvents, customers, usage, headcount, targets, actions, initiatives,
        valueMap, oneOffRevenue, rates,
    ]

    static let customers = Source(
        name: "customers", load: .upsert, key: ["customer_id"], identity: "customer_id",
        words: ["customers", "customer", "accounts", "account", "clients", "companies", "客户", "客户表", "客户档案", "客户信息", "客戶"],
        columns: [
            Column.customerID.commonly("id", "record id", "编号").required,
            .text(
                "name", "customer name", "account name", "company name", "company", "client name", "kundenname", "firma",
                "客户名称", "名称", "公司名称", "企业名称", "客户名", "公司"),
            .owner, .initiative,
        ], telling: ["customer_id"],
        hints: [
            "company owner", "company domain name", "number of employees", "annual revenue", "delinquent", "total spend",
            "billing city", "billing state/province", "account type", "客户级别", "客户状态",
        ], entities: ["customer", "customers", "account", "company", "客户"])

    static let usage = Source(
        name: "usage", load: .upsert, key: ["customer_id", "date"], identity: "customer_id",
        words: ["usage", "product usage", "activity", "active users", "adoption", "使用", "活跃", "用量", "使用情况", "活跃度", "产品使用"],
        columns: [
            Column.customerID.required, Column.date("usage date", "activity date", "使用日期").required,
            Column(
                name: "active_users", kind: .number, isRequired: true, needsValue: true,
                aliases: [
                    "active", "users active", "dau", "daily active users", "active user count", "users", "活跃用户",
                    "活跃用户数", "活跃人数", "日活", "使用人数",
                ]),
            .number(
                "seats", "licensed seats", "licences", "licenses", "seat count", "purchased seats", "席位", "席位数", "坐席",
                "账号数", "授权数", "座席数"),
        ])

    static let headcount = Source(
        name: "headcount", load: .upsert, key: ["team", "date"],
        words: ["headcount", "head count", "fte", "staff", "employees", "team size", "人数", "编制", "人员", "团队人数", "人力"],
        columns: [
            Column.date().required,
            Column(
                name: "fte", kind: .number, isRequired: true, needsValue: true,
                aliases: [
                    "ftes", "full time equivalents", "full time equivalent", "headcount", "heads", "staff", "人数", "全职人数",
                    "在职人数", "编制", "人员数",
                ]),
            .text("team", "department", "function", "group", "团队", "部门", "小组"),
        ])

    static let targets = Source(
        name: "targets", load: .upsert, key: ["metric", "period", "dimension", "member"],
        words: ["targets", "target", "goals", "goal", "okr", "kpi", "kpis", "quota", "目标", "指标目标", "指标"],
        columns: [
            Column.word("metric", "kpi", "measure", "goal", "metric id", "指标", "指标名称", "度量").required,
            Column.text("period", "quarter", "time", "周期", "期间", "季度", "月份", "时间").required,
            Column(
                name: "value", kind: .percent, isRequired: true, needsValue: true,
                aliases: ["target", "target value", "goal value", "plan", "目标", "目标值", "数值", "值"]),
            .owner, .text("dimension", "breakdown", "by", "维度"),
            .text("member", "dimension value", "segment value", "成员", "维度值"),
        ])

    static let actions = Source(
        name: "actions", load: .upsert, key: ["action_id"], identity: "action_id",
        words: ["actions", "action", "action plan", "tasks", "task", "gtm plan", "todo", "行动", "行动计划", "任务", "待办", "工作计划"],
        columns: [
            Column.text("department", "dept", "team", "function", "area", "部门", "团队", "责任部门").required,
            Column.text("task", "action", "title", "description", "item", "what", "任务", "行动", "事项", "任务名称", "工作内容", "内容")
                .required,
            Column.day("due_date", "due", "deadline", "due on", "target date", "截止日期", "到期日", "截止时间", "期限", "计划完成日期", "完成期限")
                .required,
            .text("action_id", "id", "task id", "key", "行动编号", "任务编号", "编号", "序号"), .owner,
            Column.start("planned start", "计划开始日期"),
            .day("done_date", "done", "completed", "completed on", "completion date", "finished", "完成日期", "实际完成日期", "完成时间"),
            .text("status", "state", "状态", "进度状态"),
            Column(
                name: "percent", kind: .percent,
                aliases: ["progress", "percent complete", "complete", "completion", "进度", "完成率", "完成百分比", "完成度"]),
            .initiative,
        ])

    /// Columns of invoices and payments, which hold what recurs too: neither costs nor sales that do not recur.
    static let receipts = [
        "amount due", "amount paid", "amount refunded", "amount remaining", "subscription", "subscription id", "payout id",
    ]

    static let oneOffRevenue = Source(
        name: "one_off_revenue", load: .append,
        words: [
            "one off revenue", "one time revenue", "one off", "one time", "non recurring", "services revenue", "一次性收入",
            "一次性", "非经常性收入", "实施收入",
        ],
        columns: [
            Column.date("sale date", "invoice date", "revenue date", "收入日期", "成交日期").required,
            Column.amount("revenue", "net amount", "收入", "收入金额").required, .customerID, .currency, .initiative,
        ], against: Source.receipts, money: ["amount"])

    static let rates = Source(
        name: "fx_rates", load: .upsert, key: ["currency", "date"],
        words: ["fx rates", "fx", "exchange rates", "exchange rate", "currency rates", "rates", "汇率", "外汇", "匯率"],
        columns: [
            Column.currency.also("from currency", "from", "源币种").required,
            Column(
                name: "rate", kind: .number, isRequired: true, needsValue: true,
                aliases: ["fx rate", "exchange rate", "conversion rate", "value", "汇率", "折算率", "兑换率", "匯率"]),
            Column.date("valid from", "effective date", "rate date", "as of", "生效日期", "汇率日期"),
        ])
}
