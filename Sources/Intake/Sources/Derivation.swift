/// How a column of the contract is made of others, in rows where it has no cell of its own.
enum Derivation: Sendable {
    /// The first of some columns, of the same kind, that has a cell.
    case first(String, of: [String])
    /// The first of some columns that the file has, where it has no such column at all.
    case instead(String, of: [String])
    /// The time of a row's close, where its words or flags say that it was won, or lost.
    case close(String, Outcome)
    /// The last day of a week that begins on a day.
    case week(String, of: String)
    /// What is left of one amount after another; of either, one may be missing.
    case difference(String, of: String, less: String)
    /// A price for one, times how many.
    case product(String, of: String, times: String)
    /// Months: of a unit and a count, or of the length of the current period.
    case interval(String)
    /// The end of a subscription that was cancelled: the end of the period paid for, or the day itself where it has ended.
    case cancellation(String)
    /// A name made of others, for rows of programs that give no number.
    case identity(String, of: [String])
    /// The account of the books that a cost is of, or its kind where that holds no costs.
    case account(String)
    /// What the costs of a file with advertising's columns are.
    case advertising(String)

    /// What became of a lead.
    enum Outcome: Sendable { case won, lost }

    /// The column that is made.
    var column: String {
        switch self {
        case .first(let name, _), .instead(let name, _), .close(let name, _), .difference(let name, _, _),
            .product(let name, _, _),
            .interval(let name), .cancellation(let name), .identity(let name, _), .advertising(let name), .week(let name, _),
            .account(let name):
            name
        }
    }

    /// The columns it is made of: groups of which a file must have one whole.
    var needs: [[String]] {
        switch self {
        case .first(_, let names), .instead(_, let names): names.map { [$0] }
        case .close(_, .won): [["closed_at", "outcome"], ["closed_at", "stage_name"], ["closed_at", "is_won"]]
        case .close(_, .lost):
            [
                ["closed_at", "outcome"], ["closed_at", "stage_name"], ["closed_at", "is_lost"],
                ["closed_at", "is_won", "is_closed"],
            ]
        case .difference(_, let more, let less): [[more], [less]]
        case .product(_, let price, _): [[price]]
        case .interval: [["interval_unit"], ["interval_count"], ["period_start", "period_end"]]
        case .cancellation: [["cancelled_at"], ["period_end", "status"]]
        case .identity(_, let names): [names]
        case .week(_, let name): [[name]]
        case .account: [["account"]]
        case .advertising: []
        }
    }

    /// All columns it looks at.
    var uses: [String] {
        let needed = Array(needs.joined())
        return switch self {
        case .product(_, _, let times): needed + [times]
        case .account: needed + ["account_type"]
        default: needed
        }
    }
}
