import Glibc
import Properties

/// Checks one property on what libFuzzer makes of its seeds: `fuzz --target=reader -max_total_time=60 FOLDER`, or on one input:
/// `fuzz --target=reader FILE`.
@main struct Fuzz {
    fileprivate static let property: Property = {
        let names = Property.all.map(\.name)
        let given = CommandLine.arguments.first { $0.hasPrefix("--target=") }.map { String($0.dropFirst(9)) }
        guard let property = Property.named(given ?? "") else {
            print("usage: fuzz --target=NAME [-max_total_time=SECONDS] FOLDER_OR_FILE…")
            print("NAME is one of \(names.joined(separator: ", "))")
            exit(64)
        }
        return property
    }()

    static func main() {
        _ = property
        var (count, arguments) = (CommandLine.argc, CommandLine.unsafeArgv)
        exit(runDriver(&count, &arguments, checkOneInput))
    }
}

/// libFuzzer's own main loop.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ check: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What libFuzzer calls for each input. A property that does not hold ends the process, as a trap does.
@_cdecl("LLVMFuzzerTestOneInput")
public func checkOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do {
        try Fuzz.property.check(Array(UnsafeBufferPointer(start: start, count: count)))
    } catch {
        fatalError("\(error)")
    }
    return 0
}
