public import Facts
public import RollUps

/// A measure over its window: what a resolved formula is made of, and one row of the *Numbers* sheet.
public struct Leaf: Hashable, Sendable, CustomStringConvertible {
    /// The measure's id.
    public var measure: String
    /// Which days it looks at, seen from the period.
    public var window: Window

    /// A measure over a window; the default is the period's own days.
    public init(_ measure: String, _ window: Window = Window()) {
        self.measure = measure
        self.window = window
    }

    /// As a formula has it: `spend`, `prior(trailing(spend, 3 months), 3 months)`, `year_ago(arr_closing)`.
    public var description: String { window.wrap(measure) }
}

/// One step from a period to an earlier one.
public enum Shift: Hashable, Sendable {
    /// `prior(x)`: the period before; of a period to date, too, the whole one before.
    case priorPeriod
    /// `prior(x, n months)`: as of the day n months before.
    case prior(months: Int)
    /// `year_ago(x)`: stocks twelve months before; flows over the same period a year before, 52 weeks before for weeks.
    case yearAgo
}

/// Which days a measure looks at, seen from a period: any number of steps back, then possibly a trailing window.
///
/// Windows that hold each other add up: the steps of the outer one come first, and of two trailing windows the inner one counts.
public struct Window: Hashable, Sendable {
    /// Steps back, outermost first.
    public var shifts: [Shift]
    /// Length in months of the trailing window over which flows are added up; nil for the period's own days.
    public var trailing: Int?

    /// A window; the default is the period's own days.
    public init(shifts: [Shift] = [], trailing: Int? = nil) {
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
            case .prior(let months):
                frame.start = (frame.start - 1).months(before: months) + 1
                frame.end = frame.end.months(before: months)
                frame.stock = frame.stock.months(before: months)
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
            frame.start = frame.end.months(before: trailing) + 1
            frame.isTrailing = true
        }
        return frame
    }

    /// The formula text of this window around `inner`.
    func wrap(_ inner: String) -> String {
        var text = inner
        if let trailing { text = "trailing(\(text), \(Window.months(trailing)))" }
        for shift in shifts.reversed() {
            switch shift {
            case .priorPeriod: text = "prior(\(text))"
            case .prior(let months): text = "prior(\(text), \(Window.months(months)))"
            case .yearAgo: text = "year_ago(\(text))"
            }
        }
        return text
    }

    private static func months(_ count: Int) -> String { count == 1 ? "1 month" : "\(count) months" }
}
