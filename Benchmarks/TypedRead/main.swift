// Reads one CSV file into typed columns, as the intake does, and says what it cost: one line of JSON.
//
// usage: TypedRead FILE.csv [WORKERS]
import CSV
import Facts
import Intake

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

func stop(_ message: String, _ status: Int32) -> Never {
    let line = Array((message + "\n").utf8)
    _ = write(2, line, line.count)
    exit(status)
}

guard CommandLine.arguments.count >= 2 else { stop("usage: TypedRead FILE.csv [WORKERS]", 64) }
let path = CommandLine.arguments[1]
var status = stat()
guard stat(path, &status) == 0 else { stop("cannot read \(path)", 66) }
var settings = IntakeSettings(
    inbox: "", asOf: Day(year: 2026, month: 11, day: 15)!, dimensions: ["channel", "segment", "region", "owner"])
settings.workers = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 1 : sysconf(Int32(_SC_NPROCESSORS_ONLN))

let clock = ContinuousClock()
let start = clock.now
let name = path.split(separator: "/").last.map(String.init) ?? path
let table = Intake.read(
    InboxFile(
        path: name, location: FilePath(path), size: Int(status.st_size), sha256: "", modified: Int64(status.st_mtim.tv_sec)),
    settings: settings)
let seconds = Double((clock.now - start).components.attoseconds) / 1e18 + Double((clock.now - start).components.seconds)
var usage = rusage()
getrusage(0, &usage)
let peak = Int(usage.ru_maxrss) * 1024
print(
    """
    {"rows": \(table.rows), "rejected": \(table.rejected), "source": "\(table.source?.rawValue ?? "none")", "seconds": \(seconds), \
    "peak": \(peak), "table": \(table.tableSize), "own": \(peak - table.tableSize)}
    """)
exit(table.source == nil ? 65 : 0)
