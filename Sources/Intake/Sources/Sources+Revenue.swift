/// The two sources of recurring revenue.
extension Source {
    static let subscriptions = Source(
        name: "subscriptions", load: .upsert, key: ["subscription_id", "plan", "start_date"],
        oneOf: [["arr"], ["mrr"], ["amount", "interval"]],
        words: ["subscriptions", "subscription", "subs", "contracts", "contract", "订阅", "合同", "续费", "訂閱"],
        columns: [
            Column.customerID.commonly(
                "customer name", "customer email", "account name", "company name", "company", "email", "客户名称", "公司名称", "公司"
            ).required,
            Column.start(
                "service start", "term start", "contract start", "effective start date", "vertragsbeginn", "生效日期",
                "服务开始", "合同开始日期"
            ).commonly("contract effective date").required,
            Column.text(
                "subscription_id", "subscription", "sub id", "contract id", "contract number", "contract no", "agreement id",
                "subscription number", "subscription external id", "subscription uuid", "subscription name", "uuid",
                "vertragsnummer", "vertrags nr",
                "abonummer", "订阅编号", "订阅id", "合同编号", "合同号", "合同id", "订单编号", "訂閱編號"
            ).commonly("id"),
            Column.end(
                "service end", "term end", "contract end", "expiry", "expiry date", "expires", "expires on", "renewal date",
                "effective end date", "vertragsende", "laufzeitende", "到期日期", "到期日", "到期时间", "失效日期", "服务结束",
                "合同结束日期"
            ).commonly("subscription end date"),
            .arr, .mrr,
            .amount(
                "price", "fee", "recurring amount", "total recurring amount", "recurring total", "plan amount", "plan price",
                "product price", "合同金额", "订阅金额", "费用"),
            .word(
                "interval", "billing interval", "billing period", "billing cycle", "billing frequency", "frequency", "cycle",
                "term", "months", "plan interval", "abrechnungszeitraum", "abrechnungsintervall", "intervall", "zahlungsweise",
                "turnus", "周期", "计费周期", "付费周期", "账期", "计费方式"),
            .currency,
            Column.plan.also("plan code", "plan id", "product id", "price name", "price id"),
            .word("status", "state", "subscription status", "状态", "订阅状态", "合同状态", "狀態"),
            // What billing systems write in their stead.
            Column.day("started_at", "started", "activated at", "activated on", "activation date", "start time").auxiliary,
            Column.day("created_at", "created", "created date", "created on", "creation date", "date created", "创建时间", "创建日期")
                .auxiliary,
            Column.day(
                "period_start", "current period start", "current period started at", "current term start",
                "current term started at", "current billing period start", "current billing term start date"
            ).auxiliary,
            Column.day(
                "period_end", "current period end", "current period ends at", "current term end", "current term ends at",
                "current billing period end", "current billing term end date"
            ).auxiliary,
            Column.day(
                "ended_at", "ended", "ended on", "expires at", "expired at", "expired on", "terminated at", "churned at",
                "churn date", "终止时间", "失效时间"
            ).auxiliary,
            Column.day(
                "cancelled_at", "canceled at", "cancelled on", "canceled on", "cancellation date", "cancel date",
                "cancelled date", "canceled date", "cancelled", "canceled", "取消时间", "取消日期", "退订时间", "退订日期"
            ).auxiliary,
            Column.money(
                "unit_amount", "unit price", "plan unit price", "item unit price", "price per unit", "price per seat", "单价"
            )
            .auxiliary,
            Column.number("quantity", "qty", "plan quantity", "item quantity", "数量").auxiliary,
            Column.word(
                "interval_unit", "billing period unit", "plan interval unit", "billing interval unit", "period unit", "周期单位"
            ).auxiliary,
            Column.number("interval_count", "plan interval length", "interval length", "plan interval count", "周期数").auxiliary,
        ], entities: ["subscription", "subscriptions", "订阅"],
        derivations: [
            .first("start_date", of: ["started_at"]), .instead("start_date", of: ["created_at", "period_start"]),
            .first("end_date", of: ["ended_at"]), .cancellation("end_date"),
            .product("amount", of: "unit_amount", times: "quantity"), .interval("interval"),
        ], money: ["arr", "mrr", "amount"])

    static let snapshots = Source(
        name: "arr_snapshots", load: .upsert, key: ["customer_id", "date"], identity: "customer_id", oneOf: [["arr"], ["mrr"]],
        words: ["arr snapshots", "arr snapshot", "arr", "mrr", "snapshot", "收入快照", "快照"],
        columns: [
            Column.customerID.required, Column.date("snapshot date", "as of", "as of date", "快照日期").required, .arr, .mrr,
            .currency,
        ], money: ["arr", "mrr"])
}
