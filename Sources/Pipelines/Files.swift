import struct CSV.FilePath
import Glibc

/// Paths and whole files, by the operating system's own calls.
enum Files {
    /// The folder a path lies in; `.` for a bare name.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The last part of a path.
    static func name(of path: String) -> String { String(path.split(separator: "/").last ?? "") }

    /// The last part of a path without its last ending.
    static func stem(of path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// A path as seen from a folder.
    static func join(_ folder: String, _ path: String) -> String {
        if path.hasPrefix("/") { return path }
        return folder == "." ? path : folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
    }

    /// The bytes of a file, or nil where it cannot be read.
    static func bytes(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0 { return nil }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }

    /// The text of a file, or nil where it cannot be read or is not UTF-8. A byte-order mark is left out.
    static func text(_ path: String) -> String? {
        guard var bytes = bytes(path) else { return nil }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        return String(validating: bytes, as: UTF8.self)
    }

    /// Whether something is at a path, itself and not what a link points at.
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Whether a folder, and no link to one, is at a path.
    static func isFolder(_ path: String) -> Bool { mode(path) == S_IFDIR }

    /// Whether a link is at a path.
    static func isLink(_ path: String) -> Bool { mode(path) == S_IFLNK }

    private static func mode(_ path: String) -> mode_t? {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    /// The names in a folder, sorted, without `.` and `..`; empty where it cannot be read.
    static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Makes a folder and those above it.
    static func makeFolder(_ path: String) throws(PipelineError) {
        if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
        if errno == ENOENT, folder(of: path) != path {
            try makeFolder(folder(of: path))
            if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
        }
        throw failure("the folder \(path) cannot be made")
    }

    /// Writes a file anew and waits until it is on the disk.
    static func write(_ bytes: [UInt8], to path: String) throws(PipelineError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure("\(path) cannot be written") }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + written, bytes.count - written) }
            guard count > 0 else { throw failure("\(path) cannot be written") }
            written += count
        }
        guard fsync(descriptor) == 0 else { throw failure("\(path) cannot be written") }
    }

    /// Puts a file in place of another in one step, once it is on the disk: nobody reads half of it.
    ///
    /// - Parameter mode: Who may read and write it; nil for what the process's mask leaves.
    static func replace(_ bytes: [UInt8], at path: String, mode: mode_t? = nil) throws(PipelineError) {
        let aside = join(folder(of: path), ".new-\(name(of: path))~\(getpid())")
        unlink(aside)
        do { try write(bytes, to: aside) } catch {
            unlink(aside)
            throw error
        }
        if let mode { chmod(aside, mode) }
        guard rename(aside, path) == 0 else {
            let error = failure("\(path) cannot be written")
            unlink(aside)
            throw error
        }
    }

    /// Waits until a file or folder is on the disk.
    static func sync(_ path: String) throws(PipelineError) { try sync(FilePath(path)) }

    /// Waits until a file or folder is on the disk.
    static func sync(_ path: FilePath) throws(PipelineError) {
        let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard descriptor >= 0 else { throw failure("\(path.text) cannot be written") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure("\(path.text) cannot be written") }
    }

    /// Removes a file, or a folder with all that is in it; what is not there is no error.
    static func remove(_ path: String) { remove(FilePath(path)) }

    /// A failure to write, with what the operating system says.
    static func failure(_ message: String) -> PipelineError {
        let reason = String(cString: strerror(errno))
        let hint =
            errno == ENOSPC || errno == EDQUOT
            ? "make room on the disk and run again"
            : "give the user that runs gtm the right to write there, or name another folder"
        return PipelineError(.cannotWrite, "\(message): \(reason)", hint: hint)
    }
}
