import CExchange
import struct CSV.FilePath
import Facts
import Glibc
import Intake
import Synchronization

/// A folder that is published whole or not at all.
///
/// A period's first report is in a folder of its name, `2026-W46`; a later one that differs is another edition beside it,
/// `2026-W46.2`. One of the same bytes takes the place of the newest edition.
///
/// Files are written to a folder aside, brought to the disk, and put in place with one rename; `latest` follows with another. Killed
/// at any point, the last report stands, and what lies aside is cleared by the next run (`Leftovers`).
struct Publication {
    /// Where the pipeline's reports are: `REPORTS/PIPELINE`.
    let home: String
    /// The period's name.
    let period: String
    /// How the company cuts time, which tells the newer of two periods.
    let calendar: PeriodCalendar
    /// The folder aside, to be filled.
    let aside: String
    /// Whether it takes the place of the newest edition whatever its bytes.
    let replaces: Bool
    /// Which edition it is, from 1; known once it is about to be published.
    private(set) var edition = 1
    /// The files that are on the disk already.
    private let onDisk = OnDisk()

    /// Makes an empty folder aside.
    ///
    /// - Parameter isAlone: Whether it is sure that nobody else writes there now, so that what others left aside is nobody's.
    init(
        reports: String, pipeline: String, period: String, calendar: PeriodCalendar, replaces: Bool = false,
        isAlone: Bool = true
    ) throws(PipelineError) {
        self.replaces = replaces
        home = Files.join(reports, pipeline)
        self.period = period
        self.calendar = calendar
        try Files.makeFolder(home)
        Leftovers(home: home, calendar: calendar).clear(isAlone: isAlone)
        aside = try Leftovers.newFolder("new", period, in: home)
    }

    /// The published folder.
    var place: String { Files.join(home, name) }

    /// The published folder's name.
    private var name: String { edition == 1 ? period : "\(period).\(edition)" }

    /// The editions of a period that are there, oldest first, with their numbers: folders with a report's files.
    static func editions(of period: String, in home: String) -> [(name: String, number: Int)] {
        places(of: period, in: home).filter { place in
            Files.names(in: Files.join(home, place.name)).contains(where: ownNames.contains)
        }
    }

    /// The folders that are called like an edition of a period.
    private static func places(of period: String, in home: String) -> [(name: String, number: Int)] {
        var found: [(name: String, number: Int)] = []
        for name in Files.names(in: home) where Files.isFolder(Files.join(home, name)) {
            if name == period { found.append((name, 1)) }
            guard name.hasPrefix(period + "."), let number = Int(name.dropFirst(period.utf8.count + 1)),
                (2...999_999).contains(number), name == "\(period).\(number)"
            else { continue }
            found.append((name, number))
        }
        return found.sorted { $0.number < $1.number }
    }

    /// Settles which edition this is, now that all of it but `run.json` is written.
    mutating func settleEdition() {
        if let newest = Publication.editions(of: period, in: home).last {
            edition = replaces || isSame(aside, Files.join(home, newest.name)) ? newest.number : newest.number + 1
        }
        // A file or a link that somebody called so stays what it is, and so does a folder that may not be looked into: it may hold a report.
        while Files.exists(place), !Files.isFolder(place) || access(place, R_OK | X_OK) != 0 { edition += 1 }
    }

    /// Settles that this is a given edition.
    mutating func stand(as edition: Int) { self.edition = edition }

    /// What is no part of what a report says: the record of the run, and the page as a browser prints it.
    private static let besides: Set<String> = ["run.json", "report.pdf"]

    /// Whether two folders hold the same report: the same files of a report's names with the same bytes, but for what is besides.
    private func isSame(_ one: String, _ other: String, top: Bool = true) -> Bool {
        func names(_ folder: String) -> [String] {
            Files.names(in: folder).filter { (!top || Publication.ownNames.contains($0)) && !Publication.besides.contains($0) }
        }
        guard names(one) == names(other) else { return false }
        return names(one).allSatisfy { name in
            let (a, b) = (Files.join(one, name), Files.join(other, name))
            if Files.isFolder(a) || Files.isFolder(b) {
                return Files.isFolder(a) && Files.isFolder(b) && isSame(a, b, top: false)
            }
            guard let bytes = Files.bytes(a) else { return false }
            return bytes == Files.bytes(b)
        }
    }

    /// A file's path in the folder aside.
    func path(_ name: String) -> String { Files.join(aside, name) }

    /// Writes a file into the folder aside; folders in its name are made. It is on the disk then.
    func write(_ bytes: [UInt8], _ name: String) throws(PipelineError) {
        if name.contains("/") { try Files.makeFolder(Files.folder(of: path(name))) }
        try Files.write(bytes, to: path(name))
        onDisk.note(path(name))
    }

    /// Waits until a file in the folder aside is on the disk, which was written there otherwise and stays as it is.
    func settle(_ name: String) throws(PipelineError) {
        try Files.sync(path(name))
        onDisk.note(path(name))
    }

    /// The names in a period's folder that are a report's; files of other names are people's own.
    static let ownNames: Set<String> = [
        "report.xlsx", "report.html", "report.pdf", "metrics.csv", "targets.csv", "movements.csv", "cohorts.csv",
        "explanations.csv", "actions.csv", "initiatives.csv", "mail.html", "mail.txt", "run.json", "rejected", Edition.folder,
    ]

    /// Puts the folder in place of the last one, people's own files with it, and points `latest` at the newest period.
    func publish() throws(PipelineError) {
        guard rename(aside, whole) == 0 else { throw Files.failure("\(whole) cannot be made") }
        try PeoplesFiles.keep(place, in: whole)
        try sync(FilePath(whole))
        // What cannot be done is known before anything has changed.
        let link = try isNewest ? Leftovers.newLink(to: name, in: home) : nil
        do throws(PipelineError) {
            if Files.isFolder(place) {
                try exchange()
            } else if Files.exists(place) || rename(whole, place) != 0 {
                if Files.exists(place) { errno = ENOTDIR }
                throw Files.failure("\(place) cannot be put in place")
            }
            try Files.sync(home)
            if let link, rename(link, Files.join(home, "latest")) != 0 {
                throw Files.failure("\(home)/latest cannot be pointed at \(name)")
            }
        } catch {
            if let link { unlink(link) }
            throw error
        }
        if link != nil { try Files.sync(home) }
    }

    /// The folder aside once all of the report is in it, and people's files are added to it.
    private var whole: String { Files.join(home, ".put-" + Files.name(of: aside).dropFirst(".new-".count)) }

    /// The folder aside and the one in place change places; what was published before goes, but for people's files.
    private func exchange() throws(PipelineError) {
        if exchange_paths(whole, place) == 0 {
            PeoplesFiles.giveBack(whole, to: place)
            PeoplesFiles.removeReport(in: whole)
        } else {
            try Leftovers(home: home, calendar: calendar).replace(name, by: whole)
        }
    }

    /// The name of the folder that `latest` points at; nil where there is none.
    static func latest(in home: String) -> String? {
        var target = [CChar](repeating: 0, count: 4096)
        let count = readlink(Files.join(home, "latest"), &target, target.count - 1)
        guard count > 0, Files.exists(Files.join(home, "latest")) else { return nil }
        return String(decoding: target.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// That `latest` is of another pipeline of the same name, by company or grain; empty where it is not, or there is none.
    func noteOfOthers(company: String, grain: Grain) -> [Finding] {
        guard let bytes = Files.bytes(Files.join(home, "latest/run.json")), let other = RunRecord.Origin(json: bytes),
            other.company != company || other.grain != grain.rawValue
        else { return [] }
        return [
            Finding(
                .sharedFolder, file: home, ["period": other.period, "company": other.company, "grain": other.grain])
        ]
    }

    /// What is published of a pipeline now, in words.
    static func standing(reports: String, pipeline: String) -> String {
        let home = Files.join(reports, pipeline)
        guard let folder = latest(in: home) else { return "nothing has been published yet" }
        return "the report of \(Leftovers.name(of: folder) ?? folder) stands in \(home.visible())"
    }

    /// Throws what publishing would where a folder that it writes to may not be written; nothing is made.
    static func tryWriting(_ folders: [String]) throws(PipelineError) {
        for folder in folders {
            var place = folder
            while !Files.exists(place), Files.folder(of: place) != place { place = Files.folder(of: place) }
            // A folder must be there: what a file is in the way of fails as well.
            if access(place + "/.", W_OK | X_OK) != 0 { throw Files.failure("\(folder) cannot be written") }
        }
    }

    /// Whether `latest` points at no later period than this one: it never goes back.
    private var isNewest: Bool {
        guard let latest = Publication.latest(in: home) else { return true }
        let folder = Leftovers.name(of: latest) ?? latest
        let name = folder.split(separator: ".", maxSplits: 1).first.map(String.init) ?? folder
        guard let published = calendar.period(named: name), let own = calendar.period(named: period) else { return true }
        return published.grain != own.grain || published.start <= own.start
    }

    /// Clears what is aside, after a failure.
    func abandon() {
        Files.remove(aside)
        guard Files.exists(whole) else { return }
        if Files.isFolder(place) { PeoplesFiles.giveBack(whole, to: place, onlyMissing: true) }
        PeoplesFiles.removeReport(in: whole)
    }

    private func sync(_ folder: FilePath) throws(PipelineError) {
        for name in Files.entries(of: folder) {
            let path = folder.appending(name)
            var status = stat()
            guard path.withCString({ lstat($0, &status) }) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: try sync(path)
            case S_IFREG where onDisk.holds(status): break
            // A file of a person that this user may not read is on the disk already.
            case S_IFREG where path.withCString({ access($0, R_OK) }) == 0: try Files.sync(path)
            default: break
            }
        }
        try Files.sync(folder)
    }
}

/// The files of a publication that were brought to the disk when they were written, while others were still being made: a disk takes as long for
/// one that is there already.
private final class OnDisk: Sendable {
    private let files = Mutex<Set<UInt64>>([])

    /// Notes that a file is on the disk.
    func note(_ path: String) {
        var status = stat()
        if lstat(path, &status) == 0 { files.withLock { _ = $0.insert(UInt64(status.st_ino)) } }
    }

    /// Whether a file of the folder is one of them.
    func holds(_ status: stat) -> Bool { files.withLock { $0.contains(UInt64(status.st_ino)) } }
}
