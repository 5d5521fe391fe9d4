extension English {
    /// The sections of a report.
    static let sections = """
        [Phrase]
        # Recurring revenue
        bridgeMessage {0} won {1} of ARR (new {2}, reactivated {3}, expansion {4}) and lost {5} (contraction {6}, churn {7}).
        bridgeTitle ARR from opening to closing, {0}, {1}
        balance Opening and closing
        gained Won
        lost Lost
        plus + {0}
        minus − {0}
        movement Movement
        arr ARR
        movementsTitle ARR movements by period, {0}
        movementsTable ARR and customers by period
        arrTitle ARR at the end of each period and a year before, {0}
        retentionTitle Retention over twelve months
        stillOpen Of what was due for renewal in the period, {0} in {1} {1|renewal|renewals} is still open.
        cohortTitle Share of ARR kept after so many quarters, by the quarter of the customers' first ARR
        cohort First ARR in
        quartersLater +{0}
        cohortHint {0}: {1} of {2} {2|customer|customers} kept
        cohortEmpty no ARR was left at the end of the first quarter
        noCohorts No quarter with new customers is complete yet.
        moreInCohorts {0} older {0|cohort is|cohorts are} in cohorts.csv.
        moreQuarters The table shows {0} quarters of each; later ones are in cohorts.csv.
        moversTitle Customers that moved most, {0}
        customer Customer
        arrAtEnd ARR at the end
        noMovements No customer's ARR moved in {0}.
        moreInMovements {0} more {0|customer|customers} that moved {0|is|are} in movements.csv.
        movementNew new
        movementExpansion expansion
        movementContraction contraction
        movementChurn churn
        movementReactivation reactivation
        startsTitle Signed and not yet started
        noStartsAhead No signed term starts after {0}.
        endsTitle Ends in the next 90 days
        noEndsAhead No term in force ends in the 90 days after {0}.
        starts Starts
        ends Ends
        termARR ARR of the terms
        arrToday ARR today
        signedNext Signed from then on
        health Health
        healthUnknown not known
        bandScore {0} ({1})
        bandAtRisk at risk
        bandWatch watch
        bandHealthy healthy
        healthUsage Use of seats
        healthVoice Mean survey score
        healthTrend ARR left
        noUse no use of seats is known in the last {0} {0|day|days}
        noVoice no survey was answered in the last {0} {0|day|days}
        noTrend there was no ARR {0} {0|day|days} before
        healthWeight Customer health: weight of {0}
        healthBelow Customer health: {0} below a score of
        usageWindow Customer health: days looked back for use
        voiceWindow Customer health: days looked back for survey answers
        trendWindow Customer health: days before that ARR is compared with
        # Acquisition
        spendUndefined Spend cannot be stated: {0}.
        spendMessage {0} spent {1} on winning customers; what a customer cost cannot be stated: {2}.
        cacMessage {0} spent {1} and won {2} new {2|customer|customers}: {3} for each.
        cacChanges That is {0}.
        cacTitle Cost of winning a customer, {0}
        spendTitle Spend by category, {0}
        otherSpend Other spend
        newCustomersTitle New customers
        paybackTitle Months until a customer has paid back what it cost
        efficiencyTitle LTV : CAC and magic number
        # Conversion
        leadsUndefined Leads cannot be stated: {0}.
        leadsMessage {0} brought {1} {1|lead|leads}.
        winMessage Won: {0}; lost: {1}; win rate {2}.
        wonMessage Won: {0}.
        openMessage Open opportunities at the end: {0}.
        funnelCohort How far the leads created in {0} have come
        funnelInPeriod What happened in {0}, whenever the leads were created
        funnelTable The funnel, {0}: cohort and in-period
        stage Stage
        cohortShort Reached so far
        inPeriodShort In the period
        cohortCount Of the leads created in the period, reached it so far
        stageRate Share of the stage before
        inPeriodCount Reached it in the period, whenever created
        funnelNote The cohort counts stages reached up to {0} and goes on growing; the in-period counts are final.
        funnelNoteToDate Both count up to {0}, as the period is not over; the cohort goes on growing after its end, too.
        winRateTitle Win rate and lead to won
        cycleTitle Days from lead to win, median
        # Voice
        intervalMessage 95% interval {0} to {1}, from {2} {2|response|responses}
        noResponses no responses in {0}
        npsTitle Net promoter score with its 95% interval
        intervalLow Lower limit
        intervalHigh Upper limit
        answersTitle Promoters, passives and detractors
        noComments No detractor left a comment.
        detractorsTitle Newest detractors' words
        day Day
        score Score
        comment Comment
        # Activity
        activeMessage Of the customers, {0} were active in the last 28 days of the period.
        riskMessage ARR at risk is {0}, {1} of what is scored.
        activityUndefined Activity cannot be stated: {0}.
        activityTitle Active customers and seat use
        healthTitle ARR by customer health, {0}
        nobodyAtRisk No customer with a known health is at risk.
        atRiskTitle Customers at risk at the end of {0}
        endsSoon Ends within 90 days
        # Plan
        targetsTitle Targets, each over its own period to date
        noTargetsNow No target's period holds {0}.
        unknownTargets Targets whose metric or period is not known: {0}
        whose For
        period Period
        actualColumn Actual
        attainment Attainment
        dueNote Due by now, in a period that is not over: of what adds up, the target's share of the days passed; of what stands at a day, the way from where it stood at the start; of rates and means, the target itself.
        noRatio a ratio to such a target says nothing; the sign of the gap counts
        departmentsTitle Actions by department
        department Department
        noOpenActions No action is open.
        task Task
        due Due
        progress Progress
        initiative Initiative
        scenario Scenario
        goal Goal
        launch Launch
        readinessTitle Material that is ready
        messagingDocument Messaging document
        marketingPack Marketing pack
        salesPack Sales pack
        customerMaterials Customer materials
        advocateMaterials Advocate materials
        readyCount Ready of 5
        ready ready
        draft draft
        missing missing
        termNewProduct new product
        termNewMarket new market
        termRepositioning repositioning
        termBusinessModel business model
        termCompetition competition
        termExplore explore
        termValidate validate
        termScale scale
        termAcquire acquire
        termRetain retain
        # Data
        moneyNote All money is in {0}, converted and rounded once when a row was read; the rates and what the rounding added up to are among the remarks.
        sourcesTitle Sources
        source Source
        files Files
        rowsRead Rows read
        factsCount Counted
        replaced Replaced
        rejected Rejected
        excluded Excluded
        newestEvent Newest event
        rejectedMoney Rejected money
        present present
        absentWord absent
        noFiles No file was read.
        filesTitle Files
        file File
        fingerprint SHA-256 begins
        unrecognised not recognised
        restatedNote Restated since the report as of {0}: {1} of {2} from {3} to {4} ({5}).
        restatedMore {0} more values of earlier periods are restated; the section Data lists all.
        redefinedNote Defined otherwise since the report as of {0}, which is no change of the business: {1}. See the section Data.
        asPublished As published
        withTodaysFiles Restated
        because Because of
        restatedTitle Restated: values of earlier periods that changed since the report as of {0}
        redefinedTitle Redefined: metrics that are defined otherwise since the report as of {0}
        definedBefore Defined before
        definedNow Defined now
        valueBefore {0} as defined before
        valueNow {0} now
        newFile {0} ({1} rows)
        retractedFile {0}, retracted ({1} rows)
        goneFile {0} (no longer in the inbox)
        sameContent same bytes as {0}, read once
        noRemarks Nothing was found, assumed or converted.
        remarksTitle Findings, assumptions, rates and rounding
        warning warning
        remark note
        place Where
        howOften How often
        toDo What to do
        code Code
        # Dimensions
        dimensionSegment segment
        dimensionRegion region
        dimensionChannel channel
        dimensionPlan plan
        dimensionIndustry industry
        dimensionOwner owner
        # Definitions
        definitionsTitle Metrics
        measuresTitle Measures
        optionsTitle Options in force
        option Option
        id Id
        meaning Meaning
        inWords Formula in words
        formula Formula
        unit Unit
        better Better
        options Options in force
        definitionSource Source
        value Value
        statusRulesTitle How targets are judged
        statusRule Status
        statusRulesNote No status has what is undefined, late, maturing, of fewer than {0} cases, or not above 0 where less is better; nor is on track what lacks a late series of files. A due at or below 0 is judged by the sign of the gap.
        dueShare the target × the share of the days that have passed
        dueWay from the value at the period's start the way to the target, by the share of the days that have passed
        dueWhole the whole target, at any time
        ratioHigher value ÷ due
        ratioLower due ÷ value
        ruleByRatio {0}: on track from {1}, watch from {2}, else off track
        ruleByPoints from a due of {0} on by the gap: on track from {1}, watch from {2}, else off track; below that {3}
        leastAttainment Least attainment: {0}
        leastGap Least gap of percent metrics: {0}
        pointsFrom Percent metrics are judged by the gap from a due of
        fewCasesBelow Few cases are fewer than
        unitMoney money
        unitCount count
        unitPercent percent
        unitPoints points
        unitRatio ratio
        unitMonths months
        unitDays days
        unitMinutes minutes
        unitMoneyPerDay money a day
        betterHigher higher
        betterLower lower
        betterNeither neither
        """
}
