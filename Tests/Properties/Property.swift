#if DEBUG
    /// Something that must hold of every input.
    public struct Property: Sendable {
        /// The name of its folder of seeds and of its target in `make fuzz`.
        public let name: String
        /// Throws a ``Violation`` where it does not hold. Traps and hangs break it too.
        public let check: @Sendable ([UInt8]) throws -> Void

        /// All of them.
        public static let all = [
            Property(name: "reader", check: checkReading), Property(name: "typer", check: checkTyping),
            Property(name: "file", check: checkFile), Property(name: "formula", check: checkFormula),
            Property(name: "configuration", check: checkConfiguration), Property(name: "scaling", check: checkScaling),
        ]

        /// The property of that name.
        public static func named(_ name: String) -> Property? { all.first { $0.name == name } }
    }

    /// A property that does not hold.
    public struct Violation: Error, CustomStringConvertible {
        /// What was found.
        public let description: String
    }

    /// Throws a violation where `holds` is false.
    func require(_ holds: Bool, _ message: @autoclosure () -> String) throws(Violation) {
        if !holds { throw Violation(description: message()) }
    }

    /// An input taken apart: after a byte 1 stand three bytes of options; without it the whole input is the text and the options
    /// are 0, so that any file is an input as it is.
    struct Input {
        /// Three bytes that choose among the ways to read the text.
        let options: [UInt8]
        /// The text.
        let text: [UInt8]

        init(_ bytes: [UInt8]) {
            let hasOptions = bytes.count >= 4 && bytes[0] == 1
            options = hasOptions ? Array(bytes[1...3]) : [0, 0, 0]
            text = hasOptions ? Array(bytes[4...]) : bytes
        }
    }
#endif
