import CZlib
import Foundation
import GRDB

/// A run as it begins: all that is known of it then.
public struct RunStart: Sendable, Hashable {
    /// The pipeline's name.
    public var pipeline: String
    /// The inbox, by its place as seen from the state folder.
    public var inbox: String
    /// The as-of date, YYYY-MM-DD.
    public var asOf: String
    /// The name of the period reported.
    public var period: String
    /// The time up to which what had been dropped is known; nil for all of it.
    public var knownAt: Int64?
    /// The program's version.
    public var version: String
    /// What the pipeline's files say, by which a later run tells whether anything was redefined.
    public var setting: String

    /// A run; see the properties.
    public init(
        pipeline: String, inbox: String, asOf: String, period: String, knownAt: Int64? = nil, version: String, setting: String
    ) {
        self.pipeline = pipeline
        self.inbox = inbox
        self.asOf = asOf
        self.period = period
        self.knownAt = knownAt
        self.version = version
        self.setting = setting
    }
}

/// A run that has begun: its number and its own time.
public struct RunNumber: Sendable, Hashable {
    /// Its number in the ledger.
    public var id: Int64
    /// Its time, later than any before it, whatever the machine's clock says.
    public var time: Int64
}

/// A run of the ledger.
public struct LedgerRun: Sendable, Hashable {
    /// Its number.
    public var id: Int64
    /// The pipeline's name.
    public var pipeline: String
    /// The inbox, by its place as seen from the state folder.
    public var inbox: String
    /// When it began.
    public var started: Int64
    /// When it ended; nil where it goes on or was killed.
    public var ended: Int64?
    /// The exit status; nil where it goes on or was killed.
    public var status: Int64?
    /// Why it did not publish; nil where it did.
    public var message: String?
    /// The as-of date, YYYY-MM-DD.
    public var asOf: String
    /// The name of the period reported.
    public var period: String
    /// Up to when what had been dropped was known to it.
    public var known: Int64
    /// Whether it made a report of the past again, by `--known-at`.
    public var isRemake: Bool
    /// The published folder.
    public var folder: String?
    /// Which edition of the period that is.
    public var edition: Int64?
    /// The version of the program.
    public var version: String
    /// What the pipeline's files said.
    public var setting: String?
}

/// What a run published.
public struct PublishedRun: Sendable {
    /// The published folder.
    public var folder: String
    /// Which edition of its period that is, from 1.
    public var edition: Int
    /// Its `metrics.csv`, as ``packed(_:)`` makes it.
    public var metrics: [UInt8]
    /// What was found in the data.
    public var findings: [LedgerFinding]

    /// What was published; see the properties.
    public init(folder: String, edition: Int, metrics: [UInt8], findings: [LedgerFinding]) {
        (self.folder, self.edition, self.metrics, self.findings) = (folder, edition, metrics, findings)
    }

    /// Values as the ledger keeps them: compressed.
    public static func packed(_ metrics: [UInt8]) -> [UInt8] { Packed.packed(metrics) }
}

/// A finding as the ledger keeps it.
public struct LedgerFinding: Sendable, Hashable {
    /// The stable name of its kind.
    public var code: String
    /// `warning` or `note`.
    public var severity: String
    /// The file; empty where it is about none.
    public var file: String
    /// The line, where there is one.
    public var line: Int?
    /// The column, where there is one.
    public var column: String?
    /// What was found.
    public var message: String
    /// What to do.
    public var hint: String
    /// How often.
    public var count: Int

    /// A finding; see the properties.
    public init(
        code: String, severity: String, file: String, line: Int?, column: String?, message: String, hint: String, count: Int
    ) {
        (self.code, self.severity, self.file, self.line) = (code, severity, file, line)
        (self.column, self.message, self.hint, self.count) = (column, message, hint, count)
    }
}

extension StateStore {
    /// Notes that a run begins, as the first thing that it does under the lock of its pipeline.
    ///
    /// - Parameter clock: The machine's clock.
    public func begin(_ run: RunStart, clock: Int64) throws(StateError) -> RunNumber {
        try write { db in
            let time = try time(clock, db)
            let inbox = try number(ofInbox: run.inbox, db)
            try db.execute(sql: "INSERT INTO setting (text) VALUES (?) ON CONFLICT DO NOTHING", arguments: [run.setting])
            try db.execute(
                sql: """
                    INSERT INTO run (pipeline, inbox, started, as_of, period, known, is_remake, version, setting)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, (SELECT id FROM setting WHERE text = ?))
                    """,
                arguments: [
                    run.pipeline, inbox, time, run.asOf, run.period, min(run.knownAt ?? time, time), run.knownAt != nil,
                    run.version, run.setting,
                ])
            return RunNumber(id: db.lastInsertedRowID, time: time)
        }
    }

    /// Notes what a run published, and what lay in the inbox for it; both or nothing.
    ///
    /// - Parameters:
    ///   - clock: The machine's clock; nil for a run that was killed before it could say.
    ///   - sightings: What lay in the inbox; nil where the run did not look there.
    ///   - remembered: By what its files are known again; nil where that stays as it is.
    public func published(
        _ run: Int64, clock: Int64?, _ publication: PublishedRun, sightings: [Sighting]?, remembered: [RememberedFile]? = nil
    ) throws(StateError) {
        let packed = Data(publication.metrics)
        try write { db in
            try db.execute(
                sql: "UPDATE run SET ended = ?, status = 0, message = NULL, folder = ?, edition = ? WHERE id = ?",
                arguments: [try clock.map { try time($0, db) }, publication.folder, publication.edition, run])
            if let sightings {
                let (inbox, time) = try rows(db, "SELECT inbox, started FROM run WHERE id = ?", [run]) {
                    (try $0.number("inbox"), try $0.number("started"))
                }[0]
                try note(sightings, inbox: inbox, at: time, db)
                if let remembered { try remember(remembered, inbox: inbox, db) }
            }
            try db.execute(sql: "INSERT OR REPLACE INTO value (run, metrics) VALUES (?, ?)", arguments: [run, packed])
            let statement = try db.makeStatement(
                sql: "INSERT OR REPLACE INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            for (place, finding) in publication.findings.enumerated() {
                try statement.execute(arguments: [
                    run, place, finding.code, finding.severity, finding.file, finding.line, finding.column, finding.message,
                    finding.hint, finding.count,
                ])
            }
        }
    }

    /// The runs of a pipeline that began and said no more: those were killed, where none is under way.
    public func silent(pipeline: String) throws(StateError) -> [LedgerRun] {
        try read { db in
            try runs(db, "pipeline = ? AND status IS NULL AND message IS NULL ORDER BY run.id", [pipeline])
        }
    }

    /// Notes that a run was killed.
    public func killed(_ run: Int64) throws(StateError) {
        try write { db in try db.execute(sql: "UPDATE run SET message = 'killed' WHERE id = ?", arguments: [run]) }
    }

    /// Notes that a run ended without publishing.
    public func failed(_ run: Int64, clock: Int64, status: Int32, message: String) throws(StateError) {
        try write { db in
            try db.execute(
                sql: "UPDATE run SET ended = ?, status = ?, message = ? WHERE id = ?",
                arguments: [try time(clock, db), status, message, run])
        }
    }

    /// The runs of a pipeline, or of all, newest first.
    public func runs(pipeline: String? = nil, limit: Int = 100) throws(StateError) -> [LedgerRun] {
        try read { db in
            try runs(db, "(?1 IS NULL OR pipeline = ?1) ORDER BY run.id DESC LIMIT ?2", [pipeline, limit])
        }
    }

    /// The newest published run of a pipeline for the latest as-of date before one: what a report is compared with.
    ///
    /// - Parameters:
    ///   - asOf: The as-of date of the report, YYYY-MM-DD.
    ///   - time: Only what had been published by then counts; nil for all.
    public func lastReport(of pipeline: String, before asOf: String, knownAt time: Int64? = nil) throws(StateError)
        -> LedgerRun?
    {
        try reports(of: pipeline, before: asOf, knownAt: time, limit: 1).first
    }

    /// The published runs of a pipeline for as-of dates before one, the latest date first and of one date the newest run.
    public func reports(
        of pipeline: String, before asOf: String, knownAt time: Int64? = nil, limit: Int = 200
    ) throws(StateError) -> [LedgerRun] {
        try read { db in
            try runs(
                db,
                """
                pipeline = ? AND status = 0 AND as_of < ? AND started < ? AND is_remake = 0
                ORDER BY as_of DESC, run.id DESC LIMIT ?
                """, [pipeline, asOf, time ?? .max, limit])
        }
    }

    /// The newest run of a pipeline that published; one that made a report of the past again is none.
    public func lastSuccess(of pipeline: String) throws(StateError) -> LedgerRun? {
        try read { db in
            try runs(db, "pipeline = ? AND status = 0 AND is_remake = 0 ORDER BY run.id DESC LIMIT 1", [pipeline]).first
        }
    }

    /// The published `metrics.csv` of a run; nil where nothing was noted.
    public func metrics(ofRun id: Int64) throws(StateError) -> [UInt8]? {
        let packed = try read { db in
            try Row.fetchOne(db, sql: "SELECT metrics FROM value WHERE run = ?", arguments: [id]).flatMap { row in
                switch (row["metrics"] as DatabaseValue?)?.storage {
                case .blob(let data): Array(data)
                default: nil
                }
            } as [UInt8]?
        }
        guard let packed else { return nil }
        guard let bytes = Packed.unpacked(packed) else { throw .damaged(path, "the values of run \(id) cannot be unpacked") }
        return bytes
    }

    func runs(_ db: Database, _ condition: String, _ arguments: StatementArguments) throws -> [LedgerRun] {
        let sql = """
            SELECT run.*, inbox.place, setting.text FROM run JOIN inbox ON inbox.id = run.inbox
            LEFT JOIN setting ON setting.id = run.setting WHERE \(condition)
            """
        return try rows(db, sql, arguments) { cells in
            LedgerRun(
                id: try cells.number("id"), pipeline: try cells.text("pipeline"), inbox: try cells.text("place"),
                started: try cells.number("started"), ended: try cells.optionalNumber("ended"),
                status: try cells.optionalNumber("status"), message: try cells.optionalText("message"),
                asOf: try cells.text("as_of"), period: try cells.text("period"), known: try cells.number("known"),
                isRemake: try cells.number("is_remake") != 0, folder: try cells.optionalText("folder"),
                edition: try cells.optionalNumber("edition"), version: try cells.text("version"),
                setting: try cells.optionalText("text"))
        }
    }

    /// The ledger's own time: the machine's clock, but later than all that is noted.
    func time(_ clock: Int64, _ db: Database) throws -> Int64 {
        let sql = """
            SELECT max(coalesce((SELECT max(started) FROM run), 0), coalesce((SELECT max(ended) FROM run), 0),
            coalesce((SELECT max(forgotten) FROM input), 0), coalesce((SELECT max(coalesce(ended, intended)) FROM delivery), 0)) AS time
            """
        return max(clock, try rows(db, sql) { try $0.number("time") }[0] + 1)
    }
}

/// Bytes compressed by zlib.
enum Packed {
    /// Bytes, compressed, with their number before them.
    static func packed(_ bytes: [UInt8]) -> [UInt8] {
        var size = compressBound(UInt(bytes.count))
        var packed = [UInt8](repeating: 0, count: Int(size))
        guard compress2(&packed, &size, bytes, UInt(bytes.count), 1) == Z_OK else { return [] }
        return (0..<8).map { UInt8(truncatingIfNeeded: bytes.count >> ($0 * 8)) } + packed.prefix(Int(size))
    }

    /// What ``packed(_:)`` compressed; nil where that is damaged.
    static func unpacked(_ packed: [UInt8]) -> [UInt8]? {
        guard packed.count > 8 else { return nil }
        let count = packed.prefix(8).enumerated().reduce(0) {
            $0 | Int(truncatingIfNeeded: UInt64($1.element) << ($1.offset * 8))
        }
        // Nothing shrinks more than that.
        guard count >= 0, count / 1100 <= packed.count else { return nil }
        var (bytes, size) = ([UInt8](repeating: 0, count: max(1, count)), UInt(count))
        let status = packed.withUnsafeBufferPointer {
            uncompress(&bytes, &size, $0.baseAddress! + 8, UInt($0.count - 8))
        }
        guard status == Z_OK, size == UInt(count) else { return nil }
        return Array(bytes.prefix(count))
    }
}
