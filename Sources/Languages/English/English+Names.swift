extension English {
    /// What metrics, measures, settings and sources are called and mean.
    static let names = """
        [FormulaPhrase]
        elapsed Share of the period that is over
        only {0} where {1} is “{2}”
        call {0} of ({1})
        comma ", "
        smallest smallest
        largest largest
        root square root
        size size
        nearest nearest whole number
        above next whole number up
        below next whole number down
        days {0} days
        months {0} months
        lastMonth {0} over the last month
        lastDay {0} over the last day
        last {0} over the last {1}
        goesOn {0},
        periodBefore {0} the period before
        monthBefore {0} a month earlier
        dayBefore {0} a day earlier
        before {0} {1} earlier
        yearBefore {0} a year earlier

        [CataloguePhrase]
        redefined Redefined by the company.
        own Defined by the company.
        figure A figure of the company's own.
        figureFlow A figure of the company's own: its sum over the period.
        figureStock A figure of the company's own: its latest value at the end of the period.
        lead lead
        opportunity opportunity
        won won
        stageRate {0} to {1}
        stageRateMeaning Of the leads created in the period that reached the stage {0}, the share that reached the stage {1}.
        stageRateSource A stage of the pipeline's own funnel, by cohort like the standard ones.
        stageReached Reached {0}
        stageReachedMeaning Leads that reached the stage {0} in the period, whenever they were created.
        stageCohort Cohort that reached {0}
        stageCohortMeaning Of the leads created in the period, those that reached the stage {0} or a later one so far.

        [sources]
        actions actions
        control_totals control totals
        customers customers
        fx_rates exchange rates
        figures figures
        headcount headcount
        initiatives initiatives
        lead_events lead events
        leads leads
        notes notes
        one_off_revenue one-off revenue
        opportunities opportunities
        arr_snapshots ARR snapshots
        spend spend
        subscriptions subscriptions
        nps NPS surveys
        targets targets
        usage product use
        value_map value map
        """
}
