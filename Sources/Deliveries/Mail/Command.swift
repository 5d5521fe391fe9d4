import CExchange
import Glibc

/// A program that reads a message from its standard input, like `sendmail -t`.
struct Command {
    let words: [String]

    init(_ words: [String]) { self.words = words }

    /// `EX_TEMPFAIL` of sysexits.h: try again later.
    private static let tryLater: Int32 = 75

    func run(
        _ message: [UInt8], to recipients: [Address], _ patience: Patience, _ surroundings: DeliverySurroundings
    ) throws(DeliveryError) {
        // Programs of Unix want lines that end in a line feed.
        let input = message.filter { $0 != UInt8(ascii: "\r") }
        let arguments = words + (words.contains("-t") ? [] : ["--"] + recipients.map(\.address))
        guard let program = words.first, let child = Child(program, arguments) else {
            throw DeliveryError(
                "\(words.first ?? "sendmail") cannot be started: \(String(cString: strerror(errno)))",
                hint: "name the program by its whole path: `sendmail: [/usr/sbin/sendmail, -t]`")
        }
        let status = child.finish(input, seconds: patience.limit, surroundings)
        switch status {
        case .ended(0): return
        case .ended(let code):
            throw DeliveryError(
                "\(program) ended with status \(code)", hint: "its log says why, mostly /var/log/mail.log",
                isPassing: code == Command.tryLater)
        case .killed: throw DeliveryError("\(program) was killed", hint: "its log says why", isPassing: true)
        case .late: throw DeliveryError("\(program) took longer than \(patience.limit) s", isPassing: true)
        case .stopped: throw DeliveryError("\(program) was stopped", hint: "`gtm deliver` goes on")
        }
    }
}

/// A started program with a pipe to its standard input; its output goes nowhere.
private struct Child {
    enum Ending { case ended(Int32), killed, late, stopped }

    private var process: pid_t = 0
    private let pipe: Int32

    /// Nil with `errno` where it cannot be started.
    init?(_ program: String, _ arguments: [String]) {
        var ends: [Int32] = [0, 0]
        guard pipe_of_own(&ends) == 0 else { return nil }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let list = arguments.map { strdup($0) } + [nil]
        defer { for text in list { free(text) } }
        let failure = posix_spawn(&process, program, &actions, nil, list, environ)
        close(ends[0])
        pipe = ends[1]
        guard failure == 0 else {
            close(pipe)
            errno = failure
            return nil
        }
    }

    /// Gives it its input and waits for its end.
    func finish(_ input: [UInt8], seconds: Int, _ surroundings: DeliverySurroundings) -> Ending {
        _ = fcntl(pipe, F_SETFL, O_NONBLOCK)
        var (written, waited, isOpen) = (0, 0, true)
        while true {
            if isOpen {
                let count = input[written...].withUnsafeBytes { Glibc.write(pipe, $0.baseAddress, $0.count) }
                if count > 0 { written += count }
                // A program that reads no more may still have taken all it wants.
                if written == input.count || count < 0 && errno != EAGAIN && errno != EINTR {
                    close(pipe)
                    isOpen = false
                }
                if count > 0 { continue }
            }
            var status: Int32 = 0
            if waitpid(process, &status, WNOHANG) == process {
                if isOpen { close(pipe) }
                return status & 0x7F == 0 ? .ended((status >> 8) & 0xFF) : .killed
            }
            let isStopped = surroundings.isStopped()
            if isStopped || waited >= seconds * 1000 {
                if isOpen { close(pipe) }
                kill(process, SIGKILL)
                waitpid(process, &status, 0)
                return isStopped ? .stopped : .late
            }
            surroundings.wait(20)
            waited += 20
        }
    }
}
