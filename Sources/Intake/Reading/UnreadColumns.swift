import CSV
import Facts

extension FileReader {
    /// Says which columns name currencies and are not read, where amounts are taken to be in the reporting currency for want of one.
    func noteUnreadCurrencies(into result: inout ReadFile) {
        guard let place = source.places[.currency], columns[place] == nil else { return }
        let amounts = source.columns.indices.filter { source.columns[$0].kind == .money && result.table[$0] != nil }
        guard !amounts.isEmpty, amounts.contains(where: { units[$0].currency == .none }) else { return }
        let header = document.layout.header
        let names = amounts.compactMap { columns[$0].map { header[$0] } }
        if names.contains(where: { AmountNames.inCompanyCurrency.contains(HeaderNames.key($0)) }) { return }
        let named = header.indices.filter { !columns.contains($0) && FileReader.namesCurrencies(header[$0]) }
        guard !named.isEmpty else { return }
        let head = Head(document.head(Head.size))
        let others = named.filter { head.cells($0).contains(where: isOtherCurrency) }
        guard !others.isEmpty else { return }
        if let name = names.first(where: { AmountNames.isConverted($0, source) }) {
            result.found.add(
                Finding(
                    .assumedCurrency, file: file.path, column: name,
                    ["column": name, "currency": settings.currency.code, "other": header[others[0]]]))
            return
        }
        result.found.add(
            Finding(
                .unreadCurrency, file: file.path, column: header[others[0]],
                ["currency": settings.currency.code, "columns": Recognition.list(others.map { header[$0] }, limit: 3)]))
    }

    /// Says which columns that are named for ends hold dates and are not read, where terms have no end: all of them then go on for ever.
    static func noteUnreadEnds(_ reader: FileReader, _ result: inout ReadFile) {
        guard let end = reader.source.places[.endDate], result.table[end] == nil else { return }
        let header = reader.document.layout.header
        let named = header.indices.filter { !reader.columns.contains($0) && FileReader.namesAnEnd(header[$0]) }
        let unread = named.isEmpty ? [] : Head(reader.document.head(Head.size)).dates(among: named)
        guard !unread.isEmpty else { return }
        result.found.add(
            Finding(.unreadEnds, file: reader.file.path, ["columns": Recognition.list(unread.map { header[$0] }, limit: 5)]))
    }

    private static func namesAnEnd(_ header: String) -> Bool {
        let key = HeaderNames.key(header)
        // `Calendar date` and `Vendor` are none.
        if ["end", "ende", "fin", "bis"].contains(where: { key.hasPrefix($0) || key.hasSuffix($0) }) { return true }
        return [
            "enddate", "endsat", "endson", "expir", "cancel", "terminat", "churn", "until", "through", "validto", "ablauf",
            "kundig",
            "kuendig", "echeance", "resili", "venc", "termino", "scaden", "disdett", "einde", "到期", "截止", "终止", "结束", "解约",
            "停用",
            "失效", "有效期", "退订", "退租", "流失", "满期", "过期", "終了", "解約",
        ].contains(where: key.contains)
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
