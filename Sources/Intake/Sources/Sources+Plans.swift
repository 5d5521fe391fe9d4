/// The two sources of the contract that describe initiatives.
extension Source {
    static let initiatives = Source(
        name: "initiatives", load: .upsert, key: ["initiative_id"], identity: "initiative_id",
        words: ["initiatives", "initiative", "launches", "launch", "go to market", "举措", "上市项目", "项目", "新品上市"],
        columns: [
            Column.text("initiative_id", "initiative", "举措编号", "项目编号", "项目id").commonly("id", "编号").required,
            Column.text("name", "initiative name", "title", "名称", "项目名称", "举措名称").required,
            .word("scenario", "情景", "场景"), .word("stage", "phase", "阶段"), .word("goal", "objective", "目标"),
            .text("who", "audience", "target customer", "目标客户", "谁"), .text("need", "problem", "需求", "痛点"),
            .text("what", "offer", "product", "产品", "是什么"), .text("benefit", "value", "收益", "价值"),
            .text("how", "approach", "如何", "方式"), .text("why_now", "timing", "为何现在", "时机"),
            .start(), .day("launch_date", "launch", "go live", "上市日期", "发布日期", "上线日期"), .end(),
            .flag("new_customers", "新客户"), .flag("new_value", "新价值"), .flag("new_channel", "新渠道"),
            .flag("new_pricing", "新定价"), .flag("competitive_shift", "竞争变化"), .flag("high_cost_of_failure", "失败代价高"),
            .word("messaging_document", "messaging", "信息文档"), .word("marketing_pack", "营销包"), .word("sales_pack", "销售包"),
            .word("customer_materials", "客户资料"), .word("advocate_materials", "代言人资料"),
        ], telling: ["initiative_id", "scenario", "goal", "need", "benefit", "why_now", "launch_date"])

    static let valueMap = Source(
        name: "value_map", load: .append, words: ["value map", "value proposition", "jobs pains gains", "价值主张", "价值图", "价值地图"],
        columns: [
            Column.initiative.required, Column.word("kind", "type", "类型", "类别").required,
            Column.text("text", "description", "statement", "内容", "描述").required,
            .text("answered_by", "answer", "answered", "solution", "应对", "解决方案"), .text("evidence", "proof", "证据", "依据"),
        ])
}
