public import Facts

/// Puts what was read of all files together: load rules, mended rows, currencies, gates.
///
/// The result does not depend on the order of `files`, on the number of cores, the locale or the clock.
///
/// - Throws: `unreadable` (74) where a file or folder cannot be read whole; `data-error` (65) where a file lacks a required column, or
///   too many or all of its rows were rejected; `no-input` (66) where nothing is usable, or a required source has no file, a newer one
///   that is of no source, or only events that are too old. All that is wrong is in one error.
public func assemble(_ files: [ReadFile], settings: IntakeSettings) throws(IntakeError) -> IntakeResult {
    switch assembled(files, settings: settings) {
    case (_, let error?): throw error
    case (let result, nil): return result!
    }
}

/// What all files come to, and why that must not be published; nothing where it cannot even be put together.
///
/// - Parameter files: What was read. Cells that nobody else holds are let go of as they are put together.
public func assembled(
    _ files: consuming [ReadFile], settings: IntakeSettings
) -> (result: IntakeResult?, error: IntakeError?) {
    var assembler = Assembler(files, settings)
    if let error = assembler.failure() { return (nil, error.naming(settings.sourcesFile)) }
    assembler.buildTables()
    assembler.joinInitiatives()
    assembler.reportJoins()
    assembler.checkInitiatives()
    assembler.reportUnreadRevenue()
    assembler.reportNegativeARR()
    assembler.settleGates()
    let result = assembler.result()
    return (result, assembler.gate(result)?.naming(settings.sourcesFile))
}

/// The work of ``assemble(_:settings:)``, step by step.
struct Assembler {
    let settings: IntakeSettings
    let sources: [Source]
    /// By path.
    var files: [ReadFile]
    /// How ids and members are spelled that files write in several ways.
    private(set) var spellings = Spellings()
    /// Which number is the month in dates of names.
    let nameOrder: NameDates.Order
    /// By file when it was last modified, in seconds since 1970, but not before what stood at its path before.
    private var changed: [Int64] = []
    /// Places of the files that are read, oldest first: the same bytes once, as new as they came last.
    private(set) var ages: [Int] = []
    /// The same places in the order in which their bytes came first.
    private var firstAges: [Int] = []
    /// By place of a file that is read, the places of the others with the same bytes.
    private(set) var copies: [Int: [Int]] = [:]
    var reports: [FileReport]
    var found: [FindingList]
    /// Findings about no single file.
    var general = FindingList()
    /// By source, as (place of the file they count for, reject).
    var rejects: [SourceName: [(file: Int, reject: Reject)]] = [:]
    var facts: FactSet
    var exchange: Exchange
    var newest: [SourceName: Day] = [:]
    /// The money in rows whose status does not count.
    var moneyExcluded: [MoneySum] = []
    var endDates = EndDateMode.firstDayWithout
    /// The gates that were not passed.
    var failures: [GateFailure] = []
    /// Why what an engine counted cannot be taken.
    var refusals: [IntakeError] = []
    /// What exports should add up to.
    var totals: [ControlTotal] = []
    /// Which rows of files the facts are made of, where the settings ask for it.
    var origins = Origins()
    /// The customers that `customers` marks as made for tests.
    var testCustomers: Set<UInt32> = []
    /// The rows of `leads` and which of them are leads, where there are deals that may be theirs.
    var leadRows: (all: Merged, leads: FactRows)?

    init(_ files: consuming [ReadFile], _ settings: IntakeSettings) {
        self.settings = settings
        files.sort { Assembler.precedes($0.file, $1.file) }
        nameOrder = NameDates.Order(of: files.map { InboxFile.stripped($0.file.name) }, locale: settings.locale)
        for index in files.indices { files[index].file.settleNameDate(nameOrder) }
        self.files = files
        sources = Source.all(settings)
        reports = self.files.map { FileReport($0.file) }
        found = self.files.map { $0.file.isReplaced ? FindingList() : $0.found }
        facts = FactSet(currency: settings.currency, zone: settings.zone, dimensions: settings.dimensions)
        exchange = Exchange(settings.currency, locale: settings.locale)
        arrange()
        settleSpellings()
    }

    /// Gives ids and members one spelling in all files.
    private mutating func settleSpellings() {
        let read = firstAges.filter { files[$0].source != nil && files[$0].failure == nil }
        var tables = read.compactMap { index in
            sources.first { $0.name == files[index].source }.map { source in
                SpelledTable(files[index], source, compared: comparedIDs(index, source))
            }
        }
        spellings = Spellings(tables, dimensions: settings.dimensions)
        for (place, index) in read.enumerated() where spellings.apply(&tables[place].columns, tables[place].source) {
            files[index].table = tables[place].columns
        }
        for finding in spellings.findings { general.addApart(finding) }
    }

    /// By path, in the order of their bytes; for contents of one path the older first.
    private static func precedes(_ a: InboxFile, _ b: InboxFile) -> Bool {
        if a.path != b.path { return Array(a.path.utf8).lexicographicallyPrecedes(Array(b.path.utf8)) }
        return (a.arrived, a.sha256) < (b.arrived, b.sha256)
    }

    /// How old a file is: by the latest date in its name, else by when it came, then by its modification; then by its name. Of two
    /// contents of one path the later one is the newer.
    private struct Age: Comparable {
        var day: Day
        var moment: Int64
        var second: Int64
        /// The name without what copies have behind it, and which copy it is: `report (2)` came after `report`.
        var title: [UInt8]
        var copy: Int
        var name: [UInt8]
        var path: [UInt8]
        var arrived: Int64

        static func < (a: Age, b: Age) -> Bool {
            if a.day != b.day { return a.day < b.day }
            if a.moment != b.moment { return a.moment < b.moment }
            if a.second != b.second { return a.second < b.second }
            if a.title != b.title { return a.title.lexicographicallyPrecedes(b.title) }
            if a.copy != b.copy { return a.copy < b.copy }
            if a.name != b.name { return a.name.lexicographicallyPrecedes(b.name) }
            if a.path != b.path { return a.path.lexicographicallyPrecedes(b.path) }
            return a.arrived < b.arrived
        }
    }

    /// The day in a file's name, else the one on which it came.
    func day(ofFile index: Int) -> Day {
        files[index].file.nameDate ?? Stamp(microseconds: files[index].file.arrived).day(in: settings.zone)
    }

    private func age(_ index: Int) -> Age {
        let file = files[index].file
        let isNamed = file.nameDate != nil
        let stripped = InboxFile.stripped(file.name)
        let copy = CopyNames.parts(stripped)
        return Age(
            day: day(ofFile: index), moment: isNamed ? 0 : file.arrived, second: isNamed ? 0 : changed[index],
            title: Array((copy.number == 0 ? file.name : copy.name + file.name.dropFirst(stripped.count)).utf8),
            copy: copy.number, name: Array(file.name.utf8), path: Array(file.path.utf8), arrived: file.arrived)
    }

    /// When each file was last modified; the contents of one path follow one another as they came, whatever their own times are.
    private func modifications() -> [Int64] {
        var result: [Int64] = []
        for (index, file) in files.enumerated() {
            let own = min(max(file.file.modified, -1 << 40), 1 << 40)
            result.append(index > 0 && files[index - 1].file.path == file.file.path ? max(own, result[index - 1]) : own)
        }
        return result
    }

    /// Sorts the files by age and leaves out those whose bytes a newer one has too: what came again is as new as it came last.
    private mutating func arrange() {
        changed = modifications()
        let all = files.indices.map(age)
        let sorted = files.indices.sorted { all[$0] == all[$1] ? $0 < $1 : all[$0] < all[$1] }
        var seen: [String: Int] = [:]
        var first: [Int: Int] = [:]
        for (place, index) in sorted.enumerated().reversed() {
            let file = files[index]
            if !file.file.sha256.isEmpty, file.file.size > 0, let other = seen[file.file.sha256] {
                first[other] = place
                copies[other, default: []].append(index)
                reports[index].sameAs = files[other].file.path
                found[index] = FindingList()
                found[index].add(
                    Finding(
                        .sameContent, file: file.file.path, ["other": files[other].file.path]))
                continue
            }
            seen[file.file.sha256] = index
            ages.append(index)
            first[index] = place
            reports[index].source = file.failure == nil ? file.source : nil
            reports[index].rows = file.rows
            reports[index].assumptions = file.assumptions
            if !nameOrder.isShown, file.file.nameDate != nil, NameDates.isInDoubt(InboxFile.stripped(file.file.name)) {
                let day = file.file.nameDate.map(\.description) ?? ""
                reports[index].assumptions.append(
                    "the date in the file's name is taken to be \(day), as no other name shows its order")
            }
        }
        ages.reverse()
        firstAges = ages.sorted { first[$0]! < first[$1]! }
    }

    /// What `sources.yml` says of a source.
    func rules(_ source: Source) -> SourceRules { settings.rules[source.name] ?? SourceRules() }
}

/// The facts that files come to, whatever would keep a report of them from being published; nil where they come to none.
public func facts(of files: [ReadFile], settings: IntakeSettings) -> FactSet? {
    assembled(files, settings: settings).result?.facts
}
