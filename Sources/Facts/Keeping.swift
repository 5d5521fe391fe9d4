extension Array {
    /// Keeps the values at some places, which ascend; they move up within the memory that they have.
    @inlinable public mutating func keep(_ places: [Int32]) {
        precondition(places.isEmpty || places[0] >= 0 && Int(places[places.count - 1]) < count, "the column has these rows")
        withUnsafeMutableBufferPointer { values in
            places.withUnsafeBufferPointer { places in
                for place in 0..<places.count { values[place] = values[Int(places[place])] }
            }
        }
        removeLast(count - places.count)
    }
}

extension WholeColumn {
    /// Keeps some of the rows, which ascend.
    public mutating func keep(_ rows: [Int32]) { if isWide { wide.keep(rows) } else { short.keep(rows) } }
}

extension CodeColumn {
    /// Keeps some of the rows, which ascend.
    public mutating func keep(_ rows: [Int32]) {
        switch width {
        case .one: bytes.keep(rows)
        case .two: shorts.keep(rows)
        case .four: words.keep(rows)
        }
    }
}
