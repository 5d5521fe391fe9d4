/// The dialect of a sample that leaves no choice, found in one pass: most exports need no weighing of dialects.
///
/// A sample is plain when its first line holds one of the usual delimiters outside quotes and no other, and every record, cut by RFC
/// 4180 with that delimiter, has as many cells as the first. Anything else (a stray quote, a short row, a title, a cell in single
/// quotes, a blank after a delimiter) makes it nil, and the dialects are weighed.
struct PlainDialect {
    private let sample: [UInt8]
    private static let candidates: [UInt8] = [Byte.comma, Byte.semicolon, Byte.tab, Byte.pipe]
    private static let others: [UInt8] = Array("^~:'\\".utf8)

    init(_ sample: [UInt8]) { self.sample = sample }

    /// The delimiter, or nil where the sample is not plain.
    var delimiter: UInt8? {
        guard let delimiter = onlyDelimiterOfFirstLine else { return nil }
        return sample.withUnsafeBufferPointer { isRegular($0, delimiter) } ? delimiter : nil
    }

    private var onlyDelimiterOfFirstLine: UInt8? {
        var found: UInt8?
        var isQuoted = false
        for byte in sample {
            if byte == Byte.doubleQuote { isQuoted.toggle() }
            if byte == Byte.lf || byte == Byte.cr { return isQuoted ? nil : found }
            if Self.others.contains(byte) { return nil }
            guard Self.candidates.contains(byte), !isQuoted else { continue }
            if let found, found != byte { return nil }
            found = byte
        }
        return nil
    }

    /// Whether every record is one of RFC 4180 with as many cells as the first.
    private func isRegular(_ bytes: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8) -> Bool {
        var (at, cells, width, records) = (0, 1, 0, 0)
        let end = bytes.count
        while at < end {
            // At the start of a cell.
            let first = bytes[at]
            if first == Byte.doubleQuote {
                at += 1
                while true {
                    while at < end, bytes[at] != Byte.doubleQuote { at += 1 }
                    guard at < end else { return false }
                    at += 1
                    guard at < end, bytes[at] == Byte.doubleQuote else { break }
                    at += 1
                }
                guard at == end || bytes[at] == delimiter || bytes[at] == Byte.lf || bytes[at] == Byte.cr else { return false }
            } else if first == Byte.space || first == Byte.singleQuote {
                return false
            } else {
                while at < end, bytes[at] != delimiter, bytes[at] != Byte.lf, bytes[at] != Byte.cr {
                    if bytes[at] == Byte.doubleQuote { return false }
                    at += 1
                }
            }
            if at < end, bytes[at] == delimiter {
                cells += 1
                at += 1
                if at < end { continue }
            } else if at < end, bytes[at] == Byte.cr {
                guard at + 1 < end, bytes[at + 1] == Byte.lf else { return false }
                at += 2
            } else {
                at += 1
            }
            if width == 0 { width = cells }
            guard cells == width, width > 1 else { return false }
            records += 1
            cells = 1
        }
        return records > 1
    }
}
