extension German {
    /// `gtm explain` and notices.
    static let program = """
        [ExplainWord]
        comma ", "
        colon ": "
        value Wert
        undefined nicht bestimmbar
        formula Formel
        numbers das ist
        file Datei
        line Zeile
        day Tag
        id ID
        customer Kunde
        amount gezählt
        written im Wortlaut
        how wie
        span " ({0} bis {1})"
        rowCount {0} {0|Zeile|Zeilen}
        middle der Wert ist die Mitte der Beträge
        addUp deren gezählte Beträge ihn ergeben
        few der Wert beruht auf wenigen Fällen
        onRevenue auf Umsatz: keine gross_margin ist eingestellt, daher gilt 1
        notOver der Zeitraum läuft noch und wird daher nicht verglichen
        maturing der Wert wächst nach dem Ende des Zeitraums weiter und wird daher nicht verglichen
        late Dateien zu {0} sind seit {1} verspätet
        whyMedian ein Median summiert sich nicht über Teile
        whyRoot eine Quadratwurzel summiert sich nicht über Teile
        whyFormula die Formel ist weder Summe noch Verhältnis von Summen noch Produkt
        whyUndivided {0} ist nicht danach aufgeschlüsselt
        whyUnknown {0} ist danach nicht bekannt
        whyIncomplete die Teile ergeben nicht {0}
        note Hinweis
        measure Messgröße
        plainValue Wert
        days Tage
        rows Zeilen
        sources Quellen
        source Quelle
        count gezählt
        replaced ersetzt
        rejected abgewiesen
        excluded ausgeschlossen
        byFactor nach Faktor
        here hier
        period Zeitraum
        low 80\u{A0}%: von
        high bis
        target Ziel
        projection nach {0}, wenn es so weitergeht wie bisher
        by nach {0}
        notSplit nicht aufgeteilt nach {0}
        fromTo {0} bis {1}
        against gegenüber {0}: {1}
        undefinedThere dort nicht bestimmbar
        change {0} auf {1}, {2}
        oneRow {0}: die eine Zeile
        allRows {0}: alle {1} Zeilen
        largestRows {0}: die größten {1} von {2} Zeilen
        firstRows {0}: die ersten {1} von {2} Zeilen
        spread {0}, davon {1} über mehr Tage verteilt als diese
        excludedMoney {0}: {1} in {2} {2|Zeile|Zeilen}, deren Status nicht zählt
        rejectedMoney {0}: {1} in {2} {2|abgewiesenen Zeile|abgewiesenen Zeilen}
        more {0} weitere Befunde zu diesen Dateien: `gtm check` zeigt alle

        [RowWord]
        together vom selben Lead
        belongs mit der Zeile darüber gezählt
        begins beginnt an diesem Tag
        ends endet an diesem Tag
        renews verlängert; ARR davon {0}
        retained ARR des Kunden: {0} vor zwölf Monaten, {1} heute
        days {0} von {1} Tagen von {2}
        deal ein Geschäft des Leads darüber
        lead seine Geschäfte nennen den Betrag
        evidence daraus ist der Gesundheitswert des Kunden bekannt
        scored Wert {0}: Nutzung {1}, Umfrage {2}, Trend {3}
        percent {0}\u{A0}%
        unknown nicht bekannt

        [NoticeWord]
        failed {0}, {1}: Der Bericht ist fehlgeschlagen (Status {2})
        undelivered {0}, {1}: Der Bericht ist veröffentlicht, hat aber nicht alle erreicht (Status {2})
        inOwnWords Im Wortlaut des Programms:
        nothingPublished Nichts wurde veröffentlicht oder an andere gesandt; {0}.
        stands es gilt weiter der Bericht zu {0} in {1}
        nothingStands bisher wurde noch nichts veröffentlicht
        runAgain Starten Sie den Lauf nach der Behebung erneut: gtm run. Der Status war {0}.
        toDo Was zu tun ist: {0}.
        isDataError Zu viele Fehler in den Daten für einen Bericht: Eine nötige Spalte fehlt, zu viele Zeilen wurden abgewiesen, oder eine Prüfung ist nicht bestanden. Bitte berichtigen Sie die Exporte, und legen Sie sie erneut im Eingang ab.
        isNoInput Eine nötige Datei fehlt oder ist zu alt. Bitte legen Sie den neuesten Export im Eingang ab.
        isUndelivered Der Bericht ist veröffentlicht, aber mindestens ein Ziel wurde nicht erreicht. Beheben Sie die Ursache, und senden Sie mit gtm deliver nach.
        isNoResources Arbeitsspeicher, Plattenplatz oder zulässige offene Dateien reichen nicht aus. Bitte schaffen Sie Platz, heben Sie die Grenze an (memory_limit), oder exportieren Sie weniger auf einmal.
        isCannotWrite Bericht oder Zustand lässt sich nicht schreiben: Die Platte ist voll, oder das Recht zum Schreiben fehlt. Bitte schaffen Sie Platz, oder erteilen Sie das Recht.
        isUnreadable Eine Datei lässt sich nicht vollständig lesen: Sie wird noch geschrieben, das Recht zum Lesen fehlt, oder sie ist beschädigt. Bitte warten Sie, oder exportieren Sie erneut.
        isConfiguration Die Konfiguration ist fehlerhaft. Bitte berichtigen Sie sie an der unten genannten Stelle.
        isDefect Das Programm hat einen Fehler. Bitte bewahren Sie Protokoll und run.json auf, und melden Sie sie mit dem Folgenden.
        gaps {0}, {1}: Die Daten zu {2} haben Lücken
        gapsPublished Der Bericht ist veröffentlicht: {0}. Abgewiesene Zeilen liegen in seinem Ordner rejected/: Berichtigen Sie sie, legen Sie sie im Eingang ab, und starten Sie erneut: gtm run.
        edition {0} (Ausgabe {1})

        [StartingWord]
        weekly Der Wochenbericht für das Team
        monthly Der Monatsbericht für die Leitung
        quarterly Der Quartalsbericht für den Entscheidungskreis
        """
}
