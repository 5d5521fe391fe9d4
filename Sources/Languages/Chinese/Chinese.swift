/// Simplified Chinese: its words, a file a part, and how it writes numbers, dates and lists.
enum Chinese {
    static let book = LanguageBook(
        forms: forms, report: [summary, sections, changes, plan, pages], catalogue: [names, metrics], findings: [findings],
        program: [program])

    private static let months = (1...12).map { "\($0)月" }

    private static let forms = LanguageForms(
        hasDecimalComma: false,
        units: [
            .init(4, "\u{A0}万", digits: 1, onAxesFrom: 20_000, sheet: "0\\.0,", below: 99_995_000),
            .init(8, "\u{A0}亿", digits: 2, onAxesFrom: 200_000_000, sheet: "0\\.00,,"),
        ], currency: .nowhere, percent: "%", percentagePoints: " 个百分点",
        currencies: [
            "USD": "美元", "EUR": "欧元", "GBP": "英镑", "CNY": "人民币元", "JPY": "日元", "HKD": "港元", "TWD": "新台币元", "SGD": "新加坡元",
            "CHF": "瑞士法郎", "AUD": "澳大利亚元", "CAD": "加拿大元", "INR": "印度卢比", "KRW": "韩元", "BRL": "巴西雷亚尔",
        ], months: months, shortMonths: months, date: "{2}年{1}{0}日", shortDate: "{2}年{1}{0}日",
        daysOfMonth: "{3}年{2}{0}日至{1}日", daysOfYear: "{3}年{4}{0}日至{2}{1}日", daysOfYears: "{5}年{4}{0}日至{3}年{2}{1}日",
        month: "{0}", monthOfYear: "{1}年{0}", calendarMonth: "{0}年{1}月", week: "{0}-W{1}", weekOfYear: "第{1}周",
        quarter: "{0}-Q{1}", quarterOfYear: "Q{1}", monthHeading: "{0}-{1}", year: "{0}年", weekInWords: "{0}年第{1}周",
        monthInWords: "{0}年{1}月",
        quarterInWords: "{0}年第{1}季度", comma: "、", semicolon: "；",
        stop: "。", space: "",
        colon: "：", hasCapitals: false, lowersNames: false, setsLatinOff: true)
}
