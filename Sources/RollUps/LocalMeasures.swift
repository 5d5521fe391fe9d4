public import Facts

/// Where each measure is found.
extension LocalRollUp {
    /// The value of a measure that is defined in a frame and slice; nil for the median of nothing and a team size nobody gave.
    func find(_ measure: Measure, _ frame: Frame, _ slice: Int) -> Number? {
        switch measure.source {
        case .subscriptions: return subscriptionMeasure(measure.id, frame, slice)
        case .spend: return spendMeasure(measure.id, frame, slice)
        case .nps: return voiceMeasure(measure.id, frame, slice)
        case .leads, .opportunities: return funnelMeasure(measure.id, frame, slice)
        case .usage: return usageMeasure(measure.id, frame, slice)
        case .headcount: return staff(frame, slice)
        }
    }

    private func subscriptionMeasure(_ id: String, _ frame: Frame, _ slice: Int) -> Number? {
        func amount(_ kind: MovementKind) -> Number {
            money(revenue.amounts.sum(measure: Revenue.measure(kind), slice: slice, from: frame.start, to: frame.end))
        }
        func count(_ kind: MovementKind) -> Number {
            Number(revenue.counts.sum(measure: Revenue.measure(kind), slice: slice, from: frame.start, to: frame.end))
        }
        func due(_ sum: Int) -> Number {
            Number(renewals.counts.sum(measure: sum, slice: slice, from: frame.start, to: frame.end))
        }
        func dueAmount(_ sum: Int) -> Number {
            money(renewals.amounts.sum(measure: sum, slice: slice, from: frame.start, to: frame.end))
        }
        switch id {
        case "arr_opening": return money(revenue.closing(slice, frame.start - 1))
        case "arr_closing": return money(arr(slice, frame.stock))
        case "arr_new": return amount(.new)
        case "arr_expansion": return amount(.expansion)
        case "arr_contraction": return amount(.contraction)
        case "arr_churn": return amount(.churn)
        case "arr_reactivation": return amount(.reactivation)
        case "customers_opening": return Number(revenue.customers(slice, frame.start - 1))
        case "customers_closing": return Number(revenue.customers(slice, frame.stock))
        case "customers_new": return count(.new)
        case "customers_reactivated": return count(.reactivation)
        case "customers_churned": return count(.churn)
        case "nrr_base": return money(retention(frame.stock)(0, slice))
        case "nrr_retained": return money(retention(frame.stock)(1, slice))
        case "grr_retained": return money(retention(frame.stock)(2, slice))
        case "customers_year_ago": return Number(retention(frame.stock)(3, slice))
        case "customers_kept": return Number(retention(frame.stock)(4, slice))
        case "renewals_due": return due(0)
        case "renewals_won": return due(1)
        case "arr_due": return dueAmount(0)
        case "arr_renewed": return dueAmount(1)
        case "health_points": return Number(health(frame.stock)(0, slice), over: Int128(Quantity.scale))
        case "arr_scored": return money(health(frame.stock)(1, slice))
        case "arr_at_risk": return money(health(frame.stock)(2, slice))
        case "arr_watch": return money(health(frame.stock)(3, slice))
        case "arr_healthy": return money(health(frame.stock)(4, slice))
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

    private func spendMeasure(_ id: String, _ frame: Frame, _ slice: Int) -> Number? {
        let sum = id == "spend" ? 0 : id == "spend_marketing" ? 1 : 2
        return money(spend.amounts.sum(measure: sum, slice: slice, from: frame.start, to: frame.end))
    }

    private func voiceMeasure(_ id: String, _ frame: Frame, _ slice: Int) -> Number? {
        let order = ["nps_responses", "nps_promoters", "nps_passives", "nps_detractors", "nps_invited", "nps_answered"]
        guard let sum = order.firstIndex(of: id) else { preconditionFailure("no measure of surveys is called \(id)") }
        return Number(voice.counts.sum(measure: sum, slice: slice, from: frame.start, to: frame.end))
    }

    private func funnelMeasure(_ id: String, _ frame: Frame, _ slice: Int) -> Number? {
        let layout = Funnel.Layout(stages: funnel.stages.count)
        func count(_ measure: Int) -> Number {
            Number(funnel.counts.sum(measure: measure, slice: slice, from: frame.start, to: frame.end))
        }
        switch id {
        case "lost": return count(layout.lost)
        case "open_opportunities":
            return Number(funnel.counts.sum(measure: layout.open, slice: slice, upTo: frame.stock))
        case "won_amount":
            return money(funnel.amounts.sum(measure: 0, slice: slice, from: frame.start, to: frame.end))
        case "won_with_amount": return count(layout.withAmount)
        case "cycle_days":
            let sums = medians(.cycles, funnel.cycles, frame)
            return sums.isTouched(slice) ? Number(sums(0, slice), over: 2) : nil
        case "response_minutes":
            let sums = medians(.responses, funnel.responses, frame)
            return sums.isTouched(slice) ? Number(sums(0, slice), over: 120_000_000) : nil
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

    private func usageMeasure(_ id: String, _ frame: Frame, _ slice: Int) -> Number? {
        switch id {
        case "customers_active": return Number(active(frame.stock)(0, slice))
        case "users_active": return Number(use(frame)(0, slice), over: Int128(Quantity.scale))
        case "seats": return Number(use(frame)(1, slice), over: Int128(Quantity.scale))
        default: preconditionFailure("no measure of usage is called \(id)")
        }
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
            for customer in activity.uses.indices {
                let latest = activity.latestUse(customer, from: frame.start, to: frame.end) { $0.seats != Quantity.missing }
                guard let latest else { continue }
                let slices = members.slices(ofCustomer: customer)
                sums.add(Int128(latest.active), to: 0, slices: slices)
                sums.add(Int128(latest.seats), to: 1, slices: slices)
            }
        }
    }

    /// Each team's latest size, none older than 92 days.
    private func staff(_ frame: Frame, _ slice: Int) -> Number? {
        let sums = pass(.staff, frame.stock, frame.stock) { sums in
            guard let headcount = facts.headcount else { return }
            let columns = members.columns(own: headcount.members, customers: nil)
            for team in activity.teams {
                guard let latest = team.last(where: { $0.day <= frame.stock }), frame.stock - latest.day <= 92 else { continue }
                sums.add(Int128(latest.fte), to: 0, slices: [0] + columns.map { $0.slice(latest.row) })
            }
        }
        guard sums.isTouched(slice) else { return nil }
        return Number(sums(0, slice), over: Int128(Quantity.scale))
    }

    /// Health points (score × ARR, in billionths) and the ARR scored and in each band.
    private func health(_ end: Day) -> SlicedSums {
        pass(.health, end, end) { sums in
            for parts in healthParts(at: end) {
                let slices = members.slices(ofCustomer: Int(parts.customer))
                func add(_ points: Int128, _ band: CustomerHealth.Band) {
                    sums.add(points, to: 0, slices: slices)
                    sums.add(parts.arr, to: 1, slices: slices)
                    sums.add(parts.arr, to: band == .atRisk ? 2 : band == .watch ? 3 : 4, slices: slices)
                }
                if let (band, points) = parts.points(settings.health, minorUnits: facts.currency.minorUnits) {
                    add(points, band)
                } else if let health = CustomerHealth(parts, settings: settings.health) {
                    add(billionths(health.score * money(health.arr)), health.band)
                }
            }
        }
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
            var bySlice = [[Int64]](repeating: [], count: members.sliceCount)
            spans.forEach(from: frame.start, to: frame.end) { length, row in
                bySlice[0].append(length)
                tables.forEachSlice(of: row) { bySlice[$0].append(length) }
            }
            for (slice, lengths) in bySlice.enumerated() {
                if let twice = Spans.twiceMedian(lengths) { sums.set(twice, sum: 0, slice: slice) }
            }
        }
    }

    /// The health of every customer that can be scored at the end of a day, by customer code.
    public func customerHealth(at day: Day) -> [CustomerHealth] {
        guard let begin = firstEvent(.subscriptions)?.startOfMonth, day >= begin else { return [] }
        return healthParts(at: day).compactMap { CustomerHealth($0, settings: settings.health) }
    }

    /// What is known of the health of every customer at the end of a day, by customer code; those of whom nothing is are left out.
    private func healthParts(at day: Day) -> some Sequence<HealthParts> {
        let (knowsUse, knowsVoice) = (availability.knowsUse(day), availability.knowsVoice(day))
        return (0..<(knowsUse || knowsVoice ? revenue.customerCount : 0)).lazy.compactMap { [revenue, activity, settings] in
            HealthParts($0, at: day, revenue, activity, settings.health, knowsUse: knowsUse, knowsVoice: knowsVoice)
        }
    }
}
