import CSV
import Facts

/// Exports of places that sell advertising.
enum Advertising {
    /// Whether a file with these headers counts impressions or clicks, or has other columns that only such places have: its costs
    /// are advertising's.
    static func isSold(_ header: [String]) -> Bool {
        header.flatMap { [HeaderName($0).key, HeaderName($0).short ?? ""] }.contains { key in
            key == "ctr" || key == "impr" || counts.contains(where: key.contains)
        }
    }

    /// What only counts of advertising have in their names.
    private static let counts = [
        "impression", "click", "adgroup", "adset", "campaigntype", "campaignstatus", "impresion", "impressoes", "klick", "klik",
        "clic", "cliques", "weergaven", "vertoningen", "anzeigengruppe", "インプレッション", "クリック", "表示回数", "展示", "展现",
        "曝光", "点击",
    ]

    /// Names of days that a cost is of: beside them no other date is its period.
    static let dates = [
        "day", "by day", "date", "gregorian date", "time period", "date/time", "month", "week", "buchungstag", "buchungsdatum",
        "belegdatum", "tag", "datum", "woche", "monat", "jour", "semaine", "mois", "día", "fecha", "semana", "mes", "mês",
        "giorno",
        "settimana", "mese", "dag", "maand", "日", "天", "日期", "单日", "天数", "按天", "日別", "时间天", "周", "月", "月份",
    ]

    /// Names of the first day of a report, and of days that only platforms call so.
    static let periods = [
        "day", "by day", "gregorian date", "time period", "tag", "jour", "día", "giorno", "dag", "日", "天", "单日", "天数", "按天",
        "日別", "时间天", "reporting starts", "berichtsstart", "berichtsbeginn", "berichtsanfang", "début des rapports",
        "début du rapport", "inicio del informe", "inicio de los informes", "início dos relatórios", "início do relatório",
        "inizio dei report", "inizio del report", "start rapportage", "レポート開始日", "レポートの開始日", "报告开始日期", "分析报告开始",
    ]

    /// Names of the first and of the last day of anything.
    static let starts = ["start date", "start time", "start", "starts", "startdatum", "开始日期", "开始时间", "开始"]
    static let ends = ["end date", "end time", "end", "ends", "ends on", "enddatum", "ende", "结束日期", "结束时间", "结束", "截止日期"]

    /// Names beside which `Tag` is a day.
    static let german = [
        "kampagne", "kampagnenname", "kosten", "währungscode", "berichtsstart", "berichtsbeginn", "berichtsanfang",
        "ausgegebener betrag", "ausgaben", "impressionen", "klicks", "anzeigengruppe",
    ]

    /// Names beside which `Data` is a date.
    static let romance = [
        "campagna", "nome campagna", "nome della campagna", "costo", "importo", "importo speso", "spesa", "campanha",
        "nome da campanha", "custo", "valor", "valor gasto", "valor usado", "despesa",
    ]
}

/// What is done about a file of costs once all its rows are typed.
extension FileReader {
    /// Takes out the rows that only the whole file shows to be no costs, and gives those of a report's groups their category.
    static func finishSpend(_ reader: FileReader, _ result: inout ReadFile, _ groups: [(offset: Int, kind: GroupRows.Kind)]) {
        let isAdvertising = Advertising.isSold(reader.document.layout.header)
        reader.takeGroups(groups, into: &result)
        reader.dropGroupSums(&result)
        if !isAdvertising { reader.dropOtherAccounts(&result) }
        if isAdvertising, reader.derived.makes(.category) {
            result.assumptions.append("costs of a file that counts impressions or clicks are marketing's")
        }
    }

    /// Takes out the rows of books that stand under accounts of income, of money or of what is owed: they are no costs.
    private func dropOtherAccounts(_ result: inout ReadFile) {
        guard let place = source.places[.category], columns[place] == nil, let accounts = typed(result)[.category] else {
            return
        }
        let others = accounts.pool.texts.map { !$0.isEmpty && Vocabulary.isNoCost(account: $0) }
        guard others.contains(true) else { return }
        let keep = accounts.codes.map { !others[Int($0)] }
        let names = accounts.pool.texts.indices.filter { others[$0] }.map { accounts.pool.texts[$0] }
        let count = keep.count { !$0 }
        guard count > 0, let first = keep.firstIndex(of: false) else { return }
        result.found.add(
            Finding(
                .noCosts, file: file.path, line: document.line(at: result.offsets[first]),
                ["rows": count, "accounts": Recognition.list(names, limit: 5)]))
        result.exclude(keep)
    }

    /// Gives the rows of a report's groups the heading above them as their category, where they have none of their own.
    private func takeGroups(_ excluded: [(offset: Int, kind: GroupRows.Kind)], into result: inout ReadFile) {
        guard let place = source.places[.category], columns[place] == nil, !derived.makes[place] else { return }
        let headings = excluded.compactMap { entry -> (offset: Int, text: String)? in
            if case .heading(let text) = entry.kind { (entry.offset, text) } else { nil }
        }
        guard !headings.isEmpty else { return }
        var (texts, next, code, isIncome) = (TextColumn(), 0, UInt32(0), false)
        for row in 0..<result.offsets.count {
            while next < headings.count, headings[next].offset < result.offsets[row] {
                let text = headings[next].text.lowercased().trimmingPrefix { $0.isWhitespace }
                // All of a section of income is income, whatever its groups are called.
                if let section = Vocabulary.section(String(text)) { isIncome = section == .income }
                code = texts.pool.code(isIncome ? "income" : String(text))
                next += 1
            }
            texts.codes.append(code)
        }
        result.table[place] = .texts(texts)
    }

    private func typed(_ result: ReadFile) -> TypedColumns {
        TypedColumns(places: source.places, columns: result.table, count: result.offsets.count)
    }
}
