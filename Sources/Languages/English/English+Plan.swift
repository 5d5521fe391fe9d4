extension English {
    /// The plan, decisions, projections.
    static let plan = """
        [ActionPhrase]
        tasks Tasks
        done Done
        doneLate of these late
        inProgress In progress
        notStarted Not started
        blocked Blocked
        overdue Overdue
        dueSoon Due in 14 days
        progress Progress
        stateDone done
        stateDoneLate done late
        stateInProgress in progress
        stateNotStarted not started
        stateBlocked blocked
        stateDropped dropped
        stateOpen open
        actionsTitle Tasks overdue, blocked or without a due date
        noneOverdue No task is overdue or blocked, and each has a due date.
        dueSoonTitle Due in the next two weeks, up to {0}
        overdueTitle Who has most overdue
        longest Days overdue
        longestTask Longest overdue
        timeline Tasks on the calendar, by department
        timelineOfSome Tasks on the calendar, by department: the {0} nearest to today
        timelineInWords Bars from the start of each task to its due date; the upright line is {0}.
        groupInWords {0}: {1} tasks, {2} overdue, {3} done.
        sheet Tasks
        sheetTitle All tasks of the plan as of {0}
        doneOn Done on
        written Status as written
        id ID

        [GoalPhrase]
        gap Gap to target
        weeksLeft Weeks left
        perWeek Gap per week left
        over the target's period is over
        reached the target is reached
        limitPassed the limit is passed
        atMost at most so much a week keeps within the limit
        noWeekly a rate or mean has no amount a week
        title Goals from the year to quarters and months
        until By
        parts Parts come to
        difference Parts less target
        addsUp adds up
        apart does not add up
        someKnown {0} of {1} {2}
        soFar So far
        apartMessage Goals that do not add up: {0}.
        quarters quarters
        months months
        lastOf {0} {1}: target {2}, the last of its {3} {4}
        sumOf {0} {1}: target {2}, its {3} together {4}

        [InitiativePhrase]
        overview Initiatives: what they need, what is ready, when they pay
        needs Needs
        stage Stage
        materials Materials ready
        breakEven Break-even
        valueMap Value map
        stands Stands
        of {0} of {1}
        strategy full strategy
        adjustment adjustment
        tactical tactical
        unknown not answered
        strategyAsksMore full strategy, more than is planned
        atRisk launch at risk
        launchedUnready launched, {0} of 5 ready
        short planned too short
        open {0} unanswered
        notInSight no break-even in sight
        noSpendYet no spend yet
        calm no warning
        reached reached on {0}
        projected projected for {0}
        never not in sight
        noSpend no spend
        withheld withheld
        needsTitle What each initiative needs, by six questions
        yes yes
        no no
        unsaid not answered
        verdict Verdict
        newCustomers New customer group
        newValue Value proposition redefined
        newChannel New channel or sales model
        newPricing New pricing or business model
        competitiveShift Major competitive change
        highCostOfFailure High cost of failure
        courseTitle How long they take, what ends their stage, what judges them
        planned Months planned
        usual Usual
        months {0} to {1}
        remark Remark
        shorter shorter than usual
        longer longer than usual
        endsWith The stage ends with
        judgedBy Judged by
        explore evidence that customers want it
        validate reference customers
        scale the plan for growth reached
        acquire new ARR, leads, lead to won, CAC, break-even
        retain net and gross retention, churn, renewal rate, NPS
        statementTitle Value statements and the four questions
        statement Value statement
        whole For {0} who need {1}, our {2} provides {3}, so that {4}.
        missingParts Missing: {0}.
        partWho who
        partNeed their need
        partWhat what it is
        partBenefit the benefit
        partHow how
        partWhyNow why now
        mapTitle Value maps: what customers do, suffer from and hope for, what answers it
        kind Kind
        item Item
        answeredBy Answered by
        evidence Evidence
        job job
        pain pain
        gain gain
        unansweredItem not answered
        noEvidence no evidence
        moneyTitle Money and customers of initiatives, beside the company's
        spend Spend
        grossProfit Gross profit
        customers Customers
        leads Leads
        leadToWon Lead to won
        nps NPS
        company The company
        moneyNote Spend and gross profit are cumulative from the first day with a cost. ARR and customers are of {0}; leads and NPS are of the 12 months up to then, leads as far as they name a customer of the initiative.
        chartTitle {0}: cumulative spend and gross profit
        spendSeries Spend
        profitSeries Gross profit
        spendAhead Spend, at this pace
        profitAhead Profit, at this pace
        curveInWords Up to {0} spend came to {1} and gross profit to {2}, counted from {3}.
        noARR no ARR is known
        noCustomersOfLeads leads name no customers
        noLeads no lead names a customer of the initiative
        onlyWon these leads name a customer only once they are won
        noAnswers nobody answered in the last 12 months
        answers {0} answers
        reachedTitle {0}: gross profit made up for spend on {1}
        projectedTitle {0}: at this pace gross profit makes up for spend on {1}
        neverTitle {0}: gross profit is not going to make up for spend at this pace
        moreCharts Not drawn: {0} more.
        launches Launches within four weeks that are not ready
        launchDetail {0} ({1}): {2}

        [DecisionPhrase]
        heading For decision
        nothingToDecide The data puts no question: no initiative is under way, and nothing is off track or out of line.
        howToRead Put together from the data by rule. What speaks for a yes stands first, then what speaks against; the answer is yours.
        speaksFor ▲ For: {0}
        speaksAgainst ▼ Against: {0}
        goOnWith Go on with {0} as it is, change it, or stop?
        brokeEven broke even on {0}; {1} spent, {2} gross profit so far
        willBreakEven breaks even on {0} at the pace of the last 91 days; {1} spent, {2} gross profit so far
        breaksEvenInTime breaks even on {0}, before it ends on {3}; {1} spent, {2} gross profit so far
        breaksEvenTooLate breaks even on {0} only, after it ends on {3}; {1} spent, {2} gross profit so far
        noBreakEven no break-even in sight at the pace of the last 91 days; {0} spent, {1} gross profit so far
        allAnswered all {1} jobs, pains and gains of its customers are answered
        someAnswered {0} of {1} jobs, pains and gains of its customers are answered
        openQuestions {0} of the four questions {0|has|have} no answer
        tooShort planned for {0} months, where {1} to {2} are usual
        launchNotReady launch on {0} with {1} of {2} materials ready
        launchedUnready launched on {0}, and {1} of {2} materials are ready
        tasksOverdue {0} of {1} tasks {0|is|are} overdue
        tasksInTime {0} of {1} tasks {0|is|are} done and none is overdue
        keepGoal Keep the target of {0} for {1}?
        behindDue {0} so far, {1} due by now, {2} by the end
        atPace at the pace so far it comes to {0} of {1}
        raisePrices Can prices rise?
        nowAndThen {0} {1}, a year ago {2}
        goOnSelling {0} {1}: go on as before?
        thereAndOverall {0} {1}, in all {2}

        [WhatIfPhrase]
        title What if
        use Blue numbers on yellow are inputs: write another one there, and all lines that are made of it follow. They hold what the {0} months to {1} came to.
        rates Steps are in period: what reached a stage in these months over what reached the one before, whenever it was created, so that their product is what was won. Rates of ARR are over ARR at the beginning of these months, and are put on ARR today.
        leadsOnly Steps before {0} are not known over these months, so that the tree begins there.
        name Driver
        now Last {0} months
        whatIf What if
        difference Difference
        how How
        arrAhead ARR in {0} months
        arrNow ARR today
        netNew Net new ARR
        arrNew New ARR
        customersNew New customers
        perCustomer ARR per new customer
        perWin New customers per deal won
        stepsTo {0} → {1}
        reactivation Reactivated ARR
        expansion Expansion
        contraction Contraction
        churn Churn
        rateOfARR {0}, share of ARR
        product the product of the lines below it
        sum the sum of the lines below it
        timesARR its share × ARR today

        [OutlookPhrase]
        title Where this leads
        period Period
        projected Projected
        low 80%: from
        high to
        target Target
        stockSentence On its trend so far, {0} ends {1} at {2} (80%: {3} to {4})
        flowSentence On its trend so far, {0} of {1} comes to {2} (80%: {3} to {4})
        withTarget {0}; the target is {1}.
        method A damped trend over each metric's own past (with seasons where there are three and they help), shown where it foretold that past better than assuming no change did. Four in five of the same projections, made in that past, were within the interval.
        short Not projected, with fewer than {0} complete periods: {1}.
        shortAlone Nothing is projected with fewer than {0} complete periods.
        naive Not projected, as assuming no change foretold them as well: {0}.
        overtaken On {0} {1} was {2}; its trend up to {3} led to {5} to {6} (80%) at the end of {4}.
        contracted Contracted ARR at the end of {0}: {1}. Only terms signed by now, with those that start later and the ends known; nothing new, nothing renewed.
        rests It rests on {0} complete periods, {1} to {2}: a damped trend over them.
        seasonal Its seasons are of {0} periods.
        plain It has no seasons: there are fewer than three, or they did not help.
        nearer On that past it was off by {0} % of what assuming no change was off by.
        nearerThanSeason It was off by {0} % of what the value a season before was off by.
        noNearer Withheld: on its own past, {0} to {1}, assuming no change (or the value a season before, where there are three) was as near.
        shortOwn Withheld: it needs {0} complete periods, and has {1}.
        noPace Withheld: a rate or a mean neither adds up over days nor stands at the end of one, so it has no pace.
        maturing Withheld: it goes on growing after its period ends.
        undefined Withheld: it is undefined in {0}.
        late Withheld: files of {0} are late since {1}.
        """
}
