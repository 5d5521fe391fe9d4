/// Chinese names of columns, which people put together of a few usual words: `答复时间`, `问卷提交日期` and `填写时间` are one.
enum ChineseNames {
    /// What a name is made of, whatever the words and their order; nil where some part of it is none of the usual words.
    ///
    /// - Parameter key: The name as ``HeaderNames/key(_:)`` gives it.
    static func sense(_ key: String) -> String? {
        let letters = Array(key.unicodeScalars)
        guard letters.count <= 20, key.utf8.count > letters.count else { return nil }
        var meanings: Set<String> = []
        var at = 0
        while at < letters.count {
            // The longest word first: `责任人` is no `责任`.
            let rest = letters[at...]
            guard let word = words[letters[at]]?.first(where: { rest.starts(with: $0.letters) }) else { return nil }
            if !word.meaning.isEmpty { meanings.insert(word.meaning) }
            at += word.letters.count
        }
        return meanings.isEmpty ? nil : meanings.sorted().joined(separator: " ")
    }

    private struct Word {
        var letters: [Unicode.Scalar]
        var meaning: String
    }

    /// By first letter the words, the longest first, each with the first of its group; those that say nothing with an empty one.
    private static let words: [Unicode.Scalar: [Word]] = {
        let groups = [
            "时间 日期 日 时刻 时点",
            "答复 回复 回答 作答 答题 填写 填答 填报 提交 应答 受访 反馈",
            "邀请 发送 发出 邀约 推送 派发 下发",
            "创建 录入 新建 登记 建立 生成 新增 建档",
            "获取 获客", "进入", "首次 第一次 首",
            "响应 跟进 联系 接触 回访 联络 沟通",
            "计划 预计 预期 预定 拟定 拟 要求 应",
            "实际", "开始 启动 起始 起", "完成 完结 办结", "截止 结束 终止 截至",
            "部门 科室 处室",
            "负责人 责任人 主责人 跟进人 承办人 执行人 经办人 牵头人 主办人 处理人 对接人 担当人",
            """
            任务 行动项 行动 行动计划 行动任务 行动内容 行动措施 关键举措 关键任务 关键动作 关键行动 重点工作 重点任务 重点事项 重点举措 \
            工作项 工作任务 工作内容 工作事项 工作计划 任务内容 任务名称 任务描述 事项 事项名称 待办事项 待办 具体措施 措施 举措内容 子任务
            """,
            "编号 序号 编码 代码 号 id", "客户",
            "状态 进展 进展情况 完成情况 完成状态 任务状态 执行状态 办理状态 进度状态",
            "进度 完成度 完成率 完成百分比 完成进度 完成比例 进展百分比",
            "入职 到岗 报到", "离职 离岗",
        ]
        let fillers = "的 之 所属 归属 主责 责任 牵头 归口 承办 主办 负责 问卷 答卷 表单 调查 问卷调查 nps 当前 目前 最新 具体"
        var words: [String: String] = [:]
        for group in groups {
            let members = group.split(separator: " ").map(String.init)
            for member in members { words[member] = members[0] }
        }
        for filler in fillers.split(separator: " ") { words[String(filler)] = "" }
        let all = words.map { Word(letters: Array($0.unicodeScalars), meaning: $1) }
        return Dictionary(grouping: all) { $0.letters[0] }.mapValues { $0.sorted { $0.letters.count > $1.letters.count } }
    }()
}
