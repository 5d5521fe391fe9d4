import Synchronization

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The decoded document's bytes: in memory where it is small or had to be decoded, else read from a file as needed.
final class Store: @unchecked Sendable {
    // Safe to share: nothing but `file` changes after `init`, which only `rest` sets, and `pread` has no position.
    private let memory: [UInt8]
    private let file: OpenFile?
    /// The number of bytes.
    let size: Int

    /// Bytes in memory.
    init(_ bytes: [UInt8]) {
        memory = bytes
        file = nil
        size = bytes.count
    }

    /// `size` bytes of an open file, which is closed with the store.
    ///
    /// - Parameter path: Where the file is, so that it may be closed and opened again; nil where it has no name.
    init(descriptor: Int32, size: Int, path: FilePath? = nil) {
        memory = []
        file = OpenFile(descriptor, path)
        self.size = size
    }

    /// No bytes of a file that cannot be found again as it was.
    init(lost path: FilePath) {
        memory = []
        file = OpenFile(lost: path)
        size = 0
    }

    /// The first bytes of another store.
    init(_ other: Store, size: Int) {
        memory = other.memory
        file = other.file
        self.size = min(size, other.size)
    }

    /// Whether the file has been written to since it was opened, or cannot be found again, so that what is read now may not go with
    /// what was read before.
    var hasChanged: Bool { file?.hasChanged ?? false }

    /// Whether the file could not be found again as it was when something of it was wanted.
    var isLost: Bool { file?.isLost.load(ordering: .relaxed) ?? false }

    /// Closes the file, if many are open, until it is read again. Not to be called while it is read.
    func rest() { file?.rest() }

    /// Copies up to `count` bytes from `offset` on; returns how many there were, or -1 where reading failed.
    func read(_ count: Int, at offset: Int, into target: UnsafeMutablePointer<UInt8>) -> Int {
        let wanted = min(count, size - offset)
        guard wanted > 0 else { return 0 }
        guard let file else {
            memory.withUnsafeBufferPointer { target.update(from: $0.baseAddress! + offset, count: wanted) }
            return wanted
        }
        return file.read(wanted, at: offset, into: target) ? wanted : -1
    }

    /// The bytes from `offset` on, at most `count`; fewer at the end or where reading fails.
    func bytes(at offset: Int, count: Int) -> [UInt8] {
        let wanted = max(0, min(count, size - offset))
        return [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
            filled = wanted == 0 ? 0 : max(0, read(wanted, at: offset, into: buffer.baseAddress!))
        }
    }
}

/// A file that stays open while few are, and is opened anew for each reading once many are.
private final class OpenFile: Sendable {
    /// How many may stay open: a quarter of what the process may open, as it opens other things too.
    private static let most: Int = {
        var limit = rlimit()
        #if canImport(Darwin)
            let isKnown = getrlimit(RLIMIT_NOFILE, &limit) == 0
        #else
            let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
        #endif
        return isKnown ? Int(min(limit.rlim_cur, 1024)) / 4 : 64
    }()
    /// How many are.
    private static let count = Atomic(0)

    /// -1 while it rests.
    private let descriptor: Atomic<Int32>
    private let path: FilePath?
    private let state: State
    /// Whether it could not be opened again as it was.
    let isLost = Atomic(false)

    init(_ descriptor: Int32, _ path: FilePath?) {
        self.descriptor = Atomic(descriptor)
        self.path = path
        state = State(descriptor)
        Self.count.add(1, ordering: .relaxed)
    }

    /// One that is not there as it was.
    init(lost path: FilePath) {
        descriptor = Atomic(-1)
        self.path = path
        state = State(-1)
        isLost.store(true, ordering: .relaxed)
    }

    deinit { shut() }

    var hasChanged: Bool {
        let open = descriptor.load(ordering: .acquiring)
        if isLost.load(ordering: .relaxed) { return true }
        guard open < 0 else { return State(open) != state }
        guard let again = reopened() else { return true }
        close(again)
        return false
    }

    func rest() {
        if path != nil, Self.count.load(ordering: .relaxed) > Self.most { shut() }
    }

    private func shut() {
        let open = descriptor.exchange(-1, ordering: .acquiringAndReleasing)
        guard open >= 0 else { return }
        close(open)
        Self.count.subtract(1, ordering: .relaxed)
    }

    /// A descriptor of the file as it was when it was first opened; nil where it is not there as it was.
    private func reopened() -> Int32? {
        let again = path?.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) } ?? -1
        if again >= 0, State(again) == state { return again }
        if again >= 0 { close(again) }
        isLost.store(true, ordering: .relaxed)
        return nil
    }

    /// Copies `count` bytes from `offset` on; false where they are not there.
    func read(_ count: Int, at offset: Int, into target: UnsafeMutablePointer<UInt8>) -> Bool {
        let open = descriptor.load(ordering: .acquiring)
        if open >= 0 { return Self.read(open, count, at: offset, into: target) }
        guard let again = reopened() else { return false }
        defer { close(again) }
        return Self.read(again, count, at: offset, into: target)
    }

    private static func read(_ file: Int32, _ count: Int, at offset: Int, into target: UnsafeMutablePointer<UInt8>) -> Bool {
        var done = 0
        while done < count {
            let got = pread(file, target + done, count - done, off_t(offset + done))
            if got < 0, errno == EINTR { continue }
            if got <= 0 { return false }
            done += got
        }
        return true
    }

    /// Which file it is, and when it was last written to.
    private struct State: Equatable {
        private let device: UInt64
        private let number: UInt64
        private let seconds: Int
        private let nanoseconds: Int

        init(_ descriptor: Int32) {
            var status = stat()
            guard fstat(descriptor, &status) == 0 else {
                (device, number, seconds, nanoseconds) = (0, 0, 0, 0)
                return
            }
            #if canImport(Darwin)
                let written = status.st_mtimespec
            #else
                let written = status.st_mtim
            #endif
            (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino))
            (seconds, nanoseconds) = (written.tv_sec, written.tv_nsec)
        }
    }
}
