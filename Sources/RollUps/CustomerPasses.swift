import Facts

/// What is asked of every customer on some days — retention, activity, use, health — found for all of these days in one pass over the
/// customers: each one's steps of ARR are gone through once, side by side with the days.
struct CustomerPasses: Sendable {
    private let rollUp: LocalRollUp
    private let keys: [PassKey]
    /// The days at whose end ARR must be known, ascending, each once.
    private let days: [Day]
    private let questions: [Question]
    /// How many sums there are before those of a key, by key, and in the end of all.
    private let widths: [Int]

    /// What one key asks of a customer: where among the days the ARR is that it looks at, and what it is compared with.
    private enum Question: Sendable {
        case retention(now: Int, before: Int)
        case active(now: Int, day: Day)
        case use(from: Day, to: Day)
        case health(now: Int, before: Int, day: Day, knowsUse: Bool, knowsVoice: Bool)
    }

    /// - Parameter keys: Of the kinds of ``Observed/ofCustomers`` alone.
    private init(_ rollUp: LocalRollUp, _ keys: [PassKey]) {
        (self.rollUp, self.keys) = (rollUp, keys)
        let trend = rollUp.settings.health.trendDays
        var asked: Set<Day> = []
        for key in keys {
            switch key.kind {
            case .retention: asked.formUnion([key.first, key.first.months(before: 12)])
            case .active: asked.insert(key.first)
            case .health: asked.formUnion([key.first, key.first - trend])
            default: break
            }
        }
        let days = asked.sorted()
        self.days = days
        let places = [Day: Int](uniqueKeysWithValues: days.enumerated().map { ($1, $0) })
        questions = keys.map { key in
            switch key.kind {
            case .retention: .retention(now: places[key.first]!, before: places[key.first.months(before: 12)]!)
            case .active: .active(now: places[key.first]!, day: key.first)
            case .health:
                .health(
                    now: places[key.first]!, before: places[key.first - trend]!, day: key.first,
                    knowsUse: rollUp.availability.knowsUse(key.first), knowsVoice: rollUp.availability.knowsVoice(key.first))
            default: .use(from: key.first, to: key.second)
            }
        }
        widths = keys.reduce(into: [0]) { $0.append($0.last! + $1.kind.width) }
    }

    /// The sums of all keys, in their order. Where there are many slices, of as many keys in one pass as there is room for.
    ///
    /// - Parameters:
    ///   - room: How many sums of 128 bits are kept at once, where those of one key are not more: 16 MiB of them by default.
    ///   - block: How many customers are gone through at a time.
    static func pass(_ rollUp: LocalRollUp, _ keys: [PassKey], room: Int = 1 << 20, block: Int = 8192) -> [SlicedSums] {
        let slices = rollUp.members.sliceCount
        var (found, rest): ([SlicedSums], ArraySlice<PassKey>) = ([], keys[...])
        while !rest.isEmpty {
            var (count, cells) = (0, 0)
            for key in rest {
                cells += key.kind.width * slices
                if count > 0, cells > room { break }
                count += 1
            }
            found += CustomerPasses(rollUp, Array(rest.prefix(count))).found(room, block)
            rest = rest.dropFirst(count)
        }
        return found
    }

    private func found(_ room: Int, _ block: Int) -> [SlicedSums] {
        let slices = rollUp.members.sliceCount
        let cells = widths[keys.count] * slices
        // Customers are gone through in blocks, several at once as far as there is room for sums of each.
        var parts = sums(
            over: 0..<rollUp.revenue.customerCount, by: block, atMost: max(1, min(8, room / max(1, cells))),
            startingWith: { [Int128](repeating: 0, count: cells) }
        ) { sums, customers in
            add(customers, to: &sums)
        }
        var all = parts.removeFirst()
        for part in parts { for cell in all.indices { all[cell] += part[cell] } }
        if let slices = rollUp.members.partsOfTotal { addTotals(of: slices, to: &all) }
        return keys.indices.map { place in
            SlicedSums(
                slices: slices, width: keys[place].kind.width,
                cells: Array(all[widths[place] * slices..<widths[place + 1] * slices]))
        }
    }

    /// Makes the total's sums of those of some slices.
    private func addTotals(of parts: Range<Int>, to cells: inout [Int128]) {
        let slices = rollUp.members.sliceCount
        for place in keys.indices {
            let (first, width) = (widths[place] * slices, keys[place].kind.width)
            for slice in parts { for sum in 0..<width { cells[first + sum] += cells[first + slice * width + sum] } }
        }
    }

    /// Adds what some customers come to, to sums that lie by key, slice and sum; nothing to the total where it is the sum of others.
    private func add(_ customers: Range<Int>, to cells: inout [Int128]) {
        let (members, activity, slices) = (rollUp.members, rollUp.activity, rollUp.members.sliceCount)
        // Read once: in the loop each would be taken hold of and let go of for every customer.
        let (rollUp, health, widths) = (rollUp, rollUp.settings.health, widths)
        let questions = zip(widths, questions).map { (first: $0 &* slices, question: $1) }
        questions.withUnsafeBufferPointer { questions in
            cells.withUnsafeMutableBufferPointer { cells in
                rollUp.revenue.forEachCustomer(in: customers, at: days) { customer, arr in
                    let own = members.slices(ofCustomer: customer)
                    let isHeardOf = activity.isHeardOf(customer)
                    // Each with where the sums of its key begin.
                    for (first, question) in questions {
                        switch question {
                        case .retention(let now, let before):
                            let (now, before) = (arr[now], arr[before])
                            guard before > 0 else { continue }
                            // In the order of the sums.
                            cells.add((before, now, min(before, now), 1, now > 0 ? 1 : 0), from: first, to: own)
                        case .active(let now, let day):
                            guard isHeardOf, arr[now] > 0 else { continue }
                            if activity.latestUse(customer, from: day - 27, to: day, where: { $0.active > 0 }) != nil {
                                for slice in own { cells[first &+ Int(slice)] += 1 }
                            }
                        case .use(let start, let end):
                            guard isHeardOf,
                                let latest = activity.latestUse(
                                    customer, from: start, to: end, where: { $0.seats != Quantity.missing })
                            else { continue }
                            for slice in own {
                                cells[first &+ Int(slice) &* 2 &+ UseSum.users.rawValue] += Int128(latest.active)
                                cells[first &+ Int(slice) &* 2 &+ UseSum.seats.rawValue] += Int128(latest.seats)
                            }
                        case .health(let now, let before, let day, let knowsUse, let knowsVoice):
                            guard isHeardOf, arr[now] > 0,
                                let parts = HealthParts(
                                    customer, at: day, arr: arr[now], before: arr[before], activity, health,
                                    knowsUse: knowsUse, knowsVoice: knowsVoice),
                                let (band, points) = rollUp.points(of: parts)
                            else { continue }
                            // In the order of the sums.
                            let inBands = (
                                band == .atRisk ? parts.arr : 0, band == .watch ? parts.arr : 0,
                                band == .healthy ? parts.arr : 0
                            )
                            cells.add((points, parts.arr, inBands.0, inBands.1, inBands.2), from: first, to: own)
                        }
                    }
                }
            }
        }
    }
}

extension UnsafeMutableBufferPointer<Int128> {
    /// Adds to the five sums that each of some slices has, from the place of the first slice's first one on.
    @inline(__always)
    fileprivate func add(_ values: (Int128, Int128, Int128, Int128, Int128), from first: Int, to slices: ArraySlice<Int32>) {
        for slice in slices {
            let cell = first &+ Int(slice) &* 5
            self[cell] += values.0
            self[cell &+ 1] += values.1
            self[cell &+ 2] += values.2
            self[cell &+ 3] += values.3
            self[cell &+ 4] += values.4
        }
    }
}
