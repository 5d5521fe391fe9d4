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
        let texts: [(name: String, en: [UInt8], zhHans: [UInt8])] = [
            ("targets", PackageResources.targets_en_csv, PackageResources.targets_zh_csv),
            ("actions", PackageResources.actions_en_csv, PackageResources.actions_zh_csv),
            ("initiatives", PackageResources.initiatives_en_csv, PackageResources.initiatives_zh_csv),
            ("value_map", PackageResources.value_map_en_csv, PackageResources.value_map_zh_csv),
            ("notes", PackageResources.notes_en_csv, PackageResources.notes_zh_csv),
        ]
        return texts.map { name, en, zhHans in
            var text = String(decoding: locale == "zh-Hans" ? zhHans : en, as: UTF8.self)
            for (name, value) in values { text = text.replacing("{\(name)}", with: value) }
            return ("plan/\(name).csv", "\u{FEFF}" + text.replacing("\n", with: "\r\n"))
        }
    }
}
