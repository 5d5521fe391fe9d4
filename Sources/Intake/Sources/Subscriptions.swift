import Facts

extension Source {
    /// Subscriptions, one row a term.
    static let subscriptions = Source(
        name: .subscriptions, role: .metrics,
        load: .upsert, key: [.subscriptionID, .plan, .startDate],
        oneOf: [[.arr], [.mrr], [.amount, .interval]],
        words: ["subscriptions", "subscription", "subs", "contracts", "contract", "订阅", "合同", "续费"],
        columns: [
            Column.customerID.commonly(
                "customer name", "customer email", "account name", "company name", "company", "email", "客户名称", "公司名称", "公司"
            ).required,
            Column.start.also(
                "service start", "term start", "contract start", "effective start date", "vertragsbeginn", "生效日期",
                "服务开始", "合同开始日期", "合同开始时间", "合同起始日期", "合同起始日", "合同生效日期", "合同生效日", "服务开始日期",
                "服务开始时间", "服务起始日期", "订阅开始日期", "订阅开始时间", "有效期自", "有效期起"
            ).commonly("contract effective date").required,
            Column.text(
                .subscriptionID, "subscription", "sub id", "contract id", "contract number", "contract no", "agreement id",
                "subscription number", "subscription external id", "subscription uuid", "subscription name", "uuid",
                "vertragsnummer", "vertrags nr",
                "abonummer", "订阅编号", "订阅id", "合同编号", "合同号", "合同id", "订单编号"
            ).commonly("id").anID,
            Column.end.also(
                "service end", "term end", "contract end", "expiry", "expiry date", "expires", "expires on", "renewal date",
                "effective end date", "vertragsende", "laufzeitende", "到期日期", "到期日", "到期时间", "失效日期", "服务结束",
                "合同结束日期", "合同结束日", "合同结束时间", "合同到期日期", "合同到期日", "合同到期时间", "合同终止日期", "合同终止日",
                "合同截止日期", "合同截止日", "服务到期日期", "服务到期日", "服务到期时间", "服务结束日期", "服务结束时间", "服务截止日期",
                "服务终止日期", "订阅结束日期", "订阅到期日期", "订阅到期日", "订阅到期时间", "有效期至", "有效期止", "过期时间", "过期日期"
            ).commonly("subscription end date"),
            .arr, .mrr,
            .amount.also(
                "price", "fee", "recurring amount", "total recurring amount", "recurring total", "plan amount", "plan price",
                "product price", "合同金额", "订阅金额", "费用"),
            .word(
                .interval, "billing interval", "billing period", "billing cycle", "billing frequency", "frequency", "cycle",
                "term", "months", "plan interval", "abrechnungszeitraum", "abrechnungsintervall", "intervall", "zahlungsweise",
                "turnus", "合同期限月", "合同期限月数", "合同月数", "服务期限月", "服务月数", "订阅期限月", "周期月", "périodicité", "fréquence de facturation",
                "periodicidad", "periodicidade", "periodicità", "周期",
                "计费周期",
                "付费周期", "计费方式"),
            .currency,
            Column.plan.also("plan code", "plan id", "product id", "price name", "price id"),
            .text(
                .reason, "cancellation reason", "cancel reason", "cancelation reason", "churn reason", "reason for churn",
                "reason for cancellation", "termination reason", "end reason", "lost reason", "kündigungsgrund",
                "abwanderungsgrund",
                "流失原因", "取消原因", "退订原因", "终止原因", "不续约原因"),
            .word(
                .status, "state", "subscription status", "状态", "订阅状态", "合同状态", "合约状态", "签约状态", "服务状态",
                "订单状态", "客户状态"),
            .word(
                .chargeType, "charge type", "rate plan charge type", "price type", "revenue type", "billing type",
                "item price type",
                "recurrence", "recurring type", "收费类型", "计费类型", "收入类型", "abrechnungsart", "preisart"),
            // What billing systems write in their stead.
            Column.day(.startedOn, "started", "activated at", "activated on", "activation date", "start time").auxiliary,
            Column.day(.createdOn, "created", "created date", "created on", "creation date", "date created", "创建时间", "创建日期")
                .auxiliary,
            Column.day(
                .periodStart, "current period start", "current period started at", "current term start",
                "current term started at", "current billing period start", "current billing term start date"
            ).auxiliary,
            Column.day(
                .periodEnd, "current period end", "current period ends at", "current term end", "current term ends at",
                "current billing period end", "current billing term end date"
            ).auxiliary,
            Column.day(
                .endedAt, "ended", "ended on", "expires at", "expired at", "expired on", "terminated at", "churned at",
                "churn date", "终止时间", "失效时间", "解约日期", "解约时间", "停用日期", "停用时间", "退租日期"
            ).auxiliary,
            Column.day(
                .cancelledAt, "canceled at", "cancelled on", "canceled on", "cancellation date", "cancel date",
                "cancelled date", "canceled date", "cancelled", "canceled", "取消时间", "取消日期", "退订时间", "退订日期"
            ).auxiliary,
            UnitPrices.column, UnitPrices.quantity,
            Column.word(
                .intervalUnit, "billing period unit", "plan interval unit", "billing interval unit", "period unit", "周期单位"
            ).auxiliary,
            // What says yes or no in the place of a status.
            Column.flag(
                .isCancelled, "cancelled", "canceled", "is canceled", "churned", "is churned", "ended", "expired", "terminated",
                "gekündigt",
                "résilié", "是否取消", "是否已取消", "已取消", "是否退订", "是否流失", "是否终止", "是否解约", "是否到期", "是否已到期"
            ).auxiliary,
            Column.flag(
                .isActive, "active", "enabled", "is enabled", "aktiv", "是否有效", "是否生效", "是否在用", "是否激活", "是否启用", "有效", "在用"
            ).auxiliary,
            Column.flag(.isTrial, "trial", "on trial", "in trial", "是否试用", "试用").auxiliary,
            Column.number(.intervalCount, "plan interval length", "interval length", "plan interval count", "周期数").beside(
                ["billing interval"], "billing frequency"
            ).auxiliary,
        ], entities: ["subscription", "subscriptions", "订阅"],
        derivations: [
            .flags,
            .first(.startDate, of: [.startedOn]), .instead(.startDate, of: [.createdOn, .periodStart]),
            .first(.endDate, of: [.endedAt]), .cancellation, .product(.amount, of: .unitAmount, times: .quantity), .interval,
        ], money: [.annual(.arr), .monthly(.mrr), .every(.interval, .amount)], trials: .subscriptions,
        finish: { reader, file, _ in
            FileReader.noteUnreadEnds(reader, &file)
            FileReader.noteUnitPrices(reader, &file)
        },
        checks: [.recurringAmount], events: [.day(.startDate)], needs: [.plan],
        upsert: { $0.upsertTerms() }, after: [.exchangeRates], build: { $0.buildTerms(&$1) })
}

extension AnyColumnKey where Self == TextKey {
    static var subscriptionID: Self { Self("subscription_id") }
    /// Whether it recurs.
    static var chargeType: Self { Self("charge_type") }
    static var interval: Self { Self("interval") }
    static var reason: Self { Self("reason") }
    static var intervalUnit: Self { Self("interval_unit") }
}

extension AnyColumnKey where Self == FlagKey {
    static var isCancelled: Self { Self("is_cancelled") }
    static var isActive: Self { Self("is_active") }
    static var isTrial: Self { Self("is_trial") }
}

extension AnyColumnKey where Self == NumberKey {
    static var unitAmount: Self { Self("unit_amount") }
    static var quantity: Self { Self("quantity") }
    static var intervalCount: Self { Self("interval_count") }
}

extension AnyColumnKey where Self == DayKey {
    static var startedOn: Self { Self("started_at") }
    static var createdOn: Self { Self("created_at") }
    static var periodStart: Self { Self("period_start") }
    static var periodEnd: Self { Self("period_end") }
    static var endedAt: Self { Self("ended_at") }
    static var cancelledAt: Self { Self("cancelled_at") }
}

extension Derivation {
    /// The status, in the words of one, where columns of yes or no stand in its place.
    fileprivate static let flags = Derivation(.status, of: [[.isCancelled], [.isActive], [.isTrial]]) { own, others in
        let (cancelled, active, trial) = (others[.isCancelled], others[.isActive], others[.isTrial])
        var result = TextColumn()
        for row in 0..<others.count {
            var text = own.pool.text(own.codes[row])
            if text.isEmpty {
                text = trial?[row] == 1 ? "trial" : cancelled?[row] == 1 ? "cancelled" : active?[row] == 0 ? "inactive" : ""
            }
            result.codes.append(result.pool.code(text))
        }
        return result
    }

    /// Months, as `3 month`: of a unit and a count, else of the current period's length.
    fileprivate static let interval = Derivation(
        .interval, of: [[.intervalUnit], [.intervalCount], [.periodStart, .periodEnd]]
    ) { own, others in
        let (units, counts) = (others[.intervalUnit], others[.intervalCount])
        let (starts, ends) = (others[.periodStart], others[.periodEnd])
        var result = TextColumn()
        for row in 0..<others.count {
            let text = own.pool.text(own.codes[row])
            let unit = units.map { $0.pool.text($0.codes[row]) } ?? ""
            let times = counts?[row].flatMap { $0.scale == 0 ? $0.digits : nil }
            var made = text
            if !unit.isEmpty {
                made = "\(times.map(String.init) ?? (Int64(text) != nil ? text : "1")) \(unit)"
            } else if !text.isEmpty, let times, let months = Vocabulary.months(interval: text), Int64(text) == nil {
                made = String(months * times)
            } else if text.isEmpty, let start = starts?.first(row), let end = ends?.first(row),
                let months = months(from: start, to: end)
            {
                made = String(months)
            }
            result.codes.append(result.pool.code(made))
        }
        return result
    }

    /// How many months lie between two days, which may be a day off for time zones; nil where they are no whole months.
    private static func months(from start: Day, to end: Day) -> Int? {
        let (a, b) = (start.civil, end.civil)
        let about = (b.year - a.year) * 12 + b.month - a.month
        return (max(1, about - 1)...max(1, about + 1)).first { months in
            let index = a.year * 12 + a.month - 1 + months
            let (year, month) = (index / 12, index % 12 + 1)
            let day = min(a.day, Day.daysInMonth(year: year, month: month))
            return abs(end - Day(Day.number(year: year, month: month, day: day))) <= 1
        }
    }

    /// The first day without service of a subscription that was cancelled: the end of the period paid for, or the day itself
    /// where it has ended.
    fileprivate static let cancellation = Derivation(
        .endDate, of: [[.cancelledAt], [.periodEnd, .status]]
    ) { own, others in
        let (cancelled, periods, status) = (others[.cancelledAt], others[.periodEnd], others[.status])
        let ended = status?.pool.texts.map { TermStatus.meaning(of: $0).isNone } ?? []
        var result = DayColumn()
        for row in 0..<others.count {
            let hasEnded = status.map { ended[Int($0.codes[row])] } ?? false
            var day = own.first(row)
            if day != nil, own.isMonth(row) {
                result.append(day!, isMonth: true)
                continue
            }
            if day == nil {
                if let at = cancelled?.first(row) {
                    day = hasEnded ? at : max(at, periods?.first(row) ?? at)
                } else if hasEnded {
                    day = periods?.first(row)
                }
            }
            if let day { result.append(day, isMonth: false) } else { result.values.append(DayColumn.missing) }
        }
        return result
    }
}
