import Facts

/// Terms that a newer export states again under another id or plan: none takes the place of the other.
extension Assembler {
    /// Says how many terms of an older file count beside one of the newest of the name with the same customer, start and amount, where
    /// neither is in the other file by what tells terms apart. To be called once it is known which rows count.
    mutating func reportRenumbered(
        _ merged: Merged, by keys: [any AnyColumnKey], orBy identity: any AnyColumnKey, _ amounts: TableAmounts
    ) {
        let groups = merged.groups(by: \.stem)
        guard merged.load == .upsert, !groups.isEmpty else { return }
        let others: [any AnyColumnKey] = [TextKey.customerID, DayKey.startDate]
        let amount = amounts.minor.map { UInt64(bitPattern: $0) }
        let twins = merged.tokens(others.compactMap { merged.source.places[$0] }) + [amount]
        for group in groups {
            guard let newest = group.last, let index = merged.files[newest].index else { continue }
            let own = merged.rows(of: newest).filter { merged.fates[$0] == .fact }
            for older in group.dropLast().suffix(8) {
                let (places, isAlone) = merged.shared(newest, older, keys, identity)
                let rows = merged.rows(of: older)
                guard !places.isEmpty, rows.contains(where: { merged.fates[$0] == .fact }) else { continue }
                let values = merged.tokens(places)
                let (listed, before) = (RowTable(values, of: own), RowTable(values, of: rows))
                let new = RowTable(twins, of: own.filter { !before.contains($0) })
                let twice = rows.filter { row in
                    merged.fates[row] == .fact && amounts.minor[row] > 0 && !listed.contains(row) && new.contains(row)
                }
                guard !twice.isEmpty else { continue }
                found[index].add(
                    Finding(
                        .renumberedTerms, file: merged.files[newest].path,
                        [
                            "rows": twice.count, "sum": amounts.text(twice, in: settings.currency),
                            "columns": "`\((isAlone ? identity : TextKey.plan).name)`",
                            "older": name(merged, older, beside: newest), "sha": sha(merged, older),
                        ]))
            }
        }
    }
}
