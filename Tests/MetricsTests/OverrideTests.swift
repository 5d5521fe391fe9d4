import Facts
import Languages
import Metrics
import Testing

@Suite("A company's metrics.yml")
struct OverrideTests {
    func load(_ text: String, config: [String: ExactDecimal] = [:]) throws -> Catalogue {
        try Catalogue.load(overrides: text, file: "pipelines/metrics.yml", config: config)
    }

    @Test("adds metrics, as a map or as a list")
    func adds() throws {
        let map = """
            metrics:
              cost_per_lead:
                name: {en: Cost per lead, zh-Hans: 单条线索成本}
                formula: spend ÷ leads
                unit: money
                better: lower
                owner: Ada
                target: 120.50
              cheap: {formula: "trailing(cost_per_lead, 3 months) * config.share", unit: ratio}
            """
        let list = """
            metrics:
            - id: cost_per_lead
              name: {en: Cost per lead, zh-Hans: 单条线索成本}
              formula: "spend ÷ leads"
              unit: money
              better: lower
              owner: Ada
              target: 120.50
            - {id: cheap, formula: 'trailing(cost_per_lead, 3 months) * config.share', unit: ratio}
            """
        for text in [map, list] {
            let catalogue = try load(text, config: ["share": ExactDecimal("0.5")!])
            let metric = try #require(catalogue["cost_per_lead"])
            #expect(metric.isCustom && metric.unit == .money && metric.better == .lower && metric.section == .acquisition)
            #expect(metric.name == Wording([.en: "Cost per lead", .zhHans: "单条线索成本"]) && metric.owner == "Ada")
            #expect(metric.target == ExactDecimal("120.50") && metric.formula == "spend ÷ leads")
            let cheap = try #require(catalogue.metrics.last)
            #expect(cheap.id == "cheap" && cheap.name[.en] == "Cheap" && cheap.better == .neither)
            #expect(cheap.leaves.map(\.description) == ["trailing(spend, 3 months)", "trailing(leads, 3 months)"])
        }
    }

    @Test("overrides any attribute of a standard metric, and metrics that name it follow")
    func overrides() throws {
        let catalogue = try load(
            """
            metrics:
              nrr: {target: 110%, owner: Bo}
              arpa: {formula: arr_closing / seats, name: ARR per seat}
              cac: {formula: spend ÷ customers_new}
            """)
        let nrr = try #require(catalogue["nrr"])
        #expect(nrr.target?.number == Number(11, over: 10) && nrr.owner == "Bo" && nrr.unit == .percent && !nrr.isRedefined)
        #expect(nrr.source == (try Catalogue.standard())["nrr"]!.source)
        let arpa = try #require(catalogue["arpa"])
        #expect(arpa.isRedefined && !arpa.isCustom && arpa.source[.en] == "Redefined by the company.")
        #expect(catalogue["ltv"]!.leaves.map(\.measure).contains("seats"))
        #expect(!catalogue["cac"]!.isRedefined)
        #expect(catalogue.metrics.map(\.id) == CatalogueTests.table.map(\.id))
    }

    @Test("may be empty", arguments: ["", "\n", "# nothing yet\n", "metrics:\n", "metrics: {}\n", "metrics: []\n", "---\n"])
    func empty(text: String) throws {
        #expect(try load(text).metrics.count == CatalogueTests.table.count)
    }

    @Test(
        "is told what is wrong, where, and what was meant",
        arguments: [
            (
                "metrics:\n  a:\n    formula: arr_closng / customers_closing\n    unit: money\n",
                """
                pipelines/metrics.yml:3:14: there is no measure or metric `arr_closng` [unknown-name]
                    arr_closng / customers_closing
                    ^^^^^^^^^^
                    hint: did you mean `arr_closing`?
                """
            ),
            (
                "metrics:\n  arpa: {formula: \"2 * ltv\"}\n",
                """
                pipelines/metrics.yml:2:24: the metric `arpa` is defined by itself: arpa → ltv → arpa [circular]
                    2 * ltv
                        ^^^
                    hint: define one of them over measures
                """
            ),
            (
                "metrics:\n  a: {formula: b + 1, unit: count}\n  b: {formula: c, unit: count}\n  c: {formula: a, unit: count}\n",
                """
                pipelines/metrics.yml:2:16: the metric `a` is defined by itself: a → b → c → a [circular]
                    b + 1
                    ^
                    hint: define one of them over measures
                """
            ),
            (
                "metrics:\n  a: {formula: config.gros_margin, unit: ratio}\n",
                """
                pipelines/metrics.yml:2:23: the pipeline has no setting `gros_margin` [unknown-setting]
                    config.gros_margin
                           ^^^^^^^^^^^
                    hint: did you mean config.gross_margin?
                """
            ),
            (
                "metrics:\n  a: {formula: config.fee, unit: ratio}\n",
                """
                pipelines/metrics.yml:2:23: the pipeline has no setting `fee` [unknown-setting]
                    config.fee
                           ^^^
                    hint: set it in the pipeline: config: {fee: …}
                """
            ),
            (
                "metrics:\n  a:\n    formula: >\n      won +\n      (lost\n    unit: count\n",
                """
                pipelines/metrics.yml:3: this `(` is never closed [bad-formula]
                    won + (lost\u{20}
                          ^
                    hint: add a `)`
                """
            ),
            (
                "metrics:\n  - id: a\n    fromula: won\n",
                """
                pipelines/metrics.yml:3:5: there is no key `fromula` here [unknown-key]
                    hint: did you mean `formula`?
                """
            ),
            (
                "metrics:\n  a: {formula: trailing(won, 3 months), unit: count}\n",
                """
                pipelines/metrics.yml:2:30: there is no key `3 months)` here [unknown-key]
                    hint: within { } a formula that has a comma needs quotation marks
                """
            ),
            (
                "metric: {}\n",
                """
                pipelines/metrics.yml:1:1: there is no key `metric` here [unknown-key]
                    hint: did you mean `metrics`?
                """
            ),
            (
                "metrics:\n  a: {formula: won, unit: munney}\n",
                """
                pipelines/metrics.yml:2:27: `munney` is no unit [bad-value]
                    hint: did you mean `money`? `unit` is one of money, count, percent, points, ratio, months, days, minutes, \
                money_per_day
                """
            ),
            (
                "metrics:\n  spend: {formula: won, unit: money}\n",
                """
                pipelines/metrics.yml:2:3: `spend` is the name of a measure [name-taken]
                    hint: give the metric an id of its own
                """
            ),
            (
                "metrics:\n  max: {formula: won, unit: money}\n",
                """
                pipelines/metrics.yml:2:3: `max` is a word of the formula language [name-taken]
                    hint: give the metric an id of its own
                """
            ),
            (
                "metrics:\n  - {id: a, formula: won, unit: count}\n  - {id: a, formula: won, unit: count}\n",
                """
                pipelines/metrics.yml:3:10: the metric `a` is here twice, first in line 2 [duplicate]
                    hint: keep one, or give the other an id of its own
                """
            ),
            (
                "metrics:\n  a: {formula: won}\n  a: {formula: lost}\n",
                """
                pipelines/metrics.yml:2:3: the key `a` is here more than once [duplicate]
                    hint: keep one of them
                """
            ),
            (
                "metrics:\n  nrrr: {target: 1.1}\n",
                """
                pipelines/metrics.yml:2:3: the new metric `nrrr` has no `formula` [missing-key]
                    hint: did you mean the standard metric `nrr`?
                """
            ),
            (
                "metrics:\n  nps: {target: 40%}\n",
                """
                pipelines/metrics.yml:2:17: the target of `nps` is in percent, the metric is in points [bad-value]
                    hint: drop the `%`
                """
            ),
            (
                "metrics:\n  a: [won\n",
                """
                pipelines/metrics.yml:3:1: did not find expected ',' or ']' while parsing a flow sequence [bad-yaml]
                    hint: indent with spaces, and put a text that has `: `, ` #` or a leading sign in quotation marks
                """
            ),
        ])
    func errors(text: String, printed: String) {
        #expect(complaint { _ = try load(text) } == printed)
    }

    @Test(
        "never makes the reader trap",
        arguments: [
            "- a", "metrics: 3", "metrics: [3]", "metrics: {3: 4}", "metrics: {a: {formula: {}}}",
            "metrics: {[a]: {formula: won}}",
            "metrics: [{formula: won}]", "metrics: {a: {name: {fr: A}}}", "metrics: {a: {name: {}}}",
            "metrics: {a: {target: many}}",
            "metrics: {a b: {formula: won, unit: count}}", "metrics: {a: {formula: '', unit: count}}", "metrics: &x {a: *x}",
            "\u{1}",
            "metrics: {a: {id: b, formula: won, unit: count}}", "a: b: c", "metrics: {a: {better: up}}", "metrics: *nothing",
            "metrics: {a: {formula: won}}", "metrics: {a: {formula: a, unit: count}}",
        ])
    func nonsense(text: String) {
        #expect(complaint { _ = try load(text) }?.hasPrefix("pipelines/metrics.yml") == true)
    }

    @Test("cannot blow up: metrics that double, and long chains, are refused")
    func large() {
        var doubling = "metrics:\n  m0: {formula: won + won, unit: count}\n"
        for n in 1...60 { doubling += "  m\(n): {formula: m\(n - 1) + m\(n - 1), unit: count}\n" }
        #expect(complaint { _ = try load(doubling) }?.contains("[too-large]") == true)
        var chain = "metrics:\n"
        for n in 0..<5000 { chain += "  m\(n): {formula: m\(n + 1), unit: count}\n" }
        chain += "  m5000: {formula: won, unit: count}\n"
        #expect(complaint { _ = try load(chain) }?.contains("[too-large]") == true)
    }
}
