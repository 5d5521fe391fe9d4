import CSV
import Facts
import Glibc

/// Reads a file until it stands still: exports are copied into the inbox while runs begin.
struct FileTries {
    /// How often a file that is being written to is read.
    static let most = 3
    /// Milliseconds between two tries.
    static let pause: UInt32 = 300

    private let file: InboxFile
    private let settings: IntakeSettings

    init(_ file: InboxFile, _ settings: IntakeSettings) {
        self.file = file
        self.settings = settings
    }

    /// What the file holds; with a failure where it cannot be read whole.
    func result() -> ReadFile {
        var (file, tries) = (file, 1)
        while true {
            var (result, isKept) = knownOrRead(file)
            let isChanging = file.state.map { $0 != FileState(of: file.location) } ?? false
            guard isChanging else {
                if !isKept { settings.kept?.keep(result, settings) }
                return result
            }
            guard tries < FileTries.most else {
                result.failure = unreadable(
                    "the file was written to while it was read, \(FileTries.most) times",
                    "wait until it is whole, or copy it under another name and rename it")
                return result
            }
            tries += 1
            usleep(FileTries.pause * 1000)
            file = fingerprinted(file.path, file.location, settings.keeper)
        }
    }

    /// What the file holds if it stands still, which is to be seen yet; and whether that is a reading which is kept already.
    func firstTry() -> (result: ReadFile, isKept: Bool) { knownOrRead(file) }

    private func knownOrRead(_ file: InboxFile) -> (result: ReadFile, isKept: Bool) {
        if let known = settings.kept?.reading(of: file, settings) { return (known, true) }
        return (attempt(file), false)
    }

    private func attempt(_ file: InboxFile) -> ReadFile {
        var result = ReadFile(file)
        if let obstacle = file.obstacle {
            result.found.add(obstacle)
            result.failure = CSVError.Code(rawValue: obstacle.code).flatMap(FileTries.kind).map {
                failure($0, obstacle.message, obstacle.hint)
            }
            return result
        }
        guard file.size > 0 else {
            result.found.add(Finding(.emptyFile, file: file.path, ["what": "is empty"]))
            return result
        }
        do {
            result = Intake.read(try OpenedFile(file, settings: settings), settings: settings)
            if let error = result.document?.readError { result.failure = unreadable(error.message, error.hint) }
            result.document?.rest()
        } catch {
            let values: FindingValues = ["what": error.message, "todo": error.hint]
            result.found.add(Finding(FindingCode(error.code), file: file.path, line: error.line, values))
            result.failure = FileTries.kind(of: error.code).map { failure($0, error.message, error.hint) }
        }
        return result
    }

    /// The kind of failure where a file that is there cannot be read whole; nil where it is something else than a CSV.
    private static func kind(of code: CSVError.Code) -> IntakeError.Kind? {
        switch code {
        case .notFound, .unreadable, .damagedArchive: .unreadable
        case .noSpace, .tooManyOpen: .noResources
        case .notAFile, .notACSV: nil
        }
    }

    private func unreadable(_ message: String, _ hint: String) -> IntakeError { failure(.unreadable, message, hint) }

    private func failure(_ kind: IntakeError.Kind, _ message: String, _ hint: String) -> IntakeError {
        guard file.isArchived, kind == .unreadable else {
            return IntakeError(kind, code: kind.rawValue, message: message, hint: hint, file: file.path)
        }
        return IntakeError(
            kind, code: kind.rawValue,
            message: "the copy in the archive cannot be read, \(file.location.text): \(message)",
            hint:
                "restore that from a back-up, or drop the same export in the inbox again; where it should not count any more, "
                + "`gtm inputs forget \(file.sha256.prefix(12))`",
            file: file.path)
    }
}
