import Facts

extension Source {
    /// Tasks of the go-to-market plan, one row a task.
    static let actions = Source(
        name: .actions, title: SourceTitle(en: "actions", zhHans: "行动"), role: .plans, rowsAreEvents: false,
        load: .upsert, key: [.actionID], identity: .actionID,
        words: ["actions", "action", "action plan", "tasks", "task", "gtm plan", "todo", "行动", "行动计划", "任务", "待办", "工作计划"],
        columns: [
            Column.text(.department, "dept", "team", "function", "area", "部门", "团队", "责任部门").required,
            Column.text(.task, "action", "title", "description", "item", "what", "任务", "行动", "事项", "任务名称", "工作内容", "内容")
                .required,
            Column.day(.dueDate, "due", "deadline", "due on", "target date", "截止日期", "到期日", "截止时间", "期限", "计划完成日期", "完成期限")
                .required,
            Column.text(.actionID, "id", "task id", "key", "行动编号", "任务编号", "编号", "序号").anID, .owner,
            Column.start.also("planned start", "计划开始日期"),
            .day(.doneDate, "done", "completed", "completed on", "completion date", "finished", "完成日期", "实际完成日期", "完成时间"),
            .text(.status, "state", "状态", "进度状态"),
            Column.percent(.percent, "progress", "percent complete", "complete", "completion", "进度", "完成率", "完成百分比", "完成度"),
            .initiative,
        ], checks: [.progress], events: [.day(.doneDate)], needs: [.owner],
        build: { $0.buildActions(&$1) })
}

extension AnyColumnKey where Self == TextKey {
    static var actionID: Self { Self("action_id") }
    static var department: Self { Self("department") }
    static var task: Self { Self("task") }
}

extension AnyColumnKey where Self == NumberKey {
    static var percent: Self { Self("percent") }
}

extension AnyColumnKey where Self == DayKey {
    static var dueDate: Self { Self("due_date") }
    static var doneDate: Self { Self("done_date") }
}

extension RowCheck {
    /// That a task is done by 0 to 100 per cent.
    fileprivate static let progress = RowCheck { rows, verdicts in
        guard let percents = rows[.percent] else { return }
        for row in 0..<rows.count {
            guard let percent = percents[row] else { continue }
            let whole = Number(percents.signs?[row] == true ? 1 : 100)
            guard percent.digits < 0 || Number.less(whole, percent.number) else { continue }
            verdicts.reject(
                row,
                Problem(
                    .numberOutOfRange, column: rows.place(.percent),
                    ["range": "from 0 to 100", "found": percent.number.significant(), "or": ""]))
        }
    }
}

extension Assembler {
    fileprivate mutating func buildActions(_ merged: inout Merged) {
        merged.applyLoadRule()
        let rows = finish(merged)
        guard let due = merged[.dueDate] else { return }
        let (starts, done) = (merged[.startDate], merged[.doneDate])
        let (departments, tasks) = (strings(merged, .department, rows), strings(merged, .task, rows))
        let (ids, owners) = (strings(merged, .actionID, rows), strings(merged, .owner, rows))
        let (statuses, initiatives) = (strings(merged, .status, rows), strings(merged, .initiative, rows))
        let percents = merged[.percent]
        for (index, row) in rows.enumerated() {
            var action = Action(department: departments[index], task: tasks[index], due: due.last(row)!)
            action.id = ids[index]
            action.owner = owners[index]
            action.status = statuses[index]
            action.initiative = initiatives[index]
            action.start = starts?.first(row)
            action.done = done?.last(row)
            if var percent = percents?[row] {
                if percents?.signs?[row] != true, percent.scale <= 16 { percent.scale += 2 }
                action.progress = percent
            }
            facts.actions.append(action)
        }
    }
}
