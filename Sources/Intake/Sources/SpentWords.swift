/// What cells say of whether a cost was spent: which version of the figures it is of (`Actual`, `Budget`), or how a payment or a
/// claim stands (`Posted`, `Declined`).
enum SpentWords {
    /// Which figures an amount is of.
    enum Version: Equatable {
        /// What was spent.
        case actual
        /// What was to be spent, or how far that was missed; sure where the word means nothing else.
        case budget(isSure: Bool)
    }

    /// How a payment or a claim stands.
    enum Standing: Equatable {
        /// It was made.
        case settled
        /// Nothing was paid, and nothing will be; after a reversal there may be an entry against it.
        case dropped(isReversal: Bool)
        /// The money came back.
        case returned
        /// It is not settled yet.
        case open
        /// It is owed, though not paid: a cost.
        case owed
    }

    /// Which figures a cell says an amount is of; nil where it says something else: `Actual`, `Budget 2026 v2`, `Ist`, `预算数`.
    static func version(_ text: String) -> Version? {
        guard text.utf8.count <= 60 else { return nil }
        let key = HeaderNames.key(text)
        if key.unicodeScalars.contains(where: { (0x4E00...0x9FFF).contains($0.value) }) { return easternVersion(key) }
        if key == "spend" { return .actual }
        let words = words(text).filter { !fillers.contains($0) }
        guard !words.isEmpty else { return nil }
        if words.allSatisfy(actual.contains) { return .actual }
        if words.allSatisfy(budget.contains) { return .budget(isSure: true) }
        return words.allSatisfy { budget.contains($0) || plans.contains($0) } ? .budget(isSure: false) : nil
    }

    /// Whether a cell says that a cost was not planned, so that its column parts costs that were spent.
    static func isBeyondPlan(_ text: String) -> Bool {
        let key = HeaderNames.key(text)
        return ["unplanned", "unbudgeted", "nonbudgeted", "ungeplant", "outofbudget", "notplanned"].contains(key)
            || ["预算外", "计划外", "预算内", "计划内", "無予算"].contains(where: key.contains)
    }

    /// How a cell says a payment or a claim stands; nil where it says something else.
    static func standing(_ text: String) -> Standing? {
        guard text.utf8.count <= 80 else { return nil }
        let key = HeaderNames.key(text)
        if key.unicodeScalars.contains(where: { (0x4E00...0x9FFF).contains($0.value) }) { return easternStanding(key) }
        let words = words(text)
        guard !words.isEmpty else { return nil }
        if ["sentback", "notapproved", "unapproved", "disapproved", "nichtgenehmigt"].contains(where: key.hasPrefix) {
            return .dropped(isReversal: false)
        }
        if ["unsubmitted", "notsubmitted"].contains(key) { return .open }
        func has(_ set: Set<String>) -> Bool { words.contains(where: set.contains) }
        // `Not paid`, `Partially refunded`, `Approved, then rejected` say too much or too little.
        if has(hedges) { return nil }
        let found = [has(settled), has(dropped) || has(reversed), has(returned), has(open)]
        if found[3], has(paying), !found[1] { return .owed }
        guard found.count(where: { $0 }) == 1 else { return nil }
        return found[0]
            ? .settled : found[1] ? .dropped(isReversal: has(reversed)) : found[2] ? .returned : .open
    }

    private static func words(_ text: String) -> [String] {
        text.split { !$0.isLetter }.map { HeaderNames.key(String($0)) }.filter { !$0.isEmpty }
    }

    private static func easternVersion(_ key: String) -> Version? {
        guard key.count <= 12, !isBeyondPlan(key) else { return nil }
        let isActual = ["实际", "发生数", "发生额", "已发生", "执行数", "已执行", "决算", "実績", "实绩"].contains(where: key.contains)
        let isBudget = ["预算", "预测", "差异", "差额", "偏差", "予算", "予測", "見込", "见込"].contains(where: key.contains)
        let isPlan = ["计划", "計画", "目标", "剩余", "结余"].contains(where: key.contains)
        // `预算执行` and `实际vs预算` are no figures of one kind.
        if isActual { return isBudget || isPlan ? nil : .actual }
        return isBudget ? .budget(isSure: true) : isPlan ? .budget(isSure: false) : nil
    }

    private static func easternStanding(_ key: String) -> Standing? {
        func has(_ parts: [String]) -> Bool { parts.contains(where: key.contains) }
        if has(["待支付", "待付款", "未支付", "未付款", "待报销", "待打款", "待结算", "付款中", "支付中"]) { return .owed }
        if has(["退款", "退费", "返金"]) { return .returned }
        if has(["冲销", "冲红", "红冲", "冲正", "撤销", "作废", "取消", "キャンセル"]) { return .dropped(isReversal: true) }
        if has(["驳回", "拒绝", "不通过", "未通过", "失败", "退回", "撤回", "退单", "交易关闭", "不同意", "却下", "差戻"]) {
            return .dropped(isReversal: false)
        }
        if has(["审批中", "审核中", "待审", "待提交", "未提交", "草稿", "暂存", "处理中", "流转中", "待确认", "未审", "进行中", "承認待"]) { return .open }
        if has(["通过", "已支付", "已付款", "完成", "成功", "已报销", "已结算", "已打款", "已入账", "已审", "办结", "已付", "承認済"]) {
            return .settled
        }
        return nil
    }

    private static func set(_ words: String) -> Set<String> {
        Set(words.split(separator: " ").map { HeaderNames.key(String($0)) })
    }

    private static let actual = set(
        "actual actuals act spent ist istwert istwerte istkosten istzahlen tatsächlich réel réels réelle réalisé réalisée réalisés "
            + "real reales realizado realizados ejecutado executado consuntivo effettivo effettivi werkelijk realisatie")
    private static let budget = set(
        "budget budgets budgeted forecast forecasts forecasted fcst variance variances planwert planwerte plankosten planzahlen "
            + "sollkosten sollwert sollwerte budgetkosten prognose prognosen abweichung budgété prévision prévisions prévisionnel "
            + "écart presupuesto presupuestado previsión desviación orçamento orçado previsão preventivo scostamento begroting begroot"
    )
    private static let plans = set(
        "plan plans planned planning planung geplant soll target targets goal committed commitment commitments difference diff "
            + "delta deviation remaining available prévu prévus planifié previsto prevista planificado planejado pianificato gepland"
    )
    /// Words that say nothing of which figures are meant.
    private static let fillers = set(
        "fy cy q h v ver version original revised approved initial final latest ytd mtd annual monthly quarterly year month total "
            + "amount amounts cost costs spend spending expense expenses value values usd eur gbp cny rolling current full kosten wert "
            + "werte betrag jahr montant coût importe the of data figures scenario jan feb mar apr may jun jul aug sep oct nov dec"
    )

    private static let settled = set(
        "approved paid posted cleared settled complete completed reimbursed booked processed confirmed exported success successful "
            + "succeeded sent captured reconciled done closed gebucht bezahlt genehmigt erstattet abgeschlossen erledigt payé payée "
            + "approuvé remboursé comptabilisé validé terminé pagado pagada aprobado reembolsado contabilizado completado pago paga "
            + "aprovado reembolsado concluído pagato pagata approvato rimborsato completato contabilizzato betaald goedgekeurd")
    private static let dropped = set(
        "declined rejected failed denied blocked expired deleted discarded abgelehnt zurückgewiesen fehlgeschlagen gescheitert refusé "
            + "refusée rejeté rejetée échoué échec rechazado rechazada fallido fallida denegado recusado recusada rejeitado falhou "
            + "rifiutato rifiutata respinto fallito geweigerd afgewezen mislukt")
    private static let reversed = set(
        "reversed reversal reverted void voided cancelled canceled storniert storno annulliert annulé annulée anulado anulada cancelado "
            + "cancelada annullato annullata stornato geannuleerd")
    private static let returned = set(
        "refunded refund returned chargeback chargedback rückerstattet zurückgezahlt remboursement reembolso devuelto estornado "
            + "rimborso terugbetaald")
    private static let open = set(
        "pending processing authorized authorised authorization draft submitted awaiting review hold queued scheduled initiated "
            + "requested progress ausstehend vorgemerkt entwurf offen prüfung attente brouillon pendiente borrador pendente rascunho "
            + "attesa bozza openstaand concept")
    private static let hedges = set(
        "not no non partially partly partial nicht teilweise partiellement parcialmente parzialmente")
    /// What of an open thing says that only the money has not gone out.
    private static let paying = set(
        "payment pay reimbursement payout zahlung bezahlung paiement pago pagamento betaling remboursement")
}

/// Which columns of costs say whether they were spent, by their names.
enum SpentColumns {
    /// What a column may say.
    enum Kind { case version, standing, payment }

    /// What the columns of a file say, by their places, as far as their names tell.
    static func kind(_ name: String) -> Kind? {
        let key = HeaderNames.key(name)
        if payments.contains(key) { return .payment }
        if standings.contains(key) { return .standing }
        if versions.contains(key) { return .version }
        // `Plan/Ist`, `Budget or Actual`, `预算/实际`
        let parts = name.split { "/|&-– ".contains($0) }.map { SpentWords.version(String($0)) }
        let isBoth = parts.contains(.actual) && parts.contains { $0 != nil && $0 != .actual }
        return isBoth ? .version : nil
    }

    /// Whether a name says that payments or claims stand somewhere, not campaigns.
    static func isOfPayments(_ name: String) -> Bool { !campaigns.contains(HeaderNames.key(name)) }

    /// Names of amounts of the budget, beside which those of what was spent stand.
    static let budgets = [
        "budget", "budgeted", "budget amount", "plan", "planned", "planned spend", "planned cost", "planned amount", "forecast",
        "spend budget", "spend plan", "spend planned", "budget spend", "soll", "plankosten", "budgété", "prévu", "presupuesto",
        "orçado", "orçamento",
        "preventivo", "预算",
        "预算数", "预算金额", "预算费用", "计划", "计划金额", "计划费用", "计划花费", "预算额",
    ]

    private static func set(_ names: String...) -> Set<String> { Set(names.map(HeaderNames.key)) }

    private static let versions = set(
        "type", "scenario", "version", "versions", "data type", "measure", "measures", "data", "kind", "value type",
        "amount type",
        "budget type", "figure type", "record type", "row type", "line type", "cost type", "spend type", "basis", "ledger type",
        "scenario name", "version name", "budget version", "szenario", "typ", "art", "wertart", "datenart", "werttyp",
        "scénario",
        "type de données", "escenario", "versión", "tipo", "tipo de dato", "cenário", "versão", "versione", "类型", "版本", "数据类型",
        "口径", "数据口径", "场景", "情景", "性质", "预算类型", "金额类型", "数据版本", "版本名称", "指标", "费用性质", "区分", "種別", "バージョン")
    /// Names that say of nothing what its status is: it may be the campaign's.
    private static let bare = set("status", "state", "statut", "estado", "stato", "situação", "状态", "ステータス")
    private static let campaigns = bare.union(set("campaign status", "campaign state", "活动状态"))
    private static let standings = bare.union(
        set(
            "transaction status", "transaction state", "approval status", "report status", "expense status", "claim status",
            "reimbursement status", "invoice status", "bill status", "settlement status", "posting status", "entry status",
            "request status", "document status", "workflow status", "approval", "approval state", "buchungsstatus",
            "genehmigungsstatus", "belegstatus", "transaktionsstatus", "statut de la transaction", "statut de la dépense",
            "statut d'approbation", "estado de la transacción", "estado de aprobación", "estado del gasto",
            "status da transação",
            "status da despesa", "stato transazione", "stato approvazione", "审批状态", "审核状态", "交易状态", "报销状态", "单据状态", "流程状态",
            "审批结果", "审核结果", "订单状态", "当前状态", "申请状态", "审批结论")
    )
    private static let payments = set(
        "payment status", "payment state", "paid status", "payout status", "zahlungsstatus", "bezahlstatus",
        "statut de paiement",
        "statut du paiement", "estado de pago", "estado del pago", "status do pagamento", "stato pagamento", "付款状态", "支付状态",
        "打款状态",
        "结算状态")
}
