import Metrics

/// The words of the plan's tasks.
enum ActionPhrase: Sendable, CaseIterable {
    case tasks, done, doneLate, inProgress, notStarted, blocked, overdue, dueSoon, progress
    case stateDone, stateDoneLate, stateInProgress, stateNotStarted, stateBlocked, stateDropped

    /// The phrase in a language with its parts filled in; see ``Phrase/text(_:_:)``.
    func text(_ language: Language, _ parts: [String] = []) -> String {
        language == .en ? Phrase.fill(english, parts) : ExplanationPhrase.spaced(Phrase.fill(chinese, parts))
    }

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

    /// In English, with places for its parts.
    var english: String {
        switch self {
        case .tasks: "Tasks"
        case .done: "Done"
        case .doneLate: "of these late"
        case .inProgress: "In progress"
        case .notStarted: "Not started"
        case .blocked: "Blocked"
        case .overdue: "Overdue"
        case .dueSoon: "Due in 14 days"
        case .progress: "Progress"
        case .stateDone: "done"
        case .stateDoneLate: "done late"
        case .stateInProgress: "in progress"
        case .stateNotStarted: "not started"
        case .stateBlocked: "blocked"
        case .stateDropped: "dropped"
        }
    }

    /// In Chinese, with places for its parts.
    var chinese: String {
        switch self {
        case .tasks: "任务数"
        case .done: "已完成"
        case .doneLate: "其中延期完成"
        case .inProgress: "进行中"
        case .notStarted: "未开始"
        case .blocked: "受阻"
        case .overdue: "已逾期"
        case .dueSoon: "14 天内到期"
        case .progress: "进度"
        case .stateDone: "已完成"
        case .stateDoneLate: "延期完成"
        case .stateInProgress: "进行中"
        case .stateNotStarted: "未开始"
        case .stateBlocked: "受阻"
        case .stateDropped: "已取消"
        }
    }
}

extension Composer {
    /// A phrase about tasks in the report's language with its parts filled in.
    func tell(_ phrase: ActionPhrase, _ parts: String...) -> String { phrase.text(language, parts) }
}
