extension English {
    /// Titles, the summary and what several sections share.
    static let summary = """
        [Phrase]
        # Titles
        titleWeek Weekly go-to-market report
        titleMonth Monthly go-to-market report
        titleQuarter Quarterly go-to-market report
        titleYear Yearly go-to-market report
        summary Summary
        revenue Recurring revenue
        acquisition Acquisition
        conversion Conversion
        voice Voice of the customer
        activity Activity and health
        plan Plan
        data Data
        definitions Definitions
        # Time
        inUnit {0}
        asOf as of {0}
        week week {0}
        month month {0}
        quarter quarter {0}
        year year {0}
        weekBefore the week before
        monthBefore the month before
        quarterBefore the quarter before
        yearBefore the year before
        aYearAgo a year ago
        toDate {0} (to date)
        daysCovered The period is not over: {0} of its {1} {1|day|days} {0|has|have} passed.
        periodNotOver The period is not over: all figures are to date, {0}.
        # Punctuation and small joints
        colon :
        labelled {0}: {1}
        nameAndUnit {0}, {1}
        inBrackets " ({0})"
        namedPeriod {0}, {1}
        inPeriod {0} ({1})
        onRevenue {0} (on revenue)
        both {0} and {1}
        andMore and {0} more
        largestListed Listed are the {0} with most ARR of {1}; the other {2} together are {3}.
        # Message
        nothingYet There is no data up to {0}: every figure is undefined.
        arrMessage ARR stands at {0} at the end of {1}.
        arrMessageWithChanges ARR stands at {0} at the end of {1}, {2}.
        arrUndefined ARR and its movements cannot be stated: {0}.
        netNew Net new ARR was {0}.
        netNewAfter Net new ARR was {0}, after {2} {1}.
        changeOn {0} on {1}
        up up {0}
        down down {0}
        littleChanged little changed
        unjudgedTargets Targets with no status: {0}.
        termsLateMessage That is by the export of {0} of {1}: what was signed or ended since is not in it.
        targetsMessage Targets: {0} on track, {1} to watch, {2} off track.
        newestEvents Newest event of each source: {0}
        absentSources No data of: {0}
        # Scorecard
        scorecard Scorecard, {0}
        metric Metric
        now Now
        before Before
        change Change
        yearAgo Year ago
        changeOnYear On year ago
        target Target
        status Status
        trend Trend
        owner Owner
        goalPeriod Target of
        dueByNow Due by now
        noDue the value at the period's start is not known
        atThisPace At this pace
        endOf {0} end
        usualOf Usual (median of {0} before)
        noPace a rate or a mean has no pace
        noPaceOver the period is over
        standing {0}: {1} against a target of {2}, {3}
        standingToDate {0}: {1} of {2} due by now and {3} by its end, {4}
        northStarTarget Against its target
        fewCases few cases
        lateStatus data late
        notAboveZeroStatus not above 0
        onTrack on track
        watch watch
        offTrack off track
        maturing still maturing
        undefinedStatus undefined
        noStatus not judged
        noTarget no target
        # Why something is undefined
        withheldToDate the period is not over, so it is not compared with whole ones
        withheldMaturing still maturing: it goes on growing, and older periods have had more time
        whyAbsent there is no data of {0} up to {1}
        whyLate no data of {0} since {1}
        whyNotBegun the data of {0} begins on {1}
        whyNoMembers {0} is not broken down by {1}
        whyNoSuchMember no row has “{0}” as its {1}
        whyNothingToMeasure no record to take {0} from
        whyNotInData {0} is not in the data
        whyZero nothing to divide by: {0} is 0
        whyNoValue the formula has no value here
        whyNoMember no data has the member {0}
        absent There is no data of {0} up to {1}.
        # What changed most
        changedMost What changed most
        changedMostOn What changed most on {0}, against what is usual
        timesUsual Times the usual
        noUsualChange too few earlier changes, or too many alike, to know what is usual
        noRankedChanges What changed most: no change can be set against earlier ones.
        unusual unusual
        usualRange usually {0} to {1}, by the {2} periods before
        # Attention
        needsAttention Needs attention
        nothingNeedsAttention Nothing needs attention: no target is off track, no action overdue, no ARR known to be at risk.
        what What
        howMuch How much
        detail Detail
        alsoOffTrack also off track: {0}
        overdue overdue
        overdueActions Actions overdue
        actionInWords {0} — {1}, due {2}
        atRisk at risk
        dueSoon due soon
        customersCounted {0} {0|customer|customers}
        endsDetail not yet signed again: {0}; of customers at risk: {1}
        lateSource No new data of {0}: days up to the end of the period
        lateSeries No new data of {0} like {1}: days up to the end of the period
        lateDetail since {0}; what comes from it is not known
        late late: {0}
        noNewExport no new export: {0}
        since {0} since {1}
        seriesOf {0} like {1}
        allIn all in
        rejectedRowsInWords rejected rows: {0}
        moreWarnings More warnings about the data
        seeFindings see the findings in the section Data
        rejectedRows Rejected rows
        unrecognisedFiles Files not recognised
        # Tables that several sections have
        metricsByPeriod Metrics by period
        measuresByPeriod What they are made of, by period
        measure Measure
        withoutNote Without {0} since {1}, counting what is there, so no change of it is better or worse: {2}
        maturingNote Still maturing, and so not compared with earlier periods: {0}
        notBrokenDown Nothing here can be broken down by {0}.
        breakdown By
        byDimension {0} {1}, {2}
        total Total
        noMember (none)
        otherMembers Other ({0})
        fromTo {0}, {1} to {2}
        notOnPaper Left out when printed: {0}
        whyNoRest the median of the others does not follow from the medians of the members
        seriesInWords {0} goes from {1} in {3} to {2} in {4}.
        """
}
