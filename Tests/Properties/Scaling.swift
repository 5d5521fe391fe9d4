#if DEBUG
    import CSV
    import Facts
    import Glibc
    import Intake

    /// No input of n bytes takes more than linear time: four times as much of the same takes about four times as long.
    ///
    /// The input is what is to be repeated, or `head NUL unit NUL tail`.
    @Sendable public func checkScaling(_ bytes: [UInt8]) throws {
        let input = Input(bytes)
        let parts = input.text.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        let (head, unit, tail) = parts.count == 3 ? (parts[0], parts[1], parts[2]) : ([], parts[0], [])
        guard !unit.isEmpty else { return }
        func repeated(_ size: Int) -> [UInt8] {
            var bytes = Array(head)
            for _ in 0..<max(1, size / unit.count) { bytes += unit }
            return bytes + tail
        }
        // Larger files are sampled, so both kinds are tried.
        let size = 1 << (15 + Int(input.options[0]) % 6)
        func measured(_ size: Int) throws -> Double { try time { try readWhole(repeated(size)) } }
        // The better of two tries, as others use the machine too; the square of four would be sixteen.
        guard try measured(size * 2) > 0.5 else { return }
        let large = min(try measured(size * 2), try measured(size * 2))
        let small = max(try measured(size / 2), try measured(size / 2))
        try require(
            large < 12 * small,
            "\(size * 2) bytes take \(large) seconds, a quarter of them \(small): \(String(decoding: input.text, as: UTF8.self))"
        )
    }

    private func readWhole(_ bytes: [UInt8]) throws {
        guard let document = try? Document.read(bytes: bytes, name: "any.csv") else { return }
        try require(document.asCSV().count <= 12 * bytes.count + 64, "as CSV the file is far larger")
        _ = document.findings
    }

    /// The processor's time in seconds that `body` takes in all threads.
    private func time(_ body: () throws -> Void) rethrows -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        let start = now()
        try body()
        return now() - start
    }
#endif
