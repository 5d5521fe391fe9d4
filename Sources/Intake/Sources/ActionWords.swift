import Facts

/// What statuses of tasks mean, in the words of task lists and of people.
enum ActionWords {
    /// What a status means, with or without a remark in brackets or behind a dash; nil where it says nothing known.
    static func meaning(_ status: String) -> Action.Said? {
        if let known = words[HeaderNames.key(status)] { return known }
        let head = status.prefix { !"(（[【:：-–—/,，;；".contains($0) }
        return head.count < status.count ? words[HeaderNames.key(String(head))] : nil
    }

    private static let words: [String: Action.Said] = {
        let groups: [(Action.Said, [String])] = [
            (
                .done,
                [
                    "done", "complete", "completed", "closed", "finished", "resolved", "delivered", "shipped", "achieved",
                    "100%",
                    "erledigt", "abgeschlossen", "fertig", "fertiggestellt", "terminé", "fini", "fait", "achevé", "hecho",
                    "completado",
                    "terminado", "finalizado", "concluído", "feito", "completato", "fatto", "concluso", "afgerond", "gereed",
                    "完了", "済み",
                    "完成", "已完成", "已关闭", "关闭", "完结", "已完结", "办结", "已办结", "已结束", "结束", "达成", "已达成", "已交付",
                ]
            ),
            (
                .inProgress,
                [
                    "in progress", "inprogress", "ongoing", "started", "doing", "active", "under way", "underway", "wip",
                    "work in progress", "working on it", "in review", "on track", "at risk", "delayed", "late", "behind",
                    "overdue",
                    "in arbeit", "läuft", "laufend", "begonnen", "verspätet", "en cours", "en retard", "en curso",
                    "en progreso",
                    "en proceso", "em andamento", "em curso", "in corso", "bezig", "進行中", "対応中", "进行中", "推进中", "执行中", "处理中",
                    "办理中", "实施中", "开展中", "落实中", "已开始", "已启动", "正常", "正常推进", "按计划", "延期", "已延期", "延迟", "滞后", "逾期", "已逾期",
                    "有风险", "部分完成",
                ]
            ),
            (
                .blocked,
                [
                    "blocked", "stuck", "on hold", "paused", "waiting", "waiting for others", "impeded", "deferred",
                    "postponed",
                    "blockiert", "pausiert", "wartet", "zurückgestellt", "bloqué", "en attente", "bloqueado", "en espera",
                    "em espera",
                    "bloccato", "in attesa", "geblokkeerd", "保留", "受阻", "阻塞", "卡住", "暂停", "已暂停", "搁置", "已搁置", "挂起", "暂缓", "等待",
                ]
            ),
            (
                .notStarted,
                [
                    "not started", "to do", "todo", "new", "planned", "backlog", "scheduled", "upcoming", "nicht begonnen",
                    "nicht gestartet", "offen", "geplant", "à faire", "non commencé", "por hacer", "pendiente", "sin empezar",
                    "no iniciado", "a fazer", "não iniciado", "pendente", "da fare", "non iniziato", "te doen", "niet gestart",
                    "未着手",
                    "未開始", "未开始", "待开始", "未启动", "待启动", "待办", "待处理", "计划中", "尚未开始",
                ]
            ),
            (
                .dropped,
                [
                    "cancelled", "canceled", "dropped", "abandoned", "obsolete", "won't do", "wont do", "discarded",
                    "abgebrochen",
                    "storniert", "entfällt", "annulé", "abandonné", "cancelado", "cancelada", "annullato", "geannuleerd", "中止",
                    "取消", "已取消", "作废", "已作废", "终止", "已终止", "放弃", "已放弃", "不做",
                ]
            ),
        ]
        var words: [String: Action.Said] = [:]
        for (meaning, names) in groups { for name in names { words[HeaderNames.key(name)] = meaning } }
        return words
    }()
}
