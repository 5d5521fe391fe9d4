/// What a measure is read from in the roll-ups.
enum Observed: Hashable, Sendable {
    /// ARR, and customers with ARR, at the end of the day before a frame and of its stock's day.
    case openingARR, closingARR, openingCustomers, closingCustomers
    /// How much ARR moved so, and how many customers.
    case movedARR(MovementKind), movedCustomers(MovementKind)
    case retention(RetentionSum)
    /// The number and the ARR of due days.
    case due(DueSum), dueARR(DueSum)
    case health(HealthSum)
    case spend(SpendSum)
    case voice(VoiceSum)
    case leads(LeadCount)
    /// Σ amounts of what was won.
    case wonAmount
    /// The median spans to winning and to the first response.
    case cycle, response
    /// Customers with ARR and use.
    case active
    case use(UseSum)
    case staff
    /// A figure of the company's own, by the measure's id.
    case figure

    var isHealth: Bool { if case .health = self { true } else { false } }
    var isRetention: Bool { if case .retention = self { true } else { false } }
    /// The pass over all customers that finds it; nil of what takes none.
    var ofCustomers: PassKey.Kind? {
        switch self {
        case .retention: .retention
        case .health: .health
        case .active: .active
        case .use: .use
        default: nil
        }
    }
    var isMovement: Bool {
        switch self {
        case .movedARR, .movedCustomers: true
        default: false
        }
    }
}

/// Over customers with ARR twelve months before: ARR then, ARR now, the lesser of both; how many they are, and how many have ARR now.
enum RetentionSum: Int, CaseIterable, Sendable {
    case base, retained, gross, customersBefore, customersKept
}

/// Of due days: all, and what was renewed.
enum DueSum: Int, CaseIterable, Sendable {
    case due, renewed
}

/// Score × ARR in billionths, the ARR of all that have a score, and that in each band.
enum HealthSum: Int, CaseIterable, Sendable {
    case points, scored, atRisk, watch, healthy

    init(_ band: CustomerHealth.Band) {
        self =
            switch band {
            case .atRisk: .atRisk
            case .watch: .watch
            case .healthy: .healthy
            }
    }
}

/// All costs, and those of a category.
enum SpendSum: Int, CaseIterable, Sendable {
    case all, marketing, sales
}

/// Answers, by the day they came; then invitations and those answered, by the day they went out.
enum VoiceSum: Int, CaseIterable, Sendable {
    case responses, promoters, passives, detractors, invited, answered

    /// Which of the answers one with this score is.
    init(score: Int) { self = score >= 9 ? .promoters : score >= 7 ? .passives : .detractors }
}

/// What of the funnel is counted.
enum LeadCount: Hashable, Sendable {
    /// Those that entered a stage, and of those created the ones that came so far; by the stage's name.
    case entered(String), reached(String)
    /// All that were created, and the same as a cohort, whatever the first stage is called.
    case created, cohort
    case lost, open, wonWithAmount, answered, answeredInTime
}

/// Users and seats, in billionths.
enum UseSum: Int, CaseIterable, Sendable {
    case users, seats
}
