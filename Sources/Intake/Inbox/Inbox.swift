public import Facts
import Glibc

/// A file found in the inbox, with its fingerprint: what the run is a function of.
public struct InboxFile: Sendable, Hashable {
    /// The path relative to the inbox, with `/` between folders.
    public var path: String
    /// Where the bytes are, as a path for the operating system: in the inbox, or in an archive of what was once there.
    public var location: String
    /// The number of bytes.
    public var size: Int
    /// The SHA-256 of the bytes as 64 hexadecimal digits; empty where they could not be read.
    public var sha256: String
    /// The latest date in the file's name, if there is one.
    public var nameDate: Day?
    /// When the file was last modified, in seconds since 1970 UTC.
    public var modified: Int64
    /// Why the file cannot be read at all, as a finding; nil for a file that can.
    public var obstacle: Finding?

    /// A file; the date is taken from its name.
    public init(path: String, location: String, size: Int, sha256: String, modified: Int64, obstacle: Finding? = nil) {
        self.path = path
        self.location = location
        self.size = size
        self.sha256 = sha256
        self.nameDate = NameDates.latest(in: InboxFile.stripped(InboxFile.name(of: path)))
        self.modified = modified
        self.obstacle = obstacle
    }

    /// The last part of the path.
    public var name: String { InboxFile.name(of: path) }

    static func name(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
    }

    /// A name without its endings: `leads.csv.gz` is `leads`.
    static func stripped(_ name: String) -> String {
        var name = Substring(name)
        for ending in [".gz", ".csv", ".tsv", ".txt", ".tab"] where name.lowercased().hasSuffix(ending) {
            name = name.dropLast(ending.count)
        }
        return String(name)
    }
}

/// Finds and fingerprints the files of an inbox and of the folders in it, sorted by path in code-point order.
///
/// Left out without a word are hidden files and folders, what spreadsheets leave beside an open file (`~$…`), and the litter of
/// desktops (`Thumbs.db`, `desktop.ini`). A folder named `x.csv`, and a file that may not be read, are in the list with their
/// ``InboxFile/obstacle``. The order of the directory does not matter; nothing in the inbox is changed.
///
/// - Throws: `no-input` where there is no such folder, or nothing is in it.
public func collect(inbox: String) throws(IntakeError) -> [InboxFile] {
    var files: [InboxFile] = []
    var status = stat()
    guard stat(inbox, &status) == 0 else {
        throw IntakeError(
            .noInput, code: "no-inbox", message: "there is no folder \(inbox)",
            hint: "create it, or correct `inbox:` in the pipeline's file")
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
        throw IntakeError(
            .noInput, code: "no-inbox", message: "\(inbox) is not a folder",
            hint: "let `inbox:` name the folder with the exports")
    }
    guard walk(inbox, prefix: "", depth: 0, into: &files) else {
        throw IntakeError(
            .unreadable, code: "unreadable-inbox", message: "the folder \(inbox) may not be read",
            hint: "give the user that runs gtm the right to read it")
    }
    guard !files.isEmpty else {
        throw IntakeError(
            .noInput, code: "empty-inbox", message: "the inbox \(inbox) is empty", hint: "drop CSV exports in it and run again")
    }
    return files.sorted { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
}

private func walk(_ folder: String, prefix: String, depth: Int, into files: inout [InboxFile]) -> Bool {
    guard let directory = opendir(folder) else { return false }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name.hasPrefix(".") || name.hasPrefix("~$") || ["thumbs.db", "desktop.ini"].contains(name.lowercased()) { continue }
        let (path, location) = (prefix + name, folder + "/" + name)
        var status = stat()
        guard stat(location, &status) == 0 else {
            files.append(
                hindered(path, location, .unreadable, "cannot be found: a link that leads nowhere?", "remove or mend it"))
            continue
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: files.append(fingerprinted(path, location, status))
        case S_IFDIR:
            if InboxFile.stripped(name) != name {
                files.append(
                    hindered(
                        path, location, .notAFile, "is a folder, not a file; it was not read",
                        "rename the folder or move it away"))
            } else if depth >= 16 || !walk(location, prefix: path + "/", depth: depth + 1, into: &files) {
                files.append(
                    hindered(path, location, .unreadable, "is a folder that may not be read", "give gtm the right to read it"))
            }
        default:
            files.append(hindered(path, location, .notAFile, "is a device or a socket; it was not read", "move it away"))
        }
    }
    return true
}

private func hindered(_ path: String, _ location: String, _ kind: FindingCode, _ message: String, _ hint: String) -> InboxFile {
    InboxFile(
        path: path, location: location, size: 0, sha256: "", modified: 0,
        obstacle: Finding(kind, file: path, ["what": message, "todo": hint]))
}

private func fingerprinted(_ path: String, _ location: String, _ status: stat) -> InboxFile {
    let descriptor = open(location, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
        return hindered(path, location, .unreadable, "may not be read", "give the user that runs gtm the right to read it")
    }
    defer { close(descriptor) }
    guard let (sha, size) = Fingerprint.sha256(descriptor: descriptor) else {
        return hindered(path, location, .unreadable, "cannot be read: the disk reports an error", "copy the file anew")
    }
    return InboxFile(path: path, location: location, size: size, sha256: sha, modified: Int64(status.st_mtim.tv_sec))
}
