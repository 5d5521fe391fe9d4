public import Facts
public import RollUps

/// A measure over its window: what a resolved formula is made of, and one row of the *Numbers* sheet.
public struct Leaf: Hashable, Sendable, CustomStringConvertible {
    /// The measure's id.
    public var measure: String
    /// Which days it looks at, seen from the period.
    public var window: Window
    /// Whose rows alone it counts, as `only()` says; nil for all.
    public var only: MemberName?

    /// A measure over a window; the default is the period's own days, and everyone's.
    public init(_ measure: String, _ window: Window = Window(), only: MemberName? = nil) {
        self.measure = measure
        self.window = window
        self.only = only
    }

    /// The id of what is no measure of rows but of time: the share of a period that is over.
    public static let elapsed = "elapsed"
    /// Whether it is that share.
    public var isElapsed: Bool { measure == Leaf.elapsed }

    /// As a formula has it: `spend`, `prior(trailing(spend, 3 months), 3 months)`, `year_ago(arr_closing)`.
    public var description: String {
        let text = window.wrap(FigureID.written(measure))
        return only.map { "only(\(text), \($0))" } ?? text
    }
}

/// One member of a dimension as a formula names it: `channel = "paid search"`. Spellings that differ in case, spaces or width are one.
public struct MemberName: Hashable, Sendable, CustomStringConvertible {
    /// The dimension, as the pipeline names it.
    public var dimension: String
    /// The member, as written.
    public var name: String

    /// A member by names.
    public init(dimension: String, name: String) {
        self.dimension = dimension
        self.name = name
    }

    /// As a formula has it.
    public var description: String {
        let key = Lexer.isName(dimension) ? dimension : MemberName.quoted(dimension)
        return "\(key) = \(MemberName.quoted(name))"
    }

    static func quoted(_ text: String) -> String {
        "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

/// A length of time in formulas. Weeks are days; quarters and years are months.
public enum Length: Hashable, Sendable, CustomStringConvertible {
    case days(Int)
    case months(Int)

    /// As a formula has it: `28 days`, `1 month`.
    public var description: String {
        switch self {
        case .days(let count): count == 1 ? "1 day" : "\(count) days"
        case .months(let count): count == 1 ? "1 month" : "\(count) months"
        }
    }

    /// Whether it is 1,200 months or 36,525 days, or less.
    var isAtMostACentury: Bool {
        switch self {
        case .days(let count): count <= 36_525
        case .months(let count): count <= 1200
        }
    }

    /// The day that lies this long before another.
    func before(_ day: Day) -> Day {
        switch self {
        case .days(let count): day - count
        case .months(let count): day.months(before: count)
        }
    }
}

/// One step from a period to an earlier one.
public enum Shift: Hashable, Sendable {
    /// `prior(x)`: the period before; of a period to date, too, the whole one before.
    case priorPeriod
    /// `prior(x, 3 months)`: as of the day that long before.
    case prior(Length)
    /// `year_ago(x)`: stocks twelve months before; flows over the same period a year before, 52 weeks before for weeks.
    case yearAgo
}

/// Which days a measure looks at, seen from a period: any number of steps back, then possibly a trailing window.
///
/// Windows that hold each other add up: the steps of the outer one come first, and of two trailing windows the inner one counts.
public struct Window: Hashable, Sendable {
    /// Steps back, outermost first.
    public var shifts: [Shift]
    /// Length of the trailing window over which flows are added up; nil for the period's own days.
    public var trailing: Length?

    /// A window; the default is the period's own days.
    public init(shifts: [Shift] = [], trailing: Length? = nil) {
        self.shifts = shifts
        self.trailing = trailing
    }

    /// Whether it is the period's own days.
    public var isPlain: Bool { shifts.isEmpty && trailing == nil }

    /// This window around another.
    func around(_ inner: Window) -> Window {
        Window(shifts: shifts + inner.shifts, trailing: inner.trailing ?? trailing)
    }

    /// The days it looks at from a period.
    ///
    /// A stock under `prior(x)` is taken at the end of the period before. Where it was taken on another day than the last of its
    /// flows (a week, a year ago), it moves back by as many days as they do.
    ///
    /// Source: metric catalogue, "Time".
    public func frame(of period: Period) -> Frame {
        var frame = Frame(period)
        for shift in shifts {
            switch shift {
            case .priorPeriod:
                let end = frame.start - 1
                frame.stock = frame.stock == frame.end ? end : frame.stock - (frame.end - end)
                frame.end = end
                switch period.grain {
                case .week: frame.start = frame.start - 7
                case .month: frame.start = frame.start.months(before: 1)
                case .quarter: frame.start = frame.start.months(before: 3)
                case .year: frame.start = frame.start.months(before: 12)
                }
            case .prior(let length):
                frame.start = length.before(frame.start - 1) + 1
                frame.end = length.before(frame.end)
                frame.stock = length.before(frame.stock)
            case .yearAgo:
                if period.grain == .week {
                    frame.start = frame.start - 364
                    frame.end = frame.end - 364
                } else {
                    frame.start = (frame.start - 1).months(before: 12) + 1
                    frame.end = frame.end.months(before: 12)
                }
                frame.stock = frame.stock.months(before: 12)
            }
        }
        if let trailing {
            frame.start = trailing.before(frame.end) + 1
            frame.isTrailing = true
        }
        return frame
    }

    /// The formula text of this window around `inner`.
    func wrap(_ inner: String) -> String {
        var text = inner
        if let trailing { text = "trailing(\(text), \(trailing))" }
        for shift in shifts.reversed() {
            switch shift {
            case .priorPeriod: text = "prior(\(text))"
            case .prior(let length): text = "prior(\(text), \(length))"
            case .yearAgo: text = "year_ago(\(text))"
            }
        }
        return text
    }
}
