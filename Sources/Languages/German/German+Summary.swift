extension German {
    /// Titles, the summary and what several sections share.
    static let summary = """
        [Phrase]
        # Titel
        titleWeek Go-to-Market-Wochenbericht
        titleMonth Go-to-Market-Monatsbericht
        titleQuarter Go-to-Market-Quartalsbericht
        titleYear Go-to-Market-Jahresbericht
        summary Zusammenfassung
        revenue Wiederkehrender Umsatz
        acquisition Kundengewinnung
        conversion Konversion
        voice Stimme der Kunden
        activity Nutzung und Kundengesundheit
        plan Plan
        data Daten
        definitions Definitionen
        # Zeit
        inUnit in {0}
        asOf Stand {0}
        week {0}
        month {0}
        quarter {0}
        year {0}
        weekBefore Vorwoche
        monthBefore Vormonat
        quarterBefore Vorquartal
        yearBefore Vorjahr
        aYearAgo Vorjahr
        toDate {0} (lfd.)
        daysCovered Der Zeitraum läuft noch: {0} von {1} {1|Tag|Tagen} {0|ist|sind} vergangen.
        periodNotOver Der Zeitraum läuft noch: Alle Zahlen gelten bis heute, {0}.
        # Zeichen und kleine Fügungen
        colon :
        labelled {0}: {1}
        nameAndUnit {0}, {1}
        inBrackets " ({0})"
        namedPeriod {0}, {1}
        inPeriod {0} ({1})
        onRevenue {0} (auf Umsatz)
        both {0} und {1}
        andMore und {0} weitere
        largestListed Aufgeführt sind die {0} mit dem höchsten ARR von {1}; die übrigen {2} haben zusammen {3}.
        # Botschaft
        nothingYet Bis {0} liegen keine Daten vor: Alle Kennzahlen sind nicht bestimmbar.
        arrMessage Der ARR liegt Ende {1} bei {0}.
        arrMessageWithChanges Der ARR liegt Ende {1} bei {0}, {2}.
        arrUndefined ARR und seine Bewegungen lassen sich nicht angeben: {0}.
        netNew Der Netto-Neu-ARR betrug {0}.
        netNewAfter Der Netto-Neu-ARR betrug {0} ({1}: {2}).
        changeOn {0} gegenüber {1}
        up plus {0}
        down minus {0}
        littleChanged kaum verändert
        unjudgedTargets Ziele ohne Status: {0}.
        termsLateMessage Grundlage ist der Export vom {0} ({1}): Was seither unterzeichnet oder beendet wurde, ist nicht enthalten.
        targetsMessage Ziele: {0} im Plan, {1} zu beobachten, {2} zurück.
        newestEvents Neuestes Ereignis je Quelle: {0}
        absentSources Keine Daten zu: {0}
        # Kennzahlentafel
        scorecard Kennzahlen im Überblick, {0}
        metric Kennzahl
        now Aktuell
        before Zuvor
        change Veränderung
        yearAgo Vorjahr
        changeOnYear Zum Vorjahr
        target Ziel
        status Status
        trend Verlauf
        owner Verantwortlich
        goalPeriod Ziel für
        dueByNow Soll bis heute
        noDue der Wert zu Beginn des Zeitraums ist nicht bekannt
        atThisPace Hochgerechnet
        endOf Ende {0}
        usualOf Üblich (Median der {0} Perioden davor)
        noPace eine Quote oder ein Mittelwert hat kein Tempo
        noPaceOver der Zeitraum ist abgeschlossen
        standing {0}: {1} bei einem Ziel von {2}, {3}
        standingToDate {0}: {1} bei einem Soll von {2} bis heute und {3} bis zum Ende, {4}
        northStarTarget Gemessen am Ziel
        fewCases wenige Fälle
        lateStatus Daten verspätet
        notAboveZeroStatus nicht über 0
        onTrack im Plan
        watch beobachten
        offTrack zurück
        maturing noch nicht reif
        undefinedStatus nicht bestimmbar
        noStatus nicht bewertet
        noTarget kein Ziel
        # Warum etwas nicht bestimmbar ist
        withheldToDate der Zeitraum läuft noch und wird daher nicht mit abgeschlossenen verglichen
        withheldMaturing noch nicht reif: Der Wert wächst weiter, und ältere Zeiträume hatten mehr Zeit
        whyAbsent bis {1} gibt es keine Daten zu {0}
        whyLate keine Daten zu {0} seit {1}
        whyNotBegun die Daten zu {0} beginnen am {1}
        whyNoMembers {0} ist nicht nach {1} aufgeschlüsselt
        whyNoSuchMember keine Zeile hat „{0}“ als {1}
        whyNothingToMeasure kein Datensatz, aus dem sich {0} ergibt
        whyNotInData {0} ist nicht in den Daten
        whyZero kein Divisor: {0} ist 0
        whyNoValue die Formel hat hier keinen Wert
        whyNoMember keine Daten enthalten {0}
        absent Bis {1} gibt es keine Daten zu {0}.
        # Was sich am meisten verändert hat
        changedMost Größte Veränderungen
        changedMostOn Größte Veränderungen gegenüber {0}, gemessen am Üblichen
        timesUsual Vielfaches des Üblichen
        noUsualChange zu wenige frühere Veränderungen, oder zu viele gleiche, um das Übliche zu kennen
        noRankedChanges Größte Veränderungen: Keine lässt sich an früheren messen.
        unusual ungewöhnlich
        usualRange üblich sind {0} bis {1}, nach den {2} Perioden davor
        # Handlungsbedarf
        needsAttention Handlungsbedarf
        nothingNeedsAttention Kein Handlungsbedarf: Kein Ziel ist zurück, keine Aufgabe überfällig, kein ARR erkennbar gefährdet.
        what Was
        howMuch Wie viel
        detail Einzelheiten
        alsoOffTrack ebenfalls zurück: {0}
        overdue überfällig
        overdueActions Überfällige Aufgaben
        actionInWords {0} — {1}, fällig am {2}
        atRisk gefährdet
        dueSoon bald fällig
        customersCounted {0} {0|Kunde|Kunden}
        endsDetail noch nicht verlängert: {0}; davon bei gefährdeten Kunden: {1}
        lateSource Keine neuen Daten zu {0}: Tage bis zum Ende des Zeitraums
        lateSeries Keine neuen Daten zu {0} wie {1}: Tage bis zum Ende des Zeitraums
        lateDetail seit {0}; was sich daraus ergibt, ist nicht bekannt
        late verspätet: {0}
        noNewExport kein neuer Export: {0}
        since {0} seit {1}
        seriesOf {0} wie {1}
        allIn vollständig
        rejectedRowsInWords abgewiesene Zeilen: {0}
        moreWarnings Weitere Warnungen zu den Daten
        seeFindings siehe die Befunde im Abschnitt Daten
        rejectedRows Abgewiesene Zeilen
        unrecognisedFiles Nicht erkannte Dateien
        # Tabellen mehrerer Abschnitte
        metricsByPeriod Kennzahlen nach Zeitraum
        measuresByPeriod Woraus sie sich ergeben, nach Zeitraum
        measure Messgröße
        withoutNote Ohne {0} seit {1}; gezählt ist, was vorliegt, daher gilt keine Veränderung davon als besser oder schlechter: {2}
        maturingNote Noch nicht reif und daher nicht mit früheren Zeiträumen verglichen: {0}
        notBrokenDown Hier lässt sich nichts nach {0} aufschlüsseln.
        breakdown Nach
        byDimension {0} {1}, {2}
        total Gesamt
        noMember (ohne)
        otherMembers Übrige ({0})
        fromTo {0}, {1} bis {2}
        notOnPaper Im Druck ausgelassen: {0}
        whyNoRest der Median der übrigen folgt nicht aus den Medianen der einzelnen
        seriesInWords {0} geht von {1} in {3} auf {2} in {4}.
        """
}
