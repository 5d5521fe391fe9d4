public import CSV
public import Facts

/// What an engine answered.
public struct LeadAnswer: Sendable {
    /// What became of the rows of one file.
    public struct File: Sendable {
        /// Rows that count.
        public var facts = 0
        /// Rows that another of the same id took the place of.
        public var replaced = 0
        /// The places of rows to be read here, from 0, each with its id's cell.
        public var named: [(place: Int, id: String)] = []
        /// How many there are; more than are named where these are too many.
        public var namedCount = 0
        /// Whether amounts have a decimal point.
        public var hasPoint = false
        /// How often each text stands in a dimension's cells.
        public var members: [(dimension: Int, text: String, rows: Int)] = []
        /// The texts in the cells of customers.
        public var customers: [String] = []
        /// The texts in the cells of ids of deals, where there are deals.
        public var deals: [String] = []
        /// The days on which its leads were created.
        public var days: [Day] = []
        /// By as-of date its newest event.
        public var newest: [Day: Stamp] = [:]

        /// All records of the file.
        public var rows: Int { facts + replaced + namedCount }
    }

    /// In the order of the plan's.
    public private(set) var files: [File]
    /// What was counted as of each date.
    public private(set) var counted: [Day: CountedLeads] = [:]

    /// How many rows are to be read here.
    public var named: Int { files.reduce(0) { $0 + $1.namedCount } }

    private var builders: [Day: Builder]

    /// Reads the answers to a plan: the documents that they are in.
    public init(_ plan: LeadPlan, _ documents: [Document]) throws(EngineError) {
        files = Array(repeating: File(), count: plan.files.count)
        builders = Dictionary(uniqueKeysWithValues: plan.asOf.map { ($0, Builder()) })
        for document in documents {
            // A part without rows may have no header either.
            guard !document.isEmpty else { continue }
            guard document.layout.header == LeadQuery.columns else { throw LeadAnswer.unreadable(document.name) }
            let rows = document.map(workers: 1) { batch in (0..<batch.count).map { batch.texts($0) } }
            for row in rows.joined() {
                guard row.count == LeadQuery.columns.count, take(row) else { throw LeadAnswer.unreadable(document.name) }
            }
        }
        counted = builders.mapValues(\.leads)
    }

    private static func unreadable(_ name: String) -> EngineError {
        EngineError(
            .failed, "the engine's answer is not what was asked: \(name)",
            hint:
                "empty the folder `work:` names, and see that `launch:` runs the script `{sql}` and changes none of its settings"
        )
    }

    /// Takes a row of an answer; whether it is one.
    private mutating func take(_ row: [String]) -> Bool {
        guard let asOf = Int(row[1]), let dimension = Int(row[2]), let day = Int(row[6]), let n = Int64(row[8]) else {
            return false
        }
        if asOf != 0 {
            let date = Day(asOf)
            if row[0] == "newest" {
                guard let file = Int(row[5]), files.indices.contains(file) else { return false }
                files[file].newest[date] = Stamp(microseconds: n)
                return true
            }
            return builders[date]?.take(row, dimension, day, n) ?? false
        }
        switch row[0] {
        case "file", "named", "point", "customer", "deal", "created":
            guard let file = Int(row[5]), files.indices.contains(file) else { return false }
            return take(row, of: file, day, n)
        case let part where part.hasPrefix("member "):
            guard let file = Int(row[5]), files.indices.contains(file), let dimension = Int(part.dropFirst(7)) else {
                return false
            }
            files[file].members.append((dimension, row[3], Int(n)))
            return true
        default:
            for date in builders.keys where builders[date]?.takeRows(row, n) != true { return false }
            return true
        }
    }

    private mutating func take(_ row: [String], of file: Int, _ day: Int, _ n: Int64) -> Bool {
        switch row[0] {
        case "file":
            switch row[7] {
            case "fact": files[file].facts = Int(n)
            case "replaced": files[file].replaced = Int(n)
            default: files[file].namedCount = Int(n)
            }
        case "named":
            guard let place = Int(row[7]) else { return false }
            files[file].named.append((place, row[3]))
        case "point": files[file].hasPoint = true
        case "customer": files[file].customers.append(row[4])
        case "deal": files[file].deals.append(row[4])
        default: files[file].days.append(Day(day))
        }
        return true
    }
}

/// Puts together what is counted as of a date.
private struct Builder {
    var leads = CountedLeads()
    private var slices: [CountedLeads.Slice: Int] = [:]
    private var customers: [String: Int] = [:]
    private var owners: [String: Int] = [:]

    /// A row of what depends on the date; whether it is one.
    mutating func take(_ row: [String], _ dimension: Int, _ day: Int, _ n: Int64) -> Bool {
        let (date, count) = (Day(day), Int(n))
        func cell(_ measure: CountedLeads.Measure, _ slice: Int) {
            leads.cells.append(CountedLeads.Cell(slice: slice, measure: measure, day: date, count: n))
        }
        switch row[0] {
        case "entered", "reached":
            guard let stage = Int(row[5]) else { return false }
            cell(row[0] == "entered" ? .entered(stage) : .reached(stage), slice(row, dimension))
        case "lost": cell(.lost, slice(row, dimension))
        case "open": cell(.open, slice(row, dimension))
        case "answered": cell(.answered, slice(row, dimension))
        case "in time": cell(.answeredInTime, slice(row, dimension))
        case "won":
            guard let value = ExactDecimal(row[7]) else { return false }
            let slice = slice(row, dimension)
            cell(.wonWithAmount, slice)
            leads.won.append(CountedLeads.Amount(place: slice, currency: row[5], value: value, day: date, count: count))
        case "response", "cycle":
            guard let length = Int(row[7]) else { return false }
            let span = CountedLeads.Span(slice: slice(row, dimension), day: date, length: length, count: count)
            if row[0] == "cycle" { leads.cycles.append(span) } else { leads.responses.append(span) }
        case "days", "wait":
            guard let place = Int(row[5]), let days = Int(row[7]) else { return false }
            let entry = CountedLeads.Count(place: place, value: days, count: count)
            if row[0] == "days" { leads.daysTo.append(entry) } else { leads.waits.append(entry) }
        case "answers":
            guard let kind = Int(row[7]) else { return false }
            leads.answers.append(CountedLeads.Count(place: owner(row[3]), value: kind, count: count))
        case "win": leads.wins.append(CountedLeads.Count(place: customer(row[4]), value: day, count: count))
        case "year":
            guard let value = Int(row[7]) else { return false }
            leads.lastYear.append(CountedLeads.Count(place: customer(row[4]), value: value, count: count))
        case "first": leads.first = Stamp(microseconds: n)
        default: return false
        }
        return true
    }

    /// A row of what does not; whether it is one.
    mutating func takeRows(_ row: [String], _ n: Int64) -> Bool {
        switch row[0] {
        case "owner": _ = owner(row[3])
        case "amount", "customer amount":
            guard let value = ExactDecimal(row[7]) else { return false }
            let isOfCustomer = row[0] != "amount"
            let amount = CountedLeads.Amount(
                place: isOfCustomer ? customer(row[4]) : -1, currency: row[5], value: value, day: .distantPast, count: Int(n))
            if isOfCustomer { leads.customerAmounts.append(amount) } else { leads.amounts.append(amount) }
        case "customer rows": leads.rows.append(CountedLeads.Count(place: customer(row[4]), value: 0, count: Int(n)))
        case "customer wins": leads.rows.append(CountedLeads.Count(place: customer(row[4]), value: 1, count: Int(n)))
        default: return false
        }
        return true
    }

    private mutating func slice(_ row: [String], _ dimension: Int) -> Int {
        let slice = CountedLeads.Slice(dimension: dimension, own: row[3], customer: row[4])
        return Builder.place(of: slice, in: &slices, &leads.slices)
    }

    private mutating func customer(_ text: String) -> Int { Builder.place(of: text, in: &customers, &leads.customers) }
    private mutating func owner(_ text: String) -> Int { Builder.place(of: text, in: &owners, &leads.owners) }

    private static func place<Key: Hashable>(of key: Key, in places: inout [Key: Int], _ list: inout [Key]) -> Int {
        if let place = places[key] { return place }
        places[key] = list.count
        list.append(key)
        return list.count - 1
    }
}

extension Batch {
    /// The cells of a record as texts.
    fileprivate func texts(_ record: Int) -> [String] {
        (0..<fieldCount(record)).map { String(decoding: field(record, $0), as: UTF8.self) }
    }
}
