#if canImport(Darwin)
    public import Darwin
#else
    public import Glibc
#endif

/// What a file is, beyond its name.
public enum FileKind {
    /// Whether what is open is a file with bytes of its own: no pipe, device or socket, and none of the views of the system under
    /// `/proc` and `/sys`, which call themselves files, and may never end.
    public static func isRegular(_ descriptor: Int32, _ status: stat) -> Bool {
        guard status.st_mode & S_IFMT == S_IFREG else { return false }
        // A view says that it has no bytes, or a page, and takes no room.
        guard status.st_blocks == 0, status.st_size <= 65_536 else { return true }
        var target = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/fd/\(descriptor)", &target, target.count)
        guard count > 0 else { return true }
        let place = String(decoding: target.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return !place.hasPrefix("/proc/") && !place.hasPrefix("/sys/")
    }
}
