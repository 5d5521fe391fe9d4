public import Facts
public import Languages

/// What a run made of the files of an inbox, for the people who drop them there.
public struct InboxStatus: Sendable {
    /// The company's name.
    public var company: String
    /// The pipeline's name.
    public var pipeline: String
    /// The language of the page: `en` or `zh-Hans`.
    public var locale: String
    /// When the run ended, as the page shows it.
    public var time: String
    /// The period that was to be reported.
    public var period: String
    /// The published folder as seen from the page; nil where nothing was published.
    public var published: String?
    /// Why nothing was published, with what to do, line by line; empty where it was.
    public var failure = ""
    /// The folder that `latest` points at; nil where nothing has been published yet.
    public var latest: String?
    /// The sources that are late, or of which no new export came, and since when.
    public var late: [Late] = []
    /// Every file, in the order in which it is to be listed.
    public var files: [File] = []
    /// The rejects by source, and where they are as seen from the page.
    public var rejects: [Rejects] = []
    /// What was found that is about no one file.
    public var remarks: [Remark] = []

    /// A status; see the properties.
    public init(company: String, pipeline: String, locale: String, time: String, period: String) {
        (self.company, self.pipeline, self.locale) = (company, pipeline, locale)
        (self.time, self.period) = (time, period)
    }

    /// A source that is late.
    public struct Late: Sendable {
        /// What readers call the source.
        public var source: Wording
        /// The series of its files that is late; nil for all of it.
        public var series: String?
        /// The last day of which something is known.
        public var since: Day

        /// What is late; see the properties.
        public init(source: Wording, series: String? = nil, since: Day) {
            (self.source, self.series, self.since) = (source, series, since)
        }
    }

    /// What became of a file.
    public enum State: Sendable, Hashable {
        /// Its rows count, or were replaced, excluded and rejected as their numbers say.
        case read
        /// Nobody knows what it is.
        case unrecognised
        /// It cannot be read, or lacks a column.
        case refused
        /// It was left for the next run.
        case left
        /// It holds the same bytes as another, which was read.
        case same(String)
        /// It was retracted.
        case retracted
        /// The run ended before it was put together with the others.
        case unfinished
    }

    /// A file.
    public struct File: Sendable {
        /// Its path in the inbox.
        public var path: String
        /// What became of it.
        public var state: State
        /// What it was taken for; nil where that is not known.
        public var source: Wording?
        /// The source's name in the data contract; empty where it is not known.
        public var sourceName = ""
        /// When it came, as the page shows it.
        public var came: String
        /// Whether it lies in the inbox no longer.
        public var isGone = false
        /// How many rows it has.
        public var rows = 0
        /// How many of them became facts.
        public var used = 0
        /// How many were replaced by others.
        public var replaced = 0
        /// How many do not count.
        public var excluded = 0
        /// How many cannot be used.
        public var rejected = 0
        /// What was found in it.
        public var remarks: [Remark] = []

        /// A file; see the properties.
        public init(path: String, state: State, came: String) { (self.path, self.state, self.came) = (path, state, came) }
    }

    /// The rows of a source that were rejected.
    public struct Rejects: Sendable {
        /// The source's name in the data contract.
        public var source: String
        /// Where they are, as seen from the page.
        public var path: String
        /// How many they are.
        public var rows: Int
        /// Whether columns were left out, so that the file cannot be dropped again.
        public var isIncomplete: Bool

        /// Rejects; see the properties.
        public init(source: String, path: String, rows: Int, isIncomplete: Bool) {
            (self.source, self.path, self.rows, self.isIncomplete) = (source, path, rows, isIncomplete)
        }
    }
}
