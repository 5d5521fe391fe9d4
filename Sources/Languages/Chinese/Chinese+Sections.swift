extension Chinese {
    /// The sections of a report.
    static let sections = """
        [Phrase]
        # Recurring revenue
        bridgeMessage {0}新增 ARR {1}（新客户 {2}、回流 {3}、增购 {4}），失去 {5}（减购 {6}、流失 {7}）。
        bridgeTitle ARR 从期初到期末，{0}，{1}
        balance 期初与期末
        gained 增加
        lost 减少
        plus ＋ {0}
        minus － {0}
        movement 变动
        arr ARR
        movementsTitle 各期 ARR 变动，{0}
        movementsTable 各期 ARR 与客户数
        arrTitle 各期期末 ARR 与去年同期，{0}
        retentionTitle 十二个月留存率
        stillOpen 本期到期续约中，尚有 {1} 笔共 {0} 未有结果。
        cohortTitle 若干季度后的 ARR 留存比例，按客户首次产生 ARR 的季度
        cohort 首次 ARR 季度
        quartersLater +{0}
        cohortHint {0}：{2} 个客户中留存 {1} 个
        cohortEmpty 首季末已没有 ARR
        noCohorts 尚无带来新客户的完整季度。
        moreInCohorts 更早的 {0} 批客户见 cohorts.csv。
        moreQuarters 表中显示各批次的前 {0} 个季度；其后的季度见 cohorts.csv。
        moversTitle ARR 变动最大的客户，{0}
        customer 客户
        arrAtEnd 期末 ARR
        noMovements {0}没有客户的 ARR 发生变动。
        moreInMovements 另有 {0} 个发生变动的客户见 movements.csv。
        movementNew 新客户
        movementExpansion 增购
        movementContraction 减购
        movementChurn 流失
        movementReactivation 回流
        startsTitle 已签约尚未开始
        noStartsAhead {0} 之后没有已签约待开始的合同。
        endsTitle 未来 90 天内到期
        noEndsAhead {0} 之后 90 天内没有到期的合同。
        starts 开始
        ends 结束
        termARR 合同 ARR
        arrToday 当前 ARR
        signedNext 已签后续 ARR
        health 健康度
        healthUnknown 未知
        bandScore {0}（{1}）
        bandAtRisk 高风险
        bandWatch 需关注
        bandHealthy 健康
        healthUsage 席位使用率
        healthVoice 平均评分
        healthTrend 留存的 ARR
        noUse 最近 {0} 天内没有席位使用数据
        noVoice 最近 {0} 天内没有问卷答复
        noTrend {0} 天前没有 ARR
        healthWeight 客户健康度：{0}的权重
        healthBelow 客户健康度：低于此分数为{0}
        usageWindow 客户健康度：使用数据回看天数
        voiceWindow 客户健康度：问卷答复回看天数
        trendWindow 客户健康度：ARR 与多少天前相比
        # Acquisition
        spendUndefined 无法给出获客支出：{0}。
        spendMessage {0}获客支出为 {1}；无法给出单个客户的成本：{2}。
        cacMessage {0}支出 {1}，赢得新客户 {2} 个，平均每个 {3}。
        cacChanges 获客成本{0}。
        cacTitle 获客成本，{0}
        spendTitle 各类获客支出，{0}
        otherSpend 其他支出
        newCustomersTitle 新客户数
        paybackTitle 获客成本回收月数
        efficiencyTitle LTV 与 CAC 之比及魔法数字
        # Conversion
        leadsUndefined 无法给出线索数：{0}。
        leadsMessage {0}新增线索 {1} 条。
        winMessage 赢单 {0} 个，输单 {1} 个，赢单率 {2}。
        wonMessage 赢单 {0} 个。
        openMessage 期末在跟商机 {0} 个。
        funnelCohort {0} 新建线索的进展
        funnelInPeriod {0} 当期发生（不论线索何时创建）
        funnelTable 漏斗，{0}：同批与当期
        stage 阶段
        cohortShort 截至目前已到达
        inPeriodShort 当期
        cohortCount 当期新建线索中已到达
        stageRate 占上一阶段比例
        inPeriodCount 当期到达（不论何时创建）
        funnelNote 同批口径统计截至 {0} 已到达的阶段，仍会增长；当期口径不再变化。
        funnelNoteToDate 周期尚未结束，两者都统计到 {0}；同期群在周期结束后仍会增长。
        winRateTitle 赢单率与线索赢单转化率
        cycleTitle 从线索到赢单的天数（中位数）
        # Voice
        intervalMessage 95% 置信区间 {0} 至 {1}，基于 {2} 份回答
        noResponses {0}没有回答
        npsTitle 净推荐值及其 95% 置信区间
        intervalLow 下限
        intervalHigh 上限
        answersTitle 推荐者、被动者与贬损者
        noComments 没有贬损者留下意见。
        detractorsTitle 贬损者的最新意见
        day 日期
        score 评分
        comment 意见
        # Activity
        activeMessage 期末前 28 天内有 {0} 的客户处于活跃状态。
        riskMessage 高风险 ARR 为 {0}，占已评分 ARR 的 {1}。
        activityUndefined 无法给出客户活跃情况：{0}。
        activityTitle 客户活跃率与席位使用率
        healthTitle 按健康度划分的 ARR，{0}
        nobodyAtRisk 已知健康度的客户中没有高风险客户。
        atRiskTitle {0} 期末的高风险客户
        endsSoon 90 天内到期
        # Plan
        targetsTitle 目标（各按其自身周期至今）
        noTargetsNow 没有目标的周期包含 {0}。
        unknownTargets 指标或周期无法识别的目标：{0}
        whose 范围
        period 周期
        actualColumn 实际
        attainment 达成率
        dueNote 周期尚未结束时的“按进度应达”：累计类为目标乘以已过天数的比例；时点类为从期初数值到目标按天数走过的路程；比率与均值为目标本身。
        noRatio 对此目标计算比率没有意义，以差额的正负为准
        departmentsTitle 各部门行动
        department 部门
        noOpenActions 没有未完成的行动。
        task 任务
        due 到期日
        progress 进度
        initiative 举措
        scenario 情形
        goal 目的
        launch 上市
        readinessTitle 材料准备情况
        messagingDocument 信息文档
        marketingPack 市场资料包
        salesPack 销售资料包
        customerMaterials 客户材料
        advocateMaterials 推荐者材料
        readyCount 已就绪（共 5 项）
        ready 就绪
        draft 草稿
        missing 缺失
        termNewProduct 新产品
        termNewMarket 新市场
        termRepositioning 重新定位
        termBusinessModel 商业模式
        termCompetition 应对竞争
        termExplore 探索
        termValidate 验证
        termScale 规模化
        termAcquire 获客
        termRetain 留存
        # Data
        moneyNote 所有金额以 {0} 计，读取每行时换算并舍入一次；所用汇率及舍入合计见下方说明。
        sourcesTitle 数据源
        source 数据源
        files 文件数
        rowsRead 读取行数
        factsCount 计入
        replaced 被替换
        rejected 被拒
        excluded 排除
        newestEvent 最新事件
        rejectedMoney 被拒金额
        present 有
        absentWord 无
        noFiles 没有读取任何文件。
        filesTitle 文件
        file 文件
        fingerprint SHA-256 前段
        unrecognised 未识别
        restatedNote 自截至 {0} 的报告以来已重述：{2}的{1}由{3}变为{4}（{5}）。
        restatedMore 另有 {0} 个早期数值已重述，全部见“数据”部分。
        redefinedNote 自截至 {0} 的报告以来定义有变（并非业务变化）：{1}。见“数据”部分。
        asPublished 已发布值
        withTodaysFiles 重述值
        because 原因
        restatedTitle 已重述：自截至 {0} 的报告以来有变化的早期数值
        redefinedTitle 已重新定义：自截至 {0} 的报告以来定义有变的指标
        definedBefore 原定义
        definedNow 现定义
        valueBefore {0}（按原定义）
        valueNow {0}（现在）
        newFile {0}（{1} 行）
        retractedFile {0}，已撤回（{1} 行）
        goneFile {0}（已不在收件箱中）
        sameContent 与 {0} 内容相同，只读一次
        noRemarks 没有发现、假定或换算任何事项。
        remarksTitle 发现、假定、汇率与舍入
        warning 警告
        remark 说明
        place 位置
        howOften 次数
        toDo 处理办法
        code 代码
        # Dimensions
        dimensionSegment 客户细分
        dimensionRegion 地区
        dimensionChannel 渠道
        dimensionPlan 套餐
        dimensionIndustry 行业
        dimensionOwner 负责人
        # Definitions
        definitionsTitle 指标
        measuresTitle 度量
        optionsTitle 生效的选项
        option 选项
        id 标识
        meaning 含义
        inWords 文字公式
        formula 公式
        unit 单位
        better 方向
        options 生效的选项
        definitionSource 出处
        value 值
        statusRulesTitle 目标如何评判
        statusRule 状态
        statusRulesNote 无法计算、数据迟到或仍在成熟、样本少于 {0}、以及越低越好而不高于 0 的，没有状态；缺少迟到的同类文件的不算达标。应达值不高于 0 时按差额的正负评判。
        dueShare 目标 × 已过天数的比例
        dueWay 从期初数值到目标，按已过天数的比例
        dueWhole 任何时候均为整个目标
        ratioHigher 数值 ÷ 应达
        ratioLower 应达 ÷ 数值
        ruleByRatio {0}：不低于 {1} 达标，不低于 {2} 关注，否则落后
        ruleByPoints 应达不低于 {0} 时按差额：不低于 {1} 达标，不低于 {2} 关注，否则落后；低于此则按 {3}
        leastAttainment 最低达成率：{0}
        leastGap 百分比指标的最小差额：{0}
        pointsFrom 百分比指标按差额评判的起点（应达）
        fewCasesBelow 样本太少是指少于
        unitMoney 金额
        unitCount 数量
        unitPercent 百分比
        unitPoints 分
        unitRatio 比率
        unitMonths 月
        unitDays 天
        unitMinutes 分钟
        unitMoneyPerDay 金额／天
        betterHigher 越高越好
        betterLower 越低越好
        betterNeither 无所谓高低
        """
}
