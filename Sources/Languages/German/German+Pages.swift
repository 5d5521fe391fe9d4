extension German {
    /// What page, workbook, mails and indexes add.
    static let pages = """
        [NewsletterPhrase]
        title Neues für unsere Kunden
        subject {0}: {1}
        newsOf Neues von {0}, {1}
        newNow Neu: {0}
        words In eigenen Worten
        new Was neu ist
        coming Was kommt
        answers Was Sie sich gewünscht haben und was darauf antwortet
        voice Was Sie uns gesagt haben
        nothing Aus {0} gibt es nichts Neues.
        from {0} – ab {1}
        about {0}: {1}
        dot ". "
        answered {0}: {1}
        recommend {0} von Ihnen haben unsere Umfrage beantwortet, und {1} würden uns weiterempfehlen (9 oder 10 von 10). Vielen Dank.

        [IndexWords]
        title Berichte
        counts {0} {0|Pipeline|Pipelines}, {1} {1|Ausgabe|Ausgaben}, die neueste zuerst
        none Hier ist noch nichts veröffentlicht.
        skip Zu den Berichten springen
        top Nach oben
        period Zeitraum
        star Leitkennzahl
        value Wert
        plan Im Plan?
        data Alle Daten da?
        asOf Stand
        open Öffnen
        page Seite
        workbook Arbeitsmappe
        edition {0}, Ausgabe {1}

        [InboxWords]
        title Was aus Ihren Dateien geworden ist
        published Der Bericht zu {0} ist veröffentlicht.
        notPublished Der Bericht zu {0} ist nicht veröffentlicht.
        notPublishedHint Berichtigen Sie, was hier steht, legen Sie die Dateien erneut ab, und lassen Sie den Lauf wiederholen.
        standing Den Lesern liegt weiterhin der Bericht zu {0} vor.
        nothingStands Bisher wurde noch nichts veröffentlicht.
        allWell Alle Dateien wurden gelesen; es ist nichts zu tun.
        pieces Bei {0} {0|Datei|Dateien} ist etwas zu tun.
        report Bericht öffnen
        missing Verspätet
        missingHint Legen Sie von jeder einen neueren Export ab. Wo nichts geschehen ist, legen Sie einen leeren mit dem Datum im Namen ab.
        since {0}: nichts Neues seit {1}
        sinceNamed {0}, Dateien wie {1}: nichts Neues seit {2}
        filesTitle Dateien im Eingang
        goneTitle Dateien, die nicht mehr im Eingang liegen und weiter zählen
        goneNote Jede verwendete Datei wird aufbewahrt. Eine, die nicht zählen soll, zieht zurück, wer das Programm betreibt: gtm inputs forget.
        noFiles Es wurde keine Datei gelesen.
        remarksTitle Was in den Dateien gefunden wurde
        generalTitle Was in allen zusammen gefunden wurde
        rejectsTitle Zeilen zum Berichtigen
        rejectsNote Diese Zeilen konnten nicht verwendet werden. Öffnen Sie die Datei, berichtigen Sie die Zellen (die letzten Spalten sagen welche und warum), und legen Sie die Datei unverändert benannt im Eingang ab: Jede Zeile tritt an die Stelle derer, die sie berichtigt.
        file Datei
        takenFor Erkannt als
        rows Zeilen
        used Verwendet
        replaced Ersetzt
        excluded Zählen nicht
        rejected Abgewiesen
        came Eingegangen
        toDo Was zu tun ist
        what Was gefunden wurde
        place Wo
        severity Gewicht
        warning Warnung
        note Hinweis
        unknown nicht erkannt
        refused nicht verwendbar
        left bleibt für den nächsten Lauf
        same gleicher Inhalt wie {0}
        retracted zurückgezogen
        unfinished gelesen, noch nicht verwendet
        nothingToDo Nichts
        doMend {0} {0|Zeile|Zeilen} in {1} berichtigen und diese Datei im Eingang ablegen
        doMendIncomplete {0} {0|Zeile|Zeilen} an der Quelle berichtigen und neu exportieren; {1} zeigt sie
        doName Die Datei nach ihrem Inhalt benennen, etwa leads oder spend; sonst fragen, wer das Programm betreibt
        doRefused Grund siehe unten; erneut als CSV exportieren
        doLeft Nichts; bleibt es so, entfernen oder umbenennen
        doSame Nichts: Der Inhalt wird einmal gelesen
        doRetracted Aus dem Eingang nehmen
        doUnfinished Nichts, sobald behoben ist, was den Lauf beendet hat
        doReplaced Nichts: Neuere Dateien sind an die Stelle aller ihrer Zeilen getreten
        doSee Siehe unten, was gefunden wurde
        inEnglish Die näheren Angaben hierunter sind auf Englisch.
        runAt Lauf um {0}
        top Nach oben
        rowsCount {0} {0|Zeile|Zeilen}
        skip Zu den Dateien springen
        state Zustand

        [WithheldPhrase]
        external Externe Ausgabe
        withheld In dieser Ausgabe nicht genannt: {0}.
        source {0}: in dieser Ausgabe nicht genannt.
        customer Kunde {0}
        person Person {0}
        member {0} {1}
        customerNames Kundennamen
        owners Verantwortliche
        comments Kommentare
        spend Ausgaben

        [PageWord]
        contents Inhalt
        skip Zum Bericht springen
        top Nach oben
        chartData Daten zum Diagramm
        category Gezeigt
        first zuerst
        low Tief
        high Hoch
        last zuletzt
        undefined nicht bestimmbar
        table Tabelle
        row Zeile
        rows Zeilen
        reasons Warum n/a
        wholeText ganzer Text
        asOf Stand
        who Wer
        needs Was ansteht
        metric Kennzahl
        period Zeitraum
        soFar Bisher
        due Soll heute
        against Gemessen am Ziel
        status Status
        owner Verantwortlich
        ahead Hochgerechnet
        target Ziel
        trend Verlauf, mit dem üblichen Bereich in Grau
        fromOpening Die Balken beginnen beim Anfangsbestand, damit die Bewegungen sichtbar sind.
        comma ", "
        colon ": "

        [SheetWord]
        measure Messgröße
        name Name
        dimension Dimension
        member Merkmal
        contents Gehe zu
        back Zurück zu
        page Seite &P von &N
        toDate (lfd.)
        rowsBehind Zeilen dahinter
        colon ": "
        scorecard Kennzahlen
        recent Über die gezeigten Zeiträume
        bars Ziele: Voll ist erreicht, farbig fehlt zum heutigen Soll (oder liegt über einer Grenze), umrandet ist der Rest
        barReached Erreicht
        barMissing Fehlt zum Soll
        barRest Rest des Ziels
        cut Der Text der Zelle {0} hat {1} Zeichen und wurde gekürzt, da Excel 32.767 fasst; der ganze Text steht in den CSV-Dateien dieses Ordners.
        dropped „{0}“ hat {2} Zeilen, das Blatt enthält die ersten {1}; alle stehen in den CSV-Dateien dieses Ordners.
        titles "; "
        leftOut Unten, und im Druck ausgelassen: {0}
        notPrinted Das Blatt „{0}“ ist für Formeln und Programme und wird nicht gedruckt; die Abschnitte und metrics.csv enthalten die Zahlen jedes Zeitraums.
        plainFormula Die Formel der Zelle {0} ist länger als die 8.192 Zeichen, die Excel liest; die Zelle enthält nur den Wert.

        [MarkPhrase]
        better besser
        worse schlechter
        up gestiegen
        down gesunken

        [CommentaryPhrase]
        title Kommentar
        about {0}: {1}
        signed {0} – {1}
        """
}
