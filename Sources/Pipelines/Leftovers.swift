import struct CSV.FilePath
import Facts
import Glibc

/// What lies aside in a pipeline's folder of reports while one is put in place, and what a killed run left of it.
///
/// `.new-NAME~N` is being filled, `.put-NAME~N` is or was to change places with NAME, `.old-NAME~N` stood there, `.now-NAME~N` is what `latest` points at where a file system cannot
/// exchange two folders in one step. Nothing else there is touched: a hidden file of a person stays.
struct Leftovers {
    /// `REPORTS/PIPELINE`.
    let home: String
    let calendar: PeriodCalendar

    private static let kinds = ["new", "put", "old", "now"]

    /// Makes an empty folder aside whose name nothing has.
    static func newFolder(_ kind: String, _ name: String, in home: String) throws(PipelineError) -> String {
        for number in 0..<1000 {
            let path = Files.join(home, ".\(kind)-\(name)~\(getpid())\(number == 0 ? "" : "-\(number)")")
            if mkdir(path, 0o777) == 0 { return path }
            guard errno == EEXIST else { throw Files.failure("the folder \(path) cannot be made") }
        }
        throw Files.failure("no folder can be made aside in \(home)")
    }

    /// Makes a link beside `latest`, to be renamed to it.
    ///
    /// - Parameter tag: What tells it from another that is made meanwhile.
    static func newLink(to name: String, in home: String, tag: String = "") throws(PipelineError) -> String {
        let link = Files.join(home, ".new-latest~\(getpid())\(tag)")
        unlink(link)
        guard symlink(name, link) == 0 else {
            var error = Files.failure("\(home)/latest cannot be pointed at \(name)")
            if errno == EPERM || errno == EOPNOTSUPP {
                error.hint =
                    "`latest` is a link, which this file system does not have: name a folder on another one by `reports:`"
            }
            throw error
        }
        return link
    }

    /// The name that something aside has, had or is to have; nil for what is not aside.
    static func name(of aside: String) -> String? {
        for kind in kinds where aside.hasPrefix(".\(kind)-") {
            let rest = aside.dropFirst(kind.utf8.count + 2)
            return String(rest.prefix { $0 != "~" })
        }
        return nil
    }

    /// The folders aside, by kind; what people called so is none.
    private func aside(_ kind: String) -> [(path: String, name: String)] {
        Files.names(in: home).compactMap { entry in
            guard entry.hasPrefix(".\(kind)-"), let name = Leftovers.name(of: entry),
                calendar.period(named: String(name.prefix { $0 != "." })) != nil, Files.isFolder(Files.join(home, entry))
            else { return nil }
            return (Files.join(home, entry), name)
        }
    }

    // MARK: Without exchange

    /// Puts a folder in the place of another on a file system that cannot exchange the two. `latest` never points at nothing, and what
    /// is killed in between is mended by the next run.
    func replace(_ name: String, by aside: String) throws(PipelineError) {
        let place = Files.join(home, name)
        let isLatest = Publication.latest(in: home) == name
        let now = isLatest ? try Leftovers.newFolder("now", name, in: home) : nil
        do throws(PipelineError) {
            if let now {
                try copy(FilePath(aside), to: FilePath(now))
                try point(at: Files.name(of: now))
            }
            let old = try Leftovers.newFolder("old", name, in: home)
            guard rename(place, old) == 0, rename(aside, place) == 0 else {
                let error = Files.failure("\(place) cannot be put in place")
                if !Files.exists(place) { rename(old, place) }
                throw error
            }
            try Files.sync(home)
            if isLatest { try point(at: name) }
            PeoplesFiles.giveBack(old, to: place)
            PeoplesFiles.removeReport(in: old)
        } catch {
            if isLatest, Files.isFolder(place) { try? point(at: name) }
            if let now { Files.remove(now) }
            throw error
        }
        if let now { Files.remove(now) }
    }

    private func point(at name: String) throws(PipelineError) {
        let link = try Leftovers.newLink(to: name, in: home, tag: "-now")
        guard rename(link, Files.join(home, "latest")) == 0 else {
            throw Files.failure("\(home)/latest cannot be pointed at \(name)")
        }
        try Files.sync(home)
    }

    /// A folder's files under second names, or as copies.
    private func copy(_ folder: FilePath, to other: FilePath) throws(PipelineError) {
        for name in Files.entries(of: folder) {
            let (old, new) = (folder.appending(name), other.appending(name))
            var status = stat()
            guard old.withCString({ lstat($0, &status) }) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR {
                guard new.withCString({ mkdir($0, 0o777) }) == 0 else { throw Files.failure("\(new.text) cannot be made") }
                try copy(old, to: new)
            } else if old.withCString({ old in new.withCString { link(old, $0) } }) != 0, status.st_mode & S_IFMT == S_IFREG {
                try Files.copy(old, to: new)
            }
        }
    }

    // MARK: What a killed run left

    /// Puts back what a run was killed in the middle of replacing, and points `latest` at a report of a period's name again.
    func mend() {
        for (path, name) in aside("old") where !Files.exists(Files.join(home, name)) {
            if Files.names(in: path).isEmpty { rmdir(path) } else { rename(path, Files.join(home, name)) }
        }
        guard let target = Publication.latest(in: home), let name = Leftovers.name(of: target) else { return }
        if !Files.exists(Files.join(home, name)) { rename(Files.join(home, target), Files.join(home, name)) }
        if Files.isFolder(Files.join(home, name)) { try? point(at: name) }
    }

    /// Removes what lies aside; what people put in it goes to the period's folder, and what may not be removed stays.
    ///
    /// - Parameter isAlone: Whether nobody else writes here. Else only what is more than a day older than the newest there goes.
    func clear(isAlone: Bool) {
        if isAlone { mend() }
        let latest = Publication.latest(in: home)
        let found = Leftovers.kinds.flatMap { kind in aside(kind).map { (kind, $0.path, $0.name) } }
            .filter { Files.name(of: $0.1) != latest }
        let newest = found.map { age(of: $0.1) }.max() ?? 0
        for (kind, path, name) in found where isAlone || age(of: path) < newest - 86_400 {
            let place = Files.join(home, name)
            if kind == "now" || kind == "new" || (kind == "put" && !Files.isFolder(place)) {
                Files.remove(path)
            } else if Files.isFolder(place) {
                PeoplesFiles.giveBack(path, to: place, onlyMissing: true)
                PeoplesFiles.removeReport(in: path)
            }
        }
        guard isAlone else { return }
        for entry in Files.names(in: home)
        where entry.hasPrefix(".new-latest") || entry.hasPrefix(".new-\(InboxReport.name)") {
            unlink(Files.join(home, entry))
        }
    }

    /// When something was last changed, in seconds since 1970 by the file system's clock.
    private func age(of path: String) -> Int {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mtim.tv_sec : 0
    }
}
