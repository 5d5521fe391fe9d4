import Facts

/// Ids that two systems give, each to another record: the newer file's rows then take the place of what they have nothing to do with.
extension Assembler {
    /// Says of which files a third of the common ids or more, and at least two, are of something else in the newer one: of another customer,
    /// or of another day of creation.
    ///
    /// - Parameters:
    ///   - replaced: Rows with those that took their place.
    ///   - what: What is another.
    ///   - ids: A number for a row's id.
    ///   - differ: Whether two rows of an id cannot be the same record.
    mutating func reportTwoSystems(
        _ replaced: [(old: Int, new: Int)], _ merged: Merged, _ amounts: TableAmounts?, of what: String, ids: (Int) -> UInt64,
        _ differ: (_ old: Int, _ new: Int) -> Bool
    ) {
        struct Common {
            var all: Set<UInt64> = []
            var others: Set<UInt64> = []
            var rows: [Int] = []
        }
        let unlike = replaced.filter { merged.fileOf[$0.old] != merged.fileOf[$0.new] && differ($0.old, $0.new) }
        guard unlike.count >= 2 else { return }
        var byFiles: [[Int]: Common] = [:]
        for (old, new) in replaced where merged.fileOf[old] != merged.fileOf[new] {
            byFiles[[merged.fileOf[new], merged.fileOf[old]], default: Common()].all.insert(ids(old))
        }
        for (old, new) in unlike {
            byFiles[[merged.fileOf[new], merged.fileOf[old]]]?.others.insert(ids(old))
            byFiles[[merged.fileOf[new], merged.fileOf[old]]]?.rows.append(old)
        }
        for (pair, common) in byFiles.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
        where common.others.count >= 2 && common.others.count * 3 >= common.all.count {
            guard let index = merged.files[pair[0]].index else { continue }
            let rows = Array(Set(common.rows)).sorted()
            let sum = amounts?.sum(rows).map { ", \(money($0)) \(settings.currency.code)" } ?? ""
            found[index].add(
                Finding(
                    .idsOfTwoSystems, file: merged.files[pair[0]].path,
                    [
                        "ids": common.others.count, "all": common.all.count, "older": merged.files[pair[1]].path, "what": what,
                        "rows": rows.count, "sum": sum, "key": merged.source.key[0].name,
                    ]))
        }
    }

    /// The same of records that have a time which no later export changes.
    mutating func reportTwoSystems(_ replaced: [(old: Int, new: Int)], _ merged: Merged, _ amounts: TableAmounts?) {
        let (key, what) =
            merged.source.name == .surveys ? (StampKey.respondedAt, "day of the answer") : (.createdAt, "day of creation")
        guard merged.source.name == .surveys || merged.source.name == .opportunities, merged.files.count > 1,
            let stamps = merged[key], case .list(let texts)? = merged.source.identity.flatMap({ merged[any: $0] })
        else { return }
        var ids = BytePool()
        func id(_ row: Int) -> UInt64 { UInt64(texts.withBytes(row) { ids.code($0) }) }
        reportTwoSystems(replaced, merged, amounts, of: what, ids: id) { old, new in
            guard stamps[old] != stamps[new], !stamps[old].isMissing, !stamps[new].isMissing else { return false }
            // A day for another zone or for a time that was left out.
            return abs(stamps[old].day(in: .utc) - stamps[new].day(in: .utc)) > 1
        }
    }
}
