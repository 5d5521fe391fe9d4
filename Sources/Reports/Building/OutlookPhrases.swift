import Metrics

/// The words of what is projected.
enum OutlookPhrase: Sendable, CaseIterable {
    case title, period, projected, low, high, target, stockSentence, flowSentence, withTarget, method, short, naive, shortAlone
    case contracted
    // What is said of one metric alone.
    case rests, seasonal, plain, nearer, nearerThanSeason, noNearer, shortOwn, noPace, maturing, undefined, late

    /// The phrase in a language with its parts filled in; see ``Phrase/text(_:_:)``.
    func text(_ language: Language, _ parts: [String] = []) -> String {
        language == .en ? Phrase.fill(english, parts) : ExplanationPhrase.spaced(Phrase.fill(chinese, parts))
    }

    /// In English, with places for its parts.
    var english: String {
        switch self {
        case .title: "Where this leads"
        case .period: "Period"
        case .projected: "Projected"
        case .low: "80%: from"
        case .high: "to"
        case .target: "Target"
        case .stockSentence: "On its trend so far, {0} ends {1} at {2} (80%: {3} to {4})"
        case .flowSentence: "On its trend so far, {0} of {1} comes to {2} (80%: {3} to {4})"
        case .withTarget: "{0}; the target is {1}."
        case .method:
            "A damped trend over each metric's own past (with seasons where there are three and they help), shown where it foretold that past better than "
                + "assuming no change did. Four in five of the same projections, made in that past, were within the interval."
        case .short: "Not projected, with fewer than {0} complete periods: {1}."
        case .shortAlone: "Nothing is projected with fewer than {0} complete periods."
        case .naive: "Not projected, as assuming no change foretold them as well: {0}."
        case .contracted:
            "Contracted ARR at the end of {0}: {1}. Only terms signed by now, with those that start later and the ends known; nothing "
                + "new, nothing renewed."
        case .rests: "It rests on {0} complete periods, {1} to {2}: a damped trend over them."
        case .seasonal: "Its seasons are of {0} periods."
        case .plain: "It has no seasons: there are fewer than three, or they did not help."
        case .nearer: "On that past it was off by {0} % of what assuming no change was off by."
        case .nearerThanSeason: "It was off by {0} % of what the value a season before was off by."
        case .noNearer:
            "Withheld: on its own past, {0} to {1}, assuming no change (or the value a season before, where there are three) was as near."
        case .shortOwn: "Withheld: it needs {0} complete periods, and has {1}."
        case .noPace: "Withheld: a rate or a mean neither adds up over days nor stands at the end of one, so it has no pace."
        case .maturing: "Withheld: it goes on growing after its period ends."
        case .undefined: "Withheld: it is undefined in {0}."
        case .late: "Withheld: files of {0} are late since {1}."
        }
    }

    /// In Chinese, with the same places.
    var chinese: String {
        switch self {
        case .title: "照此发展"
        case .period: "期间"
        case .projected: "预测"
        case .low: "80%：自"
        case .high: "至"
        case .target: "目标"
        case .stockSentence: "按目前的趋势，{0}在 {1} 末为 {2}（80% 区间：{3} 至 {4}）"
        case .flowSentence: "按目前的趋势，{1} 的{0}为 {2}（80% 区间：{3} 至 {4}）"
        case .withTarget: "{0}；目标为 {1}。"
        case .method: "对每个指标自身的历史取阻尼趋势（有三个完整季节周期且有助于预测时，计入季节性）；只在它对历史的预测好于“保持不变”时列出。在历史上作同样的预测，五次有四次落在区间之内。"
        case .short: "完整期间不足 {0} 个，不作预测：{1}。"
        case .shortAlone: "完整期间不足 {0} 个，不作预测。"
        case .naive: "“保持不变”的预测同样好，不作预测：{0}。"
        case .contracted: "{0} 末的已签约 ARR：{1}。只计目前已签的条款，包括尚未开始的，并按已知的结束日；不含新签与续约。"
        case .rests: "依据 {0} 个完整期间（{1} 至 {2}）的阻尼趋势。"
        case .seasonal: "季节周期为 {0} 个期间。"
        case .plain: "不计季节性：不足三个季节周期，或无助于预测。"
        case .nearer: "在这段历史上，其偏差为“保持不变”的 {0}%。"
        case .nearerThanSeason: "其偏差为“与上一季节周期同值”的 {0}%。"
        case .noNearer: "不作预测：在 {0} 至 {1} 的历史上，“保持不变”（或在有三个季节周期时“与上一季节周期同值”）同样准确。"
        case .shortOwn: "不作预测：需要 {0} 个完整期间，目前有 {1} 个。"
        case .noPace: "不作预测：比率或均值既不按天累加，也不是期末存量，没有进度可言。"
        case .maturing: "不作预测：该值在期末之后仍会增长。"
        case .undefined: "不作预测：{0} 的数值未定义。"
        case .late: "不作预测：{0} 的文件自 {1} 起迟到。"
        }
    }
}
