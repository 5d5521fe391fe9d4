import Metrics

/// The words of the driver tree.
enum WhatIfPhrase: Sendable, CaseIterable {
    case title, use, rates, leadsOnly, name, now, whatIf, difference, how
    case arrAhead, arrNow, netNew, arrNew, customersNew, perCustomer, perWin, stepsTo, reactivation, expansion, contraction,
        churn
    case rateOfARR, product, sum, timesARR

    /// The phrase in a language with its parts filled in; see ``Phrase/text(_:_:)``.
    func text(_ language: Language, _ parts: [String] = []) -> String {
        language == .en ? Phrase.fill(english, parts) : ExplanationPhrase.spaced(Phrase.fill(chinese, parts))
    }

    /// In English, with places for its parts.
    var english: String {
        switch self {
        case .title: "What if"
        case .use:
            "Blue numbers on yellow are inputs: write another one there, and all lines that are made of it follow. They hold what the {0} months to {1} came to."
        case .rates:
            "Steps are in period: what reached a stage in these months over what reached the one before, whenever it was created, so that their "
                + "product is what was won. Rates of ARR are over ARR at the beginning of these months, and are put on ARR today."
        case .leadsOnly: "Steps before {0} are not known over these months, so that the tree begins there."
        case .name: "Driver"
        case .now: "Last {0} months"
        case .whatIf: "What if"
        case .difference: "Difference"
        case .how: "How"
        case .arrAhead: "ARR in {0} months"
        case .arrNow: "ARR today"
        case .netNew: "Net new ARR"
        case .arrNew: "New ARR"
        case .customersNew: "New customers"
        case .perCustomer: "ARR per new customer"
        case .perWin: "New customers per deal won"
        case .stepsTo: "{0} → {1}"
        case .reactivation: "Reactivated ARR"
        case .expansion: "Expansion"
        case .contraction: "Contraction"
        case .churn: "Churn"
        case .rateOfARR: "{0}, share of ARR"
        case .product: "the product of the lines below it"
        case .sum: "the sum of the lines below it"
        case .timesARR: "its share × ARR today"
        }
    }

    /// In Chinese, with the same places.
    var chinese: String {
        switch self {
        case .title: "假设分析"
        case .use: "黄底蓝字为可改的输入：改动后，由其构成的各行随之变化。初始值为截至 {1} 的 {0} 个月的实际。"
        case .rates: "各步转化率按期内口径：这些月份到达该阶段的数量除以到达前一阶段的数量（不论何时创建），因此连乘即为赢单数。ARR 的各项比率以这些月份开始时的 ARR 为分母，并用于今天的 ARR。"
        case .leadsOnly: "{0} 之前的步骤在这些月份的数据不全，因此从该步开始。"
        case .name: "驱动因素"
        case .now: "近 {0} 个月"
        case .whatIf: "假设"
        case .difference: "差异"
        case .how: "算法"
        case .arrAhead: "{0} 个月后的 ARR"
        case .arrNow: "今天的 ARR"
        case .netNew: "净新增 ARR"
        case .arrNew: "新客户 ARR"
        case .customersNew: "新客户数"
        case .perCustomer: "每个新客户的 ARR"
        case .perWin: "每个赢单的新客户数"
        case .stepsTo: "{0} → {1}"
        case .reactivation: "重新激活的 ARR"
        case .expansion: "扩容"
        case .contraction: "缩减"
        case .churn: "流失"
        case .rateOfARR: "{0}占 ARR 的比例"
        case .product: "其下各行之积"
        case .sum: "其下各行之和"
        case .timesARR: "其比例 × 今天的 ARR"
        }
    }
}
