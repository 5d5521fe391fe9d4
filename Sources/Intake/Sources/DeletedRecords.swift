import CSV
import Facts

extension TrialMarks {
    /// Leads and deals that were deleted, or made to try something out.
    static let records = TrialMarks(
        code: .deletedRows, headers: [], words: [],
        flags: deletions + [
            "is test", "test record", "is test record", "test lead", "is test lead", "test deal", "is test deal", "是否测试",
            "测试数据", "是否测试数据",
        ], numbers: nil)

    /// Customers that were deleted. Of one that serves for tests its group is wanted all the same.
    static let customers = TrialMarks(code: .deletedRows, headers: [], words: [], flags: deletions, numbers: nil)

    /// Subscriptions that were deleted, or made to try the billing system out.
    static let subscriptions = TrialMarks(
        code: .deletedRows, headers: ["livemode", "live mode", "is live"], words: ["false", "no", "0"],
        flags: deletions + [
            "is test", "test record", "test mode", "testmode", "test subscription", "is test subscription",
            "subscription deleted",
            "subscriptions.deleted", "test account", "is test account", "test customer", "is test customer", "是否测试", "测试数据",
            "测试订阅", "是否测试订阅", "测试账号", "测试客户", "是否测试账号", "是否测试客户",
        ], numbers: nil)

    private static let deletions = [
        "is deleted", "deleted", "record deleted", "in recycle bin", "已删除", "是否删除", "是否已删除", "gelöscht", "supprimé",
        "eliminado", "excluído",
    ]
}

extension TextColumn {
    /// The rows whose texts say something; each different text is asked of once.
    func rows(where says: (String) -> Bool) -> [Int] {
        let fits = pool.texts.map(says)
        return fits.contains(true) ? (0..<codes.count).filter { fits[Int(codes[$0])] } : []
    }
}

extension FileReader {
    /// Takes out the deals that their stage or status calls deleted, and says so.
    static func leaveOutDeleted(_ reader: FileReader, _ result: inout ReadFile) {
        let rows = TypedColumns(places: reader.source.places, columns: result.table, count: result.offsets.count)
        let deleted = [rows[.outcome], rows[.stage]].flatMap { texts in
            texts?.rows { deletedStates.contains(HeaderNames.key($0)) } ?? []
        }
        leaveOut(deleted, as: .deletedRows, counting: "rows", reader, &result)
    }

    /// Takes some rows out of a file, each once, and says how many and where the first is; of none nothing.
    ///
    /// - Parameter what: The name of the number among the finding's values.
    static func leaveOut(
        _ rows: [Int], as code: FindingCode, counting what: String, _ reader: FileReader, _ result: inout ReadFile
    ) {
        guard let first = rows.min() else { return }
        var keep = [Bool](repeating: true, count: result.offsets.count)
        for row in rows { keep[row] = false }
        result.found.add(
            Finding(
                code, file: reader.file.path, line: reader.document.line(at: result.offsets[first]),
                [what: keep.count { !$0 }]))
        result.exclude(keep)
    }

    private static let deletedStates = Set(
        ["deleted", "gelöscht", "supprimé", "supprimée", "eliminado", "eliminada", "excluído", "excluída", "已删除"]
            .map(HeaderNames.key))

    /// Says that nothing in a file of deals tells which of them have ended: all of them then stay open for ever.
    static func noteNoOutcomes(_ reader: FileReader, _ result: inout ReadFile) {
        let telling: [any AnyColumnKey] = [
            StampKey.wonAt, StampKey.lostAt, TextKey.stage, TextKey.outcome, FlagKey.isWon, FlagKey.isLost, FlagKey.isClosed,
        ]
        guard result.offsets.count > 0, telling.allSatisfy({ reader.header(of: $0) == nil }) else { return }
        result.found.add(
            Finding(.noOutcomes, file: reader.file.path, ["deals": result.offsets.count, "source": reader.source.name]))
    }
}
