import Facts

extension Source {
    /// Customers, one row a customer: their names, owners and dimensions.
    static let customers = Source(
        name: .customers, role: .metrics,
        load: .upsert, key: [.customerID], identity: .customerID,
        words: ["customers", "customer", "accounts", "account", "clients", "companies", "客户", "客户表", "客户档案", "客户信息"],
        columns: [
            Column.customerID.also("id du compte", "id compte", "id de la cuenta", "id de cuenta", "id da conta", "id account")
                .commonly("id", "record id", "编号").required,
            .text(
                .name, "customer name", "account name", "company name", "company", "client name", "kundenname", "firma",
                "客户名称", "名称", "公司名称", "企业名称", "客户名", "公司", "nom du compte", "nom compte", "nombre de la cuenta",
                "nombre de cuenta", "nome da conta", "nome account"
            ).aName,
            .owner, .initiative, .isTestCustomer,
        ], telling: [.customerID],
        hints: [
            "company owner", "company domain name", "number of employees", "annual revenue", "delinquent", "total spend",
            "billing city", "billing state/province", "account type", "客户级别", "客户状态",
        ], entities: ["customer", "customers", "account", "company", "客户"], trials: .customers, needs: [.owner],

        build: { $0.buildCustomers(&$1) })
}

extension Column {
    /// Whether a customer serves for tests. Its group is wanted all the same, so that it is no reason to leave a row out.
    fileprivate static let isTestCustomer = Column.word(.isTestCustomer).commonly(
        "is test", "test account", "is test account", "test customer", "is test customer", "internal account",
        "is internal account", "是否测试", "测试账号", "测试客户", "是否测试账号", "是否测试客户", "testkonto", "testkunde")
}

extension AnyColumnKey where Self == TextKey {
    fileprivate static var isTestCustomer: Self { Self("is_test_customer") }
}

extension Assembler {
    fileprivate mutating func buildCustomers(_ merged: inout Merged) {
        applyLoadRule(&merged)
        let rows = finish(merged)
        guard !rows.isEmpty else { return }
        var table = Customers(dimensions: settings.dimensions.count)
        table.customers = customerCodes(merged, rows) ?? []
        table.names = strings(merged, .name, rows)
        table.owners = strings(merged, .owner, rows)
        table.initiatives = strings(merged, .initiative, rows)
        table.members = members(merged, rows)
        if let marks = merged[.isTestCustomer] {
            let areTests = marks.pool.texts.map { CellReader.flag($0) }
            for (index, row) in rows.enumerated() where areTests[Int(marks.codes[row])] == true {
                testCustomers.insert(table.customers[index])
            }
        }
        facts.customers = table
    }

    /// Says which columns of recurring revenue stand in files of customers and are not read, where nothing else gives ARR: those that are
    /// called so, and months side by side, in a file that is called after revenue all that is not read.
    mutating func reportUnreadRevenue() {
        guard facts.terms == nil else { return }
        let names = Source.snapshots.names
        let revenue = [NumberKey.arr, .mrr].compactMap { Source.snapshots.places[$0] }
        for file in files.indices where files[file].source == .customers && files[file].failure == nil {
            let (header, columns) = (files[file].header, files[file].columns)
            var unread = header.indices.filter { place in
                let name = HeaderName(header[place])
                return !columns.contains(place)
                    && [name.key, name.short].contains { key in
                        key.flatMap { names.columns[$0] }?.contains { revenue.contains($0.column) } ?? false
                    }
            }
            if unread.isEmpty {
                let others = header.indices.filter { !columns.contains($0) }
                let periods = others.filter { FigureWords.month(header[$0]) != nil || Head.isDate(header[$0]) }
                let isCalledSo = Recognition.isCalled(files[file].file.name, after: .snapshots)
                unread = periods.count >= 3 ? periods : isCalledSo ? others : []
            }
            guard !unread.isEmpty else { continue }
            found[file].add(
                Finding(
                    .unreadRevenue, file: files[file].file.path, column: header[unread[0]],
                    ["columns": Recognition.list(unread.map { header[$0] }, limit: 3)]))
        }
    }
}
