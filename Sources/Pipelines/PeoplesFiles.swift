import struct CSV.FilePath
import Glibc

/// What people put into a period's folder, which stays there while the report around it changes.
enum PeoplesFiles {
    /// Gives all that is people's own in a folder a second name in another, or a copy where the file system or another owner allows
    /// no second name.
    static func keep(_ folder: String, in other: String) throws(PipelineError) {
        for name in own(in: folder) { try keep(FilePath(folder).appending(name), as: FilePath(other).appending(name)) }
    }

    /// Moves all that is people's own from a folder that goes to the one in its place: what was put there, or written anew, since it
    /// was kept is not lost.
    static func giveBack(_ folder: String, to other: String, onlyMissing: Bool = false) {
        for name in own(in: folder) {
            move(FilePath(folder).appending(name), to: FilePath(other).appending(name), onlyMissing: onlyMissing)
        }
    }

    /// Removes a report's own files from a folder, and the folder where nothing else is in it.
    static func removeReport(in folder: String) {
        for name in Files.names(in: folder) where Publication.ownNames.contains(name) { Files.remove(Files.join(folder, name)) }
        rmdir(folder)
    }

    /// The names in a folder that are not a report's, as bytes.
    private static func own(in folder: String) -> [[UInt8]] {
        let names = Set(Publication.ownNames.map { Array($0.utf8) })
        return Files.entries(of: FilePath(folder)).filter { !names.contains($0) }
    }

    private static func keep(_ old: FilePath, as new: FilePath) throws(PipelineError) {
        var status = stat()
        guard old.withCString({ lstat($0, &status) }) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            _ = new.withCString { mkdir($0, (status.st_mode & 0o7777) | S_IRWXU) }
            for name in Files.entries(of: old) { try keep(old.appending(name), as: new.appending(name)) }
            return
        }
        if old.withCString({ old in new.withCString { link(old, $0) } }) == 0 || errno == ENOENT || errno == EEXIST { return }
        switch status.st_mode & S_IFMT {
        case S_IFREG: try Files.copy(old, to: new)
        case S_IFLNK: try copyLink(old, to: new)
        // A pipe or a socket is nothing without its process; it is moved once the report is in place.
        default: break
        }
    }

    private static func copyLink(_ old: FilePath, to new: FilePath) throws(PipelineError) {
        var target = [CChar](repeating: 0, count: 4097)
        let count = old.withCString { readlink($0, &target, target.count - 1) }
        guard count >= 0, new.withCString({ symlink(target, $0) }) == 0 else {
            throw Files.failure("\(old.text) cannot be kept")
        }
    }

    private static func move(_ old: FilePath, to new: FilePath, onlyMissing: Bool) {
        var (status, there) = (stat(), stat())
        guard old.withCString({ lstat($0, &status) }) == 0 else { return }
        let isThere = new.withCString { lstat($0, &there) } == 0
        if status.st_mode & S_IFMT == S_IFDIR {
            if !isThere { _ = new.withCString { mkdir($0, (status.st_mode & 0o7777) | S_IRWXU) } }
            for name in Files.entries(of: old) { move(old.appending(name), to: new.appending(name), onlyMissing: onlyMissing) }
            _ = old.withCString { rmdir($0) }
            return
        }
        let isSame = isThere && status.st_dev == there.st_dev && status.st_ino == there.st_ino
        // Two names of one file stay two when one is renamed to the other.
        if isSame || (isThere && onlyMissing) {
            _ = old.withCString { unlink($0) }
        } else {
            _ = old.withCString { old in new.withCString { rename(old, $0) } }
        }
    }
}

extension Files {
    /// The names in a folder as bytes, without `.` and `..`; empty where it cannot be read.
    static func entries(of folder: FilePath) -> [[UInt8]] {
        guard let directory = folder.withCString({ opendir($0) }) else { return [] }
        defer { closedir(directory) }
        var names: [[UInt8]] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: UInt8.self, capacity: 256) {
                    [UInt8](UnsafeBufferPointer(start: $0, count: strlen($0)))
                }
            }
            if name != [46] && name != [46, 46] { names.append(name) }
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// Removes a file, or a folder with all that is in it, whatever the names; what is not there is no error.
    static func remove(_ path: FilePath) {
        var status = stat()
        guard path.withCString({ lstat($0, &status) }) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            for name in entries(of: path) { remove(path.appending(name)) }
            _ = path.withCString { rmdir($0) }
        } else {
            _ = path.withCString { unlink($0) }
        }
    }

    /// Copies a regular file's bytes and mode to a place where nothing is.
    static func copy(_ old: FilePath, to new: FilePath) throws(PipelineError) {
        let from = old.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW) }
        let to = from < 0 ? -1 : new.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
        defer { for descriptor in [from, to] where descriptor >= 0 { close(descriptor) } }
        guard from >= 0, to >= 0 else { throw failure("\(old.text) cannot be copied") }
        var status = stat()
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = read(from, &buffer, buffer.count)
            guard count >= 0 else { throw failure("\(old.text) cannot be read") }
            if count == 0 { break }
            var written = 0
            while written < count {
                let more = buffer.withUnsafeBytes { Glibc.write(to, $0.baseAddress! + written, count - written) }
                guard more > 0 else { throw failure("\(new.text) cannot be written") }
                written += more
            }
        }
        if fstat(from, &status) == 0 { fchmod(to, status.st_mode & 0o7777) }
        guard fsync(to) == 0 else { throw failure("\(new.text) cannot be written") }
    }
}
