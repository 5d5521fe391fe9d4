import GRDB

/// A file as the inbox holds it now.
public struct Sighting: Sendable, Hashable {
    /// Its path in the inbox.
    public var path: String
    /// Its content, as 64 hexadecimal digits.
    public var sha256: String
    /// Its number of bytes.
    public var size: Int
    /// When the file system says it was last modified, in seconds since 1970.
    public var modified: Int64
    /// When it came; see ``Arrival/arrived``.
    public var arrived: Int64
    /// The source it was read as; nil where it was not used.
    public var source: String?
    /// How many rows it has.
    public var rows: Int

    /// A sighting; see the properties.
    public init(
        path: String, sha256: String, size: Int, modified: Int64, arrived: Int64, source: String? = nil, rows: Int = 0
    ) {
        self.path = path
        self.sha256 = sha256
        self.size = size
        self.modified = modified
        self.arrived = arrived
        self.source = source
        self.rows = rows
    }
}

/// A content that stands, or once stood, at a path of an inbox.
public struct Arrival: Sendable, Hashable {
    /// The path in the inbox.
    public var path: String
    /// The content, as 64 hexadecimal digits.
    public var sha256: String
    /// Its number of bytes.
    public var size: Int
    /// When the file system said it was last modified, in seconds since 1970.
    public var modified: Int64
    /// When a run first saw this content at this path.
    public var seen: Int64
    /// When it came, as far as that is known: its modification, but not before the last run that did not see it, and not after the
    /// first that did.
    public var arrived: Int64
    /// When a run first missed it; nil where it is still there.
    public var gone: Int64?
    /// The source it was last read as; nil where it was not used.
    public var source: String?
    /// How many rows it has.
    public var rows: Int
    /// When it was retracted; nil where it counts.
    public var forgotten: Int64?
}

extension StateStore {
    /// What was known of an inbox at a time: each content that stood at a path up to then, in the order in which they came.
    ///
    /// What went or was retracted only later shows as still there.
    ///
    /// - Parameter time: Nil for all that is known.
    public func arrivals(inbox: String, knownAt time: Int64? = nil) throws(StateError) -> [Arrival] {
        try read { db in
            try arrivals(
                db, "inbox.place = ? AND arrival.seen <= ?", [inbox, time ?? .max], upTo: time ?? .max)
        }
    }

    func arrivals(
        _ db: Database, _ condition: String, _ arguments: StatementArguments, upTo time: Int64
    ) throws -> [Arrival] {
        let sql = """
            SELECT arrival.*, input.size, input.source, input.rows, input.forgotten
            FROM arrival JOIN input USING (sha256) JOIN inbox ON inbox.id = arrival.inbox
            WHERE \(condition) ORDER BY arrival.seen, arrival.id
            """
        return try rows(db, sql, arguments) { cells in
            func past(_ name: String) throws -> Int64? {
                guard let value = try cells.optionalNumber(name), value <= time else { return nil }
                return value
            }
            return Arrival(
                path: try cells.text("path"), sha256: try cells.text("sha256"), size: Int(try cells.number("size")),
                modified: try cells.number("modified"), seen: try cells.number("seen"), arrived: try cells.number("arrived"),
                gone: try past("gone"), source: try cells.optionalText("source"), rows: Int(try cells.number("rows")),
                forgotten: try past("forgotten"))
        }
    }

    /// When an inbox was last looked at; nil where it never was.
    public func looked(inbox: String) throws(StateError) -> Int64? {
        try read { db in
            try rows(db, "SELECT looked FROM inbox WHERE place = ?", [inbox]) { try $0.optionalNumber("looked") }.first ?? nil
        }
    }

    /// Notes what lay in an inbox at a time, and that what lay there before is gone.
    ///
    /// What is retracted is not read, and stays what it was: reports of before are made again with it, and name it as a cause.
    func note(_ sightings: [Sighting], inbox id: Int64, at time: Int64, _ db: Database) throws {
        let known = try arrivals(db, "arrival.inbox = ?", [id], upTo: .max)
        // Of a path the content that came last.
        var newest: [String: Arrival] = [:]
        for arrival in known { newest[arrival.path] = arrival }
        for sighting in sightings {
            try db.execute(
                sql: """
                    INSERT INTO input (sha256, size, first_seen, source, rows) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (sha256) DO UPDATE SET source = excluded.source, rows = excluded.rows
                    WHERE forgotten IS NULL AND (source IS NOT excluded.source OR rows IS NOT excluded.rows)
                    """,
                arguments: [sighting.sha256, sighting.size, time, sighting.source, sighting.rows])
            if let before = newest[sighting.path], before.sha256 == sighting.sha256, before.gone == nil { continue }
            try db.execute(
                sql: "INSERT INTO arrival (inbox, path, sha256, seen, modified, arrived) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [id, sighting.path, sighting.sha256, time, sighting.modified, sighting.arrived])
        }
        let there = Dictionary(sightings.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        for arrival in known where arrival.gone == nil && there[arrival.path] != arrival.sha256 {
            try db.execute(
                sql: "UPDATE arrival SET gone = ? WHERE inbox = ? AND path = ? AND sha256 = ? AND gone IS NULL AND seen < ?",
                arguments: [time, id, arrival.path, arrival.sha256, time])
        }
        try db.execute(sql: "UPDATE inbox SET looked = ? WHERE id = ?", arguments: [time, id])
    }

    func number(ofInbox place: String, _ db: Database) throws -> Int64 {
        try db.execute(sql: "INSERT INTO inbox (place) VALUES (?) ON CONFLICT DO NOTHING", arguments: [place])
        return try rows(db, "SELECT id FROM inbox WHERE place = ?", [place]) { try $0.number("id") }[0]
    }
}

extension Arrival {
    /// When a content came that a run finds at a path: as it is known, where it is the path's newest; else its modification, but not
    /// before the inbox was last looked at, and not after now.
    ///
    /// So of files whose names have no date those are newer that were seen later, however old a copy's own time is.
    ///
    /// - Parameters:
    ///   - modified: In seconds since 1970.
    ///   - newest: What came last at the path; nil where nothing is known of it.
    ///   - looked: When the inbox was last looked at; nil where it never was.
    ///   - now: The run's own time.
    public static func arrived(sha256: String, modified: Int64, after newest: Arrival?, looked: Int64?, now: Int64) -> Int64 {
        if let newest, newest.sha256 == sha256 { return newest.arrived }
        let modification = min(max(modified, -1 << 40), 1 << 40) * 1_000_000
        return min(max(modification, looked.map { $0 + 1 } ?? .min), now)
    }
}
