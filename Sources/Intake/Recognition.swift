/// Which source a file is of, and which of its columns are which.
struct Recognition {
    /// The source; nil where none or several fit.
    var source: Source?
    /// For each column of the source the file's column, or nil where it has none.
    var columns: [Int?] = []
    /// What a person should know about it.
    var findings: [Finding] = []
    /// Why the run cannot go on: a required column is missing.
    var failure: IntakeError?
    /// The source that the file is most like, and its columns, where it is of no one source; nil where it is like none.
    var nearest: (source: Source, columns: [Int?])?

    /// Recognises a file by the patterns of `sources.yml`, else by its name, else by its columns.
    init(path: String, header: [String], sources: [Source], rules: [String: SourceRules]) {
        let keys = header.map { (HeaderNames.key($0), HeaderNames.keyWithoutBrackets($0)) }
        let fits = sources.map { Fit($0, keys, rules[$0.name]) }
        let name = InboxFile.name(of: path)
        let byPattern = fits.filter { fit in
            rules[fit.source.name]?.patterns.contains { Glob.matches($0, name) || Glob.matches($0, path) } ?? false
        }
        let named = byPattern.isEmpty ? Recognition.byName(InboxFile.stripped(name), fits) : byPattern
        let candidates = named.isEmpty ? Recognition.byColumns(fits) : Recognition.best(named, fits, isSure: !byPattern.isEmpty)
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
                    "ambiguous-file", file: path, message: "the file fits \(names) equally; it was not read",
                    hint: "add its name to `files:` of the right source in pipelines/sources.yml"))
            return
        }
        source = fit.source
        columns = fit.columns
        findings += fit.duplicates(path, header)
        failure = fit.failure(path, header)
    }

    /// How well the columns of a file are those of a source.
    private struct Fit {
        var source: Source
        var columns: [Int?]
        /// Columns of the file that are a column of the source which another one is already.
        var extra: [(column: Int, name: String)] = []
        /// Whether the file's name begins with the source's.
        var isNamedOutright = false
        /// Whether the interval of an amount is known without a column.
        var hasInterval: Bool

        init(_ source: Source, _ header: [(key: String, short: String?)], _ rules: SourceRules?) {
            self.source = source
            hasInterval = rules?.interval != nil
            columns = Array(repeating: nil, count: source.columns.count)
            var matches: [(rank: Int, column: Int, place: Int)] = []
            for (place, names) in header.enumerated() {
                for match in source.lookup[names.key] ?? [] { matches.append((match.rank, match.column, place)) }
                guard let short = names.short else { continue }
                for match in source.lookup[short] ?? [] { matches.append((match.rank + 1000, match.column, place)) }
            }
            // The best fit first; of equal ones the source's and then the file's earlier column.
            var taken: Set<Int> = []
            for (rank, column, place) in matches.sorted(by: <) where !taken.contains(place) {
                if columns[column] == nil {
                    columns[column] = place
                } else if rank == 0 {
                    extra.append((place, source.columns[column].name))
                } else {
                    continue
                }
                taken.insert(place)
            }
        }

        func has(_ name: String) -> Bool {
            source.index(name).map { columns[$0] != nil } ?? false || (name == "interval" && hasInterval)
        }

        var missing: [String] {
            source.columns.indices.filter { source.columns[$0].isRequired && columns[$0] == nil }.map {
                source.columns[$0].name
            }
        }
        var hasChoice: Bool { source.oneOf.isEmpty || source.oneOf.contains { $0.allSatisfy(has) } }
        var isWhole: Bool { missing.isEmpty && hasChoice && source.telling.allSatisfy(has) }
        /// How many of the file's columns the source explains.
        var score: Int { columns.indices.count { columns[$0] != nil && !source.columns[$0].isDimension } }

        func duplicates(_ path: String, _ header: [String]) -> [Finding] {
            extra.map { column, name in
                Finding(
                    "duplicate-column", file: path, column: header[column],
                    message: "column \(column + 1) is a second `\(name)`; the first is read",
                    hint: "give it another name or take it out")
            }
        }

        func failure(_ path: String, _ header: [String]) -> IntakeError? {
            var wanted = missing
            if !hasChoice {
                let half = source.oneOf.first { $0.contains(where: has) && $0.count > 1 }
                wanted +=
                    half.map { $0.filter { !has($0) } } ?? [
                        source.oneOf.map { $0.joined(separator: " + ") }.joined(separator: "` or `")
                    ]
            }
            guard let first = wanted.first else { return nil }
            let free = header.indices.filter { !columns.contains($0) }.map { header[$0] }
            let aliases = source.index(first).map { source.columns[$0].aliases } ?? []
            let near = ([first] + aliases).lazy.compactMap { HeaderNames.nearest(to: $0, among: free) }.first
            let columnsText =
                wanted.count == 1
                ? "the required column `\(first)` is" : "the required columns `\(wanted.joined(separator: "`, `"))` are"
            return IntakeError(
                .dataError, code: "missing-column",
                message: "\(columnsText) missing from this file of `\(source.name)`; it has \(Recognition.list(header))",
                hint: near.map {
                    "is it `\($0)`? Rename that column, or add it to `aliases:` of `\(first)` in pipelines/sources.yml"
                }
                    ?? "add the column to the export, or name the one that holds it in `aliases:` of `\(first)` in pipelines/sources.yml",
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
            for word in fit.source.nameWords {
                // A name that begins with the source's own is sure; Chinese has no blanks between words.
                if word.isOwnName, phrase.hasPrefix(word.shape) || begins(key, with: word.key) {
                    score = max(score, 1000 + word.length)
                } else if holds(word.isASCII ? phraseBytes : keyBytes, Array(word.shape.utf8)) {
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

    /// Whether some bytes hold others, which are few.
    private static func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        guard let first = part.first, bytes.count >= part.count else { return part.isEmpty }
        return (0...bytes.count - part.count).contains { start in
            bytes[start] == first && bytes[start..<start + part.count].elementsEqual(part)
        }
    }

    /// Whether a name's key begins with a word that ends there or before something else than a letter: `ArrSnapshots2026`.
    private static func begins(_ key: String, with word: String) -> Bool {
        key.hasPrefix(word) && key.dropFirst(word.count).first?.isLetter != true
    }

    /// Of sources that the name allows: those whose columns are all there and explain most of the file. Where columns are
    /// missing, one that is named outright is taken all the same; one that is only hinted at must have some of its columns.
    private static func best(_ named: [Fit], _ all: [Fit], isSure: Bool) -> [Fit] {
        let whole = named.filter(\.isWhole)
        let most = whole.map(\.score).max() ?? 0
        if !whole.isEmpty { return whole.filter { $0.score == most } }
        if isSure || named.contains(where: \.isNamedOutright) { return named.max { $0.score < $1.score }.map { [$0] } ?? [] }
        let others = byColumns(all)
        if !others.isEmpty { return others }
        return named.filter { $0.score >= 2 }.max { $0.score < $1.score }.map { [$0] } ?? []
    }

    /// Of all sources: those whose columns are all there and that explain most of the file.
    private static func byColumns(_ fits: [Fit]) -> [Fit] {
        let whole = fits.filter { $0.isWhole && $0.score >= 2 }
        let most = whole.map(\.score).max() ?? 0
        return whole.filter { $0.score == most }
    }

    private static func nearest(_ fits: [Fit]) -> Fit? {
        fits.filter { $0.score >= 2 }.max { ($0.score, -$0.missing.count) < ($1.score, -$1.missing.count) }
    }

    private static func unrecognised(_ path: String, _ header: [String], _ fits: [Fit]) -> Finding {
        let nearest = nearest(fits)
        let like = nearest.map { "; it is most like `\($0.source.name)`, but has no \(Recognition.list($0.missing, limit: 4))" }
        return Finding(
            "unrecognised-file", file: path,
            message:
                "the file is of no known source and was not read; it has \(list(header))\(nearest?.missing.isEmpty ?? true ? "" : like ?? "")",
            hint: "add its name to `files:` of its source in pipelines/sources.yml, or take it out of the inbox")
    }

    static func list(_ names: [String], limit: Int = 30) -> String {
        let shown = names.prefix(limit).map { "`\(shortened($0, 40))`" }.joined(separator: ", ")
        return names.isEmpty ? "no columns" : names.count > limit ? shown + " and \(names.count - limit) more" : shown
    }

    static func shortened(_ text: String, _ limit: Int) -> String {
        var text = text.count > limit ? String(text.prefix(limit - 1)) + "…" : text
        text = text.replacing("\r\n", with: "⏎")
        return String(text.map { $0.isNewline ? "⏎" : $0 })
    }
}
