import Facts

extension Source {
    /// Products, markets and features going to market, one row an initiative.
    static let initiatives = Source(
        name: .initiatives, title: SourceTitle(en: "initiatives", zhHans: "举措"), role: .plans,
        load: .upsert, key: [.initiativeID], identity: .initiativeID,
        words: ["initiatives", "initiative", "launches", "launch", "go to market", "举措", "上市项目", "项目", "新品上市"],
        columns: [
            Column.text(.initiativeID, "initiative", "举措编号", "项目编号", "项目id").commonly("id", "编号").required.anID,
            Column.text(.name, "initiative name", "title", "名称", "项目名称", "举措名称").required.aName,
            .word(.scenario, "情景", "场景"), .word(.stage, "phase", "阶段"), .word(.goal, "objective", "目标"),
            .text(.who, "audience", "target customer", "目标客户", "谁"), .text(.need, "problem", "需求", "痛点"),
            .text(.what, "offer", "product", "产品", "是什么"), .text(.benefit, "value", "收益", "价值"),
            .text(.how, "approach", "如何", "方式"), .text(.whyNow, "timing", "为何现在", "时机"),
            .start, .day(.launchDate, "launch", "go live", "上市日期", "发布日期", "上线日期"), .end,
            .flag(.newCustomers, "新客户"), .flag(.newValue, "新价值"), .flag(.newChannel, "新渠道"),
            .flag(.newPricing, "新定价"), .flag(.competitiveShift, "竞争变化"), .flag(.highCostOfFailure, "失败代价高"),
            .word(.messagingDocument, "messaging", "信息文档"), .word(.marketingPack, "营销包"), .word(.salesPack, "销售包"),
            .word(.customerMaterials, "客户资料"), .word(.advocateMaterials, "代言人资料"),
        ], telling: [.initiativeID, .scenario, .goal, .need, .benefit, .whyNow, .launchDate],
        build: { $0.buildInitiatives(&$1) })
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
    }
}
