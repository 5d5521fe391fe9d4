/// English: its words, a file a part, and how it writes numbers, dates and lists.
enum English {
    static let book = LanguageBook(
        forms: forms, report: [summary, sections, changes, plan, pages], catalogue: [names], findings: [findings],
        program: [program])

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private static let forms = LanguageForms(
        hasDecimalComma: false,
        units: [
            .init(3, "k", digits: 1, onAxesFrom: 10_000, sheet: "#,##0.0,", below: 999_950),
            .init(6, "M", digits: 2, onAxesFrom: 1_000_000, sheet: "0.00,,", below: 999_950_000),
            .init(9, "B", digits: 2, onAxesFrom: 1_000_000_000, sheet: "#,##0.00,,,"),
        ], currency: .before, percent: "%", percentagePoints: " pts", months: months,
        shortMonths: months.map { String($0.prefix(3)) }, date: "{0} {1} {2}", shortDate: "{0} {1} {2}",
        daysOfMonth: "{0} to {1} {2} {3}", daysOfYear: "{0} {4} to {1} {2} {3}", daysOfYears: "{0} {4} {5} to {1} {2} {3}",
        month: "{0}", monthOfYear: "{0} {1}", calendarMonth: "{0}-{2}", week: "{0}-W{1}", weekOfYear: "W{1}",
        quarter: "{0}-Q{1}",
        quarterOfYear: "Q{1}", monthHeading: "{0}-{1}", comma: ", ", semicolon: "; ", stop: ".", space: " ", colon: ": ",
        hasCapitals: true, lowersNames: true)
}
