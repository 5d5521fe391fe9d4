import CExchange
import Glibc
import Synchronization

/// The contents of inputs, each once, compressed, by SHA-256: `STATE/archive/ab/cdef….gz`.
///
/// A content is taken in while the run reads it to fingerprint it, so that nothing is read twice. Copies are written under names of
/// their own, brought to the disk and renamed by ``settle()``; what a killed run left is cleared by a later one. What is gzip
/// already is kept as it is.
public final class Archive: Sendable {
    private let folder: String
    private let pending = Mutex<[(path: String, sha256: String)]>([])
    private let failure = Mutex<StateError?>(nil)
    private let count = Atomic<Int>(0)

    init(state: String) { folder = state + "/archive" }

    /// Where a content is, or would be.
    public func path(of sha256: String) -> String { "\(folder)/\(sha256.prefix(2))/\(sha256.dropFirst(2)).gz" }

    /// Whether a content is kept.
    public func holds(_ sha256: String) -> Bool {
        if pending.withLock({ $0.contains { $0.sha256 == sha256 } }) { return true }
        var status = stat()
        return stat(path(of: sha256), &status) == 0
    }

    /// How many bytes a content takes; 0 where it is not kept.
    func size(of sha256: String) -> Int {
        var status = stat()
        return stat(path(of: sha256), &status) == 0 ? Int(status.st_size) : 0
    }

    /// Something to write a content to whose SHA-256 is not known yet.
    public func copy() -> ArchiveCopy {
        let number = count.wrappingAdd(1, ordering: .relaxed).newValue
        return ArchiveCopy(path: "\(folder)/new/\(getpid())-\(number)", archive: self)
    }

    /// Keeps what went wrong with a copy until ``settle()``.
    public func note(_ error: StateError) { failure.withLock { $0 = $0 ?? error } }

    /// Takes a finished copy in, unless there is one already.
    func take(_ path: String, _ sha256: String) {
        if holds(sha256) {
            unlink(path)
        } else {
            pending.withLock { $0.append((path, sha256)) }
        }
    }

    /// Brings the copies of this run to the disk and gives them their names.
    ///
    /// - Throws: Also what went wrong while they were written.
    public func settle() throws(StateError) {
        if let failure = failure.withLock({ $0 }) { throw failure }
        let copies = pending.withLock { all in
            defer { all = [] }
            return all
        }
        guard !copies.isEmpty else { return }
        if copies.count > 4 {
            try sync(fileSystemOf: copies[0].path)
        } else {
            for copy in copies { try sync(copy.path) }
        }
        for (old, sha256) in copies {
            let new = path(of: sha256)
            let folder = folder + "/" + sha256.prefix(2)
            guard mkdir(folder, 0o777) == 0 || errno == EEXIST, rename(old, new) == 0 else { throw cannotWrite(new) }
        }
        try sync(folder)
    }

    /// Removes a content for good.
    func remove(_ sha256: String) throws(StateError) {
        let path = path(of: sha256)
        guard unlink(path) == 0 || errno == ENOENT else { throw cannotWrite(path) }
    }

    /// Removes copies that processes left which are no more.
    func clear() {
        guard let directory = opendir(folder + "/new") else { return }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard let process = name.split(separator: "-").first.flatMap({ pid_t($0) }), process != getpid() else { continue }
            if kill(process, 0) != 0, errno == ESRCH { unlink("\(folder)/new/\(name)") }
        }
    }

    /// Opens a file to write a copy to; folders that are not there are made.
    func open(_ path: String) -> Int32 {
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
        let descriptor = Glibc.open(path, flags, 0o666)
        guard descriptor < 0, errno == ENOENT else { return descriptor }
        mkdir(folder, 0o777)
        mkdir(folder + "/new", 0o777)
        return Glibc.open(path, flags, 0o666)
    }

    private func sync(_ path: String) throws(StateError) {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw cannotWrite(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw cannotWrite(path) }
    }

    /// One call for many files: a first run of an inbox with hundreds would wait for each.
    private func sync(fileSystemOf path: String) throws(StateError) {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw cannotWrite(path) }
        defer { close(descriptor) }
        guard sync_file_system(descriptor) == 0 else { throw cannotWrite(path) }
    }

    func cannotWrite(_ path: String) -> StateError {
        let reason = String(cString: strerror(errno))
        return StateError(
            .cannotWrite, "\(path) cannot be written: \(reason)",
            hint: errno == ENOSPC || errno == EDQUOT
                ? "make room on the disk and run again"
                : "give the user that runs gtm the right to write there, or name another folder by `state:`")
    }
}
