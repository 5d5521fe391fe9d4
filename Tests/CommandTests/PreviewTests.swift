import Foundation
import Testing

@Suite struct PreviewTests {
    @Test func `a preview says how a file is read, with its columns and first rows`() throws {
        let place = try Workspace()
        try place.write("Lead ID;Created At;Amount\nL1;2026-03-01 10:00;1.234,50\nL2;2026-03-02 11:00;12,00\n", "leads.csv")
        let outcome = try Program.run(["preview", "leads.csv"], in: place.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        for words in [
            "UTF-8", "semicolon", "source      leads", "Lead ID  →  lead_id", "Amount  →  amount, money, decimal comma",
            "1.234,50",
        ] {
            #expect(outcome.output.contains(words), "\(words) in \(outcome.output)")
        }
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
}
