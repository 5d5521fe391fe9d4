import CSV
import Facts

/// Prices of one seat, licence or piece of a subscription, and how many it has of them.
enum UnitPrices {
    /// The price of one.
    static let column = names.reduce(Column.money(.unitAmount).auxiliary) { $0.also($1) }

    /// How many there are. Seats and users are so only beside a price, as a product's use is counted in them too.
    static let quantity = seats.reduce(
        Column.number(.quantity, "qty", "plan quantity", "item quantity", "数量").auxiliary
    ) { $0.beside(["unit amount"] + names + prices, $1) }

    private static let names = [
        "unit price", "plan unit price", "item unit price", "price per unit", "price per seat", "price per user",
        "price per license", "price per licence", "price per member", "seat price", "license price", "licence price",
        "per seat price", "unit list price", "einzelpreis", "stückpreis", "preis pro nutzer", "preis pro lizenz",
        "preis je nutzer", "preis je lizenz", "preis pro einheit", "prix unitaire", "prix par utilisateur", "prix par licence",
        "precio unitario", "precio por usuario", "precio por licencia", "preço unitário", "preço por usuário",
        "prezzo unitario", "单价", "每席位价格", "席位单价", "席位价格", "用户单价", "账号单价", "许可单价", "每用户价格", "每账号价格",
    ]
    private static let seats = [
        "seats", "seat count", "number of seats", "no of seats", "# of seats", "purchased seats", "paid seats", "licenses",
        "licences", "license count", "licence count", "number of licenses", "number of licences", "users", "user count",
        "number of users", "no of users", "units", "unit count", "number of units", "nutzer", "anzahl nutzer", "lizenzen",
        "anzahl lizenzen", "anzahl", "menge", "stückzahl", "anzahl plätze", "utilisateurs", "nombre d'utilisateurs",
        "nombre de licences", "quantité", "usuarios", "licencias", "asientos", "número de usuarios", "cantidad", "usuários",
        "licenças", "quantidade", "utenti", "licenze", "quantità", "席位数", "席位", "席位数量", "账号数", "账号数量", "用户数", "用户数量",
        "许可数", "许可数量", "许可证数量", "授权数", "授权数量", "坐席数", "坐席数量", "购买数量", "订购数量", "份数",
    ]
    /// Names of amounts that may be of one as well.
    private static let prices = ["price", "plan price", "product price", "fee"]

    /// Whether an amount's name may be that of one piece.
    static func mayBeOfOne(_ header: String) -> Bool {
        let name = HeaderName(header)
        let keys = Set(prices.map(HeaderNames.key))
        return keys.contains(name.key) || name.short.map(keys.contains) ?? false
    }
}

extension FileReader {
    /// Says what is taken for the amount of a subscription where there is a price of one and nothing says of how many, and where there is a
    /// price and a quantity beside it that is not read.
    static func noteUnitPrices(_ reader: FileReader, _ result: inout ReadFile) {
        let places = reader.source.places
        func column(_ key: NumberKey) -> Int? { places[key].flatMap { reader.columns[$0] } }
        guard column(.arr) == nil, column(.mrr) == nil else { return }
        let header = reader.document.layout.header
        let (amount, quantity) = (column(.amount), column(.quantity))
        if let price = column(.unitAmount), amount == nil, quantity == nil {
            result.found.add(
                Finding(
                    .assumedQuantity, file: reader.file.path, column: header[price],
                    ["rows": result.offsets.count, "price": header[price]]))
        }
        guard let amount, let quantity, column(.unitAmount) == nil, UnitPrices.mayBeOfOne(header[amount]) else { return }
        var (rows, first) = (0, -1)
        for row in 0..<result.offsets.count {
            let cells = reader.document.cells(at: result.offsets[row])
            guard cells.indices.contains(quantity), let count = Double(cells[quantity].filter { !$0.isWhitespace }), count != 1
            else { continue }
            rows += 1
            if first < 0 { first = row }
        }
        guard first >= 0 else { return }
        result.found.add(
            Finding(
                .unreadQuantity, file: reader.file.path, line: reader.document.line(at: result.offsets[first]),
                column: header[quantity], ["rows": rows, "price": header[amount], "quantity": header[quantity]]))
    }
}
