public import Facts

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
    /// What it was before, drawn: the north star, then what stands worst against its target.
    public var charts: [Chart] = []
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
        /// Its last values, oldest first.
        public var values: [Number?] = []
        /// The names of their periods.
        public var periods: [String] = []
        /// How it stands against its targets.
        public var goals: [String] = []
        /// Where it leads.
        public var notes: [String] = []
    }

    /// A question with its answer and what it rests on.
    public struct Part: Sendable {
        /// Which of the questions it is, which decides how its rows are drawn.
        public enum Kind: Sendable {
            /// Are we on plan? A row a target.
            case plan
            /// What changed most? A row a metric.
            case changes
            /// Who must act? A row a person.
            case people
            /// Is all data in? A row a source.
            case data
        }

        /// Which of the questions it is.
        public var kind: Kind
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
        /// Rows beyond those, where there is room to unfold them.
        public var more: [Row] = []
        /// What those are called: "And 3 more".
        public var moreTitle = ""
        /// Paragraphs instead of rows.
        public var texts: [String] = []

        init(
            _ kind: Kind = .people, question: String, answer: String, columns: [String] = [], rows: [Row] = [],
            note: String = ""
        ) {
            self.kind = kind
            (self.question, self.answer, self.columns, self.rows, self.note) = (question, answer, columns, rows, note)
        }
    }

    /// A row of a part.
    public struct Row: Sendable {
        /// A metric, a person.
        public var title: String
        /// The metric's id; empty where the row is about something else.
        public var subject = ""
        /// In small type below it: the target's period and owner. Empty where there is nothing to say.
        public var detail = ""
        /// The value so far, or now; nil where the row has none.
        public var figure: Value?
        /// In small type below it: what is due by now, or what it was before.
        public var below: Value?
        /// The target that it is held against; nil where the row is of none.
        public var goal: Goal?
        /// How that stands.
        public var mark = Mark.none
        /// Why it changed, in a sentence below the row; empty where nothing can be said.
        public var why = ""
        /// Its last values; nil where nothing is drawn.
        public var trend: Trend?
    }

    /// The last values of a metric, and what is usual of it.
    public struct Trend: Sendable {
        /// Oldest first; nil is undefined.
        public var values: [Number?]
        /// The lower and upper end of the usual range; nil where nobody knows it.
        public var usual: (low: Number, high: Number)?
    }

    /// The target of a row.
    public struct Goal: Sendable {
        /// Its period: "2026-Q4 (to date)".
        public var period: String
        /// The same beside others: "Q4".
        public var shortPeriod = ""
        /// Who answers for it; empty where nobody is named.
        public var owner: String
        /// `≤` before the due of what is to stay below it, `≥` before that of what has to hold at any time; empty of what is reached step by step.
        public var limit = ""
        /// What is to be reached by the end of the period.
        public var target: Value
        /// What it comes to at the pace so far; undefined where it has none.
        public var projection: Value
        /// How far it is, drawn; nil where shares of the target say nothing.
        public var bar: Bar?
        /// How it is judged by the figure (0) and what is due (1); nil where more than the two decides.
        public var rule: StatusRule?
    }

    /// A target as a bar: shares of it, one after the other.
    public struct Bar: Sendable {
        /// What is reached, at most 1.25.
        public var reached: Number
        /// What is missing from the due, or is above a limit.
        public var missing: Number
        /// What remains to the target.
        public var rest: Number
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

extension Report {
    /// The section whose essentials the first screen and the first sheet tell; nil where there is none, or no brief.
    var front: Section? { brief.headline.isEmpty ? nil : sections.first { $0.id == "summary" } }

    /// The blocks of a section that the first screen does not say already.
    func belowFront(_ section: Section) -> [Block] {
        section.id == front?.id ? Array(section.blocks.dropFirst(section.opening)) : section.blocks
    }
}
