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
        switch (self, language) {
        case (.customerNames, .en): "customer names"
        case (.owners, .en): "owners"
        case (.comments, .en): "comments"
        case (.spend, .en): "spend"
        case (.customerNames, .zhHans): "客户名称"
        case (.owners, .zhHans): "负责人"
        case (.comments, .zhHans): "评论"
        case (.spend, .zhHans): "支出"
        }
    }
}

/// What an edition says of what is kept from its readers.
public enum WithheldPhrase: Sendable, CaseIterable {
    case external, withheld, source, customer, person, member

    /// The phrase in a report's language, `en` or `zh-Hans`, with its parts filled in.
    public func text(locale: String, _ parts: String...) -> String {
        Phrase.fill(locale == Language.zhHans.rawValue ? chinese : english, parts)
    }

    private var english: String {
        switch self {
        case .external: "External edition"
        case .withheld: "Not told in this edition: {0}."
        case .source: "{0} is not told in this edition."
        case .customer: "Customer {0}"
        case .person: "Person {0}"
        case .member: "{0} {1}"
        }
    }

    private var chinese: String {
        switch self {
        case .external: "对外版本"
        case .withheld: "本版本不披露：{0}。"
        case .source: "本版本不披露{0}。"
        case .customer: "客户 {0}"
        case .person: "人员 {0}"
        case .member: "{0} {1}"
        }
    }
}

extension Composer {
    /// What is kept from the readers, in a sentence; nil where nothing is.
    var withheldNote: String? {
        guard !context.withheld.isEmpty else { return nil }
        let names = Withheld.allCases.filter(context.withheld.contains).map { $0.name(language) }
        return WithheldPhrase.withheld.text(locale: language.rawValue, list(names))
    }
}
