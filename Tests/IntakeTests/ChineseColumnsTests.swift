import Facts
import Languages
import Testing

@testable import Intake

/// Chinese exports, whose columns people name with a few usual words put together.
@Suite struct ChineseColumnsTests {
    @Test func `an answer is of the time that the survey says, however it calls it`() throws {
        for name in [
            "答复时间", "回复时间", "回答日期", "作答时间", "提交时间", "填写日期", "反馈时间", "受访日期", "问卷提交时间", "答卷提交日期", "答复日", "答覆時間", "提交時間",
            "答复时间(北京)", "完成时间",
        ] {
            let result = try TemporaryInbox.result(
                "编号,邀请时间,\(name),客户编号,推荐分,意见\n1,2026-09-28,2026-10-02,C1,9,好\n", name: "满意度调查.csv")
            #expect(result.surveys == ["2026-10-02 9 C1 好"], "\(name)")
        }
        for name in ["邀请时间", "发送时间", "发出日期", "邀请发送时间", "問卷發送時間"] {
            let result = try TemporaryInbox.result("编号,\(name),推荐分\n1,2026-09-28,9\n", name: "满意度调查.csv")
            let surveys = try #require(result.facts.surveys)
            #expect(surveys.count == 1 && surveys.invited[0] == Day("2026-09-28"), "\(name)")
        }
    }

    @Test func `an answer without a time of its own is dated by its invitation, and dates that are not read are named`() throws
    {
        let result = try TemporaryInbox.result(
            "response_id,invited_at,score,Rückmeldung\n1,2026-09-28,9,2026-10-02\n", name: "nps.csv")
        let finding = try #require(result.findings.first { $0.kind == .unreadDates })
        #expect(finding.severity == .warning && finding.message.contains("`Rückmeldung`"))
        let silent = try TemporaryInbox.result("response_id,invited_at,score,plan\n1,2026-09-28,9,Pro\n", name: "nps.csv")
        #expect(!silent.codes.contains("unread-dates"))
    }

    @Test func `leads are created when they are entered, registered or got`() throws {
        for name in ["创建时间", "录入日期", "新建时间", "登记日期", "建档时间", "获取时间", "進入時間", "線索創建時間"] {
            let result = try TemporaryInbox.result("线索编号,\(name),公司\nL1,2026-10-02 09:00,甲\n", name: "线索.csv")
            #expect(result.facts.leads?.reached[0]?[0].day(in: .utc) == Day("2026-10-02"), "\(name)")
        }
    }

    @Test func `a plan is read whatever its tasks, departments and days are called`() throws {
        let exports = [
            "序号,行动项,主责部门,负责人,计划开始日期,计划完成时间,实际完成日期,状态,完成度\n1,签约,销售部,张三,2026/10/8,2026/11/20,,进行中,70%\n",
            "编号,关键举措,责任部门,主责人,开始日期,截止日期,完成日期,进展,进度\n1,签约,销售部,张三,2026/10/8,2026/11/20,,推进中,70%\n",
            "任務編號,重點工作,牽頭部門,責任人,開始時間,預計完成日期,實際完成時間,狀態,完成率\n1,签约,销售部,张三,2026/10/8,2026/11/20,,進行中,70%\n",
            "序号,工作任务,部门,跟进人,计划启动时间,要求完成时间,办结日期,执行状态,完成比例\n1,签约,销售部,张三,2026/10/8,2026/11/20,,执行中（正常）,70%\n",
        ]
        for text in exports {
            let result = try TemporaryInbox.result(text, name: "重点工作.csv")
            let action = try #require(result.facts.actions.first, "\(text)")
            #expect(action.task == "签约" && action.department == "销售部" && action.owner == "张三", "\(text)")
            #expect(action.start == Day("2026-10-08") && action.due == Day("2026-11-20") && action.done == nil, "\(text)")
            #expect(action.said == .inProgress && action.progress?.number == Number(7, over: 10), "\(text)")
        }
    }

    @Test func `a plan without departments, or without due days, is read all the same`() throws {
        let result = try TemporaryInbox.result(
            "序号,行动项,负责人,优先级,起始日期,截止日期,状态,完成度,备注\n1,签约3家,张伟,高,2026/10/15,2026/12/15,进行中,33%,\n", name: "GTM行动计划-2026Q4.csv")
        #expect(result.facts.actions.map(\.task) == ["签约3家"] && result.facts.actions[0].department == "")
        let bare = try TemporaryInbox.result("任务,负责人,状态\n签约,张伟,未开始\n", name: "待办.csv")
        #expect(bare.facts.actions.map(\.due) == [nil] && bare.facts.actions[0].said == .notStarted)
    }

    @Test func `task lists of programs are plans`() throws {
        let exports: [(program: String, text: String)] = [
            (
                "Asana",
                "Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects\n12,2026-10-01,,2026-10-02,Sign,Sales,Ann,a@a.example,2026-10-08,2026-11-20,,,GTM\n"
            ),
            (
                "Planner",
                "Task ID,Task Name,Bucket Name,Progress,Priority,Assigned To,Created By,Created Date,Start Date,Due Date,Completed Date\n12,Sign,Sales,In progress,Medium,Ann,Bo,10/01/2026,10/08/2026,11/20/2026,\n"
            ),
            (
                "Smartsheet",
                "Task Name,Status,Assigned To,Start,Finish,% Complete\nSign,In Progress,Ann,10/08/2026,11/20/2026,40%\n"
            ),
        ]
        for (program, text) in exports {
            let result = try TemporaryInbox.result(text)
            let action = try #require(result.facts.actions.first, "\(program)")
            #expect(
                action.task == "Sign" && action.owner == "Ann" && action.due == Day("2026-11-20") && action.done == nil,
                "\(program)")
            #expect(action.said == (program == "Asana" ? nil : .inProgress), "\(program)")
        }
    }

    @Test func `statuses of tasks are understood in the words of task lists`() {
        let words: [(Action.Said?, [String])] = [
            (.done, ["Done", "COMPLETED", "已完成", "完成", "erledigt", "Terminé", "完了", "已完成（提前）", "100%"]),
            (.inProgress, ["In Progress", "in_progress", "进行中", "推进中", "延期", "Working on it", "進行中", "En cours", "进行中（70%）"]),
            (.blocked, ["Blocked", "On Hold", "受阻", "暂停", "Stuck", "bloqué"]),
            (.notStarted, ["Not Started", "To Do", "未开始", "待开始", "offen", "未着手"]),
            (.dropped, ["Cancelled", "canceled", "已取消", "Won't do", "终止"]), (nil, ["", "未完成", "Not done", "Review by Ann"]),
        ]
        for (meaning, texts) in words { for text in texts { #expect(ActionWords.meaning(text) == meaning, "\(text)") } }
    }
}
