extension Chinese {
    /// What changed and why, the brief, lists of customers.
    static let changes = """
        [BriefPhrase]
        subject {0}，{1}：{2}
        headline {0}为 {1}，{2}
        noTargets 没有可评判的目标
        offTrackCount {1|唯一的目标落后|{1} 项目标中 {0} 项落后}
        noneOffTrack 没有目标落后，{1} 项中 {0} 项需关注
        allOnTrack {0} 项目标全部达标
        onPlan 是否符合计划？
        onPlanNo 否：{1} 项可评判的目标中 {0} 项落后
        onPlanNoneOfOne 否：唯一可评判的目标落后
        onPlanNoAndWatch 否：{1} 项可评判的目标中 {0} 项落后，{2} 项需关注
        onPlanWatch 接近：没有目标落后，{1} 项中 {0} 项需关注
        onPlanYes 是：{0} 项可评判的目标全部达标
        onPlanUnknown 没有可评判的目标
        metricAndOwner 指标、目标期间、负责人
        soFarAndDue 目前、应达
        moreTargets 全部目标：{0} 项达标，{1} 项需关注，{2} 项落后，{3} 项无状态。
        changed 什么变化最大，为什么？
        changedAnswer {0}：从 {1} 到 {2}
        changedNothing 没有可与以往相比的变化
        nowAndBefore 本期、上期
        act 谁需要行动？
        actAnswer {0} 人：{1} 项目标落后，{2} 项行动逾期
        actTargets {0} 人：{1} 项目标落后
        actTasks {0} 人：{1} 项行动逾期
        actNobody 无人：没有目标落后，没有行动逾期
        ofDue {0}：达到应达的 {1}
        underDue {0}：{1}，至今应达 {2}
        overLimit {0}：{1}，至今上限为 {2}
        moreOffTrack 另有 {0} 项落后
        overdueTasks {0} 项逾期：{1}
        morePeople 另有 {0} 人，见报告。
        dataIn 数据是否齐全？
        dataYes 是，已全部到齐
        dataYesOfThese 是，现有数据源均已到齐
        peopleMore 另有 {0} 人
        dataGaps 有缺口：{0}
        upTo 至 {0}
        rejectedMoneyNote 未计入：{0}
        grewBut {0}增长 {1}，但{2}
        grewAnd {0}增长 {1}；{2}
        fellBut {0}下降 {1}，但{2}
        fellAnd {0}下降 {1}，且{2}
        fellBeside {0}下降 {1}；{2}
        flatAnd {0}几乎不变（{1}）；{2}
        onPlanNamed {0}符合计划
        onPlanBut {0}符合计划，但 {2} 项目标中 {1} 项落后
        behindPlan {0}落后于计划
        namesAnd {0}、{1}
        shareOfDue 否：{0}完成应达值的 {1}
        sharesOfDue 否：{0}完成应达值的 {1}，{2}完成 {3}
        amountOfDue 否：{0}为 {1}，至今应达 {2}
        amountsOfDue 否：{0}为 {1}（应达 {2}），{3}为 {4}（应达 {5}）
        whole 完整报告见所附工作簿。

        [HeadlinePhrase]
        noneOff 没有指标落后
        off 落后：{0}
        offAndMore 落后：{0}，另有 {1} 项
        moved 赢得 {0}，失去 {1}：ARR 从 {2} 变为 {3}
        movedAlike 赢得 {0}，失去 {1}：ARR 仍为 {2}
        acquired 新客户 {0} 家，每家成本 {1}
        spent 获客支出 {0}
        converted 新增线索 {0} 条，赢单 {1} 条
        scored NPS 为 {0}；95% 区间为 {1} 至 {2}
        active {0} 的客户活跃；{1} 的 ARR 有风险
        targetsOff {1} 项目标中 {0} 项落后
        targetsAndActions {0}，{1} 项行动逾期
        actionsOverdue {0} 项行动逾期
        allDataIn 数据已全部到齐

        [ExplanationPhrase]
        title 较{0}的变化及原因
        titleAlone 变化及原因
        sectionTitle 较{0}变化的原因
        none 变化及原因：样本不足，或无法与以往的变化相比。
        rose {0}上升 {1}，至 {2}
        fell {0}下降 {1}，至 {2}
        roseFrom {0}由 {1} 升至 {2}
        fellFrom {0}由 {1} 降至 {2}
        roseOnYear 较一年前，{0}上升 {1}，至 {2}
        fellOnYear 较一年前，{0}下降 {1}，至 {2}
        roseFromOnYear 较一年前，{0}由 {1} 升至 {2}
        fellFromOnYear 较一年前，{0}由 {1} 降至 {2}
        times {0}，为平常变化的 {1} 倍
        manyTimes {0}，为平常变化的 100 倍以上
        parts {0}：{1}。
        alone 仅{0}一家 {1}
        by 按{0}，{1}
        separator ；
        effect {0}（{1}）
        member {0} {1}
        rate {0}由 {1} 变为 {2}
        noDivisor {0}有{1} {2} 而无{3}
        noDivisorBefore {0}此前有{1} {2} 而无{3}
        share {0}占{1}的比重由 {2} 变为 {3}
        moreOf {0}增加 {1}
        lessOf {0}减少 {1}
        mostly 其中主要是{0}
        median 中位数不作分解
        root 平方根不作分解
        formula 该公式不作分解
        undivided 不作分解：{0}无法按{1}划分
        spendAndCustomers {0}支出{1}，带来客户{2}
        more 多 {0}
        less 少 {0}
        moreCustomers 多 {0}
        fewerCustomers 少 {0}
        sameCustomers 数量不变

        [MixPhrase]
        title 各月经常性收入（当月平均 ARR ÷ 12）与一次性收入（{0}）
        month 月份
        recurring 经常性收入
        oneOff 一次性收入
        total 合计
        share 经常性收入占比
        crossing 自 {0} 起，经常性收入超过一次性收入（{1} 对 {2}）。
        alwaysMore 所列各月经常性收入均高于一次性收入。
        notYet 尚无完整月份的经常性收入高于一次性收入。
        dip 两者合计由 {1} 的 {0} 降至 {3} 的 {2}
        noDip 所列完整月份中两者合计没有下降。
        recovered ，于 {0} 恢复。
        notRecovered ，尚未恢复。
        headsTitle 各月人效（按月末全职等效人数）
        teamsTitle 各团队各月人均 ARR
        arr ARR
        heads 全职等效人数
        arrPerHead 人均 ARR
        newARR 新客户 ARR
        newARRPerHead 人均新客户 ARR
        team 团队
        noHeads 截至 {0} 的 92 天内没有人数数据

        [CustomerPhrase]
        detractorsTitle 贬损者（按 ARR），取截至 {1} 的 {0} 天内最近一次回答
        detractorsNote 最近一次回答不高于 6 分的客户共 {0} 家，ARR 合计 {1}，占全部的 {2}。
        noDetractors 截至 {1} 的 {0} 天内，没有客户的最近一次回答不高于 6 分。
        known 数据中的原因
        scored {1} 评 {0} 分
        fromTo {0} → {1}
        coverageTitle 商机能否覆盖本季度目标？
        coverageNote 预期 = 未关闭商机 × 赢单率（× 平均单价），后两者取截至 {0} 的十二个月。全部未关闭商机都计入，不论何时关闭；客户的流失与缩减不计入。
        toGo 尚差
        reached 已完成
        open 未关闭商机
        winRate 赢单率（12 个月）
        averageDeal 平均单价（12 个月）
        expected 预期
        coverage 覆盖率
        isReached 目标已达成
        noRate 十二个月的赢单与输单数据不全

        [HandOverPhrase]
        waitingTitle 部门之间有什么在等待（{0}）：既未赢单也未输单，自到达最远阶段起
        between 交接双方
        waits 等待事项
        waiting 等待数
        upTo 不超过 {0} 天
        fromTo {0} 至 {1} 天
        over 超过 {0} 天
        recentMedian {0} 天以内的中位天数
        longest 最长天数
        notYet {0}，尚未到{1}
        withoutARR 已赢单，客户尚无 ARR
        someWithoutCustomer {0} 个赢单未注明客户，无法得知是否在等待。
        message {0}：有 {1} 个等待不超过 {2} 天（{3}），中位 {4} 天。
        older 另有 {0} 个更早的一直未关闭。
        nothingWaits 部门之间没有等待事项。
        lead 线索
        mql MQL
        sql SQL
        opportunity 商机
        won 赢单
        ofLeads 线索
        ofMQLs MQL
        ofSQLs SQL
        ofOpportunities 商机
        marketing 市场
        sales 销售
        marketingToSales 市场 → 销售
        salesToSuccess 销售 → 客户成功
        answersTitle 谁在 {2} 分钟内响应：截至 {1} 的 {0} 天内的线索，以及既未赢单也未输单的全部未响应线索
        recent 线索
        answered 已响应
        inTime 及时
        inTimeShare 及时率
        waitingForAnswer 未响应
        noOwners 没有文件注明线索负责人，因此不按负责人列出响应情况。
        noAnswers 没有文件注明线索的响应时间。
        noneNamed （无负责人）
        others 其他（{0}）
        qualityTitle 各渠道线索的去向：截至 {0} 的十二个月内创建的线索
        leads 线索
        reached 到达{0}
        toStage 线索 → {0}
        """
}
