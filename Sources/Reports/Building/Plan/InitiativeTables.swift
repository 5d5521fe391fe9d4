import Facts
import Languages
import Metrics
import RollUps

/// Initiatives: in front one table of what each needs and how it stands, the rest to be looked up.
extension Composer {
    func initiativeBlocks() -> [Block] {
        let standings = InitiativeStanding.all(context.rollUp.facts, asOf: context.asOf)
        if standings.isEmpty { return [absent(.initiatives)] }
        let breakEvens = breakEvens()
        return [
            overview(standings, breakEvens), needs(standings), course(standings), statements(standings), readiness(standings),
        ]
            + valueMaps(standings) + initiativeMoney(standings, breakEvens)
    }

    // MARK: - In front

    private func overview(_ standings: [InitiativeStanding], _ breakEvens: BreakEvens?) -> Block {
        let rows = standings.map { standing -> Table.Row in
            let breakEven = breakEvens?.initiatives[standing.initiative.id]
            let (items, answered) = ValueKind.allCases.reduce((0, 0)) {
                ($0.0 + standing.items($1).count, $0.1 + standing.answered($1))
            }
            return Table.Row([
                .text(standing.initiative.name), state(of: standing, breakEven), .text(verdict(standing)),
                .text(term(standing.text("stage"))), standing.initiative.launch.map { .day($0) } ?? .empty,
                .text(tell(.of, text(standing.materialsReady), text(LaunchMaterial.allCases.count))),
                .text(items == 0 ? "" : tell(.of, text(answered), text(items))), .text(breakEvenText(breakEven)),
            ])
        }
        let columns = [
            Table.Column(say(.initiative)), Table.Column(tell(.stands), card: .status),
            Table.Column(tell(.needs), card: .text), Table.Column(tell(.stage)), Table.Column(say(.launch), card: .due),
            Table.Column(tell(.materials)), Table.Column(tell(.valueMap)), Table.Column(tell(.breakEven), card: .when),
        ]
        return .table(Table(id: "initiatives", title: tell(.overview), columns: columns, rows: rows, look: .cards))
    }

    /// The worst that can be said of an initiative.
    private func state(of standing: InitiativeStanding, _ breakEven: BreakEven?) -> Table.Cell {
        if standing.launchIsAtRisk { return .status(.bad, tell(.atRisk)) }
        if breakEven?.outcome == .notInSight { return .status(.bad, tell(.notInSight)) }
        if standing.asksForMore { return .status(.watch, tell(.open, text(standing.unanswered.count))) }
        if standing.isShort == true { return .status(.watch, tell(.short)) }
        if standing.wasLaunchedUnready { return .status(.watch, tell(.launchedUnready, text(standing.materialsReady))) }
        if !standing.unanswered.isEmpty { return .status(.none, tell(.open, text(standing.unanswered.count))) }
        return .status(.good, tell(.calm))
    }

    /// What an initiative needs, in words.
    func verdict(_ standing: InitiativeStanding) -> String {
        switch standing.verdict {
        case .strategy: tell(standing.asksForMore ? .strategyAsksMore : .strategy)
        case .adjustment: tell(.adjustment)
        case .tactical: tell(.tactical)
        case .unknown: tell(.unknown)
        }
    }

    /// When an initiative breaks even, in words.
    func breakEvenText(_ breakEven: BreakEven?) -> String {
        switch breakEven?.outcome {
        case .reached(let day): tell(.reached, dayText(day))
        case .projected(let day): tell(.projected, dayText(day))
        case .notInSight: tell(.never)
        case .noSpend: tell(.noSpend)
        case nil: context.withheld.contains(.spend) ? tell(.withheld) : Format.undefined
        }
    }

    /// What readers call a cell of `scenario`, `stage` or `goal`; what is not understood as it stands.
    func term(_ cell: String) -> String { Phrase(term: cell).map { say($0) } ?? cell }

    // MARK: - To be looked up

    private func folded(_ id: String, _ title: String, _ columns: [Table.Column], _ rows: [Table.Row]) -> Block {
        .table(Table(id: id, title: title, columns: columns, rows: rows, isOnPaper: false, isFolded: true))
    }

    private func needs(_ standings: [InitiativeStanding]) -> Block {
        let rows = standings.map { standing in
            let answers = NeedQuestion.allCases.map { need -> Table.Cell in
                .text(tell(standing.initiative.flags[need.rawValue].map { $0 ? .yes : .no } ?? .unsaid))
            }
            return Table.Row([.text(standing.initiative.name)] + answers + [count(standing.yes), .text(verdict(standing))])
        }
        let columns =
            [Table.Column(say(.initiative))] + NeedQuestion.allCases.map { Table.Column(tell(InitiativePhrase($0))) }
            + [Table.Column(capital(tell(.yes)), isNumeric: true), Table.Column(tell(.verdict))]
        return folded("initiative-needs", tell(.needsTitle), columns, rows)
    }

    /// Planned against usual duration, what ends the stage, and what the initiative is judged by.
    private func course(_ standings: [InitiativeStanding]) -> Block {
        let months = Format(.plain, digits: 1)
        let rows = standings.map { standing -> Table.Row in
            let initiative = standing.initiative
            let usual = standing.scenario.map {
                tell(.months, text($0.usualMonths.lowerBound), text($0.usualMonths.upperBound))
            }
            let isLong = standing.scenario.flatMap { scenario in
                standing.plannedMonths.map { Number.less(Number(scenario.usualMonths.upperBound), $0) }
            }
            let remark: Table.Cell =
                standing.isShort == true ? .status(.watch, tell(.shorter)) : .text(isLong == true ? tell(.longer) : "")
            return Table.Row([
                .text(initiative.name), .text(term(standing.text("scenario"))), initiative.start.map { .day($0) } ?? .empty,
                initiative.launch.map { .day($0) } ?? .empty, initiative.end.map { .day($0) } ?? .empty,
                standing.plannedMonths.map { fixed($0, months) } ?? .empty, .text(usual ?? ""), remark,
                .text(term(standing.text("stage"))), .text(standing.stage.map { tell(InitiativePhrase($0)) } ?? ""),
                .text(term(standing.text("goal"))), .text(standing.goal.map { tell(InitiativePhrase($0)) } ?? ""),
            ])
        }
        let columns = [
            Table.Column(say(.initiative)), Table.Column(say(.scenario)), Table.Column(say(.starts)),
            Table.Column(say(.launch)),
            Table.Column(say(.ends)), Table.Column(tell(.planned), isNumeric: true), Table.Column(tell(.usual)),
            Table.Column(tell(.remark)), Table.Column(tell(.stage)), Table.Column(tell(.endsWith)), Table.Column(say(.goal)),
            Table.Column(tell(.judgedBy)),
        ]
        return folded("initiative-course", tell(.courseTitle), columns, rows)
    }

    /// The value statement, and the four questions with their answers.
    private func statements(_ standings: [InitiativeStanding]) -> Block {
        let rows = standings.map { standing -> Table.Row in
            let answers = InitiativeQuestion.allCases.map { question -> Table.Cell in
                let answer = standing.text(question.rawValue)
                return answer.isEmpty ? .status(.watch, tell(.unsaid)) : .text(answer)
            }
            return Table.Row([.text(standing.initiative.name), .text(valueStatement(standing))] + answers)
        }
        let columns = [
            Table.Column(say(.initiative)), Table.Column(tell(.statement)), Table.Column(capital(tell(.partWho))),
            Table.Column(capital(tell(.partWhat))), Table.Column(capital(tell(.partHow))),
            Table.Column(capital(tell(.partWhyNow))),
        ]
        return folded("questions", tell(.statementTitle), columns, rows)
    }

    /// For whom, with what need, an initiative provides what, to what benefit; and which of these is missing.
    func valueStatement(_ standing: InitiativeStanding) -> String {
        let columns: [(String, InitiativePhrase)] = [
            ("who", .partWho), ("need", .partNeed), ("what", .partWhat), ("benefit", .partBenefit),
        ]
        var (parts, missing): ([String], [String]) = ([], [])
        for (column, name) in columns {
            let text = standing.text(column).trimmingSuffix(where: { ".。；;，, ".contains($0) })
            if text.isEmpty { missing.append(tell(name)) }
            parts.append(text.isEmpty ? "…" : String(text))
        }
        guard missing.count < columns.count else { return tell(.missingParts, list(missing)) }
        let whole = tell(.whole, parts[0], parts[1], standing.initiative.name, parts[2], parts[3])
        return sentences([whole, missing.isEmpty ? "" : tell(.missingParts, list(missing))])
    }

    private func readiness(_ standings: [InitiativeStanding]) -> Block {
        let rows = standings.map { standing -> Table.Row in
            let cells = LaunchMaterial.allCases.map { material -> Table.Cell in
                switch standing.readiness(material) {
                case .ready: .status(.good, say(.ready))
                case .draft: .status(.watch, say(.draft))
                case .missing: .status(.bad, say(.missing))
                case nil: .text(standing.text(material.rawValue))
                }
            }
            let launch: Table.Cell = standing.initiative.launch.map { .day($0) } ?? .empty
            return Table.Row([.text(standing.initiative.name), launch] + cells + [count(standing.materialsReady)])
        }
        let columns =
            [Table.Column(say(.initiative)), Table.Column(say(.launch))]
            + LaunchMaterial.allCases.map { Table.Column(name(of: $0)) } + [Table.Column(say(.readyCount), isNumeric: true)]
        return folded("readiness", say(.readinessTitle), columns, rows)
    }

    /// What readers call a material.
    func name(of material: LaunchMaterial) -> String {
        switch material {
        case .messagingDocument: say(.messagingDocument)
        case .marketingPack: say(.marketingPack)
        case .salesPack: say(.salesPack)
        case .customerMaterials: say(.customerMaterials)
        case .advocateMaterials: say(.advocateMaterials)
        }
    }

    /// Every item of the value maps; what nothing answers first.
    private func valueMaps(_ standings: [InitiativeStanding]) -> [Block] {
        let rows = standings.flatMap { standing in
            ValueKind.allCases.flatMap { kind -> [Table.Row] in
                let items = standing.items(kind)
                return (items.filter(\.answeredBy.isEmpty) + items.filter { !$0.answeredBy.isEmpty }).map { item in
                    Table.Row([
                        .text(standing.initiative.name), .text(tell(InitiativePhrase(kind))), .text(item.text),
                        item.answeredBy.isEmpty ? .status(.bad, tell(.unansweredItem)) : .text(item.answeredBy),
                        item.answeredBy.isEmpty
                            ? .empty : item.evidence.isEmpty ? .status(.watch, tell(.noEvidence)) : .text(item.evidence),
                    ])
                }
            }
        }
        guard !rows.isEmpty else { return [] }
        let columns = [say(.initiative), tell(.kind), tell(.item), tell(.answeredBy), tell(.evidence)].map { Table.Column($0) }
        return [folded("value-map", tell(.mapTitle), columns, rows)]
    }
}

extension String {
    /// The text without what stands at its end.
    fileprivate func trimmingSuffix(where isCut: (Character) -> Bool) -> Substring {
        var text = self[...]
        while let last = text.last, isCut(last) { text.removeLast() }
        return text
    }
}

extension InitiativePhrase {
    /// What a question is called.
    init(_ need: NeedQuestion) {
        switch need {
        case .newCustomers: self = .newCustomers
        case .newValue: self = .newValue
        case .newChannel: self = .newChannel
        case .newPricing: self = .newPricing
        case .competitiveShift: self = .competitiveShift
        case .highCostOfFailure: self = .highCostOfFailure
        }
    }

    /// What ends a stage.
    init(_ stage: InitiativeStage) {
        switch stage {
        case .explore: self = .explore
        case .validate: self = .validate
        case .scale: self = .scale
        }
    }

    /// What judges an initiative by its goal.
    init(_ goal: InitiativeGoal) {
        switch goal {
        case .acquire: self = .acquire
        case .retain: self = .retain
        }
    }

    /// What an item of a value map is called.
    init(_ kind: ValueKind) {
        switch kind {
        case .job: self = .job
        case .pain: self = .pain
        case .gain: self = .gain
        }
    }
}
