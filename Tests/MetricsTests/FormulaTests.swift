import Facts
import Metrics
import Properties
import Seeded
import Testing

@Suite("The formula language")
struct FormulaTests {
    @Test("Products bind before sums, and operations of one rank group to the left")
    func precedence() throws {
        let won = Expression.name("won")
        let lost = Expression.name("lost")
        #expect(try Expression.parse("won + lost * won") == .binary(.plus, won, .binary(.times, lost, won)))
        #expect(try Expression.parse("won - lost - won") == .binary(.minus, .binary(.minus, won, lost), won))
        #expect(try Expression.parse("won / lost * won") == .binary(.times, .binary(.over, won, lost), won))
        #expect(try Expression.parse("won / (lost * won)") == .binary(.over, won, .binary(.times, lost, won)))
        #expect(try Expression.parse("-won * lost") == .binary(.times, .negative(won), lost))
    }

    @Test("Typographic and full-width signs mean the same as ASCII ones")
    func signs() throws {
        let plain = try Expression.parse("100 * (won - lost) / min(won, 2)")
        #expect(try Expression.parse("100 × (won − lost) ÷ min(won, 2)") == plain)
        #expect(try Expression.parse("100 ＊（won － lost）／ min（won，2）") == plain)
    }

    @Test("Numbers are exact decimals")
    func numbers() throws {
        #expect(try Expression.parse("0.75") == .number(ExactDecimal(digits: 75, scale: 2)))
        #expect(try Expression.parse("0.1 + 0.2").value { _ in nil } == Number(3, over: 10))
    }

    @Test("Functions take windows, lists and one part")
    func functions() throws {
        let spend = Expression.name("spend")
        #expect(try Expression.parse("trailing(spend, 1 month)") == .window(Window(trailing: .months(1)), spend))
        #expect(try Expression.parse("prior(spend)") == .window(Window(shifts: [.priorPeriod]), spend))
        #expect(try Expression.parse("prior(spend, 3 months)") == .window(Window(shifts: [.prior(.months(3))]), spend))
        #expect(try Expression.parse("year_ago(spend)") == .window(Window(shifts: [.yearAgo]), spend))
        #expect(try Expression.parse("max(spend, spend, 1)") == .call(.max, [spend, spend, .number(ExactDecimal("1")!)]))
        #expect(try Expression.parse("config.gross_margin") == .config("gross_margin", nil))
    }

    @Test("Any tree written as a formula parses to the same tree")
    func roundTrip() throws {
        var random = Seeded(1)
        for round in 0..<3000 {
            let tree = Expression.random(depth: round % 6, &random)
            let text = tree.description
            if text.count < 1500 { #expect(try Expression.parse(text) == tree, "\(text)") }
        }
    }

    @Test("Any tree's Excel formula has the tree's value, by Excel's own rules")
    func excel() {
        var random = Seeded(2)
        var defined = 0
        for round in 0..<3000 {
            let tree = Expression.random(depth: round % 6, &random).grounded
            var cells: [String: Number] = [:]
            for leaf in tree.leaves {
                let value = Number(Int128(Int.random(in: -50...50, using: &random)), over: 4)
                if Int.random(in: 0..<20, using: &random) > 0 { cells[leaf.description] = value }
            }
            let formula = tree.excel { "[\($0)]" }
            let value = tree.value { cells[$0.description] }
            let naive = ExcelFormula.value(formula) { cells[$0] }
            #expect(value == naive, "\(formula)")
            if value != nil { defined += 1 }
        }
        #expect(defined > 1000)
    }

    @Test(
        "Excel formulas have the brackets they need and no others",
        arguments: [
            ("won - (lost + won)", "[won]-([lost]+[won])"), ("(won - lost) + won", "[won]-[lost]+[won]"),
            ("won / (lost * won)", "[won]/([lost]*[won])"), ("(won * lost) / won", "[won]*[lost]/[won]"),
            ("(won + 1) * -(lost + 2)", "([won]+1)*(-([lost]+2))"), ("-won - -3", "-[won]-(-3)"),
            ("sqrt((won)) * max(1.50, lost - 1)", "SQRT([won])*MAX(1.50,[lost]-1)"),
            ("spend / (won / 12 * config.gross_margin)", "[spend]/([won]/12*0.8)"),
        ])
    func brackets(formula: String, excel: String) throws {
        #expect(try Expression.parse(formula).grounded.excel { "[\($0)]" } == excel)
    }

    @Test("Settings stand in Excel as the caller wants them")
    func settings() throws {
        let tree = try Expression.parse("won * config.gross_margin").grounded
        #expect(
            tree.excel(reference: { $0.measure }, config: { name, value in "\(name)=\(value.plain)" }) == "won*gross_margin=0.8"
        )
    }

    @Test("Division by zero, an undefined part and the root of a negative value are undefined")
    func undefined() throws {
        func value(_ formula: String) throws -> Number? {
            let cells = ["won": Number(6), "lost": Number(0)]
            return try Expression.parse(formula).grounded.value { cells[$0.measure] }
        }
        #expect(try value("won / lost") == nil)
        #expect(try value("won + spend * 0") == nil)
        #expect(try value("min(won, spend)") == nil)
        #expect(try value("sqrt(lost - won)") == nil)
        #expect(try value("lost / won") == Number.zero)
        #expect(try value("min(won, lost, 7) + max(won, 7)") == Number(7))
        #expect(try value("won / 4") == Number(3, over: 2))
        #expect(try value("sqrt(won * won)")?.double == 6)
    }

    @Test(
        "What is no formula is shown with its place and what to do",
        arguments: [
            ("", "the formula is empty [bad-formula]\n    hint: write one, such as spend / customers_new"),
            (
                "won + (lost",
                """
                column 7: this `(` is never closed [bad-formula]
                    won + (lost
                          ^
                    hint: add a `)`
                """
            ),
            (
                "2 won",
                """
                column 3: there is no sign before this [bad-formula]
                    2 won
                      ^^^
                    hint: write one of + - * / before it
                """
            ),
            (
                "trailing(won, 3)",
                """
                column 16: one of the words days, weeks, months, quarters, years was expected [bad-formula]
                    trailing(won, 3)
                                   ^
                    hint: write it like trailing(spend, 3 months)
                """
            ),
            (
                "trailling(won)",
                """
                column 1: there is no function `trailling` [bad-formula]
                    trailling(won)
                    ^^^^^^^^^
                    hint: did you mean `trailing`?
                """
            ),
            (
                "（won） > 3",
                """
                column 7: `>` means nothing in a formula [bad-formula]
                    （won） > 3
                            ^
                    hint: formulas have no conditions; min(…) and max(…) set limits
                """
            ),
        ])
    func errors(formula: String, printed: String) {
        #expect(complaint { _ = try Expression.parse(formula) } == printed)
    }

    @Test(
        "No text makes the parser trap",
        arguments: [
            "1 +", ")", "won)", "won,", "1.2.3", "12months", "1234567890123456789012", "config", "config.", "config.1", "min()",
            "sqrt(1, 2)", "trailing(won)", "trailing(won, 0 months)", "prior(won, 1.5 months)", "prior", "a.b", "won won", "%",
            "é é",
            ".5", "months", "min(won", "year_ago(won, 3 months)", "won ^ 2", "\"won\"", "((()))",
        ])
    func nonsense(formula: String) {
        #expect(complaint { _ = try Expression.parse(formula) } != nil)
    }

    @Test("Depth, length and number of parts are limited")
    func limits() throws {
        let deep = String(repeating: "(", count: 199) + "won" + String(repeating: ")", count: 199)
        #expect(try Expression.parse(deep) == .name("won"))
        for text in [
            String(repeating: "(", count: 900) + "won" + String(repeating: ")", count: 900),
            String(repeating: "-", count: 1500) + "1",
            String(repeating: "won + ", count: 300) + "won", String(repeating: "a", count: 2001),
        ] {
            #expect(complaint { _ = try Expression.parse(text) }?.contains("[too-large]") == true)
        }
    }

    @Test("Random cuts of a formula parse or complain, and never trap")
    func fuzz() throws {
        var random = Seeded(3)
        let alphabet = Array("won spend 12.5+-*/(),.config.trailing(months)−×÷（）é漢 ")
        for _ in 0..<3000 {
            let text = String((0..<Int.random(in: 0...30, using: &random)).map { _ in alphabet.randomElement(using: &random)! })
            if let tree = try? Expression.parse(text) { #expect(try Expression.parse(tree.description) == tree) }
        }
    }
}

@Suite("The nearest name")
struct NearestTests {
    @Test(
        "is the one with the fewest letters changed, or of which the name is a word",
        arguments: [
            ("arr_closng", "arr_closing"), ("ARR_Closing", "arr_closing"), ("arr-closing", "arr_closing"), ("spnd", "spend"),
            ("psend", "spend"), ("closing", "arr_closing"), ("zzzzzzzz", nil), ("", nil),
        ])
    func nearestName(name: String, expected: String?) {
        #expect(nearest(name, in: ["arr_opening", "arr_closing", "spend", "won"]) == expected)
    }
}
