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
