import Deliveries
import Facts
import Languages

/// What the owner is told of a failed run, in the report's language. What the program itself said stays in its own words.
struct NoticeWords {
    private let language: Language

    init(locale: String) { language = Language(locale: locale) }

    private func say(_ word: NoticeWord, _ parts: String...) -> String { word.text(language, parts) }

    /// One line: whose report, and whether it is there.
    func subject(_ company: String, _ pipeline: String, _ kind: PipelineError.Kind) -> String {
        say(kind == .undelivered ? .undelivered : .failed, company, pipeline, String(kind.rawValue))
    }

    /// What went wrong, what to do and what stands, a line each.
    func lines(_ error: PipelineError, reports: String, pipeline: String) -> [String] {
        // Several failures at once bring their hints with them.
        var own = error.message.split(separator: "\n").map { line in
            let bare = line.drop { $0 == " " }
            return bare.hasPrefix("hint: ") ? say(.toDo, String(bare.dropFirst(6))) : String(bare)
        }
        if !error.hint.isEmpty { own.append(say(.toDo, error.hint)) }
        if error.kind == .undelivered {
            own += error.standing.split(separator: "\n").map(String.init)
        }
        // The program speaks English.
        var lines = language == .en ? own : [say(NoticeWord(error.kind)), say(.inOwnWords)] + own
        guard error.kind != .undelivered else { return lines }
        let home = Files.join(reports, pipeline)
        let standing = Publication.latest(in: home).map { folder in
            say(.stands, Leftovers.name(of: folder) ?? folder, home.visible())
        }
        lines.append(say(.nothingPublished, standing ?? say(.nothingStands)))
        lines.append(say(.runAgain, String(error.status)))
        return lines
    }
}

/// The words of notices.
enum NoticeWord: String, ProgramPhrases {
    static let isSetOff = false

    // A run that failed, or did not reach everybody.
    case failed, undelivered, inOwnWords, nothingPublished, stands, nothingStands, runAgain, toDo
    // What a status means.
    case isDataError, isNoInput, isUndelivered, isNoResources, isCannotWrite, isUnreadable, isConfiguration, isDefect
    // A report whose data has gaps, and one that is not the first of its period.
    case gaps, gapsPublished, edition

    /// What a status means and what to do.
    init(_ kind: PipelineError.Kind) {
        switch kind {
        case .dataError: self = .isDataError
        case .noInput: self = .isNoInput
        case .undelivered: self = .isUndelivered
        case .noResources: self = .isNoResources
        case .cannotWrite: self = .isCannotWrite
        case .unreadable: self = .isUnreadable
        case .configuration: self = .isConfiguration
        default: self = .isDefect
        }
    }
}
