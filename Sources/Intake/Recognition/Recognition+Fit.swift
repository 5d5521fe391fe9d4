import CSV
import Facts

extension Recognition {
    /// A column of the file that may be one of the source.
    private struct Candidate: Comparable {
        var rank: Int
        var column: Int
        var place: Int
        var isCommon: Bool

        init(_ rank: Int, _ column: Int, _ place: Int, isCommon: Bool = false) {
            (self.rank, self.column, self.place, self.isCommon) = (rank, column, place, isCommon)
        }

        static func < (a: Candidate, b: Candidate) -> Bool { (a.rank, a.column, a.place) < (b.rank, b.column, b.place) }
    }

    /// How well the columns of a file are those of a source.
    struct Fit {
        var source: Source
        var columns: [Int?]
        /// The column that is spread over several of the file; nil where none is.
        var spread: Spread?
        /// Columns of the file that are a column of the source which another one is already.
        var extra: [(column: Int, name: String)] = []
        /// Columns of the file that have the name of a column of dates and hold yes or no.
        var flagged: [(column: Int, name: String)] = []
        /// Whether the file's name begins with the source's.
        var isNamedOutright = false
        /// Whether the file's name says of which day all of its rows are.
        private(set) var isDatedByName = false
        /// Whether the interval of an amount is known without a column.
        var hasInterval: Bool

        /// How many headers speak for the source without being read.
        var hints = 0
        /// Whether some column of those that tell has a name that is not common.
        var isTold = false
        /// Whether the names of what its rows are, are called after the source: `Opportunity Name`.
        var namesItself = false
        /// Headers that speak against the source, though all that it needs is there.
        var contrary: [String] = []

        init(_ source: Source, _ header: [HeaderName], _ texts: [String], _ rules: SourceRules?, _ cells: Head) {
            self.source = source
            hasInterval = rules?.interval != nil
            columns = Array(repeating: nil, count: source.columns.count)
            let keys = Set(header.flatMap { [$0.key, $0.short ?? $0.key] })
            var matches: [Candidate] = []
            for (place, name) in header.enumerated() {
                // A name as it stands, by its words, without the word that all names begin with, its last part, without its
                // unit, and as a question.
                let shapes = [
                    (name.key, 0), (source.names.withoutEntity(name.key), 500), (name.last, 600), (name.short, 1000),
                    (name.short.flatMap(source.names.withoutEntity), 1500),
                ]
                for (key, penalty) in shapes {
                    for match in key.flatMap({ source.names.columns[$0] }) ?? [] where match.holds(keys) {
                        let isCommon = match.isCommon && penalty % 1000 == 0
                        matches.append(Candidate(match.rank + penalty, match.column, place, isCommon: isCommon))
                    }
                }
                let senses = [(name.sense, 1600), (name.sense.flatMap(source.names.senseWithoutEntity), 1650)]
                for (sense, penalty) in senses {
                    for match in sense.flatMap({ source.names.senses[$0] }) ?? [] {
                        matches.append(Candidate(match.rank + penalty, match.column, place))
                    }
                }
                if !name.halves.isEmpty {
                    // A name in two languages is a column's where both are.
                    let found = name.halves.map { $0.flatMap { source.names.columns[$0] ?? [] }.filter { $0.holds(keys) } }
                    for match in found[0] where found[1].contains(where: { $0.column == match.column }) {
                        matches.append(Candidate(match.rank + 1700, match.column, place))
                    }
                }
                for (rank, column) in source.names.asked(name) { matches.append(Candidate(2000 + rank, column, place)) }
            }
            // The best fit first; of equal ones the source's and then the file's earlier column.
            var taken: Set<Int> = []
            for match in matches.sorted() where !taken.contains(match.place) {
                let column = source.columns[match.column]
                let isContested = (source.names.columns[header[match.place].key]?.count ?? 0) > 1
                guard cells.allow(match.place, column, isSure: match.rank < 2000, isContested),
                    !Fit.misfits(column, texts[match.place])
                else { continue }
                if Head.mayBeFlags(header[match.place], column), cells.areFlags(match.place) {
                    flagged.append((match.place, column.name))
                    continue
                }
                if columns[match.column] == nil {
                    columns[match.column] = match.place
                    isTold = isTold || !match.isCommon && source.telling.contains { $0.name == column.name }
                } else if match.rank == 0 || columns[match.column].map({ header[$0].key == header[match.place].key }) ?? false {
                    extra.append((match.place, column.name))
                } else {
                    continue
                }
                taken.insert(match.place)
            }
            flagged = flagged.enumerated().filter { index, flag in
                !taken.contains(flag.column) && flagged.firstIndex { $0.column == flag.column } == index
                    && source.places[named: flag.name].map { columns[$0] == nil } ?? false
            }.map(\.element)
            spread = Spread(source, columns, texts)
            if let spread { columns[spread.value] = spread.parts[0].place }
            let read = Set(columns.indices.compactMap { source.columns[$0].isDimension ? nil : columns[$0] })
            hints = header.indices.count { !read.contains($0) && isHint(header[$0]) }
            // A plan is laid out like what was reached: without a word for targets the file's name must have it.
            let isPlan = spread.map { $0.parts.contains { TargetColumnName.saysTarget(texts[$0.place]) } } ?? true
            namesItself =
                source.places[TextKey.dealName].flatMap { columns[$0] }
                .map { source.names.isOwn(header[$0].key) } ?? false
            isTold = isPlan && (isTold || source.telling.isEmpty || hints > 0)
            // A customer's invoice has a date and an amount as a cost has: whose amount it is must be said by something else.
            let isOfAmounts = columns.indices.allSatisfy { index in
                let column = source.columns[index]
                return columns[index] == nil || ![.text, .word].contains(column.kind) || column.isID
            }
            contrary = header.indices.filter { place in
                let key = header[place].key
                let isOfAnother =
                    isOfAmounts && hints == 0 && !read.contains(place) && source.names.againstAmounts.contains(key)
                return source.names.against.contains(key) || isOfAnother
            }.map { texts[$0] }
            isTold = isTold && contrary.isEmpty
            dropCurrency(header, texts)
        }

        /// An amount that its name says is in the company's currency, or converted, is in the reporting one, whatever the deal's own is: the
        /// column of currencies is not its own, unless its name says so too.
        private mutating func dropCurrency(_ header: [HeaderName], _ texts: [String]) {
            guard let currency = source.places[TextKey.currency], let of = columns[currency] else { return }
            let amounts = source.money.compactMap { source.places[$0.key] }.filter { columns[$0] != nil }
            let isConverted = amounts.map { AmountNames.isConverted(texts[columns[$0]!], source) }
            guard isConverted.first == true, !AmountNames.saysConverted(header[of].key) else { return }
            // The others would be in the currencies of the column.
            for (place, isConverted) in zip(amounts, isConverted) where !isConverted { columns[place] = nil }
            columns[currency] = header.indices.first { place in
                !columns.contains(place) && AmountNames.isCurrencyOfConverted(header[place].key)
            }
        }

        /// Whether a column of a file is not taken for one of the source, though its name fits: a length in days is no number of months.
        private static func misfits(_ column: Column, _ text: String) -> Bool {
            guard column.name == TextKey.interval.name, let open = text.firstIndex(where: { "([（".contains($0) }) else {
                return false
            }
            let unit = HeaderNames.key(String(text[open...]))
            return ["day", "days", "tage", "jours", "dias", "giorni", "dagen", "天", "日", "week", "weeks", "wochen", "周"]
                .contains(unit)
        }

        private func isHint(_ name: HeaderName) -> Bool {
            source.names.hints.contains(name.key) || name.short.map(source.names.hints.contains) ?? false
        }

        /// The file's column that holds the ids of its rows; nil where it has none of its own.
        var identity: Int? { source.identity.flatMap { source.places[$0] }.flatMap { columns[$0] } }

        /// Whether the file has a column, or what it is made of.
        func has(_ name: String) -> Bool {
            source.places[named: name].map { columns[$0] != nil || $0 == spread?.key } ?? false
                || isDatedByName && source.datedByName?.name == name
                || hasInterval && source.money.contains { $0.interval?.name == name }
                || source.derivations.contains { $0.column.name == name && $0.needs.contains(where: hasAll) }
        }

        /// Takes the day of the file's name for that of its rows, where no column holds one.
        mutating func takeDayOfName() {
            isDatedByName = source.datedByName.map { !has($0.name) } ?? false
        }

        func hasAll(_ group: [any AnyColumnKey]) -> Bool { group.allSatisfy { has($0.name) } }

        var missing: [String] { source.columns.filter { $0.isRequired && !has($0.name) }.map(\.name) }
        var hasChoice: Bool { source.oneOf.isEmpty || source.oneOf.contains(where: hasAll) }
        var isWhole: Bool { missing.isEmpty && hasChoice }
        /// How many of the file's columns the source explains.
        var score: Int { columns.indices.count { columns[$0] != nil && !source.columns[$0].isDimension } + hints }
        /// The share of the columns that it must have which the file has.
        var share: Double {
            let needed = source.columns.filter(\.isRequired)
            let there = needed.count { has($0.name) } + (source.oneOf.isEmpty || !hasChoice ? 0 : 1)
            return Double(there) / Double(max(1, needed.count + (source.oneOf.isEmpty ? 0 : 1)))
        }
        /// What the file lacks.
        var wanted: [String] {
            guard !hasChoice else { return missing }
            let choices = source.oneOf.map { $0.map(\.name) }
            let half = choices.first { $0.contains(where: has) && $0.count > 1 }
            return missing
                + (half.map { $0.filter { !has($0) } } ?? [
                    choices.map { $0.joined(separator: " + ") }.joined(separator: "` or `")
                ])
        }

        func duplicates(_ path: String, _ header: [String]) -> [Finding] {
            extra.map { column, name in
                Finding(
                    .duplicateColumn, file: path, column: header[column], ["number": column + 1, "name": name])
            }
        }

        func flags(_ path: String, _ header: [String]) -> [Finding] {
            flagged.map { column, name in
                Finding(.flagsForDates, file: path, column: header[column], ["column": name])
            }
        }

        func failure(_ path: String, _ header: [String]) -> IntakeError? {
            let wanted = wanted
            guard let first = wanted.first else { return nil }
            let free = header.indices.filter { !columns.contains($0) }.map { header[$0] }
            let aliases = source.places[named: first].map { source.columns[$0].aliases } ?? []
            let near = HeaderLikeness.best([first] + aliases, among: free)
            let columnsText =
                wanted.count == 1
                ? "the required column `\(first)` is" : "the required columns `\(wanted.joined(separator: "`, `"))` are"
            return IntakeError(
                .dataError, code: "missing-column",
                message: "\(columnsText) missing from this file of `\(source.name)`; it has \(Recognition.list(header))",
                hint: near.map {
                    "is it `\($0)`? Rename that column, or add it to `aliases:` of `\(first)` in {sources.yml}"
                }
                    ?? (source.places[named: first] == nil
                        ? "add such columns to the export, or name each that holds one in `aliases:` of \(source.choicesInWords) in {sources.yml}"
                        : "add the column to the export, or name the one that holds it in `aliases:` of `\(first)` in {sources.yml}"),
                file: path, line: 1)
        }
    }
}
