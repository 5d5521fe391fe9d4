import CExchange
import Glibc

/// What the process has used of the machine.
enum Memory {
    /// The greatest resident size so far, in KiB.
    static var peakKiB: Int {
        var usage = rusage()
        return getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 ? usage.ru_maxrss : 0
    }

    /// What is resident now, in bytes; 0 where the system does not tell.
    static var resident: Int { Int(resident_bytes(0)) }

    /// Of that what the process has for itself. The rest are pages of files, among them the program: the system can have them back at any
    /// time.
    static var own: Int { Int(resident_bytes(1)) }

    /// Gives what was freed back to the system.
    static func giveBack() { give_back_memory() }
}

/// Watches over a stage's memory while its jobs are at work.
struct MemoryWatch {
    let limit: MemoryLimit
    let used: @Sendable () -> Int
    private var spill: Spill?
    /// How often it still only looks after what was freed was given back: that takes time.
    private var rest = 0

    init(_ limit: MemoryLimit, used: @escaping @Sendable () -> Int, spill: Spill?) {
        (self.limit, self.used, self.spill) = (limit, used, spill)
    }

    /// How much is used, where that is more than may be, also once what was freed is given back; else nil.
    mutating func excess() -> Int? {
        rest = max(0, rest - 1)
        var now = used()
        spill?.look(inUse: now)
        if now > limit.bytes, rest == 0 {
            Memory.giveBack()
            rest = 50
            now = used()
        }
        return now > limit.bytes ? now : nil
    }
}
