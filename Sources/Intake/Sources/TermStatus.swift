/// What the status of a subscription says of it, in the words of its language, with a number before it and a reason behind.
enum TermStatus {
    /// Whether it counts.
    enum Meaning {
        /// It runs, or has yet to end.
        case live
        /// It is no subscription, or none yet: trial, draft, incomplete, void or quote.
        case noTerm
        /// It is over.
        case ended
        /// It rests for a time.
        case paused
        /// Nobody knows.
        case unknown

        /// Whether it is over, or is no subscription.
        var isNone: Bool { self == .ended || self == .noTerm }
    }

    /// What a status says; of none that it runs.
    static func meaning(of text: String) -> Meaning {
        let key = HeaderNames.key(text)
        if key.isEmpty { return .live }
        if let known = known(key) { return known }
        let joined = meaning(StatusParts(text, cutsHyphens: false))
        return joined == .unknown && text.contains("-") ? meaning(StatusParts(text, cutsHyphens: true)) : joined
    }

    private static func meaning(_ status: StatusParts) -> Meaning {
        guard let first = known(status.head) else { return isLeaving(status.parts.first ?? []) ? .live : .unknown }
        let others = status.rest.map { $0.joined() }
        let alike = Set(others.compactMap(known))
        switch first {
        case .live:
            return alike.isDisjoint(with: [.noTerm, .ended]) ? .live : .unknown
        case .noTerm:
            return status.says(conversions, eastern: easternConversions) ? .unknown : .noTerm
        case .ended:
            if status.rest.contains(where: isProposal) { return .live }
            if alike.contains(.noTerm) { return .noTerm }
            if status.rest.contains(where: isAtEnd) { return isCancellation(status.head) ? .live : .unknown }
            let runs = others.contains { known($0) == .live && !customers.contains($0) }
            let isDoubtful =
                status.says(returns, eastern: easternReturns) || status.says(futures, eastern: easternFutures)
                || status.namesDay
            return runs || isDoubtful ? .unknown : .ended
        default: return first
        }
    }

    private static func known(_ key: String) -> Meaning? {
        if ended.contains(key) { return .ended }
        if noTerms.contains(key) { return .noTerm }
        return paused.contains(key) ? .paused : live.contains(key) ? .live : nil
    }

    /// Whether an end is said to be yet to come: `Pending cancellation`, `Scheduled to cancel`, `Canceled at period end`.
    private static func isLeaving(_ words: [String]) -> Bool {
        guard words.contains(where: isCancellation) else { return false }
        return words.contains { ["will", "soon"].contains($0) || approvals.contains($0) } || isAtEnd(words)
    }

    private static func isCancellation(_ word: String) -> Bool { word.hasPrefix("cancel") || cancellations.contains(word) }

    /// `at period end`, `at the end of term`, `at next renewal`
    private static func isAtEnd(_ words: [String]) -> Bool {
        guard let at = words.firstIndex(where: { ["at", "zum", "on", "upon"].contains($0) }) else { return false }
        return words[at...].contains { ends.contains($0) }
    }

    /// Whether words behind an end say, and nothing else, that somebody has yet to agree to it: `取消（审批中）`, `Canceled - pending approval`.
    private static func isProposal(_ words: [String]) -> Bool {
        if words.count == 1, StatusParts.isEastern(words[0]) { return easternApprovals.contains(where: words[0].contains) }
        return words.contains(where: approvals.contains)
            && words.allSatisfy { approvals.contains($0) || approvers.contains($0) }
    }

    private static let cancellations = StatusParts.words(
        "terminate terminates terminated termination expire expires expiring end ends ending churn churning stop",
        "kündigung gekündigt", "résiliation résilié résiliée")
    private static let approvals = StatusParts.words(
        "pending awaiting requested requesting scheduled schedule upcoming", "beantragt vorgemerkt geplant ausstehend",
        "demandée demandé attente prévu prévue", "pendiente programado programada solicitado solicitada", "pendente solicitada")
    /// Who agrees, and to what.
    private static let approvers = StatusParts.words(
        "approval confirmation review for to be by of the manager management finance legal final not yet", "en")
    /// Words that behind an end are of who left, not of what became of it.
    private static let customers = StatusParts.phrases(
        "customer,client,kunde,cliente,subscriber,new,neu,existing,standard,regular,renewal,expansion,upsell,new business,付费客户,老客户,新客户,正式客户"
    )
    private static let futures = StatusParts.words(
        "will soon future planned until effective notice pending awaiting scheduled upcoming", "bis ab wird", "échéance",
        "hasta")
    private static let ends = StatusParts.words(
        "period term cycle renewal end", "laufzeitende periodenende vertragsende")
    private static let easternApprovals = ["审批中", "审核中", "待审", "待确认", "申请", "办理中", "处理中", "待生效", "期末"]
    private static let easternFutures = ["将于", "预计", "到期后", "月底", "年底", "拟"]
    private static let returns = StatusParts.words(
        "active live reactivated reopened resumed restored reinstated recovered renewed rescinded revoked reversed withdrawn saved "
            + "retained regained", "reaktiviert verlängert fortgesetzt", "réactivé renouvelé",
        "reactivado reactivada renovado renovada")
    private static let easternReturns = ["恢复", "已挽回", "挽回成功", "重新", "复签", "激活", "已续", "转正", "转付费", "生效"]
    private static let conversions = returns.union(
        StatusParts.words(
            "converted paid paying won upgraded activated accepted signed", "bezahlt angenommen unterschrieben",
            "converti payé signé",
            "convertido pagado firmado"))
    private static let easternConversions = easternReturns + ["付费", "已签", "签约", "已付", "成交"]

    private static let noTerms = StatusParts.phrases(
        "trial,trialing,trialling,in trial,free trial,on trial,trial period,draft,drafted,incomplete,incomplete expired,failed",
        "trial ended,trial expired,expired trial,trial extended,trial cancelled,trial canceled,pending activation,pending acceptance",
        "void,voided,quote,quoted,quotation,evaluation,evaluating,in evaluation,evaluation period,trial customer,trial user,demo",
        "testphase,in testphase,testzeitraum,testversion,im test,kostenlose testphase,entwurf,angebot,ungültig",
        "essai,en essai,période d'essai,essai gratuit,brouillon,devis",
        "prueba,en prueba,periodo de prueba,prueba gratuita,borrador,presupuesto,teste,em teste,período de teste,rascunho",
        "prova,in prova,periodo di prova,prova gratuita,bozza,preventivo",
        "试用,试用中,试用期,免费试用,草稿,草稿中,未完成,不完整,作废,已作废,报价,报价中,试用客户,试用版,体验,体验中,体验版,撤销,已撤销,撤回,已撤回",
        "审批中,待审批,未签,未签约,待签,待签约,未签署,待签署,试用延长,延长试用,试用到期,试用已到期,试用结束,试用已结束,试用过期,试用已过期,免费体验,体验期,草案,已报价,演示")

    private static let paused = StatusParts.phrases(
        "paused,pause,on hold,suspended,frozen,dormant,pausiert,ruhend,ruht,ausgesetzt,stillgelegt,en pause,suspendu,suspendue,suspendido",
        "suspendida,suspenso,suspensa,pausado,pausada,in pausa,sospeso,sospesa",
        "暂停,已暂停,暂停中,暂停服务,中止,已中止,冻结,已冻结,停机,已停机,停服,已停服,休眠,挂起,已挂起")

    private static let ended = StatusParts.phrases(
        "cancelled,canceled,cancelled subscription,canceled subscription,cancelled by customer,expired,ended,terminated,churned,inactive",
        "closed,unpaid,refunded,lapsed,deactivated,stopped,completed,lost,lost customer,not renewed,non-renewed,did not renew,unsubscribed",
        "discontinued,churn,churned customer,former customer,past customer,former,ex-customer,voluntary churn,involuntary churn",
        "voluntarily cancelled,voluntarily canceled,involuntarily cancelled,involuntarily canceled,disabled,deleted,not active,no longer active",
        "gekündigt,gekuendigt,beendet,abgelaufen,storniert,ausgelaufen,aufgelöst,inaktiv,nicht verlängert,verloren,ehemalig,erloschen",
        "résilié,résiliée,annulé,annulée,expiré,expirée,terminé,terminée,inactif,inactive,perdu,non renouvelé,non renouvelée,arrêté",
        "cancelado,cancelada,vencido,vencida,expirado,expirada,finalizado,finalizada,terminado,terminada,caducado,caducada,inactivo,inactiva",
        "de baja,baja,no renovado,no renovada,perdido,perdida,encerrado,encerrada,inativo,inativa,rescindido,rescindida,não renovado",
        "annullato,annullata,disdetto,disdetta,scaduto,scaduta,terminato,cessato,cessata,inattivo,inattiva,opgezegd,beëindigd,verlopen",
        "解約,解約済み,解約済,終了",
        "取消,已取消,终止,已终止,到期,已到期,过期,已过期,已退订,退订,流失,已流失,未付款,退款,已退款,关闭,已关闭,已结束,已停用,停用,失效,已失效,已终结,已過期,已到期未續",
        "已終止,已退款未付,解约,已解约,提前终止,已提前终止,退费,已退费,未续约,到期未续,到期未续约,已到期未续,已到期未续约,流失客户,退租,已退租,结束,注销,已注销,已取消订阅",
        "终止合作,已终止合作,合作终止,合作已终止,停止合作,已停止合作,结束合作,已结束合作,合作结束,合作已结束,不续费,不再续费,不续约,不再续约,未续费,已不续费,到期不续,到期未续费",
        "已到期未续费,未续签,不续签,到期未续签,解除,已解除,解除合同,已解除合同,销户,已销户,已流失客户,已断约,无效,已无效,废止,已废止")

    /// What usual statuses of running subscriptions are called; those of late payers too, as they go on.
    private static let live = StatusParts.phrases(
        "active,activated,live,current,current customer,in force,enforced,signed,fully signed,executed,fully executed,paid,paying,paying customer",
        "paid up,fully paid,ok,open,running,ongoing,on-going,valid,enabled,on,yes,true,started,in service,in use,onboarding,renewed,renewing",
        "auto-renew,auto renewal,auto-renewing,auto renewed,recurring,subscribed,subscriber,customer,existing,existing customer,client,active customer",
        "active subscription,approved,accepted,won,closed won,booked,confirmed,committed,contracted,effective,installed,provisioned,deployed,good",
        "good standing,in good standing,healthy,normal,regular,standard,converted,trial converted,converted from trial,upgraded,downgraded,amended",
        "expanded,new,new customer,new business,renewal,upsell,expansion,reactivated,resumed,reinstated,restarted,scheduled,future,upcoming,not started,month to month,evergreen,perpetual",
        "past due,overdue,delinquent,dunning,in dunning,grace,in grace,grace period,in grace period,in arrears,assessing,soft failure,invoiced,billed",
        "non-renewing,not renewing,will not renew,cancelling,canceling,notice given,in notice,notice period,under notice,at risk,expiring,expiring soon",
        "up for renewal,in renewal,pending renewal,renewal pending,due for renewal,about to expire,winback,won back",
        "aktiv,aktive,aktiver,aktives,laufend,läuft,laufender vertrag,bestehend,bestand,bestandskunde,gültig,bezahlt,gezahlt,unterschrieben,unterzeichnet",
        "in betrieb,verlängert,wirksam,in kraft,aktivkunde,aktiver kunde,kunde,ungekündigt,neu,neukunde,überfällig,in kündigung,offen,freigeschaltet",
        "actif,active,actifs,actives,en cours,en service,en vigueur,valide,signé,signée,payé,payée,reconduit,reconduite,renouvelé,renouvelée,client,à jour",
        "en retard,nouveau,ouvert,validé,validée",
        "activo,activa,activos,activas,vigente,vigentes,en vigor,en servicio,firmado,firmada,pagado,pagada,alta,en curso,válido,válida,renovado,renovada",
        "al día,al corriente,nuevo,nueva,cliente,abierto,abierta,ativo,ativa,assinado,assinada,pago,paga,em dia,em vigor,em andamento,novo,nova",
        "attivo,attiva,in corso,in vigore,valido,valida,firmato,firmata,pagato,pagata,rinnovato,rinnovata,actief,actieve,lopend,lopende,geldig,betaald",
        "有効,契約中,利用中,ご利用中,継続,継続中,アクティブ,更新済み,更新済,稼働中",
        "生效,已生效,生效中,正常,服务中,使用中,在用,有效,有效期内,有效中,执行中,执行,履行中,履行,履约中,合作中,合作,合作客户,已合作,已签,已签约,已签署,已签订,签约,签订,签署,签约客户",
        "已付款,已付费,付费,付费中,付费客户,已支付,已缴费,已收款,已回款,在约,在网,在租,在服,在服务,在保,在合同期,合同期内,活跃,活跃客户,激活,已激活,启用,已启用,启用中,开通,已开通,开启",
        "运行中,运行,进行中,续费,已续费,续约,已续约,续费中,续约中,续签,续签中,已续签,正式,正式客户,正式版,正式用户,转正,已转正,试用转正,试用转付费,已转付费,已确认,已审批,审批通过,已审核,审核通过",
        "已成交,成交,成交客户,老客户,新客户,新签,新购,新增,首购,有效客户,已上线,上线,上线中,运营中,订阅中,已订阅,正常使用,正常服务,正常合作,正常履行,正常执行,存续,存续期,存续中,归档,已归档,已盖章,双方已盖章,已盖章归档",
        "逾期,已逾期,欠费,待生效,未开始,未到期,即将到期,快到期,临期,待续费,待续约,待续签,取消中,待取消,退订中,流失风险,有流失风险,流失预警,即将流失,在期,期内,增购,升级,已升级,交付中,实施中")
}
