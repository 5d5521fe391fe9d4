import GRDB

/// An input of any inbox, for lists.
public struct ListedInput: Sendable, Hashable {
    /// The place of the inbox as seen from the state folder.
    public var inbox: String
    /// The content at its path.
    public var arrival: Arrival
}

extension StateStore {
    /// Every content that stood at a path, of one inbox or of all, in the order in which they came.
    public func inputs(inbox: String? = nil) throws(StateError) -> [ListedInput] {
        try read { db in
            try rows(db, "SELECT place FROM inbox WHERE ?1 IS NULL OR place = ?1 ORDER BY place", [inbox]) {
                try $0.text("place")
            }
            .flatMap { place in
                try arrivals(db, "inbox.place = ?", [place], upTo: .max).map { ListedInput(inbox: place, arrival: $0) }
            }
        }
    }

    /// Retracts the content whose SHA-256 begins like this: from now on it counts in no report.
    ///
    /// - Parameters:
    ///   - time: The machine's clock.
    ///   - erases: Whether its copy is removed from the archive for good; reports that it counted in cannot be made again then.
    /// - Returns: Its names; empty where nothing begins like this, and several contents' where it is not clear which is meant.
    public func forget(_ prefix: String, at time: Int64, erases: Bool) throws(StateError) -> [Arrival] {
        let found = try write { db in
            let found = try named(prefix, db)
            guard let sha256 = found.first?.sha256, Set(found.map(\.sha256)).count == 1 else { return found }
            try db.execute(
                sql: "UPDATE input SET forgotten = coalesce(forgotten, ?) WHERE sha256 = ?",
                arguments: [try self.time(time, db), sha256])
            return try named(sha256, db)
        }
        if erases, let sha256 = found.first?.sha256, found.allSatisfy({ $0.sha256 == sha256 }) { try archive.remove(sha256) }
        return found
    }

    /// Lets a retracted content count again.
    public func remember(_ prefix: String) throws(StateError) -> [Arrival] {
        try write { db in
            let found = try named(prefix, db)
            guard let sha256 = found.first?.sha256, Set(found.map(\.sha256)).count == 1 else { return found }
            try db.execute(sql: "UPDATE input SET forgotten = NULL WHERE sha256 = ?", arguments: [sha256])
            return try named(sha256, db)
        }
    }

    private func named(_ prefix: String, _ db: Database) throws -> [Arrival] {
        let digits = prefix.lowercased()
        guard !digits.isEmpty, digits.allSatisfy(\.isHexDigit) else { return [] }
        return try arrivals(db, "substr(arrival.sha256, 1, ?) = ?", [digits.count, digits], upTo: .max)
    }
}
