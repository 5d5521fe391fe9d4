import CSV
import Facts
import Glibc
import Synchronization

/// What was read of files, in a folder of its own, so that a file is read once: by a run that finds it again its typed columns are loaded.
///
/// A reading is kept under its content, the file's path, the settings that reading depends on, and the program's build; it is used where
/// all are the same. It takes the place of reading alone: whatever uses a file cannot tell. What cannot be used is left aside with a note,
/// and the file is read.
public final class KeptReadings: Sendable {
    /// What is done with a folder of readings.
    public struct Use: Sendable, Hashable {
        /// Whether readings that are there are used.
        public var reads: Bool
        /// Whether readings are kept.
        public var writes: Bool

        /// A use; see the properties.
        public init(reads: Bool, writes: Bool) { (self.reads, self.writes) = (reads, writes) }
    }

    private let folder: String
    private let build: String
    private let use: Use
    private let smallest: Int
    private let spare: Int
    private let state = Mutex(State())

    private struct State {
        var used: Set<String> = []
        var notes: [Finding] = []
        var isFull = false
        var count = 0
        var names: (names: [String: String], hash: String)?
    }

    /// Smaller files are read faster than their readings are found.
    public static let usualSmallest = 256 << 10
    /// So many bytes stay free on the disk.
    public static let usualSpare = 256 << 20
    /// What the names of readings end in.
    public static let ending = ".reading"

    /// The readings of a folder.
    ///
    /// - Parameters:
    ///   - folder: Where they lie; it is made when one is kept.
    ///   - build: What tells this build of the program from all others.
    ///   - smallest: How many bytes a file must have.
    ///   - spare: How many bytes must stay free on the disk.
    public init(
        folder: String, build: String, use: Use, smallest: Int = usualSmallest, spare: Int = usualSpare
    ) {
        (self.folder, self.use, self.smallest, self.spare) = (folder, use, smallest, spare)
        self.build = KeptReadings.hash(["build", "\(KeptFile.mark)", build])
    }

    /// Which readings were used or kept, by their names in the folder.
    public var used: Set<String> { state.withLock { $0.used } }

    /// What a person should know of it. It is no part of a report, which is the same however its files were read.
    public var notes: [Finding] { state.withLock { $0.notes } }

    // MARK: Names

    /// The name of the reading of a file by some settings: `CONTENT-BUILD-REST.reading`.
    func name(_ file: InboxFile, _ settings: IntakeSettings) -> String {
        var others = settings
        others.targetNames = [:]
        let rest = KeptReadings.hash([file.sha256, file.path, others.readingText, hash(ofNames: settings.targetNames)])
        return "\(KeptReadings.content(of: file.sha256))-\(build.prefix(KeptReadings.buildDigits))-\(rest.prefix(32))"
            + KeptReadings.ending
    }

    /// The names of targets are many, and the same for all files.
    private func hash(ofNames names: [String: String]) -> String {
        if let known = state.withLock({ $0.names }), known.names == names { return known.hash }
        let hash = KeptReadings.hash([CanonicalText.of(names)])
        state.withLock { $0.names = (names, hash) }
        return hash
    }

    private static let contentDigits = 16
    private static let buildDigits = 8

    /// What the names of readings say of a content by its SHA-256.
    public static func content(of sha256: String) -> String { String(sha256.prefix(contentDigits)) }

    /// What the name of a reading says of it; nil for what is none.
    public static func parts(ofName name: String) -> (content: String, build: String)? {
        guard name.hasSuffix(ending) else { return nil }
        let parts = name.dropLast(ending.utf8.count).split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, parts.map(\.utf8.count) == [contentDigits, buildDigits, 32],
            parts.joined().allSatisfy({ $0.isHexDigit && $0.isASCII })
        else { return nil }
        return (parts[0], parts[1])
    }

    /// Whether a reading by its name is of a content.
    public static func isReading(_ name: String, of sha256: String) -> Bool {
        parts(ofName: name)?.content == content(of: sha256)
    }

    /// Whether a reading by its name is of this build of the program.
    public func isOfThisBuild(_ name: String) -> Bool {
        KeptReadings.parts(ofName: name)?.build == String(build.prefix(KeptReadings.buildDigits))
    }

    private static func hash(_ texts: [String]) -> String {
        let bytes = texts.flatMap { Array("\($0.utf8.count):".utf8) + Array($0.utf8) }
        return bytes.withUnsafeBytes { Fingerprint.sha256($0) }
    }

    /// Whether a file is one whose reading is worth keeping.
    func isWorthIt(_ file: InboxFile) -> Bool { !file.sha256.isEmpty && file.size >= smallest && file.obstacle == nil }

    // MARK: Using

    /// What was read of a file; nil where nothing is kept that can be used.
    func reading(of file: InboxFile, _ settings: IntakeSettings) -> ReadFile? {
        guard use.reads, isWorthIt(file) else { return nil }
        let name = name(file, settings)
        let descriptor = open("\(folder)/\(name)", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        do throws(ColumnDamage) {
            var reader = try KeptReader(descriptor)
            try ColumnDamage.unless(try reader.text() == name, "it is another's")
            let result = try ReadFile(file, from: &reader, settings)
            guard result.asOf == nil || result.asOf == settings.asOf else { return nil }
            // When it was last of use.
            futimens(descriptor, nil)
            state.withLock { _ = $0.used.insert(name) }
            return result.openedLater(settings)
        } catch {
            note(.damagedReading, file, error.message)
            return nil
        }
    }

    // MARK: Keeping

    /// Keeps what was read of a file. What goes wrong is a note.
    func keep(_ read: ReadFile, _ settings: IntakeSettings) {
        guard use.writes, isWorthIt(read.file), read.isKeepable, !state.withLock({ $0.isFull }) else { return }
        let name = name(read.file, settings)
        // What is read twice at once is not written to one file.
        let number = state.withLock { state in
            state.count += 1
            return state.count
        }
        mkdir(folder, 0o777)
        guard let free = KeptReadings.free(folder), free - read.tableSize * 2 > spare else {
            return refuse(read.file, "there is too little room on the disk")
        }
        let aside = "\(folder)/.new-\(name)~\(getpid())-\(number)"
        let descriptor = open(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { return refuse(read.file, String(cString: strerror(errno))) }
        var writer = KeptWriter(descriptor)
        writer.write(name)
        read.store(in: &writer)
        let isWritten = writer.finish()
        close(descriptor)
        guard isWritten, rename(aside, "\(folder)/\(name)") == 0 else {
            let reason = String(cString: strerror(writer.failure ?? errno))
            unlink(aside)
            return refuse(read.file, reason)
        }
        state.withLock { _ = $0.used.insert(name) }
    }

    /// How many bytes are free where a folder is; nil where that cannot be told.
    private static func free(_ folder: String) -> Int? {
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else { return nil }
        return Int(clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
    }

    /// Keeps no more, and says why once.
    private func refuse(_ file: InboxFile, _ reason: String) {
        let isFirst = state.withLock { state in
            defer { state.isFull = true }
            return !state.isFull
        }
        if isFirst { note(.readingNotKept, file, reason) }
    }

    private func note(_ kind: FindingCode, _ file: InboxFile, _ reason: String) {
        let finding = Finding(kind, file: file.path, ["what": reason])
        state.withLock { $0.notes.append(finding) }
    }
}
