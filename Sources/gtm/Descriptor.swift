import Glibc
import Pipelines

/// The standard streams as the system knows them.
enum Descriptor {
    /// Opens the standard streams that the caller closed on nothing, so that no file takes their place and gets their words.
    static func openMissing() {
        for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 {
            // The lowest free number is this one. Writing to it fails, as to a closed one.
            _ = open("/dev/null", O_RDONLY)
        }
    }

    /// Writes what was asked for to standard output.
    ///
    /// - Throws: Status 74 where it cannot be written whole: the disk is full, the stream is closed. A reader that went away early,
    ///   such as `head`, is no failure.
    static func output(_ bytes: [UInt8]) throws(PipelineError) {
        let error = write(bytes, to: STDOUT_FILENO)
        guard error != 0, error != EPIPE else { return }
        throw PipelineError(
            .unreadable, "standard output could not be written: \(String(cString: strerror(error)))",
            hint: "make room, or send the output elsewhere")
    }

    /// The same of a text, in which nothing steers a terminal.
    static func output(_ text: String) throws(PipelineError) { try output(Array(text.visibleLines.utf8)) }

    /// Writes bytes; the error number, or 0.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if written >= 0 {
                    rest = rest.dropFirst(written)
                } else if errno != EINTR {
                    return errno
                }
            }
            return 0
        }
    }
}
