import Facts

/// Terms that a newer export states again under another id or plan: none takes the place of the other.
extension Assembler {
    /// Says how many terms of an older file count beside one of the newest of the name with the same customer, start and amount, where
    /// neither is in the other file by what tells terms apart. To be called once it is known which rows count.
    mutating func reportRenumbered(
        _ merged: Merged, by keys: [any AnyColumnKey], orBy identity: any AnyColumnKey, _ amounts: TableAmounts
    ) {
        guard merged.load == .upsert, let customers = merged[.customerID]?.codes, let starts = merged[.startDate] else {
            return
        }
        let twins = [
            customers.map(UInt64.init), starts.values.map { UInt64(bitPattern: Int64($0)) },
            amounts.minor.map { UInt64(bitPattern: $0) },
        ]
        for group in merged.groups(by: \.stem) {
            guard let newest = group.last, let index = merged.files[newest].index else { continue }
            let own = merged.rows(of: newest).filter { merged.fates[$0] == .fact }
            for older in group.dropLast().suffix(8) {
                let (places, _) = merged.shared(newest, older, keys, identity)
                let rows = merged.rows(of: older)
                guard !places.isEmpty, rows.contains(where: { merged.fates[$0] == .fact }) else { continue }
                var (listed, before) = (KeysOfRows(merged, places, own), KeysOfRows(merged, places, rows))
                let new = own.filter { !before.contains($0) }
                guard !new.isEmpty else { continue }
                var table = RowTable(twins, capacity: new.count)
                for row in new { _ = table.representative(row) }
                let twice = rows.filter { row in
                    merged.fates[row] == .fact && amounts.minor[row] > 0 && !listed.contains(row)
                        && table.representative(row, insert: false) != nil
                }
                guard !twice.isEmpty else { continue }
                let columns = (places.count == 1 ? [identity] : [TextKey.plan]).map { "`\($0.name)`" }.joined()
                found[index].add(
                    Finding(
                        .renumberedTerms, file: merged.files[newest].path,
                        [
                            "rows": twice.count, "sum": amounts.text(twice, in: settings.currency), "columns": columns,
                            "older": name(merged, older, beside: newest), "sha": sha(merged, older),
                        ]))
            }
        }
    }
}
