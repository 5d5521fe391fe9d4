import Facts
import Metrics
import RollUps

/// How one action stands at the as-of date.
struct ActionStanding {
    enum State { case done, overdue, open, dropped }

    let action: Action
    let state: State
}

/// The plan: targets with pace, actions by department, initiatives with their four questions and what is ready.
extension Composer {
    func plan() -> [Block] {
        let standings = standings()
        return targetBlocks(standings) + coverage(standings) + outlookBlocks(standings) + actionBlocks() + initiativeBlocks()
    }

    /// How every action stands at the as-of date. What is done after it is not done yet.
    func actionStandings() -> [ActionStanding] {
        context.rollUp.facts.actions.map { action in
            let isFull = action.progress.map { $0.number == Number(1) } ?? false
            let isDone = action.done.map { $0 <= context.asOf } ?? (action.said == .done || isFull)
            let isOverdue = action.due.map { $0 < context.asOf } ?? false
            let state: ActionStanding.State =
                isDone ? .done : action.said == .dropped ? .dropped : isOverdue ? .overdue : .open
            return ActionStanding(action: action, state: state)
        }
    }

    private func absent(_ source: SourceName) -> Block {
        .note(say(.absent, sourceName(source), dayText(context.asOf)))
    }

    // MARK: - Targets

    private func targetBlocks(_ standings: [Standing]) -> [Block] {
        if context.rollUp.facts.targets.isEmpty && context.catalogue.metrics.allSatisfy({ $0.target == nil }) {
            return [absent(.targets)]
        }
        var blocks: [Block] = []
        if standings.isEmpty {
            blocks.append(.note(say(.noTargetsNow, dayText(period.end))))
        } else {
            let columns = [Table.Column(say(.metric)), Table.Column(say(.whose))] + goalColumns
            blocks.append(
                .table(
                    Table(
                        id: "targets", title: say(.targetsTitle), columns: columns, rows: standings.map(targetRow),
                        isFolded: true, look: .cards)))
            if standings.contains(where: \.period.isToDate) { blocks.append(.note(say(.dueNote))) }
        }
        let unknown = context.rollUp.facts.targets.filter { target in
            context.catalogue.subject(target.metric) == nil || context.calendar.period(named: target.period) == nil
        }
        if !unknown.isEmpty {
            var seen: Set<String> = []
            let names = unknown.map { "\($0.metric) \($0.period)" }.filter { seen.insert($0).inserted }.sorted(by: precedes)
            blocks.append(.note(say(.unknownTargets, list(names))))
        }
        return blocks
    }

    /// Whose target it is.
    func whose(_ standing: Standing) -> String {
        standing.dimension.isEmpty ? say(.total) : standing.member.isEmpty ? say(.noMember) : standing.member
    }

    private func targetRow(_ standing: Standing) -> Table.Row {
        Table.Row([.text(name(standing.subject.id)), .text(whose(standing))] + goalCells(standing))
    }

    // MARK: - Actions

    private func actionBlocks() -> [Block] {
        let standings = actionStandings()
        if standings.isEmpty { return [absent(.actions)] }
        var departments: [String] = []
        for standing in standings where !departments.contains(standing.action.department) {
            departments.append(standing.action.department)
        }
        departments.sort(by: precedes)
        func row(_ name: String, _ all: [ActionStanding], isStrong: Bool) -> Table.Row {
            let known = all.compactMap { $0.state == .done ? Number(1) : $0.action.progress?.number }
            let mean = known.reduce(Number.zero, +) / Number(known.count)
            let states: [ActionStanding.State] = [.done, .open, .overdue, .dropped]
            return Table.Row(
                [.text(name), count(all.count)] + states.map { state in count(all.count { $0.state == state }) }
                    + [fixed(mean, Format(.percent, digits: 0), hint: mean == nil ? say(.noProgress) : "")], isStrong: isStrong)
        }
        let rows =
            [row(say(.total), standings, isStrong: true)]
            + departments.map { department in
                row(
                    department.isEmpty ? say(.noMember) : department, standings.filter { $0.action.department == department },
                    isStrong: false)
            }
        let columns =
            [Table.Column(say(.department))]
            + [Phrase.actions, .done, .open, .overdueCount, .dropped, .meanProgress].map {
                Table.Column(say($0), isNumeric: true)
            }
        return [
            .table(Table(id: "departments", title: say(.departmentsTitle), columns: columns, rows: rows)),
            openActions(standings),
        ]
    }

    /// What is not done, overdue first, then by due date; last what has none.
    private func openActions(_ standings: [ActionStanding]) -> Block {
        let open = standings.filter { $0.state == .overdue || $0.state == .open }.sorted { a, b in
            let (due, other) = (a.action.due ?? .distantFuture, b.action.due ?? .distantFuture)
            if due != other { return due < other }
            if a.action.department != b.action.department { return precedes(a.action.department, b.action.department) }
            return a.action.task != b.action.task ? precedes(a.action.task, b.action.task) : precedes(a.action.id, b.action.id)
        }
        guard !open.isEmpty else { return .note(say(.noOpenActions)) }
        let names = [String: String](
            context.rollUp.facts.initiatives.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let rows = open.map { standing in
            let action = standing.action
            let isOverdue = standing.state == .overdue
            return Table.Row([
                .text(action.task), .status(isOverdue ? .bad : .none, say(isOverdue ? .overdue : .openStatus)),
                .text(action.department), .text(action.owner), action.due.map { .day($0) } ?? .empty,
                action.progress.map { fixed($0.number, Format(.percent, digits: 0)) } ?? .empty,
                .text(names[action.initiative] ?? action.initiative),
            ])
        }
        let columns = [
            Table.Column(say(.task)), Table.Column(say(.status), card: .status), Table.Column(say(.department), card: .when),
            Table.Column(say(.owner), card: .owner), Table.Column(say(.due), card: .due),
            Table.Column(say(.progress), isNumeric: true), Table.Column(say(.initiative)),
        ]
        return .table(Table(id: "actions", title: say(.actionsTitle), columns: columns, rows: rows, isLong: true, look: .cards))
    }

    // MARK: - Initiatives

    /// The four questions, each with the columns that answer it.
    private static let questions: [(phrase: Phrase, columns: [String])] = [
        (.whoAndNeed, ["who", "need"]), (.whatAndBenefit, ["what", "benefit"]), (.how, ["how"]), (.whyNow, ["why_now"]),
    ]
    /// The materials that a launch needs.
    private static let materials: [(phrase: Phrase, column: String)] = [
        (.messagingDocument, "messaging_document"), (.marketingPack, "marketing_pack"), (.salesPack, "sales_pack"),
        (.customerMaterials, "customer_materials"), (.advocateMaterials, "advocate_materials"),
    ]

    private func initiativeBlocks() -> [Block] {
        let initiatives = context.rollUp.facts.initiatives.sorted { precedes($0.id, $1.id) }
        if initiatives.isEmpty { return [absent(.initiatives)] }
        func term(_ initiative: Initiative, _ column: String) -> String {
            guard let text = initiative.texts[column], !text.isEmpty else { return "" }
            return Phrase(term: text).map { say($0) } ?? text
        }
        func day(_ day: Day?) -> Table.Cell { day.map { .day($0) } ?? .empty }
        let overview = initiatives.map { initiative in
            Table.Row([
                .text(initiative.name), .text(term(initiative, "scenario")), .text(term(initiative, "stage")),
                .text(term(initiative, "goal")), day(initiative.start), day(initiative.launch), day(initiative.end),
            ])
        }
        let answers = initiatives.map { initiative -> Table.Row in
            let texts = Composer.questions.map { question -> String in
                let parts = question.columns.map { initiative.texts[$0] ?? "" }
                let missing = zip(question.columns, parts).filter { $0.1.isEmpty }.map { say(.unanswered, answerName($0.0)) }
                return (parts.filter { !$0.isEmpty } + missing).joined(separator: language == .en ? ". " : "。")
            }
            return Table.Row([.text(initiative.name)] + texts.map { .text($0) })
        }
        let readiness = initiatives.map { initiative -> Table.Row in
            let cells = Composer.materials.map { material -> Table.Cell in
                switch initiative.texts[material.column]?.lowercased() {
                case "ready": .status(.good, say(.ready))
                case "draft": .status(.watch, say(.draft))
                case "missing", "", nil: .status(.bad, say(.missing))
                case let other?: .text(other)
                }
            }
            let ready = Composer.materials.count { initiative.texts[$0.column]?.lowercased() == "ready" }
            return Table.Row([.text(initiative.name), day(initiative.launch)] + cells + [count(ready)])
        }
        return [
            table(
                "initiatives", .initiativesTitle, [.initiative, .scenario, .initiativeStage, .goal, .starts, .launch, .ends],
                overview),
            table(
                "questions", .questionsTitle, [.initiative] + Composer.questions.map(\.phrase), answers, isFolded: true),
            table(
                "readiness", .readinessTitle, [.initiative, .launch] + Composer.materials.map(\.phrase) + [.readyCount],
                readiness),
        ]
    }

    private func answerName(_ column: String) -> String {
        switch column {
        case "who": say(.who)
        case "need": say(.need)
        case "what": say(.whatIsIt)
        case "benefit": say(.benefit)
        case "how": say(.how)
        default: say(.whyNow)
        }
    }

    /// A table of texts; the last column of numbers where it is one.
    private func table(_ id: String, _ title: Phrase, _ columns: [Phrase], _ rows: [Table.Row], isFolded: Bool = false)
        -> Block
    {
        .table(
            Table(
                id: id, title: say(title), columns: columns.map { Table.Column(say($0), isNumeric: $0 == .readyCount) },
                rows: rows, isFolded: isFolded))
    }
}
