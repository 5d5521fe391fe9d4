extension FindingCode {
    /// Words of findings about terms of subscriptions and what they add up to; nil for other kinds.
    var wordsOfTerms: FindingWords? {
        switch self {
        case .renumberedTerms:
            FindingWords(
                .warning,
                "{rows} terms of {older} ({sum}) are in this file under another {columns}, with the same customer, start and amount; both count",
                hint:
                    "if they are the same, retract the older file: `gtm inputs forget {sha}`, and take it out of the inbox, or give them one "
                    + "{columns} in both",
                about:
                    "A term takes the place of an older one where its subscription, or its customer, plan and start, are the same. Where ids were "
                    + "given anew or a plan is called otherwise, none does. It is said of terms of one customer, start and amount of which neither "
                    + "is in the other file as it stands there.")
        case .unlistedTerms:
            FindingWords(
                .warning,
                "{rows} terms of older files ({sum}) that have not ended are not in this file, though it has {known} of {all} of {older}; "
                    + "they count on",
                hint:
                    "export those that have ended too, with their end dates; a list of running ones alone belongs to `arr_snapshots`, under "
                    + "`files:` in {sources.yml}",
                about:
                    "An export of the subscriptions that run leaves out those that were cancelled, and nobody says when they ended. A row stays "
                    + "until a newer file has its subscription, so that they would count for ever. It is said where a file has at least two in "
                    + "three of the terms of one before it that had not ended by the as-of date.")
        case .repeatedTerm:
            FindingWords(
                .note, "the ARR of `{id}`, {old} {currency}, is replaced by {new} of {place}",
                hint: "one term stands in the file twice; the later row counts",
                about: "Two rows of one file are the same term with different amounts. The later one counts.")
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
        case .lateTerms:
            FindingWords(
                .warning, "no new export of {source} since {day}: what was signed or ended since is not in the figures",
                hint: "drop a newer export of it, with its date in the file's name",
                about:
                    "The newest date in the names of the files of recurring revenue is before the reported period begins or, without dates, no new "
                    + "file of it came since the last report.")
        default: nil
        }
    }
}
