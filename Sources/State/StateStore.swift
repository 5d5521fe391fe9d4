import CExchange
import GRDB
import Glibc

/// The state of a folder: the ledger `gtm.sqlite`, and the archive of inputs beside it.
///
/// Every call is one transaction. Whatever is wrong with the file is a ``StateError``, never a crash. Times are microseconds since 1970
/// in UTC; the ledger's own clock never goes back, so that what came later is known to, even where the machine's clock was set back.
public final class StateStore: Sendable {
    /// The ledger's file.
    public let path: String
    /// The inputs themselves.
    public let archive: Archive
    private let queue: DatabaseQueue

    /// How long another process may keep the ledger locked, in seconds.
    public static let patience = 10.0

    /// Opens the state of a folder, and makes it where it is not there.
    ///
    /// - Parameter patience: How long another process may keep it locked, in seconds.
    public convenience init(folder: String, patience: Double = StateStore.patience) throws(StateError) {
        try self.init(folder, creates: true, patience: patience)
    }

    /// Opens the state of a folder; nil where there is none.
    public static func existing(_ folder: String) throws(StateError) -> StateStore? {
        var status = stat()
        guard stat(folder + "/gtm.sqlite", &status) == 0 else { return nil }
        return try StateStore(folder, creates: false, patience: patience)
    }

    private init(_ folder: String, creates: Bool, patience: Double) throws(StateError) {
        path = folder + "/gtm.sqlite"
        archive = Archive(state: folder)
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(patience)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
        // An empty file would pass for a new ledger, and all that the archive holds for never seen.
        var status = stat()
        if stat(path, &status) == 0, status.st_size == 0, stat(folder + "/archive", &status) == 0 {
            throw .damaged(path, "it is empty, and the archive beside it is not")
        }
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            let migrator = Schema.migrator
            let (isNewer, isCurrent) = try queue.read { db in
                (try migrator.hasBeenSuperseded(db), try migrator.hasCompletedMigrations(db))
            }
            if isNewer { throw StateError.newer(path) }
            if !isCurrent { try migrator.migrate(queue) }
        } catch {
            throw StateError(error, path: path)
        }
        if creates { archive.clear() }
    }

    /// Does something with the ledger in one transaction that nothing else writes in.
    func write<Value>(_ work: (Database) throws -> Value) throws(StateError) -> Value {
        do {
            return try queue.writeWithoutTransaction { db in
                var result: Value?
                try db.inTransaction(.immediate) {
                    result = try work(db)
                    return .commit
                }
                return result!
            }
        } catch { throw StateError(error, path: path) }
    }

    /// Looks something up in the ledger.
    func read<Value>(_ work: (Database) throws -> Value) throws(StateError) -> Value {
        do { return try queue.read(work) } catch { throw StateError(error, path: path) }
    }

    /// The rows of a query, each made into a value; a cell that is not what its column holds means that the file is damaged.
    func rows<Value>(
        _ db: Database, _ sql: String, _ arguments: StatementArguments = [], _ make: (Cells) throws -> Value
    ) throws -> [Value] {
        var values: [Value] = []
        let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
        while let row = try rows.next() { values.append(try make(Cells(row: row, path: path))) }
        return values
    }
}

/// The cells of a row of the ledger, read so that none of another type than its column's stops the program.
struct Cells {
    let row: Row
    let path: String

    func number(_ name: String) throws -> Int64 {
        guard let value = try optionalNumber(name) else { throw damaged(name) }
        return value
    }

    func optionalNumber(_ name: String) throws -> Int64? {
        switch (row[name] as DatabaseValue?)?.storage {
        case .int64(let value): return value
        case .null: return nil
        default: throw damaged(name)
        }
    }

    func text(_ name: String) throws -> String {
        guard let value = try optionalText(name) else { throw damaged(name) }
        return value
    }

    func optionalText(_ name: String) throws -> String? {
        switch (row[name] as DatabaseValue?)?.storage {
        case .string(let value): return value
        case .null: return nil
        default: throw damaged(name)
        }
    }

    private func damaged(_ name: String) -> StateError { .damaged(path, "`\(name)` of a row is not what it should be") }
}
