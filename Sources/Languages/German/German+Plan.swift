extension German {
    /// The plan, decisions, projections.
    static let plan = """
        [ActionPhrase]
        tasks Aufgaben
        done Erledigt
        doneLate davon verspätet
        inProgress In Arbeit
        notStarted Nicht begonnen
        blocked Blockiert
        overdue Überfällig
        dueSoon Fällig in 14 Tagen
        progress Fortschritt
        stateDone erledigt
        stateDoneLate verspätet erledigt
        stateInProgress in Arbeit
        stateNotStarted nicht begonnen
        stateBlocked blockiert
        stateDropped gestrichen
        stateOpen offen
        actionsTitle Aufgaben, die überfällig oder blockiert sind oder keinen Termin haben
        noneOverdue Keine Aufgabe ist überfällig oder blockiert, und jede hat einen Termin.
        dueSoonTitle Fällig in den nächsten zwei Wochen, bis {0}
        overdueTitle Bei wem am meisten überfällig ist
        longest Tage überfällig
        longestTask Am längsten überfällig
        timeline Aufgaben im Kalender, nach Abteilung
        timelineOfSome Aufgaben im Kalender, nach Abteilung: die {0} dem heutigen Tag nächsten
        timelineInWords Balken vom Beginn jeder Aufgabe bis zu ihrem Termin; die senkrechte Linie ist der {0}.
        groupInWords {0}: {1} Aufgaben, {2} überfällig, {3} erledigt.
        sheet Aufgaben
        sheetTitle Alle Aufgaben des Plans, Stand {0}
        doneOn Erledigt am
        written Status im Wortlaut
        id ID

        [GoalPhrase]
        gap Abweichung vom Ziel
        weeksLeft Verbleibende Wochen
        perWeek Abweichung je verbleibende Woche
        over der Zeitraum des Ziels ist abgeschlossen
        reached das Ziel ist erreicht
        limitPassed die Grenze ist überschritten
        atMost höchstens so viel je Woche hält die Grenze ein
        noWeekly eine Quote oder ein Mittelwert hat keine Menge je Woche
        title Ziele vom Jahr zu Quartalen und Monaten
        until Bis
        parts Summe der Teile
        difference Teile abzüglich Ziel
        addsUp geht auf
        apart geht nicht auf
        someKnown {0} von {1} {2}
        soFar Bisher
        apartMessage Ziele, die nicht aufgehen: {0}.
        quarters Quartalen
        months Monaten
        lastOf {0} {1}: Ziel {2}, das letzte von {3} {4}
        sumOf {0} {1}: Ziel {2}, die Summe von {3} {4}

        [InitiativePhrase]
        overview Initiativen: was sie brauchen, was bereit ist, wann sie sich rechnen
        needs Braucht
        stage Phase
        materials Unterlagen fertig
        breakEven Break-even
        valueMap Wertekarte
        stands Stand
        of {0} von {1}
        strategy volle Strategie
        adjustment Anpassung
        tactical taktisch
        unknown nicht beantwortet
        strategyAsksMore volle Strategie, mehr als geplant
        atRisk Markteinführung gefährdet
        launchedUnready eingeführt, {0} von 5 fertig
        short zu kurz geplant
        open {0} unbeantwortet
        notInSight kein Break-even in Sicht
        noSpendYet noch keine Ausgaben
        calm keine Warnung
        reached erreicht am {0}
        projected erwartet am {0}
        never nicht in Sicht
        noSpend keine Ausgaben
        withheld nicht ausgewiesen
        needsTitle Was jede Initiative braucht, nach sechs Fragen
        yes ja
        no nein
        unsaid nicht beantwortet
        verdict Ergebnis
        newCustomers Neue Kundengruppe
        newValue Neues Nutzenversprechen
        newChannel Neuer Kanal oder neues Vertriebsmodell
        newPricing Neue Preise oder neues Geschäftsmodell
        competitiveShift Wesentliche Veränderung im Wettbewerb
        highCostOfFailure Hohe Kosten bei Misserfolg
        courseTitle Wie lange sie dauern, was ihre Phase beendet, woran sie gemessen werden
        planned Geplante Monate
        usual Üblich
        months {0} bis {1}
        remark Bemerkung
        shorter kürzer als üblich
        longer länger als üblich
        endsWith Die Phase endet mit
        judgedBy Gemessen an
        explore Belegen, dass Kunden es wollen
        validate Referenzkunden
        scale dem erreichten Wachstumsplan
        acquire neuem ARR, Leads, Lead zu gewonnen, CAC, Break-even
        retain Netto- und Bruttobindung, Abwanderung, Verlängerungsquote, NPS
        statementTitle Nutzenversprechen und die vier Fragen
        statement Nutzenversprechen
        whole Für {0} mit dem Bedarf {1}: {2} bietet {3}, damit {4}.
        missingParts Es fehlt: {0}.
        partWho wer
        partNeed der Bedarf
        partWhat was es ist
        partBenefit der Nutzen
        partHow wie
        partWhyNow warum jetzt
        mapTitle Wertekarten: was Kunden tun, worunter sie leiden, was sie erhoffen, und was darauf antwortet
        kind Art
        item Punkt
        answeredBy Beantwortet durch
        evidence Beleg
        job Aufgabe
        pain Problem
        gain Gewinn
        unansweredItem nicht beantwortet
        noEvidence kein Beleg
        moneyTitle Geld und Kunden der Initiativen, neben dem Unternehmen
        spend Ausgaben
        grossProfit Bruttogewinn
        customers Kunden
        leads Leads
        leadToWon Lead zu gewonnen
        nps NPS
        company Das Unternehmen
        moneyNote Ausgaben und Bruttogewinn sind ab dem ersten Tag mit Kosten aufsummiert. ARR und Kunden gelten für {0}; Leads und NPS für die 12 Monate bis dahin, Leads nur, soweit sie einen Kunden der Initiative nennen.
        chartTitle {0}: aufsummierte Ausgaben und Bruttogewinn
        spendSeries Ausgaben
        profitSeries Bruttogewinn
        spendAhead Ausgaben, bei diesem Tempo
        profitAhead Bruttogewinn, bei diesem Tempo
        curveInWords Bis {0} beliefen sich die Ausgaben auf {1} und der Bruttogewinn auf {2}, gezählt ab {3}.
        noARR kein ARR ist bekannt
        noCustomersOfLeads Leads nennen keine Kunden
        noLeads kein Lead nennt einen Kunden der Initiative
        onlyWon diese Leads nennen einen Kunden erst, wenn sie gewonnen sind
        noAnswers in den letzten 12 Monaten hat niemand geantwortet
        answers {0} Antworten
        reachedTitle {0}: Der Bruttogewinn hat die Ausgaben am {1} eingebracht
        projectedTitle {0}: Bei diesem Tempo bringt der Bruttogewinn die Ausgaben am {1} ein
        neverTitle {0}: Bei diesem Tempo bringt der Bruttogewinn die Ausgaben nicht ein
        moreCharts Nicht gezeichnet: {0} weitere.
        launches Markteinführungen binnen vier Wochen, die nicht bereit sind
        launchDetail {0} ({1}): {2}

        [DecisionPhrase]
        heading Zur Entscheidung
        nothingToDecide Die Daten werfen keine Frage auf: Keine Initiative läuft, nichts ist zurück oder auffällig.
        howToRead Nach Regeln aus den Daten zusammengestellt. Zuerst steht, was für ein Ja spricht, dann, was dagegen spricht; die Antwort liegt bei Ihnen.
        speaksFor ▲ Dafür: {0}
        speaksAgainst ▼ Dagegen: {0}
        goOnWith {0} unverändert fortführen, ändern oder beenden?
        brokeEven Break-even am {0} erreicht; bisher {1} Ausgaben, {2} Bruttogewinn
        willBreakEven Break-even am {0} beim Tempo der letzten 91 Tage; bisher {1} Ausgaben, {2} Bruttogewinn
        breaksEvenInTime Break-even am {0}, vor dem Ende am {3}; bisher {1} Ausgaben, {2} Bruttogewinn
        breaksEvenTooLate Break-even erst am {0}, nach dem Ende am {3}; bisher {1} Ausgaben, {2} Bruttogewinn
        noBreakEven beim Tempo der letzten 91 Tage kein Break-even in Sicht; bisher {0} Ausgaben, {1} Bruttogewinn
        allAnswered alle {1} Aufgaben, Probleme und Gewinne ihrer Kunden sind beantwortet
        someAnswered {0} von {1} Aufgaben, Problemen und Gewinnen ihrer Kunden sind beantwortet
        openQuestions {0} der vier Fragen {0|hat|haben} keine Antwort
        tooShort für {0} Monate geplant, üblich sind {1} bis {2}
        launchNotReady Markteinführung am {0}, {1} von {2} Unterlagen sind fertig
        launchedUnready eingeführt am {0}, {1} von {2} Unterlagen sind fertig
        tasksOverdue {0} von {1} Aufgaben {0|ist|sind} überfällig
        tasksInTime {0} von {1} Aufgaben {0|ist|sind} erledigt, keine ist überfällig
        keepGoal Das Ziel für {0} in {1} beibehalten?
        behindDue bisher {0}, Soll bis heute {1}, bis zum Ende {2}
        atPace beim bisherigen Tempo werden es {0} von {1}
        raisePrices Können die Preise steigen?
        nowAndThen {0} {1}, vor einem Jahr {2}
        goOnSelling {0} {1}: weiter wie bisher?
        thereAndOverall {0} {1}, insgesamt {2}

        [WhatIfPhrase]
        title Was wäre wenn
        use Blaue Zahlen auf Gelb sind Eingaben: Schreiben Sie dort eine andere Zahl, und alle Zeilen, die daraus gebildet sind, folgen. Sie enthalten, was die {0} Monate bis {1} ergaben.
        rates Die Stufen gelten für den Zeitraum: was in diesen Monaten eine Stufe erreichte, geteilt durch das, was die Stufe davor erreichte, unabhängig vom Anlagedatum, sodass ihr Produkt das Gewonnene ist. Quoten des ARR beziehen sich auf den ARR zu Beginn dieser Monate und werden auf den heutigen ARR angewandt.
        leadsOnly Die Stufen vor {0} sind für diese Monate nicht bekannt, daher beginnt der Baum dort.
        name Treiber
        now Letzte {0} Monate
        whatIf Was wäre wenn
        difference Unterschied
        how Wie
        arrAhead ARR in {0} Monaten
        arrNow ARR heute
        netNew Netto-Neu-ARR
        arrNew Neuer ARR
        customersNew Neue Kunden
        perCustomer ARR je neuem Kunden
        perWin Neue Kunden je gewonnenem Abschluss
        stepsTo {0} → {1}
        reactivation Reaktivierter ARR
        expansion Erweiterung
        contraction Reduzierung
        churn Abwanderung
        rateOfARR {0}, Anteil am ARR
        product das Produkt der Zeilen darunter
        sum die Summe der Zeilen darunter
        timesARR der Anteil × ARR heute

        [OutlookPhrase]
        title Wohin das führt
        period Zeitraum
        projected Projektion
        low 80\u{A0}%: von
        high bis
        target Ziel
        stockSentence Nach dem bisherigen Trend endet {1} für {0} bei {2} (80\u{A0}%: {3} bis {4})
        flowSentence Nach dem bisherigen Trend kommt {0} in {1} auf {2} (80\u{A0}%: {3} bis {4})
        withTarget {0}; das Ziel ist {1}.
        method Ein gedämpfter Trend über die eigene Vergangenheit jeder Kennzahl (mit Saison, wo es mindestens drei gibt und sie hilft), gezeigt nur, wo er diese Vergangenheit besser vorhersagte als die Annahme, dass sich nichts ändert. Vier von fünf gleichartigen Projektionen aus dieser Vergangenheit lagen im Intervall.
        short Nicht projiziert, bei weniger als {0} vollständigen Perioden: {1}.
        shortAlone Bei weniger als {0} vollständigen Perioden wird nichts projiziert.
        naive Nicht projiziert, da die Annahme, dass sich nichts ändert, ebenso gut vorhersagte: {0}.
        overtaken Am {0} lag {1} bei {2}; der Trend bis {3} ließ für Ende {4} {5} bis {6} erwarten (80\u{A0}%).
        contracted Vertraglich gesicherter ARR Ende {0}: {1}. Nur bisher unterzeichnete Verträge, auch später beginnende, mit den bekannten Enden; nichts Neues, nichts Verlängertes.
        rests Grundlage sind {0} vollständige Perioden, {1} bis {2}: ein gedämpfter Trend darüber.
        seasonal Die Saison umfasst {0} Perioden.
        plain Ohne Saison: Es gibt weniger als drei, oder sie halfen nicht.
        nearer In dieser Vergangenheit betrug der Fehler {0}\u{A0}% dessen, was die Annahme ohne Veränderung ergab.
        nearerThanSeason Der Fehler betrug {0}\u{A0}% dessen, was der Wert eine Saison zuvor ergab.
        noNearer Nicht ausgewiesen: In der eigenen Vergangenheit, {0} bis {1}, war die Annahme ohne Veränderung (oder der Wert eine Saison zuvor, wo es drei gibt) ebenso nah.
        shortOwn Nicht ausgewiesen: Es braucht {0} vollständige Perioden, vorhanden sind {1}.
        noPace Nicht ausgewiesen: Eine Quote oder ein Mittelwert summiert sich nicht über Tage und steht nicht am Ende eines Tages, hat also kein Tempo.
        maturing Nicht ausgewiesen: Der Wert wächst nach dem Ende des Zeitraums weiter.
        undefined Nicht ausgewiesen: In {0} nicht bestimmbar.
        late Nicht ausgewiesen: Dateien zu {0} sind seit {1} verspätet.
        """
}
