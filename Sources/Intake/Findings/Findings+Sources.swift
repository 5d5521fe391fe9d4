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
        case .doubtfulKeys:
            FindingWords(
                .warning,
                "{rows} rows of {older} ({sum}) have the same {keys} as rows of this file; both count, as only one of the two files has "
                    + "{columns}",
                hint:
                    "if this file states the same anew, retract the older one: `gtm inputs forget {sha}`, and take it out of the inbox",
                about:
                    "A row takes the place of an older one where all that tells rows apart is the same. Where only one of two exports of a name "
                    + "has a column for a part of that, such as the id or the plan of a subscription or a team, no row of the one takes the place "
                    + "of one of the other, and what both state may be counted twice.")
        case .goneColumn:
            FindingWords(
                .warning, "{older} has {columns}, and this file has none or nothing in it: rows of both count without",
                hint: "export it with all columns again; if one has another name now, add that to `aliases:` in {sources.yml}",
                about:
                    "Exports are made from views that people change. The newest file of a name lacks columns that an older one has something "
                    + "in, of rows that both have: leads that come again are won no more, terms have no end, customers are of no segment. "
                    + "Columns that no figure of the report depends on are not told.")
        case .unlistedTeams:
            FindingWords(
                .warning,
                "{rows} rows of older files ({sum}) are of months that this file has, and not in it, though it has {known} of {all} of "
                    + "{older}; they count on",
                hint: "a team that is gone or has another name needs a row with `fte` 0 in these months",
                about:
                    "A team's size stays until a newer file has that team in that month. A newer file has at least half of the rows of one before "
                    + "it, of the months that both hold, and lacks some: the team may have another name now, and its people count twice."
            )
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
        case .replacedInFile:
            FindingWords(
                .warning,
                "{rows} rows have the same {keys} as a later row of the file, which alone counts, and differ in {columns}{sum}",
                hint:
                    "if they are parts that belong together, add them up in the export; if the later ones are newer, leave the older ones out",
                about:
                    "Rows of one file that are alike in what tells rows of their source apart take each other's place: the last one counts. Where "
                    + "they say something else, they may be parts: a team's people, a customer's products, a deal's positions.")
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
        case .sourceNotUsed:
            FindingWords(
                .warning, "{rows} rows of `{source}` are not used: it is {why}",
                about: "Two sources tell the same story; the contract says which one counts.")
        case .wonBeforeCreated, .answeredBeforeCreated:
            FindingWords(
                .warning, "the {what} was {event} before it was created; the stamps count, the time between them does not",
                hint: "correct `created_at` or `{column}` where the {what}s are kept",
                about: self == .wonBeforeCreated
                    ? "The win of a lead or deal lies on a day before its creation. It counts as won; the negative time is left out of the "
                        + "cycle's median."
                    : "A lead's first response lies before its creation. The negative time is left out of the response time's median."
            )
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
