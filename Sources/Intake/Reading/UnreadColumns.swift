import CSV
import Facts

extension FileReader {
    /// Says which columns name currencies and are not read, where amounts are taken to be in the reporting currency for want of one.
    func noteUnreadCurrencies(into result: inout ReadFile) {
        guard let place = source.places[.currency], columns[place] == nil else { return }
        let amounts = source.columns.indices.filter { source.columns[$0].kind == .money && result.table[$0] != nil }
        guard !amounts.isEmpty, amounts.contains(where: { units[$0].currency == .none }) else { return }
        let header = document.layout.header
        let named = header.indices.filter { !columns.contains($0) && FileReader.namesCurrencies(header[$0]) }
        guard !named.isEmpty else { return }
        let head = Head(document.head(Head.size))
        let others = named.filter { head.cells($0).contains(where: isOtherCurrency) }
        guard !others.isEmpty else { return }
        result.found.add(
            Finding(
                .unreadCurrency, file: file.path, column: header[others[0]],
                ["currency": settings.currency.code, "columns": Recognition.list(others.map { header[$0] }, limit: 3)]))
    }

    private static func namesCurrencies(_ header: String) -> Bool {
        let key = HeaderNames.key(header)
        return ["currency", "wahrung", "waehrung", "devise", "moneda", "moeda", "valuta", "币种", "货币", "通货"]
            .contains(where: key.contains)
    }

    private func isOtherCurrency(_ cell: String) -> Bool {
        let isCode = cell.utf8.count == 3 && cell.allSatisfy { $0.isASCII && $0.isLetter }
        let code = CurrencyNames.code[cell.lowercased()] ?? (isCode ? cell.uppercased() : settings.currency.code)
        return code != settings.currency.code
    }
}
