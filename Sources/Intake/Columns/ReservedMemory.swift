#if canImport(Glibc)
    import Glibc
#endif

/// Memory that is reserved and has not been written to.
enum ReservedMemory {
    /// Has the system bring in the pages of some of an array's places, as far as there is room for them. A page that is brought in
    /// when it is first written to costs twice as much. Does nothing where the system cannot.
    static func bringIn<Element>(_ array: inout [Element], _ places: Range<Int>) {
        #if canImport(Glibc)
            let stride = MemoryLayout<Element>.stride
            let end = min(places.upperBound, array.capacity) * stride
            array.withUnsafeMutableBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return }
                let page = UInt(4096)
                let low = (UInt(bitPattern: base) + UInt(places.lowerBound * stride) + page - 1) & ~(page - 1)
                let high = (UInt(bitPattern: base) + UInt(end)) & ~(page - 1)
                guard high > low, let start = UnsafeMutableRawPointer(bitPattern: low) else { return }
                madvise(start, Int(high - low), populate)
            }
        #endif
    }

    /// `MADV_POPULATE_WRITE`, of Linux 5.14.
    private static let populate: Int32 = 23
}
