import CDeflate
import Facts
import Glibc
import Synchronization

/// The archive that a workbook is, whose parts are packed on other cores while libxlsxwriter writes those that follow.
///
/// The library hands over what it has written by five functions of minizip. Those below have their names, and what the program has is
/// found before what other libraries have. Where libxlsxwriter has minizip built in they are never called: then the archive is packed by
/// it, on one core.
///
/// Source: ZIP specification, APPNOTE 4.3.7, 4.3.12 and 4.3.16.
final class WorkbookArchive {
    /// What minizip's functions give: all is well; a file could not be written; something else is wrong.
    enum Status {
        static let ok: CInt = 0
        static let file: CInt = -1
        static let fault: CInt = -104
    }

    /// A part of the archive.
    private struct Part {
        var name: [UInt8]
        var size: Int
        var packed: Ahead<Packed?>
    }

    private struct Packed: Sendable {
        var checksum: UInt32
        var bytes: [UInt8]
    }

    private let file: UnsafeMutablePointer<FILE>
    private var parts: [Part] = []
    /// The part that is being written.
    private var name: [UInt8] = []
    private var content: [UInt8] = []

    /// An archive that is written to a path; nil where there can be no such file.
    init?(path: UnsafePointer<CChar>) {
        guard let file = fopen(path, "wb") else { return nil }
        self.file = file
    }

    /// Begins a part.
    func begin(_ name: UnsafePointer<CChar>) {
        self.name = Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
        content = []
    }

    /// Adds to the part that was begun.
    func add(_ bytes: UnsafeRawBufferPointer) { content.append(contentsOf: bytes) }

    /// Ends the part, which is packed from now on.
    func end() {
        let bytes = Mutex<[UInt8]?>(content)
        let packed = Ahead {
            WorkbookArchive.pack(
                bytes.withLock { bytes in
                    defer { bytes = nil }
                    return bytes!
                })
        }
        parts.append(Part(name: name, size: content.count, packed: packed))
        content = []
    }

    /// Writes the file.
    func close() -> CInt {
        var directory = Bytes()
        var place = 0
        var isWritten = true
        for part in parts {
            guard let packed = part.packed.value else {
                fclose(file)
                return Status.fault
            }
            var header = Bytes()
            header.add(0x0403_4B50, 4)
            header.add(part.name, packed.checksum, packed.bytes.count, part.size)
            header.bytes += part.name
            directory.add(0x0201_4B50, 4)
            directory.add(0, 2)
            directory.add(part.name, packed.checksum, packed.bytes.count, part.size)
            // No comment, on this disk, nothing said of what it is.
            for width in [2, 2, 2, 4] { directory.add(0, width) }
            directory.add(place, 4)
            directory.bytes += part.name
            isWritten = isWritten && write(header.bytes) && write(packed.bytes)
            place += header.bytes.count + packed.bytes.count
        }
        var end = Bytes()
        end.add(0x0605_4B50, 4)
        for (number, width) in [
            (0, 2), (0, 2), (parts.count, 2), (parts.count, 2), (directory.bytes.count, 4), (place, 4), (0, 2),
        ] {
            end.add(number, width)
        }
        // The numbers of an archive without extensions have 32 bits.
        let fits = place + directory.bytes.count <= Int(UInt32.max) && parts.count <= Int(UInt16.max)
        isWritten = isWritten && write(directory.bytes) && write(end.bytes)
        let isClosed = fclose(file) == 0
        return !fits ? Status.fault : isWritten && isClosed ? Status.ok : Status.file
    }

    private func write(_ bytes: [UInt8]) -> Bool { fwrite(bytes, 1, bytes.count, file) == bytes.count }

    /// A part as the archive holds it; nil where there is no memory for it.
    private static func pack(_ content: [UInt8]) -> Packed? {
        guard let compressor = libdeflate_alloc_compressor(6) else { return nil }
        defer { libdeflate_free_compressor(compressor) }
        let bytes = [UInt8](unsafeUninitializedCapacity: libdeflate_deflate_compress_bound(compressor, content.count)) {
            $1 = libdeflate_deflate_compress(compressor, content, content.count, $0.baseAddress, $0.count)
        }
        return bytes.isEmpty ? nil : Packed(checksum: libdeflate_crc32(0, content, content.count), bytes: bytes)
    }

    /// Numbers one after the other, the lowest byte first.
    private struct Bytes {
        var bytes: [UInt8] = []

        mutating func add(_ number: Int, _ width: Int) {
            for place in 0..<width { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
        }

        /// What a part's header and its entry in the directory have in common. All parts are of 1980-01-01, so that the same workbook is the
        /// same bytes.
        mutating func add(_ name: [UInt8], _ checksum: UInt32, _ packed: Int, _ size: Int) {
            // The version needed, no flags, deflated, the time and the day.
            for number in [20, 0, 8, 0, 0x21] { add(number, 2) }
            for number in [Int(checksum), packed, size] { add(number, 4) }
            add(name.count, 2)
            add(0, 2)
        }
    }
}

// MARK: minizip's functions

/// Begins an archive: minizip's function of this name, for libxlsxwriter.
@_cdecl("zipOpen")
public func zipOpen(_ path: UnsafePointer<CChar>, _: CInt) -> UnsafeMutableRawPointer? {
    WorkbookArchive(path: path).map { Unmanaged.passRetained($0).toOpaque() }
}

/// Begins a part of an archive: minizip's function of this name, for libxlsxwriter. How it is packed is not asked.
@_cdecl("zipOpenNewFileInZip4_64")
public func zipOpenNewFileInZip4_64(
    _ archive: UnsafeMutableRawPointer, _ name: UnsafePointer<CChar>, _: UnsafeRawPointer?, _: UnsafeRawPointer?,
    _: CUnsignedInt,
    _: UnsafeRawPointer?, _: CUnsignedInt, _: UnsafePointer<CChar>?, _: CInt, _: CInt, _: CInt, _: CInt, _: CInt, _: CInt,
    _: UnsafePointer<CChar>?, _: CUnsignedLong, _: CUnsignedLong, _: CUnsignedLong, _: CInt
) -> CInt {
    Unmanaged<WorkbookArchive>.fromOpaque(archive).takeUnretainedValue().begin(name)
    return WorkbookArchive.Status.ok
}

/// Adds to a part of an archive: minizip's function of this name, for libxlsxwriter.
@_cdecl("zipWriteInFileInZip")
public func zipWriteInFileInZip(_ archive: UnsafeMutableRawPointer, _ bytes: UnsafeRawPointer, _ count: CUnsignedInt) -> CInt {
    Unmanaged<WorkbookArchive>.fromOpaque(archive).takeUnretainedValue().add(
        UnsafeRawBufferPointer(start: bytes, count: Int(count)))
    return WorkbookArchive.Status.ok
}

/// Ends a part of an archive: minizip's function of this name, for libxlsxwriter.
@_cdecl("zipCloseFileInZip")
public func zipCloseFileInZip(_ archive: UnsafeMutableRawPointer) -> CInt {
    Unmanaged<WorkbookArchive>.fromOpaque(archive).takeUnretainedValue().end()
    return WorkbookArchive.Status.ok
}

/// Writes an archive: minizip's function of this name, for libxlsxwriter.
@_cdecl("zipClose")
public func zipClose(_ archive: UnsafeMutableRawPointer, _: UnsafePointer<CChar>?) -> CInt {
    Unmanaged<WorkbookArchive>.fromOpaque(archive).takeRetainedValue().close()
}
