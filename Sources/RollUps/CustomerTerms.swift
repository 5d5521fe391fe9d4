import Facts

/// The terms of ARR that have started by a day, customer by customer, each one's by start, end and id.
///
/// Terms of one customer lie side by side here, wherever their rows are: who goes through all customers does not wait for memory at
/// each term.
struct CustomerTerms: Sendable {
    /// What is asked of a term again and again.
    struct Term: Sendable {
        /// First day with service.
        var start: Day
        /// First day without service; `distantFuture` when open-ended.
        var end: Day
        /// In minor units; may be negative.
        var arr: Int64
        /// Its row among the facts.
        var row: Int32
    }

    private let terms: [Term]
    /// The terms of customer c are at `offsets[c] ..< offsets[c + 1]`.
    private let offsets: [Int32]

    /// Brings the terms that start up to a day in order.
    ///
    /// - Parameter parts: In how many parts the customers are gone through at once; each looks at all terms.
    init(_ terms: Terms?, customers: Int, asOf: Day, parts: Int = 4) {
        let terms = terms ?? Terms(origin: .subscriptions, dimensions: 0)
        let (codes, starts, ends, arr, ids) = (terms.customers, terms.starts, terms.ends, terms.arr, terms.ids)
        var offsets = [Int32](repeating: 0, count: customers + 1)
        for row in starts.indices where starts[row] <= asOf { offsets[Int(codes[row]) + 1] += 1 }
        for customer in 0..<customers { offsets[customer + 1] += offsets[customer] }
        @Sendable func isBefore(_ a: Term, _ b: Term) -> Bool {
            if a.start != b.start { return a.start < b.start }
            if a.end != b.end { return a.end < b.end }
            return precedes(ids[Int(a.row)], ids[Int(b.row)])
        }
        self.terms = Array(unsafeUninitializedCapacity: Int(offsets[customers])) { room, count in
            nonisolated(unsafe) let terms = room
            // Each part of the customers has its own terms, which nobody else writes to.
            _ = concurrently(parts) { [offsets] part in
                let own = part * customers / parts..<(part + 1) * customers / parts
                var next = Array(offsets[own])
                for row in starts.indices where starts[row] <= asOf && own.contains(Int(codes[row])) {
                    let customer = Int(codes[row])
                    let term = Term(start: starts[row], end: ends[row], arr: arr[row], row: Int32(truncatingIfNeeded: row))
                    terms.initializeElement(at: Int(next[customer - own.lowerBound]), to: term)
                    next[customer - own.lowerBound] += 1
                }
                for customer in own {
                    let rows = Int(offsets[customer])..<Int(offsets[customer + 1])
                    // Most are in order as files have them.
                    if rows.dropFirst().contains(where: { isBefore(terms[$0], terms[$0 - 1]) }) {
                        var some = UnsafeMutableBufferPointer(rebasing: terms[rows])
                        some.sort(by: isBefore)
                    }
                }
            }
            count = Int(offsets[customers])
        }
        self.offsets = offsets
    }

    /// How many customer codes there are.
    var customerCount: Int { offsets.count - 1 }

    /// How many terms there are.
    var count: Int { terms.count }

    /// How many of them end by a day.
    func count(endingBy day: Day) -> Int { terms.count { $0.end <= day } }

    /// The first day on which one starts; nil where there are none.
    var firstStart: Day? { terms.lazy.map(\.start).min() }

    /// A customer's terms.
    subscript(customer: Int) -> ArraySlice<Term> { terms[Int(offsets[customer])..<Int(offsets[customer + 1])] }

    /// The row of a customer's term with the latest start (ties: the greatest id, then the later row); nil of a customer without terms.
    ///
    /// - Parameter ids: The terms' ids by row.
    func latest(_ customer: Int, _ ids: [String]) -> Int? {
        let own = self[customer]
        guard var latest = own.last else { return nil }
        for term in own.dropLast().reversed() {
            guard term.start == latest.start else { break }
            let (one, other) = (ids[Int(term.row)], ids[Int(latest.row)])
            if precedes(other, one) || !precedes(one, other) && term.row > latest.row { latest = term }
        }
        return Int(latest.row)
    }
}
