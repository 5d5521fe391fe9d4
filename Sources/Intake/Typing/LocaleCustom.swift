/// How numbers and dates are usually written in a locale: for columns that do not show it by themselves.
///
/// After the Unicode CLDR's patterns, with the habits of exports where the two differ: a locale whose dates begin with the year
/// (zh, ja, ko) is taken to put the month first where an export puts the year last.
struct LocaleCustom: Sendable, Equatable {
    /// The sign before the decimals.
    let decimal: ColumnReading.DecimalSign
    /// The order of numeric dates.
    let dateOrder: ColumnReading.DateOrder

    /// The custom of a locale such as `en`, `en-GB`, `zh-Hans`, `de_CH.UTF-8`; point and day first for one not known.
    init(_ locale: String) {
        let parts = locale.lowercased().prefix { $0 != "." && $0 != "@" }.split { $0 == "-" || $0 == "_" }
        let language = parts.first.map(String.init) ?? "en"
        // A region has two letters or three digits; a script has four letters.
        let region = parts.dropFirst().first { $0.utf8.count == 2 || $0.utf8.count == 3 }.map(String.init) ?? ""
        let isComma = Self.commaLanguages.contains(language) && !Self.pointPlaces.contains("\(language)-\(region)")
        decimal = isComma ? .comma : .point
        switch (language, region) {
        case ("en", ""), ("en", "us"), ("en", "ph"), ("en", "pr"), ("es", "us"), ("es", "pr"), ("es", "pa"), ("c", _),
            ("posix", _):
            dateOrder = .monthDayYear
        case ("zh", "hk"), ("zh", "mo"), ("zh", "sg"): dateOrder = .dayMonthYear
        case ("zh", _), ("ja", _), ("ko", _), ("mn", _), ("en", "ca"): dateOrder = .yearMonthDay
        default: dateOrder = .dayMonthYear
        }
    }

    /// Languages that write `1234,5`.
    private static let commaLanguages: Set<String> = [
        "af", "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fo", "fr", "gl", "hr", "hu",
        "hy", "id", "is", "it", "ka", "kk", "ky", "lb", "lt", "lv", "mk", "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru",
        "sk", "sl", "sq", "sr", "sv", "tr", "uk", "uz", "vi",
    ]

    /// Places that do not, though their language does.
    private static let pointPlaces: Set<String> = [
        "de-ch", "de-li", "it-ch", "es-mx", "es-us", "es-pr", "es-419", "es-gt", "es-hn", "es-sv", "es-ni", "es-pa", "es-do",
        "es-pe", "es-cu",
    ]
}
