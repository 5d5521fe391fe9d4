/// The contract's table of sources. To add a source, add it here and a builder beside `Facts+Spend.swift`.
extension Source {
    /// Every source, in the contract's order.
    static let standard: [Source] = [
        subscriptions, snapshots, spend, nps, leads, leadEvents, customers, usage, headcount, targets, actions, initiatives,
        valueMap, oneOffRevenue, rates,
    ]

    static let subscriptions = Source(
        name: "subscriptions", load: .upsert, key: ["subscription_id", "plan", "start_date"],
        oneOf: [["arr"], ["mrr"], ["amount", "interval"]],
        words: ["subscriptions", "subscription", "subs", "contracts", "contract", "订阅", "合同", "续费", "訂閱"],
        columns: [
            Column.customerID.required,
            Column.start("service start", "term start", "contract start", "current period start", "生效日期", "服务开始", "合同开始日期")
                .required,
            .text(
                "subscription_id", "subscription", "sub id", "contract id", "contract number", "contract no", "agreement id",
                "订阅编号",
                "订阅id", "合同编号", "合同号", "合同id", "订单编号", "訂閱編號"),
            Column.end(
                "service end", "term end", "contract end", "expiry", "expiry date", "expires", "expires on", "renewal date",
                "到期日期",
                "到期日", "到期时间", "失效日期", "服务结束", "合同结束日期"),
            .arr, .mrr, .amount("price", "fee", "recurring amount", "plan amount", "合同金额", "订阅金额", "费用", "单价"),
            .word(
                "interval", "billing interval", "billing period", "billing cycle", "frequency", "cycle", "term", "months", "周期",
                "计费周期",
                "付费周期", "账期", "计费方式"),
            .currency,
            Column(
                name: "plan", kind: .text, isDimension: true,
                aliases: [
                    "plan name", "product", "product name", "edition", "package", "sku", "套餐", "产品", "方案", "版本", "产品名称", "產品",
                ]),
            .word("status", "state", "subscription status", "状态", "订阅状态", "合同状态", "狀態"),
        ], money: ["arr", "mrr", "amount"])

    static let snapshots = Source(
        name: "arr_snapshots", load: .upsert, key: ["customer_id", "date"], identity: "customer_id", oneOf: [["arr"], ["mrr"]],
        words: ["arr snapshots", "arr snapshot", "arr", "mrr", "snapshot", "收入快照", "快照"],
        columns: [
            Column.customerID.required, Column.date("snapshot date", "as of", "as of date", "快照日期").required, .arr, .mrr,
            .currency,
        ], money: ["arr", "mrr"])

    static let spend = Source(
        name: "spend", load: .append,
        words: [
            "spend", "spending", "cost", "costs", "expenses", "expense", "marketing costs", "ad spend", "budget actuals", "费用",
            "花费",
            "支出", "成本", "投放", "消耗", "費用",
        ],
        columns: [
            Column.date("spend date", "start date", "posting date", "invoice date", "transaction date", "发生日期", "投放日期", "记账日期")
                .required,
            Column.amount(
                "cost", "spend", "spent", "expense", "amount spent", "net amount", "花费", "费用", "支出", "消耗", "成本", "费用金额"
            ).required,
            Column.end("last day"), .currency,
            .word(
                "category", "cost category", "expense category", "type", "spend type", "类别", "费用类别", "类型", "费用类型", "科目", "分类"),
            Column.text("team", "department", "cost center", "cost centre", "团队", "部门", "成本中心").compared,
            Column.text("campaign", "campaign name", "活动", "广告系列", "营销活动", "推广计划", "活动名称").compared,
            Column.text("vendor", "supplier", "payee", "供应商", "商家", "收款方").compared,
            .initiative,
            Column(
                name: "customer_id", kind: .text, isDimension: true, aliases: ["client id", "account id", "客户编号", "客户id"]),
        ], money: ["amount"])

    static let nps = Source(
        name: "nps", load: .upsert, key: ["response_id"], identity: "response_id",
        words: [
            "nps", "survey", "surveys", "survey responses", "responses", "feedback", "满意度", "问卷", "净推荐值", "调查", "调研", "問卷",
        ],
        columns: [
            Column(
                name: "score", kind: .number, isRequired: true,
                aliases: [
                    "nps score", "nps", "rating", "answer", "likelihood to recommend", "评分", "分数", "打分", "得分", "nps评分", "推荐度",
                    "推荐分", "評分",
                ]),
            .id(
                "response_id", "response", "id", "answer id", "survey response id", "响应编号", "答卷编号", "答卷id", "回复编号", "序号", "编号"),
            .stamp(
                "invited_at", "invited", "sent at", "sent", "sent date", "invite date", "invitation date", "发送时间", "邀请时间",
                "发送日期", "邀请日期"),
            .stamp(
                "responded_at", "responded", "response date", "answered at", "submitted at", "submit date", "completed at",
                "date",
                "created at", "回复时间", "提交时间", "答题时间", "填写时间", "提交日期", "回复日期", "回答时间"),
            .customerID,
            .text(
                "respondent_id", "respondent", "contact id", "email", "user id", "person id", "答题人", "受访者", "受访者id", "联系人", "邮箱"
            ),
            .comment, .text("survey", "survey name", "campaign", "问卷", "问卷名称", "调查名称"),
        ])

    static let leads = Source(
        name: "leads", load: .upsert, key: ["lead_id"], identity: "lead_id",
        words: ["leads", "lead", "opportunities", "deals", "pipeline", "funnel", "crm", "线索", "商机", "潜在客户", "线索表", "線索"],
        columns: [
            Column.id(
                "lead_id", "lead", "id", "record id", "lead number", "deal id", "线索编号", "线索id", "商机编号", "线索号", "编号", "線索編號"
            )
            .required,
            Column.stamp(
                "created_at", "created", "created date", "create date", "creation date", "created on", "lead created",
                "lead date",
                "date created", "创建时间", "创建日期", "线索创建时间", "录入时间", "新建时间", "建立時間", "创建于"
            ).required,
            .stamp(
                "first_response_at", "first response", "first response date", "first contact", "first contacted at",
                "first touch",
                "first response time", "responded at", "首次响应时间", "首次跟进时间", "首次联系时间", "首响时间"),
            .stamp(
                "mql_at", "mql", "mql date", "became mql", "marketing qualified at", "marketing qualified date", "mql时间",
                "市场合格时间", "mql日期"),
            .stamp(
                "sql_at", "sql", "sql date", "became sql", "sales qualified at", "sales qualified date", "sql时间", "销售合格时间",
                "sql日期"),
            .stamp(
                "opportunity_at", "opportunity", "opportunity date", "opportunity created", "opportunity created at",
                "opp date",
                "became opportunity", "商机时间", "转商机时间", "商机创建时间", "商机日期"),
            .stamp(
                "won_at", "won", "won date", "closed won", "closed won date", "closed won at", "win date", "became customer",
                "赢单时间", "成交时间", "赢单日期", "成交日期"),
            .stamp(
                "lost_at", "lost", "lost date", "closed lost", "closed lost date", "closed lost at", "输单时间", "丢单时间", "流失时间",
                "输单日期"),
            .amount(
                "deal amount", "deal value", "opportunity amount", "expected revenue", "deal size", "商机金额", "成交金额", "预计金额",
                "赢单金额"),
            .currency, .customerID,
            Column.text("company", "company name", "organization", "organisation", "account name", "公司", "公司名称", "企业名称", "客户名称")
                .compared,
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
                "日期", "进入时间",
                "变更时间", "发生时间"
            ).required,
            .amount("deal amount", "deal value", "opportunity amount", "商机金额", "成交金额"), .currency, .customerID,
        ], money: ["amount"])

    static let customers = Source(
        name: "customers", load: .upsert, key: ["customer_id"], identity: "customer_id",
        words: ["customers", "customer", "accounts", "account", "clients", "companies", "客户", "客户表", "客户档案", "客户信息", "客戶"],
        columns: [
            Column.customerID.also("id", "编号").required,
            .text(
                "name", "customer name", "account name", "company name", "company", "client name", "客户名称", "名称", "公司名称", "企业名称",
                "客户名", "公司"),
            .owner, .initiative,
        ])

    static let usage = Source(
        name: "usage", load: .upsert, key: ["customer_id", "date"], identity: "customer_id",
        words: ["usage", "product usage", "activity", "active users", "adoption", "使用", "活跃", "用量", "使用情况", "活跃度", "产品使用"],
        columns: [
            Column.customerID.required, Column.date("usage date", "activity date", "使用日期").required,
            Column(
                name: "active_users", kind: .number, isRequired: true, needsValue: true,
                aliases: [
                    "active", "users active", "dau", "daily active users", "active user count", "users", "活跃用户", "活跃用户数",
                    "活跃人数", "日活", "使用人数",
                ]),
            .number(
                "seats", "licensed seats", "licences", "licenses", "seat count", "purchased seats", "席位", "席位数", "坐席", "账号数",
                "授权数", "座席数"),
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

    static let oneOffRevenue = Source(
        name: "one_off_revenue", load: .append,
        words: [
            "one off revenue", "one time revenue", "one off", "one time", "non recurring", "services revenue", "一次性收入", "一次性",
            "非经常性收入",
            "实施收入",
        ],
        columns: [
            Column.date("sale date", "invoice date", "revenue date", "收入日期", "成交日期").required,
            Column.amount("revenue", "net amount", "收入", "收入金额").required, .customerID, .currency, .initiative,
        ], money: ["amount"])

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
