import Facts
import Languages
import Metrics
import RollUps

/// What every section is made of: values with their formats and origins, names, and words.
struct Composer {
    let context: ReportContext
    let language: Language
    /// The index of the reported period.
    let now: Int
    /// How each metric is written, everywhere in the report.
    let formats: [Format]
    /// The members in use of each dimension, in the order they are listed.
    let membersInUse: [[UInt32]]
    /// Why the metrics of the scorecard changed.
    let explanations: [Explanation]
    /// What several sections say of customers.
    let shared = SharedLists()
    private let slices: [Slice: Int]
    private let leafNumbers: [Leaf: Int]
    private let measureFormats: [String: Format]

    init(_ context: ReportContext) {
        precondition(!context.periods.isEmpty, "a report has at least one period")
        self.context = context
        language = Language(locale: context.locale)
        now = context.periods.count - 1
        slices = [Slice: Int](uniqueKeysWithValues: context.evaluation.slices.enumerated().map { ($1, $0) })
        leafNumbers = [Leaf: Int](uniqueKeysWithValues: context.catalogue.leaves.enumerated().map { ($1, $0) })
        membersInUse = context.rollUp.members.dimensions.indices.map { context.rollUp.membersInUse($0) }
        explanations = context.explanations ?? context.explained()
        let total = slices[.total]
        formats = context.catalogue.metrics.indices.map { metric in
            let values = context.periods.indices.map { period in
                total.flatMap { context.evaluation.value(metric: metric, period: period, slice: $0) }
            }
            return Format(showing: context.catalogue.metrics[metric].unit, values, context.currency)
        }
        var measureFormats: [String: Format] = [:]
        for (leaf, measure) in context.catalogue.measures.enumerated() {
            let values = context.periods.indices.map { period in
                total.flatMap { context.evaluation.value(leaf: leaf, period: period, slice: $0) }
            }
            measureFormats[measure.id] = Format(showing: measure.measure.unit, values, context.currency)
        }
        self.measureFormats = measureFormats
    }

    /// The period that is reported.
    var period: Period { context.periods[now] }
}

/// Lists that several sections are made of, each found once.
final class SharedLists: Sendable {
    let unusual = Once<[Composer.Unusual]>()
    let toldChanges = Once<[(metric: Metric, times: Number?)]>()
    let endsAhead = Once<[Composer.EndAhead]>()
    let atRisk = Once<[(customer: UInt32, arr: Int128)]>()
    let outlooks = Once<[Outlook]>()
    let standings = Once<[Standing]>()
    let lateTerms = Once<Late?>()
    let actions = Once<[ActionStanding]>()
    let breakEvens = Once<BreakEvens?>()
    let customerRows = Once<[Int32]>()
    let latestAnswers = Once<[Int32]>()
}

/// Numbers.
extension Composer {
    /// The value of a metric or measure in a period shown; nil where it is undefined.
    func number(_ id: String, _ period: Int, shift: Shift? = nil, slice: Slice = .total) -> Number? {
        let (catalogue, evaluation) = (context.catalogue, context.evaluation)
        guard let metric = catalogue.index(of: id) else { return number(Leaf(id), period, shift: shift, slice: slice) }
        if shift == nil, let place = slices[slice] { return evaluation.value(metric: metric, period: period, slice: place) }
        if context.rollUp.isMixed(catalogue.metrics[metric], slice) { return nil }
        return catalogue.metrics[metric].resolved.value { number($0, period, shift: shift, slice: slice) }
    }

    /// The value of a leaf in a period shown; nil where it is undefined.
    func number(_ leaf: Leaf, _ period: Int, shift: Shift? = nil, slice: Slice = .total) -> Number? {
        let leaf = leaf.seen(through: shift)
        if let number = leafNumbers[leaf], let place = slices[slice] {
            return context.evaluation.value(leaf: number, period: period, slice: place)
        }
        return context.rollUp.value(leaf, context.periods[period], slice)
    }

    /// The values of a metric or measure over the periods shown.
    func series(_ id: String, shift: Shift? = nil, slice: Slice = .total) -> [Number?] {
        context.periods.indices.map { number(id, $0, shift: shift, slice: slice) }
    }

    /// Money from minor units.
    func money(_ minor: Int128) -> Number { Number(minor, over: Int128(context.currency.minorUnits)) }

    /// The place of a leaf among the catalogue's, or nil.
    func place(of leaf: Leaf) -> Int? { leafNumbers[leaf] }
}

/// Values and cells.
extension Composer {
    /// How a metric or measure is written.
    func format(_ id: String) -> Format {
        if let metric = context.catalogue.index(of: id) { return formats[metric] }
        return measureFormats[id] ?? Format(.plain, digits: 1)
    }

    /// A metric or measure in a period shown, live in the workbook.
    func value(_ id: String, _ period: Int? = nil, shift: Shift? = nil, slice: Slice = .total) -> Value {
        let period = period ?? now
        let number = number(id, period, shift: shift, slice: slice)
        let hint = number == nil ? whyUndefined(id, period, shift: shift, slice: slice) : ""
        let isMetric = context.catalogue.index(of: id) != nil
        if let metric = context.catalogue[id], context.rollUp.isMixed(metric, slice) {
            return Value(nil, format(id), hint: hint)
        }
        let origin: Value.Origin =
            isMetric
            ? .metric(id: id, period: period, shift: shift, slice: slice)
            : .measure(Leaf(id).seen(through: shift), period: period, slice: slice)
        return Value(number, format(id), origin, hint: hint)
    }

    /// A plain number.
    func fixed(_ number: Number?, _ format: Format, hint: String = "") -> Table.Cell {
        .value(Value(number, format, hint: hint))
    }

    /// A plain count.
    func count(_ count: Int) -> Table.Cell { fixed(Number(count), Format(.count, digits: 0)) }

    /// The period before, as an index or, where the report does not show it, as a step back.
    var before: (period: Int, shift: Shift?) { now > 0 ? (now - 1, nil) : (now, .priorPeriod) }

    /// The change from one cell of a row to another: relative for money and counts where a share of what was says something, else a
    /// difference.
    ///
    /// - Parameter columns: The two cells' columns, as the workbook computes the change from them.
    func change(_ metric: Metric, now: Value, before: Value, columns: (now: Int, before: Int)) -> Value {
        let (isRelative, format) = changeFormat(metric)
        let origin = Value.Origin.change(now: columns.now, before: columns.before, isRelative: isRelative)
        if period.isToDate { return Value(nil, format, hint: say(.withheldToDate)) }
        if isMaturing(metric) { return Value(nil, format, hint: say(.withheldMaturing)) }
        guard let new = now.number, let old = before.number else {
            return Value(nil, format, origin, hint: now.number == nil ? now.hint : before.hint)
        }
        let isAbove0 = metric.better != .lower || new.signum > 0
        let isJudged = isAbove0 && !saysLittle(metric, now) && !saysLittle(metric, before)
        if isRelative, let change = shareOfChange(from: old, to: new) {
            return Value(change, format, origin, isFavourable: isJudged ? favours(metric, change, format) : nil)
        }
        let (own, difference) = (effectFormat(metric), new - old)
        return Value(
            difference, own, .change(now: columns.now, before: columns.before, isRelative: false),
            isFavourable: isJudged ? favours(metric, difference, own) : nil)
    }

    /// What share of what was a change is; nil where that says nothing: what was is not above 0, what is is below it, or is ten times as
    /// much or more.
    func shareOfChange(from old: Number, to new: Number) -> Number? {
        guard old.signum > 0, new.signum >= 0, let ratio = new / old, Number.less(ratio, Number(10)) else { return nil }
        return ratio - Number(1)
    }

    /// Whether a value rests on few cases or late files are missing from it, so that no change from or to it is good or bad news.
    private func saysLittle(_ metric: Metric, _ value: Value) -> Bool {
        guard case .metric(_, let index, let shift, let slice) = value.origin else { return false }
        var period = context.periods[index]
        switch shift {
        case nil: break
        case .yearAgo: period = context.calendar.yearBefore(period)
        default: period = context.calendar.before(period)
        }
        let judge = context.judge
        return judge.restsOnFew(metric.resolved, period, slice) || judge.lacks(metric.resolved, period) != nil
    }

    /// Whether changes of a metric are relative, and how they are written.
    func changeFormat(_ metric: Metric) -> (isRelative: Bool, format: Format) {
        switch metric.unit {
        case .money, .count, .moneyPerDay: return (true, Format(.percent, digits: 1, isSigned: true))
        case .percent: return (false, Format(.percentagePoints, digits: 1, isSigned: true))
        case .points, .ratio, .months, .days, .minutes:
            return (false, Format(.plain, digits: format(metric.id).digits, isSigned: true))
        }
    }

    /// Whether a change of a metric is good news; nil where it is neither good nor bad, or shown as 0.
    func favours(_ metric: Metric, _ change: Number, _ format: Format) -> Bool? {
        if text(change, format) == text(Number.zero, format) { return nil }
        return switch (metric.better, change.signum) {
        case (.neither, _), (_, 0): nil
        case (.higher, let sign): sign > 0
        case (.lower, let sign): sign < 0
        }
    }

    /// Whether a metric goes on growing after its period ends, so that periods of different ages cannot be compared.
    func isMaturing(_ metric: Metric) -> Bool {
        metric.leaves.contains { context.catalogue.measure($0.measure)?.measure.isMaturing == true }
    }
}

/// Customers.
extension Composer {
    /// The name of a customer that readers know, else the id.
    func customerName(_ code: UInt32) -> String {
        let facts = context.rollUp.facts
        let name = row(ofCustomer: code).flatMap { facts.customers?.names[$0] } ?? ""
        return name.isEmpty ? facts.customerIDs[code] : name
    }

    /// Who looks after a customer; empty where unknown.
    func customerOwner(_ code: UInt32) -> String {
        row(ofCustomer: code).flatMap { context.rollUp.facts.customers?.owners[$0] } ?? ""
    }

    /// The row of a customer among the facts of customers; nil where it has none.
    private func row(ofCustomer code: UInt32) -> Int? {
        let rows = shared.customerRows {
            let facts = context.rollUp.facts
            var rows = [Int32](repeating: -1, count: facts.customerIDs.count)
            for (row, code) in (facts.customers?.customers ?? []).enumerated() { rows[Int(code)] = Int32(row) }
            return rows
        }
        return rows[Int(code)] < 0 ? nil : Int(rows[Int(code)])
    }
}

/// Words.
extension Composer {
    /// A phrase in the report's language with its parts filled in.
    func say(_ phrase: Phrase, _ parts: String...) -> String { phrase.text(language, parts) }

    /// A number as readers see it.
    func text(_ number: Number?, _ format: Format) -> String {
        format.shown(number, currency: context.currency, locale: context.locale)
    }

    /// A number in full, for two values that may differ in what the short form leaves out.
    func exactText(_ number: Number?, _ format: Format) -> String {
        let text = format.exact(number, currency: context.currency, locale: context.locale)
        return format.kind == .money && number != nil ? context.currency.put(to: text, language.forms.currency) : text
    }

    /// Two values of one kind as readers see them, with more digits where the short form writes them alike although they differ.
    func texts(_ a: Number, _ b: Number, _ format: Format) -> (String, String) {
        let short = (text(a, format), text(b, format))
        guard short.0 == short.1, a != b else { return short }
        if format.kind == .money {
            let exact = (exactText(a, format), exactText(b, format))
            if exact.0 != exact.1 { return exact }
        }
        let finer = self.finer(format, for: a, b)
        return (text(a, finer), text(b, finer))
    }

    /// A format with as many more digits, up to three, as it takes to tell two values apart.
    func finer(_ format: Format, for a: Number, _ b: Number) -> Format {
        guard a != b else { return format }
        var finer = format
        for _ in 0..<3 where text(a, finer) == text(b, finer) { finer.digits += 1 }
        return text(a, finer) == text(b, finer) ? format : finer
    }

    /// A count as readers see it.
    func text(_ count: Int) -> String { text(Number(count), Format(.count, digits: 0)) }

    /// What readers call a metric or measure.
    func name(_ id: String) -> String {
        if let metric = context.catalogue[id] { return name(metric) }
        return context.catalogue.measure(id)?.name[language] ?? id
    }

    /// What readers call a metric; labelled where it is on revenue for want of a gross margin.
    func name(_ metric: Metric) -> String {
        let name = metric.name[language]
        return metric.isOnRevenue ? say(.onRevenue, name) : name
    }

    /// What readers call a member of a dimension.
    func memberName(_ dimension: Int, _ code: UInt32) -> String {
        code == 0 ? say(.noMember) : context.rollUp.members.dimensions[dimension].members[code]
    }

    /// What readers call a dimension: "segment".
    func dimensionName(_ dimension: Int) -> String {
        let name = context.rollUp.members.dimensions[dimension].name
        return Phrase(dimension: name).map { say($0) } ?? name
    }

    /// What readers call a source of the data contract.
    func sourceName(_ source: SourceName) -> String { context.data[source]?.title[language] ?? source.rawValue }

    /// A period's name as a column heading; marked when it is not over.
    func heading(_ period: Period) -> String { period.isToDate ? say(.toDate, periodName(period)) : periodName(period) }

    /// A period's name as the language writes it.
    func periodName(_ period: Period) -> String { language.forms.heading(period, in: context.asOf.civil.year) }

    /// The same of a period's name.
    func periodName(_ name: String) -> String { context.calendar.period(named: name).map { periodName($0) } ?? name }

    /// A period as it is called in a sentence beside others: "November", "Q4", "2026"; with its year where that is not the as-of date's.
    func shortName(_ period: Period) -> String {
        language.forms.name(period, in: context.asOf.civil.year)
    }

    /// The names of all periods shown, along an axis.
    var periodNames: [String] { context.periods.map(heading) }

    /// A period in a sentence: "week 2026-W45"; marked when it is not over.
    func periodNoun(_ period: Period, isCapital: Bool = false) -> String {
        let noun: Phrase =
            switch period.grain {
            case .week: .week
            case .month: .month
            case .quarter: .quarter
            case .year: .year
            }
        let said = say(noun, language.forms.inWords(period, in: context.asOf.civil.year))
        let text = period.isToDate ? say(.toDate, said) : said
        return isCapital ? capital(text) : text
    }

    /// A text that stands alone: with a capital, where the language has them.
    func capital(_ text: String) -> String {
        guard language.forms.hasCapitals, let first = text.first else { return text }
        return first.uppercased() + text.dropFirst()
    }

    /// The period before the reported one in a sentence: "the week before".
    var beforeNoun: String {
        switch context.grain {
        case .week: say(.weekBefore)
        case .month: say(.monthBefore)
        case .quarter: say(.quarterBefore)
        case .year: say(.yearBefore)
        }
    }

    /// Texts in a row, as the language separates them.
    func list(_ texts: [String]) -> String { texts.joined(separator: language.forms.comma) }

    /// One clause or two in a sentence.
    func joined(_ clauses: [String]) -> String { clauses.count == 2 ? say(.both, clauses[0], clauses[1]) : list(clauses) }

    /// Sentences one after the other.
    func sentences(_ texts: [String]) -> String { texts.filter { !$0.isEmpty }.joined(separator: language.forms.space) }

    /// A day in a sentence: "14 Nov 2026".
    func dayText(_ day: Day) -> String { language.forms.text(day) }

    /// Days from one to another in words: "2 to 8 November 2026".
    func dateRange(_ start: Day, _ end: Day) -> String { language.forms.text(start, to: end) }
}

extension Leaf {
    /// The same leaf a step further back.
    func seen(through shift: Shift?) -> Leaf {
        guard let shift else { return self }
        var leaf = self
        leaf.window.shifts.insert(shift, at: 0)
        return leaf
    }
}

extension Format {
    /// The format in which a row of values of a unit reads well.
    init(showing unit: Metric.Unit, _ values: [Number?], _ currency: Currency) {
        switch unit {
        case .money, .moneyPerDay: self.init(.money, digits: Format.isLarge(values) ? 0 : currency.minorDigits)
        case .count: self.init(.count, digits: Format.isWhole(values) ? 0 : 1)
        case .percent: self.init(.percent, digits: 1)
        case .ratio: self.init(.plain, digits: 2)
        case .points, .months, .days, .minutes: self.init(.plain, digits: 1)
        }
    }

    /// The format in which a row of values of a measure's unit reads well.
    init(showing unit: Measure.Unit, _ values: [Number?], _ currency: Currency) {
        switch unit {
        case .money: self.init(showing: Metric.Unit.money, values, currency)
        case .count: self.init(showing: Metric.Unit.count, values, currency)
        case .days, .minutes, .points: self.init(.plain, digits: 1)
        }
    }

    private static func isLarge(_ values: [Number?]) -> Bool {
        let defined = values.compactMap { $0 }
        return defined.allSatisfy(\.isZero) || defined.contains { abs($0.double) >= 1000 }
    }

    static func isWhole(_ values: [Number?]) -> Bool {
        values.allSatisfy { value in
            guard case .exact(_, let denominator)? = value else { return value == nil }
            return denominator == 1
        }
    }
}
