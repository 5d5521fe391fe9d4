/// What a stage or a status says that became of a deal, in the words of the vendors' languages: with a number before it
/// (`6 - Closed Won`), a reason or a probability behind it (`Lost: price`, `Closed Won (100%)`).
enum StageWords {
    /// Won or lost; nil where it says neither, or takes it back (`Not won yet`).
    static func outcome(_ text: String) -> Derivation.Outcome? {
        let parts = parts(of: text)
        guard let first = parts.firstIndex(where: { verdict($0) != .silent }) else { return nil }
        let outcome: Derivation.Outcome
        switch verdict(parts[first]) {
        case .won: outcome = .won
        case .lost: outcome = .lost
        default: return nil
        }
        for part in parts[(first + 1)...] {
            let other = verdict(part)
            if outcome == .won && (other == .lost || !reserves.isDisjoint(with: part)) { return nil }
            if outcome == .lost && (other == .won || !returns.isDisjoint(with: part)) { return nil }
        }
        return outcome
    }

    private enum Verdict { case won, lost, silent, other }

    /// What some words say by themselves.
    private static func verdict(_ words: [String]) -> Verdict {
        let telling = words.filter { !plain.contains($0) && !isNumber($0) }
        guard let first = telling.first else { return .silent }
        if let word = chinese(first), telling.count == 1 { return word }
        if losses.contains(first) {
            return telling.dropFirst().contains { wins.contains($0) || returns.contains($0) } ? .other : .lost
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
        "lost loss closedlost closelost deallost lostclosed unqualified disqualified", "verloren verlorene",
        "perdu perdue perdus perdues", "perdido perdida perdidos perdidas", "perso persa persi perse",
        "förlorad förlorat tabt tapt", "przegrana przegrany przegrane", "kaybedildi", "проиграна проиграно проигран", "실주")

    /// Words that say nothing of what became of it.
    private static let plain = words(
        "closed close closing deal deals opportunity opportunities opp lead stage status outcome is was as and sale sales",
        "abgeschlossen abgeschlossene abschluss geschlossen geschäft auftrag verkaufschance phase und",
        "fermé fermée clos close clôturé clôturée clôture conclu conclue affaire opportunité transaction vente et",
        "cerrado cerrada cierre negocio oportunidad venta trato y",
        "fechado fechada fechamento negócio oportunidade venda concluído e",
        "chiuso chiusa chiusura trattativa affare opportunità vendita concluso conclusa ed", "gesloten afgesloten kans en",
        "закрыта закрыто сделка")

    /// Words beside a win that make it none.
    private static let doubts = reserves.union(
        words(
            "no non never yet almost nearly by back if t be to soon against versus vs",
            "kein keine fast nie pas ne sin aún casi sem", "quasi geen"))

    /// Words that, behind a win, say that it is none yet.
    private static let reserves = words(
        "not pending awaiting waiting expected likely probably", "nicht noch attente não ainda ancora niet nog")

    /// Words behind a loss that say that it is none any more.
    private static let returns = words("reopened recovered reactivated revived")

    /// What one word in Chinese or Japanese letters says; nil for one in other letters.
    private static func chinese(_ word: String) -> Verdict? {
        guard word.unicodeScalars.contains(where: { $0.value >= 0x3040 && $0.value < 0xA000 }) else { return nil }
        var rest = word
        for part in chinesePlain { rest = rest.replacing(part, with: "") }
        if rest.isEmpty { return .silent }
        if chineseWins.contains(rest) { return .won }
        if chineseLosses.contains(rest) { return .lost }
        let isLoss = ["输单", "丢单", "失注", "失单"].contains { rest.hasPrefix($0) }
        return isLoss && !["风险", "概率", "可能", "预警", "后", "挽回"].contains(where: rest.contains) ? .lost : .other
    }

    private static let chinesePlain = [
        "已", "关闭", "结束", "商机", "客户", "项目", "订单", "商谈", "案件", "交易", "阶段", "状态", "并", "但", "最终", "完了", "确定", "済み", "済", "した",
    ]
    private static let chineseWins: Set<String> = [
        "赢单", "赢", "赢得", "成交", "签约", "签约成功", "签单", "成单", "中标", "成功", "成交成功", "受注", "成约", "成立", "获胜",
    ]
    private static let chineseLosses: Set<String> = [
        "输单", "输", "丢单", "失单", "失注", "流失", "无效", "丢失", "失败", "战败", "未中标", "不成立", "失去",
    ]
}
