extension Chinese {
    /// Titles, the summary and what several sections share.
    static let summary = """
        [Phrase]
        # Titles
        titleWeek 市场与销售周报
        titleMonth 市场与销售月报
        titleQuarter 市场与销售季报
        titleYear 市场与销售年报
        summary 摘要
        revenue 经常性收入
        acquisition 获客
        conversion 转化
        voice 客户之声
        activity 活跃与健康
        plan 计划
        data 数据
        definitions 定义
        # Time
        inUnit 单位：{0}
        asOf 截至 {0}
        week {0}
        month {0}
        quarter {0}
        year {0}年
        weekBefore 上周
        monthBefore 上月
        quarterBefore 上季度
        yearBefore 上年
        aYearAgo 去年同期
        toDate {0}（至今）
        daysCovered 本期尚未结束：共 {1} 天，已过 {0} 天。
        periodNotOver 本期尚未结束，所有数字截至 {0}。
        # Punctuation and small joints
        colon ：
        labelled {0}：{1}
        nameAndUnit {0}，{1}
        inBrackets （{0}）
        namedPeriod {0}（{1}）
        inPeriod {0}（{1}）
        onRevenue {0}（按收入计）
        both {0}，{1}
        andMore 另有 {0} 项
        largestListed 共 {1} 项，此处列出 ARR 最大的 {0} 项；其余 {2} 项合计 {3}。
        # Message
        nothingYet 截至 {0} 没有任何数据，所有指标均无法计算。
        arrMessage 截至 {1}结束，ARR 为 {0}。
        arrMessageWithChanges 截至 {1}结束，ARR 为 {0}，{2}。
        arrUndefined 无法给出 ARR 及其变动：{0}。
        netNew 净新增 ARR 为 {0}。
        netNewAfter 净新增 ARR 为 {0}，{1}为 {2}。
        changeOn 较{1}{0}
        up 上升 {0}
        down 下降 {0}
        littleChanged 基本持平
        unjudgedTargets 没有状态的目标：{0} 项。
        termsLateMessage 以上依据 {0} 导出的{1}，此后签订或终止的不在其中。
        targetsMessage 目标：{0} 项达标，{1} 项需关注，{2} 项落后。
        newestEvents 各数据源的最新事件：{0}
        absentSources 没有数据的来源：{0}
        # Scorecard
        scorecard 记分卡，{0}
        metric 指标
        now 本期
        before 上期
        change 变化
        yearAgo 去年同期
        changeOnYear 同比变化
        target 目标
        status 状态
        trend 走势
        owner 负责人
        goalPeriod 目标周期
        dueByNow 按进度应达
        noDue 期初的数值未知
        atThisPace 按此进度期末
        endOf {0} 末
        usualOf 通常（此前 {0} 期的中位数）
        noPace 比率和均值没有进度
        noPaceOver 周期已结束
        standing {0}：{1}，目标 {2}，{3}
        standingToDate {0}：{1}，按进度应达 {2}，期末目标 {3}，{4}
        northStarTarget 对照其目标
        fewCases 样本太少
        lateStatus 数据迟到
        notAboveZeroStatus 不高于 0
        onTrack 达标
        watch 关注
        offTrack 落后
        maturing 仍在成熟中
        undefinedStatus 无法计算
        noStatus 不作评判
        noTarget 无目标
        # Why something is undefined
        withheldToDate 本期尚未结束，不与完整周期比较
        withheldMaturing 仍在成熟中：该指标还会继续增长，而更早的周期已有更长时间
        whyAbsent 截至 {1} 没有“{0}”数据
        whyLate {0}自 {1} 起没有新数据
        whyNotBegun “{0}”数据自 {1} 起才有
        whyNoMembers “{0}”无法按{1}细分
        whyNoSuchMember 没有任何一行的{1}是“{0}”
        whyNothingToMeasure 没有可供计算“{0}”的记录
        whyNotInData 数据中没有“{0}”
        whyZero 除数“{0}”为 0
        whyNoValue 公式在此没有值
        whyNoMember 数据中没有成员“{0}”
        absent 截至 {1} 没有“{0}”数据。
        # What changed most
        changedMost 变化最大
        changedMostOn 较{0}变化最大（相对于平常的变化）
        timesUsual 平常的倍数
        noUsualChange 更早的变化太少或大多相同，无从得知平常的变化
        noRankedChanges 变化最大：没有可与以往相比的变化。
        unusual 异常
        usualRange 按此前 {2} 个周期，平常为 {0} 至 {1}
        # Attention
        needsAttention 需要关注
        nothingNeedsAttention 没有需要关注的事项：没有落后的目标、逾期的行动或已知的高风险 ARR。
        what 事项
        howMuch 数量
        detail 说明
        alsoOffTrack 同样落后：{0}
        overdue 逾期
        overdueActions 逾期行动
        actionInWords {0} — {1}，应于 {2} 完成
        atRisk 高风险
        dueSoon 即将到期
        customersCounted 客户数：{0}
        endsDetail 尚未续签：{0}；其中高风险客户：{1}
        lateSource {0}没有新数据：至期末的天数
        lateSeries {0}中类似 {1} 的文件没有新数据：至期末的天数
        lateDetail 自 {0} 起；由其得出的数值未知
        late 迟到：{0}
        noNewExport 没有新导出：{0}
        since {0}自 {1} 起
        seriesOf {0}（类似 {1}）
        allIn 已全部到齐
        rejectedRowsInWords 被拒的行：{0}
        moreWarnings 更多关于数据的警告
        seeFindings 见“数据”一节的发现
        rejectedRows 被拒的行
        unrecognisedFiles 未识别的文件
        # Tables that several sections have
        metricsByPeriod 各期指标
        measuresByPeriod 各期基础数据
        measure 度量
        withoutNote 自 {1} 起缺少{0}，只计入已有数据，因此其变化不称好转或变差：{2}
        maturingNote 仍在成熟中，因此不与更早的周期比较：{0}
        notBrokenDown 此处没有可按{0}细分的数据。
        breakdown 按
        byDimension {0}{1}，{2}
        total 合计
        noMember （无）
        otherMembers 其他（{0} 个）
        fromTo {0}，{1}至{2}
        notOnPaper 打印时省略：{0}
        whyNoRest 其余成员的中位数无法由各成员的中位数得出
        seriesInWords {0}：{3} 为 {1}，{4} 为 {2}。
        """
}
