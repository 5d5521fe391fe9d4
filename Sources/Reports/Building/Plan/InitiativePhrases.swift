import Metrics

/// The words of initiatives.
enum InitiativePhrase: Sendable, CaseIterable {
    // The overview.
    case overview, needs, stage, materials, breakEven, valueMap, stands, of
    case strategy, adjustment, tactical, unknown, strategyAsksMore
    case atRisk, launchedUnready, short, open, notInSight, noSpendYet, calm
    case reached, projected, never, noSpend, withheld
    // What they need.
    case needsTitle, yes, no, unsaid, verdict
    case newCustomers, newValue, newChannel, newPricing, competitiveShift, highCostOfFailure
    // How long, and how they are judged.
    case courseTitle, planned, usual, months, remark, shorter, longer, endsWith, judgedBy
    case explore, validate, scale, acquire, retain
    // What they say.
    case statementTitle, statement, whole, missingParts, partWho, partNeed, partWhat, partBenefit, partHow, partWhyNow
    // The value map.
    case mapTitle, kind, item, answeredBy, evidence, job, pain, gain, unansweredItem, noEvidence
    // Money and customers.
    case moneyTitle, spend, grossProfit, customers, leads, leadToWon, nps, company, moneyNote, noARR, noCustomersOfLeads,
        noLeads, onlyWon, noAnswers, answers
    case chartTitle, spendSeries, profitSeries, spendAhead, profitAhead, curveInWords, reachedTitle, projectedTitle, neverTitle,
        moreCharts
    // What needs attention.
    case launches, launchDetail

    /// The phrase in a language with its parts filled in; see ``Phrase/text(_:_:)``.
    func text(_ language: Language, _ parts: [String] = []) -> String {
        Phrase.fill(language == .en ? english : chinese, parts)
    }

    /// In English, with places for its parts.
    var english: String {
        switch self {
        case .overview: "Initiatives: what they need, what is ready, when they pay"
        case .needs: "Needs"
        case .stage: "Stage"
        case .materials: "Materials ready"
        case .breakEven: "Break-even"
        case .valueMap: "Value map"
        case .stands: "Stands"
        case .of: "{0} of {1}"
        case .strategy: "full strategy"
        case .adjustment: "adjustment"
        case .tactical: "tactical"
        case .unknown: "not answered"
        case .strategyAsksMore: "full strategy, more than is planned"
        case .atRisk: "launch at risk"
        case .launchedUnready: "launched, {0} of 5 ready"
        case .short: "planned too short"
        case .open: "{0} unanswered"
        case .notInSight: "no break-even in sight"
        case .noSpendYet: "no spend yet"
        case .calm: "no warning"
        case .reached: "reached on {0}"
        case .projected: "projected for {0}"
        case .never: "not in sight"
        case .noSpend: "no spend"
        case .withheld: "withheld"
        case .needsTitle: "What each initiative needs, by six questions"
        case .yes: "yes"
        case .no: "no"
        case .unsaid: "not answered"
        case .verdict: "Verdict"
        case .newCustomers: "New customer group"
        case .newValue: "Value proposition redefined"
        case .newChannel: "New channel or sales model"
        case .newPricing: "New pricing or business model"
        case .competitiveShift: "Major competitive change"
        case .highCostOfFailure: "High cost of failure"
        case .courseTitle: "How long they take, what ends their stage, what judges them"
        case .planned: "Months planned"
        case .usual: "Usual"
        case .months: "{0} to {1}"
        case .remark: "Remark"
        case .shorter: "shorter than usual"
        case .longer: "longer than usual"
        case .endsWith: "The stage ends with"
        case .judgedBy: "Judged by"
        case .explore: "evidence that customers want it"
        case .validate: "reference customers"
        case .scale: "the plan for growth reached"
        case .acquire: "new ARR, leads, lead to won, CAC, break-even"
        case .retain: "net and gross retention, churn, renewal rate, NPS"
        case .statementTitle: "Value statements and the four questions"
        case .statement: "Value statement"
        case .whole: "For {0} who need {1}, our {2} provides {3}, so that {4}."
        case .missingParts: "Missing: {0}."
        case .partWho: "who"
        case .partNeed: "their need"
        case .partWhat: "what it is"
        case .partBenefit: "the benefit"
        case .partHow: "how"
        case .partWhyNow: "why now"
        case .mapTitle: "Value maps: what customers do, suffer from and hope for, what answers it"
        case .kind: "Kind"
        case .item: "Item"
        case .answeredBy: "Answered by"
        case .evidence: "Evidence"
        case .job: "job"
        case .pain: "pain"
        case .gain: "gain"
        case .unansweredItem: "not answered"
        case .noEvidence: "no evidence"
        case .moneyTitle: "Money and customers of initiatives, beside the company's"
        case .spend: "Spend"
        case .grossProfit: "Gross profit"
        case .customers: "Customers"
        case .leads: "Leads"
        case .leadToWon: "Lead to won"
        case .nps: "NPS"
        case .company: "The company"
        case .moneyNote:
            "Spend and gross profit are cumulative from the first day with a cost. ARR and customers are of {0}; leads and NPS are of the 12 "
                + "months up to then, leads as far as they name a customer of the initiative."
        case .chartTitle: "{0}: cumulative spend and gross profit"
        case .spendSeries: "Spend"
        case .profitSeries: "Gross profit"
        case .spendAhead: "Spend, at this pace"
        case .profitAhead: "Profit, at this pace"
        case .curveInWords: "Up to {0} spend came to {1} and gross profit to {2}, counted from {3}."
        case .noARR: "no ARR is known"
        case .noCustomersOfLeads: "leads name no customers"
        case .noLeads: "no lead names a customer of the initiative"
        case .onlyWon: "these leads name a customer only once they are won"
        case .noAnswers: "nobody answered in the last 12 months"
        case .answers: "{0} answers"
        case .reachedTitle: "{0}: gross profit made up for spend on {1}"
        case .projectedTitle: "{0}: at this pace gross profit makes up for spend on {1}"
        case .neverTitle: "{0}: gross profit is not going to make up for spend at this pace"
        case .moreCharts: "Not drawn: {0} more."
        case .launches: "Launches within four weeks that are not ready"
        case .launchDetail: "{0} ({1}): {2}"
        }
    }

    /// In Chinese, with places for its parts.
    var chinese: String {
        switch self {
        case .overview: "上市举措：需要什么、准备得如何、何时回本"
        case .needs: "所需力度"
        case .stage: "阶段"
        case .materials: "就绪物料"
        case .breakEven: "盈亏平衡"
        case .valueMap: "价值地图"
        case .stands: "状况"
        case .of: "{0}/{1}"
        case .strategy: "完整上市战略"
        case .adjustment: "局部调整"
        case .tactical: "战术执行"
        case .unknown: "尚未评估"
        case .strategyAsksMore: "需要完整战略，规划不足"
        case .atRisk: "上市有风险"
        case .launchedUnready: "已上市，物料就绪 {0}/5"
        case .short: "计划时长不足"
        case .open: "{0} 个问题未答"
        case .notInSight: "看不到盈亏平衡"
        case .noSpendYet: "尚无支出"
        case .calm: "无预警"
        case .reached: "{0}已达到"
        case .projected: "预计{0}"
        case .never: "尚不可见"
        case .noSpend: "无支出"
        case .withheld: "不予披露"
        case .needsTitle: "六问判断各举措需要的力度"
        case .yes: "是"
        case .no: "否"
        case .unsaid: "未填"
        case .verdict: "结论"
        case .newCustomers: "新客户群体"
        case .newValue: "价值主张重新定义"
        case .newChannel: "新渠道或销售模式"
        case .newPricing: "新定价或商业模式"
        case .competitiveShift: "竞争格局重大变化"
        case .highCostOfFailure: "失败代价高"
        case .courseTitle: "计划时长、阶段何时结束、以何评判"
        case .planned: "计划月数"
        case .usual: "通常"
        case .months: "{0}–{1}"
        case .remark: "说明"
        case .shorter: "短于通常时长"
        case .longer: "长于通常时长"
        case .endsWith: "阶段结束的标志"
        case .judgedBy: "评判指标"
        case .explore: "有证据表明客户需要"
        case .validate: "有标杆客户"
        case .scale: "达到规模化目标"
        case .acquire: "新增 ARR、线索、线索到赢单、CAC、盈亏平衡"
        case .retain: "净留存与毛留存、流失、续约率、NPS"
        case .statementTitle: "价值陈述与四个问题"
        case .statement: "价值陈述"
        case .whole: "对于{0}来说，他们需要{1}，我们的{2}能够提供{3}，帮助{4}。"
        case .missingParts: "缺少：{0}。"
        case .partWho: "目标客户"
        case .partNeed: "需求"
        case .partWhat: "提供什么"
        case .partBenefit: "收益"
        case .partHow: "如何做"
        case .partWhyNow: "为何现在"
        case .mapTitle: "价值地图：客户的任务、痛点与收益，以及由什么满足"
        case .kind: "类别"
        case .item: "内容"
        case .answeredBy: "由什么满足"
        case .evidence: "依据"
        case .job: "任务"
        case .pain: "痛点"
        case .gain: "收益"
        case .unansweredItem: "尚未满足"
        case .noEvidence: "没有依据"
        case .moneyTitle: "举措的投入与客户，对照公司整体"
        case .spend: "支出"
        case .grossProfit: "毛利"
        case .customers: "客户数"
        case .leads: "线索数"
        case .leadToWon: "线索到赢单"
        case .nps: "NPS"
        case .company: "公司整体"
        case .moneyNote: "支出与毛利自首笔支出之日起累计。ARR 与客户数截至{0}；线索与 NPS 为此前 12 个月，线索只计写明该举措客户的部分。"
        case .chartTitle: "{0}：累计支出与累计毛利"
        case .spendSeries: "支出"
        case .profitSeries: "毛利"
        case .spendAhead: "支出（按目前速度）"
        case .profitAhead: "毛利（按目前速度）"
        case .curveInWords: "自{3}起，截至{0}支出 {1}，毛利 {2}。"
        case .noARR: "没有 ARR 数据"
        case .noCustomersOfLeads: "线索未写明客户"
        case .noLeads: "没有线索写明该举措的客户"
        case .onlyWon: "这些线索赢单后才写明客户"
        case .noAnswers: "过去 12 个月没有回答"
        case .answers: "{0} 份回答"
        case .reachedTitle: "{0}：毛利于{1}收回支出"
        case .projectedTitle: "{0}：按目前速度，毛利将于{1}收回支出"
        case .neverTitle: "{0}：按目前速度，毛利无法收回支出"
        case .moreCharts: "另有 {0} 个未绘制。"
        case .launches: "四周内上市但尚未就绪"
        case .launchDetail: "{0}（{1}）：{2}"
        }
    }
}

extension Composer {
    /// A phrase about initiatives in the report's language with its parts filled in.
    func tell(_ phrase: InitiativePhrase, _ parts: String...) -> String { phrase.text(language, parts) }
}
