/// German: its words, a file a part, and how it writes numbers, dates and lists.
enum German {
    static let book = LanguageBook(
        forms: forms, report: [summary, sections, changes, plan, pages], catalogue: [names, metrics], findings: [findings],
        program: [program])

    private static let forms = LanguageForms(
        hasDecimalComma: true,
        units: [
            .init(3, "\u{A0}Tsd.", digits: 1, onAxesFrom: 10_000, sheet: "#,##0.0,", below: 999_950),
            .init(6, "\u{A0}Mio.", digits: 2, onAxesFrom: 1_000_000, sheet: "0.00,,", below: 999_950_000),
            .init(9, "\u{A0}Mrd.", digits: 2, onAxesFrom: 1_000_000_000, sheet: "#,##0.00,,,"),
        ], currency: .behind, percent: "\u{A0}%", percentagePoints: "\u{A0}PP", excelLocale: "[$-407]",
        months: [
            "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
            "Dezember",
        ],
        shortMonths: [
            "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.",
        ], date: "{0}.\u{A0}{1} {2}", shortDate: "{0}.\u{A0}{1} {2}", daysOfMonth: "{0}. bis {1}.\u{A0}{2} {3}",
        daysOfYear: "{0}.\u{A0}{4} bis {1}.\u{A0}{2} {3}", daysOfYears: "{0}.\u{A0}{4} {5} bis {1}.\u{A0}{2} {3}",
        month: "{0}", monthOfYear: "{0} {1}", calendarMonth: "{2}/{0}", week: "KW\u{A0}{1}/{0}", weekOfThisYear: "KW\u{A0}{1}",
        weekOfYear: "KW\u{A0}{1}",
        quarter: "Q{1}/{0}", quarterOfYear: "Q{1}", monthHeading: "{1}/{0}", monthInWords: "{2} {0}", comma: ", ",
        semicolon: "; ", stop: ".",
        space: " ", colon: ": ", hasCapitals: true, lowersNames: false)
}
