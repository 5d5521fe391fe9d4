import GRDB
import Glibc

extension StateError {
    /// What SQLite says, in words that say what to do.
    init(_ error: any Error, path: String) {
        if let error = error as? StateError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self = .damaged(path, "\(error)")
            return
        }
        let reason = error.message ?? "\(error.resultCode)"
        let isFull = error.resultCode == .SQLITE_IOERR && StateError.isFull(path)
        switch isFull ? .SQLITE_FULL : error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .busy, "the state \(path) is in use by another process", hint: "wait until that has ended, and run again")
        case .SQLITE_FULL:
            self.init(
                .cannotWrite, "the state \(path) cannot be written: the disk is full (\(reason))",
                hint: "make room on the disk and run again")
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_IOERR:
            self.init(
                .cannotWrite, "the state \(path) cannot be written: \(reason)",
                hint:
                    "give the user that runs gtm the right to write the folder, gtm.sqlite and the files beside it that begin like it, or "
                    + "name another folder by `state:`")
        case .SQLITE_NOMEM:
            self.init(.cannotRead, "the state \(path) cannot be read: \(reason)", hint: "free some memory and run again")
        default: self = .damaged(path, reason)
        }
    }

    /// Whether there is no room left where a file lies: SQLite calls that a failure of the disk where its shared memory would grow.
    private static func isFull(_ path: String) -> Bool {
        var room = statvfs()
        return statvfs(path, &room) == 0 && UInt64(room.f_bavail) * UInt64(room.f_frsize) < 1 << 18
    }

    /// The state is not what this program writes.
    static func damaged(_ path: String, _ reason: String) -> StateError {
        StateError(
            .damaged, "the state \(path) is damaged: \(reason)",
            hint:
                "restore it from a back-up; without one, move gtm.sqlite and the files beside it that begin like it away and run "
                + "again: then of exports that are gone from the inbox only the copies in archive/ are left, which count once dropped anew"
        )
    }

    /// The state was written by a newer version of the program.
    static func newer(_ path: String) -> StateError {
        StateError(
            .newer, "the state \(path) was written by a newer version of gtm, which this one cannot read",
            hint: "run the newer version, or name another folder by `state:`")
    }
}
