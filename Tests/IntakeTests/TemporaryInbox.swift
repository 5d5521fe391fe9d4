import Facts
import Glibc
import Testing

@testable import Intake

/// A folder of files for one test, removed at its end. All files have the same modification time unless said otherwise.
final class TemporaryInbox {
    let path: String

    init(_ files: KeyValuePairs<String, String> = [:]) {
        var template = Array("/tmp/gtm-intake-XXXXXX".utf8CString)
        path = String(cString: mkdtemp(&template)!)
        for (name, text) in files { write(name, text) }
    }

    deinit { Self.remove(path) }

    func write(_ name: String, _ text: String, modified: Int = 1_700_000_000) {
        write(name, Array(text.utf8), modified: modified)
    }

    func write(_ name: String, _ bytes: [UInt8], modified: Int = 1_700_000_000) {
        var folder = path
        let parts = name.split(separator: "/").map(String.init)
        for part in parts.dropLast() {
            folder += "/" + part
            mkdir(folder, 0o755)
        }
        let file = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        precondition(file >= 0, name)
        bytes.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count { done += Glibc.write(file, bytes.baseAddress! + done, bytes.count - done) }
        }
        var times = [timespec(tv_sec: modified, tv_nsec: 0), timespec(tv_sec: modified, tv_nsec: 0)]
        futimens(file, &times)
        close(file)
    }

    func makeFolder(_ name: String) { mkdir(path + "/" + name, 0o755) }

    private static func remove(_ folder: String) {
        guard let directory = opendir(folder) else { return }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            if unlink(folder + "/" + name) != 0 { remove(folder + "/" + name) }
        }
        closedir(directory)
        rmdir(folder)
    }

    /// The inbox through all of the intake.
    func intake(asOf: String = "2026-11-15", _ change: (inout IntakeSettings) -> Void = { _ in }) throws -> IntakeResult {
        let (files, settings) = try reading(asOf: asOf, change)
        return try assemble(files, settings: settings)
    }

    /// The files of the inbox, read.
    func reading(asOf: String = "2026-11-15", _ change: (inout IntakeSettings) -> Void) throws -> ([ReadFile], IntakeSettings) {
        var settings = IntakeSettings(inbox: path, asOf: Day(asOf)!)
        change(&settings)
        return (try collect(inbox: path).map { read($0, settings: settings) }, settings)
    }

    /// The error that the intake ends with.
    func failure(_ change: (inout IntakeSettings) -> Void = { _ in }) -> IntakeError? {
        do {
            _ = try intake(change)
            return nil
        } catch { return error as? IntakeError }
    }
}

extension IntakeResult {
    /// The codes of all findings, sorted, each once.
    var codes: [String] { Array(Set(findings.map(\.code))).sorted() }

    func report(_ path: String) -> FileReport { files.first { $0.file.path == path }! }

    /// ARR terms in words: `id customer start end arr`, sorted.
    var terms: [String] {
        guard let terms = facts.terms else { return [] }
        return (0..<terms.count).map { row in
            "\(terms.ids[row]) \(facts.customerIDs[terms.customers[row]]) \(terms.starts[row]) \(terms.ends[row]) \(terms.arr[row])"
        }.sorted()
    }

    /// Costs in words: `start end amount category`, sorted.
    var costs: [String] {
        guard let spend = facts.spend else { return [] }
        return (0..<spend.count).map { row in
            "\(spend.starts[row]) \(spend.ends[row]) \(spend.amounts[row]) \(spend.categories[row])"
        }.sorted()
    }

    /// The sizes of teams in words: `day team people`.
    var sizes: [String] {
        guard let table = facts.headcount else { return [] }
        return (0..<table.count).map {
            "\(table.days[$0]) \(table.teams[$0]) \(Number(Int128(table.fte[$0]), over: 1_000_000_000).significant())"
        }
    }

    /// Leads in words: `id stamps… amount`, sorted; days of stamps in the pipeline's zone.
    var leads: [String] {
        guard let leads = facts.leads else { return [] }
        return (0..<leads.count).map { row in
            let stamps = leads.reached.map { column in
                column.map { $0[row].isMissing ? "-" : $0[row].day(in: facts.zone).description } ?? "·"
            }
            let amount = leads.amounts.map { $0[row] == Leads.noAmount ? "-" : String($0[row]) } ?? "·"
            return ([leads.ids[row]] + stamps + [amount]).joined(separator: " ")
        }.sorted()
    }
}

/// A text in an encoding, or nil where it has no such characters.
func encoded(_ text: String, _ encoding: String) -> [UInt8]? {
    let converter = iconv_open(encoding, "UTF-8")
    defer { iconv_close(converter) }
    var source = Array(text.utf8).map { CChar(bitPattern: $0) }
    var target = [CChar](repeating: 0, count: source.count * 4 + 16)
    var (left, room) = (source.count, target.count)
    let isWhole = source.withUnsafeMutableBufferPointer { source in
        target.withUnsafeMutableBufferPointer { target in
            var (from, to) = (source.baseAddress, target.baseAddress)
            return iconv(converter, &from, &left, &to, &room) != -1
        }
    }
    return isWhole ? target.dropLast(room).map { UInt8(bitPattern: $0) } : nil
}
