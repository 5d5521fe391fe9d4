import CExchange
import Facts
import Glibc

/// A folder that is published whole or not at all.
///
/// A period's first report is in a folder of its name, `2026-W46`; a later one that differs is another edition beside it,
/// `2026-W46.2`. One of the same bytes takes the place of the newest edition.
///
/// Files are written to a folder aside, brought to the disk, and put in place with one rename; `latest` follows with another. Killed
/// at any point, the last report stands, and what lies aside is cleared by the next run.
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

    /// Makes an empty folder aside.
    init(
        reports: String, pipeline: String, period: String, calendar: PeriodCalendar, replaces: Bool = false
    ) throws(PipelineError) {
        self.replaces = replaces
        home = Files.join(reports, pipeline)
        self.period = period
        self.calendar = calendar
        aside = Files.join(home, ".new-\(period)")
        try Files.makeFolder(home)
        for name in Files.names(in: home) where name.hasPrefix(".new-") || name.hasPrefix(".old-") {
            Files.remove(Files.join(home, name))
        }
        try Files.makeFolder(aside)
    }

    /// The published folder.
    var place: String { Files.join(home, name) }

    /// The published folder's name.
    private var name: String { edition == 1 ? period : "\(period).\(edition)" }

    /// The editions of a period that are there, oldest first, with their numbers.
    static func editions(of period: String, in home: String) -> [(name: String, number: Int)] {
        var found: [(name: String, number: Int)] = []
        for name in Files.names(in: home) where !Files.isLink(Files.join(home, name)) {
            if name == period { found.append((name, 1)) }
            guard name.hasPrefix(period + "."), let number = Int(name.dropFirst(period.utf8.count + 1)), number > 1,
                name == "\(period).\(number)"
            else { continue }
            found.append((name, number))
        }
        return found.sorted { $0.number < $1.number }
    }

    /// Settles which edition this is, now that all of it but `run.json` is written.
    mutating func settleEdition() {
        guard let newest = Publication.editions(of: period, in: home).last else { return }
        edition = replaces || isSame(aside, Files.join(home, newest.name)) ? newest.number : newest.number + 1
    }

    /// Settles that this is a given edition.
    mutating func stand(as edition: Int) { self.edition = edition }

    /// Whether two folders hold the same report: the same files of a report's names with the same bytes, `run.json` aside.
    private func isSame(_ one: String, _ other: String, top: Bool = true) -> Bool {
        func names(_ folder: String) -> [String] {
            Files.names(in: folder).filter { !top || Publication.ownNames.contains($0) && $0 != "run.json" }
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

    /// Writes a file into the folder aside; folders in its name are made.
    func write(_ bytes: [UInt8], _ name: String) throws(PipelineError) {
        if name.contains("/") { try Files.makeFolder(Files.folder(of: path(name))) }
        try Files.write(bytes, to: path(name))
    }

    /// The names in a period's folder that are a report's; files of other names are people's own.
    static let ownNames: Set<String> = [
        "report.xlsx", "report.html", "metrics.csv", "targets.csv", "movements.csv", "cohorts.csv", "explanations.csv",
        "actions.csv", "initiatives.csv", "mail.html", "mail.txt", "run.json", "rejected",
    ]

    /// Puts the folder in place of the last one, people's own files with it, and points `latest` at the newest period.
    func publish() throws(PipelineError) {
        for name in Files.names(in: place) where !Publication.ownNames.contains(name) {
            keep(Files.join(place, name), as: path(name))
        }
        try sync(aside)
        if Files.exists(place) {
            // The two change places in one step; what was published before is then aside, and goes.
            if exchange_paths(aside, place) != 0 {
                let old = Files.join(home, ".old-\(name)")
                guard rename(place, old) == 0, rename(aside, place) == 0 else {
                    throw Files.failure("\(place) cannot be put in place")
                }
                Files.remove(old)
            }
            Files.remove(aside)
        } else if rename(aside, place) != 0 {
            throw Files.failure("\(place) cannot be put in place")
        }
        try Files.sync(home)
        guard isNewest else { return }
        let link = Files.join(home, ".new-latest")
        unlink(link)
        guard symlink(name, link) == 0, rename(link, Files.join(home, "latest")) == 0 else {
            throw Files.failure("\(home)/latest cannot be pointed at \(name)")
        }
        try Files.sync(home)
    }

    /// The name of the folder that `latest` points at; nil where there is none.
    static func latest(in home: String) -> String? {
        var target = [CChar](repeating: 0, count: 4096)
        let count = readlink(Files.join(home, "latest"), &target, target.count - 1)
        guard count > 0, Files.exists(Files.join(home, "latest")) else { return nil }
        return String(decoding: target.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// What is published of a pipeline now, in words.
    static func standing(reports: String, pipeline: String) -> String {
        let home = Files.join(reports, pipeline)
        guard let folder = latest(in: home) else { return "nothing has been published yet" }
        return "the report of \(folder) stands in \(home)"
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
        guard let folder = Publication.latest(in: home) else { return true }
        let name = folder.split(separator: ".", maxSplits: 1).first.map(String.init) ?? folder
        guard let published = calendar.period(named: name), let own = calendar.period(named: period) else { return true }
        return published.grain != own.grain || published.start <= own.start
    }

    /// Gives a file, or all in a folder, a second name.
    private func keep(_ old: String, as new: String) {
        var status = stat()
        guard lstat(old, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            mkdir(new, status.st_mode & 0o7777)
            for name in Files.names(in: old) { keep(Files.join(old, name), as: Files.join(new, name)) }
        } else {
            link(old, new)
        }
    }

    /// Clears what is aside, after a failure.
    func abandon() { Files.remove(aside) }

    private func sync(_ folder: String) throws(PipelineError) {
        for name in Files.names(in: folder) {
            let path = Files.join(folder, name)
            var status = stat()
            if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { try sync(path) } else { try Files.sync(path) }
        }
        try Files.sync(folder)
    }
}

/// A lock that one run of a pipeline holds at a time; it goes with the process, however that ends.
struct RunLock: ~Copyable {
    private let descriptor: Int32

    /// Takes the lock, or throws status 75 where another run has it.
    init(state: String, pipeline: String) throws(PipelineError) {
        descriptor = try RunLock.take(state: state, pipeline: pipeline)
    }

    private static func take(state: String, pipeline: String) throws(PipelineError) -> Int32 {
        try Files.makeFolder(state)
        let path = Files.join(state, "\(pipeline).lock")
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Files.failure("\(path) cannot be written") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw PipelineError(
                .busy, "another run of \(pipeline) is under way", hint: "wait until it has ended; it holds \(path)")
        }
        return descriptor
    }

    /// Lets the next run begin.
    consuming func release() {}

    deinit { close(descriptor) }
}
