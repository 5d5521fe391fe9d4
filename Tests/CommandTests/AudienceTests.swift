import Foundation
import Languages
import Testing

/// Editions for several audiences in one run.
@Suite struct AudienceTests {
    private func company(_ audiences: String) throws -> Workspace {
        let place = try Workspace.company(
            pipeline:
                "company: Test\ngrain: month\nperiods: 3\ninbox: inbox\ndimensions: [segment, owner]\naudiences:\n\(audiences)")
        try place.write(
            """
            customer_id,name,segment,owner,initiative
            A,"Dunder & ""Sons"" Ltd",smb,Priya Ito,Karl Novák's
            B,=Évariste Galois,enterprise,Karl Novák,Karl Novák's
            """ + "\n", "inbox/customers.csv")
        try place.write(
            "response_id,responded_at,customer_id,score,comment\nR1,2026-03-01,A,10,\nR2,2026-03-02,B,3,Priya never calls back\n",
            "inbox/nps.csv")
        try place.write(
            """
            action_id,department,task,owner,start_date,due_date,status,initiative
            Priya Ito 1,Sales,Win back dunder & "sons" ltd with Karl Novák,Karl Novák,2026-02-20,2026-03-01,in progress,Karl Novák's
            2,Sales,Next call,Priya Ito,2026-04-01,2026-04-15,waits for Priya Ito,for Karl Novák
            """ + "\n", "inbox/actions.csv")
        try place.write(
            """
            initiative_id,name,scenario,goal,who,need,what,benefit,start_date,launch_date,new_customers,sales_pack
            Karl Novák's,Priya Ito goes east,new_market,acquire,"firms like dunder & ""sons"" ltd",Karl Novák,a,b,2026-01-01,2026-04-20,yes,draft
            """ + "\n", "inbox/initiatives.csv")
        try place.write(
            "initiative,kind,text,answered_by,evidence\nKarl Novák's,pain,Priya Ito is late,,\nKarl Novák's,gain,x,y,Karl Novák said\n",
            "inbox/value_map.csv")
        try place.write(
            "metric,period,value,owner\narr,2026-03,5000,Priya Ito\nspend,2026-03,77001,Priya Ito\ncac,2026-03,4321,Priya Ito\n",
            "inbox/targets.csv")
        try place.write(
            "date,amount,category,initiative\n2026-02,3000,marketing,\n2026-03-05,98765.43,sales,Karl Novák's\n",
            "inbox/spend.csv")
        return place
    }

    private func run(_ place: Workspace) throws -> Program.Outcome {
        try Program.run(["run", "p.yml", "--as-of", "2026-04-10", "--quiet"], in: place.folder)
    }

    private let three = """
        - {name: executives}
        - {name: 董事会, locale: zh-Hans, sections: [summary, plan]}
        - {name: partners, external: true}

        """

    @Test func `each audience has an edition of its own language and sections, and the first the report itself`() throws {
        let place = try company(three)
        let outcome = try run(place)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let (own, board) = (
            try place.text("reports/p/2026-03/report.html"), try place.text("reports/p/2026-03/audiences/董事会/report.html")
        )
        #expect(own.contains("<html lang=\"en\"") && own.contains("id=\"s-revenue\""))
        #expect(
            board.contains("<html lang=\"zh-Hans\"") && board.contains("id=\"s-plan\"") && !board.contains("id=\"s-revenue\""))
        #expect(!own.contains("External edition") && !board.contains("对外版本") && board.contains("Évariste Galois"))
        #expect(place.exists("reports/p/2026-03/audiences/董事会/movements.csv"))
        #expect(try place.text("reports/index.html").contains("audiences/partners/report.html"))
    }

    @Test func `what is withheld is in no byte of an external edition, which says that it is one`() throws {
        let place = try company(three)
        #expect(try run(place).status == 0)
        let folder = place.path("reports/p/2026-03/audiences/partners")
        let looked = try Program.start(
            "/usr/bin/env", ["python3", Program.repository + "/Tests/Workbook/withheld.py", folder, place.path("inbox")],
            in: place.folder)
        #expect(looked.status == 0, "\(looked.output)")
        let html = try place.text("reports/p/2026-03/audiences/partners/report.html")
        let metrics = try place.text("reports/p/2026-03/audiences/partners/metrics.csv")
        let mail = try place.text("reports/p/2026-03/audiences/partners/mail.txt")
        for text in [html, mail] {
            #expect(text.contains("External edition"))
            for secret in ["98,765", "98765", "77,001", "4,321", "dunder", "Karl", "Priya", "p.yml"] {
                #expect(!text.lowercased().contains(secret.lowercased()), "\(secret)")
            }
        }
        #expect(!html.contains("Who must act?") && mail.contains("Is all data in?"))
        #expect(html.contains("Customer 2") && html.contains("Win back …"))
        #expect(
            !metrics.contains("98765") && metrics.contains("\nspend,month,2026-03,2026-03-01,2026-03-31,,,,money,measure\n"))
        #expect(
            !metrics.contains("\ncac,")
                && metrics.contains("\narr,month,2026-03,2026-03-01,2026-03-31,,,1200.50,money,metric\n"))
        #expect(!place.exists("reports/p/2026-03/audiences/partners/movements.csv"))
        let initiatives = try place.text("reports/p/2026-03/audiences/partners/initiatives.csv")
        #expect(initiatives.contains("new_market,1,adjustment") && initiatives.hasSuffix(",1,0,1,1,,,,\n"), "\(initiatives)")
        #expect(try place.text("reports/p/2026-03/initiatives.csv").contains(",98765.43,"))
        #expect(html.contains("withheld") && !html.contains("break-even-1"))
        #expect(try place.text("reports/p/2026-03/report.html").contains("break-even-1"))
        // The report itself tells all of it.
        #expect(try place.text("reports/p/2026-03/report.html").contains("Évariste Galois"))
    }

    @Test func `some of it may be withheld alone, and a run that is the same gives the same bytes and no edition`() throws {
        let place = try company("- {name: team}\n- {name: sales, withhold: [spend, owners]}\n")
        #expect(try run(place).status == 0)
        let text = try place.text("reports/p/2026-03/audiences/sales/report.html")
        #expect(text.contains("Évariste Galois") && !text.contains("98,765") && text.contains("Priya never calls back"))
        #expect(try run(place).status == 0)
        #expect(!place.exists("reports/p/2026-03.2"))
    }

    @Test func `owners of leads and teams that are called like them are told to those alone who may know owners`() throws {
        let place = try company("- {name: team}\n- {name: board, withhold: [owners]}\n")
        try place.write(
            """
            lead_id,created_at,first_response_at,mql_at,owner
            L1,2026-03-02,2026-03-02,,Lee Unnamed
            L2,2026-03-03,,2026-03-04,Ada Elsewhere
            """ + "\n", "inbox/leads.csv")
        try place.write("date,team,fte\n2026-03,Ada Elsewhere's,4\n2026-03,Sales,2\n", "inbox/headcount.csv")
        #expect(try run(place).status == 0)
        let (own, board) = (
            try place.text("reports/p/2026-03/report.html"), try place.text("reports/p/2026-03/audiences/board/report.html")
        )
        #expect(own.contains("Lee Unnamed") && own.contains("Ada Elsewhere"))
        #expect(!board.contains("Lee Unnamed") && !board.contains("Ada Elsewhere"))
        #expect(board.contains("t-answers") && board.contains("t-waiting") && board.contains("t-revenue-per-head-by-team"))
    }

    @Test(arguments: [
        ("- {name: a}\n- {locale: en}\n", "an audience has no `name`"),
        ("- {name: a}\n- {name: A}\n", "two audiences are called `A`"),
        ("- {name: a, external: true}\n", "the first audience has something withheld"),
        ("- {name: a}\n- {name: b, withhold: [owner]}\n", "did you mean `owners`?"),
        ("- {name: a}\n- {name: b, sections: [revenu]}\n", "did you mean `revenue`?"),
        ("- {name: a}\n- {name: x/y}\n", "it has a slash"),
    ])
    func `what an audience may not be ends with 78, and says what to do`(audiences: String, words: String) throws {
        let outcome = try run(try company(audiences))
        #expect(outcome.status == 78 && outcome.errors.contains(words), "\(outcome.errors)")
    }

    @Test func `a note is in no byte of an edition for others than its audience`() throws {
        let place = try company(three)
        try place.write(
            """
            period,text,author,audience
            2026-03,Margins suffered from the fair,Karl Novák,
            2026-03,Talks with a buyer go on,Karl Novák,董事会
            2026-03,Thank you for a good month,Priya Ito,partners
            """ + "\n", "inbox/notes.csv")
        let outcome = try run(place)
        #expect(outcome.status == 0, "\(outcome.errors)")
        func pages(_ folder: String) throws -> String {
            try ["report.html", "mail.html", "mail.txt"].map { try place.text("reports/p/2026-03/\(folder)\($0)") }.joined()
        }
        let (own, board, partners) = (try pages(""), try pages("audiences/董事会/"), try pages("audiences/partners/"))
        #expect(own.contains("Margins suffered from the fair – Karl Novák"))
        #expect(!own.contains("Talks with a buyer") && !own.contains("Thank you for a good month"))
        #expect(board.contains("Margins suffered") && board.contains("Talks with a buyer go on——Karl Novák"))
        #expect(partners.contains("Thank you for a good month") && !partners.contains("Margins") && !partners.contains("buyer"))
        #expect(!partners.contains("Priya"))
    }

    @Test func `a letter to customers tells what they may know, and not a figure of the business`() throws {
        let place = try company(
            "  - {name: executives}\n  - {name: customers, newsletter: true}\n  - {name: 客户, newsletter: true, locale: zh-Hans}\n"
        )
        try place.write(
            """
            initiative_id,name,what,benefit,why_now,launch_date,customer_materials
            I1,Board view,A page a week,No more slides,Rivals are slow,2026-03-10,ready
            I2,Secret price,Pay by seat,Fair bills,They churn,2026-05-01,draft
            I3,Mobile,An app,Reports at hand,Asked for,2026-05-01,ready
            """ + "\n", "inbox/initiatives.csv")
        try place.write(
            "initiative,kind,text,answered_by,evidence\nI1,pain,Slides take all Friday,Board view,12 interviews\nI2,pain,Seats stand empty,Pay by seat,\n",
            "inbox/value_map.csv")
        try place.write(
            "period,text,author,audience\n2026-03,Thank you all,The team,customers\n2026-03,Cash is short,Priya Ito,\n",
            "inbox/notes.csv")
        let outcome = try run(place)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let folder = "reports/p/2026-03/audiences/customers/"
        #expect(!place.exists(folder + "report.xlsx") && !place.exists(folder + "metrics.csv"))
        for name in ["report.html", "mail.html", "mail.txt"] {
            let text = try place.text(folder + name)
            for told in [
                "New: Board view", "A page a week. No more slides", "Mobile: An app", "Thank you all", "Slides take all Friday",
            ] {
                #expect(text.contains(told), "\(name): \(told)")
            }
            for secret in [
                "Secret price", "Rivals", "interviews", "Cash is short", "Priya", "ARR", "1,200", "98,765", "Karl", "p.yml",
            ] {
                #expect(!text.contains(secret), "\(name): \(secret)")
            }
        }
        #expect(try place.text("reports/p/2026-03/audiences/客户/mail.txt").contains("新发布：Board view"))
        #expect(try place.text("reports/p/2026-03/report.html").contains("Cash is short"))
    }

    @Test func `the first audience gets no letter, and a letter has no sections`() throws {
        for (audiences, words) in [
            ("  - {name: a, newsletter: true}\n", "the first audience gets a newsletter"),
            ("  - {name: a}\n  - {name: b, newsletter: true, sections: [plan]}\n", "a newsletter has no `sections`"),
        ] {
            let outcome = try run(try company(audiences))
            #expect(outcome.status == 78 && outcome.errors.contains(words), "\(outcome.errors)")
        }
    }
}
