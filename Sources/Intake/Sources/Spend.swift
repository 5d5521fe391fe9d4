import Facts

extension Source {
    /// Costs of acquiring customers, of the books and of places that sell advertising: one row a cost.
    static let spend = Source(
        name: .spend, role: .metrics, isRegular: true,
        load: .append,
        words: [
            "spend", "spending", "cost", "costs", "expenses", "expense", "marketing costs", "ad spend", "budget actuals",
            "费用", "花费", "支出", "成本", "投放", "消耗",
        ],
        columns: [
            // A campaign's schedule: it goes before the period of a cost, so that it is never taken for one.
            Column.day(.scheduleStart).beside(
                Advertising.periods, "start date", "start time", "start", "starts", "startdatum", "begint op", "开始日期", "开始时间",
                "开始"
            ).beside(Advertising.dates, and: Advertising.starts, Advertising.starts).auxiliary,
            Column.day(.scheduleEnd).beside(
                Advertising.periods, "end date", "end time", "end", "ends", "ends on", "enddatum", "ende", "fin",
                "fecha de fin",
                "finalización", "término", "fine", "data di fine", "einde", "eindigt op", "終了日", "終了", "结束日期", "结束时间",
                "结束", "截止日期"
            ).beside(Advertising.dates, and: Advertising.starts, Advertising.ends).auxiliary,
            Column.date.also(
                "spend date", "start date", "posting date", "posted date", "posted dt", "invoice date", "transaction date",
                "report date", "by day", "gregorian date", "time period", "date/time", "buchungstag", "buchungsdatum",
                "belegdatum", "startdatum", "date de début", "fecha de inicio", "data de início", "data di inizio", "单日", "按天",
                "日別",
                "发生日期", "投放日期", "记账日期", "付款日期", "报销日期", "费用日期", "费用月份", "时间天", "reporting starts", "berichtsstart",
                "berichtsbeginn",
                "berichtsanfang", "début des rapports", "inicio de los informes", "início dos relatórios", "inizio dei report",
                "start rapportage", "レポート開始日", "レポートの開始日", "报告开始日期", "分析报告开始"
            ).beside(Advertising.german, "tag").beside(Advertising.romance, "data").beside(["分析报告开始", "花费金额"], "天数")
                .commonly("timestamp").required,
            Column.amount.also(
                "cost", "spend", "spent", "expense", "amount spent", "total spent", "total cost", "total spend", "ad spend",
                "net amount", "spend in account currency", "cost in account currency", "local spend", "ausgaben", "kosten",
                "ausgegebener betrag", "gesamtausgaben", "gesamtkosten", "montant dépensé", "total dépensé", "dépenses",
                "dépense",
                "coût", "montant", "importe gastado", "total gastado", "gasto", "gastos", "coste", "costo", "importe",
                "valor usado",
                "valor gasto", "montante gasto", "custo", "despesa", "valor", "importo speso", "spesa", "importo",
                "besteed bedrag",
                "uitgaven", "bedrag", "消化金額", "ご利用金額", "利用金額", "コスト", "花费", "花费金额", "已花费金额", "费用", "支出",
                "支出金额", "投放金额", "消耗", "消耗金额", "成本", "费用金额", "总消耗", "总花费", "消费", "消费金额"
            ).beside(["gross", "tax", "gst", "vat"], "net")
                .beside(
                    SpentColumns.budgets, "actual", "actuals", "actual spend", "actual cost", "actual costs", "actual amount",
                    "spend actual", "ist", "ist kosten", "istkosten", "réel", "réalisé", "real", "consuntivo", "实际", "实际数",
                    "实际金额", "实际支出",
                    "实际花费", "实际费用", "实际发生", "实际发生额"
                ).required.ofCosts,
            Column.end.also("last day", "data di fine", "date de fin", "fecha de fin").unless(
                Advertising.dates, "reporting ends", "berichtsende", "fin des rapports", "fin du rapport", "fin del informe",
                "fin de los informes", "término dos relatórios", "encerramento dos relatórios", "fim dos relatórios",
                "fine dei report", "einde rapportage", "レポート終了日", "レポートの終了日", "报告结束日期", "分析报告结束"),
            .currency,
            Column.word(
                .category, "cost category", "expense category", "spend type", "kategorie", "kostenart", "类别", "费用类别",
                "类型", "费用类型", "科目", "分类"
            ).unless(["debit", "credit", "amount debit", "transaction type", "account"], "type")
                .notWhere { SpentWords.version($0) != nil },
            Column.channel.unless(["debit", "credit", "running balance"], "source"),
            Column.text(.team, "department", "cost center", "cost centre", "abteilung", "kostenstelle", "团队", "部门", "成本中心")
                .compared.aName,
            Column.text(
                .campaign, "campaign name", "kampagne", "kampagnenname", "campagne", "nom de la campagne", "campaña",
                "campanha",
                "campagna", "campagnenaam", "キャンペーン", "キャンペーン名", "活动", "广告系列", "广告系列名称", "推广系列名称",
                "营销活动", "行销活动", "行销活动名称", "广告活动", "推广计划", "活动名称", "计划名称", "广告计划", "广告计划名称"
            ).compared.aName,
            Column.text(.vendor, "supplier", "payee", "merchant", "lieferant", "供应商", "商家", "收款方").compared.aName,
            .initiative,
            Column.text(.customerID, "client id", "account id", "客户编号", "客户id").asDimension.anID,
            // What the books write in their stead.
            Column.money(.debit, "debit amount", "amount debit", "debits", "借方", "借方金额", "soll").auxiliary.ofCosts,
            Column.money(.credit, "credit amount", "amount credit", "credits", "贷方", "贷方金额", "haben").auxiliary.ofCredits,
            Column.word(
                .account, "account name", "expense account", "account title", "distribution account", "account full name",
                "gl account",
                "ledger account", "nominal name", "nominal account", "sachkonto", "会计科目", "科目名称", "konto"
            ).beside(["n/c"], "name").beside(["account", "account number", "account no", "account code"], "account name")
                .beside(["konto", "kontonummer", "sachkonto"], "kontobezeichnung", "kontoname", "bezeichnung")
                .beside(["科目", "科目编码", "科目代码"], "科目名称").auxiliary,
            Column.word(.accountType, "account class", "account category").auxiliary,
            Column.word(
                .side, "type", "transaction type", "entry type", "posting type", "direction", "s/h", "soll/haben",
                "soll/haben kennzeichen", "soll haben kz", "kennzeichen", "dr/cr", "cr/dr", "d/c", "c/d", "debit/credit",
                "credit/debit", "debit or credit", "debit credit indicator", "dc indicator", "sens", "debe/haber",
                "d/h", "dare/avere", "d/a", "借贷", "借贷方向", "借贷标志", "方向"
            ).ofSigns.onlyWhere { BookWords.side(of: $0) != .none },
            Column.day(.week, "week starting", "week start", "woche", "semaine", "semana", "settimana", "周").auxiliary,
            .yearOfDate, .monthOfDate, .dayOfDate, .daysOfRow,
        ], telling: [.amount, .account, .category, .campaign],
        hints: [
            "transaction type", "num", "memo", "memo/description", "split", "running balance", "impressions", "impr.", "clicks",
            "link clicks", "ctr", "ad group", "ad set name", "campaign type", "campaign objective", "展示数", "点击数",
            "转化数",
        ], against: Column.receipts + Column.statements, againstAmounts: Column.payers, entities: ["expense", "cost"],
        derivations: [
            .month, .first(of: .daysOfRow), .last(of: .daysOfRow), .instead(.date, of: [.week]), .week(.endDate, of: .week),
            .difference(.amount, of: .debit, less: .credit),
            .advertising, .account,
        ], money: [.amount(.amount)],
        restatement: Restatement(
            day: .date, keys: [.channel, .campaign, .category, .team, .vendor], names: [.channel, .campaign, .vendor],
            amount: .amount),
        finish: FileReader.finishSpend,
        sorting: Source.Sorting(places: FileReader.spentColumns, keep: FileReader.spentRows), checks: [.span],
        events: [.span(from: .date, to: .date), .span(from: .date, to: .endDate)], dated: .day(.date),
        after: [.exchangeRates], isGrouped: true, build: { $0.buildSpend(&$1) })
}

extension AnyColumnKey where Self == TextKey {
    static var category: Self { Self("category") }
    static var campaign: Self { Self("campaign") }
    static var vendor: Self { Self("vendor") }
    static var account: Self { Self("account") }
    static var accountType: Self { Self("account_type") }
}

extension AnyColumnKey where Self == NumberKey {
    static var debit: Self { Self("debit") }
    static var credit: Self { Self("credit") }
}

extension AnyColumnKey where Self == DayKey {
    static var week: Self { Self("week") }
    static var scheduleStart: Self { Self("schedule_start") }
    static var scheduleEnd: Self { Self("schedule_end") }
}

/// No cost of acquiring customers is for more than ten years: one of its years is mistyped. In days.
private let longest = 3653

extension RowCheck {
    /// That a cost does not end before it begins, nor long after.
    fileprivate static let span = RowCheck { rows, verdicts in
        guard let starts = rows[.date], let ends = rows[.endDate] else { return }
        for row in 0..<rows.count {
            guard let start = starts.first(row), let end = ends.last(row), end < start || end - start > longest else {
                continue
            }
            guard end < start else {
                verdicts.reject(
                    row, Problem(.longSpan, column: rows.place(.endDate), ["start": start, "end": end, "or": ""]))
                continue
            }
            verdicts.reject(
                row,
                Problem(
                    .endBeforeStart, column: rows.place(.endDate),
                    ["what": "the cost", "end": end, "start": start, "or": ""]))
        }
    }
}

extension Derivation {
    /// The category of costs in a file with advertising's columns: marketing.
    fileprivate static let advertising = Derivation(.category, of: [], isInstead: true, isFor: Advertising.isSold) { own, _ in
        var texts = own
        let code = texts.pool.code("marketing")
        texts.codes = CodeColumn(repeating: code, count: texts.codes.count)
        return texts
    }

    /// The account of the books that a cost is of, or its kind where that holds no costs.
    fileprivate static let account = Derivation(.category, of: [[.account]], also: [.accountType], isInstead: true) {
        own, others in
        let names = others[.account] ?? own
        guard let kinds = others[.accountType] else { return names }
        let isOther = kinds.pool.texts.map { !$0.isEmpty && Vocabulary.isNoCost(account: $0) }
        var result = names
        for row in kinds.codes.indices where isOther[Int(kinds.codes[row])] {
            result.codes[row] = result.pool.code(kinds.pool.text(kinds.codes[row]))
        }
        return result
    }
}

extension Assembler {
    fileprivate mutating func buildSpend(_ merged: inout Merged) {
        let amounts = convert(&merged)
        let (restated, doubtful) = merged.restate()
        merged.applyLoadRule()
        report(restated, doubtful, merged, amounts)
        let rows = finish(merged)
        guard !rows.isEmpty, let dates = merged[.date] else { return }
        amounts.note(rows, in: &exchange)
        let ends = merged[.endDate]
        var table = Spend(dimensions: settings.dimensions.count)
        let categories = merged[.category]
        let byCode = categories?.pool.texts.map(Vocabulary.category) ?? []
        for row in rows {
            table.starts.append(dates.first(row)!)
            table.ends.append(ends?.last(row) ?? dates.last(row)!)
            table.amounts.append(amounts.minor[row])
            table.categories.append(categories.map { byCode[Int($0.codes[row])] } ?? .other)
        }
        table.customers = customerCodes(merged, rows)
        table.initiatives = strings(merged, .initiative, rows)
        table.members = members(merged, rows)
        table.hasCategory = categories != nil
        reportNegativeCosts(table, merged, rows)
        facts.spend = table
        noteOrigins(.spend, merged, rows)
    }

    /// Says most amounts of which files are below 0, as in statements of banks and cards for what goes out.
    private mutating func reportNegativeCosts(_ table: Spend, _ merged: Merged, _ rows: FactRows) {
        var byFile = merged.files.map { _ in (rows: 0, below: 0, sum: Int128(0)) }
        let fileOf = merged.fileOf
        for (amount, row) in zip(table.amounts, rows) {
            byFile[fileOf[row]].rows += 1
            guard amount < 0 else { continue }
            byFile[fileOf[row]].below += 1
            byFile[fileOf[row]].sum += Int128(amount)
        }
        for (file, costs) in zip(merged.files, byFile) where costs.below * 2 > costs.rows {
            guard let index = file.index, let place = merged.source.places[.amount] else { continue }
            found[index].add(
                Finding(
                    .negativeCosts, file: files[index].file.path,
                    column: files[index].columns[place].map { files[index].header[$0] },
                    [
                        "below": costs.below, "rows": costs.rows, "money": money(-costs.sum),
                        "currency": settings.currency.code,
                    ]))
        }
    }
}
