import Facts
import Metrics
import Testing

@Suite struct ProblemsTests {
    private func problems(_ text: String) -> [MetricsError] {
        Catalogue.problems(overrides: text, file: "m.yml", dimensions: ["channel"])
    }

    @Test func `all that is wrong is told at once, in the order of the file, with place and nearest name`() {
        let all = problems(
            """
            metrics:
              a: {formula: spend / leadz, unit: money}
              b: {formula: arr_closng + spned, unit: monney, bettr: lower}
              c: {formula: "spend + leads", unit: money}
              d: {formula: e + 1, unit: count}
              e: {formula: d - 1, unit: count}
              f: {formula: "trailing(spend, 3 moths)", unit: money}
              g: {formula: "only(spend, chanel = \\"x\\")", unit: money}
              h: {unit: money}
              i: {formula: config.margn * a, unit: money}
              j: {formula: spend / won, unit: money, target: 3%}
              k: {formula: a + b + f + h, unit: money}
              spend: {formula: leads, unit: count}
              l: {formula: cycle_days + prior(cycle_days), unit: days}

            """)
        let told = all.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.code.rawValue)" }
        #expect(
            told == [
                "2:24 unknown-name", "3:16 unknown-name", "3:29 unknown-name", "3:42 bad-value", "3:50 unknown-key",
                "4:25 bad-formula", "5:16 circular", "7:35 bad-formula", "8:0 unknown-name", "9:3 missing-key",
                "10:23 unknown-setting", "11:50 bad-value", "13:3 name-taken", "14:16 bad-formula",
            ], "\(all.map(\.description).joined(separator: "\n"))")
        #expect(all[0].hint == "did you mean `leads`?" && all.contains { $0.hint == "did you mean `channel`?" })
    }

    @Test func `a metric that is wrong makes none wrong that names it, and what is well has no problems`() {
        #expect(
            problems("metrics:\n  a: {formula: spend / leadz, unit: money}\n  b: {formula: a * 2, unit: money}\n").count == 1)
        #expect(problems("metrics:\n  a: {formula: spend / leads, unit: money}\n").isEmpty)
        #expect(problems("metrics: [").count == 1)
        #expect(Catalogue.problems(overrides: nil, file: "").isEmpty)
    }

    @Test func `medians may be compared, not added`() {
        #expect(problems("metrics:\n  a: {formula: cycle_days - year_ago(cycle_days), unit: days}\n").isEmpty)
        #expect(problems("metrics:\n  a: {formula: \"max(cycle_days, prior(cycle_days))\", unit: days}\n").isEmpty)
        #expect(problems("metrics:\n  a: {formula: sales_cycle_days + cycle_days, unit: days}\n").count == 1)
    }

    @Test func `ten thousand brackets, and many metrics in a chain, end with a clear word`() {
        let deep = String(repeating: "(", count: 10_000) + "spend" + String(repeating: ")", count: 10_000)
        #expect(problems("metrics:\n  a: {formula: \(deep), unit: money}\n").map(\.code) == [.tooLarge])
        let chain = (1...300).map { "  m\($0): {formula: m\($0 + 1) + 1, unit: count}\n" }.joined()
        #expect(problems("metrics:\n" + chain + "  m301: {formula: leads, unit: count}\n").first?.code == .tooLarge)
    }
}
