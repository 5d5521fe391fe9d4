extension Chinese {
    /// What metrics, measures, settings and sources are called and mean.
    static let names = """
        [FormulaPhrase]
        elapsed 本期已过比例
        only “{1}”为“{2}”的{0}
        call {0}({1})
        comma ，
        smallest 最小值
        largest 最大值
        root 平方根
        size 绝对值
        nearest 四舍五入
        above 向上取整
        below 向下取整
        days {0} 天
        months {0} 个月
        lastMonth 近 1 个月的{0}
        lastDay 近 1 天的{0}
        last 近 {1}的{0}
        goesOn {0}
        periodBefore 上一期的{0}
        monthBefore 1 个月前的{0}
        dayBefore 1 天前的{0}
        before {1}前的{0}
        yearBefore 去年同期的{0}

        [CataloguePhrase]
        redefined 由本公司重新定义。
        own 由本公司定义。
        figure 本公司自有的数据。
        figureFlow 本公司自有的数据：当期合计。
        figureStock 本公司自有的数据：期末最近一次的值。
        lead 线索
        opportunity 商机
        won 赢单
        stageRate {0} → {1}转化率
        stageRateMeaning 当期新建的线索中，到达“{0}”阶段的线索里进一步到达“{1}”阶段的比例。
        stageRateSource 本流程自定义的漏斗阶段，与标准阶段一样按同批线索计算。
        stageReached 到达“{0}”的线索数
        stageReachedMeaning 当期到达“{0}”阶段的线索数，不论何时创建。
        stageCohort 同批线索中到达“{0}”的数量
        stageCohortMeaning 当期新建的线索中，截至目前已到达“{0}”或其后阶段的数量。

        [sources]
        actions 行动
        control_totals 控制总数
        customers 客户
        fx_rates 汇率
        figures 自有数据
        headcount 人数
        initiatives 举措
        lead_events 线索事件
        leads 线索
        notes 备注
        one_off_revenue 一次性收入
        opportunities 商机
        arr_snapshots ARR 快照
        spend 获客支出
        subscriptions 订阅合同
        nps NPS 问卷
        targets 目标
        usage 产品使用
        value_map 价值地图

        [measures]
        arr_opening.name 期初 ARR
        arr_opening.description 当期开始前一天日终的 ARR。
        arr_closing.name 期末 ARR
        arr_closing.description 当期最后一天日终的 ARR。
        arr_new.name 新客户 ARR
        arr_new.description 此前从未有过 ARR 的客户带来的 ARR。
        arr_expansion.name 增购 ARR
        arr_expansion.description 已有客户 ARR 的增加额。
        arr_contraction.name 减购 ARR
        arr_contraction.description 仍是客户者 ARR 的减少额。
        arr_churn.name 流失 ARR
        arr_churn.description ARR 降为零的客户所失去的 ARR。
        arr_reactivation.name 回流 ARR
        arr_reactivation.description 曾经流失又回来的客户带来的 ARR。
        customers_opening.name 期初客户数
        customers_opening.description 当期开始前一天日终有 ARR 的客户数。
        customers_closing.name 期末客户数
        customers_closing.description 当期最后一天日终有 ARR 的客户数。
        customers_new.name 新客户数
        customers_new.description 首次有 ARR 的客户数。
        customers_reactivated.name 回流客户数
        customers_reactivated.description 曾经流失的客户重新有 ARR 的次数。
        customers_churned.name 流失客户数
        customers_churned.description 客户 ARR 降为零的次数。
        nrr_base.name 一年前的客户在一年前的 ARR
        nrr_base.description 期末前十二个月时有 ARR 的客户在当时的 ARR。
        nrr_retained.name 一年前的客户如今的 ARR
        nrr_retained.description 期末前十二个月时有 ARR 的客户在期末的 ARR，含增购。
        grr_retained.name 一年前的客户如今的 ARR（不含增购）
        grr_retained.description 同“一年前的客户如今的 ARR”，但每个客户最多按其当时的 ARR 计。
        customers_year_ago.name 一年前的客户数
        customers_year_ago.description 期末前十二个月时有 ARR 的客户数。
        customers_kept.name 一年前的客户中仍是客户的数量
        customers_kept.description 期末前十二个月时有 ARR 的客户中，期末仍有 ARR 的客户数。
        renewals_due.name 到期续约笔数
        renewals_due.description 当期合同到期的笔数（同一客户同一天算一笔）。
        renewals_won.name 成功续约笔数
        renewals_won.description 到期续约中至少部分续约的笔数。
        arr_due.name 到期 ARR
        arr_due.description 当期到期合同的 ARR。
        arr_renewed.name 已续约 ARR
        arr_renewed.description 到期 ARR 中已续约的部分。
        spend.name 获客支出
        spend.description 获取客户的全部支出。
        spend_marketing.name 市场支出
        spend_marketing.description 类别为“市场”的支出。
        spend_sales.name 销售支出
        spend_sales.description 类别为“销售”的支出。
        nps_responses.name 问卷回答数
        nps_responses.description 当期收到的有评分的回答数。
        nps_promoters.name 推荐者数
        nps_promoters.description 评分为 9 或 10 的回答数。
        nps_passives.name 被动者数
        nps_passives.description 评分为 7 或 8 的回答数。
        nps_detractors.name 贬损者数
        nps_detractors.description 评分为 0 至 6 的回答数。
        nps_invited.name 问卷邀请数
        nps_invited.description 当期发出的问卷邀请数。
        nps_answered.name 已回答的邀请数
        nps_answered.description 当期发出的邀请中截至目前已回答的数量。
        leads.name 线索数
        leads.description 当期新建的线索数。
        mqls.name MQL 数
        mqls.description 当期成为市场认可线索（MQL）的数量，不论何时创建。
        sqls.name SQL 数
        sqls.description 当期成为销售认可线索（SQL）的数量，不论何时创建。
        opportunities.name 新商机数
        opportunities.description 当期转为商机的线索数，不论何时创建。
        won.name 赢单数
        won.description 当期赢单的线索数，不论何时创建。
        lost.name 输单数
        lost.description 当期输单的线索数，不论何时创建。
        cohort_leads.name 同批线索数
        cohort_leads.description 当期新建的线索数。
        cohort_mqls.name 同批线索中到达 MQL 的数量
        cohort_mqls.description 当期新建的线索中，截至目前已成为 MQL 或到达其后阶段的数量。
        cohort_sqls.name 同批线索中到达 SQL 的数量
        cohort_sqls.description 当期新建的线索中，截至目前已成为 SQL 或到达其后阶段的数量。
        cohort_opportunities.name 同批线索中到达商机的数量
        cohort_opportunities.description 当期新建的线索中，截至目前已转为商机或到达其后阶段的数量。
        cohort_won.name 同批线索中赢单的数量
        cohort_won.description 当期新建的线索中，截至目前已赢单的数量。
        open_opportunities.name 在跟商机数
        open_opportunities.description 期末既未赢单也未输单的商机数。
        won_amount.name 赢单金额
        won_amount.description 当期赢单线索的金额合计。
        won_with_amount.name 有金额的赢单数
        won_with_amount.description 当期赢单的线索中有金额的数量。
        cycle_days.name 从线索到赢单天数的中位数
        cycle_days.description 当期赢单的线索从创建到赢单的整天数的中位数。
        response_minutes.name 首次响应分钟数的中位数
        response_minutes.description 当期新建的线索从创建到首次响应的分钟数的中位数。
        leads_answered.name 已响应线索数
        leads_answered.description 当期新建的线索中截至目前已响应的数量。
        leads_answered_in_time.name 及时响应线索数
        leads_answered_in_time.description 当期新建的线索中在目标时间内得到响应的数量。
        customers_active.name 活跃客户数
        customers_active.description 期末有 ARR 且截至期末 28 天内有活跃用户的客户数。
        users_active.name 活跃用户数
        users_active.description 各客户当期最近一天（有席位记录者）的活跃用户数合计。
        seats.name 席位数
        seats.description 各客户当期最近一天（有席位记录者）的席位数合计。
        fte.name 全职等效人数
        fte.description 各团队截至期末最近一次的人数合计，不采用超过 92 天的记录。
        health_points.name 健康度加权分
        health_points.description 各已评分客户的健康度 × ARR 之和。
        arr_scored.name 已评分客户的 ARR
        arr_scored.description 有健康度评分的客户的 ARR。
        arr_at_risk.name 高风险 ARR
        arr_at_risk.description 健康度处于“高风险”档的客户的 ARR。
        arr_watch.name 需关注 ARR
        arr_watch.description 健康度处于“需关注”档的客户的 ARR。
        arr_healthy.name 健康 ARR
        arr_healthy.description 健康度处于“健康”档的客户的 ARR。

        [settings]
        gross_margin.name 毛利率
        churn_grace_days.name 流失宽限天数
        renewal_grace_days.name 续约宽限天数
        response_sla_minutes.name 目标响应分钟数
        """
}
