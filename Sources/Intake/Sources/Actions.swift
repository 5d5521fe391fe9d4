import Facts

extension Source {
    /// Tasks of the go-to-market plan, one row a task. A plan without departments or due days is read too.
    static let actions = Source(
        name: .actions, role: .plans, rowsAreEvents: false,
        load: .upsert, key: [.actionID], identity: .actionID,
        words: [
            "actions", "action", "action plan", "action items", "tasks", "task", "gtm plan", "todo", "todos", "行动", "行动计划",
            "任务", "待办",
            "工作计划", "重点工作",
        ],
        columns: [
            .text(
                .department, "dept", "team", "function", "area", "workstream", "bucket name", "section/column", "部门", "责任部门",
                "负责部门", "所属部门", "牵头部门", "主责部门", "执行部门", "部门名称", "主办部门"),
            Column.text(
                .task, "action", "action item", "task name", "activity", "deliverable", "to do", "aufgabe", "maßnahme", "tâche",
                "tarea",
                "tarefa", "attività", "taak", "タスク", "任务", "行动", "事项", "任务名称", "工作内容", "行动项", "工作事项", "任务内容", "任务描述", "工作任务",
                "具体任务", "任务标题", "关键任务", "关键动作", "行动内容", "待办事项", "行动名称", "事项名称", "重点工作"
            ).commonly(
                "title", "card name", "summary", "name", "description", "item", "what", "titel", "bezeichnung", "beschreibung",
                "内容",
                "标题", "名称"
            ).required,
            .day(
                .dueDate, "due", "due on", "due by", "deadline", "target date", "target completion date", "planned end",
                "finish",
                "finish date", "fällig", "fällig am", "fälligkeitsdatum", "frist", "échéance", "date d'échéance",
                "fecha de vencimiento", "fecha límite", "prazo", "data de vencimento", "scadenza", "data di scadenza", "期限日",
                "期日",
                "计划完成日期", "截止日期", "到期日", "到期日期", "期限", "完成期限", "完成时限", "计划截止日期", "节点",
                "计划完成时间", "截止时间", "应完成日期", "要求完成日期", "要求完成时间", "计划完成", "最后期限", "截止", "截止日", "计划结束日期", "计划结束时间",
                "完成时限要求", "timeline end"),
            Column.text(.actionID, "task id", "item id", "card id", "行动编号", "任务编号", "任务id").commonly(
                "id", "key", "#", "编号", "序号"
            ).anID,
            Column.owner.also("执行人", "经办人", "主责人", "承办人", "主办人", "负责人姓名"),
            Column.start.also(
                "planned start", "timeline start", "计划开始日期", "计划开始时间", "启动日期", "启动时间",
                "计划开始"),
            .day(
                .doneDate, "done", "done on", "completed", "completed at", "completed on", "completed date", "date completed",
                "completion date", "finished", "finished on", "resolved", "actual end", "erledigt am", "完成日期", "实际完成日期",
                "实际截止日期", "实际完成时间", "实际完成", "完成时间", "实际完成日", "实际结束日期"),
            .text(
                .status, "state", "progress status", "progress", "list name", "erledigt", "statut", "estado", "stato", "状态",
                "任务状态", "当前状态",
                "完成状态", "进展状态", "执行状态"),
            Column.percent(
                .percent, "progress", "percent complete", "complete", "completion", "fortschritt",
                "avancement", "avance", "progresso", "进度", "完成率", "完成百分比", "完成度", "完成进度", "任务进度", "当前进度",
                "进度百分比", "完成比例"),
            Column.flag(
                .isDone, "done", "erledigt", "完成", "是否完成", "已完成", "是否已完成", "completed", "complete", "is complete",
                "is completed",
                "finished", "due complete", "closed", "abgeschlossen", "terminé", "hecho", "concluído", "fatto"
            ).auxiliary,
            Column.text(.resolution, "resolution status", "关闭原因", "处理结果", "解决结果").auxiliary,
            Column.initiative.also("项目编号", "举措编号", "项目名称", "举措名称", "项目id"),
        ], telling: [.task, .dueDate, .actionID],
        against: Column.receipts + [
            "amount", "price", "total", "balance", "invoice", "invoice number", "vendor", "betrag", "customer id",
            "subscription id",
            "lead id", "score", "issue key", "issue id", "issue type", "金额", "客户编号",
        ], derivations: [.ticks, .resolutions], finish: { reader, file, _ in FileReader.finishTasks(reader, &file) },
        checks: [.progress], events: [.day(.doneDate)], needs: [.owner],
        build: { $0.buildActions(&$1) })
}

extension AnyColumnKey where Self == TextKey {
    /// How a task that is closed came to be so: `Done`, `Won't do`.
    static var resolution: Self { Self("resolution") }
    static var actionID: Self { Self("action_id") }
    static var department: Self { Self("department") }
    static var task: Self { Self("task") }
}

extension AnyColumnKey where Self == FlagKey {
    static var isDone: Self { Self("is_done") }
}

extension Derivation {
    /// The status of a task that was closed because nobody will do it.
    fileprivate static let resolutions = Derivation(.status, of: [[.resolution]]) { own, others in
        guard let resolutions = others[.resolution] else { return own }
        let isDropped = resolutions.pool.texts.map { ActionWords.meaning($0) == .dropped }
        var result = TextColumn()
        for row in 0..<others.count {
            let text = isDropped[Int(resolutions.codes[row])] ? resolutions.pool : own.pool
            let code = isDropped[Int(resolutions.codes[row])] ? resolutions.codes[row] : own.codes[row]
            result.codes.append(result.pool.code(text.text(code)))
        }
        return result
    }

    /// The status of a task that is ticked off.
    fileprivate static let ticks = Derivation(.status, of: [[.isDone]]) { own, others in
        guard let done = others[.isDone] else { return own }
        var result = TextColumn()
        for row in 0..<others.count {
            let text = own.pool.text(own.codes[row])
            result.codes.append(result.pool.code(text.isEmpty && done[row] == 1 ? "done" : text))
        }
        return result
    }
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
        let (starts, dues, done) = (merged[.startDate], merged[.dueDate], merged[.doneDate])
        let (departments, tasks) = (strings(merged, .department, rows), strings(merged, .task, rows))
        let (ids, owners) = (strings(merged, .actionID, rows), strings(merged, .owner, rows))
        let (statuses, initiatives) = (strings(merged, .status, rows), strings(merged, .initiative, rows))
        let percents = merged[.percent]
        for (index, row) in rows.enumerated() {
            var action = Action(department: departments[index], task: tasks[index], due: dues?.last(row))
            action.id = ids[index]
            action.owner = owners[index]
            action.status = statuses[index]
            action.said = ActionWords.meaning(statuses[index])
            action.initiative = initiatives[index]
            action.start = starts?.first(row)
            action.done = done?.last(row)
            if var percent = percents?[row] {
                if percents?.signs?[row] != true, percent.scale <= 16 { percent.scale += 2 }
                action.progress = percent
            }
            facts.actions.append(action)
        }
        checkActions(facts.actions, merged, rows)
        reportMissingOwners("tasks", zip(rows, owners).map { (file(merged, $0), $1) })
    }
}
