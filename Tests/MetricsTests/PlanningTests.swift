import Facts
import RollUps
import Testing

@testable import Metrics

@Suite struct PlanningTests {
    private let asOf = Day("2026-06-30")!

    private func task(_ change: (inout Action) -> Void) -> ActionStanding {
        var action = Action(department: "Sales", task: "Call", due: Day("2026-06-01"))
        change(&action)
        return ActionStanding(action, asOf: asOf)
    }

    @Test func `a task is done by a day that has come, by its status or at 100 %`() {
        #expect(task { $0.done = asOf }.state == .done)
        #expect(task { $0.said = .done }.state == .done)
        #expect(task { $0.progress = ExactDecimal("1.00") }.state == .done)
        #expect(task { $0.done = asOf + 1 }.state == .notStarted)
        let both = task {
            ($0.done, $0.said) = (asOf + 1, .done)
        }
        #expect(both.state == .done && !both.isLate && !both.isOverdue)
    }

    @Test func `only a done day that has come makes a task late, and what is dropped is nothing else`() {
        #expect(task { $0.done = Day("2026-06-02") }.isLate)
        #expect(!task { $0.done = Day("2026-06-01") }.isLate)
        #expect(!task { $0.said = .done }.isLate)
        let dropped = task { ($0.said, $0.done) = (.dropped, Day("2026-06-20")) }
        #expect(dropped.state == .dropped && !dropped.isLate && !dropped.isOverdue && !dropped.isDueSoon)
    }

    @Test func `what is not done is blocked, in progress or not started, and may be overdue or due soon`() {
        #expect(task { ($0.said, $0.progress) = (.blocked, ExactDecimal("0.5")) }.state == .blocked)
        #expect(task { $0.said = .inProgress }.state == .inProgress)
        #expect(task { ($0.said, $0.status, $0.progress) = (.notStarted, "planned", ExactDecimal("0.1")) }.state == .inProgress)
        #expect(task { $0.start = asOf }.state == .inProgress)
        #expect(task { $0.start = asOf + 1 }.state == .notStarted)
        #expect(task { ($0.start, $0.status) = (asOf, "who knows") }.state == .notStarted)
        #expect(task { _ in }.daysOverdue == 29)
        for (days, soon) in [(-1, false), (0, true), (14, true), (15, false)] {
            let standing = task { $0.due = asOf + days }
            #expect(standing.isDueSoon == soon && standing.isOverdue == (days < 0))
        }
        #expect(!task { $0.due = nil }.isOverdue)
    }

    @Test func `departments written in several ways are one, and progress is a mean over their tasks`() throws {
        let names = ["sales", "Sales", "Sales ", "", "(none)", "Ops"]
        let standings = names.enumerated().map { place, name in
            task { ($0.department, $0.said, $0.progress) = (name, place == 0 ? .done : nil, ExactDecimal("0.5")) }
        }
        let departments = DepartmentStanding.all(standings + [task { ($0.department, $0.said) = ("Gone", .dropped) }])
        #expect(departments.map(\.name) == ["", "Ops", "Sales"] && departments.map(\.tasks) == [2, 1, 3])
        #expect(departments[2].progress == Number(2, over: 3))
    }

    private func initiative(_ change: (inout Initiative) -> Void) -> InitiativeStanding {
        var initiative = Initiative(id: "I1", name: "Insight")
        change(&initiative)
        return InitiativeStanding(initiative, valueMap: [], asOf: asOf)
    }

    @Test func `three yes ask for a strategy, and one with open questions for more than is planned`() {
        func verdict(_ yes: Int, of answered: Int) -> InitiativeStanding {
            initiative { initiative in
                for (place, need) in NeedQuestion.allCases.prefix(answered).enumerated() {
                    initiative.flags[need.rawValue] = place < yes
                }
                initiative.texts = ["who": "Planners", "how": "By hand"]
            }
        }
        #expect(verdict(0, of: 0).verdict == .unknown && verdict(0, of: 2).verdict == .tactical)
        #expect(verdict(2, of: 6).verdict == .adjustment && !verdict(2, of: 6).asksForMore)
        #expect(verdict(3, of: 3).verdict == .strategy && verdict(3, of: 3).asksForMore)
        #expect(verdict(3, of: 3).unanswered == [.what, .whyNow])
    }

    @Test func `planned months end with the end, else the launch, and are compared once rounded`() {
        func months(_ launch: String?, _ end: String?, _ scenario: String) -> InitiativeStanding {
            initiative {
                ($0.start, $0.launch, $0.end) = (Day("2026-01-01"), launch.flatMap { Day($0) }, end.flatMap { Day($0) })
                $0.texts["scenario"] = scenario
            }
        }
        #expect(months("2026-04-01", nil, "new_product").plannedMonths == Number(3))  // 90 days are 2.957 months
        #expect(months("2026-04-01", nil, "new_product").isShort == false)
        #expect(months("2026-04-01", "2026-02-01", "new_product").isShort == true)
        #expect(months(nil, nil, "new_product").isShort == nil && months("2026-04-01", nil, "whatever").isShort == nil)
    }

    @Test func `a launch is at risk from today to four weeks ahead while anything is not ready`() {
        func atRisk(_ days: Int, ready: Int) -> Bool {
            initiative {
                $0.launch = asOf + days
                for material in LaunchMaterial.allCases.prefix(ready) { $0.texts[material.rawValue] = "ready" }
                $0.texts["advocate_materials"] = ready == 5 ? "ready" : "on its way"
            }.launchIsAtRisk
        }
        #expect([-1, 0, 28, 29].map { atRisk($0, ready: 4) } == [false, true, true, false])
        #expect(!atRisk(10, ready: 5))
    }

    // Money.

    /// A company that spends 91.00 on one day for I1, and whose one customer of I1 has some ARR from some day on.
    private func breakEvens(arr: Int64, from start: String, spent: String = "2026-06-01", margin: Number = Number(1))
        -> BreakEvens
    {
        var facts = FactSet(currency: Currency("USD"), zone: .utc, dimensions: [])
        var terms = Terms(origin: .subscriptions, dimensions: 0)
        for (name, amount) in [("A", arr), ("B", 36_500_00)] {
            terms.ids.append(name)
            terms.customers.append(facts.customerIDs.code(name))
            terms.starts.append(Day(start)!)
            terms.ends.append(.distantFuture)
            terms.arr.append(amount)
        }
        facts.terms = terms
        var customers = Customers(dimensions: 0)
        (customers.customers, customers.names, customers.owners) = ([1, 2], ["", ""], ["", ""])
        customers.initiatives = ["I1", ""]
        facts.customers = customers
        var spend = Spend(dimensions: 0)
        (spend.starts, spend.ends, spend.amounts) = ([Day(spent)!], [Day(spent)!], [91_00])
        (spend.categories, spend.initiatives) = ([.other], ["I1"])
        facts.spend = spend
        facts.initiatives = [Initiative(id: "I1", name: "Insight"), Initiative(id: "I2", name: "Idle")]
        return BreakEvens(LocalRollUp(facts, settings: RollUpSettings(asOf: asOf)), margin: margin)
    }

    @Test func `break-even is the first day on which gross profit reaches spend`() throws {
        // 365 a year are 1 a day, of all customers 101 a day.
        let found = breakEvens(arr: 3650_00, from: "2026-05-01", margin: Number(1, over: 2))
        let own = try #require(found.initiatives["I1"])
        #expect(own.first == Day("2026-06-01") && own.spend() == 91_00)
        #expect(own.outcome == .reached(Day("2026-06-19")!))  // 19 days of 5.00 are 95.00
        #expect(own.grossProfit(upTo: Day("2026-06-18")!) == Number(90_00))
        #expect(found.whole.outcome == .reached(Day("2026-06-02")!))
        #expect(found.initiatives["I2"]?.outcome == .noSpend && found.initiatives["I2"]?.grossProfit() == nil)
    }

    @Test func `what is missing is projected by the mean of the days since the first spend, at most 91`() {
        // 30 days of June, 30.00 earned and 91.00 spent: the mean is below 0.
        #expect(breakEvens(arr: 365_00, from: "2026-05-01").initiatives["I1"]?.outcome == .notInSight)
        // Spent on 31 March, the last 91 days earned 91 × 0.50; of 92 days 46.00 came in, 45.00 are missing.
        let slow = breakEvens(arr: 182_50, from: "2026-01-01", spent: "2026-03-31").initiatives["I1"]
        #expect(slow?.outcome == .projected(asOf + 90))
        // On 1 April it is within the last 91 days.
        #expect(
            breakEvens(arr: 182_50, from: "2026-01-01", spent: "2026-04-01").initiatives["I1"]?.outcome == .notInSight)
        #expect(breakEvens(arr: 1, from: "2026-01-01", spent: "2026-03-31").initiatives["I1"]?.outcome == .notInSight)
    }

    @Test func `what starts after the as-of date is neither spent nor earned`() {
        let later = breakEvens(arr: 365_00, from: "2026-05-01", spent: "2026-07-01")
        #expect(later.whole.outcome == .noSpend && later.whole.spend() == 0 && later.whole.last == nil)
    }
}
