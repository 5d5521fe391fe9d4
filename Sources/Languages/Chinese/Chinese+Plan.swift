extension Chinese {
    /// The plan, decisions, projections.
    static let plan = """
        [ActionPhrase]
        tasks 任务数
        done 已完成
        doneLate 其中延期完成
        inProgress 进行中
        notStarted 未开始
        blocked 受阻
        overdue 已逾期
        dueSoon 14 天内到期
        progress 进度
        stateDone 已完成
        stateDoneLate 延期完成
        stateInProgress 进行中
        stateNotStarted 未开始
        stateBlocked 受阻
        stateDropped 已取消
        stateOpen 未完成
        actionsTitle 逾期、受阻或没有截止日期的任务
        noneOverdue 没有逾期或受阻的任务，且都有截止日期。
        dueSoonTitle 未来两周到期（至{0}）
        overdueTitle 谁的逾期最多
        longest 逾期天数
        longestTask 逾期最久的任务
        timeline 任务日历（按部门）
        timelineOfSome 任务日历（按部门）：距今最近的 {0} 项
        timelineInWords 条形自每项任务的开始日期至截止日期；竖线为{0}。
        groupInWords {0}：{1} 项任务，{2} 项逾期，{3} 项完成。
        sheet 任务
        sheetTitle 截至{0}的全部任务
        doneOn 完成日期
        written 所填状态
        id 编号

        [GoalPhrase]
        gap 与目标差距
        weeksLeft 剩余周数
        perWeek 剩余每周所需
        over 目标期间已结束
        reached 目标已达成
        limitPassed 已超过上限
        atMost 每周不超过此数即可不超上限
        noWeekly 比率或平均值没有每周数额
        title 目标分解：年、季、月
        until 截止日期
        parts 分解合计
        difference 分解减目标
        addsUp 一致
        apart 不一致
        someKnown {1} 个{2}中有 {0} 个
        soFar 目前
        apartMessage 目标分解不一致：{0}。
        quarters 季度
        months 月份
        lastOf {0} {1}：目标 {2}，最后一个{3}为 {4}
        sumOf {0} {1}：目标 {2}，各{3}合计 {4}

        [InitiativePhrase]
        overview 上市举措：需要什么、准备得如何、何时回本
        needs 所需力度
        stage 阶段
        materials 就绪物料
        breakEven 盈亏平衡
        valueMap 价值地图
        stands 状况
        of {0}/{1}
        strategy 完整上市战略
        adjustment 局部调整
        tactical 战术执行
        unknown 尚未评估
        strategyAsksMore 需要完整战略，规划不足
        atRisk 上市有风险
        launchedUnready 已上市，物料就绪 {0}/5
        short 计划时长不足
        open {0} 个问题未答
        notInSight 看不到盈亏平衡
        noSpendYet 尚无支出
        calm 无预警
        reached {0}已达到
        projected 预计{0}
        never 尚不可见
        noSpend 无支出
        withheld 不予披露
        needsTitle 六问判断各举措需要的力度
        yes 是
        no 否
        unsaid 未填
        verdict 结论
        newCustomers 新客户群体
        newValue 价值主张重新定义
        newChannel 新渠道或销售模式
        newPricing 新定价或商业模式
        competitiveShift 竞争格局重大变化
        highCostOfFailure 失败代价高
        courseTitle 计划时长、阶段何时结束、以何评判
        planned 计划月数
        usual 通常
        months {0}–{1}
        remark 说明
        shorter 短于通常时长
        longer 长于通常时长
        endsWith 阶段结束的标志
        judgedBy 评判指标
        explore 有证据表明客户需要
        validate 有标杆客户
        scale 达到规模化目标
        acquire 新增 ARR、线索、线索到赢单、CAC、盈亏平衡
        retain 净留存与毛留存、流失、续约率、NPS
        statementTitle 价值陈述与四个问题
        statement 价值陈述
        whole 对于{0}来说，他们需要{1}，我们的{2}能够提供{3}，帮助{4}。
        missingParts 缺少：{0}。
        partWho 目标客户
        partNeed 需求
        partWhat 提供什么
        partBenefit 收益
        partHow 如何做
        partWhyNow 为何现在
        mapTitle 价值地图：客户的任务、痛点与收益，以及由什么满足
        kind 类别
        item 内容
        answeredBy 由什么满足
        evidence 依据
        job 任务
        pain 痛点
        gain 收益
        unansweredItem 尚未满足
        noEvidence 没有依据
        moneyTitle 举措的投入与客户，对照公司整体
        spend 支出
        grossProfit 毛利
        customers 客户数
        leads 线索数
        leadToWon 线索到赢单
        nps NPS
        company 公司整体
        moneyNote 支出与毛利自首笔支出之日起累计。ARR 与客户数截至{0}；线索与 NPS 为此前 12 个月，线索只计写明该举措客户的部分。
        chartTitle {0}：累计支出与累计毛利
        spendSeries 支出
        profitSeries 毛利
        spendAhead 支出（按目前速度）
        profitAhead 毛利（按目前速度）
        curveInWords 自{3}起，截至{0}支出 {1}，毛利 {2}。
        noARR 没有 ARR 数据
        noCustomersOfLeads 线索未写明客户
        noLeads 没有线索写明该举措的客户
        onlyWon 这些线索赢单后才写明客户
        noAnswers 过去 12 个月没有回答
        answers {0} 份回答
        reachedTitle {0}：毛利于{1}收回支出
        projectedTitle {0}：按目前速度，毛利将于{1}收回支出
        neverTitle {0}：按目前速度，毛利无法收回支出
        moreCharts 另有 {0} 个未绘制。
        launches 四周内上市但尚未就绪
        launchDetail {0}（{1}）：{2}

        [DecisionPhrase]
        heading 待决策事项
        nothingToDecide 数据没有提出需要决策的问题：没有进行中的举措，也没有落后或异常之处。
        howToRead 由数据按规则列出。先列支持的理由，再列反对的理由；结论由您决定。
        speaksFor ▲ 支持：{0}
        speaksAgainst ▼ 反对：{0}
        goOnWith {0}：照旧继续、调整，还是停止？
        brokeEven 已于 {0} 收支平衡；迄今投入 {1}，毛利 {2}
        willBreakEven 按最近 91 天的速度将于 {0} 收支平衡；迄今投入 {1}，毛利 {2}
        breaksEvenInTime 将于 {0} 收支平衡，早于计划结束日 {3}；迄今投入 {1}，毛利 {2}
        breaksEvenTooLate 要到 {0} 才收支平衡，晚于计划结束日 {3}；迄今投入 {1}，毛利 {2}
        noBreakEven 按最近 91 天的速度看不到收支平衡；迄今投入 {0}，毛利 {1}
        allAnswered 客户的 {1} 项任务、痛点与收益均有应对
        someAnswered 客户的 {1} 项任务、痛点与收益中仅 {0} 项有应对
        openQuestions 四个问题中有 {0} 个没有答案
        tooShort 计划 {0} 个月，通常需要 {1} 至 {2} 个月
        launchNotReady 将于 {0} 上市，{2} 项资料中 {1} 项就绪
        launchedUnready 已于 {0} 上市，{2} 项资料中仅 {1} 项就绪
        tasksOverdue {1} 项任务中 {0} 项逾期
        tasksInTime {1} 项任务中 {0} 项已完成，无逾期
        keepGoal 是否维持 {1} 的{0}目标？
        behindDue 迄今 {0}，按进度应为 {1}，期末目标 {2}
        atPace 按目前速度期末为 {0}，目标 {1}
        raisePrices 能否提价？
        nowAndThen {0} {1}，一年前 {2}
        goOnSelling {0} {1}：是否照旧？
        thereAndOverall {0} {1}，整体 {2}

        [WhatIfPhrase]
        title 假设分析
        use 黄底蓝字为可改的输入：改动后，由其构成的各行随之变化。初始值为截至 {1} 的 {0} 个月的实际。
        rates 各步转化率按期内口径：这些月份到达该阶段的数量除以到达前一阶段的数量（不论何时创建），因此连乘即为赢单数。ARR 的各项比率以这些月份开始时的 ARR 为分母，并用于今天的 ARR。
        leadsOnly {0} 之前的步骤在这些月份的数据不全，因此从该步开始。
        name 驱动因素
        now 近 {0} 个月
        whatIf 假设
        difference 差异
        how 算法
        arrAhead {0} 个月后的 ARR
        arrNow 今天的 ARR
        netNew 净新增 ARR
        arrNew 新客户 ARR
        customersNew 新客户数
        perCustomer 每个新客户的 ARR
        perWin 每个赢单的新客户数
        stepsTo {0} → {1}
        reactivation 重新激活的 ARR
        expansion 扩容
        contraction 缩减
        churn 流失
        rateOfARR {0}占 ARR 的比例
        product 其下各行之积
        sum 其下各行之和
        timesARR 其比例 × 今天的 ARR

        [OutlookPhrase]
        title 照此发展
        period 期间
        projected 预测
        low 80%：自
        high 至
        target 目标
        stockSentence 按目前的趋势，{0}在 {1} 末为 {2}（80% 区间：{3}至 {4}）
        flowSentence 按目前的趋势，{1} 的{0}为 {2}（80% 区间：{3}至 {4}）
        withTarget {0}；目标为 {1}。
        method 对每个指标自身的历史取阻尼趋势（有三个完整季节周期且有助于预测时，计入季节性）；只在它对历史的预测好于“保持不变”时列出。在历史上作同样的预测，五次有四次落在区间之内。
        short 完整期间不足 {0} 个，不作预测：{1}。
        shortAlone 完整期间不足 {0} 个，不作预测。
        naive “保持不变”的预测同样好，不作预测：{0}。
        overtaken {0}，{1}为 {2}；而按截至 {3} 的趋势，{4} 末应为 {5} 至 {6}（80% 区间）。
        contracted {0} 末的已签约 ARR：{1}。只计目前已签的条款，包括尚未开始的，并按已知的结束日；不含新签与续约。
        rests 依据 {0} 个完整期间（{1} 至 {2}）的阻尼趋势。
        seasonal 季节周期为 {0} 个期间。
        plain 不计季节性：不足三个季节周期，或无助于预测。
        nearer 在这段历史上，其偏差为“保持不变”的 {0}%。
        nearerThanSeason 其偏差为“与上一季节周期同值”的 {0}%。
        noNearer 不作预测：在 {0} 至 {1} 的历史上，“保持不变”（或在有三个季节周期时“与上一季节周期同值”）同样准确。
        shortOwn 不作预测：需要 {0} 个完整期间，目前有 {1} 个。
        noPace 不作预测：比率或均值既不按天累加，也不是期末存量，没有进度可言。
        maturing 不作预测：该值在期末之后仍会增长。
        undefined 不作预测：{0} 的数值未定义。
        late 不作预测：{0} 的文件自 {1} 起迟到。
        """
}
