import GRDB

/// The tables of the ledger, as migrations: what was once released is never edited, only followed by another.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in try db.execute(sql: first) }
        migrator.registerMigration("pruned") { db in try db.execute(sql: pruned) }
        migrator.registerMigration("deliveries") { db in try db.execute(sql: deliveries) }
        migrator.registerMigration("remembered") { db in try db.execute(sql: remembered) }
        return migrator
    }

    private static let pruned = """
        -- Up to when contents of an inbox were taken out: what was known before that is not known whole.
        CREATE TABLE pruned (inbox INTEGER PRIMARY KEY REFERENCES inbox, until INTEGER NOT NULL) STRICT;
        """

    /// Times are microseconds since 1970 in UTC, as ``StateStore`` counts them; `modified` is in seconds.
    private static let first = """
        -- The inboxes whose files are known, by their place as seen from the state folder: a moved tree is still the same; and when
        -- they were last looked at.
        CREATE TABLE inbox (id INTEGER PRIMARY KEY, place TEXT NOT NULL UNIQUE, looked INTEGER) STRICT;

        -- What the pipeline's files said, once for all runs with the same.
        CREATE TABLE setting (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;

        -- One run; `status` is empty while it goes on, and stays so where it was killed.
        CREATE TABLE run (
            id INTEGER PRIMARY KEY, pipeline TEXT NOT NULL, inbox INTEGER NOT NULL REFERENCES inbox, started INTEGER NOT NULL,
            ended INTEGER, status INTEGER, message TEXT, as_of TEXT NOT NULL, period TEXT NOT NULL, known INTEGER NOT NULL,
            is_remake INTEGER NOT NULL, folder TEXT, edition INTEGER, version TEXT NOT NULL, setting INTEGER REFERENCES setting
        ) STRICT;
        CREATE INDEX run_pipeline ON run (pipeline, started);

        -- One content, however often and under whatever names it came.
        CREATE TABLE input (
            sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, first_seen INTEGER NOT NULL, source TEXT, rows INTEGER NOT NULL,
            forgotten INTEGER
        ) STRICT, WITHOUT ROWID;

        -- A content that stood at a path of an inbox: from when (`seen`), how new it is taken to be (`arrived`), until when (`gone`).
        CREATE TABLE arrival (
            id INTEGER PRIMARY KEY, inbox INTEGER NOT NULL REFERENCES inbox, path TEXT NOT NULL,
            sha256 TEXT NOT NULL REFERENCES input, seen INTEGER NOT NULL, modified INTEGER NOT NULL, arrived INTEGER NOT NULL,
            gone INTEGER
        ) STRICT;
        CREATE INDEX arrival_path ON arrival (inbox, path);
        CREATE INDEX arrival_content ON arrival (sha256);

        -- The values of an edition: its metrics.csv, compressed.
        CREATE TABLE value (run INTEGER PRIMARY KEY REFERENCES run, metrics BLOB NOT NULL) STRICT;

        CREATE TABLE finding (
            run INTEGER NOT NULL REFERENCES run, place INTEGER NOT NULL, code TEXT NOT NULL, severity TEXT NOT NULL,
            file TEXT NOT NULL, line INTEGER, "column" TEXT, message TEXT NOT NULL, hint TEXT NOT NULL, count INTEGER NOT NULL,
            PRIMARY KEY (run, place)
        ) STRICT, WITHOUT ROWID;
        """

    private static let remembered = """
        -- The files of an inbox as they were last fingerprinted; what is not here is read. `device` and `number` are the 64 bits of the
        -- file system's own, `modified` and `changed` nanoseconds, `taken` is of the machine's clock and not the ledger's.
        CREATE TABLE remembered (
            inbox INTEGER NOT NULL REFERENCES inbox, path TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
            device INTEGER NOT NULL, number INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL,
            taken INTEGER NOT NULL, PRIMARY KEY (inbox, path)
        ) STRICT, WITHOUT ROWID;
        """

    private static let deliveries = """
        -- Something sent, or about to be: `ended` is empty until its outcome is known, and stays so where the process was killed.
        -- `again` counts how often the same was sent deliberately before; `mark` tells failures of a period apart;
        -- `run` may name one that is pruned.
        CREATE TABLE delivery (
            id INTEGER PRIMARY KEY, pipeline TEXT NOT NULL, about TEXT NOT NULL, period TEXT NOT NULL, edition INTEGER NOT NULL,
            target TEXT NOT NULL, mark TEXT NOT NULL, again INTEGER NOT NULL, run INTEGER, kind TEXT NOT NULL,
            name TEXT NOT NULL, recipients TEXT NOT NULL, message TEXT NOT NULL, intended INTEGER NOT NULL, ended INTEGER,
            is_delivered INTEGER NOT NULL, attempts INTEGER NOT NULL, failure TEXT, note TEXT,
            UNIQUE (pipeline, about, period, edition, target, mark, again)
        ) STRICT;
        """
}
