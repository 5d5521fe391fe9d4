import CSV
import Facts

/// A line for `sources.yml` that overrules a guess about a file.
public struct Advice: Sendable, Hashable {
    /// The source it is for.
    public var source: String
    /// The key, such as `decimal`.
    public var key: String
    /// The column, where the key's value is a mapping by column.
    public var column: String?
    /// The value; `isList` says that it stands in a list.
    public var value: String
    /// Whether the value is written as a list of one.
    public var isList = false
    /// Whether it is for the case alone that the layout was guessed wrong, and would break a right guess.
    public var isLastResort = false
    /// What the line changes, for a comment behind it.
    public var why: String
}

extension FilePreview {
    /// What stands for a source that only a person can name.
    public static let unknownSource = "SOURCE"

    /// A line for each guess that is not sure, and those that make the file one of the source it is most like; of a file that is
    /// like none, of ``unknownSource``.
    public var advice: [Advice] {
        guard !document.isEmpty else { return [] }
        let source = likelySource?.rawValue ?? FilePreview.unknownSource
        var advice: [Advice] = []
        func add(_ key: String, _ value: String, column: String? = nil, isList: Bool = false, _ why: String) {
            let isLayout = ["encoding", "delimiter", "quote", "header_row"].contains(key)
            advice.append(
                Advice(
                    source: source, key: key, column: column, value: value, isList: isList, isLastResort: isLayout, why: why))
        }
        if opened.recognition.source == nil {
            add("files", namePattern, isList: true, "files with such names are `\(source)`")
        }
        for (column, header) in missingColumns {
            add("aliases", header, column: column, isList: true, "if that is the column's name here")
        }
        let layout = document.layout
        if layout.confidence.encoding < 0.995 {
            add("encoding", layout.encoding.alternative, "instead of \(layout.encoding.displayName)")
        }
        if layout.confidence.dialect < 0.995 {
            let other = layout.dialect.delimiter == UInt8(ascii: ",") ? "semicolon" : "comma"
            add("delimiter", other, "instead of \(layout.dialect.delimiterName)")
            let quote = layout.dialect.quote == nil ? "double" : "none"
            add("quote", quote, layout.dialect.quote == nil ? "cells may stand in \"" : "quotes are text like any other")
        }
        if layout.confidence.header < 0.995 {
            let line = layout.headerLines?.lowerBound
            add(
                "header_row", line == 1 ? "none" : "1",
                line == 1 ? "the first line is data" : "the first line names the columns")
        }
        for guess in columns {
            guard let column = guess.column, let doubt = guess.doubt, guess.isAssumed || doubt.meaning == nil else { continue }
            let cell = Recognition.shortened(doubt.cell, 24)
            // Of two time stamps only the days differ.
            let (now, then) = (doubt.meaning?.prefix { $0 != " " }, doubt.other.prefix { $0 != " " })
            add(
                doubt.key, doubt.value, column: column,
                "\"\(cell)\" is \(then) with this, \(now.map { "\($0) without" } ?? "unreadable without")")
        }
        return advice
    }

    /// The required columns that the file has not, each with the column of the file that may be it: by their names, the likest
    /// first; else where only one column of the file holds such cells and nothing else is wanted of them.
    private var missingColumns: [(column: String, header: String)] {
        let recognition = opened.recognition
        guard recognition.source == nil || recognition.failure != nil,
            let source = recognition.source ?? recognition.nearest?.source
        else { return [] }
        let places = recognition.source == nil ? recognition.nearest?.columns ?? [] : recognition.columns
        func isThere(_ key: any AnyColumnKey) -> Bool { source.places[key].map { places[$0] != nil } ?? false }
        var wanted = source.columns.filter { $0.isRequired && !isThere($0.key) }
        // Of several columns of which one would do, the file's is the one whose name is likest.
        var choices: [Column] = []
        if !source.oneOf.isEmpty, !source.oneOf.contains(where: { $0.allSatisfy(isThere) }) {
            choices = source.oneOf.joined().filter { !isThere($0) }.compactMap { source.places[$0] }.map { source.columns[$0] }
        }
        var free = columns.filter { $0.column == nil && $0.filled > 0 }
        var found: [(column: String, header: String)] = []
        var pairs: [(column: Column, header: String, likeness: Double)] = []
        for column in wanted + choices {
            for guess in free where column.kind.mayBe(guess.kind) {
                // A value of years is no ARR, and nobody knows of how many.
                if choices.contains(where: { $0.name == column.name }), HeaderLikeness.isWholeContract(guess.header) {
                    continue
                }
                let likeness = HeaderLikeness.of(guess.header, [column.name] + column.aliases + column.common)
                if likeness >= HeaderLikeness.least { pairs.append((column, guess.header, likeness)) }
            }
        }
        // Not `sort`, which need not keep the order of equals.
        let sorted = pairs.enumerated().sorted { ($1.element.likeness, $0.offset) < ($0.element.likeness, $1.offset) }
        for (column, header, _) in sorted.map(\.element) where free.contains(where: { $0.header == header }) {
            let isChoice = choices.contains { $0.name == column.name }
            guard isChoice || wanted.contains(where: { $0.name == column.name }) else { continue }
            found.append((column.name, header))
            free.removeAll { $0.header == header }
            if isChoice { choices = [] } else { wanted.removeAll { $0.name == column.name } }
        }
        // That a lone column of numbers is what recurs, its name would have to say.
        for column in wanted {
            let fitting = free.filter { column.kind.mayBe($0.kind) }
            let isContested = wanted.contains { other in
                other.name != column.name && fitting.contains { other.kind.mayBe($0.kind) }
            }
            guard fitting.count == 1, !isContested else { continue }
            found.append((column.name, fitting[0].header))
            free.removeAll { $0.header == fitting[0].header }
        }
        return found
    }

    /// A pattern for names like the file's: dates and numbers in them may be others.
    private var namePattern: String {
        var pattern = ""
        for character in opened.file.name {
            if character.isNumber {
                if pattern.hasSuffix("*-") || pattern.hasSuffix("*_") || pattern.hasSuffix("*.") { pattern.removeLast() }
                if !pattern.hasSuffix("*") { pattern.append("*") }
            } else {
                pattern.append("[]*?".contains(character) ? "?" : character)
            }
        }
        return pattern
    }
}

extension ColumnKind {
    /// Whether a column that looks like `kind` may be one of this kind.
    fileprivate func mayBe(_ kind: String) -> Bool {
        switch self {
        case .money, .number, .score, .percent: kind == "number"
        case .day, .stamp: kind == "day" || kind == "stamp"
        case .flag: kind == "flag"
        case .text, .id, .word, .currency: kind == "text"
        }
    }
}

extension TextEncoding {
    /// What text that was taken for this encoding may be instead, as `sources.yml` names it.
    fileprivate var alternative: String {
        switch self {
        case .utf8: "windows-1252"
        case .utf16le: "utf-16-be"
        case .utf16be: "utf-16-le"
        case .windows1252: "gb18030"
        case .gb18030: "big5"
        case .big5, .shiftJIS: "gb18030"
        }
    }
}
