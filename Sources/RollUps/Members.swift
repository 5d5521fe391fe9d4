public import Facts

/// Whose each fact is: all slices numbered, and the member of every customer.
///
/// Source: data contract, "Dimensions". Measures that follow the customer use the customer's own member; other rows use their own
/// cell, else their customer's, else `(none)`.
public struct Members: Sendable {
    /// The pipeline's dimensions, in its order.
    public private(set) var dimensions: [Dimension]
    /// For each dimension the member of each customer code.
    let ofCustomer: [[UInt32]]
    /// For each dimension whether customers can be given one at all (a column in `customers` or in the ARR terms).
    let followsCustomer: [Bool]
    private let offsets: [Int]
    /// For each customer code the slices that it counts in, so many a customer: its member of each dimension but `plan`, or the total
    /// where there is no such dimension.
    private let customerSlices: [Int32]
    private let slicesEach: Int
    /// The slices that the total of what counts by customer is the sum of: the members of one dimension. Nil where customers count in the
    /// total themselves.
    let partsOfTotal: Range<Int>?
    /// The terms that have started, by customer.
    let terms: CustomerTerms
    /// How many slices there are: the total and all members of all dimensions.
    let sliceCount: Int
    /// The dimension `plan`, which follows the term and not the customer.
    let plan: Int?

    /// The same with other names of the same members, by dimension and code.
    func named(_ pools: [Pool]) -> Members {
        var copy = self
        for (place, pool) in pools.enumerated() {
            precondition(pool.count == dimensions[place].members.count, "a member is lost of \(dimensions[place].name)")
            copy.dimensions[place].members = pool
        }
        return copy
    }

    /// Finds the member of each customer as of a date.
    public init(_ facts: FactSet, asOf: Day) {
        dimensions = facts.dimensions
        plan = facts.dimensions.firstIndex { $0.name == "plan" }
        var offsets: [Int] = []
        var next = 1
        for dimension in facts.dimensions {
            offsets.append(next)
            next += dimension.members.count
        }
        self.offsets = offsets
        sliceCount = next

        let started = CustomerTerms(facts.terms, customers: facts.customerIDs.count, asOf: asOf)
        var ofCustomer: [[UInt32]] = []
        var follows: [Bool] = []
        for index in facts.dimensions.indices {
            var members = [UInt32](repeating: 0, count: facts.customerIDs.count)
            let own = facts.customers?.members[index]
            let terms = facts.terms?.members[index]
            if let own, let customers = facts.customers?.customers {
                for (row, customer) in customers.enumerated() { members[Int(customer)] = own[row] }
            }
            if let terms {
                for customer in members.indices where members[customer] == 0 {
                    if let row = started.latest(customer, facts.terms?.ids ?? []) { members[customer] = terms[row] }
                }
            }
            members[0] = 0
            ofCustomer.append(members)
            follows.append(own != nil || terms != nil)
        }
        self.ofCustomer = ofCustomer
        followsCustomer = follows
        terms = started
        let followed = dimensions.indices.filter { [plan] in $0 != plan }
        partsOfTotal = followed.map { [dimensions] in offsets[$0]..<offsets[$0] + dimensions[$0].members.count }
            .min { $0.count < $1.count }
        slicesEach = max(1, followed.count)
        var slices = [Int32](repeating: 0, count: facts.customerIDs.count * slicesEach)
        for (place, dimension) in followed.enumerated() {
            let (offset, own) = (offsets[dimension], ofCustomer[dimension])
            for customer in own.indices {
                slices[customer * slicesEach + place] = Int32(truncatingIfNeeded: offset + Int(own[customer]))
            }
        }
        customerSlices = slices
    }

    /// The slices that a customer counts in: its member of each dimension but `plan`, or the total where there is no such dimension. The
    /// total is the sum of ``partsOfTotal``.
    func slices(ofCustomer customer: Int) -> ArraySlice<Int32> {
        customerSlices[customer * slicesEach..<(customer + 1) * slicesEach]
    }

    /// Some customers' slices by each of the dimensions that ``slices(ofCustomer:)`` knows; by dimension, then by place among them.
    func slices(ofCustomers customers: [UInt32]) -> [[Int32]] {
        (0..<slicesEach).map { [customerSlices, slicesEach] place in
            customers.map { customerSlices[Int($0) &* slicesEach &+ place] }
        }
    }

    /// The slices of a dimension's members.
    func slices(ofDimension dimension: Int) -> Range<Int> {
        offsets[dimension]..<offsets[dimension] + dimensions[dimension].members.count
    }

    /// The number of a slice.
    func index(_ slice: Slice) -> Int {
        switch slice {
        case .total: 0
        case .member(let dimension, let code): offsets[dimension] + Int(code)
        }
    }

    /// The number of a member's slice.
    @inline(__always)
    func index(dimension: Int, code: UInt32) -> Int { offsets[dimension] + Int(code) }

    /// Whether a slice is a member of a dimension.
    func isMember(_ slice: Int, of dimension: Int) -> Bool {
        slices(ofDimension: dimension).contains(slice)
    }

    /// Where the rows of a table get their member of a dimension from.
    struct Column: Sendable {
        var own: CodeColumn?
        var customers: [UInt32]?
        var ofCustomer: [UInt32]
        var offset: Int

        /// The slice of a row.
        @inline(__always)
        func slice(_ row: Int) -> Int {
            if let own, own[row] != 0 { return offset + Int(own[row]) }
            if let customers { return offset + Int(ofCustomer[Int(customers[row])]) }
            return offset
        }

        /// Writes the slices of some rows.
        func slices(of rows: Range<Int>, into slices: inout [Int32]) {
            guard let own else {
                for place in 0..<rows.count { slices[place] = Int32(truncatingIfNeeded: slice(rows.lowerBound + place)) }
                return
            }
            slices.withUnsafeMutableBufferPointer { slices in
                own.forEach(in: rows) { place, code in
                    let slice = code != 0 ? offset &+ Int(code) : self.slice(rows.lowerBound + place)
                    slices[place] = Int32(truncatingIfNeeded: slice)
                }
            }
        }
    }

    /// For each dimension where the rows of a table get their member from.
    func columns(own: MemberColumns, customers: [UInt32]?) -> [Column] {
        dimensions.indices.map {
            Column(
                own: own[$0], customers: followsCustomer[$0] ? customers : nil, ofCustomer: ofCustomer[$0], offset: offsets[$0])
        }
    }

    /// For each dimension whether rows of a table can be given one: their own column, or a customer that has one.
    func reach(own: MemberColumns, customers: [UInt32]?) -> [Bool] {
        dimensions.indices.map { own[$0] != nil || (customers != nil && followsCustomer[$0]) }
    }
}
