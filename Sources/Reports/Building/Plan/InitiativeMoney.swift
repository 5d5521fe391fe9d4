import Facts
import Languages
import Metrics
import RollUps

/// What initiatives cost and bring, beside the company.
extension Composer {
    /// How many curves are drawn, and how many points each has up to the as-of date and, at most, after it.
    private static let (mostCurves, points, pointsAhead) = (3, 7, 3)

    func initiativeMoney(_ standings: [InitiativeStanding], _ breakEvens: BreakEvens?) -> [Block] {
        var blocks = [moneyTable(standings, breakEvens), .note(tell(.moneyNote, dayText(context.asOf)))]
        guard let breakEvens else { return blocks }
        var curves = standings.enumerated().compactMap { place, standing in
            breakEvens.initiatives[standing.initiative.id].flatMap {
                curve($0, id: "break-even-\(place + 1)", name: standing.initiative.name)
            }
        }
        if !curves.isEmpty, let whole = curve(breakEvens.whole, id: "break-even-whole", name: tell(.company)) {
            curves.append(whole)
        }
        blocks += curves.prefix(Composer.mostCurves).map { .chart($0) }
        if curves.count > Composer.mostCurves {
            blocks.append(.note(tell(.moreCharts, text(curves.count - Composer.mostCurves))))
        }
        return blocks
    }

    // MARK: - The table

    private func moneyTable(_ standings: [InitiativeStanding], _ breakEvens: BreakEvens?) -> Block {
        let figures = InitiativeFigures.all(context.rollUp)
        let rows =
            standings.map { standing in
                moneyRow(
                    standing.initiative.name, figures.initiatives[standing.initiative.id],
                    breakEvens?.initiatives[standing.initiative.id])
            } + [moneyRow(tell(.company), figures.company, breakEvens?.whole, isStrong: true)]
        let numbers =
            (breakEvens == nil ? [] : [tell(.spend), tell(.grossProfit)])
            + [name("arr"), tell(.customers), tell(.leads), tell(.leadToWon), tell(.nps)]
        let columns =
            [Table.Column(say(.initiative))] + numbers.map { Table.Column($0, isNumeric: true) }
            + (breakEvens == nil ? [] : [Table.Column(tell(.breakEven))])
        return .table(
            Table(
                id: "initiative-money", title: tell(.moneyTitle), columns: columns, rows: rows, isOnPaper: false, isFolded: true
            ))
    }

    private func moneyRow(
        _ name: String, _ figures: InitiativeFigures?, _ breakEven: BreakEven?, isStrong: Bool = false
    ) -> Table.Row {
        let money = Format(.money, digits: 0)
        func cell(_ minor: Number?, _ reason: InitiativePhrase) -> Table.Cell {
            fixed(minor.map { $0 * self.money(1) }, money, hint: minor == nil ? tell(reason) : "")
        }
        var cells: [Table.Cell] = [.text(name)]
        if let breakEven {
            let spend = breakEven.first == nil ? nil : Number(breakEven.spend())
            cells += [cell(spend, .noSpend), cell(breakEven.grossProfit(), .noSpend)]
        }
        cells += [
            cell(figures?.arr.map { Number($0) }, .noARR), optionalCount(figures?.customers, .noARR),
            optionalCount(figures?.leads, .noCustomersOfLeads),
            fixed(
                figures?.leadToWon, Format(.percent, digits: 1),
                hint: figures?.leadToWon != nil
                    ? "" : tell(figures?.leads == nil ? .noCustomersOfLeads : figures?.leads == 0 ? .noLeads : .onlyWon)),
            fixed(
                figures?.nps, Format(.plain, digits: 0),
                hint: figures?.nps == nil ? tell(.noAnswers) : tell(.answers, text(figures?.responses ?? 0))),
        ]
        if let breakEven { cells.append(.text(breakEvenText(breakEven))) }
        return Table.Row(cells, isStrong: isStrong)
    }

    private func optionalCount(_ number: Int?, _ reason: InitiativePhrase) -> Table.Cell {
        fixed(number.map { Number($0) }, Format(.count, digits: 0), hint: number == nil ? tell(reason) : "")
    }

    // MARK: - The curves

    /// Cumulative spend and gross profit from the first day with a cost, and on at the pace of the last 91 days where they have not met.
    private func curve(_ breakEven: BreakEven, id: String, name: String) -> Chart? {
        guard let first = breakEven.first, let last = breakEven.last, last > first, let profit = breakEven.grossProfit() else {
            return nil
        }
        let count = min(Composer.points, last - first + 1)
        var days = (0..<count).map { first + (last - first) * $0 / (count - 1) }
        let past = days.count
        let step = max(1, (last - first) / (count - 1))
        if case .projected(let day) = breakEven.outcome {
            while days[days.count - 1] < day, days.count < past + Composer.pointsAhead {
                days.append(days[days.count - 1] + step)
            }
        }
        let spent = Number(breakEven.spend())
        let back = min(BreakEven.pace, last - first + 1)
        func ahead(_ now: Number, _ before: Number, _ day: Day) -> Number {
            now + (now - before) * Number(day - last) * Number(1, over: Int128(back))
        }
        func series(_ isSpend: Bool, isAhead: Bool) -> [Number?] {
            days.enumerated().map { place, day in
                guard isAhead ? place >= past - 1 : place < past else { return nil }
                let minor: Number =
                    if place < past {
                        isSpend ? Number(breakEven.spend(upTo: day)) : breakEven.grossProfit(upTo: day) ?? .zero
                    } else if isSpend {
                        ahead(spent, Number(breakEven.spend(upTo: last - back)), day)
                    } else {
                        ahead(profit, breakEven.grossProfit(upTo: last - back) ?? .zero, day)
                    }
                return self.money(minor.roundedHalfEven)
            }
        }
        var all = [
            Chart.Series(name: tell(.spendSeries), values: series(true, isAhead: false), role: .actual),
            Chart.Series(name: tell(.profitSeries), values: series(false, isAhead: false), role: .favourable),
        ]
        if days.count > past {
            all += [
                Chart.Series(name: tell(.spendAhead), values: series(true, isAhead: true), role: .member(3)),
                Chart.Series(name: tell(.profitAhead), values: series(false, isAhead: true), role: .target),
            ]
        }
        let title =
            switch breakEven.outcome {
            case .reached(let day): tell(.reachedTitle, name, dayText(day))
            case .projected(let day): tell(.projectedTitle, name, dayText(day))
            case .notInSight, .noSpend, nil: tell(.neverTitle, name)
            }
        let format = Format(.money, digits: 0)
        let words = tell(
            .curveInWords, dayText(last), text(spent * money(1), format), text(profit * money(1), format), dayText(first))
        var chart = Chart(
            id: id, title: title, kind: .lines, categories: days.map(\.description), series: all, format: format,
            alternative: sentences([title + language.forms.stop, words]))
        chart.isFolded = true
        return chart
    }
}
