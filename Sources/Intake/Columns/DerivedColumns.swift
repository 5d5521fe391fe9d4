import Facts

/// Makes the columns of a file that it has in other shapes, as its source's derivations say. Rows by themselves, so that it
/// does not matter how a file is cut into batches.
struct DerivedColumns: Sendable {
    private let source: Source
    private let derivations: [Derivation]
    /// For each of the source's columns whether it is made, or added to.
    let makes: [Bool]
    /// For each of the source's columns whether others are made of it.
    let uses: [Bool]
    /// Whether the file's costs are advertising's: it counts impressions or clicks, or has other columns that only advertising platforms have.
    let isAdvertising: Bool

    init(_ source: Source, _ columns: [Int?], header: [String]) {
        self.source = source
        let keys = Set(header.flatMap { [HeaderName($0).key, HeaderName($0).short ?? ""] })
        var has = Set(source.columns.indices.filter { columns[$0] != nil }.map { source.columns[$0].name })
        let isAdvertising = keys.contains { key in
            key == "ctr" || key == "impr" || DerivedColumns.advertising.contains(where: key.contains)
        }
        self.isAdvertising = isAdvertising
        var derivations: [Derivation] = []
        for derivation in source.derivations {
            if case .advertising(let name) = derivation {
                guard isAdvertising, !has.contains(name) else { continue }
            } else {
                guard derivation.needs.contains(where: { $0.allSatisfy(has.contains) }) else { continue }
            }
            switch derivation {
            case .week(let name, _), .account(let name), .instead(let name, _), .identity(let name, _):
                if has.contains(name) { continue }
            default: break
            }
            derivations.append(derivation)
            has.insert(derivation.column)
        }
        self.derivations = derivations
        let made = Set(derivations.map(\.column))
        let used = Set(derivations.flatMap(\.uses))
        makes = source.columns.map { made.contains($0.name) }
        uses = source.columns.map { used.contains($0.name) }
    }

    /// What only counts of advertising have in their names.
    private static let advertising = [
        "impression", "click", "adgroup", "adset", "campaigntype", "campaignstatus", "展示", "展现", "曝光", "点击",
    ]

    /// Whether a column is made of others where a file has no cell of its own.
    func makes(_ name: String) -> Bool { source.index(name).map { makes[$0] } ?? false }

    /// Adds the made columns to those that were read.
    func apply(_ columns: inout [ColumnData?], _ count: Int) {
        for derivation in derivations {
            guard let place = source.index(derivation.column) else { continue }
            var data = columns[place] ?? ColumnData(source.columns[place].kind, missing: count)
            make(derivation, &data, Cells(source, columns), count)
            columns[place] = data
        }
    }

    /// Typed columns by name.
    private struct Cells {
        private let source: Source
        private let columns: [ColumnData?]

        init(_ source: Source, _ columns: [ColumnData?]) { (self.source, self.columns) = (source, columns) }

        func data(_ name: String) -> ColumnData? { source.index(name).flatMap { columns[$0] } }
        func texts(_ name: String) -> TextColumn? { if case .texts(let column)? = data(name) { column } else { nil } }
        func numbers(_ name: String) -> NumberColumn? { if case .numbers(let column)? = data(name) { column } else { nil } }
        func days(_ name: String) -> DayColumn? { if case .days(let column)? = data(name) { column } else { nil } }
        func stamps(_ name: String) -> [Stamp]? { if case .stamps(let column)? = data(name) { column } else { nil } }
        func flags(_ name: String) -> [Int8]? { if case .flags(let column)? = data(name) { column } else { nil } }
    }

    private func make(_ derivation: Derivation, _ data: inout ColumnData, _ cells: Cells, _ count: Int) {
        switch (derivation, data) {
        case (.first(_, let names), _):
            for name in names { if let other = cells.data(name) { data.fill(from: other, count) } }
        case (.instead(_, let names), _):
            if let other = names.lazy.compactMap(cells.data).first { data = other }
        case (.close(_, let wanted), .stamps(var stamps)):
            guard let closed = cells.stamps("closed_at") else { return }
            let outcomes = outcomes(cells, count)
            for row in 0..<count where stamps[row].isMissing && outcomes[row] == wanted { stamps[row] = closed[row] }
            data = .stamps(stamps)
        case (.difference(_, let more, let less), .numbers(let numbers)):
            data = .numbers(difference(numbers, cells.numbers(more), cells.numbers(less), count))
        case (.product(_, let price, let times), .numbers(let numbers)):
            data = .numbers(product(numbers, cells.numbers(price), cells.numbers(times), count))
        case (.interval, .texts(let texts)): data = .texts(interval(texts, cells, count))
        case (.week(_, let name), .days(var days)):
            guard let weeks = cells.days(name) else { return }
            for row in 0..<count where days.values[row] == DayColumn.missing {
                if let day = weeks.first(row) { days.values[row] = (day + 6).number * 2 }
            }
            data = .days(days)
        case (.cancellation, .days(let days)): data = .days(ends(days, cells, count))
        case (.account, .texts(let texts)):
            data = .texts(accounts(cells.texts("account") ?? texts, cells.texts("account_type"), count))
        case (.identity(_, let names), .list(let ids)): data = .list(identity(ids, names.map(cells.data), count))
        case (.advertising, .texts(var texts)):
            let code = texts.pool.code("marketing")
            texts.codes = Array(repeating: code, count: count)
            data = .texts(texts)
        default: break
        }
    }

    /// What became of each row, as its words or flags say; nil where they do not.
    private func outcomes(_ cells: Cells, _ count: Int) -> [Derivation.Outcome?] {
        var result = [Derivation.Outcome?](repeating: nil, count: count)
        for name in ["outcome", "stage_name"] {
            guard let texts = cells.texts(name) else { continue }
            let meanings = texts.pool.texts.map(Vocabulary.outcome)
            for row in 0..<count where result[row] == nil { result[row] = meanings[Int(texts.codes[row])] }
        }
        let (won, lost, closed) = (cells.flags("is_won"), cells.flags("is_lost"), cells.flags("is_closed"))
        for row in 0..<count where result[row] == nil {
            if won?[row] == 1 {
                result[row] = .won
            } else if lost?[row] == 1 || won?[row] == 0 && closed?[row] == 1 {
                result[row] = .lost
            }
        }
        return result
    }

    private func difference(_ own: NumberColumn, _ more: NumberColumn?, _ less: NumberColumn?, _ count: Int) -> NumberColumn {
        combined(own, count) { row in
            let (a, b) = (more?[row], less?[row])
            guard a != nil || b != nil else { return nil }
            let (x, y) = (a ?? ExactDecimal(digits: 0, scale: 0), b ?? ExactDecimal(digits: 0, scale: 0))
            let scale = max(x.scale, y.scale)
            let left = Int128(x.digits) * ExactDecimal.powersOfTen[scale - x.scale]
            let right = Int128(y.digits) * ExactDecimal.powersOfTen[scale - y.scale]
            let mark = a != nil ? more?.marks?[row] : less?.marks?[row]
            return Int64(exactly: left - right).map { (ExactDecimal(digits: $0, scale: scale), mark ?? .none) }
        }
    }

    /// A quantity that is missing is one.
    private func product(_ own: NumberColumn, _ price: NumberColumn?, _ times: NumberColumn?, _ count: Int) -> NumberColumn {
        combined(own, count) { row in
            guard let price, let value = price[row] else { return nil }
            let quantity = times?[row] ?? ExactDecimal(digits: 1, scale: 0)
            let (digits, overflow) = value.digits.multipliedReportingOverflow(by: quantity.digits)
            guard !overflow, value.scale + quantity.scale <= 18 else { return nil }
            return (ExactDecimal(digits: digits, scale: value.scale + quantity.scale), price.marks?[row] ?? .none)
        }
    }

    /// The numbers of a column, and where it has none, those that are made.
    private func combined(
        _ own: NumberColumn, _ count: Int, _ made: (Int) -> (ExactDecimal, CurrencyMark)?
    ) -> NumberColumn {
        var result = own
        for row in 0..<count where own[row] == nil {
            if let (value, mark) = made(row) { result.set(row, value, mark: mark, sign: false) }
        }
        return result
    }

    /// Months, as `3 month`: of a unit and a count, else of the current period's length.
    private func interval(_ own: TextColumn, _ cells: Cells, _ count: Int) -> TextColumn {
        let (units, counts) = (cells.texts("interval_unit"), cells.numbers("interval_count"))
        let (starts, ends) = (cells.days("period_start"), cells.days("period_end"))
        var result = TextColumn()
        for row in 0..<count {
            let text = own.pool.text(own.codes[row])
            let unit = units.map { $0.pool.text($0.codes[row]) } ?? ""
            let times = counts?[row].flatMap { $0.scale == 0 ? $0.digits : nil }
            var made = text
            if !unit.isEmpty {
                made = "\(times.map(String.init) ?? (Int64(text) != nil ? text : "1")) \(unit)"
            } else if !text.isEmpty, let times, let months = Vocabulary.months(interval: text), Int64(text) == nil {
                made = String(months * times)
            } else if text.isEmpty, let start = starts?.first(row), let end = ends?.first(row),
                let months = DerivedColumns.months(from: start, to: end)
            {
                made = String(months)
            }
            result.codes.append(result.pool.code(made))
        }
        return result
    }

    /// How many months lie between two days, which may be a day off for time zones; nil where they are no whole months.
    private static func months(from start: Day, to end: Day) -> Int? {
        let (a, b) = (start.civil, end.civil)
        let about = (b.year - a.year) * 12 + b.month - a.month
        return (max(1, about - 1)...max(1, about + 1)).first { months in
            let index = a.year * 12 + a.month - 1 + months
            let (year, month) = (index / 12, index % 12 + 1)
            let day = min(a.day, Day.daysInMonth(year: year, month: month))
            return abs(end - Day(Day.number(year: year, month: month, day: day))) <= 1
        }
    }

    /// The first day without service of a subscription that was cancelled.
    private func ends(_ own: DayColumn, _ cells: Cells, _ count: Int) -> DayColumn {
        let (cancelled, periods, status) = (cells.days("cancelled_at"), cells.days("period_end"), cells.texts("status"))
        let ended = status?.pool.texts.map(Vocabulary.isEnded) ?? []
        var result = DayColumn()
        for row in 0..<count {
            let hasEnded = status.map { ended[Int($0.codes[row])] } ?? false
            var day = own.first(row)
            if day != nil, own.isMonth(row) {
                result.append(day!, isMonth: true)
                continue
            }
            if day == nil {
                if let at = cancelled?.first(row) {
                    day = hasEnded ? at : max(at, periods?.first(row) ?? at)
                } else if hasEnded {
                    day = periods?.first(row)
                }
            }
            if let day { result.append(day, isMonth: false) } else { result.values.append(DayColumn.missing) }
        }
        return result
    }

    private func accounts(_ names: TextColumn, _ kinds: TextColumn?, _ count: Int) -> TextColumn {
        guard let kinds else { return names }
        let isOther = kinds.pool.texts.map { !$0.isEmpty && Vocabulary.isNoCost(account: $0) }
        var result = names
        for row in 0..<count where isOther[Int(kinds.codes[row])] {
            result.codes[row] = result.pool.code(kinds.pool.text(kinds.codes[row]))
        }
        return result
    }

    private func identity(_ own: TextList, _ parts: [ColumnData?], _ count: Int) -> TextList {
        TextList(
            (0..<count).map { row in
                guard own.length(row) == 0 else { return own[row] }
                let texts = parts.compactMap { part -> String? in
                    switch part {
                    case .texts(let column)?: column.codes[row] == 0 ? nil : column.pool.text(column.codes[row])
                    case .stamps(let column)?:
                        column[row].isMissing ? nil : column[row].day(in: .utc).description
                    default: nil
                    }
                }
                return texts.count == parts.count ? texts.joined(separator: " / ") : ""
            })
    }
}

extension ColumnData {
    /// Gives missing cells those of another column of the same kind.
    fileprivate mutating func fill(from other: ColumnData, _ count: Int) {
        switch (self, other) {
        case (.texts(var own), .texts(let more)):
            for row in 0..<count where own.codes[row] == 0 && more.codes[row] != 0 {
                own.codes[row] = own.pool.code(more.pool.text(more.codes[row]))
            }
            self = .texts(own)
        case (.days(var own), .days(let more)):
            for row in 0..<count where own.values[row] == DayColumn.missing { own.values[row] = more.values[row] }
            self = .days(own)
        case (.stamps(var own), .stamps(let more)):
            for row in 0..<count where own[row].isMissing { own[row] = more[row] }
            self = .stamps(own)
        case (.numbers(var own), .numbers(let more)):
            for row in 0..<count where own[row] == nil {
                guard let value = more[row] else { continue }
                own.set(row, value, mark: more.marks?[row] ?? .none, sign: more.signs?[row] ?? false)
            }
            self = .numbers(own)
        default: break
        }
    }
}
