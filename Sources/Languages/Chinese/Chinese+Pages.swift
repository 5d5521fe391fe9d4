extension Chinese {
    /// What page, workbook, mails and indexes add.
    static let pages = """
        [NewsletterPhrase]
        title 客户通讯
        subject {0}：{1}
        newsOf {0} 动态，{1}
        newNow 新发布：{0}
        words 致客户
        new 新内容
        coming 即将推出
        answers 您的需求与我们的答复
        voice 您的反馈
        nothing {0}没有新消息。
        from {0}——自 {1} 起
        about {0}：{1}
        dot 。
        answered {0}：{1}
        recommend 共有 {0} 位客户回答了问卷，其中 {1} 愿意推荐我们（9 或 10 分）。谢谢！

        [IndexWords]
        title 报告目录
        counts {0} 个流程，{1} 份报告，最新的在前
        none 这里尚未发布任何报告。
        skip 跳到报告列表
        top 回到顶部
        period 期间
        star 北极星指标
        value 数值
        plan 是否达标？
        data 数据是否齐全？
        asOf 截至
        open 打开
        page 网页
        workbook 工作簿
        edition {0}，第 {1} 版

        [InboxWords]
        title 您的文件处理情况
        published {0} 的报告已发布。
        notPublished {0} 的报告没有发布。
        notPublishedHint 请修正以下问题，重新放入文件，然后再运行一次。
        standing 读者看到的仍是 {0} 的报告。
        nothingStands 至今尚未发布任何报告。
        allWell 所有文件均已读取，无需处理。
        pieces 有 {0} 个文件需要处理。
        report 打开报告
        missing 迟到
        missingHint 请为每一项放入更新的导出文件。如果确实没有新数据，请放入一个文件名带日期的空导出。
        since {0}：自 {1} 起没有新内容
        sinceNamed {0}（类似 {1} 的文件）：自 {2} 起没有新内容
        filesTitle 收件文件夹中的文件
        goneTitle 已不在收件文件夹但仍计入的文件
        goneNote 用过的文件都会保留。不应计入的文件由程序管理员撤回：gtm inputs forget。
        noFiles 没有读取任何文件。
        remarksTitle 文件中发现的问题
        generalTitle 所有文件合并后发现的问题
        rejectsTitle 待修正的行
        rejectsNote 这些行无法使用。打开文件，修正单元格（最后几列说明位置和原因），然后原样放回收件文件夹：每一行会取代它所修正的那一行。
        file 文件
        takenFor 识别为
        rows 行数
        used 已使用
        replaced 被取代
        excluded 不计入
        rejected 被拒
        came 到达时间
        toDo 需要做什么
        what 发现的问题
        place 位置
        severity 程度
        warning 警告
        note 说明
        unknown 无法识别
        refused 无法使用
        left 留待下次运行
        same 与 {0} 内容相同
        retracted 已撤回
        unfinished 已读取，尚未使用
        nothingToDo 无
        doMend 修正 {1} 中的 {0} 行，并把该文件放入收件文件夹
        doMendIncomplete 在源系统中更正 {0} 行并重新导出；{1} 列出了这些行
        doName 按内容命名该文件，例如 leads（线索）或 spend（支出）；否则请联系程序管理员
        doRefused 原因见下；请重新导出为 CSV
        doLeft 无；如果一直如此，请移走或重命名
        doSame 无：只读取一次
        doRetracted 把它移出收件文件夹
        doUnfinished 无；待导致运行停止的问题解决后即可
        doReplaced 无：更新的文件已取代其所有行
        doSee 见下方发现的问题
        inEnglish 以下详细说明为英文。
        runAt 运行于 {0}
        top 回到顶部
        rowsCount {0} 行
        skip 跳到文件列表
        state 状态

        [WithheldPhrase]
        external 对外版本
        withheld 本版本不披露：{0}。
        source 本版本不披露{0}。
        customer 客户 {0}
        person 人员 {0}
        member {0} {1}
        customerNames 客户名称
        owners 负责人
        comments 评论
        spend 支出

        [PageWord]
        contents 目录
        skip 跳到正文
        top 回到顶部
        chartData 图表数据
        category 项目
        first 最早
        low 最低
        high 最高
        last 最新
        undefined 未定义
        table 表格
        row 行
        rows 行
        reasons n/a 的原因
        wholeText 全文
        asOf 截至
        who 谁
        needs 需要做什么
        metric 指标
        period 期间
        soFar 目前
        due 现时应达
        against 对比目标
        status 状态
        owner 负责人
        ahead 按此进度
        target 目标
        trend 走势，灰色为通常范围
        fromOpening 条形从期初水平开始，以便看清变动。
        comma ，
        colon ：

        [SheetWord]
        measure 度量
        name 名称
        dimension 维度
        member 成员
        contents 目录
        back 返回
        page 第 &P 页,共 &N 页
        toDate (截至今日)
        rowsBehind 列出明细行
        colon ：
        scorecard 记分卡
        recent 各期走势
        bars 各项目标：实心为已达成，彩色为应达而未达（或超出上限），空心为距目标所余
        barReached 已达成
        barMissing 应达而未达
        barRest 所余
        cut 单元格 {0} 的文本共 {1} 个字符,超过 Excel 的上限 32,767,已截断;全文见同一文件夹中的 CSV 文件。
        dropped “{0}”共 {2} 行,工作表只能容纳 {1} 行;其余见同一文件夹中的 CSV 文件。
        titles 、
        leftOut 打印时省略，见下方：{0}
        notPrinted 工作表“{0}”供公式与程序使用，不打印；各周期的数值见各章节的表格与 metrics.csv。
        plainFormula 单元格 {0} 的公式超过 Excel 的上限 8,192 个字符,因此只写入数值。

        [MarkPhrase]
        better 好转
        worse 变差
        up 上升
        down 下降

        [CommentaryPhrase]
        title 点评
        about {0}：{1}
        signed {0}——{1}
        """
}
