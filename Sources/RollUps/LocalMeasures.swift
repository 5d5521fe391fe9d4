public import Facts

/// Where each measure is found.
extension LocalRollUp {
    /// Gives the value of a measure that is defined in a frame for the number of a slice; nil for the median of nothing and a team size
    /// nobody gave.
    func reader(_ measure: Measure, _ frame: Frame) -> (Int) -> Number? {
        switch measure.source {
        case .subscriptions: subscriptionMeasure(measure.id, frame)
        case .spend: spendMeasure(measure.id, frame)
        case .nps: voiceMeasure(measure.id, frame)
        case .leads, .opportunities: funnelMeasure(measure.id, frame)
        case .usage: usageMeasure(measure.id, frame)
        case .headcount: staff(frame)
        case .figures: figures.reader(measure.id, frame)
        }
    }

    private func subscriptionMeasure(_ id: String, _ frame: Frame) -> (Int) -> Number? {
        func amount(_ kind: MovementKind) -> (Int) -> Number? {
            let measure = Revenue.measure(kind)
            return { self.money(self.revenue.amounts.sum(measure: measure, slice: $0, from: frame.start, to: frame.end)) }
        }
        func count(_ kind: MovementKind) -> (Int) -> Number? {
            let measure = Revenue.measure(kind)
            return { Number(self.revenue.counts.sum(measure: measure, slice: $0, from: frame.start, to: frame.end)) }
        }
        func due(_ sum: Int) -> (Int) -> Number? {
            { Number(self.renewals.counts.sum(measure: sum, slice: $0, from: frame.start, to: frame.end)) }
        }
        func dueAmount(_ sum: Int) -> (Int) -> Number? {
            { self.money(self.renewals.amounts.sum(measure: sum, slice: $0, from: frame.start, to: frame.end)) }
        }
        func retained(_ sum: Int) -> (Int) -> Number? {
            let sums = retention(frame.stock)
            return sum < 3 ? { self.money(sums(sum, $0)) } : { Number(sums(sum, $0)) }
        }
        func scored(_ sum: Int) -> (Int) -> Number? {
            let sums = health(frame.stock)
            return sum > 0 ? { self.money(sums(sum, $0)) } : { Number(sums(sum, $0), over: Int128(Quantity.scale)) }
        }
        switch id {
        case "arr_opening": return { self.money(self.revenue.closing($0, frame.start - 1)) }
        case "arr_closing": return { self.money(self.arr($0, frame.stock)) }
        case "arr_new": return amount(.new)
        case "arr_expansion": return amount(.expansion)
        case "arr_contraction": return amount(.contraction)
        case "arr_churn": return amount(.churn)
        case "arr_reactivation": return amount(.reactivation)
        case "customers_opening": return { Number(self.revenue.customers($0, frame.start - 1)) }
        case "customers_closing": return { Number(self.revenue.customers($0, frame.stock)) }
        case "customers_new": return count(.new)
        case "customers_reactivated": return count(.reactivation)
        case "customers_churned": return count(.churn)
        case "nrr_base": return retained(0)
        case "nrr_retained": return retained(1)
        case "grr_retained": return retained(2)
        case "customers_year_ago": return retained(3)
        case "customers_kept": return retained(4)
        case "renewals_due": return due(0)
        case "renewals_won": return due(1)
        case "arr_due": return dueAmount(0)
        case "arr_renewed": return dueAmount(1)
        case "health_points": return scored(0)
        case "arr_scored": return scored(1)
        case "arr_at_risk": return scored(2)
        case "arr_watch": return scored(3)
        case "arr_healthy": return scored(4)
        default: preconditionFailure("no measure of subscriptions is called \(id)")
        }
    }

    /// ARR at the end of a day: by plan from the terms' own plans, else from the customers' movements.
    private func arr(_ slice: Int, _ day: Day) -> Int128 {
        if let plan = members.plan, members.isMember(slice, of: plan) {
            return revenue.byPlan.sum(measure: 0, slice: slice, upTo: day)
        }
        return revenue.closing(slice, day)
    }

    private func spendMeasure(_ id: String, _ frame: Frame) -> (Int) -> Number? {
        let sum = id == "spend" ? 0 : id == "spend_marketing" ? 1 : 2
        return { self.money(self.spend.amounts.sum(measure: sum, slice: $0, from: frame.start, to: frame.end)) }
    }

    private func voiceMeasure(_ id: String, _ frame: Frame) -> (Int) -> Number? {
        let order = ["nps_responses", "nps_promoters", "nps_passives", "nps_detractors", "nps_invited", "nps_answered"]
        guard let sum = order.firstIndex(of: id) else { preconditionFailure("no measure of surveys is called \(id)") }
        return { Number(self.voice.counts.sum(measure: sum, slice: $0, from: frame.start, to: frame.end)) }
    }

    private func funnelMeasure(_ id: String, _ frame: Frame) -> (Int) -> Number? {
        let layout = Funnel.Layout(stages: funnel.stages.count)
        func count(_ measure: Int) -> (Int) -> Number? {
            { Number(self.funnel.counts.sum(measure: measure, slice: $0, from: frame.start, to: frame.end)) }
        }
        func median(_ sums: SlicedSums, over divisor: Int128) -> (Int) -> Number? {
            { sums.isTouched($0) ? Number(sums(0, $0), over: divisor) : nil }
        }
        switch id {
        case "lost": return count(layout.lost)
        case "open_opportunities":
            return { Number(self.funnel.counts.sum(measure: layout.open, slice: $0, upTo: frame.stock)) }
        case "won_amount":
            return { self.money(self.funnel.amounts.sum(measure: 0, slice: $0, from: frame.start, to: frame.end)) }
        case "won_with_amount": return count(layout.withAmount)
        case "cycle_days": return median(medians(.cycles, funnel.cycles, frame), over: 2)
        case "response_minutes": return median(medians(.responses, funnel.responses, frame), over: 120_000_000)
        case "leads_answered": return count(layout.answered)
        case "leads_answered_in_time": return count(layout.inTime)
        default:
            for (index, stage) in funnel.stages.enumerated() {
                if id == Measure.inPeriod(stage: stage) { return count(layout.inPeriod(index)) }
                if id == Measure.cohort(stage: stage) { return count(layout.cohort(index)) }
            }
            // A pipeline may call its first stage something else; the leads created are its in-period and cohort counts.
            if id == "leads" { return count(layout.inPeriod(0)) }
            if id == "cohort_leads" { return count(layout.cohort(0)) }
            preconditionFailure("no measure of leads is called \(id)")
        }
    }

    private func usageMeasure(_ id: String, _ frame: Frame) -> (Int) -> Number? {
        if id == "customers_active" {
            let sums = active(frame.stock)
            return { Number(sums(0, $0)) }
        }
        guard let sum = ["users_active", "seats"].firstIndex(of: id) else {
            preconditionFailure("no measure of usage is called \(id)")
        }
        let sums = use(frame)
        return { Number(sums(sum, $0), over: Int128(Quantity.scale)) }
    }

    /// For customers with ARR twelve months before: Σ ARR then, now, the lesser of both; how many, and how many with ARR now.
    private func retention(_ end: Day) -> SlicedSums {
        pass(.retention, end, end) { sums in
            let base = end.months(before: 12)
            for customer in 0..<revenue.customerCount {
                let (before, now) = (revenue.level(customer, base), revenue.level(customer, end))
                guard before > 0 else { continue }
                let slices = members.slices(ofCustomer: customer)
                sums.add(before, to: 0, slices: slices)
                sums.add(now, to: 1, slices: slices)
                sums.add(min(before, now), to: 2, slices: slices)
                sums.add(1, to: 3, slices: slices)
                sums.add(now > 0 ? 1 : 0, to: 4, slices: slices)
            }
        }
    }

    /// Customers with ARR at the end of a day and use in the 28 days that end then.
    private func active(_ end: Day) -> SlicedSums {
        pass(.active, end, end) { sums in
            for customer in 0..<revenue.customerCount where revenue.level(customer, end) > 0 {
                if activity.latestUse(customer, from: end - 27, to: end, where: { $0.active > 0 }) != nil {
                    sums.add(1, to: 0, slices: members.slices(ofCustomer: customer))
                }
            }
        }
    }

    /// Active users and seats of each customer's latest use in a frame that has seats, in billionths.
    private func use(_ frame: Frame) -> SlicedSums {
        pass(.use, frame.start, frame.end) { sums in
            for customer in activity.uses.customers {
                let latest = activity.latestUse(customer, from: frame.start, to: frame.end) { $0.seats != Quantity.missing }
                guard let latest else { continue }
                let slices = members.slices(ofCustomer: customer)
                sums.add(Int128(latest.active), to: 0, slices: slices)
                sums.add(Int128(latest.seats), to: 1, slices: slices)
            }
        }
    }

    /// Each team's latest size, none older than 92 days.
    private func staff(_ frame: Frame) -> (Int) -> Number? {
        let sums = pass(.staff, frame.stock, frame.stock) { sums in
            guard let headcount = facts.headcount else { return }
            let columns = members.columns(own: headcount.members, customers: nil)
            for team in activity.teams {
                guard let latest = team.last(where: { $0.day <= frame.stock }), frame.stock - latest.day <= 92 else { continue }
                sums.add(Int128(latest.fte), to: 0, slices: [0] + columns.map { $0.slice(latest.row) })
            }
        }
        return { sums.isTouched($0) ? Number(sums(0, $0), over: Int128(Quantity.scale)) : nil }
    }

    /// Health points (score × ARR, in billionths) and the ARR scored and in each band.
    private func health(_ end: Day) -> SlicedSums {
        pass(.health, end, end) { sums in
            for parts in healthParts(at: end) {
                guard let (band, points) = points(of: parts) else { continue }
                let slices = members.slices(ofCustomer: Int(parts.customer))
                sums.add(points, to: 0, slices: slices)
                sums.add(parts.arr, to: 1, slices: slices)
                sums.add(parts.arr, to: band == .atRisk ? 2 : band == .watch ? 3 : 4, slices: slices)
            }
        }
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
        pass(kind, frame.start, frame.end) { sums in
            let tables = FunnelTables(funnel.rows, members, stages: funnel.stages)
            // Where each slice's spans begin, then end, among those of all.
            var places = [Int](repeating: 0, count: members.sliceCount + 1)
            spans.forEachRow(from: frame.start, to: frame.end) { row in
                places[1] += 1
                tables.forEachSlice(of: row) { places[$0 + 1] += 1 }
            }
            for slice in 0..<members.sliceCount { places[slice + 1] += places[slice] }
            var lengths = [Int](repeating: 0, count: places[members.sliceCount])
            spans.forEach(from: frame.start, to: frame.end) { length, row in
                func add(_ slice: Int) {
                    lengths[places[slice]] = length
                    places[slice] += 1
                }
                add(0)
                tables.forEachSlice(of: row, add)
            }
            var begin = 0
            for slice in 0..<members.sliceCount {
                if let twice = Spans.twiceMedian(&lengths, begin..<places[slice]) { sums.set(twice, sum: 0, slice: slice) }
                begin = places[slice]
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
