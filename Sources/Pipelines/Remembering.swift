import Facts
import Glibc
import Intake
import Languages
import State
import Yams

/// What is remembered of files that did not change, so that a run costs what is new: `remember:`.
public struct Remembering: Sendable, Hashable {
    /// Whether a file is known again by where it is, its size and its times, and not fingerprinted anew. The default is yes.
    public var fingerprints = true
    /// Whether what was read of a file is kept, and not read anew. The default is yes.
    public var readings = true
}

extension Configuration {
    /// Reads `remember`.
    mutating func readRemembering(_ node: Node, _ top: YAMLMapping) throws(PipelineError) {
        var mapping = try top.mapping(node, "remember")
        if let node = mapping.take("fingerprints") { remember.fingerprints = try mapping.flag(node, "fingerprints") }
        if let node = mapping.take("readings") { remember.readings = try mapping.flag(node, "readings") }
        try mapping.finish()
    }

    /// The folder of kept readings.
    var readings: String { Files.join(state, "readings") }
}

/// The fingerprints that the files of an inbox had, as the ledger knows them.
struct KnownFingerprints: FingerprintMemory {
    private let files: [String: RememberedFile]

    /// How much older than its fingerprint the last change of a file must be, in microseconds: what was written in the same tick of a
    /// file system's clock, two seconds for the coarsest, does not show in its times.
    static let margin: Int64 = 10_000_000

    init(_ files: [RememberedFile]) { self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { $1 }) }

    func sha256(path: String, _ marks: FileMarks) -> String? {
        guard let known = files[path], FileMarks(known) == marks else { return nil }
        let (latest, isTooFar) = (known.taken - KnownFingerprints.margin).multipliedReportingOverflow(by: 1000)
        return !isTooFar && marks.modified < latest && marks.changed < latest ? known.sha256 : nil
    }
}

extension FileMarks {
    fileprivate init(_ file: RememberedFile) {
        self.init(
            device: file.device, number: file.number, size: file.size, modified: file.modified, changed: file.changed)
    }
}

extension RememberedFile {
    /// A file of a run's inbox; nil for one that is read from elsewhere, or that nobody fingerprinted.
    ///
    /// - Parameter taken: Before any was fingerprinted.
    init?(_ file: InboxFile, taken: Int64) {
        guard !file.isArchived, !file.sha256.isEmpty, let marks = file.marks, file.size == marks.size else { return nil }
        self.init(
            path: file.path, sha256: file.sha256, size: marks.size, device: marks.device, number: marks.number,
            modified: marks.modified, changed: marks.changed, taken: taken)
    }
}

extension Run {
    /// What keeps readings for this run; nil where the pipeline wants none, or there is no state.
    func keptReadings(writes: Bool) -> KeptReadings? {
        guard configuration.remember.readings, writes || Files.isFolder(configuration.readings) else { return nil }
        return KeptReadings(
            folder: configuration.readings, build: Version.build, use: .init(reads: !isAnew, writes: writes),
            smallest: surroundings.smallestKept, spare: surroundings.spareRoom)
    }
}

extension Version {
    /// What tells this build of the program from others that call themselves the same: how large its file is, and when it was made.
    static var build: String {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return full }
        return "\(full) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
}

/// The kept readings of a state folder, and which of them are of no use any more.
struct ReadingFolder {
    let path: String

    /// So many readings of one content are kept, by so many settings: those that were used last.
    static let mostOfOne = 2

    /// A reading, or what a run that was killed left of one.
    struct Entry {
        var name: String
        var bytes: Int
        /// When it was last used, in nanoseconds since 1970.
        var used: Int64
    }

    /// All that lies there.
    var entries: [Entry] {
        Files.names(in: path).compactMap { name in
            var status = stat()
            guard KeptReadings.parts(ofName: name) != nil || process(ofUnfinished: name) != nil,
                lstat(Files.join(path, name), &status) == 0, status.st_mode & S_IFMT == S_IFREG
            else { return nil }
            return Entry(
                name: name, bytes: Int(status.st_size),
                used: Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec))
        }
    }

    /// The process that is writing, or wrote, a reading that is not finished; nil for any other name.
    private func process(ofUnfinished name: String) -> pid_t? {
        guard name.hasPrefix(".new-"), let rest = name.split(separator: "~").last, let first = rest.split(separator: "-").first
        else {
            return nil
        }
        return pid_t(first)
    }

    /// Those that no run will use: of another build of the program, of a content that counts no more, by settings that others followed,
    /// and what killed runs left.
    ///
    /// - Parameters:
    ///   - kept: What the run keeps readings in; its own are of use.
    ///   - counting: The contents that may be read again; see ``counting(_:)``.
    func useless(_ kept: KeptReadings, counting: Set<String>) -> [Entry] {
        let own = kept.used
        var useless: [Entry] = []
        var byContent: [String: [Entry]] = [:]
        for entry in entries {
            if let process = process(ofUnfinished: entry.name) {
                if process != getpid(), kill(process, 0) != 0, errno == ESRCH { useless.append(entry) }
            } else if let content = KeptReadings.parts(ofName: entry.name)?.content, !own.contains(entry.name) {
                if kept.isOfThisBuild(entry.name), counting.contains(content) {
                    byContent[content, default: []].append(entry)
                } else {
                    useless.append(entry)
                }
            }
        }
        for (content, entries) in byContent {
            // A content has one reading for each of its paths too.
            let ownCount = own.count { KeptReadings.parts(ofName: $0)?.content == content }
            let sorted = entries.sorted { ($1.used, $1.name) < ($0.used, $0.name) }
            useless += sorted.dropFirst(max(0, ReadingFolder.mostOfOne - ownCount))
        }
        return useless.sorted { $0.name < $1.name }
    }

    /// Removes readings; what is in the way is of no matter.
    func remove(_ entries: [Entry]) { for entry in entries { unlink(Files.join(path, entry.name)) } }

    /// Removes the readings of a content.
    func remove(of sha256: String) { remove(entries.filter { KeptReadings.isReading($0.name, of: sha256) }) }

    /// The contents that may be read again, as a state knows them, in the form in which names of readings have them.
    static func counting(_ store: StateStore) throws(StateError) -> Set<String> {
        let inputs = try store.inputs().map(\.arrival)
        // What is gone and was of no use is not read again, nor what was retracted.
        let counting = inputs.filter { $0.forgotten == nil && ($0.gone == nil || $0.source != nil) }
        return Set(counting.map { KeptReadings.content(of: $0.sha256) })
    }
}
