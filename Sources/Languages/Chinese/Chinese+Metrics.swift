extension Chinese {
    /// What the metrics of the catalogue are called and mean.
    static let metrics = """
        [metrics]
        arr.name 年度经常性收入（ARR）
        arr.description 期末有效合同折算成一年的经常性收入。
        arr.source 订阅制企业通行口径。本报告的选择：合同自开始日起计入，至结束日前一天为止，与开票无关。
        net_new_arr.name 净新增 ARR
        net_new_arr.description 当期 ARR 的净增加额，即赢得的减去失去的。
        net_new_arr.source 通行口径。恒等于期末 ARR 减期初 ARR。
        arr_growth_yoy.name ARR 同比增长率
        arr_growth_yoy.description 期末 ARR 与十二个月前相比的增长率。
        arr_growth_yoy.source 通行口径。争议：按 ARR 还是按已确认收入，按一年还是由单月折算成年。本报告的选择：有效合同的 ARR，与十二个月前同日相比。
        customers.name 客户数
        customers.description 期末 ARR 大于 0 的客户数。
        customers.source 通行口径。争议：一个客户是账户还是集团，免费使用者是否计入。本报告的选择：ARR 大于 0 的 customer_id。
        arpa.name 客均 ARR
        arpa.description 期末平均每个客户的 ARR。
        arpa.source 通行口径（ARPA，每客户平均收入），此处按年而非按月计。
        nrr.name 净收入留存率（NRR）
        nrr.description 一年前的客户如今的 ARR（含增购）占其一年前 ARR 的比例。
        nrr.source 通行口径，按客户、以十二个月计。争议：回流客户如何计。本报告的选择：一年前的客户流失后又回来的，按其如今的 ARR 计入；一年前没有 ARR 的客户不计入。可选：用 config 中的 churn_grace_days 把短暂中断视为连续。
        grr.name 总收入留存率（GRR）
        grr.description 一年前的客户如今的 ARR（不含增购）占其一年前 ARR 的比例。
        grr.source 通行口径，按客户、以十二个月计。本报告的选择：每个客户最多按其一年前的 ARR 计入。
        logo_retention.name 客户留存率
        logo_retention.description 一年前的客户中如今仍是客户的比例。
        logo_retention.source 通行口径（Logo Retention）。争议：按一年计还是由月流失率折算；流失后回流的客户如何计。本报告的选择：以十二个月计，期末又在的视为留存。可选：用 config 中的 churn_grace_days 把短暂中断视为连续。
        logo_churn_rate.name 客户流失率
        logo_churn_rate.description 当期流失的客户数占期初客户数的比例。
        logo_churn_rate.source 通行口径。本报告的选择：为当期流失率，不折算成年率。
        revenue_churn_rate.name 收入流失率
        revenue_churn_rate.description 当期因客户流失和减购而失去的 ARR 占期初 ARR 的比例。
        revenue_churn_rate.source 通行口径（总收入流失率）。本报告的选择：减购计入，不用增购抵减。
        quick_ratio.name SaaS 速动比率
        quick_ratio.description 当期每失去一单位 ARR，赢得多少单位 ARR。
        quick_ratio.source Mamoon Hamid 提出的 SaaS 速动比率，一般以 4 为佳。本报告的选择：回流计为赢得。
        renewal_rate.name 续约率（按金额）
        renewal_rate.description 当期到期的 ARR 中已续约的比例。
        renewal_rate.source 通行口径。本报告的选择：续约金额以到期金额为限；新合同可在到期前 30 天内或到期后的宽限期内开始。可选：config 中的 renewal_grace_days。
        renewal_rate_logos.name 续约率（按笔数）
        renewal_rate_logos.description 当期到期的续约中，至少部分续约成功的比例。
        renewal_rate_logos.source 通行口径。本报告的选择：同一客户同日到期的合同算作一笔续约。可选：config 中的 renewal_grace_days。
        cac.name 获客成本（CAC）
        cac.description 当期获客支出除以当期新客户数。
        cac.source David Skok《SaaS Metrics 2.0》。争议：支出与成交之间的时滞，以及哪些成本计入。本报告的选择：不设时滞，计入全部支出，只计全新客户。可选：改用公式 prior(spend) / customers_new，或 (spend_marketing + spend_sales) / customers_new。
        cac_trailing.name 近 3 个月获客成本
        cac_trailing.description 近三个月获客支出除以同期新客户数，可平滑单周波动。
        cac_trailing.source 同获客成本；三个月的窗口基本涵盖了支出与成交之间的时滞。
        cac_payback_months.name 获客成本回收期
        cac_payback_months.description 当期新增 ARR 的毛利收回当期获客支出所需的月数。
        cac_payback_months.source David Skok《SaaS Metrics 2.0》。争议：按收入还是按毛利。本报告的选择：按毛利，取 config 中的 gross_margin；未设置时按收入。
        ltv.name 客户生命周期价值（LTV）
        ltv.description 按目前的留存率，一个平均客户在流失前预计带来的毛利。
        ltv.source David Skok《SaaS Metrics 2.0》。争议：用客户流失率还是收入流失率。本报告的选择：年度客户流失率，并乘以 config 中的 gross_margin；未设置时按收入。可选：改用公式 arpa * config.gross_margin / (1 - grr)。
        ltv_cac.name LTV 与 CAC 之比
        ltv_cac.description 客户生命周期价值与近十二个月获客成本之比。
        ltv_cac.source David Skok《SaaS Metrics 2.0》，一般以 3 为佳。本报告的选择：获客成本与留存率一样取十二个月。
        magic_number.name 魔法数字（Magic Number）
        magic_number.description 近三个月净新增 ARR 与此前三个月获客支出之比。
        magic_number.source Scale Venture Partners（Lars Leckie，2008）。本报告的选择：以净新增 ARR 代替季度收入增量的四倍；支出取上一季度，与原口径一致。
        sales_efficiency.name 销售效率
        sales_efficiency.description 当期每单位支出带来的新客户 ARR。
        sales_efficiency.source 通行口径。本报告的选择：只计新客户的 ARR，与支出同期。
        nps.name 净推荐值（NPS）
        nps.description 当期每一百份回答中，推荐者（9–10 分）比贬损者（0–6 分）多多少。
        nps.source Fred Reichheld，The One Number You Need to Grow，《哈佛商业评论》2003 年 12 月。本报告的选择：按回答日期计入。
        nps_margin.name 净推荐值的误差范围
        nps_margin.description 净推荐值 95% 置信区间宽度的一半。小于该值的变化可能只是偶然。
        nps_margin.source Brendan Rocks，Interval Estimation for the Net Promoter Score，The American Statistician 70（2016）。本报告的选择：调整的 Wald 区间（加入三份回答），置信水平 95%。
        nps_trailing.name 近 3 个月净推荐值
        nps_trailing.description 近三个月每一百份回答中推荐者减贬损者的数量，可减轻样本太小的影响。
        nps_trailing.source 同净推荐值。本报告的选择：由窗口内的全部回答直接计算，而非各期的平均。
        nps_response_rate.name 问卷回收率
        nps_response_rate.description 当期发出的问卷邀请中，截至目前已回答的比例。
        nps_response_rate.source 通行口径。本报告的选择：按邀请日期计。
        lead_to_mql.name 线索 → MQL 转化率
        lead_to_mql.description 当期新建的线索中，截至目前成为市场认可线索（MQL）的比例。
        lead_to_mql.source 通行口径。本报告的选择：按同批线索计算，分子分母为同一批线索；到达后一阶段即视为到达过前面各阶段。
        mql_to_sql.name MQL → SQL 转化率
        mql_to_sql.description 当期新建并成为 MQL 的线索中，截至目前成为销售认可线索（SQL）的比例。
        mql_to_sql.source 通行口径。本报告的选择：按同批线索计算，分子分母为同一批线索；到达后一阶段即视为到达过前面各阶段。
        sql_to_opportunity.name SQL → 商机转化率
        sql_to_opportunity.description 当期新建并成为 SQL 的线索中，截至目前转为商机的比例。
        sql_to_opportunity.source 通行口径。本报告的选择：按同批线索计算，分子分母为同一批线索；到达后一阶段即视为到达过前面各阶段。
        opportunity_to_won.name 商机 → 赢单转化率
        opportunity_to_won.description 当期新建并转为商机的线索中，截至目前已赢单的比例。
        opportunity_to_won.source 通行口径。本报告的选择：按同批线索计算，分子分母为同一批线索；到达后一阶段即视为到达过前面各阶段。
        lead_to_won.name 线索 → 赢单转化率
        lead_to_won.description 当期新建的线索中，截至目前已赢单的比例。
        lead_to_won.source 通行口径。本报告的选择：按同批线索计算，分子分母为同一批线索；到达后一阶段即视为到达过前面各阶段。
        win_rate.name 赢单率
        win_rate.description 当期有结果（赢单或输单）的线索中赢单的比例。
        win_rate.source 通行口径。本报告的选择：按结果日期、按数量而非金额计。
        average_deal.name 平均成交额
        average_deal.description 当期赢单且有金额的线索的平均金额。
        average_deal.source 通行口径。本报告的选择：没有金额的赢单不计入，而不是按 0 计。
        sales_cycle_days.name 销售周期
        sales_cycle_days.description 当期赢单的线索从创建到赢单所用天数的中位数。
        sales_cycle_days.source 通行口径。本报告的选择：取中位数，不受少数长周期交易影响；从线索创建而非转为商机时起算。
        pipeline_velocity.name 销售管道速度
        pipeline_velocity.description 按目前的赢单率、平均成交额和销售周期，在跟商机平均每天带来的金额。
        pipeline_velocity.source 通行的销售速度公式。争议：周期取平均数还是中位数，从何时起算。本报告的选择：期末在跟商机，当期赢单率与平均成交额，周期为自线索创建起的中位数。
        lead_response_minutes.name 线索首次响应时间
        lead_response_minutes.description 当期新建的线索从创建到首次响应所用分钟数的中位数。
        lead_response_minutes.source 通行口径。本报告的选择：对截至目前已响应的线索取中位数，不扣除非工作时间。
        lead_response_in_time.name 线索及时响应率
        lead_response_in_time.description 当期新建的线索中，在目标时间内得到响应的比例。
        lead_response_in_time.source 通行口径。本报告的选择：未响应的线索视为未及时响应。可选：config 中的 response_sla_minutes。
        active_rate.name 客户活跃率
        active_rate.description 截至期末 28 天内使用过产品的客户占全部客户的比例。
        active_rate.source 通行口径。本报告的选择：28 天，恰好包含四个周末。
        seat_utilisation.name 席位使用率
        seat_utilisation.description 活跃用户数占客户已购席位数的比例。
        seat_utilisation.source 通行口径。本报告的选择：取每个客户当期最近一天有席位数的记录。
        arr_per_fte.name 人均 ARR
        arr_per_fte.description 期末 ARR 除以全职等效人数。
        arr_per_fte.source 通行口径。争议：取期末人数还是全年平均，是否含外包人员。本报告的选择：截至期末最近一次的人数，以文件为准。
        health_score.name 客户健康度
        health_score.description 按 ARR 加权的客户健康度均值（0–100 分，综合产品使用、问卷评分和 ARR 走势）。
        health_score.source 本报告自定义。权重和分档可以配置；没有任何已知信息的客户不计入。
        arr_at_risk_share.name 高风险 ARR 占比
        arr_at_risk_share.description 健康度低于风险线的客户的 ARR 占全部已评分客户 ARR 的比例。
        arr_at_risk_share.source 本报告自定义，基于客户健康度。可选：调整分档界限。
        """
}
