extension German {
    /// What metrics, measures, settings and sources are called and mean.
    static let names = """
        [FormulaPhrase]
        elapsed Vergangener Anteil des Zeitraums
        only {0} mit {1} „{2}“
        call {0} aus ({1})
        comma "; "
        smallest kleinster Wert
        largest größter Wert
        root Quadratwurzel
        size Betrag
        nearest nächste ganze Zahl
        above nächsthöhere ganze Zahl
        below nächstniedrigere ganze Zahl
        days {0} Tage
        months {0} Monate
        lastMonth {0} des letzten Monats
        lastDay {0} des letzten Tages
        last {0} der letzten {1}
        goesOn {0},
        periodBefore {0} der Vorperiode
        monthBefore {0} einen Monat zuvor
        dayBefore {0} einen Tag zuvor
        before {0} {1} zuvor
        yearBefore {0} ein Jahr zuvor

        [CataloguePhrase]
        redefined Vom Unternehmen neu definiert.
        own Vom Unternehmen definiert.
        figure Eine eigene Zahl des Unternehmens.
        figureFlow Eine eigene Zahl des Unternehmens: ihre Summe über den Zeitraum.
        figureStock Eine eigene Zahl des Unternehmens: ihr neuester Wert am Ende des Zeitraums.
        lead Lead
        opportunity Opportunity
        won gewonnen
        stageRate {0} zu {1}
        stageRateMeaning Von den im Zeitraum angelegten Leads, die die Stufe {0} erreichten, der Anteil, der die Stufe {1} erreichte.
        stageRateSource Eine Stufe aus dem eigenen Trichter der Pipeline, nach Kohorte wie die üblichen.
        stageReached Erreichte {0}
        stageReachedMeaning Leads, die im Zeitraum die Stufe {0} erreichten, unabhängig vom Anlagedatum.
        stageCohort Kohorte bis {0}
        stageCohortMeaning Von den im Zeitraum angelegten Leads jene, die bisher die Stufe {0} oder eine spätere erreichten.

        [sources]
        actions Aufgaben
        control_totals Kontrollsummen
        customers Kunden
        fx_rates Wechselkurse
        figures Eigene Zahlen
        headcount Personalbestand
        initiatives Initiativen
        lead_events Lead-Ereignisse
        leads Leads
        notes Notizen
        one_off_revenue Einmaliger Umsatz
        opportunities Opportunities
        arr_snapshots ARR-Stände
        spend Ausgaben
        subscriptions Verträge
        nps NPS-Umfragen
        targets Ziele
        usage Produktnutzung
        value_map Wertekarte

        [measures]
        arr_opening.name ARR zu Beginn
        arr_opening.description ARR am Ende des Tages vor dem Zeitraum.
        arr_closing.name ARR am Ende
        arr_closing.description ARR am Ende des letzten Tages des Zeitraums.
        arr_new.name Neuer ARR
        arr_new.description ARR von Kunden, die zuvor nie ARR hatten.
        arr_expansion.name Erweiterter ARR
        arr_expansion.description Zunahmen des ARR von Kunden, die bereits ARR hatten.
        arr_contraction.name Reduzierter ARR
        arr_contraction.description Abnahmen des ARR von Kunden, die geblieben sind.
        arr_churn.name Abgewanderter ARR
        arr_churn.description ARR von Kunden, deren ARR auf null ging.
        arr_reactivation.name Reaktivierter ARR
        arr_reactivation.description ARR von Kunden, die abgewandert waren und zurückkamen.
        customers_opening.name Kunden zu Beginn
        customers_opening.description Kunden mit ARR am Ende des Tages vor dem Zeitraum.
        customers_closing.name Kunden am Ende
        customers_closing.description Kunden mit ARR am Ende des letzten Tages des Zeitraums.
        customers_new.name Neue Kunden
        customers_new.description Kunden, die erstmals ARR hatten.
        customers_reactivated.name Reaktivierte Kunden
        customers_reactivated.description Wie oft ein abgewanderter Kunde zurückkam.
        customers_churned.name Abgewanderte Kunden
        customers_churned.description Wie oft der ARR eines Kunden auf null ging.
        nrr_base.name ARR vor einem Jahr der Kunden von vor einem Jahr
        nrr_base.description ARR zwölf Monate vor dem Ende des Zeitraums, von den Kunden, die damals ARR hatten.
        nrr_retained.name Heutiger ARR der Kunden von vor einem Jahr
        nrr_retained.description ARR am Ende des Zeitraums von den Kunden, die zwölf Monate zuvor ARR hatten, einschließlich Erweiterung.
        grr_retained.name Heutiger ARR der Kunden von vor einem Jahr ohne Erweiterung
        grr_retained.description Wie der heutige ARR der Kunden von vor einem Jahr, jeder Kunde höchstens mit seinem damaligen ARR.
        customers_year_ago.name Kunden vor einem Jahr
        customers_year_ago.description Kunden mit ARR zwölf Monate vor dem Ende des Zeitraums.
        customers_kept.name Kunden von vor einem Jahr, die noch Kunden sind
        customers_kept.description Von den Kunden mit ARR zwölf Monate vor dem Ende des Zeitraums jene mit ARR an dessen Ende.
        renewals_due.name Fällige Verlängerungen
        renewals_due.description Kunden und Tage, an denen im Zeitraum Verträge endeten.
        renewals_won.name Gewonnene Verlängerungen
        renewals_won.description Von den fälligen Verlängerungen die zumindest teilweise verlängerten.
        arr_due.name Zur Verlängerung fälliger ARR
        arr_due.description ARR der Verträge, die im Zeitraum endeten.
        arr_renewed.name Verlängerter ARR
        arr_renewed.description Vom fälligen ARR der verlängerte.
        spend.name Ausgaben
        spend.description Alle Kosten der Kundengewinnung.
        spend_marketing.name Marketingausgaben
        spend_marketing.description Ausgaben der Kategorie Marketing.
        spend_sales.name Vertriebsausgaben
        spend_sales.description Ausgaben der Kategorie Vertrieb.
        nps_responses.name Umfrageantworten
        nps_responses.description Antworten mit einer Bewertung, die im Zeitraum eingingen.
        nps_promoters.name Promotoren
        nps_promoters.description Antworten mit 9 oder 10.
        nps_passives.name Passive
        nps_passives.description Antworten mit 7 oder 8.
        nps_detractors.name Detraktoren
        nps_detractors.description Antworten mit 0 bis 6.
        nps_invited.name Umfrageeinladungen
        nps_invited.description Im Zeitraum versandte Einladungen.
        nps_answered.name Beantwortete Einladungen
        nps_answered.description Von den im Zeitraum versandten Einladungen die bisher beantworteten.
        leads.name Leads
        leads.description Im Zeitraum angelegte Leads.
        mqls.name MQLs
        mqls.description Leads, die im Zeitraum vom Marketing qualifiziert wurden, unabhängig vom Anlagedatum.
        sqls.name SQLs
        sqls.description Leads, die im Zeitraum vom Vertrieb qualifiziert wurden, unabhängig vom Anlagedatum.
        opportunities.name Neue Opportunities
        opportunities.description Leads, die im Zeitraum zur Opportunity wurden, unabhängig vom Anlagedatum.
        won.name Gewonnene Leads
        won.description Im Zeitraum gewonnene Leads, unabhängig vom Anlagedatum.
        lost.name Verlorene Leads
        lost.description Im Zeitraum verlorene Leads, unabhängig vom Anlagedatum.
        cohort_leads.name Kohorte der Leads
        cohort_leads.description Im Zeitraum angelegte Leads.
        cohort_mqls.name Kohorte bis MQL
        cohort_mqls.description Von den im Zeitraum angelegten Leads jene, die bisher vom Marketing qualifiziert wurden oder weiter kamen.
        cohort_sqls.name Kohorte bis SQL
        cohort_sqls.description Von den im Zeitraum angelegten Leads jene, die bisher vom Vertrieb qualifiziert wurden oder weiter kamen.
        cohort_opportunities.name Kohorte bis Opportunity
        cohort_opportunities.description Von den im Zeitraum angelegten Leads jene, die bisher zur Opportunity wurden oder weiter kamen.
        cohort_won.name Gewonnene der Kohorte
        cohort_won.description Von den im Zeitraum angelegten Leads die bisher gewonnenen.
        open_opportunities.name Offene Opportunities
        open_opportunities.description Opportunities, die am Ende des Zeitraums weder gewonnen noch verloren waren.
        won_amount.name Gewonnener Betrag
        won_amount.description Beträge der im Zeitraum gewonnenen Leads.
        won_with_amount.name Gewonnene Leads mit Betrag
        won_with_amount.description Von den im Zeitraum gewonnenen Leads jene mit Betrag.
        cycle_days.name Mediane Tage vom Lead bis zum Abschluss
        cycle_days.description Median der ganzen Tage von der Anlage bis zum Abschluss, der im Zeitraum gewonnenen Leads.
        response_minutes.name Mediane Minuten bis zur ersten Antwort
        response_minutes.description Median der Minuten von der Anlage bis zur ersten Antwort, der im Zeitraum angelegten Leads.
        leads_answered.name Beantwortete Leads
        leads_answered.description Von den im Zeitraum angelegten Leads jene mit einer Antwort bisher.
        leads_answered_in_time.name Binnen der Zielzeit beantwortete Leads
        leads_answered_in_time.description Von den im Zeitraum angelegten Leads die binnen der Zielzeit beantworteten.
        customers_active.name Aktive Kunden
        customers_active.description Kunden mit ARR am Ende des Zeitraums und aktiven Nutzern in den 28 Tagen bis dahin.
        users_active.name Aktive Nutzer
        users_active.description Aktive Nutzer am letzten Tag jedes Kunden im Zeitraum, an dem Lizenzen stehen.
        seats.name Lizenzen
        seats.description Lizenzen am letzten Tag jedes Kunden im Zeitraum, an dem welche stehen.
        fte.name Vollzeitkräfte
        fte.description Der letzte Personalbestand jedes Teams bis zum Ende des Zeitraums, keiner älter als 92 Tage.
        health_points.name Gesundheitspunkte
        health_points.description Summe aus Wert × ARR über die bewerteten Kunden.
        arr_scored.name ARR bewerteter Kunden
        arr_scored.description ARR der Kunden, die einen Gesundheitswert haben.
        arr_at_risk.name Gefährdeter ARR
        arr_at_risk.description ARR der Kunden im Band gefährdet.
        arr_watch.name Zu beobachtender ARR
        arr_watch.description ARR der Kunden im Band beobachten.
        arr_healthy.name Gesunder ARR
        arr_healthy.description ARR der Kunden im Band gesund.

        [settings]
        gross_margin.name Bruttomarge
        churn_grace_days.name Karenztage vor Abwanderung
        renewal_grace_days.name Karenztage für Verlängerungen
        response_sla_minutes.name Zielminuten bis zur ersten Antwort
        """
}
