import CSpill
import Foundation
import Glibc
import Pipelines

/// What the command line knows of the machine that it is run on.
enum Machine {
    /// The program's own file.
    static var program: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "/usr/bin/gtm"
    }

    /// The name of the user who runs it.
    static var user: String { getpwuid(getuid()).flatMap { String(validatingCString: $0.pointee.pw_name) } ?? "gtm" }

    /// Has what is freed of large tables given back at once.
    static func prepareMemory() { spill_prepare() }

    /// What keeps large tables in a file where memory is short: in the state folder, or where there is none yet in `TMPDIR`.
    static let spilling = Spilling(
        begin: { folder, allowed in
            for folder in [folder, ProcessInfo.processInfo.environment["TMPDIR"] ?? "/var/tmp"]
            where spill_begin(folder, allowed) == 1 { return }
        }, letGo: { spill_let_go() })

    /// Microseconds since 1970 in UTC.
    static var clock: Int64 { Int64(Date().timeIntervalSince1970 * 1_000_000) }
}
