/// What a stage or a status says that became of a deal, in the words of the vendors' languages: with a number before it
/// (`6 - Closed Won`), a reason or a probability behind it (`Lost: price`, `Closed Won (100%)`).
enum StageWords {
    /// Won or lost; nil where it says neither, or takes it back (`Not won yet`).
    static func outcome(_ text: String) -> Derivation.Outcome? {
        let parts = parts(of: text)
        if let known = wholes[parts.joined().joined(separator: " ")] { return known }
        guard let first = parts.firstIndex(where: { verdict($0) != .silent }) else { return nil }
        let outcome: Derivation.Outcome
        switch verdict(parts[first]) {
        case .won: outcome = .won
        case .lost: outcome = .lost
        default: return nil
        }
        for part in parts[(first + 1)...] {
            let other = verdict(part)
            if isProposal(part) { return nil }
            if outcome == .won && (other == .lost || !reserves.isDisjoint(with: part)) { return nil }
            if outcome == .lost && (other == .won || !returns.isDisjoint(with: part)) { return nil }
        }
        return outcome
    }

    /// Whether a stage or a status says that it is over without saying whether it was won or lost: `Closed`, `Cancelled - budget`.
    static func isEnd(_ text: String) -> Bool {
        let parts = parts(of: text)
        guard let first = parts.first else { return false }
        // A lead that was converted goes on as a deal.
        if parts.last == ["converted"] { return false }
        if closings.contains(first.filter { !subjects.contains($0) }.joined()) { return true }
        if cancellations.contains(first.filter { !subjects.contains($0) }.joined()) { return true }
        guard parts.count == 1, first.count == 1, isChinese(first[0]) else { return false }
        var rest = first[0]
        for part in chineseSubjects { rest = rest.replacing(part, with: "") }
        return chineseEnds.contains(rest)
    }

    /// The stages by which CRMs end deals, and statuses by which they end leads, as a whole: of their words alone none says so.
    private static let wholes: [String: Derivation.Outcome] = {
        let texts: [(Derivation.Outcome, [String])] = [
            (
                .won,
                [
                    "negócio fechado", "negócio ganho", "chiuso con successo", "успешно реализовано", "сделка успешна",
                    "voitettu",
                ]
            ),
            (
                .lost,
                [
                    "closed not converted", "not converted", "not qualified", "closed not qualified", "out sold", "outsold",
                    "chiuso senza successo", "закрыто и не реализовано", "сделка провалена", "hävitty", "未转化", "未转换",
                    "转化失败",
                ]
            ),
        ]
        return Dictionary(
            texts.flatMap { outcome, texts in
                texts.map { (parts(of: $0).joined().joined(separator: " "), outcome) }
            }, uniquingKeysWith: { first, _ in first })
    }()

    private enum Verdict { case won, lost, silent, other }

    /// Whether words behind a win or a loss say that somebody has yet to agree to it: `Lost - pending approval`, `输单（审批中）`.
    private static func isProposal(_ words: [String]) -> Bool {
        if words.count == 1, isChinese(words[0]) { return isChineseProposal(words[0]) }
        return words.contains(where: approvals.contains)
            && words.allSatisfy { approvals.contains($0) || approvers.contains($0) }
    }

    /// What some words say by themselves.
    private static func verdict(_ words: [String]) -> Verdict {
        let telling = words.filter { !plain.contains($0) && !isNumber($0) }
        guard let first = telling.first else { return .silent }
        if let word = chinese(first), telling.count == 1 { return word }
        if losses.contains(first) {
            let rest = telling.dropFirst()
            return rest.contains { wins.contains($0) || returns.contains($0) } || isProposal(Array(rest)) ? .other : .lost
        }
        guard wins.contains(first) else { return .other }
        let rest = telling.dropFirst().filter { !wins.contains($0) }
        if rest.isEmpty { return .won }
        // `Closed won annual plan` cannot be mistaken, `Won back` can.
        guard let place = words.firstIndex(of: first), place > 0, plain.contains(words[place - 1]) else { return .other }
        return rest.contains { doubts.contains($0) || losses.contains($0) } ? .other : .won
    }

    /// `6`, `06`, `S6`, `100`.
    private static func isNumber(_ word: String) -> Bool {
        let digits = word.drop { $0.isLetter }
        return !digits.isEmpty && digits.allSatisfy(\.isNumber) && word.count - digits.count <= 2
    }

    /// The words of a text, in parts between which more stands than a blank.
    private static func parts(of text: String) -> [[String]] {
        var parts: [[String]] = [[]]
        var (word, previous) = ("", Character(" "))
        func take() {
            let key = HeaderNames.key(word)
            word = ""
            if !key.isEmpty { parts[parts.count - 1].append(key) }
        }
        for character in text {
            if character.isLetter || character.isNumber {
                if character.isUppercase, previous.isLowercase { take() }
                word.append(character)
            } else {
                take()
                let joins = character.isWhitespace || "_'’.&+".contains(character)
                if !joins, !parts[parts.count - 1].isEmpty { parts.append([]) }
            }
            previous = character
        }
        take()
        return parts.filter { !$0.isEmpty }
    }

    private static func words(_ lines: String...) -> Set<String> {
        Set(lines.joined(separator: " ").split(separator: " ").map { HeaderNames.key(String($0)) })
    }

    private static let wins = words(
        "won win closedwon closewon dealwon wonclosed", "gewonnen gewonnene", "gagné gagnée gagnés gagnées remporté remportée",
        "ganado ganada ganados ganadas", "ganho ganha ganhos ganhas", "vinto vinta vinti vinte", "vunnen vunnet vundet",
        "wygrana wygrany wygrane", "kazanıldı", "выиграна выиграно выигран", "수주 성사")

    private static let losses = words(
        "lost loss closedlost closelost deallost lostclosed unqualified disqualified abandoned dead",
        "verloren verlorene aufgegeben disqualifiziert",
        "perdu perdue perdus perdues abandonné abandonnée disqualifié disqualifiée",
        "perdido perdida perdidos perdidas abandonado abandonada descartado descartada descalificado desqualificado",
        "perso persa persi perse abbandonato abbandonata",
        "förlorad förlorat tabt tapt", "przegrana przegrany przegrane", "kaybedildi", "проиграна проиграно проигран", "실주")

    /// Words that say nothing of what became of it.
    private static let plain = words(
        "closed close closing deal deals opportunity opportunities opp lead stage status outcome is was as and sale sales",
        "abgeschlossen abgeschlossene abschluss geschlossen geschäft auftrag verkaufschance phase und",
        "fermé fermée clos close clôturé clôturée clôture conclu conclue affaire opportunité transaction vente et",
        "cerrado cerrada cierre negocio oportunidad venta trato y",
        "fechado fechada fechamento negócio oportunidade venda concluído e",
        "chiuso chiusa chiusura trattativa affare opportunità vendita concluso conclusa ed", "gesloten afgesloten kans en",
        "stängd avslutad lukket afsluttet zamknięte zamknięta zamknięty",
        "закрыта закрыто сделка")

    /// Words beside a win that make it none.
    private static let doubts = reserves.union(
        words(
            "no non never yet almost nearly by back if t be to soon against versus vs",
            "kein keine fast nie pas ne sin aún casi sem", "quasi geen"))

    /// Words that, behind a win, say that it is none yet.
    private static let reserves = words(
        "not pending awaiting waiting expected likely probably", "nicht noch attente não ainda ancora niet nog")

    /// Words that, behind a win or a loss and with none but ``approvers`` beside them, say that it has yet to be agreed to.
    private static let approvals = words(
        "pending awaiting waiting approval approve approved review confirm confirmation request requested requests requesting tbc",
        "genehmigung freigabe prüfung beantragt bestätigung", "attente approbation validation demandé demandée",
        "pendiente pendente aprobación aprovação revisión revisão solicitado solicitada", "attesa approvazione conferma",
        "goedkeuring bevestiging")
    private static let approvers = words(
        "for to be by in of on under the manager management finance legal sales deal desk final internal not yet",
        "in zur noch",
        "en d de", "di", "op")

    /// Words that say that something is over, and not how.
    private static let closings = words(
        "closed geschlossen fermé fermée clos clôturé clôturée cerrado cerrada fechado fechada chiuso chiusa gesloten")
    private static let cancellations = words(
        "cancelled canceled rejected declined dropped withdrawn terminated expired duplicate duplicated junk archived",
        "storniert abgebrochen abgelehnt",
        "annulé annulée refusé refusée cancelado cancelada rechazado rechazada recusado recusada annullato annullata",
        "rifiutato rifiutata geannuleerd afgewezen"
    ).union(["nodecision"])
    /// What is over, beside such words.
    private static let subjects = words(
        "deal opportunity opp lead is was", "geschäft verkaufschance", "affaire opportunité", "negocio oportunidad",
        "negócio oportunidade", "trattativa opportunità")

    /// Words behind a loss that say that it is none any more.
    private static let returns = words("reopened recovered reactivated revived")

    /// What one word in Chinese or Japanese letters says; nil for one in other letters.
    private static func chinese(_ word: String) -> Verdict? {
        guard isChinese(word) else { return nil }
        var rest = word
        for part in chineseApprovals { rest = rest.replacing(part, with: "") }
        for part in chinesePlain { rest = rest.replacing(part, with: "") }
        if rest.isEmpty { return .silent }
        if chineseWins.contains(rest) { return .won }
        if chineseLosses.contains(rest) { return .lost }
        let isLoss = ["输单", "丢单", "失注", "失单"].contains { rest.hasPrefix($0) }
        let isDoubtful = ["风险", "概率", "可能", "预警", "后", "挽回"].contains(where: rest.contains) || isChineseProposal(rest)
        return isLoss && !isDoubtful ? .lost : .other
    }

    private static func isChinese(_ word: String) -> Bool {
        word.unicodeScalars.contains { $0.value >= 0x3040 && $0.value < 0xA000 }
    }

    /// Whether a word says that somebody has yet to agree: `审批中`, `申请`, `待确认`.
    private static func isChineseProposal(_ word: String) -> Bool {
        ["申请", "审批", "审核", "复核", "待确认", "确认中", "待定"].contains(where: word.contains)
            && !chineseApprovals.contains(where: word.contains)
    }

    /// What says that those who had to agree did.
    private static let chineseApprovals = ["申请通过", "审批通过", "审核通过", "已审批", "已审核", "审批完成", "审核完成"]

    /// What is over, and words that say that it is, and not how.
    private static let chineseSubjects = ["已", "商机", "客户", "项目", "订单", "线索", "交易", "案件", "的"]
    private static let chineseEnds: Set<String> = [
        "关闭", "结束", "完成", "终止", "中止", "取消", "作废", "撤销", "拒绝", "重复", "クローズ", "キャンセル", "関閉",
    ]

    private static let chinesePlain = [
        "已", "关闭", "结束", "商机", "客户", "项目", "订单", "商谈", "案件", "交易", "阶段", "状态", "并", "但", "最终", "完了", "确定", "済み", "済", "した",
    ]
    private static let chineseWins: Set<String> = [
        "赢单", "赢", "赢得", "成交", "签约", "签约成功", "签单", "成单", "中标", "成功", "成交成功", "受注", "成约", "成立", "获胜",
    ]
    private static let chineseLosses: Set<String> = [
        "输单", "输", "丢单", "失单", "失注", "流失", "无效", "丢失", "失败", "战败", "未中标", "不成立", "失去", "放弃",
        "弃单", "主动放弃",
    ]
}
