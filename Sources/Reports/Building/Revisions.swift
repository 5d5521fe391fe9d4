public import Facts

/// What a report says otherwise than the one before it: values of earlier periods that new files changed, and metrics that are
/// defined otherwise. Empty where nothing was published before.
public struct Revisions: Sendable {
    /// The as-of date of the last report; nil where nothing was published before.
    public var since: Day?
    /// Values of earlier periods that changed, by the catalogue's order and then newest first.
    public var restated: [Restated] = []
    /// Metrics whose formula, or an option that they depend on, changed.
    public var redefined: [Redefined] = []

    /// Nothing changed.
    public init() {}

    /// A value of an earlier period, as it was published and as the files of today have it at the same as-of date.
    public struct Restated: Sendable {
        /// The metric's id.
        public var metric: String
        /// The period.
        public var period: Period
        /// As it was published; nil where it was undefined.
        public var published: Number?
        /// As it is with what has come since; nil where it is undefined.
        public var now: Number?
        /// The files that came since, or were retracted, and that feed the metric.
        public var causes: [Cause]

        /// A value; see the properties.
        public init(metric: String, period: Period, published: Number?, now: Number?, causes: [Cause]) {
            (self.metric, self.period, self.published, self.now, self.causes) = (metric, period, published, now, causes)
        }
    }

    /// A file that came since, or counts no longer.
    public struct Cause: Sendable, Hashable {
        /// Its path in the inbox.
        public var path: String
        /// How many rows it has.
        public var rows: Int
        /// Whether it was retracted; else it came.
        public var isRetracted: Bool

        /// A file; see the properties.
        public init(path: String, rows: Int, isRetracted: Bool) {
            (self.path, self.rows, self.isRetracted) = (path, rows, isRetracted)
        }
    }

    /// A metric that is defined otherwise than in the last report, with its value of the reported period both ways.
    public struct Redefined: Sendable {
        /// The metric's id.
        public var metric: String
        /// How it was defined: its formula, or the options that changed.
        public var before: String
        /// How it is defined now.
        public var after: String
        /// Its value by the definition of before; nil where it is undefined or no longer known.
        public var old: Number?
        /// Its value now; nil where it is undefined.
        public var new: Number?

        /// A metric; see the properties.
        public init(metric: String, before: String, after: String, old: Number?, new: Number?) {
            (self.metric, self.before, self.after, self.old, self.new) = (metric, before, after, old, new)
        }
    }
}
