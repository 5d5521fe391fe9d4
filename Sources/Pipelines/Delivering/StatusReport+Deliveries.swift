import Languages
import State

extension StatusReport {
    /// What became of a delivery.
    public struct DeliveryStatus: Codable, Sendable {
        /// `report`, `gaps` or `failure`.
        public var about: String
        /// Where it went: `mail to ceo@example.com`.
        public var name: String
        /// The period; empty of failures.
        public var period: String
        /// Which edition of the period it was; 0 of failures.
        public var edition: Int
        /// `delivered`, `failed`, or `unknown` where it was killed before its outcome was known, or is under way.
        public var outcome: String
        /// When it was last about to be sent, as ISO 8601 in UTC.
        public var intended: String
        /// Why it failed; nil where it did not.
        public var failure: String?
        /// What a person should know: that it may have arrived twice.
        public var note: String?

        init(_ delivery: LedgerDelivery) {
            (about, name, period) = (delivery.key.about.rawValue, delivery.name, delivery.key.period)
            edition = delivery.key.edition
            outcome = delivery.isDelivered ? "delivered" : delivery.ended == nil ? "unknown" : "failed"
            intended = Moment.text(delivery.intended)
            (failure, note) = (delivery.failure, delivery.note)
        }

        /// The deliveries of the last report, and of what failed since.
        static func newest(
            _ store: StateStore, _ pipeline: String, _ success: LedgerRun?
        ) throws(StateError) -> [DeliveryStatus] {
            try store.deliveries(pipeline: pipeline).filter { delivery in
                delivery.key.about == .failure
                    ? delivery.intended > success?.started ?? 0
                    : delivery.key.period == success?.period && Int64(delivery.key.edition) == success?.edition ?? 1
            }.map(DeliveryStatus.init)
        }

        /// As a line.
        var text: String {
            let what = about == "report" ? name : "\(name), about \(about == "gaps" ? "gaps" : "a failure")"
            let time = intended.prefix(19) + "Z"
            let why = failure.map { ": " + $0.split(separator: "\n").joined(separator: " ") } ?? note.map { ", \($0)" } ?? ""
            let word = outcome == "unknown" ? "was begun and not heard of since" : outcome
            return "\(what): \(word) \(time)\(why)"
        }
    }
}
