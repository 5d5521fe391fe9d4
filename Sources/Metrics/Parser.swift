import Facts
import Languages
import RollUps

extension Expression {
    /// The tree of a formula's text.
    ///
    ///     try Expression.parse("spend / customers_new")
    ///
    /// - Throws: `MetricsError` that shows the place in the formula; its column counts from the formula's first character.
    public static func parse(_ formula: String) throws(MetricsError) -> Expression { try Formula(formula).expression }
}

/// A formula as parsed: its text, its tree, and where it names what, for errors that show the place.
struct Formula: Sendable {
    /// The name of a measure or metric, of a setting, of a dimension or of a figure (its id), where it is first used.
    struct Mention: Sendable {
        enum Kind { case name, setting, dimension, figure }

        var name: String
        var kind: Kind
        var offset: Int
        /// How long it is as written; nil where it stands as the name is.
        var length: Int?
    }

    /// As written.
    let text: String
    /// As parsed, unresolved.
    let expression: Expression
    /// In the order of first use, each once.
    let mentions: [Mention]

    init(_ text: String) throws(MetricsError) {
        var parser = Parser(text: text, tokens: try Lexer.tokens(text))
        self.text = text
        self.expression = try parser.whole()
        self.mentions = parser.mentions
    }

    /// An error about the place of a mention.
    func error(_ code: MetricsError.Code, _ message: String, hint: String = "", at mention: Mention) -> MetricsError {
        MetricsError(
            code, message, hint: hint, formula: text, offset: mention.offset,
            length: mention.length ?? mention.name.unicodeScalars.count)
    }
}

/// Recursive descent over tokens; one function for each level of binding.
private struct Parser {
    /// Brackets, functions and signs within each other; the parser's own recursion.
    static let deepest = 200
    /// Nodes of one tree.
    static let most = 400

    let text: String
    let tokens: [Token]
    var mentions: [Formula.Mention] = []
    var position = 0
    var depth = 0
    var nodes = 0

    init(text: String, tokens: [Token]) {
        self.text = text
        self.tokens = tokens
    }

    var token: Token { tokens[position] }

    mutating func whole() throws(MetricsError) -> Expression {
        if tokens.count == 1 {
            throw MetricsError(.badFormula, "the formula is empty", hint: "write one, such as spend / customers_new")
        }
        let expression = try sum()
        switch token.kind {
        case .end: return expression
        case .sign(")"): throw error("this `)` closes nothing", hint: "take it away, or add the `(` it belongs to")
        case .sign(","): throw error("a `,` may stand only between the parts of a function")
        case .sign("."): throw error("a `.` may stand only within a number, in config.NAME or in figure.NAME")
        case .sign("="):
            throw error("formulas have no conditions", hint: "a `=` stands in only(spend, channel = \"paid search\")")
        default: throw error("there is no sign before this", hint: "write one of + - * / before it")
        }
    }

    mutating func sum() throws(MetricsError) -> Expression {
        var left = try product()
        while true {
            let operation: Expression.Operator
            switch token.kind {
            case .sign("+"): operation = .plus
            case .sign("-"): operation = .minus
            default: return left
            }
            position += 1
            left = try counted(.binary(operation, left, try product()))
        }
    }

    mutating func product() throws(MetricsError) -> Expression {
        var left = try signed()
        while true {
            let operation: Expression.Operator
            switch token.kind {
            case .sign("*"): operation = .times
            case .sign("/"): operation = .over
            default: return left
            }
            position += 1
            left = try counted(.binary(operation, left, try signed()))
        }
    }

    mutating func signed() throws(MetricsError) -> Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Parser.deepest else {
            throw error(
                .tooLarge, "the formula is nested more than \(Parser.deepest) deep",
                hint: "give parts of it to metrics of their own and name those")
        }
        guard case .sign("-") = token.kind else { return try atom() }
        position += 1
        return try counted(.negative(try signed()))
    }

    mutating func atom() throws(MetricsError) -> Expression {
        let start = token
        switch start.kind {
        case .number(let value):
            position += 1
            return try counted(.number(value))
        case .name(let name):
            position += 1
            if name == "config" { return try setting() }
            if name == "figure" { return try figure(start) }
            if case .sign("(") = token.kind { return try function(name, start) }
            if Expression.reserved.contains(name), name != Leaf.elapsed {
                position -= 1
                throw error("`\(name)` needs its parts in brackets", hint: example(name))
            }
            if name != Leaf.elapsed { mention(name, .name, start) }
            return try counted(.name(name))
        case .sign("("):
            position += 1
            let inner = try sum()
            try close(start)
            return inner
        case .end: throw error("the formula ends where a name or a number was expected")
        case .text:
            throw error(
                "a text may stand only for a member, as in only(spend, channel = \"paid search\")",
                hint: "names of measures and metrics are written without quotation marks")
        case .sign(let sign): throw error("a name or a number was expected, not `\(sign)`")
        }
    }

    /// `config` is read already.
    mutating func setting() throws(MetricsError) -> Expression {
        if case .sign(".") = token.kind {
            position += 1
            if case .name(let name) = token.kind {
                mention(name, .setting, token)
                position += 1
                return try counted(.config(name, nil))
            }
        }
        throw error("config needs the name of a setting", hint: "write it like config.gross_margin")
    }

    /// `figure` is read already.
    mutating func figure(_ start: Token) throws(MetricsError) -> Expression {
        if case .sign(".") = token.kind {
            position += 1
            switch token.kind {
            case .name(let name), .text(let name):
                let id = FigureID.id(name)
                guard id.count > Measure.figurePrefix.count else { break }
                let end = token.offset + token.length
                if !mentions.contains(where: { $0.name == id && $0.kind == .figure }) {
                    mentions.append(
                        Formula.Mention(name: id, kind: .figure, offset: start.offset, length: end - start.offset))
                }
                position += 1
                return try counted(.name(id))
            default: break
            }
        }
        throw error(
            "figure needs the name of a figure", hint: "write it like figure.net_burn or figure.\"support hours\"")
    }

    /// The name is read already, the bracket is not.
    mutating func function(_ name: String, _ start: Token) throws(MetricsError) -> Expression {
        let bracket = token
        position += 1
        switch name {
        case _ where Expression.Function(rawValue: name) != nil:
            let function = Expression.Function(rawValue: name)!
            var parts = [try sum()]
            while case .sign(",") = token.kind {
                position += 1
                parts.append(try sum())
            }
            try close(bracket)
            guard function.takesSeveral || parts.count == 1 else {
                throw error(.badFormula, "\(name) takes one part", hint: example(name), at: start)
            }
            return try counted(.call(function, parts))
        case "year_ago":
            let inner = try sum()
            try close(bracket)
            return try counted(.window(Window(shifts: [.yearAgo]), inner))
        case "prior":
            let inner = try sum()
            var shift = Shift.priorPeriod
            if case .sign(",") = token.kind { shift = .prior(try length(name)) }
            try close(bracket)
            return try counted(.window(Window(shifts: [shift]), inner))
        case "trailing":
            let inner = try sum()
            guard case .sign(",") = token.kind else {
                throw error("trailing needs the length of its window", hint: example(name))
            }
            let window = Window(trailing: try length(name))
            try close(bracket)
            return try counted(.window(window, inner))
        case "only":
            let inner = try sum()
            let member = try member()
            try close(bracket)
            return try counted(.only(member, inner))
        default:
            let functions = Expression.functions
            let hint = nearest(name, in: functions).map { "did you mean `\($0)`?" }
            throw error(
                .badFormula, "there is no function `\(name)`", hint: hint ?? "there are " + functions.joined(separator: ", "),
                at: start)
        }
    }

    /// `, channel = "paid search"`
    mutating func member() throws(MetricsError) -> MemberName {
        guard token.kind == .sign(",") else { throw error("only needs a dimension and a member", hint: example("only")) }
        position += 1
        let dimension: String
        switch token.kind {
        case .name(let name), .text(let name): dimension = name
        default: throw error("the name of a dimension was expected", hint: example("only"))
        }
        mention(dimension, .dimension, token)
        position += 1
        guard token.kind == .sign("=") else { throw error("a `=` was expected", hint: example("only")) }
        position += 1
        guard case .text(let name) = token.kind else {
            throw error("a member in quotation marks was expected", hint: example("only"))
        }
        position += 1
        return MemberName(dimension: dimension, name: name)
    }

    /// `, 12 months`
    mutating func length(_ function: String) throws(MetricsError) -> Length {
        position += 1
        guard case .number(let value) = token.kind, value.scale == 0, (1...1200).contains(value.digits) else {
            throw error("a whole number was expected, 1 to 1200", hint: example(function))
        }
        position += 1
        guard case .name(let word) = token.kind, let unit = Expression.units[word] else {
            throw error("one of the words days, weeks, months, quarters, years was expected", hint: example(function))
        }
        let length: Length =
            switch unit {
            case .days(let days): .days(Int(value.digits) * days)
            case .months(let months): .months(Int(value.digits) * months)
            }
        guard length.isAtMostACentury else { throw error("a window is at most 100 years long", hint: example(function)) }
        position += 1
        return length
    }

    mutating func close(_ bracket: Token) throws(MetricsError) {
        guard token.kind == .sign(")") else {
            if token.kind == .end { throw error(.badFormula, "this `(` is never closed", hint: "add a `)`", at: bracket) }
            throw error("a `)` or one of + - * / was expected")
        }
        position += 1
    }

    mutating func counted(_ expression: Expression) throws(MetricsError) -> Expression {
        nodes += 1
        guard nodes <= Parser.most else {
            throw MetricsError(
                .tooLarge, "the formula has more than \(Parser.most) parts",
                hint: "give parts of it to metrics of their own and name those")
        }
        return expression
    }

    mutating func mention(_ name: String, _ kind: Formula.Mention.Kind, _ token: Token) {
        guard !mentions.contains(where: { $0.name == name && $0.kind == kind }) else { return }
        mentions.append(Formula.Mention(name: name, kind: kind, offset: token.offset))
    }

    func example(_ function: String) -> String {
        switch function {
        case "trailing": "write it like trailing(spend, 3 months)"
        case "prior": "write it like prior(spend) or prior(arr_closing, 3 months)"
        case "year_ago": "write it like year_ago(arr_closing)"
        case "only": "write it like only(spend, channel = \"paid search\")"
        case _ where Expression.units[function] != nil:
            "`\(function)` belongs into trailing(spend, 3 \(function)) or prior(spend, 3 \(function))"
        case _ where Expression.Function(rawValue: function)?.takesSeveral == false: "write it like \(function)(spend)"
        default: "write it like \(function)(won, lost)"
        }
    }

    func error(
        _ code: MetricsError.Code = .badFormula, _ message: String, hint: String = "", at token: Token? = nil
    ) -> MetricsError {
        let token = token ?? self.token
        return MetricsError(code, message, hint: hint, formula: text, offset: token.offset, length: token.length)
    }

    func error(_ message: String, hint: String = "") -> MetricsError { error(.badFormula, message, hint: hint) }
}
