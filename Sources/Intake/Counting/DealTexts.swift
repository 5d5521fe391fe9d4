import Facts

/// What deals could be joined to leads by, in the forms in which they are compared; see ``LeadMatch``.
///
/// Deals that do not count, and parts of cells that are no id, are among it too: it says what is looked for, not what is found.
public struct DealTexts: Sendable {
    /// The ids of leads that deals name.
    public private(set) var leads: Set<String> = []
    /// The deals' own ids.
    public private(set) var deals: Set<String> = []
    /// The ids of their customers.
    public private(set) var customers: Set<String> = []
    /// The folded names of their companies.
    public private(set) var companies: Set<String> = []
    /// The hosts of their e-mail addresses.
    public private(set) var hosts: Set<String> = []

    /// Of all files of deals; nil where there is none.
    public init?(_ files: [ReadFile], settings: IntakeSettings) {
        let files = files.filter { $0.source == .opportunities }
        guard !files.isEmpty, let source = Source.all(settings).first(where: { $0.name == .opportunities }) else { return nil }
        for file in files {
            for (place, column) in source.columns.enumerated() {
                switch file.table.indices.contains(place) ? file.table[place] : nil {
                case .texts(let cells)?:
                    for code in 1..<max(1, UInt32(cells.pool.count)) { add(cells.pool.text(code), of: column.name) }
                case .list(let cells)?: cells.forEach { add($0, of: column.name) }
                default: break
                }
                guard file.columns.indices.contains(place), let at = file.columns[place] else { continue }
                for row in file.mended where at < row.cells.count { add(row.cells[at], of: column.name) }
            }
        }
    }

    private mutating func add(_ text: String, of column: String) {
        var text = text
        switch column {
        case TextKey.leadIDs.name:
            leads.insert(IDCell.compared(text))
            text.withUTF8 { bytes in
                let cell = UnsafeRawBufferPointer(bytes)
                IDParts.forEach(cell, andBlanks: false) { leads.insert(IDCell.compared($0.asText)) }
                IDParts.forEach(cell) { leads.insert(IDCell.compared($0.asText)) }
            }
        case IDKey.dealID.name: deals.insert(IDCell.compared(text))
        case TextKey.customerID.name: customers.insert(IDCell.compared(text))
        case TextKey.company.name: companies.insert(TextForm.folded(text))
        case TextKey.email.name: hosts.insert(DealTexts.host(text))
        default: break
        }
    }

    private static func host(_ text: String) -> String {
        var (text, host) = (text, [UInt8]())
        text.withUTF8 { MailHost().write(UnsafeRawBufferPointer($0), &host) }
        return String(decoding: host, as: UTF8.self)
    }
}
