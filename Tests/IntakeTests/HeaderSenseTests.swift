import Testing

@testable import Intake

/// Names of columns that are one whatever the letters, the order and the form of their words.
@Suite struct HeaderSenseTests {
    @Test func `letters with accents and traditional characters are compared in one form`() {
        let names = [
            ("Début des rapports", "debut des rapports"), ("Ausgegebener Betrag", "AUSGEGEBENER BETRAG"),
            ("Währung", "wahrung"),
            ("Straße", "strasse"), ("de\u{301}but", "début"), ("創建時間", "创建时间"), ("客戶編號", "客户编号"), ("答覆時間", "答复时间"),
            ("İl", "il"), ("Łódź", "lodz"),
        ]
        for (a, b) in names { #expect(HeaderNames.key(a) == HeaderNames.key(b), "\(a)") }
        #expect(HeaderNames.key("開始日") != HeaderNames.key("終了日"))
    }

    @Test func `the same words in another order, form or language are one name`() {
        let groups = [
            ["Date created", "createdAt", "Creation time", "Fecha de creación", "Data di creazione", "Date de création"],
            ["Début des rapports", "Début du rapport", "Inicio del informe", "Início dos relatórios", "Inizio dei report"],
            ["答复时间", "回复日期", "问卷提交时间", "填写日期", "作答時間", "答卷提交日"],
            ["创建时间", "录入日期", "新建时间", "登記日期"],
            ["计划完成时间", "预计完成日期", "要求完成日"],
            ["行动项", "关键举措", "重点工作", "任务", "具体措施"],
            ["部门", "主责部门", "责任部门", "牵头部门"],
            ["负责人", "主责人", "責任人", "跟进人"],
        ]
        for group in groups {
            let senses = group.map(HeaderNames.sense)
            #expect(senses[0] != nil && Set(senses).count == 1, "\(group) \(senses)")
        }
        #expect(Set(groups.map { HeaderNames.sense($0[0])! }).count == groups.count)
    }

    @Test func `a name with a part that is no usual word has no sense`() {
        for name in ["答复内容", "时间压力", "客户满意度", "日本", "负责人评价", "Name", "日付から"] {
            #expect(HeaderNames.sense(name) == nil, "\(name)")
        }
    }
}
