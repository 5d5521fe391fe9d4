public import Facts

/// Tasks on a calendar: a bar from the first to the last day of each, in groups, and a line for today.
public struct Timeline: Sendable {
    /// How a task stands, which decides its bar's colour and the sign at its end.
    public enum Look: Sendable, CaseIterable { case done, late, open, blocked, overdue }

    /// One task.
    public struct Bar: Sendable {
        /// What is to be done.
        public var name: String
        /// From when to when; the same day where only one is known.
        public var start, end: Day
        /// How it stands.
        public var look: Look
        /// What it shows on hover.
        public var hover: String

        /// A bar; see the properties.
        public init(name: String, start: Day, end: Day, look: Look, hover: String) {
            self.name = name
            self.start = start
            self.end = end
            self.look = look
            self.hover = hover
        }
    }

    /// Bars under a heading.
    public struct Group: Sendable {
        /// The heading.
        public var name: String
        /// Top to bottom.
        public var bars: [Bar]
    }

    /// Unique in the report; plain letters, digits and `-`.
    public var id: String
    /// What it shows.
    public var title: String
    /// Top to bottom.
    public var groups: [Group]
    /// Today, and what its line is called.
    public var today: Day
    /// What the line of today is called.
    public var todayName: String
    /// What each look means, in the order of the key.
    public var key: [(look: Look, name: String)]
    /// The same in words, for who cannot see it.
    public var alternative: String
}
