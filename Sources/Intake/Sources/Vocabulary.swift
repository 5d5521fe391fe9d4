import Facts

/// Words in cells that decide how a row is read, in English and Chinese, compared as header names are.
enum Vocabulary {
    /// Whether a row of subscriptions says that it is charged once.
    static func isChargedOnce(_ text: String) -> Bool { once.contains(HeaderNames.key(text)) }

    private static let once = Set(
        [
            "one-time", "onetime", "one time charge", "one-time fee", "one-off", "one-off charge", "once", "non-recurring",
            "non recurring charge", "setup", "set-up", "setup fee", "implementation", "implementation fee", "einmalig",
            "einmalzahlung", "einmalige gebühr", "einrichtung", "einrichtungsgebühr", "ponctuel", "único", "una tantum", "一次性",
            "一次性费用", "一次性收费", "一次性收入", "单次", "实施费", "非经常性",
        ].map(HeaderNames.key))

    /// The score that an answer names: `10`, `10 - Extremely likely`, `Not at all likely - 0`, `9分`; nil for anything else.
    static func score(_ text: String) -> ExactDecimal? {
        let trimmed = text.filter { !$0.isWhitespace }
        if let plain = ExactDecimal(trimmed) { return plain }
        // `一` is a letter here: `8（一般）`.
        let runs = trimmed.split { $0.wholeNumberValue == nil || "〇零一二三四五六七八九十百千万两".contains($0) }
        guard runs.count == 1, let digits = runs.first, let value = Int64(digits), (0...10).contains(value) else { return nil }
        guard trimmed.hasPrefix(digits) || trimmed.hasSuffix(digits) || trimmed.hasSuffix("分") else { return nil }
        // `5 stars` are of another scale.
        guard trimmed.count - digits.count <= 30, !trimmed.contains(where: { "%★⭐星".contains($0) }) else { return nil }
        guard !["star", "stars", "sterne", "étoiles", "estrellas"].contains(where: trimmed.lowercased().hasSuffix) else {
            return nil
        }
        return ExactDecimal(digits: value, scale: 0)
    }

    /// Whether a survey tool wrote that a question was not answered.
    static func isUnanswered(_ text: String) -> Bool { ["(空)", "(跳过)", "(skipped)"].contains(text.lowercased()) }

    /// The months of a billing interval: `month`, `quarter`, `year`, `半年`, `3`, `3 months`, `2 years`; nil for anything else.
    static func months(interval: String) -> Int64? {
        // The key has no signs: -1 would be 1.
        if let first = interval.first(where: { !$0.isWhitespace }), "-−–+(".contains(first) { return nil }
        let key = HeaderNames.key(interval)
        if let months = intervals[key] ?? plainMonths(key, interval) { return months }
        // `Every 3 months`, `Annual (prepaid)`, `每3个月`
        let plain = interval.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." }
            .filter { !intervalFillers.contains(String($0)) }.joined(separator: " ")
        let short = chineseIntervalFillers.reduce(HeaderNames.key(plain)) { $0.replacing($1, with: "") }
        return short == key ? nil : intervals[short] ?? plainMonths(short, plain)
    }

    /// Words beside an interval that do not change it.
    private static let intervalFillers: Set<String> = [
        "every", "each", "per", "billed", "billing", "bill", "prepaid", "prepay", "upfront", "in", "advance", "s", "plan",
        "subscription",
        "recurring", "renewal", "contract", "term", "paid", "auto", "renewing", "invoiced",
    ]
    private static let chineseIntervalFillers = ["每", "按", "一次", "预付", "先付", "付费", "付款", "支付", "计费", "缴费", "结算"]

    /// The months of a number with or without a unit: `3`, `3months`, `2年`.
    private static func plainMonths(_ key: String, _ interval: String) -> Int64? {
        let digits = key.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int64(digits), (1...1200).contains(number) else { return nil }
        if Set("0123456789.").isSuperset(of: interval.filter { !$0.isWhitespace }), interval.contains(".") {
            guard let exact = ExactDecimal(interval.filter { !$0.isWhitespace }) else { return nil }
            let power = Int64(ExactDecimal.powersOfTen[exact.scale])
            return exact.digits > 0 && exact.digits % power == 0 ? exact.digits / power : nil
        }
        switch key.dropFirst(digits.count) {
        case "", "m", "mo", "mon", "mth", "month", "months", "monthly", "monat", "monate", "个月", "月", "個月": return number
        case "q", "quarter", "quarters", "季", "个季度", "季度": return number * 3
        case "y", "yr", "yrs", "year", "years", "annual", "jahr", "jahre", "年": return number * 12
        default: return nil
        }
    }

    private static let intervals: [String: Int64] = {
        let words: [(Int64, String)] = [
            (
                1,
                "month monthly monat monatlich m mo mth permonth everymonth p1m mensuel mensuelle mensual mensile mensal maandelijks 月 月付 按月 每月 月度 包月 单月"
            ),
            (
                3,
                "quarter quarterly quartal vierteljährlich vierteljaehrlich trimestriel trimestrielle trimestral trimestrale q qtr perquarter everyquarter p3m 季 季度 季付 按季 每季 每季度"
            ),
            (
                6,
                "halfyear halfyearly halbjährlich halbjaehrlich semestriel semestrielle semestral semestrale semiannual semiannually biannual sixmonths p6m 半年 半年付 半年度"
            ),
            (
                12,
                "year yearly jahr jährlich jaehrlich annuel annuelle anual annuale jaarlijks y yr annual annually annum perannum peryear everyyear p1y p12m 年 年付 按年 每年 年度 包年 一年"
            ),
            (24, "biennial twoyears twoyearly 两年 二年"), (36, "triennial threeyears 三年"),
        ]
        var table: [String: Int64] = [:]
        for (months, names) in words {
            for name in names.split(separator: " ") { table[HeaderNames.key(String(name))] = months }
        }
        return table
    }()

    /// The year that a cell of years names: `2026`, `2026年`, `26`; nil for anything else.
    static func year(_ text: String) -> Int? {
        let digits = text.filter { !$0.isWhitespace }.prefix { $0.isWholeNumber }
        let rest = text.filter { !$0.isWhitespace }.dropFirst(digits.count)
        guard ["", "年", "年度", ".0"].contains(rest),
            let number = Int(digits.compactMap(\.wholeNumberValue).map(String.init).joined())
        else { return nil }
        if digits.count == 2, number >= 10 { return NumericDate.fullYear(number) }
        return digits.count == 4 && (1900...2199).contains(number) ? number : nil
    }

    /// The month that a cell of months names: `11`, `Nov`, `November`, `11月`, `M11`; nil for anything else.
    static func month(_ text: String) -> Int? {
        var text = text.lowercased()
        return text.withUTF8 { bytes in
            var scanner = CellScanner(UnsafeRawBufferPointer(bytes))
            guard scanner.isReadable else { return nil }
            if let month = scanner.monthName() { return scanner.isAtEnd ? month : nil }
            _ = scanner.take(Unit.letterM)
            guard let (number, count) = scanner.digits(), count <= 2, (1...12).contains(number) else { return nil }
            if CalendarWords.isMonth(scanner.next) { scanner.at += 1 }
            _ = scanner.take(0x4EFD)  // 份
            return scanner.isAtEnd ? number : nil
        }
    }

    /// The day that a cell names, with its month where it names that too: `3`, `3日`, `10月3日`; nil for anything else.
    static func dayOfMonth(_ text: String) -> (month: Int?, day: Int)? {
        var rest = text.filter { !$0.isWhitespace }[...]
        var month: Int?
        if let mark = rest.firstIndex(of: "月") {
            guard let number = Int(rest[..<mark]), (1...12).contains(number) else { return nil }
            month = number
            rest = rest[rest.index(after: mark)...]
        }
        if let last = rest.last, "日号".contains(last) { rest = rest.dropLast() }
        guard rest.count <= 2, let day = Int(rest), (1...31).contains(day) else { return nil }
        return (month, day)
    }

    /// What an event of a lead is: the place of its stage, or one of the two others; nil for anything else.
    enum LeadEvent: Equatable { case stage(Int), lost, firstResponse }

    static func leadEvent(_ text: String, stages: [String]) -> LeadEvent? {
        let key = HeaderNames.key(text)
        if let index = stages.firstIndex(where: { HeaderNames.key($0) == key }) { return .stage(index) }
        switch key {
        case "firstresponse", "responded", "response", "contacted", "firstcontact", "首次响应", "首次跟进", "首次联系", "firstresponseat":
            return .firstResponse
        default: break
        }
        let standard: [String: String] = [
            "created": "lead", "new": "lead", "newlead": "lead", "线索": "lead", "新线索": "lead", "创建": "lead",
            "marketingqualified": "mql", "marketingqualifiedlead": "mql", "市场合格线索": "mql", "市场合格": "mql",
            "salesqualified": "sql", "salesqualifiedlead": "sql", "销售合格线索": "sql", "销售合格": "sql",
            "opportunities": "opportunity", "opp": "opportunity", "商机": "opportunity",
        ]
        if let stage = standard[key] { return stages.firstIndex(of: stage).map { .stage($0) } }
        switch StageWords.outcome(key == "lostat" ? "lost" : text) {
        case .lost: return .lost
        case .won: return stages.firstIndex(of: "won").map { .stage($0) }
        case nil: return nil
        }
    }

    /// `job`, `pain` or `gain`, or nil.
    static func kind(_ text: String) -> String? {
        switch HeaderNames.key(text) {
        case "job", "jobs", "任务", "工作", "待办任务", "客户任务", "待完成任务", "工作任务", "用户任务": "job"
        case "pain", "pains", "痛点", "客户痛点", "用户痛点": "pain"
        case "gain", "gains", "收益", "爽点", "期望收益", "客户收益", "增益", "收获", "期望": "gain"
        default: nil
        }
    }

    /// The category of a cost: its own name, or an account's of the books.
    static func category(_ text: String) -> Spend.Category {
        let key = HeaderNames.key(text)
        if salesAccounts.contains(where: key.contains) || ["sales", "selling", "vertrieb", "销售"].contains(key) {
            return .sales
        }
        if marketingAccounts.contains(where: key.contains) || ["ads", "seo", "sem"].contains(key) { return .marketing }
        return sellingAccounts.contains(where: key.contains) ? .sales : .other
    }

    private static let marketingAccounts = [
        "marketing", "mktg", "advertis", "adspend", "promotion", "publicrelations", "tradeshow", "sponsorship", "市场", "营销",
        "广告", "推广", "会展", "展会", "展览", "业务宣传", "宣传费", "werbe", "werbung",
    ]
    private static let salesAccounts = [
        "salescommission", "commission", "salesteam", "salessalar", "salespayroll", "salestravel", "salestools",
        "salesandmarketingpayroll", "销售提成", "销售佣金", "佣金", "销售人员", "销售工资", "销售薪酬",
    ]
    /// Accounts that advertising may be part of: `销售费用-广告费`.
    private static let sellingAccounts = ["sellingexpense", "salesexpense", "salescost", "销售费用", "vertriebskosten"]

    /// A section of a statement of income.
    enum Section { case income, costs }

    /// Which section a heading begins, or nil where it is a group's or an account's.
    static func section(_ text: String) -> Section? {
        switch HeaderNames.key(text) {
        case "income", "revenue", "otherincome", "tradingincome", "turnover", "收入", "营业收入", "erlose": .income
        case "expenses", "expense", "otherexpenses", "otherexpense", "operatingexpenses", "costofgoodssold", "costofsales",
            "overheads", "费用", "成本", "aufwendungen":
            .costs
        default: nil
        }
    }

    /// Whether an account's name, or its kind, says that it holds income, money, or what is owed.
    static func isNoCost(account text: String) -> Bool {
        let key = HeaderNames.key(text).drop { $0.isNumber }
        return noCosts.contains(String(key)) || noCostParts.contains(where: key.contains)
    }

    private static let noCosts: Set<String> = [
        "income", "revenue", "otherincome", "sales", "salesincome", "servicesincome", "salesofproductincome", "turnover",
        "bank", "cash", "checking", "savings", "equity", "asset", "liability", "currentasset", "currentliability", "fixedasset",
        "银行存款", "库存现金", "主营业务收入", "应收账款", "应付账款",
    ]
    private static let noCostParts = [
        "accountsreceivable", "accountspayable", "undepositedfunds", "retainedearnings", "openingbalanceequity",
        "checkingaccount", "savingsaccount", "bankaccount", "currentaccount",
    ]
}
