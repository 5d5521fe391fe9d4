import Facts

/// What is checked of each row once its cells are typed, as far as no other file has a say in it.
struct RowChecks: Sendable {
    private let source: Source
    private let stages: [String]
    private let calendar: PeriodCalendar
    private let interval: Int64?

    init(_ source: Source, _ settings: IntakeSettings) {
        self.source = source
        stages = settings.stages
        calendar = settings.calendar
        interval = settings.rules[source.name]?.interval.flatMap(Vocabulary.months(interval:))
    }

    typealias Report = (_ row: Int, _ problem: Problem) -> Void

    /// Reports each row that cannot be used.
    func check(_ columns: [ColumnData?], _ count: Int, made: DerivedColumns, _ report: Report) {
        for index in columns.indices where made.makes[index] && source.columns[index].needsValue {
            guard let data = columns[index] else { continue }
            for row in 0..<count where data.isMissing(row) { report(row, .missing(source.columns[index], at: index)) }
        }
        switch source.name {
        case "subscriptions": checkARR(columns, count, report)
        case "arr_snapshots": checkARR(columns, count, report)
        case "spend": checkSpan(columns, count, report)
        case "nps": checkSurvey(columns, count, report)
        case "lead_events":
            checkWord(columns, "stage", report) { text in
                Vocabulary.leadEvent(text, stages: stages) != nil ? nil : .unknownStage
            }
        case "targets":
            checkWord(columns, "period", report) { text in
                Vocabulary.period(text, calendar) != nil ? nil : .badPeriod
            }
        case "value_map":
            checkWord(columns, "kind", report) { Vocabulary.kind($0) != nil ? nil : .unknownKind }
        case "fx_rates": checkSign(columns, "rate", count, isZeroAllowed: false, report)
        case "usage":
            checkSign(columns, "active_users", count, isZeroAllowed: true, report)
            checkSign(columns, "seats", count, isZeroAllowed: true, report)
        default: break
        }
    }

    private func data(_ columns: [ColumnData?], _ name: String) -> ColumnData? { source.index(name).flatMap { columns[$0] } }

    /// A subscription or snapshot needs an amount, and an amount that is neither ARR nor MRR the months it is for. Rows whose
    /// status does not count need none.
    private func checkARR(_ columns: [ColumnData?], _ count: Int, _ report: Report) {
        var excluded: [Bool] = []
        var statuses: TextColumn?
        if case .texts(let column)? = data(columns, "status") {
            excluded = column.pool.texts.map(Vocabulary.isExcluded(status:))
            statuses = column
        }
        var months: [Int64?] = []
        var intervals: TextColumn?
        if case .texts(let column)? = data(columns, "interval") {
            months = column.pool.texts.map(Vocabulary.months(interval:))
            intervals = column
        }
        let (arr, mrr, amount) = (data(columns, "arr"), data(columns, "mrr"), data(columns, "amount"))
        for row in 0..<count {
            if arr?.isMissing(row) == false || mrr?.isMissing(row) == false { continue }
            if let statuses, excluded[Int(statuses.codes[row])] { continue }
            guard let amount, !amount.isMissing(row) else {
                let name = source.money.first { data(columns, $0) != nil } ?? "arr"
                report(
                    row,
                    Problem(
                        .missingRequired, column: source.index(name),
                        ["column": name, "why": "", "fill": "the cell; 0 is an amount too"]))
                continue
            }
            let code = intervals.map { Int($0.codes[row]) } ?? 0
            if code == 0 {
                if interval != nil { continue }
                report(
                    row,
                    Problem(
                        .missingRequired, column: source.index("interval"),
                        [
                            "column": "interval", "why": ", which says what `amount` is for",
                            "fill": "month, quarter, year or a number of months",
                        ]))
            } else if months[code] == nil {
                report(
                    row,
                    Problem(
                        .badInterval, column: source.index("interval"),
                        ["found": Recognition.shortened(intervals!.pool.text(UInt32(code)), 60), "or": ""]))
            }
        }
    }

    private func checkSpan(_ columns: [ColumnData?], _ count: Int, _ report: Report) {
        guard case .days(let starts)? = data(columns, "date"), case .days(let ends)? = data(columns, "end_date") else { return }
        for row in 0..<count {
            guard let start = starts.first(row), let end = ends.last(row), end < start else { continue }
            report(
                row,
                Problem(
                    .endBeforeStart, column: source.index("end_date"),
                    ["what": "the cost", "end": end, "start": start, "or": ""]))
        }
    }

    private func checkSurvey(_ columns: [ColumnData?], _ count: Int, _ report: Report) {
        guard case .numbers(let scores)? = data(columns, "score") else { return }
        let (invited, responded) = (data(columns, "invited_at"), data(columns, "responded_at"))
        for row in 0..<count {
            let hasDate = invited?.isMissing(row) == false || responded?.isMissing(row) == false
            if let score = scores[row] {
                let power = ExactDecimal.powersOfTen[score.scale]
                let digits = Int128(score.digits)
                if !(0...10 * power).contains(digits) || digits % power != 0 || scores.signs?[row] == true {
                    report(
                        row,
                        Problem(
                            .badScore, column: source.index("score"),
                            ["found": score.number.significant(), "or": ", or leave it empty if there was no answer"]))
                    continue
                }
            }
            if !hasDate {
                report(
                    row,
                    Problem(.missingDate, column: source.index("responded_at")))
            }
        }
    }

    private func checkSign(_ columns: [ColumnData?], _ name: String, _ count: Int, isZeroAllowed: Bool, _ report: Report) {
        guard case .numbers(let numbers)? = data(columns, name) else { return }
        for row in 0..<count {
            guard let value = numbers[row], value.digits < 0 || (value.digits == 0 && !isZeroAllowed) else { continue }
            report(
                row,
                Problem(
                    .numberOutOfRange, column: source.index(name),
                    ["range": isZeroAllowed ? "not below 0" : "above 0", "found": value.number.significant(), "or": ""]))
        }
    }

    /// Checks each different text of a column once.
    private func checkWord(
        _ columns: [ColumnData?], _ name: String, _ report: Report, _ verdict: (String) -> FindingCode?
    ) {
        guard case .texts(let column)? = data(columns, name) else { return }
        let verdicts = column.pool.texts.map { $0.isEmpty ? nil : verdict($0) }
        for (row, code) in column.codes.enumerated() {
            guard let kind = verdicts[Int(code)] else { continue }
            report(
                row,
                Problem(
                    kind, column: source.index(name),
                    [
                        "found": Recognition.shortened(column.pool.text(code), 60), "or": "",
                        "stages": stages.joined(separator: ", "),
                    ]))
        }
    }
}
