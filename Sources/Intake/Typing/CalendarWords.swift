/// The words and marks of dates.
enum CalendarWords {
    /// Whether it is 年 or 년.
    static func isYear(_ unit: UInt16) -> Bool { unit == 0x5E74 || unit == 0xB144 }
    /// Whether it is 月 or 월.
    static func isMonth(_ unit: UInt16) -> Bool { unit == 0x6708 || unit == 0xC6D4 }
    /// Whether it is 日, 号, 號 or 일.
    static func isDay(_ unit: UInt16) -> Bool { unit == 0x65E5 || unit == 0x53F7 || unit == 0x865F || unit == 0xC77C }

    /// `3rd`, `1er`, `3e`.
    static let ordinals = words("st nd rd th er e eme o a ste de")
    /// `3 de noviembre de 2026`, `3rd of November`.
    static let connectors = words("de del di of")
    /// `the 3rd of November`, `le 5 octobre`, `den 3. november`.
    static let articles = words("the le el il den o on")

    /// Month names of English, German, French, Spanish, Italian, Portuguese, Dutch and their neighbours, without accents.
    static let months: [Word: Int] = {
        let names = [
            "jan january januar januari janner janv janvier ene enero gen genn gennaio janeiro",
            "feb february februar februari feber fev fevr fevrier febr febrero febbraio fevereiro",
            "mar march marz mrz maerz mars marts marzo marco mrt maart",
            "apr april avr avril abr abril aprile",
            "may mai mayo mag magg maggio maio mei maj",
            "jun june juni juin junio giu giugno junho",
            "jul july juli juil juillet julio lug luglio julho",
            "aug august augusti aout ago agosto agto augustus",
            "sep sept september septembre set sett septiembre setiembre settembre setembro",
            "oct october okt oktober octobre octubre ott ottobre out outubro",
            "nov november novembre noviembre novembro",
            "dec december dez dezember decembre dic diciembre dicembre dezembro des desember",
        ]
        var months: [Word: Int] = [:]
        for (index, line) in names.enumerated() {
            for name in line.split(separator: " ") { months[Word(name)] = index + 1 }
        }
        return months
    }()

    /// Zones that programs name after a time, in minutes east of UTC, where the name is of one zone only: `IST` (India, Israel,
    /// Ireland), `CST` (America, China) and `AST` are not here.
    static let zones: [Word: Int64] = {
        let hours: [(Int64, String)] = [
            (-600, "hst"), (-540, "akst"), (-480, "pst akdt"), (-420, "pdt mst"), (-360, "mdt"), (-300, "est cdt"),
            (-240, "edt"), (-180, "brt art"), (0, "wet wez"), (60, "bst cet mez west wesz wat"),
            (120, "cest mesz eet sast cat"), (180, "eest msk eat"), (300, "pkt"), (420, "ict wib"),
            (480, "sgt hkt awst pht wita"), (540, "jst kst wit"), (570, "acst"), (600, "aest"), (630, "acdt"),
            (660, "aedt"), (720, "nzst"), (780, "nzdt"),
        ]
        var zones: [Word: Int64] = [:]
        for (minutes, names) in hours { for name in names.split(separator: " ") { zones[Word(name)] = minutes } }
        return zones
    }()

    /// Names of UTC.
    static let zulu = words("z utc gmt")
    /// What stands between a date and its time: `at 3 PM`, `um 14:30 Uhr`, `a las 14:30`, `kl. 14.30`.
    static let beforeTime = words("at um a as las la alle ore kl klo om kello ab")
    /// What stands behind a time of 24 hours: `14:30 Uhr`, `14:30 h`.
    static let afterTime = words("uhr h hs hrs hr hours min s")

    private static func words(_ text: String) -> Set<Word> { Set(text.split(separator: " ").map { Word($0) }) }
}
