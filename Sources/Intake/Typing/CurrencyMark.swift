import Facts

/// A currency as a cell writes it: an ISO 4217 code, or a symbol that several currencies share.
///
/// Small enough to be kept for each cell: three capital letters packed into an integer, the first in the highest place.
struct CurrencyMark: Hashable, Sendable {
    /// The packed code; for a shared symbol its own number, below any code's; 0 for none.
    let packed: UInt32

    /// No currency is written.
    static let none = CurrencyMark(packed: 0)
    /// `$`, of any of the dollars and some pesos.
    static let dollar = CurrencyMark(packed: 0x24)
    /// `£`, of the pounds.
    static let pound = CurrencyMark(packed: 0xA3)
    /// `¥`, yen or yuan.
    static let yen = CurrencyMark(packed: 0xA5)
    /// `kr`, any of the crowns of the North.
    static let crown = CurrencyMark(packed: 0x4B52)
    /// `元`, yuan or one of the dollars of Hong Kong, Macao and Taiwan.
    static let yuan = CurrencyMark(packed: 0x5143)
    /// `Rs` or `₨`, any of the rupees. (`₹` is India's alone.)
    static let rupee = CurrencyMark(packed: 0x5253)
    /// `lei`, of Romania or Moldova.
    static let leu = CurrencyMark(packed: 0x4C45)
    /// `dh`, of the Emirates or Morocco.
    static let dirham = CurrencyMark(packed: 0x4448)
    /// `R`, which is the rand's and much else's.
    static let rand = CurrencyMark(packed: 0x52)
    /// `L`, of Honduras, Moldova or Albania.
    static let lempira = CurrencyMark(packed: 0x4C)

    /// The mark that is packed so.
    init(packed: UInt32) { self.packed = packed }

    /// The mark of a three-letter code in any case, whether or not there is such a currency; ``none`` for any other text.
    init(code: String) {
        let bytes = code.utf8
        guard bytes.count == 3, bytes.allSatisfy({ Unit.isLetter(UInt16($0 | 32)) }) else {
            self = .none
            return
        }
        packed = bytes.reduce(0) { $0 << 8 | UInt32($1 & 0xDF) }
    }

    /// The ISO 4217 code in capitals, or nil for a shared symbol or none.
    var code: String? {
        guard packed > 0xFFFF else { return nil }
        return String(decoding: [UInt8(packed >> 16), UInt8(packed >> 8 & 0xFF), UInt8(packed & 0xFF)], as: UTF8.self)
    }

    /// A mark as people write it: the code, or the shared symbol.
    var sign: String {
        switch self {
        case .dollar: "$"
        case .pound: "£"
        case .yen: "¥"
        case .crown: "kr"
        case .yuan: "元"
        case .rupee: "Rs"
        case .leu: "lei"
        case .dirham: "dh"
        case .rand: "R"
        case .lempira: "L"
        default: code ?? ""
        }
    }

    /// The mark of a shared symbol written as ``sign`` has it; ``none`` for any other text.
    init(sign: String) {
        self = Self.users.keys.first { $0.sign == sign } ?? .none
    }

    /// The one currency meant by this mark where amounts are reported in `reporting`; the shared symbol itself where nothing
    /// tells which of its currencies is meant, ``none`` where none is written.
    ///
    /// A shared symbol is the reporting currency where that uses it. Else `$` is USD, `£` GBP and `元` CNY, as is usual; `¥` is
    /// what the locale's people pay with.
    func resolved(reporting: CurrencyMark, locale: String) -> CurrencyMark {
        if packed > 0xFFFF || packed == 0 { return self }
        if isUsed(by: reporting) { return reporting }
        switch self {
        case .dollar: return CurrencyMark(code: "USD")
        case .pound: return CurrencyMark(code: "GBP")
        case .yuan: return CurrencyMark(code: "CNY")
        case .yen where locale.hasPrefix("zh"): return CurrencyMark(code: "CNY")
        case .yen where locale.hasPrefix("ja"): return CurrencyMark(code: "JPY")
        default: return self
        }
    }

    /// Whether the mark is a symbol that a currency uses.
    func isUsed(by currency: CurrencyMark) -> Bool { Self.users[self]?.contains(currency) == true }

    /// Whether amounts of the currency have two decimals or none, whichever of those that share the symbol it is.
    var hasNoThirdDecimal: Bool { self != .none && (code.map { Currency($0).minorDigits < 3 } ?? true) }

    /// The currency of a number between both marks: `$1,234 CAD` are CAD, `¥12元` are CNY; nil where they contradict.
    func joined(with other: CurrencyMark) -> CurrencyMark? {
        if self == .none || self == other || Self.users[self]?.contains(other) == true { return other }
        if Self.users[other]?.contains(self) == true { return self }
        return (self == .yen && other == .yuan) || (self == .yuan && other == .yen) ? CurrencyMark(code: "CNY") : nil
    }

    /// The mark of a folded word, such as `usd` or `rmb`, or nil when it is no currency's.
    init?(_ word: Word) {
        guard let mark = Self.words[word] else { return nil }
        self = mark
    }

    /// The mark of a folded symbol such as `€`, or nil when it is no currency's.
    init?(symbol: UInt16) {
        switch symbol {
        case 0x24: self = .dollar
        // In Shift-JIS the yen sign has the backslash's place.
        case 0xA5, 0x5C: self = .yen
        case 0x5143, 0x5713, 0x5706: self = .yuan  // 元 圓 圆
        case 0xA3: self = .pound
        case 0x20AC: self.init(code: "EUR")
        case 0x5186: self.init(code: "JPY")  // 円
        case 0x20A9, 0xC6D0: self.init(code: "KRW")  // ₩ 원
        case 0x20B9: self.init(code: "INR")
        case 0x20A8: self = .rupee
        case 0x20BD: self.init(code: "RUB")
        case 0x20BA: self.init(code: "TRY")
        case 0x20AA: self.init(code: "ILS")
        case 0x20AB: self.init(code: "VND")
        case 0x20B4: self.init(code: "UAH")
        case 0x20B1: self.init(code: "PHP")
        case 0xE3F: self.init(code: "THB")
        case 0x20A6: self.init(code: "NGN")
        case 0x20B8: self.init(code: "KZT")
        case 0x20A1: self.init(code: "CRC")
        case 0x20B2: self.init(code: "PYG")
        case 0x20B5: self.init(code: "GHS")
        case 0x20BE: self.init(code: "GEL")
        case 0x20BC: self.init(code: "AZN")
        default: return nil
        }
    }

    /// The mark of `us$`, `cn¥` and the like: the letters before a shared symbol.
    init?(_ word: Word, before symbol: CurrencyMark) {
        guard let mark = (symbol == .dollar ? Self.dollars : symbol == .yen ? Self.yens : [:])[word] else { return nil }
        self = mark
    }
}

extension CurrencyMark {
    /// The active codes of ISO 4217, and CNH and RMB for the yuan.
    private static let codes = """
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP \
        CNY COP CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF \
        IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT \
        MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD \
        SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES \
        VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ZWL
        """

    /// The active codes of ISO 4217, in order.
    static let active = codes.split(separator: " ").map(String.init)

    /// Folded words to marks.
    private static let words: [Word: CurrencyMark] = {
        var words: [Word: CurrencyMark] = [:]
        for code in codes.split(separator: " ") { words[Word(code.lowercased())] = CurrencyMark(code: String(code)) }
        let others = [
            ("rmb", "CNY"), ("cnh", "CNY"), ("yuan", "CNY"), ("euro", "EUR"), ("euros", "EUR"), ("fr", "CHF"), ("sfr", "CHF"),
            ("zl", "PLN"), ("kc", "CZK"), ("ntd", "TWD"), ("yen", "JPY"), ("ft", "HUF"), ("stg", "GBP"), ("rp", "IDR"),
            ("rm", "MYR"), ("tl", "TRY"), ("ksh", "KES"),
        ]
        for (word, code) in others { words[Word(word)] = CurrencyMark(code: code) }
        let shared: [(String, CurrencyMark)] = [
            ("kr", .crown), ("kroner", .crown), ("kronor", .crown), ("kronur", .crown), ("rs", .rupee), ("rupees", .rupee),
            ("lei", .leu), ("leu", .leu), ("dh", .dirham), ("dhs", .dirham), ("r", .rand), ("l", .lempira),
            ("dollar", .dollar), ("dollars", .dollar), ("pound", .pound), ("pounds", .pound),
        ]
        for (word, mark) in shared { words[Word(word)] = mark }
        return words
    }()

    /// What stands before `$`.
    private static let dollars = marks([
        "us": "USD", "u": "USD", "usd": "USD", "ca": "CAD", "c": "CAD", "cad": "CAD", "a": "AUD", "au": "AUD", "aud": "AUD",
        "nz": "NZD", "nzd": "NZD", "hk": "HKD", "hkd": "HKD", "s": "SGD", "sg": "SGD", "sgd": "SGD", "nt": "TWD", "tw": "TWD",
        "twd": "TWD", "mx": "MXN", "mxn": "MXN", "r": "BRL", "mop": "MOP", "ar": "ARS", "cl": "CLP", "co": "COP",
    ])

    /// What stands before `¥`.
    private static let yens = marks(["cn": "CNY", "cny": "CNY", "rmb": "CNY", "jp": "JPY", "jpy": "JPY", "j": "JPY"])

    private static func marks(_ codes: [String: String]) -> [Word: CurrencyMark] {
        var marks: [Word: CurrencyMark] = [:]
        for (word, code) in codes { marks[Word(word)] = CurrencyMark(code: code) }
        return marks
    }

    /// The currencies that share each symbol.
    private static let users: [CurrencyMark: Set<CurrencyMark>] = [
        .dollar: set(
            """
            USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP UYU BBD BMD BND BSD BZD FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD DOP MOP
            """),
        .yen: set("JPY CNY"),
        .crown: set("SEK NOK DKK ISK"), .yuan: set("CNY TWD HKD MOP"), .pound: set("GBP EGP LBP FKP GIP SHP SSP SDG SYP"),
        .rupee: set("INR PKR LKR NPR MUR SCR"), .leu: set("RON MDL"), .dirham: set("AED MAD"), .rand: set("ZAR"),
        .lempira: set("HNL MDL ALL"),
    ]

    private static func set(_ codes: String) -> Set<CurrencyMark> {
        Set(codes.split(separator: " ").map { CurrencyMark(code: String($0)) })
    }
}

extension CellScanner {
    /// Reads a currency's code or symbol, or nil (at the same place) when there is none.
    mutating func currencyMark() -> CurrencyMark? {
        let start = at
        if let word = word() {
            if let symbol = CurrencyMark(symbol: next), let mark = CurrencyMark(word, before: symbol) {
                at += 1
                return mark
            }
            if let mark = CurrencyMark(word) {
                // `Fr.`, `kr.`, `Rs.`
                if word.count == 2 { _ = take(Unit.point) }
                return mark
            }
        } else if let mark = CurrencyMark(symbol: next) {
            at += 1
            return mark
        } else if next > 0x2FFF, let name = CurrencyNames.eastAsian.first(where: { isNext($0.units) }) {
            at += name.units.count
            return name.mark
        }
        at = start
        return nil
    }
}

/// Names of currencies that are neither codes nor signs.
enum CurrencyNames {
    /// ISO 4217 codes by name in small letters.
    static let code: [String: String] = {
        var codes = [
            "dollar": "USD", "dollars": "USD", "us dollar": "USD", "us dollars": "USD", "euro": "EUR", "euros": "EUR",
            "pound": "GBP", "pound sterling": "GBP", "swiss franc": "CHF", "swiss francs": "CHF", "japanese yen": "JPY",
        ]
        for (name, code) in asian { codes[name] = code }
        return codes
    }()

    private static let asian = [
        ("新加坡元", "SGD"), ("瑞士法郎", "CHF"), ("人民币", "CNY"), ("人民幣", "CNY"), ("人民元", "CNY"), ("新台币", "TWD"), ("新台幣", "TWD"),
        ("米ドル", "USD"), ("ユーロ", "EUR"), ("ポンド", "GBP"), ("台币", "TWD"), ("台幣", "TWD"), ("美元", "USD"), ("美金", "USD"),
        ("欧元", "EUR"), ("歐元", "EUR"), ("日元", "JPY"), ("日圆", "JPY"), ("日圓", "JPY"), ("英镑", "GBP"), ("英鎊", "GBP"),
        ("港币", "HKD"), ("港幣", "HKD"), ("港元", "HKD"), ("韩元", "KRW"), ("韓元", "KRW"), ("澳元", "AUD"), ("加元", "CAD"), ("유로", "EUR"),
    ]

    /// The names that stand beside numbers, as units of folded text; longer ones first.
    static let eastAsian: [(units: [UInt16], mark: CurrencyMark)] =
        asian.map { (Array($0.0.utf16), CurrencyMark(code: $0.1)) }
        + [(Array("ドル".utf16), .dollar), (Array("달러".utf16), .dollar)]
}
