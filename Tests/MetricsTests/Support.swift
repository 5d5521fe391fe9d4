import Facts
import Metrics
import RollUps
import Seeded

extension Expression {
    /// A random tree as a formula may have it, with names and windows.
    static func random(depth: Int, _ random: inout Seeded) -> Expression {
        switch depth == 0 ? Int.random(in: 0...3, using: &random) : Int.random(in: 0...11, using: &random) {
        case 0:
            return .number(
                ExactDecimal(digits: .random(in: 0...9999, using: &random), scale: .random(in: 0...3, using: &random)))
        case 1: return .config("gross_margin", nil)
        case 2, 3: return .name(["won", "spend", "arr_closing", "nps"].randomElement(using: &random)!)
        case 4: return .negative(.random(depth: depth - 1, &random))
        case 5: return .window(.random(&random), .random(depth: depth - 1, &random))
        case 7:
            let member = ["paid search", "say \"yes\"", "", "渠道"].randomElement(using: &random)!
            return .only(
                MemberName(dimension: .random(using: &random) ? "channel" : "sales region", name: member),
                .random(depth: depth - 1, &random))
        case 6:
            let function = Function.allCases.randomElement(using: &random)!
            let count = function == .min || function == .max ? Int.random(in: 1...3, using: &random) : 1
            return .call(function, (0..<count).map { _ in .random(depth: depth - 1, &random) })
        default:
            return .binary(
                Operator.allCases.randomElement(using: &random)!, .random(depth: depth - 1, &random),
                .random(depth: depth - 1, &random))
        }
    }
}

extension Window {
    /// One of the windows that a formula can write in one step.
    static func random(_ random: inout Seeded) -> Window {
        switch Int.random(in: 0...3, using: &random) {
        case 0: Window(shifts: [.priorPeriod])
        case 1: Window(shifts: [.prior(.random(&random))])
        case 2: Window(shifts: [.yearAgo])
        default: Window(trailing: .random(&random))
        }
    }
}

extension Length {
    static func random(_ random: inout Seeded) -> Length {
        .random(using: &random) ? .months(.random(in: 1...24, using: &random)) : .days(.random(in: 1...400, using: &random))
    }
}

/// A naive reading of an Excel formula, by Excel's rules: unary minus first, then * and /, then + and -, each from the left.
/// Cells are written `[name]`. It follows the text and knows nothing of trees.
struct ExcelFormula {
    private var rest: Substring
    private let cell: (String) -> Number?

    static func value(_ text: String, cell: @escaping (String) -> Number?) -> Number? {
        var formula = ExcelFormula(rest: text[...], cell: cell)
        let value = formula.sum()
        precondition(formula.rest.isEmpty, "left over: \(formula.rest)")
        return value
    }

    /// The whole number at or below a value that is not below 0; or at or above.
    private static func whole(_ value: Number, up: Bool = false) -> Number {
        guard case .exact(let numerator, let denominator) = value else {
            return .inexact(up ? value.double.rounded(.up) : value.double.rounded(.down))
        }
        return Number(numerator / denominator + (up && numerator % denominator != 0 ? 1 : 0))
    }

    private mutating func take(_ sign: Character) -> Bool {
        guard rest.first == sign else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func sum() -> Number? {
        var total = product()
        while true {
            if take("+") {
                let next = product()
                total = total.flatMap { a in next.map { a + $0 } }
            } else if take("-") {
                let next = product()
                total = total.flatMap { a in next.map { a - $0 } }
            } else {
                return total
            }
        }
    }

    private mutating func product() -> Number? {
        var total = signed()
        while true {
            if take("*") {
                let next = signed()
                total = total.flatMap { a in next.map { a * $0 } }
            } else if take("/") {
                let next = signed()
                total = total.flatMap { a in next.flatMap { a / $0 } }
            } else {
                return total
            }
        }
    }

    private mutating func signed() -> Number? {
        if take("-") { return signed().map { -$0 } }
        if take("(") {
            let value = sum()
            precondition(take(")"))
            return value
        }
        if take("[") {
            let name = rest.prefix { $0 != "]" }
            rest = rest.dropFirst(name.count + 1)
            return cell(String(name))
        }
        let function = rest.prefix(while: \.isLetter)
        if !function.isEmpty {
            rest = rest.dropFirst(function.count)
            precondition(take("("))
            var parts = [sum()]
            while take(",") { parts.append(sum()) }
            precondition(take(")"))
            let known = parts.compactMap { $0 }
            guard known.count == parts.count else { return nil }
            switch function {
            case "SQRT": return known[0].squareRoot
            case "ABS": return known[0].signum < 0 ? -known[0] : known[0]
            case "ROUND":
                let (size, half) = (known[0].signum < 0 ? -known[0] : known[0], Number(1, over: 2))
                return known[0].signum < 0 ? -Self.whole(size + half) : Self.whole(size + half)
            case "INT": return known[0].signum < 0 ? -Self.whole(-known[0], up: true) : Self.whole(known[0])
            case "MIN": return known.dropFirst().reduce(known[0]) { Number.less($1, $0) ? $1 : $0 }
            case "MAX": return known.dropFirst().reduce(known[0]) { Number.less($0, $1) ? $1 : $0 }
            default: preconditionFailure("no function \(function)")
            }
        }
        let digits = rest.prefix { $0.isNumber || $0 == "." }
        rest = rest.dropFirst(digits.count)
        return ExactDecimal(digits)!.number
    }
}

/// Values by measure, the same for every frame, or made from the frame by a function.
struct FixedValues: MeasureValues {
    var values: @Sendable (String, Frame, Slice) -> Number?

    init(_ values: [String: Int]) { self.values = { measure, _, _ in values[measure].map { Number($0) } } }
    init(_ values: @escaping @Sendable (String, Frame, Slice) -> Number?) { self.values = values }

    func value(_ measure: String, _ frame: Frame, _ slice: Slice) -> Number? { values(measure, frame, slice) }
    func isDivided(_ measure: String, by dimension: Int) -> Bool { true }
    func slice(dimension: String, member: String) -> Slice? { UInt32(member).map { .member(dimension: 0, code: $0) } }
    /// What all that goes on growing takes.
    var median: Number?

    func medianDays(to measure: String) -> Number? { median }

    /// What of a measure is late.
    var late: [String: Late] = [:]

    func lacks(_ measure: String, _ frame: Frame) -> Late? { late[measure] }
}

/// The printed error of what `body` throws, or nil.
func complaint(_ body: () throws -> Void) -> String? {
    do {
        try body()
        return nil
    } catch {
        return "\(error)"
    }
}
