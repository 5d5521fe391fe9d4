extension English {
    /// What changed and why, the brief, lists of customers.
    static let changes = """
        [BriefPhrase]
        subject {0}, {1}: {2}
        headline {0} {1}, {2}
        noTargets no target to be judged
        offTrackCount {1|the one target is|{0} of {1} targets} off track
        noneOffTrack no target is off track, {0} of {1} to watch
        allOnTrack {0|the one target is|all {0} targets are} on track
        onPlan Are we on plan?
        onPlanNo No: {0} of {1} judged targets {0|is|are} off track
        onPlanNoneOfOne No: the one judged target is off track
        onPlanNoAndWatch No: {0} of {1} judged targets {0|is|are} off track, {2} to watch
        onPlanWatch Nearly: no target is off track, {0} of {1} to watch
        onPlanYes Yes: {0|the one judged target is|all {0} judged targets are} on track
        onPlanUnknown No target can be judged
        metricAndOwner Metric, target of, owner
        soFarAndDue So far, due now
        moreTargets All targets: {0} on track, {1} to watch, {2} off track, {3} without a status.
        changed What changed most, and why?
        changedAnswer {0}, from {1} to {2}
        changedNothing Nothing that can be set against earlier changes
        nowAndBefore Now, before
        act Who must act?
        actAnswer {0} {0|person|people}, for {1} {1|target|targets} off track and {2} overdue {2|action|actions}
        actTargets {0} {0|person|people}, for {1} {1|target|targets} off track
        actTasks {0} {0|person|people}, for {1} overdue {1|action|actions}
        actNobody Nobody: no target is off track and no action is overdue
        ofDue {0}: {1} of what is due
        underDue {0}: {1}, where {2} is due by now
        overLimit {0}: {1}, where {2} is the limit by now
        moreOffTrack {0} more off track
        overdueTasks {0} overdue: {1}
        morePeople And {0} more; the report names them.
        dataIn Is all data in?
        dataYes Yes, all of it
        dataYesOfThese Yes, from every source there is
        peopleMore And {0} more
        dataGaps Yes, with gaps: {0}
        upTo to {0}
        rejectedMoneyNote Rejected: {0}
        grewBut {0} grew {1}, but {2}
        grewAnd {0} grew {1}; {2}
        fellBut {0} fell {1}, but {2}
        fellAnd {0} fell {1}, and {2}
        fellBeside {0} fell {1}; {2}
        flatAnd {0} hardly changed ({1}); {2}
        onPlanNamed {0} {1|is|are} on plan
        onPlanBut {0} is on plan, but {1} of {2} {2|target|targets} {1|is|are} off track
        behindPlan {0} {1|is|are} behind plan
        namesAnd {0} and {1}
        shareOfDue No: {0} is at {1} of what is due by now
        sharesOfDue No: {0} is at {1}, {2} at {3} of what is due by now
        amountOfDue No: {0} is at {1}, where {2} is due by now
        amountsOfDue No: {0} is at {1}, where {2} is due by now, {3} at {4}, where {5} is
        whole The whole report is in the workbook attached.

        [HeadlinePhrase]
        noneOff No metric is off track
        off Off track: {0}
        offAndMore Off track: {0} and {1} more
        moved {0} won and {1} lost: ARR went from {2} to {3}
        movedAlike {0} won and {1} lost: ARR stays at {2}
        acquired {0} new {0|customer|customers} at {1} each
        spent {0} spent on winning customers
        converted {0} {0|lead|leads} came in, {1} {1|was|were} won
        scored NPS is {0}; its 95% interval reaches from {1} to {2}
        active {0} of customers are active; {1} of ARR is at risk
        targetsOff {0} of {1} {1|target|targets} off track
        targetsAndActions {0}, {1} {1|action|actions} overdue
        actionsOverdue {0} {0|action|actions} overdue
        allDataIn All data is in

        [ExplanationPhrase]
        title What changed and why, on {0}
        titleAlone What changed and why
        sectionTitle Why it changed, on {0}
        none What changed and why: nothing that can be told from enough cases, or set against earlier changes.
        rose {0} rose {1} to {2}
        fell {0} fell {1} to {2}
        roseFrom {0} rose from {1} to {2}
        fellFrom {0} fell from {1} to {2}
        roseOnYear On a year ago, {0} rose {1} to {2}
        fellOnYear On a year ago, {0} fell {1} to {2}
        roseFromOnYear On a year ago, {0} rose from {1} to {2}
        fellFromOnYear On a year ago, {0} fell from {1} to {2}
        times {0}, {1} times the usual change
        manyTimes {0}, more than 100 times the usual change
        parts {0}: {1}.
        alone {0} alone {1}
        by by {0}, {1}
        separator "; "
        effect {0} ({1})
        member {0} {1}
        rate {0} from {1} to {2}
        noDivisor {0}, {1} {2} and no {3}
        noDivisorBefore {0}, before {1} {2} and no {3}
        share {0}'s share of {1} from {2} to {3}
        moreOf {0} up {1}
        lessOf {0} down {1}
        mostly most of it {0}
        median a median is not split
        root a square root is not split
        formula its formula is not split
        undivided not split, for want of {0} by {1}
        spendAndCustomers {0} spent {1} and brought {2}
        more {0} more
        less {0} less
        moreCustomers {0} more {0|customer|customers}
        fewerCustomers {0} fewer {0|customer|customers}
        sameCustomers as many customers

        [MixPhrase]
        title Recurring (mean ARR of the month ÷ 12) beside one-off revenue, {0}
        month Month
        recurring Recurring
        oneOff One-off
        total Together
        share Recurring, share
        crossing Recurring revenue has been above one-off since {0} ({1} against {2}).
        alwaysMore In every month shown more recurs than not.
        notYet In no whole month yet does more recur than not.
        dip Both together fell from {0} in {1} to {2} in {3}
        noDip Both together have not fallen in any whole month shown.
        recovered and were back in {0}.
        notRecovered and are not back yet.
        headsTitle Revenue per full-time equivalent at the month's end, by month
        teamsTitle ARR per head by month and team
        arr ARR
        heads Full-time equivalents
        arrPerHead ARR per head
        newARR New ARR
        newARRPerHead New ARR per head
        team Team
        noHeads no headcount of the 92 days to {0}

        [CustomerPhrase]
        detractorsTitle Detractors by ARR, latest answer in the {0} days to {1}
        detractorsNote Customers whose latest answer is 6 or less: {0}, with {1} of ARR, {2} of all.
        noDetractors No customer's latest answer in the {0} days to {1} is 6 or less.
        known What the data says
        scored answered {0} on {1}
        fromTo {0} to {1}
        coverageTitle Is the quarter's target covered by the pipeline?
        coverageNote Expected is open opportunities × win rate (× average deal), both of the twelve months to {0}. Every open opportunity counts, whenever it closes; what customers leave or cut is not in it.
        toGo To go
        reached So far
        open Open opportunities
        winRate Win rate, 12 months
        averageDeal Average deal, 12 months
        expected Expected
        coverage Coverage
        isReached the target is reached
        noRate twelve months of won and lost leads are not known

        [HandOverPhrase]
        waitingTitle What waits between departments, {0}: neither won nor lost, since the furthest stage was reached
        between Who hands over
        waits What waits
        waiting Waiting
        upTo Up to {0} {0|day|days}
        fromTo {0} to {1} days
        over Over {0} days
        recentMedian Median up to {0} days
        longest Longest, days
        notYet {0}, not yet {1}
        withoutARR Won, customer without ARR yet
        someWithoutCustomer {0} won name no customer, so that it is not known whether they wait.
        message {0}: {1} {1|waits|wait} since up to {2} days ({3}), in the median {4} {4|day|days}.
        older {0} older {0|one was|ones were} never closed.
        nothingWaits Nothing waits between departments.
        lead lead
        mql MQL
        sql SQL
        opportunity opportunity
        won won
        ofLeads Leads
        ofMQLs MQLs
        ofSQLs SQLs
        ofOpportunities Opportunities
        marketing Marketing
        sales Sales
        marketingToSales Marketing → sales
        salesToSuccess Sales → customer success
        answersTitle Who answers within {2} minutes: leads of the {0} days to {1}, and all unanswered that are neither won nor lost
        recent Leads
        answered Answered
        inTime In time
        inTimeShare In time, share
        waitingForAnswer Unanswered
        noOwners No file says who looks after leads, so that answers are not told by owner.
        noAnswers No file says when leads were answered.
        noneNamed (no owner)
        others Other ({0})
        qualityTitle What leads come to by channel, created in the twelve months to {0}
        leads Leads
        reached Reached: {0}
        toStage Lead → {0}
        """
}
