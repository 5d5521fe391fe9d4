public import Facts
public import RollUps

/// What the customers of an initiative, or all of them, come to at the as-of date.
public struct InitiativeFigures: Sendable {
    /// Their ARR, in minor units; nil where no ARR is known at all.
    public var arr: Int128?
    /// How many have ARR; nil where no ARR is known at all.
    public var customers: Int?
    /// Leads created in the 12 months up to the as-of date that name one of them; nil where leads name no customers.
    public var leads: Int?
    /// Which share of these was won; nil where there are none, and where all were: then leads name a customer only once they are won.
    public var leadToWon: Number?
    /// Net promoter score of the 12 months up to the as-of date; nil where nobody answered.
    public var nps: Number?
    /// How many answered.
    public var responses = 0

    /// The figures by initiative's id, and the company's.
    public static func all(_ rollUp: LocalRollUp) -> (initiatives: [String: InitiativeFigures], company: InitiativeFigures) {
        let (facts, asOf) = (rollUp.facts, rollUp.settings.asOf)
        let ids = facts.initiatives.map(\.id)
        let places = [String: Int](ids.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        var owners = [Int](repeating: 0, count: facts.customerIDs.count)
        if let customers = facts.customers {
            for (row, code) in customers.customers.enumerated() { owners[Int(code)] = places[customers.initiatives[row]] ?? 0 }
        }
        var (arr, active) = ([Int128](repeating: 0, count: ids.count + 1), [Int](repeating: 0, count: ids.count + 1))
        let hasARR = facts.terms != nil && rollUp.firstEvent(.subscriptions) != nil
        if hasARR {
            for customer in 0..<rollUp.revenue.customerCount {
                let level = rollUp.revenue.level(customer, asOf)
                guard level > 0 else { continue }
                for place in Set([0, owners[customer]]) {
                    arr[place] += level
                    active[place] += 1
                }
            }
        }
        var answers = [[Int]](repeating: [0, 0, 0], count: ids.count + 1)
        if let surveys = facts.surveys {
            let first = asOf.months(before: 12) + 1
            for row in 0..<surveys.count where surveys.scores[row] >= 0 {
                guard (first...asOf).contains(surveys.responded[row]) else { continue }
                let score = surveys.scores[row]
                for place in Set([0, surveys.customers.map { owners[Int($0[row])] } ?? 0]) {
                    answers[place][0] += 1
                    if score >= 9 { answers[place][1] += 1 } else if score <= 6 { answers[place][2] += 1 }
                }
            }
        }
        func figures(_ place: Int, _ leads: InitiativeLeads.Count?) -> InitiativeFigures {
            let said = answers[place]
            return InitiativeFigures(
                arr: hasARR ? arr[place] : nil, customers: hasARR ? active[place] : nil, leads: leads?.leads,
                leadToWon: leads.flatMap { $0.won == $0.leads && place > 0 ? nil : Number($0.won) / Number($0.leads) },
                nps: Number(100 * (said[1] - said[2])) / Number(said[0]), responses: said[0])
        }
        let counts = rollUp.initiativeLeads?.byInitiative
        let own = ids.indices.map { place in figures(place + 1, counts?[place]) }
        return (
            [String: InitiativeFigures](zip(ids, own), uniquingKeysWith: { first, _ in first }),
            figures(0, rollUp.initiativeLeads?.all)
        )
    }
}
