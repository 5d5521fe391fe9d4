public import Facts

/// A resolved formula made ready to be evaluated many times: its steps in postfix order, its leaves by number.
///
/// The one place that says what a formula's value is. Division by zero, the square root of a negative value, and anything with an
/// undefined part are undefined.
struct Program: Sendable {
    enum Step: Sendable {
        case push(Number)
        case leaf(Int)
        case negative, plus, minus, times, over, squareRoot, absolute, nearest, up, down
        case least(of: Int)
        case greatest(of: Int)
    }

    /// What the leaf numbers in the steps stand for, in the order of first use.
    let leaves: [Leaf]
    let steps: [Step]

    /// The program of a resolved tree. Names, windows and settings without a value, which such a tree does not have, trap.
    init(_ expression: Expression) {
        let leaves = expression.leaves
        let numbers = [Leaf: Int](uniqueKeysWithValues: leaves.enumerated().map { ($1, $0) })
        var steps: [Step] = []
        func add(_ expression: Expression) {
            for part in expression.parts { add(part) }
            switch expression {
            case .number(let value): steps.append(.push(value.number))
            case .config(let name, let value):
                guard let value else { preconditionFailure("config.\(name) is not resolved") }
                steps.append(.push(value.number))
            case .leaf(let leaf): steps.append(.leaf(numbers[leaf]!))
            case .name(let id): preconditionFailure("\(id) is not resolved")
            case .window, .only: preconditionFailure("a window is not resolved")
            case .negative: steps.append(.negative)
            case .binary(.plus, _, _): steps.append(.plus)
            case .binary(.minus, _, _): steps.append(.minus)
            case .binary(.times, _, _): steps.append(.times)
            case .binary(.over, _, _): steps.append(.over)
            case .call(.sqrt, _): steps.append(.squareRoot)
            case .call(.abs, _): steps.append(.absolute)
            case .call(.round, _): steps.append(.nearest)
            case .call(.ceil, _): steps.append(.up)
            case .call(.floor, _): steps.append(.down)
            case .call(.min, let parts): steps.append(.least(of: parts.count))
            case .call(.max, let parts): steps.append(.greatest(of: parts.count))
            }
        }
        add(expression)
        self.leaves = leaves
        self.steps = steps
    }

    /// The value, given those of the leaves by number; `stack` is working space that the caller may use again.
    func value(_ stack: inout [Number], leaf: (Int) -> Number?) -> Number? {
        stack.removeAll(keepingCapacity: true)
        for step in steps {
            switch step {
            case .push(let number): stack.append(number)
            case .leaf(let index):
                guard let number = leaf(index) else { return nil }
                stack.append(number)
            case .negative: stack.append(-stack.removeLast())
            case .squareRoot:
                guard let root = stack.removeLast().squareRoot else { return nil }
                stack.append(root)
            case .absolute: stack.append(stack.removeLast().magnitude)
            case .nearest: stack.append(stack.removeLast().rounded(.toNearestOrAwayFromZero))
            case .up: stack.append(stack.removeLast().rounded(.up))
            case .down: stack.append(stack.removeLast().rounded(.down))
            case .plus, .minus, .times, .over:
                let right = stack.removeLast()
                let left = stack.removeLast()
                switch step {
                case .plus: stack.append(left + right)
                case .minus: stack.append(left - right)
                case .times: stack.append(left * right)
                default:
                    guard let quotient = left / right else { return nil }
                    stack.append(quotient)
                }
            case .least(let count):
                for _ in 1..<count {
                    let right = stack.removeLast()
                    if Number.less(right, stack[stack.count - 1]) { stack[stack.count - 1] = right }
                }
            case .greatest(let count):
                for _ in 1..<count {
                    let right = stack.removeLast()
                    if Number.less(stack[stack.count - 1], right) { stack[stack.count - 1] = right }
                }
            }
        }
        if case .inexact(let value)? = stack.last, !value.isFinite { return nil }
        return stack.last
    }
}

extension Expression {
    /// The value of a resolved formula: exact while it can be; nil when it divides by zero or any part of it is undefined.
    ///
    /// For many values of one formula use `Evaluation`.
    ///
    /// - Parameter leaf: The value of a measure over its window, nil where it is undefined.
    public func value(leaf: (Leaf) -> Number?) -> Number? {
        let program = Program(self)
        var stack: [Number] = []
        return program.value(&stack) { leaf(program.leaves[$0]) }
    }
}
