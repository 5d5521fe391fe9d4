#if DEBUG
    @testable import CSV

    /// RFC 4180 read plainly, byte after byte, knowing nothing of the reader.
    ///
    /// Of bytes that keep every rule, the fast and the plain reader must find what this finds. How others are best mended is not
    /// its business: it stops at the first breach.
    public struct StateMachine {
        /// Where each record begins, and its cells.
        public private(set) var records: [(start: Int, cells: [[UInt8]])] = []
        /// Whether quotes stand around whole cells only, and every record has the expected number of cells.
        public private(set) var isSound = true

        private let bytes: [UInt8]
        private let grammar: Grammar
        private var at = 0

        /// Reads UTF-8 with commas, quotes and records of any number of cells.
        public init(_ bytes: [UInt8]) { self.init(bytes, Grammar(Dialect())) }

        init(_ bytes: [UInt8], _ grammar: Grammar) {
            self.bytes = bytes
            self.grammar = grammar
            if grammar.backslash { isSound = false }
            while at < bytes.count, isSound {
                // A blank line is no record.
                if let next = lineEnd { at = next } else { readRecord() }
            }
        }

        /// Where the next line begins, if a line ends here.
        private var lineEnd: Int? {
            switch bytes[at] {
            case Byte.lf: at + 1
            case Byte.cr where grammar.bareCR: at + 1
            case Byte.cr where at + 1 == bytes.count: at + 1
            case Byte.cr where bytes[at + 1] == Byte.lf: at + 2
            default: nil
            }
        }

        private mutating func readRecord() {
            let start = at
            var cells: [[UInt8]] = []
            while true {
                if grammar.skipsSpace, !cells.isEmpty, at < bytes.count, bytes[at] == Byte.space { at += 1 }
                let isQuoted = grammar.hasQuote && at < bytes.count && bytes[at] == grammar.quote
                cells.append(isQuoted ? quotedCell() : plainCell())
                guard isSound else { return }
                guard at < bytes.count, bytes[at] == grammar.delimiter else { break }
                at += 1
            }
            if at < bytes.count { at = lineEnd! }
            if grammar.expected > 0, cells.count != grammar.expected { isSound = false }
            records.append((start, cells))
        }

        private mutating func plainCell() -> [UInt8] {
            var cell: [UInt8] = []
            while at < bytes.count, bytes[at] != grammar.delimiter, lineEnd == nil {
                if grammar.hasQuote, bytes[at] == grammar.quote { isSound = false }
                cell.append(bytes[at])
                at += 1
            }
            return cell
        }

        private mutating func quotedCell() -> [UInt8] {
            var cell: [UInt8] = []
            at += 1
            while at < bytes.count {
                let byte = bytes[at]
                at += 1
                if byte != grammar.quote {
                    cell.append(byte)
                } else if at < bytes.count, bytes[at] == grammar.quote {
                    cell.append(byte)
                    at += 1
                } else {
                    if at < bytes.count, bytes[at] != grammar.delimiter, lineEnd == nil { isSound = false }
                    return cell
                }
            }
            isSound = false
            return cell
        }
    }
#endif
