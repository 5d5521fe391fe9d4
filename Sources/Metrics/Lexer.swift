import Facts
import Languages

/// One word, number or sign of a formula, and where it stands (in Unicode scalars).
struct Token {
    enum Kind: Equatable {
        case number(ExactDecimal)
        case name(String)
        /// A text in quotation marks.
        case text(String)
        /// One of `+ - * / ( ) , . =`, whatever of its forms was written.
        case sign(Character)
        case end
    }

    var kind: Kind
    var offset: Int
    var length: Int
}

/// Cuts a formula into tokens.
///
/// `−`, `×`, `÷` and the full-width forms that Chinese keyboards give (`（`, `，`) mean the same as the ASCII signs.
struct Lexer {
    /// More scalars than this are no formula of a metric.
    static let longest = 2000

    private let formula: String
    private let scalars: [Unicode.Scalar]
    private var position = 0

    private init(_ formula: String) {
        self.formula = formula
        self.scalars = Array(formula.unicodeScalars)
    }

    /// The tokens of a formula, with one `end` last.
    static func tokens(_ formula: String) throws(MetricsError) -> [Token] {
        var lexer = Lexer(formula)
        guard lexer.scalars.count <= longest else {
            throw MetricsError(
                .tooLarge, "the formula has \(lexer.scalars.count) characters, and \(longest) is the most",
                hint: "give parts of it to metrics of their own and name those")
        }
        var tokens: [Token] = []
        while let token = try lexer.next() { tokens.append(token) }
        tokens.append(Token(kind: .end, offset: lexer.scalars.count, length: 1))
        return tokens
    }

    /// Whether text may be the id of a metric: letters, digits and `_`, not a digit first.
    static func isName(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, startsName(first) else { return false }
        return text.unicodeScalars.allSatisfy(continuesName)
    }

    private mutating func next() throws(MetricsError) -> Token? {
        while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
        guard position < scalars.count else { return nil }
        let start = position
        let scalar = scalars[position]
        if Lexer.isDigit(scalar) { return try number() }
        if Lexer.startsName(scalar) {
            while position < scalars.count, Lexer.continuesName(scalars[position]) { position += 1 }
            return Token(kind: .name(text(start)), offset: start, length: position - start)
        }
        if let closing = Lexer.quotes[scalar] { return try quoted(closing) }
        position += 1
        if let sign = Lexer.signs[scalar] { return Token(kind: .sign(sign), offset: start, length: 1) }
        let hint =
            switch scalar {
            case "%": "write the fraction: 0.8 for 80 %"
            case "^": "write a * a for a square, sqrt(a) for a root"
            case "<", ">", "?", ":", "!", "&", "|": "formulas have no conditions; min(…) and max(…) set limits"
            case ";": "parts are separated by `,`"
            default:
                "a formula has names, numbers, + - * / ( ) and the functions "
                    + Expression.functions.joined(separator: ", ")
            }
        throw MetricsError(
            .badFormula, "`\(scalar)` means nothing in a formula", hint: hint, formula: formula, offset: start, length: 1)
    }

    /// `12` or `12.5`; a number followed by a letter or a second point is none.
    private mutating func number() throws(MetricsError) -> Token {
        let start = position
        func digits() { while position < scalars.count, Lexer.isDigit(scalars[position]) { position += 1 } }
        digits()
        if position + 1 < scalars.count, scalars[position] == ".", Lexer.isDigit(scalars[position + 1]) {
            position += 1
            digits()
        }
        let clean = position
        while position < scalars.count, scalars[position] == "." || Lexer.continuesName(scalars[position]) { position += 1 }
        guard clean == position, let value = ExactDecimal(text(start)) else {
            throw MetricsError(
                .badFormula, "`\(text(start))` is no number", hint: "numbers look like 12 or 0.75, with at most 18 digits",
                formula: formula, offset: start, length: position - start)
        }
        return Token(kind: .number(value), offset: start, length: position - start)
    }

    /// `"paid search"`; two closing marks within are one that does not close.
    private mutating func quoted(_ closing: Unicode.Scalar) throws(MetricsError) -> Token {
        let start = position
        position += 1
        var inner = ""
        while position < scalars.count {
            defer { position += 1 }
            if scalars[position] == closing {
                guard position + 1 < scalars.count, scalars[position + 1] == closing else {
                    return Token(kind: .text(inner), offset: start, length: position + 1 - start)
                }
                position += 1
            }
            inner.unicodeScalars.append(scalars[position])
        }
        throw MetricsError(
            .badFormula, "this quotation mark is never closed",
            hint: "add the other one, as in only(spend, channel = \"paid search\")",
            formula: formula, offset: start, length: 1)
    }

    private static let quotes: [Unicode.Scalar: Unicode.Scalar] = [
        "\"": "\"", "'": "'", "“": "”", "‘": "’", "「": "」", "＂": "＂",
    ]

    private func text(_ start: Int) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[start..<position])
        return text
    }

    private static let signs: [Unicode.Scalar: Character] = [
        "+": "+", "＋": "+", "-": "-", "−": "-", "－": "-", "–": "-", "*": "*", "×": "*", "＊": "*", "·": "*", "/": "/", "÷": "/",
        "／": "/", "(": "(", "（": "(", ")": ")", "）": ")", ",": ",", "，": ",", ".": ".", "=": "=", "＝": "=",
    ]

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }
    private static func startsName(_ scalar: Unicode.Scalar) -> Bool { scalar == "_" || scalar.properties.isAlphabetic }
    private static func continuesName(_ scalar: Unicode.Scalar) -> Bool { startsName(scalar) || isDigit(scalar) }
}
