/// Codes of a ``Pool`` or such by row, in as few bytes each as all of them fit into: one while none is above 255, then two, then four.
public struct CodeColumn: Sendable, RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
    // One of these holds the codes; the others are empty.
    @usableFromInline var bytes: [UInt8] = []
    @usableFromInline var shorts: [UInt16] = []
    @usableFromInline var words: [UInt32] = []
    @usableFromInline var width = Width.one

    /// How many bytes a code takes.
    @usableFromInline enum Width: UInt8, Sendable { case one, two, four }

    /// A column without rows.
    public init() {}

    /// So many rows with the same code.
    public init(repeating code: UInt32, count: Int) {
        makeRoom(for: code)
        switch width {
        case .one: bytes = Array(repeating: UInt8(code), count: count)
        case .two: shorts = Array(repeating: UInt16(code), count: count)
        case .four: words = Array(repeating: code, count: count)
        }
    }

    /// A column of some codes.
    @inlinable public init(_ codes: some Sequence<UInt32>) {
        self.init()
        for code in codes { append(code) }
    }

    /// A column of some codes.
    public init(arrayLiteral codes: UInt32...) { self.init(codes) }

    /// A column of some codes in four bytes each, as they are: for few rows that are soon added to others.
    public init(asTheyAre codes: [UInt32]) { (words, width) = (codes, .four) }

    /// The first row.
    @inlinable public var startIndex: Int { 0 }
    /// One past the last row.
    @inlinable public var endIndex: Int {
        switch width {
        case .one: bytes.count
        case .two: shorts.count
        case .four: words.count
        }
    }

    /// The code of a row.
    @inlinable public subscript(row: Int) -> UInt32 {
        @inline(__always)
        get {
            switch width {
            case .one: UInt32(bytes[row])
            case .two: UInt32(shorts[row])
            case .four: words[row]
            }
        }
        set {
            makeRoom(for: newValue)
            switch width {
            case .one: bytes[row] = UInt8(truncatingIfNeeded: newValue)
            case .two: shorts[row] = UInt16(truncatingIfNeeded: newValue)
            case .four: words[row] = newValue
            }
        }
    }

    /// Adds a row.
    @inlinable public mutating func append(_ code: UInt32) {
        makeRoom(for: code)
        switch width {
        case .one: bytes.append(UInt8(truncatingIfNeeded: code))
        case .two: shorts.append(UInt16(truncatingIfNeeded: code))
        case .four: words.append(code)
        }
    }

    /// Adds the rows of another column, `map` giving the code here for each of the codes there.
    ///
    /// - Parameter most: The greatest code that it gives.
    public mutating func append(contentsOf other: CodeColumn, as map: [UInt32], most: UInt32) {
        makeRoom(for: most)
        func add<Code: FixedWidthInteger>(to codes: inout [Code]) {
            map.withUnsafeBufferPointer { map in
                // What was just read is in four bytes.
                if other.width == .four {
                    codes.append(contentsOf: other.words.lazy.map { Code(truncatingIfNeeded: map[Int($0)]) })
                } else {
                    codes.append(contentsOf: other.lazy.map { Code(truncatingIfNeeded: map[Int($0)]) })
                }
            }
        }
        switch width {
        case .one: add(to: &bytes)
        case .two: add(to: &shorts)
        case .four: add(to: &words)
        }
    }

    /// Puts another code in the place of each.
    ///
    /// - Parameters:
    ///   - map: By code the one to stand in its place; it has one for each that the column has.
    ///   - most: The greatest code that it gives.
    public mutating func replaceAll(by map: [UInt32], most: UInt32) {
        // What is there already need not be gone through.
        if Pool.areSame(map) { return }
        makeRoom(for: most)
        func replace<Code: FixedWidthInteger>(_ codes: inout [Code]) {
            map.withUnsafeBufferPointer { map in
                codes.withUnsafeMutableBufferPointer { codes in
                    for row in codes.indices { codes[row] = Code(truncatingIfNeeded: map[Int(codes[row])]) }
                }
            }
        }
        switch width {
        case .one: replace(&bytes)
        case .two: replace(&shorts)
        case .four: replace(&words)
        }
    }

    /// The codes that occur, in the order in which they first do, of a column that has none of a number or above.
    public func firsts(below count: Int) -> [UInt32] {
        var found: [UInt32] = []
        var isFound = [Bool](repeating: false, count: count)
        func find(_ codes: [some FixedWidthInteger]) {
            for code in codes where !isFound[Int(code)] {
                isFound[Int(code)] = true
                found.append(UInt32(code))
                if found.count == count { return }
            }
        }
        switch width {
        case .one: find(bytes)
        case .two: find(shorts)
        case .four: find(words)
        }
        return found
    }

    /// Calls `body` with the code of each of some rows, and with the row's place among them, from 0 on.
    @inlinable public func forEach(in rows: Range<Int>, _ body: (_ place: Int, UInt32) -> Void) {
        switch width {
        case .one: for (place, code) in bytes[rows].enumerated() { body(place, UInt32(code)) }
        case .two: for (place, code) in shorts[rows].enumerated() { body(place, UInt32(code)) }
        case .four: for (place, code) in words[rows].enumerated() { body(place, code) }
        }
    }

    /// Makes room for so many rows in all.
    public mutating func reserveCapacity(_ rows: Int) {
        switch width {
        case .one: bytes.reserveCapacity(rows)
        case .two: shorts.reserveCapacity(rows)
        case .four: words.reserveCapacity(rows)
        }
    }

    /// How many bytes the rows take.
    public var byteCount: Int { bytes.count + 2 * shorts.count + 4 * words.count }

    /// Calls the one of some functions that takes what holds the codes, for making ready the memory that is reserved for more.
    public mutating func withStorage(
        _ one: (inout [UInt8]) -> Void, _ two: (inout [UInt16]) -> Void, _ four: (inout [UInt32]) -> Void
    ) {
        switch width {
        case .one: one(&bytes)
        case .two: two(&shorts)
        case .four: four(&words)
        }
    }

    /// Has the rows wide enough for a code.
    @inlinable @inline(__always)
    mutating func makeRoom(for code: UInt32) {
        if width != .four, code > (width == .one ? UInt32(UInt8.max) : UInt32(UInt16.max)) { widen(for: code) }
    }

    /// Has the rows take more bytes each, and room for as many as before.
    @usableFromInline @inline(never)
    mutating func widen(for code: UInt32) {
        func widened<Wide: FixedWidthInteger>(_ narrow: [some FixedWidthInteger]) -> [Wide] {
            var wide: [Wide] = []
            wide.reserveCapacity(narrow.capacity)
            wide.append(contentsOf: narrow.lazy.map { Wide(truncatingIfNeeded: $0) })
            return wide
        }
        if code <= UInt16.max {
            (shorts, bytes, width) = (widened(bytes), [], .two)
        } else {
            words = width == .one ? widened(bytes) : widened(shorts)
            (bytes, shorts, width) = ([], [], .four)
        }
    }
}

extension CodeColumn: Equatable {
    /// Whether two columns have the same codes, however many bytes they take.
    public static func == (a: CodeColumn, b: CodeColumn) -> Bool { a.elementsEqual(b) }
}
