import CDeflate
import Facts
import Glibc

/// Whether a written workbook is whole.
///
/// libxlsxwriter passes every part through a temporary file and does not look whether it could be written: on a full disk it makes
/// a well-formed archive of parts that end in the middle. So the parts are unpacked once more and looked at.
enum WholeFile {
    /// Whether every part of the archive unpacks and ends with the end of its document, or of its picture.
    static func check(_ path: String) -> Bool {
        guard let bytes = read(path), let parts = parts(bytes), !parts.isEmpty else { return false }
        return concurrently(parts.count) { place in
            guard let document = unpacked(parts[place], bytes) else { return false }
            let isPicture = bytes[parts[place].name].suffix(4).elementsEqual(".png".utf8)
            return isPicture ? document.suffix(8).elementsEqual(Theme.Logo.endOfPNG) : endsWithRoot(document)
        }.allSatisfy(\.self)
    }

    /// The documents of an archive by name; nil where it is no archive or one of them does not unpack.
    static func documents(_ path: String) -> [String: [UInt8]]? {
        guard let bytes = read(path), let parts = parts(bytes) else { return nil }
        var documents: [String: [UInt8]] = [:]
        for part in parts {
            guard let document = unpacked(part, bytes) else { return nil }
            documents[String(decoding: bytes[part.name], as: UTF8.self)] = document
        }
        return documents
    }

    private struct Part: Sendable {
        var name: Range<Int>
        var start, packed, unpacked: Int
    }

    private static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        guard fseek(file, 0, SEEK_END) == 0 else { return nil }
        let size = ftell(file)
        rewind(file)
        guard size > 0 else { return nil }
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = fread(buffer.baseAddress, 1, size, file)
        }
        return bytes.count == size ? bytes : nil
    }

    /// The archive's directory: signature, sizes and places as in the ZIP specification (APPNOTE 4.3.12 and 4.3.16).
    private static func parts(_ bytes: [UInt8]) -> [Part]? {
        func number(_ at: Int, _ count: Int) -> Int? {
            guard at >= 0, at + count <= bytes.count else { return nil }
            return (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
        }
        let end = bytes.count - 22
        guard number(end, 4) == 0x0605_4B50, let count = number(end + 10, 2), var at = number(end + 16, 4) else { return nil }
        var parts: [Part] = []
        for _ in 0..<count {
            guard number(at, 4) == 0x0201_4B50, let packed = number(at + 20, 4), let unpacked = number(at + 24, 4),
                let name = number(at + 28, 2), let extra = number(at + 30, 2), let comment = number(at + 32, 2),
                let header = number(at + 42, 4), let localName = number(header + 26, 2), let localExtra = number(header + 28, 2)
            else { return nil }
            let start = header + 30 + localName + localExtra
            guard start + packed <= bytes.count, at + 46 + name <= bytes.count else { return nil }
            parts.append(Part(name: at + 46..<at + 46 + name, start: start, packed: packed, unpacked: unpacked))
            at += 46 + name + extra + comment
        }
        return parts
    }

    private static func unpacked(_ part: Part, _ bytes: [UInt8]) -> [UInt8]? {
        guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
        defer { libdeflate_free_decompressor(decompressor) }
        var result = LIBDEFLATE_BAD_DATA
        let document = [UInt8](unsafeUninitializedCapacity: part.unpacked) { document, count in
            bytes.withUnsafeBytes { input in
                // A bare deflate stream, as archives have them; it fails too where there is more or less than was said.
                result = libdeflate_deflate_decompress(
                    decompressor, input.baseAddress! + part.start, part.packed, document.baseAddress, part.unpacked, nil)
            }
            count = result == LIBDEFLATE_SUCCESS ? part.unpacked : 0
        }
        return result == LIBDEFLATE_SUCCESS ? document : nil
    }

    /// Whether an XML document's last tag ends its first element.
    private static func endsWithRoot(_ document: [UInt8]) -> Bool {
        var rest = document[...]
        while let last = rest.last, last <= 0x20 { rest.removeLast() }
        guard rest.last == UInt8(ascii: ">") else { return false }
        // The first `<` that begins a name begins the first element.
        var at = 0
        while at + 1 < document.count, document[at] != UInt8(ascii: "<") || document[at + 1] == UInt8(ascii: "?") { at += 1 }
        let inside = document[min(at + 1, document.count)...]
        let name = inside.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        let isLoneTag = rest.suffix(2).elementsEqual("/>".utf8) && !inside.contains(UInt8(ascii: "<"))
        let end = Array("</".utf8) + name + Array(">".utf8)
        return !name.isEmpty && (isLoneTag || rest.suffix(end.count).elementsEqual(end))
    }
}
