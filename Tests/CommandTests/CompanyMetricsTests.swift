import Foundation
import Languages
import Testing

@Suite struct CompanyMetricsTests {
    private func company(_ metrics: String) throws -> Workspace {
        let place = try Workspace()
        try place.write("grain: month\nperiods: 2\ninbox: inbox\nmetrics: m.yml\ndimensions: [channel, region]\n", "p.yml")
        try place.write("metrics:\n" + metrics, "m.yml")
        try place.write(
            """
            date,amount,channel,region
            2026-01-10,100,paid search,EU
            2026-02-02,30,Paid  Search,EU
            2026-02-10,60,events,US
            2026-02-20,5,paid search,US

            """, "inbox/spend.csv")
        try place.write(
            """
            lead_id,created_at,channel,region
            L1,2026-02-01,paid search,EU
            L2,2026-02-03,paid search,US
            L3,2026-02-04,events,EU
            L4,2026-02-25,events,EU

            """, "inbox/leads.csv")
        return place
    }

    /// The values of a metric in February by `dimension member`, from metrics.csv.
    private func values(_ place: Workspace, _ metric: String) throws -> [String: String] {
        var found: [String: String] = [:]
        for line in try place.text("reports/p/latest/metrics.csv").split(separator: "\n") {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            if cells[0] == metric, cells[2] == "2026-02" { found["\(cells[5]) \(cells[6])"] = String(cells[7]) }
        }
        return found
    }

    @Test func `only() counts the rows of one member, in total and for that member, and nothing across dimensions`() throws {
        let place = try company(
            "  paid: {formula: 'only(spend, channel = \"paid search\") / only(leads, channel = \"Paid search\")', unit: money}\n"
        )
        let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-02-28"], in: place.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        // 30 + 5 over two leads.
        #expect(try values(place, "paid") == [" ": "17.50", "channel paid search": "17.50"])
        // Its row of numbers stands in the workbook by the formula's own text.
        let page = try place.text("reports/p/latest/report.html")
        #expect(page.contains("where channel is “paid search”"))
    }

    @Test func `elapsed and rounding: three leads by 14 February make six by its end`() throws {
        let place = try company(
            "  pace: {formula: round(leads / elapsed), unit: count}\n  week: {formula: 'trailing(spend, 1 week)', unit: money}\n"
        )
        let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-02-14", "--period", "2026-02"], in: place.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try values(place, "pace")[" "] == "6")
        #expect(try values(place, "week")[" "] == "60.00")
    }

    @Test func `a member that no row has is said, with the nearest that there is, and is no 0`() throws {
        let place = try company("  paid: {formula: 'only(spend, channel = \"paid serach\")', unit: money}\n")
        let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-02-28"], in: place.folder)
        #expect(outcome.status == 0)
        #expect(
            outcome.errors.contains("`paid` asks for rows whose channel is “paid serach”, and no row is so"),
            "\(outcome.errors)")
        #expect(outcome.errors.contains("did you mean “paid search”?"))
        #expect(try values(place, "paid") == [" ": ""])
    }

    @Test func `a dimension that the pipeline has not, and units that do not fit, end with 78 and their place`() throws {
        for (metrics, words) in [
            (
                "  x: {formula: 'only(spend, chanel = \"x\")', unit: money}\n",
                ["m.yml:2", "no dimension `chanel`", "did you mean `channel`?"]
            ),
            ("  x: {formula: spend + leads, unit: money}\n", ["m.yml:2", "`spend` is money, `leads` is count"]),
        ] {
            let place = try company(metrics)
            let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-02-28"], in: place.folder)
            #expect(outcome.status == 78)
            for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
        }
    }

    @Test func `a figure of the company's own counts in formulas, by member, in explanations and wherever measures are listed`()
        throws
    {
        let place = try company(
            """
              burn_per_lead: {formula: figure.net_burn / leads, unit: money}
              runway: {formula: 'figure."Cash" / trailing(figure.net_burn, 2 months) * 2', unit: months}
              paid: {formula: 'only(figure.net_burn, channel = "paid search")', unit: money}
              lost_name: {formula: figure.net_bur, unit: money}
              mixed: {formula: figure.cash + figure.tickets, unit: money}

            """)
        try place.write(
            """
            month,figure,value,unit,kind,channel
            2026-01,Net burn,70,money,flow,events
            2026-02,net-burn,100,money,flow,events
            2026-02,Net burn,20,money,flow,Paid search
            2026-01,cash,900,money,stock,
            2026-02,Cash,760,money,stock,
            2026-02,Tickets,8,count,flow,

            """, "inbox/figures.csv")
        let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-02-28"], in: place.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.errors.contains("`lost_name` needs the figure `net_bur`")
                && outcome.errors.contains("did you mean `net_burn`?"))
        #expect(outcome.errors.contains("`mixed` adds or compares what does not fit together: `figure.cash` is money"))
        #expect(
            try values(place, "burn_per_lead")
                == [" ": "30.00", "channel events": "50.00", "channel paid search": "10.00"])
        #expect(try values(place, "runway") == [" ": "8", "region (none)": "8"])
        #expect(try values(place, "paid")[" "] == "20.00")
        #expect(try values(place, "figure.cash") == [" ": "760.00", "channel (none)": "760.00", "region (none)": "760.00"])
        #expect(try values(place, "lost_name") == [" ": ""])
        let text = try Program.run(["explain", "burn_per_lead", "p.yml", "--as-of", "2026-02-28"], in: place.folder).output
        #expect(text.contains("  formula  figure.net_burn / leads\n") && text.contains("  figures  figures.csv"))
        #expect(text.contains("  figure.net_burn  120.00  2026-02-01 to 2026-02-28  2     figures"))
        let stock = try Program.run(["explain", "figure.cash", "p.yml", "--as-of", "2026-02-28"], in: place.folder).output
        #expect(stock.contains("against 2026-01: 900.00 to 760.00, -140.00"))
        #expect(try place.text("reports/p/latest/report.html").contains("net burn ÷ leads"))
    }

    @Test func `a figure that is corrected restates the metrics made of it`() throws {
        let place = try company("  burn: {formula: figure.net_burn, unit: money}\n")
        try place.write("month,figure,value,unit,kind\n2026-01,Net burn,70,money,flow\n", "inbox/figures-2026-01.csv")
        #expect(try Program.run(["run", "p.yml", "--as-of", "2026-01-31"], in: place.folder).status == 0)
        try place.write(
            "month,figure,value,unit,kind\n2026-01,Net burn,75,money,flow\n2026-02,Net burn,80,money,flow\n",
            "inbox/figures-2026-02.csv")
        #expect(try Program.run(["run", "p.yml", "--as-of", "2026-02-28"], in: place.folder).status == 0)
        #expect(try values(place, "burn")[" "] == "80.00")
        let page = try place.text("reports/p/latest/report.html")
        #expect(page.contains("figures-2026-02.csv") && page.contains("75.00"))
    }

    @Test func `lint tells all that is wrong with metrics.yml at once, and little where nothing is`() throws {
        let place = try company("  a: {formula: spend / leadz, unit: money}\n  b: {formula: spend + leads, unit: money}\n")
        let wrong = try Program.run(["metrics", "--lint", "p.yml"], in: place.folder)
        #expect(wrong.status == 78 && wrong.output.isEmpty)
        #expect(
            wrong.errors.contains("m.yml:2:24: there is no measure or metric `leadz`")
                && wrong.errors.contains("did you mean `leads`?"))
        #expect(wrong.errors.contains("m.yml:3:24: `spend` is money, `leads` is count"))
        try place.write("metrics:\n  a: {formula: spend / leads, unit: money}\n  cac: {formula: spend / won}\n", "m.yml")
        let well = try Program.run(["metrics", "--lint", "--pipeline", "p.yml"], in: place.folder)
        #expect(well.status == 0 && well.output.hasSuffix(" metrics, 1 of the company's own, 1 redefined\n"), "\(well)")
    }

    @Test func `a flow that came every month and does not come this month is told, not passed over`() throws {
        let place = try company("  burn: {formula: figure.net_burn, unit: money}\n")
        let rows = [
            "2025-11,burnt,1,money", "2025-11,Net burn,7,money", "2025-12,Net burn,8,money", "2026-01,Net burn,9,money",
        ]
        try place.write("month,figure,value,unit\n" + rows.map { $0 + "\n" }.joined(), "inbox/figures.csv")
        let outcome = try Program.run(["run", "p.yml", "--as-of", "2026-02-28"], in: place.folder)
        #expect(
            outcome.errors.contains(
                "the figure `Net burn` has no value since 2026-01-31: in 2026-02 it counts as 0 [late-figure]"))
        #expect(!outcome.errors.contains("`burnt` has no value"))
        let before = try Program.run(["run", "p.yml", "--as-of", "2026-01-31"], in: place.folder)
        #expect(!before.errors.contains("late-figure"))
    }

    @Test func `terms that follow one another a day late are told, until it is decided what their ends are`() throws {
        let place = try company("")
        let rows = (1...6).flatMap { ["C\($0),2025-01-15,2025-12-31,120", "C\($0),2026-01-01,,130"] }
        try place.write("customer_id,start_date,end_date,arr\n" + rows.map { $0 + "\n" }.joined(), "inbox/subscriptions.csv")
        let told = "6 of 6 times that customers came back they had no ARR for a single day: 720.00 USD count as lost"
        #expect(try Program.run(["check", "p.yml", "--as-of", "2026-02-28"], in: place.folder).errors.contains(told))
        for mode in ["last_day", "first_day_without"] {
            try place.write("sources:\n  subscriptions: {end_date: \(mode)}\n", "sources.yml")
            let outcome = try Program.run(["check", "p.yml", "--as-of", "2026-02-28"], in: place.folder)
            #expect(!outcome.errors.contains("[one-day-gaps]"), "\(outcome)")
        }
    }
}
