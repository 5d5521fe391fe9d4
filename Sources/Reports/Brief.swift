/// The report in brief, as it is mailed and told to chats: the questions that the first screen answers, each with its answer.
///
/// Texts are final and in the report's locale, numbers are values with a format, as in the rest of the report.
public struct Brief: Sendable {
    /// One line that says whose, when and how it stands: the subject of a mail, the heading of a message.
    public var subject = ""
    /// How it stands, without whose and when.
    public var headline = ""
    /// The north star.
    public var star: Star?
    /// What happened, in sentences.
    public var lead = ""
    /// Top to bottom.
    public var parts: [Part] = []
    /// Where the rest is.
    public var closing = ""
    /// How many targets are off track.
    public var offTrack = 0
    /// What is missing from the data: what is late, what was rejected. Empty where all is in.
    public var gaps: [String] = []

    /// An empty one: nothing to say.
    public init() {}

    /// The metric drawn large.
    public struct Star: Sendable {
        /// What readers call it.
        public var name: String
        /// Its value in the reported period.
        public var value: Value
        /// What it was before.
        public var detail: String
        /// How it stands against its targets.
        public var goals: [String] = []
        /// Where it leads.
        public var notes: [String] = []
    }

    /// A question with its answer and what it rests on.
    public struct Part: Sendable {
        /// Such as "Are we on plan?".
        public var question: String
        /// The answer, in a sentence.
        public var answer: String
        /// What the rows show, left to right; empty where that goes without saying.
        public var columns: [String]
        /// Worst first.
        public var rows: [Row]
        /// What remains to be said below; empty where nothing does.
        public var note: String

        init(question: String, answer: String, columns: [String] = [], rows: [Row] = [], note: String = "") {
            (self.question, self.answer, self.columns, self.rows, self.note) = (question, answer, columns, rows, note)
        }
    }

    /// A row of a part.
    public struct Row: Sendable {
        /// A metric, a person.
        public var title: String
        /// In small type below it: the target's period and owner. Empty where there is nothing to say.
        public var detail = ""
        /// The value so far, or now; nil where the row has none.
        public var figure: Value?
        /// In small type below it: what is due by now, or what it was before.
        public var below: Value?
        /// How that stands.
        public var mark = Mark.none
        /// Why it changed, in a sentence below the row; empty where nothing can be said.
        public var why = ""
    }

    /// What a row says of its figures.
    public enum Mark: Sendable {
        /// Nothing.
        case none
        /// How it stands, the word for it, and which share of the due is reached; nil where that says nothing.
        case status(Status, String, share: Value?)
        /// How much it changed.
        case change(Value)
        /// What there is to do.
        case text(String)
    }
}
