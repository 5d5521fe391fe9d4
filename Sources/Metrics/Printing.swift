public import Facts

/// How a tree is written down: one printer for formula text, Excel and words, which differ in signs and in what atoms look like.
struct Notation {
    /// Signs of the four operations, with the space around them.
    var signs: (plus: String, minus: String, times: String, over: String) = (" + ", " - ", " * ", " / ")
    /// The sign before a negative value.
    var negative = "-"
    /// The brackets.
    var brackets = ("(", ")")
    /// A measure or metric by id.
    var name: (String) -> String = { FigureID.written($0) }
    /// A measure over its window.
    var leaf: (Leaf) -> String = { $0.description }
    /// A setting and its value.
    var config: (String, ExactDecimal?) -> String = { name, _ in "config.\(name)" }
    /// A function of parts that are already written down.
    var call: (Expression.Function, [String]) -> String = { "\($0.rawValue)(\($1.joined(separator: ", ")))" }
    /// A window around a part.
    var window: (Window, Expression, Notation) -> Written = { window, x, notation in
        Written(text: window.wrap(notation.write(x).text), binding: .atom)
    }

    /// A number, from its digits with a `.`.
    var number: (String) -> String = { $0 }

    /// A part of one member alone.
    var only: (MemberName, Expression, Notation) -> Written = { member, x, notation in
        Written(text: "only(\(notation.write(x).text), \(member))", binding: .atom)
    }

    /// How tightly a written expression holds together.
    enum Binding: Int { case sum, product, negative, atom }

    /// A written expression.
    struct Written {
        var text: String
        var binding: Binding
    }

    /// Writes a tree with no more brackets than it takes to read the same tree back.
    func write(_ expression: Expression) -> Written {
        switch expression {
        case .number(let value): return Written(text: number(value.plain), binding: .atom)
        case .name(let id): return Written(text: name(id), binding: .atom)
        case .leaf(let leaf): return Written(text: self.leaf(leaf), binding: .atom)
        case .config(let name, let value): return Written(text: config(name, value), binding: .atom)
        case .negative(let x): return Written(text: negative + within(x, .atom), binding: .negative)
        case .binary(let operation, let x, let y):
            // Operations of one rank group to the left, so only what stands to the right needs brackets at the same rank.
            let isSum = operation == .plus || operation == .minus
            // So does a negative value there, for the eye.
            var right = isSum ? Binding.product : .atom
            if case .negative = y { right = .atom }
            let text = within(x, isSum ? .sum : .product) + sign(operation) + within(y, right)
            return Written(text: text, binding: isSum ? .sum : .product)
        case .call(let function, let parts):
            return Written(text: call(function, parts.map { write($0).text }), binding: .atom)
        case .window(let window, let x): return self.window(window, x, self)
        case .only(let member, let x): return only(member, x, self)
        }
    }

    /// A part, in brackets when it holds together less tightly than its place asks for.
    func within(_ part: Expression, _ least: Binding) -> String {
        let written = write(part)
        return written.binding.rawValue >= least.rawValue ? written.text : brackets.0 + written.text + brackets.1
    }

    private func sign(_ operation: Expression.Operator) -> String {
        switch operation {
        case .plus: signs.plus
        case .minus: signs.minus
        case .times: signs.times
        case .over: signs.over
        }
    }
}

extension Expression: CustomStringConvertible {
    /// The formula's text, which parses to the same tree.
    public var description: String { Notation().write(self).text }

    /// The body of a live Excel formula, without the `=`; for resolved trees.
    ///
    /// Nothing is computed on the way: every number, operation and leaf of the tree stands in the text, with the brackets that keep
    /// its meaning. An undefined part is an Excel error there, so the caller wraps it: `=IFERROR(…,"n/a")`.
    ///
    ///     resolved.excel { "Numbers!" + cell(of: $0) }    // 100*(Numbers!C8-Numbers!C9)/Numbers!C7
    ///
    /// - Parameters:
    ///   - reference: The cell that holds a leaf.
    ///   - config: The cell or the literal for a setting, given its name and value. The default is the value.
    public func excel(
        reference: @escaping (Leaf) -> String,
        config: @escaping (String, ExactDecimal) -> String = { _, value in value.plain }
    ) -> String {
        var notation = Notation()
        notation.signs = ("+", "-", "*", "/")
        notation.leaf = reference
        notation.config = { config($0, $1 ?? ExactDecimal(digits: 1, scale: 0)) }
        notation.call = { $0.excel($1) }
        return notation.write(self).text
    }
}

extension Expression.Function {
    /// As Excel has it. Its FLOOR and CEILING want a step and differ between programs below 0, INT always goes down.
    fileprivate func excel(_ parts: [String]) -> String {
        switch self {
        case .min, .max, .sqrt, .abs: "\(rawValue.uppercased())(\(parts.joined(separator: ",")))"
        case .round: "ROUND(\(parts[0]),0)"
        case .floor: "INT(\(parts[0]))"
        case .ceil: "(-INT(-(\(parts[0]))))"
        }
    }
}

extension ExactDecimal {
    /// The number as formulas have it: digits, and a `.` where it has a fraction.
    public var plain: String {
        guard scale > 0 else { return String(digits) }
        let all = String(digits.magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - all.utf8.count)) + all
        let point = padded.index(padded.endIndex, offsetBy: -scale)
        return (digits < 0 ? "-" : "") + padded[..<point] + "." + padded[point...]
    }
}
