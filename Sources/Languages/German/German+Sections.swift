extension German {
    /// The sections of a report.
    static let sections = """
        [Phrase]
        # Wiederkehrender Umsatz
        bridgeMessage {0} brachte {1} ARR (neu {2}, reaktiviert {3}, Erweiterung {4}) und kostete {5} (Reduzierung {6}, Abwanderung {7}).
        bridgeTitle ARR vom Anfangs- zum Endbestand, {0}, {1}
        balance Anfang und Ende
        gained Gewonnen
        lost Verloren
        plus + {0}
        minus − {0}
        movement Bewegung
        arr ARR
        movementsTitle ARR-Bewegungen nach Zeitraum, {0}
        movementsTable ARR und Kunden nach Zeitraum
        arrTitle ARR am Ende jedes Zeitraums und ein Jahr davor, {0}
        retentionTitle Bindung über zwölf Monate
        stillOpen Von den im Zeitraum fälligen Verlängerungen sind {0} aus {1} {1|Verlängerung|Verlängerungen} noch offen.
        cohortTitle Gehaltener Anteil des ARR nach Quartalen, nach dem Quartal des ersten ARR der Kunden
        cohort Erster ARR in
        quartersLater +{0}
        cohortHint {0}: {1} von {2} {2|Kunde|Kunden} gehalten
        cohortEmpty am Ende des ersten Quartals war kein ARR mehr vorhanden
        noCohorts Noch ist kein Quartal mit neuen Kunden abgeschlossen.
        moreInCohorts {0} ältere {0|Kohorte steht|Kohorten stehen} in cohorts.csv.
        moreQuarters Die Tabelle zeigt je {0} Quartale; spätere stehen in cohorts.csv.
        moversTitle Kunden mit der größten Bewegung, {0}
        customer Kunde
        arrAtEnd ARR am Ende
        noMovements In {0} hat sich der ARR keines Kunden bewegt.
        moreInMovements {0} {0|weiterer Kunde|weitere Kunden} mit Bewegung {0|steht|stehen} in movements.csv.
        movementNew neu
        movementExpansion Erweiterung
        movementContraction Reduzierung
        movementChurn Abwanderung
        movementReactivation Reaktivierung
        startsTitle Unterzeichnet und noch nicht begonnen
        noStartsAhead Nach dem {0} beginnt kein unterzeichneter Vertrag.
        endsTitle Endet in den nächsten 90 Tagen
        noEndsAhead In den 90 Tagen nach dem {0} endet kein laufender Vertrag.
        starts Beginn
        ends Ende
        termARR ARR der Verträge
        arrToday ARR heute
        signedNext Ab dann unterzeichnet
        health Gesundheit
        healthUnknown nicht bekannt
        bandScore {0} ({1})
        bandAtRisk gefährdet
        bandWatch beobachten
        bandHealthy gesund
        healthUsage Lizenznutzung
        healthVoice Mittlere Bewertung
        healthTrend Verbliebener ARR
        noUse in den letzten {0} {0|Tag|Tagen} ist keine Lizenznutzung bekannt
        noVoice in den letzten {0} {0|Tag|Tagen} wurde keine Umfrage beantwortet
        noTrend {0} {0|Tag|Tage} zuvor gab es keinen ARR
        healthWeight Kundengesundheit: Gewicht von {0}
        healthBelow Kundengesundheit: {0} unter einem Wert von
        usageWindow Kundengesundheit: berücksichtigte Tage der Nutzung
        voiceWindow Kundengesundheit: berücksichtigte Tage der Umfrageantworten
        trendWindow Kundengesundheit: Tage zuvor, mit denen der ARR verglichen wird
        # Kundengewinnung
        spendUndefined Die Ausgaben lassen sich nicht angeben: {0}.
        spendMessage {0}: {1} Ausgaben für die Kundengewinnung; was ein Kunde kostete, lässt sich nicht angeben: {2}.
        cacMessage {0}: {1} Ausgaben und {2} {2|neuer Kunde|neue Kunden}, {3} je Kunde.
        cacChanges Das ist {0}.
        cacTitle Kosten je gewonnenem Kunden, {0}
        spendTitle Ausgaben nach Kategorie, {0}
        otherSpend Übrige Ausgaben
        newCustomersTitle Neue Kunden
        paybackTitle Monate, bis ein Kunde seine Kosten eingebracht hat
        efficiencyTitle LTV : CAC und Magic Number
        # Konversion
        leadsUndefined Leads lassen sich nicht angeben: {0}.
        leadsMessage {0} brachte {1} {1|Lead|Leads}.
        winMessage Gewonnen: {0}; verloren: {1}; Abschlussquote {2}.
        wonMessage Gewonnen: {0}.
        openMessage Offene Opportunities am Ende: {0}.
        funnelCohort Wie weit die in {0} angelegten Leads gekommen sind
        funnelInPeriod Was in {0} geschah, unabhängig vom Anlagedatum der Leads
        funnelTable Der Trichter, {0}: Kohorte und Zeitraum
        stage Stufe
        cohortShort Bisher erreicht
        inPeriodShort Im Zeitraum
        cohortCount Von den im Zeitraum angelegten Leads bisher erreicht
        stageRate Anteil der Stufe davor
        inPeriodCount Im Zeitraum erreicht, unabhängig vom Anlagedatum
        funnelNote Die Kohorte zählt Stufen, die bis {0} erreicht wurden, und wächst weiter; die Zahlen des Zeitraums sind endgültig.
        funnelNoteToDate Beide zählen bis {0}, da der Zeitraum noch läuft; die Kohorte wächst auch danach weiter.
        winRateTitle Abschlussquote und Lead zu gewonnen
        cycleTitle Tage vom Lead bis zum Abschluss, Median
        # Stimme der Kunden
        intervalMessage 95-%-Intervall {0} bis {1}, aus {2} {2|Antwort|Antworten}
        noResponses keine Antworten in {0}
        npsTitle NPS mit 95-%-Intervall
        intervalLow Untergrenze
        intervalHigh Obergrenze
        answersTitle Promotoren, Passive und Detraktoren
        noComments Kein Detraktor hat einen Kommentar hinterlassen.
        detractorsTitle Neueste Worte der Detraktoren
        day Tag
        score Bewertung
        comment Kommentar
        # Nutzung
        activeMessage In den letzten 28 Tagen des Zeitraums waren {0} der Kunden aktiv.
        riskMessage Gefährdet sind {0} ARR, {1} des bewerteten.
        activityUndefined Die Nutzung lässt sich nicht angeben: {0}.
        activityTitle Aktive Kunden und Lizenznutzung
        healthTitle ARR nach Kundengesundheit, {0}
        nobodyAtRisk Kein Kunde mit bekannter Gesundheit ist gefährdet.
        atRiskTitle Gefährdete Kunden am Ende von {0}
        endsSoon Endet binnen 90 Tagen
        # Plan
        targetsTitle Ziele, jedes über seinen eigenen Zeitraum bis heute
        noTargetsNow Der Zeitraum keines Ziels enthält {0}.
        unknownTargets Ziele, deren Kennzahl oder Zeitraum nicht bekannt ist: {0}
        whose Für
        period Zeitraum
        actualColumn Ist
        attainment Erreicht
        dueNote Soll bis heute, solange der Zeitraum läuft: bei Summen der Anteil des Ziels nach vergangenen Tagen; bei Beständen der Weg vom Stand zu Beginn; bei Quoten und Mittelwerten das Ziel selbst.
        noRatio ein Verhältnis zu einem solchen Ziel sagt nichts aus; es zählt das Vorzeichen der Abweichung
        departmentsTitle Aufgaben nach Abteilung
        department Abteilung
        noOpenActions Keine Aufgabe ist offen.
        task Aufgabe
        due Fällig
        progress Fortschritt
        initiative Initiative
        scenario Szenario
        goal Zweck
        launch Markteinführung
        readinessTitle Fertige Unterlagen
        messagingDocument Botschaftsdokument
        marketingPack Marketingpaket
        salesPack Vertriebspaket
        customerMaterials Kundenunterlagen
        advocateMaterials Unterlagen für Fürsprecher
        readyCount Fertig von 5
        ready fertig
        draft Entwurf
        missing fehlt
        termNewProduct neues Produkt
        termNewMarket neuer Markt
        termRepositioning Neupositionierung
        termBusinessModel Geschäftsmodell
        termCompetition Wettbewerb
        termExplore erkunden
        termValidate bestätigen
        termScale skalieren
        termAcquire gewinnen
        termRetain halten
        # Daten
        moneyNote Alle Beträge sind in {0}, beim Lesen jeder Zeile einmal umgerechnet und gerundet; die Kurse und die Summe der Rundungen stehen unter den Anmerkungen.
        sourcesTitle Quellen
        source Quelle
        files Dateien
        rowsRead Gelesene Zeilen
        factsCount Gezählt
        replaced Ersetzt
        rejected Abgewiesen
        excluded Ausgeschlossen
        newestEvent Neuestes Ereignis
        rejectedMoney Abgewiesene Beträge
        present vorhanden
        absentWord fehlt
        noFiles Es wurde keine Datei gelesen.
        filesTitle Dateien
        file Datei
        fingerprint SHA-256 beginnt mit
        unrecognised nicht erkannt
        restatedNote Seit dem Bericht mit Stand {0} berichtigt: {1} von {2} von {3} auf {4} ({5}).
        restatedMore {0} weitere Werte früherer Zeiträume sind berichtigt; der Abschnitt Daten führt alle auf.
        redefinedNote Seit dem Bericht mit Stand {0} anders definiert, was keine Veränderung des Geschäfts ist: {1}. Siehe Abschnitt Daten.
        asPublished Veröffentlicht
        withTodaysFiles Berichtigt
        because Wegen
        restatedTitle Berichtigt: Werte früherer Zeiträume, die sich seit dem Bericht mit Stand {0} geändert haben
        redefinedTitle Neu definiert: Kennzahlen, die seit dem Bericht mit Stand {0} anders definiert sind
        definedBefore Bisherige Definition
        definedNow Heutige Definition
        valueBefore {0} nach bisheriger Definition
        valueNow {0} heute
        newFile {0} ({1} Zeilen)
        retractedFile {0}, zurückgezogen ({1} Zeilen)
        goneFile {0} (nicht mehr im Eingang)
        sameContent gleicher Inhalt wie {0}, einmal gelesen
        noRemarks Es wurde nichts gefunden, angenommen oder umgerechnet.
        remarksTitle Befunde, Annahmen, Kurse und Rundung
        warning Warnung
        remark Hinweis
        place Wo
        howOften Wie oft
        toDo Was zu tun ist
        code Code
        # Dimensionen
        dimensionSegment Segment
        dimensionRegion Region
        dimensionChannel Kanal
        dimensionPlan Tarif
        dimensionIndustry Branche
        dimensionOwner Verantwortlichen
        # Definitionen
        definitionsTitle Kennzahlen
        measuresTitle Messgrößen
        optionsTitle Geltende Einstellungen
        option Einstellung
        id Kürzel
        meaning Bedeutung
        inWords Formel in Worten
        formula Formel
        unit Einheit
        better Besser
        options Geltende Einstellungen
        definitionSource Herkunft
        value Wert
        statusRulesTitle Wie Ziele bewertet werden
        statusRule Status
        statusRulesNote Keinen Status hat, was nicht bestimmbar, verspätet oder noch nicht reif ist, auf weniger als {0} Fällen beruht oder nicht über 0 liegt, wo weniger besser ist; im Plan ist auch nicht, wem eine verspätete Dateireihe fehlt. Ein Soll von 0 oder darunter wird nach dem Vorzeichen der Abweichung bewertet.
        dueShare das Ziel × der Anteil der vergangenen Tage
        dueWay vom Wert zu Beginn des Zeitraums der Weg zum Ziel, nach dem Anteil der vergangenen Tage
        dueWhole das ganze Ziel, jederzeit
        ratioHigher Wert ÷ Soll
        ratioLower Soll ÷ Wert
        ruleByRatio {0}: im Plan ab {1}, beobachten ab {2}, sonst zurück
        ruleByPoints ab einem Soll von {0} nach der Abweichung: im Plan ab {1}, beobachten ab {2}, sonst zurück; darunter {3}
        leastAttainment Geringste Zielerreichung: {0}
        leastGap Geringste Abweichung von Prozentkennzahlen: {0}
        pointsFrom Prozentkennzahlen werden nach der Abweichung bewertet ab einem Soll von
        fewCasesBelow Wenige Fälle sind weniger als
        unitMoney Betrag
        unitCount Anzahl
        unitPercent Prozent
        unitPoints Punkte
        unitRatio Verhältnis
        unitMonths Monate
        unitDays Tage
        unitMinutes Minuten
        unitMoneyPerDay Betrag je Tag
        betterHigher höher
        betterLower niedriger
        betterNeither weder noch
        """
}
