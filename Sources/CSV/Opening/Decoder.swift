#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Turns a whole file into UTF-8.
struct Decoder {
    /// What decoding came to.
    struct Result {
        var store: Store
        /// The number of places where the bytes are no text in the encoding.
        var losses: Int
        /// The offset in the decoded document of the first such place.
        var firstLoss: Int
    }

    let encoding: TextEncoding
    private var output: [UInt8] = []
    /// Where iconv writes.
    private var room: [CChar] = []
    private var losses = 0
    private var firstLoss = 0
    private var emitted = 0

    /// The encoding's name for iconv; nothing where it is decoded here.
    private let iconvName: String?

    init(_ encoding: TextEncoding, iconvName: String? = nil) {
        self.encoding = encoding
        self.iconvName = iconvName ?? Self.iconvName(encoding)
    }

    /// Decodes `source` from `start` on; nothing where there is no room, or the system's iconv lacks the encoding.
    mutating func decode(_ source: Store, from start: Int) -> Result? {
        var spool = Spool()
        let converter = iconvName.flatMap { iconv_open("UTF-8", $0) }
        if let converter, converter == iconv_t(bitPattern: -1) { return nil }
        defer { if let converter { iconv_close(converter) } }
        var carry: [UInt8] = []
        var offset = start
        let block = 1 << 18
        repeat {
            let bytes = source.bytes(at: offset, count: block)
            guard !bytes.isEmpty || source.size == offset else { return nil }
            offset += bytes.count
            let isLast = offset >= source.size
            let input = carry + bytes
            output.removeAll(keepingCapacity: true)
            let used: Int
            if let converter {
                used = convert(input, isLast, converter)
            } else {
                switch encoding {
                case .utf16le, .utf16be: used = decodeUTF16(input, isLast)
                case .windows1252: used = decodeWindows1252(input)
                default: used = decodeUTF8(input, isLast)
                }
            }
            carry = Array(input[used...])
            emitted += output.count
            guard output.withUnsafeBufferPointer({ spool.append($0) }) else { return nil }
        } while offset < source.size
        let losses = losses
        let firstLoss = firstLoss
        guard let store = spool.store() else { return nil }
        return Result(store: store, losses: losses, firstLoss: firstLoss)
    }

    private static func iconvName(_ encoding: TextEncoding) -> String? {
        switch encoding {
        case .gb18030: "GB18030"
        case .big5: "CP950"
        case .shiftJIS: "CP932"
        case .utf8, .utf16le, .utf16be, .windows1252: nil
        }
    }

    private mutating func noteLoss() {
        if losses == 0 { firstLoss = emitted + output.count }
        losses += 1
    }

    private mutating func append(_ scalar: UInt32) {
        if scalar < 0x80 {
            output.append(UInt8(scalar))
        } else if let units = UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") {
            output.append(contentsOf: units)
        }
    }

    private mutating func convert(_ input: [UInt8], _ isLast: Bool, _ converter: iconv_t) -> Int {
        var input = input
        let before = output.count
        // No character takes more than three bytes for one of its own, nor four for two.
        if room.count < input.count * 3 + 16 { room = [CChar](repeating: 0, count: input.count * 3 + 16) }
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
                if failure == EINVAL, !isLast { break }
                if failure == E2BIG { continue }
                noteLoss()
                append(0xFFFD)
                at = at.map { $0 + 1 }
                left -= 1
            }
            return raw.count - left
        }
        if encoding == .big5 { notePrivate(from: before) }
        return used
    }

    /// Counts as losses the characters that only the encoding's own tables know, from the output's byte `start` on.
    private mutating func notePrivate(from start: Int) {
        var at = start
        while at + 1 < output.count {
            let isPrivate = output[at] == 0xEE || output[at] == 0xEF && output[at + 1] < 0xA4
            if isPrivate {
                if losses == 0 || emitted + at < firstLoss { firstLoss = emitted + at }
                losses += 1
            }
            at += 1
        }
    }

    private mutating func decodeUTF16(_ input: [UInt8], _ isLast: Bool) -> Int {
        let isLittle = encoding == .utf16le
        func unit(_ at: Int) -> UInt32 {
            isLittle ? UInt32(input[at]) | UInt32(input[at + 1]) << 8 : UInt32(input[at + 1]) | UInt32(input[at]) << 8
        }
        var at = 0
        while at + 1 < input.count {
            let first = unit(at)
            if first & 0xFC00 == 0xD800 {
                if at + 3 >= input.count, !isLast { return at }
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
        if isLast, at < input.count {
            noteLoss()
            append(0xFFFD)
            at = input.count
        }
        return at
    }

    private mutating func decodeWindows1252(_ input: [UInt8]) -> Int {
        for byte in input { appendWindows1252(byte) }
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
    private mutating func decodeUTF8(_ input: [UInt8], _ isLast: Bool) -> Int {
        input.withUnsafeBufferPointer { input in
            var at = 0
            while at < input.count {
                let good = UTF8Check.validPrefix(UnsafeBufferPointer(rebasing: input[at...]))
                output.append(contentsOf: input[at..<at + good])
                at += good
                guard at < input.count else { break }
                if !isLast, input.count - at < 4, UTF8Check.mayContinue(UnsafeBufferPointer(rebasing: input[at...])) {
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
