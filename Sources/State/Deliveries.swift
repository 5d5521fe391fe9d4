import GRDB

/// What a delivery is of, and where to: the same is delivered once.
public struct DeliveryKey: Sendable, Hashable {
    /// What is told.
    public enum About: String, Sendable {
        /// A report.
        case report
        /// To the owner: that a report's data has gaps.
        case gaps
        /// That a run failed.
        case failure
    }

    /// The pipeline's name.
    public var pipeline: String
    /// What is told.
    public var about: About
    /// The name of the period.
    public var period: String
    /// Which edition of the period it is, from 1; 0 where there is no report.
    public var edition: Int
    /// Where it goes: what tells this place from all others.
    public var target: String
    /// What tells one failure from another; empty of reports.
    public var mark: String

    /// A key; see the properties.
    public init(pipeline: String, about: About, period: String, edition: Int, target: String, mark: String = "") {
        (self.pipeline, self.about, self.period) = (pipeline, about, period)
        (self.edition, self.target, self.mark) = (edition, target, mark)
    }
}

/// A delivery of the ledger: intended before it is sent, and its outcome after.
public struct LedgerDelivery: Sendable, Hashable {
    /// Its number.
    public var id: Int64
    /// What it is of, and where to.
    public var key: DeliveryKey
    /// How often the same was sent deliberately before: 0, and one more for each `--again`.
    public var again: Int
    /// The run that intended it; nil for `gtm deliver`.
    public var run: Int64?
    /// `mail`, `hook`, `copy` or `s3`.
    public var kind: String
    /// What messages call it.
    public var name: String
    /// Who got it, by mail: addresses with a line feed between them.
    public var recipients: String
    /// The message's id.
    public var message: String
    /// When it was last about to be sent.
    public var intended: Int64
    /// When its outcome was known; nil where it was killed in between, or is under way.
    public var ended: Int64?
    /// Whether it arrived; false where it failed or its outcome is not known.
    public var isDelivered: Bool
    /// How often it was about to be sent, in all runs.
    public var attempts: Int
    /// Why it failed; nil where it did not.
    public var failure: String?
    /// What a person should know: that it may have arrived twice.
    public var note: String?
}

extension StateStore {
    /// All that was delivered of a pipeline, or was to be, in the order in which it was first intended.
    public func deliveries(pipeline: String) throws(StateError) -> [LedgerDelivery] {
        try read { db in try deliveries(db, "pipeline = ? ORDER BY id", [pipeline]) }
    }

    /// What was delivered, or was to be, of a key: the newest; nil where nothing was.
    public func delivery(_ key: DeliveryKey) throws(StateError) -> LedgerDelivery? {
        try read { db in try newest(key, db) }
    }

    /// Notes that something is about to be sent, before it is.
    ///
    /// One that was intended and of which no outcome is known is the same once more, with the same message id: it may have arrived,
    /// and its note says so.
    ///
    /// - Parameters:
    ///   - again: Whether it is sent also where it arrived already: with another message id.
    ///   - message: The id of the message, by how often it was sent deliberately before.
    /// - Returns: Nil where it arrived already.
    public func intend(
        _ key: DeliveryKey, again: Bool, run: Int64?, kind: String, name: String, recipients: [String], clock: Int64,
        message: (Int) -> String
    ) throws(StateError) -> LedgerDelivery? {
        try write { db in
            let time = try time(clock, db)
            let last = try newest(key, db)
            if let last, !last.isDelivered {
                let note =
                    last.ended == nil
                    ? "sent again: the try before ended without a word of what came of it, so that it may have arrived twice"
                    : last.note
                try db.execute(
                    sql: """
                        UPDATE delivery SET run = ?, name = ?, recipients = ?, intended = ?, ended = NULL, failure = NULL,
                        attempts = attempts + 1, note = ? WHERE id = ?
                        """,
                    arguments: [run, name, recipients.joined(separator: "\n"), time, note, last.id])
            } else if last == nil || again {
                let number = last.map { $0.again + 1 } ?? 0
                try db.execute(
                    sql: """
                        INSERT INTO delivery (pipeline, about, period, edition, target, mark, again, run, kind, name, recipients,
                        message, intended, is_delivered, attempts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 1)
                        """,
                    arguments: [
                        key.pipeline, key.about.rawValue, key.period, key.edition, key.target, key.mark, number, run, kind,
                        name,
                        recipients.joined(separator: "\n"), message(number), time,
                    ])
            } else {
                return nil
            }
            return try newest(key, db)
        }
    }

    /// Notes what became of a delivery: it arrived, or failed and why.
    public func ended(_ delivery: Int64, failure: String?, clock: Int64) throws(StateError) {
        try write { db in
            try db.execute(
                sql: "UPDATE delivery SET ended = ?, is_delivered = ?, failure = ? WHERE id = ?",
                arguments: [try time(clock, db), failure == nil, failure, delivery])
        }
    }

    private func newest(_ key: DeliveryKey, _ db: Database) throws -> LedgerDelivery? {
        try deliveries(
            db,
            "pipeline = ? AND about = ? AND period = ? AND edition = ? AND target = ? AND mark = ? ORDER BY again DESC LIMIT 1",
            [key.pipeline, key.about.rawValue, key.period, key.edition, key.target, key.mark]
        ).first
    }

    private func deliveries(
        _ db: Database, _ condition: String, _ arguments: StatementArguments
    ) throws -> [LedgerDelivery] {
        try rows(db, "SELECT * FROM delivery WHERE \(condition)", arguments) { cells in
            let about = try cells.text("about")
            guard let about = DeliveryKey.About(rawValue: about) else {
                throw StateError.damaged(path, "`about` of a delivery is not what it should be")
            }
            let key = DeliveryKey(
                pipeline: try cells.text("pipeline"), about: about, period: try cells.text("period"),
                edition: Int(try cells.number("edition")), target: try cells.text("target"), mark: try cells.text("mark"))
            return LedgerDelivery(
                id: try cells.number("id"), key: key, again: Int(try cells.number("again")),
                run: try cells.optionalNumber("run"),
                kind: try cells.text("kind"), name: try cells.text("name"), recipients: try cells.text("recipients"),
                message: try cells.text("message"), intended: try cells.number("intended"),
                ended: try cells.optionalNumber("ended"), isDelivered: try cells.number("is_delivered") != 0,
                attempts: Int(try cells.number("attempts")), failure: try cells.optionalText("failure"),
                note: try cells.optionalText("note"))
        }
    }
}
