import Glibc

/// A path as the operating system has it: any bytes but 0, which need be no text.
public struct FilePath: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The bytes, without the 0 at their end.
    public let bytes: [UInt8]

    /// A path of these bytes.
    public init(bytes: [UInt8]) { self.bytes = bytes }

    /// A path that is text.
    public init(_ text: String) { bytes = Array(text.utf8) }

    /// A path that is text.
    public init(stringLiteral text: String) { self.init(text) }

    /// The path of what has this name in the folder of this path.
    public func appending(_ name: [UInt8]) -> FilePath { FilePath(bytes: bytes + [UInt8(ascii: "/")] + name) }

    /// The path as text, one text for one path: bytes that are no text, and such as change what a terminal shows, are written
    /// `\xFF`; where there are such, or what looks so, a backslash is written twice.
    public var text: String {
        var hasOthers = false
        let plain = String(decoding: bytes, as: UTF8.self)
        hasOthers = !plain.utf8.elementsEqual(bytes) || bytes.contains { $0 < 32 || $0 == 127 } || plain.contains("\\x")
        guard hasOthers else { return plain }
        var (text, rest) = ("", bytes[...])
        while let first = rest.first {
            let length = first < 128 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            let character = String(decoding: rest.prefix(length), as: UTF8.self)
            if first == UInt8(ascii: "\\") {
                text += "\\\\"
            } else if first >= 32, first != 127, character.utf8.elementsEqual(rest.prefix(length)) {
                text += character
            } else {
                text += "\\x" + (first < 16 ? "0" : "") + String(first, radix: 16, uppercase: true)
                rest.removeFirst()
                continue
            }
            rest.removeFirst(length)
        }
        return text
    }

    /// The path without links in it; nil where nothing is there.
    public var resolved: FilePath? {
        guard let path = withCString({ realpath($0, nil) }) else { return nil }
        defer { free(path) }
        return FilePath(bytes: Array(UnsafeBufferPointer(start: path, count: strlen(path))).map { UInt8(bitPattern: $0) })
    }

    /// Whether the path lies in a folder, or is it; both without links.
    public func isIn(_ folder: FilePath) -> Bool {
        bytes == folder.bytes || bytes.starts(with: folder.bytes + (folder.bytes.last == 47 ? [] : [47]))
    }

    /// Calls `body` with the bytes and a 0 behind them.
    public func withCString<T>(_ body: (UnsafePointer<CChar>) throws -> T) rethrows -> T {
        try (bytes + [0]).withUnsafeBufferPointer { buffer in
            try buffer.withMemoryRebound(to: CChar.self) { try body($0.baseAddress!) }
        }
    }
}
