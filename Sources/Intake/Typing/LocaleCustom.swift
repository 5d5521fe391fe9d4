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

    /// The languages of ISO 639-1, and Filipino.
    static let languages = """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa \
        ff fi fil fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko \
        kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi \
        pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk \
        ur uz ve vi vo wa wo xh yi yo za zh zu
        """.split(separator: " ").map(String.init)

    /// Whether a text is a locale of a known language, with a script, a region and a variant as far as they are written like such; `C` and
    /// `POSIX` are.
    static func isKnown(_ locale: String) -> Bool {
        let text = locale.lowercased()
        let whole = text.prefix { $0 != "." && $0 != "@" }
        let parts = whole.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        guard let first = parts.first, ["c", "posix"].contains(first) || languages.contains(String(first)) else { return false }
        return parts.dropFirst().allSatisfy { part in
            (2...8).contains(part.utf8.count) && part.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
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
