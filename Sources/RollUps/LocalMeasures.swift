public import Facts

/// Where each measure is found.
extension LocalRollUp {
    /// Gives the value of a measure that is defined in a frame for the number of a slice; nil for the median of nothing and a team size
    /// nobody gave.
    func reader(_ measure: Measure, _ frame: Frame) -> (Int) -> Number? {
        func money(_ read: @escaping (Int) -> Int128) -> (Int) -> Number? { { self.money(read($0)) } }
        func count(_ read: @escaping (Int) -> some BinaryInteger) -> (Int) -> Number? { { Number(read($0)) } }
        let (start, end) = (frame.start, frame.end)
        switch measure.observed {
        case .openingARR: return money { self.revenue.closing($0, start - 1) }
        case .closingARR: return money { self.arr($0, frame.stock) }
        case .openingCustomers: return count { self.revenue.customers($0, start - 1) }
        case .closingCustomers: return count { self.revenue.customers($0, frame.stock) }
        case .movedARR(let kind):
            return money { self.revenue.amounts.sum(measure: Revenue.measure(kind), slice: $0, from: start, to: end) }
        case .movedCustomers(let kind):
            return count { self.revenue.counts.sum(measure: Revenue.measure(kind), slice: $0, from: start, to: end) }
        case .retention(let sum):
            let sums = ofCustomers(.retention, frame)
            let isCount = sum == .customersBefore || sum == .customersKept
            return isCount ? count { sums(sum, $0) } : money { sums(sum, $0) }
        case .due(let sum):
            return count { self.renewals.counts.sum(measure: sum.rawValue, slice: $0, from: start, to: end) }
        case .dueARR(let sum):
            return money { self.renewals.amounts.sum(measure: sum.rawValue, slice: $0, from: start, to: end) }
        case .health(.points):
            let sums = ofCustomers(.health, frame)
            return { Number(sums(HealthSum.points, $0), over: Int128(Quantity.scale)) }
        case .health(let sum):
            let sums = ofCustomers(.health, frame)
            return money { sums(sum, $0) }
        case .spend(let sum):
            return money { self.spend.amounts.sum(measure: sum.rawValue, slice: $0, from: start, to: end) }
        case .voice(let sum):
            return count { self.voice.counts.sum(measure: sum.rawValue, slice: $0, from: start, to: end) }
        case .leads(.open):
            let open = funnel.layout.open
            return count { self.funnel.counts.sum(measure: open, slice: $0, upTo: frame.stock) }
        case .leads(let counted):
            guard let place = funnel.place(of: counted) else { return { _ in nil } }
            return count { self.funnel.counts.sum(measure: place, slice: $0, from: start, to: end) }
        case .wonAmount: return money { self.funnel.amounts.sum(measure: 0, slice: $0, from: start, to: end) }
        case .cycle: return median(medians(.cycles, funnel.cycles, frame), over: 2)
        case .response: return median(medians(.responses, funnel.responses, frame), over: 120_000_000)
        case .active:
            let sums = ofCustomers(.active, frame)
            return count { sums(0, $0) }
        case .use(let sum):
            let sums = ofCustomers(.use, frame)
            return { Number(sums(sum, $0), over: Int128(Quantity.scale)) }
        case .staff: return staff(frame)
        case .figure: return figures.reader(measure.id, frame)
        }
    }

    private func median(_ sums: SlicedSums, over divisor: Int128) -> (Int) -> Number? {
        { sums.isTouched($0) ? Number(sums(0, $0), over: divisor) : nil }
    }

    /// ARR at the end of a day: by plan from the terms' own plans, else from the customers' movements.
    private func arr(_ slice: Int, _ day: Day) -> Int128 {
        if let plan = members.plan, members.isMember(slice, of: plan) {
            return revenue.byPlan.sum(measure: 0, slice: slice, upTo: day)
        }
        return revenue.closing(slice, day)
    }

    /// What is asked of every customer: see ``RetentionSum``, ``HealthSum``, ``UseSum``, and ``prepare(_:)`` for many frames at once.
    private func ofCustomers(_ kind: PassKey.Kind, _ frame: Frame) -> SlicedSums {
        let key = PassKey(kind, frame)
        return pass(key) { CustomerPasses.pass(self, [key])[0] }
    }

    /// See ``MeasureValues``.
    public func prepare(_ asked: [(measure: String, frame: Frame)]) {
        var keys: [PassKey] = []
        for (id, frame) in asked {
            let measure = known(id)
            guard let kind = measure.observed.ofCustomers, availability.slices(of: measure, frame) != nil else { continue }
            let key = PassKey(kind, frame)
            if !keys.contains(key) { keys.append(key) }
        }
        prepare(keys)
    }

    /// Each team's latest size, none older than 92 days.
    private func staff(_ frame: Frame) -> (Int) -> Number? {
        let sums = added(PassKey(.staff, frame)) { sums in
            guard let headcount = facts.headcount else { return }
            let columns = members.columns(own: headcount.members, customers: nil)
            for team in activity.teams {
                guard let latest = team.last(where: { $0.day <= frame.stock }),
                    frame.stock - latest.day <= Activity.oldestHeadcount
                else { continue }
                sums.add(Int128(latest.fte), to: 0, slices: [0] + columns.map { $0.slice(latest.row) })
            }
        }
        return { sums.isTouched($0) ? Number(sums(0, $0), over: Int128(Quantity.scale)) : nil }
    }

    /// The band of a customer, and its score times its ARR in billionths; nil where it cannot be scored.
    func points(of parts: HealthParts) -> (band: CustomerHealth.Band, points: Int128)? {
        if let known = parts.points(settings.health, minorUnits: facts.currency.minorUnits) { return known }
        return CustomerHealth(parts, settings: settings.health).map { ($0.band, billionths($0.score * money($0.arr))) }
    }

    /// A number in billionths, rounded half-even, so that sums of many do not depend on their order.
    private func billionths(_ number: Number) -> Int128 {
        if case .exact(let numerator, let denominator) = number {
            let (product, overflow) = numerator.multipliedReportingOverflow(by: Int128(Quantity.scale))
            if !overflow { return Number.divideHalfEven(product, denominator) }
        }
        return Int128((number.double * Double(Quantity.scale)).rounded(.toNearestOrEven))
    }

    /// Twice the median of the spans in a frame, for each slice that has any.
    private func medians(_ kind: PassKey.Kind, _ spans: Spans, _ frame: Frame) -> SlicedSums {
        added(PassKey(kind, frame)) { sums in
            let tables = FunnelTables(funnel.rows, members, stages: funnel.stages)
            if let counted = spans.counted {
                var lengths = counted.lengths(from: frame.start, to: frame.end, slices: members.sliceCount)
                spans.forEach(from: frame.start, to: frame.end) { length, row in
                    lengths[0][length, default: 0] += 1
                    tables.forEachSlice(of: row) { lengths[$0][length, default: 0] += 1 }
                }
                for slice in lengths.indices {
                    if let twice = CountedSpans.twiceMedian(lengths[slice]) { sums.set(twice, sum: 0, slice: slice) }
                }
                return
            }
            // Where each slice's spans begin, then end, among those of all.
            var places = [Int](repeating: 0, count: members.sliceCount + 1)
            places.withUnsafeMutableBufferPointer { places in
                spans.forEachRow(from: frame.start, to: frame.end) { row in
                    places[1] += 1
                    tables.forEachSlice(of: row) { places[$0 + 1] += 1 }
                }
            }
            for slice in 0..<members.sliceCount { places[slice + 1] += places[slice] }
            var lengths = [Int](repeating: 0, count: places[members.sliceCount])
            lengths.withUnsafeMutableBufferPointer { lengths in
                places.withUnsafeMutableBufferPointer { places in
                    spans.forEach(from: frame.start, to: frame.end) { length, row in
                        lengths[places[0]] = length
                        places[0] += 1
                        tables.forEachSlice(of: row) { slice in
                            lengths[places[slice]] = length
                            places[slice] += 1
                        }
                    }
                }
                var begin = 0
                for slice in 0..<members.sliceCount {
                    if let twice = Spans.twiceMedian(lengths, begin..<places[slice]) { sums.set(twice, sum: 0, slice: slice) }
                    begin = places[slice]
                }
            }
        }
    }

    /// The health of a customer at the end of a day; nil where it cannot be scored.
    public func health(of customer: UInt32, at day: Day) -> CustomerHealth? {
        guard knowsHealth(day) else { return nil }
        return HealthParts(
            Int(customer), at: day, revenue, activity, settings.health, knowsUse: availability.knowsUse(day),
            knowsVoice: availability.knowsVoice(day)
        ).flatMap { CustomerHealth($0, settings: settings.health) }
    }

    /// The customers at risk at the end of a day, those with most ARR first.
    public func customersAtRisk(at day: Day) -> [(customer: UInt32, arr: Int128)] {
        guard knowsHealth(day) else { return [] }
        let ranks = customerRanks
        return healthParts(at: day).filter { [settings, facts] parts in
            let known = parts.points(settings.health, minorUnits: facts.currency.minorUnits)?.band
            return (known ?? CustomerHealth(parts, settings: settings.health)?.band) == .atRisk
        }.map { ($0.customer, $0.arr) }.sorted { a, b in
            a.1 != b.1 ? a.1 > b.1 : ranks[Int(a.0)] < ranks[Int(b.0)]
        }
    }

    private func knowsHealth(_ day: Day) -> Bool { firstEvent(.subscriptions).map { day >= $0.startOfMonth } ?? false }

    /// What is known of the health of every customer at the end of a day, by customer code; those of whom nothing is are left out.
    func healthParts(at day: Day) -> some Sequence<HealthParts> {
        let (knowsUse, knowsVoice) = (availability.knowsUse(day), availability.knowsVoice(day))
        return (0..<(knowsUse || knowsVoice ? revenue.customerCount : 0)).lazy.compactMap { [revenue, activity, settings] in
            HealthParts($0, at: day, revenue, activity, settings.health, knowsUse: knowsUse, knowsVoice: knowsVoice)
        }
    }
}
