/// Writes records as RFC 4180 into growing bytes: UTF-8, LF at the end of each line, quotes only where they are needed.
///
///     var writer = Writer()
///     writer.append("5\" pipe")
///     writer.append("plain")
///     writer.endRecord()
///     String(decoding: writer.bytes, as: UTF8.self)   // "5"" pipe",plain⏎
public struct Writer: Sendable {
    /// What has been written so far.
    public private(set) var bytes: [UInt8] = []
    /// The byte between two cells.
    public let delimiter: UInt8
    private var cells = 0
    private var recordStart = 0

    /// An empty writer. The default delimiter is the comma.
    public init(delimiter: UInt8 = UInt8(ascii: ",")) {
        self.delimiter = delimiter
    }

    /// Writes one cell from its UTF-8 bytes.
    public mutating func append(_ value: UnsafeRawBufferPointer) {
        if cells > 0 { bytes.append(delimiter) }
        cells += 1
        guard needsQuotes(value) else {
            bytes.append(contentsOf: value)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in value {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes one cell from its UTF-8 bytes.
    public mutating func append(_ value: [UInt8]) {
        value.withUnsafeBytes { append($0) }
    }

    /// Writes one cell.
    public mutating func append(_ value: String) {
        var value = value
        value.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    /// Ends the line. A record of one empty cell is written as `""`, because a blank line is no record.
    public mutating func endRecord() {
        if cells == 1, bytes.count == recordStart {
            bytes.append(UInt8(ascii: "\""))
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: "\n"))
        cells = 0
        recordStart = bytes.count
    }

    /// Writes a whole record.
    public mutating func append(record: [String]) {
        for cell in record { append(cell) }
        endRecord()
    }

    /// Hands over what has been written and starts anew, keeping the memory.
    public mutating func flush(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        try bytes.withUnsafeBytes(body)
        bytes.removeAll(keepingCapacity: true)
        recordStart = 0
    }

    private func needsQuotes(_ value: UnsafeRawBufferPointer) -> Bool {
        guard let first = value.first, let last = value.last else { return false }
        if first == UInt8(ascii: " ") || last == UInt8(ascii: " ") { return true }
        for byte in value
        where byte == delimiter || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
            return true
        }
        return false
    }
}
