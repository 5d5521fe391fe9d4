public import Facts
public import Metrics

/// A tree of what drives ARR, to be played with: what the last months came to, and what the same months ahead come to if a rate is another.
///
/// Pure data, as all of the report: a rendering computes nothing of its own, but a workbook may compute it anew when an input is changed.
public struct WhatIf: Sendable {
    /// What the tree and its rates are called.
    public var title: String
    /// How it is used, as lines.
    public var notes: [String]
    /// The headings: name, what was, what is put in, what comes of the difference, how it is worked out.
    public var headings: [String]
    /// Top to bottom, what is made of others before its parts.
    public var lines: [Line]

    /// One number of the tree.
    public struct Line: Sendable {
        /// Unique in the tree; plain letters, digits and `_`.
        public var id: String
        /// What readers call it.
        public var name: String
        /// How many lines it is a part of.
        public var depth: Int
        /// What it is now, by the last months.
        public var value: Number
        /// How it is written.
        public var format: Format
        /// What it is made of.
        public var source: Source
        /// How it is worked out, in words.
        public var meaning: String
        /// Whether it is the metric that the report begins with, or what it leads to.
        public var isStrong: Bool

        /// A line; see the properties.
        public init(
            id: String, name: String, depth: Int, value: Number, format: Format, source: Source, meaning: String,
            isStrong: Bool = false
        ) {
            (self.id, self.name, self.depth, self.value, self.format) = (id, name, depth, value, format)
            (self.source, self.meaning, self.isStrong) = (source, meaning, isStrong)
        }
    }

    /// Where a line's number is from.
    public enum Source: Sendable {
        /// An input: a formula over the numbers says what it was, and readers may put in what they like.
        case input(Expression)
        /// What is known and not played with.
        case known(Expression)
        /// A product of other lines, by their ids.
        case product([String])
        /// A sum of other lines, each added or taken off.
        case sum([(id: String, isAdded: Bool)])
    }

    /// A tree; see the properties.
    public init(title: String, notes: [String], headings: [String], lines: [Line]) {
        (self.title, self.notes, self.headings, self.lines) = (title, notes, headings, lines)
    }

    /// The leaves that its inputs are worked out from.
    public var leaves: [Leaf] {
        lines.flatMap { line -> [Leaf] in
            switch line.source {
            case .input(let formula), .known(let formula): formula.leaves
            case .product, .sum: []
            }
        }
    }
}
