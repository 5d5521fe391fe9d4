import Facts

/// What the names of columns say of amounts.
enum AmountNames {
    /// Names of amounts that a CRM has put into the company's own currency, as keys.
    static let inCompanyCurrency: Set<String> = [HeaderNames.key("amount in company currency")]

    /// Whether the name of an amount says that it is in the currency that its program reports in: `Amount (converted)`,
    /// `Cost (Converted currency)`, `MRR in base currency`, `金额（本位币）`.
    static func isConverted(_ header: String, _ source: Source) -> Bool {
        let key = HeaderNames.key(header)
        if inCompanyCurrency.contains(key) || ends.contains(where: { key.hasSuffix($0) && key.count > $0.count }) {
            return true
        }
        let parts = header.split { "([（【".contains($0) }.dropFirst().map { part in
            HeaderNames.key(String(part.prefix { !")]）】".contains($0) }))
        }
        // `MRR (base)` may be that of a plan without what is added to it, `Est. Revenue (Base)` is a deal's.
        let isDeal = source.name == .opportunities || source.name == .leads
        return parts.contains { words.contains($0) || isDeal && $0 == "base" }
    }

    /// Whether the key of a column of currencies says that it is of what was converted.
    static func saysConverted(_ key: String) -> Bool {
        ["converted", "umgerechnet", "本位币", "折算"].contains(where: key.contains) || ends.contains(key)
    }

    /// Whether a column holds the currency that amounts were converted to: `Amount (converted) Currency`.
    static func isCurrencyOfConverted(_ key: String) -> Bool {
        ["converted", "company", "corporate", "reporting", "base", "home", "group"].contains(where: key.contains)
            && key.contains("currency") && !["amount", "rate", "value"].contains(where: key.hasSuffix)
    }

    /// Whether a word behind the brackets of a name says that the cells are currencies: `Amount (converted) Currency`.
    static func saysCurrency(_ rest: String) -> Bool {
        ["currency", "currencycode", "wahrung", "devise", "moneda", "moeda", "valuta", "币种", "货币"].contains(
            HeaderNames.key(rest))
    }

    private static let currencies = [
        "converted currency", "company currency", "corporate currency", "reporting currency", "base currency", "home currency",
        "group currency", "hauswährung", "konzernwährung", "firmenwährung", "unternehmenswährung", "basiswährung",
        "devise de la société", "devise de base", "moneda base", "moneda de la empresa", "moeda base", "moeda da empresa",
        "valuta base", "valuta aziendale", "本位币", "记账本位币", "公司货币", "报告货币",
    ]
    private static let ends = Set((currencies + ["converted", "umgerechnet", "折算"]).map(HeaderNames.key))
    private static let words = ends.union(
        [
            "reporting", "currency converted", "converti", "convertie", "convertido", "convertida", "convertito", "已折算", "折算后",
            "换算后",
        ]
        .map(HeaderNames.key))
}
