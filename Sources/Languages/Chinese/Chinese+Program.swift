extension Chinese {
    /// `gtm explain` and notices.
    static let program = """
        [ExplainWord]
        comma ，
        colon ：
        value 数值
        undefined 未定义
        formula 公式
        numbers 即
        file 文件
        line 行
        day 日期
        id 编号
        customer 客户
        amount 计入
        written 原文
        how 说明
        span （{0} 至 {1}）
        rowCount {0} 行
        middle 数值为各行的中位数
        addUp 各行计入之和即为该值
        few 所依据的样本很少
        onRevenue 按收入口径：未配置 gross_margin，按 1 计
        notOver 本期尚未结束，不作比较
        maturing 该值在期末之后仍会增长，不作比较
        late {0} 的文件自 {1} 起迟到
        whyMedian 中位数不能按成员相加
        whyRoot 平方根不能按成员相加
        whyFormula 公式既不是和，也不是和之比，也不是乘积
        whyUndivided {0} 没有该维度的成员
        whyUnknown {0} 在该维度上未知
        whyIncomplete 其成员之和不等于 {0}
        note 备注
        measure 基础量
        plainValue 数值
        days 日期
        rows 行数
        sources 数据源
        source 数据源
        count 计入
        replaced 被替代
        rejected 被拒
        excluded 排除
        byFactor 按因素
        here 本值
        period 期间
        low 80%：自
        high 至
        target 目标
        projection {0} 之后，照此发展
        by 按 {0}
        notSplit 不拆分 {0}
        fromTo {0} 至 {1}
        against 与 {0} 相比：{1}
        undefinedThere 该期未定义
        change {0} → {1}，{2}
        oneRow {0}：共 1 行
        allRows {0}：共 {1} 行
        largestRows {0}：{2} 行中最大的 {1} 行
        firstRows {0}：{2} 行中最前的 {1} 行
        spread {0}，其中 {1} 行跨越更多日期，按天均摊计入
        excludedMoney {0}：{2} 行按状态不计入，合计 {1}
        rejectedMoney {0}：{2} 行被拒，合计 {1}
        more 这些文件另有 {0} 项发现：`gtm check` 列出全部

        [RowWord]
        together 属于同一条线索
        belongs 已随上一行计入
        begins 当日开始
        ends 当日结束
        renews 用于续约；该合同 ARR 为 {0}
        retained 该客户 ARR：十二个月前 {0}，现在 {1}
        days {2} 共 {1} 天，计入 {0} 天
        deal 上一条线索的商机
        lead 金额取自其商机
        evidence 客户健康分的依据
        unknown 未知
        scored 健康分 {0}：使用率 {1}，口碑 {2}，ARR 趋势 {3}
        percent {0} %

        [NoticeWord]
        failed {0}，{1}：报告生成失败（状态 {2}）
        undelivered {0}，{1}：报告已发布，但未能全部送达（状态 {2}）
        inOwnWords 程序的原话：
        nothingPublished 没有发布任何内容，也没有发送给其他人；{0}。
        stands {0} 的报告仍然有效（{1}）
        nothingStands 此前尚未发布过报告
        runAgain 改正后请再运行一次：gtm run。退出状态为 {0}。
        toDo 处理办法：{0}
        isDataError 数据问题太多，无法发布：缺少必需的列、被拒的行过多，或某项检查没有通过。请改正导出文件，再放入收件文件夹。
        isNoInput 缺少必需的文件，或文件内容太旧。请把最新的导出文件放入收件文件夹。
        isUndelivered 报告已发布，但至少有一处没有送达。排除原因后运行 gtm deliver，即可补发。
        isNoResources 内存、磁盘空间或可打开的文件数不够。请腾出空间、提高限额（memory_limit），或减少一次导出的数据。
        isCannotWrite 报告或状态无法写入：磁盘已满，或没有写权限。请腾出空间或给予权限。
        isUnreadable 有文件无法完整读取：仍在写入、没有读权限，或已经损坏。请等待写完，或重新导出。
        isConfiguration 配置有误。请按下面指出的文件和行号改正。
        isDefect 程序出现缺陷。请保留日志和 run.json，并连同下面的内容一起报告。
        gaps {0}，{1}：{2} 的数据有缺口
        gapsPublished 报告已发布：{0}。被拒的行在 rejected/ 中；改正后重新放入收件文件夹，再运行一次 gtm run。
        edition {0}（第 {1} 版）

        [StartingWord]
        weekly 团队周报
        monthly 管理层月报
        quarterly 决策委员会季报
        """
}
