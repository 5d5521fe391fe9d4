import Languages
import Metrics

/// The words of the plan's tasks.
enum ActionPhrase: String, ReportPhrases {
    static let isSetOff = false

    case tasks, done, doneLate, inProgress, notStarted, blocked, overdue, dueSoon, progress
    case stateDone, stateDoneLate, stateInProgress, stateNotStarted, stateBlocked, stateDropped, stateOpen
    case actionsTitle, noneOverdue, dueSoonTitle, overdueTitle, longest, longestTask, timeline, timelineOfSome, timelineInWords,
        groupInWords
    case sheet, sheetTitle, doneOn, written, id

    /// How a task stands, in a word.
    init(_ standing: ActionStanding) {
        switch standing.state {
        case .done: self = standing.isLate ? .stateDoneLate : .stateDone
        case .inProgress: self = .stateInProgress
        case .notStarted: self = .stateNotStarted
        case .blocked: self = .stateBlocked
        case .dropped: self = .stateDropped
        }
    }

}

extension Composer {
    /// A phrase about tasks in the report's language with its parts filled in.
    func tell(_ phrase: ActionPhrase, _ parts: String...) -> String { phrase.text(language, parts) }
}
