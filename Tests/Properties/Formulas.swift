#if DEBUG
    import Facts

    @testable public import Metrics

    /// A formula is parsed or refused with its place; what is parsed is printed as a formula of the same tree; and it has a value
    /// or none, whatever the measures are.
    @Sendable public func checkFormula(_ bytes: [UInt8]) throws {
        let text = String(decoding: bytes, as: UTF8.self)
        let tree: Expression
        do { tree = try Expression.parse(text) } catch {
            try require(!error.message.isEmpty && !error.description.isEmpty, "an error that says nothing")
            try require((error.column ?? 1) <= text.unicodeScalars.count + 1, "an error at \(error.column ?? 0)")
            return
        }
        let printed = tree.description
        // Printing may add brackets, and with them go over the limits of what is parsed.
        if printed.unicodeScalars.count <= 2000, tree.size.height <= 100 {
            try require(try Expression.parse(printed) == tree, "\(text.debugDescription) is printed as \(printed)")
        }
        let grounded = tree.grounded
        _ = grounded.excel { "[\($0)]" }
        let values: [Number] = [
            Number(0), Number(1), Number(-3, over: 7), Number(Int64.max), Number(Int64.min), Number(1, over: Int128.max),
            Number(Int128.max), .inexact(1e308), .inexact(-1e-300),
        ]
        for shift in values.indices {
            var next = shift
            let value = grounded.value { _ in
                next = (next + 1) % values.count
                return values[next]
            }
            guard let value else { continue }
            try require(value.double.isFinite, "\(printed) is \(value)")
            _ = (value.significant(12), value.fixed(2), value.signum, value.squareRoot)
        }
    }

    extension Expression {
        /// The same tree with a leaf for every name and window, and a value for every setting.
        public var grounded: Expression {
            switch self {
            case .number, .leaf: self
            case .config(let name, _): .config(name, ExactDecimal(digits: 8, scale: 1))
            case .name(let id): .leaf(Leaf(id))
            case .window(let window, .name(let id)): .leaf(Leaf(id, window))
            case .window(_, let x): x.grounded
            case .only(let member, .name(let id)): .leaf(Leaf(id, only: member))
            case .only(_, let x): x.grounded
            case .negative(let x): .negative(x.grounded)
            case .binary(let operation, let x, let y): .binary(operation, x.grounded, y.grounded)
            case .call(let function, let parts): .call(function, parts.map(\.grounded))
            }
        }
    }
#endif
