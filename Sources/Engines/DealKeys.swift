/// What deals could be joined to leads by, as a table that the engine is given: the rows that any of it fits are read here.
///
/// Texts are compared in a form that is coarser than the one in which they are compared here, so that SQL can find it: what is one text
/// here is one there, never the other way round. A cell for which that does not hold surely is taken to fit. Each form is written here
/// twice, as Swift and as SQL, side by side.
public struct DealKeys: Sendable {
    /// What a text is of.
    enum Kind: String, CaseIterable { case lead, deal, customer, company, host }

    /// Each is its kind's letter and the coarse text.
    let keys: Set<String>

    /// Keys of texts as they are compared here.
    ///
    /// - Parameters:
    ///   - leads: The ids of leads that deals name.
    ///   - deals: The deals' own.
    ///   - customers: Those of their customers.
    ///   - companies: Folded names of companies.
    ///   - hosts: Hosts of e-mail addresses that are a company's own.
    public init(
        leads: some Sequence<String>, deals: some Sequence<String>, customers: some Sequence<String>,
        companies: some Sequence<String>, hosts: some Sequence<String>
    ) {
        var keys: Set<String> = []
        func add(_ kind: Kind, _ texts: some Sequence<String>, _ coarse: (String) -> String) {
            for text in texts where !text.isEmpty { keys.insert(kind.mark + coarse(text)) }
        }
        add(.lead, leads, DealKeys.id)
        add(.deal, deals, DealKeys.id)
        add(.customer, customers, DealKeys.id)
        add(.company, companies, DealKeys.company)
        // A cell with other letters fits in any case.
        add(.host, hosts.filter { $0.utf8.allSatisfy { $0 > 32 && $0 < 127 } }, { $0 })
        self.keys = keys
    }

    /// Whether nothing can be joined.
    public var isEmpty: Bool { keys.isEmpty }

    /// The table, one key a line, in the order of their bytes.
    public var table: String { keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { $0 + "\n" }.joined() }

    func has(_ kind: Kind) -> Bool { keys.contains { $0.hasPrefix(kind.mark) } }

    // MARK: Ids

    /// An id in small letters, without signs, a fraction of zeros, leading zeros and Salesforce's letters that check.
    static func id(_ text: String) -> String {
        var small = text.utf8.map { $0 &- 65 < 26 ? $0 | 32 : $0 }
        for prefix in ["mailto:", "urn:uuid:"] where small.starts(with: prefix.utf8) { small.removeFirst(prefix.utf8.count) }
        if let point = small.lastIndex(of: UInt8(ascii: ".")), point < small.count - 1,
            small[(point + 1)...].allSatisfy({ $0 == UInt8(ascii: "0") })
        {
            small.removeSubrange(point...)
        }
        let whole = small.filter { $0 &- 48 < 10 || $0 &- 97 < 26 }
        let short = whole.count == 18 ? whole.prefix(15) : whole[...]
        return String(decoding: short.drop { $0 == UInt8(ascii: "0") }, as: UTF8.self)
    }

    /// The same of an expression.
    static func id(_ text: String, _ sql: any SQLDialect) -> String {
        let bare = sql.replacing("lower(\(text))", "^(mailto:|urn:uuid:)", "")
        let whole = sql.replacing(sql.replacing(bare, "[.]0+$", ""), "[^a-z0-9]", "")
        let short = "CASE WHEN length(\(whole)) = 18 THEN substr(\(whole), 1, 15) ELSE \(whole) END"
        return sql.replacing(short, "^0+", "")
    }

    /// Ids of which the coarse form of the cell is that of what it is compared as: without guards, and surely no number that was written
    /// in another way.
    private static let plainID =
        "[A-Za-z_/#-][A-Za-z0-9._/# -]*|[0-9]+([.]0+)?|[0-9][A-Za-z0-9_/# -]*|[A-Za-z0-9_.-]+@[A-Za-z0-9.-]+"
    /// The same of one id where there may be several.
    private static let onePlainID = "[A-Za-z_/#-][A-Za-z0-9._/#-]*|[0-9]+([.]0+)?|[0-9][A-Za-z0-9_/#-]*"

    // MARK: Names of companies

    /// The letters that are kept of a name: those that have one form only, whatever a file does to them.
    private static let kept = "a-z0-9\u{3041}-\u{3096}\u{30A1}-\u{30FA}\u{30FC}\u{4E00}-\u{9FFF}\u{AC00}-\u{D7A3}"
    /// Those that are left out, and that never become one that is kept: signs, letters with marks (ß aside, which is ss), full-width signs.
    private static let leftOut =
        " -~\t\r\n\u{C0}-\u{D6}\u{D8}-\u{DE}\u{E0}-\u{F6}\u{F8}-\u{FF}\u{100}-\u{12F}\u{134}-\u{148}\u{14A}-\u{17E}"
        + "\u{2010}-\u{2026}\u{3000}-\u{3002}\u{300C}-\u{300F}\u{30FB}\u{FF01}-\u{FF0F}\u{FF1A}-\u{FF20}"

    /// What is kept of a folded name.
    static func company(_ folded: String) -> String {
        var coarse = String.UnicodeScalarView()
        for scalar in folded.unicodeScalars {
            switch scalar.value {
            case 0x61...0x7A, 0x30...0x39, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0x4E00...0x9FFF, 0xAC00...0xD7A3:
                coarse.append(scalar)
            default: break
            }
        }
        return String(coarse)
    }

    // MARK: What fits

    /// The key of a row's cells of a kind, as an expression; null where a row has none.
    func key(_ kind: Kind, _ sql: any SQLDialect) -> String {
        let coarse =
            switch kind {
            // The row has it already.
            case .lead: "fold"
            case .deal, .customer: DealKeys.id(kind.column, sql)
            case .company: sql.replacing("replace(lower(company), 'ß', 'ss')", "[^\(DealKeys.kept)]", "")
            case .host:
                sql.replacing(sql.group("lower(email)", "@([^ <>()\\[\\];,|\"':@]+)"), "[.]+$", "")
            }
        return "CASE WHEN \(kind.column) <> '' THEN concat('\(kind.mark)', \(coarse)) END"
    }

    /// Whether a row's cell of a kind may fit whatever its key is.
    func isDoubtful(_ kind: Kind, _ sql: any SQLDialect) -> String? {
        switch kind {
        // Rows whose own id is not plain are read here in any case.
        case .lead: nil
        case .deal: "(deals <> '' AND NOT \(sql.isWhole("deals", DealKeys.onePlainID)))"
        case .customer: "(customer <> '' AND NOT \(sql.isWhole("customer", DealKeys.plainID)))"
        case .company:
            "(company <> '' AND NOT \(sql.isWhole("company", "[A-Z\(DealKeys.kept)ß\(DealKeys.leftOut)]*")))"
        case .host: "(email LIKE '%@%' AND NOT \(sql.isWhole("email", "[ -?A-~]*@[ -?A-~]*")))"
        }
    }
}

extension DealKeys.Kind {
    /// What keys of it begin with.
    var mark: String {
        switch self {
        case .lead: "l"
        case .deal: "d"
        case .customer: "u"
        case .company: "c"
        case .host: "h"
        }
    }

    /// The column of a row that is looked at.
    var column: String {
        switch self {
        case .lead: "id"
        case .deal: "deals"
        case .customer: "customer"
        case .company: "company"
        case .host: "email"
        }
    }
}
