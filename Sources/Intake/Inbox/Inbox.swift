public import CSV
import Dispatch
public import Facts
import Glibc
import Synchronization

/// A file found in the inbox, with its fingerprint: what the run is a function of.
public struct InboxFile: Sendable, Hashable {
    /// The path relative to the inbox, with `/` between folders; bytes that are no text are written `\xFF`.
    public var path: String
    /// Where the bytes are, as a path for the operating system: in the inbox, or in an archive of what was once there.
    public var location: FilePath
    /// The number of bytes.
    public var size: Int
    /// The SHA-256 of the bytes as 64 hexadecimal digits; empty where they could not be read.
    public var sha256: String
    /// The latest date in the file's name, if there is one.
    public var nameDate: Day?
    /// When the file was last modified, in seconds since 1970 UTC.
    public var modified: Int64
    /// When the content came to stand at this path, in microseconds since 1970 UTC: what tells the newer of two files whose names have
    /// no date. The state's record knows; the default is the modification.
    public var arrived: Int64
    /// The other paths at which the same bytes stand or once stood, with when they came there; as far as the state's record knows.
    public var stood: [String: Int64] = [:]
    /// Whether it no longer stands there, and still counts.
    public var isGone = false
    /// When a run first missed it, in microseconds since 1970; nil where that is this run.
    public var missed: Int64?
    /// Whether it is read from the archive, not from the inbox.
    public var isArchived = false
    /// Whether a newer content stands, or stood, at its path: what is wrong in it was told when it was the newest.
    public var isReplaced = false
    /// Why the file cannot be read at all, as a finding; nil for a file that can.
    public var obstacle: Finding?
    /// Which state of which file the fingerprint is of; nil where nobody looked.
    var state: FileState?

    /// A file; the date is taken from its name.
    public init(path: String, location: FilePath, size: Int, sha256: String, modified: Int64, obstacle: Finding? = nil) {
        self.path = path
        self.location = location
        self.size = size
        self.sha256 = sha256
        self.nameDate = NameDates.latest(in: InboxFile.stripped(InboxFile.name(of: path)))
        self.modified = modified
        arrived = min(max(modified, -1 << 40), 1 << 40) * 1_000_000
        self.obstacle = obstacle
    }

    /// Takes the date in its name anew, once all names have shown what they do.
    mutating func settleNameDate(_ order: NameDates.Order) { nameDate = NameDates.latest(in: InboxFile.stripped(name), order) }

    /// By what it is known again without reading it; nil where nobody looked.
    public var marks: FileMarks? { state?.marks }

    /// Whether what lies at its place is still what the fingerprint is of.
    public var isUnchanged: Bool { state.map { $0 == FileState(of: location) } ?? false }

    /// The paths at which its bytes stand or once stood, with when they came there.
    var places: [String: Int64] { stood.merging([path: arrived]) { $1 } }

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
/// Left out without a word are hidden files and folders, and the litter of desktops (`Thumbs.db`, `desktop.ini`). A folder named
/// `x.csv`, a device, what is still being written (`x.csv.part`), links that lead out of the inbox, and what is there and cannot be
/// read are in the list with their ``InboxFile/obstacle``. Names may be any bytes. The order of the directory does not matter;
/// nothing in the inbox is changed.
///
/// - Parameters:
///   - keeper: What keeps the contents, if anything does: it gets the bytes as they are fingerprinted.
///   - fingerprints: What remembers the fingerprints of files that were not touched since.
///   - mayBeEmpty: Whether an inbox with nothing in it will do.
///   - workers: How many files are fingerprinted at once.
///   - ahead: What reads the files meanwhile; nil for nothing.
/// - Throws: `no-input` where there is no such folder, or nothing is in it; `unreadable` where it may not be read.
public func collect(
    inbox: String, keeper: (any InputKeeping)? = nil, fingerprints: (any FingerprintMemory)? = nil, mayBeEmpty: Bool = false,
    workers: Int = 1, ahead: ReadAhead? = nil
) throws(IntakeError) -> [InboxFile] {
    var files: [InboxFile] = []
    var status = stat()
    guard stat(inbox, &status) == 0 else {
        guard errno == ENOENT || errno == ENOTDIR else { throw unreadable(inbox, errno) }
        throw IntakeError(
            .noInput, code: "no-inbox", message: "there is no folder \(inbox)",
            hint: "create it, or correct `inbox:` in the pipeline's file")
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
        throw IntakeError(
            .noInput, code: "no-inbox", message: "\(inbox) is not a folder",
            hint: "let `inbox:` name the folder with the exports")
    }
    var walk = Walk(
        files: [], above: [Walk.Folder(status)], root: FilePath(inbox).resolved ?? FilePath(inbox))
    guard walk.enter(FilePath(inbox), path: []) else { throw unreadable(inbox, errno) }
    ahead?.begin(walk.files)
    files = fingerprinted(walk.files, keeper, fingerprints, workers: workers)
    ahead?.stop()
    if files.isEmpty, !mayBeEmpty { throw IntakeError(emptyInbox: inbox) }
    return files.sorted { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
}

extension IntakeError {
    /// Nothing to read lies in an inbox.
    public init(emptyInbox inbox: String) {
        self.init(
            .noInput, code: "empty-inbox", message: "the inbox \(inbox) is empty", hint: "drop CSV exports in it and run again")
    }
}

private func unreadable(_ inbox: String, _ number: Int32) -> IntakeError {
    let (kind, hint) = refusal(number, "give the user that runs gtm the right to read it, and see that its disk is there")
    return IntakeError(
        kind == .tooManyOpen ? .noResources : .unreadable, code: "unreadable-inbox",
        message: "the folder \(inbox) cannot be read: \(reason(number))", hint: hint)
}

/// Of what kind it is that the system opened nothing, and what to do: about rights, or about how many files are open.
private func refusal(_ number: Int32, _ rights: String) -> (kind: FindingCode, hint: String) {
    number == EMFILE || number == ENFILE ? (.tooManyOpen, CSVError.tooManyOpenHint) : (.unreadable, rights)
}

/// A walk through the folders of an inbox.
private struct Walk {
    /// Which folder one is, whatever it is called.
    struct Folder: Hashable {
        let device: UInt64
        let number: UInt64

        init(_ status: stat) { (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino)) }
    }

    /// What was found; files that can be read are to be fingerprinted.
    var files: [InboxFile]
    /// The folders that the walk is in, the inbox first.
    var above: [Folder]
    /// The inbox, without links in its path.
    let root: FilePath

    /// Notes all that is in a folder; false where it cannot be read whole.
    ///
    /// - Parameter path: The folder's path in the inbox with a slash at its end; empty for the inbox itself.
    mutating func enter(_ folder: FilePath, path: [UInt8]) -> Bool {
        guard let directory = folder.withCString({ opendir($0) }) else { return false }
        defer { closedir(directory) }
        while true {
            errno = 0
            guard let entry = readdir(directory) else { return errno == 0 }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: UInt8.self, capacity: 256) {
                    [UInt8](UnsafeBufferPointer(start: $0, count: strlen($0)))
                }
            }
            if !Walk.isLitter(name) { note(name, in: folder, path: path + name) }
        }
    }

    /// Notes one entry of a folder.
    private mutating func note(_ name: [UInt8], in folder: FilePath, path: [UInt8]) {
        let location = folder.appending(name)
        let shown = FilePath(bytes: path).text
        func hindered(_ kind: FindingCode, _ message: String, _ hint: String) {
            files.append(
                InboxFile(
                    path: shown, location: location, size: 0, sha256: "", modified: 0,
                    obstacle: Finding(kind, file: shown, ["what": message, "todo": hint])))
        }
        if Walk.isUnfinished(name) {
            hindered(.stillWritten, "", "")
            return
        }
        var (status, own) = (stat(), stat())
        guard location.withCString({ stat($0, &status) }) == 0 else {
            let number = errno
            if number == ENOENT, location.withCString({ lstat($0, &own) }) != 0 { return }
            let why = number == ENOENT || number == ELOOP ? "is a link that leads nowhere" : "cannot be read: \(reason(number))"
            hindered(.unreadable, why, "mend it, or take it out of the inbox")
            return
        }
        if location.withCString({ lstat($0, &own) }) == 0, own.st_mode & S_IFMT == S_IFLNK,
            let target = location.resolved, !target.isIn(root)
        {
            hindered(.linkOutside, target.text, "")
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: files.append(InboxFile(path: shown, location: location, size: 0, sha256: "", modified: 0))
        case S_IFDIR:
            let own = Folder(status)
            if InboxFile.stripped(shown) != shown {
                hindered(.notAFile, "is a folder, not a file; it was not read", "rename the folder or move it away")
            } else if !above.contains(own) {
                above.append(own)
                if !enter(location, path: path + [UInt8(ascii: "/")]) {
                    let number = errno
                    let (kind, hint) = refusal(number, "give gtm the right to read it")
                    hindered(kind, "is a folder that cannot be read: \(reason(number))", hint)
                }
                above.removeLast()
            }
        default: hindered(.notAFile, "is a device or a socket; it was not read", "move it away")
        }
    }

    /// Whether a name is hidden, or of what programs leave behind.
    private static func isLitter(_ name: [UInt8]) -> Bool {
        let text = String(decoding: name, as: UTF8.self)
        return text.hasPrefix(".") || ["thumbs.db", "desktop.ini"].contains(text.lowercased())
    }

    /// Whether a name says that the file is still being written, or is open in a spreadsheet.
    private static func isUnfinished(_ name: [UInt8]) -> Bool {
        let text = String(decoding: name, as: UTF8.self).lowercased()
        return text.hasPrefix("~$")
            || [".part", ".partial", ".tmp", ".crdownload", ".filepart"].contains { text.hasSuffix($0) }
    }
}

private func reason(_ number: Int32) -> String { String(cString: strerror(number)) }

/// Files with their sizes and fingerprints, in the same order; those that have an obstacle as they are.
private func fingerprinted(
    _ files: [InboxFile], _ keeper: (any InputKeeping)?, _ fingerprints: (any FingerprintMemory)?, workers: Int
) -> [InboxFile] {
    let found = Mutex<[Int: InboxFile]>([:])
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(workers, files.count))) { _ in
        while true {
            let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard index < files.count else { return }
            guard files[index].obstacle == nil else { continue }
            let file = fingerprinted(files[index].path, files[index].location, keeper, fingerprints)
            found.withLock { $0[index] = file }
        }
    }
    return found.withLock { found in files.indices.map { found[$0] ?? files[$0] } }
}

/// A file with its size and fingerprint as they are now, or with what keeps it from being read.
///
/// - Parameters:
///   - path: Its path in the inbox, as text.
///   - keeper: What keeps its content, if anything does.
///   - fingerprints: What remembers what it was, if anything does.
func fingerprinted(
    _ path: String, _ location: FilePath, _ keeper: (any InputKeeping)?, _ fingerprints: (any FingerprintMemory)? = nil
) -> InboxFile {
    func hindered(_ message: String, _ hint: String, _ kind: FindingCode = .unreadable) -> InboxFile {
        InboxFile(
            path: path, location: location, size: 0, sha256: "", modified: 0,
            obstacle: Finding(kind, file: path, ["what": message, "todo": hint]))
    }
    let descriptor = location.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else {
        let number = errno
        let (kind, hint) = refusal(number, "give the user that runs gtm the right to read it")
        return hindered("cannot be read: \(reason(number))", hint, kind)
    }
    defer { close(descriptor) }
    // The state before the first byte: whatever is written from now on shows.
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return hindered("cannot be read: \(reason(errno))", "copy the file anew") }
    guard FileKind.isRegular(descriptor, status) else {
        return hindered("is a device, a pipe or a view of the system; it was not read", "move it away", .notAFile)
    }
    let modified = Int64(status.st_mtim.tv_sec)
    let state = FileState(status)
    if let known = fingerprints?.sha256(path: path, state.marks), keeper?.isKept(known) ?? true {
        var file = InboxFile(path: path, location: location, size: state.size, sha256: known, modified: modified)
        file.state = state
        return file
    }
    let content = keeper?.content(path: path, size: Int(status.st_size), modified: modified)
    guard let (sha, size) = Fingerprint.sha256(descriptor: descriptor, content) else {
        return hindered("cannot be read: \(reason(errno))", "copy the file anew")
    }
    if let keeper, content == nil, !keeper.isKept(sha) {
        // It looked like one that is kept, and is another.
        lseek(descriptor, 0, SEEK_SET)
        guard Fingerprint.sha256(descriptor: descriptor, keeper.content())?.hex == sha else {
            return hindered("was written to while it was read", "wait until it is whole")
        }
    }
    var file = InboxFile(path: path, location: location, size: size, sha256: sha, modified: modified)
    file.state = state
    return file
}

/// A state of a file: it is another one once the file was written to, or another file is in its place. A name more or less is the same
/// state.
struct FileState: Sendable, Hashable {
    /// All by which it is known again.
    let marks: FileMarks

    /// The number of bytes.
    var size: Int { marks.size }

    init(_ status: stat) {
        func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec) }
        marks = FileMarks(
            device: UInt64(status.st_dev), number: UInt64(status.st_ino), size: Int(status.st_size),
            modified: nanoseconds(status.st_mtim), changed: nanoseconds(status.st_ctim))
    }

    /// The state of what is at a path now; nil where nothing is.
    init?(of location: FilePath) {
        var status = stat()
        guard location.withCString({ stat($0, &status) }) == 0 else { return nil }
        self.init(status)
    }

    static func == (a: FileState, b: FileState) -> Bool { a.written == b.written }

    func hash(into hasher: inout Hasher) { hasher.combine(written) }

    /// The marks without what a new name changes too.
    private var written: FileMarks {
        var marks = marks
        marks.changed = 0
        return marks
    }
}
