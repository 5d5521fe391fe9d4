import Facts

/// The templates of a plan: a file a source with its columns and one example row, to be filled in and dropped in the inbox.
extension StartingFolder {
    /// The templates by their paths in the folder; none where no plan is wished for. They begin with the mark by which spreadsheet
    /// programs know UTF-8.
    var templates: [(path: String, text: String)] {
        guard let day = planned else { return [] }
        let values = [
            "today": "\(day)", "soon": "\(day + 14)", "launch": "\(day.months(before: -4))",
            "end": "\(day.months(before: -12))",
            "quarter": PeriodCalendar().period(.quarter, holding: day).name,
        ]
        let plan = [
            ("targets", texts.targets), ("actions", texts.actions), ("initiatives", texts.initiatives),
            ("value_map", texts.valueMap), ("notes", texts.notes),
        ]
        return plan.map { name, bytes in
            var text = String(decoding: bytes, as: UTF8.self)
            for (name, value) in values { text = text.replacing("{\(name)}", with: value) }
            return ("plan/\(name).csv", "\u{FEFF}" + text.replacing("\n", with: "\r\n"))
        }
    }
}
