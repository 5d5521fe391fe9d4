import Facts
import Glibc

/// The file of a kept reading: a head of 64 bytes, large arrays one after the other as they lay in memory, and last the small values.
///
/// The head says how long the small values are and what the checksum of all is. Words are as this machine writes them: the state folder
/// is no place for other machines' readings, and one with words the other way round has another head.
enum KeptFile {
    /// The first word: `gtm` and the number of the format, which is another one whenever what is written changes.
    static let mark: UInt64 = 0x6774_6D2D_7264_0001
    static let headSize = 64
    /// Arrays of fewer bytes lie among the small values.
    static let small = 4096
}

/// Writes a kept reading. What goes wrong is in ``failure`` at the end.
struct KeptWriter: ColumnSink {
    private let descriptor: Int32
    private var values: [UInt8] = []
    private var hash = BlockHash()
    private var offset = KeptFile.headSize
    /// Why it cannot be written, as the system numbers reasons; nil while it can.
    private(set) var failure: Int32?

    /// A writer to an empty file.
    init(_ descriptor: Int32) { self.descriptor = descriptor }

    mutating func write<Value: BitwiseCopyable>(_ array: [Value]) {
        write(array.count)
        array.withUnsafeBytes { bytes in
            if bytes.count < KeptFile.small { return values.append(contentsOf: bytes) }
            var start = 0
            while start < bytes.count {
                let end = min(bytes.count, start + BlockHash.block)
                let block = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
                hash.addBlock(block)
                put(block, at: offset)
                offset += block.count
                start = end
            }
        }
    }

    mutating func write(_ number: Int) { withUnsafeBytes(of: number) { values.append(contentsOf: $0) } }

    mutating func write(_ flag: Bool) { values.append(flag ? 1 : 0) }

    mutating func write(_ text: String) {
        write(text.utf8.count)
        values.append(contentsOf: text.utf8)
    }

    mutating func write(_ number: Int?) {
        write(number != nil)
        if let number { write(number) }
    }

    mutating func write(_ texts: [String]) {
        write(texts.count)
        for text in texts { write(text) }
    }

    /// Writes the small values and the head; true where all is written.
    mutating func finish() -> Bool {
        values.withUnsafeBytes { hash.add($0) }
        let start = offset
        let (bytes, count) = (values, values.count)
        bytes.withUnsafeBytes { put($0, at: start) }
        let head: [UInt64] = [KeptFile.mark, UInt64(start), UInt64(count), hash.low, hash.high, 0, 0, 0]
        head.withUnsafeBytes { put($0, at: 0) }
        return failure == nil
    }

    private mutating func put(_ bytes: UnsafeRawBufferPointer, at place: Int) {
        var done = 0
        while failure == nil, done < bytes.count {
            let count = pwrite(descriptor, bytes.baseAddress! + done, bytes.count - done, off_t(place + done))
            if count < 0, errno == EINTR { continue }
            if count <= 0 { failure = count == 0 ? ENOSPC : errno } else { done += count }
        }
    }
}

/// Reads a kept reading, in the order in which it was written. Nothing of it is sure until ``finish()`` has said so.
struct KeptReader: ColumnSupply {
    private let descriptor: Int32
    private var values: [UInt8] = []
    private var place = 0
    private var hash = BlockHash()
    private var offset = KeptFile.headSize
    private let end: Int
    private let expected: (low: UInt64, high: UInt64)

    /// A reader of an open file.
    init(_ descriptor: Int32) throws(ColumnDamage) {
        self.descriptor = descriptor
        var status = stat()
        let head: [UInt64] = try KeptReader.read(descriptor, 8, at: 0, nil)
        guard fstat(descriptor, &status) == 0, head[0] == KeptFile.mark else {
            throw ColumnDamage("it is no reading of this version")
        }
        let size = UInt64(status.st_size)
        guard head[1] >= KeptFile.headSize, head[1] <= size, head[2] == size - head[1] else {
            throw ColumnDamage("it is not whole")
        }
        (end, expected) = (Int(head[1]), (head[3], head[4]))
        values = try KeptReader.read(descriptor, Int(head[2]), at: Int(head[1]), nil)
    }

    /// So many values at a place of the file, with room for as many as a further file may add, which costs nothing while it is not written
    /// to; each block is given to `look` as soon as it is there.
    private static func read<Value: BitwiseCopyable>(
        _ descriptor: Int32, _ count: Int, at place: Int, _ look: ((UnsafeRawBufferPointer) -> Void)?
    ) throws(ColumnDamage) -> [Value] {
        var isRead = true
        let array = [Value](unsafeUninitializedCapacity: count + count / 16) { room, filled in
            let bytes = UnsafeMutableRawBufferPointer(room)
            let size = count * MemoryLayout<Value>.stride
            var (done, seen) = (0, 0)
            while isRead, done < size {
                let step = min(size - done, seen + BlockHash.block - done)
                let got = pread(descriptor, bytes.baseAddress! + done, step, off_t(place + done))
                if got < 0, errno == EINTR { continue }
                isRead = got > 0
                done += max(0, got)
                if isRead, done == size || done == seen + BlockHash.block {
                    look?(UnsafeRawBufferPointer(rebasing: bytes[seen..<done]))
                    seen = done
                }
            }
            filled = isRead ? count : 0
        }
        guard isRead else { throw ColumnDamage("it cannot be read to its end") }
        return array
    }

    mutating func values<Value: BitwiseCopyable>(_ kind: Value.Type) throws(ColumnDamage) -> [Value] {
        let (count, stride) = (try number(), MemoryLayout<Value>.stride)
        let isSmall = count >= 0 && count < KeptFile.small && count * stride < KeptFile.small
        let left = isSmall ? values.count - place : end - offset
        guard count >= 0, count <= left / stride else { throw ColumnDamage("an array is longer than its file") }
        let size = count * stride
        if isSmall {
            let from = place
            place += size
            return [Value](unsafeUninitializedCapacity: count) { room, filled in
                values.withUnsafeBytes {
                    UnsafeMutableRawBufferPointer(room).copyMemory(
                        from: UnsafeRawBufferPointer(rebasing: $0[from..<from + size]))
                }
                filled = count
            }
        }
        var hash = hash
        let array: [Value] = try KeptReader.read(descriptor, count, at: offset) { hash.addBlock($0) }
        self.hash = hash
        offset += size
        return array
    }

    mutating func number() throws(ColumnDamage) -> Int {
        guard values.count - place >= 8 else { throw ColumnDamage("a number is missing") }
        defer { place += 8 }
        return values.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: Int.self) }
    }

    /// A number of a range.
    mutating func number(in range: ClosedRange<Int>) throws(ColumnDamage) -> Int {
        let number = try number()
        guard range.contains(number) else { throw ColumnDamage("a number is out of its range") }
        return number
    }

    /// How many things of at least a byte each follow.
    mutating func count() throws(ColumnDamage) -> Int { try number(in: 0...values.count) }

    mutating func flag() throws(ColumnDamage) -> Bool {
        guard place < values.count, values[place] < 2 else { throw ColumnDamage("a yes or no is neither") }
        place += 1
        return values[place - 1] == 1
    }

    mutating func text() throws(ColumnDamage) -> String {
        let count = try number(in: 0...values.count)
        guard count <= values.count - place else { throw ColumnDamage("a text is longer than its file") }
        defer { place += count }
        return String(decoding: values[place..<place + count], as: UTF8.self)
    }

    mutating func optional() throws(ColumnDamage) -> Int? { try flag() ? try number() : nil }

    mutating func texts() throws(ColumnDamage) -> [String] {
        var texts: [String] = []
        for _ in 0..<(try count()) { texts.append(try text()) }
        return texts
    }

    /// Throws unless all was read, and is as it was written.
    mutating func finish() throws(ColumnDamage) {
        var hash = hash
        values.withUnsafeBytes { hash.add($0) }
        guard place == values.count, offset == end, (hash.low, hash.high) == expected else {
            throw ColumnDamage("it is not as it was written")
        }
    }
}
