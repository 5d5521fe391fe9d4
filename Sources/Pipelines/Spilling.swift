/// How large tables are kept in a file, in place of memory, where a run may use little. What has it is the process, not this library.
public struct Spilling: Sendable {
    /// Has further large tables lie in a file of a folder, or of one for what is temporary, once those in memory come to so many bytes. The
    /// file has no name, and goes with the process. Does nothing a second time.
    public var begin: @Sendable (_ folder: String, _ allowed: Int) -> Void
    /// Takes out of memory what is in files anyway.
    public var letGo: @Sendable () -> Void

    /// See the properties.
    public init(begin: @escaping @Sendable (String, Int) -> Void, letGo: @escaping @Sendable () -> Void) {
        (self.begin, self.letGo) = (begin, letGo)
    }
}

/// Keeps a run within its limit as far as files can help: rows, codes and sums are large tables, and need not be in memory.
struct Spill: Sendable {
    let spilling: Spilling
    let limit: MemoryLimit
    /// The folder that is to hold the file.
    let folder: String

    /// Whether there is no time to wait until much is in use: a file that is read takes all that there is in a moment.
    static func isLittle(_ limit: MemoryLimit) -> Bool { limit.bytes <= 512 << 20 }

    /// How many bytes of files were in memory after they were last let go of: what is needed all the time comes back at once, and letting
    /// go of it again would cost time and bring nothing.
    private var needed = 0
    /// How many bytes more there must be to let go of them.
    private static let step = 16 << 20

    init(_ spilling: Spilling, _ limit: MemoryLimit, folder: String) {
        (self.spilling, self.limit, self.folder) = (spilling, limit, folder)
    }

    /// - Parameter inUse: How many bytes the process has for itself.
    mutating func look(inUse: Int) {
        if Spill.isLittle(limit) || inUse > limit.bytes / 2 { spilling.begin(folder, limit.bytes / 8) }
        let resident = Memory.resident
        guard resident > limit.bytes / 8 * 7, resident - Memory.own > needed + Spill.step else { return }
        spilling.letGo()
        needed = max(0, Memory.resident - Memory.own)
    }
}
