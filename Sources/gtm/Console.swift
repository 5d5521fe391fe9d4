import Foundation
import Glibc
import Logging
import Pipelines
import Synchronization

/// Standard error: messages, warnings, and a progress line on a terminal. Data goes to standard output and not through here.
final class Console: Sendable {
    private let options: (isJSON: Bool, isQuiet: Bool)
    private let isTerminal: Bool
    private let line = Mutex<Int>(0)
    private nonisolated(unsafe) static var isJSON = false
    /// Whether lines need no time, as somebody reads them as they come.
    static let isRead = isatty(STDERR_FILENO) == 1

    /// A console that speaks as the options say.
    init(_ output: OutputOptions) {
        options = (output.logFormat == .json, output.quiet)
        isTerminal = Console.isRead && !output.quiet && output.logFormat == .text
        Console.isJSON = options.isJSON
    }

    /// Redraws the progress line.
    func progress(_ stage: Stage, _ done: Int, _ total: Int) {
        guard isTerminal else { return }
        line.withLock { width in
            let text = total > 1 ? "\(stage.rawValue) \(done)/\(total)" : stage.rawValue
            Console.write("\r" + text + String(repeating: " ", count: max(0, width - text.count)))
            width = text.count
        }
    }

    /// Clears the progress line.
    func finishProgress() {
        guard isTerminal else { return }
        line.withLock { width in
            Console.write("\r" + String(repeating: " ", count: width) + "\r")
            width = 0
        }
    }

    /// Writes what a person should know of the data: warnings, and with `all` the notes too.
    func report(_ notices: [Notice], all: Bool = false) {
        if options.isQuiet { return }
        let logger = Console.logger()
        for notice in notices where all || notice.isWarning {
            logger.log(
                level: notice.isWarning ? .warning : .info, "\(notice.text)",
                metadata: notice.parts.mapValues { .string($0) })
        }
    }

    /// Writes what a person should know of deliveries: that something may have arrived twice, or took several tries.
    func report(_ deliveries: [DeliveryOutcome]) {
        if options.isQuiet { return }
        for delivery in deliveries where !delivery.isFailed && !delivery.note.isEmpty {
            Console.logger().log(level: .info, "\(delivery.text)")
        }
    }

    /// Writes why the program ends.
    static func error(_ error: PipelineError) {
        logger().log(level: .error, "\(error.description)", metadata: ["status": "\(error.status)", "hint": "\(error.hint)"])
    }

    /// Ends the process, whatever its other threads are about: a stage that was stopped may still be at work.
    static func exit(_ status: Int32) -> Never {
        fflush(nil)
        _exit(status)
    }

    /// Writes to standard error. Where it is closed or full the words are lost, and nothing else.
    static func write(_ text: String) { _ = Descriptor.write(Array(text.utf8), to: STDERR_FILENO) }

    private static func logger() -> Logger {
        let isJSON = isJSON
        return Logger(label: "gtm") { _ -> any LogHandler in isJSON ? JSONLines() : PlainLines() }
    }
}

extension Date {
    /// The time as logs have it: `2026-11-16T06:00:00.125Z`.
    var stamp: String { formatted(ISO8601FormatStyle(includingFractionalSeconds: true)) }
}

/// Messages for people: the level and the text; where no person is waiting, in a file or a mail, each line with its time.
struct PlainLines: LogHandler {
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let word = event.level == .error ? "gtm: error: " : event.level == .warning ? "warning: " : "note: "
        let text = word + event.message.description.visibleLines
        guard !Console.isRead else { return Console.write(text + "\n") }
        let stamp = Date().stamp
        Console.write(text.split(separator: "\n", omittingEmptySubsequences: false).map { "\(stamp) \($0)\n" }.joined())
    }
}

/// A value of a message for machines.
private enum JSONValue: Encodable {
    case text(String)
    case number(Int)

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        }
    }
}

/// Messages for machines: one JSON object a line, with its time; numbers are numbers.
struct JSONLines: LogHandler {
    private static let numbers: Set<String> = ["status", "line", "count"]

    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var object: [String: JSONValue] = [
            "time": .text(Date().stamp), "level": .text(event.level.rawValue),
            "message": .text(event.message.description.visibleLines),
        ]
        for (key, value) in event.metadata ?? [:] where value.description != "" {
            let number = JSONLines.numbers.contains(key) ? Int(value.description) : nil
            object[key] = number.map { .number($0) } ?? .text(value.description.visibleLines)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if let data = try? encoder.encode(object) { Console.write(String(decoding: data, as: UTF8.self) + "\n") }
    }
}
