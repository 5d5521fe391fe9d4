public import Facts

/// One row of the facts as it counts in a measure's value.
///
/// Of a sum or count the amounts of all rows add up to the value; of a median each row's amount is its span.
public struct CountedRow: Sendable {
    /// A table of the facts.
    public enum Table: Sendable, Hashable, CaseIterable {
        case terms, spend, surveys, leads, deals, usage, headcount, figures
    }

    /// How it comes to count.
    public enum Role: Sendable {
        /// By itself.
        case counts
        /// With another row of the same customer, which is counted once.
        case belongs
        /// A term that begins on the day of a movement.
        case begins
        /// A term that ends on the day of a movement, or on a due day.
        case ends
        /// A term that renews what is due, with all the ARR that it has in minor units.
        case renews(arr: Int128)
        /// A customer's terms, with its ARR twelve months before and now in minor units.
        case retained(before: Int128, now: Int128)
        /// So many days of a cost or figure over several, with its whole amount in its unit.
        case days(Int, of: Int, whole: Number)
        /// A deal that says of its lead what the lead's own cells do not.
        case deal
        /// A lead whose deals say its amount.
        case lead
        /// A customer whose health is scored.
        case scored(CustomerHealth)
        /// Use or an answer that a customer's health is known by.
        case evidence
    }

    /// Its table.
    public var table: Table
    /// Its place in the table.
    public var row: Int
    /// The day on which, or up to which, it counts.
    public var day: Day
    /// The customer's code; 0 where there is none.
    public var customer: UInt32
    /// What it adds, in the measure's unit; nil of a row that goes with another one, which counts.
    public var amount: Number?
    /// How it comes to count.
    public var role: Role
}

/// What finds the rows behind measures: the facts once more, one measure and frame after the other.
///
/// It works from the rows themselves and not from the cubes, so that what it finds can be held against them.
public struct RowFinder: Sendable {
    let facts: FactSet
    let rollUp: LocalRollUp
    let book: TermBook
    let funnel: FunnelRows

    /// - Parameters:
    ///   - facts: All facts, leads and deals among them.
    ///   - rollUp: What they were folded to.
    public init(_ facts: FactSet, _ rollUp: LocalRollUp) {
        self.facts = facts
        self.rollUp = rollUp
        book = TermBook(facts.terms, customers: facts.customerIDs.count, settings: rollUp.settings)
        funnel = FunnelRows(facts, rollUp.members, rollUp.settings)
    }

    /// The rows that count in a measure: none where it is undefined. Those of customers are by their ids, others as they were read.
    public func rows(of measure: Measure, _ frame: Frame, _ slice: Slice) -> [CountedRow] {
        guard let slice = rollUp.availability.slices(of: measure, frame)?(slice) else { return [] }
        let index = rollUp.members.index(slice)
        switch measure.observed {
        case .openingARR: return standing(slice, frame.start - 1, isCount: false)
        case .closingARR: return standing(slice, frame.stock, isCount: false)
        case .openingCustomers: return standing(slice, frame.start - 1, isCount: true)
        case .closingCustomers: return standing(slice, frame.stock, isCount: true)
        case .movedARR(let kind): return moving(kind, frame, slice, isCount: false)
        case .movedCustomers(let kind): return moving(kind, frame, slice, isCount: true)
        case .retention(let sum): return retained(sum, frame.stock, slice)
        case .due(let sum): return renewals(sum, frame, index, isCount: true)
        case .dueARR(let sum): return renewals(sum, frame, index, isCount: false)
        case .health(let sum): return scored(sum, frame.stock, index)
        case .spend(let sum): return costs(sum, frame, index)
        case .voice(let sum): return answers(sum, frame, index)
        case .leads, .wonAmount, .cycle, .response: return funnel.rows(measure.observed, frame, index)
        case .active: return active(frame.stock, index)
        case .use(let sum): return uses(sum, frame, index)
        case .staff: return sizes(frame, index)
        case .figure: return figures(measure.id, frame, index)
        }
    }

    /// A customer's id.
    public func customerID(_ code: UInt32) -> String { facts.customerIDs[code] }

    /// The id of a term, lead or deal; nil of other rows, whose facts have none.
    public func id(_ row: CountedRow) -> String? {
        switch row.table {
        case .terms: facts.terms?.ids[row.row]
        case .leads: facts.leads?.ids[row.row]
        case .deals: facts.deals?.rows.ids[row.row]
        case .figures: facts.figures.map { $0.list[Int($0.figures[row.row])].name }
        case .spend, .surveys, .usage, .headcount: nil
        }
    }

    /// The customers of a slice, by id.
    func customers(_ slice: Int) -> [Int] {
        let ranks = rollUp.customerRanks
        return (0..<rollUp.revenue.customerCount).filter {
            slice == 0 || rollUp.members.slices(ofCustomer: $0).contains(Int32(slice))
        }
        .sorted { ranks[$0] < ranks[$1] }
    }

    /// Rows of one thing that is counted once: the first has the count, the others belong to it.
    static func once(_ rows: [CountedRow]) -> [CountedRow] {
        rows.enumerated().map { place, row in
            var row = row
            row.amount = place == 0 ? Number(1) : nil
            if place > 0, case .counts = row.role { row.role = .belongs }
            return row
        }
    }
}
