import GRDB

/// A file of an inbox as a run fingerprinted it: it need not be read again to know what it holds.
public struct RememberedFile: Sendable, Hashable {
    /// Its path in the inbox.
    public var path: String
    /// Its content, as 64 hexadecimal digits.
    public var sha256: String
    /// Its number of bytes.
    public var size: Int
    /// The device it is on, and its number there.
    public var device, number: UInt64
    /// When it was last written to, as it says itself, and when anything of it was changed, in nanoseconds since 1970.
    public var modified, changed: Int64
    /// Before its fingerprint was taken, in microseconds since 1970 of the machine's clock.
    public var taken: Int64

    /// A file; see the properties.
    public init(
        path: String, sha256: String, size: Int, device: UInt64, number: UInt64, modified: Int64, changed: Int64, taken: Int64
    ) {
        (self.path, self.sha256, self.size, self.device, self.number) = (path, sha256, size, device, number)
        (self.modified, self.changed, self.taken) = (modified, changed, taken)
    }
}

extension StateStore {
    /// The files of an inbox as they were last fingerprinted.
    public func remembered(inbox: String) throws(StateError) -> [RememberedFile] {
        try read { db in
            let sql = "SELECT remembered.* FROM remembered JOIN inbox ON inbox.id = remembered.inbox WHERE inbox.place = ?"
            return try rows(db, sql, [inbox]) { cells in
                RememberedFile(
                    path: try cells.text("path"), sha256: try cells.text("sha256"), size: Int(try cells.number("size")),
                    device: UInt64(bitPattern: try cells.number("device")),
                    number: UInt64(bitPattern: try cells.number("number")),
                    modified: try cells.number("modified"), changed: try cells.number("changed"),
                    taken: try cells.number("taken"))
            }
        }
    }

    /// Notes the files of an inbox as they were fingerprinted, in the place of those that were known.
    func remember(_ files: [RememberedFile], inbox id: Int64, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM remembered WHERE inbox = ?", arguments: [id])
        let statement = try db.makeStatement(
            sql: """
                INSERT OR REPLACE INTO remembered (inbox, path, sha256, size, device, number, modified, changed, taken)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for file in files {
            try statement.execute(arguments: [
                id, file.path, file.sha256, file.size, Int64(bitPattern: file.device), Int64(bitPattern: file.number),
                file.modified, file.changed, file.taken,
            ])
        }
    }
}
