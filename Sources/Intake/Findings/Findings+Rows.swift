extension FindingCode {
    /// Words of findings about rows and cells; nil for other kinds. Where it is not said otherwise, the row is rejected.
    var wordsOfRows: FindingWords? { wordsOfRecords ?? wordsOfAnswers ?? wordsOfTotals ?? wordsOfCells }

    private var wordsOfRecords: FindingWords? {
        switch self {
        case .strayQuote:
            FindingWords(
                .warning, "{what}", hint: "{todo}",
                about:
                    "A quote stands inside an unquoted cell, or behind a quoted one. The record is read by itself, so that only it suffers."
            )
        case .shortRow:
            FindingWords(
                .warning, "{what}", hint: "{todo}",
                about: "A record has fewer cells than the header. Those behind its last are missing.")
        case .longRow:
            FindingWords(
                .warning, "{what}", hint: "{todo}",
                about: "A record has more cells than the header, mostly by a delimiter too many.")
        case .otherDelimiter:
            FindingWords(
                .warning, "{what}", hint: "{todo}",
                about: "A record is written with another delimiter than the rest. It is read by its own.")
        case .cutNumber:
            FindingWords(
                .warning, "{what}", hint: "{todo}",
                about:
                    "Numbers such as `12,000` stand unquoted in a file with commas, so that their records have cells too many. The pieces are "
                    + "put together where that makes the record fit the header in one way only; where there are several, the row is rejected."
            )
        case .doubtfulNumber:
            FindingWords(
                .warning, "{what}", hint: "{todo}",
                about:
                    "Records have a cell more than the header. It may be a number with an unquoted comma, or a column without a name: nothing in "
                    + "the file says which. They are rejected.")
        case .doubtfulCells:
            FindingWords(
                .warning, "which column each cell of the row belongs to is not sure", hint: "see what is said of the file",
                about:
                    "A number in the row may have been cut in two, or the row stands below a header that names its columns otherwise and "
                    + "does not have a cell for each.")
        case .extraCells:
            FindingWords(
                .warning, "the row has {cells} cells, the header {header}",
                hint: "quote the cell that holds a delimiter, or take the one too many out",
                about: "A row with a value behind the last column: its cells may have shifted, so none of them is used.")
        case .missingRequired:
            FindingWords(
                .warning, "`{column}` is missing{why}", hint: "fill in {fill}",
                about: "A cell without which the row means nothing is empty.")
        case .missingDate:
            FindingWords(
                .warning, "neither `responded_at` nor `invited_at` says when it was", hint: "fill in one of them",
                about: "A survey row without any date belongs to no period.")
        case .endBeforeStart:
            FindingWords(
                .warning, "{what} ends on {end}, before it begins on {start}",
                hint: "mend one of the two dates{or}", about: "The end of a term or cost lies before its beginning.")
        case .longSpan:
            FindingWords(
                .warning, "the cost is for {start} to {end}, more than ten years", hint: "mend one of the two dates{or}",
                about:
                    "A year of the first or last day of a cost is probably mistyped: the cost is not spread over all those days."
            )
        case .noRate:
            FindingWords(
                .warning, "there is no exchange rate for {currency}",
                hint: "add a row for {currency} to fx_rates.csv (currency,rate,date)",
                about:
                    "An amount in a currency without a rate cannot be added to the others. It is never taken for the reporting currency."
            )
        case .whichCurrency:
            FindingWords(
                .warning, "several currencies are written `{sign}`, and nothing says which it is",
                hint: "write the currency's code, such as EUR, with the amount or in a column `currency`",
                about:
                    "`kr`, `Rs`, `¥` and the like are the reporting currency where it is one of theirs. Else the column of currencies decides; else the row is rejected."
            )
        case .twoCurrencies:
            FindingWords(
                .warning, "the currency is {column} in its own column, and {amount} with the amount",
                hint: "mend the one that is wrong",
                about: "An amount that is said to be in two currencies is in neither.")
        case .crossedTarget:
            FindingWords(
                .warning, "the target is of {members} together", hint: "write it for one, and leave the other cell empty",
                about: "What was reached is known of the members of one dimension, not of two dimensions together.")
        case .foreignTarget:
            FindingWords(
                .warning, "the target is in {currency}, and the report in {reporting}", hint: "write it in {reporting}",
                about: "A target in another currency than the report's cannot be compared with what was reached.")
        case .unclearUnit:
            FindingWords(
                .warning, "it is not clear what the amount is counted in: `{column}` says `{unit}`",
                hint: "write a unit such as 万元 or 元, k or USD, and the same one where the amount's name has one too",
                about:
                    "A column beside the amounts of a file says what each of them is counted in. An amount whose cell there is no such unit, or "
                    + "whose own column is named for another one, may be a thousand times as much."
            )
        case .unclearSide:
            FindingWords(
                .warning, "whether the amount adds to the costs or takes from them is not clear: its side is \"{side}\"",
                hint:
                    "write costs as positive amounts with their side (debit, credit), or signed amounts without a column of sides",
                about:
                    "In a file of costs with a column of debit and credit a debit adds, a credit takes away. An amount with a sign of its own beside it, or without a side, may mean either."
            )
        case .wrongScale:
            FindingWords(
                .warning, "the scores are {found}, which is no scale of 0 to 10; none of the file's rows count",
                hint:
                    "leave the survey out, or set `scale: {scale}` for `nps` in {sources.yml} to have its answers taken to 0 to 10; `scale: 10` takes them as they stand",
                about:
                    "Of 20 answers or more all lie within 1 to 5, or more than a tenth from 11 to 100: ratings of stars or marks, not answers to how likely someone is to recommend."
            )
        case .mendedOlderContent:
            FindingWords(
                .note, "{rows} mended rows are of lines of {file} as it was before it came anew, and count as older than it",
                hint: "rows that are still rejected are in the newest rejects: mend those",
                about:
                    "The file whose rows were mended was replaced by another content, in which other records stand at these lines. The mended "
                    + "rows are of the older content: by the source's load rule the newer one goes before it.")
        case .mendedLacksColumns:
            FindingWords(
                .warning, "the mended rows have no `{column}`, which {file} has", hint: "mend the row in {file} itself",
                about:
                    "A file of mended rows lacks a column of the file that they are of, so that they cannot stand in for its lines."
            )
        case .groupRows:
            FindingWords(
                .note, "{what}",
                about:
                    "Headings, totals of groups and notes inside the table of a report. They are no records and do not count.")
        case .trialRows:
            FindingWords(
                .note, "{rows} rows are test or preview answers and do not count",
                about: "A survey tool marks answers that were given to try the survey out. They are no answers of customers.")
        case .noCosts:
            FindingWords(
                .warning, "{rows} rows are of accounts that hold no costs and do not count: {accounts}",
                hint: "leave these accounts out of the export, or give it a column `category` if they are costs",
                about: "A ledger holds income and balances beside costs. Accounts whose names say so do not count as costs.")
        case .budgetRows:
            FindingWords(
                .note, "{rows} rows are figures of a plan, {words}, beside what was spent, and do not count{money}",
                about:
                    "A column such as `Scenario` or `Type` says of each row whether it is of the budget or of what was spent. Where it "
                    + "names both, only what was spent counts.")
        case .notSpent:
            FindingWords(
                .warning, "{rows} rows say that nothing was spent, {words}, and do not count{money}",
                hint:
                    "drop the export again once they are settled; where they are costs all the same, take the column out of it",
                about:
                    "A column of costs says how a payment or a claim stands, and some of them were declined, rejected, reversed, void or are "
                    + "not settled yet beside others that are; or all rows are of a budget.")
        case .negativeCosts:
            FindingWords(
                .warning,
                "{below} of {rows} amounts are below 0 and take {money} {currency} away from the costs",
                hint: "export what was paid as amounts above 0, and nothing that came in; a file of refunds may stay as it is",
                about:
                    "Statements of banks and cards write what goes out below 0. Costs are above 0 and refunds below, so that such a file makes "
                    + "them smaller, and what came in makes them larger.")
        case .doubtfulCosts:
            FindingWords(
                .warning, "{rows} rows say {words} and count as costs{money}",
                hint: "where nothing was spent by them, take them out of the export; else leave them",
                about:
                    "A column of costs holds words of which it is not clear whether the money was spent: a budget without what was spent "
                    + "beside it, other figures beside both, a campaign that was cancelled, money that came back. Such rows count."
            )
        default: nil
        }
    }

    private var wordsOfTotals: FindingWords? {
        switch self {
        case .totalRow:
            FindingWords(
                .note, "{what} is the sum of {rows} other rows, {amount}, and does not count",
                about:
                    "The row is called a total, or has no name where others have one, and its amounts are those of the rows above or below "
                    + "it, or of its part of the table, to a cent a row. It is no fact.")
        case .unprovedTotal:
            FindingWords(
                .warning, "{what}, {amount}, does not count: it is called a total, and some rows beside it cannot be read",
                hint: "mend the rows that were rejected",
                about:
                    "The row is called a total and is more than what can be read of the rows beside it. As some of these could not be read, it "
                    + "is taken for what it is called.")
        case .namedLikeTotal:
            FindingWords(
                .warning, "{what}, {amount}, is called a total but is no sum of rows beside it; it counts",
                hint: "take the row out of the export if it is a total; if that is a name, nothing need be done",
                about:
                    "A cell says total, but the amounts are not those of the rows above or below, or of a part of the table. The row counts as "
                    + "a record of that name. Where it is a total after all, rows are missing from the export.")
        case .totalDiffers:
            FindingWords(
                .warning, "`{name}` below the table is {amount}, but the rows of the table add up to {sum}",
                hint: "export the file again if rows of it are missing",
                about:
                    "A total below the table is neither the sum of its rows nor of a part of them. Some of them may have been lost, or the "
                    + "total is of something else.")
        case .sumWithoutName:
            FindingWords(
                .warning,
                "the amount, {amount}, is the sum of the {rows} other rows, but nothing calls the row a total; it counts",
                hint: "take the row out of the export if it is a total",
                about: "The first or last row is exactly the sum of all others. By its name it is a record, so it counts.")
        default: nil
        }
    }

    private var wordsOfCells: FindingWords? {
        switch self {
        case .badMoney:
            cell("money like 1234.50", "A cell of a money column is no amount, or one that can be read in two ways.")
        case .badNumber: cell("a number like 1234.5", "A cell of a column of numbers is no number.")
        case .badPercent:
            cell("a number, or a percentage like 12.5%", "A cell that should be a number or a percentage is neither.")
        case .badScore: cell("a whole number from 0 to 10", "An NPS answer is a whole number from 0 to 10.")
        case .badDate: cell("a date like 2026-11-03", "A cell of a column of dates is no date, or one that does not exist.")
        case .badTime:
            cell("a time like 2026-11-03 14:05", "A cell of a column of times is no time, or one that does not exist.")
        case .badFlag: cell("yes or no", "A cell of a column of yes and no is neither.")
        case .badCurrency: cell("a currency like EUR", "A cell of the currency column names no currency.")
        case .badText: cell("text", "A cell cannot be read as text.")
        case .badInterval:
            cell("month, quarter, year or a number of months", "The interval says what a subscription's `amount` is for.")
        case .badLine:
            cell("the number of the line that the row mends", "`gtm_line` of a mended row says which line of the file it is.")
        case .badPeriod:
            cell(
                "a period like 2026-W46, 2026-11, 2026-Q4 or 2026",
                "The period of a target or a note names no week, month, quarter or year.")
        case .unknownStage:
            cell("a stage ({stages}, lost or first_response)", "A stage that the pipeline's funnel does not have.")
        case .unknownKind: cell("job, pain or gain", "The kind of an item of the value map.")
        case .unknownFigureKind: cell("flow or stock", "How a figure of the company's own behaves over time.")
        case .unknownFigureUnit:
            cell(
                "money, count, a currency, or what is counted",
                "The unit of a figure of the company's own is one letter, which may be a scale (millions) and may be something else."
            )
        case .numberOutOfRange: cell("a number {range}", "A number that cannot be: a rate of 0, or users below 0.")
        case .tooLarge:
            FindingWords(
                .warning, "the {what} is too large", hint: "mend the cell",
                about: "A number beyond nine billion billion smallest units.")
        default: nil
        }
    }

    private func cell(_ expected: String, _ about: String) -> FindingWords {
        FindingWords(.warning, "expected \(expected), found \"{found}\"", hint: "mend the cell{or}", about: about)
    }
}
