/// What the names of columns say of amounts.
enum AmountNames {
    /// Names of amounts that a CRM has put into the company's own currency, as keys.
    static let inCompanyCurrency: Set<String> = [HeaderNames.key("amount in company currency")]

    /// Whether a word behind the brackets of a name says that the cells are currencies: `Amount (converted) Currency`.
    static func saysCurrency(_ rest: String) -> Bool {
        ["currency", "currencycode", "wahrung", "devise", "moneda", "moeda", "valuta", "币种", "货币"].contains(
            HeaderNames.key(rest))
    }
}
