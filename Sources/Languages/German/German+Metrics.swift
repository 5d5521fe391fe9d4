extension German {
    /// What the metrics of the catalogue are called and mean.
    static let metrics = """
        [metrics]
        arr.name ARR
        arr.description Jährlich wiederkehrender Umsatz unter Vertrag am Ende des Zeitraums.
        arr.source Üblich bei Abonnementunternehmen. Wahl: Ein Vertrag zählt vom Tag des Beginns bis zum Tag vor dem Ende, gleich was fakturiert wurde.
        net_new_arr.name Netto-Neu-ARR
        net_new_arr.description Um wie viel der ARR im Zeitraum wuchs: gewonnenes abzüglich verlorenes Geschäft.
        net_new_arr.source Üblich. Stets gleich dem ARR am Ende abzüglich des ARR zu Beginn.
        arr_growth_yoy.name ARR-Wachstum über ein Jahr
        arr_growth_yoy.description ARR am Ende des Zeitraums gegenüber dem ARR zwölf Monate zuvor.
        arr_growth_yoy.source Üblich. Strittig: Wachstum des ARR oder des erfassten Umsatzes, über ein Jahr oder aus einem Monat hochgerechnet. Wahl: ARR unter Vertrag, gegenüber dem Tag zwölf Monate zuvor.
        customers.name Kunden
        customers.description Kunden mit einem ARR über 0 am Ende des Zeitraums.
        customers.source Üblich. Strittig: was ein Kunde ist, ein Konto oder ein Konzern, und ob kostenlose Nutzung zählt. Wahl: eine customer_id mit einem ARR über 0.
        arpa.name ARR je Kunde
        arpa.description Durchschnittlicher ARR eines Kunden am Ende des Zeitraums.
        arpa.source Üblich (ARPA, durchschnittlicher Umsatz je Konto), auf das Jahr statt auf den Monat bezogen.
        nrr.name NRR
        nrr.description Net Revenue Retention: Was die Kunden von vor einem Jahr heute zahlen, einschließlich Erweiterung, als Anteil dessen, was sie damals zahlten.
        nrr.source Üblich, je Kunde über zwölf Monate. Strittig: Reaktivierung. Wahl: Ein Kunde von vor einem Jahr, der ging und zurückkam, zählt mit dem, was er heute zahlt; einer, der vor einem Jahr nichts zahlte, zählt nicht. Einstellung: config churn_grace_days schließt kurze Lücken.
        grr.name GRR
        grr.description Gross Revenue Retention: Was die Kunden von vor einem Jahr heute zahlen, ohne Erweiterung, als Anteil dessen, was sie damals zahlten.
        grr.source Üblich, je Kunde über zwölf Monate. Wahl: Jeder Kunde zählt höchstens mit dem, was er vor einem Jahr zahlte.
        logo_retention.name Kundenbindung
        logo_retention.description Der Anteil der Kunden von vor einem Jahr, die heute Kunden sind.
        logo_retention.source Üblich (Logo Retention). Strittig: über ein Jahr oder aus monatlicher Abwanderung hochgerechnet; Kunden, die gingen und zurückkamen. Wahl: über zwölf Monate, und wer wieder da ist, gilt als gehalten. Einstellung: config churn_grace_days schließt kurze Lücken.
        logo_churn_rate.name Kundenabwanderung
        logo_churn_rate.description Im Zeitraum verlorene Kunden als Anteil derer zu Beginn.
        logo_churn_rate.source Üblich. Wahl: für den Zeitraum selbst, nicht auf das Jahr hochgerechnet.
        revenue_churn_rate.name Umsatzabwanderung
        revenue_churn_rate.description Im Zeitraum verlorener ARR durch Kunden, die gingen oder reduzierten, als Anteil des ARR zu Beginn.
        revenue_churn_rate.source Üblich (Brutto-Umsatzabwanderung). Wahl: Reduzierung zählt; Erweiterung wird nicht gegengerechnet.
        quick_ratio.name Quick Ratio
        quick_ratio.description Im Zeitraum gewonnener ARR je Einheit verlorenem ARR.
        quick_ratio.source SaaS Quick Ratio nach Mamoon Hamid, der 4 verlangt. Wahl: Reaktivierung zählt als gewonnen.
        renewal_rate.name Verlängerungsquote
        renewal_rate.description Vom ARR, dessen Vertrag im Zeitraum endete, der verlängerte Anteil.
        renewal_rate.source Üblich. Wahl: Höchstens das Fällige zählt als verlängert; eine Verlängerung darf bis zu 30 Tage vor dem Ende oder in der Karenz beginnen. Einstellung: config renewal_grace_days.
        renewal_rate_logos.name Verlängerungsquote nach Anzahl
        renewal_rate_logos.description Von den im Zeitraum fälligen Verlängerungen der Anteil, der zumindest teilweise gewonnen wurde.
        renewal_rate_logos.source Üblich. Wahl: Alle Verträge eines Kunden, die am selben Tag enden, sind eine Verlängerung. Einstellung: config renewal_grace_days.
        cac.name CAC
        cac.description Kosten der Kundengewinnung: Ausgaben des Zeitraums je darin gewonnenem Kunden.
        cac.source David Skok, SaaS Metrics 2.0. Strittig: der Abstand zwischen Ausgabe und Kunde, und welche Kosten zählen. Wahl: kein Abstand, alle Ausgaben, nur neue Kunden. Einstellung: die Formel prior(spend) / customers_new oder (spend_marketing + spend_sales) / customers_new.
        cac_trailing.name CAC über 3 Monate
        cac_trailing.description Ausgaben der letzten drei Monate je darin gewonnenem Kunden, was einzelne Wochen ausgleicht.
        cac_trailing.source Wie CAC; das Fenster nimmt den größten Teil des Abstands zwischen Ausgabe und Kunde in sich auf.
        cac_payback_months.name CAC-Amortisation
        cac_payback_months.description Monate, bis der Bruttogewinn aus dem neuen ARR des Zeitraums dessen Ausgaben eingebracht hat.
        cac_payback_months.source David Skok, SaaS Metrics 2.0. Strittig: auf Umsatz oder auf Bruttogewinn. Wahl: Bruttogewinn, nach config gross_margin; ohne diese auf Umsatz.
        ltv.name LTV
        ltv.description Kundenwert: von einem durchschnittlichen Kunden bis zu seinem Abgang zu erwartender Bruttogewinn, bei heutiger Bindung.
        ltv.source David Skok, SaaS Metrics 2.0. Strittig: Abwanderung von Kunden oder von Umsatz. Wahl: jährliche Kundenabwanderung, nach config gross_margin; ohne diese auf Umsatz. Einstellung: die Formel arpa * config.gross_margin / (1 - grr).
        ltv_cac.name LTV : CAC
        ltv_cac.description Wert eines Kunden je Einheit, die in den letzten zwölf Monaten für seine Gewinnung ausgegeben wurde.
        ltv_cac.source David Skok, SaaS Metrics 2.0, der 3 verlangt. Wahl: Gewinnungskosten über zwölf Monate, wie die Bindung.
        magic_number.name Magic Number
        magic_number.description Netto-Neu-ARR der letzten drei Monate je Einheit, die in den drei Monaten davor ausgegeben wurde.
        magic_number.source Scale Venture Partners (Lars Leckie, 2008). Wahl: Netto-Neu-ARR anstelle des vierfachen Wachstums des Quartalsumsatzes; Ausgaben ein Quartal früher, wie im Original.
        sales_efficiency.name Vertriebseffizienz
        sales_efficiency.description Neuer ARR des Zeitraums je darin ausgegebener Einheit.
        sales_efficiency.source Üblich. Wahl: nur ARR neuer Kunden, im Zeitraum der Ausgaben.
        nps.name NPS
        nps.description Net Promoter Score: Promotoren (9 und 10) abzüglich Detraktoren (0 bis 6) je hundert Antworten des Zeitraums.
        nps.source Fred Reichheld, The One Number You Need to Grow, Harvard Business Review, Dezember 2003. Wahl: Eine Antwort zählt, wann sie gegeben wurde.
        nps_margin.name Fehlerspanne des NPS
        nps_margin.description Die halbe Breite des 95-%-Intervalls des Net Promoter Score. Eine kleinere Veränderung kann Zufall sein.
        nps_margin.source Brendan Rocks, Interval Estimation for the Net Promoter Score, The American Statistician 70 (2016). Wahl: korrigiertes Wald-Intervall, drei Antworten hinzugefügt, bei 95\u{A0}%.
        nps_trailing.name NPS über 3 Monate
        nps_trailing.description Promotoren abzüglich Detraktoren je hundert Antworten der letzten drei Monate, was kleine Stichproben ausgleicht.
        nps_trailing.source Wie der Net Promoter Score. Wahl: aus allen Antworten des Fensters, nicht der Mittelwert seiner Perioden.
        nps_response_rate.name Rücklaufquote der Umfrage
        nps_response_rate.description Von den im Zeitraum versandten Einladungen der bisher beantwortete Anteil.
        nps_response_rate.source Üblich. Wahl: nach dem Tag der Einladung.
        lead_to_mql.name Lead zu MQL
        lead_to_mql.description Von den im Zeitraum angelegten Leads der Anteil, der bisher vom Marketing qualifiziert wurde.
        lead_to_mql.source Üblich. Wahl: nach Kohorte, sodass Zähler und Nenner dieselben Leads sind; eine spätere Stufe schließt die früheren ein.
        mql_to_sql.name MQL zu SQL
        mql_to_sql.description Von den im Zeitraum angelegten Leads, die vom Marketing qualifiziert wurden, der Anteil, den bisher der Vertrieb qualifizierte.
        mql_to_sql.source Üblich. Wahl: nach Kohorte, sodass Zähler und Nenner dieselben Leads sind; eine spätere Stufe schließt die früheren ein.
        sql_to_opportunity.name SQL zu Opportunity
        sql_to_opportunity.description Von den im Zeitraum angelegten Leads, die der Vertrieb qualifizierte, der Anteil, der bisher zur Opportunity wurde.
        sql_to_opportunity.source Üblich. Wahl: nach Kohorte, sodass Zähler und Nenner dieselben Leads sind; eine spätere Stufe schließt die früheren ein.
        opportunity_to_won.name Opportunity zu gewonnen
        opportunity_to_won.description Von den im Zeitraum angelegten Leads, die zur Opportunity wurden, der bisher gewonnene Anteil.
        opportunity_to_won.source Üblich. Wahl: nach Kohorte, sodass Zähler und Nenner dieselben Leads sind; eine spätere Stufe schließt die früheren ein.
        lead_to_won.name Lead zu gewonnen
        lead_to_won.description Von den im Zeitraum angelegten Leads der bisher gewonnene Anteil.
        lead_to_won.source Üblich. Wahl: nach Kohorte, sodass Zähler und Nenner dieselben Leads sind; eine spätere Stufe schließt die früheren ein.
        win_rate.name Abschlussquote
        win_rate.description Von den im Zeitraum entschiedenen Leads der gewonnene Anteil.
        win_rate.source Üblich. Wahl: nach dem Tag der Entscheidung und nach Anzahl, nicht nach Betrag.
        average_deal.name Durchschnittlicher Abschluss
        average_deal.description Durchschnittlicher Betrag der im Zeitraum gewonnenen Leads, die einen haben.
        average_deal.source Üblich. Wahl: Gewonnene Leads ohne Betrag bleiben außen vor und zählen nicht als 0.
        sales_cycle_days.name Verkaufszyklus
        sales_cycle_days.description Median der Tage von der Anlage eines Leads bis zum Abschluss, der im Zeitraum gewonnenen Leads.
        sales_cycle_days.source Üblich. Wahl: der Median, den wenige lange Abschlüsse nicht bewegen; ab der Anlage, nicht ab der Opportunity.
        pipeline_velocity.name Pipeline-Geschwindigkeit
        pipeline_velocity.description Betrag je Tag, den die offenen Opportunities bei heutiger Abschlussquote, Abschlussgröße und Dauer bringen.
        pipeline_velocity.source Die übliche Gleichung der Vertriebsgeschwindigkeit. Strittig: mittlere oder mediane Dauer, und ab wann sie zählt. Wahl: am Ende des Zeitraums offene Opportunities, Abschlussquote und Abschlussgröße des Zeitraums und der Median ab Anlage des Leads.
        lead_response_minutes.name Zeit bis zur ersten Antwort
        lead_response_minutes.description Median der Minuten von der Anlage eines Leads bis zur ersten Antwort, der im Zeitraum angelegten Leads.
        lead_response_minutes.source Üblich. Wahl: der Median der Leads, die bisher eine Antwort haben, rund um die Uhr.
        lead_response_in_time.name Rechtzeitig beantwortete Leads
        lead_response_in_time.description Von den im Zeitraum angelegten Leads der binnen der Zielzeit beantwortete Anteil.
        lead_response_in_time.source Üblich. Wahl: Leads ohne Antwort zählen als nicht rechtzeitig. Einstellung: config response_sla_minutes.
        active_rate.name Anteil aktiver Kunden
        active_rate.description Der Anteil der Kunden, die das Produkt in den 28 Tagen bis zum Ende des Zeitraums genutzt haben.
        active_rate.source Üblich. Wahl: 28 Tage, die stets vier Wochenenden enthalten.
        seat_utilisation.name Lizenznutzung
        seat_utilisation.description Aktive Nutzer als Anteil der Lizenzen, die Kunden bezahlen.
        seat_utilisation.source Üblich. Wahl: der letzte Tag jedes Kunden im Zeitraum, an dem Lizenzen stehen.
        arr_per_fte.name ARR je Vollzeitkraft
        arr_per_fte.description ARR am Ende des Zeitraums je Vollzeitkraft.
        arr_per_fte.source Üblich. Strittig: Personalbestand am Ende oder Jahresmittel, mit freien Mitarbeitern oder ohne. Wahl: der letzte Personalbestand bis zum Ende des Zeitraums, wie ihn die Datei ausweist.
        health_score.name Kundengesundheit
        health_score.description Mittlerer Gesundheitswert der Kunden (0 bis 100, aus Produktnutzung, Umfragebewertungen und ARR-Trend), gewichtet nach ihrem ARR.
        health_score.source Eigene Kennzahl dieses Berichts. Gewichte und Bänder sind einstellbar; Kunden, über die nichts bekannt ist, bleiben außen vor.
        arr_at_risk_share.name Anteil des gefährdeten ARR
        arr_at_risk_share.description ARR der Kunden, deren Gesundheit unter der Grenze zu gefährdet liegt, als Anteil des ARR aller bewerteten Kunden.
        arr_at_risk_share.source Eigene Kennzahl dieses Berichts, nach der Kundengesundheit. Einstellung: die Grenzen der Bänder.
        """
}
