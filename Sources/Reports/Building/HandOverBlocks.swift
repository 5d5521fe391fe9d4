import Facts
import Languages
import Metrics
import RollUps

/// What marketing, sales and customer success hand over to each other: what waits between them, who has answered leads, and what the leads
/// of each channel come to.
extension Composer {
    func handOverBlocks() -> [Block] {
        guard let found = context.rollUp.handOvers() else { return [] }
        let rows = waitingRows(found)
        var notes = [betweenDepartments(rows)]
        var blocks: [Block] = [.table(waitingTable(rows))]
        if let answers = found.answers {
            blocks.append(.table(answersTable(answers)))
            if !found.ownersAreKnown { notes.append(hand(.noOwners)) }
        } else {
            notes.append(hand(.noAnswers))
        }
        if let quality = qualityTable() { blocks.append(.table(quality)) }
        let note = sentences(notes)
        return note.isEmpty ? blocks : blocks + [.note(note)]
    }

    private func hand(_ phrase: HandOverPhrase, _ parts: String...) -> String { phrase.text(language, parts) }

    // MARK: - What waits

    private typealias WaitingRow = (who: String, what: String, waiting: HandOvers.Waiting, hint: String)

    private func waitingRows(_ found: HandOvers) -> [WaitingRow] {
        let stages = context.rollUp.settings.stages
        var rows = found.stages.map { stage, waiting -> WaitingRow in
            let next = stages.firstIndex(of: stage).flatMap { $0 + 1 < stages.count ? stages[$0 + 1] : nil } ?? ""
            let who: HandOverPhrase? =
                switch (stage, next) {
                case ("lead", "mql"): .marketing
                case ("mql", "sql"): .marketingToSales
                case ("sql", "opportunity"), ("opportunity", "won"): .sales
                default: nil
                }
            return (who.map { hand($0) } ?? "", hand(.notYet, stageName(stage, isPlural: true), stageName(next)), waiting, "")
        }
        if let waiting = found.wonWithoutARR {
            let hint = found.wonWithoutCustomer > 0 ? hand(.someWithoutCustomer, text(found.wonWithoutCustomer)) : ""
            rows.append((hand(.salesToSuccess), hand(.withoutARR), waiting, hint))
        }
        return rows
    }

    /// What a stage is called, of one that reached it or of several.
    private func stageName(_ stage: String, isPlural: Bool = false) -> String {
        switch stage {
        case "lead": hand(isPlural ? .ofLeads : .lead)
        case "mql": hand(isPlural ? .ofMQLs : .mql)
        case "sql": hand(isPlural ? .ofSQLs : .sql)
        case "opportunity": hand(isPlural ? .ofOpportunities : .opportunity)
        case "won": hand(.won)
        default: stage
        }
    }

    private func waitingTable(_ rows: [WaitingRow]) -> Table {
        let days = Format(.plain, digits: 1)
        return Table(
            id: "waiting", title: hand(.waitingTitle, dayText(context.asOf)),
            columns: [Table.Column(hand(.between)), Table.Column(hand(.waits)), Table.Column(hand(.waiting), isNumeric: true)]
                + ageColumns
                + [hand(.recentMedian, String(HandOvers.bands[HandOvers.bands.count - 1])), hand(.longest)].map {
                    Table.Column($0, isNumeric: true)
                },
            rows: rows.map { who, what, waiting, hint in
                Table.Row(
                    [.text(who), .text(what), fixed(Number(waiting.count), Format(.count, digits: 0), hint: hint)]
                        + waiting.byAge.map { count($0) }
                        + [
                            fixed(waiting.recentMedian, days, hint: hand(.nothingWaits)),
                            fixed(waiting.longest.map { Number($0) }, Format(.count, digits: 0), hint: hand(.nothingWaits)),
                        ])
            }, isOnPaper: false, isFolded: true)
    }

    /// How long something has waited, in bands of days.
    private var ageColumns: [Table.Column] {
        let bands = HandOvers.bands
        let titles = bands.indices.map { band in
            band == 0
                ? hand(.upTo, String(bands[0])) : hand(.fromTo, String(bands[band - 1] + 1), String(bands[band]))
        }
        return (titles + [hand(.over, String(bands[bands.count - 1]))]).map { Table.Column($0, isNumeric: true) }
    }

    /// What has waited between two departments for no longer than the last of the bands, and how much more was never closed.
    private func betweenDepartments(_ rows: [WaitingRow]) -> String {
        let limit = String(HandOvers.bands[HandOvers.bands.count - 1])
        let between = [hand(.marketingToSales), hand(.salesToSuccess)]
        return sentences(
            rows.filter { between.contains($0.who) && $0.waiting.recent > 0 }.flatMap { row in
                let older = row.waiting.count - row.waiting.recent
                return [
                    hand(
                        .message, row.who, text(row.waiting.recent), limit, row.what,
                        text(row.waiting.recentMedian, Format(.plain, digits: 0))),
                    older > 0 ? hand(.older, text(older)) : "",
                ]
            })
    }

    // MARK: - Who answers

    private func answersTable(_ answers: [HandOvers.Answers]) -> Table {
        let names = context.rollUp.facts.leadOwners.texts
        let isToldApart = answers.allSatisfy { Int($0.owner) < names.count } && !context.withheld.contains(.owners)
        let ranked = (isToldApart ? answers : []).sorted { a, b in
            if a.allWaiting != b.allWaiting { return a.allWaiting > b.allWaiting }
            return a.recent != b.recent
                ? a.recent > b.recent : precedes(names[Int(a.owner)], names[Int(b.owner)])
        }
        let isAll = ranked.count <= Composer.mostMembers + 1
        let shown = isAll ? ranked[...] : ranked.prefix(Composer.mostMembers)
        var rows = [row(say(.total), answers, isStrong: true)]
        if ranked.count > 1 || ranked.first.map({ $0.owner != 0 }) ?? false {
            rows += shown.map { own in
                let name = names[Int(own.owner)]
                return row(name.isEmpty ? hand(.noneNamed) : name, [own])
            }
            if !isAll {
                rows.append(row(hand(.others, text(ranked.count - shown.count)), Array(ranked.dropFirst(shown.count))))
            }
        }
        let columns: [HandOverPhrase] = [.recent, .answered, .inTime, .inTimeShare]
        let limit = context.rollUp.settings.responseMinutes
        let minutes = text(limit.number, Format(.plain, digits: limit.scale))
        return Table(
            id: "answers", title: hand(.answersTitle, String(HandOvers.recentDays), dayText(context.asOf), minutes),
            columns: [Table.Column(say(.owner))] + columns.map { Table.Column(hand($0), isNumeric: true) }
                + [Table.Column(hand(.waitingForAnswer), isNumeric: true)] + ageColumns,
            rows: rows, isOnPaper: false, isFolded: true)
    }

    private func row(_ name: String, _ answers: [HandOvers.Answers], isStrong: Bool = false) -> Table.Row {
        let recent = answers.reduce(0) { $0 + $1.recent }
        let inTime = answers.reduce(0) { $0 + $1.inTime }
        let byAge = (0...HandOvers.bands.count).map { band in answers.reduce(0) { $0 + $1.waiting[band] } }
        let share = Value(
            recent == 0 ? nil : Number(Int128(inTime), over: Int128(recent)), Format(.percent, digits: 1),
            .quotient(of: 3, by: 1), hint: recent == 0 ? say(.whyZero, hand(.recent)) : "")
        return Table.Row(
            [
                .text(name), count(recent), count(answers.reduce(0) { $0 + $1.answered }), count(inTime), .value(share),
                count(byAge.reduce(0, +)),
            ] + byAge.map { count($0) }, isStrong: isStrong)
    }

    // MARK: - What leads come to

    /// Leads of twelve months by channel, the cohorts of these months together.
    private func qualityTable() -> Table? {
        let stages = context.rollUp.settings.stages
        let later = ["opportunity", "won"].filter(stages.contains)
        guard let first = stages.first, !later.isEmpty,
            let dimension = context.rollUp.members.dimensions.firstIndex(where: { $0.name == "channel" })
        else { return nil }
        let window = Window(trailing: .months(12))
        let leads = Leaf(Measure.cohort(stage: first), window)
        let reached = later.map { Leaf(Measure.cohort(stage: $0), window) }
        func row(_ name: String, _ slice: Slice, isStrong: Bool = false) -> Table.Row {
            let base = trailing(leads, slice)
            var cells: [Table.Cell] = [.text(name), .value(base)]
            for (place, leaf) in reached.enumerated() {
                let part = trailing(leaf, slice)
                let share = part.number.flatMap { part in base.number.flatMap { part / $0 } }
                let why =
                    base.number == nil ? base.hint : part.number == nil ? part.hint : say(.whyZero, self.name(leads.measure))
                cells += [
                    .value(part),
                    .value(
                        Value(
                            share, Format(.percent, digits: 1), .quotient(of: 2 + 2 * place, by: 1),
                            hint: share == nil ? why : "")),
                ]
            }
            return Table.Row(cells, isStrong: isStrong)
        }
        let ranked = membersInUse[dimension].map { code in
            (code: code, leads: number(leads, now, slice: .member(dimension: dimension, code: code)))
        }.filter { $0.leads.map { !$0.isZero } ?? false }.enumerated().sorted { a, b in
            guard let x = a.element.leads, let y = b.element.leads, x != y else { return a.offset < b.offset }
            return Number.less(y, x)
        }.map(\.element.code)
        guard !ranked.isEmpty else { return nil }
        let columns = later.flatMap { stage in
            [hand(.reached, stageName(stage)), hand(.toStage, stageName(stage))]
        }
        return Table(
            id: "lead-quality", title: hand(.qualityTitle, dayText(min(period.end, context.asOf))),
            columns: [Table.Column(capital(dimensionName(dimension))), Table.Column(hand(.leads), isNumeric: true)]
                + columns.map { Table.Column($0, isNumeric: true) },
            rows: [row(say(.total), .total, isStrong: true)]
                + ranked.prefix(Composer.mostMembers + 1).map {
                    row(memberName(dimension, $0), .member(dimension: dimension, code: $0))
                }, isOnPaper: false, isFolded: true)
    }

    private func trailing(_ leaf: Leaf, _ slice: Slice) -> Value {
        let number = number(leaf, now, slice: slice)
        return Value(
            number, Format(.count, digits: 0),
            hint: number == nil ? whyUndefined(leaf, context.periods[now], slice) : "")
    }
}
