public import Languages
import Metrics

/// What an edition of a report may keep from its readers: it is in no byte of the edition's files.
public enum Withheld: String, Sendable, Hashable, CaseIterable, Codable {
    /// Names and ids of customers.
    case customerNames = "customer names"
    /// Who answers for targets, tasks, customers and metrics.
    case owners
    /// What people wrote: answers of surveys, reasons for leaving.
    case comments
    /// What was spent, and all metrics that are made of it.
    case spend
}

extension Withheld {
    /// What readers call it.
    func name(_ language: Language) -> String {
        let phrase: WithheldPhrase =
            switch self {
            case .customerNames: .customerNames
            case .owners: .owners
            case .comments: .comments
            case .spend: .spend
            }
        return phrase.text(language)
    }
}

/// What an edition says of what is kept from its readers.
public enum WithheldPhrase: String, ReportPhrases {
    /// Names stand in sentences as they are.
    public static let isSetOff = false

    case external, withheld, source, customer, person, member, customerNames, owners, comments, spend

}

extension Composer {
    /// What is kept from the readers, in a sentence; nil where nothing is.
    var withheldNote: String? {
        guard !context.withheld.isEmpty else { return nil }
        let names = Withheld.allCases.filter(context.withheld.contains).map { $0.name(language) }
        return WithheldPhrase.withheld.text(locale: language.rawValue, list(names))
    }
}
