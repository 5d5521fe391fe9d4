import Facts
import Languages
import Metrics
import RollUps
import Testing

@Suite("What formulas can say beyond sums and ratios")
struct LanguageTests {
    private let calendar = PeriodCalendar()

    private func load(_ text: String, dimensions: [String]? = ["channel", "sales region"]) throws -> Catalogue {
        try Catalogue.load(overrides: "metrics:\n" + text, file: "m.yml", dimensions: dimensions)
    }

    /// A metric of a formula.
    private func metric(_ formula: String, unit: String = "count") throws -> (Catalogue, Metric) {
        let catalogue = try load("  probe: {unit: \(unit), formula: '\(formula)'}\n")
        return (catalogue, try #require(catalogue["probe"]))
    }

    @Test(
        "abs, round, ceil and floor go by the exact value, a half goes away from zero, and Excel is told the same",
        arguments: [
            ("abs(2 - 9)", "7", "ABS(2-9)"), ("round(2.5)", "3", "ROUND(2.5,0)"), ("round(-2.5)", "-3", "ROUND(-2.5,0)"),
            ("round(2.4999)", "2", "ROUND(2.4999,0)"), ("ceil(2.01)", "3", "(-INT(-(2.01)))"),
            ("ceil(-2.5)", "-2", "(-INT(-(-2.5)))"), ("ceil(3)", "3", "(-INT(-(3)))"), ("floor(2.99)", "2", "INT(2.99)"),
            ("floor(-2.01)", "-3", "INT(-2.01)"), ("7 - ceil(2.5)", "4", "7-(-INT(-(2.5)))"),
            ("round(1 / 3 * 3)", "1", "ROUND(1/3*3,0)"),
            ("floor(sqrt(2) * 10)", "14", "INT(SQRT(2)*10)"),
        ])
    func functions(formula: String, value: String, excel: String) throws {
        let tree = try Expression.parse(formula)
        #expect(tree.value { _ in nil }?.significant() == value)
        #expect(tree.excel { _ in "" } == excel)
    }

    @Test("A function of what is undefined is undefined, and takes one part")
    func undefined() throws {
        for function in ["abs", "round", "ceil", "floor"] {
            let (_, metric) = try metric("\(function)(won / lost)")
            #expect(metric.resolved.value { $0.measure == "won" ? Number(3) : .zero } == nil)
            #expect(complaint { _ = try Expression.parse("\(function)(won, lost)") }?.contains("takes one part") == true)
            #expect(complaint { _ = try Expression.parse("\(function) + 1") }?.contains("needs its parts in brackets") == true)
        }
    }

    @Test(
        "Windows are given in days, weeks, months, quarters or years",
        arguments: [
            ("trailing(won, 28 days)", "2026-10-19…2026-11-15", "Leads won over the last 28 days"),
            ("trailing(won, 2 weeks)", "2026-11-02…2026-11-15", "Leads won over the last 14 days"),
            ("trailing(won, 1 day)", "2026-11-15…2026-11-15", "Leads won over the last day"),
            ("trailing(won, 2 quarters)", "2026-05-16…2026-11-15", "Leads won over the last 6 months"),
            ("trailing(won, 1 year)", "2025-11-16…2026-11-15", "Leads won over the last 12 months"),
            ("prior(won, 10 days)", "2026-10-30…2026-11-05", "Leads won 10 days earlier"),
            ("prior(won, 1 quarter)", "2026-08-09…2026-08-15", "Leads won 3 months earlier"),
        ])
    func windows(formula: String, days: String, words: String) throws {
        let (catalogue, metric) = try metric(formula)
        let frame = metric.leaves[0].window.frame(of: calendar.period(.week, holding: Day("2026-11-15")!))
        #expect("\(frame.start)…\(frame.end)" == days)
        #expect(catalogue.words(metric.leaves[0], .en) == words)
        #expect(try Expression.parse(metric.leaves[0].description).description == metric.leaves[0].description)
    }

    @Test("A window is at most a hundred years long, in whole units")
    func longest() {
        for text in ["1200 quarters", "1200 years", "6000 weeks", "0 days", "1.5 weeks", "3 fortnights"] {
            #expect(complaint { _ = try Expression.parse("trailing(won, \(text))") } != nil, "\(text)")
        }
        #expect(complaint { _ = try Expression.parse("trailing(won, 100 years)") } == nil)
    }

    @Test("Elapsed is the share of the days that are over: 15 of 30 in mid-November, 1 of a whole month and of the one before")
    func elapsed() throws {
        let (catalogue, metric) = try metric("won / elapsed")
        let (_, before) = try self.metric("won / prior(elapsed)")
        let (_, yearAgo) = try self.metric("won / year_ago(elapsed)")
        let whole = calendar.period(.month, holding: Day("2026-11-15")!)
        let values = FixedValues(["won": 30])
        #expect(values.value(of: metric, whole, .total) == Number(30))
        #expect(values.value(of: metric, whole.upTo(Day("2026-11-15")!), .total) == Number(60))
        #expect(values.value(of: before, whole.upTo(Day("2026-11-15")!), .total) == Number(30))
        #expect(values.value(of: yearAgo, whole.upTo(Day("2026-11-15")!), .total) == Number(60))
        // Of a member's value it is the same share.
        #expect(values.value(of: metric, whole.upTo(Day("2026-11-15")!), .member(dimension: 0, code: 0)) == Number(60))
        #expect(catalogue.words(metric.expression, .en) == "leads won ÷ share of the period that is over")
        let quarter = calendar.period(.quarter, holding: Day("2026-11-15")!).upTo(Day("2026-11-15")!)
        #expect(values.value(of: metric, quarter, .total) == Number(60))
        #expect(complaint { _ = try load("  elapsed: {unit: count, formula: won}\n") }?.contains("formula language") == true)
    }

    @Test("only() counts one member: whoever asks, and for no other member of its dimension")
    func only() throws {
        let (catalogue, metric) = try metric("only(spend, channel = \"7\") / leads", unit: "money")
        let values = FixedValues { measure, _, slice in
            switch (measure, slice) {
            case ("spend", .total): Number(100)
            case ("spend", .member(0, 7)): Number(30)
            case ("spend", .member): Number(70)
            default: Number(10)
            }
        }
        let month = calendar.period(.month, holding: Day("2026-11-15")!)
        #expect(values.value(of: metric, month, .total) == Number(3))
        #expect(values.value(of: metric, month, .member(dimension: 0, code: 7)) == Number(3))
        #expect(values.value(of: metric, month, .member(dimension: 0, code: 8)) == .zero)
        // Members of two dimensions at once are not kept.
        #expect(values.value(of: metric, month, .member(dimension: 1, code: 7)) == nil)
        #expect(catalogue.words(metric.expression, .en) == "spend where channel is “7” ÷ leads")
        #expect(metric.leaves[0].description == "only(spend, channel = \"7\")")
        // A member that no row has is no 0.
        let (_, unknown) = try self.metric("only(spend, channel = \"seven\")", unit: "money")
        #expect(values.value(of: unknown, month, .total) == nil)
        // There is no middle of nothing.
        let (_, median) = try self.metric("only(cycle_days, channel = \"7\")", unit: "days")
        #expect(values.value(of: median, month, .member(dimension: 0, code: 8)) == nil)
        #expect(values.value(of: median, month, .member(dimension: 0, code: 7)) == Number(10))
    }

    @Test("only() reaches into metrics and windows, and is written with the quotation marks that people have")
    func reach() throws {
        let (_, metric) = try metric("only(trailing(cac, 3 months), channel = “paid search”)", unit: "money")
        #expect(
            metric.leaves.map(\.description) == [
                "only(trailing(spend, 3 months), channel = \"paid search\")",
                "only(trailing(customers_new, 3 months), channel = \"paid search\")",
            ])
        // The pipeline's spelling of the dimension is taken.
        let (_, spaced) = try self.metric("only(spend, \"Sales Region\" = \"EU\")", unit: "money")
        #expect(spaced.leaves[0].only == MemberName(dimension: "sales region", name: "EU"))
    }

    @Test(
        "What only() cannot mean is refused with the place",
        arguments: [
            ("only(spend, chanel = \"x\")", "did you mean `channel`?"), ("only(spend)", "only needs a dimension and a member"),
            ("only(spend, channel)", "a `=` was expected"),
            ("only(spend, channel = x)", "a member in quotation marks was expected"),
            ("only(spend, channel = \"x)", "this quotation mark is never closed"),
            ("only(only(spend, channel = \"x\"), \"sales region\" = \"y\")", "at once"),
            ("\"spend\"", "without quotation marks"),
            ("spend = 3", "no conditions"),
        ])
    func refusals(formula: String, words: String) throws {
        #expect(complaint { _ = try metric(formula, unit: "money") }?.contains(words) == true)
    }

    @Test("A hidden metric is a helper: formulas and words use it, nothing shows it")
    func hidden() throws {
        let catalogue = try load(
            """
              burn: {formula: spend - spend_sales, unit: money, hidden: true}
              burn_multiple: {formula: burn / net_new_arr, unit: ratio}
            """)
        #expect(catalogue["burn"] == nil && !catalogue.metrics.contains { $0.id == "burn" })
        let multiple = try #require(catalogue["burn_multiple"])
        #expect(
            multiple.resolved.value { $0.measure == "spend" ? Number(90) : $0.measure == "arr_new" ? Number(30) : .zero }
                == Number(3))
        #expect(
            catalogue.words(multiple.expression, .en) == "(spend − sales spend) ÷ net new ARR"
        )
        #expect(complaint { _ = try load("  nrr: {hidden: true}\n") }?.contains("only the company's own") == true)
        #expect(
            complaint { _ = try load("  x: {formula: won, unit: count, hidden: maybe}\n") }?.contains("hidden: true") == true)
        #expect(
            complaint { _ = try load("  x: {formula: won, unit: count, hidden: true, target: 3}\n") }?.contains("target")
                == true)
    }

    @Test(
        "What counts in different things is not added or compared",
        arguments: [
            ("spend + leads", "`spend` is money, `leads` is count"),
            ("cac - arr", "`cac` is money per count, `arr` is money"),
            ("min(sales_cycle_days, lead_response_minutes)", "`sales_cycle_days` is days, `lead_response_minutes` is minutes"),
            ("won / leads + won", "`won / leads` is a share, `won` is count"),
            ("only(spend, channel = \"x\") + trailing(won, 3 months)", "is money, `trailing(won, 3 months)` is count"),
        ])
    func units(formula: String, words: String) throws {
        #expect(complaint { _ = try metric(formula) }?.contains(words) == true)
    }

    @Test(
        "Numbers and settings take the unit of what they stand beside",
        arguments: [
            "spend + 100", "won / leads - 1", "1 - nrr", "sqrt(won * lost) + leads", "max(0, spend - spend_sales)",
            "spend * leads / leads + arr", "config.gross_margin + won", "elapsed + win_rate",
            "trailing(spend, 7 days) - prior(spend)",
        ])
    func noUnits(formula: String) throws {
        #expect(complaint { _ = try metric(formula) } == nil)
    }

    @Test(
        "Figures are named without regard to case, spaces and hyphens, and in quotation marks where they are no name",
        arguments: [
            ("figure.net_burn", "figure.net_burn"), ("figure.Net_Burn", "figure.net_burn"),
            ("figure.\"Net  burn\"", "figure.net_burn"), ("figure.\"24/7 hours\"", "figure.\"24/7_hours\""),
            ("figure.净现金流出", "figure.净现金流出"),
            ("trailing(figure.cash - prior(figure.cash), 3 months)", "trailing(figure.cash - prior(figure.cash), 3 months)"),
        ])
    func figures(formula: String, text: String) throws {
        let (_, metric) = try metric(formula)
        #expect(metric.expression.description == text)
        #expect(try Expression.parse(metric.resolved.description).description == metric.resolved.description)
    }

    @Test("A figure fits whatever it stands beside until its files say what it counts in")
    func figureUnits() throws {
        let (catalogue, metric) = try metric("figure.cash + spend - figure.tickets / leads * figure.cash")
        #expect(catalogue.figures == ["figure.cash", "figure.tickets"])
        let cash = Figure(name: "Cash", unit: .money, kind: .stock)
        #expect(catalogue.misfit(metric, [cash]) == nil)
        #expect(catalogue.misfit(metric, [Figure(name: "cash", unit: .count, kind: .stock)])?.right == "`spend` is money")
        #expect(catalogue.misfit(metric, [Figure(name: "cash", unit: .count, unitIsAssumed: true, kind: .stock)]) == nil)
        let fitted = catalogue.fitted(to: [cash])
        #expect(fitted.measure("figure.cash")?.measure.kind == .stock && fitted.measure("figure.cash")?.name[.en] == "Cash")
        #expect(complaint { _ = try Expression.parse("figure + 1") }?.contains("write it like figure.net_burn") == true)
        #expect(
            complaint { _ = try self.load("  figure: {formula: spend, unit: money}\n") }?.contains(
                "word of the formula language") == true)
    }
}
