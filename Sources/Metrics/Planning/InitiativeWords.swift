/// What kind of go-to-market an initiative is, as its file names it.
///
/// Source: metric catalogue, "Initiatives".
public enum Scenario: String, Sendable, CaseIterable {
    case newProduct = "new_product"
    case newMarket = "new_market"
    case repositioning
    case businessModel = "business_model"
    case competition

    /// How many months such an initiative usually takes, both ends included.
    public var usualMonths: ClosedRange<Int> {
        switch self {
        case .newProduct: 3...6
        case .newMarket: 6...12
        case .repositioning: 2...4
        case .businessModel: 6...18
        case .competition: 1...3
        }
    }
}

/// How far an initiative is.
public enum InitiativeStage: String, Sendable, CaseIterable { case explore, validate, scale }

/// Whether an initiative is to win new customers or to keep those there are.
public enum InitiativeGoal: String, Sendable, CaseIterable { case acquire, retain }

/// One of the six questions that tell how much of a strategy an initiative needs.
public enum NeedQuestion: String, Sendable, CaseIterable {
    case newCustomers = "new_customers"
    case newValue = "new_value"
    case newChannel = "new_channel"
    case newPricing = "new_pricing"
    case competitiveShift = "competitive_shift"
    case highCostOfFailure = "high_cost_of_failure"
}

/// One of the four questions that an initiative answers.
public enum InitiativeQuestion: String, Sendable, CaseIterable {
    case who, what, how
    case whyNow = "why_now"
}

/// What an initiative needs, by how many of the six questions are yes.
public enum NeedVerdict: String, Sendable, CaseIterable {
    /// Three or more: a full go-to-market strategy.
    case strategy
    /// One or two: an adjustment.
    case adjustment
    /// None: tactical.
    case tactical
    /// Nothing was answered.
    case unknown
}

/// One of the five materials that a launch needs.
public enum LaunchMaterial: String, Sendable, CaseIterable {
    case messagingDocument = "messaging_document"
    case marketingPack = "marketing_pack"
    case salesPack = "sales_pack"
    case customerMaterials = "customer_materials"
    case advocateMaterials = "advocate_materials"
}

/// How far a material is. An empty cell is a missing one.
public enum Readiness: String, Sendable, CaseIterable { case missing, draft, ready }

/// What customers do, suffer from and hope for.
public enum ValueKind: String, Sendable, CaseIterable { case job, pain, gain }
