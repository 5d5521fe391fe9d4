public import Dispatch
import Synchronization

/// Reads the files of an inbox while they are still being fingerprinted, which takes one core alone.
///
/// Nobody can tell from the result whether a file was read ahead: what was read is given for a file only where the fingerprint is of
/// the same state of it and it was not written to since; else the file is read anew.
public final class ReadAhead: Sendable {
    private enum Reading {
        case waiting, underWay
        case done(ReadFile, isKept: Bool)
    }

    private let settings: IntakeSettings
    /// By path; a file that is not there is not read ahead, or no more.
    private let readings = Mutex<[String: Reading]>([:])
    /// What ends with the last reading that was begun. Who waits for it takes no thread of the queues, which the readings use.
    public let underWay = DispatchGroup()

    /// Nothing is read yet.
    public init(_ settings: IntakeSettings) { self.settings = settings }

    /// Begins to read files, as many at once as there are workers, and returns at once. One worker has enough to do with the
    /// fingerprints.
    public func begin(_ files: [InboxFile]) {
        let files = files.filter { $0.obstacle == nil }
        guard settings.workers > 1, !settings.countsLeads else { return }
        readings.withLock { readings in for file in files { readings[file.path] = .waiting } }
        for _ in 0..<min(settings.workers, files.count) {
            DispatchQueue.global().async { for file in files { self.readAhead(file) } }
        }
    }

    /// Begins no further file: those that were not begun are read when they are asked for.
    public func stop() {
        readings.withLock { readings in readings = readings.filter { if case .waiting = $0.value { false } else { true } } }
    }

    /// The paths of the files that are being read.
    public var files: [String] {
        readings.withLock { readings in readings.filter { if case .underWay = $0.value { true } else { false } }.keys.sorted() }
    }

    private func readAhead(_ file: InboxFile) {
        let isMine = readings.withLock { readings in
            guard case .waiting? = readings[file.path] else { return false }
            readings[file.path] = .underWay
            underWay.enter()
            return true
        }
        guard isMine else { return }
        defer { underWay.leave() }
        var file = file
        file.state = FileState(of: file.location)
        file.size = file.state?.size ?? 0
        // A file that is known is not fingerprinted, and need not be read.
        file.sha256 = file.state.flatMap { settings.fingerprints?.sha256(path: file.path, $0.marks) } ?? ""
        let (result, isKept) = FileTries(file, settings).firstTry()
        readings.withLock { $0[file.path] = .done(result, isKept: isKept) }
    }

    /// What a file holds, as ``Intake/read(_:settings:)`` finds it; waits for those that are read ahead. To be called once a file, after
    /// ``stop()``.
    public func read(_ file: InboxFile) -> ReadFile {
        underWay.wait()
        guard file.obstacle == nil, let state = file.state, FileState(of: file.location) == state,
            case .done(let early, let isKept)? = readings.withLock({ $0.removeValue(forKey: file.path) }),
            early.file.state == state,
            early.file.sha256.isEmpty || early.file.sha256 == file.sha256
        else { return Intake.read(file, settings: settings) }
        let result = early.standing(for: file)
        if !isKept { settings.kept?.keep(result, settings) }
        return result
    }
}
