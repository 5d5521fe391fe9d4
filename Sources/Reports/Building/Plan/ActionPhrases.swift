import Metrics

/// The words of the plan's tasks.
enum ActionPhrase: Sendable, CaseIterable {
    case tasks, done, doneLate, inProgress, notStarted, blocked, overdue, dueSoon, progress
    case stateDone, stateDoneLate, stateInProgress, stateNotStarted, stateBlocked, stateDropped, stateOpen
    case actionsTitle, noneOverdue, dueSoonTitle, overdueTitle, longest, longestTask, timeline, timelineOfSome, timelineInWords,
        groupInWords
    case sheet, sheetTitle, doneOn, written, id

    /// The phrase in a language with its parts filled in; see ``Phrase/text(_:_:)``.
    func text(_ language: Language, _ parts: [String] = []) -> String {
        Phrase.fill(language == .en ? english : chinese, parts)
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
        case .stateOpen: "open"
        case .actionsTitle: "Tasks overdue, blocked or without a due date"
        case .noneOverdue: "No task is overdue or blocked, and each has a due date."
        case .dueSoonTitle: "Due in the next two weeks, up to {0}"
        case .overdueTitle: "Who has most overdue"
        case .longest: "Days overdue"
        case .longestTask: "Longest overdue"
        case .timeline: "Tasks on the calendar, by department"
        case .timelineOfSome: "Tasks on the calendar, by department: the {0} nearest to today"
        case .timelineInWords: "Bars from the start of each task to its due date; the upright line is {0}."
        case .groupInWords: "{0}: {1} tasks, {2} overdue, {3} done."
        case .sheet: "Tasks"
        case .sheetTitle: "All tasks of the plan as of {0}"
        case .doneOn: "Done on"
        case .written: "Status as written"
        case .id: "ID"
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
        case .stateOpen: "未完成"
        case .actionsTitle: "逾期、受阻或没有截止日期的任务"
        case .noneOverdue: "没有逾期或受阻的任务，且都有截止日期。"
        case .dueSoonTitle: "未来两周到期（至{0}）"
        case .overdueTitle: "谁的逾期最多"
        case .longest: "逾期天数"
        case .longestTask: "逾期最久的任务"
        case .timeline: "任务日历（按部门）"
        case .timelineOfSome: "任务日历（按部门）：距今最近的 {0} 项"
        case .timelineInWords: "条形自每项任务的开始日期至截止日期；竖线为{0}。"
        case .groupInWords: "{0}：{1} 项任务，{2} 项逾期，{3} 项完成。"
        case .sheet: "任务"
        case .sheetTitle: "截至{0}的全部任务"
        case .doneOn: "完成日期"
        case .written: "所填状态"
        case .id: "编号"
        }
    }
}

extension Composer {
    /// A phrase about tasks in the report's language with its parts filled in.
    func tell(_ phrase: ActionPhrase, _ parts: String...) -> String { phrase.text(language, parts) }
}
