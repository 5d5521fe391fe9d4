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
                    "完成", "已完成", "已关闭", "关闭", "完结", "已完结", "办结", "已办结", "已结束", "结束", "达成", "已达成", "已交付", "完毕",
                    "已完毕", "已做完", "按时完成", "如期完成", "延期完成", "逾期完成", "提前完成", "全部完成", "已上线", "已解决",
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
                    "有风险", "部分完成", "已延迟", "已延误", "延误", "已滞后", "进度滞后", "推进", "跟进中", "在进行", "正在进行", "已进行", "进行", "启动中",
                    "制作中", "评审中", "审核中", "测试中", "撰写中", "即将完成", "持续进行", "持续推进", "长期",
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
                    "已受阻", "已阻塞", "已挂起", "已暂缓",
                    "等待中", "阻碍", "遇阻", "停滞", "已停滞", "中断", "待确认", "待审批",
                ]
            ),
            (
                .notStarted,
                [
                    "not started", "to do", "todo", "new", "open", "planned", "backlog",
                    "selected for development", "ready", "scheduled", "upcoming", "nicht begonnen",
                    "nicht gestartet", "offen", "geplant", "à faire", "non commencé", "por hacer", "pendiente", "sin empezar",
                    "no iniciado", "a fazer", "não iniciado", "pendente", "da fare", "non iniziato", "te doen", "niet gestart",
                    "未着手",
                    "未開始", "未开始", "待开始", "未启动", "待启动", "待办", "待处理", "计划中", "尚未开始", "待启动", "未进行", "待进行", "未动工",
                    "筹备中", "准备中", "待定", "待执行", "待安排", "待推进", "尚未启动", "还未开始",
                ]
            ),
            (
                .dropped,
                [
                    "cancelled", "canceled", "dropped", "abandoned", "obsolete", "won't do", "wont do", "won't fix",
                    "duplicate", "cannot reproduce", "declined", "rejected", "invalid", "discarded",
                    "abgebrochen",
                    "storniert", "entfällt", "annulé", "abandonné", "cancelado", "cancelada", "annullato", "geannuleerd", "中止",
                    "取消", "已取消", "作废", "已作废", "终止", "已终止", "放弃", "已放弃", "不做",
                    "已撤销", "撤销", "已中止", "不再执行", "已停止", "停止",
                ]
            ),
        ]
        var words: [String: Action.Said] = [:]
        for (meaning, names) in groups { for name in names { words[HeaderNames.key(name)] = meaning } }
        return words
    }()
}
