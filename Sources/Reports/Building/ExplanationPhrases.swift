import Metrics

/// The words of the sentences that say why a metric changed.
///
/// None says more than the arithmetic: what stood where, and how much of the change that makes.
enum ExplanationPhrase: Sendable, CaseIterable {
    case title, titleAlone, sectionTitle, none
    case rose, fell, roseFrom, fellFrom, roseOnYear, fellOnYear, roseFromOnYear, fellFromOnYear
    case times, manyTimes, parts, alone, by, separator, effect
    case rate, noDivisor, noDivisorBefore, share, moreOf, lessOf, mostly, member
    case median, root, formula, undivided, spendAndCustomers, more, less, moreCustomers, fewerCustomers, sameCustomers

    /// The phrase in a language with its parts filled in; see ``Phrase/text(_:_:)``.
    func text(_ language: Language, _ parts: [String] = []) -> String {
        language == .en ? Phrase.fill(english, parts) : ExplanationPhrase.spaced(Phrase.fill(chinese, parts))
    }

    /// Chinese with a space between its characters and Latin letters or digits, which names bring with them.
    static func spaced(_ text: String) -> String {
        func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x3400...0x9FFF).contains(scalar.value) }
        func isLatin(_ scalar: Unicode.Scalar) -> Bool {
            scalar.value < 0x250 && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        }
        var spaced = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let last = spaced.last, isHan(last) && isLatin(scalar) || isLatin(last) && isHan(scalar) { spaced.append(" ") }
            spaced.append(scalar)
        }
        return String(spaced)
    }

    /// In English, with places for its parts.
    var english: String {
        switch self {
        case .title: "What changed and why, on {0}"
        case .titleAlone: "What changed and why"
        case .sectionTitle: "Why it changed, on {0}"
        case .none: "What changed and why: nothing that can be told from enough cases, or set against earlier changes."
        case .rose: "{0} rose {1} to {2}"
        case .fell: "{0} fell {1} to {2}"
        case .roseFrom: "{0} rose from {1} to {2}"
        case .fellFrom: "{0} fell from {1} to {2}"
        case .roseOnYear: "On a year ago, {0} rose {1} to {2}"
        case .fellOnYear: "On a year ago, {0} fell {1} to {2}"
        case .roseFromOnYear: "On a year ago, {0} rose from {1} to {2}"
        case .fellFromOnYear: "On a year ago, {0} fell from {1} to {2}"
        case .times: "{0}, {1} times the usual change"
        case .manyTimes: "{0}, more than 100 times the usual change"
        case .parts: "{0}: {1}."
        case .alone: "{0} alone {1}"
        case .by: "by {0}, {1}"
        case .separator: "; "
        case .effect: "{0} ({1})"
        case .member: "{0} {1}"
        case .rate: "{0} from {1} to {2}"
        case .noDivisor: "{0}, {1} {2} and no {3}"
        case .noDivisorBefore: "{0}, before {1} {2} and no {3}"
        case .share: "{0}'s share of {1} from {2} to {3}"
        case .moreOf: "{0} up {1}"
        case .lessOf: "{0} down {1}"
        case .mostly: "most of it {0}"
        case .median: "a median is not split"
        case .root: "a square root is not split"
        case .formula: "its formula is not split"
        case .undivided: "not split, for want of {0} by {1}"
        case .spendAndCustomers: "{0} spent {1} and brought {2}"
        case .more: "{0} more"
        case .less: "{0} less"
        case .moreCustomers: "{0} more {0|customer|customers}"
        case .fewerCustomers: "{0} fewer {0|customer|customers}"
        case .sameCustomers: "as many customers"
        }
    }

    /// In Chinese, with the same.
    var chinese: String {
        switch self {
        case .title: "较{0}的变化及原因"
        case .titleAlone: "变化及原因"
        case .sectionTitle: "较{0}变化的原因"
        case .none: "变化及原因：样本不足，或无法与以往的变化相比。"
        case .rose: "{0}上升 {1}，至 {2}"
        case .fell: "{0}下降 {1}，至 {2}"
        case .roseFrom: "{0}由 {1} 升至 {2}"
        case .fellFrom: "{0}由 {1} 降至 {2}"
        case .roseOnYear: "较一年前，{0}上升 {1}，至 {2}"
        case .fellOnYear: "较一年前，{0}下降 {1}，至 {2}"
        case .roseFromOnYear: "较一年前，{0}由 {1} 升至 {2}"
        case .fellFromOnYear: "较一年前，{0}由 {1} 降至 {2}"
        case .times: "{0}，为平常变化的 {1} 倍"
        case .manyTimes: "{0}，为平常变化的 100 倍以上"
        case .parts: "{0}：{1}。"
        case .alone: "仅{0}一家 {1}"
        case .by: "按{0}，{1}"
        case .separator: "；"
        case .effect: "{0}（{1}）"
        case .member: "{0} {1}"
        case .rate: "{0}由 {1} 变为 {2}"
        case .noDivisor: "{0}有{1} {2} 而无{3}"
        case .noDivisorBefore: "{0}此前有{1} {2} 而无{3}"
        case .share: "{0}占{1}的比重由 {2} 变为 {3}"
        case .moreOf: "{0}增加 {1}"
        case .lessOf: "{0}减少 {1}"
        case .mostly: "其中主要是{0}"
        case .median: "中位数不作分解"
        case .root: "平方根不作分解"
        case .formula: "该公式不作分解"
        case .undivided: "不作分解：{0}无法按{1}划分"
        case .spendAndCustomers: "{0}支出{1}，带来客户{2}"
        case .more, .moreCustomers: "多 {0}"
        case .less, .fewerCustomers: "少 {0}"
        case .sameCustomers: "数量不变"
        }
    }
}
