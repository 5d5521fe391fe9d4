import Facts
import Foundation
import Glibc
import Languages
import Seeded
import Testing

@testable import Intake
@testable import Pipelines
@testable import State

/// Two pipelines on one inbox, with states of their own: one remembers, one does not.
final class Twins {
    let folder: String
    var random: Seeded
    /// Lines of both pipelines' files, and of their sources.
    var lines: [String: String] = [
        "grain": "month", "periods": "2", "locale": "en", "dimensions": "[segment]", "time_zone": "UTC",
    ]
    var sources: [String: String] = [:]
    var asOf = Day("2026-11-15")!
    /// Long after all files were written, so that fingerprints are believed.
    var clock = Int64(Date().timeIntervalSince1970 * 1_000_000) + 3_600_000_000
    private var number = 0

    init(_ seed: Int) throws {
        folder = NSTemporaryDirectory() + "/gtm-twins-" + UUID().uuidString
        random = Seeded(UInt64(seed))
        for part in ["inbox", "a", "b"] {
            try FileManager.default.createDirectory(atPath: folder + "/" + part, withIntermediateDirectories: true)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var readings: String { folder + "/a/.gtm/readings" }
    var files: [String] { Files.names(in: folder + "/inbox") }

    // MARK: Runs

    private func configuration(_ twin: String) throws -> Configuration {
        let text =
            lines.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }.joined() + "inbox: ../inbox\n"
            + (twin == "a" ? "" : "remember: {fingerprints: no, readings: no}\n")
        try text.write(toFile: "\(folder)/\(twin)/p.yml", atomically: true, encoding: .utf8)
        let rules = sources.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value)\n" }.joined()
        try (rules.isEmpty ? "{}\n" : "sources:\n" + rules).write(
            toFile: "\(folder)/\(twin)/sources.yml", atomically: true, encoding: .utf8)
        return try Configuration.read("\(folder)/\(twin)/p.yml")
    }

    /// What a run of one of them comes to: each file that it published by name, or its failure.
    private func outcome(_ twin: String) throws -> [String: [UInt8]] {
        let time = clock
        var surroundings = Surroundings(clock: { time }, runID: "run", workers: 2)
        surroundings.smallestKept = 0
        surroundings.spareRoom = 0
        do {
            let run = Run(try configuration(twin), asOf: asOf, surroundings: surroundings)
            let published = try run.publish()
            var files: [String: [UInt8]] = [:]
            for name in FileManager.default.enumerator(atPath: published.folder)!.compactMap({ $0 as? String }) {
                guard let bytes = Files.bytes(published.folder + "/" + name), !Files.isFolder(published.folder + "/" + name)
                else { continue }
                files[name] = name == "run.json" ? RunRecord(json: bytes).map(Self.told) ?? [] : bytes
            }
            files["notices"] = Array(
                published.notices.filter { !Self.isOfReadings($0) }.map(\.text).joined(separator: "\n").utf8)
            for name in ["inbox.html"] { files["beside/" + name] = Files.bytes("\(folder)/\(twin)/reports/p/\(name)") }
            return files
        } catch let error as PipelineError {
            return ["failure": Array("\(error.status) \(error.message) \(error.hint)".utf8)]
        }
    }

    private static func isOfReadings(_ notice: Notice) -> Bool {
        ["damaged-reading", "reading-not-kept"].contains(notice.parts["code"])
    }

    /// What a record says but for what the pipelines' files say and when its stages were.
    private static func told(_ record: RunRecord) -> [UInt8] {
        var record = record
        record.stages = []
        return (try? record.json()) ?? []
    }

    /// Runs both and holds what they published beside each other.
    func expectSame(_ comment: String) throws {
        clock += 3_600_000_000
        let (one, other) = (try outcome("a"), try outcome("b"))
        #expect(one.keys.sorted() == other.keys.sorted(), "\(comment)")
        for (name, bytes) in one.sorted(by: { $0.key < $1.key }) where other[name] != bytes {
            let (a, b) = (String(decoding: bytes, as: UTF8.self), String(decoding: other[name] ?? [], as: UTF8.self))
            Issue.record("\(name) differs: \(comment)\n\(Self.difference(a, b))")
        }
    }

    private static func difference(_ a: String, _ b: String) -> String {
        let (a, b) = (a.split(separator: "\n"), b.split(separator: "\n"))
        let place = zip(a, b).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(a.count, b.count)
        return "\(a.dropFirst(place).first?.prefix(400) ?? "-")\n\(b.dropFirst(place).first?.prefix(400) ?? "-")"
    }

    // MARK: What happens

    /// Something happens to the inbox, the settings or what is kept; says what.
    func happens() throws -> String {
        switch random.next(14) {
        case 0, 1, 2: return try drop(name(), "dropped")
        case 3:
            guard let old = pick(files) else { return "nothing" }
            let new = name("again-" + (old.contains(".") ? String(old.suffix(8)) : old))
            try FileManager.default.copyItem(atPath: "\(folder)/inbox/\(old)", toPath: "\(folder)/inbox/\(new)")
            return "dropped \(old) again as \(new)"
        case 4: return try pick(files).map { try drop($0, "corrected") } ?? "nothing"
        case 5:
            guard let name = pick(files) else { return "nothing" }
            utimes("\(folder)/inbox/\(name)", nil)
            return "touched \(name)"
        case 6: return try changeInSecret()
        case 7:
            guard files.count > 2, let name = pick(files) else { return "nothing" }
            unlink("\(folder)/inbox/\(name)")
            return "removed \(name)"
        case 8: return try forget()
        case 9, 10: return changeSettings()
        case 11: return damage()
        case 12:
            asOf = asOf + 7
            return "a week later"
        default: return try mend()
        }
    }

    private func pick(_ names: [String]) -> String? { names.isEmpty ? nil : names[random.next(names.count)] }

    private func name(_ kind: String? = nil) -> String {
        number += 1
        let kinds = [
            "leads.csv", "subscriptions.csv", "spend.csv", "ausgaben.csv", "opportunities.csv", "events.csv", "nps.csv",
            "费用.csv", "snapshots.csv", "targets.csv",
        ]
        let kind = kind ?? pick(kinds)!
        return "\(random.next(2) == 0 ? "" : "2026-1\(random.next(2))-0\(1 + random.next(8)) ")\(number) \(kind)"
    }

    func drop(_ name: String, _ what: String) throws -> String {
        try Data(content(name)).write(to: URL(filePath: "\(folder)/inbox/\(name)"))
        return "\(what) \(name)"
    }

    private func day() -> String { (Day("2025-06-01")! + random.next(560)).description }

    private func rows(_ header: String, _ row: () -> [String]) -> [UInt8] {
        let lines = (0..<(3 + random.next(30))).map { _ in
            // Some cell is not what it should be.
            var cells = row()
            if random.next(25) == 0 { cells[random.next(cells.count)] = Self.odd[random.next(4)] }
            return cells.joined(separator: header.contains(";") ? ";" : ",")
        }
        return Array(([header] + lines).joined(separator: "\n").utf8) + [10]
    }

    private static let odd = ["", "x", "\"a\nb\"", "2026-02-31"]

    /// A file of the kind that its name says.
    private func content(_ name: String) -> [UInt8] {
        let segment = { ["smb", "SMB", "big", ""][self.random.next(4)] }
        func id(_ letter: String) -> String { "\(letter)\(random.next(60))" }
        if name.hasSuffix("leads.csv") {
            return rows("lead_id,created_at,mql_at,won_at,lost_at,amount,segment,owner") {
                [
                    id("L"), day(), random.next(2) == 0 ? day() : "", random.next(4) == 0 ? day() : "", "",
                    "\(random.next(900)).5", segment(), "Ann",
                ]
            }
        }
        if name.hasSuffix("subscriptions.csv") {
            return rows("subscription_id,customer_id,start_date,end_date,arr,segment,currency") {
                [id("S"), id("C"), day(), "", "\(random.next(9000))", segment(), ["USD", "EUR", ""][random.next(3)]]
            }
        }
        if name.hasSuffix("ausgaben.csv") {
            return rows("Datum;Betrag;Kategorie") {
                ["0\(1 + random.next(9)).10.2026", "1.\(100 + random.next(900)),\(10 + random.next(90))", "Marketing"]
            }
        }
        if name.hasSuffix("opportunities.csv") {
            return rows("opportunity_id,lead_id,created_at,stage,close_date,amount") {
                [
                    id("O"), id("L"), day(), ["Closed Won", "Closed Lost", "Open", "Somewhere"][random.next(4)], day(),
                    "\(random.next(9000))",
                ]
            }
        }
        if name.hasSuffix("events.csv") {
            return rows("lead_id,stage,at") { [id("L"), ["lead", "mql", "sql", "won"][random.next(4)], day()] }
        }
        if name.hasSuffix("nps.csv") {
            return rows("response_id,responded_at,score,customer_id") { [id("R"), day(), "\(random.next(11))", id("C")] }
        }
        if name.hasSuffix("snapshots.csv") {
            return rows("month,customer_id,mrr") { ["2026-0\(1 + random.next(9))", id("C"), "\(random.next(900))"] }
        }
        if name.hasSuffix("targets.csv") {
            return Array(
                "metric,Q3 2026,Q4 2026\nnet_new_arr,\(random.next(900)),7\nwin_rate,20%,\(random.next(9))%\n".utf8)
        }
        let costs = rows("date,amount,category,vendor") {
            [
                day(), random.next(9) == 0 ? "" : "\(random.next(900)).\(100 + random.next(900))",
                ["marketing", "sales"][random.next(2)], "v\(random.next(5))",
            ]
        }
        guard name.hasSuffix("费用.csv") else { return costs }
        let text = String(decoding: costs, as: UTF8.self).replacing("date,amount,category,vendor", with: "日期,金额,类别,供应商")
            .replacing("marketing", with: "市场")
        return Self.encoded(text, "GB18030")
    }

    private static func encoded(_ text: String, _ encoding: String) -> [UInt8] {
        let converter = iconv_open(encoding, "UTF-8")
        defer { iconv_close(converter) }
        var source = Array(text.utf8).map { CChar(bitPattern: $0) }
        var target = [CChar](repeating: 0, count: source.count * 4)
        var (left, room) = (source.count, target.count)
        source.withUnsafeMutableBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                var (from, to) = (source.baseAddress, target.baseAddress)
                _ = iconv(converter, &from, &left, &to, &room)
            }
        }
        return target.dropLast(room).map { UInt8(bitPattern: $0) }
    }

    /// Other content of the same size, and the time as it was.
    private func changeInSecret() throws -> String {
        guard let name = pick(files), var bytes = Files.bytes("\(folder)/inbox/\(name)") else { return "nothing" }
        let digits = bytes.indices.filter { bytes[$0] &- 48 < 9 }
        guard !digits.isEmpty else { return "nothing" }
        bytes[digits[random.next(digits.count)]] += 1
        var status = stat()
        stat("\(folder)/inbox/\(name)", &status)
        let file = open("\(folder)/inbox/\(name)", O_WRONLY)
        _ = bytes.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
        var times = [status.st_atim, status.st_mtim]
        futimens(file, &times)
        close(file)
        return "changed \(name) and set its time back"
    }

    private func forget() throws -> String {
        guard let store = try StateStore.existing(folder + "/a/.gtm"),
            let arrival = try store.inputs().map(\.arrival).filter({ $0.forgotten == nil }).randomElement(using: &random)
        else { return "nothing" }
        for twin in ["a", "b"] {
            _ = try InputList(state: "\(folder)/\(twin)/.gtm").forget(
                arrival.sha256, undo: false, erases: false, clock: clock)
        }
        #expect(!Files.names(in: readings).contains { KeptReadings.isReading($0, of: arrival.sha256) })
        return "forgot \(arrival.path)"
    }

    private func changeSettings() -> String {
        switch random.next(7) {
        case 0: lines["locale"] = ["en", "de", "zh-Hans"][random.next(3)]
        case 1: lines["time_zone"] = ["UTC", "Europe/Berlin", "Asia/Shanghai"][random.next(3)]
        case 2: lines["dimensions"] = ["[segment]", "[segment, owner]", "[channel]"][random.next(3)]
        case 3:
            sources["spend"] =
                ["{decimal: comma}", "{decimal: point}", "{load: snapshot}", "{max_rejected: 1}"][random.next(4)]
        case 4:
            sources["leads"] =
                ["{aliases: {owner: [vendor]}}", "{load: append}", "{unique: [lead_id], max_rejected: 1}"][random.next(3)]
        case 5: lines["config"] = ["{churn_grace_days: 3}", "{gross_margin: 0.7}"][random.next(2)]
        default: lines["max_rejected"] = ["0.05", "0.6", "1"][random.next(3)]
        }
        return "set \(lines) \(sources)"
    }

    /// Some of the kept readings are damaged, cut short, another's, or left unfinished by a run that was killed.
    private func damage() -> String {
        for name in Files.names(in: readings) where random.next(2) == 0 {
            guard var bytes = Files.bytes("\(readings)/\(name)"), !bytes.isEmpty else { continue }
            switch random.next(5) {
            case 0: for _ in 0..<3 { bytes[random.next(bytes.count)] ^= UInt8(1 + random.next(255)) }
            case 1: bytes.removeLast(1 + random.next(bytes.count))
            case 2: bytes = pick(Files.names(in: readings)).flatMap { Files.bytes("\(readings)/\($0)") } ?? []
            case 3: bytes.append(7)
            default:
                try? Data(bytes.prefix(bytes.count / 2)).write(to: URL(filePath: "\(readings)/.new-\(name)~99999999-1"))
                continue
            }
            let file = open("\(readings)/\(name)", O_WRONLY | O_TRUNC)
            _ = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            close(file)
        }
        return "damaged readings"
    }

    /// Rejected rows of the last report come back, mended.
    private func mend() throws -> String {
        let folder = folder + "/a/reports/p/latest/rejected"
        guard let name = pick(Files.names(in: folder)), let bytes = Files.bytes("\(folder)/\(name)") else {
            return "nothing"
        }
        let text = String(decoding: bytes, as: UTF8.self).replacing(",x,", with: ",7,").replacing(
            "2026-02-31", with: "2026-02-28")
        let target = self.name("mended.csv")
        try text.write(toFile: "\(self.folder)/inbox/\(target)", atomically: true, encoding: .utf8)
        return "mended \(name) as \(target)"
    }
}
