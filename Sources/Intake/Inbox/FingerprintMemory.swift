/// What remembers the SHA-256 that files had.
public protocol FingerprintMemory: Sendable {
    /// The SHA-256 of the file that stands at a path in a state; nil where it is not remembered of just that state, or the file was
    /// written to so shortly before it was taken that its times do not tell.
    func sha256(path: String, _ marks: FileMarks) -> String?
}

/// By what a file is known again without reading it. Times are nanoseconds since 1970.
public struct FileMarks: Sendable, Hashable {
    /// The device it is on.
    public var device: UInt64
    /// Its number there.
    public var number: UInt64
    /// How many bytes it has.
    public var size: Int
    /// When it was last written to, as it says itself: whoever may write it may set that.
    public var modified: Int64
    /// When anything of it was last changed, its times among that; nobody sets it.
    public var changed: Int64

    /// Marks; see the properties.
    public init(device: UInt64, number: UInt64, size: Int, modified: Int64, changed: Int64) {
        (self.device, self.number, self.size, self.modified, self.changed) = (device, number, size, modified, changed)
    }
}
