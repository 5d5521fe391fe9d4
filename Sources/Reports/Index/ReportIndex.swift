import Languages

/// What lies in a folder of reports: every pipeline with its editions.
public struct ReportIndex: Sendable {
    /// One published edition of one pipeline's report. Texts are in its own language.
    public struct Edition: Sendable, Hashable {
        /// The company, the pipeline's name, the period's name, and which edition of it it is, from 1.
        public var company, pipeline, period: String, edition: Int
        /// The as-of date, as `2026-11-15`.
        public var asOf: String
        /// Its folder as seen from the folder of reports: `weekly/2026-W46`.
        public var folder: String
        /// Its language: `en` or `zh-Hans`.
        public var locale: String
        /// What it is about in a line: the north star, and how many targets are off track.
        public var headline: String
        /// The north star's name and its value; both empty where there is none.
        public var star, value: String
        /// How it stands against its targets, and how many are off track.
        public var plan: String, offTrack: Int
        /// Whether all data is in, and what is missing from it.
        public var data: String, gaps: Int
        /// The colour of the company's own; nil where it has none.
        public var accent: Theme.Accent?
        /// The files that there are of it, of those that people open.
        public var files: [String]

        /// Pages of it for audiences beyond the first: what each is called, and where it lies.
        public var others: [Other]

        /// A page for another audience.
        public struct Other: Sendable, Hashable {
            /// The audience's name, and the page's path as seen from the folder of reports.
            public var name, page: String

            /// A page; see the properties.
            public init(name: String, page: String) { (self.name, self.page) = (name, page) }
        }

        /// An edition; see the properties.
        public init(
            company: String, pipeline: String, period: String, edition: Int, asOf: String, folder: String, locale: String,
            headline: String, star: String, value: String, plan: String, offTrack: Int, data: String, gaps: Int,
            files: [String],
            others: [Other] = [], accent: Theme.Accent? = nil
        ) {
            self.accent = accent
            (self.company, self.pipeline, self.period, self.edition) = (company, pipeline, period, edition)
            (self.asOf, self.folder, self.locale, self.headline) = (asOf, folder, locale, headline)
            (self.star, self.value, self.plan, self.offTrack) = (star, value, plan, offTrack)
            (self.data, self.gaps, self.files, self.others) = (data, gaps, files, others)
        }

        /// Newest first; of one day by pipeline, then by period and edition, the later first.
        static func precedes(_ a: Edition, _ b: Edition) -> Bool {
            if a.asOf != b.asOf { return a.asOf > b.asOf }
            if a.pipeline != b.pipeline { return a.pipeline < b.pipeline }
            return a.period == b.period ? a.edition > b.edition : a.period > b.period
        }
    }

    /// All editions, newest first.
    public let editions: [Edition]

    /// An index of some editions, in whatever order.
    public init(_ editions: [Edition]) { self.editions = editions.sorted(by: Edition.precedes) }

    /// The pipelines with their editions: that of the newest edition first.
    var pipelines: [(name: String, editions: [Edition])] {
        var names: [String] = []
        for edition in editions where !names.contains(edition.pipeline) { names.append(edition.pipeline) }
        let groups = Dictionary(grouping: editions, by: \.pipeline)
        return names.map { ($0, groups[$0] ?? []) }
    }

    /// What a page of this program has in it, and no other.
    public static let mark = "<meta name=\"generator\" content=\"gtm index\"/>"
}
