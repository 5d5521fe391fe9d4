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
    /// `¥`, yen or yuan.
    static let yen = CurrencyMark(packed: 0xA5)
    /// `kr`, any of the crowns of the North.
    static let crown = CurrencyMark(packed: 0x4B52)
    /// `元`, yuan or one of the dollars of Hong Kong, Macao and Taiwan.
    static let yuan = CurrencyMark(packed: 0x5143)

    private init(packed: UInt32) { self.packed = packed }

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

    /// The one currency meant by this mark where amounts are reported in `reporting`, or ``none`` where none is written or
    /// nothing tells which.
    ///
    /// A shared symbol is the reporting currency where that uses it; else `$` is USD, `¥` is JPY, `元` is CNY.
    func resolved(reporting: CurrencyMark) -> CurrencyMark {
        if packed > 0xFFFF || packed == 0 { return self }
        if Self.users[self]?.contains(reporting) == true { return reporting }
        switch self {
        case .dollar: return CurrencyMark(code: "USD")
        case .yen: return CurrencyMark(code: "JPY")
        case .yuan: return CurrencyMark(code: "CNY")
        default: return .none
        }
    }

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
        case 0xA3: self.init(code: "GBP")
        case 0x20AC: self.init(code: "EUR")
        case 0x5186: self.init(code: "JPY")  // 円
        case 0x20A9, 0xC6D0: self.init(code: "KRW")  // ₩ 원
        case 0x20B9, 0x20A8: self.init(code: "INR")
        case 0x20BD: self.init(code: "RUB")
        case 0x20BA: self.init(code: "TRY")
        case 0x20AA: self.init(code: "ILS")
        case 0x20AB: self.init(code: "VND")
        case 0x20B4: self.init(code: "UAH")
        case 0x20B1: self.init(code: "PHP")
        case 0xE3F: self.init(code: "THB")
        case 0x20A6: self.init(code: "NGN")
        case 0x20B8: self.init(code: "KZT")
        case 0x20BF, 0: return nil
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

    /// Folded words to marks.
    private static let words: [Word: CurrencyMark] = {
        var words: [Word: CurrencyMark] = [:]
        for code in codes.split(separator: " ") { words[Word(code.lowercased())] = CurrencyMark(code: String(code)) }
        let others = [
            ("rmb", "CNY"), ("cnh", "CNY"), ("yuan", "CNY"), ("euro", "EUR"), ("euros", "EUR"), ("fr", "CHF"), ("sfr", "CHF"),
            ("zl", "PLN"), ("kc", "CZK"), ("rs", "INR"), ("ntd", "TWD"), ("yen", "JPY"), ("ft", "HUF"), ("stg", "GBP"),
        ]
        for (word, code) in others { words[Word(word)] = CurrencyMark(code: code) }
        words[Word("kr")] = .crown
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
        .dollar: Set(
            """
            USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP UYU BBD BMD BND BSD BZD FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD DOP MOP
            """.split(separator: " ").map { CurrencyMark(code: String($0)) }),
        .yen: [CurrencyMark(code: "JPY"), CurrencyMark(code: "CNY")],
        .crown: Set(["SEK", "NOK", "DKK", "ISK"].map { CurrencyMark(code: $0) }),
        .yuan: Set(["CNY", "TWD", "HKD", "MOP"].map { CurrencyMark(code: $0) }),
    ]
}

extension ColumnReading {
    /// Reads a cell that holds nothing but a currency: `USD`, `usd`, `US$`, `€`, `RMB`.
    func currency(_ cell: UnsafeRawBufferPointer) -> Cell<CurrencyMark> {
        var text = CellScanner(cell)
        guard text.isReadable else { return .bad }
        if let mark = text.currencyMark(), text.isAtEnd { return .value(mark) }
        return text.isMissing ? .missing : .bad
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
                if word.count == 2, next == Unit.point { at += 1 }
                return mark
            }
        } else if let mark = CurrencyMark(symbol: next) {
            at += 1
            return mark
        } else if next == 0x4EBA, afterNext == 0x6C11, unit(at + 2) == 0x5E01 || unit(at + 2) == 0x5E63 {  // 人民币 人民幣
            at += 3
            return CurrencyMark(code: "CNY")
        }
        at = start
        return nil
    }
}
