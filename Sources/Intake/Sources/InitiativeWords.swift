import Facts

/// What cells of initiatives say, in the words of plans and of people, by the columns' own words.
enum InitiativeWords {
    /// The columns whose cells are one of a few words.
    static let columns: [TextKey] = [.scenario, .stage, .goal] + materials

    /// What a launch needs.
    static let materials: [TextKey] = [
        .messagingDocument, .marketingPack, .salesPack, .customerMaterials, .advocateMaterials,
    ]

    /// The columns' own words for what a column says.
    static func terms(of column: TextKey) -> String {
        switch column {
        case .scenario: "new_product, new_market, repositioning, business_model or competition"
        case .stage: "explore, validate or scale"
        case .goal: "acquire or retain"
        default: "missing, draft or ready"
        }
    }

    /// What a cell means, with or without a remark in brackets or behind a dash: `new_product`, `validate`, `retain`, `ready`; nil
    /// where it says nothing known.
    static func meaning(_ cell: String, of column: TextKey) -> String? {
        let words: [String: String] =
            switch column {
            case .scenario: scenarios
            case .stage: stages
            case .goal: goals
            default: readiness
            }
        if let known = words[HeaderNames.key(cell)] { return known }
        if let sign = cell.unicodeScalars.first, HeaderNames.key(cell).isEmpty, words["ready"] != nil {
            return "✓✔√☑✅●".unicodeScalars.contains(sign) ? "ready" : "×✗✘☐□❌○".unicodeScalars.contains(sign) ? "missing" : nil
        }
        let head = cell.prefix { !"(（[【:：-–—/,，;；、".contains($0) }
        return head.count < cell.count ? words[HeaderNames.key(String(head))] : nil
    }

    private static let scenarios = table([
        "new_product": [
            "product", "new product", "product launch", "new version", "major version", "major release", "new feature",
            "new product or major version", "launch", "neues produkt", "新产品", "新品", "新产品上市", "新品上市", "新品发布", "新产品发布", "产品发布",
            "新版本", "重大版本", "大版本", "新产品或重大版本", "新产品/重大版本", "新功能", "产品上市",
        ],
        "new_market": [
            "market", "new region", "new country", "new market or region", "market entry", "expansion", "new segment",
            "neuer markt", "新市场", "新区域", "新地区", "新市场进入", "进入新市场", "市场进入", "市场拓展", "市场扩张", "新市场/新区域", "新市场或新区域",
            "新市场或区域", "出海",
        ],
        "repositioning": [
            "reposition", "rebranding", "rebrand", "relaunch", "positioning", "neupositionierung", "重新定位", "再定位", "重定位", "定位调整",
            "品牌重塑", "产品重新定位", "品牌重新定位",
        ],
        "business_model": [
            "business model change", "business model", "pricing model", "pricing change", "new pricing", "model change",
            "geschäftsmodell", "商业模式", "商业模式变革", "商业模式转型", "商业模式变更", "商业模式调整", "模式转型", "业务模式", "定价模式", "定价调整", "订阅转型",
        ],
        "competition": [
            "competitive response", "competitor response", "response to competition", "competitive", "competitor", "defence",
            "defense", "wettbewerb", "竞争应对", "竞争", "应对竞争", "竞争反击", "竞争响应", "竞品应对", "竞争防御", "应对竞品",
        ],
    ])
    private static let stages = table([
        "explore": ["exploration", "exploring", "discovery", "discover", "探索", "探索期", "探索阶段", "探索中", "发现"],
        "validate": ["validation", "validating", "pilot", "beta", "验证", "验证期", "验证阶段", "验证中", "试点", "试点中", "试点期"],
        "scale": [
            "scaling", "growth", "grow", "rollout", "roll out", "规模化", "规模化阶段", "规模化期", "规模", "扩张", "放量", "推广", "规模推广",
            "规模扩张",
        ],
    ])
    private static let goals = table([
        "acquire": [
            "acquisition", "win", "win new customers", "new customers", "new business", "获客", "拉新", "获取新客", "获取新客户", "新客",
            "新客户", "获取", "新客户获取", "获得新客户", "赢得新客户",
        ],
        "retain": [
            "retention", "keep", "keep customers", "existing customers", "留存", "保留", "维系", "老客户", "留住老客户", "保留老客户", "存量客户",
            "客户留存", "老客户留存", "续约", "存量",
        ],
    ])
    private static let readiness = table([
        "ready": [
            "yes", "y", "true", "1", "done", "complete", "completed", "final", "finished", "approved", "published", "available",
            "100%", "fertig", "就绪", "已就绪", "完成", "已完成", "齐备", "已备", "定稿", "已定稿", "已发布", "可用", "有", "是",
            "准备就绪", "已准备", "已准备好", "已备齐", "备齐", "终稿", "已上线",
        ],
        "draft": [
            "in progress", "inprogress", "started", "wip", "in review", "review", "drafting", "partial", "partly", "entwurf",
            "草稿", "草案", "初稿", "进行中", "编写中", "撰写中", "制作中", "起草中", "准备中", "部分", "评审中", "审核中", "待审核", "修改中", "部分完成",
            "半成品", "已起草", "待定稿", "设计中",
        ],
        "missing": [
            "no", "n", "false", "0", "not started", "none", "todo", "to do", "open", "absent", "fehlt", "缺失", "缺少", "缺", "无",
            "没有", "未开始", "未准备", "否", "暂无", "未完成", "待准备", "尚无", "待办", "未做", "未就绪", "尚缺", "待制作",
            "待编写",
        ],
    ])

    /// The words by their keys, the columns' own words too.
    private static func table(_ words: [String: [String]]) -> [String: String] {
        var table: [String: String] = [:]
        for (meaning, names) in words {
            for name in [meaning] + names { table[HeaderNames.key(name)] = meaning }
        }
        return table
    }
}
