extension German {
    /// What changed and why, the brief, lists of customers.
    static let changes = """
        [BriefPhrase]
        subject {0}, {1}: {2}
        headline {0} {1}, {2}
        noTargets kein bewertbares Ziel
        offTrackCount {1|das eine Ziel ist|{0} von {1} Zielen} zurück
        noneOffTrack kein Ziel ist zurück, {0} von {1} zu beobachten
        allOnTrack {0|das eine Ziel ist|alle {0} Ziele sind} im Plan
        onPlan Sind wir im Plan?
        onPlanNo Nein: {0} von {1} bewerteten Zielen {0|ist|sind} zurück
        onPlanNoneOfOne Nein: Das eine bewertete Ziel ist zurück
        onPlanNoAndWatch Nein: {0} von {1} bewerteten Zielen {0|ist|sind} zurück, {2} zu beobachten
        onPlanWatch Fast: Kein Ziel ist zurück, {0} von {1} zu beobachten
        onPlanYes Ja: {0|das eine bewertete Ziel ist|alle {0} bewerteten Ziele sind} im Plan
        onPlanUnknown Kein Ziel lässt sich bewerten
        metricAndOwner Kennzahl, Ziel für, verantwortlich
        soFarAndDue Bisher, Soll heute
        moreTargets Alle Ziele: {0} im Plan, {1} zu beobachten, {2} zurück, {3} ohne Status.
        changed Was hat sich am meisten verändert, und warum?
        changedAnswer {0}, von {1} auf {2}
        changedNothing Nichts, was sich an früheren Veränderungen messen lässt
        nowAndBefore Aktuell, zuvor
        act Wer muss handeln?
        actAnswer {0} {0|Person|Personen}, bei {1} {1|Ziel|Zielen} zurück und {2} {2|überfälligen Aufgabe|überfälligen Aufgaben}
        actTargets {0} {0|Person|Personen}, bei {1} {1|Ziel|Zielen} zurück
        actTasks {0} {0|Person|Personen}, bei {1} {1|überfälligen Aufgabe|überfälligen Aufgaben}
        actNobody Niemand: Kein Ziel ist zurück und keine Aufgabe überfällig
        ofDue {0}: {1} des Solls
        underDue {0}: {1} bei einem Soll von {2} bis heute
        overLimit {0}: {1} bei einer Grenze von {2} bis heute
        moreOffTrack {0} weitere zurück
        overdueTasks {0} überfällig: {1}
        morePeople Und {0} weitere; der Bericht nennt sie.
        dataIn Sind alle Daten da?
        dataYes Ja, vollständig
        dataYesOfThese Ja, aus allen vorhandenen Quellen
        peopleMore Und {0} weitere
        dataGaps Ja, mit Lücken: {0}
        upTo bis {0}
        rejectedMoneyNote Abgewiesen: {0}
        grewBut {0} stieg um {1}, aber {2}
        grewAnd {0} stieg um {1}; {2}
        fellBut {0} sank um {1}, aber {2}
        fellAnd {0} sank um {1}, und {2}
        fellBeside {0} sank um {1}; {2}
        flatAnd {0} blieb fast unverändert ({1}); {2}
        onPlanNamed {0} {1|liegt|liegen} im Plan
        onPlanBut {0} ist im Plan, aber {1} von {2} {2|Ziel|Zielen} {1|ist|sind} zurück
        behindPlan {0} {1|liegt|liegen} hinter Plan
        namesAnd {0} und {1}
        shareOfDue Nein: {0} liegt bei {1} des Solls bis heute
        sharesOfDue Nein: {0} liegt bei {1}, {2} bei {3} des Solls bis heute
        amountOfDue Nein: {0} liegt bei {1} (Soll bis heute: {2})
        amountsOfDue Nein: {0} liegt bei {1} (Soll bis heute: {2}), {3} bei {4} (Soll: {5})
        whole Der ganze Bericht steht in der angehängten Arbeitsmappe.

        [HeadlinePhrase]
        noneOff Keine Kennzahl ist zurück
        off Zurück: {0}
        offAndMore Zurück: {0} und {1} weitere
        moved {0} gewonnen und {1} verloren: Der ARR ging von {2} auf {3}
        movedAlike {0} gewonnen und {1} verloren: Der ARR bleibt bei {2}
        acquired {0} {0|neuer Kunde|neue Kunden} zu je {1}
        spent {0} für die Kundengewinnung ausgegeben
        converted {0} {0|Lead|Leads} eingegangen, {1} gewonnen
        scored Der NPS beträgt {0}; sein 95-%-Intervall reicht von {1} bis {2}
        active {0} der Kunden sind aktiv; {1} des ARR sind gefährdet
        targetsOff {0} von {1} {1|Ziel|Zielen} zurück
        targetsAndActions {0}, {1} {1|Aufgabe|Aufgaben} überfällig
        actionsOverdue {0} {0|Aufgabe|Aufgaben} überfällig
        allDataIn Alle Daten sind da

        [ExplanationPhrase]
        title Was sich gegenüber {0} verändert hat, und warum
        titleAlone Was sich verändert hat, und warum
        sectionTitle Warum es sich gegenüber {0} verändert hat
        none Was sich verändert hat, und warum: nichts, was sich an genug Fällen zeigt oder an früheren Veränderungen messen lässt.
        rose {0} um {1} auf {2} gestiegen
        fell {0} um {1} auf {2} gesunken
        roseFrom {0} von {1} auf {2} gestiegen
        fellFrom {0} von {1} auf {2} gesunken
        roseOnYear Gegenüber Vorjahr: {0} um {1} auf {2} gestiegen
        fellOnYear Gegenüber Vorjahr: {0} um {1} auf {2} gesunken
        roseFromOnYear Gegenüber Vorjahr: {0} von {1} auf {2} gestiegen
        fellFromOnYear Gegenüber Vorjahr: {0} von {1} auf {2} gesunken
        times {0}, das {1}-Fache der üblichen Veränderung
        manyTimes {0}, mehr als das 100-Fache der üblichen Veränderung
        parts {0}: {1}.
        alone allein {0} {1}
        by nach {0}: {1}
        separator "; "
        effect {0} ({1})
        rate {0} von {1} auf {2}
        noDivisor {0}, {1} {2} ohne {3}
        noDivisorBefore {0}, zuvor {1} {2} ohne {3}
        share Anteil von {0} an {1} von {2} auf {3}
        moreOf {0} plus {1}
        lessOf {0} minus {1}
        mostly davon vor allem {0}
        member {0} {1}
        median ein Median wird nicht aufgeteilt
        root eine Quadratwurzel wird nicht aufgeteilt
        formula die Formel wird nicht aufgeteilt
        undivided nicht aufgeteilt, da {0} nach {1} fehlt
        spendAndCustomers {0} gab {1} aus und brachte {2}
        more {0} mehr
        less {0} weniger
        moreCustomers {0} {0|Kunden|Kunden} mehr
        fewerCustomers {0} {0|Kunden|Kunden} weniger
        sameCustomers gleich viele Kunden

        [MixPhrase]
        title Wiederkehrender (mittlerer ARR des Monats ÷ 12) neben einmaligem Umsatz, {0}
        month Monat
        recurring Wiederkehrend
        oneOff Einmalig
        total Zusammen
        share Wiederkehrend, Anteil
        crossing Der wiederkehrende Umsatz liegt seit {0} über dem einmaligen ({1} gegenüber {2}).
        alwaysMore In jedem gezeigten Monat ist mehr wiederkehrend als einmalig.
        notYet Noch in keinem vollen Monat ist mehr wiederkehrend als einmalig.
        dip Beide zusammen sanken von {0} in {1} auf {2} in {3}
        noDip Beide zusammen sind in keinem gezeigten vollen Monat gesunken.
        recovered und waren in {0} wieder auf diesem Stand.
        notRecovered und sind noch nicht wieder auf diesem Stand.
        headsTitle Umsatz je Vollzeitkraft zum Monatsende, nach Monat
        teamsTitle ARR je Kopf nach Monat und Team
        arr ARR
        heads Vollzeitkräfte
        arrPerHead ARR je Kopf
        newARR Neuer ARR
        newARRPerHead Neuer ARR je Kopf
        team Team
        noHeads keine Personalzahlen aus den 92 Tagen bis {0}

        [CustomerPhrase]
        detractorsTitle Detraktoren nach ARR, neueste Antwort in den {0} Tagen bis {1}
        detractorsNote Kunden, deren neueste Antwort 6 oder weniger ist: {0}, mit {1} ARR, {2} des gesamten.
        noDetractors In den {0} Tagen bis {1} ist die neueste Antwort keines Kunden 6 oder weniger.
        known Was die Daten sagen
        scored antwortete {0} am {1}
        fromTo {0} auf {1}
        coverageTitle Ist das Quartalsziel durch die Pipeline gedeckt?
        coverageNote Erwartet sind offene Opportunities × Abschlussquote (× durchschnittlicher Abschluss), beide aus den zwölf Monaten bis {0}. Jede offene Opportunity zählt, gleich wann sie entschieden wird; was Kunden kündigen oder kürzen, ist nicht enthalten.
        toGo Noch offen
        reached Bisher
        open Offene Opportunities
        winRate Abschlussquote, 12 Monate
        averageDeal Durchschnittlicher Abschluss, 12 Monate
        expected Erwartet
        coverage Deckung
        isReached das Ziel ist erreicht
        noRate zwölf Monate gewonnener und verlorener Leads sind nicht bekannt

        [HandOverPhrase]
        waitingTitle Was zwischen Abteilungen wartet, {0}: weder gewonnen noch verloren, seit die weiteste Stufe erreicht wurde
        between Wer übergibt
        waits Was wartet
        waiting Wartend
        upTo Bis {0} {0|Tag|Tage}
        fromTo {0} bis {1} Tage
        over Über {0} Tage
        recentMedian Median bis {0} Tage
        longest Längste, Tage
        notYet {0}, noch nicht {1}
        withoutARR Gewonnen, Kunde noch ohne ARR
        someWithoutCustomer {0} gewonnene nennen keinen Kunden, sodass nicht bekannt ist, ob sie warten.
        message {0}: {1} {1|wartet|warten} seit bis zu {2} Tagen ({3}), im Median {4} {4|Tag|Tage}.
        older {0} {0|älterer wurde|ältere wurden} nie abgeschlossen.
        nothingWaits Zwischen den Abteilungen wartet nichts.
        lead Lead
        mql MQL
        sql SQL
        opportunity Opportunity
        won gewonnen
        ofLeads Leads
        ofMQLs MQLs
        ofSQLs SQLs
        ofOpportunities Opportunities
        marketing Marketing
        sales Vertrieb
        marketingToSales Marketing → Vertrieb
        salesToSuccess Vertrieb → Kundenbetreuung
        answersTitle Wer binnen {2} Minuten antwortet: Leads der {0} Tage bis {1} und alle unbeantworteten, die weder gewonnen noch verloren sind
        recent Leads
        answered Beantwortet
        inTime Rechtzeitig
        inTimeShare Rechtzeitig, Anteil
        waitingForAnswer Unbeantwortet
        noOwners Keine Datei nennt, wer die Leads betreut, sodass Antworten nicht nach Verantwortlichen ausgewiesen werden.
        noAnswers Keine Datei nennt, wann Leads beantwortet wurden.
        noneNamed (ohne Verantwortliche)
        others Übrige ({0})
        qualityTitle Was aus Leads wird, nach Kanal, angelegt in den zwölf Monaten bis {0}
        leads Leads
        reached Erreicht: {0}
        toStage Lead → {0}
        """
}
