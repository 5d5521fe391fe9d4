import Foundation
import Glibc

/// What the command line knows of the machine that it is run on.
enum Machine {
    /// The program's own file.
    static var program: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "/usr/bin/gtm"
    }

    /// The name of the user who runs it.
    static var user: String { getpwuid(getuid()).flatMap { String(validatingCString: $0.pointee.pw_name) } ?? "gtm" }

    /// Microseconds since 1970 in UTC.
    static var clock: Int64 { Int64(Date().timeIntervalSince1970 * 1_000_000) }
}
