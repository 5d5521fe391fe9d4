import Facts

/// Which lead takes each deal.
///
/// Source: data contract, "Opportunities". A deal's leads are those whose ids it names, else those that name its id, else those of
/// its customer, else those of its company by name or e-mail domain that are not younger than it. Of several the earliest created
/// takes it; of those the one whose id comes first.
struct LeadMatch {
    /// By what a deal was joined with a lead; the earlier goes before the later.
    enum Means: UInt8, CaseIterable {
        case leadID, dealID, customer, company, domain

        /// What findings call it.
        var inWords: String {
            switch self {
            case .leadID: "lead id"
            case .dealID: "deal id"
            case .customer: "customer"
            case .company: "company name"
            case .domain: "e-mail domain"
            }
        }
    }

    /// What leads, or deals, are told by. All columns have an entry a row.
    struct Rows {
        var ids: TextList
        var created: StampColumn
        /// Of leads the ids of their deals, of deals those of their leads: one or several in a cell; nil where no file has them.
        var others: TextColumn?
        /// Codes among the same ids for both; 0 where there is none; nil where no file has them.
        var customers: [UInt32]?
        var companies: TextColumn?
        var emails: TextColumn?
    }

    /// By deal the row of the lead that takes it, or ``Deals/noLead``.
    private(set) var leads: [Int32]
    /// By deal what joined it; nil where no lead takes it.
    private(set) var means: [Means?]
    /// By deal whether it names leads of which none is there.
    private(set) var namesStrangers: [Bool]

    private let of: Rows
    private let deals: Rows

    /// Finds the leads of deals.
    ///
    /// - Parameters:
    ///   - cut: Leads created from then on are not there yet.
    ///   - leadID: The form in which a lead's id is kept that a cell writes in another.
    ///   - dealID: The same of a deal's.
    init(
        leads of: Rows, deals: Rows, before cut: Stamp, leadID: (String) -> String = { $0 },
        dealID: (String) -> String = { $0 }
    ) {
        self.of = of
        self.deals = deals
        leads = Array(repeating: Deals.noLead, count: deals.created.count)
        means = Array(repeating: nil, count: deals.created.count)
        namesStrangers = Array(repeating: false, count: deals.created.count)
        let there = of.created.indices.filter { of.created[$0] < cut }
        guard !there.isEmpty, !leads.isEmpty else { return }
        joinByLeadID(there, leadID)
        joinByDealID(there, dealID)
        joinByCustomer(there)
        joinByCompany(there)
    }

    /// Deals that no lead takes yet.
    private var open: [Int] { leads.indices.filter { leads[$0] == Deals.noLead } }

    private mutating func join(_ deal: Int, _ lead: Int32, _ by: Means) {
        leads[deal] = lead
        means[deal] = by
    }

    /// The one of two leads that was created first; of those created at the same time the one whose id comes first.
    private func earlier(_ a: Int32, _ b: Int32) -> Int32 {
        let (x, y) = (Int(a), Int(b))
        if x < 0 || y < 0 { return x < 0 ? b : a }
        if of.created[x] != of.created[y] { return of.created[x] < of.created[y] ? a : b }
        let isFirst = of.ids.withBytes(x) { one in
            of.ids.withBytes(y) { other in
                one.lexicographicallyPrecedes(other) || one.elementsEqual(other) && x < y
            }
        }
        return isFirst ? a : b
    }

    /// By code of an id, the earliest lead of several.
    private func earliest(_ codes: Int, _ there: [Int], _ code: (Int) -> UInt32) -> [Int32] {
        var first = [Int32](repeating: Deals.noLead, count: codes)
        for lead in there {
            let code = Int(code(lead))
            if code > 0 { first[code] = earlier(first[code], Int32(lead)) }
        }
        return first
    }

    private mutating func joinByLeadID(_ there: [Int], _ spelled: (String) -> String) {
        guard let named = deals.others else { return }
        // Few leads are named: theirs are looked for among all ids, and not all ids kept.
        let asked = IDParts.candidates(named, spelled)
        var ids = BytePool()
        var first: [Int32] = [Deals.noLead]
        for lead in there {
            of.ids.withBytes(lead) { id in
                guard asked.find(id) != nil else { return }
                let code = Int(ids.code(id))
                if code == first.count { first.append(Deals.noLead) }
                first[code] = earlier(first[code], Int32(lead))
            }
        }
        let cells = IDParts(named, ids, spelled)
        for deal in leads.indices where named.codes[deal] != 0 {
            let found = cells[named.codes[deal]].reduce(Deals.noLead) { earlier($0, first[Int($1)]) }
            if found == Deals.noLead { namesStrangers[deal] = true } else { join(deal, found, .leadID) }
        }
    }

    private mutating func joinByDealID(_ there: [Int], _ spelled: (String) -> String) {
        guard let named = of.others else { return }
        let open = open
        var ids = BytePool()
        let codes = open.map { deal in deals.ids.withBytes(deal) { ids.code($0) } }
        let cells = IDParts(named, ids, spelled)
        var first = [Int32](repeating: Deals.noLead, count: ids.count)
        for lead in there where named.codes[lead] != 0 {
            for code in cells[named.codes[lead]] { first[Int(code)] = earlier(first[Int(code)], Int32(lead)) }
        }
        for (deal, code) in zip(open, codes) where first[Int(code)] >= 0 { join(deal, first[Int(code)], .dealID) }
    }

    private mutating func joinByCustomer(_ there: [Int]) {
        guard let own = deals.customers, let customers = of.customers else { return }
        let open = open.filter { own[$0] != 0 }
        guard !open.isEmpty else { return }
        let count = Int(max(own.max() ?? 0, customers.max() ?? 0)) + 1
        let first = earliest(count, there) { customers[$0] }
        for deal in open where first[Int(own[deal])] >= 0 { join(deal, first[Int(own[deal])], .customer) }
    }

    private mutating func joinByCompany(_ there: [Int]) {
        let open = open
        guard !open.isEmpty else { return }
        var byName = CompanyLeads(of.companies, deals.companies, of: open) { _ in CompanyName() }
        var byDomain = CompanyLeads(of.emails, deals.emails, of: open) { MailHost(asked: $0) }
        // A name is its company's, whatever customers it has.
        byName?.add(there, earlier) { _ in (0, 0) }
        // What a domain is of is told by the names of its leads, else by their customers.
        var names = of.companies.map { KeyedCells($0, CompanyName()) }
        byDomain?.add(there, earlier) { (names?.code($0) ?? 0, of.customers?[$0] ?? 0) }
        for deal in open {
            var (found, by) = (Deals.noLead, Means.company)
            for (lead, means) in [(byName?.first(ofDeal: deal), Means.company), (byDomain?.first(ofDeal: deal), .domain)] {
                guard let lead, of.created[Int(lead)] <= deals.created[deal] else { continue }
                if found < 0 || earlier(found, lead) != found { (found, by) = (lead, means) }
            }
            if found >= 0 { join(deal, found, by) }
        }
    }
}

/// Cells as codes of what they are compared by, found as they are asked for.
private struct KeyedCells<Key: CompanyKey> {
    private let column: TextColumn
    private var key: Key
    /// What cells that were asked for are compared by.
    private(set) var pool = BytePool()
    /// By code of a cell; 0 where it is by nothing.
    private var known: [UInt32: UInt32] = [0: 0]

    init(_ column: TextColumn, _ key: Key) { (self.column, self.key) = (column, key) }

    /// The code of what a row's cell is compared by; 0 where it is by nothing.
    mutating func code(_ row: Int) -> UInt32 {
        let cell = column.codes[row]
        if let code = known[cell] { return code }
        var text: [UInt8] = []
        column.pool.withBytes(cell) { key.write($0, &text) }
        let code = text.withUnsafeBytes { pool.code($0) }
        known[cell] = code
        return code
    }
}

/// The leads of each company that deals have, told by its name or its e-mail domain.
private struct CompanyLeads {
    /// By code of a cell the company's key; 0 where it says none, or one that no deal has.
    private let ofLeads: [UInt32]
    /// By deal that is asked for.
    private let ofDeals: [Int: UInt32]
    private let leads: TextColumn
    /// By key the earliest lead, and the first name and customer met.
    private var first: [Int32]
    private var names: [UInt32]
    private var customers: [UInt32]
    private var hasSeveralNames: [Bool]
    private var hasSeveralCustomers: [Bool]

    /// Nil where leads or deals have no such column.
    ///
    /// - Parameters:
    ///   - open: The deals that are asked for.
    ///   - makeKey: Makes what writes by what cells are compared, given all that deals have; nil where these are looked for.
    init?<Key: CompanyKey>(
        _ leads: TextColumn?, _ deals: TextColumn?, of open: [Int], _ makeKey: @Sendable (BytePool?) -> Key
    ) {
        guard let leads, let deals else { return nil }
        self.leads = leads
        var cells = KeyedCells(deals, makeKey(nil))
        ofDeals = Dictionary(uniqueKeysWithValues: open.map { ($0, cells.code($0)) })
        let pool = cells.pool
        ofLeads = pool.count == 1 ? [] : leads.pool.codes(in: pool, makeKey)
        first = Array(repeating: Deals.noLead, count: pool.count)
        names = Array(repeating: 0, count: pool.count)
        customers = names
        hasSeveralNames = Array(repeating: false, count: pool.count)
        hasSeveralCustomers = hasSeveralNames
    }

    /// Takes in those of some leads whose companies deals have, in their order.
    ///
    /// - Parameter owner: Tells the name and the customer of a lead, 0 standing for none.
    mutating func add(
        _ there: [Int], _ earlier: (Int32, Int32) -> Int32, _ owner: (Int) -> (name: UInt32, customer: UInt32)
    ) {
        guard !ofLeads.isEmpty else { return }
        let known = ofLeads.withUnsafeBufferPointer { keys in there.filter { keys[Int(leads.codes[$0])] > 0 } }
        for lead in known {
            let key = Int(ofLeads[Int(leads.codes[lead])])
            let (name, customer) = owner(lead)
            first[key] = earlier(first[key], Int32(lead))
            if name != 0 {
                hasSeveralNames[key] = hasSeveralNames[key] || names[key] != 0 && names[key] != name
                names[key] = name
            }
            if customer != 0 {
                hasSeveralCustomers[key] = hasSeveralCustomers[key] || customers[key] != 0 && customers[key] != customer
                customers[key] = customer
            }
        }
    }

    /// The earliest lead of a deal's company; nil where there is none, or the key is of several companies.
    func first(ofDeal deal: Int) -> Int32? {
        let key = Int(ofDeals[deal] ?? 0)
        guard key > 0, first[key] >= 0 else { return nil }
        let isOne = names[key] != 0 ? !hasSeveralNames[key] : !hasSeveralCustomers[key]
        return isOne ? first[key] : nil
    }
}

extension BytePool {
    /// By code of a text, the code of what it is compared by in another pool; 0 where it is not there. Several texts are looked at at once.
    fileprivate func codes<Key: CompanyKey>(in pool: BytePool, _ makeKey: @Sendable (BytePool?) -> Key) -> [UInt32] {
        let parts = concurrently(over: 0..<count, by: 1 << 16) { codes in
            var (key, text) = (makeKey(pool), [UInt8]())
            return codes.map { code in
                text.removeAll(keepingCapacity: true)
                withBytes(UInt32(code)) { key.write($0, &text) }
                return text.withUnsafeBytes { pool.find($0) ?? 0 }
            }
        }
        return parts.count == 1 ? parts[0] : Array(parts.joined())
    }
}
