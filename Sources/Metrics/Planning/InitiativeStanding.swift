public import Facts

/// How one initiative stands at the as-of date, but for its money.
///
/// Source: metric catalogue, "Initiatives".
public struct InitiativeStanding: Sendable {
    /// The initiative.
    public let initiative: Initiative
    /// What its customers do, suffer from and hope for.
    public let valueMap: [ValueMapEntry]
    private let asOf: Day

    /// For how many days after the as-of date a launch is near.
    public static let near = 28

    /// How an initiative stands.
    ///
    /// - Parameter valueMap: Of all initiatives; those of others are left out.
    public init(_ initiative: Initiative, valueMap: [ValueMapEntry], asOf: Day) {
        self.initiative = initiative
        self.valueMap = valueMap.filter { $0.initiative == initiative.id }
        self.asOf = asOf
    }

    /// All initiatives in code-point order of their ids.
    public static func all(_ facts: FactSet, asOf: Day) -> [InitiativeStanding] {
        let entries = Dictionary(grouping: facts.valueMap, by: \.initiative)
        return facts.initiatives.sorted { precedes($0.id, $1.id) }.map {
            InitiativeStanding($0, valueMap: entries[$0.id] ?? [], asOf: asOf)
        }
    }

    /// What its file says in a column; empty where it says nothing.
    public func text(_ column: String) -> String { initiative.texts[column] ?? "" }

    /// What kind it is; nil where nothing known is said.
    public var scenario: Scenario? { Scenario(rawValue: text("scenario")) }
    /// How far it is; nil where nothing known is said.
    public var stage: InitiativeStage? { InitiativeStage(rawValue: text("stage")) }
    /// Whom it is for; nil where nothing known is said.
    public var goal: InitiativeGoal? { InitiativeGoal(rawValue: text("goal")) }

    // What it needs.

    /// How many of the six questions are yes.
    public var yes: Int { NeedQuestion.allCases.count { initiative.flags[$0.rawValue] == true } }

    /// What it needs by them.
    public var verdict: NeedVerdict {
        if NeedQuestion.allCases.allSatisfy({ initiative.flags[$0.rawValue] == nil }) { return .unknown }
        return yes >= 3 ? .strategy : yes > 0 ? .adjustment : .tactical
    }

    /// Which of the four questions have no answer.
    public var unanswered: [InitiativeQuestion] { InitiativeQuestion.allCases.filter { text($0.rawValue).isEmpty } }

    /// Whether a full strategy is called for and not all four questions have an answer.
    public var asksForMore: Bool { verdict == .strategy && !unanswered.isEmpty }

    // How long it takes.

    /// Months from its start to its end, or to its launch where it has none, to one decimal; nil where a day is missing.
    public var plannedMonths: Number? {
        guard let start = initiative.start, let end = initiative.end ?? initiative.launch else { return nil }
        // A month is 30.4375 days.
        return Number(Number(Int128(end - start) * 100_000, over: 304_375).roundedHalfEven, over: 10)
    }

    /// Whether less time is planned than such initiatives usually take; nil where either is unknown.
    public var isShort: Bool? {
        guard let plannedMonths, let scenario else { return nil }
        return Number.less(plannedMonths, Number(scenario.usualMonths.lowerBound))
    }

    // What is ready.

    /// How far a material is; nil where the cell says something else, which is not ready.
    public func readiness(_ material: LaunchMaterial) -> Readiness? {
        let text = text(material.rawValue)
        return text.isEmpty ? .missing : Readiness(rawValue: text)
    }

    /// The materials that are not ready.
    public var notReady: [LaunchMaterial] { LaunchMaterial.allCases.filter { readiness($0) != .ready } }

    /// How many of the five materials are ready.
    public var materialsReady: Int { LaunchMaterial.allCases.count - notReady.count }

    /// Whether it is launched within 28 days, the as-of date included, and not everything is ready.
    public var launchIsAtRisk: Bool {
        guard let launch = initiative.launch else { return false }
        return (asOf...asOf + InitiativeStanding.near).contains(launch) && !notReady.isEmpty
    }

    /// Whether it was launched before the as-of date and not everything is ready.
    public var wasLaunchedUnready: Bool { initiative.launch.map { $0 < asOf && !notReady.isEmpty } ?? false }

    // What it answers.

    /// What its customers do, suffer from or hope for.
    public func items(_ kind: ValueKind) -> [ValueMapEntry] { valueMap.filter { $0.kind == kind.rawValue } }

    /// How many of them something answers.
    public func answered(_ kind: ValueKind) -> Int { items(kind).count { !$0.answeredBy.isEmpty } }
}
