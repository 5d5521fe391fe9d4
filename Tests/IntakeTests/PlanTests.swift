import Facts
import Languages
import Testing

@testable import Intake

/// Tasks, initiatives and value maps as people write them, and what is wrong with them.
@Suite struct PlanTests {
    private func result(_ files: [String: String]) throws -> IntakeResult {
        let inbox = TemporaryInbox()
        for (name, text) in files { inbox.write(name, text) }
        return try inbox.intake()
    }

    private func told(_ files: [String: String], _ code: String) throws -> [String] {
        try result(files).findings.filter { $0.code == code }.map { "\($0.severity) \($0.message)\($0.times)" }
    }

    private let header = "department,task,owner,start_date,due_date,done_date,status,percent\n"

    @Test func `tasks done or due before they begin are told, and count by what their rows say`() throws {
        let plan =
            header + "Sales,a,Ann,2026-10-10,2026-10-05,2026-10-08,done,\nSales,b,Ann,2026-10-10,2026-10-09,,cancelled,\n"
        let result = try result(["actions.csv": plan])
        #expect(result.facts.actions.map(\.due) == [Day("2026-10-05"), Day("2026-10-09")])
        #expect(
            try told(["actions.csv": plan], "done-before-start")
                == ["warning the task was done on 2026-10-08, before it began on 2026-10-10"])
        #expect(
            try told(["actions.csv": plan], "due-before-start")
                == ["warning the task is due on 2026-10-05, before it begins on 2026-10-10"])
    }

    @Test func `tasks without due date or owner, and words that say nothing, are told once a file`() throws {
        let plan =
            header
            + "Sales,a,,,2026-12-01,,soonish,\nSales,b,Ann,,,,soonish,\nSales,c,Ann,,,,whatever,10\nSales,d,,,,,dropped,\n"
        let files = ["actions.csv": plan]
        #expect(try told(files, "tasks-without-due-date") == ["note 2 of 3 tasks have no due date"])
        #expect(try told(files, "tasks-without-owner") == ["note 1 of 3 tasks name no owner"])
        #expect(
            try told(files, "unknown-status")
                == ["warning 3 of 3 tasks have a status that is not understood: `soonish`, `whatever`"])
        #expect(try told(["actions.csv": header + "Sales,a,,,,,done,\n"], "tasks-without-owner") == [])
    }

    @Test func `a percent of 120 is set aside, and the other tasks count`() throws {
        let result = try result(["actions.csv": header + "Sales,a,Ann,,,,,120\nSales,b,Ann,,,,,80%\nSales,c,Ann,,,,,80\n"])
        #expect(result.facts.actions.map { $0.progress?.number } == [Number(4, over: 5), Number(4, over: 5)])
        #expect(result.report("actions.csv").rejected == 1)
    }

    @Test func `initiatives without spend, launched unready, ending early or in unknown words are told`() throws {
        let files = [
            "initiatives.csv": """
            initiative_id,name,scenario,stage,start_date,launch_date,end_date,messaging_document,marketing_pack,sales_pack,\
            customer_materials,advocate_materials
            I1,One,new_product,scale,2026-01-01,2026-05-01,2026-12-31,ready,ready,ready,ready,ready
            I2,Two,revolution,pilot,2026-01-01,2026-05-01,2025-12-31,ready,ready,ready,ready,
            I3,Three,,,2026-09-01,2026-08-01,,,,,nearly,
            """, "spend.csv": "date,amount,initiative\n2026-10-01,70,one\n2026-12-01,70,I2\n",
        ]
        #expect(
            try told(files, "initiatives-without-spend")
                == ["note 2 of 3 initiatives have no spend up to 2026-11-15: `I2`, `I3`"])
        #expect(
            try told(files, "initiatives-without-customers") == ["note 1 of 3 initiatives have spend and no customer: `I1`"])
        #expect(
            try told(files, "launched-unready")
                == ["note 2 of 3 initiatives were launched before 2026-11-15 while materials are missing: `I2`, `I3`"])
        #expect(
            try told(files, "initiative-ends-before-start")
                == [
                    "warning the initiative ends on 2025-12-31, before it starts on 2026-01-01 (2 times, next at 4:launch_date)"
                ])
        #expect(
            try told(files, "unknown-term") == [
                "warning `revolution` is not understood (2 times, next at 4:customer_materials)"
            ])
        #expect(try result(files).facts.initiatives.map { $0.texts["stage"] } == ["scale", "validate", nil])
    }

    @Test func `what names an initiative by its name is given its id, where the name is of one`() throws {
        let result = try result([
            "initiatives.csv": "initiative_id,name\nI1,Ｌｉｔｅ  plan\nI2,I1\nI3,Twin\nI4,twin\n",
            "spend.csv": "date,amount,initiative\n2026-10-01,1,lite Plan\n2026-10-01,2,I1\n2026-10-01,3,Twin\n",
            "customers.csv": "customer_id,initiative\nA,LITE PLAN\n", "actions.csv": "task,initiative\na,lite plan\n",
            "value_map.csv": "initiative,kind,text\nLite plan,痛点,x\n",
        ])
        #expect(result.facts.spend?.initiatives == ["I1", "I1", "Twin"])
        #expect(result.facts.customers?.initiatives == ["I1"] && result.facts.actions[0].initiative == "I1")
        #expect(result.facts.valueMap[0].initiative == "I1" && result.facts.valueMap[0].kind == "pain")
        #expect(result.findings.first { $0.code == "unknown-initiatives" }?.message.contains("`Twin`") == true)
    }

    @Test(arguments: ["UTF-8", "GB18030"])
    func `a Chinese plan with a merged title line and Chinese headers is read untouched`(_ encoding: String) throws {
        let initiatives = """
            2026年下半年GTM举措一览表,,,,,,,,,,,,,,,,,,,,,,,,,
            序号,项目编号,项目名称,上市场景,当前阶段,目标,目标客户,客户需求,提供什么,客户价值,怎么做,为什么现在,启动日期,计划上市日期,计划结束日期,\
            是否面向新客户群体,价值主张是否重新定义,是否新渠道或销售模式,是否新定价或商业模式,竞争格局是否重大变化,失败代价是否高,信息文档,营销物料包,\
            销售与客户成功包,面向客户的材料,代言人材料
            1,P-01,轻量版,新产品,验证期,获客,小微企业,不想买大套件,轻量版产品,三天上线,线上自助,时机成熟,2026年9月1日,2026年11月30日,2027年1月31日,\
            是,是,否,是,否,否,已就绪,草稿,缺失,编写中,√
            2,P-02,价格调整,商业模式转型,规模化阶段,老客户留存,老客户,,,,,,2026-10-01,,,,,,,,,×,,,,
            """
        let actions = """
            "市场、销售、产品部门行动计划（2026年四季度）",,,,,,,,,
            序号,责任部门,工作事项,负责人,计划开始日期,计划完成日期,实际完成日期,完成状态,完成进度,所属项目
            1,市场部,上市页面,王芳,2026/9/1,2026/10/15,2026/10/20,已完成,100%,轻量版
            2,销售部,话术培训,李雷,2026/10/1,2026/11/10,,已延期,30%,P-01
            3,销售部,渠道签约,韩梅梅,2026/11/1,,,受阻（法务）,,P-01
            4,产品部,计费改造,,2026/12/1,2027/3/1,,待开始,0%,价格调整
            5,产品部,埋点,,2026/9/1,2026/10/1,,已取消,,
            """
        let inbox = TemporaryInbox()
        for (name, text) in [("举措一览.csv", initiatives), ("行动计划.csv", actions)] {
            let isMarked = encoding == "UTF-8"
            inbox.write(name, try #require(encoded((isMarked ? "\u{FEFF}" : "") + text, encoding)))
        }
        let result = try inbox.intake()
        let all = result.facts.initiatives
        #expect(all.map(\.id) == ["P-01", "P-02"] && all.map(\.name) == ["轻量版", "价格调整"])
        #expect(all.map { $0.texts["scenario"] } == ["new_product", "business_model"])
        #expect(
            all.map { $0.texts["stage"] } == ["validate", "scale"] && all.map { $0.texts["goal"] } == ["acquire", "retain"])
        #expect(all[0].flags.values.count(where: \.self) == 3 && all[0].flags.count == 6 && all[1].flags.isEmpty)
        let materials = InitiativeWords.materials.map { all[0].texts[$0.name] ?? "" }
        #expect(materials == ["ready", "draft", "missing", "draft", "ready"])
        #expect(all[0].texts["why_now"] == "时机成熟" && all[0].texts["need"] == "不想买大套件" && all[0].texts["how"] == "线上自助")
        #expect(all[0].launch == Day("2026-11-30") && all[0].start == Day("2026-09-01") && all[0].end == Day("2027-01-31"))
        let tasks = result.facts.actions
        #expect(tasks.map(\.said) == [.done, .inProgress, .blocked, .notStarted, .dropped])
        #expect(tasks.map(\.department) == ["市场部", "销售部", "销售部", "产品部", "产品部"])
        #expect(tasks.map(\.initiative) == ["P-01", "P-01", "P-01", "P-02", ""] && tasks[1].due == Day("2026-11-10"))
        #expect(tasks[0].done == Day("2026-10-20") && tasks[1].progress?.number == Number(3, over: 10))
    }
}
