import Facts
import Foundation
import Glibc

/// Prints the page as a PDF through a Chromium that is installed, as a person would from the browser: A4, two pages for who has one minute,
/// the sections after them.
///
/// The same page gives the same bytes, from the same browser: the day that the file says it was made on is the as-of date.
struct PagePrinter {
    /// The browser's program.
    let browser: String
    /// How long the browser may take, in seconds.
    var patience = 120

    /// What browsers that can print are called.
    static let names = [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "brave-browser",
    ]

    /// The printer with the first browser found in the folders of `PATH`.
    ///
    /// - Throws: A wrong use where there is none: what to install.
    init(path: String = ProcessInfo.processInfo.environment["PATH"] ?? "") throws(PipelineError) {
        let folders = path.split(separator: ":").map(String.init)
        let found = PagePrinter.names.lazy.flatMap { name in folders.map { Files.join($0, name) } }.first { place in
            access(place, X_OK) == 0 && !Files.isFolder(place)
        }
        guard let found else {
            throw PipelineError(
                .usage,
                "--pdf needs Chromium or Chrome, and none is installed: looked for "
                    + PagePrinter.names.joined(separator: ", "),
                hint: "install it (Debian, Ubuntu: apt-get install chromium fonts-noto-cjk), or leave --pdf out and print "
                    + "the page from a browser")
        }
        browser = found
    }

    /// Prints a page.
    ///
    /// - Parameters:
    ///   - page: The path of the page.
    ///   - result: Where the PDF is to be; it is written whole or not at all.
    ///   - scratch: A folder that is not there yet, for what the browser keeps while it prints; it is gone afterwards.
    ///   - day: The day that the file says it was made on.
    ///   - isOver: Asked now and then whether to give up.
    func print(
        _ page: String, to result: String, scratch: String, day: Day, isOver: () -> Bool = { false }
    ) throws(PipelineError) {
        try Files.makeFolder(scratch)
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        let printed = Files.join(scratch, "page.pdf")
        var arguments = [
            browser, "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer",
            "--user-data-dir=" + Files.join(scratch, "profile"), "--print-to-pdf=" + printed,
        ]
        // Its sandbox cannot be made by the superuser, who runs containers; the page is ours and asks for nothing.
        if geteuid() == 0 { arguments.append("--no-sandbox") }
        arguments.append(URL(fileURLWithPath: page).absoluteString)
        let status = run(arguments, isOver)
        guard status == 0, var bytes = Files.bytes(printed), bytes.starts(with: Array("%PDF-".utf8)) else {
            let reason = status.map { "it ended with status \($0)" } ?? "it did not end within \(patience) seconds"
            throw PipelineError(
                .cannotWrite, "\(Files.name(of: result)) cannot be printed by \(browser): \(reason)",
                hint: "try `\(Files.name(of: browser)) --headless --print-to-pdf report.html`, or leave --pdf out")
        }
        PagePrinter.date(&bytes, day)
        try Files.write(bytes, to: result)
    }

    /// Puts a day, at midnight UTC, in the place of the moment of printing.
    static func date(_ bytes: inout [UInt8], _ day: Day) {
        let (year, month, number) = day.civil
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let moment = Array("D:\(year)\(two(month))\(two(number))000000+00'00'".utf8)
        for key in ["/CreationDate (D:", "/ModDate (D:"] {
            let key = Array(key.utf8)
            var from = 0
            while let place = bytes.find(key, from: from) {
                let start = place + key.count - 2
                from = start
                guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ")")), end - start == moment.count else { continue }
                bytes.replaceSubrange(start..<end, with: moment)
            }
        }
    }

    /// Runs a program in a group of its own; its status, or nil where it was ended for want of time.
    private func run(_ arguments: [String], _ isOver: () -> Bool) -> Int32? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in [Int32(0), 1, 2] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY, 0)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        posix_spawnattr_setpgroup(&attributes, 0)
        var list: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { list.forEach { free($0) } }
        var process = pid_t()
        guard posix_spawn(&process, browser, &actions, &attributes, &list, environ) == 0 else { return 127 }
        var status: Int32 = 0
        for _ in 0..<patience * 50 {
            if waitpid(process, &status, WNOHANG) == process {
                kill(-process, SIGKILL)
                return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
            }
            if isOver() { break }
            usleep(20_000)
        }
        kill(-process, SIGKILL)
        waitpid(process, &status, 0)
        return nil
    }
}

extension [UInt8] {
    /// Where some bytes begin, at or after a place; nil where they are not.
    fileprivate func find(_ bytes: [UInt8], from: Int) -> Int? {
        guard count >= bytes.count + from else { return nil }
        return (from...count - bytes.count).first { self[$0] == bytes[0] && self[$0..<$0 + bytes.count].elementsEqual(bytes) }
    }
}
