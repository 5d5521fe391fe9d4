import Facts
import Languages
import Metrics

/// What a metric or measure comes to if it goes on as it did, or why that is not said, for people and machines. Numbers are written as in
/// `metrics.csv`.
public struct WrittenOutlook: Sendable, Encodable {
    /// A period ahead.
    public struct Point: Sendable, Encodable {
        /// The period's name, first and last day.
        public let period, start, end: String
        /// What it comes to in the period or at its end, and the ends of the 80% interval.
        public let value, low, high: String
        /// The target; empty where there is none.
        public let target: String
    }

    /// The last complete period, from which on it is projected.
    public let after: String
    /// The next four periods; empty where it is withheld.
    public let ahead: [Point]
    /// The fiscal quarter that goes on; nil where it is withheld, or the periods are no shorter.
    public let quarter: Point?
    /// Why nothing is projected, in the report's language; empty where something is.
    public let withheld: String
    /// What it rests on, in the report's language.
    public let basis: [String]
}

extension ReportContext {
    /// What a metric or measure comes to after the last complete period, for everyone together.
    public func writtenOutlook(_ id: String) -> WrittenOutlook? {
        guard let subject = catalogue.subject(id) else { return nil }
        return Composer(self).written(subject)
    }
}

extension Composer {
    private func tell(_ phrase: OutlookPhrase, _ parts: String...) -> String { phrase.text(language, parts) }

    fileprivate func written(_ subject: Subject) -> WrittenOutlook {
        let (judge, last) = (context.judge, lastWhole)
        func nothing(_ why: String) -> WrittenOutlook {
            WrittenOutlook(after: last.name, ahead: [], quarter: nil, withheld: why, basis: [])
        }
        switch judge.exclusion(subject, after: last) {
        case .noPace: return nothing(tell(.noPace))
        case .maturing: return nothing(tell(.maturing))
        case .undefined: return nothing(tell(.undefined, last.name))
        case .late(let late): return nothing(tell(.late, late.source.rawValue, late.since.description))
        case nil: break
        }
        guard let outlook = judge.outlook(subject, after: last) else { return nothing(tell(.undefined, last.name)) }
        let basis = outlook.basis
        switch outlook.obstacle {
        case .short(let count): return nothing(tell(.shortOwn, text(Outlook.leastPeriods), text(count)))
        case .naive: return nothing(tell(.noNearer, basis.first.name, basis.last.name))
        case nil: break
        }
        func point(_ point: Outlook.Point) -> WrittenOutlook.Point {
            func written(_ number: Number?) -> String { number.map { context.written($0, subject.unit) } ?? "" }
            return WrittenOutlook.Point(
                period: point.period.name, start: point.period.start.description, end: point.period.end.description,
                value: written(point.value), low: written(point.low), high: written(point.high),
                target: written(goal(outlook, point.period)))
        }
        func percent(_ share: Double) -> String { text(Int((share * 100).rounded())) }
        var said = [tell(.rests, text(basis.periods), basis.first.name, basis.last.name)]
        said.append(basis.season.map { tell(.seasonal, text($0)) } ?? tell(.plain))
        if let miss = basis.miss { said.append(tell(.nearer, percent(miss))) }
        if let miss = basis.seasonMiss { said.append(tell(.nearerThanSeason, percent(miss))) }
        if subject.id == "arr", let contracted { said.append(contracted) }
        return WrittenOutlook(
            after: last.name, ahead: outlook.ahead.map(point), quarter: outlook.quarter.map(point), withheld: "", basis: said)
    }
}
