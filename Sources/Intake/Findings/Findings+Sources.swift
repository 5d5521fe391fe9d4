extension FindingCode {
    /// Words of findings about what the files of a source say together, and about the run; nil for other kinds.
    var wordsOfSources: FindingWords? {
        switch self {
        case .overlappingRows:
            FindingWords(
                .note, "{rows} rows are also in a file with a name like it and count once",
                hint: "exports may overlap; give the files names that differ in more than dates and digits if all rows count",
                about: "Exports of one kind overlap. What is in both counts as often as in the one that has it most often.")
        case .restatedCosts:
            FindingWords(
                .note,
                "from {first} to {last} its {rows} rows take the place of {replaced} of {olders}: costs of {old} {currency} are now "
                    + "{new} {currency}",
                about:
                    "Places that sell advertising correct costs for days after. Where the names of two files differ in dates only, and on the "
                    + "days that both hold nearly all days, channels, campaigns and vendors of the older file are in the newer one, the newer "
                    + "one is the truth for these days.")
        case .doubtfulOverlap:
            FindingWords(
                .warning,
                "{rows} rows of {older}, {money} {currency}, are of days that this file has too, with other names or amounts; both count, as only "
                    + "{known} of {keys} are known by their names",
                hint: "if this file states the same costs anew, take the older one out of the inbox",
                about:
                    "Two exports whose names differ in dates only hold the same days, but too few of the older one's campaigns, channels or "
                    + "vendors, or none, are in the newer one to tell that it takes the place of the older one, or the rows have none of "
                    + "these. Costs may be counted twice: a campaign that was renamed, the books of a month up to two days."
            )
        case .doubtfulCopy:
            FindingWords(
                .warning,
                "{rows} rows of {older}, {money} {currency}, are of days and names that this file has too; both count, as hardly any amount is "
                    + "the same in both",
                hint: "if this file is the same report downloaded again, take the older one out of the inbox",
                about:
                    "The name of a file says that it is a copy of another, `report (1)` of `report`, and it has the same days, campaigns, "
                    + "channels or vendors with other amounts. It may be the report of another account. Costs may be counted twice."
            )
        case .restatedFigures:
            FindingWords(
                .note, "from {first} to {last} its {rows} rows take the place of {replaced} of {olders}",
                about:
                    "Figures get corrected. Where the names of two files differ in dates only, and on the days that both hold nearly all "
                    + "days and figures of the older file are in the newer one, the newer one is the truth for these days.")
        case .doubtfulFigures:
            FindingWords(
                .warning,
                "{rows} rows of {older} are of days and figures that this file has with other values; both count, as only {known} of "
                    + "{keys} are in both",
                hint: "if this file states the same figures anew, take the older one out of the inbox",
                about:
                    "Two exports whose names differ in dates only hold the same days, but too few of the older one's figures are in the "
                    + "newer one to tell that it takes the place of the older one. Values may be counted twice.")
        case .assumedFigureKind:
            FindingWords(
                .note, "{figures}: no file says what kind of figure this is, so it is taken for a {kind}: {meaning}",
                hint: "add a column `kind` with flow or stock",
                about:
                    "A flow adds up over the days of a period, a stock is what it last was. A figure whose files do not say is a flow, "
                    + "unless its name is that of a balance (`cash`, `deposit balance`, `backlog`, `现金余额`).")
        case .contradictingFigure:
            FindingWords(
                .warning, "the figure `{figure}` is {taken} by {rows} rows and {other} by {others}; it is taken for {taken}",
                hint: "mend the column `unit` or `kind`, so that all rows of the figure say the same",
                about:
                    "Rows of one figure contradict each other in what it counts or in how it behaves over time. What most rows of the "
                    + "newest file say counts for all; amounts in another currency are converted whatever it is.")
        case .unknownFigure:
            FindingWords(
                .warning, "{metrics} needs the figure `{figure}`, and no file has it; it stays undefined",
                hint: "{near}write the figure in the formula as the files do, or drop a file of `figures` that has it",
                about: "A formula with `figure.NAME` for a figure that is in no file: mistyped, or not there yet.")
        case .lateFigure:
            FindingWords(
                .warning, "the figure `{figure}` has no value since {day}: in {period} it counts as 0",
                hint: "drop its newest values; a 0 of its own says that there was nothing",
                about:
                    "A flow that formulas name had values in each of three periods in a row, and has none in the period reported: its newest "
                    + "file may not have come yet.")
        case .figureUnits:
            FindingWords(
                .warning, "{metric} adds or compares what does not fit together: {left}, {right}",
                hint: "mend the formula, or the figure's `unit`",
                about:
                    "What a figure counts in is known once its files are read. By what they say, the formula adds or compares money with "
                    + "counts, or rates of different things. The value stands as the formula says.")
        case .replacedAmount:
            FindingWords(
                .note, "the ARR of `{id}`, {old} {currency}, is replaced by {new} of {place}",
                about:
                    "A newer file has another amount for the same term, or for a subscription whose terms it has on other plans or from other "
                    + "days. The newer one counts.")
        case .repeatedTerm:
            FindingWords(
                .note, "the ARR of `{id}`, {old} {currency}, is replaced by {new} of {place}",
                hint: "one term stands in the file twice; the later row counts",
                about: "Two rows of one file are the same term with different amounts. The later one counts.")
        case .replacedInFile:
            FindingWords(
                .warning,
                "{rows} rows have the same {keys} as a later row of the file, which alone counts, and differ in {columns}{sum}",
                hint:
                    "if they are parts that belong together, add them up in the export; if the later ones are newer, leave the older ones out",
                about:
                    "Rows of one file that are alike in what tells rows of their source apart take each other's place: the last one counts. Where "
                    + "they say something else, they may be parts: a team's people, a customer's products, a deal's positions.")
        case .excludedStatus:
            FindingWords(
                .note, "{rows} rows are trials, drafts, incomplete, void or quotes and do not count: {money} {currency} of ARR",
                about: "The status of a subscription says that it is none yet, or none any more.")
        case .repeatedSnapshot:
            FindingWords(
                .warning,
                "{rows} rows are of a customer and day that a later row of the file has too, with another amount; the later one counts, and "
                    + "{money} {currency} of ARR do not",
                hint:
                    "give each customer one row a day, with the sum of its subscriptions, or drop the subscriptions themselves",
                about:
                    "A snapshot of ARR has one row for each customer and day. Where it has one for each subscription, all but a customer's last "
                    + "are left out.")
        case .olderRowCounts:
            FindingWords(
                .warning,
                "{rows} rejected rows have ids that an older file has too, first `{id}`; what the older file says of them counts meanwhile",
                hint: "mend them, or drop the export again: until then what has changed since is not in the figures",
                about:
                    "The newest row of an id is rejected, and an older file has a row of it. That row counts as long as the newer one is not "
                    + "mended: a deal that was won since is open, a subscription has its old amount.")
        case .unreadRevenue:
            FindingWords(
                .warning, "{columns} is not read: the file is taken for customers, and nothing else gives ARR",
                hint:
                    "add a column `date` with the day that the amounts are of, such as 2026-10-31 (of months side by side make one row for each "
                    + "customer and month), and begin the file's name with `arr_snapshots`; or drop an export of subscriptions with their starts and ends",
                about:
                    "A file of customers has a column of recurring revenue, months side by side, or a name that says revenue, and there are neither subscriptions nor snapshots of ARR. An amount "
                    + "without a day cannot count in any period.")
        case .endedAtZero:
            FindingWords(
                .warning,
                "{rows} subscriptions that have ended or are paused have an amount of 0, while others have one: it seems to be what they pay "
                    + "now, so that what they paid before does not count, and its loss is no churn",
                hint:
                    "export what they paid until they ended; where the file has their price and billing period too, take its column of ARR or "
                    + "MRR out, and they count with these",
                about:
                    "Billing systems set the recurring revenue of a subscription to 0 once it is cancelled or paused. As 0 is an amount too, such "
                    + "a term counts as worth nothing from its beginning on: neither its revenue of the past nor its churn is seen."
            )
        case .chargedOnce:
            FindingWords(
                .note,
                "{rows} rows are charged once and do not count as recurring: {money} {currency} as if they were by the year",
                hint: "drop them as `one_off_revenue` if they are to be seen",
                about:
                    "A column such as `Charge type` says that a row of subscriptions is a setup fee or another charge that does not recur."
            )
        case .pausedTerms:
            FindingWords(
                .warning,
                "{rows} subscriptions are paused by their status and count as if they ran: {money} {currency} of ARR on {day}",
                hint:
                    "if they pay nothing meanwhile, export the day of the pause as their `end_date`, and a term from the day they go on",
                about:
                    "A status such as `paused`, `on_hold` or `suspended` says that a subscription rests. Terms count by their dates, so that "
                    + "its ARR goes on as if it were paid.")
        case .unknownTermStatus:
            FindingWords(
                .warning,
                "{rows} subscriptions have a status that is not understood and count as if they ran: {words}; {money} {currency} of ARR on "
                    + "{day}",
                hint:
                    "where it means that they have ended, are trials or are paused, write so (cancelled, trial, paused), or give their "
                    + "`end_date`; where they run, write active",
                about:
                    "A status that is none of the words known for subscriptions that run, have ended, are paused or are none (trials, drafts), or "
                    + "that is taken back by what stands behind it (`Cancelled (renewed)`). Terms count by their dates then."
            )
        case .endedWithoutDate:
            FindingWords(
                .warning,
                "{rows} subscriptions have ended by their status and do not say when; they do not count at all: {money} {currency} of ARR",
                hint: "add the day they ended to the export, as `end_date` or a date of cancellation; then they count until it",
                about:
                    "A status that means ended (cancelled, churned, expired, unpaid, refunded …) without any date of the end. Until when "
                    + "such a term counted nobody knows, so it is left out of the past too.")
        case .termOfNoDays:
            FindingWords(
                .note, "{rows} terms end on the day they start and do not count: {money} {currency} of ARR",
                about: "A term whose first day without service is its start has no day of service.")
        case .sourceNotUsed:
            FindingWords(
                .warning, "{rows} rows of `{source}` are not used: it is {why}",
                about: "Two sources tell the same story; the contract says which one counts.")
        case .assumedLastDay:
            FindingWords(
                .note,
                "{whole} of {ended} subscriptions end a whole number of months after their start less one day; `end_date` is taken to be the "
                    + "last day of service",
                hint: "set `end_date: last_day` or `end_date: first_day_without` for `subscriptions` in {sources.yml}",
                about:
                    "Where at least nine of ten terms end a whole number of months after their start less one day, ends are last days of "
                    + "service, and each term ends a day later.")
        case .doubtfulEndDate:
            FindingWords(
                .warning,
                "{whole} of {ended} subscriptions end a whole number of months after their start less one day; `end_date` is taken to be the "
                    + "first day without service",
                hint: "set `end_date: last_day` or `end_date: first_day_without` for `subscriptions` in {sources.yml}",
                about: "Some ends look like last days of service, too few to be sure of it.")
        case .oneDayGaps:
            FindingWords(
                .warning,
                "{count} of {all} times that customers came back they had no ARR for a single day: {money} {currency} count as lost, and as "
                    + "won back the day after",
                hint:
                    "if `end_date` is the last day of service, set `end_date: last_day` for `subscriptions` in {sources.yml}; if not, "
                    + "`end_date: first_day_without` there, or `churn_grace_days: 1` under `config:` of the pipeline file",
                about:
                    "Five times or more, and at least every other time, the next term of a customer begins the day after the end of the one "
                    + "before: ends are most often last days of service then, which terms of no whole months do not show by themselves."
            )
        case .assumedCancellation:
            FindingWords(
                .note, "no file has an `end_date`; ends are made of cancellations, so that there are no renewals to measure",
                hint: "set `end_date: first_day_without` for `subscriptions` in {sources.yml} if they are ends of terms",
                about: "Subscriptions that go on until they are cancelled have no renewals. Ends are made of the cancellations."
            )
        case .wonBeforeCreated, .answeredBeforeCreated:
            FindingWords(
                .warning, "the {what} was {event} before it was created; the stamps count, the time between them does not",
                hint: "correct `created_at` or `{column}` where the {what}s are kept",
                about: self == .wonBeforeCreated
                    ? "The win of a lead or deal lies on a day before its creation. It counts as won; the negative time is left out of the "
                        + "cycle's median."
                    : "A lead's first response lies before its creation. The negative time is left out of the response time's median."
            )
        case .negativeARR:
            FindingWords(
                .warning,
                "the terms of {customers} sum to less than 0 on some day and count as 0 there, first those of `{id}` from {day}: "
                    + "{money} {currency} of ARR at the lowest",
                hint: "give a credit an end, or leave it out of what recurs",
                about:
                    "Credits larger than the plans they stand beside. A customer cannot be worth less than nothing: on such days its ARR is "
                    + "0, which looks like churn, and like a return when the credit ends.")
        case .overlappingTerms:
            FindingWords(
                .note,
                "terms of one plan overlap in {subscriptions}, first in `{id}` from {day}, and are summed: {terms} on top of another, "
                    + "{money} {currency} of ARR, {now} of it on {asOf}",
                hint: "end the older term where the newer one replaces it",
                about:
                    "Two terms of one subscription and plan overlap. They are summed, as for more of the same; where the newer one was meant to "
                    + "replace the older, the ARR is too high until the older one ends.")
        case .joinedDeals:
            FindingWords(
                .note,
                "{joined} of {deals} deals joined a lead{means}{rest}", hint: "{todo}",
                about:
                    "Leads and deals are exported apart. A deal joins the lead whose id it has, or that has its own, else a lead of its "
                    + "customer or company. One that joins none counts from opportunities on, and is in no cohort.")
        case .dealsTooLarge:
            FindingWords(
                .warning, "the amounts of the {count} deals of the lead `{lead}` add up to too much; none of them counts",
                hint: "mend the amounts of these deals",
                about: "A sum beyond nine billion billion smallest units. The deals count, their amounts do not.")
        case .dealsAreLeads:
            FindingWords(
                .note, "no lead was created by {asOf}: the {deals} deals are the leads, from the day of their creation",
                hint: "drop the export of leads too, if there is one",
                about:
                    "There are deals and no leads. Each deal counts as a lead and as an opportunity on the day of its creation."
            )
        case .amountWithoutRate:
            FindingWords(
                .warning, "there is no exchange rate for {currency}; a lead's amount is left out",
                hint: "add a row for {currency} to fx_rates.csv (currency,rate,date)",
                about: "The lead counts, its amount does not, as its currency has no rate.")
        case .undecidedStages:
            FindingWords(
                .warning, "{what}: {stages}",
                hint:
                    "name those that mean so in `won_stages: […]` and `lost_stages: […]` of `{source}` in {sources.yml}; the others are open",
                about:
                    "Deals have a close date that is past, or are marked or said to be closed, but their stage or status is no word for won or lost "
                    + "that the program knows. They count as open until `sources.yml` names the stages."
            )
        case .closedWithoutDate:
            FindingWords(
                .warning,
                "{won} won and {lost} lost by their stage or status, and no date says since when; by this file they are open",
                hint: "add the day on which they closed to the export, as `closed_at`, or as `won_at` and `lost_at`{near}",
                about:
                    "The stage or status of deals or leads says that they have ended, and there is neither a date of that nor a close date. In "
                    + "which period they were won or lost nobody knows, so they count among the open ones.")
        case .crossedEnds:
            FindingWords(
                .warning,
                "{rows} rows have a date of a win and say that they were lost, or the other way round; the date counts",
                hint: "empty the date that no longer holds, or mend the status",
                about:
                    "A deal or lead has a date of its own on which it was won, while its stage or status says lost, or a date of its loss while they "
                    + "say won. Programs leave the older date standing when a deal is opened again.")
        case .repeatedPeople:
            FindingWords(
                .warning, "{people} people stand in the roster more than once for the same time, first `{id}`; each row counts",
                hint: "export one row a person; who left and came back has one row for each time",
                about:
                    "Rows of a roster have the same number of a person and their times overlap, as in a history of jobs. Each of them counts as a "
                    + "person.")
        case .rostersOfOneDay:
            FindingWords(
                .warning,
                "{people} people of {others} are not counted: of lists of people only the newest is read, and both are of {day}",
                hint: "put the people of all countries and companies into one file, or drop the one that counts alone",
                about:
                    "Each list of people is the whole truth of its day. Two of one day whose names differ in more than dates may be of two "
                    + "countries, of which only the last by name counts.")
        case .openPosts:
            FindingWords(
                .note, "{posts} rows are posts that nobody holds yet, and do not count",
                about:
                    "A roster has rows for open posts: their status says so, or `TBH`, `Open req`, `N.N.`, `待招` stands in the place of a name."
            )
        case .mixedUsage:
            FindingWords(
                .warning,
                "some files of usage count users {spans}; of each customer the row of the latest day counts, whichever it is",
                hint:
                    "drop only one of these exports, or leave `seats` out of the others: users of a month are more than those of a day",
                about:
                    "Files of usage count users of days, weeks or months, as the names of their columns say. A customer's users change from one "
                    + "kind of count to the other with whichever file has the later row.")
        case .leftWithoutDate:
            FindingWords(
                .warning, "{people} people are said to have left, but not when; they are not counted in any month",
                hint: "export the date of leaving too, or take these people out",
                about:
                    "A roster's status says that somebody has left, and there is no last day. Nobody knows until when they counted."
            )
        case .assumedPercent:
            FindingWords(
                .note, "{value} for `{metric}` is read as {meaning}", hint: "write a fraction such as 0.25, or 25%",
                about:
                    "Targets of rates are written as percent or as fractions. Without a sign all values of one metric in one file are percent where one of them is too large for a fraction: above 1, or above 3 where the metric itself can be above 1."
            )
        case .mixedPercent:
            FindingWords(
                .warning,
                "the values for `{metric}` seem to be written both as percent and as fractions; {value} is read as {meaning}",
                hint: "write all of them with their signs, as in 25%",
                about: "One file has values of one rate that look like percent and others that look like fractions.")
        case .lateSource:
            FindingWords(
                .warning, "no data of {source} since {day}: what comes from it is not known from {from} on, and not 0",
                hint: "drop a newer export of it, or one whose name bears a date of the period if nothing happened",
                about:
                    "A source that had rows in each of its last three periods has none in the reported one, no row reaches into it, and "
                    + "no file bears a date of it in its name. Its flows are undefined there, and all that is computed from them."
            )
        case .lateSeries:
            FindingWords(
                .warning, "no data of {source} like this file's since {day}; the figures count what is there",
                hint: "drop a newer export of this kind, or one whose name bears a date of the period if nothing happened",
                about:
                    "A series of files of a source has nothing for the reported period, while the others have, or while what comes by the month "
                    + "has not come for the month of the reported week. The figures count what there is.")
        case .lateTerms:
            FindingWords(
                .warning, "no new export of {source} since {day}: what was signed or ended since is not in the figures",
                hint: "drop a newer export of it, with its date in the file's name",
                about:
                    "The newest date in the names of the files of recurring revenue is before the reported period begins or, without dates, no new "
                    + "file of it came since the last report.")
        case .unknownTarget:
            FindingWords(
                .warning, "no metric or measure is called `{metric}`: the target is not used", hint: "{near}",
                about:
                    "Targets are of metrics and measures, by their ids or by the names that the report shows, in any of its languages."
            )
        case .repeatedTarget:
            FindingWords(
                .warning,
                "another target of `{metric}` for {period} stands at {place}, with another value; the later row counts",
                hint: "take one of them out",
                about: "One period of one metric and member has two targets, maybe in two spellings.")
        case .targetsApart:
            FindingWords(
                .warning, "the target of {metric} for {period} is {value}, and its parts ({parts}) come to {sum}",
                hint: "mend one of them, so that whoever reads either plans for the same",
                about:
                    "The quarters or months of a target all have one, and do not come to the whole: of what adds up their sum, of what is "
                    + "taken at the end the last of them. Rates are not judged.")
        case .assumedYear:
            FindingWords(
                .note, "periods without a year, such as `{period}`, are taken to be of {year}{why}",
                hint: "write the year too, as in 2026-Q4, if they are not",
                about:
                    "A sheet of targets names periods without a year. It is the one that the title above the table, the names of the columns or "
                    + "the file's name says, else the fiscal year of the as-of date.")
        case .unknownDimension:
            FindingWords(
                .warning, "the report is not broken down by `{dimension}`: nobody knows what was reached of the target",
                hint: "it is by {dimensions}; add the dimension to `dimensions:` of the pipeline, or take the target out",
                about: "A target for a member of a dimension that the pipeline does not have. Its value stays undefined.")
        case .distantTarget:
            FindingWords(
                .warning, "the target is for {period}, more than ten years from the as-of date", hint: "correct the year",
                about: "No report of these years will show the target: most likely its year is wrong.")
        case .impossibleTarget:
            FindingWords(
                .warning, "the target of `{metric}` is {value}, which it cannot reach", hint: "correct the target",
                about: "A share, such as gross retention or a win rate, is never above 100 %.")
        case .missingOwners:
            FindingWords(
                .note, "none of the {count} {what} names an owner", hint: "add a column `owner`: who is to act is asked first",
                about: "A plan that names nobody: the report cannot say who must act.")
        case .rateUsed:
            FindingWords(
                .note, "1 {from} = {rate} {to}{dated}",
                about: "The one constant rate at which a currency was converted. Exchange rates never look like growth.")
        case .rounding:
            FindingWords(
                .note, "conversion and rounding to {digits} digits added up to {sum} {currency}",
                about: "Each row is rounded once, half to even. This is the sum of all that was rounded.")
        default: nil
        }
    }
}
