import Languages
import Testing

@testable import Intake

/// What stages and statuses of deals say that became of them.
@Suite struct StageWordsTests {
    @Test func `won, in the vendors' languages, with a number before and a reason behind`() {
        for text in [
            "Won", "won", "Closed Won", "closedwon", "ClosedWon", "closed_won", "CLOSED-WON", "Closed/Won", "Deal Won",
            "6 - Closed Won",
            "06. Closed Won", "6) Won", "S6 Closed Won", "Closed Won (100%)", "100% - Closed Won", "Won: upsell",
            "Won - renewal",
            "Closed Won - Annual", "Closed won annual plan", "🎉 Won", "Opportunity is won", "Gewonnen",
            "Abgeschlossen und gewonnen",
            "Abgeschlossen (gewonnen)", "Geschlossen, gewonnen", "Auftrag gewonnen", "Gagné", "Gagne", "Fermé gagné",
            "Fermée gagnée",
            "Conclue (gagnée)", "Affaire gagnée", "Ganado", "Ganada", "Cerrada ganada", "Cerrado y ganado", "Cierre ganado",
            "Ganho",
            "Fechado ganho", "Fechado e ganho", "Negócio ganho", "Vinto", "Chiusa vinta", "Chiuso - Vinto", "Trattativa vinta",
            "Gewonnen (deal)", "Afgesloten - gewonnen", "Wygrana", "Vunnen", "受注", "成約", "受注済み", "6.受注", "商談成立", "赢单", "贏單",
            "已赢单", "赢单关闭", "成交", "已成交", "签约", "客户签约", "成功关闭", "已结束并赢得客户", "Negócio fechado", "Успешно реализовано",
            "Сделка успешна", "Voitettu", "Stängd vunnen",
            "Lukket vundet", "Zamknięte wygrane", "Chiuso con successo", "赢单（签约）", "수주",
        ] { #expect(StageWords.outcome(text) == .won, "\(text)") }
    }

    @Test func `lost, likewise`() {
        for text in [
            "Lost", "Closed Lost", "closedlost", "06. Lost", "7 - Closed Lost", "Lost: price", "Lost - no budget",
            "Lost to competitor",
            "Closed Lost (0%)", "Closed lost to competition", "Unqualified", "Verloren",
            "Abgeschlossen und verloren", "Geschlossen, verloren", "Perdu", "Fermée perdue", "Perdido", "Cierre perdido",
            "Cerrada perdida", "Fechado perdido", "Perso", "Chiusa persa", "Gesloten - verloren", "失注", "失注：価格", "输单", "丢单",
            "输单-价格", "已输单", "輸單", "未中标", "无效", "已结束但客户流失", "실주", "Abandoned", "Dead", "Disqualified: no budget", "放弃", "已放弃",
            "客户放弃", "输单审批通过", "输单（审批通过）", "Lost: pending review of budget", "Lost - waiting for next year", "Aufgegeben",
            "Abandonnée", "Descartado", "Closed - Not Converted", "Not qualified", "Out-Sold", "Закрыто и не реализовано",
            "Сделка провалена",
            "Hävitty", "Stängd förlorad", "Lukket tabt", "Zamknięte przegrane", "Chiuso senza successo", "未转化", "转化失败",
        ] { #expect(StageWords.outcome(text) == .lost, "\(text)") }
    }

    @Test func `what says neither, or takes it back, is neither`() {
        for text in [
            "", "Negotiation", "Wonderful prospect", "Not won yet", "Won't do", "Won back", "Won/Lost", "Closed Won/Lost",
            "Not lost",
            "Closed", "Abgeschlossen", "Fermé", "Contract signed", "Closed - Converted", "Converted", "Negócio", "Out", "Sold",
            "Won - pending signature", "Won by competitor",
            "Nicht gewonnen",
            "Noch nicht verloren", "Pas encore gagné", "No ganado", "Non vinta", "Lostwithiel", "Lost - reopened", "未成交", "签约中",
            "受注見込み", "输单申请", "输单审批中", "赢单审批中", "赢单申请", "赢单（审批中）", "输单（待审批）", "待赢单", "预计输单", "Pending close",
            "Pending Closed Lost", "Lost - pending approval", "Lost pending manager approval", "Loss requested",
            "Closed Lost (in review)",
            "Won - approval", "Verloren - in Prüfung", "Perdu (en attente d'approbation)", "Deadline set",
            "输单风险", "赢单概率", "9462734", "Winter campaign", "Personal", "Persona", "Ganhando",
        ] { #expect(StageWords.outcome(text) == nil, "\(text)") }
    }

    @Test func `over, and not how`() {
        for text in [
            "Closed", "closed", "Geschlossen", "Cerrada", "Cancelled", "Canceled: duplicate", "Deal rejected", "No decision",
            "已关闭", "商机关闭",
            "关闭", "已取消", "终止", "Closed - no decision", "Closed: customer unreachable", "Duplicate", "Fechado", "已完成", "重复线索",
        ] { #expect(StageWords.isEnd(text) && StageWords.outcome(text) == nil, "\(text)") }
        for text in [
            "", "Close", "Closing", "Closed - Converted", "Enclosed", "Negotiation", "关闭中", "待关闭", "Open", "Closed won",
            "Pending close",
        ] { #expect(!StageWords.isEnd(text), "\(text)") }
    }
}
