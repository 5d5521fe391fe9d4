import Facts

/// Which source a file is of, and which of its columns are which.
struct Recognition {
    /// The source; nil where none or several fit.
    var source: Source?
    /// For each column of the source the file's column, or nil where it has none.
    var columns: [Int?] = []
    /// The column that is spread over several of the file; nil where none is.
    var spread: Spread?
    /// What a person should know about it.
    var findings: [Finding] = []
    /// Why the run cannot go on: a required column is missing.
    var failure: IntakeError?
    /// The source that the file is most like, and its columns, where it is of no one source; nil where it is like none.
    var nearest: (source: Source, columns: [Int?])?

    /// Recognises a file by the patterns of `sources.yml`, else by its name, else by its columns.
    ///
    /// - Parameters:
    ///   - mended: The path of the file that its rows mend, whose name counts in the place of its own; nil where they mend none.
    ///   - head: The first rows, which are asked where a name may be of one of two columns.
    init(
        path: String, mended: String? = nil, header: [String], sources: [Source], rules: [SourceName: SourceRules],
        head: @autoclosure () -> [[String]] = []
    ) {
        let names = header.map(HeaderName.init)
        let cells = Head(names.contains { Head.isAsked($0, sources) } ? head() : [])
        let fits = sources.map { Fit($0, names, header, rules[$0.name], cells) }
        let namedPath = mended ?? path
        let name = InboxFile.name(of: namedPath)
        let byPattern = fits.filter { fit in
            rules[fit.source.name]?.patterns.contains { Glob.matches($0, name) || Glob.matches($0, namedPath) } ?? false
        }
        var named = byPattern.isEmpty ? Recognition.byName(InboxFile.stripped(name), fits) : byPattern
        if mended == nil, NameDates.lastDay(in: InboxFile.stripped(name)) != nil {
            for place in named.indices { named[place].takeDayOfName() }
        }
        let candidates = Recognition.told(
            named.isEmpty ? Recognition.byColumns(fits) : Recognition.best(named, fits, isSure: !byPattern.isEmpty))
        guard let fit = candidates.first else {
            findings.append(Recognition.unrecognised(path, header, fits))
            nearest = Recognition.nearest(fits).map { ($0.source, $0.columns) }
            return
        }
        guard candidates.count == 1 else {
            nearest = (fit.source, fit.columns)
            let names = candidates.map { "`\($0.source.name)`" }.joined(separator: " and ")
            findings.append(
                Finding(
                    .ambiguousFile, file: path, ["sources": names]))
            return
        }
        source = fit.source
        columns = fit.columns
        spread = fit.spread
        findings += fit.duplicates(path, header) + fit.flags(path, header)
        failure = fit.failure(path, header)
    }

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
    private struct Fit {
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

    /// The sources whose words are in the name: those of the longest such words.
    private static func byName(_ name: String, _ fits: [Fit]) -> [Fit] {
        let key = HeaderNames.key(name)
        let words = name.lowercased().split { !$0.isLetter }.map(String.init)
        let phrase = "_" + words.joined(separator: "_") + "_"
        let (phraseBytes, keyBytes) = (Array(phrase.utf8), Array(key.utf8))
        var scores: [Int] = []
        for fit in fits {
            var score = 0
            for word in fit.source.names.words {
                // A name that begins with the source's own is sure; Chinese has no blanks between words.
                if word.isOwnName, phrase.hasPrefix(word.shape) || begins(key, with: word.key) {
                    score = max(score, 1000 + word.length)
                } else if (word.isASCII ? phraseBytes : keyBytes).firstPlace(of: Array(word.shape.utf8)) != nil {
                    score = max(score, word.isASCII ? word.length : word.length * 3)
                }
            }
            scores.append(score)
        }
        guard let best = scores.max(), best > 0 else { return [] }
        if best > 1000 {
            return fits.indices.filter { scores[$0] == best }.map { index in
                var fit = fits[index]
                fit.isNamedOutright = true
                return fit
            }
        }
        return fits.indices.filter { scores[$0] > 0 }.map { fits[$0] }
    }

    /// Whether a file's name has words of a source.
    static func isCalled(_ name: String, after source: Source) -> Bool {
        let (stripped, key) = (InboxFile.stripped(name).lowercased(), HeaderNames.key(InboxFile.stripped(name)))
        let phrase = "_" + stripped.split { !$0.isLetter }.joined(separator: "_") + "_"
        return source.names.words.contains { $0.isASCII ? phrase.contains($0.shape) : key.contains($0.shape) }
    }

    /// Whether a name's key begins with a word that ends there or before something else than a letter: `ArrSnapshots2026`.
    private static func begins(_ key: String, with word: String) -> Bool {
        key.hasPrefix(word) && key.dropFirst(word.count).first?.isLetter != true
    }

    /// Of sources that the name allows: those whose columns are all there and explain most of the file. Where columns are
    /// missing, one that is named outright is taken all the same; one that is only hinted at must have some of its columns.
    private static func best(_ named: [Fit], _ all: [Fit], isSure: Bool) -> [Fit] {
        let told = named.filter { $0.isWhole && $0.isTold }
        let whole = told.isEmpty ? named.filter(\.isWhole) : told
        let most = whole.map(\.score).max() ?? 0
        if !whole.isEmpty {
            let best = whole.filter { $0.score == most }
            // A list of customers with its date in the name may hold what they pay besides.
            let others = best.filter { !$0.isDatedByName }
            return others.isEmpty ? best : others
        }
        if isSure || named.contains(where: \.isNamedOutright) { return named.max { $0.score < $1.score }.map { [$0] } ?? [] }
        let others = byColumns(all)
        // A list of customers with what they pay, in a file that is called after that, is no list of customers.
        if others.allSatisfy({ $0.source.money.isEmpty }), !others.isEmpty,
            let paid = named.filter({ fit in fit.score >= 2 && fit.source.money.contains { fit.has($0.key.name) } })
                .max(by: { $0.score < $1.score })
        {
            return [paid]
        }
        if !others.isEmpty { return others }
        return named.filter { $0.score >= 2 }.max { $0.score < $1.score }.map { [$0] } ?? []
    }

    /// Of all sources: those whose columns are all there and that explain most of the file.
    private static func byColumns(_ fits: [Fit]) -> [Fit] {
        let whole = fits.filter { $0.isWhole && $0.isTold && $0.score >= 2 }
        let most = whole.map(\.score).max() ?? 0
        return whole.filter { $0.score == most }
    }

    /// Of two sources that resemble each other and fit equally the one whose id comes first: a lead may name its deals, and a deal
    /// its leads, but each has its own id before that.
    private static func told(_ fits: [Fit]) -> [Fit] {
        guard fits.count == 2, let one = fits.first(where: { fit in fits.contains { $0.source.name == fit.source.resembles } })
        else { return fits }
        let other = fits.first { $0.source.name != one.source.name }!
        // A report without either is of what it names.
        if one.identity == nil, other.identity == nil { return [one.namesItself ? one : other] }
        guard let own = one.identity, own <= other.identity ?? own else { return [other] }
        return [one]
    }

    private static func nearest(_ fits: [Fit]) -> Fit? {
        fits.filter { $0.score >= 2 }.max { ($0.score, $0.share, -$0.wanted.count) < ($1.score, $1.share, -$1.wanted.count) }
    }

    private static func unrecognised(_ path: String, _ header: [String], _ fits: [Fit]) -> Finding {
        let nearest = nearest(fits)
        let like = nearest.map { fit in
            fit.spread != nil && fit.wanted.isEmpty
                ? "; it is laid out like `\(fit.source.name)`, but neither its name nor those of its columns say so"
                : "; it is most like `\(fit.source.name)`, but has "
                    + (fit.wanted.isEmpty && !fit.contrary.isEmpty
                        ? "\(Recognition.list(fit.contrary, limit: 2)) too, as invoices, contracts and statements of banks have, which are "
                            + "no `\(fit.source.name)`"
                        : fit.wanted.isEmpty
                            ? "none of the columns that tell it: \(Recognition.list(fit.source.telling.map(\.name), limit: 4))"
                            : "no \(Recognition.list(fit.wanted, limit: 4))")
        }
        return Finding(
            .unrecognisedFile, file: path, ["columns": list(header), "like": like ?? ""])
    }

    static func list(_ names: [String], limit: Int = 30) -> String {
        let shown = names.prefix(limit).map { "`\(shortened($0, 40))`" }.joined(separator: ", ")
        return names.isEmpty ? "no columns" : names.count > limit ? shown + " and \(names.count - limit) more" : shown
    }

    static func shortened(_ text: String, _ limit: Int) -> String {
        if text.utf8.count <= limit, text.utf8.allSatisfy({ 32...126 ~= $0 }) { return text }
        var text = text.count > limit ? String(text.prefix(limit - 1)) + "…" : text
        text = text.replacing("\r\n", with: "⏎")
        return String(text.map { $0.isNewline ? "⏎" : $0 })
    }
}

extension [UInt8] {
    /// Where some bytes, which are few, begin for the first time from a place on; nil where they are not there.
    func firstPlace(of part: [UInt8], from start: Int = 0) -> Int? {
        guard let first = part.first, count - start >= part.count else { return part.isEmpty ? start : nil }
        return (start...count - part.count).first { place in
            self[place] == first && self[place..<place + part.count].elementsEqual(part)
        }
    }
}
