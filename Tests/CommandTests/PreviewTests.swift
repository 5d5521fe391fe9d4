import Foundation
import Languages
import Testing

@Suite struct PreviewTests {
    @Test func `a preview says how a file is read, with its columns and first rows`() throws {
        let place = try Workspace()
        try place.write("Lead ID;Created At;Amount\nL1;2026-03-01 10:00;1.234,50\nL2;2026-03-02 11:00;12,00\n", "leads.csv")
        let outcome = try Program.run(["preview", "leads.csv"], in: place.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        for words in [
            "  encoding   UTF-8              100 % sure", "  delimiter  semicolon", "  source     leads\n  rows       2\n",
            "  Lead ID     lead_id     text   2      100 %\n",
            "  Amount      amount      money  2      100 %; decimal comma, by 2 cells\n",
            "first rows\n  Lead ID  Created At        Amount\n  L1       2026-03-01 10:00  1.234,50\n",
        ] {
            #expect(outcome.output.contains(words), "\(words) in \(outcome.output)")
        }
    }

    /// The lines for `sources.yml` in a preview's text.
    private func advice(_ text: String) throws -> String {
        let start = try #require(text.range(of: "where that is wrong, add to sources.yml\n"), "\(text)")
        return text[start.upperBound...].split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
            .joined(separator: "\n") + "\n"
    }

    private static let pipeline = "inbox: inbox\nsources: sources.yml\ngrain: month\n"

    @Test func `what is assumed comes with the lines that overrule it, and pasted they do`() throws {
        let place = try Workspace()
        try place.write(Self.pipeline, "p.yml")
        try place.write("sources:\n", "sources.yml")
        try place.write("Date,Amount,Category\n03/04/2026,\"1,234\",sales\n05/06/2026,\"2,500\",marketing\n", "inbox/spend.csv")
        let before = try Program.run(["preview", "inbox/spend.csv", "--pipeline", "p.yml"], in: place.folder)
        #expect(before.output.contains("100 %; month first, assumed"))
        #expect(before.output.contains("100 %; decimal point, assumed"))
        #expect(
            try advice(before.output) == """
                  sources:
                    spend:
                      date_order:
                        date: day_first  # "03/04/2026" is 2026-04-03 with this, 2026-03-04 without
                      decimal:
                        amount: comma    # "1,234" is 1.234 with this, 1234 without

                """)
        let first = try Program.run(["check", "p.yml", "--as-of", "2026-11-15"], in: place.folder)
        #expect(first.errors.contains("[assumed-decimal]") && first.errors.contains("[assumed-date-order]"))

        try place.write(try advice(before.output), "sources.yml")
        let after = try Program.run(["preview", "inbox/spend.csv", "--pipeline", "p.yml"], in: place.folder)
        #expect(
            after.output.contains("100 %; day first\n") && after.output.contains("100 %; decimal comma\n"), "\(after.output)")
        #expect(!after.output.contains("where that is wrong"))
        let second = try Program.run(["check", "p.yml", "--as-of", "2026-11-15"], in: place.folder)
        #expect(second.status == 0 && !second.errors.contains("assumed"), "\(second.errors)")
        let run = try Program.run(["run", "p.yml", "--as-of", "2026-07-01"], in: place.folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try place.metric("spend_sales", "2026-04") == "1.23")
    }

    @Test func `a file that lacks a column, or whose name says nothing, comes with the lines that make it readable`() throws {
        for (name, header) in [
            ("leads.csv", "Lead ID,Erstellt,Amount"), ("Q3 export 2026-11-15.csv", "Lead ID,Erstellt,MQL Date,Won At"),
        ] {
            let place = try Workspace()
            try place.write("inbox: inbox\nsources: sources.yml\ngrain: month\n", "p.yml")
            try place.write("sources:\n", "sources.yml")
            try place.write("\(header)\nL1,2026-03-04,,\nL2,2026-05-16,,\n", "inbox/\(name)")
            let before = try Program.run(["preview", "inbox/\(name)"], in: place.folder)
            try place.write(try advice(before.output), "sources.yml")
            #expect(try place.text("sources.yml").contains("created_at: [Erstellt]"))
            let check = try Program.run(["check", "p.yml", "--as-of", "2026-11-15"], in: place.folder)
            #expect(check.status == 0 && check.output.contains("2 facts"), "\(check.output)\(check.errors)")
        }
    }

    @Test func `guesses about encoding and header that are not sure come with lines that overrule them`() throws {
        let place = try Workspace()
        try place.write(Self.pipeline, "p.yml")
        let text: [UInt8] =
            Array("customer_id,name,segment\nA,M".utf8) + [0xFC] + Array("ller,smb\nB,Caf".utf8) + [0xE9] + Array(",smb\n".utf8)
        try place.write("", "inbox/customers.csv")
        try Data(text).write(to: URL(filePath: place.path("inbox/customers.csv")))
        let before = try Program.run(["preview", "inbox/customers.csv"], in: place.folder)
        #expect(before.output.contains("Windows-1252"), "\(before.output)")
        let lines = try advice(before.output)
        #expect(lines.contains("    # encoding: gb18030"), "\(lines)")
        try place.write(lines.replacingOccurrences(of: "# encoding", with: "encoding"), "sources.yml")
        let after = try Program.run(["preview", "inbox/customers.csv", "--pipeline", "p.yml"], in: place.folder)
        #expect(after.output.contains("GB18030            100 % sure"), "\(after.output)")
    }

    @Test func `cells that do not fit are shown with their lines, and a file like no source says how to name one`() throws {
        let place = try Workspace()
        try place.write("date,amount\n2026-01-01,5\n2026-01-02,five\n2026-01-03,\"6,5\"\n", "spend.csv")
        let spend = try Program.run(["preview", "spend.csv"], in: place.folder).output
        #expect(spend.contains("cells that do not fit\n  line 3  amount  \"five\"\n"), "\(spend)")
        #expect(spend.contains("66.6 %, 1 does not"))
        try place.write("植物,房间\n龟背竹,三楼\n", "office-2026.csv")
        let office = try Program.run(["preview", "office-2026.csv"], in: place.folder).output
        #expect(office.contains("  source     none: no source has columns like these\n"))
        #expect(office.contains("    SOURCE:\n      files: [\"office-*.csv\"]  # files"))
        #expect(office.contains("  植物    (kept)   text  1\n"), "\(office)")
        #expect(!office.split(separator: "\n").contains { $0.count > 100 })
    }

    @Test func `as csv the main table comes out as RFC 4180, short rows padded and long ones whole`() throws {
        let place = try Workspace()
        try place.write(
            "Report for 2026;;\nName;Betrag;Datum\nA;1.234,50;03.11.2026\nB;12,00\nC;3;1.1.2026;x\nD;4;2.1.2026\nE;5;3.1.2026\n",
            "x.csv")
        let outcome = try Program.run(["preview", "x.csv", "--as", "csv"], in: place.folder)
        #expect(outcome.status == 0)
        #expect(
            outcome.output
                == "Name,Betrag,Datum\nA,\"1.234,50\",03.11.2026\nB,\"12,00\",\nC,3,1.1.2026,x\nD,4,2.1.2026\nE,5,3.1.2026\n")
    }

    @Test func `0 bytes give nothing out and 0, and what is no csv is 65 and named`() throws {
        let place = try Workspace()
        try place.write("", "empty.csv")
        try place.write("<html><body>Please sign in</body></html>", "page.csv")
        try place.write("{\"error\": \"expired\"}", "answer.csv")
        let empty = try Program.run(["preview", "empty.csv", "--as", "csv"], in: place.folder)
        #expect(empty.status == 0 && empty.output.isEmpty)
        for (name, word) in [("page.csv", "HTML"), ("answer.csv", "JSON")] {
            let outcome = try Program.run(["preview", name, "--as", "csv"], in: place.folder)
            #expect(outcome.status == 65)
            #expect(outcome.errors.contains(word), "\(outcome.errors)")
        }
        #expect(try Program.run(["preview", "nothing.csv"], in: place.folder).status == 66)
    }

    @Test func `every finding of a run over the file is shown, and why it would not be published`() throws {
        let place = try Workspace()
        try place.write("inbox: inbox\ngrain: month\n", "p.yml")
        try place.write(
            "subscription_id,customer_id,start_date,end_date,arr,status\nS1,A,2026-01-01,,1000,active\nS2,B,2026-01-01,,500,trial\n"
                + "S3,C,2026-03-01,2026-02-01,70,active\nTotal,Total,2026-01-01,,1570,active\n", "inbox/subscriptions.csv")
        let preview = try Program.run(["preview", "inbox/subscriptions.csv"], in: place.folder).output
        let check = try Program.run(["check", "p.yml", "--as-of", "2026-11-15"], in: place.folder).errors
        for code in ["total-row", "excluded-status", "end-before-start"] {
            #expect(preview.contains("[\(code)]"), "\(preview)")
            #expect(check.contains("[\(code)]"), "\(check)")
        }
        try place.write("date,amount\nsoon,1\nsoon,2\n", "spend.csv")
        #expect(try Program.run(["preview", "spend.csv"], in: place.folder).output.contains("[all-rejected]"))
        try place.write("date,amount,currency\n2026-01-01,1,EUR\n", "spend.csv")
        #expect(try !Program.run(["preview", "spend.csv"], in: place.folder).output.contains("findings"))
    }

    @Test(arguments: [
        (
            "leads.csv", "Lead ID,Zuletzt geändert,Erstellt,Amount", "L1,2026-01-02,2026-01-01,5\n", "created_at: [Erstellt]",
            "Zuletzt"
        ),
        (
            "subscriptions.csv", "Kunde,Vertragsstart,MRR in Euro netto,Notiz", "A,2026-01-01,5,x\n", "mrr: [\"MRR in Euro",
            "Notiz"
        ),
        ("spend.csv", "Notiz,Wann,Betrag,Ort", "x,2026-01-01,5,Ulm\n", "date: [Wann]", "Notiz"),
        ("initiatives.csv", "Vorhaben,Wert,Notiz", "A,x,y\n", "", "Vorhaben"),
    ])
    func `suggestions go by what fits best, and none is made where nothing tells`(
        _ name: String, _ header: String, _ rows: String, _ there: String, _ absent: String
    ) throws {
        let place = try Workspace()
        try place.write(header + "\n" + rows, name)
        let text = try Program.run(["preview", name], in: place.folder).output
        let advice = text[(text.range(of: "where that is wrong")?.lowerBound ?? text.endIndex)...]
        let lines = advice.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }.joined(
            separator: "\n")
        #expect(there.isEmpty || lines.contains(there), "\(text)")
        #expect(!lines.contains(absent), "\(text)")
    }

    @Test func `of a file that is like no source all sources are listed with what they must have`() throws {
        let place = try Workspace()
        try place.write("植物,房间\n龟背竹,三楼\n", "office-2026.csv")
        let text = try Program.run(["preview", "office-2026.csv"], in: place.folder).output
        #expect(text.contains("  subscriptions    customer_id, start_date, arr or mrr or amount + interval\n"), "\(text)")
        #expect(text.contains("  fx_rates         currency, rate\n"))
    }
}
