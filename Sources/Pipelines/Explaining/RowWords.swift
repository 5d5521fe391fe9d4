import Facts
import RollUps

/// What is said of how a row comes to count, in the report's language.
struct RowWords {
    private let isChinese: Bool
    private let currency: Currency

    init(locale: String, currency: Currency) { (isChinese, self.currency) = (locale == "zh-Hans", currency) }

    private func text(_ en: String, _ zhHans: String) -> String { isChinese ? zhHans : en }

    private func money(_ minor: Int128) -> String {
        Number(minor, over: Int128(currency.minorUnits)).fixed(currency.minorDigits)
    }

    /// Of a row that makes one lead with others.
    var together: String { text("of the same lead", "属于同一条线索") }

    /// How a row comes to count; empty where that is plain.
    ///
    /// - Parameter isMoney: Whether what counts is money.
    func how(_ role: CountedRow.Role, isMoney: Bool) -> String {
        switch role {
        case .counts: return ""
        case .belongs: return text("counted with the row above", "已随上一行计入")
        case .begins: return text("begins on this day", "当日开始")
        case .ends: return text("ends on this day", "当日结束")
        case .renews(let arr): return text("renews; its ARR is \(money(arr))", "用于续约；该合同 ARR 为 \(money(arr))")
        case .retained(let before, let now):
            return text(
                "ARR of the customer: \(money(before)) twelve months before, \(money(now)) now",
                "该客户 ARR：十二个月前 \(money(before))，现在 \(money(now))")
        case .days(let days, let all, let whole):
            let amount = isMoney ? whole.fixed(currency.minorDigits) : whole.significant(15)
            return text("\(days) of \(all) days of \(amount)", "\(amount) 共 \(all) 天，计入 \(days) 天")
        case .deal: return text("a deal of the lead above", "上一条线索的商机")
        case .lead: return text("its deals say the amount", "金额取自其商机")
        case .evidence: return text("the customer's score is known by it", "客户健康分的依据")
        case .scored(let health): return scored(health)
        }
    }

    private func scored(_ health: CustomerHealth) -> String {
        func percent(_ share: Number?) -> String { share.map { ($0 * Number(100)).fixed(1) + " %" } ?? text("unknown", "未知") }
        let parts = [
            "\(text("usage", "使用率")) \(percent(health.usage))", "\(text("voice", "口碑")) \(percent(health.voice))",
            "\(text("trend", "ARR 趋势")) \(percent(health.trend))",
        ]
        return text("score", "健康分") + " \(health.score.fixed(1))" + text(": ", "：") + parts.joined(separator: text(", ", "，"))
    }
}
