import Facts

extension Source {
    /// Products, markets and features going to market, one row an initiative.
    static let initiatives = Source(
        name: .initiatives, role: .plans,
        load: .upsert, key: [.initiativeID], identity: .initiativeID,
        words: ["initiatives", "initiative", "launches", "launch", "go to market", "举措", "上市项目", "项目", "新品上市"],
        columns: [
            Column.text(
                .initiativeID, "initiative", "举措编号", "项目编号", "项目id", "举措id", "专项编号", "项目代码"
            ).commonly("id", "编号", "序号").required.anID,
            Column.text(
                .name, "initiative name", "title", "名称", "项目名称", "举措名称", "项目名", "举措名", "上市项目名称", "专项名称", "项目", "举措", "专项"
            ).required.aName,
            .word(
                .scenario, "情景", "场景", "上市场景", "上市情景", "场景类型", "项目类型", "举措类型", "上市类型", "gtm场景", "适用场景"),
            .word(.stage, "phase", "阶段", "当前阶段", "所处阶段", "项目阶段"),
            .word(.goal, "objective", "目标", "目的", "业务目标", "目标类型", "获客或留存", "获客还是留存", "获客/留存"),
            .text(
                .who, "audience", "target customer", "目标客户", "谁", "客户是谁", "目标用户", "目标人群", "目标客群", "为谁", "卖给谁", "面向谁",
                "who目标客户", "who谁", "谁who", "目标客户who"),
            .text(.need, "problem", "需求", "痛点", "客户需求", "用户需求", "核心需求", "需要什么", "客户痛点"),
            .text(
                .what, "offer", "product", "产品", "是什么", "做什么", "卖什么", "提供什么", "产品方案", "产品或方案", "解决方案", "what做什么",
                "what卖什么", "what提供什么", "what是什么", "做什么what", "提供什么what"),
            .text(.benefit, "value", "收益", "价值", "客户收益", "客户价值", "用户价值", "好处", "带来的好处", "带来的价值"),
            .text(
                .how, "approach", "如何", "方式", "怎么做", "怎么卖", "如何做", "如何卖", "如何触达", "如何上市", "如何进入市场", "打法", "how怎么做",
                "how如何做", "how如何", "如何how", "怎么做how"),
            .text(
                .whyNow, "timing", "为何现在", "时机", "为什么现在", "为什么是现在", "为何是现在", "市场时机", "whynow为什么现在",
                "whynow为什么是现在", "whynow为何现在", "为什么现在whynow", "为何现在whynow"),
            Column.start.also("启动日期", "立项日期", "计划开始日期", "启动时间", "计划开始"),
            .day(
                .launchDate, "launch", "go live", "上市日期", "发布日期", "上线日期", "上市时间", "发布时间", "上线时间", "计划上市日期", "计划上市时间",
                "计划发布日期", "上市日", "发布日"),
            Column.end.also("计划结束日期", "计划完成日期", "完成日期", "计划结束时间", "计划结束"),
        ] + needs + materials, telling: [.initiativeID, .scenario, .goal, .need, .benefit, .whyNow, .launchDate],
        build: { $0.buildInitiatives(&$1) })

    /// The six questions that tell how much of a strategy is needed.
    private static let needs: [Column] = [
        .flag(
            .newCustomers, "新客户", "新客户群", "新客户群体", "新客群", "是否新客户群", "是否新客户群体", "是否新客户", "是否面向新客户", "是否面向新客户群",
            "是否面向新客户群体", "面向新客户", "面向新客户群体"),
        .flag(
            .newValue, "新价值", "新价值主张", "价值主张重新定义", "价值主张重定义", "价值主张是否重新定义", "重新定义价值主张", "是否重新定义价值主张", "价值主张变化",
            "是否新价值主张"),
        .flag(
            .newChannel, "新渠道", "新渠道或销售模式", "新渠道或新销售模式", "新渠道及销售模式", "新渠道销售模式", "新销售模式", "是否新渠道", "是否新渠道或销售模式",
            "是否使用新渠道", "是否新渠道或新销售模式"),
        .flag(
            .newPricing, "新定价", "新定价或商业模式", "新定价或新商业模式", "新定价商业模式", "新商业模式", "是否新定价", "是否新定价或商业模式",
            "是否新定价或新商业模式", "定价或商业模式变化"),
        .flag(
            .competitiveShift, "竞争变化", "重大竞争变化", "竞争格局变化", "竞争格局重大变化", "竞争环境变化", "是否重大竞争变化", "是否有重大竞争变化",
            "竞争格局是否重大变化", "是否竞争变化", "竞争是否重大变化"),
        .flag(
            .highCostOfFailure, "失败代价高", "失败成本高", "失败代价", "失败成本", "失败代价是否高", "失败代价是否很高", "失败成本是否高", "是否失败代价高",
            "高失败代价", "高失败成本", "失败代价大"),
    ]

    /// The five materials of a launch.
    private static let materials: [Column] = [
        .word(
            .messagingDocument, "messaging", "信息文档", "核心信息文档", "信息传达文档", "传播信息文档", "定位文档", "定位与信息文档", "信息屋", "话术文档", "消息文档",
            "定位信息文档", "产品信息文档"),
        .word(.marketingPack, "营销包", "营销物料包", "营销物料", "营销资料包", "营销资料", "市场包", "市场物料包", "市场物料", "市场资料", "市场资料包", "推广物料"),
        .word(
            .salesPack, "销售包", "销售物料包", "销售物料", "销售资料包", "销售资料", "销售工具包", "销售赋能包", "销售与客户成功包", "销售和客户成功包", "销售客户成功包",
            "销售与客户成功资料", "销售与客户成功资料包", "销售及客户成功资料包", "销售及客户成功包", "销售与客户成功物料"),
        .word(
            .customerMaterials, "客户资料", "客户材料", "客户物料", "面向客户资料", "面向客户材料", "面向客户的资料", "面向客户的材料", "面向客户物料", "面客资料", "面客材料",
            "客户侧资料", "客户侧物料"),
        .word(
            .advocateMaterials, "代言人资料", "代言人材料", "代言资料", "代言材料", "代言物料", "口碑材料", "口碑资料", "推荐人资料", "推荐人材料", "倡导者材料",
            "倡导者资料", "拥护者材料", "拥护者资料", "客户代言材料", "客户代言资料"),
    ]
}

extension AnyColumnKey where Self == TextKey {
    static var initiativeID: Self { Self("initiative_id") }
    static var scenario: Self { Self("scenario") }
    static var goal: Self { Self("goal") }
    static var who: Self { Self("who") }
    static var need: Self { Self("need") }
    static var what: Self { Self("what") }
    static var benefit: Self { Self("benefit") }
    static var how: Self { Self("how") }
    static var whyNow: Self { Self("why_now") }
    static var messagingDocument: Self { Self("messaging_document") }
    static var marketingPack: Self { Self("marketing_pack") }
    static var salesPack: Self { Self("sales_pack") }
    static var customerMaterials: Self { Self("customer_materials") }
    static var advocateMaterials: Self { Self("advocate_materials") }
}

extension AnyColumnKey where Self == DayKey {
    static var launchDate: Self { Self("launch_date") }
}

extension AnyColumnKey where Self == FlagKey {
    static var newCustomers: Self { Self("new_customers") }
    static var newValue: Self { Self("new_value") }
    static var newChannel: Self { Self("new_channel") }
    static var newPricing: Self { Self("new_pricing") }
    static var competitiveShift: Self { Self("competitive_shift") }
    static var highCostOfFailure: Self { Self("high_cost_of_failure") }
}

extension Assembler {
    fileprivate mutating func buildInitiatives(_ merged: inout Merged) {
        merged.applyLoadRule()
        let rows = finish(merged)
        guard !rows.isEmpty else { return }
        let (ids, names) = (strings(merged, .initiativeID, rows), strings(merged, .name, rows))
        var initiatives = rows.indices.map { Initiative(id: ids[$0], name: names[$0]) }
        let (starts, launches, ends) = (merged[.startDate], merged[.launchDate], merged[.endDate])
        for (index, row) in rows.enumerated() {
            initiatives[index].start = starts?.first(row)
            initiatives[index].launch = launches?.first(row)
            initiatives[index].end = ends?.last(row)
        }
        for column in merged.source.columns where !column.isDimension {
            switch column.key {
            case let key as TextKey where ![TextKey.initiativeID, .name].contains(key):
                let isWord = InitiativeWords.columns.contains(key)
                for (index, text) in strings(merged, key, rows).enumerated() where !text.isEmpty {
                    initiatives[index].texts[key.name] = (isWord ? InitiativeWords.meaning(text, of: key) : nil) ?? text
                }
            case let key as FlagKey:
                guard let flags = merged[key] else { continue }
                for (index, row) in rows.enumerated() where flags[row] >= 0 {
                    initiatives[index].flags[key.name] = flags[row] == 1
                }
            default: break
            }
        }
        facts.initiatives = initiatives
        checkInitiatives(initiatives, merged, rows)
    }
}
