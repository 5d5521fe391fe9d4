import Glibc

/// What the process has used of the machine.
enum Memory {
    /// The greatest resident size so far, in KiB.
    static var peakKiB: Int {
        var usage = rusage()
        return getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 ? usage.ru_maxrss : 0
    }
}
