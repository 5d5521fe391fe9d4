extension German {
    /// What findings say, by their codes; what to do about it below `.hint`.
    static let findings = """
        [DealsWord]
        byLead " nach Lead-ID"
        byDeal " nach Abschluss-ID"
        byCustomer " nach Kunde"
        byCompany " nach Firmenname"
        byDomain " nach E-Mail-Domain"
        alone " ohne passenden Lead zählen für sich"
        unknownLeads " nennen Leads, die keine Datei hat"
        open " ("
        close )
        comma ", "
        semicolon "; "

        [findings]
        empty-file Die Datei ist leer oder hat keine Datenzeilen
        empty-file.hint Bitte erneut exportieren oder aus dem Eingang nehmen
        unreadable Die Datei lässt sich nicht lesen ({what})
        unreadable.hint {todo}
        not-found Die Datei ist nicht mehr da ({what})
        not-found.hint {todo}
        not-a-file Das ist keine gewöhnliche Datei ({what})
        not-a-file.hint {todo}
        still-written Dem Namen nach wird die Datei noch geschrieben; sie bleibt für den nächsten Lauf
        still-written.hint Es ist nichts zu tun; bleibt es so, bitte entfernen oder umbenennen
        link-outside Die Verknüpfung führt aus dem Eingang hinaus, zu {what}, und wurde nicht verfolgt
        link-outside.hint Bitte die Datei selbst in den Eingang kopieren oder mit `inbox:` ihren Ordner nennen
        not-moved Die Datei wurde gelesen und bleibt im Eingang ({what})
        not-moved.hint {todo}
        removed-file Die Datei wurde seit dem letzten Bericht aus dem Eingang entfernt, und ihre {rows} Zeilen zählen weiter, neben denen anderer Dateien
        removed-file.hint Ist eine andere Datei an ihre Stelle getreten, bitte zurückziehen: `gtm inputs forget {sha}`
        shared-folder Im Ordner liegt der Bericht einer anderen Pipeline dieses Namens: {period} von {company}, nach {grain}
        shared-folder.hint Jede Pipeline braucht einen eigenen Namen (`pipeline:`) oder einen eigenen Ordner (`reports:`), sonst zeigt `latest` mal auf den einen, mal auf den anderen
        kept-files {count} Dateien, die nicht mehr im Eingang liegen, zählen weiter; die neueste ist {newest}
        kept-files.hint `gtm inputs` führt sie auf, `gtm inputs forget SHA` zieht eine zurück
        forgotten-file Die Datei wurde mit `gtm inputs forget` zurückgezogen und zählt nicht
        forgotten-file.hint Bitte aus dem Eingang nehmen; `gtm inputs forget --undo` lässt sie wieder zählen
        damaged-reading Was vom Lesen der Datei aufgehoben war, ist nicht zu gebrauchen ({what}); die Datei selbst wurde gelesen
        damaged-reading.hint Nichts ist zu tun; kommt es wieder, bitte den Datenträger prüfen
        reading-not-kept Was von der Datei gelesen wurde, ist nicht aufgehoben: {what}
        reading-not-kept.hint Der nächste Lauf liest sie wieder; bitte Platz für den Zustandsordner schaffen oder unter `remember:` `readings: no` setzen
        not-a-csv Die Datei ist keine CSV-Datei ({what})
        not-a-csv.hint Bitte als CSV exportieren ({todo})
        damaged-archive Die komprimierte Datei ist beschädigt oder unvollständig ({what})
        damaged-archive.hint Bitte erneut kopieren oder exportieren
        no-space Es fehlt Platz zum Entpacken oder Umschreiben ({what})
        no-space.hint Bitte in TMPDIR (sonst /var/tmp) Platz schaffen
        too-many-open Zu viele offene Dateien ({what})
        too-many-open.hint Bitte `ulimit -n` erhöhen
        read-failed Die Datei ließ sich nicht vollständig lesen, nichts davon wird verwendet ({what})
        read-failed.hint Bitte erneut ablegen oder exportieren
        same-content Die Datei hat denselben Inhalt wie {other} und wird einmal gelesen
        zero-bytes Die Datei endet mit Nullbytes, wurde also nicht fertig geschrieben; die Tabelle davor zählt ({what})
        zero-bytes.hint Bitte erneut exportieren
        mixed-encoding Die Datei mischt Zeichencodierungen; einzelne Bytes wurden als Windows-1252 gelesen ({what})
        mixed-encoding.hint Bitte als UTF-8 exportieren
        invalid-text Einige Bytes sind kein Text und wurden ersetzt ({what})
        invalid-text.hint Bitte als UTF-8 exportieren oder für die Quelle `encoding` angeben
        separator-line Die erste Zeile `sep=` nennt das Trennzeichen und ist keine Datenzeile
        no-header Die erste Zeile sieht nach Daten aus, nicht nach Spaltennamen ({what})
        no-header.hint Bitte Spaltennamen ergänzen oder `column_1`, `column_2` usw. mit `aliases` benennen
        header-row-missing `header_row` nennt eine Zeile jenseits der Datei; die Spaltennamen wurden anders gesucht ({what})
        header-row-missing.hint Bitte `header_row` der Quelle berichtigen oder herausnehmen
        second-table Die Datei enthält eine weitere Tabelle, die nicht gelesen wurde ({what})
        second-table.hint Bitte in einer eigenen Datei ablegen
        copied-table Spaltennamen und dieselben Zeilen stehen ein zweites Mal da und wurden nicht erneut gelesen ({what})
        copied-table.hint Nur zu ändern, wenn wirklich alles zweimal geschah
        repeated-header Die Spaltennamen wiederholen sich; darunter geht dieselbe Tabelle weiter ({what})
        turned-header Die Spaltennamen stehen erneut da, in anderer Reihenfolge; die Zeilen darunter wurden danach gelesen ({what})
        page-lines Zeilen über den wiederholten Spaltennamen sind keine Daten ({what})
        wrapped-record Ganze Zeilen stehen in Anführungszeichen und wurden nach ihren Zellen gelesen ({what})
        preamble Zeilen vor den Spaltennamen wurden übersprungen ({what})
        footer Zeilen unter der Tabelle wurden übersprungen ({what})
        unrecognised-file Die Datei gehört zu keiner bekannten Quelle und wurde nicht gelesen; sie hat {columns}{like}
        unrecognised-file.hint Bitte ihren Namen in {sources.yml} bei `files:` ihrer Quelle ergänzen oder die Datei aus dem Eingang nehmen
        ambiguous-file Die Datei passt gleich gut zu {sources} und wurde nicht gelesen
        ambiguous-file.hint Bitte ihren Namen in {sources.yml} bei `files:` der richtigen Quelle ergänzen
        missing-column Eine nötige Spalte fehlt, die Datei wird nicht verwendet ({what})
        missing-column.hint {todo}
        other-rates {rows} Kurse sind Kurse anderer Währungen als {currency} und werden nicht verwendet
        other-rates.hint Bitte angeben, was eine Einheit jeder Währung in {currency} wert ist, in den Spalten `currency` und `rate`
        unread-ends Abonnements haben kein Ende und laufen ewig, während die Daten in {columns} nicht gelesen werden
        unread-ends.hint Sagen sie, wann ein Abonnement endet, bitte den Namen in {sources.yml} bei `aliases:` von `end_date` ergänzen
        shares-for-counts `{column}` enthält wohl Anteile und keine Anzahl von Nutzern
        shares-for-counts.hint Bitte exportieren, wie viele Nutzer aktiv waren; Anteile lassen sich nicht addieren
        doubtful-scale Alle {answers} Antworten{of} liegen zwischen {low} und {high}; sie zählen als solche von 0 bis 10
        doubtful-scale.hint Hat die Skala {points} Stufen, die Umfrage weglassen oder bei 5 Stufen in {sources.yml} für `nps` `scale: 5` setzen; `scale: 10` bestätigt sie
        other-questions NPS kommt aus `{read}`; {others} enthalten auch Punktzahlen und werden nicht gelesen
        other-questions.hint Ist eine andere Frage gemeint, ihren Namen in {sources.yml} unter `aliases:` bei `score` ergänzen
        assumed-name-day Die Datei hat keine Datumsspalte: Alle Zeilen gelten als vom {day}, wie es der Dateiname sagt
        assumed-name-day.hint Bitte eine Spalte `date` mit exportieren, wenn das nicht stimmt
        flags-for-dates Die Spalte enthält Ja oder Nein, `{column}` ist aber ein Datum: Sie wird nicht gelesen
        flags-for-dates.hint Bitte den Tag mit exportieren, an dem es geschah, als `{column}`
        unread-dates Antworten sind nach ihrer Einladung datiert, während die Daten in {columns} nicht gelesen werden
        unread-dates.hint Sagen sie, wann geantwortet wurde, bitte den Namen in {sources.yml} bei `aliases:` von `responded_at` ergänzen
        unread-currency Beträge gelten als {currency}, während {columns} andere Währungen enthält und nicht gelesen wird
        unread-currency.hint Ist es die Währung der Beträge, bitte den Namen in {sources.yml} bei `aliases:` von `currency` ergänzen
        assumed-currency Die Beträge von `{column}` gelten als {currency}, da der Name sagt, dass sie darin oder umgerechnet sind; `{other}` mit anderen Währungen ist nicht ihre
        assumed-currency.hint Wenn doch, bitte die Währung oder das Wort für umgerechnet aus dem Namen der Spalte nehmen
        contradicting-currency `{column}` nennt {currency}, und `{other}` hat in {rows} Zeilen andere Währungen; deren Beträge gelten als die letzteren
        contradicting-currency.hint Bitte die Währung aus dem einen Namen nehmen oder die andere Spalte aus dem Export
        assumed-quantity `{price}` ist der Preis für eines, und keine Spalte nennt die Menge: In allen {rows} Zeilen gilt er als ganzer Betrag
        assumed-quantity.hint Bitte die Menge mit exportieren, etwa als `quantity` oder `seats`; gilt der Preis für alles, die Spalte `amount` nennen
        unread-quantity `{price}` gilt als ganzer Betrag; `{quantity}`, in {rows} Zeilen nicht 1, wird nicht damit multipliziert
        unread-quantity.hint Ist es der Preis für eines, bitte die Spalte im Export `unit price` nennen; gilt er für alles, `amount`
        duplicate-column Spalte {number} ist ein zweites `{name}`; gelesen wird die erste
        duplicate-column.hint Bitte umbenennen oder herausnehmen
        assumed-decimal Die Spalte zeigt ihr Dezimalzeichen nicht; ihre Zahlen gelten als mit {sign}, wie in der Sprache {locale}
        assumed-decimal.hint Wenn nicht: {settle}
        assumed-thousands Zahlen wie `1.234` gelten als Tausender, da die Währung der Datei keine dritte Nachkommastelle hat
        assumed-thousands.hint Wenn nicht: {settle}
        assumed-date-order Die Spalte zeigt die Reihenfolge von Tag und Monat nicht; Daten gelten als {order}
        assumed-date-order.hint Wenn nicht: {settle}
        assumed-month-year Zellen wie `Nov-26` gelten als Monat und Jahr, November 2026, nicht als Tag eines unbekannten Jahres
        assumed-month-year.hint Bitte Daten mit vierstelligem Jahr exportieren
        assumed-unit `{unit}` im Spaltennamen gilt als {meaning}: Die Zahlen werden multipliziert
        assumed-unit.hint Bitte ausschreiben, etwa `(USD thousands)` oder `(USD m)`, oder aus dem Namen nehmen
        unknown-unit `{unit}` im Spaltennamen ist keine bekannte Einheit; die Zahlen werden gelesen, wie sie stehen
        unknown-unit.hint Sind es Tausender oder Millionen, bitte so schreiben, etwa `(USD thousands)`; sonst aus dem Namen nehmen
        assumed-identity Die Datei hat kein `{column}`; ihre Zeilen werden nach Name und Anlagedatum unterschieden
        assumed-identity.hint Bitte die ID in den Export aufnehmen, damit eine umbenannte Zeile dieselbe bleibt
        filled-cells {rows} Zeilen ohne Namen gelten als solche des Namens darüber, wie bei verbundenen Zellen; es sind {groups} Gruppen
        merged-cells {rows} Zeilen haben keinen Namen, immer unter einer mit Namen: Es können verbundene Zellen sein; sie zählen ohne Namen
        merged-cells.hint Sind sie es, bitte den Namen in jede Zeile des Exports schreiben
        lost-digits IDs haben Ziffern verloren ({what})
        lost-digits.hint Bitte den Export unverändert ablegen, ohne ihn in einer Tabellenkalkulation zu speichern, oder die Spalte dort als Text importieren
        stray-quote Die Zeile enthält ein überzähliges Anführungszeichen ({what})
        stray-quote.hint Bitte in Zellen mit Anführungszeichen verdoppeln oder herausnehmen
        short-row Der Zeile fehlen Trennzeichen; fehlende Zellen am Ende gelten als leer ({what})
        short-row.hint Bitte die fehlenden Trennzeichen ergänzen
        long-row Die Zeile hat zu viele Trennzeichen ({what})
        long-row.hint Bitte die Zelle mit dem Trennzeichen in Anführungszeichen setzen oder das überzählige herausnehmen
        other-delimiter Die Zeile hat ein anderes Trennzeichen als die übrigen und wurde danach gelesen ({what})
        other-delimiter.hint Es ist nichts zu tun; kommt es oft vor, bitte den Export berichtigen
        cut-number Ein Komma in einer Zahl stand nicht in Anführungszeichen; die Teile wurden zusammengesetzt ({what})
        cut-number.hint Bitte die Beträge mit `gtm preview` prüfen; ohne Tausenderzeichen oder in Anführungszeichen exportieren
        doubtful-number Zeilen haben überzählige Zellen, vielleicht durch Kommas in Zahlen ohne Anführungszeichen ({what})
        doubtful-number.hint Bitte ohne Tausenderzeichen oder in Anführungszeichen exportieren und jede Spalte benennen
        extra-cells Die Zeile hat {cells} Zellen, die Kopfzeile {header}
        extra-cells.hint Bitte die Zelle mit dem Trennzeichen in Anführungszeichen setzen oder die überzählige herausnehmen
        doubtful-cells Zu welcher Spalte jede Zelle der Zeile gehört, ist nicht sicher
        doubtful-cells.hint Siehe, was zur Datei gesagt ist
        bad-money Erwartet wird ein Betrag wie 1234.50, gefunden wurde „{found}“
        bad-money.hint Bitte die Zelle berichtigen
        bad-number Erwartet wird eine Zahl wie 1234.5, gefunden wurde „{found}“
        bad-number.hint Bitte die Zelle berichtigen
        bad-percent Erwartet wird eine Zahl oder ein Prozentsatz wie 12.5%, gefunden wurde „{found}“
        bad-percent.hint Bitte die Zelle berichtigen
        bad-score Erwartet wird eine ganze Zahl von 0 bis 10, gefunden wurde „{found}“
        bad-score.hint Bitte die Zelle berichtigen
        bad-date Erwartet wird ein Datum wie 2026-11-03, gefunden wurde „{found}“
        bad-date.hint Bitte die Zelle berichtigen
        bad-time Erwartet wird eine Zeit wie 2026-11-03 14:05, gefunden wurde „{found}“
        bad-time.hint Bitte die Zelle berichtigen
        bad-flag Erwartet wird ja oder nein, gefunden wurde „{found}“
        bad-flag.hint Bitte die Zelle berichtigen
        bad-currency Erwartet wird eine Währung wie EUR, gefunden wurde „{found}“
        bad-currency.hint Bitte die Zelle berichtigen
        bad-text Erwartet wird Text, gefunden wurde „{found}“
        bad-text.hint Bitte die Zelle berichtigen
        bad-interval Erwartet wird Monat, Quartal, Jahr oder eine Anzahl Monate, gefunden wurde „{found}“
        bad-interval.hint Bitte die Zelle berichtigen
        bad-period Erwartet wird ein Zeitraum wie 2026-W46, 2026-11, 2026-Q4 oder 2026, gefunden wurde „{found}“
        bad-period.hint Bitte die Zelle berichtigen
        bad-line Erwartet wird in `gtm_line` die Nummer der Zeile, die berichtigt wird, gefunden wurde „{found}“
        bad-line.hint Bitte die Zelle berichtigen
        unknown-stage Erwartet wird eine Stufe ({stages}, lost oder first_response), gefunden wurde „{found}“
        unknown-stage.hint Bitte die Zelle berichtigen
        unknown-figure-kind Erwartet wird flow (Fluss) oder stock (Bestand), gefunden wurde „{found}“
        unknown-figure-kind.hint Bitte die Zelle berichtigen
        unknown-figure-unit Erwartet wird money, count, eine Währung oder was gezählt wird, gefunden wurde „{found}“
        unknown-figure-unit.hint Bitte die Zelle berichtigen
        unknown-kind Erwartet wird job, pain oder gain, gefunden wurde „{found}“
        unknown-kind.hint Bitte die Zelle berichtigen
        number-out-of-range Die Zahl liegt nicht im zulässigen Bereich ({range}), gefunden wurde „{found}“
        number-out-of-range.hint Bitte die Zelle berichtigen
        too-large Der Wert ist zu groß ({what})
        too-large.hint Bitte die Zelle berichtigen
        missing-required `{column}` fehlt
        missing-required.hint Bitte ausfüllen ({fill})
        missing-date Weder `responded_at` noch `invited_at` sagt, wann es war
        missing-date.hint Bitte eines von beiden ausfüllen
        end-before-start Das Ende am {end} liegt vor dem Beginn am {start}
        end-before-start.hint Bitte eines der beiden Daten berichtigen
        long-span Die Kosten gelten für {start} bis {end}, mehr als zehn Jahre
        long-span.hint Bitte eines der beiden Daten berichtigen
        no-rate Für {currency} gibt es keinen Wechselkurs
        no-rate.hint Bitte in fx_rates.csv (currency,rate,date) eine Zeile für {currency} ergänzen
        amount-without-rate Für {currency} gibt es keinen Wechselkurs; der Betrag eines Leads bleibt außen vor
        amount-without-rate.hint Bitte in fx_rates.csv (currency,rate,date) eine Zeile für {currency} ergänzen
        which-currency Mehrere Währungen werden `{sign}` geschrieben, und nichts sagt, welche es ist
        which-currency.hint Bitte den Währungscode, etwa EUR, zum Betrag oder in eine Spalte `currency` schreiben
        two-currencies Die Währung ist in ihrer Spalte {column}, beim Betrag aber {amount}
        two-currencies.hint Bitte die falsche berichtigen
        foreign-target Das Ziel ist in {currency}, der Bericht in {reporting}
        foreign-target.hint Bitte in {reporting} schreiben
        crossed-target Das Ziel gilt für {members} zusammen
        crossed-target.hint Bitte nur für eines schreiben und die andere Zelle leer lassen
        unclear-unit Worin der Betrag gezählt ist, ist nicht klar: In `{column}` steht „{unit}“
        unclear-unit.hint Bitte eine Einheit wie Tsd. EUR oder EUR schreiben, und dieselbe, wenn auch der Name der Betragsspalte eine hat
        unclear-side Ob der Betrag die Kosten erhöht oder mindert, ist nicht klar: Seine Seite ist „{side}“
        unclear-side.hint Bitte Kosten als positive Beträge mit Seite (Soll, Haben) oder als Beträge mit Vorzeichen ohne Spalte der Seiten schreiben
        wrong-scale Die Bewertungen sind {found}, was keine Skala von 0 bis 10 ist; keine Zeile der Datei zählt
        wrong-scale.hint Bitte die Umfrage weglassen oder in {sources.yml} für `nps` `scale: {scale}` setzen, um die Antworten auf 0 bis 10 zu übertragen; `scale: 10` nimmt sie, wie sie stehen
        mended-older-content {rows} berichtigte Zeilen gehören zu {file} vor der letzten Lieferung und zählen als älter
        mended-older-content.hint Weiter abgewiesene Zeilen stehen in den neuesten abgewiesenen: Bitte jene berichtigen
        mended-lacks-columns Den berichtigten Zeilen fehlt `{column}` aus {file}
        mended-lacks-columns.hint Bitte die Zeile in {file} selbst berichtigen
        group-rows Gruppenzeilen zählen nicht ({what})
        trial-rows {rows} Zeilen sind Test- oder Vorschauantworten und zählen nicht
        counted-answers Jede Zeile zählt als eine Antwort, doch `{column}` scheint zu sagen, wie viele es waren
        counted-answers.hint Bitte die Antworten selbst exportieren, je eine Zeile
        unanswered-zeros {answers} Antworten sind 0 und haben keinen Zeitpunkt, alle anderen haben einen; sie zählen
        unanswered-zeros.hint Wurde nicht geantwortet, die Punktzahl bitte leer lassen
        doubtful-answers {rows} Antworten stehen in Zeilen mit {words}; sie zählen
        doubtful-answers.hint Sind es keine, bitte diese Zeilen weglassen oder ihre Punktzahl leeren
        other-surveys {rows} Zeilen gehören zu anderen Umfragen ({words}) und zählen nicht
        other-surveys.hint Ist das so, ist nichts zu tun; sonst die Umfrage nach NPS benennen
        deleted-rows {rows} Zeilen sind als gelöscht oder als Test markiert und zählen nicht
        no-costs {rows} Zeilen gehören zu Konten ohne Kosten und zählen nicht: {accounts}
        no-costs.hint Bitte diese Konten aus dem Export nehmen oder, wenn es Kosten sind, eine Spalte `category` ergänzen
        budget-rows {rows} Zeilen sind Planzahlen, {words}, neben dem, was ausgegeben wurde, und zählen nicht{money}
        not-spent {rows} Zeilen sagen, dass nichts ausgegeben wurde, {words}, und zählen nicht{money}
        not-spent.hint Bitte erneut exportieren, wenn sie abgeschlossen sind; sind es dennoch Kosten, die Spalte aus dem Export nehmen
        negative-costs {below} von {rows} Beträgen sind kleiner als 0 und nehmen {money} {currency} von den Kosten weg
        negative-costs.hint Bitte Ausgaben als Beträge über 0 exportieren und nichts, was einging; eine Datei nur mit Erstattungen kann bleiben
        doubtful-costs {rows} Zeilen sagen {words} und zählen als Kosten{money}
        doubtful-costs.hint Wurde dafür nichts ausgegeben, bitte aus dem Export nehmen; sonst ist nichts zu tun
        total-row {what} ist die Summe von {rows} anderen Zeilen, {amount}, und zählt nicht
        unproved-total {what}, {amount}, zählt nicht: Es heißt Summe, und einige Zeilen daneben lassen sich nicht lesen
        unproved-total.hint Bitte die abgewiesenen Zeilen berichtigen
        named-like-total {what}, {amount}, heißt Summe, ist aber keine der Zeilen daneben; es zählt
        named-like-total.hint Ist es eine Summe, bitte die Zeile aus dem Export nehmen; ist es ein Name, ist nichts zu tun
        total-differs `{name}` unter der Tabelle ist {amount}, die Zeilen der Tabelle ergeben aber {sum}
        total-differs.hint Fehlen Zeilen, bitte erneut exportieren
        sum-without-name Der Betrag {amount} ist die Summe der {rows} anderen Zeilen, heißt aber nirgends Summe; er zählt
        sum-without-name.hint Ist es eine Summe, bitte die Zeile aus dem Export nehmen
        overlapping-rows {rows} Zeilen stehen auch in einer Datei mit ähnlichem Namen und zählen einmal
        overlapping-rows.hint Exporte dürfen sich überschneiden; zählen alle Zeilen, bitte die Namen nicht nur in Daten und Ziffern unterscheiden
        doubtful-copy {rows} Zeilen von {older}, {money} {currency}, sind von Tagen und Namen, die auch diese Datei hat; beide zählen, da kaum ein Betrag derselbe ist
        doubtful-copy.hint Ist es derselbe Bericht, noch einmal heruntergeladen, bitte die ältere Datei aus dem Eingang nehmen
        restated-figures Von {first} bis {last} treten {rows} Zeilen an die Stelle von {replaced} aus {olders}
        doubtful-figures {rows} Zeilen von {older} haben Tage und Größen dieser Datei mit anderen Werten; beide zählen, da nur {known} von {keys} in beiden stehen
        doubtful-figures.hint Stellt diese Datei dieselben Zahlen neu dar, bitte die ältere aus dem Eingang nehmen
        assumed-figure-kind {figures}: Keine Datei sagt, welcher Art die Zahl ist; sie gilt als {kind} ({meaning})
        assumed-figure-kind.hint Bitte eine Spalte `kind` mit flow oder stock ergänzen
        contradicting-figure Die Zahl `{figure}` ist nach {rows} Zeilen {taken} und nach {others} {other}; sie gilt als {taken}
        contradicting-figure.hint Bitte die Spalte `unit` oder `kind` berichtigen, sodass alle Zeilen der Zahl dasselbe sagen
        unknown-figure {metrics} braucht die Zahl `{figure}`, die keine Datei hat; die Kennzahl bleibt nicht bestimmbar
        unknown-figure.hint {near}Bitte die Zahl in der Formel wie in den Dateien schreiben oder eine Datei `figures` ablegen, die sie hat
        late-figure Die Zahl `{figure}` hat seit {day} keinen Wert: In {period} zählt sie als 0
        late-figure.hint Bitte die neuesten Werte ablegen; eine eigene 0 sagt, dass nichts war
        figure-units {metric} addiert oder vergleicht, was nicht zusammenpasst: {left}, {right}
        figure-units.hint Bitte die Formel oder die `unit` der Zahl berichtigen
        restated-costs Von {first} bis {last} treten {rows} Zeilen an die Stelle von {replaced} aus {olders}: Kosten von {old} {currency} sind nun {new} {currency}
        doubtful-overlap {rows} Zeilen von {older}, {money} {currency}, sind von Tagen, die auch diese Datei hat, mit anderen Namen oder Beträgen; beide zählen, da nur {known} von {keys} am Namen zu erkennen sind
        doubtful-overlap.hint Stellt diese Datei dieselben Kosten neu dar, bitte die ältere aus dem Eingang nehmen
        doubtful-keys {rows} Zeilen von {older} ({sum}) haben {keys} wie Zeilen dieser Datei; beide zählen, da nur eine der beiden Dateien {columns} hat
        doubtful-keys.hint Stellt diese Datei dasselbe neu dar, bitte die ältere zurückziehen: `gtm inputs forget {sha}`, und aus dem Eingang nehmen
        unlisted-terms {rows} Laufzeiten älterer Dateien ({sum}), die nicht geendet haben, fehlen in dieser Datei, die {known} von {all} aus {older} hat; sie zählen weiter
        unlisted-terms.hint Bitte auch beendete mit ihrem Enddatum exportieren; eine Liste nur der laufenden gehört zu `arr_snapshots`, bei `files:` in {sources.yml}
        renumbered-terms {rows} Laufzeiten von {older} ({sum}) stehen in dieser Datei unter anderem {columns}, mit gleichem Kunden, Beginn und Betrag; beide zählen
        renumbered-terms.hint Sind sie dieselben, bitte die ältere Datei zurückziehen: `gtm inputs forget {sha}`, und aus dem Eingang nehmen, oder {columns} in beiden gleich angeben
        unlisted-teams {rows} Zeilen älterer Dateien ({sum}) sind von Monaten, die diese Datei hat, und fehlen in ihr, die {known} von {all} aus {older} hat; sie zählen weiter
        unlisted-teams.hint Ein Team, das es nicht mehr gibt oder das nun anders heißt, braucht in diesen Monaten eine Zeile mit `fte` 0
        gone-column {older} hat {columns}, diese Datei nicht oder leer: Zeilen beider zählen ohne
        gone-column.hint Bitte wieder mit allen Spalten exportieren; heißt eine nun anders, den Namen in {sources.yml} bei `aliases:` ergänzen
        replaced-amount Der ARR von `{id}`, {old} {currency}, wird durch {new} aus {place} ersetzt
        repeated-term Der ARR von `{id}`, {old} {currency}, wird durch {new} aus {place} ersetzt
        repeated-term.hint Ein Vertrag steht zweimal in der Datei; es zählt die spätere Zeile
        replaced-in-file {rows} Zeilen haben dieselben {keys} wie eine spätere Zeile der Datei, die allein zählt, und sind anders in {columns}{sum}
        replaced-in-file.hint Gehören sie als Teile zusammen, bitte im Export addieren; sind die späteren neuer, die älteren weglassen
        excluded-status {rows} Zeilen sind Tests, Entwürfe, unvollständig, ungültig oder Angebote und zählen nicht: {money} {currency} ARR
        charged-once {rows} Zeilen werden einmal berechnet und zählen nicht als wiederkehrend: {money} {currency}, als wären sie jährlich
        charged-once.hint Sollen sie zu sehen sein, bitte als `one_off_revenue` ablegen
        paused-terms {rows} Abonnements pausieren ihrem Status nach und zählen, als liefen sie: {money} {currency} ARR am {day}
        paused-terms.hint Zahlen sie so lange nichts, bitte den Tag der Pause als `end_date` exportieren und einen neuen Vertrag ab dem Tag, an dem sie weitergehen
        unknown-term-status {rows} Abonnements haben einen Status, der nicht verstanden wird, und zählen, als liefen sie: {words}; {money} {currency} ARR am {day}
        unknown-term-status.hint Wo er beendet, Test oder pausiert heißt, bitte so schreiben (gekündigt, Testphase, pausiert) oder ihr `end_date` angeben; wo sie laufen, aktiv schreiben
        ended-without-date {rows} Verträge sind dem Status nach beendet und sagen nicht wann; sie zählen gar nicht: {money} {currency} ARR
        ended-without-date.hint Bitte den Tag des Endes in den Export aufnehmen, als `end_date` oder Kündigungsdatum; dann zählen sie bis dahin
        repeated-snapshot {rows} Zeilen betreffen Kunden und Tage, für die eine spätere Zeile der Datei einen anderen Betrag nennt; die spätere zählt, {money} {currency} ARR nicht
        repeated-snapshot.hint Bitte je Kunde und Tag eine Zeile mit der Summe seiner Abonnements, oder die Abonnements selbst exportieren
        older-row-counts {rows} zurückgewiesene Zeilen haben IDs, die auch eine ältere Datei hat, zuerst `{id}`; so lange zählt, was diese sagt
        older-row-counts.hint Bitte berichtigen oder neu exportieren: Bis dahin fehlt in den Zahlen, was sich seither geändert hat
        unread-revenue {columns} wird nicht gelesen: Die Datei gilt als Kundenliste, und nichts anderes ergibt ARR
        unread-revenue.hint Bitte eine Spalte `date` mit dem Stichtag ergänzen, etwa 2026-10-31 (aus Monaten nebeneinander je Kunde und Monat eine Zeile machen), und den Dateinamen mit `arr_snapshots` beginnen; oder Abonnements mit Beginn und Ende exportieren
        ended-at-zero {rows} beendete oder pausierte Abonnements haben den Betrag 0, andere nicht: Er ist wohl, was sie jetzt zahlen; was sie vorher zahlten, zählt nicht, und sein Wegfall ist kein Churn
        ended-at-zero.hint Bitte mit exportieren, was sie bis zum Ende zahlten; stehen Preis und Abrechnungszeitraum in der Datei, genügt es, die Spalte mit ARR oder MRR wegzulassen
        term-of-no-days {rows} Verträge enden am Tag ihres Beginns und zählen nicht: {money} {currency} ARR
        source-not-used {rows} Zeilen von `{source}` werden nicht verwendet ({why})
        assumed-last-day {whole} von {ended} Verträgen enden eine ganze Zahl Monate nach ihrem Beginn, weniger einen Tag; `end_date` gilt als letzter Tag der Leistung
        assumed-last-day.hint Bitte in {sources.yml} für `subscriptions` `end_date: last_day` oder `end_date: first_day_without` setzen
        doubtful-end-date {whole} von {ended} Verträgen enden eine ganze Zahl Monate nach ihrem Beginn, weniger einen Tag; `end_date` gilt als erster Tag ohne Leistung
        one-day-gaps Bei {count} von {all} Rückkehrern war der ARR nur einen einzigen Tag lang 0: {money} {currency} gelten als verloren und am Tag danach als zurückgewonnen
        one-day-gaps.hint Ist `end_date` der letzte Tag mit Leistung, bitte in {sources.yml} für `subscriptions` `end_date: last_day` setzen; sonst dort `end_date: first_day_without`, oder `churn_grace_days: 1` unter `config:` in der Pipeline-Datei
        doubtful-end-date.hint Bitte in {sources.yml} für `subscriptions` `end_date: last_day` oder `end_date: first_day_without` setzen
        assumed-cancellation Keine Datei hat ein `end_date`; Enden ergeben sich aus Kündigungen, sodass keine Verlängerungen zu messen sind
        assumed-cancellation.hint Sind es Vertragsenden, bitte in {sources.yml} für `subscriptions` `end_date: first_day_without` setzen
        won-before-created Der Abschluss liegt vor der Anlage; die Zeitpunkte zählen, die Zeit dazwischen nicht
        won-before-created.hint Bitte `created_at` oder `{column}` an der Quelle berichtigen
        answered-before-created Die erste Antwort liegt vor der Anlage; die Zeitpunkte zählen, die Zeit dazwischen nicht
        answered-before-created.hint Bitte `created_at` oder `{column}` an der Quelle berichtigen
        negative-arr Die Verträge von {customers} ergeben an einem Tag weniger als 0 und zählen dort als 0, zuerst die von `{id}` ab {day}: im Tiefstand {money} {currency} ARR
        negative-arr.hint Bitte einer Gutschrift ein Ende geben oder sie aus dem Wiederkehrenden herauslassen
        overlapping-terms Verträge eines Tarifs überschneiden sich in {subscriptions}, zuerst in `{id}` ab {day}, und werden summiert: {terms} übereinander, {money} {currency} ARR, davon {now} am {asOf}
        overlapping-terms.hint Bitte den älteren Vertrag beenden, wo der neuere ihn ersetzt
        deals-too-large Die Beträge der {count} Geschäfte des Leads `{lead}` sind zusammen zu groß; keines zählt
        deals-too-large.hint Bitte die Beträge dieser Geschäfte berichtigen
        deals-are-leads Bis {asOf} wurde kein Lead angelegt: Die {deals} Geschäfte sind die Leads, ab dem Tag ihrer Anlage
        deals-are-leads.hint Bitte auch den Export der Leads ablegen, wenn es einen gibt
        undecided-stages Bei einigen Stufen ist nicht klar, ob gewonnen oder verloren ({what}): {stages}
        undecided-stages.hint Bitte in {sources.yml} bei `{source}` mit `won_stages: […]` und `lost_stages: […]` nennen; die übrigen sind offen
        no-outcomes Nichts in der Datei sagt, welche der {deals} Geschäfte gewonnen oder verloren sind: alle zählen als offen
        no-outcomes.hint Bitte Stufe oder Status mit exportieren oder die Spalte in {sources.yml} bei `{source}` unter `aliases:` von `stage` nennen
        closed-without-date {won} sind nach Stufe oder Status gewonnen und {lost} verloren, und kein Datum sagt, seit wann; nach dieser Datei sind sie offen
        closed-without-date.hint Bitte den Tag des Abschlusses mit exportieren, als `closed_at` oder als `won_at` und `lost_at`{near}
        crossed-ends {rows} Zeilen haben ein Datum des Gewinns und nennen sich verloren, oder umgekehrt; das Datum zählt
        crossed-ends.hint Bitte das Datum leeren, das nicht mehr gilt, oder den Status berichtigen
        open-posts {posts} Zeilen sind Stellen, die noch niemand hat, und zählen nicht
        mixed-usage Dateien zur Nutzung zählen Nutzer verschieden ({spans}); je Kunde zählt die Zeile des spätesten Tages, gleich welcher Art
        mixed-usage.hint Bitte nur einen dieser Exporte ablegen oder in den anderen `seats` weglassen: Nutzer eines Monats sind mehr als die eines Tages
        left-without-date {people} Personen sind als ausgeschieden geführt, ohne Datum; sie zählen in keinem Monat
        left-without-date.hint Bitte auch das Austrittsdatum exportieren oder diese Personen herausnehmen
        repeated-people {people} Personen stehen für dieselbe Zeit mehrmals in der Liste, zuerst `{id}`; jede Zeile zählt
        repeated-people.hint Bitte eine Zeile je Person exportieren; wer wiederkommt, hat je Zeit eine Zeile
        rosters-of-one-day {people} Personen aus {others} zählen nicht: Von Personallisten gilt nur die neueste, und beide sind vom {day}
        rosters-of-one-day.hint Bitte die Personen aller Länder und Gesellschaften in eine Datei stellen, oder nur die Datei ablegen, die gelten soll
        assumed-percent {value} für `{metric}` wird als {meaning} gelesen
        assumed-percent.hint Bitte als Bruch wie 0.25 oder als 25% schreiben
        mixed-percent Die Werte für `{metric}` scheinen teils als Prozent, teils als Bruch geschrieben; {value} wird als {meaning} gelesen
        mixed-percent.hint Bitte alle mit Prozentzeichen schreiben, wie 25%
        unknown-target Keine Kennzahl oder Messgröße heißt `{metric}`: Das Ziel wird nicht verwendet
        unknown-target.hint {near}
        repeated-target Ein weiteres Ziel für `{metric}` in {period} steht in {place}, mit anderem Wert; es zählt die spätere Zeile
        repeated-target.hint Bitte eines der beiden herausnehmen
        targets-apart Das Ziel für {metric} in {period} ist {value}, seine Teile ({parts}) ergeben {sum}
        targets-apart.hint Bitte eines davon berichtigen, damit alle nach demselben Ziel planen
        assumed-year Zeiträume ohne Jahr, wie `{period}`, gelten für {year}
        assumed-year.hint Wenn nicht, bitte auch das Jahr schreiben, etwa 2026-Q4
        unknown-dimension Der Bericht ist nicht nach `{dimension}` aufgeschlüsselt: Was vom Ziel erreicht ist, ist nicht bekannt
        unknown-dimension.hint Er ist nach {dimensions} aufgeschlüsselt; bitte die Dimension bei `dimensions:` der Pipeline ergänzen oder das Ziel herausnehmen
        distant-target Das Ziel gilt für {period}, mehr als zehn Jahre vom Stichtag entfernt
        distant-target.hint Bitte das Jahr berichtigen
        impossible-target Das Ziel für `{metric}` ist {value}, was nicht erreichbar ist
        impossible-target.hint Bitte das Ziel berichtigen
        done-before-start Die Aufgabe wurde am {done} erledigt, vor ihrem Beginn am {start}
        done-before-start.hint Bitte den falschen Tag berichtigen
        due-before-start Die Aufgabe ist am {due} fällig, vor ihrem Beginn am {start}
        due-before-start.hint Bitte den falschen Tag berichtigen
        tasks-without-due-date {count} von {all} Aufgaben haben keinen Termin
        tasks-without-due-date.hint Bitte jeder Aufgabe einen Termin geben: Ohne Termin ist nichts überfällig
        small-percents {count} Werte liegen unter 1 und keiner ohne Zeichen darüber: Sie gelten als weniger als 1 %
        small-percents.hint Bitte 50 oder 50% schreiben, nicht 0.5, wenn die Hälfte getan ist
        bare-tasks {count} von {all} Zeilen haben nichts als einen Namen und zählen als Aufgaben: {names}
        bare-tasks.hint Bitte herausnehmen, wenn es Überschriften sind; sonst ergänzen, wer sie bis wann erledigt
        tasks-without-owner {count} von {all} Aufgaben nennen keinen Verantwortlichen
        tasks-without-owner.hint Bitte nennen, wer handeln soll
        unknown-status {count} von {all} Aufgaben haben einen nicht verstandenen Status: {words}
        unknown-status.hint Bitte erledigt, in Arbeit, blockiert, nicht begonnen oder abgebrochen schreiben
        initiative-ends-before-start Die Initiative endet oder startet am Markt am {end}, vor ihrem Beginn am {start}
        initiative-ends-before-start.hint Bitte den falschen Tag berichtigen
        unknown-term `{found}` wird nicht verstanden
        unknown-term.hint Bitte {terms} schreiben
        initiatives-without-spend {count} von {all} Initiativen haben bis {day} keine Ausgaben: {ids}
        initiatives-without-spend.hint Bitte die Initiative in der Spalte `initiative` von `spend` nennen oder auf ihre ersten Kosten warten
        initiatives-without-customers {count} von {all} Initiativen haben Ausgaben und keinen Kunden: {ids}
        initiatives-without-customers.hint Bitte die Initiative in der Spalte `initiative` von `customers` nennen oder auf ihren ersten Kunden warten
        launched-unready {count} von {all} Initiativen wurden vor {day} eingeführt, während Unterlagen fehlen: {ids}
        launched-unready.hint Bitte schreiben, was nun fertig ist, oder den neuen Tag der Markteinführung
        missing-owners Bei keiner der {count} Zeilen ist ein Verantwortlicher genannt
        missing-owners.hint Bitte eine Spalte `owner` ergänzen: Wer handeln muss, wird zuerst gefragt
        joined-deals {joined} von {deals} Geschäften gehören zu einem Lead{rest}
        joined-deals.hint Bitte im Export der Geschäfte die Lead-ID angeben oder im Export der Leads die Abschluss-ID
        joined-ids {count} IDs in `{column}` unterscheiden sich zwischen Dateien nur in führenden Nullen und gelten als dieselben: {examples}
        joined-ids.hint Bitte die IDs als Text exportieren, damit `{id}` die Nullen behält
        sizes-made-dates Werte von `{dimension}` sehen aus wie Größen, aus denen eine Tabellenkalkulation Daten gemacht hat: {members}
        sizes-made-dates.hint Bitte die Spalte als Text formatieren und neu exportieren, damit aus `11-50` nicht `Nov-50` wird
        folded-members {count} Werte von `{dimension}` sind verschieden geschrieben und zählen je als einer: {spellings}
        folded-members.hint Bitte an der Quelle einheitlich schreiben
        ids-of-another-system Keiner der {all} Kunden von `{source}`, mit {money} {currency} ARR am {day}, steht in `customers`: zwei Systeme, zwei Arten von IDs, hier {ids} und dort {listed}
        ids-of-another-system.hint Bitte `customers` mit den IDs der Abrechnung exportieren oder `{source}` mit denen der Kundendatei
        ids-of-two-systems {ids} von {all} IDs, die auch {older} hat, gehören hier zu etwas anderem ({what}): {rows} Zeilen jener Datei werden ersetzt{sum}
        ids-of-two-systems.hint Sind die Dateien aus zwei Systemen, bitte den IDs in `{key}` je etwas Eigenes voranstellen, etwa DE-1; wenn nicht, ist nichts zu tun
        test-customers {count} Kunden, die `customers` als Test kennzeichnet, haben ARR, das zählt: {money} {currency} am {day}; {ids}
        test-customers.hint Bitte ihre Zeilen aus `{source}` weglassen oder ihnen den Status void geben
        unknown-customers {count} von {all} Kunden von `{source}`, mit {money} {currency} ARR am {day}, stehen nicht in `customers`: {ids}
        unknown-customers.hint Bitte in der Kundendatei ergänzen; bis dahin stehen sie in Aufschlüsselungen unter ihren eigenen Zellen oder unter `(ohne)`
        unknown-ids {count} von {all} Kunden-IDs in `{source}` ({rows}{money}) gehören zu keinem Kunden: {ids}{none}
        unknown-ids.hint Bitte diese IDs mit denen von `subscriptions` und `customers` vergleichen
        unknown-initiatives {count} von {all} Initiativen in `{source}` ({rows}{money}) stehen nicht in `initiatives`: {ids}
        unknown-initiatives.hint Bitte die ID der Initiative schreiben oder sie in `initiatives` ergänzen
        unknown-members {count} der in Zielen genannten Werte stehen in keiner Zeile: {members}
        unknown-members.hint Bitte den Wert wie in den Daten schreiben oder auf seine erste Zeile warten
        unknown-formula-member {metrics} verlangt Zeilen mit {dimension} „{member}“, und keine Zeile ist so; die Kennzahl bleibt nicht bestimmbar
        unknown-formula-member.hint {near}Bitte den Wert in der Formel wie in den Daten schreiben oder auf seine erste Zeile warten
        missing-source Eine nötige Datei fehlt ({what})
        missing-source.hint Bitte den Export im Eingang ablegen
        stale-source Die Daten sind zu alt ({what})
        stale-source.hint Bitte einen neueren Export ablegen
        too-many-rejects Zu viele Zeilen wurden abgewiesen ({what})
        too-many-rejects.hint Bitte die abgewiesenen Zeilen berichtigen oder erneut exportieren
        no-new-export Kein neuer Export von {source} seit {day}, obwohl einer mit {reports} kam
        no-new-export.hint Bitte einen neueren Export ablegen; ist keiner fällig, in {sources.yml} bei `gates:` von `{source}` `new_export: off` setzen
        rows-out-of-band Die Datei hat {rows} Zeilen, anders als erwartet ({expected})
        rows-out-of-band.hint Bitte prüfen, ob der Export vollständig ist; sonst in {sources.yml} `rows:` der Quelle ändern
        repeated-key {columns} wie bei einer anderen Zeile ({count}), zuerst `{value}` wie in {place}
        repeated-key.hint Bitte jede einmal exportieren oder die Spalte in {sources.yml} aus `unique:` der Quelle nehmen
        out-of-range Werte außerhalb des Bereichs {limits} ({count}); der erste ist `{value}`
        out-of-range.hint Bitte die Zellen berichtigen oder in {sources.yml} den Bereich bei `ranges:` der Quelle
        control-total Die Kontrollsumme stimmt nicht ({what})
        control-total.hint Bitte erneut vollständig exportieren oder die Kontrollsumme berichtigen
        arr-identity In {period} ergeben der ARR zu Beginn von {opening} und die Bewegungen von {movements} nicht den ARR am Ende von {closing}
        arr-identity.hint Das ist ein Fehler des Programms; bitte mit dieser Zeile melden
        late-source Keine Daten zu {source} seit {day}: Was sich daraus ergibt, ist ab {from} nicht bekannt, und nicht 0
        late-source.hint Bitte einen neueren Export ablegen oder, wenn nichts geschah, einen mit einem Datum des Zeitraums im Namen
        late-series Keine Daten zu {source} wie in dieser Datei seit {day}; die Zahlen zählen, was vorliegt
        late-series.hint Bitte einen neueren Export dieser Art ablegen oder, wenn nichts geschah, einen mit einem Datum des Zeitraums im Namen
        late-terms Kein neuer Export von {source} seit {day}: Was seither unterzeichnet oder beendet wurde, ist nicht in den Zahlen
        late-terms.hint Bitte einen neueren Export ablegen, mit seinem Datum im Dateinamen
        rate-used 1 {from} = {rate} {to}{dated}
        rounding Umrechnung und Rundung auf {digits} Nachkommastellen ergaben zusammen {sum} {currency}
        """
}
