extension FindingCode {
    /// Words of findings about a column of a file; nil for other kinds.
    var wordsOfColumns: FindingWords? {
        switch self {
        case .missingColumn:
            FindingWords(
                .warning, "{what}; the file is not used", hint: "{todo}",
                about:
                    "A file of plans or settings lacks a column without which it means nothing. The report is made without it, unless "
                    + "its source is `required`."
            )
        case .assumedCurrency:
            FindingWords(
                .note,
                "the amounts of `{column}` are taken to be in {currency}, as its name says that they are in it or were converted; `{other}`, "
                    + "which has other currencies, is not theirs",
                hint: "if it is, take the currency, or the word converted, out of the column's name",
                about:
                    "The name of a column of amounts has the code of the reporting currency, or says that they were converted, and a column of "
                    + "currencies has others: those that customers pay in. Amounts are not converted once more.")
        case .contradictingCurrency:
            FindingWords(
                .warning,
                "`{column}` names {currency}, and `{other}` has other currencies in {rows} rows; the amounts of these are taken to be in the "
                    + "latter",
                hint: "take the currency out of the one name, or the other column out of the export",
                about:
                    "The name of a column of amounts has a currency that is not the reporting one, or a sign that several share, and a column of "
                    + "currencies has others.")
        case .assumedQuantity:
            FindingWords(
                .warning,
                "`{price}` is the price of one, and no column says of how many: in all {rows} rows it is taken for the whole amount",
                hint:
                    "add the quantity to the export, in a column such as `quantity` or `seats`; if the price is that of all, call the column "
                    + "`amount`",
                about:
                    "A file of subscriptions has a unit price and neither an amount nor a quantity. A quantity that is missing is one."
            )
        case .unreadQuantity:
            FindingWords(
                .warning,
                "`{price}` is taken for the whole amount; `{quantity}`, which is not 1 in {rows} rows, is not multiplied with it",
                hint: "if it is the price of one, call the column `unit price` in the export; if that of all, `amount`",
                about:
                    "A file of subscriptions has a price and a quantity, and nothing says whether the price is that of one or of all."
            )
        case .unreadCurrency:
            FindingWords(
                .warning, "amounts are taken to be in {currency}, while {columns} holds other currencies and is not read",
                hint: "if it is the amounts' currency, add that name to `aliases:` of `currency` in {sources.yml}",
                about:
                    "A file of amounts has no column that is known to be their currency, but one that is named for currencies and holds "
                    + "others than the reporting one."
            )
        case .otherRates:
            FindingWords(
                .warning, "{rows} rates are of other currencies than {currency} and are not used",
                hint: "give what one unit of each currency is worth in {currency}, in columns `currency` and `rate`",
                about:
                    "A file of exchange rates says for each row from which currency to which. Those to the reporting currency count; what one "
                    + "unit of that is worth in others does not say what these are worth to the last digit."
            )
        case .otherQuestions:
            FindingWords(
                .warning, "NPS is read from `{read}`; {others} hold scores too and are not read",
                hint: "if another of them is the one, add its name to `aliases:` of `score` in {sources.yml}",
                about:
                    "A file of answers has several questions that ask how likely somebody is to recommend. Only one of them can be the NPS."
            )
        case .doubtfulScale:
            FindingWords(
                .warning, "all {answers} answers{of} are from {low} to {high}; they count as of 0 to 10",
                hint:
                    "if the scale has {points} points, leave the survey out, or for 5 points set `scale: 5` for `nps` in {sources.yml}; "
                    + "`scale: 10` says that they are right",
                about:
                    "None of 20 answers or more is above 7, or none of eight or more above 5, in a file or for one of its surveys. That looks like a "
                    + "scale of 5 or 7 points, on which the best answer would be a detractor's.")
        case .sharesForCounts:
            FindingWords(
                .warning, "`{column}` seems to hold shares, not numbers of users: its name says so, or none is above 1",
                hint: "export how many users were active; shares of several customers cannot be added up",
                about:
                    "A file of usage gives rates or percentages where numbers of users are expected. They count as they stand.")
        case .noOutcomes:
            FindingWords(
                .warning, "nothing in the file says which of its {deals} deals were won or lost: all of them count as open",
                hint:
                    "add the stage or the status to the export, or name its column in `aliases:` of `stage` of `{source}` in {sources.yml}",
                about:
                    "A file of deals has neither dates of wins and losses nor a stage, a status or a flag. What is closed stays among the open deals."
            )
        case .unreadEnds:
            FindingWords(
                .warning, "subscriptions have no end and go on for ever, while the dates in {columns} are not read",
                hint: "if they say when a subscription ends, add that name to `aliases:` of `end_date` in {sources.yml}",
                about:
                    "A file of subscriptions has no column that is known to be their end, but one that is named for an end, holds dates and "
                    + "is not read. Without it nothing is ever churned."
            )
        case .assumedNameDay:
            FindingWords(
                .note, "the file has no column of dates: all its rows are taken to be of {day}, as its name says",
                hint: "add a column `date` to the export, if they are not",
                about:
                    "A snapshot of ARR without dates, whose name says what it is and bears one. Of a month it is the last day. Keep the files of "
                    + "earlier dates in the inbox, as each is one snapshot."
            )
        case .flagsForDates:
            FindingWords(
                .warning, "the column holds yes or no, and `{column}` is a date: it is not read",
                hint: "export the day on which it happened, as `{column}`",
                about:
                    "A column has the name of a stage or an event, such as `MQL` or `Responded`, and says only whether it came to pass. Without "
                    + "the day nobody knows in which period it counts, so the column is left aside; the rest of the file counts."
            )
        case .unreadDates:
            FindingWords(
                .warning, "answers are dated by their invitation, while the dates in {columns} are not read",
                hint: "if they say when it was answered, add that name to `aliases:` of `responded_at` in {sources.yml}",
                about:
                    "A survey's file has no column that is known to be the time of the answer, but one that holds dates and is not read. "
                    + "Without it an answer counts in the period of its invitation."
            )
        case .duplicateColumn:
            FindingWords(
                .warning, "column {number} is a second `{name}`; the first is read",
                hint: "give it another name or take it out",
                about: "Two columns of the file have a name of the same column. The first is read.")
        case .assumedDecimal:
            FindingWords(
                .note,
                "the column does not show its decimal sign; its numbers are taken to have a decimal {sign}, as in the locale {locale}",
                hint: "{settle}",
                about: "Every number of the column, such as `1,234`, can be read in two ways. The pipeline's `locale` decides.")
        case .assumedThousands:
            FindingWords(
                .note,
                "numbers like `1.234` are taken for thousands, as the file says that their currency has no third decimal",
                hint: "{settle}",
                about:
                    "A column of money whose every separator stands before three digits, in currencies of two decimals or none. By the locale it would have been read as decimals."
            )
        case .assumedDateOrder:
            FindingWords(
                .note, "the column does not show the order of day and month; dates are taken to be {order}", hint: "{settle}",
                about: "No date of the column has a day above 12. The pipeline's `locale` decides which number is the month.")
        case .assumedMonthYear:
            FindingWords(
                .note,
                "cells like `Nov-26` are taken to be a month and its year, November 2026, and not a day of an unknown year",
                hint: "export dates with a year of four digits",
                about:
                    "A month's name with a number of two digits is a month of a year where the column's numbers may be years, and there are no more of them than months. A column in which they can only be days has no year, and its rows are rejected."
            )
        case .assumedUnit:
            FindingWords(
                .warning, "`{unit}` in the column's name is taken for {meaning}: its numbers are multiplied",
                hint: "write it out, as in `(USD thousands)` or `(USD m)`, or take it out of the name",
                about: "A single letter in the brackets of a money column's name is a unit, but may be meant otherwise.")
        case .unknownUnit:
            FindingWords(
                .warning, "`{unit}` in the column's name is no unit that is known; its numbers are read as they stand",
                hint:
                    "where they are in thousands or millions, write so, as in `(USD thousands)`; else take it out of the name",
                about:
                    "Beside a currency or a unit in a column's name stands something that may say how large its numbers are. Nothing is multiplied for it."
            )
        case .assumedIdentity:
            FindingWords(
                .note, "the file has no `{column}`; its rows are told apart by name and creation",
                hint: "add the id to the export, so that a renamed row stays the same one",
                about: "An export without ids. Rows of one name and time of creation are one; renaming one makes two of it.")
        case .filledCells:
            FindingWords(
                .note,
                "{rows} rows without a name are taken to be of the one above them, as of merged cells; there are {groups} groups",
                about:
                    "A spreadsheet writes merged cells, and a pivot table its groups, with a name in the first row alone. Where every name of costs "
                    + "begins one group and the days or other names begin anew in each, the rows below have the same name.")
        case .mergedCells:
            FindingWords(
                .warning,
                "{rows} rows have no name, always below one that has: they may be merged cells, and are taken to be of none",
                hint: "if they are, fill in the name in each row of the export",
                about:
                    "Names of costs stand as merged cells of a spreadsheet would, but nothing else shows that the rows below have the same name. "
                    + "They count without one.")
        case .lostDigits:
            FindingWords(
                .warning, "{what}",
                hint:
                    "drop the export as it came, without saving it in a spreadsheet; or import it there with the column as text",
                about:
                    "Spreadsheets keep fifteen digits of a number and write long ones as `1.00123E+12`. What was behind is lost. Where two "
                    + "rows have the same such id, they cannot be told apart any more, and the file is refused.")
        default: nil
        }
    }
}
