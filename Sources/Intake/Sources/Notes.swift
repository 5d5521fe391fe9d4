import Facts

extension Source {
    /// What people say about a period, one row a remark.
    static let notes = Source(
        name: .notes, role: .plans, isMissed: false, rowsAreEvents: false,
        load: .append,
        words: [
            "notes", "note", "commentary", "commentaries", "report notes", "management commentary", "kommentare", "备注", "点评",
            "说明", "解读", "经营点评",
        ],
        columns: [
            Column.text(
                .period, "week", "month", "quarter", "for period", "zeitraum", "periode", "kw", "monat", "quartal", "周期",
                "期间", "周次", "月份", "季度"
            ).required,
            Column.text(
                .text, "note", "notes", "commentary", "remark", "remarks", "comment", "kommentar", "内容", "备注", "点评", "说明",
                "解读"
            ).required,
            .text(.metric, "kpi", "measure", "metric id", "metric name", "kennzahl", "指标", "指标名称"),
            .text(.section, "chapter", "topic", "abschnitt", "章节", "部分", "板块"),
            .text(.author, "by", "written by", "from", "signed", "autor", "verfasser", "作者", "撰写人", "填写人", "署名"),
            .text(.audience, "for", "readers", "visible to", "zielgruppe", "受众", "读者", "可见范围"),
        ], telling: [.author, .audience, .section], build: { $0.buildNotes(&$1) })
}

extension AnyColumnKey where Self == TextKey {
    static var section: Self { Self("section") }
    static var author: Self { Self("author") }
    static var audience: Self { Self("audience") }
}

extension Assembler {
    fileprivate mutating func buildNotes(_ merged: inout Merged) {
        merged.applyLoadRule()
        let all = merged.factRows
        let written = strings(merged, .period, all)
        let periods = written.map { WrittenPeriod.period($0, settings.calendar, near: settings.asOf) }
        let problems = all.indices.filter { periods[$0] == nil }.map { index in
            let found = ["found": Recognition.shortened(written[index], 60), "or": ""] as FindingValues
            return (row: all[index], problem: Problem(.badPeriod, column: merged.source.places[.period], found))
        }
        reject(problems, &merged)
        let rows = finish(merged)
        let names = Dictionary(uniqueKeysWithValues: zip(all, periods))
        let (texts, metrics) = (strings(merged, .text, rows), strings(merged, .metric, rows))
        let (sections, authors) = (strings(merged, .section, rows), strings(merged, .author, rows))
        let audiences = strings(merged, .audience, rows)
        facts.notes = rows.indices.compactMap { index in
            names[rows[index]]?.map { period in
                var note = Note(period: period.name, text: texts[index])
                note.metric = TargetMetric(metrics[index], settings.targetNames)?.id ?? metrics[index]
                (note.section, note.author, note.audience) = (sections[index], authors[index], audiences[index])
                return note
            }
        }
    }
}
