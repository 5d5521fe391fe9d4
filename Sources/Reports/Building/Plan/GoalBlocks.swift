import Facts
import Languages
import Metrics
import RollUps

/// The goals of a plan: how far each is from its target and what closes that a week, and whether quarters and months come to the year.
extension Composer {
    private func goal(_ phrase: GoalPhrase, _ parts: String...) -> String { phrase.text(language, parts) }

    // MARK: - Gap and pace

    /// The columns of ``paceCells(_:target:actual:first:)``.
    var paceColumns: [Table.Column] {
        [GoalPhrase.gap, .weeksLeft, .perWeek].map { Table.Column(goal($0), isNumeric: true) }
    }

    /// The gap to a target, the weeks that are left, and what closes the gap a week.
    ///
    /// - Parameters:
    ///   - target: The column of the row that holds the target.
    ///   - actual: The column that holds the value so far.
    ///   - first: The column of the first of these cells.
    func paceCells(_ standing: Standing, target: Int, actual: Int, first: Int) -> [Table.Cell] {
        let format = format(standing.subject.id)
        let isPercent = standing.subject.unit == .percent
        var gap = Value(
            standing.actual.map { standing.goal - $0 },
            isPercent ? Format(.percentagePoints, digits: 1) : format,
            .change(now: target, before: actual, isRelative: false))
        if standing.actual == nil { gap.hint = reason(standing) }
        let days = standing.whole.end - context.asOf
        let weeks = days > 0 && standing.period.isToDate ? Number(Int128(days), over: 7) : nil
        let (number, why) = perWeek(standing, gap.number, weeks)
        let pace = Value(number, format, number == nil ? .fixed : .quotient(of: first, by: first + 1), hint: why)
        return [
            .value(gap), fixed(weeks, Format(.plain, digits: 1), hint: weeks == nil ? goal(.over) : ""), .value(pace),
        ]
    }

    /// What closes a gap a week, with what is to be said about it; nil with the reason where nothing does.
    private func perWeek(_ standing: Standing, _ gap: Number?, _ weeks: Number?) -> (Number?, String) {
        guard let gap else { return (nil, reason(standing)) }
        guard let weeks else { return (nil, goal(.over)) }
        let isLower = standing.subject.better == .lower
        switch context.judge.pace(of: standing.subject) {
        case .none: return (nil, goal(.noWeekly))
        case .flow where isLower:
            return gap.signum > 0 ? (gap / weeks, goal(.atMost)) : (nil, goal(.limitPassed))
        case .stock where isLower: return gap.signum < 0 ? (gap / weeks, "") : (nil, goal(.reached))
        case .flow, .stock: return gap.signum > 0 ? (gap / weeks, "") : (nil, goal(.reached))
        }
    }

    // MARK: - The tree

    /// How many goals the tree lists.
    private static let mostGoals = 400

    /// The tree of goals that have parts, and what does not add up.
    func goalBlocks() -> [Block] {
        let tree = GoalTree(context.rollUp.facts.targets, context.catalogue, context.calendar)
        let lines = Set(tree.goals.filter { $0.parts.map { $0.rule != .none } ?? false }.map(line))
        let goals = tree.goals.filter { lines.contains(line($0)) && $0.period.grain != .week }
        guard !goals.isEmpty else { return [] }
        let columns =
            [Table.Column(say(.metric)), Table.Column(say(.goalPeriod), card: .when)]
            + [
                Table.Column(goal(.until)),
                Table.Column(say(.target), isNumeric: true, card: .value), Table.Column(goal(.parts), isNumeric: true),
                Table.Column(goal(.difference), isNumeric: true), Table.Column(say(.status), card: .status),
                Table.Column(goal(.soFar), isNumeric: true), Table.Column(say(.owner), card: .owner),
            ]
        let table = Table(
            id: "goal-tree", title: goal(.title), columns: columns,
            rows: goals.prefix(Composer.mostGoals).map(row), isLong: true, isOnPaper: false, isFolded: true, look: .cards)
        let more = goals.count - table.rows.count
        let apart = tree.apart.prefix(3).map(inWords)
        let others = tree.apart.count - apart.count
        let said = apart + (others > 0 ? [say(.andMore, text(others))] : [])
        return (said.isEmpty ? [] : [.note(goal(.apartMessage, said.joined(separator: language.forms.semicolon)))])
            + [.table(table)] + (more > 0 ? [.note(say(.andMore, text(more)))] : [])
    }

    private func line(_ goal: GoalTree.Goal) -> String {
        [goal.subject.id, goal.dimension, TextForm.folded(goal.member)].joined(separator: "\u{0}")
    }

    private func row(_ goal: GoalTree.Goal) -> Table.Row {
        let format = format(goal.subject.id)
        let slice = goal.dimension.isEmpty ? .total : context.rollUp.slice(dimension: goal.dimension, member: goal.member)
        let hasBegun = goal.period.start <= context.asOf
        let standing = hasBegun ? context.judge.standing(goal.subject, goal.period, goal: goal.value, slice: slice) : nil
        let whose = goal.dimension.isEmpty ? "" : say(.inBrackets, goal.member.isEmpty ? say(.noMember) : goal.member)
        let parts = goal.parts
        let difference = Value(
            parts?.value.map { $0 - goal.value }, format,
            parts?.value == nil ? .fixed : .change(now: 4, before: 3, isRelative: false))
        return Table.Row(
            [
                .text(name(goal.subject.id) + whose),
                .text(String(repeating: "· ", count: goal.depth) + periodName(goal.period)),
                .day(goal.period.end), fixed(goal.value, format),
                parts?.value == nil ? .empty : fixed(parts?.value, format),
                parts?.value == nil ? .empty : .value(difference), parts.map(cell) ?? .empty,
                standing.map { .value(Value($0.actual, format, hint: reason($0))) } ?? .empty, .text(goal.owner),
            ], isStrong: goal.depth == 0)
    }

    /// What is to be said of a goal's parts.
    private func cell(_ parts: GoalTree.Parts) -> Table.Cell {
        guard let isWhole = parts.isWhole else {
            return .status(.none, goal(.someKnown, text(parts.known), text(parts.count), grain(parts)))
        }
        return isWhole ? .status(.good, goal(.addsUp)) : .status(.bad, goal(.apart))
    }

    private func grain(_ parts: GoalTree.Parts) -> String { goal(parts.grain == .quarter ? .quarters : .months) }

    private func inWords(_ goal: GoalTree.Goal) -> String {
        guard let parts = goal.parts else { return "" }
        let format = format(goal.subject.id)
        let whose = goal.dimension.isEmpty ? "" : say(.inBrackets, goal.member)
        let phrase: GoalPhrase = parts.rule == .last ? .lastOf : .sumOf
        return self.goal(
            phrase, name(goal.subject.id) + whose, periodName(goal.period), exactText(goal.value, format), grain(parts),
            exactText(parts.value, format))
    }
}
