import Testing

@Suite struct MemoryTests {
    @Test func `with the least memory that can be asked for a report is the same`() throws {
        let pipeline = "pipeline: p\ngrain: month\nperiods: 3\ninbox: inbox\ndimensions: [channel]\n"
        let place = try Workspace.company(pipeline: pipeline)
        for (file, rows) in [("leads-2026-01-31.csv", 0..<30_000), ("leads-2026-02-28.csv", 10_000..<40_000)] {
            let lines = rows.map { row in
                "L\((row &* 7919) % 40_000),2026-01-\(row % 28 + 1),2026-02-\(row % 27 + 1),\(row % 3 == 0 ? "2026-03-09" : ""),\(row).25,c\(row % 9)"
            }
            try place.write(
                "lead_id,created_at,mql_at,won_at,amount,channel\n" + lines.joined(separator: "\n") + "\n", "inbox/\(file)")
        }
        let run = ["run", "p.yml", "--as-of", "2026-04-10", "--quiet"]
        #expect(try Program.run(run, in: place.folder).status == 0)
        #expect(place.exists("reports/p/2026-03"))
        try place.write(pipeline + "memory_limit: 64MiB\n", "p.yml")
        let outcome = try Program.run(run, in: place.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        // What differed would be another edition.
        #expect(!place.exists("reports/p/2026-03.2"))
    }
}
