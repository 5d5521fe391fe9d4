/// Every different text of a column once, so that rows hold 32-bit codes.
///
/// Code 0 is the empty text, which stands for "no value".
public struct Pool: Sendable {
    /// The texts by code.
    public private(set) var texts: [String] = [""]
    private var codes: [String: UInt32] = ["": 0]

    /// A pool that holds the empty text only.
    public init() {}

    /// How many codes there are, the empty text's included.
    public var count: Int { texts.count }

    /// The code of a text, a new one where it was not seen before.
    public mutating func code(_ text: String) -> UInt32 {
        if let code = codes[text] { return code }
        let code = UInt32(texts.count)
        texts.append(text)
        codes[text] = code
        return code
    }

    /// The code of a text, or nil where it was never seen.
    public func find(_ text: String) -> UInt32? { codes[text] }

    /// The text of a code.
    public subscript(code: UInt32) -> String { texts[Int(code)] }
}

/// Code-point order, which does not depend on a locale or on Unicode's idea of equivalence.
public func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
