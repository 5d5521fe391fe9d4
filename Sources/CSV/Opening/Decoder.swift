import Dispatch
import Synchronization

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Turns a whole file into UTF-8, in pieces several of which are decoded at once.
struct Decoder {
    /// What decoding came to.
    struct Result {
        var store: Store
        /// The number of places where the bytes are no text in the encoding.
        var losses: Int
        /// The offset in the decoded document of the first such place.
        var firstLoss: Int
    }

    private let encoding: TextEncoding
    /// The encoding's name for iconv; nothing where it is decoded here.
    private let iconvName: String?

    /// How many bytes are decoded in one go; a few such pieces at once.
    private let piece: Int
    private static let pieces = 4

    init(_ encoding: TextEncoding, iconvName: String? = nil, piece: Int = 1 << 18) {
        self.encoding = encoding
        self.piece = piece
        self.iconvName = iconvName ?? Self.iconvName(encoding)
    }

    /// Decodes `source` from `start` on; nothing where there is no room, or the system's iconv lacks the encoding.
    func decode(_ source: Store, from start: Int) -> Result? {
        var spool = Spool()
        var (losses, firstLoss) = (0, 0)
        var carry: [UInt8] = []
        var offset = start
        repeat {
            let bytes = source.bytes(at: offset, count: piece * Self.pieces)
            guard !bytes.isEmpty || source.size == offset else { return nil }
            offset += bytes.count
            let isLast = offset >= source.size
            let input = carry + bytes
            let cuts = cuts(input)
            let pieces = Mutex([DecodedPiece?](repeating: nil, count: cuts.count))
            DispatchQueue.concurrentPerform(iterations: cuts.count) { number in
                // All pieces but the last end with a character.
                let isWhole = isLast || number < cuts.count - 1
                let piece = DecodedPiece(Array(input[cuts[number]]), encoding, iconvName, isWhole: isWhole)
                pieces.withLock { $0[number] = piece }
            }
            for piece in pieces.withLock({ $0 }) {
                guard let piece else { return nil }
                if losses == 0, piece.losses > 0 { firstLoss = spool.size + piece.firstLoss }
                losses += piece.losses
                carry = piece.left
                guard piece.output.withUnsafeBufferPointer({ spool.append($0) }) else { return nil }
            }
        } while offset < source.size
        guard let store = spool.store() else { return nil }
        return Result(store: store, losses: losses, firstLoss: firstLoss)
    }

    /// Where to cut some bytes so that each piece can be decoded by itself: behind line ends, which are no part of another character in
    /// any of the encodings; the last piece is what is left.
    private func cuts(_ input: [UInt8]) -> [Range<Int>] {
        var (cuts, start): ([Range<Int>], Int) = ([], 0)
        while input.count - start > 2 * piece, let end = lastLineEnd(input, start..<start + piece) {
            cuts.append(start..<end)
            start = end
        }
        return cuts + [start..<input.count]
    }

    /// One past the last line end in a range that begins with a character; nil where there is none.
    private func lastLineEnd(_ input: [UInt8], _ range: Range<Int>) -> Int? {
        switch encoding {
        case .utf16le, .utf16be:
            let (low, high) = encoding == .utf16le ? (0, 1) : (1, 0)
            return stride(from: range.lowerBound + (range.count & ~1) - 2, through: range.lowerBound, by: -2).first { at in
                input[at + low] == Byte.lf && input[at + high] == 0
            }.map { $0 + 2 }
        default: return input[range].lastIndex(of: Byte.lf).map { $0 + 1 }
        }
    }

    private static func iconvName(_ encoding: TextEncoding) -> String? {
        switch encoding {
        case .gb18030: "GB18030"
        case .big5: "CP950"
        case .shiftJIS: "CP932"
        case .utf8, .utf16le, .utf16be, .windows1252: nil
        }
    }
}

/// A piece of a file, decoded.
private struct DecodedPiece: Sendable {
    private let encoding: TextEncoding
    /// The piece in UTF-8.
    private(set) var output: [UInt8] = []
    /// The first bytes of a character that is not whole.
    private(set) var left: [UInt8] = []
    /// The number of places where the bytes are no text in the encoding, and where in the output the first of them is.
    private(set) var losses = 0
    private(set) var firstLoss = 0

    /// Nil where the system's iconv lacks the encoding.
    ///
    /// - Parameter isWhole: Whether no character goes on behind the bytes.
    init?(_ input: [UInt8], _ encoding: TextEncoding, _ iconvName: String?, isWhole: Bool) {
        self.encoding = encoding
        let used: Int
        output.reserveCapacity(input.count + input.count / 2)
        if let iconvName {
            guard let converter = iconv_open("UTF-8", iconvName), converter != iconv_t(bitPattern: -1) else { return nil }
            defer { iconv_close(converter) }
            used = convert(input, isWhole, converter)
        } else {
            switch encoding {
            case .utf16le, .utf16be: used = decodeUTF16(input, isWhole)
            case .windows1252: used = decodeWindows1252(input)
            default: used = decodeUTF8(input, isWhole)
            }
        }
        left = Array(input[used...])
    }

    private mutating func noteLoss() {
        if losses == 0 { firstLoss = output.count }
        losses += 1
    }

    private mutating func append(_ scalar: UInt32) {
        if scalar < 0x80 {
            output.append(UInt8(scalar))
        } else if let units = UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") {
            output.append(contentsOf: units)
        }
    }

    private mutating func convert(_ input: [UInt8], _ isWhole: Bool, _ converter: iconv_t) -> Int {
        var input = input
        // No character takes more than three bytes for one of its own, nor four for two.
        var room = [CChar](repeating: 0, count: input.count * 3 + 16)
        let used = input.withUnsafeMutableBytes { raw in
            guard let base = raw.baseAddress else { return 0 }
            var at: UnsafeMutablePointer<CChar>? = base.assumingMemoryBound(to: CChar.self)
            var left = raw.count
            while left > 0 {
                var failure: Int32 = 0
                room.withUnsafeMutableBufferPointer { buffer in
                    var target = buffer.baseAddress
                    var space = buffer.count
                    errno = 0
                    if iconv(converter, &at, &left, &target, &space) == -1 { failure = errno }
                    let made = UnsafeMutableRawBufferPointer(buffer).prefix(buffer.count - space)
                    output.append(contentsOf: made)
                }
                guard failure != 0 else { break }
                if failure == EINVAL, !isWhole { break }
                if failure == E2BIG { continue }
                noteLoss()
                append(0xFFFD)
                at = at.map { $0 + 1 }
                left -= 1
            }
            return raw.count - left
        }
        if encoding == .big5 { notePrivate() }
        return used
    }

    /// Counts as losses the characters that only the encoding's own tables know.
    private mutating func notePrivate() {
        var at = 0
        while at + 1 < output.count {
            let isPrivate = output[at] == 0xEE || output[at] == 0xEF && output[at + 1] < 0xA4
            if isPrivate {
                if losses == 0 || at < firstLoss { firstLoss = at }
                losses += 1
            }
            at += 1
        }
    }

    private mutating func decodeUTF16(_ input: [UInt8], _ isWhole: Bool) -> Int {
        let isLittle = encoding == .utf16le
        func unit(_ at: Int) -> UInt32 {
            isLittle ? UInt32(input[at]) | UInt32(input[at + 1]) << 8 : UInt32(input[at + 1]) | UInt32(input[at]) << 8
        }
        // Four units of ASCII at once.
        let others: UInt64 = isLittle ? 0xFF80_FF80_FF80_FF80 : 0x80FF_80FF_80FF_80FF
        var at = 0
        while at + 1 < input.count {
            if at + 8 <= input.count {
                let word = input.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: at, as: UInt64.self) }.littleEndian
                if word & others == 0 {
                    let units = isLittle ? word : word >> 8
                    for place in 0..<4 { output.append(UInt8(truncatingIfNeeded: units >> UInt64(place * 16))) }
                    at += 8
                    continue
                }
            }
            let first = unit(at)
            if first & 0xFC00 == 0xD800 {
                if at + 3 >= input.count, !isWhole { return at }
                if at + 3 < input.count, unit(at + 2) & 0xFC00 == 0xDC00 {
                    append(0x10000 + ((first & 0x3FF) << 10) + (unit(at + 2) & 0x3FF))
                    at += 4
                    continue
                }
            }
            if first & 0xF800 == 0xD800 { noteLoss() }
            append(first)
            at += 2
        }
        if isWhole, at < input.count {
            noteLoss()
            append(0xFFFD)
            at = input.count
        }
        return at
    }

    private mutating func decodeWindows1252(_ input: [UInt8]) -> Int {
        var at = 0
        while at < input.count {
            let plain = input[at...].prefix { $0 < 0x80 }
            output.append(contentsOf: plain)
            at += plain.count
            guard at < input.count else { break }
            appendWindows1252(input[at])
            at += 1
        }
        return input.count
    }

    private mutating func appendWindows1252(_ byte: UInt8) {
        guard (0x80..<0xA0).contains(byte) else {
            append(UInt32(byte))
            return
        }
        let scalar = Self.windows1252[Int(byte) - 0x80]
        if scalar == 0xFFFD { noteLoss() }
        append(UInt32(scalar))
    }

    /// UTF-8, where bytes that are none are taken for Windows-1252: such files come from pasting exports together.
    private mutating func decodeUTF8(_ input: [UInt8], _ isWhole: Bool) -> Int {
        input.withUnsafeBufferPointer { input in
            var at = 0
            while at < input.count {
                let good = UTF8Check.validPrefix(UnsafeBufferPointer(rebasing: input[at...]))
                output.append(contentsOf: input[at..<at + good])
                at += good
                guard at < input.count else { break }
                if !isWhole, input.count - at < 4, UTF8Check.mayContinue(UnsafeBufferPointer(rebasing: input[at...])) {
                    return at
                }
                noteLoss()
                appendWindows1252(input[at])
                at += 1
            }
            return at
        }
    }

    /// The characters of the bytes 80 to 9F.
    private static let windows1252: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D,
        0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD,
        0x017E, 0x0178,
    ]
}
