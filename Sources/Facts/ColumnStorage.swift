/// What the memory of columns is written to, array by array: nothing goes through it value by value.
public protocol ColumnSink {
    /// Writes the values as they lie in memory.
    mutating func write<Value: BitwiseCopyable>(_ values: [Value])
    /// Writes one number.
    mutating func write(_ number: Int)
}

/// What columns are made of again: gives in the same order what a ``ColumnSink`` was given.
public protocol ColumnSupply {
    /// The next values. Their number is one that is there, their bits are any: whoever takes them looks at them.
    mutating func values<Value: BitwiseCopyable>(_ kind: Value.Type) throws(ColumnDamage) -> [Value]
    /// The next number.
    mutating func number() throws(ColumnDamage) -> Int
}

/// That what was kept of columns is not what was written.
public struct ColumnDamage: Error, Sendable {
    /// What is wrong with it, as part of a sentence.
    public var message: String

    /// A damage in words.
    public init(_ message: String) { self.message = message }

    /// Throws unless something holds.
    @inlinable public static func unless(_ holds: Bool, _ message: @autoclosure () -> String) throws(ColumnDamage) {
        if !holds { throw ColumnDamage(message()) }
    }
}

extension CodeColumn {
    /// Writes the column as it lies in memory.
    public func store(in sink: inout some ColumnSink) {
        sink.write(Int(width.rawValue))
        switch width {
        case .one: sink.write(bytes)
        case .two: sink.write(shorts)
        case .four: sink.write(words)
        }
    }

    /// Reads what ``store(in:)`` wrote.
    ///
    /// - Parameter count: How many codes there are: all must be below.
    public init(from supply: inout some ColumnSupply, codes count: Int) throws(ColumnDamage) {
        self.init()
        guard let width = Width(rawValue: UInt8(truncatingIfNeeded: try supply.number())) else {
            throw ColumnDamage("codes of no known width")
        }
        self.width = width
        let most: Int
        switch width {
        case .one:
            bytes = try supply.values(UInt8.self)
            most = Int(bytes.reduce(0, Swift.max))
        case .two:
            shorts = try supply.values(UInt16.self)
            most = Int(shorts.reduce(0, Swift.max))
        case .four:
            words = try supply.values(UInt32.self)
            most = Int(words.reduce(0, Swift.max))
        }
        try ColumnDamage.unless(isEmpty || most < count, "a code without a text")
    }
}

extension WholeColumn {
    /// Writes the column as it lies in memory.
    public func store(in sink: inout some ColumnSink) {
        sink.write(isWide ? 1 : 0)
        if isWide { sink.write(wide) } else { sink.write(short) }
    }

    /// Reads what ``store(in:)`` wrote.
    public init(from supply: inout some ColumnSupply) throws(ColumnDamage) {
        self.init()
        isWide = try supply.number() != 0
        if isWide { wide = try supply.values(Int64.self) } else { short = try supply.values(Int32.self) }
    }
}

extension StampColumn {
    /// Writes the column as it lies in memory.
    public func store(in sink: inout some ColumnSink) {
        sink.write(form.rawValue)
        sink.write(missing)
        switch form {
        case .seconds: sink.write(seconds)
        case .wide: sink.write(wide.map(\.microseconds))
        case .some:
            sink.write(some.count)
            sink.write(some.bits)
            sink.write(some.values)
        }
    }

    /// Reads what ``store(in:)`` wrote.
    public init(from supply: inout some ColumnSupply) throws(ColumnDamage) {
        self.init()
        guard let form = Form(rawValue: try supply.number()) else { throw ColumnDamage("stamps of no known form") }
        self.form = form
        missing = try supply.number()
        switch form {
        case .seconds: seconds = try supply.values(UInt32.self)
        case .wide: wide = try supply.values(Int64.self).map { Stamp(microseconds: $0) }
        case .some:
            let (count, bits) = (try supply.number(), try supply.values(UInt64.self))
            guard let some = SparseSeconds(values: try supply.values(UInt32.self), bits: bits, count: count) else {
                throw ColumnDamage("stamps of other rows")
            }
            self.some = some
        }
    }
}
