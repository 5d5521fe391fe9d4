import GRDB

extension StateStore {
    /// Takes contents out of what is known of an inbox, for good: nothing of them counts from now on, in no report of the past either.
    ///
    /// Their copies go from the archive once that is noted. Reports of the past that they counted in cannot be made again, and
    /// ``prunedUntil(inbox:)`` says so.
    /// - Parameter contents: Each with the time from which on no report was made with it.
    public func prune(_ contents: [(sha256: String, until: Int64)], inbox: String) throws(StateError) {
        let removed = try write { db in
            let id = try number(ofInbox: inbox, db)
            var removed: [String] = []
            for (sha256, until) in contents {
                // What still stands there, under any name, stays.
                let standing = try rows(db, "SELECT id FROM arrival WHERE sha256 = ? AND gone IS NULL", [sha256]) {
                    try $0.number("id")
                }
                guard standing.isEmpty else { continue }
                try db.execute(
                    sql: """
                        INSERT INTO pruned (inbox, until) VALUES (?, ?)
                        ON CONFLICT (inbox) DO UPDATE SET until = max(until, excluded.until)
                        """, arguments: [id, until])
                try db.execute(sql: "DELETE FROM arrival WHERE inbox = ? AND sha256 = ?", arguments: [id, sha256])
                try db.execute(
                    sql: "DELETE FROM input WHERE sha256 = ?1 AND NOT EXISTS (SELECT 1 FROM arrival WHERE sha256 = ?1)",
                    arguments: [sha256])
                if db.changesCount > 0 { removed.append(sha256) }
            }
            return removed
        }
        for sha256 in removed { try archive.remove(sha256) }
    }

    /// The time up to which contents of an inbox were taken out; nil where none was. What was known before it is not known whole.
    public func prunedUntil(inbox: String) throws(StateError) -> Int64? {
        try read { db in
            try rows(
                db, "SELECT until FROM pruned JOIN inbox ON inbox.id = pruned.inbox WHERE inbox.place = ?", [inbox]
            ) { try $0.number("until") }.first
        }
    }

    /// The runs that published nothing and have ended, oldest first.
    public func failures(of pipeline: String) throws(StateError) -> [LedgerRun] {
        try read { db in
            try runs(
                db, "pipeline = ? AND status IS NOT 0 AND (status IS NOT NULL OR message IS NOT NULL) ORDER BY run.id",
                [pipeline])
        }
    }

    /// The runs that published and whose findings are noted, oldest first.
    public func runsWithFindings(of pipeline: String) throws(StateError) -> [LedgerRun] {
        try read { db in
            try runs(
                db, "pipeline = ? AND status = 0 AND run.id IN (SELECT run FROM finding) ORDER BY run.id", [pipeline])
        }
    }

    /// Takes out the records of runs that published nothing, and of those that published the findings.
    public func prune(failures: [Int64], findings: [Int64]) throws(StateError) {
        try write { db in
            for run in findings + failures { try db.execute(sql: "DELETE FROM finding WHERE run = ?", arguments: [run]) }
            for run in failures {
                // What its owner was told of it stays.
                try db.execute(sql: "UPDATE delivery SET run = NULL WHERE run = ?", arguments: [run])
                try db.execute(sql: "DELETE FROM run WHERE id = ? AND status IS NOT 0", arguments: [run])
            }
        }
    }

    /// How many bytes a content takes in the archive; 0 where it is not there.
    public func archivedSize(_ sha256: String) -> Int { archive.size(of: sha256) }
}
