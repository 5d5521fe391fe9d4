import Facts
import Metrics
import RollUps

/// Initiatives: what they are, the four questions, what is ready.
extension Composer {
    /// The four questions, each with the columns that answer it.
    private static let questions: [(phrase: Phrase, columns: [String])] = [
        (.whoAndNeed, ["who", "need"]), (.whatAndBenefit, ["what", "benefit"]), (.how, ["how"]), (.whyNow, ["why_now"]),
    ]
    /// The materials that a launch needs.
    private static let materials: [(phrase: Phrase, column: String)] = [
        (.messagingDocument, "messaging_document"), (.marketingPack, "marketing_pack"), (.salesPack, "sales_pack"),
        (.customerMaterials, "customer_materials"), (.advocateMaterials, "advocate_materials"),
    ]

    func initiativeBlocks() -> [Block] {
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
