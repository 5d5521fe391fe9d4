import CSV
import Facts

/// What a sheet of targets says of all its rows: in its name, in titles above the table, in its columns' names.
struct TargetSheet {
    /// A fiscal year, and what says so.
    struct Year {
        var number: Int
        var saidBy: String
    }

    /// The year of periods that have none; nil where nothing says it, or several years are said.
    let year: Year?
    /// How long the periods are, where the name of their column says so: `Quarter`.
    let grain: Grain?
    /// What all amounts of money are in, as a title says: `in k€`, `单位：万元`.
    let unit: HeaderUnit
    private let file: ReadFile
    private let value: Int?

    init(_ file: ReadFile, _ source: Source) {
        self.file = file
        value = source.places[.value]
        func name(_ key: any AnyColumnKey) -> String? {
            source.places[key].flatMap { file.columns.indices.contains($0) ? file.columns[$0] : nil }.map { file.header[$0] }
        }
        grain = name(TextKey.period).flatMap { TargetSheet.grains[HeaderNames.key($0)] }
        let titles = file.document?.linesAbove ?? []
        let names =
            file.header.filter { $0.utf8.count < 40 && !WrittenPeriod.isPeriod($0) } + (file.spread?.parts.map(\.cell) ?? [])
        let path = InboxFile.stripped(file.file.path)
        year =
            TargetSheet.year(titles).map { Year(number: $0, saidBy: "the title above the table") }
            ?? TargetSheet.year(names).map { Year(number: $0, saidBy: "the names of the columns") }
            ?? TargetSheet.year([InboxFile.name(of: path)]).map { Year(number: $0, saidBy: "the file's name") }
            ?? TargetSheet.year([path]).map { Year(number: $0, saidBy: "the folder's name") }
        unit = HeaderUnit(titles: titles)
    }

    /// What a row's money is in: by its column's name, else by the titles.
    func unit(_ periodCell: String) -> HeaderUnit {
        let part = file.spread?.parts.first { $0.cell == periodCell }?.place
        guard let place = part ?? value.flatMap({ file.columns.indices.contains($0) ? file.columns[$0] : nil }) else {
            return unit
        }
        let own = HeaderName(file.header[place]).unit
        return own.scale == .tens(0) && own.currency == .none ? unit : own
    }

    /// Names of columns of periods that say how long these are.
    private static let grains: [String: Grain] = {
        var grains: [String: Grain] = [:]
        for (grain, names) in [
            (Grain.week, "week weeknumber kw cw woche kalenderwoche semaine semana settimana 周 周次 第几周"),
            (.month, "month monat mois mes mese mês maand 月 月份 月度"),
            (.quarter, "quarter qtr quartal trimestre trimester kwartaal 季度 季"),
            (.year, "year fiscalyear fy jahr geschäftsjahr année exercice año ano anno jaar 年 年度 年份 财年"),
        ] {
            for name in names.split(separator: " ") { grains[HeaderNames.key(String(name))] = grain }
        }
        return grains
    }()

    /// The one year that texts name, standing by itself and in no date.
    private static func year(_ texts: [String]) -> Int? {
        let years = Set(texts.flatMap(years))
        return years.count == 1 ? years.first : nil
    }

    private static func years(_ text: String) -> [Int] {
        // Runs of digits, and what stands around each.
        let characters = Array(text.lowercased())
        var (years, at): ([Int], Int) = ([], 0)
        func isDigit(_ place: Int) -> Bool {
            characters.indices.contains(place) && characters[place].isASCII && characters[place].isNumber
        }
        while at < characters.count {
            guard isDigit(at) else {
                at += 1
                continue
            }
            var end = at
            while isDigit(end) { end += 1 }
            defer { at = end }
            let digits = String(characters[at..<end])
            func joins(_ sign: Int, _ digit: Int) -> Bool {
                characters.indices.contains(sign) && "-_./".contains(characters[sign]) && isDigit(digit)
            }
            guard let number = Int(digits) else { continue }
            // FY25/26 and 2025/26 are named after the year in which they end.
            if end + 2 < characters.count, characters[end] == "/", isDigit(end + 1), isDigit(end + 2), !isDigit(end + 3),
                let last = Int(String(characters[(end + 1)...(end + 2)])), last == (number + 1) % 100
            {
                years.append((digits.count == 4 ? number / 100 * 100 : 2000) + (number % 100) + 1)
                end += 3
                continue
            }
            if joins(end, end + 1) || joins(at - 1, at - 2) { continue }
            if digits.count == 4, (1990...2099).contains(number) {
                years.append(number)
            } else if digits.count == 2, at >= 2 {
                let lead = String(characters[max(0, at - 3)..<at]).filter(\.isLetter)
                if lead.hasSuffix("fy") || lead.hasSuffix("gj") { years.append(2000 + number) }
            }
        }
        return years
    }

}

/// What the names of columns say in a sheet with periods or metrics across.
enum TargetColumnName {
    /// The periods whose targets columns hold; nil for others. Dates are months where they are the first or last days of months that
    /// follow each other.
    static func periods(_ names: [String]) -> [String?] {
        let periods = names.map(period)
        for order in [ColumnReading.DateOrder.yearMonthDay, .dayMonthYear, .monthDayYear] {
            let days = names.map { name -> Day? in
                var name = name
                return name.withUTF8 { bytes in
                    let reader = CellReader(.day, ColumnReading(dateOrder: order))
                    guard case .value(let span) = reader.spelledDay(UnsafeRawBufferPointer(bytes)), !span.isMonth else {
                        return nil
                    }
                    return span.first
                }
            }
            let known = zip(days, periods).compactMap { $1 == nil ? $0 : nil }
            let areEdges = known.allSatisfy { $0 == $0.startOfMonth } || known.allSatisfy { $0 == $0.endOfMonth }
            guard known.count > 1, areEdges, zip(known, known.dropFirst()).allSatisfy({ $0.endOfMonth + 1 == $1.startOfMonth })
            else { continue }
            return zip(days, periods).map { day, period in
                period ?? day.map { PeriodCalendar().period(.month, holding: $0).name }
            }
        }
        return periods
    }

    /// The period whose targets a column holds: `Q1 2026`, `Target Q1 2026`, `2026年第一季度目标（万元）`; nil where it holds others, or
    /// what was reached.
    static func period(_ name: String) -> String? {
        let name = name.prefix { !"([（【".contains($0) }.description
        if WrittenPeriod.isPeriod(name) { return TextForm.trimmed(name) }
        guard let rest = withoutTarget(name) else { return nil }
        if WrittenPeriod.isPeriod(rest) { return rest }
        let (unit, _) = HeaderUnit.suffix(of: rest)
        guard unit != .none, let end = rest.lastIndex(where: { $0 == " " || $0 == "_" }) else { return nil }
        let shorter = String(rest[..<end])
        return WrittenPeriod.isPeriod(shorter) ? shorter : nil
    }

    /// Whether a name has a word that says that it is a target's.
    static func saysTarget(_ name: String) -> Bool { withoutTarget(name) != name.lowercased() }

    /// A name without the words that say that it is a target's; nil where none of it is left.
    static func withoutTarget(_ name: String) -> String? {
        var text = name.lowercased()
        for word in ["目标值", "目标", "计划值", "计划", "预算", "指标"] { text = text.replacing(word, with: " ") }
        let words = text.split { $0 == " " || $0 == "_" || $0 == ":" || $0 == "\n" }.map(String.init)
        let rest = words.filter { !targetWords.contains(HeaderNames.key($0)) }
        return rest.count == words.count && text == name.lowercased() ? text : rest.isEmpty ? nil : rest.joined(separator: " ")
    }

    private static let targetWords: Set<String> = Set(
        [
            "target", "targets", "goal", "goals", "plan", "planned", "budget", "quota", "value", "ziel", "ziele", "zielwert",
            "soll", "sollwert", "planwert", "objectif", "objectifs", "cible", "objetivo", "objetivos", "meta", "metas",
            "obiettivo", "obiettivi", "doel", "streefwaarde", "cel", "-", "–",
        ].map(HeaderNames.key))
}
