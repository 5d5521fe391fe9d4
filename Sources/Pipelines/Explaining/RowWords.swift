import Facts
import Languages
import RollUps

/// What is said of how a row comes to count, in the report's language.
struct RowWords {
    private let language: Language
    private let currency: Currency

    init(locale: String, currency: Currency) { (language, self.currency) = (Language(locale: locale), currency) }

    private func say(_ word: RowWord, _ parts: String...) -> String { word.text(language, parts) }

    private func money(_ minor: Int128) -> String { currency.text(minor) }

    /// Of a row that makes one lead with others.
    var together: String { say(.together) }

    /// How a row comes to count; empty where that is plain.
    ///
    /// - Parameter isMoney: Whether what counts is money.
    func how(_ role: CountedRow.Role, isMoney: Bool) -> String {
        switch role {
        case .counts: return ""
        case .belongs: return say(.belongs)
        case .begins: return say(.begins)
        case .ends: return say(.ends)
        case .renews(let arr): return say(.renews, money(arr))
        case .retained(let before, let now):
            return say(.retained, money(before), money(now))
        case .days(let days, let all, let whole):
            let amount = isMoney ? whole.fixed(currency.minorDigits) : whole.significant(15)
            return say(.days, "\(days)", "\(all)", amount)
        case .deal: return say(.deal)
        case .lead: return say(.lead)
        case .evidence: return say(.evidence)
        case .scored(let health): return scored(health)
        }
    }

    private func scored(_ health: CustomerHealth) -> String {
        func percent(_ share: Number?) -> String {
            share.map { say(.percent, ($0 * Number(100)).fixed(1)) } ?? say(.unknown)
        }
        return say(.scored, health.score.fixed(1), percent(health.usage), percent(health.voice), percent(health.trend))
    }
}

/// The words of how rows come to count.
enum RowWord: String, ProgramPhrases {
    static let isSetOff = false

    case together, belongs, begins, ends, renews, retained, days, deal, lead, evidence, scored, percent, unknown
}
