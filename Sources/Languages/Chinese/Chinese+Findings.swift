extension Chinese {
    /// What findings say, by their codes; what to do about it below `.hint`.
    static let findings = """
        [DealsWord]
        byLead " 笔按线索编号"
        byDeal " 笔按商机编号"
        byCustomer " 笔按客户"
        byCompany " 笔按公司名称"
        byDomain " 笔按邮箱域名"
        alone " 笔没有对应的线索，单独计入"
        unknownLeads " 笔所写的线索不在任何文件中"
        open （
        close ）
        comma ，
        semicolon ；

        [findings]
        empty-file 文件是空的，没有任何数据行
        empty-file.hint 请重新导出，或把它移出收件文件夹
        unreadable 文件无法读取（{what}）
        unreadable.hint {todo}
        not-found 文件已不在原处（{what}）
        not-found.hint {todo}
        not-a-file 这不是普通文件（{what}）
        not-a-file.hint {todo}
        still-written 文件名表明它仍在写入，留待下次运行
        still-written.hint 无需处理；如果一直如此，请移走或改名
        link-outside 链接指向收件文件夹之外的 {what}，没有读取
        link-outside.hint 请把文件本身复制到收件文件夹
        not-moved 文件已读取，但没能移走，仍留在收件文件夹（{what}）
        not-moved.hint {todo}
        removed-file 上次报告之后文件已被移走，但其中 {rows} 行仍然计入
        removed-file.hint 如果已有别的文件取代它，请撤回：`gtm inputs forget {sha}`
        shared-folder 该文件夹中已有另一个同名管道的报告：{company} 的 {period}（{grain}）
        shared-folder.hint 请为每个管道另取名称（`pipeline:`）或另设文件夹（`reports:`），否则 `latest` 会时而指向这个、时而指向那个
        kept-files 有 {count} 个文件已不在收件文件夹，但仍然计入；最新的是 {newest}
        kept-files.hint `gtm inputs` 可列出，`gtm inputs forget SHA` 可撤回
        forgotten-file 文件已用 `gtm inputs forget` 撤回，不计入
        forgotten-file.hint 请移出收件文件夹；`gtm inputs forget --undo` 可恢复
        damaged-reading 保存的文件读取结果无法使用（{what}），已改为直接读取文件
        damaged-reading.hint 无需处理；若再次出现，请检查磁盘
        reading-not-kept 文件的读取结果未能保存：{what}
        reading-not-kept.hint 下次运行会重新读取；请为状态文件夹腾出空间，或在 `remember:` 下设置 `readings: no`
        not-a-csv 文件不是 CSV（{what}）
        not-a-csv.hint 请导出为 CSV
        damaged-archive 压缩文件已损坏或不完整（{what}）
        damaged-archive.hint 请重新复制或导出
        no-space 没有空间解压或转码（{what}）
        no-space.hint 请在 TMPDIR（未设置时为 /var/tmp）腾出空间
        too-many-open 打开的文件过多（{what}）
        too-many-open.hint 请提高 `ulimit -n`
        read-failed 文件没能读完整，全部没有使用（{what}）
        read-failed.hint 请重新放入或重新导出
        same-content 文件内容与 {other} 完全相同，只读取一次
        zero-bytes 文件末尾全是零字节，说明没有写完；前面的表格照常使用（{what}）
        zero-bytes.hint 请重新导出
        mixed-encoding 文件混有不同编码，个别字节按 Windows-1252 读取（{what}）
        mixed-encoding.hint 请以 UTF-8 导出
        invalid-text 有些字节不是文字，已替换（{what}）
        invalid-text.hint 请以 UTF-8 导出，或为该来源设置 `encoding`
        separator-line 首行 `sep=` 指明了分隔符，不是数据
        no-header 第一行像数据而不像列名（{what}）
        no-header.hint 请加上表头，或用 `aliases` 为 `column_1`、`column_2` 等命名
        header-row-missing `header_row` 指定的行超出了文件，已另行查找表头（{what}）
        header-row-missing.hint 请改正该来源的 `header_row`，或将其删去
        second-table 文件中还有另一张表，没有读取（{what}）
        second-table.hint 请另存为单独的文件
        copied-table 表头和相同的数据又出现了一次，没有重复读取（{what}）
        copied-table.hint 如果确实发生了两次才需处理
        repeated-header 表头重复出现，其下仍是同一张表（{what}）
        turned-header 表头以另一种列顺序再次出现，其下各行按新顺序读取（{what}）
        page-lines 重复表头之上的行不是数据（{what}）
        wrapped-record 整行被引号括起，已按其中的单元格读取（{what}）
        preamble 跳过了表头之前的若干行（{what}）
        footer 跳过了表格下方的若干行（{what}）
        unrecognised-file 无法识别文件属于哪个来源，没有读取；它有 {columns}{like}
        unrecognised-file.hint 请在 {sources.yml} 中把文件名加入该来源的 `files:`，或移出收件文件夹
        ambiguous-file 文件同样符合 {sources}，没有读取
        ambiguous-file.hint 请在 {sources.yml} 中把文件名加入正确来源的 `files:`
        missing-column 缺少必需的列，文件没有使用（{what}）
        missing-column.hint {todo}
        other-rates 有 {rows} 条汇率不是折算为 {currency} 的，未使用
        other-rates.hint 请在 `currency` 和 `rate` 两列中给出每种货币一个单位折合多少 {currency}
        unread-ends 订阅没有结束日期，将一直有效，而 {columns} 中的日期没有读取
        unread-ends.hint 如果那是订阅的结束日期，请在 {sources.yml} 中加入 `end_date` 的 `aliases:`
        shares-for-counts `{column}` 似乎是比例而不是用户数
        shares-for-counts.hint 请导出活跃用户数；比例不能相加
        doubtful-scale {answers} 个回答{of} 全在 {low} 至 {high} 之间；按 0 至 10 计
        doubtful-scale.hint 若为 {points} 级量表，请去掉该调查，5 级的可在 {sources.yml} 为 `nps` 设 `scale: 5`；`scale: 10` 表示无误
        other-questions NPS 取自 `{read}`；{others} 也有分数，未读取
        other-questions.hint 若应取另一题，请在 {sources.yml} 的 `aliases:` 中为 `score` 加上其名称
        assumed-name-day 文件没有日期列：按文件名，所有行都视为 {day} 的数据
        assumed-name-day.hint 若不是，请在导出中增加 `date` 列
        flags-for-dates 该列只有是或否，而 `{column}` 应为日期，因此不读取
        flags-for-dates.hint 请导出发生的日期，列名 `{column}`
        unread-dates 回答按邀请日期计，而 {columns} 中的日期没有读取
        unread-dates.hint 如果那是回答日期，请在 {sources.yml} 中加入 `responded_at` 的 `aliases:`
        unread-currency 金额按 {currency} 计，而 {columns} 中是别的货币，没有读取
        unread-currency.hint 如果那就是金额的货币，请在 {sources.yml} 中加入 `currency` 的 `aliases:`
        assumed-currency `{column}` 的列名表明金额为 {currency} 或已折算，故按 {currency} 计；`{other}` 中的其他货币不适用于这些金额
        assumed-currency.hint 如果适用，请从列名中去掉货币或“折算”字样
        contradicting-currency `{column}` 写明 {currency}，而 `{other}` 有 {rows} 行是别的货币；这些行按后者计
        contradicting-currency.hint 请从列名中去掉货币，或不要导出另一列
        assumed-quantity `{price}` 是单价，而没有数量列：全部 {rows} 行都按总金额计
        assumed-quantity.hint 请导出数量，例如 `quantity` 或 `席位数` 列；如果本来就是总价，请把该列改名为 `amount`
        unread-quantity `{price}` 按总金额计；`{quantity}` 有 {rows} 行不是 1，没有相乘
        unread-quantity.hint 如果是单价，请在导出中把该列改名为 `单价`；如果是总价，请改名为 `金额`
        duplicate-column 第 {number} 列又是 `{name}`；只读取前一列
        duplicate-column.hint 请改名或删去
        assumed-decimal 该列看不出小数点是哪个符号；按语言环境 {locale} 处理
        assumed-decimal.hint 如不正确：{settle}
        assumed-thousands `1.234` 这样的数按千位分隔理解
        assumed-thousands.hint 如不正确：{settle}
        assumed-date-order 该列看不出日和月的顺序；按 {order} 理解
        assumed-date-order.hint 如不正确：{settle}
        assumed-month-year `Nov-26` 这样的单元格按“年月”理解，即 2026 年 11 月
        assumed-month-year.hint 请导出四位数的年份
        assumed-unit 列名中的 `{unit}` 按 {meaning} 理解，数值已相应放大
        assumed-unit.hint 请写明单位，如 `(USD thousands)`，或从列名中删去
        unknown-unit 列名中的 `{unit}` 不是已知单位，数值照原样读取
        unknown-unit.hint 如果以千或百万计，请写明，如 `(USD thousands)`
        assumed-identity 文件没有 `{column}`；各行按名称和创建时间区分
        assumed-identity.hint 请在导出中加上编号
        filled-cells {rows} 行没有名称，按其上方的名称计（视为合并单元格），共 {groups} 组
        merged-cells {rows} 行没有名称，且总在有名称的行之下：可能是合并单元格，按无名称计入
        merged-cells.hint 如果是，请在导出的每一行填写名称
        lost-digits 编号的数字已丢失（{what}）
        lost-digits.hint 请直接放入原始导出文件，不要用电子表格另存；或把该列按文本导入
        stray-quote 行中有多余的引号（{what}）
        stray-quote.hint 请在引号单元格内把引号写成两个，或删去多余的
        short-row 行中缺少分隔符；末尾缺少的单元格按空值处理（{what}）
        short-row.hint 请补上缺少的分隔符
        long-row 行中分隔符过多（{what}）
        long-row.hint 请给含分隔符的单元格加引号，或删去多余的分隔符
        other-delimiter 该行的分隔符与其余各行不同，已按其自身读取
        other-delimiter.hint 无需处理；如果经常出现，请修正导出
        cut-number 数字中的逗号没有加引号，多出的单元格已拼回（{what}）
        cut-number.hint 请用 `gtm preview` 核对金额；导出时不要用千位分隔符，或加引号
        doubtful-number 有的行多出单元格，可能因数字中的逗号没有加引号（{what}）
        doubtful-number.hint 导出时不要用千位分隔符或加引号，并为每列命名
        extra-cells 该行有 {cells} 个单元格，表头有 {header} 个
        extra-cells.hint 请给含分隔符的单元格加引号，或删去多余的
        doubtful-cells 无法确定该行各单元格属于哪一列
        doubtful-cells.hint 请看对该文件的说明
        bad-money 应为 1234.50 这样的金额，实际是“{found}”
        bad-money.hint 请改正单元格
        bad-number 应为 1234.5 这样的数字，实际是“{found}”
        bad-number.hint 请改正单元格
        bad-percent 应为数字或 12.5% 这样的百分比，实际是“{found}”
        bad-percent.hint 请改正单元格
        bad-score 应为 0 到 10 的整数，实际是“{found}”
        bad-score.hint 请改正单元格
        bad-date 应为 2026-11-03 这样的日期，实际是“{found}”
        bad-date.hint 请改正单元格
        bad-time 应为 2026-11-03 14:05 这样的时间，实际是“{found}”
        bad-time.hint 请改正单元格
        bad-flag 应为“是”或“否”，实际是“{found}”
        bad-flag.hint 请改正单元格
        bad-currency 应为 EUR 这样的货币，实际是“{found}”
        bad-currency.hint 请改正单元格
        bad-text 应为文本，实际是“{found}”
        bad-text.hint 请改正单元格
        bad-interval 应为月、季、年或月数，实际是“{found}”
        bad-interval.hint 请改正单元格
        bad-period 应为 2026-W46、2026-11、2026-Q4 或 2026 这样的期间，实际是“{found}”
        bad-period.hint 请改正单元格
        bad-line `gtm_line` 应为被改正行的行号，实际是“{found}”
        bad-line.hint 请改正单元格
        unknown-stage 应为漏斗中的阶段（{stages}、lost 或 first_response），实际是“{found}”
        unknown-stage.hint 请改正单元格
        unknown-figure-kind 应为 flow（流量）或 stock（存量），实际是“{found}”
        unknown-figure-kind.hint 请改正单元格
        unknown-figure-unit 应为 money、count、币种或所计之物，实际是“{found}”
        unknown-figure-unit.hint 请改正单元格
        unknown-kind 应为 job、pain 或 gain，实际是“{found}”
        unknown-kind.hint 请改正单元格
        number-out-of-range 数值不在允许范围内（{range}），实际是“{found}”
        number-out-of-range.hint 请改正单元格
        too-large 数值过大（{what}）
        too-large.hint 请改正单元格
        missing-required 缺少 `{column}`
        missing-required.hint 请填写
        missing-date `responded_at` 和 `invited_at` 都没有日期
        missing-date.hint 请填写其中之一
        end-before-start 结束日期 {end} 早于开始日期 {start}
        end-before-start.hint 请改正其中一个日期
        long-span 费用期间从 {start} 到 {end}，超过十年
        long-span.hint 请改正其中一个日期
        no-rate 没有 {currency} 的汇率
        no-rate.hint 请在 fx_rates.csv（currency,rate,date）中加入 {currency}
        amount-without-rate 没有 {currency} 的汇率，线索金额没有计入
        amount-without-rate.hint 请在 fx_rates.csv（currency,rate,date）中加入 {currency}
        which-currency 多种货币都写作 `{sign}`，无法判断是哪一种
        which-currency.hint 请在金额旁或 `currency` 列写明货币代码，如 EUR
        two-currencies 货币列是 {column}，金额旁却是 {amount}
        two-currencies.hint 请改正有误的一处
        foreign-target 目标以 {currency} 计，而报告以 {reporting} 计
        foreign-target.hint 请写成 {reporting}
        crossed-target 目标同时属于 {members}
        crossed-target.hint 请只写其中一个
        unclear-unit 看不出金额的单位：`{column}` 为“{unit}”
        unclear-unit.hint 请写明单位，如 万元 或 元；金额列名也带单位时两者须一致
        unclear-side 看不出金额是增加还是冲减费用：方向为“{side}”
        unclear-side.hint 请写正数金额并注明借贷方，或写带正负号的金额
        wrong-scale 评分为 {found}，不是 0 到 10；文件各行都不计入
        wrong-scale.hint 请移出该问卷，或在 {sources.yml} 中为 `nps` 设置 `scale: {scale}`
        mended-older-content 有 {rows} 行改正的是 {file} 更新之前的内容，按旧内容计
        mended-older-content.hint 请改正最新的被拒行
        mended-lacks-columns 改正的行缺少 {file} 中的 `{column}`
        mended-lacks-columns.hint 请直接在 {file} 中改正
        group-rows 分组行不计入（{what}）
        trial-rows {rows} 行是测试或预览回答，不计入
        counted-answers 每行按一个回答计，但 `{column}` 似乎是回答数
        counted-answers.hint 请导出逐条回答，每条一行
        unanswered-zeros {answers} 个回答为 0 且没有回答时间，其余都有；仍计入
        unanswered-zeros.hint 若无人回答，请在导出中将分数留空
        doubtful-answers {rows} 个回答所在的行写着 {words}；仍计入
        doubtful-answers.hint 若不是回答，请在导出中去掉这些行，或清空其分数
        other-surveys {rows} 行属于其他调查（{words}），不计入
        other-surveys.hint 若确为其他问题，无需处理；否则请在调查名称中写明 NPS
        deleted-rows {rows} 行已标为删除或测试，不计入
        no-costs {rows} 行属于非费用科目，不计入：{accounts}
        no-costs.hint 请从导出中去掉这些科目；如果是费用，请加上 `category` 列
        budget-rows {rows} 行是计划数字（{words}），与实际支出并列，不计入{money}
        not-spent {rows} 行表明并未支出（{words}），不计入{money}
        not-spent.hint 请在结清后重新导出；如果仍属费用，请从导出中去掉该列
        negative-costs {rows} 个金额中有 {below} 个为负，使费用减少了 {money} {currency}
        negative-costs.hint 请将支出导出为正数，且不含收入；仅含退款的文件无需处理
        doubtful-costs {rows} 行写着 {words}，按费用计入{money}
        doubtful-costs.hint 如果并未支出，请从导出中去掉这些行；否则无需处理
        total-row {what} 是另外 {rows} 行之和，金额 {amount}，不计入
        unproved-total {what}，{amount}，称为合计，不计入；旁边有些行无法读取
        unproved-total.hint 请改正被拒的行
        named-like-total {what}，{amount}，称为合计却不是旁边各行之和，仍计入
        named-like-total.hint 如果是合计，请从导出中去掉；如果只是名称，无需处理
        total-differs 表下的 `{name}` 是 {amount}，而各行相加为 {sum}
        total-differs.hint 如果缺少数据行，请重新导出
        sum-without-name 金额 {amount} 等于另外 {rows} 行之和，但没有注明是合计，仍计入
        sum-without-name.hint 如果是合计，请从导出中去掉
        overlapping-rows {rows} 行也出现在名称相近的另一文件中，只计一次
        overlapping-rows.hint 如果都应计入，请让文件名的差别不止于日期和数字
        doubtful-copy {older} 的 {rows} 行（{money} {currency}）与本文件的日期和名称相同；两者都计入，因为几乎没有相同的金额
        doubtful-copy.hint 如果是同一报表再次下载，请从收件箱取出较旧的文件
        restated-figures {first} 至 {last} 的 {rows} 行取代了 {olders} 的 {replaced} 行
        doubtful-figures {older} 的 {rows} 行与本文件日期和数据项相同而数值不同；因两者共有的只有 {keys} 项中的 {known} 项，两者都计入
        doubtful-figures.hint 如果本文件是重述，请把旧文件移出收件文件夹
        assumed-figure-kind {figures}：文件没有说明数据的类型，按 {kind} 处理（{meaning}）
        assumed-figure-kind.hint 请增加 `kind` 列，填 flow（流量）或 stock（存量）
        contradicting-figure 数据“{figure}”有 {rows} 行为 {taken}，{others} 行为 {other}；按 {taken} 处理
        contradicting-figure.hint 请改正 `unit` 或 `kind` 列，使同一数据的各行一致
        unknown-figure {metrics} 需要数据“{figure}”，但没有文件含有它；该指标未定义
        unknown-figure.hint {near}请按文件中的写法填写，或放入含有该数据的 `figures` 文件
        late-figure 数据“{figure}”自 {day} 之后没有数值：在 {period} 按 0 计入
        late-figure.hint 请放入最新的数值；确实为零时请填 0
        figure-units {metric} 把不能相加或比较的量放在了一起：{left}，{right}
        figure-units.hint 请改正公式，或改正该数据的 `unit`
        restated-costs {first} 至 {last} 的 {rows} 行取代了 {olders} 的 {replaced} 行：费用由 {old} 变为 {new} {currency}
        doubtful-overlap {older} 的 {rows} 行（{money} {currency}）与本文件日期相同而名称或金额不同，按名称只认出 {known}/{keys}，两者都计入
        doubtful-overlap.hint 如果本文件是重述，请把旧文件移出收件文件夹
        doubtful-keys {older} 的 {rows} 行（{sum}）与本文件的行 {keys} 相同；两个文件只有一个有 {columns}，因此都计入
        doubtful-keys.hint 如果本文件是重述，请撤回旧文件：`gtm inputs forget {sha}`，并移出收件文件夹
        unlisted-terms 较早文件中 {rows} 个未结束的订阅（{sum}）不在本文件，而 {older} 的 {all} 个中本文件有 {known} 个；它们继续计入
        unlisted-terms.hint 请把已结束的连同结束日期一并导出；只列当前有效订阅的清单属于 `arr_snapshots`，在 {sources.yml} 的 `files:` 指定
        renumbered-terms {older} 的 {rows} 个订阅（{sum}）在本文件中客户、开始日期与金额相同而 {columns} 不同；都计入
        renumbered-terms.hint 若为同一订阅，请撤回旧文件：`gtm inputs forget {sha}`，并移出收件文件夹，或在两个文件中使用相同的 {columns}
        unlisted-teams 较早文件中 {rows} 行（{sum}）的月份本文件也有，却不在本文件，而 {older} 的 {all} 行中本文件有 {known} 行；它们继续计入
        unlisted-teams.hint 已撤销或改名的团队，请在这些月份各给一行 `fte` 0
        gone-column {older} 有 {columns}，本文件没有或全为空：两者共有的行按缺失计
        gone-column.hint 请重新导出全部列；如果某列改了名，请把新名称加到 {sources.yml} 的 `aliases:`
        replaced-amount `{id}` 的 ARR {old} {currency} 被 {place} 的 {new} 取代
        repeated-term `{id}` 的 ARR {old} {currency} 被 {place} 的 {new} 取代
        repeated-term.hint 同一条款在文件中出现两次，以后一行为准
        replaced-in-file {rows} 行与文件中靠后的一行 {keys} 相同，只计后者，而 {columns} 不同{sum}
        replaced-in-file.hint 若它们是同一整体的各部分，请在导出中相加；若后者更新，请去掉旧行
        excluded-status {rows} 行是试用、草稿、未完成、作废或报价，不计入：ARR {money} {currency}
        charged-once {rows} 行为一次性收费，不计入经常性收入：若按年计为 {money} {currency}
        charged-once.hint 如需体现，请以 `one_off_revenue` 提供
        paused-terms {rows} 个订阅按状态已暂停，仍按有效计入：{day} 的 ARR 为 {money} {currency}
        paused-terms.hint 若暂停期间不付费，请将暂停日期导出为 `end_date`，并从恢复之日起另列一行
        unknown-term-status {rows} 个订阅的状态无法识别，仍按有效计入：{words}；{day} 的 ARR 为 {money} {currency}
        unknown-term-status.hint 若表示已结束、试用或暂停，请写成已取消、试用、暂停，或给出 `end_date`；若仍有效，请写成生效
        ended-without-date {rows} 个订阅按状态已结束却没有结束日期，完全不计入：ARR {money} {currency}
        ended-without-date.hint 请在导出中加上结束日期（`end_date` 或取消日期），则计至该日
        repeated-snapshot {rows} 行的客户和日期在同一文件后面还有另一金额；以后者为准，{money} {currency} 的 ARR 未计入
        repeated-snapshot.hint 请让每个客户每天只有一行（各订阅之和），或直接导出订阅
        older-row-counts {rows} 行被拒绝，其编号在较旧的文件中也有（首个为 `{id}`）；在此期间以旧文件为准
        older-row-counts.hint 请更正或重新导出：在此之前，其后的变化不在数字中
        unread-revenue {columns} 未读取：该文件被当作客户表，而没有其他文件提供 ARR
        unread-revenue.hint 请增加 `date` 列，写明金额所属日期（如 2026-10-31；横排的各月请改为每个客户每月一行），并让文件名以 `arr_snapshots` 开头；或导出含起止日期的订阅
        ended-at-zero {rows} 个已结束或暂停的订阅金额为 0，而其他订阅不是：这似乎是当前应付金额，因此此前的收入不计入，其流失也看不到
        ended-at-zero.hint 请导出其结束前的金额；若文件中有价格和计费周期，去掉 ARR 或 MRR 列即可
        term-of-no-days {rows} 个条款当天开始当天结束，不计入：ARR {money} {currency}
        source-not-used `{source}` 的 {rows} 行没有使用（{why}）
        assumed-last-day {ended} 个订阅中有 {whole} 个的结束日按最后服务日理解
        assumed-last-day.hint 请在 {sources.yml} 的 `subscriptions` 中设置 `end_date: last_day` 或 `end_date: first_day_without`
        doubtful-end-date {ended} 个订阅中有 {whole} 个像是最后服务日；结束日仍按首个无服务日理解
        one-day-gaps 客户回归共 {all} 次，其中 {count} 次 ARR 只中断了一天：{money} {currency} 先计为流失，次日又计为回归
        one-day-gaps.hint 若 `end_date` 是最后服务日，请在 {sources.yml} 的 `subscriptions` 中设置 `end_date: last_day`；否则在该处设置 `end_date: first_day_without`，或在流水线文件的 `config:` 下设置 `churn_grace_days: 1`
        doubtful-end-date.hint 请在 {sources.yml} 的 `subscriptions` 中设置 `end_date: last_day` 或 `end_date: first_day_without`
        assumed-cancellation 没有文件有 `end_date`；以取消日期为结束日，因此没有续约指标
        assumed-cancellation.hint 如果那是条款结束日，请在 {sources.yml} 的 `subscriptions` 中设置 `end_date: first_day_without`
        won-before-created 赢单时间早于创建时间；时间照计，周期不计
        won-before-created.hint 请核对导出中的时间
        answered-before-created 首次响应早于创建时间；时间照计，响应时长不计
        answered-before-created.hint 请核对导出中的时间
        negative-arr {customers} 的条款在某日合计小于 0，该日按 0 计，首先是 `{id}`，自 {day}
        negative-arr.hint 请给冲减项加上结束日期，或不计入经常性收入
        overlapping-terms 同一方案的条款重叠（{subscriptions}），首先是 `{id}`，自 {day}，已相加：ARR {money} {currency}
        overlapping-terms.hint 如果由新条款取代，请结束旧条款
        deals-too-large 线索 `{lead}` 的 {count} 个商机金额之和过大，均不计入
        deals-too-large.hint 请改正这些金额
        deals-are-leads {asOf} 之前没有线索：{deals} 个商机自创建日起作为线索
        deals-are-leads.hint 如果有线索导出，也请放入
        undecided-stages 有些阶段看不出成败（{what}）：{stages}
        undecided-stages.hint 请在 {sources.yml} 的 `{source}` 中用 `won_stages` 和 `lost_stages` 说明；其余为进行中
        no-outcomes 文件中没有任何一列说明 {deals} 个商机的成败：全部计为进行中
        no-outcomes.hint 请导出阶段或状态，或在 {sources.yml} 的 `{source}` 中用 `aliases:` 为 `stage` 指明该列
        closed-without-date 按阶段或状态有 {won} 个赢单、{lost} 个输单，但没有日期说明何时结束；按此文件计为进行中
        closed-without-date.hint 请导出结单日期：`closed_at`，或 `won_at` 和 `lost_at`{near}
        crossed-ends {rows} 行有赢单日期却写着输单，或相反；以日期为准
        crossed-ends.hint 请清空不再有效的日期，或更正状态
        open-posts {posts} 行是尚无人担任的岗位，不计入
        mixed-usage 使用数据文件的用户统计口径不同（{spans}）；每个客户以日期最晚的一行为准，不论口径
        mixed-usage.hint 请只保留其中一种导出，或在其他文件中去掉 `seats` 列：月活跃用户多于日活跃用户
        left-without-date {people} 人注明已离职却没有日期，任何月份都不计
        left-without-date.hint 请导出离职日期，或去掉这些人
        repeated-people {people} 人在花名册中同一时间出现多次，首个为 `{id}`；每行都计
        repeated-people.hint 请每人只导出一行；离职后返聘的，每段时间一行
        rosters-of-one-day {others} 的 {people} 人未计入：花名册只读最新的一份，而两份都是 {day} 的
        rosters-of-one-day.hint 请把各国、各公司的人员放在同一文件中，或只保留应计的一份
        assumed-percent `{metric}` 的 {value} 按 {meaning} 理解
        assumed-percent.hint 请写 0.25 这样的小数或 25%
        mixed-percent `{metric}` 的数值似乎混用了百分比和小数；{value} 按 {meaning} 理解
        mixed-percent.hint 请一律写百分号，如 25%
        unknown-target 没有叫 `{metric}` 的指标，该目标没有使用
        unknown-target.hint {near}
        repeated-target `{metric}` 在 {period} 另有一个数值不同的目标（{place}）；以后一行为准
        repeated-target.hint 请删去其中一个
        targets-apart {metric} 在 {period} 的目标为 {value}，而其分解目标（{parts}）为 {sum}
        targets-apart.hint 请改正其一，使各方按同一目标计划
        assumed-year 没有年份的期间（如 `{period}`）按 {year} 年理解
        assumed-year.hint 如不正确，请写明年份，如 2026-Q4
        unknown-dimension 报告没有按 `{dimension}` 细分，无法得知该目标的完成情况
        unknown-dimension.hint 现有维度为 {dimensions}；请加入流程文件的 `dimensions:`，或删去该目标
        distant-target 目标期间 {period} 距截止日超过十年
        distant-target.hint 请改正年份
        impossible-target `{metric}` 的目标 {value} 不可能达到
        impossible-target.hint 请改正目标
        done-before-start 任务于 {done} 完成，早于开始日期 {start}
        done-before-start.hint 请改正写错的日期
        due-before-start 任务于 {due} 到期，早于开始日期 {start}
        due-before-start.hint 请改正写错的日期
        tasks-without-due-date {all} 项任务中有 {count} 项没有截止日期
        tasks-without-due-date.hint 请为每项任务填写截止日期：没有日期就无法判断是否逾期
        small-percents {count} 个值小于 1，且没有不带百分号的值大于 1：按不足 1% 读取
        small-percents.hint 完成一半请写 50 或 50%，不要写 0.5
        bare-tasks {all} 行中有 {count} 行只有名称，按任务计算：{names}
        bare-tasks.hint 若是分组标题请删除；否则请补充负责人和期限
        tasks-without-owner {all} 项任务中有 {count} 项没有负责人
        tasks-without-owner.hint 请写明由谁负责
        unknown-status {all} 项任务中有 {count} 项的状态无法理解：{words}
        unknown-status.hint 请写：完成、进行中、受阻、未开始或取消
        initiative-ends-before-start 项目的结束或上市日期 {end} 早于开始日期 {start}
        initiative-ends-before-start.hint 请改正写错的日期
        unknown-term 无法理解“{found}”
        unknown-term.hint 请写 {terms}
        initiatives-without-spend {all} 个项目中有 {count} 个截至 {day} 没有支出：{ids}
        initiatives-without-spend.hint 请在 `spend` 的 `initiative` 列写明项目，或等待首笔支出
        initiatives-without-customers {all} 个项目中有 {count} 个有支出却没有客户：{ids}
        initiatives-without-customers.hint 请在 `customers` 的 `initiative` 列写明项目，或等待首位客户
        launched-unready {all} 个项目中有 {count} 个在 {day} 之前已上市，但仍缺少物料：{ids}
        launched-unready.hint 请更新物料状态，或改正上市日期
        missing-owners {count} 项都没有负责人
        missing-owners.hint 请加上 `owner` 列
        joined-deals {deals} 笔商机中有 {joined} 笔对应到线索{rest}
        joined-deals.hint 请在商机导出中给出线索编号，或在线索导出中给出商机编号
        joined-ids `{column}` 有 {count} 个编号仅前导零不同，视为相同：{examples}
        joined-ids.hint 请把编号按文本导出，保留 `{id}` 的零
        sizes-made-dates `{dimension}` 的成员似乎是被电子表格变成日期的规模区间：{members}
        sizes-made-dates.hint 请将该列设为文本格式后重新导出，以免 `11-50` 变成 `Nov-50`
        folded-members `{dimension}` 有 {count} 个成员写法不一，各按一个计：{spellings}
        folded-members.hint 请在源头统一写法
        ids-of-another-system `{source}` 的 {all} 个客户（{day} 的 ARR 为 {money} {currency}）都不在 `customers` 中：编号体系不同
        ids-of-another-system.hint 请按计费系统的编号导出 `customers`，或按客户表的编号导出 `{source}`
        ids-of-two-systems {older} 也有的 {all} 个编号中，{ids} 个在本文件中属于别的记录（{what}）：该文件的 {rows} 行被取代{sum}
        ids-of-two-systems.hint 若两个文件来自两个系统，请在 `{key}` 的编号前各加前缀，如 UK-1；若不是，则无需处理
        test-customers `customers` 中标为测试的 {count} 个客户有 ARR，已计入：{day} 为 {money} {currency}；{ids}
        test-customers.hint 请从 `{source}` 中去掉这些行，或将其状态设为 void
        unknown-customers `{source}` 的 {all} 个客户中有 {count} 个（{day} 的 ARR 为 {money} {currency}）不在 `customers` 中：{ids}
        unknown-customers.hint 请加入客户表
        unknown-ids `{source}` 的 {all} 个客户编号中有 {count} 个找不到客户：{ids}{none}
        unknown-ids.hint 请与 `subscriptions` 和 `customers` 的编号核对
        unknown-initiatives `{source}` 的 {all} 个项目中有 {count} 个不在 `initiatives` 中：{ids}
        unknown-initiatives.hint 请写正确的项目编号，或加入 `initiatives`
        unknown-members 目标中有 {count} 个成员不见于任何数据行：{members}
        unknown-members.hint 请按数据中的写法填写
        unknown-formula-member {metrics} 的公式要求 {dimension} 为“{member}”，但没有这样的数据行；该指标未定义
        unknown-formula-member.hint 请按数据中的写法填写
        missing-source 缺少必需的文件（{what}）
        missing-source.hint 请把导出文件放入收件文件夹
        stale-source 数据过旧（{what}）
        stale-source.hint 请放入更新的导出文件
        too-many-rejects 被拒的行过多（{what}）
        too-many-rejects.hint 请改正被拒的行，或重新导出
        no-new-export {source} 自 {day} 起没有新的导出
        no-new-export.hint 请放入新的导出文件；如果本来就没有，请在 {sources.yml} 的 `{source}` 的 `gates:` 中设置 `new_export: off`
        rows-out-of-band 文件有 {rows} 行，与预期不符（{expected}）
        rows-out-of-band.hint 请检查导出是否完整；否则修改 {sources.yml} 中该来源的 `rows:`
        repeated-key {columns} 与别的行重复（{count}），首先是 `{value}`，同 {place}
        repeated-key.hint 请只导出一次，或从 {sources.yml} 中该来源的 `unique:` 去掉该列
        out-of-range 数值不在范围 {limits} 内（{count}）；首先是 `{value}`
        out-of-range.hint 请改正单元格，或修改 {sources.yml} 中该来源的 `ranges:`
        control-total 与控制总数不符（{what}）
        control-total.hint 请重新完整导出，或改正控制总数
        arr-identity {period}：期初 ARR {opening} 加变动 {movements} 不等于期末 ARR {closing}
        arr-identity.hint 这是程序缺陷，请连同本行一起报告
        late-source {source} 自 {day} 起没有数据：自 {from} 起相关数值未知，而不是 0
        late-source.hint 请放入更新的导出文件；如果期间内确实没有发生，请让文件名带上该期间的日期
        late-series {source} 中这类文件自 {day} 起没有数据；数值只计已有部分
        late-series.hint 请放入更新的这类导出文件
        late-terms {source} 自 {day} 起没有新的导出：此后的签约和终止没有计入
        late-terms.hint 请放入更新的导出文件，文件名带日期
        rate-used 1 {from} = {rate} {to}{dated}
        rounding 换算和四舍五入到 {digits} 位小数，合计相差 {sum} {currency}
        """
}
