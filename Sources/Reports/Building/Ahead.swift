import Facts
import Languages
import Metrics
import RollUps

/// What is known ahead: terms signed that have not started, and terms that end soon.
extension Composer {
    /// A customer's terms that end on one day.
    struct EndAhead {
        var customer: UInt32
        /// The first day without service.
        var day: Day
        /// ARR of the terms that end, in minor units.
        var arr: Int128
        /// ARR of signed terms of the customer that start around that day, in minor units.
        var signed: Int128
        var health: CustomerHealth?
    }

    /// A customer's term that is signed and has not started.
    struct StartAhead {
        var customer: UInt32
        var day: Day
        /// ARR of the term, in minor units.
        var arr: Int128
    }

    /// How many terms ahead are listed at most: a list of more is read by nobody, and makes a page that no browser opens.
    static let mostAhead = 1000

    /// What is listed of terms ahead, in its order: all, or where these are too many those with most ARR; and what is said of the others.
    func listed<Term>(_ all: [Term], arr: (Term) -> Int128) -> (terms: [Term], note: Block?) {
        guard all.count > Composer.mostAhead else { return (all, nil) }
        let largest = all.indices.sorted { a, b in
            let (x, y) = (arr(all[a]), arr(all[b]))
            return x == y ? a < b : x > y
        }.prefix(Composer.mostAhead)
        let rest = all.reduce(Int128(0)) { $0 + arr($1) } - largest.reduce(Int128(0)) { $0 + arr(all[$1]) }
        let note = say(
            .largestListed, text(Composer.mostAhead), text(all.count), text(all.count - Composer.mostAhead),
            text(money(rest), Format(.money, digits: 0)))
        return (largest.sorted().map { all[$0] }, .note(note))
    }

    /// How far ahead ends are listed, in days from the as-of date.
    static let daysAhead = 90

    /// The terms in force that end in the next 90 days, by day and customer.
    func endsAhead() -> [EndAhead] { shared.endsAhead { findEndsAhead() } }

    private func findEndsAhead() -> [EndAhead] {
        guard let terms = context.rollUp.facts.terms, terms.origin == .subscriptions else { return [] }
        let (asOf, grace) = (context.asOf, context.rollUp.settings.renewalGraceDays)
        let ranks = context.rollUp.customerRanks
        // By day and customer; the terms of a customer that end on one day lie side by side.
        var ending: [(day: Day, rank: UInt32, row: Int)] = []
        let last = asOf + Composer.daysAhead
        for row in 0..<terms.count where terms.starts[row] <= asOf && terms.ends[row] > asOf && terms.ends[row] <= last {
            ending.append((terms.ends[row], ranks[Int(terms.customers[row])], row))
        }
        ending.sort { a, b in a.day != b.day ? a.day < b.day : a.rank < b.rank }
        let ended = Set(ending.map(\.rank))
        var signed: [UInt32: [(day: Day, arr: Int128)]] = [:]
        for row in 0..<terms.count where terms.starts[row] > asOf && terms.arr[row] > 0 {
            let customer = terms.customers[row]
            guard ended.contains(ranks[Int(customer)]) else { continue }
            signed[customer, default: []].append((terms.starts[row], Int128(terms.arr[row])))
        }
        var (found, next): ([EndAhead], Int) = ([], 0)
        while next < ending.count {
            let (day, rank, customer) = (ending[next].day, ending[next].rank, terms.customers[ending[next].row])
            var arr: Int128 = 0
            while next < ending.count, ending[next].day == day, ending[next].rank == rank {
                arr += Int128(terms.arr[ending[next].row])
                next += 1
            }
            guard arr > 0 else { continue }
            let sum = (signed[customer] ?? []).reduce(Int128(0)) { sum, next in
                next.day >= day - 30 && next.day <= day + grace ? sum + next.arr : sum
            }
            found.append(
                EndAhead(
                    customer: customer, day: day, arr: arr, signed: sum,
                    health: context.rollUp.health(of: customer, at: period.end)))
        }
        return found
    }

    /// The customers at risk at the end of the reported period, those with most ARR first.
    func customersAtRiskNow() -> [(customer: UInt32, arr: Int128)] {
        shared.atRisk { context.rollUp.customersAtRisk(at: period.end) }
    }

    /// The terms that start after the as-of date, by day and customer.
    func startsAhead() -> [StartAhead] {
        guard let terms = context.rollUp.facts.terms, terms.origin == .subscriptions else { return [] }
        let ranks = context.rollUp.customerRanks
        return (0..<terms.count).lazy.filter { terms.starts[$0] > context.asOf }.map {
            StartAhead(customer: terms.customers[$0], day: terms.starts[$0], arr: Int128(terms.arr[$0]))
        }.sorted { a, b in
            if a.day != b.day { return a.day < b.day }
            return a.customer != b.customer ? ranks[Int(a.customer)] < ranks[Int(b.customer)] : a.arr > b.arr
        }
    }

    /// The headings of the parts that a health score is made of.
    var healthPartColumns: [Table.Column] {
        [Phrase.healthUsage, .healthVoice, .healthTrend].map { Table.Column(say($0), isNumeric: true) }
    }

    /// The parts that a health score is made of: the part of the seats that is used, the mean survey score, and the ARR that is left;
    /// with the reason where one is not known.
    func healthParts(_ health: CustomerHealth?) -> [Table.Cell] {
        let settings = context.rollUp.settings.health
        let (percent, points) = (Format(.percent, digits: 0), Format(.plain, digits: 1))
        return [
            fixed(health?.usage, percent, hint: health?.usage == nil ? say(.noUse, text(settings.usageDays)) : ""),
            fixed(
                health?.voice.map { $0 * Number(10) }, points,
                hint: health?.voice == nil ? say(.noVoice, text(settings.voiceDays)) : ""),
            fixed(health?.trend, percent, hint: health?.trend == nil ? say(.noTrend, text(settings.trendDays)) : ""),
        ]
    }

    /// The weights, windows and bands of customer health: what each is called, its place in the pipeline file, and its value.
    var healthOptions: [(name: String, id: String, value: Table.Cell)] {
        let settings = context.rollUp.settings.health
        let weights = [
            (Phrase.healthUsage, "usage", settings.usage), (.healthVoice, "voice", settings.voice),
            (.healthTrend, "trend", settings.trend),
        ]
        let windows = [
            (Phrase.usageWindow, "usage", settings.usageDays), (.voiceWindow, "voice", settings.voiceDays),
            (.trendWindow, "trend", settings.trendDays),
        ]
        let bands = [(Phrase.bandAtRisk, "at_risk", settings.atRiskBelow), (.bandWatch, "watch", settings.watchBelow)]
        let whole = [settings.usage, settings.voice, settings.trend].reduce(Number.zero) { $0 + Number($1) }
        return weights.map { name, id, weight in
            (
                say(.healthWeight, say(name)), "health.weights.\(id)",
                fixed(Number(weight) / whole, Format(.percent, digits: 1), hint: "")
            )
        } + windows.map { name, id, days in (say(name), "health.windows.\(id)", count(days)) }
            + bands.map { name, id, limit in
                (say(.healthBelow, say(name)), "health.bands.\(id)", fixed(limit.number, Format(.plain, digits: limit.scale)))
            }
    }

    /// A health score as readers see it, with its band.
    func healthCell(_ health: CustomerHealth?) -> Table.Cell {
        guard let health else { return .status(.none, say(.healthUnknown)) }
        let score = text(health.score, Format(.plain, digits: 0))
        switch health.band {
        case .atRisk: return .status(.bad, say(.bandScore, say(.bandAtRisk), score))
        case .watch: return .status(.watch, say(.bandScore, say(.bandWatch), score))
        case .healthy: return .status(.good, say(.bandScore, say(.bandHealthy), score))
        }
    }
}
