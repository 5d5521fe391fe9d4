import GRDB

extension StateStore {
    /// The names of the pipelines that have been run, sorted.
    public func pipelines() throws(StateError) -> [String] {
        try read { db in try rows(db, "SELECT DISTINCT pipeline FROM run ORDER BY pipeline") { try $0.text("pipeline") } }
    }

    /// The newest run of a pipeline, however it ended; one that made a report of the past again is none.
    public func lastTry(of pipeline: String) throws(StateError) -> LedgerRun? {
        try read { db in
            try runs(db, "pipeline = ? AND is_remake = 0 ORDER BY run.id DESC LIMIT 1", [pipeline]).first
        }
    }

    /// What a run that published found in the data, in its order.
    public func findings(ofRun id: Int64) throws(StateError) -> [LedgerFinding] {
        try read { db in
            try rows(db, "SELECT * FROM finding WHERE run = ? ORDER BY place", [id]) { cells in
                LedgerFinding(
                    code: try cells.text("code"), severity: try cells.text("severity"), file: try cells.text("file"),
                    line: try cells.optionalNumber("line").map { Int($0) }, column: try cells.optionalText("column"),
                    message: try cells.text("message"), hint: try cells.text("hint"), count: Int(try cells.number("count")))
            }
        }
    }
}

extension StateStore {
    /// Looks whether the ledger's file is sound.
    public func verify() throws(StateError) {
        let found = try read { db in
            try rows(db, "SELECT quick_check FROM pragma_quick_check(1)") { try $0.text("quick_check") }
        }
        guard found == ["ok"] else { throw .damaged(path, found.first ?? "the check says nothing") }
    }
}
