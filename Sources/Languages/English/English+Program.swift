extension English {
    /// `gtm explain` and notices.
    static let program = """
        [ExplainWord]
        comma ", "
        colon ": "
        value "value  "
        undefined undefined
        formula formula
        numbers that is
        file file
        line line
        day day
        id id
        customer customer
        amount amount
        written written
        how how
        span " ({0} to {1})"
        rowCount {0} {0|row|rows}
        middle the value is the middle of the amounts
        addUp whose amounts add up to it
        few it rests on few cases
        onRevenue on revenue: no gross_margin is configured, so 1 is used
        notOver the period is not over, so it is not compared
        maturing it goes on growing after the period's end, so it is not compared
        late files of {0} are late since {1}
        whyMedian a median does not add up over members
        whyRoot a square root does not add up over members
        whyFormula the formula is no sum, no ratio of sums and no product
        whyUndivided {0} has no members of it
        whyUnknown {0} is not known by it
        whyIncomplete its members do not make up {0}
        note "note   "
        measure measure
        plainValue value
        days days
        rows rows
        sources sources
        source source
        count count
        replaced replaced
        rejected rejected
        excluded excluded
        byFactor by factor
        here here
        period period
        low 80%: from
        high to
        target target
        projection after {0}, if it goes on as it did
        by by {0}
        notSplit not split by {0}
        fromTo {0} to {1}
        against against {0}: {1}
        undefinedThere it is undefined there
        change {0} to {1}, {2}
        oneRow {0}: its row
        allRows {0}: its {1} rows
        largestRows {0}: the largest {1} of {2} rows
        firstRows {0}: the first {1} of {2} rows
        spread {0}, {1} of them spread over more days than these
        excludedMoney {0}: {1} in {2} {2|row|rows} whose status does not count
        rejectedMoney {0}: {1} in {2} rejected {2|row|rows}
        more {0} more findings of these files: `gtm check` shows them all

        [RowWord]
        together of the same lead
        belongs counted with the row above
        begins begins on this day
        ends ends on this day
        renews renews; its ARR is {0}
        retained ARR of the customer: {0} twelve months before, {1} now
        days {0} of {1} days of {2}
        deal a deal of the lead above
        lead its deals say the amount
        evidence the customer's score is known by it
        unknown unknown
        scored score {0}: usage {1}, voice {2}, trend {3}
        percent {0} %

        [NoticeWord]
        failed {0}, {1}: the report failed (status {2})
        undelivered {0}, {1}: the report is published, but did not reach everybody (status {2})
        inOwnWords The program's own words:
        nothingPublished Nothing was published or sent to anyone else; {0}.
        stands the report of {0} stands in {1}
        nothingStands nothing has been published yet
        runAgain After mending it, run again: gtm run. The exit status was {0}.
        toDo What to do: {0}.
        isDataError Too many faults in the data for a report.
        isNoInput A file that is needed is missing or too old.
        isUndelivered The report is published, but at least one place did not get it.
        isNoResources There is not enough memory, disk space or files that may be open.
        isCannotWrite The report or the state cannot be written.
        isUnreadable A file cannot be read to its end.
        isConfiguration The configuration is wrong.
        isDefect The program has a defect.
        gaps {0}, {1}: the data of {2} has gaps
        gapsPublished The report is published: {0}. Rejected rows are in its folder rejected/: mend them, drop them in the inbox and run again: gtm run.
        edition {0} (edition {1})

        [StartingWord]
        weekly The weekly report for the team
        monthly The monthly report for leaders
        quarterly The quarterly report for the decision committee
        """
}
