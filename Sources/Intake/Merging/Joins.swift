import Facts

extension Assembler {
    /// Reports ids and members that meet none where they should: what is known of a customer, an initiative or a member is not
    /// there for them, and breakdowns have it under `(none)`.
    mutating func reportJoins() {
        reportUnknownCustomers()
        reportTestCustomers()
        let known = knownCustomers()
        if let known {
            for (source, leads) in [(SourceName.leads, facts.leads), (.opportunities, facts.deals?.rows)] {
                reportUnknown(
                    source.rawValue, leads?.customers, known, money: (leads?.amounts).map { column in { column[$0] } },
                    judged: won(leads), counted: source == .leads ? facts.counted?.byCustomer : nil)
            }
            reportUnknown("nps", facts.surveys?.customers, known)
            reportUnknown("usage", facts.usage?.customers, known)
            reportUnknown("spend", facts.spend?.customers, known, money: facts.spend.map { spend in { spend.amounts[$0] } })
            reportUnknown(
                "one_off_revenue", facts.oneOffs.map(\.customer), known,
                money: { [oneOffs = facts.oneOffs] in oneOffs[$0].amount })
        }
        reportUnknownInitiatives()
        reportUnknownMembers()
    }

    /// How much of what should meet must fail to make it a warning: half. Less is as usual as a customer of yesterday who is not
    /// in last week's list yet.
    private static func isWarning(_ failing: Int, of all: Int) -> Bool { failing * 2 >= all }

    /// Leads become customers when they are won, if they do: those tell whether ids meet, from so many on.
    private static let tellingLeads = 3

    /// By customer code whether `customers` or the ARR terms know it; nil where there is neither.
    private func knownCustomers() -> [Bool]? {
        guard facts.terms != nil || facts.customers != nil else { return nil }
        var known = [Bool](repeating: false, count: facts.customerIDs.count)
        for code in facts.terms?.customers ?? [] { known[Int(code)] = true }
        for code in facts.customers?.customers ?? [] { known[Int(code)] = true }
        return known
    }

    /// By row whether a lead or deal was won; false of all where no file says so.
    private func won(_ leads: Leads?) -> (Int) -> Bool {
        guard let won = leads?.reached.last ?? nil else { return { _ in false } }
        return { !won[$0].isMissing }
    }

    // Customers of `subscriptions` that `customers` does not know.

    private mutating func reportUnknownCustomers() {
        guard let terms = facts.terms, let customers = facts.customers else { return }
        let source = terms.origin == .subscriptions ? "subscriptions" : "arr_snapshots"
        var listed = [Bool](repeating: false, count: facts.customerIDs.count)
        for code in customers.customers { listed[Int(code)] = true }
        guard terms.customers.contains(where: { $0 != 0 && !listed[Int($0)] }) else { return }
        var arr = [Int128?](repeating: nil, count: facts.customerIDs.count)
        for row in 0..<terms.count where terms.customers[row] != 0 {
            let isActive = terms.starts[row] <= settings.asOf && terms.ends[row] > settings.asOf
            arr[Int(terms.customers[row])] = (arr[Int(terms.customers[row])] ?? 0) + (isActive ? Int128(terms.arr[row]) : 0)
        }
        let all = arr.indices.filter { arr[$0] != nil }
        let unknown = all.filter { !listed[$0] }
        guard !unknown.isEmpty else { return }
        func sum(_ codes: [Int]) -> Int128 { codes.reduce(0) { $0 + max(0, arr[$1]!) } }
        let (lost, total) = (sum(unknown), sum(all))
        let values: FindingValues = [
            "count": unknown.count, "all": all.count, "source": source, "money": money(lost),
            "currency": settings.currency.code,
            "day": settings.asOf, "ids": ids(unknown), "listed": customers.customers.first.map { ids([Int($0)]) } ?? "none",
        ]
        if unknown.count == all.count {
            general.addApart(Finding(.idsOfAnotherSystem, file: "", column: "customer_id", values))
        } else {
            let isWarning = Assembler.isWarning(unknown.count, of: all.count) || total > 0 && lost * 2 >= total
            general.addApart(
                Finding(.unknownCustomers, isWarning ? .warning : .note, file: "", column: "customer_id", values))
        }
    }

    /// Says that customers that serve for tests have recurring revenue.
    private mutating func reportTestCustomers() {
        guard let terms = facts.terms, !testCustomers.isEmpty else { return }
        var arr: [UInt32: Int128] = [:]
        for row in 0..<terms.count where testCustomers.contains(terms.customers[row]) {
            guard terms.starts[row] <= settings.asOf, terms.ends[row] > settings.asOf, terms.arr[row] > 0 else { continue }
            arr[terms.customers[row], default: 0] += Int128(terms.arr[row])
        }
        guard !arr.isEmpty else { return }
        general.addApart(
            Finding(
                .testCustomers, file: "", column: "customer_id",
                [
                    "count": arr.count, "money": money(arr.values.reduce(0, +)), "currency": settings.currency.code,
                    "day": settings.asOf, "ids": ids(arr.keys.map { Int($0) }),
                    "source": terms.origin == .subscriptions ? "subscriptions" : "arr_snapshots",
                ]))
    }

    // Ids of other sources that no customer has.

    /// - Parameters:
    ///   - codes: The customer by row.
    ///   - money: The amount by row, in minor units.
    ///   - judged: By row whether it tells if ids meet; nil where all do.
    ///   - counted: By customer code how many further rows there are, how many of them tell, and their money.
    private mutating func reportUnknown(
        _ source: String, _ codes: [UInt32]?, _ known: [Bool], money amount: ((Int) -> Int64)? = nil,
        judged: ((Int) -> Bool)? = nil, counted: [UInt32: (rows: Int, judged: Int, money: Int128)]? = nil
    ) {
        let counted = counted ?? [:]
        guard let codes,
            codes.contains(where: { !known[Int($0)] && $0 != 0 }) || counted.keys.contains(where: { !known[Int($0)] })
        else { return }
        var isThere = [Bool](repeating: false, count: known.count)
        var isJudged = isThere
        var (rows, sum): (Int, Int128) = (0, 0)
        for (row, code) in codes.enumerated() where code != 0 {
            isThere[Int(code)] = true
            if judged?(row) == true { isJudged[Int(code)] = true }
            guard !known[Int(code)] else { continue }
            rows += 1
            if let amount = amount?(row), amount != Leads.noAmount { sum += Int128(amount) }
        }
        for (code, more) in counted {
            isThere[Int(code)] = true
            if more.judged > 0 { isJudged[Int(code)] = true }
            guard !known[Int(code)] else { continue }
            rows += more.rows
            sum += more.money
        }
        let all = isThere.indices.filter { isThere[$0] }
        let unknown = all.filter { !known[$0] }
        let asked = judged == nil ? all : isJudged.indices.filter { isJudged[$0] }
        let isWarning =
            (judged == nil || asked.count >= Assembler.tellingLeads)
            && Assembler.isWarning(asked.count { !known[$0] }, of: max(1, asked.count))
        let of = amount == nil ? "" : ", \(money(sum)) \(settings.currency.code)"
        general.addApart(
            Finding(
                .unknownIDs, isWarning ? .warning : .note, file: "", column: "customer_id",
                [
                    "count": unknown.count, "all": all.count, "source": source, "rows": Assembler.counted(rows, "row"),
                    "money": of,
                    "ids": ids(unknown),
                    "none": unknown.count == all.count ? "; not one meets: two systems may have two kinds of id" : "",
                ]))
    }

    // Initiatives and members.

    private mutating func reportUnknownInitiatives() {
        guard !facts.initiatives.isEmpty else { return }
        let known = Set(facts.initiatives.map(\.id))
        let spend = facts.spend.map { zip($0.initiatives, $0.amounts.map(Optional.some)).map { $0 } } ?? []
        let uses: [(source: String, ids: [(String, Int64?)])] = [
            ("spend", spend), ("customers", (facts.customers?.initiatives ?? []).map { ($0, nil) }),
            ("actions", facts.actions.map { ($0.initiative, nil) }), ("value_map", facts.valueMap.map { ($0.initiative, nil) }),
            ("one_off_revenue", facts.oneOffs.map { ($0.initiative, $0.amount) }),
        ]
        for (source, ids) in uses {
            let given = ids.filter { !$0.0.isEmpty }
            let unknown = given.filter { !known.contains($0.0) }
            guard !unknown.isEmpty else { continue }
            let (all, failing) = (Set(given.map(\.0)).count, Set(unknown.map(\.0)))
            let amounts = unknown.compactMap(\.1)
            let sum = amounts.isEmpty ? "" : ", \(money(amounts.reduce(0) { $0 + Int128($1) })) \(settings.currency.code)"
            general.addApart(
                Finding(
                    .unknownInitiatives, Assembler.isWarning(failing.count, of: all) ? .warning : .note, file: "",
                    column: "initiative",
                    [
                        "count": failing.count, "all": all, "source": source, "rows": Assembler.counted(unknown.count, "row"),
                        "money": sum,
                        "ids": Assembler.few(failing.sorted(by: precedes)),
                    ]))
        }
    }

    private mutating func reportUnknownMembers() {
        var unknown: Set<String> = []
        for target in facts.targets where !target.member.isEmpty && target.member != "(none)" {
            guard let dimension = facts.dimensions.first(where: { $0.name == target.dimension }) else { continue }
            if dimension.code(of: target.member) == nil { unknown.insert("\(target.dimension) `\(target.member)`") }
        }
        guard !unknown.isEmpty else { return }
        general.addApart(
            Finding(
                .unknownMembers, file: "", column: "member",
                ["count": unknown.count, "members": Assembler.few(unknown.sorted(by: precedes), quoted: false)]))
    }

    // Words.

    func money(_ minor: Int128) -> String { settings.currency.text(minor) }

    private func ids(_ codes: [Int]) -> String {
        Assembler.few(codes.map { facts.customerIDs[UInt32($0)] }.sorted(by: precedes))
    }

    /// `1 row`, `2 rows`.
    static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    /// The first few of some texts.
    static func few(_ texts: [String], quoted: Bool = true) -> String {
        let first = texts.prefix(3).map { quoted ? "`\(Recognition.shortened($0, 40))`" : $0 }.joined(separator: ", ")
        return texts.count > 3 ? "\(first) and \(texts.count - 3) more" : first
    }
}
